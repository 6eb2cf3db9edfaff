"""Fill in the table that a platform exported, by its own ids, and change nothing else.

Canvas and Moodle know columns by their text and rows by numbers that only their own
export has. A value in the wrong place creates an assignment or changes its points.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from homework.base.errors import HomeworkError
from homework.base.files import write_text
from homework.base.texts import cell, listed
from homework.classroom.grades import UNKNOWN, Grade
from homework.classroom.people import Person, cells, letters, plain
from homework.classroom.writing import counted, require_own

BOM = "\ufeff"
ASSIGNMENT = re.compile(r".* \(\d+\)", re.DOTALL)
PARTICIPANT = re.compile(r"\D+(\d+)")
DECIMAL_COMMA = re.compile(r"\s*\d+,\d\d?\s*")  # platforms write two decimals
# What Excel and people leave above a header; Canvas takes no file that has it.
ABOVE = re.compile(r"(?:(?:sep=.)?[ \t\r,;]*\n)+", re.IGNORECASE)
READ_ONLY = "(read only)"
LEFT = {  # cells of one student that stay, in small letters
    "ex": "is excused there, and stays so",
    "n/a": "is not assigned it there (N/A), and stays so",
    READ_ONLY: "has a cell that is read only there, and stays so",
}
LOCKED = "No"
POSSIBLE = "Points Possible"
CENT = 0.005  # platforms keep two decimals


@dataclass
class Sheet:
    """A table in the dialect of whoever wrote it.

    Attributes:
        path: where it was read.
        rows: all cells, the header first.
        delimiter: between cells.
        decimal: the mark in numbers.
        begin: a byte order mark, or nothing.
        newline: between rows.

    """

    path: Path
    rows: list[list[str]]
    delimiter: str = ","
    decimal: str = "."
    begin: str = ""
    newline: str = "\n"

    def text(self) -> str:
        """Write it as it was read."""
        stream = io.StringIO()
        written = csv.writer(
            stream, delimiter=self.delimiter, lineterminator=self.newline
        )
        written.writerows(self.rows)
        return self.begin + stream.getvalue()

    def number(self, value: float) -> str:
        """Write a number with two decimals, as platforms compare them."""
        return f"{value:.2f}".replace(".", self.decimal)

    def value(self, text: str) -> float | None:
        """Read a number; ``None`` when it is none."""
        try:
            return float(text.replace(self.decimal, "."))
        except ValueError:
            return None


def read_sheet(path: Path) -> Sheet:
    """Read a table and find out how it is written.

    Raises:
        HomeworkError: when it cannot be read.

    """
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise HomeworkError(
            path,
            f"cannot be read as a table in UTF-8 ({type(error).__name__}).",
            "Export it again, and do not save it with a spreadsheet.",
        ) from error
    begin = BOM if text.startswith(BOM) else ""
    text = text.removeprefix(BOM)
    above = ABOVE.match(text)
    text = text[above.end() :] if above else text
    rows, delimiter = cells(path, text)
    if len(rows) < 2:
        raise HomeworkError(path, "has no rows.", "Export it again.")
    comma = any(DECIMAL_COMMA.fullmatch(each) for row in rows[1:3] for each in row)
    newline = "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"
    return Sheet(path, rows, delimiter, "," if comma else ".", begin, newline)


@dataclass
class Filled:
    """What filling in did.

    Attributes:
        sheet: the table, filled in.
        column: the header of what was filled in.
        written: how many cells.
        most: the highest score that was written.
        notes: what a person should know: who is not in the export, what was left.

    """

    sheet: Sheet
    column: str
    written: int = 0
    most: float | None = None
    notes: list[str] = field(default_factory=list)


# --- Canvas -------------------------------------------------------------------


def canvas(
    sheet: Sheet, grades: Sequence[Grade], assignment: str, column: str | None = None
) -> Filled:
    """Fill in Canvas' gradebook.

    Args:
        sheet: the export, read.
        grades: everybody's.
        assignment: the name that the column's title should hold.
        column: the header itself, if that does not tell.

    Raises:
        HomeworkError: when it is no export, or the column or a student is not clear.

    """
    header = sheet.rows[0]
    names = "LastName" if "LastName" in header else "Student"
    missing = [name for name in (names, "ID", "Section") if name not in header]
    if missing or len(header) < 4:
        raise HomeworkError(
            sheet.path,
            f"is no gradebook of Canvas: it has no column {' and no '.join(missing)}.",
            "Export it with Grades, Export, Entire Gradebook.",
        )
    known = [name for name in header if ASSIGNMENT.fullmatch(name)]
    place = header.index(_of_assignment(sheet, known, assignment, column))
    possible = next((row for row in sheet.rows[1:] if _is_possible(row)), [])
    most = "".join(possible[place : place + 1]).strip()
    if most.lower() == READ_ONLY:
        raise HomeworkError(
            sheet.path,
            f"has {most} below {header[place]}: Canvas ignores such a column.",
            "Name another with --column, or export again when it may be changed.",
        )
    rows = [row for row in sheet.rows[1:] if _is_student(row)]
    given = {name: header.index(name) for name in header[: header.index("Section")]}

    def at(row: Sequence[str], name: str) -> str:
        place = given.get(name, len(row))
        return row[place].strip() if place < len(row) else ""

    def person_of(row: Sequence[str]) -> Person:
        family, _, first = at(row, "Student").partition(",")
        name = f"{first or at(row, 'FirstName')} {family or at(row, 'LastName')}"
        return Person(name, at(row, "SIS User ID"), number=at(row, "ID"))

    finders = (
        _by(rows, lambda row: plain(at(row, "ID")), _number),
        _by(rows, lambda row: plain(at(row, "SIS User ID")), _sid),
        _by(rows, lambda row: at(row, "SIS Login ID").lower(), _login),
        _by_name(rows, person_of),
    )
    _refuse_twice(sheet, [plain(at(row, "ID")) for row in rows])
    filled = Filled(sheet, header[place])
    _fill(filled, grades, rows, finders, lambda row, value: _put(row, place, value))
    filled.notes += _compared(filled, grades, sheet.value(most))
    return filled


def _of_assignment(
    sheet: Sheet, known: Sequence[str], assignment: str, column: str | None
) -> str:
    """Choose a column by its header or title, else by the assignment's name."""
    if column is not None:
        fitting = [name for name in known if name == column]
        fitting = fitting or [name for name in known if _title(name) == column]
        return _one(sheet, known, column, fitting)
    wanted = assignment.lower()
    fitting = [name for name in known if wanted in name.lower()]
    exact = [name for name in fitting if _title(name).lower() == wanted]
    if exact:  # not those that only begin alike
        fitting = exact + [
            name for name in fitting if not name.lower().startswith(wanted)
        ]
    return _one(sheet, known, assignment, fitting)


