"""The licences of everything of others that a packaged program brings along; a build writes them beside the rules."""

from __future__ import annotations

import json
from typing import NamedTuple

from jiebei_desktop.resources import resource

INDEX = "index.json"
"""The list of them, in the folder of their texts."""


class Notice(NamedTuple):
    """One thing that is brought along: its version, its licence by name, and the file that holds the whole text."""

    name: str
    version: str
    licence: str
    file: str

    @property
    def text(self) -> str:
        """Return the licence in full."""
        return resource("licences", self.file).read_text(encoding="utf-8")


def notices() -> tuple[Notice, ...]:
    """Return them by name; none where the program runs from its source, and its packages keep their own."""
    index = resource("licences", INDEX)
    if not index.is_file():
        return ()
    return tuple(Notice(**entry) for entry in json.loads(index.read_text(encoding="utf-8")))
