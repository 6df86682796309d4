"""What a list holds, in numbers: how many, when, where, and under which headings beside its own.

Where one heading and one period say all, the tallies answer exactly. Otherwise the newest records
of the list are looked through, 500 at most, and every number says if there may be more.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from operator import itemgetter

from django.db.models import Count as CountRows
from django.db.models import QuerySet

from events.dates import PartialDate
from events.filters import ArchiveFilter, language_name
from events.instruments.map import Map, PlaceCount, draw_map
from events.instruments.strip import Strip, scale_of, time_strip
from events.keyset import Page
from events.models import Count, Event, Listing
from events.models.event import LASTING
from events.models.heading import FACETS, noun_of, value_of
from events.models.tally import LENGTHS, Question, TallyRow, periods_of, rows_of, scale_of_period

CAP = 500  # records of a sample; each is two rows to be found
SHOWN = 8  # values of a facet
MOST_PLACES = 60  # on the map beside a list


@dataclass(slots=True)
class FacetValue:
    """One way to narrow the list, and how many records that would leave."""

    label: str
    count: Count
    url: str
    chosen: bool = False
    depth: int = 0
    nofollow: bool = False  # a third filter and further: crawlers stop here


@dataclass(frozen=True, slots=True)
class Facet:
    """The most frequent values of one filter within the list."""

    name: str
    label: str
    values: list[FacetValue]
    more: bool


class Sample:
    """The newest records of a list, as many as are looked through."""

    def __init__(self, segments: Sequence[QuerySet]):
        lines: list[tuple[int, str, str | None, str]] = []
        for segment in segments:
            lines += segment.packed(CAP + 1 - len(lines))
            if len(lines) > CAP:
                break
        self.lines, self.capped = lines[:CAP], len(lines) > CAP
        self.total = Count(len(self.lines), self.capped)

    def first_page(self, size: int = 20) -> Page:
        """The ids on the first page of the list, so that it need not be asked for again."""
        pks = [pk for pk, *_ in self.lines[:size]]
        more = len(self.lines) > size
        return Page(pks, None, f"{self.lines[size - 1][1]}.{pks[-1]}" if more else None)

    @cached_property
    def headings(self) -> Counter[str]:
        """How many of the records stand under each heading."""
        return Counter(" ".join(packed for *_, packed in self.lines if packed).split())

    @cached_property
    def by_facet(self) -> dict[str, list[tuple[str, int]]]:
        """The headings of each facet, the most frequent first."""
        found = {noun: list(each) for noun, each in groupby(sorted(self.headings.items()), _noun)}
        for counts in found.values():
            counts.sort(key=itemgetter(1), reverse=True)  # those of one number stay in order
        return found

    def most_frequent(self, facet: str, most: int) -> dict[str, Count]:
        found = self.by_facet.get(facet, ())
        return {key: Count(count, self.capped) for key, count in found[:most]}

    def bars(self, scale: str) -> dict[str, Count]:
        """How many in each period; from where the sample ends, there may be more."""
        width = LENGTHS[scale]
        counts = Counter(first[:width] for _, first, last, _ in self.lines if not last)
        for _, first, last, _ in self.lines:
            if last:
                days = date.fromisoformat(first), date.fromisoformat(last)
                periods = periods_of(*days, with_days=scale == "day")
                counts.update(period for period in periods if len(period) == width)
        oldest = self.lines[-1][1][:width] if self.capped else ""
        return {period: Count(count, period <= oldest) for period, count in counts.items()}


def _noun(counted: tuple[str, int]) -> str:
    return noun_of(counted[0])


class Survey:
    """The numbers around the list that a valid form asks for: total, strip, map and facets, and of
    a date archive the nearest periods that are not empty.

    `address` gives the list of another period: all, one PartialDate, or from one to another.
    """

    def __init__(
        self,
        table: type[Listing],
        form: ArchiveFilter,
        segments: Sequence[QuerySet],
        address: Callable[..., str],
        *,
        most_places: int = MOST_PLACES,
    ):
        self.most_places = most_places
        self.table, self.form = table, form
        self.noun, self.heading = table.record_name, form.only_heading
        self.period = str(form.whole_period or "")
        self.is_whole = bool(self.period) or not (form.first_day or form.last_day)
        self.period_scale = scale_of_period(self.period)
        self.scale = scale_of(form.first_day, form.last_day)
        # The tallies keep days for everything only, and nothing of two headings together.
        self.sample = None
        if self.heading != "" or not self.is_whole or self.period_scale == "day":
            self.sample = Sample(segments)
        self.rows = rows_of(self.noun, dict(self._questions()))
        self.total = self._total()
        self.is_narrowed_twice = len(form.chips()) > 1
        self.strip: Strip = time_strip(
            self._bars(), first=form.first_day, last=form.last_day, address=address
        )
        self.facets: list[Facet] = [facet for name in FACETS if (facet := self._facet(name))]
        self.map: Map = draw_map(self._places())
        self.neighbours = {
            name: PartialDate.parse(row.period)
            for name in ("previous", "next")
            for row in self.rows.get(name, ())
        }

    # --- What is asked of the tallies, all in one query -------------------------------------------

    def _questions(self) -> Iterator[tuple[str, Question]]:
        if around := self.form.period:
            yield "previous", Question.beside(str(around), later=False)
            yield "next", Question.beside(str(around), later=True)
        if self.has_tallied_bars:
            within = self.period[: {"year": 0, "month": 4, "day": 7}[self.scale]]
            yield "bars", Question.under(self.heading, self.scale, within)
        if self.has_tallied_total:
            yield "total", Question.of([self.heading], self.period)
        if self.sample:
            if keys := {key for name in (*FACETS, "at") for key in self._frequent(name)}:
                yield "names", Question.of(sorted(keys))
            return
        for name in (*FACETS, "at"):
            most = self.most_places if name == "at" else SHOWN + 1
            yield name, Question.busiest(name, self.period, most)

    @property
    def has_tallied_bars(self) -> bool:
        return self.heading == "" or (self.heading is not None and self.scale != "day")

    @property
    def has_tallied_total(self) -> bool:
        kept = self.heading == "" or self.period_scale != "day"
        return self.is_whole and self.heading is not None and kept

    def _frequent(self, name: str) -> dict[str, Count]:
        """The most frequent headings of the sample, and those the list is narrowed to."""
        most = self.most_places if name == "at" else SHOWN + 1
        found = self.sample.headings
        chosen = {key: Count(found[key], self.sample.capped) for key in self._chosen(name)}
        return chosen | self.sample.most_frequent(name, most)

    def _chosen(self, name: str) -> list[str]:
        return [] if name == "at" else self.form.headings_of(name)

    # --- What is made of the answers --------------------------------------------------------------

    def _total(self) -> Count:
        if self.has_tallied_total:
            return Count(sum(row.count for row in self.rows["total"]))
        return self.sample.total

    def _bars(self) -> Mapping[str, Count]:
        if self.has_tallied_bars:
            return {row.period: Count(row.count) for row in self.rows["bars"]}
        if self.heading is None or (self.period_scale == "month" and not self.sample.capped):
            return self.sample.bars(self.scale)
        return self._days()

    def _days(self) -> dict[str, Count]:
        """The days of a month under one heading, counted on the lines."""
        first, last = self.form.month
        lines = self.table.objects.counted()
        days = lines.filter(heading=self.heading).between(first, last).values_list("date")
        counts = Counter({str(day): count for day, count in days.annotate(CountRows("pk"))})
        began = date.fromordinal(max(first.toordinal() - Event.LONGEST_DAYS, 1))
        lasting = lines.filter(heading=f"{LASTING}{self.heading}").lasting_to(first)
        for start, until in lasting.between(began, last).values_list("date", "until"):
            for day in range(max(start.toordinal() + 1, first.toordinal()), until.toordinal() + 1):
                if day <= last.toordinal():
                    counts[str(date.fromordinal(day))] += 1
        return {day: Count(count) for day, count in counts.items()}

    def _values(self, name: str) -> list[tuple[TallyRow, Count]]:
        """The headings of one noun with what the list holds under each, the most first."""
        if not self.sample:
            return [(row, Count(row.count)) for row in self.rows[name]]
        names = {row.key: row for row in self.rows.get("names", ())}
        return [(names[key], n) for key, n in self._frequent(name).items() if key in names]

    def _facet(self, name: str) -> Facet | None:
        values = self._values(name)
        chosen = set(self._chosen(name))
        if chosen:
            values = _inside(values, chosen)
        shown = [each for each in values if each[0].key in chosen]
        shown += [each for each in values if each[0].key not in chosen][: SHOWN - len(shown)]
        if not shown or (len(values) == 1 and not chosen and name in ("kind", "language")):
            return None
        shown.sort(key=lambda each: -each[1].number)
        return Facet(
            name=name,
            label=str(self.form.fields[name].label),
            values=[
                FacetValue(
                    label=self._label(row),
                    count=count,
                    url=self._url(name, row, row.key in chosen),
                    chosen=row.key in chosen,
                    depth=depth,
                    nofollow=self.is_narrowed_twice,
                )
                for depth, (row, count) in (_as_tree(shown) if name == "place" else _flat(shown))
            ],
            more=len(values) > len(shown),
        )

    def _label(self, row: TallyRow) -> str:
        noun, value = noun_of(row.key), value_of(row.key)
        if noun == "kind":
            return str(dict(Event.Kind.choices)[value])
        return language_name(value) if noun == "language" else row.label

    def _url(self, name: str, row: TallyRow, is_chosen: bool) -> str:
        if not is_chosen:
            return f"?{self.form.query_with(name, value_of(row.key))}"
        others = [value_of(key) for key in self._chosen(name) if key != row.key]
        return f"?{self.form.query_of(name, others)}"

    def _places(self) -> list[PlaceCount]:
        return [
            PlaceCount(
                row.label, self._url("place", row, False), count, row.latitude, row.longitude
            )
            for row, count in self._values("at")
        ]


Shown = list[tuple[TallyRow, Count]]


def _inside(values: Shown, chosen: set[str]) -> Shown:
    """The chosen values and the places in them.

    Two values of a filter are alternatives: any other would not narrow the list, and it would not
    hold what is counted here.
    """
    inside = set(chosen)
    for _depth in range(3):  # of regions, cities and venues
        inside |= {row.key for row, _count in values if row.parent in inside}
    return [each for each in values if each[0].key in inside]


def _flat(shown: Shown) -> Iterable[tuple[int, tuple[TallyRow, Count]]]:
    return ((0, each) for each in shown)


def _as_tree(shown: Shown) -> Iterator[tuple[int, tuple[TallyRow, Count]]]:
    """Each place under the one around it, as far as that is shown too."""
    keys = {row.key for row, _ in shown}

    def below(parent: str, depth: int) -> Iterator[tuple[int, tuple[TallyRow, Count]]]:
        for each in shown:
            around = each[0].parent if each[0].parent in keys else ""
            if around == parent:
                yield depth, each
                yield from below(each[0].key, depth + 1)

    return below("", 0)
