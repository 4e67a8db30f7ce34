"""A copy of a plan to show to others who should help: built the same, without the names and with other amounts.

Every amount that is the user's is multiplied by one factor, so that days, rates and shares tell the same story. An
amount that everybody's plan has until its user changes it stays: multiplied and divided by itself it would give the
factor away, and with it every other amount. So does the money of a comparison that is still the first one. What
somebody owes is always changed, also where it is a round sum that could be guessed. Of texts only those stay that are
known here as the program's own: in whatever field a later version has one, it does not get out.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Final, NamedTuple, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from jiebei_desktop.calendar import FIRST_DAY
from jiebei_desktop.money import ONE, round_to
from jiebei_desktop.planning.anonymous_fit import Ruled, fitted
from jiebei_desktop.planning.budget.household import Account, Entry, Trial
from jiebei_desktop.planning.document import CustomProduct, Loan, Plan, RuleChange
from jiebei_desktop.planning.entry import DEFAULT_AMOUNT
from jiebei_desktop.planning.figure_words import is_money
from jiebei_desktop.planning.offers import BillOption, Comparison, OfferOption, Scenario
from jiebei_desktop.planning.own_changes import idle_changes
from jiebei_desktop.planning.own_rules import rules_of
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.text import translate
from jiebei_desktop.values import checked

_MONEY_PLACES: Final = 2
_FACTORS: Final = (range(5_000, 9_001), range(11_000, 20_001))
"""In ten-thousandths; far enough from 1 that an amount is no longer what it was."""
_OWN: Final = "own_"
_REFERENCES: Final = {
    "product": _OWN,
    "account": "account",
    "to_account": "account",
    "entry": "entry",
    "earners": "entry",
    "order": "loan",
}
"""Fields that name something by its id, and how the new ids of such things begin."""
_LEFT_OUT: Final = frozenset({"snapshots", "rule_changes"})
_HARMLESS: Final = (Enum, bool, int, date, type(None))


def random_factor() -> Decimal:
    """Return a factor for `anonymised` that nobody can foresee: 0.5 to 0.9 or 1.1 to 2, to four places."""
    return Decimal(secrets.choice([*_FACTORS[0], *_FACTORS[1]])).scaleb(-4)


def anonymised(plan: Plan, factor: Decimal) -> Plan:
    """Return a copy of a plan without the user's texts, its amounts changed.

    Kept are dates, rates, shares, counts, choices, and how many there are of everything. Ids are new and still fit
    together; one that named nothing still names nothing. Earlier states, keys of other versions, and changes of rules
    that are not known here or are amounts are left out.

    Args:
        plan: stays as it is.
        factor: above 0, by which every amount is multiplied that is not one the program begins with; then it is
            rounded to the fen and kept within what its field allows. Nothing stays nothing. What came to exactly what
            was owed on a loan does so again, for which it can be some fen more or less.

    Raises:
        ProblemError: the plan itself holds what it may not.
    """
    copy = checked(type(plan), _Copy(factor, {}).model(plan, 1))
    copy = copy.model_copy(update={"rule_changes": _known_changes(plan)})
    old_rules, rules = (rules_of(each, shipped_rules(), FIRST_DAY) for each in (plan, copy))
    pairs = zip(copy.loans, plan.loans, strict=True)
    loans = tuple(fitted(Ruled(loan, rules), Ruled(old, old_rules)) for loan, old in pairs)
    return copy.model_copy(update={"loans": loans})


def _known_changes(plan: Plan) -> tuple[RuleChange, ...]:
    """Return the figures of shipped rules that the user changed, but amounts: all that they hold is known here."""
    idle = {change.key for change in idle_changes(plan, rules_of(plan, shipped_rules(), FIRST_DAY))}
    return tuple(
        RuleChange(**{name: getattr(change, name) for name in RuleChange.model_fields})
        for change in plan.rule_changes
        if change.key not in idle and not is_money(change.path)
    )


class Place(NamedTuple):
    """A field of a model."""

    model: type[BaseModel]
    name: str
    info: FieldInfo

    @property
    def parts(self) -> list[Any]:
        """Return what its annotation is made of."""
        return list(_parts(self.info.annotation, self.info.metadata))

    @property
    def money(self) -> bool:
        """Tell whether a number here is yuan; a rate or a share is not held to so many places."""
        return any(getattr(part, "decimal_places", None) == _MONEY_PLACES for part in self.parts)

    @property
    def ids(self) -> str | None:
        """Return how new ids of what it names begin; None where it holds no ids."""
        if self.name != "id":
            return _REFERENCES.get(self.name)
        return _OWN if issubclass(self.model, CustomProduct) else self.model.__name__.lower()

    @property
    def stand_in(self) -> str | None:
        """Return what a name here becomes, in the language in use; None for other texts, which become empty."""
        if self.name == "category":
            return translate("Anonymous", "类别 {number}")
        if self.name != "name":
            return None
        names: dict[type[BaseModel], str] = {
            Plan: translate("Anonymous", "匿名的计划"),
            CustomProduct: translate("Anonymous", "产品 {number}"),
            Loan: translate("Anonymous", "借款 {number}"),
            Account: translate("Anonymous", "账户 {number}"),
            Entry: translate("Anonymous", "收支 {number}"),
            OfferOption: translate("Anonymous", "选项 {number}"),
            BillOption: translate("Anonymous", "选项 {number}"),
            Scenario: translate("Anonymous", "方案 {number}"),
            BaseModel: translate("Anonymous", "名称 {number}"),
        }
        return next(text for model, text in names.items() if issubclass(self.model, model))

    def ours(self, text: str) -> bool:
        """Tell whether a text here is one of the program's own words."""
        way_of_paying = self.name == "huabei" and issubclass(self.model, Trial)  # `Trial` takes nothing else there
        shipped = self.name == "product" and text in shipped_rules().rules
        return way_of_paying or shipped or text in self.parts  # of a Literal


