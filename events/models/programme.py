from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.fields import ChoiceField, LineField
from events.models.history import HistoryWithLinks


class ProgrammeItem(models.Model):
    """One part of an event, in its order: a speech, a minute of silence, a screening …"""

    class Kind(models.TextChoices):
        SPEECH = "speech", _("speech")
        MINUTE_OF_SILENCE = "minute_of_silence", _("minute of silence")
        WREATH_LAYING = "wreath_laying", _("wreath laying")
        CANDLE_LIGHTING = "candle_lighting", _("candle lighting")
        MEMORIAL_SERVICE = "memorial_service", _("memorial service")
        PRAYER = "prayer", _("prayer")
        ANTHEM = "anthem", _("anthem")
        FLAG_CEREMONY = "flag_ceremony", _("flag ceremony")
        FILM_SCREENING = "film_screening", _("film screening")
        PHOTO_EXHIBITION = "photo_exhibition", _("photo exhibition")
        EXHIBITION = "exhibition", _("exhibition")
        CONCERT = "concert", _("concert")
        PERFORMANCE = "performance", _("performance")
        READING = "reading", _("reading")
        PANEL = "panel", _("panel")
        BOOK_PRESENTATION = "book_presentation", _("book presentation")
        RECEPTION = "reception", _("reception")
        MARCH = "march", _("march or procession")
        UNVEILING = "unveiling", _("unveiling")
        AWARDS = "awards", _("awards")
        MESSAGE_READING = "message_reading", _("message read out")
        TESTIMONY = "testimony", _("testimony")
        TRIBUTE = "tribute", _("tribute")
        MILITARY_HONOURS = "military_honours", _("military honours")
        BELLS_SIRENS = "bells_sirens", _("bells or sirens")
        SIGNING = "signing", _("signing")
        COMPETITION = "competition", _("competition")
        OTHER = "other", _("other part")

    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="programme")
    kind = ChoiceField(
        verbose_name=_("kind"), max_length=20, choices=Kind.choices, default=Kind.SPEECH
    )
    title = LineField(
        verbose_name=_("title"),
        max_length=300,
        blank=True,
        help_text=_("Only where there is more to say than its kind."),
    )
    order = models.PositiveSmallIntegerField(verbose_name=_("order"), default=0)
    time = models.TimeField(verbose_name=_("time"), null=True, blank=True)
    people = models.ManyToManyField(
        "events.Person", verbose_name=_("people"), blank=True, related_name="programme_items"
    )
    works = models.ManyToManyField(
        "events.Work", verbose_name=_("works"), blank=True, related_name="programme_items"
    )
    is_cancelled = models.BooleanField(verbose_name=_("did not take place"), default=False)
    note = LineField(verbose_name=_("note"), max_length=300, blank=True)

    history = HistoryWithLinks(m2m_fields=[people, works])

    class Meta:
        verbose_name = _("programme item")
        verbose_name_plural = _("programme")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.title or self.get_kind_display()
