from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400 for what Django itself refuses, such as thousands of parameters."""
    if isinstance(exception, RequestDataTooBig):
        sentence = _("What was sent is longer than %(size)s; send a long text as a file.") % {
            "size": filesizeformat(settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
        }
    else:
        sentence = _("The address asks for more than a page can answer.")
    return render(request, "400.html", {"problems": [("", sentence)]}, status=400)
