from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from events.models.fields import ChoiceField, LineField


class InvolvementQuerySet(models.QuerySet):
    def with_names(self):
        """Loaded with the organization's name and kind."""
        organization = ("organization__name", "organization__kind")
        return self.select_related("organization").only("role", "order", "event", *organization)


class Involvement(models.Model):
    """An organization's part in an event: who called, carried or housed it."""

    class Role(models.TextChoices):
        ORGANIZER = "organizer", _("organizer")
        SUPPORTER = "supporter", _("supporter")
        HOST = "host", _("host")
        PARTNER = "partner", _("partner")
        PARTICIPANT = "participant", _("participant")

    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="involvements")
    organization = models.ForeignKey(
        "events.Organization",
        verbose_name=_("organization"),
        on_delete=models.PROTECT,
        related_name="involvements",
    )
    role = ChoiceField(
        verbose_name=_("role"), max_length=20, choices=Role.choices, default=Role.ORGANIZER
    )
    order = models.PositiveSmallIntegerField(verbose_name=_("order"), default=0)

    objects = InvolvementQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="involvement_once", fields=["event", "organization", "role"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organization} ({self.get_role_display()})"


class ParticipationQuerySet(models.QuerySet):
    def with_names(self):
        """Loaded with who it was and for whom, by name."""
        return self.select_related("person", "organization").only(
            "role", "capacity", "order", "event",
            "person__name", "organization__name", "organization__kind",
        )  # fmt: skip


class Participation(models.Model):
    """One appearance of a person at an event, in the capacity stated then."""

    class Role(models.TextChoices):
        SPEAKER = "speaker", _("speaker")
        CHAIR = "chair", _("chair")
        HOST = "host", _("host")
        PERFORMER = "performer", _("performer")
        GUEST_OF_HONOUR = "guest_of_honour", _("guest of honour")
        CELEBRANT = "celebrant", _("celebrant")
        HONOREE = "honoree", _("honoree")
        MESSAGE_SENDER = "message_sender", _("sent a message")
        ATTENDEE = "attendee", _("attendee")

    event = models.ForeignKey(
        "events.Event", on_delete=models.CASCADE, related_name="participations"
    )
    person = models.ForeignKey(
        "events.Person",
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        related_name="participations",
    )
    role = ChoiceField(
        verbose_name=_("role"), max_length=20, choices=Role.choices, default=Role.SPEAKER
    )
    # Never rewritten from a profile: a post changes, what was stated then does not.
    capacity = LineField(
        verbose_name=_("capacity stated then"),
        max_length=300,
        blank=True,
        help_text=_("First Secretary of the Embassy of …"),
    )
    organization = models.ForeignKey(
        "events.Organization",
        verbose_name=_("speaking for"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="represented",
    )
    order = models.PositiveSmallIntegerField(verbose_name=_("order"), default=0)

    objects = ParticipationQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("people taking part")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(name="participation_once", fields=["event", "person", "role"]),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.get_role_display()})"
