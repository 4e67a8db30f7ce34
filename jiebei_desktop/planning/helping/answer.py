"""What an answer is, what it stands on, and the user's own loans that it is told by."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from functools import partial
from typing import Final, NamedTuple

from jiebei_desktop.money import grouped
from jiebei_desktop.planning.budget.memory import Memory
from jiebei_desktop.planning.document import NO_PENALTY, Loan, Plan
from jiebei_desktop.planning.due_days import LoanDues, PlanDues, loan_dues
from jiebei_desktop.planning.entry import new_loan
from jiebei_desktop.planning.helping.support import Support
from jiebei_desktop.planning.late import Subject, loan_subject
from jiebei_desktop.products import Brand, ProductRule, RuleBook
from jiebei_desktop.text import pick, translate
from jiebei_desktop.values import Method, ProblemError

EXAMPLE_ID: Final = "example"
_OF_A_LOAN: Final = frozenset({"loans", "late"})
"""The pages on which one loan is looked at."""


class Answer(NamedTuple):
    """What is said to a question.

    Attributes:
        lead: the answer in a sentence or two.
        paragraphs: what else there is to it.
        figures: what it comes to, each with its name.
        support: whose word it is.
        page: the name of the page where it is seen, and `loan_id` the loan there that it is about.
        action: what is on the button that leads there.
        example: whether there was no loan of the user's own to tell it by.
    """

    lead: str
    paragraphs: tuple[str, ...]
    support: Support
    page: str
    action: str
    figures: tuple[tuple[str, str], ...] = ()
    loan_id: str = ""
    example: bool = False

    @property
    def text(self) -> str:
        """Return all that is said, a paragraph a line."""
        named = (translate("Help", "{name}：{value}").format(name=name, value=value) for name, value in self.figures)
        return "\n".join(filter(None, (self.lead, *named, *self.paragraphs)))


class Case(NamedTuple):
    """What an answer is worked out from; the memory has what earlier answers worked out."""

    plan: Plan
    rules: RuleBook
    today: date
    memory: Memory

    def dues(self, subject: Subject) -> LoanDues:
        """Return what one of the plan's loans asks for or asked for, day by day."""
        assert subject.loan is not None  # noqa: S101 - offers were left out
        return self._seen(subject.loan)[1]

    def all_dues(self) -> PlanDues:
        """Return the same of all loans that can be worked out."""
        return PlanDues(tuple(dues for _, dues in self._all()), ())

    def own(self, *, flat: bool | None = None) -> list[Subject]:
        """Return the loans on which something is owed, what is late first, then what falls due first.

        Args:
            flat: only those that charge a fee by instalment, or only those that don't; None for all.
        """
        found = [subject for subject, dues in self._all() if any(each.open for each in dues.days)]
        found = [each for each in found if not each.paid_off]
        if flat is not None:
            found = [each for each in found if (each.terms.method is Method.FLAT_FEE) == flat]
        return sorted(found, key=lambda each: (-each.days, each.due_date))

    def left_out(self) -> str:
        """Return that some loans can't be worked out; nothing where all can."""
        count = len(self.plan.loans) - len(self._all())
        if not count:
            return ""
        return translate("Help", "有 {count} 笔借款还算不出来，没有算在这里；原因在“借款”里。").format(count=count)

    def first(self, brand: Brand) -> ProductRule | None:
        """Return a brand's first product; None where there is none that can be read."""
        return next((rule for rule in self.rules.ordered if rule.brand is brand), None)

    def with_example(self, brand: Brand) -> Case:
        """Return the case with a usual loan of a brand's first product added, from today.

        Raises:
            ProblemError: no such product can be read.
        """
        rule = self.first(brand)
        if rule is None:
            raise ProblemError("product", translate("Help", "产品规则读不了，举不了例子。"))
        loan = new_loan(rule, self.today).model_copy(update={"id": f"{EXAMPLE_ID} {brand}"})
        return self._replace(plan=self.plan.with_loan(loan))

    def _all(self) -> list[tuple[Subject, LoanDues]]:
        """Return all loans that can be worked out."""
        found = []
        for loan in self.plan.loans:
            with suppress(ProblemError):
                found.append(self._seen(loan))
        return found

    def _seen(self, loan: Loan) -> tuple[Subject, LoanDues]:
        return self.memory.kept(self.rules, ("asked about", loan, self.today), partial(_look, loan, self))


def _look(loan: Loan, case: Case) -> tuple[Subject, LoanDues]:
    return loan_subject(loan, case.rules, case.today), loan_dues(loan, case.rules, case.today)


def is_example(loan: Loan) -> bool:
    """Tell whether a loan is none of the user's."""
    return loan.id.startswith(EXAMPLE_ID)


class Told(NamedTuple):
    """A case with loans to tell an answer by: the user's own, or an example where there are none."""

    case: Case
    subjects: tuple[Subject, ...]
    example: bool

    @property
    def main(self) -> Subject:
        """Return the loan that matters most now."""
        return self.subjects[0]

    @property
    def loan(self) -> Loan:
        """Return the same as the plan has it."""
        found = self.main.loan
        assert found is not None  # noqa: S101 - offers were left out
        return found

    def led_by(self, subject: Subject) -> Told:
        """Return the same told by another of the loans."""
        others = (each for each in self.subjects if each is not subject)
        return self._replace(subjects=(subject, *others))

    def answer(
        self,
        lead: str,
        paragraphs: Iterable[str],
        support: Support,
        page: str,
        action: str,
        figures: Iterable[tuple[str, str]] = (),
    ) -> Answer:
        """Return an answer; one that was told by an example leads to where a loan is entered.

        Figures are shown side by side: of one alone the sentences have said it.
        """
        shown = tuple(figures)
        shown = shown if len(shown) > 1 else ()
        if not self.example:
            said = (*paragraphs, self.case.left_out())
            loan_id = self.loan.id if page in _OF_A_LOAN else ""
            return Answer(lead, tuple(filter(None, said)), support, page, action, shown, loan_id)
        said = (*paragraphs, self.case.left_out(), _example_words(self.subjects))
        enter = translate("Help", "填一笔自己的借款")
        return Answer(lead, tuple(filter(None, said)), support, "loans", enter, shown, example=True)


def told(case: Case, brand: Brand = Brand.JIEBEI, *, flat: bool | None = None) -> Told:
    """Return the loans to tell an answer by; an example of a brand where the user has none.

    Raises:
        ProblemError: there is nothing to make an example of.
    """
    own = case.own(flat=flat)
    if own:
        return Told(case, tuple(own), example=False)
    with_one = case.with_example(brand)
    return Told(with_one, tuple(each for each in with_one.own() if each.loan and is_example(each.loan)), example=True)


def knowing(subject: Subject) -> Subject:
    """Return a loan of which something can be worked out whether or not anybody knows what being late costs."""
    return subject if subject.rule else subject._replace(rule=NO_PENALTY)


def _example_words(examples: Iterable[Subject]) -> str:
    text = translate("Help", "这是例子：{loans}，从今天借起，条件按“规则”里的算。填上自己的借款，这里就换成你的数。")
    loan = translate("Help", "{label} {amount} 元")
    listed = pick("、", ", ").join(
        loan.format(label=each.name, amount=grouped(each.terms.principal)) for each in examples
    )
    return text.format(loans=listed)
