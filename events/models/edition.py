from datetime import UTC, datetime

from django.db import connection, models
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
        """The one row. Asked for with every request, so without the ORM, which takes as long as a
        page from the cache.
        """
        with connection.cursor() as cursor:
            cursor.execute("SELECT number, changed_at, next_due FROM events_edition WHERE id = 1")
            number, changed_at, next_due = cursor.fetchone() or (0, _BEGINNING, None)
        return cls(pk=1, number=number, changed_at=_moment(changed_at), next_due=_moment(next_due))

    @property
    def is_due(self) -> bool:
        """Whether something has come to be public that is not yet listed as such."""
        return bool(self.next_due and self.next_due <= timezone.now())

    def __str__(self) -> str:
        return f"edition {self.number}"


_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


def _moment(value: datetime | str | None) -> datetime | None:
    """SQLite keeps moments in UTC without saying so, and may hand them out as text."""
    value = datetime.fromisoformat(value) if isinstance(value, str) else value
    return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value
