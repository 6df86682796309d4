"""`manage.py intake FILE…`: say what is in the raw text of reports; docs/intake.md."""

import json
import os
import sys
from argparse import ArgumentTypeError
from collections.abc import Iterator
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.dates import PartialDate
from reports.intake.encodings import LARGEST, UnreadableText, read_bytes
from reports.intake.filing import Filed, file_report
from reports.intake.nlp import second_reader
from reports.intake.pasting import LONGEST, UnreadablePaste
from reports.intake.proposal import Proposal
from reports.intake.reading import propose
from reports.intake.separate import reports_in

_STANDARD_INPUT = "-"


class Command(BaseCommand):
    help = gettext_lazy(
        "Read the raw text of reports: text or HTML files in any encoding, - for standard input. "
        "A file may hold several reports. Nothing is saved, and no other service is asked."
    )

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FILE")
        shape = parser.add_mutually_exclusive_group()
        shape.add_argument(
            "--json", action="store_true", help=_("print one JSON object a report, one a line")
        )
        shape.add_argument(
            "--save", action="store_true", help=_("make drafts of what is likely in each report")
        )
        parser.add_argument(
            "--published",
            type=_date,
            metavar="DATE",
            help=_("when the reports were published, where their text does not say (YYYY-MM-DD)"),
        )

    def handle(self, *, files, json, save, published, **options):
        if save and published:
            raise CommandError(_("--published is for reading alone, not with --save."))
        self.failed = False
        try:
            for name in files:
                for number, text in self._texts(name):
                    self._read(name, number, text, published, as_json=json, save=save)
            self.stdout.flush()
        except BrokenPipeError:
            # Whoever listened has heard enough; nothing is left to be written at the end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(1)
        if self.failed:
            sys.exit(1)

    def _read(self, name: str, number: int, text: str, published, **how) -> None:
        try:
            self._tell(text, published, **how)
        except (UnreadablePaste, ValidationError) as refusal:
            self._refuse(f"{name}, {number}" if number > 1 else name, refusal)

    def _texts(self, name: str) -> Iterator[tuple[int, str]]:
        """The reports in a file, numbered from 1."""
        try:
            yield from enumerate(_reports_of(name), start=1)
        except UnreadableText as refusal:
            self._refuse(name, refusal)
        except OSError as error:
            self._refuse(name, error.strerror or error)

    def _tell(self, text: str, published, *, as_json: bool, save: bool) -> None:
        if save:
            self.stdout.write(_of_drafts(file_report(text)))
            return
        if len(text.encode(errors="replace")) > LONGEST:
            told = _("A report is no longer than %d kB; this is.")
            raise UnreadablePaste(told % (LONGEST // 1000))
        proposal = propose(text, published=published, more=second_reader())
        if as_json:
            # A terminal or pipe that has few letters gets the others escaped, which JSON may be.
            every_letter = (self.stdout.encoding or "utf-8").lower().startswith("utf")
            self.stdout.write(json.dumps(proposal.as_json(), ensure_ascii=not every_letter))
        else:
            self.stdout.write(_summary(proposal))
        if not proposal.copy.paragraphs:
            raise UnreadablePaste(_("No sentences of a report are in it."))

    def _refuse(self, name: str, reason) -> None:
        self.failed = True
        told = " ".join(reason.messages) if isinstance(reason, ValidationError) else reason
        self.stderr.write(f"{name}: {told}")


def _date(text: str) -> PartialDate:
    try:
        return PartialDate.parse(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from error


def _reports_of(name: str) -> list[str]:
    if name == _STANDARD_INPUT:
        text = read_bytes(sys.stdin.buffer.read(LARGEST + 1))
    else:
        with Path(name).open("rb") as file:
            # What is larger is refused; it need not be read to its end.
            text = read_bytes(file.read(LARGEST + 1))
    return reports_in(text)


def _of_drafts(filed: Filed) -> str:
    if not filed.is_new:
        return _("There are drafts of it already: %s") % filed.report
    told = _("Drafts made: %s") % filed.report
    like = "; ".join(str(event) for event in filed.like)
    return f"{told}\n  {_('Its event may be on file: %s') % like}" if like else told


# --- For people -----------------------------------------------------------------------------------


def _summary(proposal: Proposal) -> str:
    """A page of what was read, for a terminal."""
    found = proposal.as_json()
    when = " – ".join(filter(None, (found["event_start"], found["event_end"])))
    where = ", ".join(filter(None, (found["venue"], found["city"], found["country"])))
    rows = [
        (_("Published"), ", ".join(filter(None, (found["source"], found["published"])))),
        (_("Kind"), found["kind"].replace("_", " ")),
        (_("When"), when or _("not stated")),
        (_("Where"), where or _("not stated")),
        (_("Occasion"), _occasion(found["occasion"])),
        (_("Programme"), ", ".join(part.replace("_", " ") for part in found["programme"])),
        *_lines(_("Works"), [_work(one) for one in found["works"]]),
        *_lines(_("Organizations"), [_organization(one) for one in found["orgs"]]),
        *_lines(_("People"), [_person(one) for one in found["people"]]),
        *_lines(_("Statements"), [_statement(one) for one in found["statements"]]),
    ]
    width = max(len(name) for name, _words in rows) + 2
    told = [f"{name:<{width}}{words}" for name, words in rows if words]
    return "\n".join([found["title"] or _("(no headline)"), *told, ""])


def _lines(name: str, items: list[str]) -> list[tuple[str, str]]:
    return [(name if number == 0 else "", item) for number, item in enumerate(items)]


def _occasion(occasion: dict | None) -> str:
    if not occasion:
        return ""
    ordinal = occasion["ordinal"]
    return f"{occasion['what']} ({ordinal})" if ordinal else occasion["what"]


def _work(work: dict) -> str:
    creator = f", {work['creator']}" if work["creator"] else ""
    return f"{work['title']}{creator} [{work['kind']}]"


def _organization(one: dict) -> str:
    aliases = f" ({'; '.join(one['aliases'])})" if one["aliases"] else ""
    return f"{one['name']}{aliases} [{one['role']}]"


def _person(one: dict) -> str:
    capacity = f", {one['title']}" if one["title"] else ""
    return f"{one['name']}{capacity} [{one['role']}]"


def _statement(one: dict) -> str:
    text = f"“{one['text']}”" if one["kind"] == "quote" else one["text"]
    return f"{one['person']}: {text}" if one["person"] else text