def _title(header: str) -> str:
    return header.rpartition(" (")[0].strip()


def _is_student(row: Sequence[str]) -> bool:
    """Leave out empty rows, the row of points, and what hides columns."""
    return bool(row and row[0].strip()) and not _is_possible(row)


def _is_possible(row: Sequence[str]) -> bool:
    return bool(row) and POSSIBLE in row[0]


def _number(grade: Grade) -> str:
    return plain(grade.person.number)


def _sid(grade: Grade) -> str:
    return plain(grade.person.sid)


def _login(grade: Grade) -> str:
    return grade.person.email.partition("@")[0].lower()


def _put(row: list[str], place: int, value: str) -> str:
    """Write a cell; return why not, if not."""
    row += [""] * (place + 1 - len(row))
    if why := LEFT.get(row[place].strip().lower()):
        return why
    row[place] = value
    return ""


# --- Moodle -------------------------------------------------------------------


def moodle(sheet: Sheet, grades: Sequence[Grade], column: str | None = None) -> Filled:
    """Fill in Moodle's grading worksheet.

    Args:
        sheet: the worksheet, read.
        grades: everybody's.
        column: the header of the grades, where the site is not in English.

    Raises:
        HomeworkError: when it is no worksheet, has no column of points, or a student
            is not clear.

    """
    header = sheet.rows[0]
    rows = [row for row in sheet.rows[1:] if any(map(str.strip, row))]
    if not all(PARTICIPANT.fullmatch(row[0].strip()) for row in rows):
        raise HomeworkError(
            sheet.path,
            "is no grading worksheet: its first column holds no participants.",
            "Download it with Grading action, Download grading worksheet.",
        )
    named = {name.lower(): number for number, name in enumerate(header)}
    if "scale" in named and "maximum grade" not in named:
        raise HomeworkError(
            sheet.path,
            "grades by a scale of words: it has Scale and no Maximum grade.",
            "Set the assignment's grade to points in Moodle, and download it again.",
        )
    known = [name for name in header if name == "Grade"] or _of_points(sheet, rows)
    wanted = "Grade" if column is None else column
    chosen = _one(sheet, known, wanted, [name for name in known if name == wanted])
    place = header.index(chosen)
    named.setdefault("maximum grade", place + 1)  # there in every language

    def at(row: Sequence[str], name: str) -> str:
        number = named.get(name.lower(), len(row))
        return row[number].strip() if number < len(row) else ""

    def participant(row: Sequence[str]) -> str:
        found = PARTICIPANT.fullmatch(row[0].strip())
        return found[1] if found else ""

    def put(row: list[str], value: str) -> str:
        if at(row, "Grade can be changed") == LOCKED:
            return "is locked there, and left out"
        most, ours = sheet.value(at(row, "Maximum grade")), sheet.value(value)
        if most is not None and ours is not None and ours > most:
            return f"has {value}, above Moodle's maximum of {most:g}: left out"
        return _put(row, place, value)

    def person_of(row: Sequence[str]) -> Person:
        name, sid = at(row, "Full name"), at(row, "ID number")
        return Person(name, sid, number=participant(row))

    finders = (
        _by(rows, lambda row: plain(participant(row)), _number),
        _by(rows, lambda row: plain(at(row, "ID number")), _sid),
        _by(
            rows,
            lambda row: at(row, "Email address").lower(),
            lambda grade: grade.person.email.lower(),
        ),
        _by_name(rows, person_of),
    )
    _refuse_twice(sheet, [plain(participant(row)) for row in rows])
    filled = Filled(sheet, header[place])
    _fill(filled, grades, rows, finders, put)
    often = Counter(sheet.value(at(row, "Maximum grade")) for row in rows)
    most = often.most_common(1)[0][0] if often else None
    filled.notes += _compared(filled, grades, most)
    return filled


