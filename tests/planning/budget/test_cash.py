"""The cash line: by hand, and against days that are walked one by one and the lender's books."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiebei_desktop.planning.budget.cash import CashLine
from jiebei_desktop.planning.budget.household import Account, Budget, Entry
from jiebei_desktop.planning.budget.outlook import basis
from jiebei_desktop.planning.document import Loan, Plan
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.products.conditions import Compounding, OverdueBase, OverdueRule
from tests.conftest import TODAY
from tests.planning.budget.second_way import Debt, fen, live

RULES = shipped_rules()


def plan_of(budget: Budget, *lent: Loan) -> Plan:
    return new_plan("", RULES, TODAY).model_copy(update={"budget": budget, "loans": lent})


# --- by hand ---------------------------------------------------------------------------------------------------------


def free(key: str, principal: int, first_due: date, periods: int = 1, start: date = TODAY) -> Loan:
    """Return 花呗 instalments without a fee: late they cost 0.05 % a day of what is late, as its rule says."""
    return Loan(
        id=key,
        name=key,
        product="huabei_instalment",
        periods=periods,
        method="flat_fee",
        fee_rate=Decimal(0),
        principal=Decimal(principal),
        start_date=start,
        first_due_date=first_due,
    )


def once(amount: str, day: date, kind: str = "income") -> Entry:
    return Entry(id=f"{kind} {day} {amount}", kind=kind, amount=amount, repeat="once", start=day)


def line_of(balance: int, entries: list[Entry], *lent: Loan, months: int = 2) -> CashLine:
    budget = Budget(accounts=(Account(id="a", balance=balance),), entries=tuple(entries), as_of=TODAY)
    return basis(plan_of(budget, *lent), RULES, TODAY, months).outlook().line


def at(line: CashLine, day: date) -> tuple[Decimal, Decimal]:
    place = line.place(day)
    return line.on_time[place], line.kept[place]


def test_what_there_is_not_enough_for_waits_for_the_next_wages_and_costs_its_penalty():
    line = line_of(500, [once("1500", date(2026, 12, 20))], free("l", 1000, date(2026, 12, 15)))
    assert (line.first, line.last, line.opening) == (TODAY, date(2027, 1, 24), 500)
    assert at(line, date(2026, 12, 14)) == (500, 500)
    assert at(line, date(2026, 12, 15)) == (-500, 500)
    (paid,) = line.paid
    # 1,000 × 0.05 % × 5 days
    assert (paid.day, paid.days, paid.cost, paid.late) == (date(2026, 12, 20), 5, Decimal("2.50"), True)
    assert at(line, date(2026, 12, 20)) == (1000, Decimal("997.50"))
    assert (line.late, line.late_cost) == ([paid], Decimal("2.50"))
    assert line.lowest() == (date(2026, 12, 15), -500)
    assert line.lowest(date(2026, 12, 21)) == (date(2026, 12, 21), 1000)
    assert line.lowest(TODAY, date(2026, 12, 14)) == (TODAY, 500)


@pytest.mark.parametrize(("income", "day"), [("502.50", date(2026, 12, 20)), ("502.49", date(2026, 12, 30))])
def test_the_penalty_has_to_be_there_too(income, day):
    entries = [once(income, date(2026, 12, 20)), once("10", date(2026, 12, 30))]
    (paid,) = line_of(500, entries, free("l", 1000, date(2026, 12, 15))).paid
    assert paid.day == day


def test_wages_of_the_same_day_come_before_what_falls_due_and_so_does_living():
    due = date(2026, 12, 15)
    (paid,) = line_of(500, [once("500", due)], free("l", 1000, due)).paid
    assert (paid.day, paid.late, paid.cost) == (due, False, 0)
    line = line_of(500, [once("1500", due), once("1001", due, "spending")], free("l", 1000, due))
    assert at(line, due) == (-1, 999)
    assert line.paid[0].day is None


def test_living_is_never_put_off_and_may_go_below_nothing():
    due = date(2026, 12, 15)
    line = line_of(100, [once("300", date(2026, 12, 1), "spending")], free("l", 1000, due))
    assert at(line, date(2026, 12, 1)) == (-200, -200)
    assert at(line, due) == (-1200, -200)


@pytest.mark.parametrize(
    ("balance", "held", "missing"),
    [
        (1300, 1300, 0),
        (1200, 1200, 100),  # one of the two is paid
        (200, 200, 1100),
        (-200, -200, 1500),
    ],
)
def test_the_money_of_a_day_is_held_against_all_that_falls_due_on_it(balance, held, missing):
    due = date(2026, 12, 15)
    living = [once("10000", date(2026, 12, 1), "spending")]
    line = line_of(10_000 + balance, living, free("a", 1000, due), free("b", 300, due))
    assert (line.held_on(due), line.missing_on(due)) == (held, missing)
    assert line.missing_on(date(2026, 12, 14)) == 0, "nothing falls due"


def test_the_oldest_is_paid_first_and_a_smaller_one_need_not_wait_for_a_larger():
    lent = (free("big", 1000, date(2026, 12, 1)), free("small", 300, date(2026, 12, 5)))
    line = line_of(0, [once("1010", date(2026, 12, 11)), once("700", date(2026, 12, 21))], *lent)
    # on the 11th 1,005.00 for the older; what is left is not enough for the newer, which waits till the 21st
    assert [(each.payable.owed.key, each.day, each.cost) for each in line.paid] == [
        ("big", date(2026, 12, 11), Decimal("5.00")),
        ("small", date(2026, 12, 21), Decimal("2.40")),
    ]
    line = line_of(0, [once("400", date(2026, 12, 11)), once("950", date(2026, 12, 21))], *lent)
    assert [(each.payable.owed.key, each.day, each.cost) for each in line.paid] == [
        ("big", date(2026, 12, 21), Decimal("10.00")),
        ("small", date(2026, 12, 11), Decimal("0.90")),
    ]


def test_money_that_never_comes_leaves_it_late_to_the_end():
    line = line_of(0, [], free("l", 1000, date(2026, 12, 15)))
    (paid,) = line.paid
    assert (paid.day, paid.days, paid.cost) == (None, 40, Decimal("20.00"))  # to 2027-01-24
    line = line_of(0, [], free("l", 1000, date(2027, 1, 24)))
    (paid,) = line.paid
    assert (paid.day, paid.days, paid.cost, paid.late) == (None, 1, 0, True)  # due on the very last day
    assert line_of(0, [], free("l", 1000, date(2027, 1, 25))).paid == ()


def test_a_year_late_costs_a_year():
    line = line_of(0, [once("2000", date(2027, 12, 15))], free("l", 1000, date(2026, 12, 15)), months=24)
    assert (line.paid[0].days, line.paid[0].cost) == (365, Decimal("182.50"))


# --- against a walk through the days ---------------------------------------------------------------------------------

YUAN = st.integers(1, 6000).map(Decimal)
ODD = st.decimals("0.01", 3000, places=2)
NEAR = st.dates(date(2026, 6, 1), date(2027, 6, 1))
ENDS = st.sampled_from([date(2024, 2, 29), date(2026, 1, 31), date(2026, 9, 30)])
REPEATS = ["once", "days", "weeks", "months", "months", "years", "last_workday", "workdays"]
SHIFTS = st.sampled_from(["none", "before", "after"])
SEASONS = st.tuples(*[st.sampled_from(["1", "0", "0.5", "2"]).map(Decimal)] * 12)


@st.composite
def entries(draw, number: int, names: list[str]) -> Entry:
    """Draw something that happens."""
    kind = draw(st.sampled_from(["income", "income", "spending", "spending", "saving", "transfer"]))
    account = draw(st.sampled_from(["", *names]))
    to = ""
    if kind == "transfer" and len(names) == 1:
        kind = "spending"
    elif kind == "transfer":  # onwards only, so that nothing comes back
        place = draw(st.integers(0, len(names) - 2))
        account, to = names[place], draw(st.sampled_from(names[place + 1 :]))
    elif kind == "saving":
        to = draw(st.sampled_from(["", *(name for name in names if name != account)]))
    repeat = draw(st.sampled_from(REPEATS))
    start = draw(NEAR | ENDS)
    first = {"start": start, "every": draw(st.integers(1, 4)), "end": draw(st.none() | st.just(start) | NEAR)}
    if first["end"] and first["end"] < start:
        first["end"] = None
    if repeat in {"months", "last_workday", "workdays"} and draw(st.booleans()):
        first = {}
    return Entry(
        id=f"e{number}",
        kind=kind,
        amount=draw(ODD if repeat in {"days", "workdays"} else YUAN),
        repeat=repeat,
        day=draw(st.integers(1, 31)) if not first or draw(st.booleans()) else None,
        shift=draw(SHIFTS),
        growth=draw(st.sampled_from(["0", "0", "0.05", "-0.2", "-1"])),
        seasons=draw(st.none() | SEASONS),
        account=account,
        to_account=to,
        by_huabei=draw(st.booleans()),
        **first,
    )


@st.composite
def budgets(draw) -> Budget:
    names = [f"a{number}" for number in range(draw(st.integers(1, 3)))]
    balance = st.integers(0, 4000).map(Decimal)
    return Budget(
        accounts=tuple(
            Account(id=name, balance=draw(balance), counts=not place or draw(st.booleans()))
            for place, name in enumerate(names)
        ),
        entries=tuple(draw(entries(number, names)) for number in range(draw(st.integers(1, 6)))),
        as_of=TODAY - timedelta(days=draw(st.integers(0, 40))),
        statement_day=draw(st.integers(1, 28)),
        due_day=draw(st.integers(1, 28)),
    )


RULE = st.builds(
    OverdueRule,
    penalty_rate=st.sampled_from(["0.0005", "0.002"]),
    base=st.sampled_from([OverdueBase.OVERDUE_PRINCIPAL, OverdueBase.OVERDUE_AMOUNT]),
    grace_days=st.sampled_from([0, 3]),
    compounding=st.sampled_from(Compounding),
)


def lent(key: str, principal: Decimal, start: date, periods: int, rule: OverdueRule | None, product: str) -> Loan:
    common = {"id": key, "name": "", "principal": principal, "start_date": start, "overdue": rule, "periods": periods}
    if product == "jiebei":
        return Loan(product=product, method="equal_payment", rate="0.0004", **common)
    return Loan(product=product, method="flat_fee", fee_rate="0.045", **common)


@st.composite
def plans(draw) -> Plan:
    loans = [
        lent(
            f"l{number}",
            draw(YUAN),
            draw(st.dates(date(2026, 8, 1), date(2027, 3, 1))),
            draw(st.sampled_from([3, 6, 12])),
            draw(st.none() | RULE),
            draw(st.sampled_from(["jiebei", "huabei_instalment"])),
        )
        for number in range(draw(st.integers(0, 3)))
    ]
    return plan_of(draw(budgets()), *loans)


def agrees(plan: Plan) -> CashLine:
    """Hold every day and every instalment of a plan's line against the walk."""
    base = basis(plan, RULES, TODAY, 12)
    line = base.outlook().line
    debts = [Debt(loan, RULES) for loan in plan.loans]
    since = plan.budget.as_of + timedelta(days=1)
    lived = live(fen(base.opening), plan.budget, since, debts, base.first, base.last)
    assert [fen(each) for each in line.on_time] == list(lived.on_time.values())
    assert [fen(each) for each in line.kept] == list(lived.kept.values())
    assert [(each.payable.owed.key, each.payable.number, each.payable.day) for each in line.paid] == [
        (fate.instalment.debt.key, fate.instalment.number, fate.instalment.day) for fate in lived.fates
    ]
    assert [(fen(each.payable.amount), each.day, each.days, fen(each.cost)) for each in line.paid] == [
        (fate.instalment.amount, fate.day, fate.days, fate.cost) for fate in lived.fates
    ]
    paid = sum(fate.instalment.amount + fate.cost for fate in lived.fates if fate.day)
    assert fen(base.opening) + lived.came - lived.went - paid == fen(line.kept[-1])
    day = min(lived.on_time, key=lambda each: (lived.on_time[each], each))
    assert line.lowest() == (day, Decimal(lived.on_time[day]) / 100)
    return line


