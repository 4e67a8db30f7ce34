"""Asking for a plan's password, and giving it another one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QLineEdit, QWidget

from jiebei_desktop.files.plan_file import PlanFileError
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import column, label
from jiebei_desktop.ui.widgets.dialog_body import DialogBody
from jiebei_desktop.ui.widgets.fields import TextField
from jiebei_desktop.ui.widgets.passing import PassingDialog

LEAST: Final = 8
"""Letters of a new password: fewer are tried out in hours by who has the file."""
_MOST: Final = 1000


class _Secret(TextField):
    """A field whose text is shown as dots."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.show_letters(shown=False)
        assert isinstance(self.editor, QLineEdit)  # noqa: S101 - for the type checker
        self.editor.setMaxLength(_MOST)

    def show_letters(self, *, shown: bool) -> None:
        assert isinstance(self.editor, QLineEdit)  # noqa: S101 - for the type checker
        self.editor.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


class _PasswordDialog(PassingDialog):
    """What both dialogs are made of: what it is about, fields, a box that shows the letters, buttons."""

    def __init__(self, title: str, about: str, fields: list[_Secret], accept: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._fields = fields
        self.shown = QCheckBox(translate("Password", "显示密码"))
        self.shown.toggled.connect(self._show_letters)
        self.buttons = QDialogButtonBox()
        self.ok = self.buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        self.ok.setObjectName("primary")
        self.buttons.addButton(translate("Password", "取消"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._try)
        self.buttons.rejected.connect(self.reject)
        self.lines = column(spacing=design.INSET)
        self.lines.addWidget(label(about, wrap=True))
        for field in fields:
            self.lines.addWidget(field)
        self.lines.addWidget(self.shown)
        self.lines.addStretch(1)
        layout = column(spacing=design.INSET)
        layout.setContentsMargins(design.WIDE, design.WIDE, design.WIDE, design.SPACE)
        layout.addWidget(DialogBody(self.lines, design.DIALOG_WIDTH + design.SHORT_FIELD - 2 * design.WIDE), 1)
        layout.addWidget(self.buttons)
        self.setLayout(layout)
        fields[0].editor.setFocus()

    def done(self, result: int) -> None:
        """Close, and keep nothing of what was typed."""
        super().done(result)
        for field in self._fields:
            field.set_text("")

    def _show_letters(self, shown: bool) -> None:
        for field in self._fields:
            field.show_letters(shown=shown)

    def _try(self) -> None:
        raise NotImplementedError


class AskPassword(_PasswordDialog):
    """Asks for the password of what is opened, until it is the right one or the user gives up.

    Args:
        name: what is opened.
        opens: tries a password; raises `PlanFileError` where it doesn't open.
        parent: the window.
    """

    def __init__(self, name: str, opens: Callable[[str], None], parent: QWidget) -> None:
        self.password = _Secret(translate("Password", "密码"))
        title = translate("Password", "打开有密码的计划")
        about = translate("Password", "“{name}”有密码。").format(name=name)
        super().__init__(title, about, [self.password], translate("Password", "打开"), parent)
        self._opens = opens

    def _try(self) -> None:
        try:
            self._opens(self.password.text())
        except PlanFileError as error:
            self.password.say(str(error))
        else:
            self.accept()
            return
        self.password.editor.setFocus()
        if isinstance(self.password.editor, QLineEdit):
            self.password.editor.selectAll()


class NewPassword(_PasswordDialog):
    """Asks for a new password twice.

    Args:
        has_one: whether it takes the place of one; then it can also be given up.
        sets: puts it in force, None for no password; raises `PlanFileError` where it can't.
        parent: the window.
    """

    def __init__(self, sets: Callable[[str | None], None], parent: QWidget, *, has_one: bool) -> None:
        self.first = _Secret(translate("Password", "新密码"))
        self.second = _Secret(translate("Password", "再输一遍"))
        title = translate("Password", "换密码") if has_one else translate("Password", "设密码")
        about = translate(
            "Password",
            "计划文件、备份和自动留存的改动都会加密，没有密码谁也打不开：忘了密码，也没有办法找回。导出的表格不加密。"
            "硬盘上以前存过、后来删掉的内容，专门的软件可能还能读到。",
        )
        super().__init__(title, about, [self.first, self.second], translate("Password", "确定"), parent)
        self._sets = sets
        if has_one:
            gone = self.buttons.addButton(
                translate("Password", "去掉密码"), QDialogButtonBox.ButtonRole.DestructiveRole
            )
            gone.clicked.connect(self._remove)

    def _try(self) -> None:
        password = self.first.text()
        short, other = len(password) < LEAST, password != self.second.text()
        self.first.say(translate("Password", "至少 {least} 个字").format(least=LEAST) if short else "")
        self.second.say(translate("Password", "两遍输的不一样") if other and not short else "")
        if short or other:
            (self.first if short else self.second).editor.setFocus()
            return
        self._set(password)

    def _remove(self) -> None:
        self._set(None)

    def _set(self, password: str | None) -> None:
        try:
            self._sets(password)
        except PlanFileError as error:
            self.first.say(str(error))
        else:
            self.accept()
