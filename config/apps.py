"""The composition root as an app: its own admin site, groups and commands."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class DatelineConfig(AppConfig):
    name = "config"
    verbose_name = _("Dateline")

    def ready(self) -> None:
        from config.groups import grant_groups  # models are loaded only now

        # Django creates permissions after migrate, so the groups that hold them follow.
        post_migrate.connect(grant_groups, dispatch_uid="config.groups")


class DatelineAdminConfig(AdminConfig):
    default_site = "config.admin.DatelineAdminSite"

    def ready(self) -> None:
        super().ready()
        from config.admin import put_away_what_nobody_edits  # models are loaded only now

        put_away_what_nobody_edits()
