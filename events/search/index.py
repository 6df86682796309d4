"""Write the search index: what is public now, and the names the archive knows.

`index_records` is called with every change of an event or report, in its transaction and after its
lines in the public index are written; `index_names` with every change of a person, place and the
like. `index_in_bulk` does the same for a whole archive.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from operator import attrgetter
from types import ModuleType

from django.apps import apps
from django.db import connection, models, transaction

from events.models import Edition, Listing, Publishable
from events.models.bulk import insert_rows
from events.models.event import LASTING
from events.models.linkable import PublicWhenLinked
from events.models.listing import listed_in, listing_of
from events.models.search import KnownName
from events.search import postgresql, sqlite
from events.search.beside import each_with_result
from events.search.entry import IDENTITY, Entry, Match, Wording, identity_of, marks_for
from events.search.rows import Lacking, rows_of, worth_learning

_CHUNK = 1000
_FEW = 3000  # records, whose words are folded before another process would be up
_REMEMBERED = 500_000  # words, so that loading need not teach them again: some 50 MB
# Headings that make the record behind a record public and narrow no list, and second lines.
_NO_FILTERS = ("creator:", "origin:", "cited:", "event:", LASTING)


@dataclass(frozen=True)
class Searched:
    """The fields of a noun that are searched, by how much a word in them says."""

    title: str
    lead: str
    body: tuple[str, ...]
    parts: tuple[str, ...] = ()  # fields of linked rows, which belong to the body

    @property
    def fields(self) -> tuple[str, ...]:
        return (self.title, self.lead, *self.body)


SEARCHED = {
    "event": Searched(
        title="title",
        lead="summary",
        body=("description",),
        parts=("participations__capacity", "programme__title"),
    ),
    "report": Searched(title="headline", lead="standfirst", body=("body", "byline")),
}


def store() -> ModuleType:
    """The index of the database in use."""
    return {"sqlite": sqlite, "postgresql": postgresql}[connection.vendor]


def index_records(records: Collection[Publishable], lines: Iterable[tuple[int, str]]) -> None:
    """Write what the index holds of these records of one noun anew; what is hidden leaves it.

    They are loaded `with_headings`; `lines` are all that are open of theirs, each as the record's
    id and the heading it stands under.
    """
    noun = records[0]._meta.model_name if records else ""
    headings: dict[int, list[str]] = {}
    for pk, heading in lines:
        headings.setdefault(pk, []).append(heading)
    entries = [_entry_of(each, headings[each.pk]) for each in records if each.pk in headings]
    hidden = [each.pk for each in records if each.pk not in headings]
    with transaction.atomic(savepoint=False):
        if hidden:
            store().remove([identity_of(noun, pk) for pk in hidden])
        if entries:
            store().write(entries)
            words = set().union(*(part for entry in entries for part in entry.texts))
            store().learn(worth_learning(words))


def mark_also(model: type[Publishable], headings: dict[int, set[str]]) -> None:
    """Let records be found under more headings, those of them that are in the index."""
    noun = model._meta.model_name
    store().mark_also({identity_of(noun, pk): marks_for(new) for pk, new in headings.items()})


def unindex(model: type[Publishable], pks: Iterable[int]) -> None:
    """Take records out of the index, before or after they are deleted."""
    store().remove({identity_of(model._meta.model_name, pk) for pk in pks})


def _entry_of(record: Publishable, headings: Iterable[str]) -> Entry:
    """What the index should hold of a record that is loaded with its parts."""
    noun = record._meta.model_name
    searched = SEARCHED[noun]
    title, lead, *body = (getattr(record, name) for name in searched.fields)
    for relation, field in (part.split("__") for part in searched.parts):
        body += sorted(getattr(row, field) for row in getattr(record, relation).all())
    match = Match(record.listing_date, record.pk, noun)
    return Entry.of(match, title, lead, body, _filters(headings))


def _filters(headings: Iterable[str]) -> list[str]:
    """Of a record's headings those by which lists are narrowed."""
    return [heading for heading in headings if heading and not heading.startswith(_NO_FILTERS)]


def _wordings(model: type[Publishable], pks: Collection[int]) -> Iterator[Wording]:
    """What the index should hold of these records: of the hidden ones nothing."""
    lines = listing_of(model)
    headings: dict[int, list[str]] = {}
    dates = {}
    stands = lines.objects.counted().filter(**{f"{lines.record_name}__among": pks})
    for pk, heading, day in stands.values_list(f"{lines.record_name}_id", "heading", "date"):
        dates[pk] = day
        headings.setdefault(pk, []).append(heading)
    searched, noun = SEARCHED[lines.record_name], lines.record_name
    parts = _parts(model, dates, searched.parts)
    texts = model.objects.filter(pk__among=dates).values_list("pk", *searched.fields)
    for pk, title, lead, *body in texts:
        text = [*body, *parts.get(pk, ())]
        yield Wording(Match(dates[pk], pk, noun), title, lead, text, _filters(headings[pk]))


