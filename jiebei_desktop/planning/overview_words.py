"""The words of the overview: the answer in a sentence, what is said below it, and how each figure came about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from jiebei_desktop.calendar import add_months
from jiebei_desktop.engine import Restructure
from jiebei_desktop.money import ZERO, grouped, percent
from jiebei_desktop.planning.due_days import DueDay, DueKind, Standing
from jiebei_desktop.planning.overview import Overview, Stand
from jiebei_desktop.planning.wording import joined, loan_label, long_date, month_name
from jiebei_desktop.products import Brand, RuleBook
from jiebei_desktop.text import pick, translate

if TYPE_CHECKING:  # the first page is there before the months ahead are worked out
    from jiebei_desktop.planning.budget.outlook import Outlook


def answer(found: Overview, outlook: Outlook | None = None) -> str:
    """Return what is due next, or late, and whether the money for it is there, as far as that is known."""
    if found.late:
        return _ended(_late_answer(found), _money_words(outlook, found.today, found))
    day = found.next_day
    if day is None:
        if found.stands:
            return translate("Overview", "都还清了，没有要还的钱。真好。")
        return translate("Overview", "这里的借款还算不出来，补一处就好。")
    amount = grouped(sum((due.amount for _, due in found.on(day)), ZERO))
    days = (day - found.today).days
    text = {
        0: translate("Overview", "今天要还 {amount} 元"),
        1: translate("Overview", "下一笔：明天（{day}）还 {amount} 元"),
    }.get(days, translate("Overview", "下一笔：{day}还 {amount} 元，还有 {days} 天"))
    said = text.format(day=near_date(day, found.today), amount=amount, days=days)
    return _ended(said, _money_words(outlook, day, found))


def _late_answer(found: Overview) -> str:
    late, amount = found.late, grouped(found.due_now)
    longest = late[0].dues.late_days
    if len(late) > 1:
        text = translate("Overview", "{count} 笔逾期，最久 {days} 天；今天一共付 {amount} 元就都不再逾期")
        return text.format(count=len(late), days=longest, amount=amount)
    if not longest:
        text = translate("Overview", "{name}还有罚息没付；今天付 {amount} 元就清了")
        return text.format(name=late[0].name, amount=amount)
    text = translate("Overview", "{name}逾期 {days} 天；今天付 {amount} 元就不再逾期")
    return text.format(name=late[0].name, days=longest, amount=amount)


def _money_words(outlook: Outlook | None, day: date, found: Overview) -> str:
    """Return whether the budget has the money for what is due on a day; nothing where that is not known."""
    if outlook is None or not outlook.line.first <= day <= outlook.line.last:
        return ""
    missing, today = outlook.line.missing_on(day), day == found.today
    if missing:
        text = translate("Overview", "那天的钱还差 {missing} 元")
        if today:
            text = translate("Overview", "手上的钱还差 {missing} 元")
        return text.format(missing=grouped(missing))
    return translate("Overview", "手上的钱够") if today else translate("Overview", "那天的钱够")


def _ended(*parts: str) -> str:
    """Return parts as one sentence."""
    return pick("；", "; ").join(filter(None, parts)) + pick("。", ".")


def answer_why(found: Overview) -> str:
    """Return of which payments the answer speaks."""
    if found.late:
        text = translate("Overview", "{name}：今天付 {amount} 元（{facts}）")
        lines = [
            text.format(name=each.name, amount=grouped(each.dues.due_now), facts=late_facts(each))
            for each in found.late
        ]
        return _summed(lines, found.due_now, "")
    day = found.next_day
    asked = found.on(day) if day is not None else []
    return _summed([due_line(*each) for each in asked], sum((due.amount for _, due in asked), ZERO), "")


def reason(found: Overview) -> str:
    """Return what is owed in all and until when; where the answer is about being late, what falls due next first."""
    if not found.stands:
        return found.problems[0][1].message if found.problems else ""
    if not found.owed:
        return translate("Overview", "借款都留在“借款”里，想看随时可以看。")
    said = [_next_words(found)] if found.late else []
    whole, ends = grouped(found.owed), found.ends
    if ends is None or found.next_day is None:
        said.append(translate("Overview", "一共还欠 {whole} 元，付清就全部还完了。").format(whole=whole))
    else:
        text = translate("Overview", "一共还欠 {whole} 元，照现在的计划 {month}还清。")
        said.append(text.format(whole=whole, month=month_name(ends)))
    return joined(*said, *_agreed(found))


def _agreed(found: Overview) -> Iterator[str]:
    """Yield the loans that are late until a new plan begins that is agreed already: nothing asks for that money now."""
    text = translate("Overview", "{name}现在逾期 {days} 天，{day}起按谈好的新计划还。")
    for each in found.stands:
        begins = [e.date for e in each.dues.owed.events if isinstance(e, Restructure) and e.date > found.today]
        if each.dues.late_days and not each.is_late and begins:
            day = near_date(min(begins), found.today)
            yield text.format(name=each.name, days=each.dues.late_days, day=day)


def _next_words(found: Overview) -> str:
    day = found.next_day
    if day is None:
        return ""
    amount = grouped(sum((due.amount for _, due in found.on(day)), ZERO))
    text = translate("Overview", "再下一笔：{day}还 {amount} 元。")
    return text.format(day=near_date(day, found.today), amount=amount)


def left_out(found: Overview, rules: RuleBook) -> str:
    """Return which loans can't be worked out and are missing in all figures; nothing where none is."""
    if not found.problems or not found.stands:
        return ""
    names = pick("、", ", ").join(loan_label(loan, rules) for loan, _ in found.problems)
    return translate("Overview", "算不出来、没有算在里面的：{names}。").format(names=names)


