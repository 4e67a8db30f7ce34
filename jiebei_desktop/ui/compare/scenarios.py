"""Comparisons kept by name in the plan: keep the one on screen, take one up again, drop one."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu, QToolButton

from jiebei_desktop.planning.offers import MOST_NAME, Comparison
from jiebei_desktop.planning.options import with_scenario, without_scenario
from jiebei_desktop.text import translate
from jiebei_desktop.ui.store import Store


class Scenarios(QToolButton):
    """A button whose menu lists the kept comparisons."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.setText(translate("Scenarios", "方案 ▼"))
        self.setAccessibleName(translate("Scenarios", "方案"))
        self.setToolTip(translate("Scenarios", "把这一页存成方案，或者换一个存过的"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.aboutToShow.connect(self.fill)
        self.setMenu(menu)

    def fill(self) -> None:
        """Offer what there is now."""
        menu, plan = self.menu(), self._store.plan
        menu.clear()
        menu.addAction(translate("Scenarios", "存为方案…")).triggered.connect(lambda _: self.ask_name())
        if not plan.scenarios:
            return
        menu.addSeparator()
        for scenario in plan.scenarios:
            action = menu.addAction(scenario.name)
            action.setCheckable(True)
            action.setChecked(scenario.comparison == plan.comparison)
            action.triggered.connect(partial(self._take, scenario.name, scenario.comparison))
        menu.addSeparator()
        dropped = menu.addMenu(translate("Scenarios", "删除"))
        for scenario in plan.scenarios:
            dropped.addAction(scenario.name).triggered.connect(partial(self._drop, scenario.name))

    def ask_name(self) -> None:
        """Ask what the comparison is to be called, and keep it."""
        proposed = translate("Scenarios", "方案 {number}").format(number=len(self._store.plan.scenarios) + 1)
        title, text = translate("Scenarios", "存为方案"), translate("Scenarios", "叫什么名字？同名的会被换掉。")
        name, taken = QInputDialog.getText(self.window(), title, text, QLineEdit.EchoMode.Normal, proposed)
        kept = name.strip()[:MOST_NAME]
        if taken and kept:
            done = translate("Scenarios", "存为方案“{name}”").format(name=kept)
            self._store.edit(done, with_scenario(self._store.plan, kept))

    def _take(self, name: str, comparison: Comparison, _checked: bool = False) -> None:
        done = translate("Scenarios", "换成方案“{name}”").format(name=name)
        self._store.edit(done, self._store.plan.model_copy(update={"comparison": comparison}))

    def _drop(self, name: str, _checked: bool = False) -> None:
        done = translate("Scenarios", "删除方案“{name}”").format(name=name)
        self._store.edit(done, without_scenario(self._store.plan, name))
