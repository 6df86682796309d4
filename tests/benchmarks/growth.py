"""Make a large archive of a small one: each report once more, and once more, by the database.

An import of a million takes hours, this some twenty minutes. The copies stand under the headings of
their originals, on the same days; only the event with everything gets no more reports, so that its
page stays what it was. Lines, links and search are those of the real thing.
"""

from django.core.management.color import no_style
from django.db import connection, models, transaction

from events.actions.counting import count_everything
from events.models import Event
from events.search.index import index_in_bulk
from reports.models import Mention, Report, ReportListing, ReportTopic
from tests.benchmarks.archive import WELL_COVERED

# What belongs to a report and is found by the public, by its column of the report.
LINKS = {
    ReportTopic: "content_object_id",
    Mention: "report_id",
    ReportListing: "report_id",
    Report.events.through: "report_id",
}


def grow(times: int) -> None:
    """Let every report stand in the archive so many times."""
    step = Report.objects.aggregate(models.Max("pk"))["pk__max"]
    for number in range(1, times):
        with transaction.atomic():
            _copy(step * number, step)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [Report]):
            cursor.execute(statement)
    count_everything()
    index_in_bulk()


def _copy(shift: int, originals: int) -> None:
    """Copy all reports up to a number, `shift` further on."""
    covered = Event.objects.get(ref=WELL_COVERED).pk
    unwanted = {
        ReportListing: f"heading = 'event:{covered}'",
        Report.events.through: f"event_id = {covered}",
    }
    _insert(Report, {"id": f"id + {shift}", "ref": f"ref || '+{shift}'"}, f"id <= {originals}")
    for model, report in LINKS.items():
        where = f"{report} <= {originals} AND NOT ({unwanted.get(model, '1 = 0')})"
        _insert(model, {"id": "", report: f"{report} + {shift}"}, where)


def _insert(model: type[models.Model], changed: dict[str, str], where: str) -> None:
    """Insert a table's rows into itself with some columns changed, and without the empty ones."""
    names = [field.column for field in model._meta.concrete_fields]
    values = {f'"{name}"': changed.get(name, f'"{name}"') for name in names}
    values = {name: value for name, value in values.items() if value}
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {model._meta.db_table} ({', '.join(values)})"  # noqa: S608 -- our own names
            f" SELECT {', '.join(values.values())} FROM {model._meta.db_table} WHERE {where}"
        )
