"""What being late comes to, in words: the answer on top, how the penalty came about, what to do first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import NamedTuple

from jiebei_desktop.engine import Restructure
from jiebei_desktop.engine.ledger import Ledger
from jiebei_desktop.engine.outstanding import Nights
from jiebei_desktop.money import ZERO, grouped, percent_exact, plain, round_to
from jiebei_desktop.planning.last_days import break_even
from jiebei_desktop.planning.late import Subject
from jiebei_desktop.planning.situation import Outcome, Situation, Way, WayKind
from jiebei_desktop.planning.ways import way
from jiebei_desktop.planning.why import confidence_name, names_of
from jiebei_desktop.planning.wording import joined, long_date, rate_percent
from jiebei_desktop.products import Brand, sources_named
from jiebei_desktop.products.stages import Overdue, Said, Stage
from jiebei_desktop.text import pick, translate

_SHOWN = Decimal("1E-6")


def late_headline(days: int, found: Sequence[tuple[Subject, Ledger]]) -> str:
    """Return what so many days late cost, in a sentence."""
    costs = [subject.cost_by(books) for subject, books in found]
    if not any(sum(cost) for cost in costs):
        if not days:
            return translate("Late", "还款日当天 24:00 以前还，不算逾期，一分不多付。")
        return translate("Late", "晚 {days} 天，到那天没有罚息。").format(days=days)
    if len(found) == 1:
        first, second = costs[0]
        text = translate("Late", "晚 {days} 天多付 {all} 元，全是本金的罚息。")
        rule = found[0][0].rule
        if second:
            text = translate("Late", "晚 {days} 天多付 {all} 元，其中本金罚息 {first} 元，利息和费的罚息 {second} 元。")
        elif rule is not None and rule.adds_to_interest:
            text = translate("Late", "晚 {days} 天多付 {all} 元：本金的罚息，连同照收的正常利息。")
        figures = {"all": grouped(first + second), "first": grouped(first), "second": grouped(second)}
        return text.format(days=days, **figures)
    each = [
        translate("Late", "{label} {amount} 元").format(label=subject.label, amount=grouped(sum(cost, ZERO)))
        for (subject, _), cost in zip(found, costs, strict=True)
    ]
    return translate("Late", "各晚 {days} 天，多付：{each}。").format(days=days, each=pick("，", ", ").join(each))


def late_reason(subject: Subject, books: Ledger, stage: Stage) -> str:
    """Return what has to be paid that day, and what that settles; of an instalment that is not late, what if."""
    day = long_date(books.as_of)
    if subject.paid_off:
        text = translate("Late", "{label}：都还清了。要是有哪期没还，在下面填从第几期起。")
        return text.format(label=subject.name)
    if not books.due_now:
        return translate("Late", "{day}：没有要还的。").format(day=day)
    if not books.overdue_days:
        text = translate("Late", "{label}：{day}到期，要还 {due} 元。")
    elif subject.days:
        text = translate("Late", "{label}：到 {day}有 {count} 期没还（{stage}），付 {due} 元就不再逾期。")
    else:
        text = translate("Late", "{label}：第 {number} 期要是拖到 {day}（{stage}），付 {due} 元才不再逾期。")
    said = text.format(
        label=subject.label,
        day=day,
        number=subject.number,
        count=books.overdue_periods,
        stage=stage.name,
        due=grouped(books.due_now),
    )
    settled = translate("Late", "一次结清是 {all} 元。").format(all=grouped(books.settlement))
    return joined(said, settled)


def nights_why(nights: Sequence[Nights], *, apart: bool = False) -> tuple[str, ...]:
    """Return how a penalty came about, a line for nights that were alike.

    What is charged on principal and on the rest is rounded `apart`: put together it may differ by a fen.
    """
    return tuple(_nights_why(each, apart=apart) for each in nights)


def _nights_why(nights: Nights, *, apart: bool) -> str:
    text = translate("Late", "{start} 到 {end}：{days} 天 × {base} × {rate}% = {exact} 元")
    days = {"start": nights.start_date, "end": nights.end_date, "days": nights.days}
    parts = []
    if nights.principal:
        parts.append((nights.principal, nights.rate_on_principal, nights.on_principal))
    if nights.interest:
        parts.append((nights.interest, nights.rate, nights.on_interest))
    if len(parts) == 2 and nights.rate_on_principal == nights.rate and not apart:
        parts = [(nights.principal + nights.interest, nights.rate, nights.on_principal + nights.on_interest)]
    return pick("；", "; ").join(
        text.format(
            **days,
            base=grouped(base),
            rate=rate_percent(rate),
            exact=plain(round_to(exact, step=_SHOWN).normalize()),
        )
        for base, rate, exact in parts
    )


class BooksLine(NamedTuple):
    """A line of the books of a day: the name that `Ledger` has for it, what it is called, and whether it is a sum."""

    key: str
    name: str
    whole: bool = False


def books_lines() -> tuple[BooksLine, ...]:
    """Return the lines of the books of a day, in order; those that are no sums are left out where they are zero."""
    return (
        BooksLine("overdue_principal", translate("Late", "逾期本金")),
        BooksLine("overdue_interest", translate("Late", "逾期利息")),
        BooksLine("overdue_fee", translate("Late", "逾期手续费")),
        BooksLine("penalty_on_principal", translate("Late", "本金的罚息")),
        BooksLine("penalty_on_interest", translate("Late", "利息、费的罚息")),
        BooksLine("due_now", translate("Late", "要还才不逾期"), whole=True),
        BooksLine("normal_principal", translate("Late", "没到期的本金")),
        BooksLine("normal_interest", translate("Late", "本期到那天的利息")),
        BooksLine("credit", translate("Late", "先存着的钱")),
        BooksLine("settlement", translate("Late", "一次结清要"), whole=True),
    )


def books_why(subject: Subject, books: Ledger) -> dict[str, str]:
    """Return how the figures of the books came about, by their names."""
    late = [due for due in books.unpaid if due.due_date < books.as_of]
    parts = {
        "overdue_principal": [(due.number, due.due_date, due.principal) for due in late],
        "overdue_interest": [(due.number, due.due_date, due.interest) for due in late],
        "overdue_fee": [(due.number, due.due_date, due.fee) for due in late],
    }
    text = translate("Late", "第 {number} 期（{day}）{amount}")
    found = {
        name: " + ".join(text.format(number=number, day=day, amount=grouped(amount)) for number, day, amount in each)
        for name, each in parts.items()
    }
    nights = "\n".join(nights_why(subject.nights(books)))
    due = translate("Late", "没还的各期 {instalments} + 罚息 {penalty} = {due} 元")
    rest = books.settlement - books.due_now
    settled = translate(
        "Late", "要还 {due} + 没到期的本金 {principal} + 到那天的息费 {rest} − 存着的 {credit} = {all} 元"
    )
    return found | {
        "penalty_on_principal": nights,
        "penalty_on_interest": nights,
        "due_now": due.format(
            instalments=grouped(books.due_now - books.penalty_total),
            penalty=grouped(books.penalty_total),
            due=grouped(books.due_now),
        ),
        "settlement": settled.format(
            due=grouped(books.due_now),
            principal=grouped(books.normal_principal),
            rest=grouped(rest - books.normal_principal + books.credit),
            credit=grouped(books.credit),
            all=grouped(books.settlement),
        ),
    }


def first_steps(subject: Subject, books: Ledger, known: Overdue) -> tuple[str, ...]:
    """Return what somebody who is late does first, with their own figures."""
    said = [
        translate("Late", "逾期 {days} 天，{count} 期没还。今天付 {due} 元就不再逾期。").format(
            days=books.overdue_days, count=books.overdue_periods, due=grouped(books.due_now)
        )
    ]
    known_so_far = tuple(event for event in subject.events if event.date <= books.as_of)
    tomorrow = subject._replace(events=known_so_far).at(books.overdue_days + 1).penalty_total - books.penalty_total
    coming = known.next_stage(books.overdue_days)
    if coming is None:
        said.append(translate("Late", "再拖一天多付 {amount} 元。").format(amount=grouped(tomorrow)))
    else:
        day = subject.due_date + timedelta(days=coming.first_day)
        text = translate("Late", "再拖一天多付 {amount} 元；{day}起进入 {stage}。")
        said.append(text.format(amount=grouped(tomorrow), day=long_date(day), stage=coming.name))
    said.append(translate("Late", "一次还不上：能还多少先还多少，再打客服，带着数字谈分期。"))
    return tuple(said)


def way_name(found: Situation, kind: WayKind) -> str:
    """Return what a way is called, with its figures."""
    relief = found.relief
    text = {
        WayKind.NOTHING: translate("Ways", "不管它，\n再拖 {wait} 天"),
        WayKind.PAY_OVERDUE: translate("Ways", "还清\n逾期部分"),
        WayKind.PAY_ALL: translate("Ways", "一次\n结清"),
        WayKind.MINIMUM: translate("Ways", "最低还款，\n下月还其余"),
        WayKind.DEFER: translate("Ways", "整体推迟 \n{months} 个月"),
        WayKind.NEGOTIATE: translate("Ways", "协商\n分 {periods} 期"),
        WayKind.WAIVER: translate("Ways", "结清，罚息\n减 {share}%"),
        WayKind.MOVE: translate("Ways", "借{other}\n来还"),
        WayKind.CARD_PLAN: translate("Ways", "信用卡个性化分期\n最长 60 期"),
    }[kind]
    return text.format(
        wait=relief.wait_days,
        months=relief.defer_months,
        periods=found.periods,
        share=percent_exact(relief.waiver_share),
        other=_brand_name(found),
    )


def _brand_name(found: Situation) -> str:
    """Return whose money would repay the loan, in a word."""
    rule = found.rules.rules.get(found.other.product) if found.other else None
    if rule is None:
        return ""
    names = {Brand.JIEBEI: translate("Ways", "借呗"), Brand.HUABEI: translate("Ways", "花呗")}
    return names.get(rule.brand, str(rule.name))


def assumed_periods(found: Situation) -> str:
    """Return over how many periods a plan is asked for where the user does not say."""
    if found.relief.periods is not None:
        return ""
    return translate("Ways", "不填：按 {periods} 期算").format(periods=found.periods)


def way_label(found: Situation, kind: WayKind) -> str:
    """Return what a way is called, on one line."""
    return way_name(found, kind).replace("\n", pick("", " "))


def monthly_words(worked_out: Outcome) -> str:
    """Return what is paid each month after the day, in few words."""
    months = worked_out.by_month
    if not months:
        return "—"
    if len(set(months)) == 1:
        return grouped(months[0])
    return translate("Ways", "最多 {most}").format(most=grouped(max(months)))


def ways_sentence(found: Situation, all_ways: Iterable[Way]) -> str:
    """Return which way costs least for who can pay what is due, and for who can pay nothing that day.

    A waiver is the lender's to grant and new debt no way out: neither is named here. Nor is a new plan with a higher
    instalment than the one that could not be paid, while there is another.
    """
    unnamed = {WayKind.NOTHING, WayKind.WAIVER, WayKind.MOVE}
    able = [(each.kind, each.outcome) for each in all_ways if each.outcome and each.kind not in unnamed]
    due = min((worked_out.now for kind, worked_out in able if kind is WayKind.PAY_OVERDUE), default=None)
    paying = [each for each in able if each[1].now and (due is None or each[1].now <= due)]
    waiting = [each for each in able if not each[1].now]
    lighter = [each for each in waiting if max(each[1].by_month) <= found.subject.instalment]
    waiting = lighter or sorted(waiting, key=lambda each: max(each[1].by_month))[:1]
    said = []
    again = any(isinstance(event, Restructure) for event in found.subject.events)
    if paying:
        kind, best = min(paying, key=lambda each: each[1].extra)
        text = translate("Ways", "付得出 {now} 元的话，最省的是“{name}”：比按时还{cost}。")
        if again:
            text = translate("Ways", "付得出 {now} 元的话，最省的是“{name}”：比最初的计划{cost}。")
        elif best.day <= found.subject.due_date and not best.extra:
            text = translate("Ways", "付得出 {now} 元的话，按时还就好，一分不多付。")
        said.append(text.format(name=way_label(found, kind), cost=cost_words(best.extra), now=grouped(best.now)))
    if waiting:
        kind, best = min(waiting, key=lambda each: each[1].extra)
        text = translate("Ways", "一时拿不出钱，可以谈“{name}”：{cost}，以后每月 {most} 元。")
        if len(set(best.by_month)) > 1:
            text = translate("Ways", "一时拿不出钱，可以谈“{name}”：{cost}，以后每月最多 {most} 元。")
        most = grouped(max(best.by_month))
        said.append(text.format(name=way_label(found, kind), cost=cost_words(best.extra), most=most))
    return joined(*said)


def later_why(worked_out: Outcome) -> str:
    """Return what is paid after the day, each with its date."""
    return "\n".join(f"{day} {grouped(amount)}" for day, amount in worked_out.later)


def extra_why(found: Situation, worked_out: Outcome) -> str:
    """Return against what a way's extra cost stands."""
    agreed = found.agreed(worked_out.day)
    text = translate("Ways", "这样一共付 {all} 元（{day}以前已付 {before}），都按时付是 {agreed} 元")
    return text.format(
        all=grouped(agreed + worked_out.extra),
        day=long_date(worked_out.day),
        before=grouped(agreed + worked_out.extra - worked_out.total),
        agreed=grouped(agreed),
    )


