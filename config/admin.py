"""The back office: Django's admin under Dateline's own name."""

from django.contrib import admin


class DatelineAdminSite(admin.AdminSite):
    pass
