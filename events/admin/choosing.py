"""Choosing a record by typing: what is found, and how it is told from its namesakes."""

from django import forms
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.db.models import Case, Q, Value, When
from django.http import JsonResponse

from events.models import Name
from events.names import name_key, words

# Longer input is no name; more words only cost time.
LONGEST_QUERY = 200
MOST_WORDS = 8
PAGE = 20


class FoundByName:
    """An admin that finds records by words of their names, in any order, with or without marks."""

    search_fields = ("name_key",)

    def get_search_results(self, request, queryset, search_term):
        asked = words(search_term[:LONGEST_QUERY])[:MOST_WORDS]
        if search_term.strip() and not asked:
            return queryset.none(), False
        for word in asked:
            queryset = queryset.filter(self.is_named(word))
        return queryset, False

    def is_named(self, word: str) -> Q:
        """The condition that the usual or another name has the folded word in it."""
        named = Q(name_key__contains=word)
        noun = self.model._meta.model_name
        if any(field.name == noun for field in Name._meta.fields):
            others = Name.objects.filter(name_key__contains=word, **{f"{noun}__isnull": False})
            named |= Q(pk__in=others.values(noun))
        return named

    def likest_first(self, queryset, search_term: str):
        """The exact name, then names that begin as typed, then the alphabet."""
        asked = words(search_term[:LONGEST_QUERY])[:MOST_WORDS]
        if not asked:
            return queryset.order_by("sort_key", "pk")
        begins = Q(pk__in=())
        for word in asked:
            begins |= Q(sort_key__startswith=word)
        rank = Case(
            When(name_key=name_key(" ".join(asked)), then=Value(0)),
            When(begins, then=Value(1)),
            default=Value(2),
            output_field=models.SmallIntegerField(),
        )
        return queryset.order_by(rank, "sort_key", "pk")


class Choosable:
    """An admin whose records can be chosen elsewhere, each with enough around it to choose."""

    def choice_label(self, record) -> str:
        """One record as it stands in a list to choose from."""
        return with_context(str(record), *self.choice_context(record))

    def choice_context(self, record) -> list:
        """What tells the record from its namesakes; empty parts are left out."""
        return []

    def with_choice_context(self, queryset):
        """The queryset loaded with all that `choice_context` reads."""
        return queryset

    def likest_first(self, queryset, search_term: str):
        return queryset.order_by(*self.get_ordering(None) or queryset.model._meta.ordering)

    def find(self, request, search_term: str, *, first: int = 0, limit: int = PAGE, queryset=None):
        """The records a search finds, in two short queries: which ones, and their context."""
        queryset = self.get_queryset(request) if queryset is None else queryset
        queryset, _duplicates = self.get_search_results(request, queryset, search_term)
        found = self.likest_first(queryset, search_term).values_list("pk", flat=True)
        found = list(found[first : first + limit])
        records = self.with_choice_context(self.model._default_manager.order_by()).in_bulk(found)
        return [records[pk] for pk in found if pk in records]


def with_context(name: str, *context) -> str:
    """ "Emin Rustamov — First Secretary, Embassy of Azerbaijan"."""
    known = ", ".join(str(part) for part in context if part)
    return f"{name} — {known}" if known else name


class ContextAutocompleteView(AutocompleteJsonView):
    """What a field to choose by typing is answered; it counts nothing."""

    def get(self, request, *args, **kwargs):
        self.term, self.model_admin, self.source_field, key = self.process_request(request)
        if not self.has_perm(request):
            raise PermissionDenied
        queryset = self.model_admin.get_queryset(request).complex_filter(
            self.source_field.get_limit_choices_to()
        )
        first = PAGE * (page_number(request) - 1)
        found = self.model_admin.find(
            request, self.term, first=first, limit=PAGE + 1, queryset=queryset
        )
        return JsonResponse(
            {
                "results": [
                    {
                        "id": str(getattr(record, key)),
                        "text": self.model_admin.choice_label(record),
                    }
                    for record in found[:PAGE]
                ],
                "pagination": {"more": len(found) > PAGE},
            }
        )

    def process_request(self, request):
        term, model_admin, source_field, key = super().process_request(request)
        if not (hasattr(source_field, "get_limit_choices_to") and hasattr(model_admin, "find")):
            raise PermissionDenied
        return term, model_admin, source_field, key


