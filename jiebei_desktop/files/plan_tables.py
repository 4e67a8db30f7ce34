"""The plan's loans, and its accounts and entries, as tables that can be changed elsewhere and read back without loss.

Ids stand first, what is no single value last as JSON: a file that was cut off then ends in a row with too few cells or
in half of a JSON text, and both are seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from jiebei_desktop.files.plan_cells import (
    ACCOUNT,
    COUNT,
    DAY,
    EVENTS,
    JSON,
    KEY,
    MONEY,
    PERCENT,
    PERCENTS,
    PRODUCT,
    TEXT,
    YES,
    CellKind,
    Names,
    choice,
)
from jiebei_desktop.files.tables import Cell, Table
from jiebei_desktop.planning.budget.household import Account, Entry, EntryKind, Repeat, Shift
from jiebei_desktop.planning.budget.words import kind_name, repeat_name, shift_name
from jiebei_desktop.planning.document import Loan, Plan
from jiebei_desktop.planning.wording import method_name, rate_per_name
from jiebei_desktop.products import ProductRule, RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.values import Method, RatePer

Part = Loan | Account | Entry
"""What a row is."""

ACCOUNT_KIND: Final = "account"
"""What stands under `kind` where a row is no entry."""
KIND: Final = "kind"
OTHER: Final = "other"
"""The column for what this version of the program does not know."""


class Column(NamedTuple):
    """A column of a table that goes out and comes in.

    Attributes:
        key: for programs; a share is a percentage in every table, and its key says so.
        field: of the value; `OTHER` for what the model does not know.
        title: in the language in use.
        needed: whether something new can't be without it.
        of: what has it: a loan, an account, an entry.
    """

    key: str
    field: str
    title: str
    kind: CellKind
    needed: bool = False
    of: tuple[type[Part], ...] = (Loan,)


def _row_kind(value: str) -> str:
    return translate("Budget", "账户") if value == ACCOUNT_KIND else kind_name(EntryKind(value))


_METHOD: Final = choice(tuple(Method), "Words", method_name)
_RATE_PER: Final = choice(tuple(RatePer), "Words", rate_per_name)
_KIND: Final = choice((ACCOUNT_KIND, *EntryKind), "Budget", _row_kind)
_REPEAT: Final = choice(tuple(Repeat), "Budget", repeat_name)
_SHIFT: Final = choice(tuple(Shift), "Budget", shift_name)


def loan_columns() -> tuple[Column, ...]:
    """Return the columns of the loans."""
    return (
        Column("id", "id", translate("PlanTable", "代号"), KEY),
        Column("name", "name", translate("PlanTable", "名字"), TEXT),
        Column("product", "product", translate("PlanTable", "产品"), PRODUCT, needed=True),
        Column("principal", "principal", translate("PlanTable", "本金"), MONEY, needed=True),
        Column("start_date", "start_date", translate("PlanTable", "借款日"), DAY, needed=True),
        Column("periods", "periods", translate("PlanTable", "期数"), COUNT, needed=True),
        Column("method", "method", translate("PlanTable", "还法"), _METHOD),
        Column("rate_percent", "rate", translate("PlanTable", "利率（%）"), PERCENT),
        Column("rate_per", "rate_per", translate("PlanTable", "利率单位"), _RATE_PER),
        Column("fee_rate_percent", "fee_rate", translate("PlanTable", "总手续费率（%）"), PERCENT),
        Column("coupon_off_percent", "coupon_off", translate("PlanTable", "优惠券减免（%）"), PERCENT),
        Column("coupon_periods", "coupon_periods", translate("PlanTable", "只减前几期"), COUNT),
        Column("due_day", "due_day", translate("PlanTable", "每月还款日"), COUNT),
        Column("first_due_date", "first_due_date", translate("PlanTable", "首个还款日"), DAY),
        Column("billed_instalment", "billed_instalment", translate("PlanTable", "App 写的每期金额"), MONEY),
        Column("unpaid_from", "unpaid_from", translate("PlanTable", "从第几期起没还"), COUNT),
        Column("events", "events", translate("PlanTable", "变动"), EVENTS),
        Column("missed", "missed", translate("PlanTable", "以前没按时还的"), JSON),
        Column("overdue", "overdue", translate("PlanTable", "逾期怎么算"), JSON),
        Column(OTHER, OTHER, translate("PlanTable", "其他"), JSON),
    )


def budget_columns() -> tuple[Column, ...]:
    """Return the columns of the accounts and entries of the budget."""
    both, account, entry = (Account, Entry), (Account,), (Entry,)
    return (
        Column("id", "id", translate("PlanTable", "代号"), KEY, of=both),
        Column(KIND, KIND, translate("PlanTable", "类型"), _KIND, needed=True, of=both),
        Column("name", "name", translate("PlanTable", "名字"), TEXT, of=both),
        Column("balance", "balance", translate("PlanTable", "现在有多少"), MONEY, of=account),
        Column("counts", "counts", translate("PlanTable", "能用来还款"), YES, of=account),
        Column("amount", "amount", translate("PlanTable", "每次多少"), MONEY, needed=True, of=entry),
        Column("repeat", "repeat", translate("PlanTable", "多久一次"), _REPEAT, of=entry),
        Column("every", "every", translate("PlanTable", "每几次周期"), COUNT, of=entry),
        Column("day", "day", translate("PlanTable", "每月几日"), COUNT, of=entry),
        Column("start", "start", translate("PlanTable", "从哪天起"), DAY, of=entry),
        Column("end", "end", translate("PlanTable", "到哪天止"), DAY, of=entry),
        Column("shift", "shift", translate("PlanTable", "遇到休息日"), _SHIFT, of=entry),
        Column("growth_percent", "growth", translate("PlanTable", "每年涨（%）"), PERCENT, of=entry),
        Column("seasons_percent", "seasons", translate("PlanTable", "12 个月各百分之几"), PERCENTS, of=entry),
        Column("category", "category", translate("PlanTable", "类别"), TEXT, of=entry),
        Column("account", "account", translate("PlanTable", "账户"), ACCOUNT, of=entry),
        Column("to_account", "to_account", translate("PlanTable", "转到"), ACCOUNT, of=entry),
        Column("spread_percent", "spread", translate("PlanTable", "上下可能差（%）"), PERCENT, of=entry),
        Column("by_huabei", "by_huabei", translate("PlanTable", "用花呗付"), YES, of=entry),
        Column(OTHER, OTHER, translate("PlanTable", "其他"), JSON, of=both),
    )


def loans_table(plan: Plan, rules: RuleBook, *, raw: bool = False) -> Table:
    """Return the plan's loans, one row a loan.

    Args:
        plan: that they are of; products of its own are known, whether `rules` has them or not.
        rules: from which products have their names.
        raw: write ids and values as the plan's file has them instead of words, for a program.
    """
    return _table(plan.loans, loan_columns(), Names(product_names(plan, rules), {}, raw))


def budget_table(plan: Plan, *, raw: bool = False) -> Table:
    """Return the accounts and entries of the plan's budget, one row each; `raw` as in `loans_table`."""
    names = Names({}, account_names(plan.budget.accounts), raw)
    return _table((*plan.budget.accounts, *plan.budget.entries), budget_columns(), names)


