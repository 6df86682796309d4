from datetime import date

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates

AWKWARD = {
    "data-said": "\"<b>'&",
    "hidden": True,
    "disabled": False,
    "step": 0.5,
    "data-none": None,
}


class Everything(forms.Form):
    line = forms.CharField(help_text="A line")
    text = forms.CharField(widget=forms.Textarea(attrs=AWKWARD), required=False)
    number = forms.FloatField(localize=True)
    day = forms.DateField()
    moment = forms.SplitDateTimeField(required=False)
    sure = forms.BooleanField(label="<Sure>")
    secret = forms.CharField(widget=forms.HiddenInput)
    one = forms.ChoiceField(
        choices=[("", "---"), (1, "<One>"), ("Letters", [("a", "A"), ("b", "B")]), (None, "None")],
        widget=forms.Select(attrs=AWKWARD),
    )
    some = forms.TypedMultipleChoiceField(choices=[(1, "1"), (2, "2"), (3, "3")], coerce=int)
    ticked = forms.ChoiceField(choices=[(1, "1")], widget=forms.RadioSelect)
    file = forms.FileField()


FILLED = {
    "line": '"<',
    "text": "\n\n<a>&",
    "number": 1234.5,
    "day": date(2026, 2, 23),
    "sure": True,
    "secret": "x",
    "one": "b",
    "some": [1, 3],
    "ticked": "1",
}


@pytest.mark.parametrize("filled", [{}, FILLED])
def test_forms_are_written_as_django_writes_them(filled):
    fresh, refused = {"initial": filled}, {"data": filled}

    for given in (fresh, refused):
        ours = Everything(**given).as_p()
        assert ours == Everything(**given, renderer=DjangoTemplates()).as_p()
    assert ours.count("</option>") == 8
