"""A plan under a password: set, asked for, changed, given up through the window; nothing of it is left in the clear."""

import json
import logging
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from jiebei_desktop.files.backups import backups_of
from jiebei_desktop.files.plan_file import LockedPlanError, load_plan, read_plan, save_plan
from jiebei_desktop.files.sealed import Secret
from jiebei_desktop.ui.app import Desk
from jiebei_desktop.ui.password_dialog import AskPassword, NewPassword
from jiebei_desktop.ui.remarks import Act
from jiebei_desktop.ui.window import MainWindow
from tests.ui.conftest import choose_file, press, type_over
from tests.ui.desks import (
    CONTROL,
    FOUND,
    a_plan,
    activate,
    add_loan,
    click,
    in_turn,
    keys,
    kill,
    on_disk,
    rename,
    said,
)

FIRST, SECOND = "correct horse", "battery staple"
MARK = "绝密标记"
SPELLINGS = [
    MARK.encode(),
    MARK.encode("utf-16-le"),
    MARK.encode("unicode_escape"),
    MARK.encode("unicode_escape").upper().replace(b"\\U", b"\\u"),
    MARK.encode("gb18030"),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "计划" / "a.jiehua"
    found.parent.mkdir()
    save_plan(found, a_plan(MARK))
    return found


def set_it(qtbot, first: str, second: str | None = None, seen: list[str] | None = None):
    """Type a new password twice and press the enter key; where it is not taken note what is said, and give up."""

    def act(dialog):
        assert isinstance(dialog, NewPassword)
        type_over(qtbot, dialog.first.editor, first)
        type_over(qtbot, dialog.second.editor, first if second is None else second)
        qtbot.keyClick(dialog.second.editor, Qt.Key.Key_Return)
        if dialog.isVisible():
            assert seen is not None
            seen.extend([dialog.first.message.text(), dialog.second.message.text()])
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)
            assert not dialog.isVisible()

    return act


def give(qtbot, password: str, seen: list[str] | None = None):
    """Type a password and press the enter key; where it is not taken note what is said, and give up."""

    def act(dialog):
        assert isinstance(dialog, AskPassword)
        type_over(qtbot, dialog.password.editor, password)
        qtbot.keyClick(dialog.password.editor, Qt.Key.Key_Return)
        if dialog.isVisible():
            assert seen is not None
            seen.append(dialog.password.message.text())
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    return act


def with_password(qtbot, desk: Desk, answer, *acts: Callable) -> list[str]:
    """Choose the password command of the menu, and do something in its dialog."""
    activate(qtbot, desk)
    asked = in_turn(answer, *acts)
    desk.window.action("password").trigger()
    return asked


def leaks(tmp_path: Path, *what: bytes) -> list[str]:
    """Return which files have something in them that is to be hidden, in whatever spelling."""
    return [
        str(path.relative_to(tmp_path))
        for path in sorted(tmp_path.rglob("*"))
        if path.is_file() and any(each in path.read_bytes() for each in what or SPELLINGS)
    ]


def sealed_desk(qtbot, start, path, answer) -> Desk:
    """Return a window on a plan that was put under the first password there."""
    desk = start(path)
    with_password(qtbot, desk, answer, set_it(qtbot, FIRST))
    assert desk.keeper.secret is not None
    return desk


# --- setting one ------------------------------------------------------------------------------------------------------


def test_nothing_is_left_in_the_clear_once_there_is_a_password(qtbot, start, path, answer, tmp_path, settings):
    """The file, its backups and the draft, whatever was in them before; also settings and log."""
    desk = start(path)
    for number in range(3):
        rename(qtbot, desk, f"{MARK} {number}")
        keys(qtbot, desk, Qt.Key.Key_S)
    rename(qtbot, desk, f"{MARK} 没保存")
    assert len(on_disk(qtbot, desk)) == 1
    assert len(leaks(tmp_path)) == 5
    told = with_password(qtbot, desk, answer, set_it(qtbot, FIRST))
    assert told == ["设密码"], "every backup is under the new password: there is nothing to be told"
    qtbot.waitUntil(lambda: desk.keeper.all_kept)
    settings._file.sync()
    assert leaks(tmp_path) == []
    assert not desk.store.unsaved, "it is saved with it"
    assert desk.store.path == path
    assert said(desk) == []
    rename(qtbot, desk, f"{MARK} 又没保存")
    qtbot.waitUntil(lambda: desk.keeper.all_kept)
    assert len(list((settings.data_folder / "drafts").glob("*.draft"))) == 1
    assert leaks(tmp_path) == []
    keys(qtbot, desk, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: desk.keeper.all_kept)
    assert leaks(tmp_path) == []
    assert read_plan(path, FIRST).plan == desk.store.plan
    names = [read_plan(backup.path, FIRST).plan.name for backup in backups_of(desk.keeper.backups, path)]
    assert names == [f"{MARK} 又没保存", f"{MARK} 没保存", f"{MARK} 2", f"{MARK} 1", f"{MARK} 0"]


