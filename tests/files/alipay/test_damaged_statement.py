"""Statements that are damaged by the hundred: each is read or says why not, and what is read is never made up."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jiebei_desktop.files.alipay import StatementError
from jiebei_desktop.planning.statement.movements import Statement
from tests.files.alipay.making import NEWER, NEWEST, OLDER, bought, read, repaid, row, text_of

ROWS = (
    repaid(order="2026071029020999060000001"),
    bought(order="2026070923001400000000002", goods='"豆浆,\n""热""的"'),
    row(
        category="退款", goods="退款-豆浆", direction="不计收支", status="退款成功", order="2026070923001400000000002_1"
    ),
    row(category="信用借还", party="借呗", goods="借呗放款", direction="不计收支", status="放款成功", order="3"),
)
LONGEST = 200
"""Letters of a message."""


def outcome(folder, content: bytes) -> Statement | str:
    try:
        return read(folder, content)
    except StatementError as error:
        said = str(error)
    assert said.startswith("账单.csv 读不了：")
    assert len(said) < LONGEST
    return said


@pytest.mark.parametrize("form", [NEWER, NEWEST, OLDER])
@pytest.mark.parametrize("coding", ["gb18030", "utf-8", "utf-16"])
def test_a_statement_that_is_cut_off_anywhere_has_no_row_that_was_not_there(tmp_path, form, coding):
    content = text_of(ROWS, form).encode(coding)
    whole = read(tmp_path, content)
    assert len(whole.movements) >= 2
    read_anyway = 0
    for end in range(len(content)):
        found = outcome(tmp_path, content[:end])
        if isinstance(found, Statement):
            read_anyway += 1
            assert found.movements == whole.movements[: len(found.movements)]
            # All but the last rows: what is missing shows in their count.
            assert len(found.movements) + found.skipped == 4 or "只找到" in found.remarks[0]
    assert 0 < read_anyway < len(content) / 4


@pytest.mark.parametrize("coding", ["gb18030", "utf-8", "utf-16"])
def test_a_statement_with_turned_bits_is_read_or_says_why_not(tmp_path, coding):
    content = text_of(ROWS).encode(coding)
    refused = 0
    for number in range(600):
        chance = Random(f"{coding} {number}")  # noqa: S311 - no secret
        damaged = bytearray(content)
        for _ in range(chance.choice((1, 1, 2, 10))):
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        refused += isinstance(outcome(tmp_path, bytes(damaged)), str)
    assert 0 < refused < 600


def test_a_statement_with_a_block_lost_doubled_or_zeroed_is_read_or_says_why_not(tmp_path):
    content = text_of(ROWS).encode("gb18030")
    for number in range(300):
        chance = Random(number)  # noqa: S311 - no secret
        start = chance.randrange(len(content))
        end = start + chance.choice((1, 8, 64, 512))
        outcome(tmp_path, content[:start] + content[end:])
        outcome(tmp_path, content[:end] + content[start:])
        zeroed = content[:start] + bytes(len(content[start:end])) + content[end:]
        assert isinstance(outcome(tmp_path, zeroed), str)


@given(table=st.text(st.sampled_from('",\r\n\t\0 交易时间收/支金额¥0123456789-:花呗还款\ufeff\u3000'), max_size=300))
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_anything_below_a_header_is_read_or_says_why_not(tmp_path, table):
    outcome(tmp_path, (text_of([repaid()]) + table).encode("gb18030"))


@given(content=st.binary(max_size=400))
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_read_or_say_why_not(tmp_path, content):
    outcome(tmp_path, content)
    outcome(tmp_path, text_of(ROWS).encode("gb18030") + content)
    outcome(tmp_path, b"PK\x03\x04" + content)


def test_quotes_without_end_take_no_more_than_their_rows(tmp_path):
    found = read(tmp_path, text_of([bought(goods='"豆浆', amount="1")] * 3_000))
    assert len(found.movements) == 3_000
    assert isinstance(outcome(tmp_path, (text_of([repaid()]) + '"\n' * 20_000).encode()), Statement)


def test_more_lines_than_any_statement_has_are_refused(tmp_path):
    content = text_of([repaid()]).encode() + b"\n" * 2_100_000
    assert outcome(tmp_path, content) == "账单.csv 读不了：文件太大，不会是支付宝的账单"
