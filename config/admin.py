"""The back office: Django's admin under Dateline's own name, in the order a reporter thinks."""

from django.apps import apps
from django.contrib import admin
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from config.context import site

# What stands together on the first page, most used first.
SECTIONS = (
    (
        "archive",
        _("The archive"),
        ("reports.Intake", "reports.Report", "events.Event", "events.MediaItem"),
    ),
    (
        "named",
        _("Who, where, what"),
        ("events.Person", "events.Organization", "events.Place", "events.Occasion", "events.Work"),
    ),
    ("desk", _("The desk"), ("reports.Source", "events.Topic")),
    ("accounts", _("Accounts"), ("auth.User", "auth.Group")),
)
WAITING = 15


class DatelineAdminSite(admin.AdminSite):
    site_title = site_header = _("Dateline")
    index_title = _("Back office")
    # It opens by script, after the page: everything would move, and lists need the width.
    enable_nav_sidebar = False

    def each_context(self, request):
        name = site(request)["site_name"]
        return super().each_context(request) | {"site_title": name, "site_header": name}

    def autocomplete_view(self, request):
        from events.admin.choosing import ContextAutocompleteView  # apps are loaded only now

        return ContextAutocompleteView.as_view(admin_site=self)(request)

    def get_app_list(self, request, app_label=None):
        """By section on the first page; by app where one app is asked for."""
        by_app = super().get_app_list(request, app_label)
        if app_label:
            return by_app
        pages = {page["model"]._meta.label: page for app in by_app for page in app["models"]}
        sections = []
        for label, name, nouns in SECTIONS:
            models = [pages[noun] for noun in nouns if noun in pages]
            if models:
                sections.append(
                    {
                        "name": name,
                        "app_label": label,
                        "app_url": "",
                        "has_module_perms": True,
                        "models": models,
                    }
                )
        return sections

    def index(self, request, extra_context=None):
        desks = {
            "waiting": waiting_for(request, status="in_review"),
            "drafts": waiting_for(request, status="draft", created_by=request.user),
        }
        return super().index(request, desks | (extra_context or {}))


def waiting_for(request, **which) -> list:
    """Reports and events somebody has still to do something about, last changed first."""
    records = []
    for label, loaded in (("reports.Report", "source"), ("events.Event", "place")):
        model = apps.get_model(label)
        if admin.site.get_model_admin(model).has_change_permission(request):
            found = model.objects.filter(public_since__isnull=True, **which).select_related(
                loaded, "created_by"
            )
            records += found.order_by("-modified_at", "-pk")[:WAITING]
    records.sort(key=lambda record: record.modified_at, reverse=True)
    return [desk_entry(record) for record in records[:WAITING]]


def desk_entry(record) -> dict:
    """A record with the words and the address by which the first page lists it."""
    opts = record._meta
    return {
        "record": record,
        "noun": opts.verbose_name,
        "address": reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=(record.pk,)),
    }


def put_away_what_nobody_edits() -> None:
    """Take out the pages of packages we build on, or put our own in their place."""
    from config.accounts import GroupsOfStaff, StaffAdmin  # models are loaded only now

    for model in list(admin.site._registry):
        if model._meta.app_label in ("taggit", "axes", "auth"):
            admin.site.unregister(model)
    admin.site.register(apps.get_model("auth.User"), StaffAdmin)
    admin.site.register(apps.get_model("auth.Group"), GroupsOfStaff)
