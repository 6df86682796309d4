"""Topics are chosen by typing, like every other link."""

from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.utils.text import capfirst

from events.admin.choosing import ChosenRecords, ContextSelectMultiple
from events.models import Topic


class ChoosesTopics:
    """An admin of a noun that carries topics."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name != "topics":
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        # taggit's own field is a line of commas: no way to see what is there already.
        field = ChosenRecords(
            queryset=Topic.objects.order_by("name", "pk"),
            widget=ContextSelectMultiple(db_field, self.admin_site),
            required=False,
            label=capfirst(db_field.verbose_name),
        )
        field.widget = RelatedFieldWidgetWrapper(
            field.widget,
            db_field.remote_field,
            self.admin_site,
            can_add_related=self.admin_site.get_model_admin(Topic).has_add_permission(request),
            can_change_related=False,
        )
        return field
