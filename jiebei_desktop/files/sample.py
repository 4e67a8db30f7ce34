"""The sample plan: 12,000 yuan in 5 instalments at about 15 % a year, the last two missed, and an impossible figure."""

from __future__ import annotations

from datetime import date

from jiebei_desktop.calendar import add_months
from jiebei_desktop.files.plan_file import SUFFIX, load_plan
from jiebei_desktop.planning.budget.household import Entry
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.resources import resource
from jiebei_desktop.text import translate

SAMPLE_DAY = date(2026, 11, 24)
"""The day on which the story of the sample is told, where it is not today's."""
_LAST_DUE = date(2026, 11, 15)
"""When the last of its instalments falls due, as the file has it."""


def sample_plan(today: date | None = None) -> Plan:
    """Return the sample plan, named in the language in use.

    Args:
        today: moves all its days by whole months, so that the last instalment fell due within a month before.
    """
    plan = load_plan(resource("samples", f"seed{SUFFIX}"))
    months = 0
    if today is not None:
        months = (today.year - _LAST_DUE.year) * 12 + today.month - _LAST_DUE.month - (today.day < _LAST_DUE.day)
    loans = tuple(loan.model_copy(update={"start_date": add_months(loan.start_date, months)}) for loan in plan.loans)
    comparison = plan.comparison.model_copy(update={"start_date": add_months(plan.comparison.start_date, months)})
    name = translate("Sample", "示例：12,000 元，两期没还")
    budget = plan.budget.model_copy(
        update={
            "entries": tuple(_named(entry) for entry in plan.budget.entries),
            "as_of": today or SAMPLE_DAY,
        }
    )
    return plan.model_copy(update={"name": name, "loans": loans, "comparison": comparison, "budget": budget})


def _named(entry: Entry) -> Entry:
    """Return an entry of the sample, its category in the language in use."""
    names = {
        "pay": translate("Sample", "工资"),
        "bonus": translate("Sample", "年终奖"),
        "rent": translate("Sample", "房租"),
        "food": translate("Sample", "吃饭"),
        "phone": translate("Sample", "水电话费"),
        "shopping": translate("Sample", "购物"),
    }
    return entry.model_copy(update={"category": names[entry.id]})
