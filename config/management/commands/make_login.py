"""`manage.py make_login`: a staff account to try the back office with."""

import secrets
from pathlib import Path

from django.contrib.auth.models import Group, User
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Make a staff account, once, and print how to log in."

    def add_arguments(self, parser):
        parser.add_argument("--username", default="editor")
        parser.add_argument("--group", default="Administrator")
        parser.add_argument(
            "--password-file",
            type=Path,
            help="keep the password here, to print it again next time; for trying things out",
        )

    def handle(self, *, username: str, group: str, password_file: Path | None, **options):
        kept = password_file.read_text() if password_file and password_file.exists() else ""
        user = User.objects.filter(username=username).first()
        if user is None:
            kept = secrets.token_urlsafe(9)
            user = User.objects.create_user(username, password=kept, is_staff=True)
            user.groups.add(Group.objects.get(name=group))
            if password_file:
                password_file.touch(mode=0o600)
                password_file.write_text(kept)
        elif not (kept and user.check_password(kept)):
            kept = f"you know (a new one: manage.py changepassword {username})"
        self.stdout.write(f"Log in at /admin/ as {username} with the password {kept}")
