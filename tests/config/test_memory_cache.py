"""What one process keeps in memory has a weight it never exceeds."""

import pytest

from config.memory_cache import MemoryCache

PAGE = b"x" * 100_000


@pytest.fixture
def cache(request):
    # A tenth of a megabyte for each page, and something for its key.
    return MemoryCache(request.node.name, {"OPTIONS": {"MAX_MEGABYTES": 0.3}})


def test_what_was_used_last_stays(cache):
    for name in "abc":
        cache.set(name, PAGE)
    assert cache.get("a") == PAGE

    cache.set("d", PAGE)

    assert [name for name in "abcd" if cache.get(name)] == ["a", "c", "d"]


def test_a_page_kept_anew_weighs_once(cache):
    cache.set("a", PAGE)
    for _ in range(20):
        cache.set("b", PAGE)

    assert cache.get("a") == PAGE


def test_what_has_ended_is_not_given(cache):
    cache.set("a", PAGE, timeout=-1)
    cache.set("b", PAGE, timeout=None)

    assert (cache.get("a"), cache.get("b")) == (None, PAGE)


def test_what_is_too_heavy_is_not_kept(cache):
    cache.set("a", PAGE * 4)

    assert cache.get("a", "nothing") == "nothing"


def test_what_was_kept_can_be_thrown_away(cache):
    for name in "ab":
        cache.set(name, PAGE)

    assert cache.delete("a")
    assert not cache.delete("a")
    assert cache.get("b") == PAGE
    cache.clear()
    assert cache.get("b") is None
