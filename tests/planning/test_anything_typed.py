"""Whatever is typed into whatever field, in any order: a value or a problem with its field, never a breakdown."""

from contextlib import suppress
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from jiebei_desktop.engine import Arrears, Payment, Restructure, Waiver, WaiverOf, schedule
from jiebei_desktop.engine.bill import Pay
from jiebei_desktop.files.comparison_tables import comparison_table
from jiebei_desktop.files.csv_out import csv_bytes
from jiebei_desktop.files.tables import reasoned_schedule_table
from jiebei_desktop.planning.comparison import compare
from jiebei_desktop.planning.comparison_lines import lines
from jiebei_desktop.planning.comparison_report import comparison_sheet
from jiebei_desktop.planning.comparison_why import cell_why
from jiebei_desktop.planning.document import Loan, Plan, Relief, loan_schedule, loan_terms
from jiebei_desktop.planning.entry import Field, edit, new_loan, new_plan, text_of
from jiebei_desktop.planning.heat import heat_of, product_names
from jiebei_desktop.planning.hints import billed_instalment_check, offer_hints
from jiebei_desktop.planning.late import days_late, subjects
from jiebei_desktop.planning.late_words import late_headline, late_reason, nights_why, way_name
from jiebei_desktop.planning.options import bill_option, with_added
from jiebei_desktop.planning.situation import situation
from jiebei_desktop.planning.verdict import verdict
from jiebei_desktop.planning.ways import ways
from jiebei_desktop.planning.why import why
from jiebei_desktop.planning.wording import loan_label, loan_sentence, rates_sentence
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.products.stages import shipped_overdue
from jiebei_desktop.values import ProblemError
from tests.conftest import TODAY

RULES = shipped_rules()
LATER = date(2029, 1, 1)
PRODUCTS = [*RULES.rules, "gone"]
TEXTS = st.one_of(
    st.text(max_size=12),
    st.from_regex(r"[0-9０-９]{0,10}([.。][0-9]{0,4})?[%元万]?", fullmatch=True),
    st.integers(-5, 700).map(str),
    st.dates().map(str),
    st.sampled_from([*PRODUCTS, "day", "month", "year", "equal_payment", "interest_first", "flat_fee", "1e9", "NaN"]),
)
LOAN_FIELDS = [field for field in Field if field in Loan.model_fields]
RELIEF_FIELDS = [field for field in Field if field in Relief.model_fields]


@given(st.lists(st.tuples(st.sampled_from(LOAN_FIELDS), TEXTS), max_size=12))
@settings(max_examples=200, deadline=None)
def test_a_loan_takes_it_or_names_the_field(edits):
    loan = new_loan(RULES.rules["jiebei"], TODAY)
    for field, text in edits:
        try:
            loan = edit(loan, field, text, RULES)
        except ProblemError as error:
            assert error.problem.field
            assert error.problem.message
        for shown in LOAN_FIELDS:
            text_of(loan, shown)
    rule = RULES.rules.get(loan.product)
    if rule:
        offer_hints(loan, loan.principal, rule)
    loan_label(loan, RULES)
    try:
        worked_out = schedule(loan_terms(loan, RULES))
        worked_out.rates  # noqa: B018 - may be this loan's problem
    except ProblemError as error:
        assert error.problem.message
        return
    assert worked_out.totals.principal == loan.principal
    assert loan_sentence(worked_out)
    assert rates_sentence(worked_out)
    billed_instalment_check(loan, worked_out)
    assert all(why(row, worked_out, rule) for row in worked_out.rows)
    assert csv_bytes(reasoned_schedule_table(worked_out, rule))


MONEY_FIELDS = [Field.AMOUNT, Field.START_DATE, Field.EARLY_PERIOD, Field.PREPAYMENT, Field.LATE_DAYS]
COLUMN_FIELDS = [*LOAN_FIELDS, Field.STATEMENT_DAY, Field.DUE_DAY]


