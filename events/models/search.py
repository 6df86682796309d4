"""Names as somebody may type them: what search boxes suggest and searches understand."""

from django.db import models

from events.names import name_key, sound, words


class KnownName(models.Model):
    """A name the archive has for a record, turned so that it begins with one of its words.

    "Emin Rustamov" stands under "emin rustamov" and "rustamov emin". Hidden records have their
    names here too: who asks must see whether the record is public.
    """

    noun = models.CharField(max_length=20)
    record = models.BigIntegerField()
    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300)  # its words in alphabetical order
    turned = models.CharField(max_length=300)
    # How the first of the turned words sounds, for what is misspelt.
    sound = models.CharField(max_length=60)
    is_whole = models.BooleanField()  # not turned: the name begins here

    class Meta:
        indexes = [
            models.Index(fields=["noun", "record"], name="known_name_of"),
            models.Index(fields=["key"], name="known_name_key"),
            models.Index(fields=["turned"], name="known_name_turned"),
            models.Index(fields=["sound"], name="known_name_sound"),
        ]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def turns(cls, noun: str, record: int, name: str) -> list["KnownName"]:
        """The rows of one name, one for each of its words."""
        parts, key = words(name)[:12], name_key(name)[:300]
        return [
            cls(
                noun=noun,
                record=record,
                name=name[:300],
                key=key,
                turned=" ".join(parts[place:] + parts[:place])[:300],
                sound=sound(part)[:60],
                is_whole=place == 0,
            )
            for place, part in enumerate(parts)
        ]
