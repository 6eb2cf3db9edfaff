"""What has changed from one release to the next: whose tests, and whom it can touch."""

from __future__ import annotations

import ast
import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from homework.classroom.program import BY_OTHER_MEANS, NAMED, words_of
from homework.grading.package import SECRET

OTTER, SETTINGS = "otter_config.json", "grading.json"
NO_MATTER = ("preload", "untouched")  # of the settings: no score depends on them


def made_of(archive: Path) -> dict[str, str]:
    """Return a digest of each file of a release that scores depend on, by its name."""
    return {name: hashlib.sha256(data).hexdigest() for name, data in _files(archive)}


def _files(archive: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(archive) as opened:
        for name in opened.namelist():
            if name.startswith(("tests/", "files/")) or name == OTTER:
                yield name, opened.read(name)
            elif name == SETTINGS:
                found = json.loads(opened.read(name))
                kept = {k: v for k, v in found.items() if k not in NO_MATTER}
                yield name, json.dumps(kept, sort_keys=True).encode()


def changed_questions(
    before: Mapping[str, str] | None, archive: Path, questions: Sequence[str]
) -> tuple[str, ...]:
    """List the questions whose tests may say something else than they did.

    Args:
        before: what the old release was made of; ``None`` when nobody noted it.
        archive: the new release.
        questions: of the new one.

    Returns:
        In order; all of them where something has changed that students' code may use.

    """
    now = made_of(archive)
    if before is None:
        return tuple(questions)
    # What is only there now is used by tests that have changed, if by any.
    changed = {name for name, digest in before.items() if now.get(name) != digest}
    changed |= {name for name in now.keys() - before.keys() if _is_test(name)}
    secret = tuple(f"files/{folder}/" for folder in SECRET)
    if any(not (_is_test(name) or name.startswith(secret)) for name in changed):
        return tuple(questions)
    words = {name: _words(data) for name, data in _files(archive)}
    return tuple(
        name for name in questions if changed & _reached(f"tests/{name}.py", words)
    )


def _is_test(name: str) -> bool:
    return name.startswith("tests/")


def _words(data: bytes) -> set[str]:
    return words_of([data.decode("utf-8", "replace")])


def _reached(name: str, words: Mapping[str, set[str]]) -> set[str]:
    """List a file and those that it, or another of these, names; rather too many."""
    reached, waiting = {name}, [name]
    while waiting:
        named = words.get(waiting.pop(), set())
        for each in words.keys() - reached:
            if not _is_test(each) and _module(each) in named:
                reached.add(each)
                waiting.append(each)
    return reached


def _module(name: str) -> str:
    path = PurePosixPath(name)
    return path.parent.name if path.stem == "__init__" else path.stem


# --- whom it can touch --------------------------------------------------------


@dataclass(frozen=True)
class Reach:
    """Whom tests can touch: who has written something that they depend on.

    Attributes:
        names: of the notebook that tests depend on; ``None`` when that cannot be told.

    """

    names: frozenset[str] | None

    @classmethod
    def of(
        cls, archive: Path, questions: Sequence[str], handed_out: bytes | None
    ) -> Reach:
        """Read which names tests ask for, and what those were handed out to depend on.

        Args:
            archive: the release.
            questions: whose tests.
            handed_out: the notebook that students start from; ``None``: not known.

        """
        if handed_out is None:
            return cls(None)
        with zipfile.ZipFile(archive) as opened:
            sources = [opened.read(f"tests/{name}.py") for name in questions]
        names = {each for source in sources for each in _parameters(source)}
        if "env" in names:
            return cls(None)
        defined = _definitions(handed_out)
        waiting = list(names)
        while waiting:
            new = defined.get(waiting.pop(), set()) & defined.keys() - names
            names |= new
            waiting += new
        return cls(frozenset(names))

    def touches(self, code: Mapping[str, bytes]) -> bool:
        """Whether a student's own code, by file, has a part in it.

        The code is looked through for words, and not run or parsed.
        """
        if self.names is None or any(name.startswith("beside/") for name in code):
            return True
        words = set().union(*map(_words, code.values()))
        return bool(words & (self.names | BY_OTHER_MEANS))


EVERYBODY = Reach(None)


def _parameters(source: bytes) -> Iterator[str]:
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef):
            yield from (each.arg for each in node.args.args)


def _definitions(notebook: bytes) -> dict[str, set[str]]:
    """Map each name that a notebook defines to the words of its definitions."""
    found: dict[str, set[str]] = {}
    for cell in json.loads(notebook)["cells"]:
        if cell["cell_type"] != "code":
            continue
        source = "".join(cell["source"])
        try:
            statements = ast.parse(source).body
        except SyntaxError:  # magics
            continue
        for statement in statements:
            words = _words(ast.unparse(statement).encode())
            for name in _bound(statement):
                found.setdefault(name, set()).update(words)
    return found


def _bound(node: ast.AST) -> Iterator[str]:
    """Yield the names of the notebook that code binds; a function's own are not."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        return
    if isinstance(node, NAMED):
        yield node.name
        inner = (each for each in ast.walk(node) if isinstance(each, ast.Global))
        yield from (name for each in inner for name in each.names)
        return
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id
    for each in ast.iter_child_nodes(node):
        yield from _bound(each)