@given(plan=plans())
@settings(max_examples=100)
def test_every_day_agrees_with_a_walk_through_the_days(plan):
    agrees(plan)


def scraping(random: Random) -> Plan:
    """Return a household whose wages just about pay its loans, now and then late, with a windfall."""
    loans = []
    for number in range(random.randint(1, 2)):
        rule = None
        if random.random() < 0.5:
            rule = OverdueRule(
                penalty_rate=random.choice(["0.0005", "0.0006"]),
                base=random.choice([OverdueBase.OVERDUE_PRINCIPAL, OverdueBase.OVERDUE_AMOUNT]),
                grace_days=random.choice([0, 3]),
                compounding=random.choice(list(Compounding)),
            )
        start = date(2026, 8, 1) + timedelta(days=random.randint(0, 200))
        product = random.choice(["jiebei", "huabei_instalment"])
        principal = Decimal(random.randint(1000, 12_000))
        loans.append(lent(f"l{number}", principal, start, random.choice([3, 6, 12]), rule, product))
    asked = round(sum(loan.principal / loan.periods for loan in loans), 2)
    shares = [Decimal(random.choice(["0.5", "0.8", "1", "1.05", "1.2"])) for _ in range(12)]
    wages = Entry(id="pay", kind="income", amount=asked, day=random.randint(1, 28), seasons=tuple(shares))
    windfall = once(str(asked * random.randint(1, 3)), TODAY + timedelta(days=random.randint(1, 300)))
    account = Account(id="a", balance=random.randint(0, 1500))
    return plan_of(Budget(accounts=(account,), entries=(wages, windfall), as_of=TODAY), *loans)


