from django.db import models


class ArchiveEntry(models.Model):
    """One entry of an archive file, as it was last taken in.

    The same entry again is passed over, so that what the staff has changed since stays; another
    one under the same reference brings the record up to date.
    """

    key = models.CharField(primary_key=True, max_length=250)  # kind and reference: "person:anna"
    digest = models.BinaryField(max_length=16)

    def __str__(self) -> str:
        return self.key
