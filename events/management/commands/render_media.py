from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from events.media.renditions import make_renditions, missing_renditions
from events.models import MediaItem


class Command(BaseCommand):
    help = gettext_lazy("Make the renditions that pictures lack, and drop what they have outgrown.")

    def add_arguments(self, parser):
        parser.add_argument(
            "items", nargs="*", type=int, metavar="ID", help=_("only these media items")
        )
        parser.add_argument(
            "--anew", action="store_true", help=_("make all of them again, not only missing ones")
        )

    def handle(self, *, items, anew, **options):
        pictures = MediaItem.objects.filter(kind=MediaItem.Kind.PHOTO).exclude(file="")
        if items:
            pictures = pictures.filter(pk__in=items)
        made, failed = 0, []
        for item in pictures.order_by("pk").iterator():
            made += len(make_renditions(item, anew=anew))
            if missing_renditions(item):
                failed.append(item)
        self.stdout.write(
            ngettext("%(made)s rendition made.", "%(made)s renditions made.", made) % {"made": made}
        )
        for item in failed:
            sentence = _("The picture of media item %(id)s (%(item)s) is lost or damaged.")
            self.stderr.write(sentence % {"id": item.pk, "item": item})
