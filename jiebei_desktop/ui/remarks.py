"""What the window says of the plan's file while it is open, and what can be done about it."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from jiebei_desktop.files.plan_lock import Holder
from jiebei_desktop.text import translate
from jiebei_desktop.ui.standing import News, Standing


class Act(Enum):
    """What a remark offers to do."""

    TAKE_OVER = auto()
    SAVE_AS = auto()
    SAVE_OVER = auto()
    USE_THEIRS = auto()
    OPEN_AGAIN = auto()
    UNDO = auto()
    SHOW_OTHERS = auto()
    HEARD = auto()
    PUT_AWAY = auto()


class Remark(NamedTuple):
    """A sentence, what it offers, and whether it warns."""

    text: str
    acts: tuple[Act, ...] = ()
    warns: bool = True


def remarks(standing: Standing) -> list[Remark]:
    """Return what is to be said, the most urgent first."""
    found = []
    if standing.not_kept:
        text = translate("Remarks", "改动没能自动留存：{reason}。计划还在窗口里，请先存到别处；这里会一直再试。")
        found.append(Remark(text.format(reason=standing.not_kept), (Act.SAVE_AS,)))
    if standing.conflict:
        text = translate("Remarks", "文件在别处改过，和这里的改动对不到一起。两边都还在：要用哪边？")
        found.append(Remark(text, (Act.USE_THEIRS, Act.SAVE_OVER, Act.SAVE_AS)))
    if standing.unreadable:
        text = translate("Remarks", "文件里现在的内容打不开了。计划还在窗口里，保存就会换掉它（它会留在备份里）。")
        found.append(Remark(text, (Act.SAVE_OVER, Act.SAVE_AS)))
    if standing.locked:
        text = translate(
            "Remarks", "文件在别处设了密码，或者换了密码。重新打开就能看到那边的内容；这里的计划还在窗口里。"
        )
        found.append(Remark(text, (Act.OPEN_AGAIN, Act.SAVE_AS)))
    if standing.holder is not None:
        text = translate("Remarks", "这份计划在别处打开着（{who}）。这里能看能试，存不回原来的文件。")
        found.append(Remark(text.format(who=_who(standing.holder)), (Act.TAKE_OVER, Act.SAVE_AS)))
    if standing.newer:
        text = translate("Remarks", "这份计划是更新版本的程序存的，里面可能有这里不认识的东西：能看能试，只能另存。")
        found.append(Remark(text, (Act.SAVE_AS,)))
    if standing.news is not None:
        found.append(_news(standing.news, undo=not standing.edited_since))
    if standing.others:
        text = translate("Remarks", "还有 {count} 份没保存的改动，是别的窗口留下的。")
        found.append(Remark(text.format(count=standing.others), (Act.SHOW_OTHERS,), warns=False))
    if standing.no_backup:
        text = translate("Remarks", "计划已存好，但没能留备份：{reason}。")
        found.append(Remark(text.format(reason=standing.no_backup), (Act.HEARD,)))
    return found


def name_of(act: Act) -> str:
    """Return what is on the button of something that can be done."""
    names = {
        Act.TAKE_OVER: translate("Remarks", "接管"),
        Act.SAVE_AS: translate("Remarks", "另存为…"),
        Act.SAVE_OVER: translate("Remarks", "用这里的"),
        Act.USE_THEIRS: translate("Remarks", "用文件里的"),
        Act.OPEN_AGAIN: translate("Remarks", "重新打开…"),
        Act.UNDO: translate("Remarks", "撤销"),
        Act.SHOW_OTHERS: translate("Remarks", "看看"),
        Act.HEARD: translate("Remarks", "知道了"),
        Act.PUT_AWAY: translate("Remarks", "收起"),
    }
    return names[act]


def _news(news: News, *, undo: bool) -> Remark:
    texts = {
        News.FOUND: translate("Remarks", "上次没来得及保存的改动都找回来了，还没存进文件。"),
        News.FOUND_AND_MERGED: translate(
            "Remarks", "上次没来得及保存的改动都找回来了，也合上了文件里后来的改动，还没存进文件。"
        ),
        News.FOUND_BESIDE: translate(
            "Remarks", "上次没来得及保存的改动都找回来了。原来的文件当时在别处打开着，所以没有接着用它，请另存。"
        ),
        News.RELOADED: translate("Remarks", "文件在别处改过，这里已经换成新的内容。"),
        News.MERGED: translate("Remarks", "文件在别处改过，那边的改动已经和这里的合在一起，还没存进文件。"),
    }
    return Remark(texts[news], (Act.UNDO, Act.HEARD) if undo else (Act.HEARD,), warns=False)


def _who(holder: Holder) -> str:
    """Return who has a file open, as far as it is said."""
    when = holder.since.replace("T", " ")[:16]
    parts = [holder.owner, holder.machine, when and translate("Remarks", "{when} 起").format(when=when)]
    return translate("Remarks", "，").join(filter(None, parts)) or translate("Remarks", "不知道是谁")
