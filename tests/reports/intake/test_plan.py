import json
from dataclasses import replace

from reports.intake.plan import Plan, plan_of
from reports.intake.reading import propose
from tests.factories.plans import make_plan, occasion, person


def test_plan_is_the_same_after_it_was_kept():
    plan = make_plan()

    assert Plan.from_json(json.loads(json.dumps(plan.as_json()))) == plan


def test_plan_without_an_occasion_is_the_same_after_it_was_kept():
    plan = make_plan(occasion=None)

    assert Plan.from_json(json.loads(json.dumps(plan.as_json()))) == plan


def test_plan_of_another_version_passes_over_names_it_does_not_know():
    stored = make_plan().as_json() | {"mood": "solemn"}
    stored["people"][0]["hat"] = "none"
    del stored["bureau"]

    assert Plan.from_json(json.loads(json.dumps(stored))) == make_plan()


def test_plan_that_is_read_anew_keeps_decisions_and_takes_what_is_new():
    rejected = replace(person("Marta Holm"), wanted=False)
    kept = make_plan(people=(rejected,), headline="As an editor has it", occasion=None)
    fresh = make_plan(
        people=(person("Marta Holm"), person("Piet Vos")), occasion=occasion("flood of 1953")
    )

    plan = kept.reread(fresh)

    assert plan.people == (rejected, person("Piet Vos"))
    assert plan.headline == "As an editor has it"
    assert plan.occasion is None


def test_plan_puts_works_and_speakers_into_the_parts_they_belong_to():
    plan = plan_of(
        propose(
            """Old bridge remembered in Ghent

A ceremony for the old bridge was held in Ghent on 1 February 2026.

Marta Holm, chair of the Harbour Society, said that the bridge had joined two towns.

The documentary film "High Water" was screened, and a choir gave a concert with the song "The Tide".
"""
        )
    )

    parts = {part.kind: part for part in plan.programme}

    assert parts["film_screening"].works == ("High Water",)
    assert parts["concert"].works == ("The Tide",)
    assert parts["speech"].people == ("Marta Holm",)


def test_plan_of_a_copy_without_a_headline_is_headed_by_its_first_sentence():
    plan = plan_of(propose("The old bridge was remembered in Ghent on 1 February 2026. It rained."))

    assert plan.headline == "The old bridge was remembered in Ghent on 1 February 2026."
