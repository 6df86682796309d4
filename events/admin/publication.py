"""The life of an event or report in the back office: buttons, list actions, and who may."""

from functools import partial

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from events.actions.publication import NotPublishable, return_to_draft, submit
from events.admin.base import ArchiveAdmin, HistoryPages
from events.admin.choosing import ContextSelect
from events.admin.forms import ArchiveForm
from events.models import Publishable
from events.models.fields import LineField

Status = Publishable.Status
OPEN = (Status.DRAFT, Status.IN_REVIEW)
# What is decided last: shown after the rows of the form.
PUBLICATION = (
    _("Publication"),
    {"fields": ("publication", ("publish_at", "embargo_until")), "classes": ("closing",)},
)


class ReasonForm(forms.Form):
    """Why a record is taken out of the public archive."""

    reason = LineField(
        verbose_name=_("reason"),
        max_length=500,
        help_text=_("For the staff: published by mistake, at the request of the source, …"),
    ).formfield(widget=forms.TextInput(attrs={"class": "vTextField", "autofocus": True}))

    def clean_reason(self):
        return LineField(max_length=500).clean(self.cleaned_data["reason"], None)


class PublishableForm(ArchiveForm):
    """A form that keeps a published record fit for the public."""

    needed_when_published: tuple[str, ...] = ()

    def clean(self):
        cleaned = super().clean()
        if self.instance.status == Status.PUBLISHED:
            for name, problem in self.problems_when_published():
                if name not in self.errors:
                    self.add_error(name, problem)
        return cleaned

    def problems_when_published(self):
        """(field, sentence) for what the public page cannot do without."""
        for name in self.needed_when_published:
            if name in self.fields and not self.cleaned_data.get(name):
                yield name, _("A published record cannot do without it.")


