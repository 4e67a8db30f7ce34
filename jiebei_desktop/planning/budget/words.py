"""The words of the budget: the answer in a sentence, why a figure is what it is, and what entries are called."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from jiebei_desktop import workdays
from jiebei_desktop.money import grouped, percent
from jiebei_desktop.planning.budget.capacity import MOST, Carry
from jiebei_desktop.planning.budget.care import WayBack, way_back
from jiebei_desktop.planning.budget.cash import Paid
from jiebei_desktop.planning.budget.household import (
    BILL_FULL,
    BILL_MINIMUM,
    USUAL_HEAVY,
    USUAL_TIGHT,
    Budget,
    Entry,
    EntryKind,
    Repeat,
    Shift,
)
from jiebei_desktop.planning.budget.outlook import Band, Month, Outlook
from jiebei_desktop.planning.budget.payables import Payable, nights_of
from jiebei_desktop.planning.budget.trials import LATE_DAYS, Tried
from jiebei_desktop.planning.late_words import nights_why
from jiebei_desktop.planning.wording import joined, long_date, month_name
from jiebei_desktop.products import Brand
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError


def budget_headline(outlook: Outlook) -> str:
    """Return whether the months ahead hold, in a sentence."""
    budget = outlook.budget
    if budget.empty:
        return translate("Budget", "填上收入和开支，就知道下个月够不够还。")
    short = outlook.line.first_short(outlook.today)
    if short is not None:
        day, missing = short
        today = day == outlook.today
        late = next((paid for paid in outlook.line.late if not paid.payable.overdue or paid.days), None)
        text = translate("Budget", "{day}钱就不够了，差 {amount} 元。")
        if today:
            text = translate("Budget", "今天就差 {amount} 元。")
        said = text.format(day=long_date(day), amount=grouped(missing))
        return joined(said, late_sentence(late) if late else "")
    day, least = outlook.line.lowest(outlook.today)
    worst = heaviest(outlook)
    if worst is not None and worst.band is Band.HEAVY and worst.share is not None:
        text = translate("Budget", "钱够，但 {month} 的还款占收入 {share}，超过 {bound}。")
        return text.format(month=month_name(worst.first), share=percent(worst.share, 0), bound=percent(budget.heavy, 0))
    if least < budget.cushion:
        text = translate("Budget", "都还得上，但 {day}只剩 {amount} 元，低于你要留的 {cushion} 元。")
        return text.format(day=long_date(day), amount=grouped(least), cushion=grouped(budget.cushion))
    text = translate("Budget", "往后 {count} 个月都够；最紧的是 {day}，还剩 {amount} 元。")
    return text.format(count=len(outlook.months) - 1, day=long_date(day), amount=grouped(least))


def budget_reason(outlook: Outlook) -> str:
    """Return how next month stands, and what would help."""
    if outlook.budget.empty:
        return translate("Budget", "借款的还款会自己算进来，不用再填一遍。全部在这台电脑上算。")
    said = []
    if len(outlook.months) > 1:
        month = outlook.months[1]
        text = translate("Budget", "下个月收入 {income} 元，开支 {spending} 元，还款 {debt} 元{share}{overdue}。")
        share = translate("Budget", "，占收入 {share}").format(share=percent(month.share, 0)) if month.share else ""
        said.append(
            text.format(
                income=grouped(month.income),
                spending=grouped(month.spending),
                debt=grouped(month.debt),
                share=share,
                overdue=_overdue(outlook),
            )
        )
    back = way_back(outlook.line, outlook.budget.cushion, outlook.today)
    if back is not None:
        said.append(way_back_sentence(back, outlook))
    return joined(*said)


def _overdue(outlook: Outlook) -> str:
    """Return what is late already, which no month of its own asks for."""
    late = sum((each.amount for each in outlook.line.payables if each.overdue), Decimal(0))
    return translate("Budget", "，另有逾期的 {amount} 元").format(amount=grouped(late)) if late else ""


def budget_aside(outlook: Outlook) -> str:
    """Return what the figures rest on."""
    budget = outlook.budget
    if budget.empty:
        return ""
    first = translate("Budget", "从 {day}的余额 {amount} 元算起。").format(
        day=long_date(outlook.line.first), amount=grouped(outlook.line.opening)
    )
    if not budget.accounts and not budget.balances:
        first = translate("Budget", "还没填账户余额，先从 0 元算起；填上才准。")
    parts = [first]
    if any(_looks_at_workdays(entry) for entry in budget.entries):
        text = translate("Budget", "节假日知道到 {year} 年，之后只看周末。")
        parts.append(text.format(year=workdays.known_until()))
    if outlook.problems:
        text = translate("Budget", "有 {count} 笔借款算不出来，没有算在里面。")
        parts.append(text.format(count=len(outlook.problems)))
    return joined(*parts)


def _looks_at_workdays(entry: Entry) -> bool:
    return entry.shift is not Shift.NONE or entry.repeat in {Repeat.LAST_WORKDAY, Repeat.WORKDAYS}


def heaviest(outlook: Outlook) -> Month | None:
    """Return the month in which most of the income goes to debt."""
    known = [month for month in outlook.months if month.share is not None]
    return max(known, key=lambda month: month.share or 0, default=None)


def late_sentence(paid: Paid) -> str:
    """Return what becomes of something that can't be paid on its day."""
    due = paid.payable
    if due.overdue:
        if paid.day is None:
            text = translate("Budget", "逾期的{name}到 {last}都还不上，再多付 {cost} 元。")
        else:
            text = translate("Budget", "逾期的{name}要到 {day}才还得上，再多付 {cost} 元。")
    elif paid.day is None:
        text = translate("Budget", "{what}到 {last}都还不上，多付 {cost} 元。")
    else:
        text = translate("Budget", "{what}会晚 {days} 天，多付 {cost} 元。")
    last = date.fromordinal(due.day.toordinal() + paid.days)
    return text.format(
        name=due.owed.name,
        what=payable_label(due),
        days=paid.days,
        day=long_date(paid.day) if paid.day else "",
        last=long_date(last),
        cost=grouped(paid.cost),
    )