def _parts(model, pks: Collection[int], fields: Iterable[str]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for field in fields:
        rows = model.objects.filter(pk__among=pks).exclude(**{field: ""})
        for pk, text in rows.values_list("pk", field).order_by("pk", field):
            if text:
                found.setdefault(pk, []).append(text)
    return found


# --- Names ----------------------------------------------------------------------------------------


def named_models() -> list[type[models.Model]]:
    """People, places, topics …: all that has names and is public when linked."""
    return [model for model in apps.get_models() if issubclass(model, PublicWhenLinked)]


def index_names(record: models.Model) -> None:
    """Write the names of a person, place and the like anew."""
    rows = {_content(row): row for row in _names_of(record)}
    there = KnownName.objects.filter(noun=record._meta.model_name, record=record.pk)
    known = {_content(row): row.pk for row in there}
    with transaction.atomic():
        there.filter(pk__in=[known[content] for content in known.keys() - rows.keys()]).delete()
        new = [row for content, row in rows.items() if content not in known]
        KnownName.objects.bulk_create(new)  # in this order, the usual name first


def forget_names(model: type[models.Model], pks: Iterable[int]) -> None:
    """Drop the names of records that are deleted."""
    KnownName.objects.filter(noun=model._meta.model_name, record__in=list(pks)).delete()


def _content(row: KnownName) -> tuple:
    return row.name, row.turned


def _names_of(record: models.Model) -> list[KnownName]:
    names = [record.display_name, *getattr(record, "other_names", ())]
    if hasattr(record, "names"):
        names += [other.text for other in record.names.all()]
    noun = record._meta.model_name
    return [row for name in dict.fromkeys(names) for row in KnownName.turns(noun, record.pk, name)]


# --- A whole archive ------------------------------------------------------------------------------


def index_in_bulk(progress: Callable[[int], None] = lambda done: None) -> int:
    """Bring the whole index up to date: add what it lacks, drop what is not public any more.

    Interrupted, it goes on the next time: each chunk is a transaction. Returns how many records
    were added. `progress` is told how many have been looked at.
    """
    _index_all_names()
    added, learned = 0, set()
    much = is_mostly_lacking()
    beside = much and public_total() > _FEW
    with store().loading(much=much):
        for table in Listing.__subclasses__():
            for looked_at, lacking in _add_lacking(table, learned, beside=beside):
                added += lacking
                progress(looked_at)
    for table in Listing.__subclasses__():
        _drop_hidden(table)
    return added


def public_total() -> int:
    """How many records the index should hold."""
    return sum(
        table.objects.counted().filter(heading="").count() for table in Listing.__subclasses__()
    )


def is_mostly_lacking() -> bool:
    """Whether the index holds less than half of what it should."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM search_entry")
        return cursor.fetchone()[0] * 2 < public_total()


def _public_keys(table: type[Listing]) -> Iterator[list[int]]:
    """The numbers of all public records of a noun in ascending order, by the thousand."""
    record = f"{table.record_name}_id"
    lines = table.objects.counted().filter(heading="").order_by("date", record)
    after = None
    while True:
        # By key: no transaction is open between two chunks, and none is read twice.
        rest = lines if after is None else lines.filter(_beyond(record, *after))
        rows = list(rest.values_list("date", record)[:_CHUNK])
        if not rows:
            return
        yield [Match(day, pk, table.record_name).key for day, pk in rows]
        after = rows[-1]


def _beyond(record: str, day, pk: int) -> models.Q:
    return models.Q(date__gte=day) & (
        models.Q(date__gt=day) | models.Q(**{"date": day, f"{record}__gt": pk})
    )


def _add_lacking(
    table: type[Listing], learned: set[str], *, beside: bool
) -> Iterator[tuple[int, int]]:
    """Add what the index lacks; tell of each chunk how many were looked at, and how many added."""
    fold = partial(rows_of, store().row_of)
    chunks = (_lacking(table, keys) for keys in _public_keys(table))
    for chunk, found in each_with_result(fold, chunks, beside=beside):
        if chunk.wordings:
            with transaction.atomic():
                if Edition.current().number != chunk.edition:  # somebody was quicker
                    found = fold(_lacking(table, chunk.keys))
                # One whose date has changed is held under another number.
                store().remove([row[0] & IDENTITY for row in found.rows])
                store().load(found.rows)
                store().learn(new := found.words - learned)
            if len(learned) < _REMEMBERED:
                learned |= new
        yield len(chunk.keys), len(found.rows)


def _lacking(table: type[Listing], keys: list[int]) -> Lacking:
    edition = Edition.current().number  # first: what changes from here on begins another
    held = store().indexed_among(keys)
    pks = [Match.at(key).pk for key in keys if key not in held]
    return Lacking(keys, edition, list(_wordings(listed_in(table), pks)))


def _drop_hidden(table: type[Listing]) -> None:
    """Take out what has no open line any more."""
    record = f"{table.record_name}_id"
    after = -1
    while keys := store().some_keys(after, _CHUNK):
        after = keys[-1]
        held = [match for match in map(Match.at, keys) if match.noun == table.record_name]
        pks = [match.pk for match in held]
        public = set(table.objects.counted().of_records(pks).values_list("date", record))
        store().remove([match.key & IDENTITY for match in held if match[:2] not in public])


def _index_all_names() -> None:
    """Write all names anew, a noun at a time."""
    for model in named_models():
        noun = model._meta.model_name
        records = model.objects.order_by("pk")
        if hasattr(model, "names"):
            records = records.prefetch_related("names")
        with transaction.atomic():
            KnownName.objects.filter(noun=noun).delete()
            rows = (row for record in records.iterator(_CHUNK) for row in _names_of(record))
            while chunk := list(islice(rows, _CHUNK)):
                insert_rows(KnownName, _COLUMNS, map(attrgetter(*_COLUMNS), chunk))


_COLUMNS = ("noun", "record", "name", "key", "turned", "sound", "is_whole")
