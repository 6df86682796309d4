from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError

from events.search.index import index_names
from reports.intake.pasting import (
    OutdatedPlan,
    UnreadablePaste,
    current_plan,
    keep_plan,
    open_intake,
)
from reports.models import Intake
from tests.factories import make_person, make_report, make_staff

pytestmark = pytest.mark.django_db

TEXT = """Old bridge remembered in Ghent

2 February 2026

The Harbour Society held a commemoration at the Customs House in Ghent, Belgium, on 1 February 2026.

Marta Holm, chair of the Harbour Society, spoke about the flood of 1953 and thanked the volunteers.
"""
ADDRESS = "https://delta.example/news/7"


def test_pasted_report_is_opened_once():
    reporter = make_staff("Reporter")

    intake, is_new = open_intake(TEXT, by=reporter)
    again, is_new_again = open_intake(TEXT.replace("\n", "\r\n") + "\n\n", by=make_staff())

    assert (is_new, is_new_again) == (True, False)
    assert intake == again
    assert (again.headline, again.begun_by) == ("Old bridge remembered in Ghent", reporter)
    assert again.text == TEXT


def test_pasted_report_of_the_same_address_opens_the_first():
    intake, _ = open_intake(TEXT, source_url=ADDRESS)

    again, is_new = open_intake(TEXT + "An update was added later.", source_url=f"{ADDRESS}#top")

    assert (again, is_new) == (intake, False)


def test_pasted_report_whose_address_is_on_file_opens_that_report():
    report = make_report(source_url=ADDRESS)

    intake, is_new = open_intake(TEXT, source_url=ADDRESS)

    assert (intake.report, is_new) == (report, False)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "There is no text in it."),
        (" \n\t ", "There is no text in it."),
        ("\x00\x01\x02\x03PNG" * 50, "That is no text but the content of some other kind of file."),
        ("word " * 250_000, "That is more than 100 kB: paste one report at a time."),
        (
            "Home\nNews\nVideo\nContact\n",
            "No sentences of a report are in it, only what stands around one on a page.",
        ),
    ],
)
def test_what_is_no_report_is_refused_with_a_sentence(text, sentence):
    with pytest.raises(UnreadablePaste) as refusal:
        open_intake(text)

    assert str(refusal.value) == sentence
    assert not Intake.objects.exists()


def test_pasted_report_keeps_its_length_without_what_no_database_keeps():
    intake, _ = open_intake(TEXT.replace("Ghent", "Gh\0n\ud800", 1))

    assert Intake.objects.get().text == TEXT.replace("Ghent", "Gh n?", 1)
    assert current_plan(intake)[1].copy.text == intake.text


def test_plan_of_a_new_paste_knows_who_is_on_file():
    marta = make_person("Marta Holm")
    index_names(marta)
    intake, _ = open_intake(TEXT, source_url=ADDRESS)

    plan, proposal = current_plan(intake)

    assert plan.headline == "Old bridge remembered in Ghent"
    assert plan.source_url == ADDRESS
    assert [one.record for one in plan.people if one.name == "Marta Holm"] == [marta.pk]
    assert proposal.copy.text == TEXT


def test_plan_is_kept_for_a_colleague():
    intake, _ = open_intake(TEXT)
    plan, _ = current_plan(intake)
    editor = make_staff()

    kept = keep_plan(intake, replace(plan, headline="Another"), by=editor, version=1)

    assert (kept.version, kept.headline, kept.changed_by) == (2, "Another", editor)
    assert current_plan(kept)[0].headline == "Another"


def test_plan_that_a_colleague_has_saved_since_is_not_overwritten():
    intake, _ = open_intake(TEXT)
    plan, _ = current_plan(intake)
    keep_plan(intake, replace(plan, headline="Theirs"), by=None, version=1)

    with pytest.raises(OutdatedPlan):
        keep_plan(intake, replace(plan, headline="Mine"), by=None, version=1)

    assert Intake.objects.get().headline == "Theirs"


def test_plan_with_nonsense_is_not_kept():
    intake, _ = open_intake(TEXT)
    plan, _ = current_plan(intake)

    with pytest.raises(ValidationError) as refusal:
        keep_plan(intake, replace(plan, start="soon"), by=None, version=1)

    assert refusal.value.message_dict == {"start": ["“soon” is no date of the calendar."]}


def test_rejected_suggestion_is_not_suggested_again():
    intake, _ = open_intake(TEXT)
    plan, _ = current_plan(intake)
    rejected = tuple(replace(one, wanted=False) for one in plan.people)

    kept = keep_plan(intake, replace(plan, people=rejected), by=None, version=1)

    assert [one.wanted for one in current_plan(kept)[0].people] == [False] * len(rejected)
    assert rejected
