from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

import pytest
from pydantic import Field, ValidationError, model_validator

from jiebei_desktop.money import RoundingMode
from jiebei_desktop.values import (
    Day,
    Exact,
    Frozen,
    Method,
    Money,
    Periods,
    Principal,
    ProblemError,
    Rate,
    Rounding,
    problems_of,
)


class Inner(Frozen):
    rate: Rate

    @model_validator(mode="after")
    def _odd(self):
        if self.rate == Decimal("0.5"):
            raise ProblemError("rate", "一半不行")
        return self


class Sample(Frozen):
    """One field of every kind."""

    money: Money = Decimal(0)
    principal: Principal = Decimal(1)
    rate: Rate = Decimal(0)
    number: Exact = Decimal(0)
    day: Day = date(2026, 1, 1)
    periods: Periods = 1
    method: Method = Method.FLAT_FEE
    rounding: Rounding = Rounding()
    inner: Inner | None = None
    days: tuple[Day, ...] = ()
    some: Annotated[tuple[str, ...], Field(min_length=1)] = ("a",)
    text: str = ""
    flag: Annotated[bool, Field(strict=True)] = False
    version: Literal[1] = 1


def only_problem(data):
    with pytest.raises(ValidationError) as caught:
        Sample.model_validate(data)
    (problem,) = problems_of(caught.value)
    return problem


@pytest.mark.parametrize(
    ("data", "field", "part"),
    [
        ({"money": "-0.01"}, "money", "不能小于 0"),
        ({"money": "1000000000.01"}, "money", "不能大于 1000000000"),
        ({"money": "1.234"}, "money", "两位小数"),
        ({"money": "1.000000000000000000000000000001"}, "money", "两位小数"),
        ({"money": 1.5}, "money", "浮点数"),
        ({"money": None}, "money", "数字"),
        ({"principal": "0"}, "principal", "不能小于 0.01"),
        ({"rate": "35"}, "rate", "不能大于 1"),
        ({"rate": "-0.0001"}, "rate", "不能小于 0"),
        ({"rate": 0.00035}, "rate", "0.00035"),
        ({"number": "1e5"}, "number", "十进制"),
        ({"day": "2026-02-31"}, "day", "2026-02-31"),
        ({"day": "24/11/2026"}, "day", "2026-11-24"),
        ({"periods": 0}, "periods", "不能小于 1"),
        ({"periods": 601}, "periods", "不能大于 600"),
        ({"periods": "5"}, "periods", "整数"),
        ({"periods": 5.0}, "periods", "整数"),
        ({"periods": True}, "periods", "整数"),
        ({"method": "balloon"}, "method", "balloon"),
        ({"method": "balloon"}, "method", "equal_payment"),
        ({"version": 2}, "version", "2"),
        ({"rounding": {"mode": "nearest"}}, "rounding.mode", "half_even"),
        ({"rounding": {"step": "0"}}, "rounding.step", "0"),
        ({"rounding": {"step": 0.01}}, "rounding.step", "浮点数"),
        ({"rounding": {"instalment_step": "-1"}}, "rounding.instalment_step", "0"),
        ({"rounding": "half_up"}, "rounding", "half_up"),
        ({"inner": {}}, "inner.rate", "必须填写"),
        ({"inner": {"rate": "0", "per": "day"}}, "inner.per", "不认识"),
        ({"inner": {"rate": "0.5"}}, "inner.rate", "一半不行"),
        ({"days": ["2026-01-01", "2026-04-31"]}, "days.1", "2026-04-31"),
        ({"some": []}, "some", "至少"),
        ({"text": 5}, "text", "文字"),
        ({"flag": "yes"}, "flag", "true"),
        ({"colour": "red"}, "colour", "不认识"),
    ],
)
def test_a_problem_names_its_field_and_says_what_is_wrong(data, field, part):
    problem = only_problem(data)
    assert problem.field == field
    assert part in problem.message


def test_a_limit_that_is_itself_forbidden_is_not_called_a_least_value():
    assert "不能小于 0" not in only_problem({"rounding": {"step": "0"}}).message


def test_a_long_wrong_value_is_cut_in_the_message():
    assert len(only_problem({"method": "x" * 5000}).message) < 200


def test_every_field_is_reported_once_with_its_first_problem():
    with pytest.raises(ValidationError) as caught:
        Sample.model_validate({"rate": "2", "day": "x", "periods": 0, "extra": 1})
    assert sorted(problem.field for problem in problems_of(caught.value)) == ["day", "extra", "periods", "rate"]


def test_a_problem_error_carries_field_and_message():
    error = ProblemError("principal", "太大")
    assert (error.problem.field, error.problem.message, str(error)) == ("principal", "太大", "太大")


@pytest.mark.parametrize(
    ("data", "value"),
    [
        ({"money": "0"}, "0"),
        ({"money": "1000000000"}, "1000000000"),
        ({"money": "12.30"}, "12.3"),
        ({"money": 5}, "5"),
        ({"principal": "0.01"}, "0.01"),
        ({"rate": "0"}, "0"),
        ({"rate": "1"}, "1"),
        ({"rate": "0.0000000001"}, "0.0000000001"),
        ({"number": "-3.14159"}, "-3.14159"),
    ],
)
def test_limits_belong_to_the_range(data, value):
    (field,) = data
    assert getattr(Sample.model_validate(data), field) == Decimal(value)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({"money": "12000"}, "12000.00"),
        ({"money": "0.5"}, "0.50"),
        ({"rate": "0.0000001"}, "0.0000001"),
        ({"rate": "0.00040"}, "0.0004"),
        ({"number": "100"}, "100"),
        ({"day": "2026-11-24"}, "2026-11-24"),
    ],
)
def test_values_are_written_to_files_as_plain_text(data, text):
    (field,) = data
    assert Sample.model_validate(data).model_dump(mode="json")[field] == text


def test_a_value_survives_a_file():
    sample = Sample.model_validate(
        {"money": "0.10", "rate": "0.00035", "day": "2024-02-29", "rounding": {"mode": "down", "instalment_step": "1"}}
    )
    assert Sample.model_validate_json(sample.model_dump_json()) == sample


def test_a_value_cannot_be_changed():
    sample = Sample()
    with pytest.raises(ValidationError):
        sample.periods = 2


def test_rounding_is_half_up_to_the_fen_where_nothing_is_said():
    assert Rounding() == Rounding(
        mode=RoundingMode.HALF_UP, step=Decimal("0.01"), instalment_mode=None, instalment_step=None
    )
