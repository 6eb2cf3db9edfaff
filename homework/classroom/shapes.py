"""What a source holds: a class in the shape of some platform, an entry for each.

Shapes are told by names alone, and by Gradescope's own list; no file of a student's is
opened. Every entry comes back: with what is graded, or with why nothing is.
"""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path, PurePosixPath

from homework.base.errors import HomeworkError
from homework.base.texts import listed, name_of, one_line
from homework.classroom import archives
from homework.classroom.people import Person, Roster
from homework.classroom.platforms import (
    CANVAS,
    GRADESCOPE,
    METADATA,
    MOODLE,
    Listed,
    gradescope_list,
)
from homework.classroom.results import is_results
from homework.grading.handed_in import ARCHIVES, NOTEBOOKS, is_notebook

ENDINGS = (*NOTEBOOKS, ".zip")
# What systems leave in a folder; it is named, and no submission.
LITTER = (
    *(".DS_Store", "__MACOSX", "Thumbs.db", "desktop.ini", ".ipynb_checkpoints"),
    *(".git", ".gitignore", ".gitkeep", "__pycache__"),
)
MANY = 3  # folders with a notebook each: so many are a class, and not one student's
MOODLE_SHAPE = "a Moodle download"
CANVAS_SHAPE = "a Canvas download"
GRADESCOPE_SHAPE = "a Gradescope export"


@dataclass(frozen=True)
class Entry:
    """One submission, as a source has it.

    Attributes:
        name: of its own in this run; names its files.
        path: what is graded; ``None`` when nothing is.
        problem: why nothing is graded, in words.
        people: who handed it in; several are a group.
        platform_id: the platform's number: Gradescope's of the submission, Canvas' of
            the user, Moodle's of the participant.
        submitted: when, if the platform says so.
        late: whether the platform marks it.
        remarks: what a person should know of it.
        source: where it lies.

    """

    name: str
    path: Path | None
    problem: str = ""
    people: tuple[Person, ...] = ()
    platform_id: str = ""
    submitted: datetime | None = None
    late: bool = False
    remarks: tuple[str, ...] = ()
    source: Path = Path()


@dataclass
class Found:
    """All entries of a run.

    Attributes:
        took: what each source was taken for.
        entries: each with a name of its own.
        notes: sentences about names and about what was passed over.

    """

    took: list[str] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def find(
    sources: Iterable[Path],
    assignments: Sequence[str],
    scratch: Path,
    out: Path | None = None,
) -> Found:
    """Find the entries of sources.

    Args:
        sources: notebooks, zips, folders, or what a platform gave.
        assignments: names of the notebooks that are graded.
        scratch: an empty folder, for what has to be unpacked.
        out: the folder for results, which is no submission where it lies in a source.

    Raises:
        HomeworkError: when a source is not there, or holds nothing.

    """
    finder = _Finder(tuple(assignments), scratch, out)
    found = Found()
    for source in sources:
        if not os.path.lexists(source):
            raise HomeworkError(source, "does not exist.", "Name a file or a folder.")
        if out and os.path.realpath(out) == os.path.realpath(source):
            raise HomeworkError(
                out, "holds submissions.", "Name another folder for results with -o."
            )
        try:
            took, entries = finder.take(source)
        except OSError as error:
            raise HomeworkError(
                source, f"cannot be read: {error.strerror}.", "Name another."
            ) from error
        if not entries or (source.is_dir() and not any(each.path for each in entries)):
            raise HomeworkError(
                source, "holds no submission.", "Put notebooks or zips into it."
            )
        found.took += [f"{name_of(source) or source}: {each}" for each in took]
        found.entries += entries
    if finder.litter:
        found.notes.append(f"Passed over: {', '.join(sorted(finder.litter))}.")
    return _with_own_names(found)


