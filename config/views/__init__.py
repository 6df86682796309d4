"""The pages that mix both apps, and the answer to a query nothing can make sense of."""

from config.views.bad_request import bad_request
from config.views.home import Home, coming_round

__all__ = ["Home", "bad_request", "coming_round"]
