"""What being late means, stage by stage: dated, sourced data, never legal advice."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from jiebei_desktop.products.models import Confidence, LocalText, Source, View, check_keys, strict_number
from jiebei_desktop.resources import resource
from jiebei_desktop.text import translate
from jiebei_desktop.values import Day, Frozen, ProblemError

STAGES = ("M0", "M1", "M2", "M3", "M3+")
WAYS = ("pay_all", "pay_overdue", "minimum", "defer", "negotiate", "waiver", "move", "card_plan", "nothing")

_DaysLate = Annotated[int, Field(strict=True, ge=0, le=36_600)]
_Keys = Annotated[tuple[str, ...], Field(min_length=1)]


class Stage(Frozen):
    """How lenders call being so many days late.

    Attributes:
        first_day: the days late from which it holds, until the next.
    """

    id: str
    first_day: _DaysLate
    name: LocalText
    sources: _Keys
    confidence: Confidence
    note: LocalText | None = None


class Said(Frozen):
    """One sentence with its support; `views` are the sources that disagree, kept and not averaged.

    Attributes:
        from_day: the days late from which it applies; 0 is before being late, too.
    """

    from_day: _DaysLate
    text: LocalText
    sources: _Keys
    confidence: Confidence
    note: LocalText | None = None
    views: tuple[View[LocalText], ...] = ()


_Sayings = Annotated[tuple[Said, ...], Field(min_length=1)]


class Overdue(Frozen):
    """All that is known about being late.

    Attributes:
        version: when the file was last checked against its sources.
        stages: one for each of `STAGES`.
        classes: the five classes of a loan in its lender's books.
        consequences: what happens, in the order in which it does.
        rights: what a borrower can count on.
        ways: what is known about each way out, by the names in `WAYS`.
        say: what to say when calling the lender.
        keep: what to keep.
        documents: what goes with a letter that asks to negotiate.
        holidays: whether due days move.
    """

    schema_version: Annotated[Literal[1], BeforeValidator(strict_number)]
    version: Day
    sources: dict[str, Source]
    stages: tuple[Stage, ...]
    classes: _Sayings
    consequences: _Sayings
    rights: _Sayings
    ways: dict[str, Said]
    say: _Sayings
    keep: _Sayings
    documents: _Sayings
    holidays: Said

    @model_validator(mode="after")
    def _complete(self) -> Self:
        ids = [stage.id for stage in self.stages]
        if ids != list(STAGES):
            comma = translate("Rules", "、")
            text = translate("Values", "{value} 不能用；可选：{allowed}")
            raise ProblemError("stages", text.format(value=comma.join(ids), allowed=comma.join(STAGES)))
        for way in WAYS:
            if way not in self.ways:
                raise ProblemError(f"ways.{way}", translate("Values", "必须填写"))
        for way in self.ways:
            if way not in WAYS:
                raise ProblemError(f"ways.{way}", translate("Values", "不认识这一项"))
        return self

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        _check_from_zero("stages", "first_day", [stage.first_day for stage in self.stages])
        _check_from_zero("classes", "from_day", [said.from_day for said in self.classes])
        for place, (before, after) in enumerate(pairwise(self.consequences), 1):
            if after.from_day < before.from_day:
                text = translate("Values", "不能小于 {limit}").format(limit=before.from_day)
                raise ProblemError(f"consequences.{place}.from_day", text)
        return self

    @model_validator(mode="after")
    def _sources_exist(self) -> Self:
        for path, entry in self.entries():
            check_keys(path, entry.sources, self.sources)
            for place, view in enumerate(entry.views if isinstance(entry, Said) else ()):
                check_keys(f"{path}.views.{place}", view.sources, self.sources)
        return self

    def entries(self) -> Iterator[tuple[str, Stage | Said]]:
        """Yield everything that names sources, with its dotted path."""
        for name in ("stages", "classes", "consequences", "rights", "say", "keep", "documents"):
            for place, entry in enumerate(getattr(self, name)):
                yield f"{name}.{place}", entry
        for way, said in self.ways.items():
            yield f"ways.{way}", said
        yield "holidays", self.holidays

    def stage(self, days: int) -> Stage:
        """Return the stage of being so many days late."""
        return next(stage for stage in reversed(self.stages) if stage.first_day <= max(days, 0))

    def next_stage(self, days: int) -> Stage | None:
        """Return the stage after that of being so many days late; None in the last."""
        return next((stage for stage in self.stages if stage.first_day > max(days, 0)), None)

    def class_of(self, days: int) -> Said:
        """Return the class of a loan that is so many days late."""
        return next(said for said in reversed(self.classes) if said.from_day <= max(days, 0))

    def happened(self, days: int) -> tuple[Said, ...]:
        """Return what can have happened to somebody who is so many days late."""
        return tuple(said for said in self.consequences if said.from_day <= max(days, 0))

    def ahead(self, days: int) -> Said | None:
        """Return what comes next for somebody who is so many days late."""
        return next((said for said in self.consequences if said.from_day > max(days, 0)), None)


def _check_from_zero(name: str, key: str, days: list[int]) -> None:
    """Check that days begin with 0 and rise, so that one entry holds for any number of days."""
    if days[0] != 0:
        text = translate("Values", "{value} 不能用；可选：{allowed}").format(value=days[0], allowed=0)
        raise ProblemError(f"{name}.0.{key}", text)
    for place, (before, after) in enumerate(pairwise(days), 1):
        if after <= before:
            raise ProblemError(f"{name}.{place}.{key}", translate("Values", "要大于 {limit}").format(limit=before))


def read_overdue(path: Path) -> Overdue:
    """Read what being late means from a file.

    Raises:
        OSError, ValueError: it can't be read.
    """
    return Overdue.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))


@cache
def shipped_overdue() -> Overdue:
    """Return what ships with the program."""
    return read_overdue(resource("overdue.toml"))