@given(
    st.lists(st.tuples(st.sampled_from(MONEY_FIELDS), TEXTS), max_size=6),
    st.lists(st.tuples(st.integers(0, 3), st.sampled_from(COLUMN_FIELDS), TEXTS), max_size=12),
)
@settings(max_examples=200, deadline=None)
def test_a_comparison_takes_it_and_always_has_something_to_say(edits, option_edits):
    plan = new_plan("", RULES, TODAY)
    comparison = with_added(with_added(plan.comparison, bill_option(Pay.FULL, RULES)), bill_option(Pay.MINIMUM, RULES))
    for field, text in edits:
        try:
            comparison = edit(comparison, field, text, RULES)
        except ProblemError as error:
            assert error.problem.field == field
    options = list(comparison.options)
    for index, field, text in option_edits:
        if hasattr(options[index], field):
            try:
                options[index] = edit(options[index], field, text, RULES)
            except ProblemError as error:
                assert error.problem.message
    compared = compare(plan.model_copy(update={"comparison": comparison.with_options(tuple(options), 0)}), RULES)
    assert verdict(compared).headline
    assert csv_bytes(comparison_table(compared))
    assert comparison_sheet(compared, "计划", TODAY).notes
    for line in lines(compared):
        assert all(cell_why(compared, line, place) for place in range(len(options)))
    for place, _ in enumerate(product_names(compared)):
        assert heat_of(compared, place).summary
    for found in compared.columns:
        assert (found.worked is None) is (found.problem is not None)
        if found.worked:
            assert sum(due.principal for due in found.worked.dues) == comparison.amount
            assert found.worked.dues[-1].balance == 0


HAPPENINGS = st.one_of(
    st.builds(
        lambda day, amount: Payment(date=day, amount=amount),
        st.dates(TODAY, LATER),
        st.decimals("0.01", 9999, places=2),
    ),
    st.builds(
        lambda day, amount, of: Waiver(date=day, amount=amount, of=of),
        st.dates(TODAY, LATER),
        st.decimals("0.01", 99, places=2),
        st.sampled_from(WaiverOf),
    ),
    st.builds(
        lambda day, periods, arrears: Restructure(date=day, periods=periods, arrears=arrears),
        st.dates(TODAY, LATER),
        st.integers(1, 30),
        st.sampled_from(Arrears),
    ),
)


@given(
    st.lists(st.tuples(st.sampled_from(LOAN_FIELDS), TEXTS), max_size=6),
    st.lists(st.tuples(st.sampled_from(RELIEF_FIELDS), TEXTS), max_size=6),
    st.lists(HAPPENINGS, max_size=4),
    st.dates(TODAY, LATER),
    st.integers(0, 400),
)
@settings(max_examples=100, deadline=None)
def test_a_loan_that_is_late_always_has_something_to_say(edits, relief_edits, happened, today, days):
    plan: Plan = new_plan("", RULES, TODAY)
    loan, relief = new_loan(RULES.rules["jiebei"], TODAY), plan.relief
    loan = loan.model_copy(update={"unpaid_from": 2, "events": tuple(happened)})
    for field, text in edits:
        with suppress(ProblemError):
            loan = edit(loan, field, text, RULES)
    for field, text in relief_edits:
        try:
            relief = edit(relief, field, text, RULES)
        except ProblemError as error:
            assert error.problem.field == field
        for shown in RELIEF_FIELDS:
            text_of(relief, shown)
    plan = plan.model_copy(update={"loans": (loan,), "relief": relief})
    days_late(loan, RULES, today)
    try:
        rows = loan_schedule(loan, RULES).rows
    except ProblemError as error:
        assert error.problem.field
        assert error.problem.message
    else:
        assert sum(row.principal for row in rows) == loan.principal
    for subject in subjects(plan, RULES, today):
        try:
            books = subject.at(days)
        except ProblemError as error:
            assert error.problem.message
            continue
        assert late_headline(days, [(subject, books)])
        assert late_reason(subject, books, shipped_overdue().stage(books.overdue_days))
        assert nights_why(books.nights) or not books.penalty_total
        found = situation(plan, subject, RULES)
        for each in ways(found, days):
            assert (each.outcome is None) is bool(each.problem)
            assert way_name(found, each.kind)
