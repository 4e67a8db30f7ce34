"""The plan: a value that holds all that a user entered. Everything on screen is worked out from it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Final, Literal, Self

from pydantic import Field, JsonValue, StringConstraints, model_validator

from jiebei_desktop.engine import (
    Arrears,
    Event,
    Payment,
    Restructure,
    Schedule,
    Terms,
    Waiver,
    checked_terms,
    due_before_start,
    first_due_by,
    rated_schedule,
)
from jiebei_desktop.engine.books import Missed
from jiebei_desktop.engine.ledger import kept_schedule
from jiebei_desktop.money import ZERO
from jiebei_desktop.planning.budget.household import Budget
from jiebei_desktop.planning.offers import MOST_NAME, Comparison, Document, Offer, OfferOption, Scenario
from jiebei_desktop.planning.stress.settings import Stress
from jiebei_desktop.products import ProductRule, RuleBook
from jiebei_desktop.products.conditions import Coupon, CouponOf, DueDayOfMonth, EarlyRule, OverdueRule
from jiebei_desktop.text import translate
from jiebei_desktop.values import Day, Many, Method, Money, Periods, Principal, ProblemError, Rate, RatePer

FORMAT: Final = "jiehua-plan"
SCHEMA_VERSION: Final = 3
"""Raised by one with each change that an older program would misread; `files.migrations` has a step for each."""
MOST_SNAPSHOTS: Final = 100


NO_PENALTY: Final = OverdueRule(penalty_rate=ZERO)
"""Stands in where nobody knows what being late costs, to tell what is late."""


class Loan(Offer):
    """A loan of the user's.

    Attributes:
        due_day: the day of the month on which everything falls due, where the app shows one.
        events: what happened or is planned on the way.
        billed_instalment: what the lender's app prints as the instalment, if the user wants it checked.
        unpaid_from: the first instalment that was not paid on its day; from it on only recorded payments count. None
            where everything was paid on its day, or has been since the last of `missed`.
        missed: the first and the last instalment of each earlier time in which only recorded payments count: of being
            late, ended by money or a new plan, or confirmed by a statement.
        overdue: what being late costs, where it is not what the product's rule says.
    """

    id: Annotated[str, Field(min_length=1)]
    name: str
    principal: Principal
    start_date: Day
    due_day: DueDayOfMonth | None = None
    first_due_date: Day | None = None
    events: Many[Event] = ()
    billed_instalment: Money | None = None
    unpaid_from: Periods | None = None
    missed: Many[tuple[Periods, Periods]] = ()
    overdue: OverdueRule | None = None

    @model_validator(mode="after")
    def _due_after_start(self) -> Self:
        if self.first_due_date is not None and self.first_due_date < self.start_date:
            raise ProblemError("first_due_date", due_before_start(self.first_due_date, self.start_date))
        return self


class CustomProduct(Document):
    """A product of the user's own: a card, another lender, a friend.

    Attributes:
        rate: the share charged per `rate_per`, of a product that charges interest.
        fee_rate: the whole fee as a share of the principal, of one with `Method.FLAT_FEE`.
        penalty_rate: what a day late costs, as a share of what is overdue.
    """

    id: Annotated[str, Field(pattern=r"^own_[a-z0-9]+$")]
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
    method: Method = Method.EQUAL_PAYMENT
    periods: Periods = 12
    rate: Rate | None = None
    rate_per: RatePer = RatePer.YEAR
    fee_rate: Rate | None = None
    penalty_rate: Rate | None = None


class RuleChange(Document):
    """A figure of a product's rule that the user says otherwise.

    Attributes:
        rule: the id of a product, or `products.own.BILL` or `LINES`.
        since: the day from which the changed version of a product's rule is in force; None where there is one only.
        path: the figure's dotted path. One that this program does not know is kept and changes nothing.
        value: as a rule file would have it; decimals are texts.
        made: the day on which the user said it.
    """

    rule: Annotated[str, Field(min_length=1, max_length=100)]
    since: Day | None = None
    path: Annotated[str, Field(min_length=1, max_length=100)]
    value: JsonValue
    made: Day

    @property
    def key(self) -> tuple[str, date | None, str]:
        """Return what tells it from other changes."""
        return self.rule, self.since, self.path


class PrimeRateChange(Document):
    """A one-year loan prime rate that the user says, as a share, from the day `since` on; said on the day `made`."""

    since: Day
    value: Rate
    made: Day


class Relief(Document):
    """What a user who is late could do, as a what-if, and what a letter to the lender says.

    Attributes:
        wait_days: how long doing nothing goes on.
        periods: of a negotiated plan (None for somewhat more than are left), as `rate` (None for the one in force),
            `first_due_date` and `arrears`.
        defer_months: by how much everything is put off.
        waiver_share: the share of the penalty that the lender lets off when all is paid at once.
        income: what comes in each month, in yuan.
        spending: what living takes each month, in yuan.
        reason: why the user is late, in their own words.
        signature: who signs.
        contact: how the lender can reach them.
    """

    wait_days: Annotated[int, Field(strict=True, ge=1, le=365)] = 90
    periods: Periods | None = None
    rate: Rate | None = None
    rate_per: RatePer = RatePer.YEAR
    first_due_date: Day | None = None
    arrears: Arrears = Arrears.CAPITALISE
    defer_months: Annotated[int, Field(strict=True, ge=1, le=12)] = 1
    waiver_share: Rate = Decimal("0.5")
    income: Money | None = None
    spending: Money | None = None
    reason: Annotated[str, Field(max_length=2000)] = ""
    signature: Annotated[str, Field(max_length=100)] = ""
    contact: Annotated[str, Field(max_length=100)] = ""


class Snapshot(Document):
    """A state of the plan that the user kept by name.

    Attributes:
        made: the day on which it was kept.
        content: the plan as its file had it then, without snapshots of its own; it is read and checked like a file.
    """

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MOST_NAME)]
    made: Day
    content: dict[str, Any]


class Plan(Document):
    """All that the user entered."""

    format: Literal["jiehua-plan"] = FORMAT
    schema_version: Literal[3] = SCHEMA_VERSION
    name: str
    products: Many[CustomProduct] = ()
    rule_changes: Many[RuleChange] = ()
    prime_rates: Many[PrimeRateChange] = ()
    loans: Many[Loan] = ()
    comparison: Comparison
    scenarios: Many[Scenario] = ()
    relief: Relief = Relief()
    budget: Budget = Budget()
    stress: Stress = Stress()
    snapshots: Annotated[Many[Snapshot], Field(max_length=MOST_SNAPSHOTS)] = ()

    @model_validator(mode="after")
    def _products_differ(self) -> Self:
        names = [product.id for product in self.products]
        if len(set(names)) < len(names):
            raise ProblemError("products", translate("Plan", "有两个产品的代号一样"))
        return self

    @model_validator(mode="after")
    def _changes_differ(self) -> Self:
        if len({change.key for change in self.rule_changes}) < len(self.rule_changes):
            raise ProblemError("rule_changes", translate("Plan", "同一项规则改了两次"))
        if len({rate.since for rate in self.prime_rates}) < len(self.prime_rates):
            raise ProblemError("prime_rates", translate("Plan", "同一天有两个 LPR"))
        return self

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


def says_rules(plan: Plan) -> tuple[tuple[Document, ...], ...]:
    """Return the parts of a plan that the rules in force for it follow from."""
    return plan.products, plan.rule_changes, plan.prime_rates


def rule_for(loan: Loan, rules: RuleBook) -> ProductRule | None:
    """Return the version of a product's rule that a loan keeps, if there is one."""
    return rules.rule(loan.product, loan.start_date) if loan.product in rules.rules else None


