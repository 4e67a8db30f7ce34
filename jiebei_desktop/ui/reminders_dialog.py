"""提醒: whether and how long before the user is reminded, and what would be told today."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from jiebei_desktop.files.troubles import reason
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.autostart import Autostart
from jiebei_desktop.ui.reminders import Reminders
from jiebei_desktop.ui.settings import Settings
from jiebei_desktop.ui.widgets.basics import Card, Notice, clear, column, label, row
from jiebei_desktop.ui.widgets.dialog_body import DialogBody
from jiebei_desktop.ui.widgets.fields import ChoiceField, chain_tabs
from jiebei_desktop.ui.widgets.passing import PassingDialog

_MOST_SHOWN = 5
_USUAL_DAYS = (0, 1, 2, 3, 5, 7, 10, 14)


class RemindersDialog(PassingDialog):
    """What is chosen is in force at once."""

    def __init__(self, settings: Settings, reminders: Reminders, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("RemindersDialog", "提醒"))
        self._settings, self._reminders = settings, reminders
        self._autostart = Autostart()
        self.hint = Notice()
        self.remind = QCheckBox(translate("RemindersDialog", "到期前在屏幕角上提醒我"))
        self.days = ChoiceField(translate("RemindersDialog", "从哪天开始提醒"))
        self.days.set_choices((str(days), _days_name(days)) for days in sorted({*_USUAL_DAYS, settings.remind_days}))
        self.stay = QCheckBox(translate("RemindersDialog", "关掉窗口后留在托盘里，继续提醒"))
        self.with_session = QCheckBox(translate("RemindersDialog", "开机登录后自己启动，不打开窗口"))
        self.leave = QPushButton(translate("RemindersDialog", "关闭"))
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self.accept)
        self.preview = column(spacing=design.HALF)
        self._lay_out()
        self._show_settings()
        self.remind.toggled.connect(self._set_remind)
        self.days.edited.connect(self._set_days)
        self.stay.toggled.connect(self._set_stay)
        self.with_session.toggled.connect(self._set_with_session)

    def _show_settings(self) -> None:
        """Show what is chosen; what does nothing without a tray or without reminders can't be chosen."""
        can_be = self._reminders.can_be
        if not can_be:
            self.hint.say(
                translate(
                    "RemindersDialog",
                    "这个桌面没有托盘，程序没办法在这里提醒。可以导出日历文件，让手机或电脑的日历提醒。",
                )
            )
        on = self._settings.remind
        self.remind.setChecked(on)
        self.days.set_text(str(self._settings.remind_days))
        self.stay.setChecked(self._settings.stay_in_tray)
        self.with_session.setChecked(self._autostart.is_on())
        self.remind.setEnabled(can_be or on)
        self.days.setEnabled(can_be)
        self.stay.setEnabled(can_be and on)
        self.with_session.setEnabled((can_be and on) or self.with_session.isChecked())
        self._show_preview()

    def _show_preview(self) -> None:
        clear(self.preview)
        found = self._reminders.due_today()
        for each in found[:_MOST_SHOWN]:
            self._preview_line(each.title)
            self._preview_line(each.text, "small")
        if len(found) > _MOST_SHOWN:
            text = translate("RemindersDialog", "……还有 {count} 件").format(count=len(found) - _MOST_SHOWN)
            self._preview_line(text, "small")
        if not found:
            self._preview_line(translate("RemindersDialog", "今天没有要提醒的。"), "quiet")

    def _preview_line(self, text: str, name: str = "") -> None:
        line = label(text, name, wrap=True)
        self.preview.addWidget(line)
        line.show()  # or it would count for the height only once the dialog is laid out again

    def _set_remind(self, on: bool) -> None:
        self._settings.remind = on
        self._reminders.follow_settings()
        if not on and self.with_session.isChecked():
            self.with_session.setChecked(False)  # it is there for reminding alone
        self._show_settings()

    def _set_days(self, days: str) -> None:
        self._settings.remind_days = int(days)
        self._reminders.look()
        self._show_preview()

    def _set_stay(self, on: bool) -> None:
        self._settings.stay_in_tray = on

    def _set_with_session(self, on: bool) -> None:
        if on == self._autostart.is_on():
            return
        try:
            self._autostart.set(on)
        except OSError as error:
            text = translate("RemindersDialog", "没能改开机启动：{reason}。")
            self.hint.say(text.format(reason=reason(error)))
            self.with_session.setChecked(self._autostart.is_on())

    def _lay_out(self) -> None:
        days = row()
        days.addWidget(self.days)
        days.addStretch(1)
        card = Card(translate("RemindersDialog", "今天会提醒这些"))
        card.body.addLayout(self.preview)
        lines = column(spacing=design.INSET)
        lines.addWidget(self.hint)
        for part, about in (
            (
                self.remind,
                translate("RemindersDialog", "快到期、预算里钱会不够、已经逾期，每件一天最多说一次。只在这台电脑上。"),
            ),
            (self.stay, translate("RemindersDialog", "不勾的话，关掉窗口就不再提醒。")),
            (self.with_session, translate("RemindersDialog", "在系统的启动项里加一条，随时可以在这里去掉。")),
        ):
            lines.addWidget(part)
            lines.addWidget(label(about, "small", wrap=True))
            if part is self.remind:
                lines.addLayout(days)
        lines.addWidget(card)
        lines.addStretch(1)
        buttons = row()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        whole = column(spacing=design.INSET)
        whole.setContentsMargins(design.WIDE, design.WIDE, design.WIDE, design.SPACE)
        whole.addWidget(DialogBody(lines, design.ABOUT_WIDTH - 2 * design.WIDE), 1)
        whole.addLayout(buttons)
        self.setLayout(whole)
        chain_tabs([self.remind, self.days.editor, self.stay, self.with_session, self.leave])


def _days_name(days: int) -> str:
    text = {
        0: translate("RemindersDialog", "到期当天"),
        1: translate("RemindersDialog", "到期前一天"),
    }.get(days, translate("RemindersDialog", "到期前 {days} 天"))
    return text.format(days=days)
