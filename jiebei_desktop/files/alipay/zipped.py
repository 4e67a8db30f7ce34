"""The one table in a zip, sealed with AES as Alipay sends it or in the old way. Nothing is ever written to disk."""

from __future__ import annotations

import re
import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Final

from jiebei_desktop.files.alipay.cells import shown
from jiebei_desktop.files.alipay.trouble import PasswordWantedError, StatementError, WrongPasswordError
from jiebei_desktop.text import half_width, translate

if TYPE_CHECKING:
    from pyzipper import AESZipFile, AESZipInfo

MARKS: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
"""What a zip begins with: a file in it, none in it, one of several parts."""
_ENTRY: Final = b"PK\x01\x02"
_MOST_ENTRIES: Final = 500
_MOST_SHOWN: Final = 3
_NAME_LETTERS: Final = 40
_TABLES: Final = (".csv", ".txt")
"""Text beside a table is what is said of it."""
_ARCHIVES: Final = (".zip", ".rar", ".7z", ".gz")
_STORED, _DEFLATED = 0, 8
"""The other ways to compress can make hundreds of megabytes out of one piece that is read."""
_PIECE: Final = 1 << 18
_UNSUSPECTED: Final = 64 << 20
"""Bytes that may come out however small they were packed: 200,000 payments of one and the same kind."""
_MOST_TIMES: Final = 200
"""What comes out may be larger by this than what was packed; a padded statement is by 20."""
_BROKEN: Final = (
    zlib.error,
    struct.error,
    EOFError,
    RuntimeError,
    ValueError,
    OSError,
    KeyError,
    IndexError,
    TypeError,
    OverflowError,
)
"""What a damaged zip makes its reader raise, besides `BadZipFile`; there is no disk behind it."""


def table_in(content: bytes, password: str | None, most: int) -> BytesIO:
    """Return what is in the one table of a zip, checked against what the zip says of it.

    Args:
        content: the zip.
        password: opens it where it is sealed.
        most: bytes that may come out.

    Raises:
        PasswordWantedError: it is sealed, and there is no password.
        WrongPasswordError: the password does not open it.
        StatementError: it is damaged, or holds anything else than one table.
    """
    from pyzipper import AESZipFile, BadZipFile  # noqa: PLC0415 - most statements are read unpacked

    if content.count(_ENTRY) > _MOST_ENTRIES:
        raise StatementError(translate("Statement", "压缩包里的文件太多，不会是支付宝的账单"))
    try:
        with AESZipFile(BytesIO(content)) as archive:
            entry = _only_table(archive)
            return _opened(archive, entry, password, most) if entry.is_encrypted else _unpacked(archive, entry, most)
    except StatementError:
        raise
    except (BadZipFile, *_BROKEN):
        raise _damaged() from None


def _only_table(archive: AESZipFile) -> AESZipInfo:
    named = [(_name(entry), entry) for entry in archive.infolist()]
    if any(name == "[Content_Types].xml" or name.startswith("xl/") for name, _ in named):
        raise StatementError(workbook())
    files = [(name, entry) for name, entry in named if not _is_left_out(name)]
    of_kinds = ([(name, entry) for name, entry in files if name.lower().endswith(kind)] for kind in _TABLES)
    tables = next(filter(None, of_kinds), [])
    if len(tables) > 1:
        text = translate("Statement", "压缩包里有 {count} 张表（{names}），不知道要读哪一张，请解压后选一张")
        names = "、".join(_last_part(name) for name, _ in tables[:_MOST_SHOWN])
        raise StatementError(text.format(count=len(tables), names=names))
    if not tables:
        if any(name.lower().endswith(_ARCHIVES) for name, _ in files):
            raise StatementError(nested())
        raise StatementError(translate("Statement", "压缩包里没有 .csv 表，请选支付宝发来的那个压缩包"))
    return tables[0][1]


def _opened(archive: AESZipFile, entry: AESZipInfo, password: str | None, most: int) -> BytesIO:
    """Return what is in a sealed table; a password is tried as it was typed, and as it was meant."""
    from pyzipper import BadZipFile  # noqa: PLC0415

    if not password:
        raise PasswordWantedError(translate("Statement", "压缩包有密码，请填支付宝给的解压密码"))
    old = entry.wz_aes_version is None
    let_in = False
    for secret in _secrets(password):
        try:
            return _unpacked(archive, entry, most, secret)
        except StatementError:
            raise
        except NotImplementedError:
            raise _damaged() from None
        except RuntimeError:  # raised for a wrong password alone
            continue
        except (BadZipFile, *_BROKEN):
            let_in = True
    if let_in and not old:
        raise _damaged()
    if let_in:  # one wrong password in 256 is only found out by what comes of it
        raise WrongPasswordError(translate("Statement", "密码不对，也可能是压缩包坏了；请再试一次，不行就重新下载"))
    raise WrongPasswordError(translate("Statement", "密码不对"))


def _unpacked(archive: AESZipFile, entry: AESZipInfo, most: int, secret: bytes | None = None) -> BytesIO:
    """Return what is in a table; how much comes out is counted, whatever the zip says of it."""
    if entry.compress_type not in (_STORED, _DEFLATED):
        raise StatementError(translate("Statement", "压缩包用的压缩方式不常见，请解压后再选里面的 .csv"))
    most = min(most, max(_UNSUSPECTED, entry.compress_size * _MOST_TIMES))
    found = BytesIO()
    with archive.open(entry, pwd=secret) as stream:
        while piece := stream.read(_PIECE):
            found.write(piece)
            if found.tell() > most:
                raise StatementError(translate("Statement", "压缩包里的东西解开太大，不会是支付宝的账单"))
    found.seek(0)
    return found


def _secrets(password: str) -> list[bytes]:
    """Return the bytes that a password may stand for: as it is, and without blanks and in half width."""
    typed = (password, half_width(password).strip())
    tried = [text.encode(coding, "replace") for text in typed for coding in ("utf-8", "gb18030")]
    return list(dict.fromkeys(secret for secret in tried if secret))


def _name(entry: AESZipInfo) -> str:
    """Return an entry's path with `/` in it: names in GBK are taken for another code by who reads the zip."""
    name: str = entry.orig_filename
    if not entry.is_utf_filename:
        raw = name.encode("cp437")
        try:
            name = raw.decode()
        except UnicodeDecodeError:
            name = raw.decode("gb18030", "replace")
    return name.replace("\\", "/")


def _is_left_out(name: str) -> bool:
    parts = name.split("/")
    return name.endswith("/") or "__MACOSX" in parts or parts[-1].startswith(".")


def _last_part(name: str) -> str:
    return shown(re.split(r"[/:]", name)[-1], _NAME_LETTERS)


def _damaged() -> StatementError:
    return StatementError(translate("Statement", "压缩包坏了或者没有下载完，请重新下载"))


def workbook() -> str:
    """Return what is said of a workbook."""
    return translate("Statement", "这是一个 Excel 工作簿，请选支付宝发来的原始 .csv 或 .zip")


def nested() -> str:
    """Return what is said of a zip in a zip."""
    return translate("Statement", "压缩包里还是压缩包，请先解开外面的一层")
