"""Who handed something in: people as platforms and rosters name them."""

from __future__ import annotations

import codecs
import csv
import io
import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from homework.base.errors import HomeworkError

DELIMITERS = ",;\t"  # a spreadsheet's, by its language
WHOLE = re.compile(r"0*([0-9]+?)(?:[.,]0+)?")
LONGEST_CELL = 2**30  # Moodle's worksheet holds whole texts of students
# Headers of a roster's columns, in small letters, by what they hold.
COLUMNS = {
    "name": ("name", "full name", "student"),
    "first": ("first name", "first"),
    "last": ("last name", "last", "surname"),
    "sid": ("sid", "student id", "sis user id", "id number"),
    "email": ("email", "email address", "e-mail"),
    "number": ("id", "identifier"),  # Canvas' user, Moodle's participant
}


@dataclass(frozen=True)
class Person:
    """A student, as far as a platform tells; what it does not tell is empty."""

    name: str = ""
    sid: str = ""
    email: str = ""
    number: str = ""  # of the account on the platform

    @property
    def key(self) -> str:
        """What tells this person from others: the sid, else the address, else name."""
        return self.sid or self.email.lower() or f"{self.name} {self.number}".strip()

    def is_not(self, other: Person) -> bool:
        """Whether numbers that both have make them two people, also of one name."""
        pairs = ((self.sid, other.sid), (self.number, other.number))
        return any(one and two and plain(one) != plain(two) for one, two in pairs)

    def with_roster(self, other: Person) -> Person:
        """Fill in from a roster what the platform did not say."""
        return Person(
            self.name or other.name,
            self.sid or other.sid,
            self.email or other.email,
            self.number or other.number,
        )


def plain(text: str) -> str:
    """Return a number as it was before a spreadsheet: `05101.0` is `5101`.

    It is for comparing only: nothing is written in this form.
    """
    found = WHOLE.fullmatch(text.strip())
    return found[1] if found else text.strip()


def letters(name: str) -> str:
    """Reduce a name to small letters and digits without accents, for comparing."""
    plain = unicodedata.normalize("NFKD", name)
    return re.sub(r"[\W_]", "", plain.encode("ascii", "ignore").decode()).lower() or (
        re.sub(r"[\W_]", "", name).lower()
    )


def read_csv(path: Path) -> list[list[str]]:
    """Read a table that a platform or a spreadsheet wrote.

    Raises:
        HomeworkError: when it cannot be read as text, or is empty.

    """
    try:
        data = path.read_bytes()
        marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        text = data.decode("utf-16" if marked else "utf-8-sig")
    except OSError as error:
        said = f"cannot be read ({error.strerror})."
        raise HomeworkError(path, said, "Name a CSV file.") from error
    except UnicodeDecodeError as error:
        raise HomeworkError(
            path, "is not text in UTF-8.", "Export it again as CSV in UTF-8."
        ) from error
    rows = cells(path, text)[0]
    if not rows:
        raise HomeworkError(path, "is empty.", "Export it again.")
    return rows


def cells(path: Path, text: str) -> tuple[list[list[str]], str]:
    """Split a table into rows of cells; return them, and what is between cells.

    Raises:
        HomeworkError: when it is no table.

    """
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    csv.field_size_limit(LONGEST_CELL)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise HomeworkError(
            path, f"is no table ({error}).", "Export it again as CSV."
        ) from error
    return rows, delimiter


def number(text: str) -> float:
    """Read a number as people write it, with a point or a comma.

    Raises:
        ValueError: when it is none, or has no end.

    """
    value = float(text.replace(",", "."))
    if not math.isfinite(value):
        raise ValueError(text)
    return value


Value = TypeVar("Value")


