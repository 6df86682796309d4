"""The records a plan links to: those on file, and new ones for what is not."""

from datetime import datetime
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models

from events.dates import PartialDate
from events.models import Linkable, Name, Occasion, Organization, Person, Place, Work
from events.names import clean_text, name_key, words
from events.search.index import index_names
from reports.intake.drafting.places import place_of
from reports.intake.matching import links_of, match
from reports.intake.plan import Plan, PlannedLink
from reports.models import Source

_ACRONYM = 10  # letters at most


class Records:
    """Finds each record of a plan once, or makes it; two links of one name mean one record."""

    def __init__(self, plan: Plan, *, by, since: datetime):
        self.plan, self.by = plan, by
        self._matches = match(plan)
        self._since = since  # what came on file after this, nobody could choose
        self._made: dict[tuple[str, tuple], Linkable] = {}
        self._links = {
            noun: [
                link
                for other, link in links_of(plan)
                if other == noun and link.wanted and link.key not in self._matches.cited
            ]
            for noun in ("organization", "person", "work", "occasion")
        }

    def of(self, noun: str) -> list[tuple[PlannedLink, Linkable]]:
        """The wanted links of a noun, each with its record."""
        return [(link, self._record(noun, link)) for link in self._links[noun]]

    def named(self, noun: str, name: str) -> Linkable | None:
        """The record of the wanted link that the report calls so; None if there is none."""
        key = name_key(name)
        for link in self._links[noun] if key else ():
            names = (link.key.partition(":")[2], *map(name_key, (link.name, link.words)))
            if key in names or key in map(name_key, link.aliases):
                return self._record(noun, link)
        return None

    def place(self) -> Place | None:
        """Where the event was; places that are not on file yet are made."""
        planned = self.plan.place
        if planned.record:
            return Place.objects.with_lineage().get(pk=planned.record)
        return place_of(planned, self._matches.places, self.save)

    def source(self) -> Source | None:
        """Who published the report."""
        plan = self.plan
        if plan.source_record:
            return Source.objects.get(pk=plan.source_record)
        if not (name := clean_text(plan.source)):
            return None
        if late := self._came_late("source"):
            return late
        address = urlsplit(plan.source_url)
        website = f"{address.scheme}://{address.netloc}/" if address.netloc else ""
        return self.save(Source(name=name, language=plan.language, website=website))

    def cited(self) -> list[Source]:
        """The outlets on file that the report refers to."""
        wanted = {link.key for _noun, link in links_of(self.plan) if link.wanted}
        return [source for key, source in self._matches.cited.items() if key in wanted]

    def save(self, record: models.Model) -> models.Model:
        """Check and write a new row; what has names is found by them from now on."""
        record.full_clean(validate_constraints=False)
        if self.by:
            record._history_user = self.by
        record.save()
        if isinstance(record, Linkable):
            index_names(record)
        return record

    def _record(self, noun: str, link: PlannedLink) -> Linkable:
        meant = ("pk", link.record) if link.record else ("name", name_key(link.name))
        for sign in (("key", link.key), meant):
            if (noun, sign) in self._made:
                return self._made[noun, sign]
        record = self._on_file(noun, link) or self._new(noun, link)
        for sign in (("key", link.key), meant, ("pk", record.pk)):
            self._made[noun, sign] = record
        return record

    def _on_file(self, noun: str, link: PlannedLink) -> Linkable | None:
        if link.record:
            return _MODELS[noun].objects.get(pk=link.record)
        return self._came_late(link.key)

    def _came_late(self, key: str) -> Linkable | None:
        """What came on file under this very name after the editor chose a new record."""
        found = (each.record for each in self._matches.candidates.get(key, ()) if each.certain)
        return next((record for record in found if record.created_at > self._since), None)

    def _new(self, noun: str, link: PlannedLink) -> Linkable:
        try:
            return getattr(self, f"_new_{noun}")(link)
        except ValidationError as refusal:
            raise ValidationError({link.key: refusal.messages}) from None

    def _new_person(self, link: PlannedLink) -> Person:
        return self._with_other_names(self.save(Person(name=link.name)), link)

    def _new_organization(self, link: PlannedLink) -> Organization:
        kind = link.kind or Organization.Kind.OTHER
        return self._with_other_names(self.save(Organization(name=link.name, kind=kind)), link)

    def _new_work(self, link: PlannedLink) -> Work:
        work = self.save(Work(title=link.name, kind=link.kind or Work.Kind.OTHER))
        if creator := self.named("person", link.creator):
            work.creators.add(creator)
        return self._with_other_names(work, link)

    def _new_occasion(self, link: PlannedLink) -> Occasion:
        occasion = Occasion(name=link.name)
        if link.original:
            original = PartialDate.parse(link.original)
            occasion.original_date = original.first
            occasion.date_precision = original.precision
        return self._with_other_names(self.save(occasion), link)

    def _with_other_names(self, record: Linkable, link: PlannedLink) -> Linkable:
        noun, known = record._meta.model_name, {record.name_key}
        for text in link.aliases:
            if (key := name_key(text)) and key not in known:
                known.add(key)
                self.save(Name(text=text, kind=_kind_of_name(text), **{noun: record}))
        if len(known) > 1:
            index_names(record)
        return record


_MODELS: dict[str, type[Linkable]] = {
    "person": Person,
    "organization": Organization,
    "work": Work,
    "occasion": Occasion,
}


def _kind_of_name(text: str) -> str:
    """An acronym is one word with more than one capital letter: "OSCE", "LuxAz"."""
    capitals = sum(letter.isupper() for letter in text)
    is_acronym = len(words(text)) == 1 and len(text) <= _ACRONYM and capitals > 1
    return Name.Kind.ACRONYM if is_acronym else Name.Kind.ALIAS
