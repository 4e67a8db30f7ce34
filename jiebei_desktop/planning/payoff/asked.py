"""A question about simple debts as the command line asks it, read and answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, NamedTuple, Self

from pydantic import Field, StringConstraints, TypeAdapter, ValidationError, model_validator

from jiebei_desktop.planning.payoff.simple import (
    MOST_MONTHS,
    SimpleDebt,
    SimplePlan,
    avalanche_order,
    follow,
    snowball_order,
)
from jiebei_desktop.text import translate
from jiebei_desktop.values import Frozen, Money, ProblemError, Rate, RatePer, checked, problems_of

_MOST_DEBTS = 100
_MONEY: TypeAdapter[Decimal] = TypeAdapter(Money)


class Strategy(StrEnum):
    """Which debt the money beyond the minimums goes to."""

    SNOWBALL = "snowball"
    AVALANCHE = "avalanche"
    OPTIMAL = "optimal"
    CUSTOM = "custom"


class AskedDebt(Frozen):
    """A debt as it is asked about."""

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
    balance: Money
    rate: Rate
    rate_per: RatePer
    minimum: Money

    def simple(self) -> SimpleDebt:
        """Return it as the months see it."""
        return SimpleDebt(self.name, self.balance, self.rate, self.rate_per, self.minimum)


class Asked(Frozen):
    """Debts, a budget and a strategy.

    Attributes:
        budget: by month; the last amount goes on.
        order: names, with `Strategy.CUSTOM` only.
    """

    debts: Annotated[tuple[AskedDebt, ...], Field(min_length=1, max_length=_MOST_DEBTS)]
    budget: tuple[Decimal, ...]
    strategy: Strategy
    order: tuple[str, ...] | None = None

    @model_validator(mode="after")
    def _names_differ(self) -> Self:
        seen: set[str] = set()
        for place, debt in enumerate(self.debts):
            if debt.name in seen:
                text = translate("Payoff", "有两笔都叫“{name}”").format(name=debt.name)
                raise ProblemError(f"debts.{place}.name", text)
            seen.add(debt.name)
        return self

    @model_validator(mode="after")
    def _order_fits(self) -> Self:
        if self.strategy is not Strategy.CUSTOM:
            if self.order is not None:
                raise ProblemError("order", translate("Payoff", "只有 custom 才写 order"))
        elif self.order is None or sorted(self.order) != sorted(debt.name for debt in self.debts):
            raise ProblemError("order", translate("Payoff", "要把每笔的 name 各写一次"))
        return self


class Answer(NamedTuple):
    """A plan, and for the optimum what is proven of it."""

    plan: SimplePlan
    bound: Decimal | None = None
    gap: Decimal | None = None


def read_asked(data: Mapping[str, Any]) -> Asked:
    """Read a question.

    Raises:
        ProblemError: the first thing that is wrong, with its field: `debts.0.rate`.
    """
    given = {name: value for name, value in data.items() if value is not None}
    if "budget" in given:
        given["budget"] = _budget(given["budget"])
    return checked(Asked, given)


def answer(asked: Asked) -> Answer:
    """Return the plan of a strategy.

    Raises:
        ProblemError: the budget never clears the debts.
    """
    debts = [debt.simple() for debt in asked.debts]
    if asked.strategy is Strategy.OPTIMAL:
        from jiebei_desktop.planning.payoff.simple_best import simple_best  # noqa: PLC0415 - most don't ask for it

        return Answer(*simple_best(debts, asked.budget))
    if asked.strategy is Strategy.SNOWBALL:
        order: Sequence[int] = snowball_order(debts)
    elif asked.strategy is Strategy.AVALANCHE:
        order = avalanche_order(debts)
    else:
        names = [debt.name for debt in debts]
        order = [names.index(name) for name in asked.order or ()]
    return Answer(follow(debts, asked.budget, order))


def _budget(value: object) -> tuple[Decimal, ...]:
    if not isinstance(value, list | tuple):
        amount = _amount("budget", value)
        if not amount:
            raise ProblemError("budget", translate("Values", "要大于 {limit}").format(limit=0))
        return (amount,)
    if not 0 < len(value) <= MOST_MONTHS:
        text = translate("Payoff", "要是一个金额，或者 1 到 {most} 个月的金额").format(most=MOST_MONTHS)
        raise ProblemError("budget", text)
    amounts = tuple(_amount(f"budget.{place}", item) for place, item in enumerate(value))
    if not any(amounts):
        raise ProblemError("budget", translate("Values", "要大于 {limit}").format(limit=0))
    return amounts


def _amount(field: str, value: object) -> Decimal:
    try:
        return _MONEY.validate_python(value)
    except ValidationError as error:
        raise ProblemError(field, problems_of(error)[0].message) from None
