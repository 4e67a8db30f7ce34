"""The one way to the files that ship with the program, and to the folder beside it that makes it portable."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder.

    An installed or frozen program has `resources` inside the package, a source tree beside it.
    """
    inside = _PACKAGE / "resources"
    base = inside if inside.is_dir() else _PACKAGE.parent / "resources"
    return base.joinpath(*parts)


def is_packed() -> bool:
    """Tell whether the program runs with a Python of its own, and not from its source."""
    return bool(getattr(sys, "frozen", False))


def portable_folder() -> Path | None:
    """Return the folder `data` beside a packaged program, if there is one that can be written to.

    A program that has it keeps its settings there and proposes it for plans, as on a stick that goes from one
    computer to the next. On macOS it lies beside the bundle.
    """
    if not is_packed():
        return None
    program = Path(sys.executable).resolve()
    bundle = next((parent for parent in program.parents if parent.suffix == ".app"), program)
    data = bundle.parent / "data"
    return data if data.is_dir() and os.access(data, os.W_OK) else None
