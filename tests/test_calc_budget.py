"""The kinds `budget` and `stress`: a household by JSON, every figure a string, every mistake named by its field."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from jiebei_desktop.calc import answers

SEED = {
    "name": "借呗",
    "terms": {
        "product": "jiebei",
        "principal": "12000",
        "start_date": "2026-06-15",
        "periods": 5,
        "rate": "0.15",
        "rate_per": "year",
    },
    "unpaid_from": 4,
}
"""12,000 over 5 at 15 % a year, unpaid from the fourth instalment on: 5,055.73 overdue on 24 November."""
BUDGET = {
    "today": "2026-11-24",
    "months": 3,
    "accounts": [{"id": "bank", "balance": "1200"}],
    "entries": [
        {"id": "pay", "kind": "income", "amount": "6000", "day": 15},
        {"amount": "3500", "day": 1},
    ],
    "loans": [SEED],
}
CHANCE = {"paths": 1000, "seed": 5}


def one(rules, kind, **request):
    (result,) = answers(json.dumps([{"id": 1, "kind": kind, **request}]).encode(), lambda: rules)
    return result


def test_the_months_ahead(rules):
    """1,200 and 2,500 more on 15 December do not pay 5,055.73; on 15 January there is 6,200.

    By then 52 nights went by: 4,890.57 × 0.000616 × 52 = 156.66.
    """
    found = one(rules, "budget", **BUDGET)
    assert set(found) == {"id", "months", "totals", "closing", "lowest", "lowest_day", "first_short"}
    assert [month["month"] for month in found["months"]] == ["2026-11", "2026-12", "2027-01", "2027-02"]
    november, december = found["months"][:2]
    assert november["debt"] == {"jiebei": "5055.73"}
    assert (november["short"], november["lowest_day"]) == ("3855.73", "2026-11-24")
    assert november["late"] == [
        {
            "loan": "借呗",
            "period": 4,
            "due_date": "2026-10-15",
            "paid_on": "2027-01-15",
            "days": 52,
            "cost": "156.66",
        }
    ]
    assert december == {
        "month": "2026-12",
        "first": "2026-12-01",
        "last": "2026-12-31",
        "income": "6000.00",
        "spending": "3500.00",
        "saving": "0.00",
        "debt": {},
        "share": "0.00000000",
        "band": "fine",
        "lowest": "-7355.73",
        "lowest_day": "2026-12-01",
        "short": "7355.73",
        "late": [],
    }
    assert found["totals"] == {
        "income": "18000.00",
        "spending": "10500.00",
        "saving": "0.00",
        "debt": "5055.73",
        "late_cost": "156.66",
    }
    assert (found["closing"], found["first_short"]) == ("3644.27", "2026-11-24")  # 1,200 + 18,000 − 10,500 − 5,055.73
    assert (found["lowest"], found["lowest_day"]) == ("-7355.73", "2026-12-01")


def test_a_share_of_income_and_both_brands(rules):
    huabei = {"product": "huabei_instalment", "principal": "1200", "start_date": "2026-11-10", "periods": 12}
    friend = {"principal": "1000", "periods": 1, "method": "bullet", "start_date": "2026-11-15"}
    loans = [{"terms": huabei}, {"terms": friend | {"rate": "0", "rate_per": "year"}}]
    found = one(rules, "budget", **(BUDGET | {"loans": loans, "tight": "0.1", "heavy": "0.15"}))
    december = found["months"][1]
    assert (december["debt"], december["share"]) == ({"huabei": "108.80", "other": "1000.00"}, "0.18480000")
    assert december["band"] == "heavy"
    assert found["first_short"] == "2026-12-01"


def test_an_empty_budget_has_months_all_the_same(rules):
    found = one(rules, "budget", today="2026-11-24")
    assert (len(found["months"]), found["first_short"], found["closing"]) == (25, None, "0.00")


WRONG = [
    ({"today": "2026-02-30"}, "today"),
    ({"today": None}, "today"),
    ({"months": 61}, "months"),
    ({"months": "3"}, "months"),
    ({"as_of": "2026-11-25"}, "as_of"),
    ({"accounts": {}}, "accounts"),
    ({"accounts": [{"balance": 12.5}]}, "accounts.0.balance"),
    ({"accounts": [{"balance": "1", "bank": "x"}]}, "accounts.0.bank"),
    ({"accounts": [{"id": "a"}, {"id": "a"}]}, "accounts"),
    ({"entries": [{"amount": 35.5, "day": 1}]}, "entries.0.amount"),
    ({"entries": [{"amount": "35.555", "day": 1}]}, "entries.0.amount"),
    ({"entries": [{"day": 1}]}, "entries.0.amount"),
    ({"entries": [{"amount": "1", "repeat": "sometimes"}]}, "entries.0.repeat"),
    ({"entries": [{"amount": "1", "repeat": "weeks"}]}, "entries.0.start"),
    ({"entries": [{"amount": "1"}]}, "entries.0.day"),
    ({"entries": [{"amount": "1", "day": 32}]}, "entries.0.day"),
    ({"entries": [{"amount": "1", "day": 1, "start": "2027-02-01", "end": "2027-01-31"}]}, "entries.0.end"),
    ({"entries": [{"amount": "1", "day": 1, "account": "none"}]}, "entries.0.account"),
    ({"entries": [{"amount": "1", "day": 1, "note": "?"}]}, "entries.0.note"),
    ({"entries": [{"amount": "1", "day": 1}] * 401}, "entries"),
    ({"entries": [7]}, "entries.0"),
    (
        {
            "accounts": [{"id": "a"}, {"id": "b"}],
            "entries": [
                {"kind": "transfer", "amount": "1", "day": 1, "account": "a", "to_account": "b"},
                {"kind": "transfer", "amount": "1", "day": 2, "account": "b", "to_account": "a"},
            ],
        },
        "entries.1.to_account",
    ),
    ({"balances": [{"day": "2026-11-20"}]}, "balances.0.amount"),
    ({"tight": "0.6"}, "heavy"),
    ({"cushion": 500.0}, "cushion"),
    ({"loans": {}}, "loans"),
    ({"loans": [{}] * 101}, "loans"),
    ({"loans": [7]}, "loans.0"),
    ({"loans": [{"terms": SEED["terms"] | {"rate": 0.15}}]}, "loans.0.terms.rate"),
    ({"loans": [SEED | {"unpaid_from": 0}]}, "loans.0.unpaid_from"),
    ({"loans": [SEED | {"overdue": {"grace": 1}}]}, "loans.0.overdue.grace"),
    ({"loans": [SEED | {"name": 5}]}, "loans.0.name"),
    ({"loans": [SEED | {"events": [{"type": "settlement", "date": "2026-01-01"}]}]}, "loans.0.events.0.date"),
    ({"loans": [SEED, SEED | {"principal": "1"}]}, "loans.1.principal"),
    ({"scenario": {}}, "scenario"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "field"), WRONG)
def test_what_a_budget_cannot_be_asked_is_named(rules, changes, field):
    error = one(rules, "budget", **(BUDGET | changes))["error"]
    assert error["field"] == field
    assert error["message"]


# --- stress -----------------------------------------------------------------------------------------------------------


def test_a_scenario_is_held_against_the_plan_as_it_is(rules):
    """A quarter less twice: 3,200 on 15 January do not pay 5,055.73, 5,700 on 15 February do.

    That is after 83 nights: 4,890.57 × 0.000616 × 83 = 250.05, and 93.39 more than before.
    """
    found = one(rules, "stress", **BUDGET, scenario={"income": {"share": "0.25", "months": 2}})
    assert set(found) == {"id", "base", "scenario"}
    assert found["base"] == {name: value for name, value in one(rules, "budget", **BUDGET).items() if name != "id"}
    scenario = found["scenario"]
    assert (scenario["late_cost"], scenario["extra_late_cost"]) == ("250.05", "93.39")
    assert scenario["months"][0]["late"][0]["paid_on"] == "2027-02-15"
    assert scenario["new_short"] == []
    assert scenario["totals"]["income"] == "15000.00"


def test_the_chance_of_being_late_and_what_would_help(rules):
    request = BUDGET | {"months": 6, "chance": CHANCE, "remedies": {"cushion": "4000", "cut": "0.2"}}
    found = one(rules, "stress", **request)
    assert set(found) == {"id", "base", "chance", "remedies"}
    chance = found["chance"]
    assert (chance["paths"], chance["seed"], chance["late"], chance["late_error"]) == (1000, 5, "1.000000", "0.000000")
    assert chance["first"] == {"loan": "借呗", "period": 4, "due_date": "2026-10-15", "share": "1.000000"}
    assert [month["month"] for month in chance["months"]][:2] == ["2026-11", "2026-12"]
    assert set(chance["months"][0]) == {"month", "end", "low", "straight", "late"}
    assert chance["months"][0]["end"] == dict.fromkeys(("5", "25", "50", "75", "95"), "1200.00")
    assert chance["months"][0]["straight"] == dict.fromkeys(("5", "25", "50", "75", "95"), "-3855.73")
    assert chance["sentences"][0].startswith("1,000 种可能，每一种都会在 6 个月内至少晚一次；")
    remedies = {remedy["remedy"]: remedy for remedy in found["remedies"]}
    assert list(remedies) == ["nothing", "cushion", "cut", "longer", "negotiate", "cash", "less"]
    assert remedies["nothing"]["late"] == "1.000000"
    assert remedies["cushion"]["late"] == "0.000000"  # 1,200 and 4,000 pay it today
    assert remedies["negotiate"]["plan"] == {"loan": "借呗", "date": "2026-11-24", "periods": 6}
    assert remedies["negotiate"]["extra"] == "222.17"
    assert "已经逾期" in remedies["longer"]["problem"]
    assert one(rules, "stress", **request) == found


def test_what_would_be_agreed_can_be_said(rules):
    relief = {"periods": 12, "rate": "0", "arrears": "waive_penalty"}
    found = one(rules, "stress", **BUDGET, chance=CHANCE, remedies={"relief": relief})
    plan = next(remedy for remedy in found["remedies"] if remedy["remedy"] == "negotiate")
    assert (plan["plan"]["periods"], plan["extra"]) == (12, "-73.53")  # the penalty is let off


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({}, "scenario"),
        ({"scenario": {"flood": {}}}, "scenario.flood"),
        ({"scenario": []}, "scenario"),
        ({"scenario": {"income": {"share": 0.3}}}, "scenario.income.share"),
        ({"scenario": {"income": {"on": True}}}, "scenario.income.on"),
        ({"scenario": {"income": {"entry": "none"}}}, "scenario.income.entry"),
        ({"scenario": {"income": 3}}, "scenario.income"),
        ({"scenario": {"job": {}}, "earners": ["1"]}, "earners.0"),
        ({"scenario": {"job": {}}, "earners": "pay"}, "earners"),
        ({"scenario": {"cost": {"day": "2028-01-01"}}}, "scenario.cost.day"),
        ({"scenario": {"rate": {"points": "0.5"}}}, "scenario.rate.points"),
        ({"chance": {"paths": 10}}, "chance.paths"),
        ({"chance": {"shape": "bell"}}, "chance.shape"),
        ({"chance": {"sed": 1}}, "chance.sed"),
        ({"chance": CHANCE, "remedies": "yes"}, "remedies"),
        ({"chance": CHANCE, "remedies": {"cut": "2"}}, "remedies.cut"),
        ({"chance": CHANCE, "remedies": {"relief": {"income": "1"}}}, "remedies.relief.income"),
        ({"scenario": {}, "remedies": True}, "chance"),
        ({"scenario": {}, "entries": [{"amount": "1", "day": 1}] * 401}, "entries"),
        ({"scenario": {}, "more": 1}, "more"),
    ],
)
def test_what_a_stress_test_cannot_be_asked_is_named(rules, changes, field):
    error = one(rules, "stress", **(BUDGET | changes))["error"]
    assert error["field"] == field
    assert error["message"]


def test_a_budget_and_a_scenario_load_no_numpy(tmp_path):
    path = tmp_path / "requests.json"
    requests = [{"id": 1, "kind": "budget", **BUDGET}, {"id": 2, "kind": "stress", **BUDGET, "scenario": {"cost": {}}}]
    path.write_text(json.dumps(requests), encoding="utf-8")
    code = (
        "import sys; from jiebei_desktop.cli import main; status = main(['calc', sys.argv[1]]);"
        "sys.exit(status or any(name.startswith(('PySide6', 'numpy')) for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, check=False)
    assert done.returncode == 0
    assert [result["id"] for result in json.loads(done.stdout.decode())] == [1, 2]
