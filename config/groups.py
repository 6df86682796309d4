"""Who may do what: the three groups of staff, written down once.

A reporter drafts and submits; an editor also publishes, withdraws, tags and corrects; an
administrator also manages accounts. `migrate` grants them anew, so this table is the truth.
"""

from django.apps import apps as installed_apps

_LINKED = [
    *(f"events.{noun}" for noun in ("place", "organization", "person", "occasion", "work")),
    *("events.name", "events.mediaitem", "reports.source"),
]
_RECORDS = [
    *(f"events.{noun}" for noun in ("event", "involvement", "participation", "programmeitem")),
    *("events.eventmedia", "reports.report", "reports.reportmedia"),
    *("reports.citation", "reports.statement"),
]
_TAGS = ["events.topic", "events.eventtopic", "reports.reporttopic", "reports.mention"]


def _permissions(models: list[str], verbs: str) -> set[tuple[str, str]]:
    """(app label, codename) pairs: every verb on every model."""
    pairs = (model.split(".") for model in models)
    return {(app, f"{verb}_{noun}") for app, noun in pairs for verb in verbs.split()}


# Shared records (a person, a place) appear on published pages: a reporter adds, an editor changes.
REPORTER = (
    _permissions(_LINKED, "view add")
    | _permissions(_RECORDS, "view add change delete")
    | _permissions(["reports.intake"], "view add change")
    | _permissions([*_TAGS, "reports.correction"], "view")
) - {("events", "delete_event"), ("reports", "delete_report")}
EDITOR = (
    REPORTER
    | _permissions(_LINKED, "change delete")
    | _permissions(["events.event", "reports.report"], "delete publish tag")
    | _permissions([*_TAGS, "reports.correction"], "add change delete")
)
ADMINISTRATOR = EDITOR | _permissions(["auth.user", "auth.group"], "view add change delete")

GROUPS = {"Reporter": REPORTER, "Editor": EDITOR, "Administrator": ADMINISTRATOR}


def grant_groups(apps=installed_apps, using="default", **signal) -> None:
    """Make the groups and give each exactly the permissions above."""
    from django.contrib.auth.models import Group, Permission

    known = {
        (permission.content_type.app_label, permission.codename): permission
        for permission in Permission.objects.using(using).select_related("content_type")
    }
    for name, wanted in GROUPS.items():
        group, _ = Group.objects.using(using).get_or_create(name=name)
        group.permissions.set([known[pair] for pair in wanted if pair in known])
