"""Pictures of the pages, for people without a screen and for the README."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jiebei_desktop import text
from jiebei_desktop.ui.design import USUAL_WINDOW, ThemeChoice

if TYPE_CHECKING:
    from jiebei_desktop.ui.pages import Page


class Look(NamedTuple):
    """How the window is shown; the scale of the screen is the platform's."""

    language: str = text.CHINESE
    theme: ThemeChoice = ThemeChoice.LIGHT
    size: tuple[int, int] = USUAL_WINDOW


LOOKS = tuple(
    Look(language, theme, size)
    for language in text.LANGUAGES
    for theme in (ThemeChoice.LIGHT, ThemeChoice.DARK)
    for size in (USUAL_WINDOW, (1920, 1080), (1024, 700))
)


def render_pages(folder: Path, look: Look) -> Iterator[Path]:
    """Write a PNG of the first start and of each page with the sample plan; yields the files.

    Raises:
        OSError: a picture could not be written.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from jiebei_desktop.files.sample import sample_plan  # noqa: PLC0415 - Qt reads the platform on first use
    from jiebei_desktop.ui.app import Desk, application  # noqa: PLC0415
    from jiebei_desktop.ui.pages import PAGES  # noqa: PLC0415
    from jiebei_desktop.ui.settings import Settings  # noqa: PLC0415

    app = application()
    with tempfile.TemporaryDirectory() as place:
        settings = Settings(Path(place) / "settings.ini")
        settings.language, settings.theme = look.language, look.theme
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
            yield _written(folder / f"{name}-{look.theme}-{look.language}-{look.size[0]}x{look.size[1]}.png", window)
        window.hide()
        window.deleteLater()


def settle(page: Page) -> None:
    """Wait until nothing on a page is worked out or laid out any more."""
    from PySide6.QtCore import QCoreApplication, QEventLoop  # noqa: PLC0415 - Qt reads the platform on first use

    while page.busy:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    for _ in range(3):  # layouts settle from the inside out, one pass a level
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
