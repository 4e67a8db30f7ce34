"""对账: what the user's own Alipay statement says, held against the plan; what is confirmed is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QScrollArea

from jiebei_desktop.files.alipay import PasswordWantedError, StatementError, WrongPasswordError, read_statement
from jiebei_desktop.files.plan_file import SUFFIX, shown_name
from jiebei_desktop.files.sample_statement import sample_loan, sample_statement
from jiebei_desktop.planning.budget.edit import with_budget
from jiebei_desktop.planning.entry import new_loan
from jiebei_desktop.planning.statement.matching import reconcile
from jiebei_desktop.planning.statement.movements import Movement, Statement
from jiebei_desktop.planning.statement.results import Reconciled
from jiebei_desktop.planning.statement.suggestions import suggestions, with_suggestions
from jiebei_desktop.planning.statement.taking import with_matches
from jiebei_desktop.planning.statement.words import bought_sentence, headline, parting_sentence, reason
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.beside import Beside
from jiebei_desktop.ui.pages.base import Export, Page
from jiebei_desktop.ui.reconcile.draws import DrawsCard
from jiebei_desktop.ui.reconcile.matches import MatchesCard
from jiebei_desktop.ui.reconcile.suggested import SuggestedCard
from jiebei_desktop.ui.store import Cause, Change, Store
from jiebei_desktop.ui.widgets.basics import Card, Notice, label, row, scrolled
from jiebei_desktop.ui.widgets.fields import chain_tabs
from jiebei_desktop.values import ProblemError


class _Locked(NamedTuple):
    """A statement that only opens with a password, and whether one was tried."""

    path: Path
    tried: bool


class _Left(NamedTuple):
    """What a page goes on with in a window of another look.

    Attributes:
        statement: the one that is open; None where none is.
        matches: what the user ticked or cleared of the repayments; `suggested` of what would go into the budget.
        reading: the file that was being read, and its password; None where none was.
        made_up: whether the statement is the one that goes with the sample.
    """

    statement: Statement | None
    matches: Mapping[object, bool]
    suggested: Mapping[str, bool]
    reading: tuple[Path, str | None] | None
    made_up: bool


class ReconcilePage(Page):
    """A statement beside the plan. It is read beside the window, and nothing of it is kept but what is confirmed."""

    name = "reconcile"

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.statement: Statement | None = None
        self.found: Reconciled | None = None
        self._made_up = False
        self._reading: tuple[Path, str | None] = (Path(), None)  # what was read last
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        self.work = Beside(self)
        self.work.found.connect(self._take_in)
        self.work.refused.connect(self._refuse)
        self.setAcceptDrops(True)
        self.choose = QPushButton(translate("Reconcile", "打开支付宝账单…"))
        self.choose.setObjectName("primary")
        self.choose.clicked.connect(self.ask)
        self.cancel = QPushButton(translate("Reconcile", "不读了"))
        self.cancel.clicked.connect(self._stop)
        self.about = label(name="quiet", wrap=True)
        top = row(spacing=design.INSET)
        top.addWidget(self.choose)
        top.addWidget(self.cancel)
        top.addWidget(self.about, 1)
        self.notice = Notice()
        self.odd = Notice(warns=False)
        self.how = HowTo()
        self.how.sample.clicked.connect(self.read_sample)
        self.matches = MatchesCard()
        self.matches.wanted.connect(self._record)
        self.draws = DrawsCard()
        self.draws.wanted.connect(self._add_loan)
        self.suggested = SuggestedCard()
        self.suggested.wanted.connect(self._budget)
        self.area = QScrollArea()
        scrolled(self.area, (self.how, self.odd, self.matches, self.draws, self.suggested))
        self.body.addLayout(top)
        self.body.addWidget(self.notice)
        self.area.setMinimumHeight(design.PART_HEIGHT)
        self.body.addWidget(self.area, 1)

    @property
    def busy(self) -> bool:
        """Tell whether a statement is being read."""
        return self.work.running

    def show_change(self, change: Change) -> None:
        """Show the plan after a change."""
        if change.cause is Cause.ANOTHER_PLAN:
            self.matches.forget()
            self.suggested.forget()
            if self._made_up:  # it goes with the sample
                self.statement, self._made_up = None, False
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Stop reading by the Esc key."""
        if event.key() == Qt.Key.Key_Escape and self.busy:
            self._stop()
        else:
            super().keyPressEvent(event)

    def left(self) -> _Left | None:
        """Return the statement with what was ticked, and what is being read."""
        reading = self._reading if self.busy else None
        if self.statement is None and reading is None:
            return None
        return _Left(self.statement, self.matches.chosen, self.suggested.chosen, reading, self._made_up)

    def go_on(self, left: object) -> None:
        """Go on with the statement of the window before."""
        assert isinstance(left, _Left)  # noqa: S101 - nothing else is left
        self.statement, self._made_up = left.statement, left.made_up
        self.matches.go_on(left.matches)
        self.suggested.go_on(left.suggested)
        self._show()
        if left.reading is not None:
            self.read(*left.reading)

    def can_export(self) -> bool:
        """Tell whether there is something to export: a statement is the user's file already."""
        return False

    def export(self) -> Export | None:
        """Return nothing."""
        return None

    def ask(self) -> None:
        """Ask for a statement and read it."""
        title = translate("Reconcile", "打开支付宝账单")
        kinds = translate("Reconcile", "支付宝账单 (*.csv *.zip *.txt);;所有文件 (*)")
        chosen, _ = QFileDialog.getOpenFileName(self, title, self._folder, kinds)
        if chosen:
            self._folder = str(Path(chosen).parent)
            self.read(Path(chosen))

    def read(self, path: Path, password: str | None = None) -> None:
        """Read a statement beside the window."""
        if path.suffix.lower() == SUFFIX:
            self.work.stop()
            text = translate("Reconcile", "{name} 是还款计划，不是账单。要打开它，用右上角菜单里的“打开…”。")
            self._refuse(text.format(name=shown_name(path)))
            return
        self.notice.say("")
        self._reading = path, password
        self.work.start(lambda _tell: _read(path, password))
        self._show_reading(shown_name(path))

    def read_sample(self) -> None:
        """Read the made-up statement that goes with the sample plan."""
        loan, store = sample_loan(self.store.plan), self.store
        if loan is None:
            self.sample_wanted.emit()
            return
        try:
            found = sample_statement(loan, store.rules, store.today)
        except (ProblemError, OSError):
            self._refuse(translate("Reconcile", "示例账单没能做出来。你的计划没有动；真的账单照样能打开。"))
        else:
            self.notice.say("")
            self._take_in(found)
            self._made_up = True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take a file that is dragged here."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Read the file that was dropped."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        self.read(Path(files[0]))

    def _take_in(self, found: object) -> None:
        if isinstance(found, _Locked):
            self._show_reading("")
            self._ask_password(found)
            return
        assert isinstance(found, Statement)  # noqa: S101 - nothing else is read
        self.statement, self._made_up = found, False
        self.matches.forget()
        self.suggested.forget()
        self._show()

    def _refuse(self, said: str) -> None:
        self._show_reading("")
        self.notice.say(said)

    def _stop(self) -> None:
        self.work.stop()
        self._show_reading("")

    def _ask_password(self, locked: _Locked) -> None:
        from jiebei_desktop.ui.password_dialog import AskPassword  # noqa: PLC0415 - most statements have none

        dialog = AskPassword(shown_name(locked.path), partial(self.read, locked.path), self)
        dialog.setWindowTitle(translate("Reconcile", "打开有密码的账单"))
        if locked.tried:
            dialog.password.say(translate("Reconcile", "密码不对。解压密码在支付宝“服务消息”里。"))
        dialog.open()

    def _record(self) -> None:
        """Record the ticked repayments, as one step."""
        store = self.store
        try:
            plan = with_matches(store.plan, self.matches.ticked, store.rules, store.today)
        except ProblemError as error:
            self.notice.say(str(error))
            return
        self.notice.say("")
        store.edit(translate("Reconcile", "记下账单里的还款"), plan)
        self.done.emit(translate("Reconcile", "还款已记到“借款”里"))

    def _add_loan(self, movement: Movement) -> None:
        """Make a loan of a draw, by its product's usual terms, and show it: its price and term are to be looked at."""
        rule = next((rule for rule in self.store.rules.ordered if rule.brand is movement.product), None)
        if rule is None:
            return
        loan = new_loan(rule, movement.day).model_copy(update={"principal": movement.amount})
        self.store.edit(translate("Reconcile", "加上账单里的借款"), self.store.plan.with_loan(loan))
        self.wanted.emit("loans", loan.id)

    def _budget(self) -> None:
        """Put the ticked suggestions into the budget, as one step."""
        try:
            budget = with_suggestions(self.store.plan.budget, self.suggested.ticked)
        except ProblemError as error:
            self.notice.say(str(error))
            return
        self.notice.say("")
        self.store.edit(translate("Reconcile", "把账单的收支放进预算"), with_budget(self.store.plan, budget))
        self.done.emit(translate("Reconcile", "收支已放进“预算”"))

    def _show_reading(self, name: str) -> None:
        """Show that a file is being read, or what there is once it is not."""
        reading = bool(name)
        self.cancel.setVisible(reading)
        self.choose.setEnabled(not reading)
        if reading:
            self.about.setText(translate("Reconcile", "正在读 {name}……").format(name=name))
        elif self.statement is None:
            self.about.setText("")
        else:
            text = translate("Reconcile", "{name}：{first} 到 {last}，{count} 行和花呗、借呗有关，{skipped} 行无关")
            found = self.statement
            self.about.setText(
                text.format(
                    name=found.name,
                    first=found.first,
                    last=found.last,
                    count=len(found.movements),
                    skipped=found.skipped,
                )
            )

    def _show(self) -> None:
        if not self.work.running:
            self._show_reading("")
        statement, store = self.statement, self.store
        self.how.setVisible(statement is None)
        self.how.offer_sample(there=sample_loan(store.plan) is not None)
        self.matches.setVisible(statement is not None)
        if statement is None:
            self.odd.say("")
            self.draws.hide()
            self.suggested.hide()
            self.headline.say(
                translate("Reconcile", "每一期真的都还上了吗？拿支付宝的账单对一对。"),
                translate("Reconcile", "只在这台电脑上看。账单里的行不会留下来，只有你确认的才记进计划。"),
            )
            return
        self.found = reconcile(store.plan, store.rules, statement, store.today)
        self.headline.say(headline(self.found), reason(self.found), bought_sentence(self.found))
        self.odd.say("\n".join((*map(parting_sentence, self.found.partings), *statement.remarks)))
        self.matches.show_matches(self.found.matches)
        self.matches.setVisible(bool(self.found.matches))
        self.draws.show_draws(self.found.draws)
        chain_tabs([self.matches.take, *self.draws.buttons, self.suggested.table])
        self.suggested.show_suggestions(suggestions(statement, store.plan.budget))


