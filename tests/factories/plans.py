"""Plans of pasted reports, as an editor would have confirmed them."""

from dataclasses import replace

from reports.intake.plan import (
    Plan,
    PlannedOccasion,
    PlannedOrganization,
    PlannedPart,
    PlannedPerson,
    PlannedPlace,
    PlannedStatement,
    PlannedWork,
)
from reports.intake.proposal import item_key
from reports.models import Intake

FIRST = "The Harbour Society remembered the flood of 1953 in the Old Customs House in Ghent."
SPOKEN = "Marta Holm, chair of the Harbour Society, thanked the volunteers."
SHOWN = "The film “High Water” by Piet Vos was shown after a minute of silence."


def person(name: str, role="speaker", **fields) -> PlannedPerson:
    fields.setdefault("words", name)
    return PlannedPerson(key=item_key("person", name), name=name, role=role, **fields)


def organization(name: str, role="organizer", **fields) -> PlannedOrganization:
    fields.setdefault("words", name)
    return PlannedOrganization(key=item_key("organization", name), name=name, role=role, **fields)


def work(title: str, kind="film", **fields) -> PlannedWork:
    return PlannedWork(key=item_key("work", title), name=title, words=title, kind=kind, **fields)


def occasion(name: str, **fields) -> PlannedOccasion:
    return PlannedOccasion(key=item_key("occasion", name), name=name, words=name, **fields)


def part(kind: str, **fields) -> PlannedPart:
    return PlannedPart(key=item_key("part", kind), kind=kind, **fields)


GHENT = PlannedPlace(
    venue="Old Customs House",
    city="Ghent",
    country="Belgium",
    country_code="BE",
    geonames=2797656,
    lat=51.05,
    lon=3.7167,
    sentence=FIRST,
)


def make_plan(**changes) -> Plan:
    """An evening in Ghent with something of everything."""
    plan = Plan(
        headline="Flood of 1953 remembered in Ghent",
        body=f"{FIRST}\n\n{SPOKEN} {SHOWN}",
        source="Delta Wire",
        language="en",
        published="2026-02-02",
        published_time="18:05",
        kind="commemoration",
        start="2026-02-01",
        when_words="on Sunday",
        when_sentence=FIRST,
        place=GHENT,
        occasion=occasion("flood of 1953", ordinal=73, sentence=FIRST),
        organizations=(
            organization("Harbour Society", aliases=("HaSo",), sentence=FIRST),
            organization("Dyke Museum", "mentioned"),
        ),
        people=(
            person(
                "Marta Holm",
                capacity="chair of the Harbour Society",
                affiliation="Harbour Society",
                sentence=SPOKEN,
            ),
            person("Piet Vos", "mentioned", sentence=SHOWN),
        ),
        works=(work("High Water", creator="Piet Vos", sentence=SHOWN),),
        programme=(
            part("minute_of_silence", sentence=SHOWN),
            part("film_screening", works=("High Water",), sentence=SHOWN),
        ),
        statements=(
            PlannedStatement(
                key="statement:thanks",
                text="thanked the volunteers",
                person="Marta Holm",
                capacity="chair of the Harbour Society",
            ),
        ),
    )
    return replace(plan, **changes)


def make_intake(plan: Plan | None = None, **fields) -> Intake:
    """Work on a pasted report with a plan that was kept."""
    plan = plan or make_plan()
    text = fields.pop("text", f"{plan.headline}\n\n{plan.body}")
    key = Intake.key_of(text)
    return Intake.objects.create(text=text, text_key=key, plan=plan.as_json(), **fields)
