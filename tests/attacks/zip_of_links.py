"""Hands in a zip whose entries are links to the tests, to the root and to a device."""

import stat
import zipfile
from pathlib import Path

NEEDS = "nothing"
SEEN = "graded"
STATUS = "graded"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "handed_in.zip"
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("bn_drop.ipynb", notebook)
        for name, target, kind in (
            ("tests", "../trusted/tests", stat.S_IFLNK),
            ("link.txt", "/etc/shadow", stat.S_IFLNK),
            ("zero.npz", "/dev/zero", stat.S_IFLNK),
            ("pipe", "", stat.S_IFIFO),
            ("device", "", stat.S_IFCHR),
        ):
            info = zipfile.ZipInfo(name)
            info.create_system = 3
            info.external_attr = (kind | 0o777) << 16
            archive.writestr(info, target)
    return made
