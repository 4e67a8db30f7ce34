"""A copy of a plan to show to others: the same structure, nobody's names, other amounts."""

import json
import types
import typing
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from jiebei_desktop import text
from jiebei_desktop.calendar import FIRST_DAY
from jiebei_desktop.engine import Payment, Prepayment, Waiver, WaiverOf
from jiebei_desktop.files.plan_file import load_plan, save_plan
from jiebei_desktop.money import FEN, MAX_MONEY
from jiebei_desktop.planning.anonymous import Place, anonymised, random_factor
from jiebei_desktop.planning.custom import with_own_products
from jiebei_desktop.planning.document import Loan, Plan, Snapshot, loan_schedule
from jiebei_desktop.planning.entry import new_loan, new_plan
from jiebei_desktop.planning.hints import billed_instalment_check
from jiebei_desktop.planning.late import loan_ledger
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.values import Money, Rate
from tests.conftest import SEED, TODAY

PLANS = Path(__file__).parents[1] / "data" / "plans"
HALF_MORE = Decimal("1.5")
LATER = date(2027, 12, 31)
COMPARISON = {
    "amount": "12000",
    "start_date": "2026-06-15",
    "options": [
        {**{key: SEED[key] for key in ("product", "periods", "method", "rate", "rate_per")}, "kind": "offer"},
        {"kind": "bill", "pay": "minimum", "statement_day": 1, "due_day": 10},
    ],
}
FACTORS = st.one_of(st.just(HALF_MORE), st.decimals("0.5", "2", places=4))


def made(**parts) -> Plan:
    return Plan.model_validate({"name": "", "comparison": COMPARISON, **parts})


def written(plan: Plan) -> str:
    return json.dumps(plan.model_dump(mode="json"), ensure_ascii=False)


def book(plan: Plan):
    return with_own_products(shipped_rules(), plan.products, FIRST_DAY)


