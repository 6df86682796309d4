"""The pages of the intake desk."""

from dataclasses import replace

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext

from events.actions.publication import missing_from_event
from events.models import Event, Publishable
from reports.actions.publication import missing_from_report
from reports.admin.intake.forms import DeskForm, PasteForm
from reports.admin.intake.text import pieces
from reports.intake.drafting import AlreadyDrafted, make_drafts
from reports.intake.encodings import UnreadableText, read_bytes
from reports.intake.matching import candidates
from reports.intake.pasting import (
    OutdatedPlan,
    UnreadablePaste,
    current_plan,
    keep_plan,
    open_intake,
)
from reports.intake.same_event import SameEvent, likely_event, same_events
from reports.intake.separate import reports_in
from reports.intake.shortening import cut
from reports.models import Intake, Report

_TITLE = 90  # characters of a headline over the page; the whole stands in its field
_MISSING = {Event: missing_from_event, Report: missing_from_report}


class Desk:
    """The two pages of intake, for the admin that lists what was pasted."""

    def __init__(self, admin: ModelAdmin):
        self.admin, self.site = admin, admin.admin_site

    # --- Pasting ---------------------------------------------------------------------------------

    def paste(self, request: HttpRequest) -> HttpResponse:
        """The page to paste the text of a report, or to upload files of some."""
        if not self.admin.has_add_permission(request):
            raise PermissionDenied
        form = PasteForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            opened = self._open(request, form)
            if len(opened) == 1:
                return HttpResponseRedirect(_page_of(opened[0]))
            if opened:
                return HttpResponseRedirect(reverse("admin:reports_intake_changelist"))
        context = {"title": gettext("Paste a report"), "form": form}
        return self._page(request, "admin/intake/paste.html", context, form.is_bound)

    def _open(self, request: HttpRequest, form: PasteForm) -> list[Intake]:
        """The work on each report that was given; what cannot be read is said at its field."""
        texts = self._texts(form)
        opened: dict[int, Intake] = {}
        before: dict[int, Intake] = {}
        address = form.cleaned_data["source_url"] if len(texts) == 1 else ""
        for name, text in texts:
            try:
                intake, is_new = open_intake(text, by=request.user, source_url=address)
            except UnreadablePaste as refusal:
                _tell_unreadable(form, name, refusal)
            else:
                if not is_new and intake.pk not in opened:
                    before[intake.pk] = intake
                opened[intake.pk] = intake
        if before:
            self.admin.message_user(
                request, _pasted_before(list(before.values())), messages.WARNING
            )
        if len(opened) > 1:
            told = ngettext("%d report is open.", "%d reports are open.", len(opened))
            self.admin.message_user(request, told % len(opened), messages.SUCCESS)
        if opened:
            for problem in form.errors.values():
                self.admin.message_user(request, " ".join(problem), messages.WARNING)
        return list(opened.values())

    def _texts(self, form: PasteForm) -> list[tuple[str, str]]:
        """Every report that was given, with the name of the file it came in, if any."""
        pasted = form.cleaned_data["text"]
        texts = [("", part) for part in reports_in(pasted)] if pasted.strip() else []
        for upload in form.cleaned_data["files"]:
            try:
                texts += [(upload.name, part) for part in _texts_of(upload)]
            except UnreadableText as refusal:
                _tell_unreadable(form, upload.name, refusal)
        return texts

    # --- The desk ---------------------------------------------------------------------------------

    def confirm(self, request: HttpRequest, intake: Intake) -> HttpResponse:
        """The text beside what is proposed; what is confirmed becomes drafts."""
        if not self.admin.has_view_or_change_permission(request, intake):
            raise PermissionDenied
        if "_publish" in request.POST and not _may_publish(request):
            raise PermissionDenied
        may_change = self.admin.has_change_permission(request, intake) and intake.report is None
        if request.method == "POST" and not may_change:
            return self._nothing_to_do(request, intake)
        plan, proposal = current_plan(intake)
        offered, events = candidates(plan), same_events(plan)
        if intake.plan is None and (likely := likely_event(events)):
            plan = replace(plan, event=likely.pk)  # until the staff decides
        desk = DeskForm(plan, offered, events, version=intake.version, data=request.POST or None)
        if request.method == "POST" and desk.is_valid():
            answer = self._save(request, intake, desk)
            if answer:
                return answer
        context = {
            "title": cut(str(intake), _TITLE),
            "intake": intake,
            "desk": desk,
            "text": pieces(proposal, plan),
            "shed": proposal.copy.shed,
            "events": [_compared(same) for same in events],
            "may_change": may_change,
            "may_publish": _may_publish(request),
        }
        return self._page(request, "admin/intake/desk.html", context, request.method == "POST")

    def _nothing_to_do(self, request: HttpRequest, intake: Intake) -> HttpResponse:
        if not self.admin.has_change_permission(request, intake):
            raise PermissionDenied
        return self._drafted(request, intake.report)

    def _save(self, request: HttpRequest, intake: Intake, desk: DeskForm) -> HttpResponse | None:
        """Keep what was decided and do what the button asks; None if the page comes back."""
        try:
            intake = keep_plan(intake, desk.planned(), by=request.user, version=desk.version)
            if not {"_drafts", "_publish"} & set(request.POST):
                self.admin.message_user(request, gettext("Kept. Nothing is in the archive yet."))
                return HttpResponseRedirect(_page_of(intake))
            report = make_drafts(intake, by=request.user)
        except OutdatedPlan:
            _show_outdated(desk, intake)
        except AlreadyDrafted as refusal:
            return self._drafted(request, refusal.report)
        except ValidationError as refusal:
            _show_problems(desk, intake, refusal)
        else:
            return self._made(request, report)
        return None

    def _drafted(self, request: HttpRequest, report: Report) -> HttpResponse:
        told = gettext("The drafts of this text were made before: this is the report.")
        self.admin.message_user(request, told, messages.WARNING)
        return HttpResponseRedirect(_page_of(report))

    def _made(self, request: HttpRequest, report: Report) -> HttpResponse:
        records = [*report.events.all(), report]
        if "_publish" in request.POST:
            self._publish(request, records)
        else:
            for record in records:
                made = format_html('<a href="{}">{}</a>', _page_of(record), record)
                told = format_html("{}: {}", record._meta.verbose_name.capitalize(), made)
                self.admin.message_user(request, told, messages.SUCCESS)
        return HttpResponseRedirect(_page_of(report))

    def _publish(self, request: HttpRequest, records: list[Event | Report]) -> None:
        """All of them, or none: what one lacks is told, and where to enter it."""
        hidden = [one for one in records if one.status != Publishable.Status.PUBLISHED]
        lacking = [one for one in hidden if _MISSING[type(one)](one)]
        for record in lacking or hidden:
            page = self.site.get_model_admin(type(record))
            page.carry_out(request, record, type(page).publish, saved=True)

    def _page(
        self, request: HttpRequest, template: str, context: dict, is_refused: bool
    ) -> HttpResponse:
        request.current_app = self.site.name
        context = self.site.each_context(request) | {"opts": self.admin.opts} | context
        return TemplateResponse(request, template, context, status=400 if is_refused else 200)


