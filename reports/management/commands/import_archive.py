"""`manage.py import_archive FILE…`: take in archive files of any size; docs/archive-file.md."""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from tqdm import tqdm

from reports.importers.archive import import_archive
from reports.importers.chunk import Deed, Manner
from reports.importers.schema import archive_schema


class Command(BaseCommand):
    help = gettext_lazy(
        "Take in archive files (NDJSON, see docs/archive-file.md). What is new is created, what "
        "has changed since it came in last is brought up to date, the rest is passed over; so a "
        "run that was cut off is finished by running it again."
    )

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
        parser.add_argument(
            "--dry-run", action="store_true", help=_("write nothing; tell of every entry")
        )
        faults = parser.add_mutually_exclusive_group()
        faults.add_argument(
            "--keep-going",
            action="store_true",
            help=_("refuse a faulty entry and go on (this is what happens anyway)"),
        )
        faults.add_argument(
            "--stop-at-first", action="store_true", help=_("take in nothing after a faulty entry")
        )
        parser.add_argument(
            "--schema", action="store_true", help=_("print the JSON Schema of one line and end")
        )

    def handle(self, *, files, dry_run, stop_at_first, schema, **options):
        if schema:
            self.stdout.write(json.dumps(archive_schema(), indent=2))
            return
        if not files:
            raise CommandError(_("Name the files to take in."))
        manner = Manner(dry_run=dry_run, stop_at_first=stop_at_first)
        deeds: Counter[Deed] = Counter()
        for outcome in self._outcomes(files, manner):
            deeds[outcome.deed] += 1
            if outcome.refusal:
                self._say(str(outcome), self.stderr)
            elif dry_run:
                self._say(str(outcome), self.stdout)
        self.stdout.write(summary(deeds, dry_run=dry_run))
        if refused := deeds[Deed.REFUSED]:
            raise CommandError(
                ngettext("%s entry was refused.", "%s entries were refused.", refused) % refused
            )

    def _outcomes(self, paths: list[Path], manner: Manner) -> Iterator:
        with ExitStack() as stack:
            files = [stack.enter_context(_opened(path)) for path in paths]
            size = sum(path.stat().st_size for path in paths)
            # None: on a terminal only.
            read = tqdm(total=size, unit="B", unit_scale=True, disable=None, desc=_("read"))
            indexed = tqdm(unit="", unit_scale=True, disable=None, desc=_("search index"))
            stack.callback(read.close)
            stack.callback(indexed.close)
            for outcome in import_archive(files, manner, indexed.update):
                read.update(outcome.entry.size)
                yield outcome

    def _say(self, sentence: str, stream) -> None:
        with tqdm.external_write_mode(stream):
            stream.write(sentence)


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}") from error


def summary(deeds: Counter[Deed], *, dry_run: bool = False) -> str:
    """How many entries met with which fate: "12 created, 3 updated, 40 unchanged, 1 refused."."""
    words = {
        Deed.CREATED: _("created"),
        Deed.UPDATED: _("updated"),
        Deed.UNCHANGED: _("unchanged"),
        Deed.REFUSED: _("refused"),
    }
    counts = ", ".join(f"{deeds[deed]} {word}" for deed, word in words.items())
    return (_("On a dry run: %s.") if dry_run else "%s.") % counts
