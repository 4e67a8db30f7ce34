"""How much can be carried: against trying every amount, and by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiebei_desktop.planning.budget.capacity import MOST, STEP, Carry, carries
from jiebei_desktop.planning.budget.household import Account, Budget, Entry, Trial
from jiebei_desktop.planning.budget.outlook import Basis, basis
from jiebei_desktop.planning.budget.trials import HUABEI_CYCLES, JIEBEI_CYCLES, trial_option, worked_payables
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.products import Brand, shipped_rules
from tests.conftest import TODAY
from tests.planning.budget.test_cash import free

RULES = shipped_rules()


def plan_with(balance: int, *entries: Entry, cushion: int = 0, **said: object) -> Plan:
    account = Account(id="a", balance=balance)
    budget = Budget(accounts=(account,), entries=entries, as_of=TODAY, cushion=cushion, **said)
    return new_plan("", RULES, TODAY).model_copy(update={"budget": budget})


def carried(plan: Plan) -> dict[tuple[Brand, str], Carry]:
    base = basis(plan, RULES, TODAY)
    return {(each.brand, each.cycle): each for each in carries(plan, RULES, base, base.outlook())}


def below(plan: Plan, base: Basis, found: Carry, amount: Decimal) -> list[date]:
    """Return the days below the cushion with so much borrowed, from its first payment on."""
    _, payables = worked_payables(plan, RULES, base, trial_option(plan, RULES, found.brand, found.cycle), amount)
    line = base.outlook(payables).line
    begin = line.place(payables[0].day)
    return [line.day(place) for place in range(begin, len(line.on_time)) if line.on_time[place] < plan.budget.cushion]


WAGES = Entry(id="pay", kind="income", amount=1000, day=15)


def test_by_hand():
    """1,050 to begin with and nothing more: what is paid back in all has to fit into it, a whole hundred."""
    found = carried(plan_with(1050))
    full = found[Brand.HUABEI, "full"]
    assert (full.amount, full.instalment, full.day, full.limit) == (1000, 1000, date(2026, 12, 10), None)
    # 6 at 4.5 %: 1,045 for 1,000, and 1,149.50 for 1,100
    six = found[Brand.HUABEI, "6"]
    assert (six.amount, six.instalment) == (1000, Decimal("174.17"))
    # 12 at 8.8 %: 1,088 is too much, 900 come to 979.20
    assert found[Brand.HUABEI, "12"].amount == 900
    assert set(found) == {(Brand.JIEBEI, each) for each in JIEBEI_CYCLES} | {
        (Brand.HUABEI, each) for each in HUABEI_CYCLES
    }


def test_the_day_that_allows_no_more_is_the_lowest_after_a_payment():
    rent = Entry(id="rent", amount=900, repeat="once", start=date(2027, 3, 5))
    found = carried(plan_with(1050, rent))
    # due on 10 December, but then the rent of 5 March could not be paid
    assert (found[Brand.HUABEI, "full"].amount, found[Brand.HUABEI, "full"].day) == (100, date(2027, 3, 5))
    late = Entry(id="rent", amount=900, repeat="once", start=date(2026, 12, 5))
    wages = Entry(id="pay", kind="income", amount=5000, repeat="once", start=date(2026, 12, 8))
    found = carried(plan_with(1050, late, wages))  # what was tight before the first payment allows as much as there is
    assert (found[Brand.HUABEI, "full"].amount, found[Brand.HUABEI, "full"].day) == (5100, date(2026, 12, 10))


def test_what_has_to_be_left_is_left():
    found = carried(plan_with(1050, cushion=300))
    assert found[Brand.HUABEI, "full"].amount == 700


@pytest.mark.parametrize("cushion", [0, 50])
def test_where_nothing_is_left_nothing_can_be_carried(cushion):
    rent = Entry(id="rent", amount=900, day=5)
    for each in carried(plan_with(1000, rent, cushion=cushion)).values():
        assert (each.amount, each.instalment, each.problem) == (0, 0, None)
        assert each.day is not None
    for each in carried(plan_with(99)).values():
        assert (each.amount, each.instalment) == (0, 0)


def test_where_money_is_no_limit_the_most_that_is_lent_is():
    for each in carried(plan_with(900_000)).values():
        assert (each.amount, each.day) == (MOST, None)


def test_what_is_still_lent_is_a_limit_in_whole_hundreds():
    plan = plan_with(900_000, jiebei_limit="12345.67", huabei_limit="0")
    plan = plan.with_loan(free("used", 3000, date(2026, 12, 1)).model_copy(update={"product": "huabei_instalment"}))
    found = carried(plan)
    assert {each.amount for each in found.values() if each.brand is Brand.JIEBEI} == {12_300}
    assert {each.limit for each in found.values() if each.brand is Brand.JIEBEI} == {Decimal("12345.67")}
    assert {(each.amount, each.instalment, each.day) for each in found.values() if each.brand is Brand.HUABEI} == {
        (0, 0, None),
    }


def test_loans_of_the_plan_leave_less():
    plan = plan_with(1050)
    assert carried(plan.with_loan(free("l", 400, date(2027, 2, 1))))[Brand.HUABEI, "full"].amount == 600


def test_what_begins_later_can_carry_what_is_saved_until_then():
    now, later = plan_with(0, WAGES), plan_with(0, WAGES, trial=Trial(start=date(2027, 6, 2)))
    # bills of 10 December and of 10 July, after wages of 0 and of 7 months
    assert carried(now)[Brand.HUABEI, "full"].amount == 0
    assert carried(later)[Brand.HUABEI, "full"].amount == 7000


def test_every_amount_tried_one_by_one():
    plan = plan_with(1730, WAGES, Entry(id="food", amount=800, day=5), cushion=40)
    base = basis(plan, RULES, TODAY)
    for found in carried(plan).values():
        fits = [Decimal(0)]
        while not below(plan, base, found, fits[-1] + STEP):
            fits.append(fits[-1] + STEP)
        assert found.amount == fits[-1], found.label
        assert 0 < found.amount < 10_000


@given(
    balance=st.integers(0, 9000),
    wages=st.integers(0, 4000),
    food=st.integers(0, 4000),
    cushion=st.integers(0, 2000),
    windfall=st.integers(0, 60_000),
    debt=st.integers(1, 3000),
    start=st.none() | st.dates(TODAY, date(2027, 8, 1)),
)
@settings(max_examples=15)
def test_it_fits_and_a_hundred_more_does_not_on_that_day(balance, wages, food, cushion, windfall, debt, start):
    entries = [
        Entry(id="pay", kind="income", amount=wages + 1, day=15),
        Entry(id="food", amount=food + 1, day=5),
        Entry(id="more", kind="income", amount=windfall + 1, repeat="once", start=date(2026, 12, 3)),
    ]
    plan = plan_with(balance, *entries, cushion=cushion, trial=Trial(start=start))
    plan = plan.with_loan(free("l", debt, date(2027, 2, 1)))
    base = basis(plan, RULES, TODAY)
    more = carried(plan.model_copy(update={"budget": plan.budget.changed(cushion=Decimal(cushion + 150))}))
    for key, found in carried(plan).items():
        assert found.amount % STEP == 0
        assert 0 <= more[key].amount <= found.amount <= MOST
        if found.amount:
            assert below(plan, base, found, found.amount) == []
        if found.amount < MOST:
            assert found.day in below(plan, base, found, found.amount + STEP)
        else:
            assert found.day is None


@pytest.mark.parametrize(("balance", "amount"), [("1024.49", 1000), ("1024.48", 900)])
def test_no_step_is_lost_to_single_fen(balance, amount):
    """1,000 over 3 come to 1,024.49 in all, a tenth of 10,000 over 3 to a little more: 1,024.497."""
    plan = plan_with(0).model_copy(
        update={"budget": plan_with(0).budget.with_account(Account(id="a", balance=balance))}
    )
    assert carried(plan)[Brand.JIEBEI, "3"].amount == amount
