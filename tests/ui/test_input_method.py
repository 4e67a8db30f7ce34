"""What is asked of Qt on desktops that type Chinese through fcitx."""

import os
import sys

import pytest
from PySide6.QtCore import QLibraryInfo

from jiebei_desktop.ui.input_method import choose_input_method

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the system does it")


@pytest.mark.parametrize(
    ("asked", "given"),
    [("fcitx", "ibus"), ("fcitx5", "ibus"), ("ibus", "ibus"), ("compose", "compose"), ("", ""), (None, None)],
)
def test_fcitx_is_spoken_to_as_ibus_where_qt_has_no_plug_in_for_it(monkeypatch, asked, given):
    monkeypatch.delenv("QT_IM_MODULE", raising=False)
    if asked is not None:
        monkeypatch.setenv("QT_IM_MODULE", asked)
    choose_input_method()
    assert os.environ.get("QT_IM_MODULE") == given


def test_a_qt_that_has_fcitx_s_own_plug_in_keeps_it(monkeypatch, tmp_path):
    (tmp_path / "platforminputcontexts").mkdir()
    (tmp_path / "platforminputcontexts" / "libfcitx5platforminputcontextplugin.so").touch()
    monkeypatch.setattr(QLibraryInfo, "path", lambda _: str(tmp_path))
    monkeypatch.setenv("QT_IM_MODULE", "fcitx")
    choose_input_method()
    assert os.environ["QT_IM_MODULE"] == "fcitx"
