"""关于: what this program is, what it is not, and whose work it stands on."""

from __future__ import annotations

import sys

import pydantic
import PySide6
from PySide6.QtCore import QSize, QSysInfo, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QWidget

from jiebei_desktop import __version__
from jiebei_desktop.files.notices import Notice, notices
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.icons import app_icon
from jiebei_desktop.ui.widgets.basics import column, label, row
from jiebei_desktop.ui.widgets.dialog_body import DialogBody
from jiebei_desktop.ui.widgets.reading import Reading


class AboutDialog(QDialog):
    """Says what the program is; a packaged one also shows the licences of all that it brings along."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("About", "关于借花规划"))
        sign = QLabel()
        sign.setAccessibleName(translate("About", "借花规划的标志"))
        sign.setPixmap(app_icon().pixmap(4 * design.SPACE, 4 * design.SPACE))
        title = label(translate("About", "借花规划 {version}").format(version=__version__), "headline")
        top = row(spacing=design.SPACE)
        top.addWidget(sign)
        top.addWidget(title, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(translate("About", "关闭"))
        buttons.rejected.connect(self.reject)
        found = notices()
        if found:
            self.licences = buttons.addButton(
                translate("About", "用到的软件和许可…"), QDialogButtonBox.ButtonRole.ActionRole
            )
            self.licences.clicked.connect(lambda: LicencesDialog(found, self).exec())
        said = column(spacing=design.SPACE)
        said.addLayout(top)
        for paragraph in about_text():
            said.addWidget(label(paragraph, wrap=True))
        said.addStretch(1)
        layout = column(spacing=design.SPACE)
        layout.setContentsMargins(design.WIDE, design.WIDE, design.WIDE, design.SPACE)
        layout.addWidget(DialogBody(said, design.ABOUT_WIDTH - 2 * design.WIDE), 1)
        layout.addWidget(buttons)
        self.setLayout(layout)


class LicencesDialog(QDialog):
    """Everything that is brought along, and beside it the licence of what is chosen, in full."""

    def __init__(self, found: tuple[Notice, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("About", "用到的软件和许可"))
        self.names = QListWidget()
        self.names.setAccessibleName(translate("About", "软件"))
        self.names.setMaximumWidth(design.FORM_WIDTH)
        for notice in found:
            self.names.addItem(" ".join(filter(None, (notice.name, notice.version))))
        self.text = Reading(translate("About", "许可全文"))
        self.names.currentRowChanged.connect(lambda place: self.text.setPlainText(found[place].text))
        self.names.setCurrentRow(0)
        layout = row(spacing=design.SPACE)
        layout.setContentsMargins(design.SPACE, design.SPACE, design.SPACE, design.SPACE)
        layout.addWidget(self.names)
        layout.addWidget(self.text, 1)
        self.setLayout(layout)
        wanted = QSize(design.READING_WIDTH + design.FORM_WIDTH, design.READING_WIDTH)
        self.resize(wanted.boundedTo(self.screen().availableSize()))


def versions() -> dict[str, str]:
    """Return the versions of the program and what it stands on, and the system's name."""
    return {
        "jiebei-desktop": __version__,
        "qt": qVersion(),
        "pyside": PySide6.__version__,
        "pydantic": pydantic.VERSION,
        "python": sys.version.split()[0],
        "system": QSysInfo.prettyProductName(),
    }


def about_text() -> tuple[str, ...]:
    """Return what About says, by paragraphs."""
    return (
        translate("About", "把借呗和花呗的还款算到分：每期多少，一共多付多少，哪个便宜，晚一天多付多少。"),
        translate("About", "独立软件，与蚂蚁集团、支付宝没有关系，也没有得到它们的认可。"),
        translate("About", "不联网；你填的东西只在这台电脑上。"),
        translate("About", "这里给的是算出来的数和出处，不是法律或理财建议；以你自己 App 和合同里写的为准。"),
        translate(
            "About",
            "MIT 许可。通过 PySide6 {pyside} 使用 Qt {qt}（LGPL 3，动态链接，程序文件夹里的 Qt 可以换成自己编译的），"
            "另有 pydantic {pydantic}、Python {python} 等。",
        ).format(**versions()),
    )