def loan_schedule(loan: Loan, rules: RuleBook) -> Schedule:
    """Return a loan's schedule, its rates found.

    Raises:
        ProblemError: the terms, an event or the rates can't be; with the field.
    """
    terms = loan_terms(loan, rules)
    if has_books(loan):
        return kept_schedule(terms, loan.events, overdue_rule(loan, rules) or NO_PENALTY, missed_of(loan))
    return rated_schedule(terms, loan.events)


def has_books(loan: Loan) -> bool:
    """Tell whether what was really paid is known of a loan, or a new plan agreed."""
    return has_missed(loan) or any(isinstance(event, Payment | Waiver | Restructure) for event in loan.events)


def has_missed(loan: Loan) -> bool:
    """Tell whether something of a loan is known not to have been paid on its day."""
    return loan.unpaid_from is not None or bool(loan.missed)


def missed_of(loan: Loan) -> Missed:
    """Return which of a loan's instalments only recorded payments pay."""
    return Missed(loan.unpaid_from, earlier=loan.missed)


def overdue_rule(loan: Loan, rules: RuleBook) -> OverdueRule | None:
    """Return what being late costs: by the loan's own rule, else its product's; None where nobody knows."""
    if loan.overdue is not None:
        return loan.overdue
    rule = rule_for(loan, rules)
    return rule.overdue.value if rule and rule.overdue else None


