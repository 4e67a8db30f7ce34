"""The one way to the files that ship with the program: rules, samples, translations, icons."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder.

    An installed or frozen program has `resources` inside the package, a source tree beside it.
    """
    inside = _PACKAGE / "resources"
    base = inside if inside.is_dir() else _PACKAGE.parent / "resources"
    return base.joinpath(*parts)