def _texts_of(upload) -> list[str]:
    """The reports in an uploaded file, as text."""
    named = upload.name.lower().endswith((".html", ".htm", ".xhtml"))
    return reports_in(read_bytes(upload.read()), is_markup=named)


def _tell_unreadable(form: PasteForm, name: str, refusal: ValueError) -> None:
    """Say at its field what cannot be read, and in which file: once, however many parts it has."""
    field, sentence = ("files", f"“{name}”: {refusal}") if name else ("text", str(refusal))
    if sentence not in form.errors.get(field, ()):
        form.add_error(field, sentence)


def _pasted_before(known: list[Intake]) -> str:
    """Who pasted the same before, and when."""
    if len(known) > 1:
        return gettext("%d of them were pasted before; they are open as they were left.") % len(
            known
        )
    intake = known[0]
    who = intake.begun_by.get_username() if intake.begun_by else gettext("somebody")
    day = intake.created_at.date().isoformat()
    return gettext("The same text or address was pasted on %(day)s by %(who)s; this is it.") % {
        "day": day,
        "who": who,
    }


def _compared(same: SameEvent) -> dict[str, object]:
    """An event on file beside the report: what is new or different first."""
    return {
        "event": same.event,
        "why": same.why,
        "news": [one for one in same.differences if one.kind != "same"],
        "alike": [one for one in same.differences if one.kind == "same"],
    }


def _show_outdated(desk: DeskForm, intake: Intake) -> None:
    """Let what was typed stand, and the next save be made in knowledge of the other's."""
    told = gettext(
        "A colleague saved this while you were at it. What you typed is kept below: save again to"
        " keep yours, or open the page anew to see theirs."
    )
    desk.head.add_error(None, told)
    desk.head.data = desk.head.data.copy()
    desk.head.data["version"] = Intake.objects.values_list("version", flat=True).get(pk=intake.pk)


def _show_problems(desk: DeskForm, intake: Intake, refusal: ValidationError) -> None:
    """What keeps drafts from being made, each at its field."""
    problems = getattr(refusal, "message_dict", {None: refusal.messages})
    for field, sentences in problems.items():
        desk.head.add_error(field if field in desk.head.fields else None, sentences)
    desk.head.data = desk.head.data.copy()
    desk.head.data["version"] = intake.version


def _may_publish(request: HttpRequest) -> bool:
    return request.user.has_perms(["events.publish_event", "reports.publish_report"])


def _page_of(record) -> str:
    opts = record._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=(record.pk,))
