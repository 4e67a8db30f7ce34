"""About, and the licences of what a packed program brings along."""

import json

import pytest
from PySide6.QtWidgets import QPushButton

from jiebei_desktop.files import notices as module
from jiebei_desktop.files.notices import Notice, notices
from jiebei_desktop.resources import resource
from jiebei_desktop.ui.about import AboutDialog, LicencesDialog

LISTED = [
    {"name": "Qt", "version": "6.11.3", "licence": "LGPL-3.0-only", "file": "qt.txt"},
    {"name": "zlib1g", "version": "", "licence": "", "file": "zlib.txt"},
]


@pytest.fixture
def packed(tmp_path, monkeypatch):
    """The folder of licences as a build makes it."""
    folder = tmp_path / "licences"
    folder.mkdir()
    (folder / "index.json").write_text(json.dumps(LISTED), encoding="utf-8")
    (folder / "qt.txt").write_text("Qt is under the LGPL.", encoding="utf-8")
    (folder / "zlib.txt").write_text("zlib 的许可", encoding="utf-8")
    monkeypatch.setattr(module, "resource", tmp_path.joinpath)


def test_from_its_source_the_program_lists_no_licences(qtbot, window):
    assert not resource("licences").exists()
    assert notices() == ()
    about = AboutDialog(window)
    assert [each.text() for each in about.findChildren(QPushButton)] == ["关闭"]


def test_a_packed_program_shows_each_licence_in_full(qtbot, window, packed):
    found = notices()
    assert found[0] == Notice("Qt", "6.11.3", "LGPL-3.0-only", "qt.txt")
    dialog = LicencesDialog(found, window)
    assert [dialog.names.item(row).text() for row in range(dialog.names.count())] == ["Qt 6.11.3", "zlib1g"]
    assert dialog.text.toPlainText() == "Qt is under the LGPL."
    dialog.names.setCurrentRow(1)
    assert dialog.text.toPlainText() == "zlib 的许可"


def test_about_leads_to_them(qtbot, window, packed, answer):
    about = AboutDialog(window)
    about.show()
    said = answer(lambda dialog: dialog.reject())
    about.licences.click()
    assert said == ["用到的软件和许可"]


def test_all_of_about_is_in_sight(qtbot, window, packed):
    about = AboutDialog(window)
    about.show()
    last = about.licences.parentWidget()
    assert last.geometry().bottom() <= about.height()
    assert about.height() < window.height()