@dataclass
class _Finder:
    assignments: tuple[str, ...]
    scratch: Path
    out: Path | None = None
    unpacked: int = 0
    gathered: int = 0
    litter: set[str] = field(default_factory=set)

    def take(self, source: Path) -> tuple[list[str], list[Entry]]:
        """Say what a source is taken for, and list its entries."""
        if not source.is_dir():
            if not self._is_class(source):
                return ["one submission"], [self._entry(source)]
            self.unpacked += 1
            folder = archives.unpack(source, self.scratch / f"zip{self.unpacked}")
            return self._folder(folder)
        if self._is_one(source):
            return ["one submission"], [_named_from_above(self._entry(source))]
        return self._folder(source)

    def _visible(self, folder: Path) -> list[Path]:
        """List a folder without litter and without results, of earlier runs too."""
        out = os.path.realpath(self.out) if self.out else None
        inside = [
            each
            for each in sorted(folder.iterdir())
            if os.path.realpath(each) != out  # of links in a circle too
        ]
        passed = {each for each in inside if _is_litter(each.name) or _is_results(each)}
        self.litter |= set(map(name_of, passed))
        return [each for each in inside if each not in passed]

    def _folder(self, folder: Path) -> tuple[list[str], list[Entry]]:
        inside = self._visible(folder)
        names = [path.name for path in inside]
        if METADATA in names:
            return self._gradescope(folder)
        if any(GRADESCOPE.fullmatch(path.name) for path in inside if path.is_dir()):
            entries = [_of_gradescope(self._entry(path), {}) for path in inside]
            return [_count(f"{GRADESCOPE_SHAPE} without {METADATA}", entries)], entries
        if any(MOODLE.fullmatch(name) for name in names):
            return self._grouped(folder, MOODLE, MOODLE_SHAPE)
        if _is_canvas(path.name for path in inside if path.is_file()):
            return self._grouped(folder, CANVAS, CANVAS_SHAPE)
        return self._flat(inside)

    def _flat(self, inside: list[Path]) -> tuple[list[str], list[Entry]]:
        """Take each thing for a submission, but look into a class among them."""
        took: list[str] = []
        entries: list[Entry] = []
        loose: list[Entry] = []
        least = 2 if len(inside) == 1 else MANY  # alone, it is a level too high
        for path in inside:
            if self._is_class(path, least, least):
                above, below = self.take(path)
                took += [f"in {name_of(path)}, {each}" for each in above]
                entries += below
            else:
                loose.append(self._entry(path))
        if loose:
            took.append(_count("a folder", loose))
        return took, loose + entries

    def _gradescope(self, folder: Path) -> tuple[list[str], list[Entry]]:
        listed = gradescope_list(folder / METADATA)
        inside = [path for path in self._visible(folder) if path.name != METADATA]
        entries = [_of_gradescope(self._entry(path), listed) for path in inside]
        there = {path.name for path in inside}
        for name, about in listed.items():
            if name not in there:
                problem = f"{METADATA} lists it, but the export does not hold it"
                lost = Entry(one_line(name), None, problem, source=folder / name)
                entries.append(_of_gradescope(lost, {name: about}))
        return [_count(GRADESCOPE_SHAPE, entries)], entries

    def _grouped(
        self, folder: Path, pattern: re.Pattern[str], shape: str
    ) -> tuple[list[str], list[Entry]]:
        """Gather what one person handed in, where a platform put names before files."""
        entries: list[Entry] = []
        files: dict[str, list[tuple[re.Match[str], Path]]] = {}
        for path in self._visible(folder):
            matched = pattern.fullmatch(path.name)
            if matched and path.is_dir():
                entries.append(_of_person(self._entry(path), matched))
            elif matched:
                own = matched["user" if pattern is CANVAS else "id"]
                files.setdefault(own, []).append((matched, path))
            else:
                odd = replace(self._entry(path), remarks=(f"no name of {shape}",))
                entries.append(odd)
        for group in files.values():
            entries.append(self._gathered(group, is_numbered=pattern is CANVAS))
        entries.sort(key=lambda entry: entry.name)
        return [_count(shape, entries)], entries

    def _gathered(
        self, group: list[tuple[re.Match[str], Path]], *, is_numbered: bool
    ) -> Entry:
        """Make one entry of the files of one person.

        Where a platform numbers files, the newest of one name counts; where it does
        not, all are looked into.
        """
        group.sort(key=lambda each: self._rank(each[0]))
        matched, path = group[-1]
        if len(group) == 1:
            return _of_person(self._entry(path), matched)
        kept = [each for each in group if _is_work(each[0]["rest"])]
        chosen = self._newest(kept) if is_numbered else kept
        matched, source = (chosen or group)[-1]
        self.gathered += 1
        folder = self.scratch / "people" / str(self.gathered)
        folder.mkdir(parents=True)
        for found, each in (*(each for each in group if each not in kept), *chosen):
            _copy(each, folder / (found["rest"].strip(".") or "file"))
        names = ", ".join(name_of(each) for _, each in chosen)
        remark = f"{len(kept)} notebooks or zips: the newest, {names}"
        made = replace(
            self._entry(folder),
            name=_stem(name_of(source)),
            source=source,
            remarks=(remark,) if len(chosen) < len(kept) else (),
        )
        return _of_person(made, matched)

    def _newest(
        self, kept: list[tuple[re.Match[str], Path]]
    ) -> list[tuple[re.Match[str], Path]]:
        """Choose the newest file for each assignment, or of each name."""
        newest = {self._called(each[0]["rest"]): each for each in kept}
        ours = {name: newest[name] for name in self.assignments if name in newest}
        return list((ours if len(ours) == len(self.assignments) else newest).values())

    def _called(self, name: str) -> str:
        """Return the assignment that a file is called like, or its name without -1."""
        stem = _stem(name).lower()
        like = [each for each in self.assignments if stem.startswith(each.lower())]
        return max(like, key=len, default=re.sub(r"-\d+$", "", stem))

    def _rank(self, matched: re.Match[str]) -> tuple[bool, int, str]:
        """Order files by whether they are called like ours, Canvas' number, name."""
        number = int(matched.groupdict().get("file") or 0)
        return self._is_ours(_stem(matched["rest"])), number, matched["rest"]

    def _entry(self, path: Path) -> Entry:
        problem = _problem(path)
        name = name_of(path) if path.is_dir() else _stem(name_of(path))
        return Entry(name, None if problem else path, problem, source=path)

    # --- a class, or one submission -------------------------------------------

    def _is_class(self, path: Path, least: int = MANY, loose: int = 2) -> bool:
        """Whether a folder or a zip holds the submissions of many.

        Args:
            path: the folder or the zip.
            least: so many folders with work in them are many.
            loose: so many notebooks beside each other are.

        """
        if path.is_symlink() or GRADESCOPE.fullmatch(path.name):
            return False
        if MOODLE.fullmatch(path.name):
            return False
        if path.is_dir():
            return self._are_many(_names(path), least, loose)
        return path.name.lower().endswith(".zip") and self._are_many(
            archives.names(path), MANY, loose
        )

    def _are_many(self, names: list[str], least: int, loose: int) -> bool:
        found = [parts for name in names if (parts := _parts(name))]
        while found and len({parts[0] for parts in found}) == 1 and found[0][1:]:
            if _is_marked(found[0][0]):
                return True
            found = [parts[1:] for parts in found if parts[1:]]
        if any(_is_marked(part) for parts in found for part in parts[:3]):
            return True
        if _is_canvas(parts[0] for parts in found if len(parts) == 1):
            return True
        work = [parts for parts in found if _is_work(parts[-1])]
        top = [_stem(parts[0]) for parts in work if len(parts) == 1]
        if top:
            return len(top) >= loose and not any(map(self._is_ours, top))
        folders = {parts[0] for parts in work} - set(self.assignments)
        return len(folders) >= least

    def _is_ours(self, stem: str) -> bool:
        """Whether a file is called like an assignment, or like a copy of it."""
        return stem.lower().startswith(tuple(each.lower() for each in self.assignments))

    def _is_one(self, folder: Path) -> bool:
        """Whether a folder that was named is one student's: a level too low."""
        if GRADESCOPE.fullmatch(folder.name) or MOODLE.fullmatch(folder.name):
            return True
        inside = self._visible(folder)
        work = [path for path in inside if path.is_file() and _is_work(path.name)]
        return len(work) == 1 and _stem(work[0].name) in self.assignments


