"""The plan on disk: readable JSON with a schema version. It holds what the user entered and nothing worked out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jiebei_desktop.files.atomic import write_atomically
from jiebei_desktop.planning.document import FORMAT, SCHEMA_VERSION, Plan
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError, checked

SUFFIX = ".jiehua"
MAX_BYTES = 16 * 1024 * 1024


class PlanFileError(Exception):
    """A plan could not be read or written; the message is for the user."""


def save_plan(path: Path, plan: Plan) -> None:
    """Write a plan; the old file stays until the new one is whole.

    Raises:
        PlanFileError: it could not be written, and why.
    """
    text = json.dumps(plan.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"
    try:
        write_atomically(path, text.encode("utf-8"))
    except OSError as error:
        message = translate("PlanFile", "没能存到 {name}：{reason}。计划还在窗口里，可以另存到别处。")
        raise PlanFileError(message.format(name=path.name, reason=error.strerror or error)) from error


def load_plan(path: Path) -> Plan:
    """Read a plan.

    Raises:
        PlanFileError: it could not be read, and why.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise PlanFileError(_not_ours(path, translate("PlanFile", "文件太大，不会是还款计划")))
        content = path.read_bytes()
    except OSError as error:
        message = translate("PlanFile", "打不开 {name}：{reason}")
        raise PlanFileError(message.format(name=path.name, reason=error.strerror or error)) from error
    return _plan(path, content)


def _plan(path: Path, content: bytes) -> Plan:
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise PlanFileError(_not_ours(path, translate("PlanFile", "不是 UTF-8 文字"))) from None
    except (ValueError, RecursionError):
        raise PlanFileError(_not_ours(path, translate("PlanFile", "不是完整的 JSON"))) from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise PlanFileError(_not_ours(path, translate("PlanFile", "里面没有还款计划")))
    _refuse_newer(path, data)
    try:
        return checked(Plan, data)
    except ProblemError as error:
        problem = error.problem
        detail = translate("PlanFile", "{field} {reason}").format(field=problem.field, reason=problem.message)
        raise PlanFileError(_not_ours(path, detail)) from None


def _refuse_newer(path: Path, data: dict[str, Any]) -> None:
    version = data.get("schema_version")
    if isinstance(version, int) and version > SCHEMA_VERSION:
        message = translate(
            "PlanFile", "{name} 是更新版本的程序存的（格式 {theirs}，这里认得到 {ours}），请升级后再打开。"
        )
        raise PlanFileError(message.format(name=path.name, theirs=version, ours=SCHEMA_VERSION))


def _not_ours(path: Path, reason: str) -> str:
    return translate("PlanFile", "{name} 读不了：{reason}。文件没有被改动。").format(name=path.name, reason=reason)
