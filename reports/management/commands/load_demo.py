"""`manage.py load_demo`: fill the archive with the demo events and reports."""

from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from reports.importers.archive import import_archive
from reports.importers.chunk import Deed, Manner

DEMO = Path(__file__).resolve().parents[2] / "demo" / "archive.ndjson"


class Command(BaseCommand):
    help = "Load the demo archive; what is on record already stays as it is."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, default=DEMO, help="another archive file")

    def handle(self, *, file: Path, **options):
        made: Counter[str] = Counter()
        manner = Manner(stop_at_first=True, keep_records=True)
        try:
            with file.open("rb") as lines, transaction.atomic():
                for outcome in import_archive([lines], manner):
                    if outcome.refusal:
                        raise CommandError(f"{outcome} Nothing was changed.")
                    made[outcome.entry.kind] += outcome.deed == Deed.CREATED
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from error
        counts = ", ".join(f"{number} {kind}" for kind, number in (+made).items())
        self.stdout.write(f"New in the archive: {counts}." if counts else "Nothing new.")
