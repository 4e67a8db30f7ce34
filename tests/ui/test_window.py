"""The window's commands on the plan and its file, driven as a user drives them."""

import os
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from jiebei_desktop import text
from jiebei_desktop.files.plan_file import load_plan, save_plan
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.products import read_rules
from jiebei_desktop.ui.app import Desk, application
from jiebei_desktop.ui.design import ThemeChoice
from jiebei_desktop.ui.keeper import Keeper
from jiebei_desktop.ui.pages import place_of
from jiebei_desktop.ui.pages.budget import BudgetPage
from jiebei_desktop.ui.pages.compare import ComparePage
from jiebei_desktop.ui.pages.loans import LoansPage
from jiebei_desktop.ui.store import Store
from jiebei_desktop.ui.window import MainWindow
from tests.conftest import TODAY
from tests.ui.conftest import choose_file, press, type_over

CONTROL = Qt.KeyboardModifier.ControlModifier
BROKEN = (
    "broken.jiehua 读不了：文件不完整，后面的内容没有了。文件没有被改动。"
    "这里的计划也没有动；有别的副本的话，打开那份试试。"
)


def add_loan(window) -> None:
    window.action("loan").trigger()


def test_a_plan_is_saved_and_opened_again(qtbot, window, store, answer, tmp_path):
    add_loan(window)
    assert "有未保存的改动" in window.topbar.state.text()
    assert window.isWindowModified()
    path = tmp_path / "我的 计划.jiehua"
    answer(choose_file(path))
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)
    assert load_plan(path) == store.plan
    assert "已存在 我的 计划.jiehua" in window.topbar.state.text()
    assert not window.isWindowModified()

    saved = store.plan
    window.action("new").trigger()
    assert store.plan.loans == ()
    answer(choose_file(path))
    with qtbot.waitActive(window):
        window.activateWindow()  # without a window manager nobody gives the focus back after a dialog
    qtbot.keyClick(window, Qt.Key.Key_O, CONTROL)
    assert store.plan == saved
    assert store.path == path


def test_a_name_without_an_ending_gets_the_plan_s_own(qtbot, window, answer, tmp_path):
    add_loan(window)
    answer(choose_file(tmp_path / "plan"))
    window.action("save_as").trigger()
    assert (tmp_path / "plan.jiehua").is_file()


def test_a_dot_in_a_name_is_no_ending(qtbot, window, answer, tmp_path):
    add_loan(window)
    answer(choose_file(tmp_path / "家里 12.5 万"))
    window.action("save_as").trigger()
    assert (tmp_path / "家里 12.5 万.jiehua").is_file()


def test_a_file_that_the_ending_leads_to_is_not_written_over_without_asking(qtbot, window, keeper, answer, tmp_path):
    save_plan(tmp_path / "a.jiehua", sample_plan(TODAY))
    add_loan(window)
    asked = []

    def choose(dialog):
        choose_file(tmp_path / "a")(dialog)
        asked.append(answer(press("取消")))

    answer(choose)
    window.action("save_as").trigger()
    assert asked == [["已经有一个文件叫 a.jiehua。"]]
    assert load_plan(tmp_path / "a.jiehua") == sample_plan(TODAY)


def test_saving_again_asks_for_no_name(qtbot, window, keeper, tmp_path):
    path = tmp_path / "a.jiehua"
    keeper.save(path)
    add_loan(window)
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)
    assert len(load_plan(path).loans) == 1


@pytest.mark.parametrize(("button", "closed"), [("不保存", True), ("取消", False)])
def test_closing_with_unsaved_edits_asks_first(qtbot, window, answer, button, closed):
    add_loan(window)
    asked = answer(press(button))
    assert window.close() is closed
    assert asked == ["“我的还款计划”有还没保存的改动。"]
    assert window.isVisible() is not closed


def test_closing_can_save(qtbot, window, keeper, answer, tmp_path):
    keeper.save(tmp_path / "a.jiehua")
    add_loan(window)
    answer(press("保存"))
    assert window.close()
    assert len(load_plan(tmp_path / "a.jiehua").loans) == 1


def test_leaving_unsaved_edits_for_the_sample_asks_first(qtbot, window, store, answer):
    add_loan(window)
    plan = store.plan
    answer(press("取消"))
    window.action("sample").trigger()
    assert store.plan == plan


