"""What comes in and goes out, as lists with a form beside them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt
from PySide6.QtWidgets import QPushButton, QScrollArea, QStackedWidget, QWidget

from jiebei_desktop.money import grouped
from jiebei_desktop.planning.budget.edit import (
    account_changed,
    entry_changed,
    new_account,
    new_entry,
    with_budget,
)
from jiebei_desktop.planning.budget.household import Account, Budget, EntryKind
from jiebei_desktop.planning.budget.household import Entry as HouseholdEntry
from jiebei_desktop.planning.budget.words import entry_label, kind_name, when
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.budget.forms import AccountForm, EntryForm, WholeForm, account_label, budget_field_name
from jiebei_desktop.ui.entry import Entry
from jiebei_desktop.ui.store import Change, Store
from jiebei_desktop.ui.widgets.basics import Card, Notice, column, fill_area, label, row
from jiebei_desktop.ui.widgets.fields import polish
from jiebei_desktop.ui.widgets.figure_model import Cell, Tone
from jiebei_desktop.ui.widgets.figures import FigureTable
from jiebei_desktop.ui.widgets.flow import FlowLayout
from jiebei_desktop.ui.widgets.sides import Side, Sides
from jiebei_desktop.values import ProblemError

_WHOLE = "whole"


class InputsView(QWidget):
    """The entries and accounts of the budget."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._chosen = ""
        self._stale = True
        self.add = {kind: QPushButton(f"+ {kind_name(kind)}") for kind in EntryKind}
        self.add_account = QPushButton(translate("Budget", "+ 账户"))
        self.whole = QPushButton(translate("Budget", "要留的钱、界线、额度…"))
        self.whole.clicked.connect(partial(self.choose, _WHOLE))
        buttons = FlowLayout(design.GRID, design.GRID)
        for kind, button in self.add.items():
            button.clicked.connect(partial(self._add, kind))
            buttons.addWidget(button)
        self.add_account.clicked.connect(self._add_account)
        buttons.addWidget(self.add_account)
        buttons.addWidget(self.whole)
        self.notice = Notice()
        self.accounts = FigureTable(translate("Budget", "账户"), whole=True)
        self.entries = FigureTable(translate("Budget", "收入和开支"))
        for table in (self.accounts, self.entries):
            table.selectionModel().currentRowChanged.connect(partial(self._picked, table))
        self.entry_form, self.account_form, self.whole_form = EntryForm(), AccountForm(), WholeForm()
        left, rules = store.end_typing, lambda: store.rules
        self.entry = Entry(self.entry_form.fields, self._read_entry, self._commit_entry, left, rules)
        self.account = Entry(self.account_form.fields, self._read_account, self._commit_account, left, rules)
        self.settings = Entry(self.whole_form.fields, self._read_whole, self._commit_whole, left, rules)
        self.entry_form.remove.clicked.connect(self._remove)
        self.account_form.remove.clicked.connect(self._remove)
        self.hint = label(
            translate("Budget", "先加一项收入：工资、营业收入、家里给的。再加房租、吃饭这些开支。余额填在账户里。"),
            "quiet",
            wrap=True,
        )
        self.forms = QStackedWidget()
        for form in (QWidget(), self.entry_form, self.account_form, self.whole_form):
            self.forms.addWidget(form)
        self._lay_out(buttons)

    def _lay_out(self, buttons: FlowLayout) -> None:
        accounts = Card(translate("Budget", "账户（修改余额就是今天的余额）"))
        accounts.body.addWidget(self.accounts)
        self._accounts_card = accounts
        entries = Card(translate("Budget", "收入和开支（借款的还款会自己算进来，不用填）"))
        entries.body.addWidget(self.hint)
        entries.body.addWidget(self.entries, 1)
        entries.body.addStretch(0)
        left = column(spacing=design.INSET)
        left.addLayout(buttons)
        left.addWidget(self.notice)
        left.addWidget(accounts)
        left.addWidget(entries, 1)
        lists = QWidget()
        lists.setLayout(left)
        sides = row()
        sides.addWidget(Sides(Side(lists), Side(self.forms, design.FORM_WIDTH, fixed=True, height=design.PART_HEIGHT)))
        area = QScrollArea()
        fill_area(area, sides)
        whole = row()
        whole.addWidget(area)
        self.setLayout(whole)

    @property
    def budget(self) -> Budget:
        """Return the budget as it is now."""
        return self._store.plan.budget

    def show_change(self, change: Change) -> None:
        """Show the budget after a change; follow what came or changed by undo."""
        self._stale = True
        if not change.typed:
            for bound in (self.entry, self.account, self.settings):
                bound.forget()
            before, after = _parts(change.before.budget), _parts(change.after.budget)
            touched = [key for key, part in after.items() if before.get(key) != part]
            if touched:
                self._chosen = touched[0]
        if self.isVisible():
            self.freshen()

    def freshen(self) -> None:
        """Show the budget as it is now, where that was put off."""
        if self._stale:
            self._show()

    def choose(self, key: str, _checked: bool = False) -> None:
        """Show the form of another entry or account, or of the whole."""
        self._chosen = key
        self._store.end_typing()
        self._show()

    def _show(self) -> None:
        self._stale = False
        budget = self.budget
        keys = [_WHOLE, *(entry.id for entry in budget.entries), *(account.id for account in budget.accounts)]
        if self._chosen not in keys:
            self._chosen = next((key for key in keys[1:]), "")
        self.hint.setVisible(not budget.entries)
        self._offer_first(not budget.entries)
        self.entries.setVisible(bool(budget.entries))
        self._accounts_card.setVisible(bool(budget.accounts))
        self._show_lists(budget)
        entry, account = self._read_entry(), self._read_account()
        if entry is not None:
            self.entry_form.fit(entry[1], budget)
            self.entry.show({})
            self.forms.setCurrentWidget(self.entry_form)
        elif account is not None:
            self.account.show({})
            self.forms.setCurrentWidget(self.account_form)
        elif self._chosen == _WHOLE:
            self.settings.show({})
            self.forms.setCurrentWidget(self.whole_form)
        else:
            self.forms.setCurrentIndex(0)

    def _offer_first(self, bare: bool) -> None:
        """Let the one thing to begin with stand out, as long as nothing is there."""
        income = self.add[EntryKind.INCOME]
        income.setObjectName("primary" if bare else "")
        polish(income)

    def _show_lists(self, budget: Budget) -> None:
        header = [
            Cell(translate("Budget", "名字"), words=True),
            Cell(translate("Budget", "类型"), words=True),
            Cell(translate("Budget", "什么时候"), words=True),
            Cell(translate("Budget", "每次")),
        ]
        with QSignalBlocker(self.entries.selectionModel()), QSignalBlocker(self.accounts.selectionModel()):
            self.entries.show_cells(header, [_entry_cells(entry) for entry in budget.entries])
            self.accounts.show_cells(
                [
                    Cell(translate("Budget", "名字"), words=True),
                    Cell(translate("Budget", "用途"), words=True),
                    Cell(translate("Budget", "余额")),
                ],
                [_account_cells(account, budget) for account in budget.accounts],
            )
            _select(self.entries, [entry.id for entry in budget.entries], self._chosen)
            _select(self.accounts, [account.id for account in budget.accounts], self._chosen)

    def _picked(self, table: FigureTable, now: QModelIndex, _before: QModelIndex) -> None:
        parts = self.budget.entries if table is self.entries else self.budget.accounts
        if now.isValid() and now.row() < len(parts):
            self.choose(parts[now.row()].id)

    # --- adding and taking away ---------------------------------------------------------------------------------------

    def _add(self, kind: EntryKind, _checked: bool = False) -> None:
        try:
            entry = new_entry(self.budget, kind, self._store.today)
            changed = entry_changed(self.budget, entry)
        except ProblemError as error:
            self.notice.say(str(error))
            return
        self.notice.say("")
        self._take_over(translate("Budget", "添加{kind}").format(kind=kind_name(kind)), changed)
        self.choose(entry.id)
        self.entry_form.fields[Field.AMOUNT].editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _add_account(self) -> None:
        try:
            account = new_account(self.budget)
            changed = account_changed(self.budget, account, self._store.today)
        except ProblemError as error:
            self.notice.say(str(error))
            return
        self.notice.say("")
        self._take_over(translate("Budget", "添加账户"), changed)
        self.choose(account.id)
        self.account_form.fields[Field.BALANCE].editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _remove(self) -> None:
        budget, key = self.budget, self._chosen
        if budget.entry(key) is not None:
            self._take_over(translate("Budget", "删除一项收支"), budget.without_entry(key))
        elif any(account.id == key for account in budget.accounts):
            self._take_over(translate("Budget", "删除账户"), budget.without_account(key))

    def _take_over(self, title: str, budget: Budget, typing: object = None) -> None:
        self._store.edit(title, with_budget(self._store.plan, budget), typing=typing)

    # --- what the forms edit ------------------------------------------------------------------------------------------

    def _read_entry(self) -> tuple[str, HouseholdEntry] | None:
        entry = self.budget.entry(self._chosen)
        return (entry.id, entry) if entry else None

    def _read_account(self) -> tuple[str, Account] | None:
        return next(((each.id, each) for each in self.budget.accounts if each.id == self._chosen), None)

    def _read_whole(self) -> tuple[str, Budget] | None:
        return (_WHOLE, self.budget) if self._chosen == _WHOLE else None

    def _commit_entry(self, field: Field, entry: HouseholdEntry) -> None:
        self._commit(field, entry.id, partial(entry_changed, self.budget, entry))

    def _commit_account(self, field: Field, account: Account) -> None:
        self._commit(field, account.id, partial(account_changed, self.budget, account, self._store.today))

    def _commit_whole(self, field: Field, budget: Budget) -> None:
        self._commit(field, _WHOLE, lambda: budget)

    def _commit(self, field: Field, key: str, change: Callable[[], Budget]) -> None:
        title = translate("Budget", "修改收支：{field}").format(field=budget_field_name(field))
        self._take_over(title, change(), typing=(key, field))


