"""Installing for one person: everything in its place, everything gone again, and nobody else's things touched."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jiebei_desktop import APP_ID
from tests.packing.built_folder import SHELL, everything, make_built
from tools.packing import installing
from tools.packing.desktop import entry_for
from tools.packing.installing import install, uninstall
from tools.packing.manifest import read_manifest
from tools.packing.placing import places
from tools.packing.project import NAME, PackingError, linux_file

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux installs so")


@pytest.fixture
def built(tmp_path):
    return make_built(tmp_path / "dist" / NAME)


@pytest.fixture
def home(tmp_path):
    folder = tmp_path / "家 里"
    folder.mkdir()
    return folder


@pytest.fixture
def to(home):
    return places(home, {})


def _started(desktop_file):
    """The program that a menu starts, undoing the standard's two kinds of escapes."""
    (value,) = re.findall(r"^Exec=(.*)$", desktop_file.read_text(encoding="utf-8"), re.MULTILINE)
    quoted = re.fullmatch(r'"((?:[^"\\]|\\.)*)" %f', value.replace("\\\\", "\\"))
    return re.sub(r"\\(.)", r"\1", quoted[1]).replace("%%", "%")


def test_the_program_runs_from_the_menu_and_by_its_commands(built, to):
    install(built, to)
    entry = to.share / "applications" / f"{APP_ID}.desktop"
    for command in (_started(entry), to.bin / NAME, to.bin / f"{NAME}-cli"):
        ran = subprocess.run([command, "a b"], capture_output=True, encoding="utf-8", check=True).stdout
        assert ran.splitlines()[-1] == "a b"
    if shutil.which("desktop-file-validate"):
        subprocess.run(["desktop-file-validate", entry], check=True)
    assert everything(to.current.resolve()) == everything(built)
    assert (to.share / "mime" / "packages" / f"{APP_ID}.xml").is_file()
    assert (to.share / "metainfo" / f"{APP_ID}.metainfo.xml").is_file()
    assert (to.share / "icons" / "hicolor" / "scalable" / "apps" / f"{APP_ID}.svg").is_file()


@pytest.mark.parametrize("name", ["a b", "家", 'a"b', "a$b", "a`b", "a\\b", "100%f", "a\\\\$b", "a'b"])
def test_a_menu_entry_names_any_folder_so_that_the_desktop_finds_it(tmp_path, name):
    entry = tmp_path / "entry.desktop"
    program = tmp_path / name / NAME
    entry.write_text(entry_for(linux_file("desktop").read_text(encoding="utf-8"), program), encoding="utf-8")
    assert _started(entry) == str(program)
    if shutil.which("desktop-file-validate"):
        subprocess.run(["desktop-file-validate", entry], check=True)


def test_after_uninstalling_the_home_is_as_it_was(built, home, to):
    plan, settings = home / "文档" / "我的.jiehua", to.settings / "settings.ini"
    others = [
        to.bin / "other",
        to.lib / "other" / "file",
        to.share / "applications" / "other.desktop",
        to.share / "icons" / "hicolor" / "48x48" / "apps" / "other.png",
    ]
    for file in (plan, settings, *others):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("[Desktop Entry]\nType=Application\nName=Other\nExec=other\n", encoding="utf-8")
    before = everything(home)
    install(built, to)
    install(built, to)
    assert uninstall(to)
    # The index of menu entries stays while somebody else has one.
    assert {name for name in everything(home) if name not in before} <= {".local/share/applications/mimeinfo.cache"}
    assert {name: what for name, what in everything(home).items() if name in before} == before
    assert not uninstall(to)


def test_an_empty_home_is_empty_again(built, home, to):
    install(built, to)
    uninstall(to)
    assert everything(home) == {}


def test_a_second_installation_replaces_the_first(built, to):
    install(built, to)
    (built / "_internal" / "说明.txt").unlink()
    (built / "_internal" / "new.txt").write_text("new", encoding="utf-8")
    install(built, to)
    assert everything(to.current.resolve()) == everything(built)
    assert sorted(path.name for path in to.lib.iterdir()) == sorted([NAME, to.current.resolve().name, to.manifest.name])


def test_data_goes_where_the_person_wants_it_if_that_is_a_full_path(home, tmp_path):
    elsewhere = places(home, {"XDG_DATA_HOME": str(tmp_path / "别处"), "XDG_CONFIG_HOME": "not/full"})
    assert elsewhere.share == tmp_path / "别处"
    assert elsewhere.settings == home / ".config" / NAME
    assert places(home, {"XDG_DATA_HOME": ""}).share == home / ".local" / "share"


