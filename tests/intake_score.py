"""`make intake-score`: how well the reading of pasted reports agrees with a careful editor.

    python -m tests.intake_score                         the project's own samples
    python -m tests.intake_score FOLDER … --list venue   others, with every venue that was missed

A sample is a text and, beside it, the proposal an editor would make of it. A field that a folder's
JSON leaves out is not scored there; one that is null says that the report does not tell.
"""

import argparse
import json
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from events.names import words
from reports.intake.gazetteer import country_of
from reports.intake.reading import propose

SAMPLES = Path(__file__).resolve().parent / "samples" / "intake"
# What may stand before a name or a capacity without changing whose or which it is.
ARTICLES = frozenset("the a an le la les l el los las der die das den dem".split())
HONORIFICS = frozenset(
    "mr mrs ms miss dr drs prof professor mag sir dame lady lord he his her excellency excellencies"
    " h e hon honourable honorable rev reverend fr father sr sra don dona m mme mlle herr frau"
    " monsieur madame senor senora pandit ustad alhaji haji hajji sheikh sheik".split()
)


class Sample(NamedTuple):
    """A report and what an editor would propose for it."""

    name: str
    text: str
    expected: dict[str, Any]


class Miss(NamedTuple):
    """One place where the reading and the editor differ; None where one of them has nothing."""

    sample: str
    expected: str | None
    found: str | None


@dataclass
class Tally:
    """How often the reading agreed on one thing."""

    hits: int = 0
    expected: int = 0
    found: int = 0
    misses: list[Miss] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.hits / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.hits / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        both = self.expected + self.found
        return 2 * self.hits / both if both else 1.0


# --- When two ways of writing are the same -------------------------------------------------------


@lru_cache(maxsize=10_000)
def plain(text: str | None) -> tuple[str, ...]:
    """The folded words, without quotation marks and without what may stand before a name."""
    left = words(text or "")
    while len(left) > 1 and left[0] in ARTICLES | HONORIFICS:
        left = left[1:]
    return tuple(left)


def same_words(expected: Any, found: Any) -> bool:
    return plain(as_text(expected)) == plain(as_text(found))


def same_country(expected: str | None, found: str | None) -> bool:
    """By any of its names: Türkiye is Turkey, Czechia the Czech Republic."""
    if same_words(expected, found):
        return True
    return bool(expected and found) and country_of(expected) == country_of(found) != ""


def same_value(expected: Any, found: Any) -> bool:
    return expected == found


def same_phrase(expected: str | None, found: str | None) -> bool:
    """One phrase holds the other and they share at least half of the words."""
    one, other = sorted((plain(expected), plain(found)), key=len)
    if not one or not other:
        return one == other
    return f" {' '.join(one)} " in f" {' '.join(other)} " and len(one) * 2 >= len(other)


def same_capacity(expected: str | None, found: str | None) -> bool:
    """As a phrase; a form of address alone, "Fr." or "Ms", says as much as nothing."""
    said = [text for text in (expected, found) if set(plain(text)) - HONORIFICS]
    return not said or (len(said) == 2 and same_phrase(*said))


def same_name(expected: dict, found: dict) -> bool:
    return sorted(plain(expected["name"])) == sorted(plain(found["name"]))


def same_organization(expected: dict, found: dict) -> bool:
    return bool(names_of(expected) & names_of(found))


def names_of(organization: dict) -> set[tuple[str, ...]]:
    return {plain(name) for name in (organization["name"], *organization.get("aliases", ()))}


def same_title(expected: dict, found: dict) -> bool:
    return same_words(expected["title"], found["title"])


def same_statement(expected: dict, found: dict) -> bool:
    """By one person, in one manner, and sharing half of the words of the longer text."""
    if expected["kind"] != found["kind"] or not same_words(expected["person"], found["person"]):
        return False
    one, other = Counter(words(expected["text"])), Counter(words(found["text"]))
    return (one & other).total() * 2 >= max(one.total(), other.total())


def as_text(value: Any) -> str:
    return "" if value is None else str(value)


# --- The fields ----------------------------------------------------------------------------------

Same = Callable[[Any, Any], bool]

# One value a report.
VALUES: dict[str, Same] = {
    "event_start": same_value,
    "event_end": same_value,
    "date_precision": same_value,
    "published": same_value,
    "city": same_words,
    "country": same_country,
    "venue": same_phrase,
    "title": same_words,
    "kind": same_value,
    "ordinal": same_value,
    "occasion": same_phrase,
    "source": same_phrase,
    "language": same_value,
}


class Listed(NamedTuple):
    """A field of several things: when two are the same, and what else must then agree."""

    field: str
    same: Same
    also: str | None = None
    agrees: Same = same_value


LISTS: dict[str, Listed] = {
    "people": Listed("people", same_name),
    "people_role": Listed("people", same_name, "role"),
    "people_title": Listed("people", same_name, "title", same_capacity),
    "people_affiliation": Listed("people", same_name, "affiliation", same_phrase),
    "orgs": Listed("orgs", same_organization),
    "orgs_role": Listed("orgs", same_organization, "role"),
    "programme": Listed("programme", same_value),
    "works": Listed("works", same_title),
    "works_kind": Listed("works", same_title, "kind"),
    "works_creator": Listed("works", same_title, "creator", same_words),
    "statements": Listed("statements", same_statement),
}
# Asked only of the people who were found: how many of their capacities are right.
OF_MATCHED = frozenset({"people_title", "people_affiliation"})


def value_of(proposal: dict, name: str) -> Any:
    if name == "occasion":
        return (proposal["occasion"] or {}).get("what")
    if name == "ordinal":
        return (proposal["occasion"] or {}).get("ordinal")
    return proposal[name]


