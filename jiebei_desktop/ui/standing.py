"""How it stands with the plan's file, in terms that the window can put into words."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from jiebei_desktop.files.plan_lock import Holder


class News(Enum):
    """What happened to the plan without the user's doing."""

    FOUND = auto()
    FOUND_AND_MERGED = auto()
    FOUND_BESIDE = auto()
    RELOADED = auto()
    MERGED = auto()


class Standing(NamedTuple):
    """How it stands.

    Attributes:
        holder: who has the file open elsewhere.
        newer: whether a newer program wrote it.
        conflict: whether others changed it in a way that does not go together with what was changed here.
        unreadable: whether there is something in it now that is no plan.
        locked: whether others put it under another password.
        news: what happened last.
        edited_since: whether the user went on since, so that undoing would undo that.
        not_kept: why edits that are not saved can't be kept on disk; empty where they are.
        no_backup: why there is no backup of what was saved last; empty where there is.
        others: how many drafts other windows left behind.
    """

    holder: Holder | None = None
    newer: bool = False
    conflict: bool = False
    unreadable: bool = False
    locked: bool = False
    news: News | None = None
    edited_since: bool = False
    not_kept: str = ""
    no_backup: str = ""
    others: int = 0

    @property
    def read_only(self) -> bool:
        """Tell whether the file is not to be written to from here."""
        return self.holder is not None or self.newer