def late_why(paid: Paid) -> str:
    """Return the same with the nights that it comes from, as far as they are its own."""
    try:
        nights = nights_why(nights_of(paid.payable, paid.days)) if paid.cost else ()
    except ProblemError:  # the cost was worked out before what can't be
        nights = ()
    return "\n".join((late_sentence(paid), *nights))


def payable_label(payable: Payable) -> str:
    """Return what has to be paid: `借呗 12 期第 5 期`."""
    name = payable.owed.name
    if payable.overdue:
        return translate("Budget", "{name}逾期的部分").format(name=name)
    if payable.early:
        return translate("Budget", "{name}提前还的一笔").format(name=name)
    if not payable.number:  # one that was made already
        return translate("Budget", "{name}的一笔还款").format(name=name)
    return translate("Budget", "{name}第 {number} 期").format(name=name, number=payable.number)


def way_back_sentence(back: WayBack, outlook: Outlook) -> str:
    """Return what would keep the money above the cushion."""
    cushion = outlook.budget.cushion
    level = translate("Budget", "低于 {cushion} 元").format(cushion=grouped(cushion)) if cushion else ""
    level = level or translate("Budget", "不够")
    if back.at_once and back.monthly:
        text = translate("Budget", "这个月先补 {once} 元，再每月多留 {monthly} 元到 {until}，就不会{level}。")
    elif back.at_once:
        text = translate("Budget", "这个月补上 {once} 元，就不会{level}。")
    else:
        text = translate("Budget", "每月多留 {monthly} 元到 {until}，就不会{level}。")
    return text.format(
        once=grouped(back.at_once), monthly=grouped(back.monthly), until=long_date(back.until), level=level
    )


