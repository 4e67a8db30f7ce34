"""The same money by several options: each worked out, called by a name of its own, and the same ones found."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import NamedTuple

from jiebei_desktop.planning.budget.living import usual_income
from jiebei_desktop.planning.columns import Column, column, same_columns
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.planning.offers import Comparison
from jiebei_desktop.planning.worked import Worked
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate


class Compared(NamedTuple):
    """A comparison worked out.

    Attributes:
        names: what each column is called in a sentence, no two alike.
        same: the places of columns that are the same but for their names.
        income: what comes in each month, in yuan, where the user said it.
    """

    comparison: Comparison
    rules: RuleBook
    columns: tuple[Column, ...]
    names: tuple[str, ...]
    same: tuple[tuple[int, ...], ...]
    income: Decimal | None

    @property
    def able(self) -> list[tuple[int, Worked]]:
        """Return the columns that could be worked out, with their places."""
        return [(place, found.worked) for place, found in enumerate(self.columns) if found.worked]

    @property
    def days(self) -> int:
        """Return the days from the first start to the last payment."""
        ends = [worked.dues[-1].due_date for _, worked in self.able]
        return (max(ends) - min(worked.start for _, worked in self.able)).days if ends else 0


def compare(plan: Plan, rules: RuleBook, before: Compared | None = None) -> Compared:
    """Work out every option; one that can't be says why and the others go on.

    What was worked out `before` is kept for the columns that are the same.
    """
    comparison = plan.comparison
    income = usual_income(plan, plan.budget.as_of or comparison.start_date)
    kept: dict[object, Column] = {}
    if before is not None and before.rules is rules and _money(before.comparison) == _money(comparison):
        kept = {found.option: found for found in before.columns}
    columns = tuple(kept.get(option) or column(comparison, option, rules) for option in comparison.options)
    return Compared(comparison, rules, columns, _names(columns), tuple(same_columns(columns)), income)


def _money(comparison: Comparison) -> tuple[object, ...]:
    """Return all that a column depends on besides its option."""
    early = (comparison.early_period, comparison.prepayment) if comparison.prepayment else None
    return comparison.amount, comparison.start_date, early


def _names(columns: tuple[Column, ...]) -> tuple[str, ...]:
    """Return the columns' labels, with what tells them apart where labels are the same."""
    labels = [found.label for found in columns]
    texts = (translate("Verdict", "{label}（{detail}）"), translate("Verdict", "{label}（第 {place} 列）"))
    for text in texts:
        many = Counter(labels)
        labels = [
            text.format(label=found.label, detail=found.detail, place=place) if many[label] > 1 else label
            for place, (found, label) in enumerate(zip(columns, labels, strict=True), start=1)
        ]
    taken: set[str] = set()
    for place in range(len(labels)):  # a name of the user's may be just what another one was made
        while labels[place] in taken:
            labels[place] += f" {place + 1}"
        taken.add(labels[place])
    return tuple(labels)
