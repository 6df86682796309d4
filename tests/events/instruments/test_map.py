from itertools import combinations
from math import hypot

from events.instruments.map import PlaceCount, draw_map
from events.models.tally import Count


def place(label, latitude=None, longitude=None, number=1):
    return PlaceCount(label, f"?place={label}", Count(number), latitude, longitude)


BRUSSELS = place("Brussels", 50.85, 4.35, 7)
LUXEMBOURG = place("Luxembourg", 49.61, 6.13)
BAKU = place("Baku", 40.38, 49.89, 3)


def test_draw_map_puts_dots_where_the_places_are():
    drawn = draw_map([LUXEMBOURG, BAKU, BRUSSELS])

    brussels, baku, luxembourg = drawn.dots
    assert [dot.place for dot in drawn.dots] == [BRUSSELS, BAKU, LUXEMBOURG]
    assert brussels.x < luxembourg.x < baku.x
    assert brussels.y < luxembourg.y < baku.y
    assert brussels.r > baku.r > luxembourg.r


def test_draw_map_shows_every_dot_whole_in_the_picture():
    for places in ([BRUSSELS], [BRUSSELS, BAKU], [place("A", 89, -179), place("B", -89, 0)]):
        drawn = draw_map(places)

        for dot in drawn.dots:
            assert dot.r <= dot.x <= 300 - dot.r
            assert 0 <= dot.y <= 200


def test_draw_map_lists_what_has_no_point_and_pins_it_nowhere():
    belgium = place("Belgium", number=2)

    drawn = draw_map([belgium, BRUSSELS], elsewhere=Count(4))

    assert [dot.place for dot in drawn.dots] == [BRUSSELS]
    assert (drawn.unplaced, drawn.elsewhere) == ([belgium], Count(4))


def test_draw_map_leaves_out_places_that_hold_nothing():
    drawn = draw_map([place("Empty", 1, 1, 0)], elsewhere=Count(0))

    assert (drawn.dots, drawn.placed, drawn.unplaced, drawn.elsewhere) == ([], [], [], None)


def test_draw_map_keeps_neighbours_across_the_date_line_together():
    drawn = draw_map([place("Suva", -18.1, 178.4), place("Apia", -13.8, -171.8)])

    suva, apia = sorted(drawn.dots, key=lambda dot: dot.x)
    assert suva.place.label == "Suva"
    assert 50 < apia.x - suva.x < 250
    assert len(drawn.view.worlds) == 2


def test_draw_map_of_the_whole_world_stays_whole():
    far = [place("Auckland", -36.8, 174.8), place("Honolulu", 21.3, -157.9), BRUSSELS]

    drawn = draw_map([*far, place("Santiago", -33.4, -70.6), place("Tokyo", 35.7, 139.7)])

    assert all(0 < dot.x < 300 and 0 < dot.y < 200 for dot in drawn.dots)


def test_draw_map_merges_what_lies_on_one_spot():
    hall = place("Hall", 50.86, 4.36, 2)

    drawn = draw_map([hall, BRUSSELS, BAKU])

    assert [(dot.place.label, dot.number) for dot in drawn.dots] == [("Brussels", 9), ("Baku", 3)]
    assert drawn.dots[0].near == [hall]
    assert drawn.placed == [BRUSSELS, BAKU, hall]


def test_draw_map_of_a_crowd_keeps_dots_apart_and_few():
    crowd = [place(str(i), i * 7 % 60, i * 11 % 50, i + 1) for i in range(400)]

    drawn = draw_map(crowd)

    assert len(drawn.dots) <= 150
    assert min(hypot(a.x - b.x, a.y - b.y) for a, b in combinations(drawn.dots, 2)) >= 7
    assert sum(dot.number for dot in drawn.dots) == sum(range(251, 401))
