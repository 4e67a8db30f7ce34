"""Where a command ends that can't be done: one line on standard error, never a traceback."""

from __future__ import annotations

import sys
from collections.abc import Callable

from jiebei_desktop.files.plan_file import PlanFileError
from jiebei_desktop.files.troubles import reason
from jiebei_desktop.text import translate

DONE, REFUSED = 0, 1


def done_or_refused(do: Callable[[], None]) -> int:
    """Do something and return the exit status; what can't be done is said in one line."""
    try:
        do()
    except BrokenPipeError:  # the reader of our output has had enough
        raise
    except OSError as error:
        return refuse(reason(error))
    except (PlanFileError, ValueError) as error:  # what was refused in words for the user
        return refuse(str(error))
    except Exception as error:  # noqa: BLE001 - a script reads one line, whatever happens
        return refuse(translate("Cli", "程序出了错（{kind}），什么都没有改。").format(kind=type(error).__name__))
    return DONE


def refuse(why: str) -> int:
    """Say why something can't be done, and return the exit status."""
    remark(why)
    return REFUSED


def remark(what: str) -> None:
    """Say something in one line that keeps nothing from being done."""
    print(" ".join(what.split()), file=sys.stderr)
