"""What a page can be had as, and at which address."""

CONTENT_TYPES = {
    "atom": "application/atom+xml; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "json": "application/json",
    "geojson": "application/geo+json",
    "csv": "text/csv; charset=utf-8",
}


def file_address(page: str, extension: str) -> str:
    """The address of a page as a file: "/events/2026/" -> "/events/2026.ics"."""
    return f"{page.removesuffix('/')}.{extension}" if extension else page


def page_of_file(address: str) -> str:
    return f"{address.rpartition('.')[0]}/"
