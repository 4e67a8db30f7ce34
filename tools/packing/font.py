"""Make the Chinese font that a built program brings along, for machines that have none.

It is a part of Noto Sans CJK SC: everything of GB 2312 and what the interface shows. No name of it is reserved by its
licence (OFL 1.1), but it is renamed all the same: Noto is a trademark, and a machine that has the whole font must not
take this part for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category

from tools.bootstrap import BROUGHT_FONT as SOURCE

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont  # type: ignore[import,unused-ignore]

FACE = "Noto Sans CJK SC"
FAMILY = "Jiehua Sans SC"
FEATURES = ("kern",)
# Vertical text, and marks for the baselines of other scripts: nothing here is set that way.
UNUSED_TABLES = ("VORG", "vhea", "vmtx", "BASE")

GB2312_ROWS = range(0xA1, 0xF8)
GB2312_CELLS = range(0xA1, 0xFF)
# Beside GB 2312: ASCII, Latin-1, punctuation, super- and subscripts, currency, arrows, mathematics, shapes, signs, CJK
# punctuation and full-width forms. What the face does not have is left out.
BLOCKS = (
    (0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x205E), (0x2070, 0x209F), (0x20A0, 0x20CF), (0x2190, 0x21FF),
    (0x2200, 0x22FF), (0x2500, 0x257F), (0x25A0, 0x26FF), (0x2713, 0x2717), (0x3000, 0x303F), (0xFF01, 0xFFEE),
)  # fmt: skip
CONTROL = "Cc"
WINDOWS_ENGLISH = (3, 1, 0x409)


class Described(NamedTuple):
    """What the notice of the font says."""

    family: str
    version: str
    copyright: str


def bring(root: Path, folder: Path) -> Path:
    """Write the font with the project's characters into a folder and return its path.

    FileNotFoundError, where the package that it is made from is not installed.
    """
    if not SOURCE.exists():
        raise FileNotFoundError(f"{SOURCE}: install the package fonts-noto-cjk")
    target = folder / f"{FAMILY.replace(' ', '')}-Regular.otf"
    subset(SOURCE, interface_characters(root), target)
    return target


def subset(source: Path, texts: Iterable[str], target: Path) -> int:
    """Write the part of the source's simplified Chinese face that has these texts, and return its size in bytes.

    The weight is the source's. LookupError, where the source has no such face.
    """
    # Imported here and below, since only a build has it.
    from fontTools.subset import Options, Subsetter  # type: ignore[import,unused-ignore]  # noqa: PLC0415

    options = Options()
    options.hinting = False
    options.layout_features = list(FEATURES)
    options.drop_tables = [*options.drop_tables, *UNUSED_TABLES]
    options.name_IDs = ["*"]
    options.name_languages = [WINDOWS_ENGLISH[2]]
    options.notdef_outline = True
    with closing(face(source)) as font:
        work = Subsetter(options)
        work.populate(unicodes=[ord(character) for character in characters(texts)])
        work.subset(font)
        rename(font)
        target.parent.mkdir(parents=True, exist_ok=True)
        font.save(target)
    return target.stat().st_size


def face(source: Path) -> TTFont:
    """Open the simplified Chinese face of a font collection; LookupError, where it has none."""
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415

    for number in range(64):
        try:
            # The same source must give the same bytes whenever it is built.
            font = TTFont(source, fontNumber=number, lazy=True, recalcTimestamp=False)
        except TTLibError:
            break
        if font["name"].getDebugName(1) == FACE:
            return font
        font.close()
    raise LookupError(f"{source}: no face named {FACE}")


def rename(font: TTFont) -> None:
    """Give the font our family's name and say what it was made from; who made it and under which licence stays."""
    names = font["name"]
    style = names.getDebugName(2)
    postscript = f"{FAMILY.replace(' ', '')}-{style}"
    full = FAMILY if style == "Regular" else f"{FAMILY} {style}"
    texts = {
        1: FAMILY,
        3: f"{names.getDebugName(5).split(';')[0]};{postscript}",
        4: full,
        6: postscript,
        10: f"A part of {FACE}, renamed, without hinting and vertical text.",
    }
    for identifier, text in texts.items():
        names.setName(text, identifier, *WINDOWS_ENGLISH)
    compact = font["CFF "].cff
    compact.fontNames = [postscript]
    top = compact.topDictIndex[0]
    top.FullName, top.FamilyName = full, FAMILY


def describe(source: Path = SOURCE) -> Described:
    """Return what the font that is made from a source is called, its version and its copyright notice."""
    with closing(face(source)) as font:
        names = font["name"]
        version = names.getDebugName(5).split(";")[0].removeprefix("Version ")
        return Described(FAMILY, version, names.getDebugName(0))


def characters(texts: Iterable[str]) -> set[str]:
    """Return what the font should have for these texts: theirs, all of GB 2312, and the usual signs."""
    blocks = (chr(code) for first, last in BLOCKS for code in range(first, last + 1))
    return {character for character in {*gb2312(), *blocks, *"".join(texts)} if category(character) != CONTROL}


def gb2312() -> Iterator[str]:
    """Yield every character of GB 2312: its signs and both levels of its Chinese characters."""
    for row in GB2312_ROWS:
        for cell in GB2312_CELLS:
            yield from bytes((row, cell)).decode("gb2312", errors="ignore")


def interface_characters(root: Path) -> set[str]:
    """Return the characters of everything that the window may show: the code, rules, translations and samples."""
    suffixes = {".toml", ".ts", ".json", ".qss", ".jiehua"}
    files = [*(root / "jiebei_desktop").rglob("*.py")]
    files += [path for path in (root / "resources").rglob("*") if path.suffix in suffixes]
    return {character for path in files for character in path.read_text(encoding="utf-8")}
