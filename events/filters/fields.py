"""The kinds of values a filter takes, read from an address and refused with a sentence."""

from dataclasses import dataclass

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from events.dates import PartialDate
from events.models.fields import validate_language
from events.models.heading import Heading, value_of
from events.names import clean_text
from events.search.query import parse_query

MOST_VALUES = 10  # of one filter; more alternatives than a reader can mean


class PartialDateField(forms.CharField):
    """A date as YYYY, YYYY-MM or YYYY-MM-DD, read into a PartialDate."""

    def to_python(self, value):
        text = super().to_python(value)
        if not text:
            return None
        try:
            return PartialDate.parse(text)
        except ValueError:
            raise ValidationError(
                _("Write the date as 2026, 2026-02 or 2026-02-23, and one that exists.")
            ) from None


class ValuesField(forms.Field):
    """Several values of one parameter, in the order given and each once."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value):
        values = list(dict.fromkeys(text.strip() for text in value or [] if text.strip()))
        if len(values) > MOST_VALUES:
            raise ValidationError(_("Give at most %(most)s values.") % {"most": MOST_VALUES})
        return [self.read(text) for text in values]

    def read(self, text: str):
        return text


class ChoicesField(ValuesField):
    """Values out of a model's choices."""

    def __init__(self, choices, **options):
        super().__init__(**options)
        self.choices = dict(choices)

    def read(self, text):
        if text not in self.choices:
            raise ValidationError(_("There is no such choice here."))
        return text


class LanguagesField(ValuesField):
    """Language tags such as en or pt-BR."""

    def read(self, text):
        validate_language(text)
        return text


@dataclass(frozen=True, slots=True)
class Chosen:
    """A record that a list is narrowed to, as the directory of the public index knows it."""

    heading: str
    label: str
    value: str  # as its page writes it in an address: the id, or the slug of a topic

    def __str__(self) -> str:
        return self.label


class RecordsField(ValuesField):
    """Public records by id ("12" or "12-brussels"); hidden and absent ones give one answer."""

    def __init__(self, model_label: str, **options):
        super().__init__(**options)
        self.model_label = model_label

    @property
    def model(self):
        return apps.get_model(self.model_label)

    def read(self, text):
        pk = text.partition("-")[0]
        if not (pk.isascii() and pk.isdigit() and len(pk) <= 18):
            raise ValidationError(_("Write the number that stands in the page's address."))
        return str(int(pk))

    def clean(self, value):
        return self.choose([(pk, pk) for pk in dict.fromkeys(super().clean(value))])

    def choose(self, given: list[tuple[str, str]]) -> list[Chosen]:
        """The public records of these (value, id), from the directory."""
        if not given:
            return []
        noun, pks = self.model._meta.model_name, {pk for _value, pk in given}
        keys = [f"{each}:{pk}" for each in self.model.heading_nouns or (noun,) for pk in pks]
        rows = Heading.objects.published().filter(key__in=keys).values_list("key", "label")
        labels = {value_of(key): label for key, label in rows}
        if not labels.keys() >= pks:
            raise ValidationError(_("The archive has no such page."))
        return [Chosen(f"{noun}:{pk}", labels[pk], value) for value, pk in given]


class TopicsField(RecordsField):
    """Topics by the slug in their address, or by id."""

    def read(self, text):
        if len(text) > 100 or "\0" in text:
            raise ValidationError(_("The archive has no such page."))
        return text

    def clean(self, value):
        slugs = ValuesField.clean(self, value)
        if not slugs:
            return []
        pks = [int(slug) for slug in slugs if slug.isascii() and slug.isdigit() and len(slug) < 19]
        topics = self.model.objects.filter(Q(slug__in=slugs) | Q(pk__in=pks))
        found = {}
        for pk, slug in topics.values_list("pk", "slug"):
            found[slug] = (slug, str(pk))
            found.setdefault(str(pk), (slug, str(pk)))
        if not found.keys() >= set(slugs):
            raise ValidationError(_("The archive has no such page."))
        return self.choose([found[slug] for slug in slugs])


class WordsField(forms.CharField):
    """Words to be found, read into a Query; nothing that can be typed is wrong."""

    def clean(self, value):
        return parse_query(value or "")

    def prepare_value(self, value):
        """As it can be shown again: NUL has no place on a page."""
        return clean_text(value or "")


def language_name(tag: str) -> str:
    """The name of a language in that of the page, or its tag where Django knows none."""
    try:
        return get_language_info(tag)["name_translated"]
    except KeyError:
        return tag
