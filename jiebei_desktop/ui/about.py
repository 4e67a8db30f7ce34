"""关于: what this program is, and what it is not."""

from __future__ import annotations

import sys

import pydantic
import PySide6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from jiebei_desktop import __version__
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.icons import app_icon


def show_about(parent: QWidget) -> None:
    """Show the About window until it is closed."""
    box = QMessageBox(parent)
    box.setWindowTitle(translate("About", "关于借花规划"))
    box.setIconPixmap(app_icon().pixmap(4 * design.SPACE, 4 * design.SPACE))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(translate("About", "借花规划 {version}").format(version=__version__))
    box.setInformativeText(about_text())
    box.exec()


def about_text() -> str:
    """Return what About says."""
    return "\n\n".join(
        (
            translate("About", "把借呗和花呗的还款算到分：每期多少，一共多付多少，哪个便宜。"),
            translate("About", "独立软件，与蚂蚁集团、支付宝没有关系，也没有得到它们的认可。"),
            translate("About", "不联网；你填的东西只在这台电脑上。"),
            translate("About", "这里给的是算出来的数和出处，不是法律或理财建议；以你自己 App 和合同里写的为准。"),
            translate(
                "About", "MIT 许可。使用 Qt（LGPL）、PySide6 {pyside}、pydantic {pydantic}、Python {python}。"
            ).format(pyside=PySide6.__version__, pydantic=pydantic.VERSION, python=sys.version.split()[0]),
        )
    )
