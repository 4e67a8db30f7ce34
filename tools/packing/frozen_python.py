"""A packed Python that runs pytest, and what tests ask of a second Python: code by `-c`, a module by `-m`."""

from __future__ import annotations

import runpy
import sys

OPTIONS_WITH_A_VALUE = ("-X", "-W")


def main(arguments: list[str]) -> int:
    """Do what Python would do with these arguments; without `-c` and `-m` they are pytest's."""
    given = list(arguments)
    while given and given[0] in OPTIONS_WITH_A_VALUE:  # how a packed Python runs was settled when it was built
        del given[:2]
    if given[:1] == ["-c"]:
        sys.argv = ["-c", *given[2:]]
        exec(compile(given[1], "<string>", "exec"), {"__name__": "__main__"})  # noqa: S102 - as Python does
        return 0
    if given[:1] == ["-m"]:
        sys.argv = given[1:]
        runpy.run_module(given[1], run_name="__main__")
        return 0
    import pytest  # noqa: PLC0415 - only here

    return pytest.main(given)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
