"""What people ask about being late: what follows, what a day costs, the credit record, and the ways out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jiebei_desktop.money import grouped
from jiebei_desktop.planning.document import rule_for
from jiebei_desktop.planning.figure_words import value_words
from jiebei_desktop.planning.helping.answer import Answer, Case, Told, told
from jiebei_desktop.planning.helping.support import Support, fact, of_help, of_late, of_rule, together
from jiebei_desktop.planning.late import Subject
from jiebei_desktop.planning.late_words import cost_words, first_steps, way_label
from jiebei_desktop.planning.letter import remark
from jiebei_desktop.planning.situation import Outcome, Situation, WayKind, situation
from jiebei_desktop.planning.ways import way
from jiebei_desktop.planning.wording import joined, long_date, no_overdue_rule
from jiebei_desktop.products.stages import Said, shipped_overdue
from jiebei_desktop.text import pick, translate

_DAYS = (1, 7, 30)
_SOON = 31
"""Up to which day late the consequences are told to somebody who is not late."""
_SAYINGS = 3


def credit(case: Case) -> Answer:
    """Return whether being late goes on the credit record, and whether a loan of the user's is late."""
    known = shipped_overdue()
    reported = _about(known.consequences, "征信")
    kept, noted, put_right = _about(known.rights, "5 年"), _about(known.rights, "第一次"), _about(known.rights, "更正")
    own = case.own()
    late = [each for each in own if each.days]
    lead = translate("Help", "按时还，就没有逾期记录。")
    if late:
        text = translate("Help", "现在{loans}，可能会记进征信。早一天还上，就少晚一天。")
        lead = text.format(loans=_late_listed(late))
    elif own:
        lead = translate("Help", "按时还，就没有逾期记录；你填的借款现在都没有逾期。")
    said = (
        joined(fact("credit_jiebei"), fact("credit_huabei")),
        *(str(each.text) for each in (reported, noted, kept, put_right)),
        fact("sesame"),
        case.left_out(),
    )
    support = together(of_late(reported, noted, kept, put_right), of_help("credit_jiebei", "credit_huabei", "sesame"))
    first = late[0].key if late else ""
    action = translate("Help", "去“逾期”里看")
    return Answer(lead, tuple(filter(None, said)), support, "late", action, loan_id=first)


def _about(said: tuple[Said, ...], word: str) -> Said:
    """Return the first sentence with a word in it; the shipped texts have it, as a test sees to."""
    return next(each for each in said if word in each.text.zh)


def _late_listed(late: list[Subject]) -> str:
    text = translate("Help", "{label}逾期 {days} 天")
    return pick("、", ", ").join(text.format(label=each.name, days=each.days) for each in late)


def overdue(case: Case) -> Answer:
    """Return what follows from being late, step by step: to who is late from where they stand."""
    known, found = shipped_overdue(), _dear(told(case))
    subject = found.main
    coming = known.ahead(subject.days)
    seen = [said for said in known.consequences if said.from_day <= max(subject.days, _SOON)]
    if coming is not None and coming not in seen:
        seen.append(coming)
    by_day = translate("Help", "第 {day} 天起：{text}")
    calm = _about(known.rights, "10 点")
    said = (
        *(by_day.format(day=each.from_day, text=each.text) for each in seen[-5:]),
        translate("Help", "同时也有规矩护着你：{right}").format(right=calm.text),
    )
    return found.answer(
        _steps(subject) if subject.days else _late_lead(subject),
        said,
        together(of_late(*seen[-5:], calm), _rule_support(found)),
        "late",
        translate("Help", "去“逾期”里看每一步"),
    )


def _steps(subject: Subject) -> str:
    if subject.rule is None:
        return no_overdue_rule(subject.label)
    said = first_steps(subject, subject.at(subject.days), shipped_overdue())
    return translate("Help", "{label}：{steps}").format(label=subject.name, steps=joined(*said))


def late_days(case: Case) -> Answer:
    """Return what each of some days late costs, loan by loan, and by which rule."""
    found = _dear(told(case))
    subject = found.main
    rule = translate("Help", "怎么算：{rule}。从还款日第二天起算，当天还不算。")
    unknown = pick("、", ", ").join(each.name for each in found.subjects if each.rule is None)
    said = (
        rule.format(rule=value_words("overdue", subject.rule)) if subject.rule else "",
        no_overdue_rule(unknown) if unknown and subject.rule else "",
        translate("Help", "这里只算钱。晚还还可能影响征信和额度，钱不是全部。"),
    )
    return found.answer(
        _late_lead(subject),
        said,
        _rule_support(found),
        "late",
        translate("Help", "去“逾期”里拖天数看"),
        (_late_figures(each) for each in found.subjects if each.rule),
    )


def _late_lead(subject: Subject) -> str:
    if subject.rule is None:
        return no_overdue_rule(subject.label)
    if not _bears(subject):
        text = translate("Help", "{label}：{due}那期，晚 30 天以内按现在的规则没有罚息。")
        return text.format(label=subject.name, due=long_date(subject.due_date))
    one, week, month = map(grouped, _costs(subject))
    text = translate("Help", "{label}：{due}那期，晚 1 天多付 {one} 元，晚 7 天 {week} 元，晚 30 天 {month} 元。")
    if subject.days:
        text = translate(
            "Help", "{label}已经逾期 {days} 天。从今天起再拖 1 天多付 {one} 元，7 天 {week} 元，30 天 {month} 元。"
        )
    figures = {"one": one, "week": week, "month": month}
    return text.format(label=subject.name, due=long_date(subject.due_date), days=subject.days, **figures)