class _Copy(NamedTuple):
    """Copies one plan; texts that are the same before are the same after.

    Attributes:
        met: which texts of each kind were met, and as which.
    """

    factor: Decimal
    met: dict[str, dict[str, int]]

    def model(self, model: BaseModel, number: int) -> dict[str, object]:
        """Return what the fields of a model hold, without unknown keys; `number` is its place among its like."""
        begun = isinstance(model, Comparison) and model.amount == DEFAULT_AMOUNT
        copy = self._replace(factor=ONE) if begun else self
        places = (Place(type(model), name, info) for name, info in type(model).model_fields.items())
        return {place.name: copy.value(getattr(model, place.name), place, number) for place in places}

    def value(self, value: object, place: Place, number: int) -> object:
        """Return what stands in a place of the copy."""
        if isinstance(value, BaseModel):
            return self.model(value, number)
        if isinstance(value, tuple):
            kept = () if place.name in _LEFT_OUT else value
            return tuple(self.value(each, place, count) for count, each in enumerate(kept, 1))
        if isinstance(value, _HARMLESS):
            return value
        if isinstance(value, Decimal):
            return self._amount(value, place)
        if isinstance(value, str):
            return self._text(value, place, number)
        raise TypeError(f"{place.model.__name__}.{place.name}")  # rather than let through what nobody looked at

    def _amount(self, value: Decimal, place: Place) -> Decimal:
        if not value or not place.money or value == place.info.default:
            return value
        least = max(limit.ge for limit in place.parts if hasattr(limit, "ge"))
        most = min(limit.le for limit in place.parts if hasattr(limit, "le"))
        return round_to(Decimal(min(max(value * self.factor, least), most)))

    def _text(self, text: str, place: Place, number: int) -> str:
        if not text or place.ours(text):
            return text
        if place.ids is not None:
            return f"{place.ids}{self._number(place.ids, text)}"
        if not text.strip() or place.stand_in is None:
            return ""
        number = self._number(place.name, text) if place.name == "category" else number
        return place.stand_in.format(number=number)

    def _number(self, kind: str, text: str) -> int:
        """Return which of the texts of its kind this is, counted from 1 as they are met."""
        met = self.met.setdefault(kind, {})
        return met.setdefault(text, len(met) + 1)


def _parts(annotation: Any, metadata: Iterable[Any]) -> Iterator[Any]:  # noqa: ANN401 - as Python has it
    """Yield what an annotation is made of, however deep: types, words of literals, limits."""
    for found in metadata:
        yield from found.metadata if isinstance(found, FieldInfo) else (found,)
    arguments = get_args(annotation)
    if get_origin(annotation) is Annotated:
        yield from _parts(arguments[0], arguments[1:])
    elif arguments:
        for argument in arguments:
            yield from _parts(argument, ())
    else:
        yield annotation
