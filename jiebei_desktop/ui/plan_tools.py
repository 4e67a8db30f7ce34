"""What else can be done with the plan as a whole: snapshots, backups, a password, a copy for asking for help."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from jiebei_desktop.files.plan_file import SUFFIX, plan_content
from jiebei_desktop.text import translate
from jiebei_desktop.ui.keeper import Keeper
from jiebei_desktop.ui.plan_files import PlanFiles, named, plan_kinds
from jiebei_desktop.ui.widgets.saving import warn, written


class PlanTools(QObject):
    """The commands, with their dialogs over `window`. What they need is loaded when it is asked for."""

    def __init__(self, keeper: Keeper, files: PlanFiles, window: QWidget) -> None:
        super().__init__(window)
        self._keeper, self._files, self._window = keeper, files, window

    def snapshots(self) -> None:
        """Show the plan's snapshots."""
        from jiebei_desktop.ui.snapshots_dialog import SnapshotsDialog  # noqa: PLC0415

        SnapshotsDialog(self._keeper.store, self._window).exec()

    def backups(self) -> None:
        """Show the backups."""
        from jiebei_desktop.ui.backups_dialog import BackupsDialog  # noqa: PLC0415

        dialog = BackupsDialog(self._keeper, self._window)
        if dialog.exec() and dialog.wanted is not None and self._files.may_leave():
            self._keeper.begin(dialog.wanted.plan, saved=False, secret=dialog.wanted.secret)

    def password(self) -> None:
        """Give the plan a password, another one, or none."""
        from jiebei_desktop.ui.password_dialog import NewPassword  # noqa: PLC0415

        left: list[int] = []
        dialog = NewPassword(
            lambda password: left.append(self._keeper.set_password(password)),
            self._window,
            has_one=self._keeper.secret is not None,
        )
        if dialog.exec() and left[-1]:
            text = translate(
                "Password", "密码已经换好。有 {count} 份备份用的是更早的密码，没有动；要打开它们，用当时的密码。"
            )
            warn(self._window, text.format(count=left[-1]))

    def anonymous(self) -> Path | None:
        """Ask for a file and write a copy without names and with other amounts; returns the file."""
        from jiebei_desktop.files.atomic import write_atomically  # noqa: PLC0415
        from jiebei_desktop.planning.anonymous import anonymised, random_factor  # noqa: PLC0415

        name = translate("Window", "匿名计划")
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            translate("Window", "存一份匿名的计划（去掉名字，金额换成别的数）"),
            str(self._files.folder / f"{name}{SUFFIX}"),
            plan_kinds(),
        )
        if not chosen:
            return None
        path = named(chosen)
        content = plan_content(anonymised(self._keeper.store.plan, random_factor()))
        return path if written(self._window, path, lambda path: write_atomically(path, content)) else None
