"""Accounts and groups in the back office: nobody makes an account above their own."""

from django.contrib.auth.admin import GroupAdmin, UserAdmin

_SUPREME = ("is_superuser", "user_permissions")


class StaffAdmin(UserAdmin):
    """Accounts of the staff. Whoever is no superuser makes none, and stands below those who are."""

    list_display = ("username", "first_name", "last_name", "is_active", "last_login")
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined")

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and _is_below(request.user, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and _is_below(request.user, obj)

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if request.user.is_superuser:
            return fieldsets
        return [
            (title, options | {"fields": [f for f in options["fields"] if f not in _SUPREME]})
            for title, options in fieldsets
        ]


class GroupsOfStaff(GroupAdmin):
    """Who may do what is written in config/groups.py; `migrate` grants it anew."""

    def get_readonly_fields(self, request, obj=None):
        return () if request.user.is_superuser else ("permissions",)


def _is_below(user, other) -> bool:
    return user.is_superuser or other is None or not other.is_superuser