def band_name(band: Band) -> str:
    """Return what a share of income is called."""
    return {
        Band.FINE: translate("Budget", "可以"),
        Band.TIGHT: translate("Budget", "偏紧"),
        Band.HEAVY: translate("Budget", "太重"),
        Band.NO_INCOME: translate("Budget", "没有收入"),
        Band.PART: translate("Budget", "不满一个月"),
    }[band]


def bands_rule(budget: Budget) -> str:
    """Return where the bounds of a share of income are."""
    text = translate(
        "Budget", "你的线：还款占收入到 {tight} 算可以，超过 {tight} 偏紧，超过 {heavy} 太重；在“填收支”里改。"
    )
    said = text.format(tight=percent(budget.tight, 0), heavy=percent(budget.heavy, 0))
    if (budget.tight, budget.heavy) != (USUAL_TIGHT, USUAL_HEAVY):
        return said
    source = translate("Budget", "出处：china.org.cn 2006-06-02，专家建议 28% 到 35%，银监会警戒线 55%。")
    return joined(said, source)


def share_why(month: Month, budget: Budget) -> str:
    """Return how a month's share came about and where the bounds are."""
    rule = bands_rule(budget)
    if month.band is Band.PART:
        return joined(translate("Budget", "不是整月，不算比例。"), rule)
    if month.share is None:
        return joined(translate("Budget", "这个月没有收入，比例无从谈起。"), rule)
    text = translate("Budget", "还款 {debt} ÷ 收入 {income} = {share}。")
    said = text.format(debt=grouped(month.debt), income=grouped(month.income), share=percent(month.share))
    return joined(said, rule)


def lowest_why(month: Month, outlook: Outlook) -> str:
    """Return how the least money of a month came about, from the balance on."""
    line = outlook.line
    moved = [flow.amount for flow in line.flows if flow.day <= month.lowest_day]
    due = sum((each.amount for each in line.payables if each.day <= month.lowest_day), Decimal(0))
    text = translate(
        "Budget", "{day}：起初 {opening} + 到那天的收入 {income} − 开支 {spending} − 还款 {debt} = {held} 元。"
    )
    return text.format(
        day=month.lowest_day,
        opening=grouped(line.opening),
        income=grouped(sum((each for each in moved if each > 0), Decimal(0))),
        spending=grouped(-sum((each for each in moved if each < 0), Decimal(0))),
        debt=grouped(due),
        held=grouped(month.lowest),
    )


def cycle_name(cycle: str) -> str:
    """Return what a cycle is called on a button."""
    if cycle == BILL_FULL:
        return translate("Budget", "全额还")
    if cycle == BILL_MINIMUM:
        return translate("Budget", "最低还款")
    return translate("Budget", "{count} 期").format(count=cycle)


def tried_sentence(found: Tried) -> str:
    """Return what a product does to the months ahead."""
    if found.worked is None:
        problem = found.column.problem
        return translate("Budget", "{name}算不出来：{problem}").format(
            name=found.column.usual, problem=problem.message if problem else ""
        )
    name = found.column.usual
    if not found.short:
        text = translate("Budget", "{name}：往后每个月都够，一共多付 {cost} 元。")
        return text.format(name=name, cost=grouped(found.worked.cost))
    first, worst = found.short[0], max(found.short, key=lambda month: month.short)
    text = translate("Budget", "{name}：从 {month}起有 {count} 个月不够（或差得更多），最多差 {amount} 元。")
    return text.format(name=name, month=month_name(first.first), count=len(found.short), amount=grouped(worst.short))


def late_name(days: int) -> str:
    """Return what being late by some days is called."""
    return translate("Budget", "第一期晚 {days} 天多付").format(days=days)


def late_names() -> list[str]:
    """Return the names of `LATE_DAYS`."""
    return [late_name(days) for days in LATE_DAYS]