def test_what_was_set_aside_or_left_behind_of_the_plan_is_not_left_in_the_clear(
    qtbot, start, path, answer, tmp_path, settings
):
    """A draft that another window left of the same plan is one of the edits that are said to be sealed."""
    first, second = start(path), start(path)
    rename(qtbot, second, f"{MARK} 第二个窗口")
    kill(second)
    assert len(leaks(tmp_path)) == 2
    with_password(qtbot, first, answer, set_it(qtbot, FIRST))
    qtbot.waitUntil(lambda: first.keeper.all_kept)
    assert leaks(tmp_path) == []


@pytest.mark.parametrize(
    ("first", "second", "messages"),
    [
        ("1234567", "1234567", ["⚠ 至少 8 个字", ""]),
        ("", "", ["⚠ 至少 8 个字", ""]),
        ("12345678", "12345679", ["", "⚠ 两遍输的不一样"]),
        ("12345678", "", ["", "⚠ 两遍输的不一样"]),
        ("1234567", "7654321", ["⚠ 至少 8 个字", ""]),
    ],
    ids=["short", "none", "different", "once", "short and different"],
)
def test_a_password_that_cannot_be_is_told_at_its_field(qtbot, start, path, answer, first, second, messages):
    desk = start(path)
    before, seen = path.read_bytes(), []
    with_password(qtbot, desk, answer, set_it(qtbot, first, second, seen))
    assert seen == messages
    assert desk.keeper.secret is None
    assert path.read_bytes() == before


def test_a_password_of_chinese_letters_is_one(qtbot, start, path, answer):
    desk = start(path)
    with_password(qtbot, desk, answer, set_it(qtbot, "我家的还款计划呀"))
    assert read_plan(path, "我家的还款计划呀").plan == desk.store.plan


def test_the_dialog_says_what_is_sealed_and_what_is_not_and_shows_letters_only_where_wanted(qtbot, start, path, answer):
    texts, modes = [], []

    def look(dialog):
        texts.extend(each.text() for each in dialog.findChildren(QLabel) if each.text())
        for _ in range(2):
            modes.append({dialog.first.editor.echoMode(), dialog.second.editor.echoMode()})
            qtbot.mouseClick(dialog.shown, Qt.MouseButton.LeftButton, pos=dialog.shown.rect().center() / 4)
        modes.append({dialog.first.editor.echoMode(), dialog.second.editor.echoMode()})
        assert dialog.focusWidget() is dialog.first.editor or dialog.focusWidget() is dialog.shown
        press("取消")(dialog)

    with_password(qtbot, start(path), answer, look)
    assert "".join(texts) == (
        "计划文件、备份和自动留存的改动都会加密，没有密码谁也打不开：忘了密码，也没有办法找回。导出的表格不加密。"
        "硬盘上以前存过、后来删掉的内容，专门的软件可能还能读到。"
        "新密码再输一遍"
    )
    hidden, plain = QLineEdit.EchoMode.Password, QLineEdit.EchoMode.Normal
    assert modes == [{hidden}, {plain}, {hidden}]


def test_an_unnamed_plan_is_sealed_from_its_draft_on(qtbot, start, answer, tmp_path):
    desk = start()
    rename(qtbot, desk, MARK)
    assert len(on_disk(qtbot, desk)) == 1
    assert len(leaks(tmp_path)) == 1
    with_password(qtbot, desk, answer, set_it(qtbot, FIRST))
    qtbot.waitUntil(lambda: desk.keeper.all_kept)
    assert leaks(tmp_path) == []
    answer(choose_file(tmp_path / "b.jiehua"))
    keys(qtbot, desk, Qt.Key.Key_S)
    assert leaks(tmp_path) == []
    assert read_plan(tmp_path / "b.jiehua", FIRST).plan.name == MARK


