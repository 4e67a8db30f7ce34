"""What the budget's forms do: new entries and accounts to begin with, and what is changed along with a field."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import uuid4

from pydantic import ValidationError

from jiebei_desktop.planning.budget.household import MOST_ACCOUNTS, MOST_ENTRIES, Account, Budget, Entry, EntryKind
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError, problems_of

_FIRST_AMOUNT = Decimal(1000)
_PAY_DAY = 15


def new_entry(budget: Budget, kind: EntryKind, today: date) -> Entry:
    """Return an entry to begin with.

    Raises:
        ProblemError: there are as many as can be.
    """
    if len(budget.entries) >= MOST_ENTRIES:
        raise ProblemError("entries", translate("Budget", "最多 {most} 项").format(most=MOST_ENTRIES))
    target = ""
    if kind is EntryKind.TRANSFER:
        others = [account.id for account in budget.accounts[1:]]
        if not others:
            raise ProblemError("entries", translate("Budget", "先添加第二个账户，才能转账"))
        target = others[0]
    day = _PAY_DAY if kind is EntryKind.INCOME else 1
    return Entry(id=_key(), kind=kind, amount=_FIRST_AMOUNT, day=day, start=today, to_account=target)


def new_account(budget: Budget) -> Account:
    """Return an account to begin with.

    Raises:
        ProblemError: there are as many as can be.
    """
    if len(budget.accounts) >= MOST_ACCOUNTS:
        raise ProblemError("accounts", translate("Budget", "最多 {most} 个账户").format(most=MOST_ACCOUNTS))
    return Account(id=_key(), name="" if budget.accounts else translate("Budget", "银行卡"))


def with_budget(plan: Plan, budget: Budget) -> Plan:
    """Return the plan with another budget."""
    return plan.model_copy(update={"budget": budget})


def entry_changed(budget: Budget, entry: Entry) -> Budget:
    """Return the budget with a changed or new entry; raises `ProblemError` where it can't be."""
    try:
        return budget.with_entry(entry)
    except ValidationError as error:
        raise _problem(error) from None


def account_changed(budget: Budget, account: Account, today: date) -> Budget:
    """Return the budget with a changed or new account; a balance that is looked up is today's from now on.

    Raises:
        ProblemError: it can't be.
    """
    old = next((each for each in budget.accounts if each.id == account.id), None)
    try:
        changed = budget.with_account(account)
        if budget.as_of is None or (old is not None and old.balance != account.balance):
            changed = changed.changed(as_of=today, balances=tuple(r for r in budget.balances if r.day != today))
    except ValidationError as error:
        raise _problem(error) from None
    return changed


def _problem(error: ValidationError) -> ProblemError:
    found = problems_of(error)[0]
    return ProblemError(found.field.rpartition(".")[2], found.message)


def _key() -> str:
    return uuid4().hex[:12]
