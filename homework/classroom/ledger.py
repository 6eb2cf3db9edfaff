"""The memory of a class: every result that was ever found, in one SQLite database.

Results are added and never changed. What a run published is a list of links to them,
so a later run can say what it kept, what is new and what changed.
"""

from __future__ import annotations

import json
import os
import socket
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from homework.base.errors import HomeworkError
from homework.classroom import results

PATIENCE_S = 60.0  # for another run's transaction
# A claim of another machine that is older than any submission may take is void.
OLDEST_CLAIM_S = 1200.0
NEVER = 2**62  # above every run and every time
BEGUN, PUBLISHED, WITHHELD, STOPPED = "begun", "published", "withheld", "stopped"
PROPOSED = "proposed"  # by a regrade that nobody has accepted

TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE runs (
    id INTEGER PRIMARY KEY, began REAL NOT NULL, state TEXT NOT NULL,
    sources TEXT NOT NULL
);
CREATE TABLE results (
    id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES runs, at REAL NOT NULL,
    part TEXT NOT NULL, digest TEXT NOT NULL, release TEXT NOT NULL,
    engine INTEGER NOT NULL, level TEXT NOT NULL,
    status TEXT NOT NULL, score REAL, record TEXT NOT NULL
);
CREATE INDEX by_key ON results (part, digest, release, engine, level);
CREATE TABLE entries (
    run INTEGER NOT NULL REFERENCES runs, place INTEGER NOT NULL, name TEXT NOT NULL,
    about TEXT NOT NULL, PRIMARY KEY (run, name)
);
CREATE TABLE outcomes (
    run INTEGER NOT NULL REFERENCES runs, entry TEXT NOT NULL, part TEXT NOT NULL,
    result INTEGER NOT NULL REFERENCES results, PRIMARY KEY (run, entry, part)
);
CREATE TABLE claims (
    part TEXT, digest TEXT, release TEXT, engine INTEGER, level TEXT,
    owner TEXT NOT NULL, at REAL NOT NULL,
    PRIMARY KEY (part, digest, release, engine, level)
);
PRAGMA user_version = 1;
"""
# Younger than the others: what releases were made of, to tell what changed since.
RELEASES = """
CREATE TABLE IF NOT EXISTS releases (digest TEXT PRIMARY KEY, files TEXT NOT NULL)
"""
WHERE = "part = ? AND digest = ? AND release = ? AND engine = ? AND level = ?"


class Key(NamedTuple):
    """What a result depends on: the notebook's name, and digests."""

    part: str
    digest: str
    release: str
    engine: int
    level: str


@dataclass(frozen=True)
class Result:
    """A row of the ledger."""

    id: int
    run: int
    record: dict[str, Any]


