"""Where a command ends that can't be done: one line on standard error, never a traceback."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from jiebei_desktop.files.plan_file import LockedPlanError, PlanFileError
from jiebei_desktop.files.troubles import reason
from jiebei_desktop.planning.wording import joined
from jiebei_desktop.text import translate

DONE, REFUSED = 0, 1


def done_or_refused(do: Callable[[], None], unlocking: str) -> int:
    """Do something and return the exit status; what can't be done is said in one line.

    Args:
        do: what is to be done.
        unlocking: the option for the plan's password.
    """
    try:
        do()
    except BrokenPipeError:  # the reader of our output has had enough
        raise
    except LockedPlanError as error:
        wanted = translate("Cli", "请用 {option} 写上计划的密码。").format(option=unlocking)
        return refuse(joined(str(error), wanted))
    except OSError as error:
        return refuse(reason(error))
    except (PlanFileError, ValueError) as error:  # what was refused in words for the user
        return refuse(str(error))
    except Exception as error:  # noqa: BLE001 - a script reads one line, whatever happens
        return refuse(translate("Cli", "程序出了错（{kind}），什么都没有改。").format(kind=type(error).__name__))
    return DONE


@contextmanager
def printing() -> Iterator[None]:
    """Print what came of a command; where that can't be printed it is said that all else is done.

    Raises:
        ValueError: standard output takes no more.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        sys.stdout = None  # so that closing it does not complain again
        text = translate("Cli", "要做的都做完了，只是打印不出来：{reason}")
        raise ValueError(text.format(reason=reason(error))) from error


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Write to a file or folder, and name it where that can't be done.

    Raises:
        ValueError: it can't, and why.
    """
    try:
        yield
    except OSError as error:
        text = translate("Cli", "{path} 写不了：{reason}")
        raise ValueError(text.format(path=path, reason=reason(error))) from error


def refuse(why: str) -> int:
    """Say why something can't be done, and return the exit status."""
    remark(why)
    return REFUSED


def remark(what: str) -> None:
    """Say something in one line that keeps nothing from being done."""
    print(" ".join(what.split()), file=sys.stderr)
