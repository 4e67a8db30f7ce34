"""A new user's hands: what they press is counted, and how long it takes a person is added up by a written model.

The keystroke-level model of Card, Moran and Newell (1980): a key of somebody who types little 0.28 s, pointing at
something and pressing 1.1 s, a hand that goes from the mouse to the keys or back 0.4 s, and 1.35 s of thinking before
each step. Nothing here looks at a clock.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

KEY, POINT, HOME, THINK = 0.28, 1.1, 0.4, 1.35


class Hands:
    """Presses what a user presses.

    Attributes:
        presses: how often a mouse button or a key was pressed that was not the typing of a value.
        letters: how many keys were typed as values.
        seconds: how long that takes a person.
    """

    def __init__(self, qtbot) -> None:
        self._qtbot = qtbot
        self._at_mouse: bool | None = None
        self.presses = self.letters = 0
        self.seconds = 0.0

    def think(self) -> None:
        """Look at what is there and decide."""
        self.seconds += THINK

    def click(self, widget: QWidget, *, times: int = 1) -> None:
        """Point at the middle of what is in sight and press, or press twice."""
        assert widget.isVisible()
        assert widget.isEnabled()
        middle = widget.rect().center()
        window = widget.window()
        assert window.rect().contains(widget.mapTo(window, middle)), "it is out of sight"
        self._hand(at_mouse=True)
        self.seconds += POINT + (times - 1) * KEY
        self.presses += times
        press = self._qtbot.mouseClick if times == 1 else self._qtbot.mouseDClick
        press(widget, Qt.MouseButton.LeftButton, pos=middle)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is; one with Ctrl is held by two keys and counted as one press."""
        self._hand(at_mouse=False)
        self.presses += 1
        self.seconds += KEY if modifier is Qt.KeyboardModifier.NoModifier else 2 * KEY
        self._qtbot.keyClick(focus(), key, modifier)

    def type(self, text: str) -> None:
        """Type a value where the focus is; what is selected there goes."""
        self._hand(at_mouse=False)
        self.letters += len(text)
        self.seconds += KEY * len(text)
        self._qtbot.keyClicks(focus(), text)

    def _hand(self, *, at_mouse: bool) -> None:
        if self._at_mouse is not None and self._at_mouse is not at_mouse:
            self.seconds += HOME
        self._at_mouse = at_mouse


def focus() -> QWidget:
    """Return what keys go to."""
    found = QApplication.focusWidget()
    assert found is not None
    return found
