"""`manage.py rebuild_lists`: write the public index and its tallies anew, from the records."""

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.actions.listing import list_everything


class Command(BaseCommand):
    help = gettext_lazy(
        "Write the lists of everything published anew, with all their counts and what search holds"
        " of it: after an upgrade that says so, or after records were changed by hand in the"
        " database."
    )

    def handle(self, **options):
        self.stdout.write(
            _("%(count)s events and reports are listed.") % {"count": list_everything()}
        )
