"""Reports and their sources in the words of schema.org."""

from collections.abc import Sequence
from datetime import datetime

from events.models import Event, Place
from events.serializers.jsonld import Node, Nodes, elsewhere, known
from reports.models import Correction, Report, Source

MOST_REPORTS = 20  # of one event; the page shows the rest


class ReportNodes(Nodes):
    """Describes reports too, and events with what was written about them."""

    types = Nodes.types | {
        "report": ("NewsArticle", {}),
        "source": (
            "NewsMediaOrganization",
            {Source.Kind.PRESS_OFFICE: "Organization", Source.Kind.WEBSITE: "Organization"},
        ),
    }

    def report(self, report: Report) -> Node:
        """What one source published; its text is on the page, not here."""
        publisher = report.source and self.ref(report.source)
        return self.report_ref(report) | known(
            url=self.at(report.get_absolute_url()),
            description=report.standfirst,
            inLanguage=report.language,
            articleSection=report.section,
            author=report.byline or publisher,
            publisher=publisher,
            sourceOrganization=publisher,
            isBasedOn=report.source_url,
            locationCreated=report.dateline_place and self.location(report.dateline_place),
            about=[
                *(self.event_ref(event) for event in report.public_events),
                *self.refs(report.topics.all()),
            ],
            mentions=[self.ref(mention.subject) for mention in report.mentions.all()],
            citation=[self._citation(source) for source in report.cites.all()],
            correction=[_correction(note) for note in report.corrections.all()],
            image=self.images(report.media.all()),
        )

    def report_ref(self, report: Report) -> Node:
        node = self.ref(report)
        node["headline"] = node.pop("name")
        return node | known(datePublished=_published(report))

    def source(self, source: Source, *, country: Place | None = None) -> Node:
        """Who publishes reports; the country must be given only if it is public."""
        return self.ref(source) | known(
            url=source.website,
            alternateName=source.other_names,
            location=country and self.ref(country),
            sameAs=elsewhere(source),
        )

    def event(self, event: Event, *, reports: Sequence[Report] = ()) -> Node:
        """An event with the reports that it is known from."""
        return super().event(event) | known(
            subjectOf=[
                self.report_ref(report) | known(publisher=self.ref(report.source))
                for report in reports[:MOST_REPORTS]
            ]
        )

    def _citation(self, source: Source) -> Node:
        """A work of the agency that the report refers to; which one is not known."""
        return {"@type": "CreativeWork", "publisher": self.ref(source)}


def _published(report: Report) -> str:
    """The moment of publication as exactly as it is known; nothing of an undated report."""
    if report.date_precision == Report.Precision.UNDATED:
        return ""
    if report.published_time and report.published_on:
        moment = datetime.combine(report.published_on, report.published_time)
        return moment.isoformat(timespec="minutes")
    return report.date_iso


def _correction(note: Correction) -> Node:
    return {
        "@type": "CorrectionComment",
        "text": note.text,
        "datePublished": note.date.isoformat(),
    }
