"""What the budget's forms do: what they begin with, what they refuse, and whatever is typed into them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiebei_desktop.files.budget_tables import carries_table, entries_table, months_table
from jiebei_desktop.files.csv_out import csv_bytes
from jiebei_desktop.planning.budget.alerts import alerts
from jiebei_desktop.planning.budget.capacity import carries
from jiebei_desktop.planning.budget.edit import account_changed, entry_changed, new_account, new_entry, with_budget
from jiebei_desktop.planning.budget.household import Account, Balance, Budget, Entry, EntryKind, Repeat, Shift, Trial
from jiebei_desktop.planning.budget.occurrences import flows, opening
from jiebei_desktop.planning.budget.outlook import basis
from jiebei_desktop.planning.budget.words import budget_aside, budget_headline, budget_reason, entry_label, when
from jiebei_desktop.planning.entry import Field, edit, new_plan, text_of
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.values import ProblemError
from tests.conftest import TODAY

RULES = shipped_rules()
CARD, POT = Account(id="card", balance=100), Account(id="pot", counts=False)
TWO = Budget(accounts=(CARD, POT))


# --- new ones --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "day", "target"),
    [("income", 15, ""), ("spending", 1, ""), ("saving", 1, ""), ("transfer", 1, "pot")],
)
def test_a_new_entry_can_be_taken_as_it_is(kind, day, target):
    found = new_entry(TWO, EntryKind(kind), TODAY)
    assert (found.kind, found.amount, found.day, found.start, found.to_account) == (kind, 1000, day, TODAY, target)
    assert entry_changed(TWO, found).entries == (found,)
    assert new_entry(TWO, EntryKind(kind), TODAY).id != found.id


def test_as_many_as_can_be_are_begun():
    full = Budget(entries=tuple(Entry(id=str(number), amount=1, day=1) for number in range(400)))
    with pytest.raises(ProblemError, match="最多 400 项"):
        new_entry(full, EntryKind.INCOME, TODAY)
    rich = Budget(accounts=tuple(Account(id=str(number)) for number in range(20)))
    with pytest.raises(ProblemError, match="最多 20 个账户"):
        new_account(rich)
    with pytest.raises(ProblemError, match="先添加第二个账户"):
        new_entry(Budget(accounts=(CARD,)), EntryKind.TRANSFER, TODAY)


def test_the_first_account_is_called_something():
    assert new_account(Budget()).name == "银行卡"
    assert new_account(TWO).name == ""


def test_an_entry_that_cannot_be_names_its_own_field():
    there = entry_changed(TWO, new_entry(TWO, EntryKind.TRANSFER, TODAY))
    back = Entry(id="b", kind="transfer", amount=1, day=1, account="pot", to_account="card")
    with pytest.raises(ProblemError) as caught:
        entry_changed(there, back)
    assert caught.value.problem.field == "to_account"
    with pytest.raises(ProblemError) as caught:
        entry_changed(TWO, Entry(id="b", amount=1, day=1, account="gone"))
    assert (caught.value.problem.field, "gone" in caught.value.problem.message) == ("account", True)


def test_a_balance_that_is_looked_up_is_today_s():
    old = Budget(
        accounts=(CARD, POT),
        as_of=date(2026, 10, 1),
        balances=(Balance(day=date(2026, 11, 1), amount=5), Balance(day=date(2026, 12, 1), amount=6)),
    )
    named = account_changed(old, CARD.model_copy(update={"name": "卡"}), TODAY)
    assert (named.as_of, len(named.balances)) == (old.as_of, 2)
    found = account_changed(old, CARD.model_copy(update={"balance": Decimal(7)}), TODAY)
    assert (found.as_of, [each.amount for each in found.balances]) == (TODAY, [5, 6])  # what was recorded stays
    recorded = old.changed(balances=(*old.balances, Balance(day=TODAY, amount=900)))
    found = account_changed(recorded, CARD.model_copy(update={"balance": Decimal(7)}), TODAY)
    assert opening(found, TODAY)[0] == TODAY
    assert [each.amount for each in found.balances] == [5, 6]  # or the edit would come to nothing
    first = account_changed(Budget(), new_account(Budget()), TODAY)
    assert first.as_of == TODAY
    with pytest.raises(ProblemError) as caught:
        account_changed(TWO.changed(accounts=tuple(Account(id=str(n)) for n in range(20))), CARD, TODAY)
    assert caught.value.problem.field == "accounts"


def test_the_plan_with_another_budget():
    assert with_budget(new_plan("", RULES, TODAY), TWO).budget is TWO


# --- what is typed ---------------------------------------------------------------------------------------------------

ENTRY = Entry(id="e", amount=100, day=15, start=TODAY)


@pytest.mark.parametrize(
    ("value", "field", "text", "expected"),
    [
        (ENTRY, Field.AMOUNT, "１.２万", Decimal(12_000)),
        (ENTRY, Field.DAY, "31日", 31),
        (ENTRY, Field.DAY, " ５ 号", 5),
        (ENTRY, Field.DAY, "", None),
        (ENTRY, Field.EVERY, "２", 2),
        (ENTRY, Field.REPEAT, "workdays", Repeat.WORKDAYS),
        (ENTRY, Field.KIND, "income", EntryKind.INCOME),
        (ENTRY, Field.START, "2026年12月1日", date(2026, 12, 1)),
        (ENTRY, Field.START, " ", None),
        (ENTRY, Field.END, "20271231", date(2027, 12, 31)),
        (ENTRY, Field.END, "", None),
        (ENTRY, Field.SHIFT, "before", Shift.BEFORE),
        (ENTRY, Field.GROWTH, "5%", Decimal("0.05")),
        (ENTRY, Field.GROWTH, "-3.5", Decimal("-0.035")),
        (ENTRY, Field.SEASONS, "100 100、50,0 " + "100 " * 8, (1, 1, Decimal("0.5"), 0, *[1] * 8)),
        (ENTRY, Field.SEASONS, "", None),
        (ENTRY, Field.SPREAD, "20", Decimal("0.2")),
        (ENTRY, Field.SPREAD, "", None),
        (ENTRY, Field.BY_HUABEI, "yes", True),
        (ENTRY, Field.BY_HUABEI, "no", False),
        (ENTRY, Field.CATEGORY, "吃饭", "吃饭"),
        (CARD, Field.BALANCE, "¥1,234.5", Decimal("1234.5")),
        (CARD, Field.COUNTS, "no", False),
        (CARD, Field.NAME, "工资卡", "工资卡"),
        (TWO, Field.CUSHION, "500元", 500),
        (TWO, Field.TIGHT, "40", Decimal("0.4")),
        (TWO, Field.HEAVY, "100%", 1),
        (TWO, Field.JIEBEI_LIMIT, "3万", 30_000),
        (TWO, Field.HUABEI_LIMIT, "", None),
        (TWO, Field.STATEMENT_DAY, "28日", 28),
        (TWO, Field.DUE_DAY, "8", 8),
        (Trial(), Field.AMOUNT, "", None),
        (Trial(amount=1), Field.AMOUNT, "5000", 5000),
        (Trial(start=TODAY), Field.START, "", None),
    ],
)
def test_a_field_takes_what_people_type(value, field, text, expected):
    changed = edit(value, field, text, RULES)
    assert getattr(changed, field) == expected
    assert edit(changed, field, text_of(changed, field), RULES) == changed


@pytest.mark.parametrize(
    ("value", "field", "text", "message"),
    [
        (ENTRY, Field.AMOUNT, "", "这里要填一个数字"),
        (ENTRY, Field.AMOUNT, "0", "不能小于 0.01"),
        (ENTRY, Field.AMOUNT, "1.005", "最多两位小数"),
        (ENTRY, Field.DAY, "0", "要填 1 到 31 的整数"),
        (ENTRY, Field.DAY, "32", "要填 1 到 31 的整数"),
        (ENTRY, Field.EVERY, "0", "不能小于 1"),
        (ENTRY, Field.EVERY, "1.5", "要填一个整数"),
        (ENTRY, Field.EVERY, "366", "不能大于 365"),
        (ENTRY, Field.REPEAT, "sometimes", "sometimes"),
        (ENTRY, Field.END, "2026-11-23", "不能早于开始"),
        (ENTRY, Field.START, "2026-02-30", "日历上没有"),
        (Entry(id="e", amount=1, repeat="once", start=TODAY), Field.START, "", "要填第一次是哪一天"),
        (Entry(id="e", amount=1, repeat="weeks", start=TODAY), Field.START, "", "要填第一次是哪一天"),
        (Entry(id="e", amount=1, day=1), Field.REPEAT, "years", "要填第一次是哪一天"),
        (Entry(id="e", amount=1, day=1), Field.DAY, "", "要填每月几日"),
        (ENTRY, Field.KIND, "transfer", "要选转到哪个账户"),
        (ENTRY, Field.GROWTH, "101", "要在 -100 到 100（%）之间"),
        (ENTRY, Field.SEASONS, "100 " * 11, "要填 12 个数（1 月到 12 月，平常是 100），现在是 11 个"),
        (ENTRY, Field.SEASONS, "-1 " * 12, "不能小于 0"),
        (ENTRY, Field.SPREAD, "-1", "要在 0 到 100（%）之间"),
        (ENTRY, Field.CATEGORY, "长" * 61, "太长了"),
        (CARD, Field.BALANCE, "-5", "不能小于 0"),
        (TWO, Field.TIGHT, "60", "不能低于"),
        (TWO, Field.HEAVY, "20", "不能低于"),
        (TWO, Field.STATEMENT_DAY, "31", "要填 1 到 28 的整数"),
        (TWO, Field.CUSHION, "", "这里要填一个数字"),
    ],
)
def test_what_cannot_be_taken_says_what_can(value, field, text, message):
    with pytest.raises(ProblemError) as caught:
        edit(value, field, text, RULES)
    assert caught.value.problem.field == field
    assert message in caught.value.problem.message


TEXTS = st.one_of(
    st.text(max_size=12),
    st.from_regex(r"-?[0-9０-９]{0,10}([.。][0-9]{0,4})?[%元万日]?", fullmatch=True),
    st.integers(-5, 700).map(str),
    st.dates().map(str),
    st.dates(TODAY, date(2029, 1, 1)).map(str),
    st.lists(st.integers(-1, 300).map(str), min_size=11, max_size=13).map(" ".join),
    st.sampled_from([*EntryKind, *Repeat, *Shift, "card", "pot", "gone", "yes", "no", "1e9", "NaN", "full", "7"]),
)


def fields_of(model: type) -> list[Field]:
    return [field for field in Field if field in model.model_fields]


def typed_into(value, typed):
    """Type texts into a value's fields; each is taken and shown as a text that means the same, or refused in words."""
    fields = fields_of(type(value))
    for place, text in typed:
        field = fields[place % len(fields)]
        try:
            value = edit(value, field, text, RULES)
        except ProblemError as error:
            assert error.problem.field == field
            assert error.problem.message
            continue
        shown = text_of(value, field)
        assert edit(value, field, shown, RULES) == value, (field, text, shown)
    return value