def _is_marked(part: str) -> bool:
    return part == METADATA or bool(
        GRADESCOPE.fullmatch(part) or MOODLE.fullmatch(part)
    )


def _is_canvas(names: Iterable[str]) -> bool:
    """Whether most files carry Canvas' names: one file of a student's may look so."""
    found = [bool(CANVAS.fullmatch(name)) for name in names if not _is_litter(name)]
    return len(found) > 0 and sum(found) * 2 > len(found)


def _is_litter(name: str) -> bool:
    return name in LITTER or name.startswith("._")  # macOS puts those beside files


def _is_results(path: Path) -> bool:
    """Whether it is a folder of results: no student's, as no notebook is in it."""
    return is_results(path) and not any(map(is_notebook, _names(path)))


def _is_work(name: str) -> bool:
    return name.lower().endswith(ENDINGS)


def _parts(name: str) -> tuple[str, ...]:
    """Split a path; nothing is left of what systems drop."""
    parts = PurePosixPath(name).parts
    return () if any(_is_litter(part) for part in parts) else parts


def _names(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in _files(folder)]


def _files(folder: Path) -> Iterator[Path]:
    for top, folders, files in os.walk(folder):  # does not follow links
        folders[:] = [
            each
            for each in sorted(folders)
            if not _is_litter(each) and not each.startswith(".")
        ]
        yield from (Path(top, name) for name in sorted(files))