def product_names(plan: Plan, rules: RuleBook) -> dict[str, tuple[str, ...]]:
    """Return the names by product, in every language; without a name what the plan uses and no rule is known of."""
    names: dict[str, tuple[str, ...]] = {loan.product: () for loan in plan.loans}
    names |= {product.id: (product.name,) for product in plan.products}
    return names | {product: _rule_names(rule) for product, rule in rules.rules.items()}


def _rule_names(rule: ProductRule) -> tuple[str, ...]:
    return (str(rule.name), *(name for name in (rule.name.zh, rule.name.en) if name != str(rule.name)))


def account_names(accounts: Iterable[Account]) -> dict[str, tuple[str, ...]]:
    """Return the names by account."""
    return {account.id: (account.name,) for account in accounts}


def cell_of(column: Column, part: Part, names: Names) -> Cell:
    """Return what a part of the plan has in a column; nothing in one that is not its own."""
    if type(part) not in column.of:
        return None
    if column.field == KIND and isinstance(part, Account):
        return column.kind.write(ACCOUNT_KIND, names)
    if column.kind in {JSON, EVENTS}:
        return column.kind.write(_as_json(part, column.field), names)
    value = getattr(part, column.field)
    return None if value is None or value == "" else column.kind.write(value, names)


def _as_json(part: Part, field: str) -> object:
    if field == OTHER:
        return part.model_dump(mode="json", include=set(extras(part)))
    return part.model_dump(mode="json", include={field})[field]


def extras(part: Part) -> Mapping[str, Any]:
    """Return what a part of the plan has that this version of the program does not know."""
    return part.model_extra or {}


def _table(parts: tuple[Part, ...], columns: tuple[Column, ...], names: Names) -> Table:
    rows = tuple(tuple(cell_of(column, part, names) for column in columns) for part in parts)
    return Table(tuple(column.title for column in columns), rows, tuple(column.key for column in columns))
