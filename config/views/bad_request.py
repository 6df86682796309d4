from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400 for what Django itself refuses, such as a thousand parameters."""
    problem = ("", _("The address asks for more than a page can answer."))
    return render(request, "400.html", {"problems": [problem]}, status=400)