def _problem(path: Path) -> str:
    """Say from names alone why something cannot be graded; empty when it may be."""
    if path.is_symlink() and not path.exists():
        return "unreadable: it is a link to nothing"
    if not path.is_dir() and not path.is_file():
        return "unreadable: it is neither a file nor a folder"
    if path.is_symlink():
        return "unreadable: it is a link"
    name = path.name.lower()
    if path.is_file() and name.endswith(ARCHIVES):
        kind = name_of(path).rpartition(".")[2]
        return (
            f"unreadable: it is an archive of the kind .{kind}, and only .zip is "
            "opened. Hand in a zip, or the notebook"
        )
    if path.is_file() and not _is_work(name):
        return f"unreadable: there is no notebook in it ({name_of(path)})"
    if path.is_file():
        return ""
    files = list(_files(path))
    if any(_is_work(each.name) and not each.is_symlink() for each in files):
        return ""
    if not files:
        return "unreadable: the folder is empty"
    named = listed([name_of(each) for each in files])
    return f"unreadable: there is no notebook in it ({named})"


def _stem(name: str) -> str:
    """Take the ending of a notebook or a zip off a name."""
    ending = next((end for end in ENDINGS[::-1] if name.lower().endswith(end)), "")
    return name[: len(name) - len(ending)]


def _count(shape: str, entries: Sequence[Entry]) -> str:
    return f"{shape} of {len(entries)} submission{'s' * (len(entries) != 1)}"


# --- who it is of -------------------------------------------------------------


def _of_gradescope(entry: Entry, listed: dict[str, Listed]) -> Entry:
    matched = GRADESCOPE.match(entry.name)
    about = listed.get(entry.name) or listed.get(f"{entry.name}.pdf")
    made = replace(entry, platform_id=matched["id"] if matched else "")
    if about is None:
        missing = (f"not in {METADATA}",) if listed else ()
        return replace(made, remarks=(*entry.remarks, *missing))
    earlier = (f"{about.earlier} earlier attempts",) if about.earlier else ()
    return replace(
        made,
        people=about.people,
        submitted=about.submitted,
        remarks=(*entry.remarks, *earlier),
    )


def _of_person(entry: Entry, matched: re.Match[str]) -> Entry:
    groups = matched.groupdict()
    return replace(
        entry,
        people=(Person(groups["name"].strip(), number=_person_of(matched)),),
        platform_id=_person_of(matched),
        late=bool(groups.get("late")),
    )


def _person_of(matched: re.Match[str]) -> str:
    groups = matched.groupdict()
    return str(groups.get("user") or groups["id"])


