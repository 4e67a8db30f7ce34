"""The plan on disk: readable JSON with a schema version. It holds what the user entered and nothing worked out.

Under a password the same JSON is sealed whole, see `sealed`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final, NamedTuple

from jiebei_desktop.files.atomic import write_atomically
from jiebei_desktop.files.json_in import MAX_BYTES, DamagedError, fits, levels, read_object, too_deep
from jiebei_desktop.files.migrations import migrated
from jiebei_desktop.files.opening import is_regular, open_at_once
from jiebei_desktop.files.sealed import Secret, WrongPasswordError, as_bytes, is_sealed, secret_for
from jiebei_desktop.files.troubles import reason
from jiebei_desktop.planning.document import FORMAT, SCHEMA_VERSION, Plan
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError, checked

SUFFIX: Final = ".jiehua"
MAX_FILE_BYTES: Final = MAX_BYTES * 3 // 2
"""Of a file: a sealed one takes a third more than what is in it."""
_MOST_DEEP: Final = 60
"""Levels of a plan without its snapshots, so that one with a snapshot of itself can be read again, and its draft."""
_DEEPER: Final = 3
"""Levels of a plan above those of a snapshot's content."""
_LONGEST: Final = 200
"""Letters of what a file may have said about itself."""


class PlanFileError(Exception):
    """A plan could not be read or written; the message is for the user."""


class DamagedPlanError(PlanFileError):
    """A file is there and can be read, but there is no plan in it that can be opened."""


class NewerPlanError(PlanFileError):
    """A newer version of the program wrote it, in a way that this one does not understand."""


class LockedPlanError(PlanFileError):
    """The plan is under a password, and none was given or it is not the right one."""


class Loaded(NamedTuple):
    """A plan as a file has it.

    Attributes:
        content: the whole file.
        version: the schema version of the file; it may be older or newer than the program's.
        secret: what opened it, where it is under a password.
    """

    plan: Plan
    content: bytes
    version: int = SCHEMA_VERSION
    secret: Secret | None = None


def save_plan(path: Path, plan: Plan, secret: Secret | None = None) -> bytes:
    """Write a plan, sealed where a secret is given; the old file stays until the new one is whole.

    Returns:
        What was written.

    Raises:
        PlanFileError: it could not be written, and why.
    """
    content = plan_content(plan, secret)
    save_content(path, content)
    return content


def save_content(path: Path, content: bytes) -> None:
    """Write what `plan_content` made of a plan; raises as `save_plan`."""
    try:
        write_atomically(path, content)
    except (OSError, ValueError) as error:
        raise not_saved(path, error) from error


def not_saved(path: Path, error: OSError | ValueError) -> PlanFileError:
    """Return what is raised where a plan could not be saved."""
    message = translate("PlanFile", "没能存到 {name}：{reason}。计划还在窗口里，可以另存到别处。")
    return PlanFileError(message.format(name=shown_name(path), reason=reason(error)))


def load_plan(path: Path) -> Plan:
    """Read the plan of a file without a password; raises like `read_plan`."""
    return read_plan(path).plan


def read_plan(path: Path, password: str | None = None, secret: Secret | None = None) -> Loaded:
    """Read a plan.

    Args:
        path: of the file.
        password: opens a sealed one.
        secret: opens it without a password where it was sealed by it.

    Raises:
        LockedPlanError: it is under a password that is not the one given.
        NewerPlanError: only a newer program understands it.
        DamagedPlanError: it is no plan, or one that is damaged.
        PlanFileError: it could not be read.
    """
    return loaded(path, read_content(path), password, secret)


def read_content(path: Path, most: int = MAX_FILE_BYTES) -> bytes:
    """Return what is in a file, and read no more than a plan can be; raises `PlanFileError`."""
    try:
        with open_at_once(path) as stream:
            regular = is_regular(stream)
            content = stream.read(most + 1) if regular else b""
    except (OSError, ValueError) as error:
        raise PlanFileError(_not_opened(path, reason(error))) from error
    if not regular:
        raise PlanFileError(_not_opened(path, translate("PlanFile", "这不是一个普通文件")))
    if len(content) > most:
        raise DamagedPlanError(_not_ours(path, translate("PlanFile", "文件太大，不会是还款计划")))
    return content


def loaded(path: Path, content: bytes, password: str | None = None, secret: Secret | None = None) -> Loaded:
    """Return the plan that a file's content is; raises like `read_plan`, naming `path`."""
    try:
        data, secret = _object_in(content, password, secret)
        plan, version = plan_of(data)
    except WrongPasswordError:
        text = translate("PlanFile", "密码不对。") if password else translate("PlanFile", "{name} 有密码。")
        raise LockedPlanError(text.format(name=shown_name(path))) from None
    except NewerError as error:
        raise NewerPlanError(error.told_of(shown_name(path))) from None
    except DamagedError as error:
        raise DamagedPlanError(_not_ours(path, str(error))) from None
    return Loaded(plan, content, version, secret)