def is_labelled(expected: dict, name: str) -> bool:
    listed = LISTS.get(name)
    return (listed.field if listed else "occasion" if name == "ordinal" else name) in expected


def pairs(expected: list, found: list, same: Same) -> Iterator[tuple[Any, Any]]:
    """Each expected thing with what was found for it; None where there is nothing."""
    left = list(found)
    for thing in expected:
        twin = next((other for other in left if same(thing, other)), None)
        if twin is not None:
            left.remove(twin)
        yield thing, twin
    yield from ((None, other) for other in left)


# --- Counting ------------------------------------------------------------------------------------


def score(samples: Iterable[Sample], read: Callable[[str], dict]) -> dict[str, Tally]:
    """A tally for every field over all samples."""
    tallies = {name: Tally() for name in (*VALUES, *LISTS)}
    for sample in samples:
        found = read(sample.text)
        for name, tally in tallies.items():
            if not is_labelled(sample.expected, name):
                continue
            if name in VALUES:
                count_value(tally, sample, found, name)
            else:
                count_list(tally, sample, found, name)
    return tallies


def count_value(tally: Tally, sample: Sample, found: dict, name: str) -> None:
    ours, theirs = value_of(sample.expected, name), value_of(found, name)
    tally.expected += 1
    tally.found += 1
    if VALUES[name](ours, theirs):
        tally.hits += 1
    else:
        tally.misses.append(Miss(sample.name, as_said(ours), as_said(theirs)))


def count_list(tally: Tally, sample: Sample, found: dict, name: str) -> None:
    listed = LISTS[name]
    for ours, theirs in pairs(sample.expected[listed.field], found[listed.field], listed.same):
        both = ours is not None and theirs is not None
        if name in OF_MATCHED and not both:
            continue
        tally.expected += ours is not None
        tally.found += theirs is not None
        if both and (not listed.also or listed.agrees(ours[listed.also], theirs[listed.also])):
            tally.hits += 1
        else:
            found_as = f"[{theirs[listed.also]}]" if both else shown(theirs, listed.also)
            tally.misses.append(Miss(sample.name, shown(ours, listed.also), found_as))


# --- Printing ------------------------------------------------------------------------------------


def as_said(value: Any) -> str | None:
    return None if value is None else f"“{value}”"


def shown(thing: Any, also: str | None) -> str | None:
    """A thing of a list on one line, with the part that had to agree."""
    if thing is None or isinstance(thing, str):
        return thing
    if "text" in thing:
        return f"{thing['person']}, {thing['kind']}: “{' '.join(thing['text'].split())}”"
    name = thing.get("name") or thing.get("title")
    if also:
        return f"{name} [{thing[also]}]"
    aliases = thing.get("aliases")
    return f"{name} ({', '.join(aliases)})" if aliases else name


def print_scores(tallies: dict[str, Tally]) -> None:
    print(f"{'field':<20}{'right':>8}{'of':>6}{'accuracy':>11}")
    for name in (*VALUES, *sorted(OF_MATCHED)):
        tally = tallies[name]
        if tally.expected:
            print(f"{name:<20}{tally.hits:>8}{tally.expected:>6}{tally.recall:>11.3f}")
    print(
        f"\n{'field':<20}{'right':>8}{'of':>6}{'found':>7}{'precision':>11}{'recall':>8}{'F1':>8}"
    )
    for name in LISTS:
        tally = tallies[name]
        if name not in OF_MATCHED and (tally.expected or tally.found):
            print(
                f"{name:<20}{tally.hits:>8}{tally.expected:>6}{tally.found:>7}"
                f"{tally.precision:>11.3f}{tally.recall:>8.3f}{tally.f1:>8.3f}"
            )


def print_misses(name: str, misses: list[Miss]) -> None:
    """One line a miss: - was not found, + is no such thing, ≠ was found but differs."""
    print(f"\n{name}: {len(misses)} missed")
    for miss in misses:
        listed = name in LISTS
        if listed and miss.found is None:
            print(f"  - {miss.sample:<34} {miss.expected}")
        elif listed and miss.expected is None:
            print(f"  + {miss.sample:<34} {miss.found}")
        else:
            print(f"  ≠ {miss.sample:<34} expected {miss.expected}  found {miss.found}")


# --- Running -------------------------------------------------------------------------------------


def samples_in(folder: Path) -> list[Sample]:
    """Every text of a folder that has its proposal beside it."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        labels = path.with_suffix(".json")
        if labels.exists():
            expected = json.loads(labels.read_text(encoding="utf-8"))
            found.append(Sample(path.stem, path.read_text(encoding="utf-8"), expected))
    return found


def main() -> None:
    chosen = arguments()
    samples = [sample for folder in chosen.folders for sample in samples_in(folder)]
    if not samples:
        raise SystemExit("There is no .txt with a .json beside it.")
    # Once unmeasured: the first report of a process also loads the words and the places.
    propose(samples[0].text)
    took: list[float] = []

    def read(text: str) -> dict:
        started = time.process_time()
        proposal = propose(text)
        took.append(time.process_time() - started)
        return proposal.as_json()

    tallies = score(samples, read)
    print_scores(tallies)
    for name in tallies if "all" in chosen.list else chosen.list:
        print_misses(name, tallies[name].misses)
    milliseconds = statistics.median(took) * 1000
    print(f"\n{len(samples)} reports, {milliseconds:.1f} ms of processor time a report (median)")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.intake_score",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folders", type=Path, nargs="*", default=[SAMPLES], metavar="FOLDER")
    parser.add_argument(
        "--list",
        nargs="+",
        default=[],
        choices=[*VALUES, *LISTS, "all"],
        metavar="FIELD",
        help=f"print every miss of: {', '.join((*VALUES, *LISTS))}, or all",
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
