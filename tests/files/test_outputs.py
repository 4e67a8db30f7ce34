"""All tables that a plan gives out: which there are, and the files of a small plan byte by byte."""

from pathlib import Path

import pytest

from jiebei_desktop import text
from jiebei_desktop.files.csv_out import CsvOptions, csv_bytes
from jiebei_desktop.files.outputs import outputs, problems
from jiebei_desktop.files.tables import Table
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.values import ProblemError
from tests.conftest import TODAY
from tests.files.small_plan import PHONE, small_plan

GOLDEN = Path(__file__).parent / "golden"
QUICK = (
    *("overview", "all-loans", "due-by-month", "schedule-1", "schedule-2", "ledger-1", "late", "ways-1"),
    *("comparison", "option-1", "option-2", "budget", "budget-carry"),
)
SLOW = ("payoff", "payoff-payments", "stress", "stress-remedies")
NO_BUDGET = {"budget": {}}


def keys(plan: Plan, rules) -> list[str]:
    return [output.key for output in outputs(plan, rules, TODAY)]


def golden(folder: str, key: str, content: bytes) -> None:
    """Compare with a file, written anew where it is missing, to be looked through."""
    path = GOLDEN / folder / f"{key}.csv"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        pytest.fail(f"{path} was missing; look through what was written")
    assert content == path.read_bytes()


def table(rules, key: str) -> Table:
    """Return a table of the small plan; of the one with a row for each day of a year its first weeks."""
    found = next(output for output in outputs(small_plan(), rules, TODAY) if output.key == key).table()
    return found._replace(rows=found.rows[:40])


@pytest.mark.parametrize("key", QUICK + SLOW)
def test_the_file_for_people(rules, key):
    golden("plan", key, csv_bytes(table(rules, key)))


@pytest.mark.parametrize("key", QUICK + SLOW)
def test_the_file_for_programs(rules, key):
    golden("plan_keys", key, csv_bytes(table(rules, key), CsvOptions(mark=False, keys=True, why=False)))


def test_what_a_plan_gives_out_and_what_of_it_takes_long(rules):
    found = outputs(small_plan(), rules, TODAY)
    assert tuple(output.key for output in found) == QUICK + SLOW
    assert tuple(output.key for output in found if output.slow) == SLOW
    assert [output.title for output in found][:4] == [
        "借款概览",
        "全部借款，按还款日",
        "每个月到期的",
        "=装修：还款表",
    ]


def test_every_column_has_a_key_and_no_two_are_alike(rules):
    for output in outputs(small_plan(), rules, TODAY):
        found = output.table()
        assert len(found.keys) == len(set(found.keys)) == len(found.header), output.key
        assert {len(row) for row in found.rows} == {len(found.header)}, output.key
        assert all(key == key.lower() and key.isascii() for key in found.keys), output.key


def test_keys_do_not_follow_the_language(rules):
    before = {output.key: output.table().keys for output in outputs(small_plan(), rules, TODAY)}
    text.use(text.ENGLISH)
    assert {output.key: output.table().keys for output in outputs(small_plan(), rules, TODAY)} == before


def test_an_empty_plan_gives_out_its_comparison_only(rules):
    plan = small_plan(**NO_BUDGET).model_copy(update={"loans": ()})
    assert keys(plan, rules) == ["comparison", "option-1", "option-2"]


def test_without_a_budget_there_are_no_tables_of_it(rules):
    assert keys(small_plan(**NO_BUDGET), rules) == list(QUICK[:11])


def test_an_amount_of_ones_own_is_enough_to_look_for_the_best_way(rules):
    assert "payoff" in keys(small_plan(budget={"monthly": "2000"}), rules)


def test_of_a_loan_that_is_paid_off_there_is_nothing_to_be_late_with(rules):
    found = keys(small_plan({**PHONE, "start_date": "2026-01-20"}), rules)
    assert "schedule-1" in found
    assert "late" not in found


def test_a_loan_without_books_has_no_ledger(rules):
    found = keys(small_plan(PHONE), rules)
    assert "schedule-1" in found
    assert "ledger-1" not in found
    assert "ways-1" not in found  # it is not late


def test_a_loan_that_can_t_be_worked_out_is_left_out_and_named(rules):
    broken = {**PHONE, "id": "broken", "name": "没填", "fee_rate": None, "periods": 5}
    plan = small_plan(broken, PHONE)
    found = keys(plan, rules)
    assert "schedule-1" not in found
    assert "schedule-2" in found
    (problem,) = problems(plan, rules, TODAY)
    assert problem.field == "loans.0"
    assert problem.message.startswith("没填：")
    assert problems(small_plan(), rules, TODAY) == []


def test_an_option_that_can_t_be_worked_out_has_no_table_of_its_own(rules):
    options = [
        {"kind": "offer", "product": "huabei_instalment", "periods": 5, "method": "flat_fee"},
        {"kind": "offer", "product": "huabei_instalment", "periods": 3, "method": "flat_fee", "fee_rate": "0.025"},
    ]
    comparison = {"amount": "3000", "start_date": "2026-08-25", "options": options}
    found = keys(small_plan(comparison=comparison), rules)
    assert "option-1" not in found
    assert "option-2" in found


def test_the_futures_can_be_stopped(rules):
    shares = []

    def stop(share: float) -> bool:
        shares.append(share)
        return False

    for output in outputs(small_plan(), rules, TODAY, stop):
        if output.key.startswith("stress"):
            with pytest.raises(ProblemError, match="停下了"):
                output.table()
    assert shares
    assert all(0 < share < 1 for share in shares)


def test_stopping_after_the_futures_leaves_them_but_not_the_remedies(rules):
    found = {output.key: output for output in outputs(small_plan(), rules, TODAY, lambda share: share <= 0.15)}
    assert len(found["stress"].table().rows) == 25
    with pytest.raises(ProblemError, match="停下了"):
        found["stress-remedies"].table()


def test_a_search_that_is_stopped_gives_the_best_so_far(rules):
    found = {output.key: output for output in outputs(small_plan(), rules, TODAY, lambda _: False)}
    assert len(found["payoff"].table().rows) == 5
