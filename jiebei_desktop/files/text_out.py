"""Plain text that every editor on every system shows right: UTF-8 with mark, CRLF."""

from __future__ import annotations

from pathlib import Path

from jiebei_desktop.files.atomic import write_atomically


def write_text(path: Path, content: str) -> None:
    """Write a text.

    Raises:
        OSError: it could not be written; an old file is as it was.
    """
    write_atomically(path, text_bytes(content))


def text_bytes(content: str) -> bytes:
    """Return a text as the bytes of a file, its lines ended alike."""
    return "".join(f"{line}\r\n" for line in content.splitlines()).encode("utf-8-sig")