def _parts(budget: Budget) -> dict[str, HouseholdEntry | Account]:
    """Return all that has a form of its own, by its id."""
    found: dict[str, HouseholdEntry | Account] = {entry.id: entry for entry in budget.entries}
    return found | {account.id: account for account in budget.accounts}


def _entry_cells(entry: HouseholdEntry) -> list[Cell]:
    sign = {EntryKind.INCOME: "+", EntryKind.TRANSFER: ""}.get(entry.kind, "−")
    return [
        Cell(entry_label(entry), words=True),
        Cell(kind_name(entry.kind), Tone.QUIET, words=True),
        Cell(when(entry), Tone.QUIET, words=True),
        Cell(f"{sign}{grouped(entry.amount)}", Tone.STRONG),
    ]


def _account_cells(account: Account, budget: Budget) -> list[Cell]:
    use = translate("Budget", "能用来还款") if account.counts else translate("Budget", "留着的钱")
    return [
        Cell(account_label(account, budget), words=True),
        Cell(use, Tone.QUIET, words=True),
        Cell(grouped(account.balance), Tone.STRONG),
    ]


def _select(table: FigureTable, keys: list[str], chosen: str) -> None:
    if chosen in keys:
        table.selectRow(keys.index(chosen))
    else:
        table.clearSelection()
        table.setCurrentIndex(QModelIndex())