def test_a_file_that_cannot_be_read_says_why_and_the_plan_stays(window, store, tmp_path):
    add_loan(window)
    plan = store.plan
    broken = tmp_path / "broken.jiehua"
    broken.write_text('{"format": "jiehua-plan",', encoding="utf-8")
    assert window.files.open(broken) is False
    assert window.notice.text == f"⚠ {BROKEN}"
    assert store.plan == plan


def test_a_file_that_cannot_be_written_says_why_and_the_plan_stays_unsaved(qtbot, window, store, answer, tmp_path):
    add_loan(window)
    said = answer(lambda box: box.accept())
    assert window.files.save_to(tmp_path / "no such folder" / "a.jiehua") is False
    assert said[0].startswith("没能存到 a.jiehua：")
    assert store.unsaved


def test_an_export_whose_folder_is_pulled_out_says_why(qtbot, window, answer, tmp_path):
    add_loan(window)
    stick = tmp_path / "stick"
    stick.mkdir()

    def pull_out(dialog):
        choose_file(stick / "table.csv")(dialog)
        stick.rmdir()

    answer(pull_out)
    window.action("export").trigger()
    assert window.notice.text.startswith("⚠ 没能写到 table.csv：")


def test_nothing_to_export_means_no_export(window):
    assert not window.topbar.export.isEnabled()
    assert not window.action("export").isEnabled()


def test_export_follows_what_the_page_has(qtbot, window, store):
    add_loan(window)
    assert window.topbar.export.isEnabled()
    store.edit("删除", store.plan.without_loan(store.plan.loans[0].id))
    assert not window.topbar.export.isEnabled()
    add_loan(window)
    assert window.topbar.export.isEnabled()
    window.show_page(place_of("compare"))
    assert window.topbar.export.isEnabled()


def test_the_plan_can_be_renamed_and_the_title_follows(qtbot, window, store):
    type_over(qtbot, window.topbar.name, "家里")
    assert store.plan.name == "家里"
    assert window.windowTitle() == "家里[*] — 借花规划"


def test_undo_and_redo_have_names_and_keys(qtbot, window, store):
    window.show_page(place_of("compare"))
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL)
    assert window.page(LoansPage).isVisible()
    assert store.undo_stack.undoText() == "添加借款"
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert store.plan.loans == ()
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert len(store.plan.loans) == 1


def test_undo_goes_to_the_page_where_it_happened(window, store):
    add_loan(window)
    window.show_page(place_of("compare"))
    comparison = store.plan.comparison.model_copy(update={"amount": Decimal(6000)})
    store.edit("改金额", store.plan.model_copy(update={"comparison": comparison}))
    window.show_page(place_of("loans"))
    window.action("undo").trigger()
    assert window.page(ComparePage).isVisible()
    window.action("undo").trigger()
    assert window.page(LoansPage).isVisible()
    window.action("redo").trigger()
    window.action("redo").trigger()
    assert window.page(ComparePage).isVisible()


def test_a_broken_rule_is_named_and_the_app_runs_with_the_others(qtbot, settings, tmp_path, rules):
    folder = tmp_path / "rules"
    folder.mkdir()
    shipped = Path(__file__).parents[2] / "resources" / "products"
    (folder / "jiebei.toml").write_bytes((shipped / "jiebei.toml").read_bytes())
    broken = (shipped / "huabei_instalment.toml").read_text(encoding="utf-8").replace('"0.025"', '"2.5"')
    (folder / "huabei_instalment.toml").write_text(broken, encoding="utf-8")
    found = read_rules(folder)
    store = Store(new_plan("计划", rules, TODAY), found, lambda: TODAY)
    window = MainWindow(Keeper(store, settings.data_folder), settings)
    qtbot.addWidget(window, before_close_func=lambda _: store.undo_stack.setClean())
    window.show()
    assert "huabei_instalment.toml · fee.by_periods.3.value：不能大于 1" in window.notice.text
    assert window.notice.isVisible()
    add_loan(window)
    assert window.page(LoansPage).result.table.model().rowCount() == 13
    window.show_page(place_of("compare"))
    assert "没有叫 huabei_instalment 的产品规则" in window.page(ComparePage).headline.aside.text()