def test_saving_elsewhere_stays_under_the_password(qtbot, start, path, answer, tmp_path):
    desk = sealed_desk(qtbot, start, path, answer)
    answer(choose_file(tmp_path / "b.jiehua"))
    keys(qtbot, desk, Qt.Key.Key_S, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert read_plan(tmp_path / "b.jiehua", FIRST).plan == desk.store.plan
    assert leaks(tmp_path) == []


def test_a_new_plan_is_under_no_password(qtbot, start, path, answer, tmp_path):
    desk = sealed_desk(qtbot, start, path, answer)
    keys(qtbot, desk, Qt.Key.Key_N)
    assert desk.keeper.secret is None
    answer(choose_file(tmp_path / "b.jiehua"))
    keys(qtbot, desk, Qt.Key.Key_S)
    assert load_plan(tmp_path / "b.jiehua").name == "我的还款计划"


# --- where it can't be written ----------------------------------------------------------------------------------------


def test_a_password_that_cannot_be_written_is_not_set(qtbot, start, path, answer, tmp_path, settings):
    desk = start(path)
    rename(qtbot, desk, f"{MARK} 没保存")
    on_disk(qtbot, desk)
    shutil.rmtree(path.parent)
    seen = []
    with_password(qtbot, desk, answer, set_it(qtbot, FIRST, seen=seen))
    assert seen == [
        "⚠ 没能存到 a.jiehua：文件或文件夹不在了（移动硬盘、U 盘是不是拔掉了？）。计划还在窗口里，可以另存到别处。",
        "",
    ]
    assert desk.keeper.secret is None
    rename(qtbot, desk, f"{MARK} 接着改")
    assert [draft.plan for draft in on_disk(qtbot, desk)] == [desk.store.plan], "the draft is under none either"
    answer(choose_file(tmp_path / "b.jiehua"))
    desk.window.action("save_as").trigger()
    assert load_plan(tmp_path / "b.jiehua") == desk.store.plan


def test_a_password_that_cannot_be_changed_stays_the_old_one(qtbot, start, path, answer):
    desk = sealed_desk(qtbot, start, path, answer)
    away = path.parent.rename(path.parent.with_name("拔出来的"))
    seen = []
    with_password(qtbot, desk, answer, set_it(qtbot, SECOND, seen=seen))
    assert seen[0].startswith("⚠ 没能存到 a.jiehua：")
    away.rename(path.parent)
    assert read_plan(path, FIRST).plan == desk.store.plan
    add_loan(qtbot, desk)
    keys(qtbot, desk, Qt.Key.Key_S)
    assert read_plan(path, FIRST).plan == desk.store.plan


def test_a_file_of_another_window_is_not_put_under_a_password(qtbot, start, path, answer):
    start(path)
    second = start(path)
    before, seen = path.read_bytes(), []
    with_password(qtbot, second, answer, set_it(qtbot, FIRST, seen=seen))
    assert seen == ["⚠ a.jiehua 正在别处打开，这里只能另存到别处。", ""]
    assert path.read_bytes() == before
    assert second.keeper.secret is None


def test_a_file_that_others_changed_is_not_put_under_a_password_over_their_heads(qtbot, start, path, answer):
    desk = start(path)
    rename(qtbot, desk, "这里改的")
    save_plan(path, a_plan("那边改的"))
    seen = []
    with_password(qtbot, desk, answer, set_it(qtbot, FIRST, seen=seen))
    assert seen == ["⚠ a.jiehua 在别处改过了。", ""]
    assert load_plan(path).name == "那边改的"
    assert desk.keeper.secret is None


def test_a_backup_under_another_password_is_told_of(qtbot, start, path, answer):
    """As one that was copied there from before."""
    desk = sealed_desk(qtbot, start, path, answer)
    content = path.read_bytes()
    with_password(qtbot, desk, answer, set_it(qtbot, SECOND))
    oldest = backups_of(desk.keeper.backups, path)[-1]
    oldest.path.write_bytes(content)
    told = with_password(qtbot, desk, answer, set_it(qtbot, "the third one"))
    assert told == ["换密码"]
    assert desk.window.notice.text == (
        "⚠ 密码已经换好。有 1 份备份用的是更早的密码，没有动；要打开它们，用当时的密码。"
    )
    assert read_plan(oldest.path, FIRST).plan == desk.store.plan


# --- being asked ------------------------------------------------------------------------------------------------------


@pytest.fixture
def closed(qtbot, start, path, answer) -> Path:
    """A file under the first password, that no window has open and no start opens by itself."""
    desk = sealed_desk(qtbot, start, path, answer)
    assert desk.window.close()
    desk.window.settings.last_plan = None
    return path


def test_a_wrong_password_is_told_and_nothing_more(qtbot, start, closed, answer, caplog, capfd):
    desk = start()
    add_loan(qtbot, desk)
    plan = desk.store.plan
    seen, labels = [], []

    def look(dialog):
        labels.extend(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())
        give(qtbot, "not the one", seen)(dialog)

    asked = in_turn(answer, look)
    with caplog.at_level(logging.DEBUG):
        assert not desk.window.files.open(closed)
    assert asked == ["打开有密码的计划"]
    assert labels == ["“a.jiehua”有密码。", "密码"]
    assert seen == ["⚠ 密码不对。"]
    assert desk.store.plan == plan
    assert desk.store.unsaved
    assert desk.keeper.secret is None
    assert caplog.text == ""
    assert "not the one" not in "".join(capfd.readouterr())


def test_the_password_can_be_tried_again(qtbot, start, closed, answer):
    desk = start()
    seen = []

    def twice(dialog):
        type_over(qtbot, dialog.password.editor, "wrong one")
        qtbot.keyClick(dialog.password.editor, Qt.Key.Key_Return)
        seen.append(dialog.password.message.text())
        assert dialog.password.editor.selectedText() != "", "what is typed next takes its place"
        qtbot.keyClicks(dialog.password.editor, FIRST)
        qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
        assert not dialog.isVisible()

    in_turn(answer, twice)
    assert desk.window.files.open(closed)
    assert seen == ["⚠ 密码不对。"]
    assert desk.store.plan.name == MARK
    assert desk.store.path == closed
    rename(qtbot, desk, f"{MARK} 改了")
    keys(qtbot, desk, Qt.Key.Key_S)
    assert read_plan(closed, FIRST).plan.name == f"{MARK} 改了"


def test_no_password_at_all_is_asked_for_again(qtbot, start, closed, answer):
    seen = []
    in_turn(answer, give(qtbot, "", seen))
    assert not start().window.files.open(closed)
    assert seen == ["⚠ a.jiehua 有密码。"]


def test_a_start_asks_for_the_last_plans_password_once_the_window_is_there(qtbot, start, path, answer):
    sealed_desk(qtbot, start, path, answer).window.close()
    windows = []

    def look(dialog):
        windows.extend(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
        assert dialog.parent().isVisible()
        give(qtbot, FIRST)(dialog)

    asked = in_turn(answer, look)
    desk = start()
    assert asked == ["打开有密码的计划"]
    assert windows != []
    assert desk.store.plan.name == MARK
    assert desk.store.path == path
    assert said(desk) == []


def test_a_start_whose_password_is_not_given_begins_with_nothing_and_asks_the_next_time(qtbot, start, path, answer):
    before = sealed_desk(qtbot, start, path, answer)
    before.window.close()
    content = path.read_bytes()
    for _ in range(2):
        in_turn(answer, press("取消"))
        desk = start()
        assert desk.store.plan.loans == ()
        assert desk.store.path is None
        assert desk.keeper.secret is None
        desk.window.close()
    assert path.read_bytes() == content


def test_a_sealed_file_that_was_damaged_says_so_and_offers_its_backup(qtbot, start, closed, answer):
    data = json.loads(closed.read_bytes())
    data["content"] = data["content"][:-8] + "AAAAAAA="
    closed.write_text(json.dumps(data), encoding="utf-8")
    desk = start()
    seen = []
    in_turn(answer, give(qtbot, FIRST, seen))
    assert not desk.window.files.open(closed)
    assert seen == ["⚠ a.jiehua 读不了：加密的内容坏了。文件没有被改动。"]


def test_another_window_that_set_a_password_is_told_as_that(qtbot, start, path, answer):
    """Not as if the file were broken."""
    first, second = start(path), start(path)
    with_password(qtbot, first, answer, set_it(qtbot, FIRST))
    second.keeper.look_at_disk()
    assert "打不开了" not in second.window.notice.text


# --- changing and giving up -------------------------------------------------------------------------------------------


def test_a_password_is_changed(qtbot, start, path, answer, tmp_path):
    desk = sealed_desk(qtbot, start, path, answer)
    asked = with_password(qtbot, desk, answer, set_it(qtbot, SECOND))
    assert asked == ["换密码"]
    for each in (path, *(backup.path for backup in backups_of(desk.keeper.backups, path))):
        assert read_plan(each, SECOND).plan == desk.store.plan
        with pytest.raises(LockedPlanError):
            read_plan(each, FIRST)
    assert leaks(tmp_path) == []


def test_a_password_is_given_up(qtbot, start, path, answer):
    desk = sealed_desk(qtbot, start, path, answer)
    asked = with_password(qtbot, desk, answer, press("去掉密码"))
    assert asked == ["换密码"]
    assert desk.keeper.secret is None
    assert load_plan(path) == desk.store.plan
    assert [load_plan(backup.path) for backup in backups_of(desk.keeper.backups, path)] != []
    rename(qtbot, desk, "明的")
    assert [draft.plan.name for draft in on_disk(qtbot, desk)] == ["明的"]


def test_only_a_password_that_there_is_can_be_given_up(qtbot, start, path, answer):
    found = []

    def look(dialog):
        found.extend(button.text() for button in dialog.buttons.buttons())
        press("取消")(dialog)

    asked = with_password(qtbot, start(path), answer, look)
    assert asked == ["设密码"]
    assert sorted(found) == ["取消", "确定"]


@pytest.mark.parametrize("way", ["button", "key"])
def test_the_dialog_can_be_left_and_nothing_is_as_if_it_had_been(qtbot, start, path, answer, way):
    desk = start(path)
    before = path.read_bytes()

    def leave(dialog):
        type_over(qtbot, dialog.first.editor, FIRST)
        type_over(qtbot, dialog.second.editor, FIRST)
        if way == "key":
            qtbot.keyClick(dialog.second.editor, Qt.Key.Key_Escape)
        else:
            press("取消")(dialog)
        assert not dialog.isVisible()

    with_password(qtbot, desk, answer, leave)
    assert desk.keeper.secret is None
    assert path.read_bytes() == before


# --- where a password may be found ------------------------------------------------------------------------------------


def test_a_password_stays_in_no_file_and_in_no_field(qtbot, start, path, answer, tmp_path, settings, caplog, capfd):
    with caplog.at_level(logging.DEBUG):
        desk = sealed_desk(qtbot, start, path, answer)
        rename(qtbot, desk, f"{MARK} 改了")
        keys(qtbot, desk, Qt.Key.Key_S)
        with_password(qtbot, desk, answer, set_it(qtbot, SECOND))
        qtbot.waitUntil(lambda: desk.keeper.all_kept)
    settings._file.sync()
    for password in (FIRST, SECOND):
        spellings = [password.encode(code) for code in ("utf-8", "utf-16-le", "utf-32-le")]
        assert leaks(tmp_path, *spellings, password.replace(" ", "%20").encode()) == []
        assert password not in caplog.text
    assert (settings.data_folder / "log.txt").exists()
    heard = "".join(capfd.readouterr())
    assert FIRST not in heard
    assert SECOND not in heard
    fields = [field.text() for field in desk.window.findChildren(QLineEdit)]
    assert FIRST not in fields
    assert SECOND not in fields


def test_a_secret_shows_itself_to_nobody():
    secret = Secret(FIRST)
    assert FIRST not in f"{secret!r} {secret}"
    assert not hasattr(secret, "__dict__")


def test_a_draft_under_the_password_is_found_after_a_kill(qtbot, start, path, answer, tmp_path):
    desk = sealed_desk(qtbot, start, path, answer)
    rename(qtbot, desk, f"{MARK} 没保存")
    kill(desk)
    assert leaks(tmp_path) == []
    asked = in_turn(answer, give(qtbot, FIRST))
    again = start()
    assert asked == ["打开有密码的计划"]
    assert again.store.plan.name == f"{MARK} 没保存"
    assert said(again) == [FOUND]
    click(qtbot, again, Act.UNDO)
    assert again.store.plan.name == MARK
    assert not again.store.unsaved
