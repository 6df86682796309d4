"""Files go with their row, once its deletion is certain."""

from functools import partial

from django.db import transaction
from django.db.models.fields.files import FieldFile
from django.db.models.signals import post_delete

from events.models import MediaItem, Rendition


def delete_files_with_rows() -> None:
    """Ask Django to tell of every deleted row; bulk deletions and cascades call no method."""
    for model in (MediaItem, Rendition):
        post_delete.connect(
            _delete_file_of, sender=model, dispatch_uid=f"files of {model.__name__}"
        )


def delete_file(file: FieldFile) -> None:
    """Delete a stored file after the transaction; one rolled back keeps it."""
    # Robust: the row is gone already, and a file that stays harms nobody.
    transaction.on_commit(partial(file.storage.delete, file.name), robust=True)


def _delete_file_of(sender, instance, **signal) -> None:
    if instance.file:
        delete_file(instance.file)