def carry_why(found: Carry, cushion: Decimal) -> str:
    """Return which day allows no more of a new loan."""
    if found.problem is not None:
        return found.problem.message
    if found.day is None and found.limit is not None:
        return translate("Budget", "钱不是限制；额度还剩 {left} 元。").format(left=grouped(found.limit))
    if found.day is None:
        return translate("Budget", "钱不是限制；产品最多借 {most} 元。").format(most=grouped(MOST))
    if not found.amount:
        text = translate("Budget", "{day}本来就没有多余的钱了（要留 {cushion} 元）。")
    else:
        text = translate("Budget", "再多借，{day}就低于要留的 {cushion} 元。")
    return text.format(day=long_date(found.day), cushion=grouped(cushion))


def kind_name(kind: EntryKind) -> str:
    """Return what a kind of entry is called."""
    return {
        EntryKind.INCOME: translate("Budget", "收入"),
        EntryKind.SPENDING: translate("Budget", "开支"),
        EntryKind.SAVING: translate("Budget", "存起来"),
        EntryKind.TRANSFER: translate("Budget", "转账"),
    }[kind]


def repeat_name(repeat: Repeat) -> str:
    """Return what a way of happening again is called in a form."""
    return {
        Repeat.ONCE: translate("Budget", "只有一次"),
        Repeat.DAYS: translate("Budget", "每几天"),
        Repeat.WEEKS: translate("Budget", "每几周"),
        Repeat.MONTHS: translate("Budget", "每月某日"),
        Repeat.YEARS: translate("Budget", "每年"),
        Repeat.LAST_WORKDAY: translate("Budget", "每月最后一个工作日"),
        Repeat.WORKDAYS: translate("Budget", "每个工作日"),
    }[repeat]


def shift_name(shift: Shift) -> str:
    """Return what becomes of an entry on a day off, in a form."""
    return {
        Shift.NONE: translate("Budget", "照常"),
        Shift.BEFORE: translate("Budget", "提前到工作日"),
        Shift.AFTER: translate("Budget", "推到工作日"),
    }[shift]


def when(entry: Entry) -> str:
    """Return when an entry happens, in a few words."""
    day = entry.day or (entry.start.day if entry.start else 0)
    start = entry.start.isoformat() if entry.start else ""
    text = {
        Repeat.ONCE: "{start}",
        Repeat.DAYS: translate("Budget", "每天") if entry.every == 1 else translate("Budget", "每 {every} 天"),
        Repeat.WEEKS: translate("Budget", "每周") if entry.every == 1 else translate("Budget", "每 {every} 周"),
        Repeat.MONTHS: translate("Budget", "每月 {day} 日")
        if entry.every == 1
        else translate("Budget", "每 {every} 个月的 {day} 日"),
        Repeat.YEARS: translate("Budget", "每年 {month} 月 {day} 日")
        if entry.every == 1
        else translate("Budget", "每 {every} 年的 {month} 月 {day} 日"),
        Repeat.LAST_WORKDAY: translate("Budget", "每月最后一个工作日"),
        Repeat.WORKDAYS: translate("Budget", "每个工作日"),
    }[entry.repeat]
    said = text.format(start=start, every=entry.every, day=day, month=entry.start.month if entry.start else 0)
    if entry.end is not None:
        said += translate("Budget", "，到 {end}").format(end=entry.end)
    return said


def entry_label(entry: Entry) -> str:
    """Return what an entry is called: the user's name for it, its category, or its kind."""
    return entry.name.strip() or entry.category.strip() or kind_name(entry.kind)


def brand_name(brand: Brand | None) -> str:
    """Return what the repayments of a brand are called."""
    if brand is Brand.JIEBEI:
        return translate("Budget", "借呗")
    if brand is Brand.HUABEI:
        return translate("Budget", "花呗")
    return translate("Budget", "其他借款")
