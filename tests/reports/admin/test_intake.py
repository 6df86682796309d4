"""The intake desk as its staff use it: paste, look, correct, make drafts."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from events.models import Event, Person
from events.search.index import index_names
from reports.models import Intake, Report
from tests.back_office import Desk
from tests.factories import make_person

pytestmark = [pytest.mark.django_db, pytest.mark.alike]

PASTE = reverse("admin:reports_intake_add")
WIRE = """\
 date 2026-02-23 Someone Else  Energy talks
    Evening of remembrance held in Brussels

    Foreign policy
    • 23 February, 2026
    • 20:01
    Evening of remembrance held in Brussels

    An evening marking the 40th anniversary of the Rovna mine disaster was held at the Miners' \
House in Brussels.

    The event was organized by the Association of Miners' Families, with support from the \
Embassy of Slovakia in Belgium. Those present observed a minute of silence.

    Jana Horvathova, chairwoman of the Association of Miners' Families, said that the names \
of the dead must be read aloud every year.

    A documentary film "Under the Hill" was shown.

    Photo
"""


def paste(desk: Desk, text: str = WIRE, **given):
    return desk.open(PASTE).send("_read", text=text, **given)


def test_intake_desk_shows_what_is_proposed():
    sheet = paste(Desk())

    form = sheet.form()
    assert sheet.status == 200
    assert form["headline"] == ["Evening of remembrance held in Brussels"]
    assert form["published"] == ["2026-02-23"]
    assert form["city"] == ["Brussels"]
    assert form["people-0-name"] == ["Jana Horvathova"]
    assert form["people-0-capacity"] == ["chairwoman of the Association of Miners' Families"]
    assert "An evening marking the 40th anniversary" in sheet.words


def test_intake_desk_saves_nothing_in_the_archive_before_it_is_asked_to():
    sheet = paste(Desk()).send("_keep", people___0___name="Jana Horváthová")

    assert sheet.messages == ["Kept. Nothing is in the archive yet."]
    assert (Report.objects.count(), Event.objects.count(), Person.objects.count()) == (0, 0, 0)


def test_intake_desk_keeps_half_done_work_for_a_colleague():
    paste(Desk()).send("_keep", event_title="Remembrance evening")

    sheet = Desk("Reporter").change(Intake.objects.get())

    assert sheet.form()["event_title"] == ["Remembrance evening"]


def test_intake_desk_makes_drafts_of_what_is_wanted():
    sheet = paste(Desk()).send(
        "_drafts", source="The Wire", people___0___name="Jana Horváthová", works___0___wanted=[]
    )

    report = Report.objects.get()
    event = report.events.get()
    assert sheet.address == reverse("admin:reports_report_change", args=[report.pk])
    assert (report.status, event.status) == ("draft", "draft")
    assert report.headline == "Evening of remembrance held in Brussels"
    assert [str(part) for part in event.participations.all()] == ["Jana Horváthová (speaker)"]
    assert not event.programme.filter(works__isnull=False).exists()


def test_intake_desk_publishes_for_who_may():
    sheet = paste(Desk()).send("_publish", source="The Wire", event_title="Remembrance evening")

    report = Report.objects.published().get()
    assert sheet.messages == [
        "Remembrance evening: Now published.",
        "Evening of remembrance held in Brussels: Now published.",
    ]
    assert report.events.published().count() == 1
    assert "Make drafts and publish" not in paste(Desk("Reporter"), WIRE + "Again").buttons


def test_intake_desk_links_to_who_is_on_file():
    known = make_person("Jana Horváthová")
    index_names(known)
    sheet = paste(Desk())
    assert sheet.form()["people-0-record"] == [str(known.pk)]

    sheet.send("_drafts", source="The Wire")

    assert Person.objects.get() == known


def test_intake_opens_the_first_when_the_same_is_pasted_again():
    first = paste(Desk())
    second = paste(Desk("Reporter"), WIRE.replace("    ", "  "))

    assert second.address == first.address
    assert "was pasted" in second.messages[0]
    assert Intake.objects.count() == 1


def test_intake_takes_an_address_that_comes_with_the_second_paste():
    paste(Desk())
    again = paste(Desk("Reporter"), source_url="https://wire.example/1")

    assert again.form()["source_url"] == ["https://wire.example/1"]
    assert Intake.objects.count() == 1


def test_intake_leads_to_the_report_when_drafts_were_made():
    opened = paste(Desk())
    other = Desk().open(opened.address)
    opened.send("_drafts", source="The Wire")

    late = other.send("_drafts", source="The Wire")

    assert late.messages == ["The drafts of this text were made before: this is the report."]
    assert Report.objects.count() == 1


def test_intake_desk_tells_of_a_colleague_who_saved_meanwhile():
    sheet = paste(Desk())
    other = Desk().open(sheet.address)
    sheet.send("_keep", event_title="Theirs")

    late = other.send("_keep", event_title="Mine")

    assert late.status == 400
    assert "A colleague saved this" in late.errors[0]
    assert late.form()["event_title"] == ["Mine"]
    late.send("_keep")
    assert Desk().open(sheet.address).form()["event_title"] == ["Mine"]


def test_intake_desk_keeps_a_chosen_record_on_offer_under_another_name():
    known = make_person("Jana Horváthová")
    index_names(known)
    sheet = paste(Desk()).send("_keep", people___0___name="Ivana Petrova")

    assert sheet.form()["people-0-record"] == [str(known.pk)]
    sheet.send("_drafts")
    assert list(Person.objects.all()) == [known]


def test_intake_desk_keeps_a_chosen_event_on_offer_on_another_day():
    paste(Desk()).send("_drafts")
    sheet = paste(Desk(), f"{WIRE}\nAnother outlet.\n")
    event = Event.objects.get()
    sheet = sheet.send("_keep", event=str(event.pk)).send("_keep", start="1 May 2020")

    assert sheet.form()["event"] == [str(event.pk)]
    sheet.send("_drafts")
    assert Event.objects.get() == event


def test_intake_desk_chooses_the_likely_event_until_somebody_decides():
    paste(Desk()).send("_drafts")
    event = Event.objects.get()

    sheet = paste(Desk(), f"{WIRE}\nAnother outlet.\n")
    assert sheet.form()["event"] == [str(event.pk)]

    sheet = sheet.send("_keep", event="")
    assert sheet.form()["event"] == [""]


def test_intake_desk_drops_what_was_emptied():
    sheet = paste(Desk()).send("_keep", people___0___name="")

    assert sheet.form()["people-0-name"] == ["Jana Horvathova"]
    assert "people-0-wanted" not in sheet.form()


@pytest.mark.parametrize(
    "lost",
    [
        {"people___TOTAL_FORMS": "0"},
        {"people___TOTAL_FORMS": "-5"},
        {"people___TOTAL_FORMS": []},
        {"version": []},
        {"version": "-1"},
    ],
)
def test_intake_desk_makes_nothing_of_a_page_that_came_in_parts(lost):
    sheet = paste(Desk()).send("_drafts", **lost)

    assert sheet.status == 400
    assert "The page did not arrive whole, and nothing was saved. Open it anew." in sheet.errors
    assert not Report.objects.exists()


def test_intake_desk_shortens_a_long_headline_over_the_page():
    long = "Evening of remembrance " + "for those who went down and did not come back " * 3
    sheet = paste(Desk(), WIRE.replace("Evening of remembrance held", long + "held"))

    title = (
        "Evening of remembrance for those who went down and did not come back for those who went…"
    )
    assert sheet.words.startswith(title)


def test_intake_desk_takes_long_texts_in_any_script():
    page = paste(Desk()).response.content.decode()

    assert 'enctype="multipart/form-data"' in page


def test_intake_desk_publishes_all_or_nothing():
    sheet = paste(Desk()).send("_publish", source="")

    assert "The report has no source." in sheet.messages[0]
    assert (Event.objects.published().count(), Report.objects.published().count()) == (0, 0)


def test_intake_desk_makes_no_drafts_for_who_asks_to_publish_and_may_not():
    sheet = paste(Desk("Reporter")).send("_publish")

    assert sheet.status == 403
    assert not Report.objects.exists()


def test_intake_desk_says_what_is_folded_away_and_what_was_not_found():
    sheet = paste(Desk())

    assert "speaker chairwoman of the Association of Miners' Families" in sheet.words
    assert "None was found." not in sheet.words
    lonely = paste(Desk(), "Rain\n\nIt rained all of Tuesday in the town, and on Wednesday too.\n")
    assert "None was found." in lonely.words


def test_intake_desk_keeps_what_was_typed_when_something_is_wrong():
    sheet = paste(Desk()).send("_drafts", start="30 February 2026", event_title="An evening")

    assert sheet.status == 400
    assert sheet.errors == ["There is no such day in the calendar."]
    assert sheet.form()["start"] == ["30 February 2026"]
    assert sheet.form()["event_title"] == ["An evening"]
    assert Report.objects.count() == 0


def test_intake_desk_does_not_suggest_again_what_was_rejected():
    sheet = paste(Desk())
    sheet.send("_keep", people___0___wanted=[])

    again = paste(Desk())

    assert "people-0-wanted" not in again.form()


def test_intake_desk_takes_what_was_missed():
    sheet = paste(Desk())
    number = int(sheet.form()["people-TOTAL_FORMS"][0]) - 1
    row = {f"people-{number}-name": "Jozef Novak", f"people-{number}-role": "attendee"}
    sheet.send("_drafts", source="The Wire", **row)

    event = Event.objects.get()
    assert "Jozef Novak (attendee)" in [str(part) for part in event.participations.all()]


def test_intake_takes_files_with_several_reports():
    desk = Desk()
    two = f"{WIRE}\n\f\n{WIRE.replace('Brussels', 'Vienna').replace('Horvathova', 'Lang')}"
    files = SimpleUploadedFile("two.txt", two.encode("utf-16"))

    answer = desk.client.post(PASTE, {"text": "", "files": files}, follow=True)

    assert answer.redirect_chain == [(reverse("admin:reports_intake_changelist"), 302)]
    assert Intake.objects.count() == 2
    assert "2 reports are open." in answer.content.decode()


def test_intake_tells_once_what_was_pasted_before():
    desk = Desk()
    other = WIRE.replace("Brussels", "Vienna").replace("Horvathova", "Lang")
    paste(desk, f"{WIRE}\n\f\n{other}")

    again = paste(desk, f"{WIRE}\n\f\n{other}\n\f\n{WIRE}")

    assert again.messages == [
        "2 of them were pasted before; they are open as they were left.",
        "2 reports are open.",
    ]


def test_intake_refuses_once_what_is_in_parts():
    sheet = paste(Desk(), ("\1\2" * 50 + " a b c d e f g h i\f") * 3)

    assert sheet.status == 400
    assert sheet.errors == ["That is no text but the content of some other kind of file."]


def test_intake_reads_around_characters_that_no_text_has():
    sheet = paste(Desk(), WIRE.replace("Evening of", "Evening\0 of"))

    assert sheet.status == 200
    assert sheet.form()["city"] == ["Brussels"]


def test_intake_takes_the_words_of_a_pasted_page():
    page = f"<html><head><title>x</title></head><body><p>{WIRE.strip()}</p></body></html>"
    sheet = paste(Desk(), page.replace("\n\n", "</p>\n<p>"))

    assert sheet.form()["city"] == ["Brussels"]
    assert "<p>" not in Intake.objects.get().text


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"text": "", "files": b""}, "“scan.txt”: The file is empty."),
        ({"text": "\0\1" * 200}, "That is no text"),
        ({"text": "  "}, "Paste the text of a report, or choose a file."),
        ({"text": "", "files": b"\x00\x01\x02\xff" * 200}, "scan.txt"),
    ],
)
def test_intake_refuses_in_words_what_it_cannot_read(given, problem):
    if "files" in given:
        given["files"] = SimpleUploadedFile("scan.txt", given["files"])

    answer = Desk().client.post(PASTE, given)

    assert answer.status_code == 400
    assert problem in answer.content.decode()
    assert not Intake.objects.exists()


def test_intake_never_renders_pasted_markup():
    sheet = paste(Desk(), WIRE + "\n<script>alert(1)</script><b>bold</b>\n")

    page = sheet.response.content.decode()
    assert "<script>alert(1)" not in page
    assert "<b>bold</b>" not in page


def test_intake_is_for_staff_who_may_enter_reports():
    answer = Desk("Administrator").client.get(PASTE)
    assert answer.status_code == 200
    assert Desk().client.get(f"{PASTE}../999/change/").status_code == 302


def test_intake_list_says_which_are_done():
    paste(Desk()).send("_drafts", source="The Wire")
    paste(Desk(), WIRE.replace("Brussels", "Vienna"))

    assert "1 pasted report" in Desk().browse("reports.intake", drafted="no").words
    done = Desk().browse("reports.intake", drafted="yes")
    assert done.links["open the report"] == reverse(
        "admin:reports_report_change", args=[Report.objects.get().pk]
    )
