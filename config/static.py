"""Static files as they are collected: one stylesheet for the public pages, however many it names.

Each part of the look keeps a file of its own, and `site.css` imports them. Browsers would ask for
them one after another, and a dozen small files weigh half as much again as the one they make.
"""

import re

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLESHEET = "css/site.css"
_IMPORT = re.compile(r'@import "([^"]+)"(?: (\w+))?;')
# What is there for those who write: a fifth of the weight.
_COMMENT_OR_INDENT = re.compile(r"/\*.*?\*/\s*|^\s+", re.DOTALL | re.MULTILINE)


def joined(name: str, read) -> str:
    """A stylesheet with what it imports in place; `read` gives the text of a file beside it."""

    def part(found: re.Match) -> str:
        text = read(f"{name.rpartition('/')[0]}/{found[1]}")
        # What is imported from a folder further down is written without addresses of its own.
        return f"@media {found[2]} {{\n{text}}}\n" if found[2] else text

    return _COMMENT_OR_INDENT.sub("", _IMPORT.sub(part, read(name)))


class OneStylesheet(CompressedManifestStaticFilesStorage):
    """Hashed, compressed, and with the stylesheet of the public pages in one piece."""

    def post_process(self, paths, dry_run=False, **options):
        if STYLESHEET in paths and not dry_run:
            text = joined(STYLESHEET, self._text)
            self.delete(STYLESHEET)
            self._save(STYLESHEET, ContentFile(text.encode()))
            paths[STYLESHEET] = (self, STYLESHEET)
        yield from super().post_process(paths, dry_run, **options)

    def _text(self, name: str) -> str:
        with self.open(name) as file:
            return file.read().decode()
