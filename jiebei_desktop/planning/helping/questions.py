"""The questions that people really ask, in their order, each answered when it is opened.

They are those of 77,512 questions to the products' customer service, and of forums.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import NamedTuple

from jiebei_desktop.planning.budget.memory import Memory
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.planning.helping.answer import Answer, Case
from jiebei_desktop.planning.helping.support import Support
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError


class Question(NamedTuple):
    """A question.

    Attributes:
        key: tells it from the others.
        title: in the language in use.
        page: where it can be seen.
    """

    key: str
    title: str
    page: str


def questions() -> tuple[Question, ...]:
    """Return the questions, those asked most first."""
    return (
        Question("instalments", translate("Help", "分期划算吗？真实年化是多少？"), "compare"),
        Question("limit", translate("Help", "额度够不够？我还能借多少？"), "budget"),
        Question("interest", translate("Help", "利息、手续费是怎么算的？"), "loans"),
        Question("credit", translate("Help", "会不会影响征信、芝麻分？"), "late"),
        Question("overdue", translate("Help", "逾期了会怎样？"), "late"),
        Question("debit", translate("Help", "自动扣款扣哪里，几点扣？"), "budget"),
        Question("early", translate("Help", "提前还款，手续费退吗，能省多少？"), "loans"),
        Question("due_day", translate("Help", "还款日当天还，算逾期吗？"), "late"),
        Question("minimum", translate("Help", "最低还款以后怎么算？"), "compare"),
        Question("late_days", translate("Help", "晚一天、逾期几天，多付多少钱？"), "late"),
        Question("defer", translate("Help", "能延期、有宽限吗？"), "late"),
        Question("change_day", translate("Help", "能改还款日吗？"), "rules"),
        Question("mismatch", translate("Help", "账单对不上怎么办？"), "reconcile"),
        Question("part", translate("Help", "只还一部分行不行？"), "late"),
        Question("negotiate", translate("Help", "还不上，怎么协商？"), "late"),
        Question("methods", translate("Help", "每月等额还是先息后本？"), "compare"),
        Question("holidays", translate("Help", "节假日，还款日顺延吗？"), "loans"),
        Question("order", translate("Help", "几笔借款，先还哪个？"), "payoff"),
    )


_MODULES = {
    "costs": ("instalments", "interest", "methods"),
    "early": ("early", "minimum", "part"),
    "lateness": ("credit", "overdue", "late_days", "defer", "negotiate", "due_day"),
    "days": ("debit", "holidays", "change_day"),
    "household": ("limit", "mismatch", "order"),
}
"""Where each question is answered: a function of its name. A module is loaded when one of its own is opened."""


def answer(key: str, plan: Plan, rules: RuleBook, today: date, memory: Memory | None = None) -> Answer:
    """Return the answer to a question by a plan, or why there is none.

    Args:
        key: one of those of `questions`.
        plan: what the user entered.
        rules: the products, with the plan's own ones.
        today: up to which day it is known what was paid.
        memory: what it has from earlier answers is not worked out again.
    """
    module = next(name for name, keys in _MODULES.items() if key in keys)
    said: Callable[[Case], Answer] = getattr(import_module(f"jiebei_desktop.planning.helping.{module}"), key)
    try:
        return said(Case(plan, rules, today, memory or Memory()))
    except ProblemError as error:
        page = next(each.page for each in questions() if each.key == key)
        return Answer(error.problem.message, (), Support(), page, translate("Help", "去那一页看"))
