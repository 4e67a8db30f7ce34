"""Where the program finds its files, and what makes it portable."""

import sys

import pytest

from jiebei_desktop.resources import portable_folder, resource
from jiebei_desktop.ui.settings import Settings, documents_folder, settings_folder


@pytest.fixture
def packed(tmp_path, monkeypatch):
    """A program that believes to be a packed one, at `program/jiebei-desktop`."""
    program = tmp_path / "program" / "jiebei-desktop"
    program.parent.mkdir()
    program.touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    return program


def test_shipped_files_are_found():
    assert resource("products").is_dir()
    assert resource("samples", "seed.jiehua").is_file()


def test_a_folder_of_data_beside_the_packed_program_makes_it_portable(packed):
    assert portable_folder() is None
    data = packed.parent / "data"
    data.mkdir()
    assert portable_folder() == settings_folder() == documents_folder() == data
    settings = Settings()
    settings.last_plan = data / "a.jiehua"
    settings._file.sync()
    assert (data / "settings.ini").is_file()
    assert Settings().last_plan == data / "a.jiehua"


def test_a_plan_on_a_stick_is_found_at_another_place(packed, tmp_path, monkeypatch):
    data = packed.parent / "data"
    data.mkdir()
    (data / "a.jiehua").touch()
    settings = Settings()
    settings.opened(data / "a.jiehua")
    settings._file.sync()
    moved = packed.parent.rename(tmp_path / "stick")
    monkeypatch.setattr(sys, "executable", str(moved / packed.name))
    assert Settings().last_plan == moved / "data" / "a.jiehua"
    elsewhere = tmp_path / "b.jiehua"
    settings = Settings()
    settings.opened(elsewhere)
    assert settings.last_plan == elsewhere


def test_on_macos_it_lies_beside_the_bundle(packed, tmp_path, monkeypatch):
    program = tmp_path / "stick" / "借花规划.app" / "Contents" / "MacOS" / "jiebei-desktop"
    program.parent.mkdir(parents=True)
    program.touch()
    monkeypatch.setattr(sys, "executable", str(program))
    (tmp_path / "stick" / "data").mkdir()
    assert portable_folder() == tmp_path / "stick" / "data"


def test_one_that_cannot_be_written_to_does_not(packed, monkeypatch):
    (packed.parent / "data").mkdir()
    monkeypatch.setattr("os.access", lambda *_: False)
    assert portable_folder() is None


def test_a_program_from_source_is_never_portable(packed, monkeypatch):
    (packed.parent / "data").mkdir()
    monkeypatch.delattr(sys, "frozen")
    assert portable_folder() is None


def test_without_documents_plans_are_proposed_for_the_home(tmp_path):
    assert documents_folder() == tmp_path


def test_without_a_home_they_are_proposed_for_the_folder_of_temporary_files(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path / "gone"))
    assert documents_folder().is_dir()
