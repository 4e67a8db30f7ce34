"""The products as a column of buttons: those that ship, then the user's own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QScrollArea

from jiebei_desktop.products import Brand
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.icons import dot, icon
from jiebei_desktop.ui.widgets.basics import column, fill_area, label


class Item(NamedTuple):
    """A product in the list; `changed` where the user says some of its figures otherwise."""

    key: str
    name: str
    brand: Brand
    changed: bool = False


class ProductList(QScrollArea):
    """The products: those that ship, the user's own, and a button for another. `chosen` says a product's key."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self.add = QPushButton(icon("add"), translate("RulesPage", "添加自己的产品"))
        self._shipped, self._own = column(spacing=design.HALF), column(spacing=design.HALF)
        self._own_title = label(translate("RulesPage", "自己的产品"), "small")
        layout = column(spacing=design.GRID)
        layout.addWidget(label(translate("RulesPage", "自带的产品"), "small"))
        layout.addLayout(self._shipped)
        layout.addWidget(self._own_title)
        layout.addLayout(self._own)
        layout.addWidget(self.add)
        layout.addStretch(1)
        layout.setContentsMargins(0, 0, design.GRID, 0)
        fill_area(self, layout)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def needed(self) -> int:
        """Return the width that it has beside a product."""
        return max(design.LIST_WIDTH, self.add.sizeHint().width() + design.GRID + design.SCROLL + design.WIDE)

    def show_products(self, shipped: Sequence[Item], own: Sequence[Item], chosen: str) -> None:
        """Show the products; a button comes and goes with its product, so that the focus stays where it is."""
        keys = {item.key for item in (*shipped, *own)}
        for key in self._buttons.keys() - keys:
            gone = self._buttons.pop(key)
            gone.hide()
            gone.deleteLater()
        for items, layout in ((shipped, self._shipped), (own, self._own)):
            for place, item in enumerate(items):
                button = self._buttons.get(item.key) or self._button(item)
                if layout.indexOf(button) != place:
                    layout.insertWidget(place, button)
                    button.show()
        for before, after in pairwise([*(self._buttons[item.key] for item in (*shipped, *own)), self.add]):
            self.setTabOrder(before, after)
        self._own_title.setVisible(bool(own))
        for item in (*shipped, *own):
            button = self._buttons[item.key]
            room = design.LIST_WIDTH - 2 * (design.GRID + design.INSET) - design.DOT - design.SCROLL
            mark = translate("RulesPage", " ✎ 改过") if item.changed else ""
            room -= button.fontMetrics().horizontalAdvance(mark)
            name = button.fontMetrics().elidedText(item.name, Qt.TextElideMode.ElideRight, room)
            button.setText(name.replace("&", "&&") + mark)
            button.setToolTip(item.name if name != item.name else "")
            button.setAccessibleName(item.name)
            changed = translate("RulesPage", "有你自己改的数字")
            button.setAccessibleDescription(changed if item.changed else "")
            button.setChecked(item.key == chosen)

    def take_focus(self) -> None:
        """Put the focus on the chosen product."""
        button = self._group.checkedButton()
        if button is not None:
            button.setFocus()

    def _button(self, item: Item) -> QPushButton:
        button = QPushButton(dot(design.current().brand(item.brand)), "")
        button.setObjectName("loan")
        button.setCheckable(True)
        button.setIconSize(QSize(design.DOT, design.DOT))
        button.clicked.connect(lambda: self.chosen.emit(item.key))
        self._group.addButton(button)
        self._buttons[item.key] = button
        return button
