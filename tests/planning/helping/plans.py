"""The plans that questions are answered by: the sample, an empty one, one of three loans, one with money to spare."""

from datetime import date
from decimal import Decimal

from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.budget.household import Account, Budget, Entry, EntryKind
from jiebei_desktop.planning.document import Loan, Plan
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.products import RuleBook
from tests.conftest import TODAY


def sample(_rules: RuleBook) -> Plan:
    """12,000 yuan over 5 at 15 % a year, the last two unpaid, 40 days late; 400 yuan a month by 花呗."""
    return sample_plan(TODAY)


def empty(rules: RuleBook) -> Plan:
    return new_plan("我的还款计划", rules, TODAY)


def three(rules: RuleBook) -> Plan:
    """A level loan at 0.04 % a day, a 花呗 instalment at 4.5 % over 6, and interest first at 0.035 % a day."""
    level = loan("level", principal="10000", start="2026-09-10", periods=12, rate="0.0004")
    phone = loan(
        "phone",
        name="手机",
        product="huabei_instalment",
        principal="3600",
        start="2026-10-09",
        periods=6,
        method="flat_fee",
        fee_rate="0.045",
    )
    home = loan(
        "home",
        name="装修",
        principal="5000",
        start="2026-11-01",
        periods=6,
        method="interest_first",
        rate="0.00035",
    )
    return empty(rules).model_copy(update={"loans": (level, phone, home)})


def with_money(rules: RuleBook) -> Plan:
    """An income of 6,000 yuan on the 5th, 1,000 yuan in hand, 500 to keep, no loan."""
    pay = Entry(id="pay", kind=EntryKind.INCOME, amount=Decimal(6000), day=5)
    rent = Entry(id="rent", amount=Decimal(4000), day=6)
    card = Account(id="card", balance=Decimal(1000))
    budget = Budget(accounts=(card,), entries=(pay, rent), as_of=TODAY, cushion=Decimal(500))
    return empty(rules).model_copy(update={"budget": budget})


def loan(loan_id: str, *, principal: str, start: str, **more: object) -> Loan:
    usual = {"name": "", "product": "jiebei", "method": "equal_payment"}
    return Loan.model_validate(
        usual | {"id": loan_id, "principal": principal, "start_date": date.fromisoformat(start)} | more
    )
