"""Write the version resource of the Windows program: what its Properties window shows, for PyInstaller's EXE."""

from __future__ import annotations

import re
from pathlib import Path

from jiebei_desktop import __version__
from tools.packing.project import NAME

PRODUCT = "借花规划"
CHINESE, UNICODE = 0x0804, 1200
FIELDS = {
    "CompanyName": "独立项目，与蚂蚁集团及支付宝无关 / Independent project, not connected with Ant Group or Alipay",
    "FileDescription": PRODUCT,
    "InternalName": NAME,
    "LegalCopyright": "MIT licence; third-party notices in the folder licences",
    "OriginalFilename": f"{NAME}.exe",
    "ProductName": PRODUCT,
}


def numbers(version: str) -> tuple[int, int, int, int]:
    """Return the four numbers that Windows wants of a version such as 0.2.0 or 1.0rc1; ValueError, if it has none."""
    release = re.match(r"\d+(?:\.\d+){0,3}", version)
    if not release:
        raise ValueError(f"no version: {version!r}")
    parts = [*map(int, release[0].split(".")), 0, 0, 0]
    if max(parts) > 0xFFFF:
        raise ValueError(f"Windows has no room for the version {version}")
    return parts[0], parts[1], parts[2], parts[3]


def version_text(version: str) -> str:
    """Return the resource as the Python expression that PyInstaller reads."""
    four = numbers(version)
    fields = {**FIELDS, "FileVersion": version, "ProductVersion": version}
    strings = "".join(f"            StringStruct({key!r}, {value!r}),\n" for key, value in sorted(fields.items()))
    return (
        "VSVersionInfo(\n"
        f"    ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1),\n"
        "    kids=[\n"
        f"        StringFileInfo([StringTable('{CHINESE:04X}{UNICODE:04X}', [\n{strings}        ])]),\n"
        f"        VarFileInfo([VarStruct('Translation', [{CHINESE}, {UNICODE}])]),\n"
        "    ],\n"
        ")\n"
    )


def write(target: Path, version: str = __version__) -> Path:
    """Write the resource to a file for `EXE(version=…)` and return its path."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(version_text(version), encoding="utf-8")
    return target