def _of_points(sheet: Sheet, rows: Sequence[Sequence[str]]) -> list[str]:
    """List the columns that may hold grades, in any language.

    Moodle writes the maximum after the grade, which is never above it.
    """
    return [
        name
        for place, name in enumerate(sheet.rows[0])
        if all(_may_be_grade(sheet, row[place : place + 2]) for row in rows)
    ]


def _may_be_grade(sheet: Sheet, pair: Sequence[str]) -> bool:
    if len(pair) < 2:
        return False
    grade, most = sheet.value(pair[0]), sheet.value(pair[1])
    if grade is None:
        return most is not None and pair[0].strip() in ("", "-")
    return most is not None and grade <= most


# --- both ---------------------------------------------------------------------

Finder = Callable[[Grade], list[str] | None]


def _by(
    rows: Iterable[list[str]],
    of_row: Callable[[Sequence[str]], str],
    of_grade: Callable[[Grade], str],
) -> Finder:
    """Find the one row that has the same mark as a grade's person."""
    found: dict[str, list[list[str]]] = {}
    for row in rows:
        found.setdefault(of_row(row), []).append(row)

    def find(grade: Grade) -> list[str] | None:
        mark = of_grade(grade)
        several = found.get(mark, []) if mark else []
        return several[0] if len(several) == 1 else None

    return find


def _by_name(
    rows: Iterable[list[str]], person_of: Callable[[Sequence[str]], Person]
) -> Finder:
    """Find by a name, unless numbers say that it is somebody else's too."""
    find = _by(
        rows,
        lambda row: letters(person_of(row).name),
        lambda grade: letters(grade.person.name),
    )

    def found(grade: Grade) -> list[str] | None:
        row = find(grade)
        other = row is None or person_of(row).is_not(grade.person)
        return None if other else row

    return found


