from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Events")

    def ready(self) -> None:
        from events.media.disposal import delete_files_with_rows  # models are loaded only now

        delete_files_with_rows()
