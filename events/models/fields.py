"""Fields that hold clean text: normalised once, wherever it enters."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.names import clean_text


class LineField(models.CharField):
    """One line of text, in NFC and without control characters."""

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return clean_text(value) if isinstance(value, str) else value

    def clean(self, value, model_instance):
        return super().clean(clean_text(value) if value else value, model_instance)


class ChoiceField(models.CharField):
    """One of a few words, whose label is looked up.

    To find one label, Django's own `get_FOO_display()` hashes and so translates all of them.
    """

    def contribute_to_class(self, cls, name, **options):
        super().contribute_to_class(cls, name, **options)
        labels = dict(self.flatchoices)

        def display(record) -> str:
            value = getattr(record, name)
            return str(labels.get(value, value))

        setattr(cls, f"get_{name}_display", display)

    def deconstruct(self):
        """To the database it is a CharField."""
        name, _path, *arguments = super().deconstruct()
        return name, "django.db.models.CharField", *arguments


class ProseField(models.TextField):
    """Text of several lines or paragraphs, in NFC and without control characters."""

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return clean_text(value, lines=True) if isinstance(value, str) else value

    def clean(self, value, model_instance):
        return super().clean(clean_text(value, lines=True) if value else value, model_instance)


def reference_field() -> LineField:
    """The reference by which a sender of data knows the record; importing finds it again by it.

    A function, not a class: history tables copy a field and take its uniqueness off.
    """
    return LineField(
        verbose_name=_("reference"),
        max_length=200,
        unique=True,
        null=True,
        blank=True,
        editable=False,
    )


def validate_language(tag: str) -> None:
    """A language tag of RFC 5646 in its short form: "en", "pt-BR", "az-Cyrl"."""
    head, *rest = tag.split("-")
    if not (2 <= len(head) <= 3 and head.isascii() and head.isalpha() and head.islower()):
        raise ValidationError(_("Write the language as a short code such as en, az or pt-BR."))
    if any(not (2 <= len(part) <= 8 and part.isascii() and part.isalnum()) for part in rest):
        raise ValidationError(_("Write the language as a short code such as en, az or pt-BR."))


class LanguageField(models.CharField):
    """The language of a text as a tag of RFC 5646."""

    default_validators = [validate_language]

    def __init__(self, verbose_name=None, **options):
        super().__init__(verbose_name or _("language"), **{"max_length": 20} | options)
