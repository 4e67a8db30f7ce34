"""Which loans are looked at for being late, and how late: buttons, what is known of one loan, a slider of days."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from jiebei_desktop.planning.entry import whole_number
from jiebei_desktop.planning.late import Subject
from jiebei_desktop.planning.wording import long_date
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.icons import dot
from jiebei_desktop.ui.widgets.basics import Card, clear, label, row
from jiebei_desktop.ui.widgets.fields import TextField
from jiebei_desktop.ui.widgets.flow import FlowLayout
from jiebei_desktop.ui.widgets.short_label import shortened
from jiebei_desktop.ui.widgets.still import StillSlider


class LatePicker(Card):
    """`chosen` says that other loans are looked at, `moved` a number of days late."""

    chosen = Signal()
    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._subjects: Sequence[Subject] = ()
        self._known: tuple[str, ...] = ()
        self._today = 0
        self.keys: tuple[str, ...] = ()
        self._by_hand = False  # until then what is usual follows the plan
        self.buttons: dict[str, QPushButton] = {}
        self._chips = FlowLayout(design.GRID, design.GRID)
        line = row()
        which = label(translate("Late", "看哪几笔"), "fieldLabel")
        which.setFixedHeight(design.BUTTON_HEIGHT)  # in the middle of the first line of buttons
        line.addWidget(which, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self._chips, 1)
        self.body.addLayout(line)
        self.slider = StillSlider(Qt.Orientation.Horizontal)
        self.slider.setPageStep(30)
        self.slider.setTickInterval(30)
        self.slider.setAccessibleName(translate("Late", "晚几天"))
        self.days = TextField(translate("Late", "晚几天"), translate("Late", "天"))
        self.days.title.hide()
        self.days.keep_width(design.NAMED_COLUMN)
        self.day = label(name="quiet")
        self.day.setFixedWidth(design.NAMED_COLUMN)
        self.back = QPushButton(translate("Late", "回到今天"))
        self.slider.valueChanged.connect(self.moved)
        self.days.edited.connect(self._type)
        self.days.finished.connect(lambda: self._show_number(self.slider.value()))
        self.back.clicked.connect(lambda: self.moved.emit(self._today))
        days = FlowLayout(design.INSET, design.GRID, fill=True)
        for part in (label(translate("Late", "晚几天"), "fieldLabel"), self.slider, self.days, self.day, self.back):
            days.addWidget(part)
            days.setAlignment(part, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(days)

    @property
    def subjects(self) -> list[Subject]:
        """Return the loans that are looked at."""
        return [subject for subject in self._subjects if subject.key in self.keys]

    def show_subjects(self, subjects: Sequence[Subject], span: int) -> None:
        """Offer loans; those that were looked at stay so, and there is always one."""
        self._subjects = subjects
        known = tuple(subject.key for subject in subjects)
        if known != self._known:
            self._known = known
            self._make_buttons()
        kept = tuple(key for key in self.keys if key in known)
        self.keys = kept if kept and self._by_hand else self._usual()
        for subject in subjects:
            button = self.buttons[subject.key]
            late = translate("Late", "逾期 {days} 天").format(days=subject.days) if subject.days else ""
            name = shortened(subject.label)
            button.setText(f"{name} ⚠ {late}" if late else name)
            button.setToolTip(subject.label)
            button.setIcon(dot(design.current().brand(subject.brand)))
            button.setChecked(subject.key in self.keys)
        with QSignalBlocker(self.slider):
            self.slider.setMaximum(span)

    def show_day(self, days: int, subject: Subject) -> None:
        """Show a number of days late, and the day that it is for a loan."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(days)
        if not self.days.has_focus():
            self._show_number(days)
        self.day.setText(long_date(subject.on(days)))
        self._today = subject.days
        self.back.setVisible(bool(subject.days) and subject.days != days)

    def forget(self) -> None:
        """Look at what is usual again."""
        self._by_hand = False

    def look_at(self, key: str) -> None:
        """Look at one loan alone."""
        if key in self._known:
            self.keys, self._by_hand = (key,), True
            self.chosen.emit()

    def _usual(self) -> tuple[str, ...]:
        """Return what is looked at first: what is late longest, and the first of each other brand."""
        order = sorted(self._subjects, key=lambda subject: (-subject.days, subject.paid_off))
        brands: dict[object, str] = {}
        for subject in order:
            brands.setdefault(subject.brand, subject.key)
        return tuple(brands.values())

    def _make_buttons(self) -> None:
        clear(self._chips)
        self.buttons = {}
        for subject in self._subjects:
            button = QPushButton()
            button.setObjectName("chip")
            button.setCheckable(True)
            button.setIconSize(QSize(design.DOT, design.DOT))
            button.clicked.connect(lambda on, key=subject.key: self._toggle(key, on=on))
            self._chips.addWidget(button)
            self.buttons[subject.key] = button
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab come to the buttons before the slider, though they were made after it."""
        before: QWidget = self.slider
        for button in self.buttons.values():
            self.setTabOrder(before, button)
            before = button
        self.setTabOrder(before, self.slider)  # behind what was put behind it

    def _toggle(self, key: str, *, on: bool) -> None:
        keys = {*self.keys, key} if on else {each for each in self.keys if each != key}
        if not keys:  # one always stays
            self.buttons[key].setChecked(True)
            return
        self.keys, self._by_hand = tuple(each for each in self._known if each in keys), True
        self.chosen.emit()

    def _show_number(self, days: int) -> None:
        self.days.set_text(str(days))
        self.days.say("")

    def _type(self, text: str) -> None:
        """Go to the day that was typed, where it is one of those shown."""
        most = self.slider.maximum()
        try:
            days = whole_number(text)
        except ValueError as error:
            self.days.say(str(error))
            return
        if 0 <= days <= most:
            self.days.say("")
            self.moved.emit(days)
        else:
            self.days.say(translate("Late", "要在 0 到 {most} 之间").format(most=most))
