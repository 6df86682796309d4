"""`manage.py load_demo`: fill the archive with the demo events and reports."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from events.importers.entries import BadEntry
from reports.importers.archive import import_archive

DEMO = Path(__file__).resolve().parents[2] / "demo" / "archive.ndjson"


class Command(BaseCommand):
    help = "Load the demo archive; what is on record already stays as it is."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, default=DEMO, help="another archive file")

    def handle(self, *, file: Path, **options):
        try:
            with file.open("rb") as lines:
                made = import_archive(lines)
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from error
        except BadEntry as error:
            raise CommandError(f"{file.name}, {error}. Nothing was changed.") from error
        counts = ", ".join(f"{number} {kind}" for kind, number in made.items())
        self.stdout.write(f"New in the archive: {counts}." if counts else "Nothing new.")
