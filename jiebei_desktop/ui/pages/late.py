"""逾期: what each day late costs, where that leads, and which ways out there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea

from jiebei_desktop.engine.ledger import Ledger
from jiebei_desktop.files.tables import late_table
from jiebei_desktop.planning.happenings import with_event
from jiebei_desktop.planning.late import Subject, span_of, subjects
from jiebei_desktop.planning.late_whys import penalty_why
from jiebei_desktop.planning.late_words import late_headline, late_reason
from jiebei_desktop.planning.situation import Situation, situation
from jiebei_desktop.planning.ways import negotiated
from jiebei_desktop.planning.wording import joined
from jiebei_desktop.products.stages import shipped_overdue
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.books_card import BooksCard
from jiebei_desktop.ui.late_picker import LatePicker
from jiebei_desktop.ui.late_settings import LateSettings
from jiebei_desktop.ui.pages.base import Export, Page
from jiebei_desktop.ui.stage_card import StageCard
from jiebei_desktop.ui.store import Cause, Change, Store
from jiebei_desktop.ui.ways_card import WaysCard
from jiebei_desktop.ui.widgets.basics import Notice, column, fill_area, row
from jiebei_desktop.ui.widgets.invite import Invite
from jiebei_desktop.values import ProblemError


class LatePage(Page):
    """What being late costs by day, for one loan or several."""

    name = "late"
    prints = True

    def __init__(self, store: Store) -> None:
        from jiebei_desktop.ui.late_chart import LateChart  # noqa: PLC0415 - pyqtgraph only with the first chart

        super().__init__(store)
        self._days: int | None = None
        self._anchor: tuple[str, date, int] | None = None
        self._focus = ""
        self._span = 0
        self.notice = Notice()
        self.picker = LatePicker()
        self.settings = LateSettings(store)
        self.picker.body.addWidget(self.settings)
        self.picker.chosen.connect(self._show)
        self.picker.moved.connect(self.look_at_day)
        self.chart = LateChart()
        self.chart.picked.connect(self.look_at_day)
        self.books = BooksCard()
        self._shown: list[tuple[Subject, Ledger]] = []
        self.chart.chart.why = lambda _day: self.headline_why()
        self.ways = WaysCard(store)
        self.ways.letter_wanted.connect(self._write_letter)
        self.ways.adopted.connect(self._adopt)
        self.ways.turned_to.connect(self._turn_to)
        self.stage = StageCard()
        self.empty = Invite("", translate("Late", "填一笔借款"), translate("Late", "看示例计划"))
        self.empty.action.clicked.connect(self.loan_wanted)
        self.empty.second.clicked.connect(self.sample_wanted)
        self._top = row(spacing=design.INSET)
        self._top.addWidget(self.chart, 1)
        self._top.addWidget(self.books)
        layout = column(spacing=design.INSET)
        layout.addWidget(self.notice)
        layout.addWidget(self.picker)
        layout.addLayout(self._top)
        layout.addWidget(self.ways)
        layout.addWidget(self.stage)
        layout.addStretch(1)
        layout.setContentsMargins(0, 0, design.INSET, 0)  # the scroll bar's room
        self.area = QScrollArea()
        fill_area(self.area, layout)
        self.body.addWidget(self.empty)
        self.area.setMinimumHeight(design.PART_HEIGHT)
        self.body.addWidget(self.area, 1)
        self.body.addStretch(0)  # where there is nothing to show the sentence stays on top

    @property
    def days(self) -> int:
        """Return how many days late are looked at."""
        return min(self._days or 0, self._span)

    def show_change(self, change: Change) -> None:
        """Show the plan after a change."""
        if not change.typed:
            self.settings.forget()
            self.ways.forget()
        if change.cause is Cause.ANOTHER_PLAN:
            self._focus, self._anchor = "", None
            self.picker.forget()
        self._show()

    def look_at(self, loan_id: str) -> None:
        """Look at one loan alone, as it stands today."""
        self._days = None
        self.picker.look_at(loan_id)

    def look_at_day(self, days: int) -> None:
        """Look at a number of days late."""
        self._days = days
        self._show_day()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the books where there is room for them."""
        super().resizeEvent(event)
        self._fit_top()

    def _fit_top(self) -> None:
        """Put the books beside the chart, or below it where that leaves one of them too little room."""
        books = self.books.sizeHint().width()
        needed = self.chart.minimumSizeHint().width() + design.INSET + books
        room = min(self.width(), design.CONTENT_WIDTH) - 2 * design.WIDE - design.INSET - design.SCROLL
        beside = needed <= room
        self.books.setMinimumWidth(books if beside else 0)
        self._top.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def can_export(self) -> bool:
        """Tell whether there is a loan to look at."""
        return any(subject.rule for subject in self.picker.subjects)

    def export(self) -> Export | None:
        """Return what each day costs, for the loans on screen."""
        able = [subject for subject in self.picker.subjects if subject.rule]
        if not able:
            return None
        from jiebei_desktop.files.overdue_paper import overdue_paper  # noqa: PLC0415 - printing only when asked for
        from jiebei_desktop.ui.pdf import Printed  # noqa: PLC0415
        from jiebei_desktop.ui.print_paper import printed  # noqa: PLC0415

        store, keys = self.store, {subject.key for subject in able}
        name = translate("Late", "逾期 {labels}").format(labels=" ".join(subject.label for subject in able))

        def paper() -> Printed:
            return printed(overdue_paper(store.plan, store.rules, store.today, keys))

        return Export(name, late_table(able, self._span), printed=paper)

    def _show(self) -> None:
        store = self.store
        found = subjects(store.plan, store.rules, store.today)
        self.empty.setVisible(not store.plan.loans)
        self.empty.said.setText(
            translate("Late", "下面先用“对比”里的两种借法算。填了自己的借款，就按自己的算。")
            if found
            else translate("Late", "填了自己的借款，就知道晚一天多付多少、有哪些办法。")
        )
        self.area.setVisible(bool(found))
        if not found:
            self.headline.say(translate("Late", "晚一天多付多少，有哪些办法，都算给你看。"), "")
            return
        self._span = span_of(found)
        self.picker.show_subjects(found, self._span)
        chosen = self.picker.subjects
        focus = self._focused(chosen)
        anchor = focus.key, focus.due_date, focus.days
        if self._days is None or anchor != self._anchor:  # another day to count from: begin with today
            self._days, self._anchor = focus.days, anchor
        self.settings.show_subject(focus)
        self.ways.show_loans([(subject.key, subject.label) for subject in chosen], focus.key)
        self._show_curves(chosen)
        self._show_day()
        self._fit_top()

    def _focused(self, chosen: Sequence[Subject]) -> Subject:
        """Return the loan that ways are sought for: the one turned to, else the one that is late longest."""
        for subject in chosen:
            if subject.key == self._focus:
                return subject
        return max(chosen, key=lambda subject: subject.days)

    def _show_curves(self, chosen: Sequence[Subject]) -> None:
        costs, problems = [], []
        for subject in chosen:
            try:
                costs.append((subject, subject.cost(self._span)))
            except ProblemError as error:
                problems.append(str(error))
        self.chart.show_costs(costs, self._span)
        self.notice.say("\n".join(problems))

    def _show_day(self) -> None:
        chosen = self.picker.subjects
        if not chosen:
            return
        days = self.days
        focus = self._focused(chosen)
        self.picker.show_day(days, focus)
        found = self._books(chosen, days)
        first = next((each for each in found if each[0].key == focus.key), None)
        self._shown = found
        self.chart.mark(days)
        if first is None:
            self.headline.say(translate("Late", "这笔借款的逾期算不出来"), "")
            self.books.show_books(found, self.store.rules)
        else:
            stage = shipped_overdue().stage(first[1].overdue_days)
            self.ways.show_ways(self._situation(focus), days)
            self.headline.say(late_headline(days, found), joined(late_reason(*first, stage), self.ways.answer))
            self.books.show_books([first, *(each for each in found if each is not first)], self.store.rules)
        self.books.setVisible(bool(found))
        self.ways.setVisible(first is not None and not focus.paid_off)
        self.stage.show_days(days)

    def headline_why(self) -> str:
        """Return how what so many days late cost came about, for each loan that is looked at."""
        return "\n\n".join(penalty_why(subject, books, self.store.rules) for subject, books in self._shown)

    def _books(self, chosen: Sequence[Subject], days: int) -> list[tuple[Subject, Ledger]]:
        found = []
        for subject in chosen:
            try:
                found.append((subject, subject.at(days)))
            except ProblemError:  # said by the notice
                continue
        return found

    def _situation(self, subject: Subject) -> Situation:
        return situation(self.store.plan, subject, self.store.rules)

    def _turn_to(self, key: str) -> None:
        self._focus = key
        self._show()

    def _write_letter(self) -> None:
        from jiebei_desktop.ui.letter_dialog import LetterDialog  # noqa: PLC0415 - printing only with the first letter

        focus = self._focused(self.picker.subjects)
        dialog = LetterDialog(self.store, lambda: self._found(focus.key), focus.on(self.days), self)
        dialog.setWindowTitle(translate("Late", "{label}：协商").format(label=focus.label))
        dialog.open()

    def _found(self, key: str) -> Situation:
        """Return where one loan stands, whichever are looked at; a `ValueError` where it is gone."""
        store = self.store
        for subject in subjects(store.plan, store.rules, store.today):
            if subject.key == key:
                return self._situation(subject)
        raise ValueError(translate("Late", "这笔借款已经不在计划里了。"))

    def _adopt(self) -> None:
        """Record the negotiated plan as one that was agreed, on the day that is looked at."""
        focus = self._focused(self.picker.subjects)
        loan = focus.loan
        if loan is None:
            return
        event = negotiated(self._situation(focus), focus.on(self.days))
        first = loan.unpaid_from or focus.number
        try:
            late = loan.model_copy(update={"unpaid_from": first})
            changed = with_event(late, event, self.store.rules, self.store.today)
        except ProblemError as error:
            self.notice.say(str(error))
            return
        self.store.edit(translate("Late", "按协商的还"), self.store.plan.with_loan(changed))