def near_date(day: date, today: date) -> str:
    """Return a day without its year, where that is this one."""
    if day.year != today.year:
        return long_date(day)
    return translate("Overview", "{month} 月 {day} 日").format(month=day.month, day=day.day)


def brand_word(brand: Brand) -> str:
    """Return what the loans of a brand are called."""
    return {
        Brand.JIEBEI: translate("Overview", "借呗"),
        Brand.HUABEI: translate("Overview", "花呗"),
        Brand.OTHER: translate("Overview", "其他"),
    }[brand]


def by_brand(amounts: Mapping[Brand, Decimal]) -> str:
    """Return amounts by brand in a few words: `借呗 540.28 · 花呗 2,050.00`."""
    return " · ".join(f"{brand_word(brand)} {grouped(amounts[brand])}" for brand in Brand if amounts.get(brand))


def month_remark(found: Overview) -> str:
    """Return what the sum of the running month is made of."""
    month, after = found.months[:2]
    if not month.whole:
        return translate("Overview", "下个月 {amount}").format(amount=grouped(after.whole))
    parts = by_brand({brand: month.of(brand) for brand in Brand})
    late = translate("Overview", "含逾期 {amount}").format(amount=grouped(month.late_sum)) if month.late_sum else ""
    if month.late_sum == month.whole:
        late = translate("Overview", "都已逾期")
    return " · ".join(filter(None, (parts, late)))


def month_why(found: Overview, place: int = 0) -> str:
    """Return of which payments the sum of a month is made, of the running one where none is named."""
    month = found.months[place]
    end = add_months(month.first, 1)
    lines = []
    for each in found.stands:
        if each.late_amount and not place:
            text = translate("Overview", "{name}：已经逾期的 {amount} 元")
            if each.penalty:
                text = translate("Overview", "{name}：已经逾期的 {amount} 元，其中罚息 {penalty} 元")
            late = {"amount": grouped(each.late_amount), "penalty": grouped(each.penalty)}
            lines.append(text.format(name=each.name, **late))
        ahead = [due for due in each.dues.days if due.standing is Standing.AHEAD]
        lines += [due_line(each, due) for due in ahead if due.day < end and (not place or due.day >= month.first)]
    return _summed(lines, month.whole, translate("Overview", "这个月没有要还的了"))


def due_line(each: Stand, due: DueDay) -> str:
    """Return something that falls due with its loan, day and amount."""
    text = translate("Overview", "{name}：第 {number} 期，{day} 还 {amount} 元")
    if due.kind is not DueKind.INSTALMENT:
        text = translate("Overview", "{name}：{day} 提前还 {amount} 元")
    return text.format(name=each.name, number=due.number, day=due.day, amount=grouped(due.amount))


def owed_why(found: Overview) -> str:
    """Return what each loan still asks for."""
    lines = []
    for each in found.stands:
        if not each.owed:
            continue
        text = translate("Overview", "{name}：{amount} 元 = {parts}")
        lines.append(text.format(name=each.name, amount=grouped(each.owed), parts=_parts(each)))
    return _summed(lines, found.owed, "")


def _parts(each: Stand) -> str:
    cost = each.owed + each.kept - each.principal - each.penalty
    parts = [translate("Overview", "本金 {amount}").format(amount=grouped(each.principal))]
    if cost:
        parts.append(translate("Overview", "利息和费用 {amount}").format(amount=grouped(cost)))
    if each.penalty:
        parts.append(translate("Overview", "罚息 {amount}").format(amount=grouped(each.penalty)))
    said = " + ".join(parts)
    if each.kept:
        said += translate("Overview", " − 前面多还的 {amount}").format(amount=grouped(each.kept))
    return said