class Ledger:
    """The database of one class and one assignment.

    Args:
        folder: where it lies.
        assignment: whose results it holds; it is made where there is none. ``None``
            opens what is there.

    Raises:
        HomeworkError: when it cannot be written, or holds another assignment.

    """

    def __init__(self, folder: Path, assignment: str | None = None) -> None:
        self.path = folder / results.LEDGER
        if assignment is None and not results.has_ledger(folder):
            raise HomeworkError(
                folder, "holds no results.", "Name the folder that `grade -o` wrote."
            )
        if assignment is not None:
            results.make(folder)
        with self._sentences():
            self._base = sqlite3.connect(
                self.path, timeout=PATIENCE_S, isolation_level=None
            )
            self._base.execute("PRAGMA synchronous = NORMAL")
            if assignment is not None:
                self._make(assignment)
            ((known,),) = self._base.execute(
                "SELECT value FROM about WHERE name = 'assignment'"
            )
        self.assignment = str(known)
        if assignment not in (None, known):
            self.close()
            raise HomeworkError(
                folder,
                f"holds results of {known}, and these are of {assignment}.",
                "Name another folder with -o.",
            )

    def _make(self, assignment: str) -> None:
        with self._transaction():
            (version,) = self._base.execute("PRAGMA user_version").fetchone()
            tables = self._base.execute("SELECT name FROM sqlite_master").fetchall()
            if tables and not version:
                raise sqlite3.DatabaseError(f"it has a table {tables[0][0]}")
            self._base.execute(RELEASES)
            if version:
                return
            for statement in TABLES.split(";"):
                self._base.execute(statement)
            self._base.execute(
                "INSERT INTO about VALUES ('assignment', ?)", (assignment,)
            )

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Do all of it or nothing, and nobody else meanwhile."""
        with self._sentences():
            self._base.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._base.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._base.execute("ROLLBACK")
                raise

    @contextmanager
    def _sentences(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            if type(error) is sqlite3.DatabaseError:  # and not, say, a full disk
                raise HomeworkError(
                    self.path,
                    f"is no ledger, or a damaged one ({error}).",
                    f"Move {self.path.parent} away, and grade again: its scores.csv "
                    "and JSON files can still be read.",
                ) from error
            raise HomeworkError(
                self.path,
                f"cannot be used ({error}).",
                "Make space or permission, and run the same command again: "
                "what is in it is kept. Or name another folder with -o.",
            ) from error

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        """Give back what this process claimed, and close."""
        with suppress(HomeworkError), self._transaction():
            self._base.execute("DELETE FROM claims WHERE owner = ?", (self._owner,))
        self.close()

    # --- runs -----------------------------------------------------------------

    def begin(self, sources: list[str]) -> int:
        """Note that a run begins; return its number."""
        with self._transaction():
            made = self._base.execute(
                "INSERT INTO runs (began, state, sources) VALUES (?, ?, ?)",
                (time.time(), BEGUN, json.dumps(sources)),
            )
            return int(made.lastrowid or 0)

    def publish(
        self,
        run: int,
        entries: list[tuple[str, dict[str, Any]]],
        outcomes: list[tuple[str, str, int]],
        state: str = PUBLISHED,
    ) -> None:
        """End a run: what it found, and which results are whose.

        Args:
            run: its number.
            entries: name and description of each, in order.
            outcomes: the entry's name, the part, the number of a result.
            state: PUBLISHED, or PROPOSED for what is only shown.

        """
        with self._transaction():
            self._base.executemany(
                "INSERT INTO entries VALUES (?, ?, ?, ?)",
                [
                    (run, place, name, json.dumps(about))
                    for place, (name, about) in enumerate(entries)
                ],
            )
            self._base.executemany(
                "INSERT INTO outcomes VALUES (?, ?, ?, ?)",
                [(run, *outcome) for outcome in outcomes],
            )
            self._state(run, state)

    def end(self, run: int, state: str) -> None:
        """End a run that publishes nothing."""
        with self._transaction():
            self._state(run, state)

    def _state(self, run: int, state: str) -> None:
        self._base.execute("UPDATE runs SET state = ? WHERE id = ?", (state, run))

    def latest(self, before: int | None = None) -> int | None:
        """Return the number of the last run that published, if there is one."""
        with self._sentences():
            (found,) = self._base.execute(
                "SELECT max(id) FROM runs WHERE state = ? AND id < ?",
                (PUBLISHED, before if before is not None else NEVER),
            ).fetchone()
        return None if found is None else int(found)

    def sources(self, run: int) -> list[str]:
        """Return what a run graded."""
        with self._sentences():
            ((text,),) = self._base.execute(
                "SELECT sources FROM runs WHERE id = ?", (run,)
            )
        return list(map(str, json.loads(text)))

    def outcomes(self, run: int) -> list[tuple[str, str, int]]:
        """Return entry, part and number of the result of all that a run published."""
        with self._sentences():
            return self._base.execute(
                "SELECT entry, part, result FROM outcomes WHERE run = ? ORDER BY rowid",
                (run,),
            ).fetchall()

    def remember(self, release: str, files: dict[str, str]) -> None:
        """Note what a release is made of: digests by file."""
        with self._transaction():
            self._base.execute(
                "INSERT OR IGNORE INTO releases VALUES (?, ?)",
                (release, json.dumps(files)),
            )

    def release(self, digest: str) -> dict[str, str] | None:
        """Return what a release was made of, if that was noted."""
        with self._sentences():
            row = self._base.execute(
                "SELECT files FROM releases WHERE digest = ?", (digest,)
            ).fetchone()
        return json.loads(row[0]) if row else None

    def entries(self, run: int) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the name and the description of every entry of a run, in order."""
        with self._sentences():
            for name, about in self._base.execute(
                "SELECT name, about FROM entries WHERE run = ? ORDER BY place", (run,)
            ):
                yield name, json.loads(about)

    def names(self) -> list[str]:
        """List the names of all entries that any run has found."""
        with self._sentences():
            found = self._base.execute("SELECT DISTINCT name FROM entries").fetchall()
        return [name for (name,) in found]

    def records(self, run: int) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Yield entry, part and record of all that a run published."""
        with self._sentences():
            for entry, part, record in self._base.execute(
                "SELECT o.entry, o.part, r.record FROM outcomes o "
                "JOIN results r ON r.id = o.result WHERE o.run = ? "
                "ORDER BY o.rowid",
                (run,),
            ):
                yield entry, part, json.loads(record)

    def record(self, number: int) -> dict[str, Any]:
        """Return the record of a result."""
        with self._sentences():
            ((text,),) = self._base.execute(
                "SELECT record FROM results WHERE id = ?", (number,)
            )
        made: dict[str, Any] = json.loads(text)
        return made

    def scores(self, run: int) -> dict[str, float | None]:
        """Return the sum of a run's scores by entry; ``None`` where there is none."""
        with self._sentences():
            return dict(
                self._base.execute(
                    "SELECT o.entry, sum(r.score) FROM outcomes o "
                    "JOIN results r ON r.id = o.result WHERE o.run = ? "
                    "GROUP BY o.entry",
                    (run,),
                )
            )

    # --- results --------------------------------------------------------------

    def find(self, key: Key, since: float = NEVER) -> Result | None:
        """Return the newest result that counts.

        Args:
            key: what it depends on.
            since: seconds since 1970; what is newer counts without a score too.

        """
        with self._sentences():
            row = self._base.execute(
                f"SELECT r.id, r.run, r.record FROM results r "  # noqa: S608
                f"JOIN runs ON runs.id = r.run "
                f"WHERE {WHERE} AND runs.state != ? "
                f"AND (r.status = 'graded' OR r.at >= ?) ORDER BY r.id DESC LIMIT 1",
                (*key, WITHHELD, since),
            ).fetchone()
        return Result(row[0], row[1], json.loads(row[2])) if row else None

    def add(self, run: int, key: Key, record: dict[str, Any]) -> int:
        """Add a result, and give back the claim on it; return its number."""
        with self._transaction():
            made = self._base.execute(
                "INSERT INTO results (run, at, part, digest, release, engine, level, "
                "status, score, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(run, time.time(), *key),
                    *(record["status"], record["score"], json.dumps(record)),
                ),
            )
            self._base.execute(f"DELETE FROM claims WHERE {WHERE}", key)  # noqa: S608
            return int(made.lastrowid or 0)

    # --- claims ---------------------------------------------------------------

    def claim(self, key: Key, since: float) -> bool:
        """Take a submission for this process, unless somebody has it or had it.

        Args:
            key: the submission.
            since: as for `find`: such a result leaves nothing to do.

        """
        with self._transaction():
            if self.find(key, since):
                return False
            row = self._base.execute(
                f"SELECT owner, at FROM claims WHERE {WHERE}",  # noqa: S608
                key,
            ).fetchone()
            if row and row[0] != self._owner and _is_alive(*row):
                return False
            self._base.execute(
                "INSERT OR REPLACE INTO claims VALUES (?, ?, ?, ?, ?, ?, ?)",
                (*key, self._owner, time.time()),
            )
            return True

    @cached_property
    def _owner(self) -> str:
        pid = os.getpid()
        return json.dumps([socket.gethostname(), pid, _began(pid)])


def _is_alive(owner: str, at: float) -> bool:
    host, pid, began = json.loads(owner)
    if host == socket.gethostname():
        return bool(_began(pid) == began)
    return time.time() - at < OLDEST_CLAIM_S


def _began(pid: int) -> str:
    """Tell a process from a later one of the same number; empty when it is gone."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except OSError:
        return ""
    state, *fields = text.rpartition(")")[2].split()
    return "" if state == "Z" else fields[18]
