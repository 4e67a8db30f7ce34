"""Loans that are called the same are told apart wherever several of them stand."""

from datetime import date
from decimal import Decimal

from jiebei_desktop.planning.budget.memory import Memory
from jiebei_desktop.planning.budget.payables import plan_payables
from jiebei_desktop.planning.late import subjects
from jiebei_desktop.planning.overview import overview
from jiebei_desktop.planning.payoff.debts import debts_of
from jiebei_desktop.planning.wording import loan_labels
from jiebei_desktop.products import shipped_rules
from tests.conftest import TODAY
from tests.planning.budget.test_cash import free
from tests.planning.test_due_days import ON_TIME, plan_of, with_

RULES = shipped_rules()
OLD = with_(ON_TIME, id="old", start_date=date(2026, 8, 20), principal=Decimal(8000))
NEW = with_(ON_TIME, id="new", start_date=date(2026, 10, 5), principal=Decimal(15000))
PHONE = free("手机", 6000, date(2026, 12, 10), 3)
OLD_NAME, NEW_NAME = "借呗 5 期（2026-08-20 借的）", "借呗 5 期（2026-10-05 借的）"
APART = {"old": OLD_NAME, "new": NEW_NAME, PHONE.id: "手机"}


def test_only_those_that_are_called_the_same_have_their_first_day_behind_the_name():
    assert loan_labels((OLD, NEW, PHONE), RULES) == APART
    assert loan_labels((OLD, PHONE), RULES) == {"old": "借呗 5 期", PHONE.id: "手机"}
    named = with_(NEW, name=" 手机 ")
    assert loan_labels((OLD, named, PHONE), RULES)["new"] == "手机（2026-10-05 借的）"


def test_overview_late_payoff_and_budget_tell_them_apart():
    plan = plan_of(OLD, NEW, PHONE)
    assert {each.loan.id: each.name for each in overview(plan, RULES, TODAY).stands} == APART
    assert {each.key: each.label for each in subjects(plan, RULES, TODAY)} == APART
    assert {each.key: each.label for each in debts_of(plan, RULES, TODAY).found} == APART
    payables = plan_payables(plan, RULES, TODAY, TODAY).payables
    assert {each.owed.key: each.owed.name for each in payables} == APART


def test_a_loan_that_stands_alone_again_is_called_as_before():
    memory = Memory()
    both, alone = plan_of(OLD, NEW), plan_of(OLD)
    for plan, name in ((both, OLD_NAME), (alone, "借呗 5 期"), (both, OLD_NAME)):
        names = {each.loan.id: each.name for each in overview(plan, RULES, TODAY, memory).stands}
        assert names["old"] == name
        found = plan_payables(plan, RULES, TODAY, TODAY, memory).payables
        assert {each.owed.name for each in found if each.owed.key == "old"} == {name}
