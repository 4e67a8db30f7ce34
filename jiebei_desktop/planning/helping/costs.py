"""What people ask about the price: instalments and their true rate, how interest comes about, and ways to pay back."""

from __future__ import annotations

from jiebei_desktop.engine import Row, Schedule, rated_schedule
from jiebei_desktop.money import grouped, percent, percent_exact
from jiebei_desktop.planning.comparison import compare
from jiebei_desktop.planning.document import Loan, loan_schedule, loan_terms, rule_for
from jiebei_desktop.planning.helping.answer import Answer, Case, Told, told
from jiebei_desktop.planning.helping.support import Support, fact, of_help, of_rule, together
from jiebei_desktop.planning.late import Subject
from jiebei_desktop.planning.offers import Offer, OfferOption
from jiebei_desktop.planning.verdict import verdict
from jiebei_desktop.planning.why import cost_why, instalment_why
from jiebei_desktop.planning.wording import joined, loan_sentence, method_name, rates_sentence
from jiebei_desktop.planning.worked import OfferWorked
from jiebei_desktop.products import Brand
from jiebei_desktop.text import translate
from jiebei_desktop.values import Method

_COUNTED = ("day_count", "rounding", "fee.per_period")
_EXAMPLE = ("rate.typical",)
"""What an example rests on besides: the price, which a user has entered for their own loan."""


def instalments(case: Case) -> Answer:
    """Return what each instalment takes, what it all costs, and the true annual rate; and how that is judged."""
    found = told(case)
    shown = loan_schedule(found.loan, found.case.rules)
    text = translate("Help", "{label}：{sentence}")
    if found.main.days:
        text = translate("Help", "{label}，照约定的：{sentence}")
    compared = verdict(compare(case.plan, case.rules))
    flat = _flat_example(case)
    return found.answer(
        text.format(label=found.main.name, sentence=loan_sentence(shown)),
        (
            rates_sentence(shown),
            translate("Help", "划不划算，先看一共多付多少、每期还不还得起；几个产品放在一起，比实际年化。"),
            _flat_words(flat),
            translate("Help", "“对比”里现在的两种：{headline}").format(headline=compared.headline)
            if compared.reason
            else "",
        ),
        together(_rule_support(found, *_COUNTED), _flat_support(case), of_help("annual")),
        "compare",
        translate("Help", "去“对比”里看"),
        (_each(each, loan_schedule(each.loan, found.case.rules)) for each in found.subjects if each.loan),
    )


def _each(subject: Subject, found: Schedule) -> tuple[str, str]:
    text = translate("Help", "第 {number} 期 {due} 元，一共多付 {cost} 元，实际年化 {rate}")
    rate, cost = percent(found.rates.effective_annual), grouped(found.totals.cost)
    return subject.name, text.format(number=subject.number, due=grouped(subject.instalment), cost=cost, rate=rate)


def _flat_example(case: Case) -> Schedule | None:
    """Return a usual loan that charges a fee by instalment; None where the products have none."""
    if case.first(Brand.HUABEI) is None:
        return None
    loan = case.with_example(Brand.HUABEI).plan.loans[-1]
    return rated_schedule(loan_terms(loan, case.rules))


def _flat_words(found: Schedule | None) -> str:
    if found is None:
        return ""
    text = translate(
        "Help",
        "花呗分期的手续费一直按最初的本金收，本金却每期都在还，所以看着低：{periods} 期一共收 {fee}%，"
        "折成一年是 {nominal}。",
    )
    fee, nominal = percent_exact(found.terms.fee_rate), percent(found.rates.nominal_annual)
    return text.format(periods=found.terms.periods, fee=fee, nominal=nominal)


def _flat_support(case: Case) -> Support:
    return of_rule(case.first(Brand.HUABEI), "fee.by_periods.12")


def _rule_support(found: Told, *paths: str) -> Support:
    """Return the support of figures of the rules that loans follow; an example rests on a price, too."""
    wanted = (*paths, *_EXAMPLE) if found.example else paths
    return together(*(of_rule(rule_for(each.loan, found.case.rules), *wanted) for each in found.subjects if each.loan))