@given(random=st.randoms(use_true_random=True))
@settings(max_examples=120)
def test_the_lender_s_books_of_a_whole_loan_say_the_same(random):
    """Real money on the days on which the line pays goes through the books of each whole loan.

    While no two instalments are unpaid on one day the books charge the same to the fen. Where several are, money goes
    to the penalty and the interest of all of them first, so principal stays late for longer: the books then charge
    more than the sum of single instalments that the line shows, mostly some hundredths and less than a fifth more, and
    never less but for the fen by which each single one was rounded. Only with days of grace can they charge less as
    well: money for the newest pays the oldest, and the newest has its own days of grace.
    """
    plan = scraping(random)
    line = agrees(plan)
    for debt in (Debt(loan, RULES) for loan in plan.loans):
        if line.last < debt.terms.start_date:
            continue
        mine = [each for each in line.paid if each.payable.owed.key == debt.key]
        money = [(each.day, each.amount) for each in debt.instalments if each.day < line.first]
        money += [(each.day, fen(each.payable.amount + each.cost)) for each in mine if each.day]
        books = debt.books(money, line.last)
        cost = sum(fen(each.cost) for each in mine)
        open_on = [(each.payable.day, each.day or line.last) for each in mine]
        late_on = [span for span, each in zip(open_on, mine, strict=True) if each.late]
        several = any(
            one[0] <= other[1] and other[0] <= one[1]
            for one, other in combinations(open_on, 2)
            if one in late_on or other in late_on
        )
        more = fen(books.charged) - cost
        if not several:
            assert more == 0
            left = sum(fen(each.payable.amount + each.cost) for each in mine if not each.day)
            assert fen(books.due_now) == left
        else:
            less = cost / 5 if debt.rule.grace_days else 0
            assert -less - len(late_on) <= more <= cost / 5 + len(late_on)