class PublishableAdmin(HistoryPages, ArchiveAdmin):
    """A record with a life: draft, in review, published, withdrawn."""

    actions = ("submit_selected", "return_selected", "publish_selected", "withdraw_selected")
    readonly_fields = ("publication",)
    # The verbs of this noun; subclasses name them.
    publish = withdraw = list_anew = None

    @property
    def media(self):
        """The list has fields to choose by typing too: its filters."""
        relation = self.opts.get_field(self.autocomplete_fields[0])
        script = forms.Media(js=["js/admin-filter.js"])
        return super().media + ContextSelect(relation, self.admin_site).media + script

    # --- Who may ---------------------------------------------------------------------------

    def has_publish_permission(self, request) -> bool:
        return request.user.has_perm(f"{self.opts.app_label}.publish_{self.opts.model_name}")

    def has_tag_permission(self, request) -> bool:
        return request.user.has_perm(f"{self.opts.app_label}.tag_{self.opts.model_name}")

    def has_change_permission(self, request, obj=None):
        """A reporter changes what is not yet public; an editor also what is."""
        may = super().has_change_permission(request, obj)
        return may and (obj is None or obj.status in OPEN or self.has_publish_permission(request))

    def has_delete_permission(self, request, obj=None):
        """What the public has seen is withdrawn, never deleted."""
        return super().has_delete_permission(request, obj) and (obj is None or obj.status in OPEN)

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        return fields if self.has_tag_permission(request) else (*fields, "topic_list")

    def get_fieldsets(self, request, obj=None):
        """Without the permission to tag, the topics are shown instead of asked for."""
        fieldsets = super().get_fieldsets(request, obj)
        if self.has_tag_permission(request):
            return fieldsets
        return [
            (title, options | {"fields": tuple(map(_shown_topics, options["fields"]))})
            for title, options in fieldsets
        ]

    def get_inlines(self, request, obj):
        """Rows that only make sense for what the public has seen wait until then."""
        seen = obj is not None and obj.public_since is not None
        rows = super().get_inlines(request, obj)
        return [each for each in rows if seen or not getattr(each, "after_publication", False)]

    # --- What the form shows -----------------------------------------------------------------

    @admin.display(description=_("publication"))
    def publication(self, record) -> str:
        """The status in words, with the moments that belong to it."""
        if record.pk is None:
            return gettext("a new draft")
        status = record.get_status_display()
        if record.status == Status.PUBLISHED and not record.is_public:
            return gettext("%(status)s, not shown before its time") % {"status": status}
        if record.status == Status.WITHDRAWN:
            return f"{status}: {record.withdrawal_reason}" if record.withdrawal_reason else status
        return status

    @admin.display(description=_("topics"))
    def topic_list(self, record) -> str:
        names = [str(topic) for topic in record.topics.all()] if record.pk else []
        return ", ".join(names) or gettext("given by the editors")

    def is_public(self, record) -> bool:
        return record.is_public

    def render_change_form(self, request, context, *args, **kwargs):
        record = context.get("original")
        context["publication_buttons"] = self._buttons(request, record)
        context["show_save_and_add_another"] = False
        if record:
            context["preview_address"] = f"{record.get_absolute_url()}?preview=1"
            if record.status == Status.PUBLISHED and self.has_publish_permission(request):
                context["withdraw_address"] = self._address("withdraw", record)
        return super().render_change_form(request, context, *args, **kwargs)

    def _buttons(self, request, record) -> list[tuple[str, str]]:
        """Name and words of the buttons that save the form and then do something more."""
        if not (
            self.has_change_permission(request, record)
            if record
            else self.has_add_permission(request)
        ):
            return []
        status = record.status if record else Status.DRAFT
        buttons = []
        if status == Status.DRAFT:
            buttons.append(("_submit", _("Save and submit for review")))
        if status == Status.IN_REVIEW:
            buttons.append(("_return", _("Save and return to draft")))
        if status != Status.PUBLISHED and self.has_publish_permission(request):
            buttons.append(("_publish", _("Save and publish")))
        return buttons

    # --- Saving --------------------------------------------------------------------------------

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)

    def tell_public(self, record):
        self.list_anew(record)

    def response_add(self, request, obj, post_url_continue=None):
        return self._do_more(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self._do_more(request, obj) or super().response_change(request, obj)

    def _do_more(self, request, record):
        """After saving: what the pressed button asks for besides."""
        asked = next((n for n in ("_submit", "_return", "_publish") if n in request.POST), None)
        if asked is None:
            return None
        if asked not in dict(self._buttons(request, record)):
            raise PermissionDenied
        verb = {"_submit": submit, "_return": return_to_draft, "_publish": self.publish}[asked]
        self.carry_out(request, record, verb, saved=True)
        return HttpResponseRedirect(self._address("change", record))

    def carry_out(self, request, record, verb, *, saved: bool = False) -> bool:
        """One verb on one record, told to the user and written into the log."""
        try:
            with transaction.atomic():
                verb(record)
        except NotPublishable as refusal:
            self.message_user(request, self._refusal(record, refusal, saved), messages.WARNING)
        except ValidationError as refusal:
            self.message_user(request, " ".join(refusal.messages), messages.WARNING)
        else:
            deed = capfirst(gettext("now %(status)s") % {"status": record.get_status_display()})
            self.log_change(request, record, f"{deed}.")
            link = format_html('<a href="{}">{}</a>', self._address("change", record), record)
            self.message_user(request, format_html("{}: {}.", link, deed), messages.SUCCESS)
            return True
        return False

    def _refusal(self, record, refusal: NotPublishable, saved: bool) -> str:
        """What is missing, each a link to the very field where it is entered."""
        here = self._address("change", record)
        links = [(self._field_address(here, gap), gap.sentence) for gap in refusal.missing]
        opening = (
            gettext("“%(record)s” is saved but not published.")
            if saved
            else gettext("“%(record)s” is not published.")
        )
        return format_html(
            '{}<ul class="missing">{}</ul>',
            opening % {"record": record},
            format_html_join("", '<li><a href="{}">{}</a></li>', links),
        )

    def _field_address(self, here: str, gap) -> str:
        if gap.item is not None:
            here = reverse(f"{self.admin_site.name}:events_mediaitem_change", args=(gap.item.pk,))
        return f"{here}#id_{gap.field}"

    def _address(self, page: str, record) -> str:
        opts = self.opts
        route = f"{self.admin_site.name}:{opts.app_label}_{opts.model_name}_{page}"
        return reverse(route, args=(record.pk,))

    # --- Withdrawing -----------------------------------------------------------------------------

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_withdraw"
        view = self.admin_site.admin_view(self.withdraw_view)
        return [path("<path:object_id>/withdraw/", view, name=name), *super().get_urls()]

    def withdraw_view(self, request, object_id):
        """Ask for the reason, then withdraw."""
        with transaction.atomic():
            record = self.get_object(request, unquote(object_id))
            if record is None:
                raise Http404
            if not self.has_publish_permission(request):
                raise PermissionDenied
            return self._withdraw(request, [record], self._address("change", record))

    def _withdraw(self, request, records, back: str):
        form = ReasonForm(request.POST if "confirmed" in request.POST else None)
        if form.is_valid():
            verb = partial(type(self).withdraw, reason=form.cleaned_data["reason"])
            for record in records:
                self.carry_out(request, record, verb)
            return HttpResponseRedirect(back)
        context = self.admin_site.each_context(request) | {
            "title": ngettext("Withdraw this record?", "Withdraw these records?", len(records)),
            "opts": self.opts,
            "form": form,
            "records": [(record, self._address("change", record)) for record in records],
            "checkbox_name": ACTION_CHECKBOX_NAME,
            "back": back,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/withdraw.html", context)

    # --- Actions on the list ---------------------------------------------------------------------

    @admin.action(description=_("Submit for review"), permissions=["change"])
    def submit_selected(self, request, queryset):
        self._carry_out_each(request, queryset, submit)

    @admin.action(description=_("Return to draft"), permissions=["change"])
    def return_selected(self, request, queryset):
        self._carry_out_each(request, queryset, return_to_draft)

    @admin.action(description=_("Publish"), permissions=["publish"])
    def publish_selected(self, request, queryset):
        self._carry_out_each(request, queryset, type(self).publish)

    @admin.action(description=_("Withdraw …"), permissions=["publish"])
    def withdraw_selected(self, request, queryset):
        return self._withdraw(request, list(queryset), request.get_full_path())

    def _carry_out_each(self, request, queryset, verb) -> None:
        for record in queryset:
            if self.has_change_permission(request, record):
                self.carry_out(request, record, verb)
            else:
                refusal = gettext("“%(record)s” is for the editors to change.")
                self.message_user(request, refusal % {"record": record}, messages.WARNING)


def _shown_topics(field):
    return "topic_list" if field == "topics" else field
