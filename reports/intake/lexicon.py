"""Words that give a text away, by language and topic: data files, one folder a language.

`words/en/people.toml` holds the English words about people. A language is added by a folder.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "words"
USUAL = "en"


@cache
def languages() -> tuple[str, ...]:
    """The languages there are words for, as ISO 639-1 codes."""
    return tuple(sorted(folder.name for folder in _FOLDER.iterdir() if folder.is_dir()))


@cache
def lexicon(topic: str, language: str) -> dict[str, Any]:
    """The words of a topic in a language; where there are none, the English ones."""
    path = _FOLDER / language / f"{topic}.toml"
    if language and path.exists():
        return tomllib.loads(path.read_text(encoding="utf-8"))
    return lexicon(topic, USUAL) if language != USUAL else {}
