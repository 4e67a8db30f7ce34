"""Form fields: a label, an editor that says each keystroke, and a message beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QDate, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.icons import icon
from jiebei_desktop.ui.widgets.announcing import announce
from jiebei_desktop.ui.widgets.basics import breakable, column, label, row
from jiebei_desktop.ui.widgets.still import StillBox

_POPUP = Qt.FocusReason.PopupFocusReason
_CALENDAR_FORMAT = "yyyy-MM-dd"


class FormField(QWidget):
    """What every field has in common. `edited` says the text as it is now, `finished` that the user moved on."""

    edited = Signal(str)
    finished = Signal()

    def __init__(self, title: str, editor: QWidget, *beside: QWidget) -> None:
        super().__init__()
        self.editor = editor
        self._beside = beside
        self.title = label(title, "fieldLabel")
        self.title.setWordWrap(True)
        self.title.setBuddy(editor)
        self._kept = 0
        self.message = label(wrap=True)
        self.message.hide()
        self._said = ("", "")
        editor.setAccessibleName(title.replace("&", ""))
        self._unit = "".join(widget.text() for widget in beside if isinstance(widget, QLabel))
        editor.setAccessibleDescription(self._unit)
        editor.installEventFilter(self)
        line = row(spacing=design.HALF)
        line.addWidget(editor, 1)
        for widget in beside:
            line.addWidget(widget)
        layout = column(spacing=design.HALF // 2)
        layout.addWidget(self.title)
        layout.addLayout(line)
        layout.addWidget(self.message)
        layout.addStretch(1)
        self.setLayout(layout)

    @property
    def stops(self) -> list[QWidget]:
        """Return what Tab stops at in this field, in order."""
        beside = [widget for widget in self._beside if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
        return [self.editor, *beside]

    def keep_width(self, width: int) -> None:
        """Always be so many pixels wide, or as wide as the title and the editor need where that is more."""
        self._kept = max(width, self.title.fontMetrics().horizontalAdvance(self.title.text()) + design.LINE_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width that is kept, where one is."""
        hint = super().sizeHint()
        return QSize(self.minimumSizeHint().width(), hint.height()) if self._kept else hint

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same, or what all in it needs."""
        return super().minimumSizeHint().expandedTo(QSize(self._kept, 0))

    def set_text(self, text: str) -> None:
        """Show a value without saying `edited`."""
        raise NotImplementedError

    def text(self) -> str:
        """Return what is in the editor."""
        raise NotImplementedError

    def has_focus(self) -> bool:
        """Tell whether the user is in this field."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def say(self, problem: str, remark: str = "") -> None:
        """Show what is wrong, else a remark, else nothing; a screen reader hears it with the field."""
        if (problem, remark) == self._said:
            return
        self._said = problem, remark
        self.message.setObjectName("problem" if problem else "remark")
        self.message.setText(breakable(f"⚠ {problem}" if problem else remark))
        self.message.setVisible(bool(problem or remark))
        parts = filter(None, (self._unit, problem or remark))
        self.editor.setAccessibleDescription(translate("Fields", "；").join(parts))
        announce(self, problem)
        if self.editor.property("wrong") != bool(problem):
            self.editor.setProperty("wrong", bool(problem))
            polish(self.editor)
        polish(self.message)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Say `finished` when the focus goes elsewhere, but not to a pop-up of the field's own.

        Undo and redo are the plan's, also from inside a field; only a text that is wrong is undone by the field.
        """
        if not self._said[0] and leaves_undo_to_plan(event):
            return True
        if event.type() is QEvent.Type.MouseButtonDblClick and isinstance(watched, QLineEdit) and _is_figure(watched):
            watched.selectAll()  # 0.04 is one value, and to Qt two words
            return True
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() is not _POPUP:
            self.finished.emit()
        return super().eventFilter(watched, event)


class TextField(FormField):
    """A line of text with an optional unit behind it."""

    def __init__(self, title: str, unit: str = "", *beside: QWidget) -> None:
        self._line = QLineEdit()
        super().__init__(title, self._line, *((label(unit, "quiet"),) if unit else ()), *beside)
        self._line.textEdited.connect(self.edited)

    def set_text(self, text: str) -> None:
        """Show a value without saying `edited`."""
        if text != self._line.text():
            self._line.setText(text)

    def text(self) -> str:
        """Return what is in the editor."""
        return self._line.text()


class DateField(TextField):
    """A date, typed or picked from a calendar."""

    def __init__(self, title: str, placeholder: str = "") -> None:
        self._button = QToolButton()
        super().__init__(title, "", self._button)
        self._line.setPlaceholderText(placeholder)
        self._button.setIcon(icon("calendar"))
        self._button.setToolTip(translate("Fields", "从日历里选"))
        self._button.setAccessibleName(translate("Fields", "从日历里选：{field}").format(field=title.replace("&", "")))
        self._button.clicked.connect(self._pick)

    def _pick(self) -> None:
        from PySide6.QtGui import QTextCharFormat  # noqa: PLC0415 - a start does without
        from PySide6.QtWidgets import QCalendarWidget  # noqa: PLC0415

        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setMinimumWidth(design.FORM_WIDTH)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            quiet = QTextCharFormat()
            quiet.setForeground(design.colour(design.current().quiet))
            calendar.setWeekdayTextFormat(day, quiet)
        for way, name in (("prev", "previous"), ("next", "next")):  # Qt's own arrows are black in the dark, too
            arrow = calendar.findChild(QToolButton, f"qt_calendar_{way}month")
            if arrow is not None:
                arrow.setIcon(icon(name))
        shown = QDate.fromString(self._line.text(), _CALENDAR_FORMAT)
        if shown.isValid():
            calendar.setSelectedDate(shown)
        calendar.activated.connect(self._picked)
        calendar.clicked.connect(self._picked)
        calendar.activated.connect(calendar.close)
        calendar.clicked.connect(calendar.close)
        calendar.move(self._line.mapToGlobal(self._line.rect().bottomLeft()))
        calendar.show()
        calendar.setFocus()

    def _picked(self, day: QDate) -> None:
        text = day.toString(_CALENDAR_FORMAT)
        self.set_text(text)
        self.edited.emit(text)
        self.finished.emit()


class ChoiceField(FormField):
    """One of a few, by value and name."""

    def __init__(self, title: str) -> None:
        self.box = StillBox()
        super().__init__(title, self.box)
        self.box.activated.connect(lambda _: self.edited.emit(self.text()))

    def set_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer (value, name) pairs."""
        fill(self.box, choices)

    def set_text(self, text: str) -> None:
        """Choose a value without saying `edited`; one that is not offered is added by its own name."""
        choose(self.box, text)

    def text(self) -> str:
        """Return the chosen value."""
        return str(self.box.currentData())


