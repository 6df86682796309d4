"""From the raw text of a page to the clean copy of a report. Pure."""

from reports.intake.wire.clean_copy import Shed, WireCopy
from reports.intake.wire.parse import parse_wire

__all__ = ["Shed", "WireCopy", "parse_wire"]
