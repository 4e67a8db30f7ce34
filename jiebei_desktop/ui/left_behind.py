"""What other windows left behind without saving, to choose from."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from PySide6.QtWidgets import QDialogButtonBox, QListWidget, QWidget

from jiebei_desktop.files.drafts import DraftFile
from jiebei_desktop.files.json_in import DamagedError
from jiebei_desktop.files.plan_file import NewerError, shown_name
from jiebei_desktop.files.sealed import WrongPasswordError
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.asking import ask
from jiebei_desktop.ui.keeper import Keeper
from jiebei_desktop.ui.widgets.basics import column, label
from jiebei_desktop.ui.widgets.passing import PassingDialog


class _Answer(Enum):
    DROP = "drop"


class LeftBehind(PassingDialog):
    """A list of drafts; `chosen` is the one that is to be opened."""

    def __init__(self, keeper: Keeper, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("LeftBehind", "没保存的改动"))
        self._keeper = keeper
        self._drafts = list(keeper.others)
        self.chosen: DraftFile | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(self.windowTitle())
        buttons = QDialogButtonBox()
        self.take = buttons.addButton(translate("LeftBehind", "打开"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.drop = buttons.addButton(translate("LeftBehind", "不要了"), QDialogButtonBox.ButtonRole.DestructiveRole)
        buttons.addButton(translate("LeftBehind", "以后再说"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._open)
        buttons.rejected.connect(self.reject)
        self.drop.clicked.connect(self._drop)
        self.list.itemActivated.connect(lambda _: self._open())
        layout = column(spacing=design.INSET)
        layout.setContentsMargins(design.WIDE, design.WIDE, design.WIDE, design.SPACE)
        layout.addWidget(
            label(translate("LeftBehind", "别的窗口没来得及保存就结束了，它们的改动都在这里。"), wrap=True)
        )
        layout.addWidget(self.list)
        layout.addWidget(buttons)
        self.setLayout(layout)
        self.setMinimumWidth(min(design.ABOUT_WIDTH, self.screen().availableSize().width()))
        self._show()

    def _show(self) -> None:
        self.list.clear()
        self.list.addItems([_shown(draft) for draft in self._drafts])
        self.list.setCurrentRow(0)
        for button in (self.take, self.drop):
            button.setEnabled(bool(self._drafts))

    def _open(self) -> None:
        self.chosen = self._drafts[self.list.currentRow()]
        self.accept()

    def _drop(self) -> None:
        text = translate("LeftBehind", "这份改动不要了？丢掉就找不回来了。")
        if ask(self, text, "", {_Answer.DROP: translate("LeftBehind", "丢掉")}) is None:
            return
        draft = self._drafts.pop(self.list.currentRow())
        draft.remove()
        self._keeper.forget(draft)
        self._show()


def _shown(draft: DraftFile) -> str:
    """Return what is known of a draft: which plan, of which file, and from when."""
    when = datetime.fromtimestamp(draft.path.stat().st_mtime).astimezone().strftime("%Y-%m-%d %H:%M")
    try:
        found, _ = draft.read()
    except WrongPasswordError:
        return translate("LeftBehind", "有密码的计划 · {when}").format(when=when)
    except (NewerError, DamagedError):
        return translate("LeftBehind", "读不了 · {when}").format(when=when)
    file = shown_name(found.file) if found.file else translate("LeftBehind", "还没有文件")
    return f"{found.plan.name} · {file} · {when}"
