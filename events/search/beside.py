"""Work done by a second process beside this one, a chunk ahead: folding the words of an archive."""

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeVar

Chunk = TypeVar("Chunk")
Result = TypeVar("Result")


def each_with_result(
    work: Callable[[Chunk], Result], chunks: Iterable[Chunk], *, beside: bool
) -> Iterator[tuple[Chunk, Result]]:
    """Every chunk and what comes of it; `beside`, while the caller sees to the one before it.

    The work has to be pure, and must not lead to Django: its process starts from nothing. Where
    there is one processor it is done here.
    """
    if not beside or os.cpu_count() == 1:
        yield from ((chunk, work(chunk)) for chunk in chunks)
        return
    before: list[Chunk] = []
    with _worker(work) as worker:
        for chunk in chunks:
            # Taken before more is given: neither end can wait for the other to read.
            done = [(each, worker.recv()) for each in before]
            worker.send(chunk)
            before = [chunk]
            yield from done
        yield from ((each, worker.recv()) for each in before)


@contextmanager
def _worker(work: Callable) -> Iterator[Connection]:
    """A process that answers each chunk with its result, until this one is done with it or gone."""
    context = get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_answer, args=(there, work), daemon=True)
    process.start()
    there.close()  # or the pipe would not break when that process ends
    try:
        yield here
    finally:
        here.close()
        process.join()


def _answer(asked: Connection, work: Callable) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever asks
    try:
        while True:
            asked.send(work(asked.recv()))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        pass  # nobody asks any more
