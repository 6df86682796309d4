"""Tables that are made at once, which is quicker than one after the other."""

from collections.abc import Sequence

from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation


class CreateTogether(Operation):
    """Create models with the fields, indexes and constraints that the other operations add.

    Done one by one, each makes Django build every model anew that is linked to the one it is
    about, and here nearly all are linked: that was most of the time of `migrate`.
    """

    reduces_to_sql = True

    def __init__(self, operations: Sequence[Operation]):
        self.operations = operations

    def state_forwards(self, app_label, state):
        state.__dict__.pop("apps", None)  # the models built so far, or each step would mend them
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for operation in self._tables:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for operation in reversed(self._tables):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self):
        return f"Create {len(self._tables)} models"

    @property
    def _tables(self) -> list[CreateModel]:
        return [each for each in self.operations if isinstance(each, CreateModel)]
