"""Reading the statement that Alipay sends its users."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from jiebei_desktop.files.alipay.cells import shown
from jiebei_desktop.files.alipay.container import opened
from jiebei_desktop.files.alipay.decoding import lines_of
from jiebei_desktop.files.alipay.gathering import gathered
from jiebei_desktop.files.alipay.table import Around, records_of
from jiebei_desktop.files.alipay.trouble import StatementError
from jiebei_desktop.planning.statement.movements import Statement

_NAME_LETTERS: Final = 80


def read_statement(path: Path, password: str | None = None) -> Statement:
    """Read a statement, a `.csv` or the zip that it comes in; the file is only looked at.

    Args:
        path: of the file; what it is called says nothing about what it is.
        password: opens a sealed zip; of no use to any other file.

    Raises:
        PasswordWantedError: it is sealed, and there is no password.
        WrongPasswordError: the password does not open it.
        StatementError: it can't be read, and why: the file is named, and line and column where there are some.
    """
    name = shown(path.name.encode("utf-8", "replace").decode(), _NAME_LETTERS)
    around = Around()
    try:
        with opened(path, password) as stream:
            return gathered(name, records_of(lines_of(stream), around), around)
    except StatementError as error:
        raise error.of(name) from error
