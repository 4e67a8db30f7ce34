"""The household as it is entered: what can be, what can't, and what changes along."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from pydantic import ValidationError

from jiebei_desktop.planning.budget.household import (
    USUAL_HEAVY,
    USUAL_TIGHT,
    Account,
    Balance,
    Budget,
    Entry,
    EntryKind,
    Trial,
)
from jiebei_desktop.values import ProblemError, checked, problems_of

DAY = date(2026, 11, 24)
CARD, POT, BOX = Account(id="card"), Account(id="pot", counts=False), Account(id="box")


def entry(**said: object) -> Entry:
    return Entry.model_validate({"id": "e", "amount": "100", "day": 1} | said)


def budget(*entries: Entry, accounts: tuple[Account, ...] = (CARD, POT, BOX), **said: object) -> Budget:
    return Budget(accounts=accounts, entries=entries, **said)


def move(source: str, target: str, key: str = "") -> Entry:
    return entry(id=key or f"{source}{target}", kind="transfer", account=source, to_account=target)


def test_a_plain_entry_is_spent_each_month_and_nothing_else():
    found = entry()
    assert (found.kind, found.repeat, found.every, found.shift) == ("spending", "months", 1, "none")
    assert (found.growth, found.seasons, found.end, found.account, found.by_huabei) == (0, None, None, "", False)


def test_an_empty_budget_is_empty():
    assert Budget().empty
    assert not budget().empty
    assert (Budget().tight, Budget().heavy, Budget().statement_day, Budget().due_day) == (
        USUAL_TIGHT,
        USUAL_HEAVY,
        1,
        10,
    )


@pytest.mark.parametrize(
    ("said", "field", "message"),
    [
        ({"day": 0}, "day", "不能小于 1"),
        ({"day": 32}, "day", "不能大于 31"),
        ({"day": "1"}, "day", "要填一个整数"),
        ({"every": 0}, "every", "不能小于 1"),
        ({"every": 366}, "every", "不能大于 365"),
        ({"amount": "0"}, "amount", "不能小于 0.01"),
        ({"amount": "-1"}, "amount", "不能小于 0"),
        ({"amount": "0.001"}, "amount", "最多两位小数（到分）"),
        ({"amount": "1.001"}, "amount", "最多两位小数（到分）"),
        ({"amount": "1000000000.01"}, "amount", "不能大于 1000000000"),
        ({"amount": 1.5}, "amount", "不能用浮点数"),
        ({"growth": "1.01"}, "growth", "不能大于 1"),
        ({"growth": "-1.01"}, "growth", "不能小于 -1"),
        ({"seasons": ["1"] * 11}, "seasons", "至少要有 12 项"),
        ({"seasons": ["1"] * 13}, "seasons", "最多 12 项"),
        ({"seasons": [*["1"] * 11, "-1"]}, "seasons.11", "不能小于 0"),
        ({"spread": "1.1"}, "spread", "不能大于 1"),
        ({"start": "2026-12-02", "end": "2026-12-01"}, "end", "结束 2026-12-01 不能早于开始 2026-12-02"),
        ({"kind": "income", "start": "2027-01-01", "end": "2026-12-31"}, "end", "不能早于开始"),
        ({"start": "2026-02-29"}, "start", "日历上没有"),
        ({"repeat": "once"}, "start", "要填第一次是哪一天"),
        ({"repeat": "days"}, "start", "要填第一次是哪一天"),
        ({"repeat": "weeks"}, "start", "要填第一次是哪一天"),
        ({"repeat": "years"}, "start", "要填第一次是哪一天"),
        ({"repeat": "months", "every": 2}, "start", "要填第一次是哪一天"),
        ({"day": None}, "day", "要填每月几日"),
        ({"repeat": "sometimes"}, "repeat", "可选"),
        ({"kind": "gift"}, "kind", "可选"),
        ({"shift": "sideways"}, "shift", "可选"),
        ({"kind": "transfer"}, "to_account", "要选转到哪个账户"),
        ({"kind": "transfer", "account": "a", "to_account": "a"}, "to_account", "同一个账户"),
        ({"kind": "saving", "account": "a", "to_account": "a"}, "to_account", "同一个账户"),
        ({"id": ""}, "id", "不能是空的"),
        ({"id": "x" * 41}, "id", "太长了"),
        ({"name": "x" * 61}, "name", "太长了"),
        ({"category": "x" * 61}, "category", "太长了"),
    ],
)
def test_an_entry_that_cannot_be_names_its_field(said, field, message):
    with pytest.raises(ProblemError) as caught:
        checked(Entry, {"id": "e", "amount": "100", "day": 1} | said)
    assert caught.value.problem.field == field
    assert message in caught.value.problem.message


@pytest.mark.parametrize("repeat", ["months", "last_workday", "workdays"])
def test_what_needs_no_first_day_has_none(repeat):
    assert entry(repeat=repeat).start is None


def test_no_day_of_the_month_is_needed_where_the_first_one_is_said():
    assert entry(day=None, start="2026-01-31").day is None


@pytest.mark.parametrize(
    ("said", "field", "message"),
    [
        ({"entries": [entry(id=str(n)) for n in range(401)]}, "entries", "最多 400 项"),
        ({"accounts": [Account(id=str(n)) for n in range(21)]}, "accounts", "最多 20 项"),
        ({"entries": [entry(), entry()]}, "entries", "代号一样"),
        ({"accounts": [CARD, CARD]}, "accounts", "代号一样"),
        ({"entries": [entry(account="gone")]}, "entries.0.account", "没有这个账户：gone"),
        (
            {"accounts": [CARD], "entries": [entry(), entry(id="s", kind="saving", to_account="gone")]},
            "entries.1.to_account",
            "没有这个账户：gone",
        ),
        ({"tight": "0.3", "heavy": "0.29"}, "heavy", "“太重”的线不能低于“偏紧”的线"),
        ({"tight": "1.1"}, "tight", "不能大于 1"),
        ({"statement_day": 29}, "statement_day", "不能大于 28"),
        ({"due_day": 0}, "due_day", "不能小于 1"),
        ({"cushion": "-1"}, "cushion", "不能小于 0"),
        ({"balances": [{"day": "2026-11-24"}]}, "balances.0.amount", "必须填写"),
        ({"jiebei_limit": "-0.01"}, "jiebei_limit", "不能小于 0"),
        ({"trial": {"jiebei": 0}}, "trial.jiebei", "不能小于 1"),
        ({"trial": {"jiebei": 601}}, "trial.jiebei", "不能大于 600"),
        ({"trial": {"huabei": "61"}}, "trial.huabei", "不认识这种还法"),
        ({"trial": {"huabei": "some"}}, "trial.huabei", "不认识这种还法"),
        ({"trial": {"amount": "0"}}, "trial.amount", "不能小于 0.01"),
    ],
)
def test_a_budget_that_cannot_be_names_its_field(said, field, message):
    with pytest.raises(ValidationError) as caught:
        Budget.model_validate(said)
    problems = problems_of(caught.value)
    assert problems[0].field == field
    assert message in problems[0].message


def test_as_many_as_can_be_are_taken():
    assert len(budget(*(entry(id=str(n)) for n in range(400))).entries) == 400
    assert len(Budget(accounts=tuple(Account(id=str(n)) for n in range(20))).accounts) == 20
    assert Budget(tight=Decimal("0.4"), heavy=Decimal("0.4")).heavy == Decimal("0.4")
    assert [Trial(huabei=each).huabei for each in ("full", "minimum", "1", "60")] == ["full", "minimum", "1", "60"]


@pytest.mark.parametrize(
    ("moves", "place"),
    [
        ((move("card", "pot"), move("pot", "card")), 1),
        ((move("card", "pot"), move("pot", "box"), move("box", "card")), 2),
        ((move("pot", "box"), move("box", "card"), move("card", "pot")), 2),
        ((move("", "pot"), move("pot", "card")), 1),  # none named is the first one
        ((move("", "card"),), 0),
    ],
)
def test_money_does_not_go_round_in_circles(moves, place):
    with pytest.raises(ValidationError) as caught:
        budget(*moves)
    (problem,) = problems_of(caught.value)
    assert problem.field == f"entries.{place}.to_account"
    assert "转一圈又回到原来的账户" in problem.message


def test_two_ways_to_one_account_are_no_circle():
    found = budget(move("card", "pot"), move("card", "box"), move("box", "pot"), move("card", "pot", "again"))
    assert len(found.entries) == 4


def test_with_and_without():
    found = budget(entry(id="a"), entry(id="b"))
    changed = found.with_entry(entry(id="b", amount="7")).with_entry(entry(id="c"))
    assert [(each.id, each.amount) for each in changed.entries] == [("a", 100), ("b", 7), ("c", 100)]
    assert changed.without_entry("a").entry("a") is None
    assert changed.entry("b").amount == 7
    assert [each.id for each in found.entries] == ["a", "b"]
    renamed = found.with_account(Account(id="pot", name="存钱罐")).with_account(Account(id="new"))
    assert [(each.id, each.name) for each in renamed.accounts] == [
        ("card", ""),
        ("pot", "存钱罐"),
        ("box", ""),
        ("new", ""),
    ]


def test_without_an_account_what_used_it_goes_by_the_first_and_transfers_are_gone():
    saving = entry(id="s", kind="saving", account="card", to_account="pot")
    found = budget(saving, move("card", "pot"), move("box", "pot"), entry(id="p", account="pot"), move("card", "box"))
    left = found.without_account("pot")
    assert [(each.id, each.account, each.to_account) for each in left.entries] == [
        ("s", "card", ""),
        ("p", "", ""),
        ("cardbox", "card", "box"),
    ]
    assert [each.id for each in left.accounts] == ["card", "box"]


def test_without_the_first_account_its_transfers_are_gone_where_it_was_not_named_too():
    found = budget(entry(id="pay", kind="income"), move("", "pot"), move("pot", "box"))
    left = found.without_account("card")
    assert [each.id for each in left.entries] == ["pay", "potbox"]
    assert found.without_account("pot").without_account("card").accounts == (BOX,)


def test_what_is_changed_goes_through_every_check():
    with pytest.raises(ValidationError):
        budget().changed(heavy=Decimal("0.1"))
    assert budget().changed(cushion=Decimal(5)).cushion == 5


def test_a_budget_survives_its_file():
    found = budget(
        entry(growth="-0.05", seasons=["1"] * 12, start=DAY, end=DAY, spread="0.1"),
        move("card", "pot"),
        as_of=DAY,
        balances=(Balance(day=DAY, amount=Decimal("12.30")),),
        trial=Trial(amount=Decimal(5), huabei="minimum"),
    )
    assert Budget.model_validate_json(found.model_dump_json()) == found
    assert found.entries[1].kind is EntryKind.TRANSFER
