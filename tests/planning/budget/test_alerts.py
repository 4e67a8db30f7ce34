"""What to look out for: each warning when it holds, with its figure, and not a day or a fen before."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from jiebei_desktop.engine import Payment, Settlement
from jiebei_desktop.files.sample import SAMPLE_DAY, sample_plan
from jiebei_desktop.planning.budget.alerts import INPUTS, Alert, AlertKind, alerts, alerts_without_budget
from jiebei_desktop.planning.budget.household import Account, Balance, Budget, Entry
from jiebei_desktop.planning.budget.limits import limit_left, used_of
from jiebei_desktop.planning.budget.occurrences import runs_dry
from jiebei_desktop.planning.budget.outlook import basis
from jiebei_desktop.planning.document import Loan, Plan
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.products import Brand, shipped_rules
from tests.conftest import TODAY
from tests.planning.budget.test_cash import free, once

RULES = shipped_rules()


def warned(plan: Plan, kind: AlertKind | None = None, today: date = TODAY) -> list[Alert]:
    found = alerts(plan, RULES, today, basis(plan, RULES, today).outlook())
    return [each for each in found if kind in {None, each.kind}]


def texts(plan: Plan, kind: AlertKind, today: date = TODAY) -> list[str]:
    return [each.text for each in warned(plan, kind, today)]


def plan_with(balance: int, *lent: Loan, entries: tuple[Entry, ...] = (), **said: object) -> Plan:
    budget = Budget(**{"accounts": (Account(id="a", balance=balance),), "entries": entries, "as_of": TODAY} | said)
    return new_plan("", RULES, TODAY).model_copy(update={"budget": budget, "loans": lent})


def test_where_all_is_well_nothing_is_warned_of():
    assert warned(plan_with(100_000, free("l", 1000, date(2026, 12, 2)))) == []
    assert warned(new_plan("", RULES, TODAY)) == []


def test_the_sample_warns_of_what_is_late_first():
    found = warned(sample_plan(), today=SAMPLE_DAY)
    assert [each.kind for each in found] == [AlertKind.LATE, AlertKind.SHORT]
    assert found[0].text == "借呗 5 期已经逾期 40 天，今天付 5,055.73 元就不再逾期；再晚一天多付 3.01 元"
    assert (found[0].page, found[0].about) == ("late", "seed")
    assert found[1].text == "今天要还的比手上有的多，差 455.73 元"
    assert found[1].page == "payoff"
    paid = sample_plan().loans[0].model_copy(update={"events": (Payment(date=SAMPLE_DAY, amount=Decimal("5055.73")),)})
    assert warned(sample_plan().with_loan(paid), AlertKind.LATE, SAMPLE_DAY) == []


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (date(2026, 11, 24), True),
        (date(2026, 12, 1), True),  # in seven days
        (date(2026, 12, 2), False),
    ],
)
def test_what_falls_due_within_seven_days(due, said):
    loan = free("l", 1000, due)
    found = warned(plan_with(1500, loan), AlertKind.DUE)
    assert [each.text for each in found] == [f"l第 1 期 {due} 要还 1,000.00 元，那天有 1,500.00 元，够"] * said
    assert [(each.page, each.about) for each in found] == [("loans", "l")] * said
    assert (
        texts(plan_with(1000, loan), AlertKind.DUE)
        == [f"l第 1 期 {due} 要还 1,000.00 元，那天有 1,000.00 元，够"] * said
    )
    assert texts(plan_with(999, loan), AlertKind.DUE) == [f"l第 1 期 {due} 要还 1,000.00 元，那天只有 999.00 元"] * said


def test_what_is_settled_is_due_no_more():
    loan = free("l", 1000, date(2026, 12, 1), start=date(2026, 11, 1))
    settled = loan.model_copy(update={"events": (Settlement(date=date(2026, 11, 20)),)})
    assert len(texts(plan_with(5000, loan), AlertKind.DUE)) == 1
    assert texts(plan_with(5000, settled), AlertKind.DUE) == []


@pytest.mark.parametrize(("due", "said"), [(date(2027, 1, 23), True), (date(2027, 1, 24), False)])
def test_money_short_within_sixty_days(due, said):
    found = warned(plan_with(900, free("l", 1000, due), entries=(once("500", date(2027, 1, 30)),)), AlertKind.SHORT)
    # till 30 January: 1,000 × 0.05 % × 7 days
    assert [each.text for each in found] == [
        "60 天后（2027-01-23）钱不够，差 100.00 元；l第 1 期会晚 7 天，多付 3.50 元"
    ] * said
    assert texts(plan_with(1000, free("l", 1000, due)), AlertKind.SHORT) == []


def test_living_alone_can_be_short():
    plan = plan_with(900, entries=(once("900.01", date(2026, 12, 24), "spending"),))
    assert texts(plan, AlertKind.SHORT) == ["30 天后（2026-12-24）钱不够，差 0.01 元"]


def test_an_account_that_runs_dry_while_another_has_enough():
    accounts = (Account(id="card", name="工资卡", balance=500), Account(id="cash", balance=5000))
    rent = Entry(id="rent", amount=800, day=1, end=date(2027, 1, 31))
    plan = plan_with(0, accounts=accounts, entries=(rent,))
    assert texts(plan, AlertKind.ACCOUNT) == ["工资卡到 2026-12-01 会差 300.00 元，要先从别的账户转过去"]
    assert warned(plan, AlertKind.ACCOUNT)[0].about == INPUTS
    moved = Entry(id="t", kind="transfer", amount=800, day=1, account="cash", to_account="card", end=rent.end)
    assert texts(plan_with(0, accounts=accounts, entries=(rent, moved)), AlertKind.ACCOUNT) == []
    other = Entry(id="rent", amount=800, day=1, account="cash", end=date(2027, 1, 31))
    assert texts(plan_with(0, accounts=accounts, entries=(other,)), AlertKind.ACCOUNT) == []
    one = (accounts[0], accounts[1].model_copy(update={"counts": False}))
    assert texts(plan_with(0, accounts=one, entries=(rent,)), AlertKind.ACCOUNT) == []


def test_an_account_goes_on_from_the_end_of_the_day_of_its_balance():
    """What moved on that day is in it, and what is bought with 花呗 leaves it with the bill."""
    accounts = (Account(id="card", balance=500), Account(id="cash", balance=5000))
    today = once("600", TODAY, "spending")
    last = date(2027, 1, 23)
    assert runs_dry(Budget(accounts=accounts, entries=(today,), as_of=TODAY), "card", TODAY, last) is None
    assert runs_dry(Budget(accounts=accounts, entries=(today,)), "card", TODAY, last) is None
    past = Budget(accounts=accounts, entries=(today,), as_of=date(2026, 11, 23))
    assert runs_dry(past, "card", TODAY, last) == (TODAY, 100)
    bought = once("600", date(2026, 11, 20), "spending").model_copy(update={"by_huabei": True})
    assert runs_dry(Budget(accounts=accounts, entries=(bought,), as_of=TODAY), "card", TODAY, last) == (
        date(2026, 12, 10),
        100,
    )
    over = (once("600", date(2026, 11, 10), "spending"), once("700", date(2026, 11, 15)))
    assert runs_dry(Budget(accounts=accounts, entries=over, as_of=date(2026, 11, 1)), "card", TODAY, last) is None


@pytest.mark.parametrize(("debt", "said"), [("2000", False), ("2000.01", True)])
def test_more_than_half_of_the_income(debt, said):
    loan = free("l", 1, date(2026, 12, 15)).model_copy(update={"principal": Decimal(debt)})
    wages = Entry(id="pay", kind="income", amount=4000, day=15)
    found = warned(plan_with(9000, loan, entries=(wages,), heavy="0.5"), AlertKind.SHARE)
    assert [each.text for each in found] == ["有 1 个月还款超过收入的 50%；最重是 2026-12，占 50%"] * said
    assert [each.page for each in found] == ["compare"] * said


def test_the_heaviest_of_several_months_is_named():
    wages = Entry(id="pay", kind="income", amount=1000, day=15)
    lent = (free("l", 1200, date(2026, 12, 15), 2), free("m", 300, date(2027, 1, 15)))
    assert texts(plan_with(9000, *lent, entries=(wages,), heavy="0.5"), AlertKind.SHARE) == [
        "有 2 个月还款超过收入的 50%；最重是 2027-01，占 90%",
    ]


def coupon(periods: int | None, **said: object) -> Loan:
    """Return 12,000 over 12 from 24 November at 0.04 % a day; the first instalment has 30 × 4.80 of interest."""
    loan = {
        "id": "l",
        "name": "有券",
        "product": "jiebei",
        "periods": 12,
        "method": "equal_payment",
        "rate": "0.0004",
        "principal": "12000",
        "start_date": "2026-11-24",
        "coupon_off": "1",
        "coupon_periods": periods,
    }
    return Loan.model_validate(loan | said)


def test_a_promotion_that_ends_within_45_days():
    """The second falls due on 24 January 2027, 45 days after 10 December."""
    loan = coupon(1)
    assert texts(plan_with(90_000, loan), AlertKind.PROMOTION, date(2026, 12, 9)) == []
    (found,) = warned(plan_with(90_000, loan), AlertKind.PROMOTION, date(2026, 12, 10))
    # 1,079.51 principal in the first, free of interest
    rows = [each.amount for each in basis(plan_with(90_000, loan), RULES, TODAY).payables]
    assert found.text == f"有券的优惠到期：从 2027-01-24 起每期多付 {rows[1] - rows[0]:.2f} 元"
    assert (found.page, found.about) == ("loans", "l")
    assert len(texts(plan_with(90_000, loan), AlertKind.PROMOTION, date(2027, 1, 24))) == 1
    assert texts(plan_with(90_000, loan), AlertKind.PROMOTION, date(2027, 1, 25)) == []


@pytest.mark.parametrize("loan", [coupon(None), coupon(12), coupon(1, coupon_off=None), coupon(1, product="gone")])
def test_what_is_no_promotion_that_ends_is_not_warned_of(loan):
    assert texts(plan_with(90_000, loan), AlertKind.PROMOTION, date(2026, 12, 20)) == []


def test_a_promotion_after_which_nothing_more_is_paid_is_not_warned_of():
    """Of equal principal each instalment is lower than the one before by more than a small coupon took off."""
    loan = coupon(1, coupon_off="0.001", method="equal_principal")
    assert texts(plan_with(90_000, loan), AlertKind.PROMOTION, date(2026, 12, 20)) == []


@pytest.mark.parametrize(("limit", "said"), [("1250", True), ("1250.01", False), (None, False), ("0", False)])
def test_a_limit_that_is_nearly_used(limit, said):
    loan = free("l", 1000, date(2026, 12, 15))
    found = warned(plan_with(9000, loan, huabei_limit=limit, jiebei_limit="100"), AlertKind.LIMIT)
    assert [each.text for each in found] == ["花呗额度 1,250.00 元已用 1,000.00 元（80%）"] * said
    later = loan.model_copy(update={"start_date": date(2026, 11, 25)})
    assert texts(plan_with(9000, later, huabei_limit="1000"), AlertKind.LIMIT) == []


def test_what_is_used_of_a_limit_is_the_principal_that_is_not_repaid():
    plan = sample_plan()
    # 4,890.57 are late; until 15 September 2,491.09 are repaid three times
    assert used_of(plan, RULES, Brand.JIEBEI, SAMPLE_DAY) == Decimal("4890.57")
    assert used_of(plan, RULES, Brand.HUABEI, SAMPLE_DAY) == 0
    assert used_of(plan, RULES, Brand.JIEBEI, date(2026, 6, 14)) == 0
    assert used_of(plan, RULES, Brand.JIEBEI, date(2026, 6, 15)) == 12_000
    broken = plan.with_loan(plan.loans[0].model_copy(update={"rate": None}))
    assert used_of(broken, RULES, Brand.JIEBEI, SAMPLE_DAY) == 12_000
    assert limit_left(plan, RULES, Brand.JIEBEI, SAMPLE_DAY) is None
    small = plan.model_copy(update={"budget": plan.budget.changed(jiebei_limit="4000", huabei_limit="10")})
    assert limit_left(small, RULES, Brand.JIEBEI, SAMPLE_DAY) == 0
    assert limit_left(small, RULES, Brand.HUABEI, SAMPLE_DAY) == 10


@pytest.mark.parametrize(
    ("as_of", "records", "said"),
    [
        (date(2026, 10, 20), (), []),  # 35 days ago
        (date(2026, 10, 19), (), ["余额是 36 天前（2026-10-19）填的，现在是按计划推算的"]),
        (date(2026, 6, 1), (date(2026, 11, 20),), []),
        (
            date(2026, 6, 1),
            (date(2026, 7, 1), date(2026, 12, 1)),
            ["余额是 146 天前（2026-07-01）填的，现在是按计划推算的"],
        ),
        (None, (), []),
        (date(2027, 6, 1), (), []),
    ],
)
def test_a_balance_that_is_old(as_of, records, said):
    balances = tuple(Balance(day=day, amount=5) for day in records)
    plan = plan_with(900, as_of=as_of, balances=balances)
    assert texts(plan, AlertKind.OLD) == said
    assert all(each.page == "budget" for each in warned(plan, AlertKind.OLD))


def test_a_loan_that_cannot_be_worked_out():
    broken = coupon(None, rate=None)
    (found,) = warned(plan_with(9000, broken, free("l2", 1000, date(2026, 12, 15))))
    assert (found.kind, found.page, found.about) == (AlertKind.LOAN, "loans", "l")
    assert found.text == "有券算不出来，没有算在里面：还没填利率"


def test_without_a_budget_only_what_needs_none_is_warned_of_and_that_there_is_more_to_know():
    """A balance of nothing is not entered, so nobody says that money is short."""
    broken = coupon(None, id="broken", rate=None)
    plan = plan_with(0, coupon(1), broken, free("l2", 1000, date(2026, 12, 15)), accounts=(), jiebei_limit="12000")
    day = date(2026, 12, 10)
    found = alerts_without_budget(plan, RULES, day, basis(plan, RULES, day).outlook().problems)
    assert [(each.kind, each.page, each.about) for each in found] == [
        (AlertKind.LOAN, "loans", "broken"),
        (AlertKind.PROMOTION, "loans", "l"),
        (AlertKind.LIMIT, "payoff", ""),
        (AlertKind.NO_BUDGET, "budget", INPUTS),
    ]
    assert (found[-1].text, found[-1].action) == ("填上收入和开支，就知道往后每个月够不够还", "填收支")
