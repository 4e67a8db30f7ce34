"""Dialogs that are made anew each time."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog


class PassingDialog(QDialog):
    """Goes once it is closed, and does not wait for its window to go."""

    def done(self, result: int) -> None:
        """Close and go."""
        super().done(result)
        self.deleteLater()
