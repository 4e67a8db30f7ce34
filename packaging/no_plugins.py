"""Stands in for pydantic's search for plug-ins in the packed program, where there are none to be found.

Looking for them reads through all that is installed by a library for e-mail: eleven milliseconds of each start.
"""

from __future__ import annotations


def get_plugins() -> tuple[()]:
    """Return no plug-ins."""
    return ()
