"""The plan: a value that holds all that a user entered. Everything on screen is worked out from it."""

from __future__ import annotations

from typing import Annotated, Final, Literal, Self

from pydantic import ConfigDict, Field, model_validator

from jiebei_desktop.engine import Terms, checked_terms, due_before_start
from jiebei_desktop.money import ZERO
from jiebei_desktop.products import ProductRule, RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.values import Day, Frozen, Method, Money, Periods, Principal, ProblemError, Rate, RatePer

FORMAT: Final = "jiehua-plan"
SCHEMA_VERSION: Final = 1


class Document(Frozen):
    """A part of the plan file; keys that this version does not know survive a round trip."""

    model_config = ConfigDict(frozen=True, extra="allow")


class Offer(Document):
    """What a product offers, without the amount and the day.

    Attributes:
        product: the id of the product rule.
        rate: the share charged per `rate_per`; None where a fee is charged.
        fee_rate: the whole fee as a share of the principal; None where interest is charged or nothing was entered.
    """

    product: str
    periods: Periods
    method: Method
    rate: Rate | None = None
    rate_per: RatePer = RatePer.DAY
    fee_rate: Rate | None = None


class Loan(Offer):
    """A loan of the user's.

    Attributes:
        billed_instalment: what the lender's app prints as the instalment, if the user wants it checked.
    """

    id: Annotated[str, Field(min_length=1)]
    name: str
    principal: Principal
    start_date: Day
    first_due_date: Day | None = None
    billed_instalment: Money | None = None

    @model_validator(mode="after")
    def _due_after_start(self) -> Self:
        if self.first_due_date is not None and self.first_due_date < self.start_date:
            raise ProblemError("first_due_date", due_before_start(self.first_due_date, self.start_date))
        return self


class Comparison(Document):
    """The same money on the same day by several offers."""

    amount: Principal
    start_date: Day
    options: Annotated[tuple[Offer, ...], Field(min_length=1)]


class Plan(Document):
    """All that the user entered."""

    format: Literal["jiehua-plan"] = FORMAT
    schema_version: Literal[1] = SCHEMA_VERSION
    name: str
    loans: tuple[Loan, ...] = ()
    comparison: Comparison

    def loan(self, loan_id: str) -> Loan | None:
        """Return the loan with this id, if it is there."""
        return next((loan for loan in self.loans if loan.id == loan_id), None)

    def with_loan(self, loan: Loan) -> Plan:
        """Return the plan with this loan in the place of the one with its id, or added at the end."""
        if self.loan(loan.id) is None:
            return self.model_copy(update={"loans": (*self.loans, loan)})
        return self.model_copy(update={"loans": tuple(loan if old.id == loan.id else old for old in self.loans)})

    def without_loan(self, loan_id: str) -> Plan:
        """Return the plan without the loan of this id."""
        return self.model_copy(update={"loans": tuple(loan for loan in self.loans if loan.id != loan_id)})


def loan_terms(loan: Loan, rules: RuleBook) -> Terms:
    """Return a loan's terms under its product's conventions.

    Raises:
        ProblemError: the product has no rule, or the price of the loan was left out.
    """
    return _terms(loan, loan, rules)


def option_terms(comparison: Comparison, option: Offer, rules: RuleBook) -> Terms:
    """Return the terms of an option for the comparison's amount and day; raises like `loan_terms`."""
    return _terms(option, comparison, rules)


def _terms(offer: Offer, money: Loan | Comparison, rules: RuleBook) -> Terms:
    rule = rules.rule(offer.product)
    _price_said(offer, rule)
    return checked_terms(
        {
            "product": offer.product,
            "principal": money.principal if isinstance(money, Loan) else money.amount,
            "start_date": money.start_date,
            "periods": offer.periods,
            "first_due_date": money.first_due_date if isinstance(money, Loan) else None,
            "method": offer.method,
            "rate": offer.rate or ZERO,
            "rate_per": offer.rate_per,
            "fee_rate": offer.fee_rate or ZERO,
            "day_count": rule.day_count.value,
            "rounding": rule.rounding.value,
        }
    )


def _price_said(offer: Offer, rule: ProductRule) -> None:
    if rule.fee is not None and offer.fee_rate is None:
        text = translate("Plan", "{name} {periods} 期的费率没有公布，请照自己 App 里的填")
        raise ProblemError("fee_rate", text.format(name=rule.name, periods=offer.periods))
    if rule.rate is not None and offer.rate is None:
        raise ProblemError("rate", translate("Plan", "还没填利率"))
