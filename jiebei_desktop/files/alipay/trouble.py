"""What keeps a statement from being read; the messages are for the user."""

from __future__ import annotations

from typing import Self

from jiebei_desktop.text import translate


class StatementError(ValueError):
    """A statement was not read; the message says why, and what to do."""

    def of(self, name: str) -> Self:
        """Return the same error with the file's name in front."""
        return type(self)(translate("Statement", "{name} 读不了：{reason}").format(name=name, reason=self))


class PasswordWantedError(StatementError):
    """It is sealed, and no password was given."""


class WrongPasswordError(StatementError):
    """It is sealed, and the password given does not open it."""


def half_written(line: int) -> StatementError:
    """Return what is raised where a file ends too early.

    Args:
        line: at which it ends; the first one is 1.
    """
    return StatementError(
        translate("Statement", "到第 {line} 行就断了，文件没有下载完或者没有写完，请重新下载").format(line=line)
    )
