"""Loans, accounts and entries of every kind that a plan can hold, as hypothesis makes them."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from jiebei_desktop.engine import Effect, Payment, Prepayment, RateChange, Restructure, Settlement, Waiver, WaiverOf
from jiebei_desktop.engine.events import Arrears
from jiebei_desktop.planning.budget.household import Account, Budget, Entry, EntryKind, Repeat, Shift
from jiebei_desktop.planning.document import CustomProduct, Loan
from jiebei_desktop.products.conditions import OverdueBase, OverdueRule, Owed
from jiebei_desktop.values import Method, RatePer

FIRST, LAST = date(1990, 1, 1), date(2199, 12, 31)
texts = st.text(alphabet=st.characters(codec="utf-8"), max_size=20) | st.sampled_from(
    ["'=1+1", "''", "=1\n=2", "'x", "-5", "１２", "1,5", "a;b", '"', " 空 ", "收入", "\r", "借呗", "'123", "007"]
)
ids = st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=12) | st.sampled_from(
    ["123456789012", "12e456789012", "'12", "=1", "id"]
)
money = st.decimals(min_value="0.01", max_value=1_000_000_000, places=2)
shares = st.decimals(min_value=0, max_value=1, places=8) | st.sampled_from(
    [Decimal("0.000000000000000000000000000001"), Decimal("0.123456789012345678901234567891")]
)
days = st.dates(min_value=FIRST, max_value=LAST)
periods = st.integers(1, 600)
extra = st.dictionaries(
    st.sampled_from(["colour", "颜色", "later"]),
    st.recursive(st.none() | st.booleans() | texts | st.integers(), lambda inner: st.lists(inner, max_size=2)),
    max_size=2,
)
events = st.one_of(
    st.builds(RateChange, date=days, rate=shares, rate_per=st.none() | st.sampled_from(RatePer)),
    st.builds(Prepayment, date=days, amount=money, effect=st.sampled_from(Effect)),
    st.builds(Settlement, date=days),
    st.builds(Payment, date=days, amount=money),
    st.builds(Waiver, date=days, amount=money, of=st.sampled_from(WaiverOf)),
    st.builds(
        Restructure,
        date=days,
        periods=periods,
        rate=st.none() | shares,
        first_due_date=st.none() | days,
        arrears=st.sampled_from(Arrears),
        same_method=st.booleans(),
    ),
)
overdue = st.builds(
    OverdueRule,
    penalty_rate=shares,
    base=st.sampled_from(OverdueBase),
    grace_days=st.integers(0, 366),
    order=st.permutations(list(Owed)).map(tuple),
)


@st.composite
def _loan(draw: st.DrawFn, product: st.SearchStrategy[str], key: str) -> Loan:
    start = draw(st.dates(min_value=FIRST, max_value=date(2190, 1, 1)))
    given = {
        "id": key,
        "name": draw(texts),
        "product": draw(product),
        "principal": draw(money),
        "start_date": start,
        "periods": draw(periods),
        "method": draw(st.sampled_from(Method)),
        "rate": draw(st.none() | shares),
        "rate_per": draw(st.sampled_from(RatePer)),
        "fee_rate": draw(st.none() | shares),
        "coupon_off": draw(st.none() | shares),
        "coupon_periods": draw(st.none() | periods),
        "due_day": draw(st.none() | st.integers(1, 28)),
        "first_due_date": draw(st.none() | st.integers(0, 90).map(lambda count: start + timedelta(days=count))),
        "events": tuple(draw(st.lists(events, max_size=3))),
        "billed_instalment": draw(st.none() | money),
        "unpaid_from": draw(st.none() | periods),
        "missed": tuple(draw(st.lists(st.tuples(periods, periods), max_size=2))),
        "overdue": draw(st.none() | overdue),
    }
    return Loan.model_validate(given | draw(extra))


@st.composite
def loans(draw: st.DrawFn) -> tuple[tuple[CustomProduct, ...], tuple[Loan, ...]]:
    """Return products of one's own, some called alike, and loans of them and of others."""
    names = draw(st.lists(st.sampled_from(["信用卡", "借呗", "=1", "own_b", "2024"]), max_size=3))
    own = tuple(CustomProduct(id=f"own_{'abc'[place]}", name=name) for place, name in enumerate(names))
    product = st.sampled_from(["jiebei", "huabei_instalment", *(each.id for each in own)])
    keys = draw(st.lists(ids, max_size=4, unique=True))
    return own, tuple(draw(_loan(product, key)) for key in keys)


@st.composite
def _entry(draw: st.DrawFn, key: str, accounts: list[str]) -> Entry:
    start = draw(days)
    account, away = (draw(st.sampled_from(["", *accounts])) for _ in range(2))
    kind = draw(st.sampled_from([each for each in EntryKind if each is not EntryKind.TRANSFER]))
    given = {
        "id": key,
        "name": draw(texts),
        "kind": kind,
        "amount": draw(money),
        "repeat": draw(st.sampled_from(Repeat)),
        "every": draw(st.integers(1, 365)),
        "day": draw(st.none() | st.integers(1, 31)),
        "start": start,
        "end": draw(st.none() | st.dates(min_value=start, max_value=LAST)),
        "shift": draw(st.sampled_from(Shift)),
        "growth": draw(shares) * draw(st.sampled_from([1, -1])),
        "seasons": draw(st.none() | st.lists(shares, min_size=12, max_size=12).map(tuple)),
        "category": draw(texts),
        "account": account,
        "to_account": away if away != account else "",
        "spread": draw(st.none() | shares),
        "by_huabei": draw(st.booleans()),
    }
    return Entry.model_validate(given | draw(extra))


@st.composite
def budgets(draw: st.DrawFn) -> Budget:
    """Return accounts, some called alike or like another one's id, and entries that go by them."""
    keys = draw(st.lists(ids, max_size=3, unique=True))
    names = texts | st.sampled_from(["银行卡", *keys])
    accounts = tuple(
        Account.model_validate(
            {"id": key, "name": draw(names), "balance": draw(money), "counts": draw(st.booleans())} | draw(extra)
        )
        for key in keys
    )
    moves = [
        Entry(id="move", kind=EntryKind.TRANSFER, amount=1, day=1, account=keys[0], to_account=keys[1])
        for _ in range(draw(st.integers(0, 1)))
        if len(keys) > 1
    ]
    others = draw(st.lists(ids, max_size=3, unique=True))
    return Budget(accounts=accounts, entries=(*moves, *(draw(_entry(key, keys)) for key in others if key != "move")))
