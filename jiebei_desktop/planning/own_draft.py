"""A figure that its user is about to change: the fields of its form, and the plan as it would be with their texts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from pydantic import JsonValue

from jiebei_desktop.calendar import typed_date
from jiebei_desktop.money import ZERO, percent_exact
from jiebei_desktop.planning.document import Plan, PrimeRateChange, RuleChange
from jiebei_desktop.planning.entry import whole_number
from jiebei_desktop.planning.own_changes import (
    AnyRule,
    Place,
    changes_at,
    rule_at,
    shipped_at,
    with_change,
    with_rate,
    without_change,
    without_rate,
)
from jiebei_desktop.planning.own_rule_form import Kind, Part, field_of, parts_of, value_of
from jiebei_desktop.planning.own_rules import own_figures
from jiebei_desktop.planning.rule_words import LPR
from jiebei_desktop.products import Figure, ProductRule, RuleBook, figures
from jiebei_desktop.products.own import FEES, LINES, fee_periods, is_own
from jiebei_desktop.products.regulation import PrimeRate, Regulation
from jiebei_desktop.text import translate
from jiebei_desktop.values import MAX_PERIODS, ProblemError

NEW_RATE: Final = LPR
"""The path of a prime rate of a day that is still to be said."""
NEW_FEE: Final = FEES
"""The path of the fee for a number of instalments that is still to be said."""
_SINCE: Final = "since"
_RATE: Final = "value"
_PERIODS: Final = "periods"


class Draft:
    """One figure of a plan's rules, looked at for being changed.

    Args:
        plan: as it is.
        shipped: the products that ship.
        rules: in force for the plan.
        place: the figure's rule.
        path: where the figure stands in it; of a prime rate `LPR` and its day, `NEW_RATE` where it has none yet, and
            `NEW_FEE` as well.
        today: the day on which the user says something.
    """

    def __init__(self, plan: Plan, shipped: RuleBook, rules: RuleBook, place: Place, path: str, today: date) -> None:
        self._plan, self._shipped, self._today = plan, shipped, today
        self.place, self.path = place, path
        self._rule, self._now = shipped_at(shipped, place), rule_at(rules, place)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return the fields with the value in force in them; none where it can be nothing else."""
        if self._is_rate:
            rate = self._rate(self._now)
            since = str(rate.since if rate else self._day or self._today)
            value = percent_exact(rate.value) if rate else ""
            unit = translate("OwnRules", "%，一年期")
            day = Part(_SINCE, translate("OwnRules", "哪天起"), since, Kind.DATE)
            return day, Part(_RATE, translate("OwnRules", "LPR"), value, unit=unit)
        if self.path == NEW_FEE:
            count = Part(_PERIODS, translate("OwnRules", "分几期"), "", unit=translate("Fields", "期"))
            return count, Part(_RATE, translate("OwnRules", "总费率"), "", unit=translate("Fields", "% 本金"))
        now = self._figure(self._now)
        return parts_of(self.path, now.value) if now else ()

    @property
    def own(self) -> bool:
        """Tell whether the value in force is the user's."""
        figure = self._rate(self._now) if self._is_rate else self._figure(self._now)
        return figure is not None and is_own(figure)

    @property
    def ships(self) -> bool:
        """Tell whether there is a value to go back to."""
        return (self._rate(self._rule) if self._is_rate else self._figure(self._rule)) is not None

    def tried(self, texts: Mapping[str, str]) -> Plan:
        """Return the plan with the figure changed to what was typed; the same plan where that is what it is.

        What is typed as it ships is no change, but takes one back.

        Raises:
            ProblemError: a text can't be taken; the field is its key.
        """
        if self._is_rate:
            return self._tried_rate(texts)
        if self.path == NEW_FEE:
            return self._tried_fee(texts)
        figure, now = self._figure(self._rule), self._figure(self._now)
        if now is None:
            raise ProblemError("", translate("OwnRules", "规则里没有这一项"))
        plan = self._with(self._plan, self.path, value_of(self.path, now.value, texts))
        book = self._shipped.with_own(own_figures(plan.rule_changes))
        then = self._figure(rule_at(book, self.place))
        if then is None or then.value == now.value:
            return self._plan
        return self.reset() if figure is not None and then.value == figure.value else plan

    def reset(self) -> Plan:
        """Return the plan with the figure as it ships; one that is the user's only is gone.

        With a fee of theirs its number of instalments goes from those that are offered.

        Raises:
            ProblemError: with other changes it can't be that any more.
        """
        if self._is_rate:
            return without_rate(self._plan, self._day) if self._day else self._plan
        mine = [each for each in changes_at(self._plan, self.place) if each.path == self.path]
        if not mine:
            return self._plan
        plan = without_change(self._plan, self._shipped, mine[0])
        return plan if self.ships else self._offering(plan, fee_periods(self.path), offered=False)

    def _tried_fee(self, texts: Mapping[str, str]) -> Plan:
        """Return the plan with a fee for one more number of instalments, and with that among those that are offered."""
        try:
            count = whole_number(texts[_PERIODS])
        except ValueError as error:
            raise ProblemError(_PERIODS, str(error)) from None
        if not 1 <= count <= MAX_PERIODS:
            raise ProblemError(_PERIODS, translate("OwnRules", "要在 1 到 {most} 之间").format(most=MAX_PERIODS))
        path = f"{FEES}{count}"
        if self._now is not None and path in dict(figures(self._now)):
            raise ProblemError(_PERIODS, translate("OwnRules", "这个期数已经有费率了，改那一行就行"))
        return self._offering(self._with(self._plan, path, value_of(path, ZERO, texts)), count, offered=True)

    def _offering(self, plan: Plan, count: int | None, *, offered: bool) -> Plan:
        """Return the plan with a number of instalments among those that the rule offers, or without it."""
        now = rule_at(self._shipped.with_own(own_figures(plan.rule_changes)), self.place)
        if not isinstance(now, ProductRule) or not isinstance(self._rule, ProductRule) or count is None:
            return plan
        others = [each for each in now.periods.value if each != count]
        periods = sorted([*others, count] if offered else others)
        if not periods or periods == sorted(now.periods.value):
            return plan
        if periods == sorted(self._rule.periods.value):
            mine = [each for each in changes_at(plan, self.place) if each.path == _PERIODS]
            return without_change(plan, self._shipped, mine[0])
        return self._with(plan, _PERIODS, list(periods))

    def _with(self, plan: Plan, path: str, value: JsonValue) -> Plan:
        place = self.place
        change = RuleChange(rule=place.rule, since=place.since, path=path, value=value, made=self._today)
        try:
            return with_change(plan, self._shipped, change)
        except ProblemError as error:
            raise ProblemError(field_of(error.problem.field), error.problem.message) from None

    def _tried_rate(self, texts: Mapping[str, str]) -> Plan:
        try:
            since = typed_date(texts[_SINCE])
        except ValueError as error:
            raise ProblemError(_SINCE, str(error)) from None
        value = value_of("rate", ZERO, texts)
        if since != self._day and any(each.since == since for each in self._plan.prime_rates):
            raise ProblemError(_SINCE, translate("OwnRules", "这一天你已经填过一个"))
        change = PrimeRateChange.model_validate({"since": since, "value": value, "made": self._today})
        now, ships = (self._rate_on(since, lines) for lines in (self._now, self._rule))
        if since == self._day and now is not None and now.value == change.value:
            return self._plan
        if ships is not None and ships.value == change.value:
            return self.reset()
        instead = self._day if self._day and not self.ships else None
        return with_rate(self._plan, change, instead)

    @property
    def _is_rate(self) -> bool:
        return self.place.rule == LINES and self.path.startswith(LPR)

    @property
    def _day(self) -> date | None:
        """Return the day of the prime rate that is looked at; None while it has none."""
        text = self.path.removeprefix(LPR)
        return date.fromisoformat(text) if text else None

    def _rate(self, lines: AnyRule | None) -> PrimeRate | None:
        return self._rate_on(self._day, lines) if self._day else None

    def _rate_on(self, day: date, lines: AnyRule | None) -> PrimeRate | None:
        known = lines.lpr if isinstance(lines, Regulation) else ()
        return next((rate for rate in known if rate.since == day), None)

    def _figure(self, rule: AnyRule | None) -> Figure[object] | None:
        return dict(figures(rule)).get(self.path) if rule is not None else None


def first_differing(before: Plan, after: Plan) -> tuple[Place, str] | None:
    """Return the rule and the path of the first figure that two plans say differently; None where there is none."""
    was, now = before.rule_changes, after.rule_changes
    known = {each.key for each in was}
    changes = [*(each for each in now if each not in was), *(each for each in was if each not in now)]
    changes.sort(key=lambda each: each.key in known)  # what is said for the first time leads
    if changes:
        return Place(changes[0].rule, changes[0].since), changes[0].path
    old, new = before.prime_rates, after.prime_rates
    rates = [*(each for each in new if each not in old), *(each for each in old if each not in new)]
    return (Place(LINES), f"{LPR}{rates[0].since}") if rates else None
