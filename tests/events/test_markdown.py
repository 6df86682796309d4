import pytest

from events.markdown import render_markdown


def test_render_markdown_links_each_name_once():
    html = render_markdown(
        "Emin Rustamov spoke.\n\nLater Emin Rustamov left.", {"Emin Rustamov": "/people/1-emin/"}
    )

    assert html == (
        '<p><a href="/people/1-emin/" rel="noopener nofollow">Emin Rustamov</a> spoke.</p>\n'
        "<p>Later Emin Rustamov left.</p>\n"
    )


def test_render_markdown_prefers_the_longer_name():
    links = {"Luxembourg": "/places/2/", "Embassy in Luxembourg": "/organizations/3/"}

    html = render_markdown("The Embassy in Luxembourg.", links)

    assert '<a href="/organizations/3/" rel="noopener nofollow">Embassy in Luxembourg</a>' in html
    assert "/places/2/" not in html


def test_render_markdown_links_two_wordings_of_one_record_once():
    links = {"LuxAz": "/organizations/4/", "Friendship Association": "/organizations/4/"}

    html = render_markdown("LuxAz, the Friendship Association.", links)

    assert html.count("/organizations/4/") == 1


def test_render_markdown_leaves_names_inside_words_and_links():
    html = render_markdown("Annapolis and [Anna](https://example.org/).", {"Anna": "/people/5/"})

    assert "/people/5/" not in html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](//evil.example/)",
        "![x](https://evil.example/pixel.png)",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
    ],
)
def test_render_markdown_lets_nothing_active_through(text):
    html = render_markdown(text)

    assert "<script" not in html
    assert "<img" not in html
    assert "href=" not in html


def test_render_markdown_keeps_headings_below_the_title_of_the_page():
    assert render_markdown("# Programme") == "<h3>Programme</h3>\n"
