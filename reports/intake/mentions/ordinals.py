"""The number in "34th anniversary", "XX aniversario", "thirty-fifth"."""

import re
from collections.abc import Mapping

from reports.intake.mentions.date_forms import number_in

_ROMAN = re.compile(r"(?P<c>C{0,3})(?P<t>XC|XL|L?X{0,3})(?P<u>IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def ordinal_in(text: str, numbers: Mapping[str, int]) -> int | None:
    """The number that a wording has in digits, or begins with in Roman ones or in words."""
    # "25th anniversary of", "aniversario 172 de", "2,500th anniversary of"
    digits = re.search(r"[1-4][,.]\d{3}|\d{1,3}", text)
    if digits:
        return int(re.sub(r"\D", "", digits[0]))
    roman = re.match(r"[CXVIL]+\b", text)
    if roman:
        return _roman(roman[0])
    for end in range(len(text), 0, -1):
        whole = end == len(text) or not text[end].isalnum()
        if whole and (value := number_in(text[:end], numbers)):
            return value
    return None


def _roman(text: str) -> int | None:
    if not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_VALUES[mark] for mark in text]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
