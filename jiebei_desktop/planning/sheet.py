"""A page of plain text, to read, copy, save and print."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from jiebei_desktop.planning.why import source_name
from jiebei_desktop.products import Source
from jiebei_desktop.text import pick


class Sheet(NamedTuple):
    """A page of plain text; a paragraph may be of several lines."""

    title: str
    paragraphs: tuple[str, ...]


def text(sheet: Sheet) -> str:
    """Return a sheet in one piece."""
    return "\n\n".join((sheet.title, *sheet.paragraphs)) + "\n"


def block(heading: str, lines: Iterable[str]) -> str:
    """Return a paragraph of lines under a heading."""
    return "\n".join((heading, *lines))


def names_of(sources: Iterable[Source]) -> str:
    """Return sources in a row, each with its date."""
    return pick("；", "; ").join(map(source_name, sources))
