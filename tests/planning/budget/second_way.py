"""The household's money worked out a second way: day after day, in whole fen, from the words of the docstrings alone.

Every day is asked what happens on it. What being late costs is what the lender's books take of real money that arrives
on the day on which there is enough of it.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import floor

import chinese_calendar

from jiebei_desktop.engine import Payment
from jiebei_desktop.engine.books import Missed
from jiebei_desktop.engine.ledger import Ledger, ledger
from jiebei_desktop.planning.budget.household import Budget, Entry
from jiebei_desktop.planning.document import NO_PENALTY, Loan, loan_terms, overdue_rule
from jiebei_desktop.products import RuleBook

ONE_DAY = timedelta(days=1)
FAR = timedelta(days=20)
"""Further than a day off can move anything."""


def works(day: date) -> bool:
    """Tell whether people work on a day: as was announced, and by the weekday where nothing was."""
    try:
        return chinese_calendar.is_workday(day)
    except NotImplementedError:
        return day.weekday() < 5


def fen(amount) -> int:
    """Return yuan in whole fen, half a fen upwards."""
    return floor(Fraction(amount) * 100 + Fraction(1, 2))


def days_in(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def months_between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month


def happens(entry: Entry, day: date) -> bool:
    """Tell whether an entry is meant for a day, days off not looked at."""
    if (entry.start and day < entry.start) or (entry.end and day > entry.end):
        return False
    since = entry.start or day
    match str(entry.repeat):
        case "once":
            return day == entry.start
        case "days":
            return (day - since).days % entry.every == 0
        case "weeks":
            return (day - since).days % (7 * entry.every) == 0
        case "workdays":
            return works(day)
        case "last_workday":
            rest = [day.replace(day=number) for number in range(day.day + 1, days_in(day) + 1)]
            return works(day) and not any(map(works, rest))
    every = entry.every * (12 if entry.repeat == "years" else 1)
    wanted = entry.day or since.day
    return day.day == min(wanted, days_in(day)) and months_between(since, day) % every == 0


def moved_to(entry: Entry, day: date) -> date:
    """Return where a day off moves it."""
    way = {"none": 0, "before": -1, "after": 1}[str(entry.shift)]
    while way and not works(day):
        day += way * ONE_DAY
    return day


def birthdays(start: date, day: date) -> int:
    """Return how many years after the start are full; one of 29 February is full on the last day of a February."""
    count = 0
    while True:
        year = start.year + count + 1
        full = start.replace(year=year) if start.day < 29 or calendar.isleap(year) else None
        full = full or date(year, start.month, min(start.day, calendar.monthrange(year, start.month)[1]))
        if full > day:
            return count
        count += 1


def amount_on(entry: Entry, day: date) -> int:
    """Return what a time of an entry comes to, in fen, rounded once."""
    exact = Fraction(entry.amount)
    if entry.seasons:
        exact *= Fraction(entry.seasons[day.month - 1])
    if entry.start:
        exact *= (1 + Fraction(entry.growth)) ** birthdays(entry.start, day)
    return fen(exact)


def bill_due(bought: date, statement_day: int, due_day: int) -> date:
    """Return the day on which a purchase is paid: its bill comes on a later day, and falls due after that."""
    day = bought + ONE_DAY
    while day.day != statement_day:
        day += ONE_DAY
    day += ONE_DAY
    while day.day != due_day:
        day += ONE_DAY
    return day


def moves(budget: Budget, entry: Entry) -> int:
    """Return what an entry does to the money that counts: more, less or nothing."""
    counting = {account.id: account.counts for account in budget.accounts}
    first = budget.accounts[0].id if budget.accounts else ""
    source = counting.get(entry.account or first, True)
    target = counting.get(entry.to_account, False) if entry.to_account else False
    return {
        "income": int(source),
        "spending": -int(source),
        "saving": -int(source and not target),
        "transfer": int(target) - int(source),
    }[str(entry.kind)]


def money_by_day(budget: Budget, first: date, last: date) -> tuple[dict[date, int], dict[date, int]]:
    """Return what comes in and what goes out on each day, in fen."""
    incoming: dict[date, int] = {}
    outgoing: dict[date, int] = {}
    for entry in budget.entries:
        sign = moves(budget, entry)
        bought = entry.by_huabei and entry.kind == "spending"
        day = first - (timedelta(days=100) if bought else FAR)
        while day <= last + FAR:
            if happens(entry, day):
                moved = moved_to(entry, day)
                if bought:
                    moved = bill_due(moved, budget.statement_day, budget.due_day)
                if first <= moved <= last:
                    where = incoming if sign > 0 else outgoing
                    where[moved] = where.get(moved, 0) + abs(sign) * amount_on(entry, day)
            day += ONE_DAY
    return incoming, outgoing


@dataclass
class Instalment:
    """What a loan asks for on a day, and what the books say it costs later."""

    debt: Debt
    number: int
    day: date
    amount: int
    costs: dict[int, int] = field(default_factory=dict)

    def cost(self, days: int) -> int:
        """Return what it takes more so many days later: money that arrives then and leaves nothing open in the books.

        All others are paid on its day.
        """
        if days not in self.costs:
            on, alone = self.day + timedelta(days=days), Missed(self.number, self.number)
            open_now = ledger(self.debt.terms, (), self.debt.rule, on, alone).due_now
            paid = Payment(date=on, amount=open_now)
            books = ledger(self.debt.terms, [paid], self.debt.rule, on, alone)
            (entry,) = (each for each in books.entries if each.kind == "payment")
            assert not books.due_now
            assert not books.credit
            assert not books.unpaid
            assert fen(entry.interest + entry.fee + entry.principal) == self.amount
            self.costs[days] = fen(entry.penalty_on_principal + entry.penalty_on_interest)
        return self.costs[days]


class Debt:
    """A loan by its books, in which nothing is paid but by real money."""

    def __init__(self, loan: Loan, rules: RuleBook) -> None:
        self.key = loan.id
        self.terms, self.rule = loan_terms(loan, rules), overdue_rule(loan, rules) or NO_PENALTY
        dues = ledger(self.terms, (), self.rule, self.terms.payment_dates[-1]).unpaid
        self.instalments = [Instalment(self, due.number, due.due_date, fen(due.whole)) for due in dues]

    def books(self, money: list[tuple[date, int]], day: date) -> Ledger:
        """Return the books of a day in which nothing but this money arrived, in fen."""
        return ledger(
            self.terms, [Payment(date=on, amount=Decimal(amount) / 100) for on, amount in money], self.rule, day
        )


@dataclass
class Fate:
    """What became of an instalment."""

    instalment: Instalment
    day: date | None
    days: int
    cost: int


@dataclass
class Lived:
    """The days that went by, money in fen."""

    on_time: dict[date, int]
    kept: dict[date, int]
    fates: list[Fate]
    came: int
    went: int


def live(opening: int, budget: Budget, money_from: date, debts: list[Debt], first: date, last: date) -> Lived:
    """Let the days go by: what comes in, then living, then what is owed, the oldest first."""
    incoming, outgoing = money_by_day(budget, money_from, last)
    have = there = opening
    on_time, kept, fates = {}, {}, {}
    everything = sorted(
        (each for debt in debts for each in debt.instalments if first <= each.day <= last),
        key=lambda each: (each.day, each.debt.key, each.number),
    )
    waiting: list[Instalment] = []
    day = first
    while day <= last:
        came, went = incoming.get(day, 0), outgoing.get(day, 0)
        have += came - went
        there += came - went
        new = [each for each in everything if each.day == day]
        have -= sum(each.amount for each in new)
        asked = [*waiting, *new] if came else new
        for each in asked:
            late = (day - each.day).days
            cost = each.cost(late) if late else 0
            if each.amount + cost <= there:
                there -= each.amount + cost
                fates[id(each)] = Fate(each, day, late, cost)
        waiting = [each for each in [*waiting, *new] if id(each) not in fates]
        on_time[day], kept[day] = have, there
        day += ONE_DAY
    for each in waiting:
        late = (last - each.day).days
        fates[id(each)] = Fate(each, None, max(late, 1), each.cost(late))
    return Lived(
        on_time, kept, [fates[id(each)] for each in everything], sum(incoming.values()), sum(outgoing.values())
    )
