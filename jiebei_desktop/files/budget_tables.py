"""The budget as tables, for the page, for CSV and for the demo."""

from __future__ import annotations

from jiebei_desktop.files.tables import Cell, Share, Table, Word, why_title
from jiebei_desktop.money import ZERO
from jiebei_desktop.planning.budget.capacity import Carry
from jiebei_desktop.planning.budget.household import Budget
from jiebei_desktop.planning.budget.outlook import Month, Outlook
from jiebei_desktop.planning.budget.words import (
    band_name,
    bands_rule,
    brand_name,
    carry_why,
    entry_label,
    kind_name,
    late_why,
    lowest_why,
    payable_label,
    share_why,
    when,
)
from jiebei_desktop.planning.wording import joined
from jiebei_desktop.products import Brand
from jiebei_desktop.text import translate


def brands_of(outlook: Outlook) -> list[Brand]:
    """Return the brands that ask for anything, 借呗 and 花呗 always."""
    known = {Brand.JIEBEI, Brand.HUABEI}
    others = any(each.owed.brand not in known for each in outlook.line.payables)
    return [Brand.JIEBEI, Brand.HUABEI, *([Brand.OTHER] if others else [])]


def months_table(outlook: Outlook) -> Table:
    """Return the months ahead, one row a month."""
    brands = brands_of(outlook)
    header = (
        translate("BudgetTable", "月份"),
        translate("BudgetTable", "收入"),
        translate("BudgetTable", "开支"),
        translate("BudgetTable", "存起来"),
        *(brand_name(brand) for brand in brands),
        translate("BudgetTable", "占收入"),
        translate("BudgetTable", "轻重"),
        translate("BudgetTable", "最少的一天"),
        translate("BudgetTable", "那天有"),
        translate("BudgetTable", "还差"),
        translate("BudgetTable", "哪一期会晚"),
        translate("BudgetTable", "晚了多付"),
    )
    keys = ("month", "income", "spending", "saving", *(brand.value for brand in brands))
    keys += ("percent_of_income", "band", "lowest_day", "lowest", "short", "late", "late_cost")
    return Table(header, tuple(_month(month, brands) for month in outlook.months), keys)


def reasoned_months_table(outlook: Outlook) -> Table:
    """Return the months ahead with how the figures of each came about, and in the first one where the bounds are."""
    rule = bands_rule(outlook.budget)
    told = [_month_why(month, outlook, rule) for month in outlook.months]
    grounds = [rule, *("" for _ in outlook.months[1:])]
    table = months_table(outlook).beside("why", why_title(), told)
    return table.beside("grounds", translate("Tables", "依据"), grounds)


def _month_why(month: Month, outlook: Outlook, rule: str) -> str:
    """Return how a month's least money and its share of income came about, and what of it is late."""
    share = share_why(month, outlook.budget).removesuffix(rule).rstrip()
    return joined(lowest_why(month, outlook), share, *(late_why(paid) for paid in month.late))


def _month(month: Month, brands: list[Brand]) -> tuple[Cell, ...]:
    zero = ZERO
    return (
        f"{month.first:%Y-%m}",
        month.income,
        month.spending,
        month.saving,
        *(month.dues.get(brand, zero) for brand in brands),
        Share(month.share) if month.share is not None else None,
        Word(band_name(month.band), month.band.value),
        month.lowest_day,
        month.lowest,
        month.short or None,
        translate("BudgetTable", "、").join(payable_label(paid.payable) for paid in month.late) or None,
        month.late_cost or None,
    )


def carries_table(found: list[Carry], budget: Budget) -> Table:
    """Return how much can be carried, one row for each product and cycle."""
    header = (
        translate("BudgetTable", "产品和周期"),
        translate("BudgetTable", "最多再借"),
        translate("BudgetTable", "每次最多还"),
        translate("BudgetTable", "卡在哪天"),
        translate("BudgetTable", "为什么"),
    )
    rows = tuple(
        (
            Word(each.label, f"{each.brand.value}_{each.cycle}"),
            each.amount,
            each.instalment,
            each.day,
            carry_why(each, budget.cushion),
        )
        for each in found
    )
    keys = ("product_and_cycle", "most_more", "most_a_time", "limiting_day", "why")
    return Table(header, rows, keys, frozenset({keys.index("why")}))


def entries_table(budget: Budget) -> Table:
    """Return what was entered, one row an entry."""
    header = (
        translate("BudgetTable", "名字"),
        translate("BudgetTable", "类型"),
        translate("BudgetTable", "每次"),
        translate("BudgetTable", "什么时候"),
        translate("BudgetTable", "类别"),
    )
    rows = tuple(
        (entry_label(entry), kind_name(entry.kind), entry.amount, when(entry), entry.category or None)
        for entry in budget.entries
    )
    return Table(header, rows, ("name", "kind", "amount", "when", "category"))
