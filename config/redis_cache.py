"""One Redis server for the pages of all workers. While it is slow or gone, that costs time only."""

from time import monotonic

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

SECONDS_OF_REST = 10  # for a server that does not answer


class PatientRedisCache(RedisCache):
    """Django's cache on Redis; while the server is out of order it holds nothing."""

    # Of the process: every thread has a cache of its own and would find out by itself.
    resting_until = 0.0

    def get(self, key, default=None, version=None):
        return self._ask(super().get, default, key, default, version)

    def set(self, key, *arguments, **options) -> None:
        self._ask(super().set, None, key, *arguments, **options)

    def _ask(self, question, otherwise, *arguments, **options):
        if monotonic() < self.resting_until:
            return otherwise
        try:
            return question(*arguments, **options)
        except (RedisError, OSError):
            PatientRedisCache.resting_until = monotonic() + SECONDS_OF_REST
            return otherwise