TYPED = st.lists(st.tuples(st.integers(0, 99), TEXTS), max_size=14)


@given(entry=TYPED, account=TYPED, budget=TYPED, trial=TYPED, today=st.dates(date(2025, 1, 1), date(2100, 1, 1)))
@settings(max_examples=120)
def test_whatever_is_typed_is_taken_or_refused_and_there_is_always_something_to_say(
    entry, account, budget, trial, today
):
    found = typed_into(TWO, budget)
    with suppress(ProblemError):
        found = account_changed(found, typed_into(CARD, account), today)
    typed = typed_into(ENTRY, entry)
    assert when(typed)
    assert entry_label(typed)
    with suppress(ProblemError):
        found = entry_changed(found, typed)
    found = found.changed(trial=typed_into(Trial(), trial))
    assert Budget.model_validate_json(found.model_dump_json()) == found
    plan = with_budget(new_plan("", RULES, today), found)
    base = basis(plan, RULES, today)
    outlook = base.outlook()
    assert sum(flow.amount for flow in base.flows) == outlook.line.on_time[-1] - base.opening
    assert budget_headline(outlook)
    assert budget_reason(outlook)
    assert budget_aside(outlook)
    alerts(plan, RULES, today, outlook)
    assert csv_bytes(months_table(outlook))
    assert csv_bytes(entries_table(found))
    assert csv_bytes(carries_table(carries(plan, RULES, base, outlook), found))


def test_the_end_of_the_calendar_is_no_end_of_the_program():
    old = Entry(id="e", kind="income", amount=10**9, day=31, start=date(1990, 1, 1), growth=1, shift="after")
    budget = Budget(accounts=(CARD,), entries=(old, Entry(id="f", amount=1, repeat="workdays", by_huabei=True)))
    today = date(2199, 12, 31)
    found = basis(with_budget(new_plan("", RULES, today), budget), RULES, today).outlook()
    assert found.line.last == date(2201, 12, 31)
    # the bill of 10 January has the 21 working days of December 1989
    assert [flow.amount for flow in flows(budget, date(1990, 1, 1), date(1990, 2, 9))] == [*[-1] * 21, 10**9]