class ByPerson(dict[str, Value]):
    """What a table says of people: a value by sid, and by address."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[str, Person]] = []

    def add(self, where: str, person: Person, value: Value) -> None:
        """Take a row.

        Raises:
            HomeworkError: when its person is there already.

        """
        for mark in _marks(person):
            if mark in self:
                name = person.sid or person.email
                raise HomeworkError(
                    where, f"has {name} twice.", "Keep one row of each."
                )
        self.update(dict.fromkeys(_marks(person), value))
        self.rows.append((where, person))

    def strangers(self, people: Iterable[Person]) -> list[str]:
        """Name the rows that are nobody's.

        Raises:
            HomeworkError: when two rows are one person's.

        """
        whose = {mark: person.key for person in people for mark in _marks(person)}
        first: dict[str, str] = {}
        found = []
        for where, person in self.rows:
            name = person.sid or person.email or f"{where.rpartition(':')[2]}. line"
            keys = {whose[mark] for mark in _marks(person) if mark in whose}
            for key in keys:
                if first.setdefault(key, name) != name:
                    raise HomeworkError(
                        where,
                        f"has {name}, who is {first[key]} too.",
                        "Keep one row of each.",
                    )
            if not keys:
                found.append(name)
        return found


def value_of(table: Mapping[str, Value], person: Person) -> Value | None:
    """Look a person up in a table by sid, else by address."""
    return next((table[mark] for mark in _marks(person) if mark in table), None)


def _marks(person: Person) -> list[str]:
    """List what a table knows a person by, in small letters."""
    return [mark.lower() for mark in (plain(person.sid), person.email) if mark]


class Roster:
    """Who is in the class.

    Args:
        people: everybody, in order.

    """

    def __init__(self, people: Sequence[Person]) -> None:
        self.people = tuple(people)
        self._by: dict[str, list[Person]] = {}
        for person in self.people:
            for word in set(_words(person)):
                self._by.setdefault(word, []).append(person)

    def find(self, person: Person) -> Person | None:
        """Find somebody by number, sid, address, or a name that only one has.

        A name finds nobody whose numbers are others.
        """
        if person.number and f"#{plain(person.number)}" in self._by:
            return self._by[f"#{plain(person.number)}"][0]
        for word in (person.sid, person.email.lower()):
            found = self._by.get(word, []) if word else []
            if len(found) == 1:
                return found[0]
        named = self._by.get(letters(person.name), []) if person.name else []
        alone = named[0] if len(named) == 1 else None
        return None if alone is None or alone.is_not(person) else alone

    def find_text(self, text: str) -> Person | None:
        """Find the one person whom a file's name names."""
        for word in _of_text(text):
            found = self._by.get(word, [])
            if len(found) == 1:
                return found[0]
        return None

    def all_of(self, text: str) -> list[Person]:
        """List everybody whom a name or a file's name may name."""
        return [each for word in _of_text(text) for each in self._by.get(word, [])]


def _of_text(text: str) -> tuple[str, ...]:
    return text, text.partition(".")[0], text.lower(), letters(text)


def _words(person: Person) -> Iterator[str]:
    yield f"#{plain(person.number)}" if person.number else ""
    yield person.sid
    yield person.email.lower()
    yield person.email.lower().partition("@")[0]
    last_comma_first = person.name.split(",", 1)
    yield letters("".join(reversed(last_comma_first)))
    yield letters(person.name)
    *given, family = person.name.split() or [""]
    yield letters(family + "".join(given))


def read_roster(path: Path) -> Roster:
    """Read a roster: a CSV with the columns name (or first and last), sid, email.

    Raises:
        HomeworkError: when it names nobody, or somebody twice.

    """
    header, *rows = read_csv(path)
    places = dict(_places(header))
    if not places.keys() & {"sid", "email"} or not places.keys() & {"name", "last"}:
        raise HomeworkError(
            path,
            f"has the columns {', '.join(header)}.",
            "A roster needs `name`, and `sid` or `email`.",
        )
    people = [_person(row, places) for row in rows if any(map(str.strip, row))]
    if not people:
        raise HomeworkError(
            path, "has a header and nobody below it.", "Give everybody a row."
        )
    for word in ("sid", "email", "number"):
        values = [value for each in people if (value := getattr(each, word))]
        twice = _first_twice(values)
        if twice:
            raise HomeworkError(
                path, f"has the {word} {twice} twice.", "Give everybody one row."
            )
    return Roster(people)


def _places(header: Iterable[str]) -> Iterator[tuple[str, int]]:
    for place, text in enumerate(header):
        for name, known in COLUMNS.items():
            if text.strip().lower() in known:
                yield name, place


def _person(row: Sequence[str], places: dict[str, int]) -> Person:
    def cell(name: str) -> str:
        place = places.get(name)
        return row[place].strip() if place is not None and place < len(row) else ""

    name = cell("name") or f"{cell('first')} {cell('last')}".strip()
    number = plain(cell("number").rpartition(" ")[2])  # "Participant 712003"
    return Person(name, cell("sid"), cell("email"), number)


def _first_twice(values: Sequence[str]) -> str:
    seen: set[str] = set()
    for value in values:
        if value.lower() in seen:
            return value
        seen.add(value.lower())
    return ""
