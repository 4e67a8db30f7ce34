"""The rule book: every product file that can be read, and what is wrong with those that can't."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from jiebei_desktop.products.models import Brand, ProductRule
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
    """The products in force, by id, and the files that were left out."""

    rules: dict[str, ProductRule]
    broken: tuple[BrokenRule, ...]

    @property
    def ordered(self) -> list[ProductRule]:
        """Return the products in the order in which people are offered them: 借呗 first."""
        return sorted(self.rules.values(), key=lambda rule: (list(Brand).index(rule.brand), rule.id))

    def rule(self, product: str) -> ProductRule:
        """Return a product's rule.

        Raises:
            ProblemError: no such product; the message names those there are.
        """
        if product not in self.rules:
            known = translate("Rules", "、").join(self.rules)
            raise ProblemError(
                "product",
                translate("Rules", "没有叫 {name} 的产品规则；现有：{known}").format(name=product, known=known),
            )
        return self.rules[product]


@cache
def shipped_rules() -> RuleBook:
    """Return the rule book that ships with the program."""
    return read_rules(resource("products"))


def read_rules(folder: Path) -> RuleBook:
    """Read every `*.toml` of a folder; a broken one is reported and the others go on."""
    rules: dict[str, ProductRule] = {}
    broken: list[BrokenRule] = []
    for path in sorted(folder.glob("*.toml")):
        found = _read(path)
        if isinstance(found, ProductRule) and found.id in rules:
            reason = translate("Rules", "{name} 在另一个文件里已经有了").format(name=found.id)
            broken.append(BrokenRule(path.name, "id", reason))
        elif isinstance(found, ProductRule):
            rules[found.id] = found
        else:
            broken.extend(found)
    return RuleBook(rules, tuple(broken))


def _read(path: Path) -> ProductRule | list[BrokenRule]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        return ProductRule.model_validate(data)
    except ValidationError as error:
        return [BrokenRule(path.name, field, message) for field, message in problems_of(error)]
    except tomllib.TOMLDecodeError as error:
        reason = translate("Rules", "TOML 写法不对：{detail}").format(detail=error)
    except UnicodeDecodeError:
        reason = translate("Rules", "不是 UTF-8 文字")
    except (ValueError, RecursionError):  # a number of thousands of digits, or tables nested without end
        reason = translate("Rules", "数字太长，或者嵌套太深")
    except OSError as error:
        reason = translate("Rules", "读不了：{detail}").format(detail=error.strerror)
    return [BrokenRule(path.name, "", reason)]