def loan_terms(loan: Loan, rules: RuleBook) -> Terms:
    """Return a loan's terms under its product's conventions on the day on which it began.

    Raises:
        ProblemError: the product has no rule, or the price of the loan was left out.
    """
    return offer_terms(loan, loan.principal, loan.start_date, rules)


def option_schedule(comparison: Comparison, option: OfferOption, rules: RuleBook) -> Schedule:
    """Return the schedule of an option for the comparison's amount and day; raises like `loan_schedule`."""
    return rated_schedule(option_terms(comparison, option, rules))


def option_terms(comparison: Comparison, option: OfferOption, rules: RuleBook) -> Terms:
    """Return the terms of an option for the comparison's amount, on its own day or that; raises as `loan_terms`."""
    return offer_terms(option, comparison.amount, option.start_date or comparison.start_date, rules)


def offer_terms(offer: Offer, principal: Decimal, start: date, rules: RuleBook) -> Terms:
    """Return the terms of an offer for an amount and a day; raises like `loan_terms`."""
    rule = rules.rule(offer.product, start)
    if (offer.method is Method.FLAT_FEE) != (rule.fee is not None):  # a product of one's own that has changed since
        text = translate("Plan", "{name}不能用这种还法，请换一种")
        raise ProblemError("method", text.format(name=rule.name))
    _price_said(offer, rule)
    first_due = offer.first_due_date if isinstance(offer, Loan) else None
    due_day = offer.due_day if isinstance(offer, Loan | OfferOption) else None
    if first_due is None and rule.due_day is not None:
        first_due = first_due_by(rule.due_day.value, start, due_day)
    return checked_terms(
        {
            "product": offer.product,
            "principal": principal,
            "start_date": start,
            "periods": offer.periods,
            "first_due_date": first_due,
            "method": offer.method,
            "rate": offer.rate or ZERO,
            "rate_per": offer.rate_per,
            "fee_rate": offer.fee_rate or ZERO,
            "day_count": rule.day_count.value,
            "rounding": rule.rounding.value,
            "coupons": _coupons(offer),
            "early": rule.early.value if rule.early else EarlyRule(),
        }
    )


def _coupons(offer: Offer) -> tuple[Coupon, ...]:
    if not offer.coupon_off:
        return ()
    of = CouponOf.FEE if offer.method is Method.FLAT_FEE else CouponOf.INTEREST
    return (Coupon(of=of, share=offer.coupon_off, periods=offer.coupon_periods),)


def _price_said(offer: Offer, rule: ProductRule) -> None:
    if rule.fee is not None and offer.fee_rate is None:
        text = translate("Plan", "{name} {periods} 期的费率没有公布，请照自己 App 里的填")
        raise ProblemError("fee_rate", text.format(name=rule.name, periods=offer.periods))
    if rule.rate is not None and offer.rate is None:
        raise ProblemError("rate", translate("Plan", "还没填利率"))
