"""What people ask about all of their money: how much can be borrowed, which loan is first, and a bill that is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from jiebei_desktop.money import grouped, percent
from jiebei_desktop.planning.budget.capacity import Carry, carries
from jiebei_desktop.planning.budget.household import BILL_MINIMUM
from jiebei_desktop.planning.budget.limits import limit_left
from jiebei_desktop.planning.budget.outlook import basis
from jiebei_desktop.planning.budget.words import brand_name, carry_why
from jiebei_desktop.planning.document import loan_schedule
from jiebei_desktop.planning.helping.answer import Answer, Case, Told, told
from jiebei_desktop.planning.helping.support import fact, of_help, of_rule, together
from jiebei_desktop.planning.hints import billed_instalment_check
from jiebei_desktop.planning.payoff.debts import Early, RealDebt, debts_of
from jiebei_desktop.planning.payoff.words import daily_cost
from jiebei_desktop.planning.wording import long_date
from jiebei_desktop.products import Brand, ProductRule
from jiebei_desktop.text import pick, translate


def limit(case: Case) -> Answer:
    """Return how much more could be carried by the budget, and what is known of limits."""
    plan = case.plan
    firsts = [rule for brand in (Brand.JIEBEI, Brand.HUABEI) if (rule := case.first(brand))]
    support = together(*(of_rule(rule, "principal.least", "principal.most") for rule in firsts))
    known = [_published(rule) for rule in firsts if rule.principal]
    apart = translate("Help", "额度说的是最多能借多少；还不还得上，要看收支。")
    if plan.budget.empty:
        lead = translate("Help", "填上收入和开支，就知道再借多少还还得上。")
        return Answer(lead, (apart, *known), support, "budget", translate("Help", "去“预算”里填收支"))
    base = basis(plan, case.rules, case.today, memory=case.memory)
    found = [each for each in carries(plan, case.rules, base, base.outlook()) if each.cycle != BILL_MINIMUM]
    able = [each for each in found if each.problem is None]
    best = max(able, key=lambda each: each.amount, default=None)
    said = (carry_why(best, plan.budget.cushion) if best else "", apart, *_limits(case), *known, case.left_out())
    return Answer(
        _carried(best, case),
        tuple(filter(None, said)),
        support,
        "budget",
        translate("Help", "去“预算”里看能承担多少"),
        tuple(_carry_figures(each) for each in able) if best and best.amount else (),
    )


def _published(rule: ProductRule) -> str:
    assert rule.principal is not None  # noqa: S101 - those without were left out
    text = translate("Help", "{name}公布的范围是 {least} 到 {most} 元，各人不同，以自己 App 为准。")
    least, most = rule.principal.least.value, rule.principal.most.value
    return text.format(name=rule.name, least=grouped(least), most=grouped(most))


def _carried(best: Carry | None, case: Case) -> str:
    if best is None:
        return translate("Help", "现在算不出还能借多少。")
    if not best.amount:
        return translate("Help", "按你填的收支，现在再借一笔，往后会有一天不够。")
    text = translate("Help", "按你填的收支，{label}最多再借 {amount} 元，往后每天都还留得住 {cushion} 元。")
    cushion = grouped(case.plan.budget.cushion)
    return text.format(label=best.label, amount=grouped(best.amount), cushion=cushion)


def _carry_figures(found: Carry) -> tuple[str, str]:
    text = translate("Help", "最多 {amount} 元，一次最多还 {instalment} 元")
    return found.label, text.format(amount=grouped(found.amount), instalment=grouped(found.instalment))


def _limits(case: Case) -> Iterator[str]:
    text = translate("Help", "{name}的额度还剩 {left} 元（按你填的）。")
    brands = (Brand.JIEBEI, Brand.HUABEI)
    left = {brand: limit_left(case.plan, case.rules, brand, case.today) for brand in brands}
    known = {brand: each for brand, each in left.items() if each is not None}
    yield from (text.format(name=brand_name(brand), left=grouped(each)) for brand, each in known.items())
    if len(known) < len(brands):
        yield translate("Help", "额度没填的，按产品最多的算；在“预算”里填上更准。")


def mismatch(case: Case) -> Answer:
    """Return how to find out why a bill differs, and what the user has said that differs already."""
    found = told(case)
    checks = [
        check.message
        for each in found.subjects
        if each.loan and (check := billed_instalment_check(each.loan, loan_schedule(each.loan, found.case.rules)))
    ]
    text = translate("Help", "{message}。")
    said = (
        *_expected(found),
        *(text.format(message=message.rstrip("。.")) for message in checks),
        translate("Help", "把支付宝导出的账单放进“对账”，程序一笔一笔对，差的会说可能是为什么。"),
        translate("Help", "文件只在这台电脑上读，不上传。对不上时以放款方的记录为准，可以打客服问差在哪里。"),
    )
    action = translate("Help", "去“对账”里放账单")
    return found.answer(fact("differences"), said, of_help("differences"), "reconcile", action)


def _expected(found: Told) -> Iterator[str]:
    text = translate("Help", "{label}第 {number} 期，{day}到期，按条件算是 {amount} 元。")
    for each in found.subjects:
        number, day, amount = each.number, each.due_date, each.instalment
        due = found.case.dues(each).next
        if due is not None and due.number and not each.days:  # which can be before the first that will be missed
            number, day, amount = due.number, due.day, due.amount + due.kept
        yield text.format(label=each.name, number=number, day=long_date(day), amount=grouped(amount))


def order(case: Case) -> Answer:
    """Return which loan to pay first: what is late, then what costs most a day."""
    found = told(case)
    if found.example:
        both = found.case.with_example(Brand.HUABEI)
        found = found._replace(case=both, subjects=tuple(both.own()))
    debts = debts_of(found.case.plan, found.case.rules, case.today).found
    late = sorted((each for each in debts if each.late_days), key=lambda each: -each.late_days)
    due_now = {each.key: found.case.dues(each).due_now for each in found.subjects}  # with what falls due today
    late = [each._replace(due_now=due_now[each.key]) for each in late]
    saving = sorted((each for each in debts if each.saves), key=lambda each: -each.price)
    idle = [each for each in debts if not each.saves and not each.late_days]
    text = translate("Help", "{names}提前还省不了利息或手续费，照期还就好。")
    said = (
        fact("daily_price"),
        text.format(names=pick("、", ", ").join(each.label for each in idle)) if idle else "",
        translate("Help", "哪种还法最省，“策略”会把每笔的日子和规则都算进去，还会证明没有更省的。"),
    )
    return found.answer(
        _first(late, saving, len(debts)),
        said,
        of_help("daily_price"),
        "payoff",
        translate("Help", "去“策略”里看最省的还法"),
        (_price(each) for each in (*late, *(debt for debt in saving if not debt.late_days))),
    )


def _first(late: list[RealDebt], saving: list[RealDebt], count: int) -> str:
    if late:
        text = translate("Help", "先还{label}逾期的部分：今天付 {amount} 元，它就不再逾期。")
        return text.format(label=late[0].label, amount=grouped(late[0].due_now))
    if not saving:
        return translate("Help", "没有提前还能省钱的借款：都照期还，一样多。")
    text = translate("Help", "多出来的钱先还{label}：它最花钱，每一万元一天 {cost} 元。")
    if count == 1:
        text = translate("Help", "只有{label}这一笔：多出来的钱还它，每一万元一天省 {cost} 元。")
    return text.format(label=saving[0].label, cost=grouped(daily_cost(saving[0])))


def _price(debt: RealDebt) -> tuple[str, str]:
    if debt.late_days:
        text = translate("Help", "逾期 {days} 天，今天付 {amount} 元就不再逾期")
        return debt.label, text.format(days=debt.late_days, amount=grouped(debt.due_now))
    text = translate("Help", "每一万元一天 {cost} 元，提前还一年省 {rate}")
    if debt.early is Early.WHOLE:
        text = translate("Help", "要一次还清才省：每一万元一天 {cost} 元，一年 {rate}")
    return debt.label, text.format(cost=grouped(daily_cost(debt)), rate=percent(debt.price))