def _dear(found: Told) -> Told:
    """Return the loans told by the first of them of which being late costs something."""
    return found.led_by(next((each for each in found.subjects if _bears(each)), found.main))


def _bears(subject: Subject) -> bool:
    return subject.rule is not None and any(_costs(subject))


def _heavy(found: Told) -> Told:
    """Return the loans told by the one that is late longest, or else takes most next."""
    if found.main.days:
        return found
    return found.led_by(max(found.subjects, key=lambda each: each.instalment))


def _costs(subject: Subject) -> tuple[Decimal, ...]:
    """Return what some days more cost from today on, or from the next due day."""
    known = tuple(event for event in subject.events if event.date <= subject.on(subject.days))
    costs = subject._replace(events=known).cost(subject.days + _DAYS[-1])
    return tuple(costs[subject.days + days] - costs[subject.days] for days in _DAYS)


def _late_figures(subject: Subject) -> tuple[str, str]:
    text = translate("Help", "晚 1 天 {one} 元，7 天 {week} 元，30 天 {month} 元")
    if subject.days:
        text = translate("Help", "再晚 1 天 {one} 元，7 天 {week} 元，30 天 {month} 元")
    one, week, month = map(grouped, _costs(subject))
    return subject.name, text.format(one=one, week=week, month=month)


def _rule_support(found: Told) -> Support:
    return of_rule(rule_for(found.loan, found.case.rules), "overdue")


# --- ways out ---------------------------------------------------------------------------------------------------------


def defer(case: Case) -> Answer:
    """Return whether payments can be put off, what that would come to, and whether there are days of grace."""
    found, known = _heavy(told(case)), shipped_overdue().ways["defer"]
    subject = found.main
    where = situation(found.case.plan, subject, found.case.rules)
    grace = subject.rule.grace_days if subject.rule else 0
    text = translate("Help", "宽限期没有查到：合同写了才有，没写就按 0 天。这笔现在按 {days} 天算。")
    return found.answer(
        str(known.text),
        (
            _tried(where, WayKind.DEFER),
            translate("Help", "推迟期间，利息一般照算，推迟的手续费没有查到。"),
            text.format(days=grace),
        ),
        together(of_late(known), _rule_support(found)),
        "late",
        translate("Help", "去“逾期”里比几种办法"),
    )


def negotiate(case: Case) -> Answer:
    """Return what a new plan would come to, and how to ask for it."""
    found, known = _heavy(told(case)), shipped_overdue()
    subject = found.main
    where = situation(found.case.plan, subject, found.case.rules)
    ask = known.ways["negotiate"]
    sayings = known.say[:_SAYINGS]
    steps = translate("Help", "打电话先说三句：{said}").format(said=joined(*(str(each.text) for each in sayings)))
    return found.answer(
        str(ask.text),
        (
            _tried(where, WayKind.NEGOTIATE),
            remark(where, subject.days) if subject.rule and not found.example else "",
            steps,
            translate("Help", "谈好的请对方发成文字；谈好了就按时还。"),
        ),
        together(of_late(ask, *sayings), _rule_support(found)),
        "late",
        translate("Help", "去“逾期”里写协商信"),
    )


def _tried(found: Situation, kind: WayKind) -> str:
    """Return what a way would come to for a loan, or why it can't be taken."""
    each = way(found, kind, found.subject.days)
    figures = {"label": found.subject.name, "way": way_label(found, kind)}
    if each.outcome is None:
        text = translate("Help", "{label}“{way}”现在不行：{reason}。")
        return text.format(reason=each.problem.rstrip("。."), **figures)
    text = translate("Help", "{label}要是谈成“{way}”：{months}，和按时还比{cost}。")
    return text.format(months=_months(each.outcome), cost=cost_words(each.outcome.extra), **figures)


def _months(outcome: Outcome) -> str:
    months = outcome.by_month
    text = translate("Help", "以后每月还 {least} 到 {most} 元，到 {day}")
    if len(set(months)) == 1:
        text = translate("Help", "以后每月还 {most} 元，到 {day}")
    return text.format(least=grouped(min(months)), most=grouped(max(months)), day=long_date(outcome.ends))


# --- the due day itself -----------------------------------------------------------------------------------------------


def due_day(case: Case) -> Answer:
    """Return that the due day itself is in time, and when the next ones are."""
    found = told(case)
    late = [each for each in found.subjects if each.days]
    said = (
        *_next_due(found),
        translate("Help", "过了当天 24:00，第二天就是逾期第 1 天。"),
        translate("Help", "已经逾期的：{loans}。").format(loans=_late_listed(late)) if late else "",
        fact("fund_before"),
    )
    return found.answer(
        fact("until_midnight"),
        said,
        together(of_help("until_midnight", "fund_before"), of_late(shipped_overdue().consequences[0])),
        "late",
        translate("Help", "去“逾期”里看那天"),
    )


def _next_due(found: Told) -> Iterator[str]:
    text = translate("Help", "{label}：下一个还款日是 {day}，要还 {amount} 元。")
    for each in found.subjects:
        due = found.case.dues(each).next
        if due is not None and not each.days:
            yield text.format(label=each.name, day=long_date(due.day), amount=grouped(due.amount))
