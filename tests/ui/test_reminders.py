"""Reminders and their dialog, as the program shows them: real settings, a real store, the tray's own objects."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QSystemTrayIcon, QWidget

from jiebei_desktop import text
from jiebei_desktop.planning.document import Loan
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.ui import design
from jiebei_desktop.ui.autostart import Autostart, entry_path
from jiebei_desktop.ui.reminders import Reminders
from jiebei_desktop.ui.reminders_dialog import RemindersDialog
from jiebei_desktop.ui.settings import Settings
from jiebei_desktop.ui.store import Store
from jiebei_desktop.ui.widgets.dialog_body import DialogBody
from tests.conftest import SEED, TODAY

# The offscreen platform has no place for a tray's sign; all else of it works.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)

LATE = Loan.model_validate(SEED)
ON_TIME = LATE.model_copy(update={"unpaid_from": None, "id": "other"})
CALM = ON_TIME.model_copy(update={"id": "calm", "start_date": date(2030, 1, 1)})


class Clock:
    """A day that tests put forward."""

    def __init__(self, day: date) -> None:
        self.day = day

    def __call__(self) -> date:
        return self.day


@pytest.fixture
def clock() -> Clock:
    return Clock(TODAY)


@pytest.fixture
def store(rules, clock) -> Store:
    plan = new_plan("我的还款计划", rules, TODAY).model_copy(update={"loans": (LATE,)})
    return Store(plan, rules, clock)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(tmp_path / "settings.ini")
    made.remind = True
    return made


@pytest.fixture
def told() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def begin(qapp, store, settings, told):
    """A way to begin reminding, on a desktop with a tray unless said otherwise; gives what was told at once, too."""
    made: list[Reminders] = []

    def give(*, tray: bool = True) -> Reminders:
        wanted, settings.remind = settings.remind, False
        reminders = Reminders(store, settings, tray_there=lambda: tray)
        reminders.noticed.connect(lambda title, said: told.append((title, said)))
        settings.remind = wanted
        reminders.follow_settings()
        made.append(reminders)
        return reminders

    yield give
    for each in made:
        each.tray.hide()
        each.deleteLater()


@pytest.fixture
def parent(qtbot) -> QWidget:
    design.choose(QApplication.instance(), design.ThemeChoice.LIGHT)
    design.dress(QApplication.instance())
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def with_loans(store: Store, *loans: Loan) -> None:
    store.edit("借款", store.plan.model_copy(update={"loans": loans}))


# --- telling ----------------------------------------------------------------------------------------------------------


def test_what_is_late_is_told_once_a_day(begin, told, clock):
    reminders, today = begin(), "2026 年 11 月 24 日"
    assert told == [
        (
            "借呗 5 期已经逾期 40 天",
            f"{today}一共付 5,055.73 元，这笔借款就不再逾期；其中罚息 73.53 元。别急，“逾期”那一页里有几种办法可以比。",
        )
    ]
    reminders.look()
    reminders.clock.timeout.emit()
    assert len(told) == 1
    clock.day += timedelta(days=1)
    reminders.clock.timeout.emit()  # as half an hour after midnight, or after waking
    assert [title for title, _ in told[1:]] == ["借呗 5 期已经逾期 41 天"]


def test_what_was_told_is_not_told_by_the_next_start_of_that_day(begin, told, clock, settings, tmp_path):
    begin()
    assert len(told) == 1
    settings._file.sync()
    again = Settings(tmp_path / "settings.ini")
    assert again.reminded(clock.day) == settings.reminded(clock.day) != frozenset()
    begin()
    assert len(told) == 1


def test_a_change_of_the_plan_is_told_once_the_plan_has_settled(qtbot, begin, told, store, settings):
    settings.remind_days = 3
    reminders = begin()
    due = ON_TIME.model_copy(update={"start_date": date(2026, 10, 25)})  # falls due tomorrow
    with qtbot.waitSignal(reminders.noticed, timeout=20_000):
        with_loans(store, LATE, due)
        assert len(told) == 1  # not at once: somebody may be typing
    assert told[1][0] == "借呗 第 1 期明天还"
    with_loans(store, LATE, due.model_copy(update={"principal": due.principal + 1}))
    reminders.look()
    assert len(told) == 2  # the same matter with another amount


def test_several_are_one_notice_that_names_three(begin, told, store):
    with_loans(store, *(LATE.model_copy(update={"id": str(number), "name": f"第{number}笔"}) for number in range(5)))
    begin()
    assert told == [
        (
            "还款的事有 5 件",
            "第0笔已经逾期 40 天\n第1笔已经逾期 40 天\n第2笔已经逾期 40 天\n……还有 2 件",
        )
    ]


def test_nothing_is_told_where_the_user_wants_none_or_there_is_no_tray(begin, told, settings, clock, qtbot, store):
    silent = begin(tray=False)
    assert not silent.can_be
    assert not silent.active
    settings.remind = False
    quiet = begin()
    for each in (silent, quiet):
        with_loans(store)
        with_loans(store, LATE)
        each.look()
        assert not each.tray.isVisible()
        assert not each.clock.isActive()
    assert told == []
    assert settings.reminded(clock.day) == frozenset()


def test_nothing_to_tell_is_told_by_nothing(begin, told, store, settings, clock):
    with_loans(store, CALM)
    begin()
    assert told == []
    assert settings.reminded(clock.day) == frozenset()


def test_a_name_can_t_pass_for_markup(begin, told, store):
    with_loans(store, LATE.model_copy(update={"name": "<b>A&B</b>"}))
    begin()
    assert told[0][0] == "＜b＞A＆B＜/b＞已经逾期 40 天"


def test_a_click_on_a_notice_leads_to_the_loan_and_one_on_the_sign_to_the_window(qtbot, begin):
    reminders = begin()
    with qtbot.waitSignal(reminders.wanted) as asked:
        reminders.tray.messageClicked.emit()
    assert asked.args == ["late", "seed"]
    with qtbot.waitSignal(reminders.wanted) as asked:
        reminders.tray.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert asked.args == ["", ""]
    with qtbot.assertNotEmitted(reminders.wanted):
        reminders.tray.activated.emit(QSystemTrayIcon.ActivationReason.Context)  # that shows the menu


def test_the_menu_opens_tells_what_is_next_and_ends(qtbot, begin, store):
    with_loans(store, CALM.model_copy(update={"name": "A&B"}))
    reminders = begin()
    reminders.menu.aboutToShow.emit()
    shown = [action.text() for action in reminders.menu.actions() if not action.isSeparator()]
    # 12,000 × 0.15 / 365 × 31 = 152.88 of interest in January, and the first instalment's principal
    assert shown[0] == "打开借花规划"
    assert shown[1].startswith("下一笔：2030-02-01 A&&B 第 1 期 2,4")
    assert shown[2] == "退出"
    assert not reminders.next_action.isEnabled()
    with qtbot.waitSignal(reminders.wanted) as asked:
        reminders.open_action.trigger()
    assert asked.args == ["", ""]
    with qtbot.waitSignal(reminders.quit_wanted):
        reminders.quit_action.trigger()
    with_loans(store)
    reminders.menu.aboutToShow.emit()
    assert reminders.next_action.text() == "没有要还的"


def test_it_goes_on_without_a_window_only_where_the_user_says_so_and_can_be_reminded(begin, settings):
    reminders = begin()
    assert not reminders.keeps_running
    settings.stay_in_tray = True
    assert reminders.keeps_running
    assert not begin(tray=False).keeps_running
    settings.remind = False
    assert not reminders.keeps_running


def test_by_itself_it_goes_by_the_tray_of_the_desktop(qapp, store, settings):
    assert Reminders(store, settings).can_be is QSystemTrayIcon.isSystemTrayAvailable()


def test_the_settings_give_nothing_away(begin, store, settings, tmp_path):
    named = LATE.model_copy(update={"id": "geheim-id", "name": "绝密标记"})
    with_loans(store, named)
    begin()
    settings._file.sync()
    written = (tmp_path / "settings.ini").read_bytes()
    for secret in (b"geheim", "绝密".encode(), b"5055", b"5,055", b"seed", b"\\x7edd"):
        assert secret not in written


# --- settings ---------------------------------------------------------------------------------------------------------


def test_reminding_is_off_until_it_is_chosen_and_read_back_afterwards(tmp_path):
    path = tmp_path / "other.ini"
    fresh = Settings(path)
    assert (fresh.remind, fresh.remind_days, fresh.stay_in_tray) == (False, 3, False)
    fresh.remind, fresh.remind_days, fresh.stay_in_tray = True, 0, True
    fresh._file.sync()
    again = Settings(path)
    assert (again.remind, again.remind_days, again.stay_in_tray) == (True, 0, True)


@pytest.mark.parametrize(("written", "days"), [("7", 7), ("31", 30), ("-1", 3), ("x", 3), ("²", 3), ("9" * 400, 3)])
def test_days_that_were_edited_by_hand_are_kept_in_bounds(tmp_path, written, days):
    path = tmp_path / "other.ini"
    path.write_text(f"[General]\nremind_days={written}\nreminded=nonsense\nremind=perhaps\n", encoding="utf-8")
    found = Settings(path)
    assert found.remind_days == days
    assert found.reminded(TODAY) == frozenset()
    assert not found.remind


def test_marks_of_another_day_are_forgotten(settings):
    settings.remember_reminded(TODAY, ["a"])
    settings.remember_reminded(TODAY, ["b"])
    assert settings.reminded(TODAY) == {"a", "b"}
    settings.remember_reminded(TODAY + timedelta(days=1), ["c"])
    assert settings.reminded(TODAY + timedelta(days=1)) == {"c"}
    assert settings.reminded(TODAY) == frozenset()


# --- the dialog -------------------------------------------------------------------------------------------------------


def dialog_of(qtbot, parent, settings: Settings, reminders: Reminders) -> RemindersDialog:
    dialog = RemindersDialog(settings, reminders, parent)
    dialog.show()
    return dialog


def said(dialog: RemindersDialog) -> str:
    return "\n".join(found.text() for found in dialog.findChildren(QLabel) if found.isVisible())


def test_the_dialog_offers_reminding_and_what_belongs_to_it(qtbot, parent, begin, settings, told):
    settings.remind = False
    reminders = begin()
    dialog = dialog_of(qtbot, parent, settings, reminders)
    assert not dialog.remind.isChecked()
    assert not dialog.stay.isEnabled()
    assert not dialog.with_session.isEnabled()
    assert not dialog.hint.isVisible()
    qtbot.keyClick(dialog.remind, Qt.Key.Key_Space)
    assert settings.remind
    assert reminders.active
    assert len(told) == 1  # at once: so looks a reminder
    qtbot.keyClick(dialog.stay, Qt.Key.Key_Space)
    assert settings.stay_in_tray
    assert reminders.keeps_running
    qtbot.keyClick(dialog.with_session, Qt.Key.Key_Space)
    assert Autostart().is_on()
    qtbot.keyClick(dialog.remind, Qt.Key.Key_Space)
    assert not settings.remind
    assert not dialog.with_session.isChecked()
    assert not Autostart().is_on()  # nothing is left that would start with the session
    dialog.leave.click()
    assert not dialog.isVisible()


def test_the_dialog_shows_what_would_be_told_today(qtbot, parent, begin, settings, store, told):
    with_loans(store, ON_TIME.model_copy(update={"start_date": date(2026, 11, 1)}))  # falls due in a week
    dialog = dialog_of(qtbot, parent, settings, begin())
    assert "今天没有要提醒的。" in said(dialog)
    dialog.days.box.setFocus()
    assert dialog.days.box.currentText() == "到期前 3 天"
    while dialog.days.box.currentText() != "到期前 7 天":
        qtbot.keyClick(dialog.days.box, Qt.Key.Key_Down)
    assert settings.remind_days == 7
    assert "借呗 第 1 期还有 7 天" in said(dialog)
    assert "今天没有要提醒的。" not in said(dialog)
    assert [title for title, _ in told] == ["借呗 第 1 期还有 7 天"]
    dialog.leave.click()


def test_the_dialog_names_five_and_counts_the_rest(qtbot, parent, begin, settings, store):
    with_loans(store, *(LATE.model_copy(update={"id": str(number), "name": f"第{number}笔"}) for number in range(7)))
    dialog = dialog_of(qtbot, parent, settings, begin())
    assert "第4笔已经逾期" in said(dialog)
    assert "第5笔" not in said(dialog)
    assert "……还有 2 件" in said(dialog)
    dialog.leave.click()


def test_without_a_tray_the_dialog_says_so_and_offers_nothing_that_does_nothing(qtbot, parent, begin, settings):
    settings.remind = False
    dialog = dialog_of(qtbot, parent, settings, begin(tray=False))
    assert "这个桌面没有托盘" in dialog.hint.text
    boxes = (dialog.remind, dialog.days, dialog.stay, dialog.with_session)
    assert [box.isEnabled() for box in boxes] == [False] * 4
    dialog.leave.click()


def test_days_that_were_chosen_elsewhere_are_offered_too(qtbot, parent, begin, settings):
    settings.remind_days = 21
    dialog = dialog_of(qtbot, parent, settings, begin())
    assert dialog.days.box.currentText() == "到期前 21 天"
    assert [dialog.days.box.itemText(place) for place in range(3)] == ["到期当天", "到期前一天", "到期前 2 天"]
    dialog.leave.click()


def test_a_start_with_the_session_that_can_t_be_had_is_said_and_the_box_goes_back(qtbot, parent, begin, settings):
    entry_path().parent.write_bytes(b"a file where the folder would be")
    dialog = dialog_of(qtbot, parent, settings, begin())
    qtbot.keyClick(dialog.with_session, Qt.Key.Key_Space)
    assert not dialog.with_session.isChecked()
    assert dialog.hint.text.startswith("⚠ 没能改开机启动：")
    dialog.leave.click()


@pytest.mark.parametrize("language", text.LANGUAGES)
def test_the_dialog_is_as_high_as_what_it_says(qtbot, parent, begin, settings, store, language):
    """Nothing is cut off, and no room is left over, when there is more to be told as well."""
    text.use(language)
    with_loans(store, CALM)
    dialog = dialog_of(qtbot, parent, settings, begin())
    few, body = dialog.height(), dialog.findChild(DialogBody)
    assert body.viewport().height() == body.widget().heightForWidth(body.viewport().width())
    due = ON_TIME.model_copy(update={"start_date": date(2026, 11, 1), "name": "很长的名字" * 12})  # in a week
    with_loans(store, LATE, due)
    dialog.days.box.setFocus()
    while settings.remind_days < 7:
        qtbot.keyClick(dialog.days.box, Qt.Key.Key_Down)
    QApplication.processEvents()
    assert dialog.height() > few
    labels = [found for found in dialog.findChildren(QLabel) if found.isVisible()]
    assert [found.text() for found in labels if found.height() < found.heightForWidth(found.width())] == []
    assert body.viewport().height() == body.widget().heightForWidth(body.viewport().width())
    dialog.leave.click()
