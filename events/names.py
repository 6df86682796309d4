"""Pure: how written names are cleaned, compared and turned into addresses."""

import re
import unicodedata
from functools import lru_cache

# Letters that no Unicode decomposition takes apart, as English-language desks write them.
_LETTERS = str.maketrans(
    {
        "ə": "a", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae",
        "œ": "oe", "ħ": "h", "ŋ": "n",
    }
)  # fmt: skip

# Cyrillic as BGN/PCGN and the passports of the region render it, without marks; ё as е, since
# most print it so.
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e", "є": "ye",
    "ж": "zh", "з": "z", "и": "i", "і": "i", "ї": "i", "й": "y", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e",
    "ю": "yu", "я": "ya", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz",
    "ғ": "gh", "қ": "q", "ң": "ng", "ө": "o", "ү": "u", "ұ": "u", "һ": "h", "ҹ": "j", "ҝ": "g",
}  # fmt: skip
_GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i",
    "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s",
    "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
# ISO/UNGEGN in outline; enough to compare and to give an address, never shown to a reader.
_ARMENIAN = {
    "ա": "a", "բ": "b", "գ": "g", "դ": "d", "ե": "e", "զ": "z", "է": "e", "ը": "e", "թ": "t",
    "ժ": "zh", "ի": "i", "լ": "l", "խ": "kh", "ծ": "ts", "կ": "k", "հ": "h", "ձ": "dz", "ղ": "gh",
    "ճ": "ch", "մ": "m", "յ": "y", "ն": "n", "շ": "sh", "ո": "o", "չ": "ch", "պ": "p", "ջ": "j",
    "ռ": "r", "ս": "s", "վ": "v", "տ": "t", "ր": "r", "ց": "ts", "ւ": "w", "փ": "p", "ք": "k",
    "օ": "o", "ֆ": "f",
}  # fmt: skip
_GEORGIAN = dict(
    zip(
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h".split(),
        strict=True,
    )
)
_ARABIC = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h",
    "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d",
    "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m",
    "ن": "n", "ه": "h", "و": "w", "ي": "y", "ى": "a", "ة": "a", "ء": "", "ئ": "y", "ؤ": "w",
    "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ک": "k", "ی": "y",
}  # fmt: skip
_HEBREW = dict(
    zip(
        "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
        "a b g d h v z h t y k k l m m n n s a p p ts ts q r sh t".split(),
        strict=True,
    )
)
_SCRIPTS = str.maketrans(_CYRILLIC | _GREEK | _ARMENIAN | _GEORGIAN | _ARABIC | _HEBREW)

# What is no writing: controls, surrogates, non-characters, and the overrides that would let a name
# display in another order than it is stored.
_NO_WRITING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef"
    + "".join(
        f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "]"
)
_WORD = re.compile(r"\w+")
_APOSTROPHES = re.compile("['’ʼ`ʻʿ]")
# Every plain byte as a small letter, a digit or a space.
_ASCII = bytes(
    ord(mark.lower()) if _WORD.match(mark) else ord(" ") for mark in map(chr, range(256))
)

# One letter for each sound, whichever alphabet or tradition it was written down in.
_SOUNDS = (
    ("dzh", "j"), ("tch", "3"), ("shch", "s"), ("sch", "s"), ("zh", "j"), ("kh", "h"), ("gh", "g"),
    ("sh", "s"), ("ch", "3"), ("ph", "f"), ("th", "t"), ("dj", "j"), ("ts", "3"), ("tz", "3"),
    ("c", "j"), ("ou", "u"), ("ey", "ei"), ("yo", "o"), ("ya", "a"), ("yu", "u"), ("x", "h"),
    ("q", "g"), ("w", "v"), ("y", "i"), ("z", "s"), ("e", "a"), ("o", "u"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_AFTER_VOWEL = re.compile(r"(?<=[aiu])h(?=[bcdfgjklmnprstv])")


def clean_text(text: str, *, lines: bool = False) -> str:
    """Text as the archive stores it: NFC, no control, surrogate or non-character, trimmed.

    With `lines`, line breaks and tabs stay; without, any run of white space becomes one space.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Nearly all text has nothing to take out, and asking that is thirty times quicker.
    if not text.replace("\n", "").replace("\t", "").isprintable():
        text = _NO_WRITING.sub("", text)
    # Composed last: a mark may have stood apart from its letter by a character that is gone now.
    text = unicodedata.normalize("NFC", text)
    return text.strip() if lines else " ".join(text.split())


def fold(text: str) -> str:
    """Lower-case Latin letters without marks, whatever script or spelling: "Xocalı" -> "xocali"."""
    # Spelled before it is taken apart: й is a letter of its own, not и with a mark.
    text = unicodedata.normalize("NFKD", _spell(unicodedata.normalize("NFC", text)))
    text = "".join(mark for mark in text if not unicodedata.combining(mark))
    return _spell(unicodedata.normalize("NFC", text))


def _spell(text: str) -> str:
    return text.casefold().translate(_LETTERS).translate(_SCRIPTS)


def words(text: str) -> list[str]:
    """The folded words of a text, in order; hyphens and apostrophes separate or vanish."""
    if text.isascii():
        return text.encode().translate(_ASCII, b"'`").decode().split()
    # A body repeats its words so much that folding each once takes a fifth of the time.
    return [
        word
        for part in text.split()
        for word in (_words_of(part) if len(part) < 60 else _words_of.__wrapped__(part))
    ]


@lru_cache(maxsize=20_000)
def _words_of(part: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_APOSTROPHES.sub("", fold(part))))


def name_key(name: str) -> str:
    """A key that two orders of one name share: "Rustamov, Emin" == "Emin Rustamov"."""
    return " ".join(sorted(words(name)))


def sort_key(name: str) -> str:
    """Where a name stands in an alphabetical list."""
    return " ".join(words(name))


def family_first(name: str) -> str:
    """The usual order in a list of people: "Emin Rustamov" -> "Rustamov Emin"."""
    *given, family = name.split() or [""]
    return " ".join([family, *given])


@lru_cache(maxsize=4096)
def address_words(text: str) -> str:
    """The readable half of an address, at most 60 characters; empty if nothing can be spelled."""
    slug = "-".join(words(text)).encode("ascii", "ignore").decode()
    slug = re.sub(r"-+", "-", slug.replace("_", "-")).strip("-")
    return slug if len(slug) <= 60 else slug[:61].rpartition("-")[0] or slug[:60]


@lru_cache(maxsize=100_000)
def sounds(text: str) -> str:
    """Folded words as they sound, in alphabetical order: "khojaly" and "xocali" meet."""
    return " ".join(sorted(map(sound, text.split())))


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """One word's sounds; words repeat so much that each is worked out once."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return _AFTER_VOWEL.sub("", _DOUBLED.sub(r"\1", word))
