"""The history of a record together with what it links to."""

from django.db import connection
from simple_history.models import HistoricalRecords


class HistoryWithLinks(HistoricalRecords):
    """Every version of a record, and beside each the links it had then."""

    def create_historical_record_m2ms(self, history_instance, instance):
        """Copy the links in the database: the package would load both ends of each whole."""
        quote = connection.ops.quote_name
        for field in self.get_m2m_fields_from_model(type(instance)):
            links, kept = field.remote_field.through._meta, self.m2m_models[field]._meta
            columns = ", ".join(quote(each.column) for each in links.concrete_fields)
            version = quote(kept.get_field("history").column)
            owner = quote(links.get_field(field.m2m_field_name()).column)
            with connection.cursor() as cursor:
                # Names of our own tables and columns; the keys are passed beside them.
                cursor.execute(
                    f"INSERT INTO {quote(kept.db_table)} ({columns}, {version})"  # noqa: S608
                    f" SELECT {columns}, %s FROM {quote(links.db_table)} WHERE {owner} = %s",
                    [history_instance.pk, instance.pk],
                )
