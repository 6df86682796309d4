"""Bring the search index up to date, or make it anew."""

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from tqdm import tqdm

from events.search.index import index_in_bulk, public_total, store


class Command(BaseCommand):
    help = (
        "Adds to the search index what it lacks and drops what is not public any more. It can be "
        "interrupted; the next run goes on. The site keeps answering meanwhile."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--anew", action="store_true", help="forget the index first and read every text again"
        )

    def handle(self, *, anew: bool, verbosity: int, **options):
        if anew:
            store().forget_everything()
        with tqdm(total=public_total(), unit="", disable=verbosity == 0) as bar:
            added = index_in_bulk(bar.update)
        if verbosity:
            self.stdout.write(_("%(added)s records added.") % {"added": f"{added:,}"})
