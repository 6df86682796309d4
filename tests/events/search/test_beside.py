"""A second process does the work of one chunk while the caller sees to the one before."""

import multiprocessing
from collections import Counter
from itertools import count, islice

import pytest

from events.actions.listing import list_records
from events.search import index
from events.search.beside import each_with_result
from events.search.index import index_in_bulk, store
from reports.models import Report
from tests.factories import make_report


@pytest.mark.parametrize("beside", [False, True])
def test_each_chunk_comes_with_its_result_in_order(beside):
    found = list(each_with_result(sorted, [[2, 1], [], [4, 3]], beside=beside))

    assert found == [([2, 1], [1, 2]), ([], []), ([4, 3], [3, 4])]
    assert not multiprocessing.active_children()


def test_chunks_larger_than_a_pipe_holds_pass_both_ways():
    text = "x" * 3_000_000

    found = list(each_with_result(str.upper, [text, text], beside=True))

    assert found == [(text, text.upper())] * 2


def test_a_caller_who_stops_leaves_no_process_behind():
    found = each_with_result(str, count(), beside=True)

    assert list(islice(found, 2)) == [(0, "0"), (1, "1")]
    found.close()

    assert not multiprocessing.active_children()


def test_a_whole_archive_is_indexed_with_words_folded_beside(db, monkeypatch):
    """A chunk ahead: what somebody changes meanwhile is read again."""
    monkeypatch.setattr(index, "_CHUNK", 1)
    monkeypatch.setattr(index, "_FEW", 0)
    reports = [make_report(f"Evening {number}") for number in range(4)]
    store().forget_everything()
    done = Counter()

    def change_the_next(number):
        done["chunks"] += number
        if done["chunks"] == 2:
            Report.objects.filter(pk=reports[2].pk).update(headline="Morning")
            list_records(Report.objects.filter(pk=reports[2].pk))

    assert index_in_bulk(change_the_next) == 3
    assert done["chunks"] == 4
    assert len(store().some_keys(0, 9)) == 4
    assert store().words_from("morn", 1) == ["morning"]
