"""Tagging who and what a report names: one field that finds every noun."""

import json

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import JsonResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from events.admin.choosing import is_key
from events.admin.inlines import RowSet, TableOfRows
from reports.models import Mention
from reports.models.mention import MENTIONABLE

FOUND_OF_EACH = 6


def mentionable_admins(admin_site):
    """(noun, its admin) for everything a report can name."""
    for noun in MENTIONABLE:
        model = Mention._meta.get_field(noun).remote_field.model
        yield noun, admin_site.get_model_admin(model)


def find_mentionable(request, admin_site):
    """What the field is answered: a few records of each noun, under its name."""
    term = request.GET.get("term", "")
    groups = []
    for noun, model_admin in mentionable_admins(admin_site):
        if not model_admin.has_view_permission(request):
            raise PermissionDenied
        found = model_admin.find(request, term, limit=FOUND_OF_EACH)
        options = [
            {"id": f"{noun}:{record.pk}", "text": model_admin.choice_label(record)}
            for record in found
        ]
        if options:
            groups.append(
                {"text": capfirst(model_admin.opts.verbose_name_plural), "children": options}
            )
    return JsonResponse({"results": groups, "pagination": {"more": False}})


class SubjectSelect(forms.Select):
    """One field for all nouns; the value is "person:3"."""

    def __init__(self, admin_site):
        super().__init__(attrs={"class": "admin-autocomplete"})
        self.admin_site = admin_site
        self.known = {}

    def build_attrs(self, base_attrs, extra_attrs=None):
        return super().build_attrs(base_attrs, extra_attrs) | {
            "data-ajax--cache": "true",
            "data-ajax--delay": 250,
            "data-ajax--type": "GET",
            "data-ajax--url": reverse(f"{self.admin_site.name}:reports_report_mentionable"),
            "data-theme": "admin-autocomplete",
            "data-allow-clear": json.dumps(True),
            "data-placeholder": "",
        }

    def optgroups(self, name, value, attrs=None):
        options = [self.create_option(name, "", "", False, 0)]
        for key in value:
            record = self.known.get(key) or subject_of(key)
            if record is not None:
                model_admin = self.admin_site.get_model_admin(type(record))
                label = model_admin.choice_label(record)
                options.append(self.create_option(name, key, label, True, 1))
        return [(None, options, 0)]


def subject_of(key: str):
    """The record behind "person:3", or None."""
    noun, _colon, number = str(key).partition(":")
    if noun not in MENTIONABLE or not is_key(number):
        return None
    model = Mention._meta.get_field(noun).remote_field.model
    return model.objects.filter(pk=int(number)).first()


class MentionForm(forms.ModelForm):
    subject = forms.CharField(label=_("Who or what is named"))

    class Meta:
        model = Mention
        fields = ("words",)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "subject" not in self.fields:
            return
        self.fields["subject"].widget = SubjectSelect(admin.site)
        record = self.instance.subject if self.instance.pk else None
        if record is not None:
            key = f"{record._meta.model_name}:{record.pk}"
            self.initial["subject"] = key
            self.fields["subject"].widget.known = {key: record}

    def clean_subject(self):
        key = self.cleaned_data["subject"]
        record = subject_of(key)
        if record is None:
            raise ValidationError(_("Choose one of the records that are offered."))
        for noun in MENTIONABLE:
            setattr(self.instance, noun, record if noun == record._meta.model_name else None)
        return key


class MentionFormSet(RowSet):
    def clean(self):
        """Named once is enough; the database would refuse a second row."""
        super().clean()
        seen = set()
        for form in self.forms:
            if self._should_delete_form(form) or not getattr(form, "cleaned_data", None):
                continue
            subject = form.cleaned_data.get("subject")
            if subject in seen:
                form.add_error("subject", _("It is tagged already, in a row above."))
            seen.add(subject)


class MentionRows(TableOfRows):
    model = Mention
    form = MentionForm
    formset = MentionFormSet
    fields = ("subject", "words")
    loads = (
        "person",
        "organization__seat",
        "place__parent__parent__parent",
        "work",
        "occasion__place",
    )
    prefetches = ("work__creators",)
    extra = 1
    verbose_name_plural = _("Named in the report")

    def get_fields(self, request, obj=None):
        """Whoever may only look sees the rows as text."""
        return self.fields if self.has_change_permission(request, obj) else ("named", "words")

    def get_readonly_fields(self, request, obj=None):
        return () if self.has_change_permission(request, obj) else ("named",)

    @admin.display(description=_("who or what is named"))
    def named(self, mention) -> str:
        return str(mention.subject)
