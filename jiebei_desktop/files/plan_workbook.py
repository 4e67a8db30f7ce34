"""A whole plan as one workbook: the same tables, with sums that live, charts, and what they come to in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from jiebei_desktop import __version__
from jiebei_desktop.files.budget_tables import entries_table
from jiebei_desktop.files.comparison_tables import comparison_workbook
from jiebei_desktop.files.loan_tables import Loans, Standing, loans_of, overview_table
from jiebei_desktop.files.outputs import Output
from jiebei_desktop.files.tables import Table
from jiebei_desktop.files.xlsx_charts import BALANCE, BRAND_COLOURS, COST, FAINT, FEE, MONEY, PRINCIPAL, Chart, Series
from jiebei_desktop.files.xlsx_out import Sheet
from jiebei_desktop.planning.budget.memory import Memory
from jiebei_desktop.planning.budget.outlook import basis
from jiebei_desktop.planning.budget.words import budget_headline, budget_reason
from jiebei_desktop.planning.comparison import compare
from jiebei_desktop.planning.document import Plan, rule_for
from jiebei_desktop.planning.verdict import verdict
from jiebei_desktop.planning.why import ground_why
from jiebei_desktop.planning.wording import joined, loan_sentence, rates_sentence
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError

Given = Mapping[str, Output]
_Part = tuple[str, Callable[[], list[Sheet]]]
"""What some sheets are about, and what makes them."""


def plan_workbook(
    plan: Plan, rules: RuleBook, today: date, tables: Sequence[Output], memory: Memory | None = None
) -> list[Sheet]:
    """Return a plan as the sheets of a workbook, an overview first.

    What can't be worked out has no sheet; the overview says why.

    Args:
        plan: what was entered.
        rules: the products, with the plan's own ones.
        today: up to which day it is known what was paid.
        tables: all that it gives out, as `outputs` says; those that are left out have no sheet.
        memory: keeps what the months ahead were worked out from.
    """
    loans, memory = loans_of(plan, rules, today), memory or Memory()
    given = {each.key: each for each in tables}
    problems = [problem.message for problem in loans.problems]
    sheets: list[Sheet] = []
    for title, make in (*_loan_parts(plan, rules, loans, given), *_other_parts(plan, rules, given)):
        try:
            sheets += make()
        except ProblemError as error:
            problems.append(translate("PlanBook", "{what}：{reason}").format(what=title, reason=error.problem.message))
    if problems:
        problems.insert(0, translate("PlanBook", "没有算在里面的："))
    answers = [*_answers(plan, rules, today, memory), *problems]
    return [_overview(loans, today, answers), *sheets]


def _answers(plan: Plan, rules: RuleBook, today: date, memory: Memory) -> Iterator[str]:
    """Yield what the comparison and the budget come to, a sentence or two each."""
    if plan.comparison.options:
        yield verdict(compare(plan, rules)).headline
    if not plan.budget.empty:
        outlook = basis(plan, rules, today, memory=memory).outlook()
        yield joined(budget_headline(outlook), budget_reason(outlook))


def _overview(loans: Loans, today: date, answers: Sequence[str]) -> Sheet:
    text = translate("PlanBook", "{label}：{said}")
    said = [*(text.format(label=each.label, said=_sentences(each)) for each in loans.found), *answers]
    made = translate("PlanBook", "{today} 的情况 · 借花规划 {version} · 与蚂蚁集团无关；只给数字和来源，不是法律意见")
    said.append(made.format(today=today, version=__version__))
    table = overview_table(loans.found)
    totals = _places(table, "principal", "cost", "due_now", "left_to_pay")
    return Sheet(translate("PlanBook", "概览"), table, tuple(filter(None, said)), totals)


def _sentences(each: Standing) -> str:
    return joined(loan_sentence(each.found), rates_sentence(each.found))


def _loan_parts(plan: Plan, rules: RuleBook, loans: Loans, given: Given) -> Iterator[_Part]:
    if "all-loans" in given:
        yield given["due-by-month"].title, partial(_months, given["due-by-month"])
        yield given["all-loans"].title, partial(_all_loans, given["all-loans"])
    for each in loans.found:
        number = plan.loans.index(each.loan) + 1
        output = given[f"schedule-{number}"]
        yield output.title, partial(_loan, each, rules, output)
        names = {
            "ledger": translate("PlanBook", "{label} 账本").format(label=each.label),
            "ways": translate("PlanBook", "{label} 办法").format(label=each.label),
        }
        for key, name in names.items():
            found = given.get(f"{key}-{number}")
            if found is not None:
                yield found.title, partial(_bare, name, found)


def _other_parts(plan: Plan, rules: RuleBook, given: Given) -> Iterator[_Part]:
    if "late" in given:
        yield given["late"].title, partial(_late, given["late"])
    if "comparison" in given:
        yield given["comparison"].title, lambda: comparison_workbook(compare(plan, rules))
    if "budget" in given:
        yield given["budget"].title, partial(_budget, plan, given)
    if "payoff" in given:
        yield given["payoff"].title, partial(_payoff, given)
    if "stress" in given:
        yield given["stress"].title, partial(_stress, given)


def _bare(name: str, output: Output) -> list[Sheet]:
    return [Sheet(name, output.table())]


def _months(output: Output) -> list[Sheet]:
    table = output.table()
    brands = {brand: table.keys.index(brand.value) for brand in BRAND_COLOURS if brand.value in table.keys}
    columns = tuple(Series(place, BRAND_COLOURS[brand]) for brand, place in brands.items())
    chart = Chart(translate("PlanBook", "每个月到期的，按产品"), 0, columns)
    return [Sheet(translate("PlanBook", "每个月"), table, totals=tuple(range(1, len(table.header))), chart=chart)]


def _all_loans(output: Output) -> list[Sheet]:
    table = output.table()
    totals = _places(table, "principal", "interest", "fee", "payment", "unpaid")
    return [Sheet(translate("PlanBook", "全部还款日"), table, totals=totals)]


def _loan(each: Standing, rules: RuleBook, output: Output) -> list[Sheet]:
    """Return a loan's schedule; what all of its figures rest on is told under it instead of in a column."""
    whole = output.table()
    table = whole.without(_places(whole, "grounds"))
    principal, interest, fee, payment, balance = _places(table, "principal", "interest", "fee", "payment", "balance")
    parts = ((principal, PRINCIPAL), (interest, COST), (fee, FEE))
    chart = Chart(
        translate("PlanBook", "每期的本金、利息和手续费（左），剩余本金（右）"),
        across=table.keys.index("due_date"),
        columns=tuple(Series(place, colour) for place, colour in parts if any(row[place] for row in table.rows)),
        lines=(Series(balance, BALANCE),),
    )
    notes = (_sentences(each), joined(*ground_why(each.found.terms, rule_for(each.loan, rules))))
    return [Sheet(each.label, table, notes, (principal, interest, fee, payment), chart)]


