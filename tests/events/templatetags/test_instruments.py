"""The markup of bars, dots and facets: small, in words, and nothing typed gets through."""

from datetime import date

from django.utils.translation import override

from events.facets import FacetValue
from events.instruments.map import PlaceCount, draw_map
from events.instruments.strip import time_strip
from events.models.tally import Count
from events.templatetags.instruments import counted, facet_values, map_dots, strip_bars, strip_list


def strip(counts, first=None, last=None):
    return time_strip(
        counts, first=first, last=last, address=lambda *period: f'?q="&from={period[0]}'
    )


class Values:
    def __init__(self, *values):
        self.values = values


def test_counted_says_number_and_noun():
    words = [counted(Count(1), "event"), counted(Count(1200), "event")]
    words += [counted(Count(1000, capped=True), "report")]
    with override("fr"):
        words.append(counted(Count(2), "report"))

    assert words == ["1 event", "1,200 events", "1,000+ reports", "2 reports"]


def test_strip_bars_link_what_holds_something_and_only_name_the_rest():
    markup = strip_bars(strip({"2024": Count(3), "2026": Count(6)}), "report")

    assert 'd="M0.1 100v-50h0.8v50zM2.1 100v-100h0.8v100z"' in markup
    assert '<li class="tick"><span>2025</span></li>' in markup
    assert (
        '<a href="?q=&quot;&amp;from=2026" aria-label="2026: 6 reports" title="2026: 6 reports">'
        "2026</a>"
    ) in markup


def test_strip_bars_mark_the_chosen_period():
    markup = strip_bars(
        strip({"2026-02-23": Count(1)}, date(2026, 2, 23), date(2026, 2, 23)), "event"
    )

    assert '<path class="is-chosen" d="M22.1 100v-100h0.8v100z"/>' in markup
    assert 'title="23 February 2026: 1 event" aria-current="true">23</a>' in markup


def test_strip_bars_lead_to_what_was_not_counted():
    drawn = strip({"2024": Count(0, capped=True), "2026": Count(6)})

    assert 'aria-label="2024: not counted"' in strip_bars(drawn, "report")
    assert "2024" in strip_list(drawn)
    assert "2025" not in strip_list(drawn)


def test_map_dots_say_what_lies_under_them():
    places = [
        PlaceCount("<b>Brussels</b>", "?place=1&q=2", Count(7), 50.85, 4.35),
        *(PlaceCount(f"Hall {i}", f"?place={i}", Count(1), 50.85, 4.35) for i in range(2, 8)),
    ]

    markup = map_dots(draw_map(places), "event")

    assert markup.count("<a ") == 1
    assert markup.startswith(
        '<a href="?place=1&amp;q=2"><title>&lt;b&gt;Brussels&lt;/b&gt;: 7 events; near it '
        "Hall 2 (1), Hall 3 (1), Hall 4 (1), Hall 5 (1) and 2 more</title><circle "
    )


def test_facet_values_tell_crawlers_where_to_stop_and_readers_how_to_go_back():
    markup = facet_values(
        Values(
            FacetValue("A & B", Count(2), "?person=1&place=2", nofollow=True, depth=1),
            FacetValue("C", Count(1), "?person=1", chosen=True),
        )
    )

    assert markup == (
        '<li class="inside-1"><a href="?person=1&amp;place=2" rel="nofollow">A &amp; B</a> '
        '<span class="count">2</span></li>'
        '<li><a href="?person=1" aria-current="true" aria-label="Remove the filter C">'
        "C <span>×</span></a></li>"
    )
