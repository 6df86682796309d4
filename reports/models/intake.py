import hashlib

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.fields import LineField
from events.names import words


class Intake(models.Model):
    """A pasted report on its way into the archive: its text, and what the staff decided of it.

    It stays when its drafts are made, so that the same text or address opens them again, and what
    was rejected once is not suggested again.
    """

    # As it was given, but for line ends: every position in a proposal counts its characters.
    text = models.TextField(verbose_name=_("text as given"))
    text_key = models.CharField(max_length=64, unique=True, editable=False)
    source_url = models.URLField(
        verbose_name=_("address"), max_length=1000, blank=True, db_index=True
    )
    # The plan as it was last saved (reports/intake/plan.py); null until somebody saves.
    plan = models.JSONField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    report = models.OneToOneField(
        "reports.Report",
        verbose_name=_("report"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="intake",
    )
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("begun by"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("last worked on by"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    headline = LineField(verbose_name=_("headline"), max_length=300, blank=True)
    created_at = models.DateTimeField(verbose_name=_("begun at"), auto_now_add=True)
    modified_at = models.DateTimeField(verbose_name=_("last worked on"), auto_now=True)

    class Meta:
        verbose_name = _("pasted report")
        verbose_name_plural = _("pasted reports")
        ordering = ["-modified_at", "-pk"]

    def __str__(self) -> str:
        return self.headline or self.text[:80]

    @staticmethod
    def key_of(text: str) -> str:
        """The same for the same words, however they are spaced, quoted or capitalised."""
        return hashlib.sha256(" ".join(words(text)).encode()).hexdigest()
