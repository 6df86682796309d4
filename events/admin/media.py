from django.contrib import admin
from django.core.exceptions import NON_FIELD_ERRORS
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.admin.base import ArchiveAdmin
from events.admin.choosing import LONGEST_QUERY, MOST_WORDS
from events.admin.event_rows import thumbnail
from events.admin.forms import ArchiveForm
from events.admin.stash import KeepsUpload, clear_stash
from events.admin.writing import WrittenDates
from events.media.intake import check_file, take_in
from events.media.renditions import make_renditions
from events.models import MediaItem
from events.names import clean_text


class MediaItemForm(KeepsUpload, WrittenDates, ArchiveForm):
    written_dates = {"taken_on": "taken_precision"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            self.fields["file"].help_text = _(
                "A picture (JPEG, PNG, WebP, AVIF), a PDF or a recording. What the file says of"
                " itself fills the fields you leave empty."
            )
            self.fields["note"].widget.attrs["rows"] = 3

    def full_clean(self):
        super().full_clean()
        if self._errors and "file" in self._errors:
            # The refused file is the mistake, not that there is none.
            self._errors.pop(NON_FIELD_ERRORS, None)

    def clean_file(self):
        """Looked into, whatever its name says; the reason of a refusal stands beside the field."""
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            check_file(file)
        return file


@admin.register(MediaItem)
class MediaItemAdmin(ArchiveAdmin):
    form = MediaItemForm
    fieldsets = [
        (_("What"), {"fields": ("file", "address", "kind", "title")}),
        (_("By whom"), {"fields": ("creator", "credit", ("licence", "licence_url"))}),
        (_("When"), {"fields": ("taken_on",)}),
        (_("For crops"), {"fields": (("focal_x", "focal_y"),)}),
        (_("For the staff"), {"fields": ("note",)}),
    ]
    list_display = ("__str__", "picture", "kind", "credit", "created_at")
    list_filter = ("kind",)
    ordering = ("-pk",)
    sortable_by = ()
    search_fields = ("title", "credit", "creator")
    search_help_text = _("Words of the title or the credit.")

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("renditions")

    def get_search_results(self, request, queryset, search_term):
        for word in clean_text(search_term[:LONGEST_QUERY]).split()[:MOST_WORDS]:
            found = Q(title__icontains=word) | Q(credit__icontains=word)
            queryset = queryset.filter(found | Q(creator__icontains=word))
        return queryset, False

    def choice_context(self, record):
        return [record.get_kind_display(), record.title and record.credit]

    def is_public(self, record) -> bool:
        return False

    def save_model(self, request, obj, form, change):
        upload = form.cleaned_data.get("file")
        take_in(obj)
        clear_stash(upload)
        # Slow, so not while others wait to write; a picture without renditions shows its caption.
        transaction.on_commit(lambda: make_renditions(obj))

    @admin.display(description=_("picture"))
    def picture(self, record):
        return thumbnail(record)
