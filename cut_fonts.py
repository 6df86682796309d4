"""Cuts the faces every page needs out of the vendored fonts, so that a first visit stays light.

English text loads two small files; letters with marks are in slices, fetched only by pages that
have them; everything rarer comes from static/vendor/ as it is. The SIL Open Font License
allows this under another name. Run it after `make vendor` has brought a new version, with
fonttools and brotli installed: python cut_fonts.py
"""

import io
import json
import shutil
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).resolve().parent
FONTS = ROOT / "static" / "fonts"

PUNCTUATION = [0xA0, 0xA9, 0xB7, 0xD7, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D]
PUNCTUATION += [0x201E, 0x2022, 0x2026]
# On every page: what English text is made of, and the marked letters most often met in it.
RARE = {ord(sign) for sign in "#$%*<=>@[\\]^_`{|}~"}
OFTEN = [ord(letter) for letter in "áäçèéíñóöü"]
BASIC = [*(code for code in range(0x20, 0x7F) if code not in RARE), *PUNCTUATION, *OFTEN]
# The letters that files named "latin" hold of Latin Extended-A.
STRAYS = [0x131, 0x152, 0x153]
LATIN_1 = [*RARE, *(code for code in [*range(0xA1, 0x100), *STRAYS] if code not in BASIC)]
# Polish and South Slavic names, and capitals for place names set in them; Turkish and Azerbaijani.
CENTRAL = [ord(letter) for letter in "āąćčđęłńņśšżžĀĄĆČĐĘŁŃŚŠŻŽ"]
TURKIC = [ord(letter) for letter in "ĞğİŞşƏə"]
# With the comma letters of Romanian.
LATIN_A = [*range(0x100, 0x180), 0x218, 0x219, 0x21A, 0x21B]
LATIN_A = [code for code in LATIN_A if code not in (*STRAYS, *CENTRAL, *TURKIC)]

SLICES = {
    "basic": ("latin", BASIC),
    "latin-1": ("latin", LATIN_1),
    "central": ("latin-ext", CENTRAL),
    "turkic": ("latin-ext", TURKIC),
    "latin-a": ("latin-ext", LATIN_A),
}
FACES = {
    "source-serif-4": ("Dateline Serif", (400, 700), ["kern"]),
    "inter": ("Dateline Sans", (400, 650), ["tnum"]),
}
SHAPING = ["ccmp", "locl", "mark", "mkmk"]


def cut(face: str, name: str) -> None:
    family, weights, features = FACES[face]
    version = json.loads((ROOT / "package.json").read_text())["devDependencies"]
    folder = ROOT / "static" / "vendor" / f"{face}-{version[f'@fontsource-variable/{face}']}"
    script, codes = SLICES[name]
    font = TTFont(folder / f"{face}-{script}-wght-normal.woff2")
    font = only(font, codes, features if name == "basic" else SHAPING)
    font = instancer.instantiateVariableFont(font, {"wght": weights})
    rename(font, family)
    font.flavor = "woff2"
    stem = family.lower().replace(" ", "-")
    font.save(FONTS / f"{stem}-{name}.woff2")
    shutil.copy(folder / "LICENSE", FONTS / f"LICENSE-{stem}")


def only(font: TTFont, codes: list[int], features: list[str]) -> TTFont:
    """The font with these characters and features alone."""
    options = subset.Options(layout_features=features, hinting=False, notdef_outline=True)
    options.drop_tables += ["STAT"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    font.flavor = None
    subsetter.subset(font)
    # Saved and read again: the instancer looks at tables the subsetter has left unparsed.
    file = io.BytesIO()
    font.save(file)
    file.seek(0)
    return TTFont(file)


def rename(font: TTFont, family: str) -> None:
    """A changed font may not carry the reserved name of its makers; their notices stay."""
    for record in list(font["name"].names):
        if record.nameID in (1, 3, 4, 6, 16, 25):
            spaced = family.replace(" ", "") if record.nameID in (6, 25) else family
            record.string = spaced


if __name__ == "__main__":
    FONTS.mkdir(exist_ok=True)
    for face in FACES:
        for name in SLICES:
            cut(face, name)