def _named_from_above(entry: Entry) -> Entry:
    """Look who a single submission is of, in the list beside its folder."""
    if entry.path is None:
        return entry
    folder = entry.path.resolve()
    if (folder.parent / METADATA).is_file():
        return _of_gradescope(entry, gradescope_list(folder.parent / METADATA))
    matched = MOODLE.fullmatch(folder.name)
    return _of_person(entry, matched) if matched else entry


def _copy(source: Path, target: Path) -> None:
    try:
        shutil.copyfile(source, target, follow_symlinks=False)
    except OSError as error:
        raise HomeworkError(
            source,
            f"cannot be copied ({error.strerror}).",
            "Make space for temporary files.",
        ) from error


def _with_own_names(found: Found) -> Found:
    """Give each entry a name that no other has: its stem, its name, its folder too."""
    named = [
        (entry.name, name_of(entry.source), _from_folder(entry))
        for entry in found.entries
    ]
    often = [Counter(map(_letters, names)) for names in zip(*named, strict=True)]
    taken: set[str] = set()
    shared: dict[str, None] = {}  # names, in order
    made = []
    for entry, names in zip(found.entries, named, strict=True):
        alone = (
            n for n, count in zip(names, often, strict=True) if count[_letters(n)] < 2
        )
        name = first = next(alone, names[-1])
        while _letters(name) in taken:
            name += "_"
        taken.add(_letters(name))
        if first != entry.name:
            shared[entry.name] = None
        made.append(replace(entry, name=name))
    found.entries = made
    if shared:
        said = f"Several entries are called {listed(list(shared))}: "
        found.notes.append(said + "they are listed by their whole names.")
    return found


def _letters(name: str) -> str:
    """Return what a system that confuses names of files knows one by."""
    return unicodedata.normalize("NFC", name).lower()


def _from_folder(entry: Entry) -> str:
    return f"{name_of(entry.source.parent)}-{name_of(entry.source)}"


# --- the class ----------------------------------------------------------------


def with_roster(entries: Iterable[Entry], roster: Roster) -> Iterator[Entry]:
    """Complete people from a roster, and yield an entry for each who is missing."""
    there: set[str] = set()
    unsure: set[str] = set()  # whose name somebody has who was not told from others
    for entry in entries:
        people = []
        for person in entry.people or (Person(),):
            known = roster.find(person)
            if known is None and not entry.people:
                known = roster.find_text(entry.name)
            if known:
                there.add(known.key)
            people.append((person, known))
        named = tuple(
            known.with_roster(person) if known else person
            for person, known in people
            if known or person.key
        )
        strangers = [person for person, known in people if known is None]
        remarks = (*entry.remarks, "not on the roster") if strangers else entry.remarks
        for person in strangers:
            others = roster.all_of(person.name or entry.name)
            unsure |= {each.key for each in others}
        yield replace(entry, people=named, remarks=remarks)
    for person in roster.people:
        if person.key not in there:
            why = "nothing was handed in"
            if person.key in unsure:
                why = "or not told from others of this name: add `id` to the roster"
            name = one_line(f"missing {person.key}")
            yield Entry(name, None, f"missing: {why}", (person,))


def counting(entries: Sequence[Entry]) -> dict[tuple[str, str], str]:
    """Say which entry counts for whom, where somebody has several.

    The latest counts, by the platform's time, else by its number, else by name; what
    cannot be graded counts only when nothing else is there.

    Returns:
        The name of the entry that counts, by entry and person, for those that do not.

    """
    by_person: dict[str, list[Entry]] = {}
    for entry in entries:
        for key in keys(entry):
            by_person.setdefault(key, []).append(entry)
    found = {}
    for key, several in by_person.items():
        best = max(several, key=_rank)
        for entry in several:
            if entry is not best:
                found[entry.name, key] = best.name
    return found


def keys(entry: Entry) -> list[str]:
    """Tell the people of an entry from all others."""
    return [person.key for person in entry.people]


def _rank(entry: Entry) -> tuple[bool, float, int, str]:
    when = entry.submitted.timestamp() if entry.submitted else 0.0
    return entry.path is not None, when, int(entry.platform_id or 0), entry.name
