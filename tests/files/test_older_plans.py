"""Plans that older versions of the program saved: a newer one opens them, and loses nothing by saving them again.

`first` is of the first program that could save (its format had not even columns of other kinds), `0.1.0` of the first
numbered one, with something of everything in it; `schema-2` is of the first one that kept snapshots, with all that it
could hold and keys that it did not know; `schema-3` is that one with the rules said otherwise, as the first program
wrote it that let them be. These files are never changed; each version that is released adds one.
"""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from jiebei_desktop import __version__
from jiebei_desktop.files.plan_file import load_plan, plan_of, save_plan
from jiebei_desktop.planning.document import SCHEMA_VERSION, Plan, loan_schedule
from jiebei_desktop.planning.own_changes import idle_changes
from jiebei_desktop.planning.own_rules import rules_of
from jiebei_desktop.planning.snapshots import without_snapshots
from jiebei_desktop.values import Method

FOLDER = Path(__file__).parents[1] / "data" / "plans"
PLANS = sorted(path.stem for path in FOLDER.glob("*.jiehua") if path.stem != "sealed")


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
    assert PLANS == ["0.1.0", "first", "schema-2", "schema-3"]
    assert __version__ in PLANS
    versions = {json.loads((FOLDER / f"{name}.jiehua").read_text(encoding="utf-8"))["schema_version"] for name in PLANS}
    assert versions == set(range(1, SCHEMA_VERSION + 1))


@pytest.mark.parametrize("name", PLANS)
def test_opening_and_saving_again_loses_nothing(tmp_path, name):
    old = FOLDER / f"{name}.jiehua"
    before = old.read_bytes()
    save_plan(tmp_path / "again.jiehua", load_plan(old))
    again = json.loads((tmp_path / "again.jiehua").read_text(encoding="utf-8"))
    newest = json.loads(before)["schema_version"] == SCHEMA_VERSION
    assert lost(json.loads(before), again) == ([] if newest else [".schema_version"])
    assert old.read_bytes() == before


def costs(plan: Plan, rules) -> dict[str, Decimal]:
    known = rules_of(plan, rules, date(2026, 11, 24))
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


def test_the_plan_of_schema_2_comes_to_what_it_came_to(rules):
    plan = load_plan(FOLDER / "schema-2.jiehua")
    assert costs(plan, rules) == {
        "seed": Decimal("455.47"),
        "early": Decimal("448.80"),
        "third": Decimal("136.34"),
        "new-plan": Decimal("1805.51"),
        "cousin": Decimal("100.00"),
    }
    assert [type(event).__name__ for loan in plan.loans for event in loan.events] == [
        "Payment",
        "Waiver",
        "Settlement",
        "Prepayment",
        "Prepayment",
        "RateChange",
        "Restructure",
    ]
    assert [option.kind for option in plan.comparison.options] == ["offer", "offer", "bill", "bill", "offer", "offer"]
    assert [scenario.name for scenario in plan.scenarios] == ["换成花呗", "一年"]
    assert [product.method for product in plan.products] == [Method.EQUAL_PAYMENT, Method.FLAT_FEE]
    assert [entry.kind for entry in plan.budget.entries][-2:] == ["transfer", "saving"]
    assert plan.budget.balances[0].amount == Decimal("3888.80")
    assert plan.relief.reason == "换了工作，工资晚发一个月。\n“尽快”还上。"
    assert plan.stress.earners == ("pay", "bonus")


def test_the_plan_of_schema_2_keeps_what_its_program_did_not_know():
    plan = load_plan(FOLDER / "schema-2.jiehua")
    assert plan.model_extra == {
        "insurance": {
            "income": "8000.00",
            "since": 2026,
            "rates": [0.1, 1e-05, -3],
            "more": {"deep": [[], {}, None, True, "“引号”\t😀"]},
        }
    }
    assert plan.loans[0].model_extra == {"colour": "green"}
    assert plan.comparison.model_extra == {"sorted_by": "cost"}
    assert plan.comparison.options[3].model_extra == {"rounds": 3}
    assert plan.budget.entries[0].model_extra == {"tag": "主业"}
    assert plan.snapshots[1].model_extra == {"pinned": True}


def test_the_snapshots_of_schema_2_are_the_plans_that_they_were():
    plan = load_plan(FOLDER / "schema-2.jiehua")
    assert [snapshot.name for snapshot in plan.snapshots] == ["发工资那天", "升级以前"]
    assert plan_of(plan.snapshots[0].content)[0] == without_snapshots(plan)
    assert plan_of(plan.snapshots[1].content)[0] == load_plan(FOLDER / "0.1.0.jiehua")


def test_the_plan_of_schema_3_keeps_the_rules_that_its_user_changed(rules):
    plan = load_plan(FOLDER / "schema-3.jiehua")
    assert [(each.rule, each.path) for each in plan.rule_changes] == [
        ("jiebei", "overdue"),
        ("jiebei", "day_count"),
        ("huabei_instalment", "fee.by_periods.12"),
        ("bill:huabei", "minimum_share"),
        ("lines:price", "assisted"),
        ("moon_loan", "rate.tides"),
    ]
    assert [str(rate.since) for rate in plan.prime_rates] == ["2026-03-20"]
    known = rules_of(plan, rules, date(2026, 11, 24))
    assert known.rule("jiebei").overdue.value.penalty_multiplier == Decimal(2)
    assert [each.rule for each in idle_changes(plan, known)] == ["moon_loan"]
    assert plan.rule_changes[5].value == {"high": ["0.5", None, 3]}
    assert plan.rule_changes[0].model_extra == {"because": "合同"}


def test_the_plan_of_schema_3_comes_to_what_it_came_to(rules):
    """By the period instead of by days: 12,000 over 5 at 15 % a year is 453.73 instead of 455.47."""
    plan = load_plan(FOLDER / "schema-3.jiehua")
    assert costs(plan, rules)["seed"] == Decimal("453.73")
