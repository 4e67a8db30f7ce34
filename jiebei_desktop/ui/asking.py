"""Questions that the user must answer, with the answers named by what they do."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from typing import TypeVar

from PySide6.QtWidgets import QMessageBox, QWidget

from jiebei_desktop.text import translate

E = TypeVar("E", bound=Enum)


class _Answer(Enum):
    REPLACE = auto()


def ask(parent: QWidget, text: str, more: str, answers: Mapping[E, str]) -> E | None:
    """Ask, and return the answer; None where the user would rather not. The first answer is what Enter gives."""
    box = QMessageBox(parent)
    box.setWindowTitle(translate("Window", "借花规划"))
    box.setIcon(QMessageBox.Icon.Question)
    box.setText(text)
    box.setInformativeText(more)
    buttons = {box.addButton(name, QMessageBox.ButtonRole.ActionRole): answer for answer, name in answers.items()}
    cancel = box.addButton(translate("Window", "取消"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(next(iter(buttons), cancel))
    box.setEscapeButton(cancel)
    box.exec()
    return next((answer for button, answer in buttons.items() if button is box.clickedButton()), None)


def may_replace(parent: QWidget, text: str) -> bool:
    """Ask whether what a text tells of, which is there already, may be replaced."""
    more = translate("Window", "换掉的话，原来的内容就没有了。")
    return ask(parent, text, more, {_Answer.REPLACE: translate("Window", "换掉")}) is not None
