"""A hand that uses the keyboard alone, and plans to walk through with it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from PySide6.QtCore import QEventLoop, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QScrollArea,
    QWidget,
)

from jiebei_desktop.files.sample import SAMPLE_DAY, sample_plan
from jiebei_desktop.planning.document import Loan, Plan
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.products import RuleBook
from jiebei_desktop.ui.pages import Page
from jiebei_desktop.ui.widgets.in_sight import looked_at
from tests.conftest import TODAY

MOST_STOPS = 400
"""That a round by Tab has at most: one that is longer is a trap."""


def plans(rules: RuleBook) -> dict[str, Plan]:
    """Return the plans that pages are walked with, by name."""
    return {"empty": new_plan("我的还款计划", rules, TODAY), "sample": sample_plan(SAMPLE_DAY), "full": full_plan()}


def full_plan() -> Plan:
    """Return three loans, one of them late, with the sample's household, an own order and few futures."""
    plan = sample_plan(SAMPLE_DAY)
    cheap, dear = (
        Loan(
            id=key,
            name=name,
            product="jiebei",
            periods=12,
            method="equal_payment",
            rate=Decimal(rate),
            principal=Decimal(6000),
            start_date=date(2026, 10, 20),
        )
        for key, name, rate in (("cheap", "便宜的", "0.0003"), ("dear", "贵的", "0.0005"))
    )
    chance = plan.stress.chance.model_copy(update={"paths": 1000})
    return plan.model_copy(
        update={
            "loans": (*plan.loans, cheap, dear),
            "budget": plan.budget.model_copy(update={"order": ("dear", "cheap", "seed")}),
            "stress": plan.stress.model_copy(update={"chance": chance}),
        }
    )


def settle(page: Page | None) -> None:
    """Wait until nothing is worked out or laid out any more."""
    while page is not None and page.busy:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    for _ in range(4):
        QApplication.processEvents()


def called(widget: QWidget | None) -> str:
    """Return what a widget is, for who reads a failed test."""
    if widget is None:
        return "nothing"
    words = getattr(widget, "text", lambda: "")
    said = widget.accessibleName() or (words() if callable(words) and not isinstance(widget, QLabel) else "")
    return f"{type(widget).__name__} {widget.objectName()} {said!r}".replace("  ", " ")


def stops(root: QWidget) -> list[QWidget]:
    """Return what Tab has to come to: all that is shown, can be used and takes the focus by Tab."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.window() is root.window()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not isinstance(widget.parent(), QComboBox)  # its line is the box to Tab
    ]


def press_tab(*, back: bool = False) -> None:
    """Press Tab where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None, "the focus is nowhere"
    QTest.keyClick(focused, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)


def rounds(first: QWidget, *, back: bool = False) -> Iterator[QWidget]:
    """Give what has the focus after each Tab, once round from a widget and back to it."""
    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert QApplication.focusWidget() is first, f"{called(first)} does not take the focus"
    for _ in range(MOST_STOPS):
        press_tab(back=back)
        now = QApplication.focusWidget()
        assert now is not None, "the focus is nowhere"
        yield now
        if now is first:
            return
    raise AssertionError(f"no way back to {called(first)}")


def out_of_sight(widget: QWidget) -> str:
    """Return why a widget that has the focus is not seen whole; nothing where it is.

    Of one that is larger than what it scrolls in, as much as there is room for.
    """
    part, inside = looked_at(widget), widget
    while not inside.isWindow() and (above := inside.parentWidget()) is not None:
        part, area = QRect(inside.mapTo(above, part.topLeft()), part.size()), above.parentWidget()
        if isinstance(area, QScrollArea) and above is area.viewport():
            seen, room = part.intersected(above.rect()), above.rect()
            if seen.height() < min(part.height(), room.height()) or seen.width() < min(part.width(), room.width()):
                return f"{called(widget)}: {part.getRect()} in {room.getRect()}"
            part = seen
        inside = above
    if widget.visibleRegion().isEmpty():
        return f"{called(widget)}: covered"
    return ""


def common_parent(one: QWidget, other: QWidget) -> tuple[QWidget, QWidget] | None:
    """Return the two widgets of one parent that two widgets are in; None where one is inside the other."""
    lines = []
    for widget in (one, other):
        line = [widget]
        while (above := line[-1].parentWidget()) is not None and not line[-1].isWindow():
            line.append(above)
        lines.append(line[::-1])
    for first, second in zip(*lines, strict=False):
        if first is not second:
            return first, second
    return None


def goes_back(before: QWidget, after: QWidget) -> bool:
    """Tell whether a step goes against the way of reading: up, but to the next column, or left in a row."""
    pair = common_parent(before, after)
    if pair is None:
        return False
    here, there = (widget.geometry() for widget in pair)
    if there.bottom() <= here.top():
        return there.left() < here.right()
    if there.top() > here.bottom():
        return False
    return there.right() <= here.left()


def steps_back(seen: list[QWidget]) -> list[str]:
    """Return the steps of a round that go against the way of reading."""
    return [f"{called(one)} -> {called(other)}" for one, other in pairwise(seen) if goes_back(one, other)]
