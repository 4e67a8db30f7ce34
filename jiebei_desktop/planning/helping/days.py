"""What people ask about days: when and where money is debited, whether the due day can move, and holidays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from jiebei_desktop import workdays
from jiebei_desktop.calendar import add_months
from jiebei_desktop.money import grouped
from jiebei_desktop.planning.budget.outlook import basis
from jiebei_desktop.planning.due_days import DueKind, LoanDues, PlanDues, Standing
from jiebei_desktop.planning.due_words import day_off_words, enough_words
from jiebei_desktop.planning.figure_words import listed
from jiebei_desktop.planning.helping.answer import Answer, Case, Told, told
from jiebei_desktop.planning.helping.support import fact, of_help, of_late, of_rule, together
from jiebei_desktop.planning.late import Subject
from jiebei_desktop.planning.wording import joined, long_date
from jiebei_desktop.products import Brand
from jiebei_desktop.products.bill import bill_rule
from jiebei_desktop.products.stages import shipped_overdue
from jiebei_desktop.text import pick, translate

_MONTHS = 12
_DAYS_SHOWN = 6


def debit(case: Case) -> Answer:
    """Return when and from where money is debited, and whether there is enough on the next due day."""
    found = told(case)
    dues = found.case.all_dues()
    day = next(iter(_ahead(dues, case.today)), None)
    said = [fact("debit_huabei"), fact("debit_jiebei"), _enough(found, dues, day)]
    if found.main.days:
        said.append(translate("Help", "已经逾期的部分不用等还款日，哪天还都行。"))
    facts = "debit_huabei", "debit_jiebei", "debit_order", "fund_before"
    action = translate("Help", "去“预算”里看那天够不够")
    lead = joined(fact("debit_order"), fact("fund_before"))
    return found.answer(lead, said, of_help(*facts), "budget", action)


def _enough(found: Told, dues: PlanDues, day: date | None) -> str:
    """Return what is due next, and whether the budget says that there is enough for it."""
    if day is None:
        return translate("Help", "现在没有往后的还款日。")
    text = translate("Help", "下一个还款日是 {day}，一共要备好 {amount} 元。")
    said = text.format(day=long_date(day), amount=grouped(dues.on(day)))
    plan = found.case.plan
    if found.example or plan.budget.empty:
        return said
    return joined(
        said, enough_words(basis(plan, found.case.rules, found.case.today, memory=found.case.memory).outlook(), day)
    )


def _ahead(dues: PlanDues, today: date) -> list[date]:
    """Return the days within a year on which something falls due that is still to be paid."""
    until = add_months(today, _MONTHS)
    days = {each.day for loan in dues.loans for each in loan.days if each.standing is Standing.AHEAD}
    return sorted(day for day in days if day <= until)


def holidays(case: Case) -> Answer:
    """Return that due days do not move, and which of the next year's are days off."""
    found, known = told(case), shipped_overdue().holidays
    dues = found.case.all_dues()
    ahead = _ahead(dues, case.today)
    off = [day for day in ahead if not workdays.is_workday(day)]
    text = translate("Help", "往后 12 个月有 {all} 个还款日，{count} 个碰上休息日；最近的是 {day}。{off}")
    counted = translate("Help", "往后 12 个月有 {all} 个还款日，都不在休息日。").format(all=len(ahead))
    if not ahead:
        counted = translate("Help", "现在没有往后的还款日。")
    if off:
        counted = text.format(all=len(ahead), count=len(off), day=long_date(off[0]), off=day_off_words(off[0]))
    until = translate("Help", "放假安排知道到 {year} 年，之后只看周末。").format(year=workdays.known_until())
    return found.answer(
        str(known.text),
        (counted, fact("fund_before"), until),
        together(of_late(known), of_help("fund_before")),
        "loans",
        translate("Help", "去“借款”里看每个还款日"),
        _named_off(off, dues),
    )


def _named_off(off: Sequence[date], dues: PlanDues) -> list[tuple[str, str]]:
    """Return the first days off on which something falls due, each with what is due."""
    text = translate("Help", "{amount} 元；{why}")
    return [
        (long_date(day), text.format(amount=grouped(dues.on(day)), why=day_off_words(day).rstrip("。.")))
        for day in off[:_DAYS_SHOWN]
    ]


def change_day(case: Case) -> Answer:
    """Return whether the due day can be changed, and which day it is now."""
    rule, own = bill_rule(case.rules), case.own()
    budget = case.plan.budget
    text = translate("Help", "花呗可以改：{cycles}。12 个月里只能改一次，从下一期账单起生效。")
    one = translate("Help", "{statement} 日出账（{due} 日还）")
    cycles = [one.format(statement=statement, due=listed(days.value)) for statement, days in rule.cycles.items()]
    said = [
        text.format(cycles=pick("；", "; ").join(cycles)),
        *(_monthly(each, case.dues(each)) for each in own),
        translate("Help", "“预算”里的花呗账单：{statement} 日出账、{due} 日还。").format(
            statement=budget.statement_day, due=budget.due_day
        ),
        translate("Help", "想换到发工资以后：先在“预算”里换个日子，看看哪几个月松一点。"),
        case.left_out(),
    ]
    support = together(
        of_help("due_day_stays"),
        of_rule(rule, "cycles.5", "cycles.10", "cycles.1"),
        of_rule(case.first(Brand.JIEBEI), "due_day"),
    )
    action = translate("Help", "去“规则”里看还款日")
    return Answer(fact("due_day_stays"), tuple(filter(None, said)), support, "rules", action)


def _monthly(subject: Subject, dues: LoanDues) -> str:
    """Return on which day of the month a loan is paid: that of its next instalments, else of the one that is late."""
    ahead = [each.day for each in dues.days if each.kind is DueKind.INSTALMENT and each.standing is Standing.AHEAD]
    days = {day.day for day in ahead} or {subject.due_date.day}
    text = translate("Help", "{label}现在每月 {day} 日还。")
    if len(days) > 1:
        text = translate("Help", "{label}现在每月 {day} 日还，没有这一天的月份在月底还。")
    return text.format(label=subject.name, day=max(days))