def _late(output: Output) -> list[Sheet]:
    """Return what each day late costs; why would be as long as a book."""
    whole = output.table()
    table = whole.without(whole.told)
    lines = [place for place, key in enumerate(table.keys) if key.startswith("cost_")]
    colours = (BALANCE, COST, PRINCIPAL, MONEY, FEE, FAINT)
    series = tuple(Series(place, colours[number % len(colours)]) for number, place in enumerate(lines))
    chart = Chart(translate("PlanBook", "晚几天多付多少"), 0, lines=series)
    return [Sheet(translate("PlanBook", "晚几天"), table, chart=chart)]


def _budget(plan: Plan, given: Given) -> list[Sheet]:
    whole = given["budget"].table()
    grounds = whole.keys.index("grounds")
    table = whole.without({grounds})
    brands = tuple(brand.value for brand in BRAND_COLOURS if brand.value in table.keys)
    totals = _places(table, "income", "spending", "saving", *brands, "late_cost")
    chart = Chart(
        translate("PlanBook", "每个月钱最少的一天还有多少"), 0, lines=(Series(table.keys.index("lowest"), MONEY),)
    )
    return [
        Sheet(translate("PlanBook", "往后的月份"), table, (str(whole.rows[0][grounds]),), totals, chart),
        Sheet(translate("PlanBook", "还能承担"), given["budget-carry"].table()),
        Sheet(translate("PlanBook", "收支"), entries_table(plan.budget)),
    ]


def _payoff(given: Given) -> list[Sheet]:
    ways, payments = given["payoff"].table(), given["payoff-payments"].table()
    chart = Chart(translate("PlanBook", "每种还法一共多付多少"), 0, columns=(Series(ways.keys.index("cost"), COST),))
    return [
        Sheet(translate("PlanBook", "还法"), ways, chart=chart),
        Sheet(translate("PlanBook", "最省的还法"), payments, totals=_places(payments, "amount", "penalty")),
    ]


def _stress(given: Given) -> list[Sheet]:
    months, remedies = given["stress"].table(), given["stress-remedies"].table()
    colours = {"lowest_5": COST, "lowest_50": BALANCE, "lowest_95": FAINT}
    lines = tuple(Series(months.keys.index(key), colour) for key, colour in colours.items())
    chart = Chart(translate("PlanBook", "最紧的一天还有多少：差的、一半、好的"), 0, lines=lines)
    return [
        Sheet(translate("PlanBook", "压力测试"), months, chart=chart),
        Sheet(translate("PlanBook", "压力测试的办法"), remedies),
    ]


def _places(table: Table, *keys: str) -> tuple[int, ...]:
    return tuple(table.keys.index(key) for key in keys)