def rate_why(found: Overview) -> str:
    """Return the rates of the loans and what they are weighted by."""
    known = [each for each in found.stands if each.principal > 0]
    text = translate("Overview", "{name}：实际年化 {rate}，还欠本金 {amount} 元")
    unknown = translate("Overview", "{name}：年化大得算不出来，没有算在里面")
    lines = [
        (unknown if each.rate is None else text).format(
            name=each.name, rate=percent(each.rate or ZERO), amount=grouped(each.principal)
        )
        for each in known
    ]
    if found.rate is not None:
        said = translate("Overview", "按还欠的本金加权：{rate}。复利，按还款日，一年 365 天。")
        lines.append(said.format(rate=percent(found.rate)))
    return "\n".join(lines)


def ends_value(found: Overview) -> str:
    """Return how long it takes until nothing is owed."""
    ends = found.ends
    if ends is None or ends == found.today:
        return translate("Overview", "今天")
    days, months = (ends - found.today).days, 1
    while add_months(found.today, months) < ends:
        months += 1
    if months == 1:
        return translate("Overview", "{count} 天").format(count=days)
    return translate("Overview", "{count} 个月").format(count=months)


def ends_remark(found: Overview) -> str:
    """Return the day on which the last of all is paid."""
    if found.ends is None:
        return ""
    if found.next_day is None:
        return translate("Overview", "付清逾期的就还完了")
    return found.ends.isoformat()


def ends_why(found: Overview) -> str:
    """Return when the last of each loan falls due."""
    lines = []
    for each in found.stands:
        day = each.last_day
        if day is not None:
            text = translate("Overview", "{name}：最后一次 {day}")
            late = translate("Overview", "{name}：最后一次 {day}，已经到期")
            lines.append((late if day < found.today else text).format(name=each.name, day=day))
    lines.append(translate("Overview", "照现在的计划，每一期都按时还。"))
    return "\n".join(lines)


def _summed(lines: Iterable[str], whole: Decimal, nothing: str) -> str:
    """Return amounts line by line, and their sum where there are several."""
    said = list(lines)
    if len(said) > 1:
        said.append(translate("Overview", "一共 {amount} 元").format(amount=grouped(whole)))
    return "\n".join(said) or nothing


def late_facts(each: Stand) -> str:
    """Return how late a loan is and what that costs, in a line."""
    days = each.dues.late_days
    said = [translate("Overview", "逾期 {days} 天").format(days=days) if days else ""]
    if each.penalty:
        said.append(translate("Overview", "罚息 {amount} 元").format(amount=grouped(each.penalty)))
    if each.one_more_day is None:
        said.append(translate("Overview", "不知道罚息怎么算，没有算在里面"))
    elif each.one_more_day:
        said.append(translate("Overview", "再晚一天多付 {amount} 元").format(amount=grouped(each.one_more_day)))
    return pick("，", ", ").join(filter(None, said))


def year_summary(found: Overview) -> str:
    """Return the months ahead in words."""
    whole = sum((month.whole for month in found.months), ZERO)
    most = max(found.months, key=lambda month: month.whole)
    text = translate("Overview", "往后 {count} 个月一共要还 {whole} 元，最多的是 {month}：{amount} 元。")
    said = [
        text.format(
            count=len(found.months), whole=grouped(whole), month=month_name(most.first), amount=grouped(most.whole)
        )
    ]
    late = found.months[0].late_sum
    if late:
        text = translate("Overview", "逾期的 {amount} 元算在这个月。")
        said.append(text.format(amount=grouped(late)))
    later = sum(found.later.values(), ZERO)
    if later:
        said.append(translate("Overview", "再往后还有 {amount} 元。").format(amount=grouped(later)))
    return joined(*said)


def level_summary(found: Overview, level: Decimal) -> str:
    """Return in how many months more is to be paid than the budget leaves."""
    if level <= 0:
        return translate("Overview", "按预算，每月的收入不够开支。")
    over = sum(month.whole > level for month in found.months)
    amount = grouped(level)
    if not over:
        text = translate("Overview", "按预算，每月收入减开支还有 {amount} 元，每个月要还的都不超过它。")
        return text.format(amount=amount)
    text = translate("Overview", "按预算，每月收入减开支还有 {amount} 元，有 {count} 个月超过它。")
    return text.format(amount=amount, count=over)
