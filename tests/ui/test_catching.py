"""The real program in a process of its own, with an error in a slot: what it tells gives nothing of the user's away."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from jiebei_desktop import __version__
from jiebei_desktop.files.plan_file import load_plan, plan_content, save_plan
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.products import shipped_rules
from tests.conftest import TODAY

NAME, LENDER, AMOUNT = "王小明的计划", "Uncle Wang", "87654.32"

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton
from jiebei_desktop.ui.app import application, run_window
from jiebei_desktop.ui.crash import CrashDialog
from jiebei_desktop.ui.window import MainWindow

app = application()
shown = []


def window():
    return next(each for each in app.topLevelWidgets() if isinstance(each, MainWindow))


def go_wrong():
    plan, path = window().store.plan, window().store.path
    loan = plan.loans[0]
    window().store.edit("改名", plan.model_copy(update={"name": plan.name + "!"}))
    if sys.argv[2] == "slot":
        raise ValueError(f"{plan.name}: {loan.name} owes {loan.principal}, see {path} and '{loan.id}'")
    if sys.argv[2] == "caused":
        try:
            {loan.principal: loan.name}[loan.name]
        except KeyError as error:
            raise RuntimeError(f"no {loan.name} of {loan.principal:,} in {plan.loans!r}") from error
    if sys.argv[2] == "checked":
        type(loan).model_validate(loan.model_dump() | {"principal": "minus " + str(loan.principal)})


def begin():
    if not app.topLevelWidgets() or window().pages.current is None or sys.excepthook == sys.__excepthook__:
        return
    waiting.stop()
    looking.start(5)
    action = QAction(window())
    action.triggered.connect(lambda _: go_wrong())
    action.trigger()


def look():
    dialog = app.activeModalWidget()
    if not isinstance(dialog, CrashDialog):
        return
    looking.stop()
    print(dialog.text.toPlainText())
    print("buttons", *(button.text() for button in dialog.findChildren(QPushButton)))
    dialog.go_on.click()
    QTimer.singleShot(0, app, leave)


def leave():
    print("visible", window().isVisible(), "unsaved", window().store.unsaved)
    assert window().keeper.wait()
    print("kept", flush=True)
    app.exit(7)


waiting, looking = QTimer(), QTimer()
waiting.timeout.connect(begin)
looking.timeout.connect(look)
waiting.start(5)
sys.exit(run_window(Path(sys.argv[1])))
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "小明" / "secret-plan.jiehua"
    found.parent.mkdir()
    old = load_plan(Path(__file__).parents[1] / "data" / "plans" / "first.jiehua").loans[0]
    loan = old.model_copy(update={"name": LENDER, "principal": type(old.principal)(AMOUNT)})
    plan = new_plan(NAME, shipped_rules(), TODAY).model_copy(update={"loans": (loan,)})
    save_plan(found, plan)
    return found


def gone_wrong(path: Path, how: str) -> tuple[str, str]:
    """Run the program, let it go wrong, and return what it said on both streams."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, path, how],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "LANGUAGE": "zh_CN", "PYTHONIOENCODING": "utf-8"},
        check=False,
        timeout=100,
    )
    assert done.returncode == 7, done.stderr
    return done.stdout, done.stderr


@pytest.mark.parametrize(
    ("how", "kind"), [("slot", "ValueError"), ("caused", "RuntimeError"), ("checked", "ValidationError")]
)
def test_an_error_in_a_slot_is_told_without_amounts_and_names(path, tmp_path, how, kind):
    shown, told = gone_wrong(path, how)
    report, _, rest = shown.partition("buttons ")
    assert rest == "复制 另存一份计划… 继续\nvisible True unsaved True\nkept\n"
    lines = [line for line in told.splitlines() if "This plugin does not support" not in line]
    assert "\n".join(lines).strip() == report.strip(), "what is on the screen is what is on standard error"
    assert kind in report
    assert "in go_wrong" in report
    assert report.startswith(f"jiebei-desktop: {__version__}\n")
    log = (tmp_path / "jiebei-desktop" / "log.txt").read_text(encoding="utf-8")
    assert "error times=1" in log
    log = re.sub(r"(?m)^\S+ \d+ ", "", log)  # the time and the number of the process are anything
    for text in (shown, told, log):
        for secret in (NAME, "小明", LENDER, "Wang", "wang", AMOUNT, "87", "654", "secret-plan", str(tmp_path)):
            assert secret not in text.replace("visible", ""), f"{secret} in {text}"
    drafts = list((tmp_path / "jiebei-desktop" / "drafts").glob("*.draft"))
    assert len(drafts) == 1, "the edit of before the error is on disk"
    assert f"{NAME}!" in drafts[0].read_text(encoding="utf-8")
    assert path.read_bytes() == plan_content(load_plan(path))