def page_number(request) -> int:
    page = request.GET.get("page", "")
    return min(int(page), 50) if page.isdecimal() and len(page) < 4 and int(page) else 1


class KnownOptions:
    """A field to choose by typing that draws its chosen options from rows already loaded.

    Django's own asks the database once for every field of every row of an inline.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.known = {}

    def __deepcopy__(self, memo):
        copied = super().__deepcopy__(memo)
        copied.known = {}
        return copied

    def build_attrs(self, base_attrs, extra_attrs=None):
        attrs = super().build_attrs(base_attrs, extra_attrs)
        # What Select2 does anyway need not be said for each of thirty fields.
        for usual in ("data-ajax--cache", "data-ajax--type"):
            attrs.pop(usual, None)
        return attrs

    def optgroups(self, name, value, attrs=None):
        chosen = [str(key) for key in value if is_key(key)]
        missing = [key for key in chosen if key not in self.known]
        if missing:
            found = self.choices.queryset.in_bulk([int(key) for key in missing])
            self.known |= {str(key): record for key, record in found.items()}
        options = []
        if not self.is_required and not self.allow_multiple_selected:
            options.append(self.create_option(name, "", "", False, 0))
        model_admin = self.admin_site.get_model_admin(self.choices.queryset.model)
        for key in chosen:
            if key in self.known:
                label = model_admin.choice_label(self.known[key])
                options.append(self.create_option(name, key, label, True, len(options)))
        return [(None, options, 0)]


class ContextSelect(KnownOptions, AutocompleteSelect):
    pass


class ContextSelectMultiple(KnownOptions, AutocompleteSelectMultiple):
    def build_attrs(self, base_attrs, extra_attrs=None):
        # Each choice has its own button to remove it; the one for all breaks the list's markup.
        return super().build_attrs(base_attrs, extra_attrs) | {"data-allow-clear": "false"}


class ChosenRecords(forms.ModelMultipleChoiceField):
    """Several records chosen by typing; a number no key can have is refused before the query."""

    def clean(self, value):
        for key in value or ():
            if not is_key(key):
                raise ValidationError(
                    self.error_messages["invalid_pk_value"],
                    code="invalid_pk_value",
                    params={"pk": str(key)[:40]},
                )
        return super().clean(value)


def is_key(value) -> bool:
    """Whether something posted can be a primary key at all."""
    text = str(value)
    return text.isascii() and text.isdecimal() and len(text) < 19


def lend_known_rows(form) -> None:
    """Give the fields of a bound or unbound form the related rows its record came with."""
    for name, field in form.fields.items():
        widget = getattr(field.widget, "widget", field.widget)
        if not isinstance(widget, KnownOptions):
            continue
        relation = widget.field
        prefetched = getattr(form.instance, "_prefetched_objects_cache", {})
        if relation.many_to_one and relation.is_cached(form.instance):
            related = [getattr(form.instance, name)]
        else:
            related = prefetched.get(name, ())
        widget.known = {str(row.pk): row for row in related if row is not None}


class ChoosesByTyping:
    """An admin or inline whose links to other records are fields to choose by typing."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = ContextSelect(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = ContextSelectMultiple(db_field, self.admin_site)
            kwargs["form_class"] = ChosenRecords
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if hasattr(getattr(field, "widget", None), "can_delete_related"):
            # Adding and mending in place is work of the moment; deleting belongs on its own page.
            field.widget.can_delete_related = field.widget.can_view_related = False
        return field
