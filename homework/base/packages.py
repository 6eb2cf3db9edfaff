"""Installed packages: what they need, which modules they bring, where they lie."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from itertools import product
from pathlib import Path

from packaging.requirements import Requirement

# Where packages lie below a prefix; Debian's own have a folder of another name.
PLACES = ("lib*/python3*/site-packages", "lib*/python3*/dist-packages")
PREFIXES = ("/usr", "/usr/local")  # beside those of the interpreter
EXTRA = re.compile(r"\bextra\s*==")


def needed(names: Iterable[str]) -> list[Distribution]:
    """Find these packages and all that they need; what is not installed is left out.

    Args:
        names: as `pip install` takes them, without versions and extras.

    """
    found: dict[str, Distribution] = {}
    waiting = [Requirement(name) for name in names]
    seen = set()
    while waiting:
        wanted = waiting.pop()
        if str(wanted) in seen:
            continue
        seen.add(str(wanted))
        try:
            package = distribution(wanted.name)
        except PackageNotFoundError:
            continue
        found[plain(wanted.name)] = package
        waiting += _requirements(package, wanted.extras)
    return list(found.values())


def _requirements(package: Distribution, extras: set[str]) -> Iterator[Requirement]:
    """Give what a package needs here, with these extras of it."""
    for line in wishes(package):
        if not extras and EXTRA.search(line):
            continue  # most are, and reading one takes long
        wanted = Requirement(line)
        marker = wanted.marker
        if marker is None or any(
            marker.evaluate({"extra": extra}) for extra in extras or {""}
        ):
            yield wanted


def wishes(package: Distribution) -> Iterable[str]:
    """Return `package.requires`, without parsing the long description below it."""
    head, below, _ = (package.read_text("METADATA") or "").partition("\n\n")
    if not below:
        return package.requires or ()
    lines = (line.partition("Requires-Dist: ") for line in head.splitlines())
    return [wish for before, _, wish in lines if wish and not before]


def plain(name: str) -> str:
    """Write a package's name in its one form: `Python_Dateutil` as python-dateutil."""
    return re.sub(r"[-_.]+", "-", name).lower()


def entries(package: Distribution) -> list[Path]:
    """List the files and folders that a package has where packages are installed.

    Of a folder that several packages share, that is the whole folder. Bytecode of
    modules that are single files is left out: all packages share its folder.
    """
    record = package.read_text("RECORD") or ""
    tops = {line.lstrip('"').partition("/")[0] for line in record.splitlines()}
    names = {top.partition(",")[0] for top in tops} - {"", "..", "__pycache__"}
    if not names:  # Debian writes no record
        names = set((package.read_text("top_level.txt") or "").split())
    folder = Path(str(package.locate_file("")))
    return [folder / name for name in sorted(names)]


def modules(package: Distribution) -> list[str]:
    """List the modules of a package that can be imported by one name."""
    stems = (path.name.partition(".")[0] for path in entries(package))
    return sorted({stem for stem in stems if stem.isidentifier()})


def places() -> list[Path]:
    """List the folders that packages are installed in, by all their names."""
    known = (sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix)
    prefixes = {Path(prefix) for prefix in (*known, *PREFIXES)}
    prefixes |= {prefix.resolve() for prefix in prefixes}
    found = {
        path
        for prefix, pattern in product(prefixes, PLACES)
        for path in prefix.glob(pattern)
    }
    return sorted(found | {path.resolve() for path in found})


def in_words(names: Sequence[str]) -> str:
    """Say what can be imported where these packages can."""
    return " and ".join(filter(None, [", ".join(names), "what comes with Python"]))