class NumberChoiceField(FormField):
    """A number, picked from the usual ones or typed."""

    def __init__(self, title: str, unit: str = "") -> None:
        self.box = StillBox()
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = QLineEdit()
        self.box.setLineEdit(line)
        line.setCompleter(None)  # type: ignore[arg-type] # one would finish "1" into "12"
        super().__init__(title, self.box, *((label(unit, "quiet"),) if unit else ()))
        line.setAccessibleName(self.editor.accessibleName())
        line.textEdited.connect(self.edited)
        self.box.activated.connect(lambda _: self.edited.emit(self.text()))
        line.installEventFilter(self)

    def set_choices(self, numbers: Iterable[int]) -> None:
        """Offer the usual numbers."""
        text = self.text()
        fill(self.box, ((str(number), str(number)) for number in numbers))
        self.box.setEditText(text)

    def set_text(self, text: str) -> None:
        """Show a value without saying `edited`."""
        if text != self.text():
            self.box.setEditText(text)

    def text(self) -> str:
        """Return what is in the editor."""
        return self.box.currentText()


def leaves_undo_to_plan(event: QEvent) -> bool:
    """Tell whether an event is a field's claim to the keys of undo and redo, and refuse it the claim."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if not (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)):
        return False
    event.ignore()
    return True


def fill(box: QComboBox, choices: Iterable[tuple[str, str]]) -> None:
    """Offer (value, name) pairs in a combo box, keeping what is chosen where it is still there."""
    wanted = list(choices)
    if wanted == [(box.itemData(index), box.itemText(index)) for index in range(box.count())]:
        return
    chosen = box.currentData()
    box.clear()
    for value, name in wanted:
        box.addItem(name, value)
    box.setCurrentIndex(max(box.findData(chosen), 0))


def choose(box: QComboBox, value: str) -> None:
    """Choose a value of a combo box; one that is not offered is added by its own name."""
    if box.findData(value) < 0:
        box.addItem(value, value)
    box.setCurrentIndex(box.findData(value))


def narrow(box: QComboBox) -> QComboBox:
    """Let a combo box be narrower than its longest choice, which its list and a hint say whole."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    box.setMinimumWidth(design.SHORT_FIELD)
    box.currentTextChanged.connect(box.setToolTip)
    return box


def _is_figure(line: QLineEdit) -> bool:
    """Tell whether a line holds a number or a date, and no words."""
    return not any(letter.isalpha() or letter.isspace() for letter in line.text())


def chain_tabs(stops: Sequence[QWidget]) -> None:
    """Let Tab go through widgets in this order, whenever they were made."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def chain_before(last: QWidget, stops: Sequence[QWidget]) -> None:
    """Let Tab come to widgets right before another one, though they were made later."""
    first = last.previousInFocusChain()
    while first is not None and (first in stops or first.focusPolicy() is Qt.FocusPolicy.NoFocus):
        first = first.previousInFocusChain()
    if first is not None:
        chain_tabs([first, *stops])


def polish(widget: QWidget) -> None:
    """Give a widget the style of its name and properties as they are now."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