def test_what_is_not_ours_is_in_nobodys_way(built, home, to):
    to.bin.mkdir(parents=True)
    (to.bin / NAME).write_text("mine", encoding="utf-8")
    before = everything(home)
    with pytest.raises(PackingError, match=re.escape(str(to.bin / NAME))):
        install(built, to)
    assert everything(home) == before


def test_what_somebody_put_into_the_programs_folder_stays(built, to, capsys):
    install(built, to)
    folder = to.current.resolve()
    (folder / "my.jiehua").write_text("mine", encoding="utf-8")
    uninstall(to)
    assert everything(folder) == {"my.jiehua": b"mine"}
    assert str(folder) in capsys.readouterr().out


def test_a_link_that_somebody_has_turned_elsewhere_stays(built, to):
    install(built, to)
    (to.bin / NAME).unlink()
    (to.bin / NAME).symlink_to("/elsewhere")
    uninstall(to)
    assert [path.name for path in to.bin.iterdir()] == [NAME]


def test_without_its_record_an_installation_can_be_done_again(built, to):
    install(built, to)
    to.manifest.unlink()
    install(built, to)
    assert to.current.resolve().is_dir()


def test_an_installation_that_was_stopped_halfway_leaves_nothing_behind(built, home, to, monkeypatch):
    install(built, to)

    def stopped(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(installing, "link_whole", stopped)
        with pytest.raises(OSError, match="No space"):
            install(built, to)
    assert everything(to.current.resolve()) == everything(built)  # the earlier one still runs
    install(built, to)
    assert len(read_manifest(to.manifest).programs) == 1
    uninstall(to)
    assert everything(home) == {}


def test_a_running_program_keeps_its_files(built, home, to):
    shutil.copy(SHELL, built / NAME)
    install(built, to)
    first = to.current.resolve()
    with subprocess.Popen([to.bin / NAME, "-c", "echo running; read line"], stdin=-1, stdout=-1) as running:
        assert running.stdout.readline() == b"running\n"
        install(built, to)
        assert to.current.resolve() != first
        assert everything(first) == everything(built)
        with pytest.raises(PackingError, match=" / The program is running"):
            uninstall(to)
        assert (to.bin / NAME).exists()
        running.communicate(b"\n")
    install(built, to)
    assert not first.exists()
    uninstall(to)
    assert everything(home) == {}


def test_a_portable_folder_is_installed_without_what_makes_it_so(built, home, to):
    (built / "data").mkdir()
    (built / "data" / "settings.ini").touch()
    install(built, to)
    assert not (to.current / "data").exists()
    uninstall(to)
    assert everything(home) == {}


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"folders": ["here"], "files": [], "links": [], "indexes": [], "programs": []}']
)
def test_a_damaged_record_removes_nothing(built, home, to, content):
    install(built, to)
    to.manifest.write_text(content, encoding="utf-8")
    before = everything(home)
    with pytest.raises(PackingError, match=re.escape(str(to.manifest))):
        uninstall(to)
    assert everything(home) == before


# --- the command line


@pytest.fixture
def at_home(built, home, monkeypatch):
    monkeypatch.setattr(installing, "BUILT", built)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.delenv("XDG_CONFIG_HOME")


@pytest.mark.usefixtures("at_home")
def test_both_commands_work_twice_and_say_what_they_did(to, capsys):
    assert [installing.main(["install"]), installing.main(["install"])] == [0, 0]
    said = capsys.readouterr().out
    assert all(" / " in line for line in said.splitlines())
    for place in (to.current, to.share, to.bin, to.manifest):
        assert str(place) in said
    assert installing.main(["uninstall"]) == 0
    said = capsys.readouterr().out
    assert ".jiehua" in said
    assert str(to.settings) in said
    assert installing.main(["uninstall"]) == 0
    assert "not installed" in capsys.readouterr().out


@pytest.mark.usefixtures("at_home")
def test_without_a_built_program_there_is_one_sentence(home, monkeypatch, capsys):
    monkeypatch.setattr(installing, "BUILT", Path("/nowhere"))
    assert installing.main(["install"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert re.search(r"make bundle / .*make bundle", line)
    assert everything(home) == {}
