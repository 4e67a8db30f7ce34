"""Two states of a plan side by side, in words: a backup or a snapshot, and the plan as it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from jiebei_desktop.money import ZERO, grouped
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.planning.own_rules import rules_of
from jiebei_desktop.planning.version_words import (
    Side,
    Words,
    budget_words,
    changed_rules_words,
    comparison_words,
    kept_words,
    loan_line,
    loan_name,
    loan_words,
    owed,
    whole_words,
)
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate

_MISSING: Final = "—"
"""What stands on the side that does not have a loan."""


class Row(NamedTuple):
    """One thing that two states of a plan have, in words."""

    label: str
    left: str
    right: str

    @property
    def differs(self) -> bool:
        """Tell whether it is not the same on both sides."""
        return self.left != self.right


def side_by_side(left: Plan, right: Plan, rules: RuleBook, today: date) -> tuple[Row, ...]:
    """Return all rows: the whole, every loan, the comparison, the budget and the rest.

    Two plans that are not equal differ in one row at least. Snapshots count, too: who compares one of them, which has
    none of its own, takes the plan `without_snapshots`.

    Args:
        left: the one state.
        right: the other one; loans come in its order.
        rules: without the plans' own products.
        today: up to when it is known what was paid.
    """
    one, other = (Side(plan, rules_of(plan, rules, today), today) for plan in (left, right))
    rows = _rows(whole_words(one), whole_words(other))
    for loan in (*right.loans, *(gone for gone in left.loans if right.loan(gone.id) is None)):
        rows += _loan_rows(one, other, loan.id)
    comparisons = _rows(comparison_words(one), comparison_words(other))
    same = (left.comparison, left.scenarios, left.products) == (right.comparison, right.scenarios, right.products)
    rows += _completed(comparisons, translate("Versions", "对比和自己的产品：其他"), same=same)
    same = (left.rule_changes, left.prime_rates) == (right.rule_changes, right.prime_rates)
    said = _rows(changed_rules_words(left), changed_rules_words(right))
    rows += _completed(said, translate("Versions", "自己改的规则：其他"), same=same)
    rows += _budget_rows(one, other)
    same = left.relief == right.relief
    rows.append(_told(translate("Versions", "协商和写给贷款人的信"), same=same))
    rows += _rows(kept_words(left), kept_words(right))
    return tuple(_completed(rows, translate("Versions", "其他"), same=left == right))


def changed_rows(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return the rows that are not the same on both sides."""
    return tuple(row for row in rows if row.differs)


def summary(plan: Plan, rules: RuleBook, today: date) -> str:
    """Return a plan in a line: how many loans it has, how much was borrowed, and what of it is owed on a day."""
    if not plan.loans:
        return translate("Versions", "没有借款")
    side = Side(plan, rules_of(plan, rules, today), today)
    text = translate("Versions", "{count} 笔借款，共借 {amount} 元，还欠本金 {owed}")
    borrowed = sum((loan.principal for loan in plan.loans), ZERO)
    return text.format(count=len(plan.loans), amount=grouped(borrowed), owed=owed(side))


def _rows(left: Words, right: Words) -> list[Row]:
    return [Row(label, *pair) for label, pair in _paired(left, right).items()]


def _paired(left: Words, right: Words) -> dict[str, tuple[str, str]]:
    return {label: (said, right[label]) for label, said in left.items()}


def _told(label: str, *, same: bool) -> Row:
    """Return a row that tells no more than whether something is the same."""
    alike = translate("Versions", "一样")
    return Row(label, alike, alike) if same else Row(label, "", translate("Versions", "不一样"))


def _completed(rows: list[Row], label: str, *, same: bool) -> list[Row]:
    """Return rows with one more where something is not the same and none of them shows it."""
    return rows if same or changed_rows(rows) else [*rows, _told(label, same=False)]


def _loan_rows(one: Side, other: Side, loan_id: str) -> list[Row]:
    """Return a loan's rows, or but one where only one side has it."""
    left, right = one.plan.loan(loan_id), other.plan.loan(loan_id)
    if left is None or right is None:
        name = loan_name(right, other) if right else loan_name(left, one) if left else ""
        said = (loan_line(loan, side) if loan else _MISSING for loan, side in ((left, one), (right, other)))
        return [Row(name, *said)]
    text, name = translate("Versions", "{name}：{what}"), loan_name(right, other)
    rows = [
        Row(text.format(name=name, what=what), *pair)
        for what, pair in _paired(loan_words(left, one), loan_words(right, other)).items()
    ]
    return _completed(rows, text.format(name=name, what=translate("Versions", "其他")), same=left == right)


def _budget_rows(one: Side, other: Side) -> list[Row]:
    """Return what comes in, goes out and is there, and whether what else is chosen for the months ahead is the same."""
    rows = _rows(budget_words(one), budget_words(other))
    shown = one.plan.budget == other.plan.budget or bool(changed_rows(rows))
    label = translate("Versions", "预算、策略和压力测试的其他设置")
    return [*rows, _told(label, same=shown and _settings(one.plan) == _settings(other.plan))]


def _settings(plan: Plan) -> tuple[object, object]:
    """Return what is chosen for the months ahead, without what comes in, goes out and is there."""
    bare = plan.budget.model_copy(update={"entries": (), "accounts": (), "balances": (), "as_of": None})
    return bare, plan.stress
