"""A cache in the memory of one process, bounded by what it weighs and not by how much it holds."""

import pickle
from collections import OrderedDict
from threading import Lock
from time import time

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache

_MEGABYTE = 1024 * 1024
# Of one entry, besides the value: its key and its places in the order.
_ENTRY_BYTES = 400


class _Store:
    """What one process keeps, in the order of its last use."""

    def __init__(self):
        self.weight = 0
        self.entries: OrderedDict[str, tuple[float, bytes]] = OrderedDict()
        self.lock = Lock()

    def put(self, key: str, ends: float, packed: bytes, most_bytes: int) -> None:
        with self.lock:
            self._take(key)
            self.entries[key] = ends, packed
            self.weight += len(packed) + _ENTRY_BYTES
            while self.weight > most_bytes:
                self._take(next(iter(self.entries)))

    def get(self, key: str) -> bytes | None:
        with self.lock:
            ends, packed = self.entries.get(key, (0, None))
            if packed is None or ends < time():
                return None
            self.entries.move_to_end(key)
            return packed

    def remove(self, key: str) -> bool:
        with self.lock:
            return self._take(key)

    def clear(self) -> None:
        with self.lock:
            self.entries.clear()
            self.weight = 0

    def _take(self, key: str) -> bool:
        entry = self.entries.pop(key, None)
        if entry:
            self.weight -= len(entry[1]) + _ENTRY_BYTES
        return entry is not None


# Django makes a cache for every thread; those of one name share what is kept.
_stores: dict[str, _Store] = {}


class MemoryCache(BaseCache):
    """What pages need of a cache of Django: OPTIONS["MAX_MEGABYTES"] of what was used last."""

    def __init__(self, name: str, params: dict):
        super().__init__(params)
        self._most_bytes = int(params["OPTIONS"]["MAX_MEGABYTES"] * _MEGABYTE)
        self._store = _stores.setdefault(name, _Store())

    def set(self, key, value, timeout=DEFAULT_TIMEOUT, version=None) -> None:
        ends = self.get_backend_timeout(timeout)
        packed = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        self._store.put(key, float("inf") if ends is None else ends, packed, self._most_bytes)

    def get(self, key, default=None, version=None):
        packed = self._store.get(key)
        # Packed by `set` in this process: nobody else can have put it there.
        return default if packed is None else pickle.loads(packed)  # noqa: S301 -- see above

    def delete(self, key, version=None) -> bool:
        return self._store.remove(key)

    def clear(self) -> None:
        self._store.clear()
