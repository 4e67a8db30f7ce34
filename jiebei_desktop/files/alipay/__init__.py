"""The user's own statement of payments, as Alipay exports it."""

from __future__ import annotations

from jiebei_desktop.files.alipay.statement_file import read_statement
from jiebei_desktop.files.alipay.trouble import PasswordWantedError, StatementError, WrongPasswordError

__all__ = ["PasswordWantedError", "StatementError", "WrongPasswordError", "read_statement"]