def cost_words(extra: Decimal) -> str:
    """Return what a way costs against paying on time."""
    if extra < 0:
        return translate("Ways", "少付 {amount} 元").format(amount=grouped(-extra))
    return translate("Ways", "多付 {amount} 元").format(amount=grouped(extra))


def even_sentence(found: Situation, one: WayKind, other: WayKind, days: int) -> str:
    """Return until when waiting for the other way is no dearer than taking the one way now."""
    if one is other:
        return translate("Ways", "选两条不同的路，看哪天打平。")
    first, second = way_label(found, one), way_label(found, other)
    now = way(found, one, days)
    if now.outcome is None:
        return translate("Ways", "“{name}”：{why}。").format(name=first, why=now.problem.rstrip("。."))
    cost = cost_words(now.outcome.extra)
    last = break_even(found, one, other, days)
    if last is None:
        later = way(found, other, days)
        if later.outcome is None:
            return translate("Ways", "“{name}”：{why}。").format(name=second, why=later.problem.rstrip("。."))
        text = translate("Ways", "现在就“{first}”{cost}，总比“{second}”省。")
        return text.format(first=first, second=second, cost=cost)
    waited = (last - found.subject.on(days)).days
    if not waited:
        text = translate("Ways", "现在做，“{second}”不比“{first}”贵；明天起就说不准了。")
        return text.format(first=first, second=second)
    text = translate("Ways", "现在就“{first}”{cost}。{day}以前（{waited} 天内）能“{second}”，就不比它贵；再晚就贵了。")
    return text.format(first=first, second=second, cost=cost, day=long_date(last), waited=waited)


def support(said: Said | Stage, known: Overdue) -> str:
    """Return whose word something is and how sure it is: sources with their dates."""
    named = names_of(sources_named(said.sources, known.sources))
    note = str(said.note) if said.note else ""
    views = ""
    if isinstance(said, Said) and said.views:
        others = pick("；", "; ").join(str(view.value).rstrip("。.") for view in said.views)
        views = translate("Late", "另有说法：{others}。").format(others=others)
    whole = translate("Late", "{confidence} · {named}。").format(
        confidence=confidence_name(said.confidence), named=named
    )
    return joined(note, views, whole)
