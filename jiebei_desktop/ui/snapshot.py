"""Pictures of the pages, for people without a screen and for the README."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jiebei_desktop import text
from jiebei_desktop.ui.design import MINIMUM_WINDOW, TEXT_SIZES, USUAL_WINDOW, ThemeChoice

if TYPE_CHECKING:
    from jiebei_desktop.ui.pages import Page


_PASSES = 12
"""In which layouts settle from the inside out, one a level; a pass with nothing to do costs nothing."""


class Look(NamedTuple):
    """How the window is shown; the scale of the screen is the platform's."""

    language: str = text.CHINESE
    theme: ThemeChoice = ThemeChoice.LIGHT
    size: tuple[int, int] = USUAL_WINDOW
    text_size: int = TEXT_SIZES[0]

    @property
    def name(self) -> str:
        """Return what pictures of it are called."""
        width, height = self.size
        large = f"-{self.text_size}%" if self.text_size != TEXT_SIZES[0] else ""
        return f"{self.theme}-{self.language}-{width}x{height}{large}"


LOOKS = tuple(
    Look(language, theme, size)
    for language in text.LANGUAGES
    for theme in (ThemeChoice.LIGHT, ThemeChoice.DARK)
    for size in (USUAL_WINDOW, (1920, 1080), MINIMUM_WINDOW)
) + tuple(Look(language, text_size=TEXT_SIZES[-1]) for language in text.LANGUAGES)


def render_pages(folder: Path, look: Look) -> Iterator[Path]:
    """Write a PNG of the first start and of each page with the sample plan; yields the files.

    Raises:
        OSError: a picture could not be written.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QCoreApplication, QEvent  # noqa: PLC0415 - Qt reads the platform on first use

    from jiebei_desktop.files.sample import sample_plan  # noqa: PLC0415
    from jiebei_desktop.ui.app import Desk, application  # noqa: PLC0415
    from jiebei_desktop.ui.pages import PAGES  # noqa: PLC0415
    from jiebei_desktop.ui.settings import Settings  # noqa: PLC0415

    app = application()
    with tempfile.TemporaryDirectory() as place:
        settings = Settings(Path(place) / "settings.ini")
        settings.language, settings.theme, settings.text_size = look.language, look.theme, look.text_size
        desk = Desk(app, settings)
        window = desk.window
        window.resize(*look.size)
        window.show()
        shots = [("start", 0, False), *((page.name, index, True) for index, page in enumerate(PAGES))]
        for name, index, sample in shots:
            if sample and not desk.store.plan.loans:
                desk.store.replace(sample_plan(desk.store.today))
            window.show_page(index)
            if window.pages.current is not None:
                settle(window.pages.current)
            yield _written(folder / f"{name}-{look.name}.png", window)
        window.hide()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(
            None, QEvent.Type.DeferredDelete.value
        )  # or the next look is given to it, too


def settle(page: Page) -> None:
    """Wait until nothing on a page is worked out or laid out any more."""
    from PySide6.QtCore import QCoreApplication, QEventLoop  # noqa: PLC0415 - Qt reads the platform on first use

    while page.busy:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    for _ in range(_PASSES):
        QCoreApplication.processEvents()


def take_screenshots(folder: Path) -> int:
    """Write every page in every look; returns the exit status."""
    for look in LOOKS:
        for path in render_pages(folder, look):
            sys.stdout.write(f"{path}\n")
    return 0


def _written(path: Path, window: object) -> Path:
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415

    assert isinstance(window, QWidget)  # noqa: S101 - for the type checker
    path.parent.mkdir(parents=True, exist_ok=True)
    if not window.grab().save(str(path)):
        raise OSError(str(path))
    return path
