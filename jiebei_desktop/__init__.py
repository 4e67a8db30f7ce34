"""借花规划: compare 借呗 and 花呗, to the fen, offline."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("jiebei-desktop")
except PackageNotFoundError:  # run from a source tree that was never installed
    __version__ = "0"
