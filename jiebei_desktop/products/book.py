"""The rule book: every product file that can be read, and what is wrong with those that can't."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from jiebei_desktop.products.models import Brand, ProductRule
from jiebei_desktop.products.own import OwnFigure, OwnRate, changed_as_far_as_right
from jiebei_desktop.resources import resource
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError, problems_of


class BrokenRule(NamedTuple):
    """A rule file that was left out: which, at which key, and why."""

    file: str
    key: str
    reason: str

    def __str__(self) -> str:
        """Return one line for the user."""
        where = f"{self.file} · {self.key}" if self.key else self.file
        return translate("Rules", "{where}：{reason}").format(where=where, reason=self.reason)


class RuleBook(NamedTuple):
    """The products by id, and the files that were left out.

    Attributes:
        rules: the newest version of each.
        broken: what could not be read.
        versions: every version of each, oldest first.
        own: the user's own figures, those of products already in their places; `bill.bill_rule` and
            `regulation.regulation` put in theirs when they are asked for.
        own_rates: the user's own prime rates.
    """

    rules: dict[str, ProductRule]
    broken: tuple[BrokenRule, ...]
    versions: dict[str, tuple[ProductRule, ...]]
    own: tuple[OwnFigure, ...] = ()
    own_rates: tuple[OwnRate, ...] = ()

    @property
    def ordered(self) -> list[ProductRule]:
        """Return the products in the order in which people are offered them: 借呗 first."""
        return sorted(self.rules.values(), key=lambda rule: (list(Brand).index(rule.brand), rule.rank, rule.id))

    def rule(self, product: str, on: date | None = None) -> ProductRule:
        """Return a product's rule as it was in force on a day; before the first version the first, else the newest.

        Raises:
            ProblemError: no such product; the message names those there are.
        """
        if product not in self.rules:
            known = translate("Rules", "、").join(self.rules)
            raise ProblemError(
                "product",
                translate("Rules", "没有叫 {name} 的产品规则；现有：{known}").format(name=product, known=known),
            )
        if on is None:
            return self.rules[product]
        versions = self.versions[product]
        return next((rule for rule in reversed(versions) if rule.in_force_from <= on), versions[0])

    def brand(self, product: str) -> Brand | None:
        """Return a product's family; None for a product without a rule."""
        rule = self.rules.get(product)
        return rule.brand if rule else None

    def with_rules(self, more: Iterable[ProductRule]) -> RuleBook:
        """Return the book with more products in it.

        Raises:
            ProblemError: one of them has the id of a product that is there.
        """
        added = list(more)
        for rule in added:
            if rule.id in self.rules:
                raise ProblemError("id", translate("Rules", "{name} 在另一个文件里已经有了").format(name=rule.id))
        found = book_of([*(rule for versions in self.versions.values() for rule in versions), *added], self.broken)
        return found._replace(own=self.own, own_rates=self.own_rates)

    def with_own(self, own: Iterable[OwnFigure], rates: Iterable[OwnRate] = ()) -> RuleBook:
        """Return the book with the user's own figures in it; one that is not right here changes nothing."""
        figures: dict[tuple[str, date | None], list[OwnFigure]] = {}
        for each in own:
            figures.setdefault((each.rule, each.since), []).append(each)
        versions = {
            product: tuple(
                changed_as_far_as_right(rule, figures.get((rule.id, rule.in_force_from), ())) for rule in known
            )
            for product, known in self.versions.items()
        }
        newest = {product: known[-1] for product, known in versions.items()}
        said = tuple(each for several in figures.values() for each in several)
        return RuleBook(newest, self.broken, versions, said, tuple(rates))

    def own_of(self, rule: str) -> tuple[OwnFigure, ...]:
        """Return the user's own figures of a rule that has no versions."""
        return tuple(each for each in self.own if each.rule == rule and each.since is None)


def book_of(rules: Iterable[ProductRule], broken: tuple[BrokenRule, ...] = ()) -> RuleBook:
    """Return the book of these rules."""
    versions: dict[str, tuple[ProductRule, ...]] = {}
    for rule in sorted(rules, key=lambda rule: rule.in_force_from):
        versions[rule.id] = (*versions.get(rule.id, ()), rule)
    return RuleBook({product: known[-1] for product, known in versions.items()}, broken, versions)


@cache
def shipped_rules() -> RuleBook:
    """Return the rule book that ships with the program."""
    return read_rules(resource("products"))


def read_rules(folder: Path) -> RuleBook:
    """Read every `*.toml` of a folder; a broken one is reported and the others go on.

    A file with `same_as` takes every key that it leaves out from the file of that id.
    """
    tables: dict[str, dict[str, Any]] = {}
    rules: dict[tuple[str, date], ProductRule] = {}
    broken: list[BrokenRule] = []
    for path in sorted(folder.glob("*.toml")):
        found = read_table(path)
        if isinstance(found, BrokenRule):
            broken.append(found)
        else:
            tables[path.name] = found
    for name, table in tables.items():
        found_rule = _rule(name, table, tables)
        if isinstance(found_rule, ProductRule):
            key = found_rule.id, found_rule.in_force_from
            if key in rules:
                reason = translate("Rules", "{name} 在另一个文件里已经有了").format(name=found_rule.id)
                broken.append(BrokenRule(name, "id", reason))
            else:
                rules[key] = found_rule
        else:
            broken.extend(found_rule)
    return book_of(rules.values(), tuple(sorted(broken)))


def _rule(name: str, table: dict[str, Any], tables: dict[str, dict[str, Any]]) -> ProductRule | list[BrokenRule]:
    own = dict(table)
    base = own.pop("same_as", None)
    if base is not None:
        others = [other for other in tables.values() if other.get("id") == base and "same_as" not in other]
        if not others:
            reason = translate("Rules", "没有叫 {name} 的产品可以照着来").format(name=base)
            return [BrokenRule(name, "same_as", reason)]
        newest = max(others, key=lambda other: str(other.get("in_force_from")))
        own = newest | own | _merged_sources(newest.get("sources"), own.get("sources"))
    try:
        return ProductRule.model_validate(own)
    except ValidationError as error:
        return [BrokenRule(name, field, message) for field, message in problems_of(error)]


def _merged_sources(base: object, own: object) -> dict[str, object]:
    """Return the sources of both files; nothing where one of them has no table of them, and is named for it."""
    if isinstance(base, dict) and isinstance(own, dict):
        return {"sources": base | own}
    return {}


def read_table(path: Path) -> dict[str, Any] | BrokenRule:
    """Return what a TOML file holds, unchecked, or why it can't be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        reason = translate("Rules", "TOML 写法不对：{detail}").format(detail=error)
    except UnicodeDecodeError:
        reason = translate("Rules", "不是 UTF-8 文字")
    except (ValueError, RecursionError):  # a number of thousands of digits, or tables nested without end
        reason = translate("Rules", "数字太长，或者嵌套太深")
    except OSError as error:
        reason = translate("Rules", "读不了：{detail}").format(detail=error.strerror)
    return BrokenRule(path.name, "", reason)
