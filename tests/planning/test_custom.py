"""Products of the user's own: a card, another lender, a friend."""

from decimal import Decimal

import pytest

from jiebei_desktop.calendar import DayCount
from jiebei_desktop.engine import product_defaults
from jiebei_desktop.engine.ledger import late_cost
from jiebei_desktop.files.plan_file import load_plan, save_plan
from jiebei_desktop.planning.custom import filled_like, missing, new_product, rule_of, with_own_products
from jiebei_desktop.planning.document import loan_schedule, loan_terms
from jiebei_desktop.planning.entry import Field, new_loan, new_plan
from jiebei_desktop.planning.why import why
from jiebei_desktop.values import Method, ProblemError, RatePer
from tests.conftest import TODAY


def product(**changes):
    return new_product("银行贷款").model_copy(update=changes)


def test_a_yearly_rate_counts_by_the_month_and_a_daily_one_by_the_day():
    bank = rule_of(product(rate=Decimal("0.045")), TODAY)
    card = rule_of(product(rate=Decimal("0.0005"), rate_per=RatePer.DAY), TODAY)
    assert (bank.day_count.value, card.day_count.value) == (DayCount.PERIOD, DayCount.ACTUAL)
    assert "early" not in product_defaults(bank)


def test_a_bank_loan_of_ones_own(rules):
    bank = product(rate=Decimal("0.037"))
    book = with_own_products(rules, [bank], TODAY)
    loan = new_loan(book.rule(bank.id), TODAY).model_copy(update={"principal": Decimal(50000)})
    found = loan_schedule(loan, book)
    assert found.rows[0].payment == Decimal("4250.64")  # wap.manyoumao.com/kexue/5469485: 50,000 at 3.7 % over 12
    assert "价格：来自 你自己填的，无日期（较可靠）。" in why(found.rows[0], found, book.rule(bank.id))


def test_a_friend_who_takes_a_flat_fee_and_a_late_price(rules):
    friend = product(method=Method.FLAT_FEE, fee_rate=Decimal("0.06"), penalty_rate=Decimal("0.001"), periods=6)
    book = with_own_products(rules, [friend], TODAY)
    found = loan_schedule(new_loan(book.rule(friend.id), TODAY), book)
    assert found.totals.fee == 600
    # a sixth of 10,000 and of 600, 0.1 % a day over 10 days
    assert late_cost(found, book.rule(friend.id).overdue.value, 10) == Decimal("17.67")


def test_it_stands_last_and_is_saved_with_the_plan(rules, tmp_path):
    own = product()
    plan = new_plan("计划", rules, TODAY).model_copy(update={"products": (own,)})
    assert [rule.id for rule in with_own_products(rules, plan.products, TODAY).ordered][-1] == own.id
    save_plan(tmp_path / "a.jiehua", plan)
    assert load_plan(tmp_path / "a.jiehua") == plan
    assert with_own_products(rules, (), TODAY) is rules


def test_a_loan_whose_product_turned_to_fees_says_so(rules):
    bank = product(rate=Decimal("0.037"))
    loan = new_loan(with_own_products(rules, [bank], TODAY).rule(bank.id), TODAY)
    turned = bank.model_copy(update={"method": Method.FLAT_FEE, "fee_rate": Decimal("0.05")})
    with pytest.raises(ProblemError) as caught:
        loan_terms(loan, with_own_products(rules, [turned], TODAY))
    assert caught.value.problem.field == "method"


@pytest.mark.parametrize("name", ["", " ", "字" * 61])
def test_a_product_needs_a_name(rules, name):
    from jiebei_desktop.planning.entry import edit

    with pytest.raises(ProblemError) as caught:
        edit(new_product("卡"), Field.NAME, name, rules)
    assert caught.value.problem.field == "name"


def test_a_product_filled_in_like_another_keeps_its_name_and_id(rules):
    like = filled_like(product(), rules.rule("jiebei"))
    assert (like.id[:4], like.name) == ("own_", "银行贷款")
    assert (like.method, like.periods, like.rate, like.rate_per) == (
        Method.EQUAL_PAYMENT,
        12,
        Decimal("0.0004"),
        RatePer.DAY,
    )
    assert like.penalty_rate == Decimal("0.0006")  # one and a half times 0.04 %


@pytest.mark.parametrize(
    ("name", "fee", "penalty"),
    [("huabei_instalment", "0.088", "0.0005"), ("jiebei_instalment", "0.078", None)],  # 12 × 0.65 %; nobody knows
)
def test_a_product_filled_in_like_one_with_a_fee_charges_a_fee(rules, name, fee, penalty):
    like = filled_like(product(rate=Decimal("0.1")), rules.rule(name))
    assert (like.method, like.rate, like.fee_rate) == (Method.FLAT_FEE, None, Decimal(fee))
    assert like.penalty_rate == (Decimal(penalty) if penalty else None)
    assert rule_of(like, TODAY).fee_rate(12) == Decimal(fee)


def test_what_is_missing_is_said_at_its_field():
    assert set(missing(product())) == {Field.RATE, Field.PENALTY_RATE}
    assert set(missing(product(method=Method.FLAT_FEE, rate=Decimal("0.1")))) == {Field.FEE_RATE, Field.PENALTY_RATE}
    assert missing(product(rate=Decimal("0.1"), penalty_rate=Decimal(0))) == {}