def _object_in(content: bytes, password: str | None, secret: Secret | None) -> tuple[dict[str, Any], Secret | None]:
    data, secret = unsealed(read_object(content, MAX_FILE_BYTES), password, secret)
    if secret is None and not fits(content, MAX_BYTES):  # more than could be saved again
        raise DamagedError(translate("PlanFile", "文件太大，不会是还款计划"))
    return data, secret


def unsealed(
    data: dict[str, Any], password: str | None, secret: Secret | None, most: int = MAX_BYTES
) -> tuple[dict[str, Any], Secret | None]:
    """Return what is in an object that may be sealed, of `most` bytes, and the secret that opened it, if one did.

    Raises:
        WrongPasswordError: neither password nor secret opens it.
        DamagedError: it was changed after it was sealed.
    """
    if not is_sealed(data):
        return data, None
    if secret is None or not secret.made_for(data):
        if password is None:
            raise WrongPasswordError
        secret = secret_for(data, password)
    return read_object(secret.open(data), most), secret


class NewerError(Exception):
    """What was read is of a newer schema version, and not to be understood."""

    def __init__(self, version: int) -> None:
        super().__init__(version)
        self.version = version

    def told_of(self, name: str) -> str:
        """Return what is said of something of this name that is so."""
        message = translate(
            "PlanFile", "{name} 是更新版本的程序存的（格式 {theirs}，这里认得到 {ours}），请升级后再打开。"
        )
        return message.format(name=name, theirs=_brief(str(self.version)), ours=SCHEMA_VERSION)


def plan_of(data: dict[str, Any]) -> tuple[Plan, int]:
    """Return the plan that an object is, brought to this schema version, and the version that it had.

    One of a newer version is taken as it is where it makes a plan: what this version does not know is kept.

    Raises:
        NewerError: a newer version has changed what this one knows.
        DamagedError: it is no plan; the field at fault is named.
    """
    if data.get("format") != FORMAT:
        raise DamagedError(translate("PlanFile", "里面没有还款计划"))
    version = data.get("schema_version")
    if type(version) is not int or version < 1:
        raise DamagedError(translate("PlanFile", "里面没写是哪个版本存的"))
    kept = {"snapshots": data.get("snapshots")}
    if _depth({**data, "snapshots": None}) > _MOST_DEEP or _depth(kept) > _MOST_DEEP + _DEEPER:
        raise DamagedError(too_deep())
    newer = version > SCHEMA_VERSION
    data = {**data, "schema_version": SCHEMA_VERSION} if newer else migrated(data, version)
    try:
        return checked(Plan, data), version
    except ProblemError as error:
        if newer:
            raise NewerError(version) from None
        problem = error.problem
        text = translate("PlanFile", "{field} {reason}")
        raise DamagedError(text.format(field=_brief(problem.field), reason=_brief(problem.message))) from None


def plan_data(plan: Plan) -> dict[str, Any]:
    """Return a plan as its file has it."""
    return plan.model_dump(mode="json")


def plan_content(plan: Plan, secret: Secret | None = None) -> bytes:
    """Return what a plan's file holds, sealed where a secret is given; raises `PlanFileError` where it is too much."""
    content = text_of(plan_data(plan))
    if not fits(content, MAX_BYTES):
        raise PlanFileError(translate("PlanFile", "计划太大了，存下来会打不开。请先删掉几个快照。"))
    return content if secret is None else as_bytes(secret.seal(content))


def resealed(content: bytes, old: Secret | None, new: Secret | None) -> bytes:
    """Return a file's content under another secret, or under none; what is in it stays as it is, to the byte.

    Raises:
        WrongPasswordError: it is sealed, and not by `old`.
        DamagedError: it is no object, or was changed after it was sealed.
    """
    data = read_object(content, MAX_FILE_BYTES)
    if is_sealed(data):
        if new is not None and new.made_for(data):
            return content
        if old is None or not old.made_for(data):
            raise WrongPasswordError
        content = old.open(data)
    return content if new is None else as_bytes(new.seal(content))


def text_of(data: dict[str, Any]) -> bytes:
    """Return an object as the readable text of a file."""
    text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    return text.encode("utf-8", "replace")  # half a pair of surrogates, as some input methods leave it, is no text


def shown_name(path: Path) -> str:
    """Return a file's name as it can be shown, whatever bytes it is made of."""
    return path.name.encode("utf-8", "replace").decode()


def _depth(data: dict[str, Any]) -> int:
    return sum(1 for _ in levels(data))


def _brief(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _not_opened(path: Path, why: str) -> str:
    return translate("PlanFile", "打不开 {name}：{reason}").format(name=shown_name(path), reason=why)


def _not_ours(path: Path, why: str) -> str:
    text = translate("PlanFile", "{name} 读不了：{reason}。文件没有被改动。")
    return text.format(name=shown_name(path), reason=why)