def leaves(value, path=()):
    """Yield all that stands in JSON, each with the keys that lead to it."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from leaves(each, (*path, key))
    elif isinstance(value, list | tuple):
        for place, each in enumerate(value):
            yield from leaves(each, (*path, place))
    else:
        yield ".".join(map(str, path)), value


def changes(plan: Plan, factor: Decimal) -> dict[str, object]:
    """Return what is different in the copy, and check that it has no more and no fewer keys."""
    before = dict(leaves(plan.model_dump(mode="json")))
    after = dict(leaves(anonymised(plan, factor).model_dump(mode="json")))
    assert list(before) == list(after)
    return {path: value for path, value in after.items() if value != before[path]}


# --- an example -------------------------------------------------------------------------------------------------------


def test_the_plan_of_0_1_0_with_half_as_much_again():
    assert changes(load_plan(PLANS / "0.1.0.jiehua"), HALF_MORE) == {
        "name": "匿名的计划",
        "products.0.id": "own_1",
        "products.0.name": "产品 1",
        "loans.0.id": "loan1",
        "loans.0.principal": "18000.00",
        "loans.0.events.0.amount": "1500.00",
        "loans.0.billed_instalment": "1950.00",
        "loans.1.id": "loan2",
        "loans.1.name": "借款 2",
        "loans.1.principal": "9000.00",
        "loans.2.product": "own_1",
        "loans.2.id": "loan3",
        "loans.2.name": "借款 3",
        "loans.2.principal": "4500.00",
        "loans.2.events.0.amount": "750.00",
        "comparison.amount": "18000.00",
        "scenarios.0.name": "方案 1",
        "scenarios.0.comparison.amount": "18000.00",
        "relief.income": "12000.00",
        "relief.reason": "",
        "relief.signature": "",
        "budget.accounts.0.id": "account1",
        "budget.accounts.0.balance": "6900.00",
        **{f"budget.entries.{place}.id": f"entry{place + 1}" for place in range(6)},
        **{f"budget.entries.{place}.category": f"类别 {place + 1}" for place in range(6)},
        "budget.entries.0.amount": "8400.00",
        "budget.entries.1.amount": "7500.00",
        "budget.entries.2.amount": "2250.00",
        "budget.entries.3.amount": "3450.00",
        "budget.entries.4.amount": "192.00",
        "budget.entries.5.amount": "600.00",
        "budget.cushion": "450.00",
    }


@pytest.mark.parametrize("factor", ["0.5", "0.8713", "1.5", "2"])
def test_its_schedules_scale_within_some_fen_a_row(factor):
    plan = load_plan(PLANS / "0.1.0.jiehua")
    copy = anonymised(plan, Decimal(factor))
    for loan, other in zip(plan.loans, copy.loans, strict=True):
        rows, others = (loan_schedule(loan, book(plan)).rows, loan_schedule(other, book(copy)).rows)
        assert [(row.period, row.due_date, row.event) for row in rows] == [
            (row.period, row.due_date, row.event) for row in others
        ]
        for row, scaled in zip(rows, others, strict=True):
            assert abs(row.payment * Decimal(factor) - scaled.payment) <= Decimal("0.05")


def test_an_empty_plan_is_only_renamed():
    assert set(changes(made(name="我的"), HALF_MORE)) == {"name", "comparison.amount"}


def test_names_are_in_the_language_in_use(monkeypatch):
    monkeypatch.setattr(text._state, "catalogue", {("Anonymous", "借款 {number}"): "Loan {number}"})
    assert anonymised(made(loans=[SEED | {"name": "王小明的"}]), HALF_MORE).loans[0].name == "Loan 1"


# --- texts and ids ----------------------------------------------------------------------------------------------------

RICH = made(
    name="王家的计划",
    products=[{"id": "own_wang", "name": "王家的卡"}, {"id": "own_li", "name": "李四", "rate": "0.1"}],
    loans=[
        SEED | {"id": "王 A", "name": "王家装修"},
        SEED | {"id": "王 B", "name": " ", "product": "own_li"},
        SEED | {"id": "王 C", "name": "王家装修", "product": "王家的"},
        SEED | {"id": "card", "name": "王家买车", "product": "own_wang"},
    ],
    comparison={
        **COMPARISON,
        "options": [
            *({**option, "name": "王家的选项"} for option in COMPARISON["options"]),
            {**COMPARISON["options"][0], "product": "own_li"},
        ],
    },
    scenarios=[{"name": "王家去年", "comparison": COMPARISON}, {"name": "王家今年", "comparison": COMPARISON}],
    relief={"reason": "王家有事", "signature": "王小明", "contact": "13800000000"},
    budget={
        "accounts": [{"id": "card", "name": "王家的卡"}, {"id": "王家的钱", "name": "", "balance": "10"}],
        "entries": [
            {"id": "王的工资", "name": "王的工资", "kind": "income", "amount": "1", "day": 1, "category": "王的单位"},
            {"id": "card", "amount": "1", "day": 1, "category": "王家吃饭", "account": "card", "by_huabei": True},
            {"id": "3", "amount": "1", "day": 1, "category": "王家吃饭", "account": "王家的钱"},
            {"id": "4", "kind": "transfer", "amount": "1", "day": 1, "account": "card", "to_account": "王家的钱"},
        ],
        "trial": {"huabei": "minimum"},
        "order": ["card", "王 A", "王家还清的"],
    },
    stress={"income": {"entry": "王的工资"}, "earners": ["王的工资", "王家没有的"]},
)


def test_texts_are_replaced_and_references_follow():
    copy = anonymised(RICH, HALF_MORE)
    assert [product.id for product in copy.products] == ["own_1", "own_2"]
    assert [product.name for product in copy.products] == ["产品 1", "产品 2"]
    assert [(loan.id, loan.name, loan.product) for loan in copy.loans] == [
        ("loan1", "借款 1", "jiebei"),
        ("loan2", "", "own_2"),
        ("loan3", "借款 3", "own_3"),  # of no product before, and of none after
        ("loan4", "借款 4", "own_1"),
    ]
    assert [option.name for option in copy.comparison.options] == ["选项 1", "选项 2", ""]
    assert [getattr(option, "product", None) for option in copy.comparison.options] == ["jiebei", None, "own_2"]
    assert [scenario.name for scenario in copy.scenarios] == ["方案 1", "方案 2"]
    assert (copy.relief.reason, copy.relief.signature, copy.relief.contact) == ("", "", "")
    budget = copy.budget
    assert [(account.id, account.name) for account in budget.accounts] == [("account1", "账户 1"), ("account2", "")]
    assert [(entry.id, entry.name, entry.category, entry.account, entry.to_account) for entry in budget.entries] == [
        ("entry1", "收支 1", "类别 1", "", ""),
        ("entry2", "", "类别 2", "account1", ""),
        ("entry3", "", "类别 2", "account2", ""),
        ("entry4", "", "", "account1", "account2"),
    ]
    assert (budget.trial.huabei, budget.order) == ("minimum", ("loan4", "loan1", "loan5"))
    assert copy.stress.income.entry == "entry1"
    assert copy.stress.earners == ("entry1", "entry5")


@pytest.mark.parametrize("secret", ["王", "李四", "wang", "li", "138", "card"])
def test_nothing_of_the_user_s_is_in_the_file(secret, tmp_path):
    assert secret in written(RICH)
    save_plan(tmp_path / "a.jiehua", anonymised(RICH, HALF_MORE))
    values = [str(value) for _, value in leaves(json.loads((tmp_path / "a.jiehua").read_text(encoding="utf-8")))]
    assert not [value for value in values if secret in value.replace("capitalise", "")]


def test_keys_that_this_version_does_not_know_are_gone_wherever_they_are():
    extra = {"diary": "王小明", "more": {"phone": ["138"]}}
    plan = made(
        **extra,
        loans=[SEED | extra],
        comparison={**COMPARISON, **extra, "options": [{**each, **extra} for each in COMPARISON["options"]]},
        budget={**extra, "accounts": [{"id": "a", **extra}], "trial": extra},
        stress={**extra, "chance": extra},
    )
    assert written(plan).count("王小明") == 10
    clean = made(loans=[SEED], budget={"accounts": [{"id": "a"}]})
    assert anonymised(plan, HALF_MORE) == anonymised(clean, HALF_MORE)


def test_earlier_states_are_left_out():
    kept = Snapshot(name="王家去年", made=date(2026, 1, 1), content={"name": "王家", "loans": [{"principal": "1234"}]})
    copy = anonymised(made(snapshots=[kept]), HALF_MORE)
    assert copy.snapshots == ()


# --- what a later version adds ----------------------------------------------------------------------------------------


class Note(BaseModel):
    said: str
    cost: Money
    shares: tuple[Rate, ...]
    costs: tuple[Money | None, ...]


class LaterLoan(Loan):
    diary: str = ""
    tags: tuple[str, ...] = ()
    note: Note | None = None
    fees: typing.Annotated[Money, Field(ge=2)] = Decimal(3)


class LaterPlan(Plan):
    loans: tuple[LaterLoan, ...] = ()
    word: typing.Literal["one", "two"] = "one"


def test_a_field_of_a_later_version_does_not_get_out():
    note = {"said": "王", "cost": "10", "shares": ["0.1"], "costs": ["20", None]}
    loan = SEED | {"name": "王", "diary": "王", "tags": ["王", "小"], "note": note, "fees": "3.5"}
    plan = LaterPlan.model_validate({"name": "王", "comparison": COMPARISON, "loans": [loan], "word": "two"})
    copy = anonymised(plan, Decimal("0.5"))
    assert isinstance(copy, LaterPlan)
    later = copy.loans[0]
    assert (later.name, later.diary, later.tags, later.fees) == ("借款 1", "", ("", ""), 2)
    assert later.note == Note(said="", cost=Decimal(5), shares=(Decimal("0.1"),), costs=(Decimal(10), None))
    assert copy.word == "two"


def test_what_nobody_has_thought_of_is_refused_rather_than_shown():
    class Odd(Plan):
        more: dict[str, str]

    plan = Odd.model_validate({"name": "", "comparison": COMPARISON, "more": {"王": "小明"}})
    with pytest.raises(TypeError, match=r"Odd\.more"):
        anonymised(plan, HALF_MORE)


def fields(model, seen):
    """Yield every field of a model and of all models in it, those of earlier states left out."""
    if model in seen:
        return
    seen.add(model)
    for name, info in model.model_fields.items():
        if name == "snapshots":
            continue
        place = Place(model, name, info)
        yield place
        for part in place.parts:
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from fields(part, seen)


PLACES = list(fields(Plan, set()))
FREE_TEXTS = {"Relief.reason", "Relief.signature", "Relief.contact"}
WORDS = {"Trial.huabei", "RuleChange.rule", "RuleChange.path"}


def named(place: Place) -> str:
    return f"{place.model.__name__}.{place.name}"


def test_every_text_that_a_plan_can_hold_is_known():
    texts = {named(place): place for place in PLACES if str in place.parts}
    ids = {name for name, place in texts.items() if place.ids}
    names = {name for name, place in texts.items() if place.stand_in}
    assert ids == {
        *("Loan.id", "CustomProduct.id", "Account.id", "Entry.id"),
        *("Loan.product", "OfferOption.product", "Budget.order"),
        *("Entry.account", "Entry.to_account", "IncomeFall.entry", "Stress.earners"),
    }
    assert not ids & names
    assert set(texts) - ids - names == FREE_TEXTS | WORDS, "how should this text be made anonymous?"


def test_a_plan_holds_nothing_but_what_a_copy_knows():
    known = (BaseModel, Enum, str, bool, int, date, Decimal, types.NoneType)
    types_found = {part for place in PLACES for part in place.parts if isinstance(part, type)}
    assert {found for found in types_found if not issubclass(found, known)} == set()


def test_amounts_are_told_from_rates():
    amounts = {
        named(place) for place in PLACES if any(getattr(each, "decimal_places", None) == 2 for each in place.parts)
    }
    assert amounts >= {
        *("Loan.principal", "Loan.billed_instalment", "Prepayment.amount", "Payment.amount", "Waiver.amount"),
        *("Comparison.amount", "Comparison.prepayment", "Relief.income", "Relief.spending"),
        *("Account.balance", "Entry.amount", "Balance.amount", "Budget.cushion", "Budget.jiebei_limit"),
        *("Budget.huabei_limit", "Budget.monthly", "Trial.amount", "OneOffCost.amount", "Chance.cost", "Help.cushion"),
    }
    shares = {named(place) for place in PLACES if Decimal in place.parts} - amounts
    assert shares >= {
        *("Loan.rate", "Loan.fee_rate", "Loan.coupon_off", "RateChange.rate", "Restructure.rate"),
        *("OverdueRule.penalty_multiplier", "OverdueRule.penalty_rate", "Relief.waiver_share", "Entry.growth"),
        *("Entry.seasons", "Entry.spread", "Budget.tight", "Budget.heavy", "IncomeFall.share", "RateMove.points"),
    }


# --- amounts ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("principal", "factor", "expected"),
    [
        ("0.01", "0.1", "0.01"),  # a loan of nothing can't be
        ("0.01", "1.5", "0.02"),
        ("1000000000", "1.1", "1000000000"),
        ("999999999.99", "0.5", "500000000.00"),
        ("100.01", "0.5", "50.01"),
    ],
)
def test_amounts_stay_within_what_their_field_allows(principal, factor, expected):
    copy = anonymised(made(loans=[SEED | {"principal": principal}]), Decimal(factor))
    assert copy.loans[0].principal == Decimal(expected)


def test_nothing_stays_nothing_and_a_little_can_become_nothing():
    accounts = [{"id": "a", "balance": "0"}, {"id": "b", "balance": "0.01"}, {"id": "c", "balance": "1000000000"}]
    copy = anonymised(made(budget={"accounts": accounts, "monthly": "0"}), Decimal("0.3"))
    assert [account.balance for account in copy.budget.accounts] == [0, 0, Decimal(300000000)]
    assert copy.budget.monthly == 0
    assert copy.budget.jiebei_limit is None


def test_amounts_that_the_program_begins_with_stay_but_never_what_somebody_owes():
    plan = new_plan("我的", shipped_rules(), TODAY)
    assert set(changes(plan, HALF_MORE)) == {"name"}
    loan = new_loan(shipped_rules().rule("jiebei"), TODAY)
    assert loan.principal == 10_000
    assert set(changes(plan.with_loan(loan), HALF_MORE)) == {"name", "loans.0.id", "loans.0.principal"}


def test_amounts_that_the_user_changed_do_not_stay():
    stress = {"cost": {"amount": "3000"}, "chance": {"cost": "5000"}, "help": {"cushion": "8000"}}
    assert changes(made(stress=stress, budget={"cushion": "5000", "trial": {"amount": "10000"}}), HALF_MORE) == {
        "comparison.amount": "18000.00",
        "budget.cushion": "7500.00",
        "budget.trial.amount": "15000.00",
        "stress.cost.amount": "4500.00",
        "stress.chance.cost": "7500.00",
        "stress.help.cushion": "12000.00",
    }


def test_what_goes_with_an_amount_that_stays_does_so_too():
    comparison = COMPARISON | {"prepayment": "2000"}
    begun = comparison | {"amount": "10000"}
    scenarios = [{"name": f"方案 {place}", "comparison": each} for place, each in enumerate((begun, comparison), 1)]
    assert changes(made(comparison=begun, scenarios=scenarios), HALF_MORE) == {
        "scenarios.1.comparison.amount": "18000.00",
        "scenarios.1.comparison.prepayment": "3000.00",
    }


@given(prepayment=st.one_of(st.none(), st.decimals(0, 10_000, places=2)), factors=st.tuples(FACTORS, FACTORS))
@settings(max_examples=60)
def test_a_plan_of_nothing_but_what_the_program_begins_with_gives_no_factor_away(prepayment, factors):
    comparison = COMPARISON | {"amount": "10000", "prepayment": prepayment}
    plan = made(comparison=comparison, scenarios=[{"name": "去年", "comparison": comparison}])
    one, other = (anonymised(plan, factor) for factor in factors)
    assert one == other


def paid_late(principal: int) -> Plan:
    """Return loans of which all that was due got paid: late, with a part let off, on top, early; and one let-off."""
    rules = shipped_rules()
    loan = Loan.model_validate(SEED | {"principal": principal, "periods": 12, "unpaid_from": None, "missed": [[3, 4]]})
    rows = loan_schedule(loan, rules).rows
    day = rows[3].due_date + timedelta(days=9)
    books = loan_ledger(loan, rules, day)
    let_off = Waiver(date=day, amount=books.penalty_total, of=WaiverOf.PENALTY)
    cases = (
        (Payment(date=day, amount=books.due_now),),
        (Payment(date=day, amount=books.overdue_amount), let_off),
        (Prepayment(date=day, amount=books.due_now),),
        (Payment(date=rows[2].due_date, amount=rows[2].payment + rows[3].payment),),
        (let_off,),
    )
    loans = (
        loan.model_copy(update={"id": str(place), "events": events, "billed_instalment": rows[0].payment})
        for place, events in enumerate(cases)
    )
    return made(loans=tuple(loans))


@given(principal=st.integers(1000, 300_000), factor=FACTORS)
@example(principal=10_000, factor=HALF_MORE)
@settings(max_examples=60)
def test_what_was_paid_to_the_fen_is_paid_in_the_copy(principal, factor):
    plan = paid_late(principal)
    copy = anonymised(plan, factor)
    assert load(copy) == copy
    for old, loan in zip(plan.loans, copy.loans, strict=True):
        for before, event in zip(old.events, loan.events, strict=True):
            assert abs(event.amount - before.amount * factor) <= Decimal("0.1")
        assert billed_instalment_check(loan, loan_schedule(loan, shipped_rules())) is None
        late = loan_ledger(loan, shipped_rules(), LATER).overdue_days
        assert late == loan_ledger(old, shipped_rules(), LATER).overdue_days
        assert bool(late) == (loan.id == "loan5")


def test_a_loan_that_can_t_be_worked_out_is_copied_as_it_is():
    event = {"type": "waiver", "date": "2026-11-20", "amount": "100", "of": "penalty"}  # more than there was
    plan = made(loans=[SEED | {"events": [event]}, SEED | {"events": [event], "product": "gone"}])
    assert [loan.events[0].amount for loan in anonymised(plan, HALF_MORE).loans] == [150, 150]


# --- anything ---------------------------------------------------------------------------------------------------------

MARK = "〓"
TEXTS = st.one_of(st.just(""), st.text(max_size=20).map(lambda typed: f"{MARK}{typed}"))
AMOUNTS = st.decimals(FEN, MAX_MONEY, places=2)
KEYS = st.lists(st.text(max_size=20).map(lambda typed: f"{MARK}{typed}"), min_size=3, max_size=3, unique=True)


@st.composite
def plans(draw) -> Plan:
    accounts, entries, loans = draw(KEYS), draw(KEYS), draw(KEYS)
    own = f"own_{draw(st.from_regex('[a-z0-9]{8}', fullmatch=True))}"
    money = st.one_of(st.none(), AMOUNTS)
    return made(
        name=draw(TEXTS),
        products=[{"id": own, "name": f"{MARK}{draw(st.text(max_size=9))}", "rate": "0.1"}],
        loans=[
            SEED
            | {
                "id": key,
                "name": draw(TEXTS),
                "product": draw(st.sampled_from([own, "jiebei", f"{MARK}gone"])),
                "principal": draw(st.one_of(AMOUNTS, st.just(Decimal(10_000)))),
                "billed_instalment": draw(money),
                "events": [Payment(date=date(2026, 11, 20), amount=draw(AMOUNTS))],
            }
            for key in loans
        ],
        relief={"income": draw(money), "reason": draw(TEXTS), "contact": draw(TEXTS)},
        budget={
            "accounts": [{"id": key, "name": draw(TEXTS), "balance": draw(AMOUNTS)} for key in accounts],
            "entries": [
                {
                    "id": key,
                    "name": draw(TEXTS),
                    "category": draw(TEXTS),
                    "amount": draw(AMOUNTS),
                    "day": 1,
                    "account": draw(st.sampled_from(["", *accounts])),
                }
                for key in entries
            ],
            "order": draw(st.permutations([*loans, f"{MARK}gone"])),
        },
        stress={
            "income": {"entry": draw(st.sampled_from([*entries, "", f"{MARK}gone"]))},
            "cost": {"amount": draw(st.one_of(AMOUNTS, st.just(Decimal(8000))))},
            "earners": entries,
        },
    )


def load(plan: Plan) -> Plan:
    return Plan.model_validate(json.loads(written(plan)))


def references(plan: Plan) -> list[list[int | None]]:
    """Return where the things stand that are named by id; None for what is not there."""

    def places(names, things):
        ids = [thing.id for thing in things]
        return [ids.index(name) if name in ids else None for name in names]

    budget, stress = plan.budget, plan.stress
    return [
        places((loan.product for loan in plan.loans), plan.products),
        places((entry.account for entry in budget.entries), budget.accounts),
        places(budget.order, plan.loans),
        places((stress.income.entry, *stress.earners), budget.entries),
    ]


@given(plan=plans(), factor=FACTORS)
@settings(max_examples=150)
def test_any_plan_can_be_shown(plan, factor):
    copy = anonymised(plan, factor)
    assert MARK not in written(copy)
    assert plan.products[0].id not in written(copy)
    assert load(copy) == copy
    assert references(copy) == references(plan)
    before, after = dict(leaves(plan.model_dump())), dict(leaves(copy.model_dump()))
    assert list(before) == list(after)
    for path, value in before.items():
        if (path, value) == ("stress.cost.amount", 8000):
            assert after[path] == 8000
        elif isinstance(value, Decimal) and path.rsplit(".", 1)[-1] in {"balance", "principal", "income", "amount"}:
            expected = max(FEN, min(value * factor, MAX_MONEY))
            assert abs(after[path] - expected) <= (1 if "events" in path else Decimal("0.005"))
        elif not isinstance(value, str | Decimal) or isinstance(value, Enum):
            assert after[path] == value


def test_a_factor_is_not_near_one_and_not_the_same_again():
    factors = {random_factor() for _ in range(500)}
    assert len(factors) > 400
    for factor in factors:
        assert Decimal("0.5") <= factor <= Decimal("0.9") or Decimal("1.1") <= factor <= 2
        assert factor.as_tuple().exponent == -4
