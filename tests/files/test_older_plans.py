"""Plans that older versions of the program saved: a newer one opens them, and loses nothing by saving them again.

`first` is of the first program that could save (its format had not even columns of other kinds), `0.1.0` of the first
numbered one, with something of everything in it. These files are never changed; each version that is released adds one.
"""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from jiebei_desktop import __version__
from jiebei_desktop.files.plan_file import load_plan, save_plan
from jiebei_desktop.planning.custom import with_own_products
from jiebei_desktop.planning.document import Plan, loan_schedule

FOLDER = Path(__file__).parents[1] / "data" / "plans"
PLANS = sorted(path.stem for path in FOLDER.glob("*.jiehua"))


def lost(old: Any, new: Any, path: str = "") -> list[str]:
    """Where something of the old value is not in the new one; what was added does not count."""
    if isinstance(old, dict):
        return [each for key in old for each in lost(old[key], new.get(key), f"{path}.{key}")]
    if isinstance(old, list):
        if len(old) != len(new):
            return [path]
        pairs = zip(old, new, strict=True)
        return [each for place, pair in enumerate(pairs) for each in lost(*pair, f"{path}.{place}")]
    return [] if old == new else [path]


def test_each_version_has_its_plan():
    assert PLANS == ["0.1.0", "first"]
    assert __version__ in PLANS


@pytest.mark.parametrize("name", PLANS)
def test_opening_and_saving_again_loses_nothing(tmp_path, name):
    old = FOLDER / f"{name}.jiehua"
    before = old.read_bytes()
    save_plan(tmp_path / "again.jiehua", load_plan(old))
    again = json.loads((tmp_path / "again.jiehua").read_text(encoding="utf-8"))
    assert lost(json.loads(before), again) == [".schema_version"]
    assert old.read_bytes() == before


def costs(plan: Plan, rules) -> dict[str, Decimal]:
    known = with_own_products(rules, plan.products, date(2026, 11, 24))
    return {loan.id: loan_schedule(loan, known).totals.cost for loan in plan.loans}


def test_the_first_plan_comes_to_what_it_came_to(rules):
    plan = load_plan(FOLDER / "first.jiehua")
    assert costs(plan, rules) == {"seed": Decimal("455.47")}
    assert [option.product for option in plan.comparison.options] == ["jiebei", "huabei_instalment"]


def test_the_plan_of_0_1_0_comes_to_what_it_came_to(rules):
    plan = load_plan(FOLDER / "0.1.0.jiehua")
    assert costs(plan, rules) == {"seed": Decimal("455.47"), "early": Decimal("528.00"), "third": Decimal("139.19")}
    assert plan.relief.reason == "换了工作，工资晚发一个月。"
    assert plan.scenarios[0].name == "换成花呗"
    assert plan.budget.entries[0].amount == Decimal("5600.00")
    assert len(plan.loans[2].events) == 2