class HowTo(Card):
    """How to get the statement out of Alipay."""

    def __init__(self) -> None:
        super().__init__(translate("Reconcile", "怎么拿到账单？"))
        for step in (
            translate("Reconcile", "1. 支付宝 App：我的 → 账单 → 右上角“…” → 开具交易流水证明 → 用于个人对账。"),
            translate("Reconcile", "2. 选好时间，填自己的邮箱；解压密码会在支付宝的服务消息里。"),
            translate("Reconcile", "3. 把邮件里的 .zip（或解压出来的 .csv）在这里打开，也可以直接拖进来。"),
        ):
            self.body.addWidget(label(step, wrap=True))
        self.sample = QPushButton()
        line = row()
        line.addWidget(self.sample)
        line.addStretch(1)
        self.body.addLayout(line)
        self.setMaximumWidth(design.READING_WIDTH)

    def offer_sample(self, *, there: bool) -> None:
        """Offer the statement that goes with the sample plan, or that plan where another one is open."""
        with_sample, without = translate("Reconcile", "先用编的账单试试"), translate("Reconcile", "看示例计划")
        self.sample.setText(with_sample if there else without)


def _read(path: Path, password: str | None) -> Statement | _Locked:
    """Read a statement; one that wants a password is no error.

    Raises:
        ProblemError: it can't be read, and why.
    """
    try:
        return read_statement(path, password)
    except PasswordWantedError:
        return _Locked(path, tried=False)
    except WrongPasswordError:
        return _Locked(path, tried=True)
    except StatementError as error:
        said = translate("Reconcile", "{why}。计划和这个文件都没有动。").format(why=str(error).rstrip("。."))
        raise ProblemError("statement", said) from None
