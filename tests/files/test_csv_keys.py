"""The keys that programs go by are those that docs/csv-keys.md promises, all of them and in that order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from jiebei_desktop.files.outputs import outputs
from jiebei_desktop.files.plan_tables import budget_table, loans_table
from jiebei_desktop.files.tables import Table, Word
from jiebei_desktop.planning.custom import with_own_products
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.products import shipped_rules
from tests.conftest import TODAY
from tests.files.small_plan import LATE, PHONE, small_plan

DOCS = Path(__file__).parents[2] / "docs" / "csv-keys.md"
OWN = {**PHONE, "id": "own", "name": "卡", "product": "own_card", "start_date": "2026-10-24"}
KEPT = {
    **PHONE,
    "id": "kept",
    "unpaid_from": 1,
    "periods": 6,
    "fee_rate": "0.045",
    "start_date": "2026-08-24",
    "events": [
        {"type": "payment", "date": "2026-09-25", "amount": "700"},
        {"type": "prepayment", "date": "2026-10-30", "amount": "100"},
        {"type": "settlement", "date": "2026-12-01"},
    ],
}
"""209.00 each on the 24th, so that the payment pays three and some of the fourth."""
LET_OFF = {"type": "waiver", "date": "2026-11-05", "amount": "1", "of": "penalty"}
NEW_PLAN = {**LATE, "id": "new", "events": [LET_OFF, {"type": "restructure", "date": "2026-11-10", "periods": 6}]}


def promised() -> tuple[dict[str, list[str]], dict[tuple[str, str], list[str]]]:
    """Return the columns by file, and the words by file and column, as they are documented."""
    columns, words = {}, {}
    for line in DOCS.read_text(encoding="utf-8").splitlines():
        if line.startswith("| `"):
            head, said = (re.findall(r"`([^`]+)`", cell) for cell in line.strip("|").split("|"))
            if len(head) == 1:
                columns[head[0]] = said
            else:
                words[head[0], head[1]] = said
    return columns, words


@pytest.fixture(scope="module")
def tables() -> dict[str, list[Table]]:
    """Return all tables of two plans by file; `N` stands for numbers."""
    products = [{"id": "own_card", "name": "信用卡", "method": "flat_fee", "fee_rate": "0.05"}]
    options = [
        {"kind": "offer", "product": "jiebei", "periods": 3, "method": "equal_principal", "rate": "0.0004"},
        {"kind": "offer", "product": "huabei_instalment", "periods": 5, "method": "flat_fee"},
        {"kind": "bill", "pay": "minimum", "statement_day": 1, "due_day": 10},
    ]
    comparison = {"amount": "3000", "start_date": "2026-08-25", "options": options}
    comparison |= {"early_period": 1, "prepayment": "500"}
    found: dict[str, list[Table]] = {}
    for plan in (
        small_plan(LATE, PHONE, OWN, KEPT, NEW_PLAN, products=products),
        small_plan(comparison=comparison, budget={}),
    ):
        for key, table in _all(plan):
            found.setdefault(_numberless(key), []).append(table)
    return found


def _all(plan: Plan) -> Iterator[tuple[str, Table]]:
    rules = with_own_products(shipped_rules(), plan.products, TODAY)
    for output in outputs(plan, rules, TODAY, lambda _: True):
        yield output.key, output.table()
    yield "loans", loans_table(plan, rules, raw=True)
    yield "budget-entries", budget_table(plan, raw=True)


def _numberless(key: str) -> str:
    return re.sub(r"[0-9]+$", "N", key)


def test_every_table_has_the_columns_that_are_promised(tables):
    columns, _ = promised()
    assert list(tables) == list(columns)
    for key, (table, *_) in tables.items():
        assert list(dict.fromkeys(map(_numberless, table.keys))) == columns[key], key


def test_no_word_is_written_that_is_not_promised_and_each_promised_one_is(tables):
    _, words = promised()
    written: dict[tuple[str, str], set[str]] = {}
    for file, each in tables.items():
        for table in each:
            for row in table.rows:
                for key, cell in zip(table.keys, row, strict=True):
                    if isinstance(cell, Word) and key not in {"loan", "product"}:
                        written.setdefault((file, key), set()).add(_numberless(cell.key))
    assert written.keys() == words.keys()
    for place, said in written.items():
        assert said <= set(words[place]), place
    never = {place: set(said) - written[place] for place, said in words.items() if set(said) - written[place]}
    assert never == {("budget", "band"): {"heavy", "no_income"}}  # these plans are not that poor


def test_a_loan_and_its_product_are_the_same_in_every_table_for_programs(tables):
    (listed,) = (table for table in tables["loans"] if len(table.rows) == 5)
    ids = {row[0]: row[2] for row in listed.rows}
    for file, place in (("overview", 0), ("all-loans", 1)):
        table = tables[file][0]
        assert {(row[place].key, row[place + 1].key) for row in table.rows} == set(ids.items())


def test_an_id_that_a_spreadsheet_would_make_a_number_of_is_guarded_alike_in_every_table(rules):
    plan = small_plan({**PHONE, "id": "12e456789012"}, budget={})
    found = next(output for output in outputs(plan, rules, TODAY) if output.key == "overview").table()
    assert found.rows[0][0].key == loans_table(plan, rules, raw=True).rows[0][0] == "'12e456789012"


def test_no_two_columns_of_one_table_are_alike(tables):
    for table in (table for each in tables.values() for table in each):
        assert len(set(table.keys)) == len(table.keys)
