"""The back office as its staff use it: open a page, type, press a button, read the answer."""

from django.test import Client
from django.urls import reverse
from lxml import html

from tests.factories import make_staff
from tests.reading import words_of


class Desk:
    """One member of staff at the back office."""

    def __init__(self, group: str = "Editor", user=None):
        self.user = user or make_staff(group)
        self.client = Client()
        self.client.force_login(self.user)

    def open(self, address: str, **query):
        return Sheet(self, self.client.get(address, query))

    def add(self, noun: str, **query):
        return self.open(page(noun, "add"), **query)

    def change(self, record):
        return self.open(page_of(record))

    def browse(self, noun: str, **query):
        return self.open(page(noun, "changelist"), **query)

    def choose(self, noun: str, field: str, term: str, **query) -> list[str]:
        """What a field to choose by typing offers."""
        app, model = noun.split(".")
        asked = {"app_label": app, "model_name": model, "field_name": field, "term": term}
        answer = self.client.get(reverse("admin:autocomplete"), asked | query)
        return [result["text"] for result in answer.json()["results"]]


class Sheet:
    """One answer: its words, its form as filled in, its warnings."""

    def __init__(self, desk: Desk, response):
        self.desk, self.response = desk, response
        self.status = response.status_code
        self.address = response.request["PATH_INFO"]
        if query := response.request.get("QUERY_STRING"):
            self.address += f"?{query}"
        self.root = html.document_fromstring(response.content.decode())

    @property
    def words(self) -> str:
        main = next(self.root.iter("main"), self.root)
        return words_of(main)

    @property
    def errors(self) -> list[str]:
        return [words_of(item) for each in self.named("errorlist") for item in each.iter("li")]

    @property
    def messages(self) -> list[str]:
        return [words_of(item) for each in self.named("messagelist") for item in each]

    @property
    def buttons(self) -> list[str]:
        rows = self.named("submit-row")
        return [each.get("value") for row in rows for each in row.iter("input")]

    @property
    def links(self) -> dict[str, str]:
        return {words_of(link): link.get("href") for link in self.root.iter("a")}

    def named(self, name: str):
        return [each for each in self.root.iter() if name in (each.get("class") or "").split()]

    def form(self) -> dict:
        """Every field of the record's form as it is filled in now."""
        form = next(f for f in self.root.iter("form") if (f.get("id") or "").endswith("_form"))
        filled: dict[str, list] = {}
        for field in form.iter():
            name = field.get("name")
            if not name or "__prefix__" in name:
                continue
            if field.tag == "textarea":
                filled[name] = [(field.text or "").removeprefix("\n")]
            elif field.tag == "select":
                filled[name] = _chosen(field)
            elif field.tag == "input" and field.get("type") not in ("submit", "file"):
                is_box = field.get("type") in ("checkbox", "radio")
                if is_box and field.get("checked") is None:
                    continue
                filled[name] = [field.get("value", "on" if is_box else "")]
        return filled

    def send(self, button: str = "_continue", **changes):
        """Type the changes and press a button; follow to the page that answers."""
        typed = self.form() | {name.replace("___", "-"): value for name, value in changes.items()}
        answer = self.desk.client.post(self.address, typed | {button: "1"}, follow=True)
        return Sheet(self.desk, answer)


def _chosen(select) -> list[str]:
    options = list(select.iter("option"))
    chosen = [o.get("value") or "" for o in options if o.get("selected") is not None]
    if chosen or select.get("multiple") is not None or not options:
        return chosen
    return [options[0].get("value") or ""]


def page(noun: str, kind: str, *args) -> str:
    return reverse(f"admin:{noun.replace('.', '_')}_{kind}", args=args)


def page_of(record, kind: str = "change") -> str:
    return page(record._meta.label_lower, kind, record.pk)
