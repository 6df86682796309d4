import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.media.geometry import LONGEST_SIDE, Box, Size, crop_box, fill_size, rendition_sizes

SHARED = Size(1200, 630)
_sides = st.integers(1, 20_000)
_shares = st.floats(0, 1)


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        (Size(6000, 4000), [320, 640, 1280, 1920]),
        (Size(1920, 1280), [320, 640, 1280, 1920]),
        (Size(1600, 1067), [320, 640, 1280, 1600]),
        (Size(1300, 900), [320, 640, 1280]),
        (Size(640, 640), [320, 640]),
        (Size(200, 100), [200]),
        (Size(1, 1), [1]),
    ],
)
def test_rendition_sizes_are_the_usual_widths_and_never_larger(size, widths):
    assert [each.width for each in rendition_sizes(size)] == widths


def test_rendition_sizes_keep_the_shape():
    assert rendition_sizes(Size(3000, 2000))[0] == Size(320, 213)


def test_rendition_sizes_of_a_scroll_fit_into_a_file():
    assert rendition_sizes(Size(400, 60_000)) == [Size(109, LONGEST_SIDE)]


def test_rendition_sizes_of_a_ribbon_are_a_pixel_high():
    assert rendition_sizes(Size(9000, 1))[0] == Size(320, 1)


@given(width=_sides, height=_sides)
def test_rendition_sizes_always_hold_one_that_fits(width, height):
    sizes = rendition_sizes(Size(width, height))

    assert sizes
    assert all(0 < each.width <= width and 0 < each.height <= LONGEST_SIDE for each in sizes)


def test_crop_box_is_centred_on_the_focal_point():
    assert crop_box(Size(2400, 2400), SHARED, (0.5, 0.5)) == Box(0, 570, 2400, 1830)


def test_crop_box_stops_at_the_edge():
    assert crop_box(Size(2400, 2400), SHARED, (0.5, 0.0)) == Box(0, 0, 2400, 1260)
    assert crop_box(Size(2400, 2400), SHARED, (0.5, 1.0)) == Box(0, 1140, 2400, 2400)


@given(width=_sides, height=_sides, x=_shares, y=_shares)
def test_crop_box_lies_inside_and_holds_the_focal_point(width, height, x, y):
    box = crop_box(Size(width, height), SHARED, (x, y))

    assert 0 <= box.left < box.right <= width
    assert 0 <= box.top < box.bottom <= height
    assert box.left - 1 <= x * width <= box.right + 1
    assert box.top - 1 <= y * height <= box.bottom + 1


def test_fill_size_is_never_larger_than_the_picture():
    assert fill_size(Size(4000, 3000), SHARED) == SHARED
    assert fill_size(Size(600, 600), SHARED) == Size(600, 315)
    assert fill_size(Size(1, 1), SHARED) == Size(1, 1)