def _one(
    sheet: Sheet, known: Sequence[str], wanted: str, fitting: Sequence[str]
) -> str:
    if len(fitting) != 1:
        raise HomeworkError(
            sheet.path,
            f"has {counted(len(fitting), 'column')} for {wanted}.",
            f"Name one with --column. There are: {', '.join(known) or 'none'}.",
        )
    return fitting[0]


def _compared(
    filled: Filled, grades: Sequence[Grade], most: float | None
) -> Iterator[str]:
    """Say where a column's points are not the homework's; nothing is scaled."""
    if most is None:
        return
    if filled.most is not None and filled.most > most:
        yield (
            f"{filled.column} has {most:g} points there, and somebody has "
            f"{filled.most:g}: scores are written as they are"
        )
    points = max((grade.possible or 0.0 for grade in grades), default=0.0)
    tests_only = all(grade.written is None for grade in grades)
    if tests_only and points and abs(points - most) > CENT:
        yield (
            f"{filled.column} has {most:g} points there, and the tests have "
            f"{points:g}: scores are written as they are"
        )


def _refuse_twice(sheet: Sheet, marks: Sequence[str]) -> None:
    for mark, count in Counter(mark for mark in marks if mark).items():
        if count > 1:
            raise HomeworkError(
                sheet.path,
                f"has {mark} in {count} rows.",
                "Platforms disagree which row wins: keep one.",
            )


def _fill(
    filled: Filled,
    grades: Sequence[Grade],
    rows: Sequence[list[str]],
    finders: Sequence[Finder],
    put: Callable[[list[str], str], str],
) -> None:
    taken: dict[int, Grade] = {}
    remarked: dict[str, list[str]] = {}
    for grade in grades:
        if grade.remark == UNKNOWN:
            said = f"{grade.submission} has {grade.score:g} points, and {UNKNOWN}"
            filled.notes.append(said)
        if grade.total is None:
            continue
        name = grade.person.name or grade.person.key
        row = next((row for find in finders if (row := find(grade)) is not None), None)
        if row is None:
            filled.notes.append(f"{name} ({grade.submission}) is not in the export")
            continue
        if id(row) in taken:
            raise HomeworkError(
                filled.sheet.path,
                f"has one row for {taken[id(row)].submission} and {grade.submission}.",
                "Grade with a --roster that tells them apart.",
            )
        taken[id(row)] = grade
        problem = put(row, filled.sheet.number(grade.total))
        if problem:
            filled.notes.append(f"{name} {problem}")
        else:
            filled.written += 1
            filled.most = max(grade.total, filled.most or 0.0)
            remarked.setdefault(grade.remark, []).append(name)
    filled.notes += [
        f"{remark}: {listed(names)}" for remark, names in remarked.items() if remark
    ]
    left = len(rows) - len(taken)
    if left:
        said = f"{counted(left, 'row')} without a score here: nothing was changed there"
        filled.notes.append(said)


def grades_csv(grades: Sequence[Grade]) -> str:
    """Render everybody's grade: a line for each person, columns as in `Grade`."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(
        [
            *("name", "sid", "email", "submission", "score", "written"),
            *("days_late", "share", "total", "remark"),
        ]
    )
    for each in grades:
        person = each.person
        line = [person.name, person.sid, person.email, each.submission, each.score]
        line += [each.written, each.days_late, each.share, each.total, each.remark]
        writer.writerow(map(cell, line))
    return stream.getvalue()


def write(path: Path, text: str, read: Iterable[Path] = ()) -> None:
    """Write a table; of files that are there, only an earlier one of it is replaced.

    Args:
        path: of the file.
        text: of the table.
        read: what it is made from.

    Raises:
        HomeworkError: when something else is at the path, or its folder is not there.

    """
    if path.exists() and any(each.exists() and path.samefile(each) for each in read):
        problem = "is what this table is made from."
        raise HomeworkError(path, problem, "Name another file with -o.")
    first = text.encode().partition(b"\n")[0] + b"\n"
    require_own(path, lambda there: there.read_bytes().startswith(first))
    write_text(path, text)
