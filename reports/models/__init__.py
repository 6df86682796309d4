"""The nouns of the reports app: what was written about events, and what that rests on."""

from reports.models.citation import Citation
from reports.models.correction import Correction
from reports.models.entry import ArchiveEntry
from reports.models.intake import Intake
from reports.models.mention import Mention
from reports.models.report import Report, ReportListing, ReportMedia, ReportTopic
from reports.models.source import Source
from reports.models.statement import Statement

__all__ = [
    "ArchiveEntry",
    "Citation",
    "Correction",
    "Intake",
    "Mention",
    "Report",
    "ReportListing",
    "ReportMedia",
    "ReportTopic",
    "Source",
    "Statement",
]
