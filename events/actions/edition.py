"""Begin a new edition of the public archive: with every change, and when something falls due."""

from datetime import datetime

from django.db.models import F, Q
from django.utils import timezone

from events.models import Edition


def new_edition(*, due: datetime | None = None) -> None:
    """Say that the public archive has changed, and that something opens at `due`.

    Inside a transaction this comes first: the one row it locks puts all writers of the public
    index in a queue, so that none of them counts what another one is about to change.
    """
    row, now = Edition.objects.filter(pk=1), timezone.now()
    if not row.update(number=F("number") + 1, changed_at=now):
        Edition.objects.bulk_create(
            [Edition(pk=1, number=1, changed_at=now)], ignore_conflicts=True
        )
    if due:
        row.filter(Q(next_due=None) | Q(next_due__gt=due)).update(next_due=due)
