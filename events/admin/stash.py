"""An upload outlives a form that comes back: it waits in a folder of its own, for a day."""

import time
from pathlib import Path

from django import forms
from django.conf import settings
from django.core import signing
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import UploadedFile

from events.models.media import unguessable_name

KEPT_SECONDS = 24 * 60 * 60


class KeepsUpload(forms.Form):
    """A form whose file need not be chosen again when another field is wrong."""

    stashed = forms.CharField(required=False, widget=forms.HiddenInput)

    upload_field = "file"
    kept_upload = ""

    def full_clean(self):
        if self.is_bound:
            self._bring_back()
        super().full_clean()
        if self.is_bound and self._errors:
            self._put_aside()

    def _bring_back(self) -> None:
        """Take the file that waits, unless a new one was chosen."""
        name = self.add_prefix(self.upload_field)
        token = self.data.get(self.add_prefix("stashed"))
        if token and not self.files.get(name) and (upload := stashed_file(token)):
            self.files = self.files.copy()
            self.files[name] = upload

    def _put_aside(self) -> None:
        upload = self.files.get(self.add_prefix(self.upload_field))
        if not upload:
            return
        if self.upload_field not in self._errors:
            self.kept_upload = upload.name
            if not hasattr(upload, "stashed_as"):
                self.data = self.data.copy()
                self.data[self.add_prefix("stashed")] = stash(upload)
        if hasattr(upload, "stashed_as"):
            upload.close()


def stash(upload: UploadedFile) -> str:
    """Put a file aside; return the signed word that brings it back."""
    storage = _storage()
    _sweep(Path(storage.location))
    upload.seek(0)
    stored = storage.save(unguessable_name(None, upload.name), upload)
    return signing.dumps({"stored": stored, "called": upload.name}, salt=__name__)


def stashed_file(token: str) -> UploadedFile | None:
    """The file that waits under a signed word, if it still does."""
    try:
        kept = signing.loads(token, salt=__name__, max_age=KEPT_SECONDS)
        file = _storage().open(kept["stored"])
    except (signing.BadSignature, FileNotFoundError):
        return None
    upload = UploadedFile(file=file, name=kept["called"], size=file.size)
    upload.stashed_as = kept["stored"]
    return upload


def clear_stash(upload) -> None:
    """What was brought back and saved need not wait any longer."""
    if stored := getattr(upload, "stashed_as", None):
        upload.close()
        _storage().delete(stored)


def _storage() -> FileSystemStorage:
    # Beside the media, on the same disk; no media item has such a name, so none is ever served.
    return FileSystemStorage(location=Path(settings.MEDIA_ROOT) / "stash")


def _sweep(folder: Path) -> None:
    """Remove what nobody came back for."""
    oldest = time.time() - KEPT_SECONDS
    for path in folder.glob("*") if folder.is_dir() else ():
        if path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
