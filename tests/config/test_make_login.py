import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.management import call_command


def printed(capsys, **options) -> str:
    call_command("make_login", **options)
    return capsys.readouterr().out.strip()


@pytest.mark.django_db
def test_make_login_makes_a_staff_account_that_works(capsys, rf):
    said = printed(capsys)

    password = said.rpartition(" ")[2]
    user = authenticate(rf.post("/admin/login/"), username="editor", password=password)
    assert user.is_staff
    assert [group.name for group in user.groups.all()] == ["Administrator"]


@pytest.mark.django_db
def test_make_login_prints_the_kept_password_again(capsys, tmp_path):
    kept = tmp_path / "password"

    first, second = (printed(capsys, password_file=kept) for _ in range(2))

    assert first == second
    assert User.objects.count() == 1
    assert kept.stat().st_mode & 0o077 == 0


@pytest.mark.django_db
def test_make_login_does_not_reset_a_password(capsys):
    printed(capsys)
    User.objects.get().set_password("another")

    assert "you know" in printed(capsys)
