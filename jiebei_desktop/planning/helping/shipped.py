"""What the help says by itself, read from its files: facts with their sources, words explained, what is not known."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from jiebei_desktop.products.models import Confidence, LocalText, Source, View, check_keys, strict_number
from jiebei_desktop.resources import resource
from jiebei_desktop.text import pick
from jiebei_desktop.values import Day, Frozen

_Names = Annotated[tuple[str, ...], Field(min_length=1)]


class Fact(Frozen):
    """One sentence with its support; `views` are the sources that disagree, kept and not averaged."""

    text: LocalText
    sources: _Names
    confidence: Confidence
    note: LocalText | None = None
    views: tuple[View[LocalText], ...] = ()


class Help(Frozen):
    """What is known besides the products' rules, what is not, and what the program will not do.

    Attributes:
        version: when the file was last checked against its sources.
    """

    schema_version: Annotated[Literal[1], BeforeValidator(strict_number)]
    version: Day
    sources: dict[str, Source]
    facts: dict[str, Fact]
    unknown: tuple[LocalText, ...]
    refuses: tuple[LocalText, ...]

    @model_validator(mode="after")
    def _sources_exist(self) -> Self:
        for name, fact in self.facts.items():
            check_keys(f"facts.{name}", fact.sources, self.sources)
            for place, view in enumerate(fact.views):
                check_keys(f"facts.{name}.views.{place}", view.sources, self.sources)
        return self


class Names(Frozen):
    """Other names of a word, in both languages."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[str, ...]:
        """Return those of the language in use."""
        return tuple(pick("\n".join(self.zh), "\n".join(self.en)).splitlines())


class Word(Frozen):
    """A word that is explained.

    Attributes:
        also: what else people call it.
    """

    term: LocalText
    also: Names = Names()
    text: LocalText


class Glossary(Frozen):
    """The words, in the order of a loan's life."""

    schema_version: Annotated[Literal[1], BeforeValidator(strict_number)]
    words: tuple[Word, ...]


@cache
def shipped_help() -> Help:
    """Return what ships with the program."""
    return Help.model_validate(_read("help.toml"))


@cache
def glossary() -> tuple[Word, ...]:
    """Return the words that ship with the program."""
    return Glossary.model_validate(_read("glossary.toml")).words


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resource(name).read_text(encoding="utf-8"))
