"""The ledger against a walk through every day in exact fractions, over random histories of late and odd payments."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from jiebei_desktop.engine import read_events, read_terms
from jiebei_desktop.engine.ledger import ledger
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.products.conditions import OverdueRule
from jiebei_desktop.values import ProblemError, checked
from tests.engine import day_by_day, oracle
from tests.engine.test_second_way import PATIENT, a_rate, any_terms

RULES = shipped_rules()
FIGURES = (
    *("as_of", "overdue_days", "overdue_periods", "overdue_principal", "overdue_interest", "overdue_fee"),
    *("penalty_on_principal", "penalty_on_interest", "penalty_total", "due_now", "settlement", "balance", "credit"),
    *("normal_principal", "normal_interest", "next_due_date", "closed"),
)
FEN = Fraction(1, 100)


# --- the two ways ----------------------------------------------------------------------------------------------------


def exact(value):
    return Fraction(value) if isinstance(value, Decimal) else value


def of_the_engine(terms, events, rule, as_of):
    """Return all figures and what each event moved; or the field of what is wrong."""
    try:
        found = ledger(
            read_terms(terms, RULES),
            read_events(events),
            None if rule is None else checked(OverdueRule, rule),
            date.fromisoformat(as_of),
        )
    except ProblemError as error:
        return error.problem.field
    entries = [
        (entry.date, entry.kind, *(exact(getattr(entry, name)) for name in day_by_day.PARTS)) for entry in found.entries
    ]
    return {name: exact(getattr(found, name)) for name in FIGURES}, entries


def of_the_days(terms, events, rule, as_of):
    try:
        found = day_by_day.standing(terms, events, rule, as_of)
    except oracle.RefusedError as error:
        return str(error)
    return {name: getattr(found, name) for name in FIGURES}, found.entries


# --- random histories ------------------------------------------------------------------------------------------------


@st.composite
def rules(draw, methods="flat_fee"):
    price = {"penalty_multiplier": draw(st.sampled_from(["1.5", "1", "1.3", "3", "0"]))}
    if methods == "flat_fee" or draw(st.booleans()):
        rate, per = draw(a_rate())
        price = {"penalty_rate": rate, "penalty_rate_per": per}
    return price | {
        "base": draw(st.sampled_from(["overdue_principal", "overdue_amount", "all_principal"])),
        "on_interest": draw(st.booleans()),
        "grace_days": draw(st.sampled_from([0, 0, 0, 1, 3, 10, 40])),
        "compounding": draw(st.sampled_from(["none", "monthly"])),
        "adds_to_interest": draw(st.booleans()),
        "order": draw(st.permutations(day_by_day.DEFAULT_ORDER)),
        "by_instalment": draw(st.booleans()),
        "surplus": draw(st.sampled_from(["hold", "hold", "shorten", "lower"])),
    }


WISHES = ["payment"] * 6 + ["waiver"] * 3 + ["prepayment"] * 2 + ["rate_change", "restructure", "restructure"]
SIZES = [
    *("due_now", "due_now", "penalty_total", "overdue_principal", "overdue_interest", "overdue_fee", "settlement"),
    *("so_far", "principal", "principal", "fen"),
]
PARTLY = [Fraction(1), Fraction(1), Fraction(1, 2), Fraction(1, 3), Fraction(1, 20), Fraction(9, 8)]
NEARLY = [0, 0, 0, 0, FEN, -FEN]


@st.composite
def wishes(draw, days, flat, kinds=WISHES):
    """Draw an event whose amount hangs on what is owed that day."""
    kind = draw(st.sampled_from(kinds))
    event = {"type": kind, "date": draw(days).isoformat()}
    match kind:
        case "rate_change":
            event["rate"], event["rate_per"] = draw(a_rate())
            if flat and draw(st.integers(0, 9)):
                event |= {"type": "payment", "wish": ("due_now", Fraction(1), 0)}
                del event["rate"], event["rate_per"]
        case "restructure":
            event["periods"] = draw(st.integers(1, 12))
            event["arrears"] = draw(st.sampled_from(["capitalise", "carry", "waive_penalty"]))
            event["same_method"] = draw(st.booleans())
            if draw(st.integers(0, 2)) == 0:
                event["rate"], event["rate_per"] = draw(a_rate())
                if draw(st.integers(0, 3)) == 0:
                    event["rate"], event["rate_per"] = "0.0004", None
            if draw(st.integers(0, 2)) == 0:
                first = date.fromisoformat(event["date"]) + timedelta(days=draw(st.integers(0, 60)))
                event["first_due_date"] = first.isoformat()
        case _:
            sizes = st.sampled_from(SIZES)
            if kind == "waiver":
                event["of"] = draw(st.sampled_from(["penalty", "interest", "fee"]))
                sizes = st.just(event["of"])
            if kind == "prepayment":
                event["effect"] = draw(st.sampled_from(["shorten", "lower"]))
            event["wish"] = (draw(sizes), draw(st.sampled_from(PARTLY)), draw(st.sampled_from(NEARLY)))
    return event


class Teller(day_by_day.Borrower):
    """Somebody whose payments hang on what is owed; tells what they came to, up to the first that can't be."""

    def __init__(self, terms, rule):
        super().__init__(terms, rule)
        self.told = []

    def live(self, today):
        rates = [one for one in today if one[1]["type"] == "rate_change"]
        later = [one for one in today if one[1]["type"] != "rate_change"]
        if self.plan.terms["rounding"]["mode"] == "none":  # which can leave less than a fen, and that is no loan
            later = [one for one in later if one[1]["type"] != "restructure"]
        self.told += [event for _, event in rates]
        super().live(rates)
        for _, event in later:
            if "wish" in event:
                event["amount"] = self.amount(*event.pop("wish"))
        for one in sorted(later, key=lambda one: day_by_day.rank(one[1])):
            self.told.append(one[1])
            super().live([one])

    def amount(self, size, share, more):
        now = self.standing()
        value = {
            "so_far": self.plan.so_far() - self.ahead,
            "principal": self.plan.principal / 3,
            "fen": Fraction(0),
            "penalty": now.penalty_total,
            "interest": sum((one.interest for one in self.due), Fraction(0)) + self.plan.so_far() - self.ahead,
            "fee": sum((one.fee for one in self.due), Fraction(0)),
        }.get(size, getattr(now, size, None))
        fen = max(int((value * share + more) * 100), 1)
        return f"{fen // 100}.{fen % 100:02}"