def test_language_and_theme_change_at_once_and_are_remembered(qtbot, settings):
    app = application()
    desk = Desk(app, settings)
    desk.window.show()
    add_loan(desk.window)
    plan = desk.store.plan
    desk.window.topbar.choose_look("language", text.ENGLISH)
    desk.window.topbar.choose_look("theme", ThemeChoice.DARK)
    qtbot.addWidget(desk.window, before_close_func=lambda _: desk.store.undo_stack.setClean())
    assert desk.window.isVisible()
    assert desk.window.sidebar.buttons[place_of("loans")].text() == "Loans"
    assert desk.store.plan == plan
    assert desk.store.undo_stack.canUndo()
    assert settings.language == text.ENGLISH
    assert settings.theme is ThemeChoice.DARK
    desk.window.topbar.choose_look("language", text.CHINESE)
    desk.window.topbar.choose_look("theme", ThemeChoice.LIGHT)
    qtbot.addWidget(desk.window, before_close_func=lambda _: desk.store.undo_stack.setClean())
    assert desk.window.sidebar.buttons[place_of("loans")].text() == "借款"


def test_the_last_plan_opens_with_the_next_start(qtbot, settings, store, tmp_path, window):
    add_loan(window)
    assert window.files.save_to(tmp_path / "a.jiehua")
    next_time = Desk(QApplication.instance(), settings)
    qtbot.addWidget(next_time.window)
    next_time.show()
    assert next_time.store.plan == store.plan
    assert next_time.store.path == tmp_path / "a.jiehua"


@pytest.mark.parametrize("language", text.LANGUAGES)
def test_a_plan_that_a_start_opens_has_room_in_its_form(qtbot, settings, tmp_path, language):
    """Boxes that are full before they are first shown count as wide as their longest choice, unless they may not."""
    settings.language = language
    save_plan(tmp_path / "a.jiehua", sample_plan(TODAY))
    desk = Desk(application(), settings, tmp_path / "a.jiehua")
    qtbot.addWidget(desk.window)
    desk.show()
    QApplication.processEvents()
    area = desk.window.page(LoansPage).form.findChild(QScrollArea)
    assert area.widget().width() <= area.viewport().width()
    assert desk.store.path == settings.last_plan == tmp_path / "a.jiehua"


def test_a_plan_named_from_a_folder_is_found_again_from_another(qtbot, settings, tmp_path, monkeypatch):
    save_plan(tmp_path / "a.jiehua", sample_plan(TODAY))
    monkeypatch.chdir(tmp_path)
    qtbot.addWidget(Desk(application(), settings, Path("a.jiehua")).window)
    monkeypatch.chdir("/")
    again = Desk(application(), settings)
    qtbot.addWidget(again.window)
    assert again.store.path == tmp_path / "a.jiehua"


def test_a_plan_that_cannot_be_opened_at_the_start_is_named_over_an_empty_one(qtbot, settings, tmp_path):
    broken = tmp_path / "broken.jiehua"
    broken.write_text("{")
    desk = Desk(application(), settings, broken)
    qtbot.addWidget(desk.window)
    desk.show()
    assert desk.window.notice.text == f"⚠ {BROKEN}"
    assert desk.store.plan.loans == ()
    assert desk.store.path is None
    assert settings.last_plan is None


def test_a_narrow_window_keeps_the_pages_names_in_reach(window):
    window.resize(1024, 700)
    button = window.sidebar.buttons[place_of("loans")]
    assert button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    assert "借款" in button.toolTip()
    window.resize(1280, 800)
    assert button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon


def test_about_says_independent_offline_and_no_advice(window, answer):
    shown = []
    answer(lambda box: (shown.extend(each.text() for each in box.findChildren(QLabel)), box.accept()))
    window.action("about").trigger()
    said = "\n".join(shown)
    assert "借花规划 0.1.0" in said
    assert "与蚂蚁集团、支付宝没有关系" in said
    assert "不联网" in said
    assert "不是法律或理财建议" in said
    assert f"Qt {qVersion()}（LGPL 3" in said


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_a_read_only_folder_says_why(window, answer, tmp_path):
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    said = answer(lambda box: box.accept())
    assert window.files.save_to(locked / "a.jiehua") is False
    assert said[0].startswith("没能存到 a.jiehua：")


@pytest.mark.parametrize(("part", "tab"), [("inputs", "填收支"), ("checked", "对照实际"), ("", "往后的月份")])
def test_what_warns_leads_to_the_right_part_of_the_budget(window, store, part, tab):
    store.replace(sample_plan(store.today))
    window.go("budget", part)
    tabs = window.page(BudgetPage).tabs
    assert tabs.tabText(tabs.currentIndex()) == tab
