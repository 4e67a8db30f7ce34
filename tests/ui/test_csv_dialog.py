"""Importing CSV: the preview says what would change, keys alone are enough, nothing changes before it is agreed to."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from jiebei_desktop.files.csv_out import csv_bytes
from jiebei_desktop.files.plan_tables import loans_table
from jiebei_desktop.planning.budget.household import Account, Budget
from jiebei_desktop.planning.document import Loan, Plan
from jiebei_desktop.ui import design
from jiebei_desktop.ui.csv_dialog import CsvDialog, import_csv
from jiebei_desktop.ui.store import Store
from tests.conftest import SEED
from tests.ui.conftest import press
from tests.ui.desks import nobody_waits

COLUMNS = "代号,名字,产品,本金,借款日,期数,还法,利率（%）,利率单位\n"
SAME = "seed,,借呗,12000,2026-06-15,5,每月等额,15,年利率\n"
CHANGED = "seed,装修,借呗,12000,2026-06-15,6,每月等额,15,年利率\n"
NEW = ",厨房,借呗,3000,2026-09-01,12,每月等额,15,年利率\n"
WRONG = ",阳台,借呗,三千,昨天,12,每月等额,15,年利率\n"
WRONG_SAID = "本金：“三千”不是数字；借款日：日期要写成 2026-11-24 这样"


@pytest.fixture(autouse=True)
def _answered(qapp):
    design.choose(qapp, design.ThemeChoice.LIGHT)
    with nobody_waits() as unanswered:
        yield
    assert unanswered == []


@pytest.fixture
def parent(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def seeded(store) -> Store:
    store.replace(store.plan.with_loan(Loan.model_validate(SEED)))
    return store


def file(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "借款.csv"
    path.write_text("".join(lines), encoding="utf-8")
    return path


def shown(dialog: CsvDialog) -> list[list[str]]:
    model = dialog.table.model()
    return [[model.index(row, place).data() for place in range(model.columnCount())] for row in range(model.rowCount())]


def key(qtbot, dialog: CsvDialog, which: Qt.Key) -> None:
    """Press a key where the focus is, as a user without a mouse does."""
    qtbot.keyClick(dialog.focusWidget() or dialog, which)


def test_the_preview_says_what_would_change_with_what_is_wrong_first(tmp_path, seeded, parent, answer):
    seen: list[object] = []

    def look(dialog: CsvDialog) -> None:
        seen.extend([dialog.windowTitle(), dialog.answer.text(), dialog.about.text(), shown(dialog)])
        seen.extend([dialog.accepting.text(), dialog.accepting.isEnabled(), dialog.why_not.text(), dialog.whole.text()])
        dialog.reject()

    before = seeded.plan
    answer(look)
    path = file(tmp_path, COLUMNS.replace("利率单位", "利率单位,备注"), CHANGED, NEW, WRONG)
    assert not import_csv(seeded, path, parent)
    assert seen == [
        "导入 借款.csv",
        "借款：有错 1 行，新的 1 行，有改动 1 行。",
        "文件里没有的借款和没有的列都不会动。导入后可以撤销。\n不认识这些列，没有用：备注。",
        [
            ["4", "阳台，借呗，三千", "有错", WRONG_SAID],
            ["3", "厨房，3,000.00 元", "新的", "这一行少最后 1 格，那几列当作没有"],
            [
                "2",
                "装修，12,000.00 元",
                "有改动",
                "名字：（空） → 装修；期数：5 → 6；这一行少最后 1 格，那几列当作没有",
            ],
        ],
        "导入 2 笔",
        False,
        "有错的行要先在文件里改好，再导入；现在什么都不会改。",
        f"第 4 行，阳台，借呗，三千：{WRONG_SAID}",
    ]
    assert seeded.plan is before


def test_by_keys_alone_it_is_taken_over_as_one_step_that_can_be_undone(tmp_path, seeded, parent, answer, qtbot):
    before, during = seeded.plan, []

    def agree(dialog: CsvDialog) -> None:
        key(qtbot, dialog, Qt.Key.Key_Down)
        during.extend([dialog.whole.text(), seeded.plan])
        key(qtbot, dialog, Qt.Key.Key_Return)

    answer(agree)
    assert import_csv(seeded, file(tmp_path, COLUMNS, CHANGED, NEW), parent)
    assert during == ["第 2 行，装修，12,000.00 元：名字：（空） → 装修；期数：5 → 6", before]
    assert [(loan.name, loan.periods, loan.principal) for loan in seeded.plan.loans] == [
        ("装修", 6, Decimal(12000)),
        ("厨房", 12, Decimal(3000)),
    ]
    assert seeded.undo_stack.count() == 1
    assert seeded.undo_stack.undoText() == "导入 借款.csv"
    seeded.undo_stack.undo()
    assert seeded.plan == before


def test_escape_leaves_everything_as_it_was(tmp_path, seeded, parent, answer, qtbot):
    before = seeded.plan
    answer(lambda dialog: key(qtbot, dialog, Qt.Key.Key_Escape))
    assert not import_csv(seeded, file(tmp_path, COLUMNS, NEW), parent)
    assert seeded.plan is before
    assert seeded.undo_stack.count() == 0


def test_the_button_for_leaving_is_reached_by_tab(tmp_path, seeded, parent, answer, qtbot):
    titles = []

    def leave(dialog: CsvDialog) -> None:
        for _ in range(2):
            key(qtbot, dialog, Qt.Key.Key_Tab)
            titles.append(dialog.focusWidget().text())
        key(qtbot, dialog, Qt.Key.Key_Space)

    answer(leave)
    assert not import_csv(seeded, file(tmp_path, COLUMNS, NEW), parent)
    assert titles == ["导入 1 笔", "取消"]


def test_the_enter_key_takes_nothing_over_while_something_is_wrong(tmp_path, seeded, parent, answer, qtbot):
    before = seeded.plan

    def try_it(dialog: CsvDialog) -> None:
        key(qtbot, dialog, Qt.Key.Key_Return)
        assert dialog.isVisible()
        dialog.reject()

    answer(try_it)
    assert not import_csv(seeded, file(tmp_path, COLUMNS, NEW, WRONG), parent)
    assert seeded.plan is before


@pytest.mark.parametrize(
    ("lines", "answer_said", "why"),
    [
        ((COLUMNS, SAME), "借款：一样的 1 行。", "和计划里的一样，没有要导入的。"),
        ((COLUMNS,), "文件里只有列名，没有内容。", "和计划里的一样，没有要导入的。"),
        (
            ("类型,名字,每次多少,每月几日\n", *["开支,房租,100,1\n"] * 401),
            "收支和账户：新的 401 行。",
            "收入和开支：最多 400 项",
        ),
    ],
)
def test_nothing_to_take_over_is_said_beside_the_button(tmp_path, seeded, parent, answer, lines, answer_said, why):
    seen = []

    def look(dialog: CsvDialog) -> None:
        seen.extend([dialog.answer.text(), dialog.accepting.isEnabled(), dialog.why_not.text()])
        press("取消")(dialog)

    answer(look)
    assert not import_csv(seeded, file(tmp_path, *lines), parent)
    assert seen == [answer_said, False, why]


def test_a_file_that_can_not_be_read_is_told_and_changes_nothing(tmp_path, seeded, parent, answer):
    before = seeded.plan
    said = answer(lambda dialog: dialog.accept())
    assert not import_csv(seeded, file(tmp_path, "产品,本金\n借呗,100\n"), parent)
    assert said == ["借款.csv 里缺少这些列：借款日、期数。请补上，第一行写列名。计划没有动。"]
    assert isinstance(seeded.plan, Plan)
    assert seeded.plan is before


def test_a_budget_is_imported_by_items(tmp_path, store, parent, answer):
    store.replace(store.plan.model_copy(update={"budget": Budget(accounts=(Account(id="bank", name="工资卡"),))}))
    content = "类型,名字,现在有多少,每次多少,每月几日,账户\n账户,现金,200,,,\n收入,工资,,5600,15,工资卡\n"
    answer(press("导入 2 项"))
    assert import_csv(store, file(tmp_path, content), parent)
    budget = store.plan.budget
    assert [(account.name, account.balance) for account in budget.accounts] == [("工资卡", 0), ("现金", 200)]
    assert [(entry.name, entry.amount, entry.account) for entry in budget.entries] == [("工资", 5600, "bank")]


def test_what_was_exported_brings_a_deleted_loan_back(tmp_path, seeded, parent, answer):
    before = seeded.plan
    path = tmp_path / "借款.csv"
    path.write_bytes(csv_bytes(loans_table(before, seeded.rules)))
    seeded.edit("删除", before.without_loan("seed"))
    answer(press("导入 1 笔"))
    assert import_csv(seeded, path, parent)
    assert seeded.plan == before


def test_a_plan_that_changes_meanwhile_is_asked_about_again(tmp_path, seeded, parent, answer):
    # somebody else saves to the plan's file while the dialog is on screen: their loan must not be lost
    theirs = Loan.model_validate(SEED | {"id": "theirs", "name": "别人加的"})
    seen = []

    def second(dialog: CsvDialog) -> None:
        seen.append(dialog.answer.text())
        press("导入 1 笔")(dialog)

    def first(dialog: CsvDialog) -> None:
        seen.append(dialog.answer.text())
        seeded.take_in("别人的改动", seeded.plan.with_loan(theirs))
        answer(second)
        press("导入 1 笔")(dialog)

    answer(first)
    assert import_csv(seeded, file(tmp_path, COLUMNS, NEW), parent)
    assert seen == ["借款：新的 1 行。", "借款：新的 1 行。"]
    assert [loan.name for loan in seeded.plan.loans] == ["", "别人加的", "厨房"]


@pytest.mark.parametrize("theme", [design.ThemeChoice.LIGHT, design.ThemeChoice.DARK])
def test_the_dialog_is_no_larger_than_the_smallest_window_and_names_its_parts(tmp_path, seeded, parent, answer, theme):
    design.choose(QApplication.instance(), theme)
    sizes = []

    def look(dialog: CsvDialog) -> None:
        sizes.append((dialog.width(), dialog.height()))
        assert dialog.table.accessibleName() == "文件里的每一行"
        dialog.reject()

    long = NEW.replace("厨房", "很长的名字" * 20)
    answer(look)
    assert not import_csv(seeded, file(tmp_path, COLUMNS, long, WRONG), parent)
    assert sizes[0][0] <= design.MINIMUM_WINDOW[0]
    assert sizes[0][1] <= design.MINIMUM_WINDOW[1]
