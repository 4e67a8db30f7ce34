"""The one door for text that a person reads.

Source strings are Chinese. `translate` gives the text in the language in use; the catalogue is a Qt Linguist `.ts`
file, kept by lupdate and read here as the XML that it is, so that the program without a window speaks the same
words as the window does. Calls take literals only: lupdate reads them from the source. A translation can have words
that go with a number: `{days} {days:day|days}`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import Formatter

from jiebei_desktop.resources import resource

CHINESE = "zh"
ENGLISH = "en"
LANGUAGES = (CHINESE, ENGLISH)

_HALF_WIDTH: dict[int, int | str] = {
    **{full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)},
    0x3000: " ",
    0xA0: " ",
    0xFFE5: "¥",
    0x2212: "-",  # the minus that amounts are shown with
}

_COUNTS = re.compile(r"\{\w+:[^{}|]*\|[^{}|]*\}")
_Catalogue = dict[tuple[str, str], str]


class _Counting(Formatter):
    """Fills in fields; one written as `{days:day|days}` becomes the word that goes with the number."""

    def format_field(self, value: object, format_spec: str) -> str:
        one, bar, many = format_spec.partition("|")
        if not bar:
            return str(super().format_field(value, format_spec))
        return one if str(value) == "1" else many


_counting = _Counting()


class _Counted(str):
    """A translation whose words go with the numbers that are filled in."""

    __slots__ = ()

    def format(self, *values: object, **named: object) -> str:
        return _counting.vformat(self, values, named)


@dataclass(slots=True)
class _State:
    language: str = CHINESE
    catalogue: _Catalogue | None = None


_state = _State()


def translate(context: str, source: str) -> str:
    """Return `source` in the language in use.

    Args:
        context: where the text stands, for the translator.
        source: the Chinese text; named fields in braces are left for `str.format`.
    """
    return source if _state.catalogue is None else _state.catalogue.get((context, source), source)


def half_width(text: str) -> str:
    """Return typed text with full-width signs, digits and spaces as the plain ones that they stand for."""
    return text.translate(_HALF_WIDTH)


def use(language: str) -> None:
    """Speak `language` (one of `LANGUAGES`) from the next `translate` on."""
    _state.language = language
    _state.catalogue = None if language == CHINESE else read_catalogue(language)


def language() -> str:
    """Return the language in use."""
    return _state.language


def pick(zh: str, en: str) -> str:
    """Return the text of a data file that carries both languages itself."""
    return en if _state.language == ENGLISH else zh


def read_catalogue(language: str) -> _Catalogue:
    """Read the finished translations of a `.ts` file; unfinished and vanished ones are left out."""
    from xml.etree import ElementTree  # noqa: PLC0415 - Chinese needs no catalogue, and a start no reader of it

    tree = ElementTree.parse(resource("translations", f"jiebei_{language}.ts"))  # noqa: S314 - our own shipped file
    found: _Catalogue = {}
    for context in tree.iterfind("context"):
        name = context.findtext("name", "")
        for message in context.iterfind("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type"):
                continue
            written = translation.text or ""
            found[name, message.findtext("source", "")] = _Counted(written) if _COUNTS.search(written) else written
    return found
