from datetime import UTC, datetime

from django.db import models
from django.utils import timezone


class Edition(models.Model):
    """The state of the public archive, in one row: its number goes up with every public change.

    A page is the same as long as the edition is, so caches ask for nothing else. What is
    scheduled or under embargo opens at `next_due`, when the next edition begins.
    """

    number = models.BigIntegerField(default=0)
    changed_at = models.DateTimeField(default=timezone.now)
    next_due = models.DateTimeField(null=True)

    @classmethod
    def current(cls) -> "Edition":
        return cls.objects.filter(pk=1).first() or cls(changed_at=datetime.min.replace(tzinfo=UTC))

    @property
    def is_due(self) -> bool:
        """Whether something has come to be public that is not yet listed as such."""
        return bool(self.next_due and self.next_due <= timezone.now())

    def __str__(self) -> str:
        return f"edition {self.number}"