def told(terms, events, rule, as_of):
    """Return events with their amounts; the last of them may be one that can't be."""
    teller = Teller(terms, rule)
    try:
        teller.live_through(events, date.fromisoformat(as_of))
    except oracle.RefusedError:
        return teller.told, True
    return teller.told, False


ODD_DAYS = [(2, 28), (2, 29), (3, 1), (12, 31), (1, 1), (10, 1)]


@st.composite
def histories(draw, least=0, most=12, nights=250, kinds=WISHES, *, possible=False):
    """Draw terms, events, an overdue rule and a day; histories that can't be now and then, unless all are possible."""
    terms = draw(any_terms())
    start, dues = date.fromisoformat(terms["start_date"]), oracle.due_days(terms)
    if terms["method"] == "bullet":
        dues = dues[-1:]
    span = min(oracle.days_apart(start, dues[-1]) + draw(st.sampled_from([0, 40, 120, 400])), nights)
    inside = [start + timedelta(days=n) for n in range(span + 1)]
    odd = [day for day in inside if (day.month, day.day) in ODD_DAYS or day.weekday() == 5] or inside
    due = [day for day in dues if day <= inside[-1]] or inside
    days = st.one_of(*map(st.sampled_from, (due, inside, inside, odd)))
    if draw(st.booleans()):
        few = draw(st.lists(days, min_size=1, max_size=4))
        days = st.sampled_from(few)
    events = draw(st.lists(wishes(days, terms["method"] == "flat_fee", kinds), min_size=least, max_size=most))
    once = ("restructure", "rate_change") if possible or terms["method"] == "flat_fee" else ("restructure",)
    taken = set()
    for place, one in reversed([*enumerate(events)]):
        if one["type"] in once and (one["type"], one["date"]) in taken:
            del events[place]
        taken.add((one["type"], one["date"]))
    as_of = draw(st.sampled_from([inside[-1], inside[-1], draw(days)]))
    rule = draw(rules(terms["method"])) if possible or draw(st.integers(0, 19)) != 7 else None
    if kinds is WISHES and draw(st.integers(0, 3)) == 0:
        events.append({"type": "settlement", "date": max([draw(days).isoformat(), *(one["date"] for one in events)])})
    wanted = draw(st.permutations(events))
    came, refused = told(terms, wanted, rule, as_of.isoformat())
    if refused and (possible or draw(st.integers(0, 3))):
        came = came[:-1]
    later = [one for one in wanted if one["date"] > as_of.isoformat()]  # whatever they are, they have not happened yet
    for one in later:
        if one.pop("wish", None):
            one["amount"] = "100"
    return terms, draw(st.permutations(came + later)), rule, as_of.isoformat()


# To find the least example is work enough: without a search for what else could have been in it.
QUICK = settings(PATIENT, phases=[phase for phase in Phase if phase is not Phase.explain])


@settings(QUICK, max_examples=250)
@given(history=histories())
def test_every_figure_agrees_with_a_walk_through_the_days(history):
    assert of_the_engine(*history) == of_the_days(*history)


@settings(QUICK, max_examples=60)
@given(history=histories(least=5, nights=400, possible=True))
def test_every_figure_of_a_long_history_agrees_with_a_walk_through_the_days(history):
    assert of_the_engine(*history) == of_the_days(*history)
