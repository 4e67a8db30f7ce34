"""The household's money as the user enters it: accounts, what comes in and goes out, and what has been set aside."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Final, Self

from pydantic import Field, StringConstraints, model_validator

from jiebei_desktop.calendar import IntervalUnit
from jiebei_desktop.money import ONE, ZERO
from jiebei_desktop.planning.offers import MOST_NAME, Document, Name
from jiebei_desktop.products.conditions import DueDayOfMonth
from jiebei_desktop.text import translate
from jiebei_desktop.values import Day, Exact, Many, Money, Periods, Principal, ProblemError, Rate

MOST_ENTRIES: Final = 400
MOST_ACCOUNTS: Final = 20
MONTHS_A_YEAR: Final = 12
USUAL_TIGHT: Final = Decimal("0.35")
USUAL_HEAVY: Final = Decimal("0.55")
"""Bounds of the share of income that goes to debt; source: china.org.cn, 2006-06-02 (medium confidence).

It reports experts' 28 to 35 %, and a warning limit of 55 % set by the banking regulator.
"""
BILL_FULL: Final = "full"
BILL_MINIMUM: Final = "minimum"

Key = Annotated[str, StringConstraints(min_length=1, max_length=40)]
Growth = Annotated[Exact, Field(ge=-ONE, le=ONE)]
Factor = Annotated[Exact, Field(ge=0, le=100)]


class EntryKind(StrEnum):
    """What an entry does: money comes in, goes out, is set aside, or changes accounts."""

    INCOME = "income"
    SPENDING = "spending"
    SAVING = "saving"
    TRANSFER = "transfer"


class Repeat(StrEnum):
    """When an entry happens."""

    ONCE = "once"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    LAST_WORKDAY = "last_workday"
    WORKDAYS = "workdays"


REPEAT_UNITS: Final = {Repeat.DAYS: IntervalUnit.DAY, Repeat.WEEKS: IntervalUnit.WEEK}


class Shift(StrEnum):
    """What becomes of an entry that falls on a day off."""

    NONE = "none"
    BEFORE = "before"
    AFTER = "after"


class Account(Document):
    """Where money is.

    Attributes:
        balance: in yuan at the end of `Budget.as_of`.
        counts: whether repayments can be paid from it; money that is set aside does not count.
    """

    id: Key
    name: Name = ""
    balance: Money = ZERO
    counts: bool = True


class Entry(Document):
    """Something that comes in or goes out, once or again and again.

    Attributes:
        amount: each time, in yuan.
        every: with `Repeat.DAYS`, `WEEKS`, `MONTHS` and `YEARS`: each so many of them.
        day: of the month; the last one of a month that has fewer. The start's where left out.
        start: the first day on which it can happen; from it on times are counted.
        end: the last day on which it can.
        shift: what becomes of it on a day off.
        growth: by what share the amount changes with each year since the start.
        seasons: for each month of the year, January first, the share of the amount that comes then.
        category: what it is for, in the user's words.
        account: from or into which; the first one where empty.
        to_account: where a transfer or what is set aside goes.
        spread: by what share it can turn out more or less, for the stress test; None for the plan's usual.
        by_huabei: bought with 花呗 and paid with its bill.
    """

    id: Key
    name: Name = ""
    kind: EntryKind = EntryKind.SPENDING
    amount: Principal
    repeat: Repeat = Repeat.MONTHS
    every: Annotated[int, Field(strict=True, ge=1, le=365)] = 1
    day: Annotated[int, Field(strict=True, ge=1, le=31)] | None = None
    start: Day | None = None
    end: Day | None = None
    shift: Shift = Shift.NONE
    growth: Growth = ZERO
    seasons: Annotated[tuple[Factor, ...], Field(min_length=MONTHS_A_YEAR, max_length=MONTHS_A_YEAR)] | None = None
    category: Annotated[str, StringConstraints(max_length=MOST_NAME)] = ""
    account: str = ""
    to_account: str = ""
    spread: Rate | None = None
    by_huabei: bool = False

    @model_validator(mode="after")
    def _dates_fit(self) -> Self:
        if self.start and self.end and self.end < self.start:
            text = translate("Budget", "结束 {end} 不能早于开始 {start}")
            raise ProblemError("end", text.format(end=self.end, start=self.start))
        counted = {Repeat.ONCE, Repeat.DAYS, Repeat.WEEKS, Repeat.YEARS}
        if self.start is None and (self.repeat in counted or (self.repeat is Repeat.MONTHS and self.every > 1)):
            raise ProblemError("start", translate("Budget", "要填第一次是哪一天"))
        if self.repeat is Repeat.MONTHS and self.day is None and self.start is None:
            raise ProblemError("day", translate("Budget", "要填每月几日"))
        return self

    @model_validator(mode="after")
    def _goes_somewhere(self) -> Self:
        if self.kind is EntryKind.TRANSFER and not self.to_account:
            raise ProblemError("to_account", translate("Budget", "要选转到哪个账户"))
        if self.to_account and self.to_account == self.account:
            raise ProblemError("to_account", translate("Budget", "转出和转入是同一个账户"))
        return self


class Balance(Document):
    """What the accounts that count really held together at the end of a day, as the user looked it up."""

    day: Day
    amount: Money


class Trial(Document):
    """The same money by 借呗 and by 花呗, tried on the budget before anything is borrowed.

    Attributes:
        amount: None for the comparison's.
        start: the day of the money; None for today.
        jiebei: over how many instalments.
        huabei: over how many, or `BILL_FULL` or `BILL_MINIMUM` of its bill.
    """

    amount: Principal | None = None
    start: Day | None = None
    jiebei: Periods = 6
    huabei: str = "6"

    @model_validator(mode="after")
    def _cycle_known(self) -> Self:
        if self.huabei not in {BILL_FULL, BILL_MINIMUM}:
            try:
                good = 1 <= int(self.huabei) <= 60
            except ValueError:
                good = False
            if not good:
                raise ProblemError("huabei", translate("Budget", "不认识这种还法"))
        return self


class Budget(Document):
    """All that the household lives on.

    Attributes:
        as_of: the day at whose end the balances are; None for today.
        cushion: what should always be left, in yuan.
        tight: above this share of income repayments are tight.
        heavy: above this share they are too much.
        statement_day: on which 花呗 bills, as `due_day`.
        balances: what there really was on later days; the latest is where the plan goes on from.
        jiebei_limit: what 借呗 would lend in all, where the user looked it up, as `huabei_limit`.
        monthly: what goes to debts each month, in yuan; None for all that is left beyond the cushion.
        no_late: whether nothing may be late where the money allows it, even if it would be cheaper.
        order: the loans in the order in which the user would pay them off.
    """

    accounts: Annotated[Many[Account], Field(max_length=MOST_ACCOUNTS)] = ()
    entries: Annotated[Many[Entry], Field(max_length=MOST_ENTRIES)] = ()
    as_of: Day | None = None
    cushion: Money = ZERO
    tight: Rate = USUAL_TIGHT
    heavy: Rate = USUAL_HEAVY
    statement_day: DueDayOfMonth = 1
    due_day: DueDayOfMonth = 10
    balances: Many[Balance] = ()
    jiebei_limit: Money | None = None
    huabei_limit: Money | None = None
    trial: Trial = Trial()
    monthly: Money | None = None
    no_late: bool = True
    order: Many[str] = ()

    @model_validator(mode="after")
    def _named_once(self) -> Self:
        for field, parts in (("accounts", self.accounts), ("entries", self.entries)):
            ids = [part.id for part in parts]
            if len(set(ids)) < len(ids):
                raise ProblemError(field, translate("Budget", "有两项的代号一样"))
        return self

    @model_validator(mode="after")
    def _accounts_there(self) -> Self:
        known = {account.id for account in self.accounts} | {""}
        for place, entry in enumerate(self.entries):
            for field in ("account", "to_account"):
                if getattr(entry, field) not in known:
                    text = translate("Budget", "没有这个账户：{account}")
                    raise ProblemError(f"entries.{place}.{field}", text.format(account=getattr(entry, field)))
        _no_circles(self)
        return self

    @model_validator(mode="after")
    def _bands_rise(self) -> Self:
        if self.heavy < self.tight:
            raise ProblemError("heavy", translate("Budget", "“太重”的线不能低于“偏紧”的线"))
        return self

    @property
    def held(self) -> Decimal:
        """Return what there is in the accounts that count, in yuan."""
        return sum((account.balance for account in self.accounts if account.counts), ZERO)

    @property
    def empty(self) -> bool:
        """Tell whether nothing was entered."""
        return not self.accounts and not self.entries

    def entry(self, entry_id: str) -> Entry | None:
        """Return the entry with this id, if it is there."""
        return next((entry for entry in self.entries if entry.id == entry_id), None)

    def with_entry(self, entry: Entry) -> Budget:
        """Return the budget with this entry in the place of the one with its id, or added at the end."""
        entries = tuple(entry if old.id == entry.id else old for old in self.entries)
        if self.entry(entry.id) is None:
            entries = (*entries, entry)
        return self.changed(entries=entries)

    def without_entry(self, entry_id: str) -> Budget:
        """Return the budget without the entry of this id."""
        return self.changed(entries=tuple(entry for entry in self.entries if entry.id != entry_id))

    def with_account(self, account: Account) -> Budget:
        """Return the budget with this account in the place of the one with its id, or added at the end."""
        accounts = tuple(account if old.id == account.id else old for old in self.accounts)
        if account.id not in {old.id for old in self.accounts}:
            accounts = (*accounts, account)
        return self.changed(accounts=accounts)

    def without_account(self, account_id: str) -> Budget:
        """Return the budget without an account; what used it goes by the first one, transfers with it are gone."""
        accounts = tuple(account for account in self.accounts if account.id != account_id)
        first = self.accounts[0].id if self.accounts else ""
        entries = []
        for entry in self.entries:
            if account_id not in {entry.account or first, entry.to_account}:
                entries.append(entry)
            elif entry.kind is not EntryKind.TRANSFER:
                update = {name: "" for name in ("account", "to_account") if getattr(entry, name) == account_id}
                entries.append(entry.model_copy(update=update))
        return self.changed(accounts=accounts, entries=tuple(entries))

    def changed(self, **changes: object) -> Budget:
        """Return the budget with changes, through every check.

        Raises:
            pydantic.ValidationError: with the fields at fault.
        """
        return Budget.model_validate(dict(self) | changes)


def _no_circles(budget: Budget) -> None:
    """Refuse transfers that bring money back to where it came from."""
    first = budget.accounts[0].id if budget.accounts else ""
    moves = [(place, entry) for place, entry in enumerate(budget.entries) if entry.kind is EntryKind.TRANSFER]
    onward: dict[str, set[str]] = {}
    for place, entry in moves:
        source, target = entry.account or first, entry.to_account
        onward.setdefault(source, set()).add(target)
        reached, waiting = set(), [target]
        while waiting:
            here = waiting.pop()
            if here == source:
                text = translate("Budget", "这样转一圈又回到原来的账户：{name}")
                raise ProblemError(f"entries.{place}.to_account", text.format(name=entry.name or entry.id))
            if here not in reached:
                reached.add(here)
                waiting += onward.get(here, ())