def interest(case: Case) -> Answer:
    """Return how interest and fees come about, by the next instalment of a loan of each kind."""
    found = told(case)
    flat = [each for each in found.subjects if each.terms.method is Method.FLAT_FEE]
    daily = [each for each in found.subjects if each.terms.method is not Method.FLAT_FEE]
    by_day = translate("Help", "收利息的（借呗）：还欠着的本金 × 利率 × 这一期的天数，取到分。")
    by_fee = translate("Help", "收手续费的（花呗分期）：最初的本金 × 总费率 ÷ 期数，每期一样多，收到最后一期。")
    shown = [kind[0] for kind in (daily, flat) if kind]
    return found.answer(
        joined(*((by_day, by_fee) if found.main in daily else (by_fee, by_day))),
        [_row_words(each, found.case) for each in shown],
        together(
            _rule_support(found._replace(subjects=tuple(shown)), *_COUNTED),
            of_help("cost_table"),
        ),
        "loans",
        translate("Help", "去“借款”里看每一期"),
    )


def _row_words(subject: Subject, case: Case) -> str:
    """Return how the figures of the instalment that falls due next, or is late, came about."""
    assert subject.loan is not None  # noqa: S101 - offers were left out
    row = _row(subject, loan_schedule(subject.loan, case.rules))
    text = translate("Help", "{label}第 {number} 期：{why}")
    said = joined(*cost_why(row, subject.terms), *instalment_why(row))
    return text.format(label=subject.name, number=subject.number, why=said)


def _row(subject: Subject, found: Schedule) -> Row:
    return next(row for row in found.rows if (row.period, row.due_date) == (subject.number, subject.due_date))


def methods(case: Case) -> Answer:
    """Return what the same loan costs with equal payments and with interest first."""
    found = _several(told(case, flat=False))
    loan, text = found.loan, translate("Help", "{label}，两种还法比一比：{headline}")
    both = (Method.EQUAL_PAYMENT, Method.INTEREST_FIRST)
    options = tuple(_option(loan, method) for method in both)
    tried = case.plan.comparison.model_copy(
        update={
            "amount": loan.principal,
            "start_date": loan.start_date,
            "options": options,
            "base": 0,
            "prepayment": None,
        }
    )
    compared = compare(found.case.plan.model_copy(update={"comparison": tried}), found.case.rules)
    said = verdict(compared)
    worked = [(method, column.worked) for method, column in zip(both, compared.columns, strict=True)]
    return found.answer(
        text.format(label=found.main.name, headline=said.headline),
        (
            fact("interest_first"),
            translate("Help", "每月等额，每期一样多，心里有数；先息后本前面轻，最后一期要拿得出全部本金。"),
            translate("Help", "借呗的先息后本只对部分人开放，有没有看自己的 App。"),
        ),
        together(of_help("interest_first"), _rule_support(found, "methods")),
        "compare",
        translate("Help", "去“对比”里换着看"),
        (_method_figures(method, each) for method, each in worked if isinstance(each, OfferWorked)),
    )


def _several(found: Told) -> Told:
    """Return what can be told by a loan of more than one instalment: an example where the user has none."""
    several = tuple(each for each in found.subjects if each.terms.periods > 1)
    if several:
        return found._replace(subjects=several)
    return told(found.case._replace(plan=found.case.plan.model_copy(update={"loans": ()})))


def _option(loan: Loan, method: Method) -> OfferOption:
    kept = {name: getattr(loan, name) for name in Offer.model_fields} | {"method": method}
    return OfferOption(**kept, due_day=loan.due_day)


def _method_figures(method: Method, worked: OfferWorked) -> tuple[str, str]:
    text = translate("Help", "第一期 {first} 元，最后一期 {last} 元，一共多付 {cost} 元")
    first, last = grouped(worked.dues[0].payment), grouped(worked.dues[-1].payment)
    return method_name(method), text.format(first=first, last=last, cost=grouped(worked.cost))
