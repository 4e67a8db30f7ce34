"""Why this number: the books of a late day and the ways out, figure by figure."""

from __future__ import annotations

from datetime import date

from jiebei_desktop.engine.ledger import Ledger
from jiebei_desktop.money import grouped
from jiebei_desktop.planning.late import Subject
from jiebei_desktop.planning.late_words import books_why, extra_why, later_why, nights_why, way_label
from jiebei_desktop.planning.reasons import figure_said, summed
from jiebei_desktop.planning.situation import Situation, Way
from jiebei_desktop.planning.wording import long_date
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate

_MOST = 12


def figure_why(subject: Subject, books: Ledger, key: str, rules: RuleBook) -> str:
    """Return how a figure of the books of a day came about, by its name in `Ledger`."""
    found = books_why(subject, books).get(key, "")
    if key == "normal_principal":
        text = translate("LateWhy", "没还的本金一共 {balance} − 逾期的本金 {late} = {normal} 元")
        late = books.balance - books.normal_principal
        found = text.format(balance=grouped(books.balance), late=grouped(late), normal=grouped(books.normal_principal))
    elif key == "normal_interest":
        text = translate("LateWhy", "没到期的本金从上个还款日到 {day} 的利息，还没到付的日子。")
        found = text.format(day=books.as_of)
    elif key == "credit":
        found = translate("LateWhy", "多付的钱，等到下一个还款日再用。")
    said = [found]
    if key.startswith("penalty") or key in {"due_now", "settlement"}:
        said += rule_why(subject, rules)
    return "\n".join(filter(None, said))


def periods_why(books: Ledger) -> str:
    """Return which instalments are late, and since when days are counted."""
    late = [due for due in books.unpaid if due.due_date < books.as_of]
    if not late:
        return translate("LateWhy", "到 {day} 没有逾期的。").format(day=books.as_of)
    text = translate("LateWhy", "第 {number} 期（{day}）没还 {amount}")
    said = [text.format(number=due.number, day=due.due_date, amount=grouped(due.whole)) for due in late[:_MOST]]
    text = translate("LateWhy", "从最早那期的还款日 {first} 算到 {day}：{days} 天。")
    return "\n".join((*said, text.format(first=late[0].due_date, day=books.as_of, days=books.overdue_days)))


def penalty_why(subject: Subject, books: Ledger, rules: RuleBook) -> str:
    """Return the nights that being late since the due date cost, and the rule behind them."""
    nights = nights_why(subject.nights(books))
    if not nights:
        nights = (translate("LateWhy", "还款日当天 24:00 以前还不算逾期，到那天没有罚息。"),)
    first, second = subject.cost_by(books)
    text = translate("LateWhy", "本金的罚息 {first} + 利息和费的罚息 {second} = {whole} 元，各自取整到分。")
    whole = text.format(first=grouped(first), second=grouped(second), whole=grouped(first + second))
    return "\n".join((subject.label, *nights, *((whole,) if first or second else ()), *rule_why(subject, rules)))


def rule_why(subject: Subject, rules: RuleBook) -> list[str]:
    """Return the rule of being late with its sources; of the user's own, that it is."""
    name = translate("CompareWhy", "罚息")
    if subject.loan is not None and subject.loan.overdue is not None:
        return [translate("LateWhy", "{name}：这笔借款自己填的规则。").format(name=name)]
    product = subject.terms.product
    if product is None or product not in rules.rules:
        return []
    rule = rules.rule(product, subject.terms.start_date)
    return figure_said(name, "overdue", rule.overdue, rule.sources) if rule.overdue is not None else []


def now_why(found: Situation, way: Way) -> str:
    """Return what has to be there on the day that a way is taken."""
    outcome = way.outcome
    if outcome is None:
        return ""
    if not outcome.now:
        text = translate("LateWhy", "“{way}”当天不用付钱。")
        return text.format(way=way_label(found, way.kind))
    books = found.books(outcome.day)
    text = translate("LateWhy", "{day}那天：要还才不逾期 {due} 元，一次结清 {all} 元。")
    said = text.format(day=long_date(outcome.day), due=grouped(books.due_now), all=grouped(books.settlement))
    text = translate("LateWhy", "“{way}”当天付其中的 {now} 元。")
    whole = text.format(way=way_label(found, way.kind), now=grouped(outcome.now))
    return "\n".join((said, whole, *nights_why(found.subject.nights(books))))


def monthly_why(way: Way) -> str:
    """Return what is paid after that day, each with its date."""
    return (later_why(way.outcome) if way.outcome else "") or translate("LateWhy", "以后不用再付。")


def months_why(way: Way) -> str:
    """Return in which months something is paid after that day."""
    outcome = way.outcome
    if outcome is None:
        return ""
    months = dict.fromkeys(f"{day:%Y-%m}" for day, _ in outcome.later)
    return " ".join(months) or translate("LateWhy", "以后不用再付。")


def total_why(way: Way) -> str:
    """Return all that is paid from that day on as a sum."""
    outcome = way.outcome
    return summed([outcome.now, *(amount for _, amount in outcome.later)], outcome.total) if outcome else ""


def extra_whole_why(found: Situation, way: Way) -> str:
    """Return against what a way's extra cost stands, with the subtraction itself."""
    outcome = way.outcome
    if outcome is None:
        return ""
    agreed = found.agreed(outcome.day)
    paid = agreed + outcome.extra
    return "\n".join((extra_why(found, outcome), f"{grouped(paid)} − {grouped(agreed)} = {grouped(outcome.extra)}"))


def clean_why(found: Situation, way: Way) -> str:
    """Return why nothing is late any more from a day on."""
    if way.outcome is None:
        return ""
    text = translate("LateWhy", "“{way}”在 {day}把逾期的部分了结，从这天起不再算逾期。")
    return text.format(way=way_label(found, way.kind), day=long_date(way.outcome.clean))


def last_why(day: date | None) -> str:
    """Return what the last day of a way means, and how it was found."""
    if day is None:
        return translate("LateWhy", "哪天做都不比“不管它”省。")
    text = translate("LateWhy", "{day}是最后一天：那天做还比“不管它”省，再晚就不省了。")
    return text.format(day=long_date(day))
