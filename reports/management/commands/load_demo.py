"""`manage.py load_demo`: fill the archive with the demo events and reports."""

from collections import Counter
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from reports.actions.publication import publish_report
from reports.importers.archive import import_archive
from reports.importers.chunk import Deed, Manner
from reports.intake.filing import file_about_known

DEMO = Path(__file__).resolve().parents[2] / "demo"


class Command(BaseCommand):
    help = "Load the demo archive; what is on record already stays as it is."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, help="another archive file")

    def handle(self, *, file: Path | None, **options):
        with transaction.atomic():
            made = _take_in(file or DEMO / "archive.ndjson")
            if file is None:
                made["report"] += _file_pasted()
        counts = ", ".join(f"{number} {kind}" for kind, number in (+made).items())
        self.stdout.write(f"New in the archive: {counts}." if counts else "Nothing new.")


def _take_in(file: Path) -> Counter[str]:
    """What an archive file adds, by kind."""
    made: Counter[str] = Counter()
    manner = Manner(stop_at_first=True, keep_records=True)
    try:
        with file.open("rb") as lines:
            for outcome in import_archive([lines], manner):
                if outcome.refusal:
                    raise CommandError(f"{outcome} Nothing was changed.")
                made[outcome.entry.kind] += outcome.deed == Deed.CREATED
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}") from error
    return made


def _file_pasted() -> int:
    """File the reports that are kept as pasted text, as an editor would; return how many."""
    new = 0
    for path in sorted(DEMO.glob("*.txt")):
        filed = file_about_known(path.read_text(encoding="utf-8"))
        if filed.is_new:
            publish_report(filed.report)
            new += 1
    return new
