"""A process that students' code cannot leave, without a container and without root.

`enter` turns a freshly forked child into one. How far, a `Level` says; how much it may
use, `Limits` say. Layers overlap on purpose: each refuses most of what the others do.
"""

from __future__ import annotations

import contextlib
import ctypes
import enum
import functools
import os
import resource
import secrets
import select
import shutil
import signal
import stat
import sys
import tempfile
import time
import warnings
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import NoReturn

from homework.grading.sandbox import landlock, libc, namespaces, seccomp

# System folders that programs need, and the files that they read at their start.
SYSTEM = (
    *("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"),
    *("/etc/ld.so.cache", "/etc/localtime", "/etc/nsswitch.conf", "/etc/passwd"),
    *("/etc/group", "/etc/mime.types", "/etc/alternatives", "/etc/fonts"),
    "/sys/devices/system/cpu",
)
DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")
# Without a private /proc: the process's own folder, and nothing of the others'.
OWN_PROC = (
    *("/proc/self", "/proc/cpuinfo", "/proc/meminfo", "/proc/stat"),
    *("/proc/version", "/proc/sys/vm", "/proc/sys/kernel"),
)
# The environment that is left; anything else could be a secret.
KEPT_VARIABLES = (
    *("PATH", "LANG", "LC_ALL", "TZ", "PYTHONHASHSEED", "PYTHONDONTWRITEBYTECODE"),
    *("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"),
)

MEGABYTE = 1_000_000
# Systemd calls the users from here on unused; a number is added.
FIRST_SPARE_USER, SPARE_USERS = 1_879_048_192, 1 << 22
FIRST_SPARE_USER_IN_CONTAINERS, SPARE_USERS_IN_CONTAINERS = 20_000, 40_000
GRACE_S = 5.0
READS_ALL = "own user that reads past permissions"
READS_ROOTS = "own user that reads what root may"
AS_ROOT = "root without privileges"


class Level(enum.IntEnum):
    """How strong a sandbox is; more is stronger.

    Also LIMITS takes an unprivileged user where it can (as root), and filters system
    calls where the kernel can; only what stands here is promised.
    """

    LIMITS = 1
    """Resource limits, a session of its own, no open files, a clean environment.

    Where root stays root, the kernel does not limit how many processes it has.
    """
    FENCED = 2
    """And no files but named ones, no network, no reach to other processes."""
    SEALED = 3
    """And its own file tree, processes, network and names, and no trace on disk."""


@dataclass(frozen=True)
class Limits:
    """What a student's code may use, all at once unless said otherwise."""

    memory_mb: int = 1024
    """Address space of each process, on top of what is mapped on entering."""
    processes: int = 64
    """Processes and threads."""
    file_mb: int = 128
    """Each file; in SEALED also all files together."""
    cpu_seconds: int = 600
    """Processor time of each process."""
    open_files: int = 256
    """Open files of each process."""


class SandboxError(Exception):
    """A layer that was asked for cannot be had; says which and why."""


# --- entering -----------------------------------------------------------------


@functools.cache
def strongest() -> Level:
    """Find the strongest level that this machine gives this user, by trying.

    Raises:
        SandboxError: when there is none: not on Linux.

    """
    if sys.platform != "linux":
        raise SandboxError(
            f"Submissions are graded on Linux only, and this is {sys.platform}. "
            "Use stock `otter run`, or a container with Linux."
        )
    for level in sorted(Level, reverse=True):
        if _can_enter(level):
            return level
    raise SandboxError("Not even resource limits can be set for a child process.")


def _can_enter(level: Level) -> bool:
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # fork beside idle threads
        child = os.fork()
        if not child:
            try:
                enter(Path(scratch), Limits(), level, keep=())
                os._exit(0)
            except BaseException:
                os._exit(1)
        _, status = os.waitpid(child, 0)
    return status == 0


def fork(level: Level) -> int:
    """Fork a child that is going to `enter` this level; return as `os.fork` does.

    For root and SEALED, the child needs no guard then: with the first process of a
    namespace, the kernel ends all others of it. That saves `enter` its own fork, which
    is most of its time where much is imported.
    """
    if level is Level.SEALED and os.geteuid() == 0:
        return namespaces.fork_into_new_processes()
    return os.fork()


@dataclass(frozen=True)
class Role:
    """What a process is for, beyond what its level promises."""

    runs_programs: bool = True
    """Whether it may start programs, and make sockets of this machine in SEALED."""
    group: int | None = None
    """As root: a group whose files it may read as well; ``None`` for none."""
    group_folder: Path | None = None
    """The group's folder, which may be read."""
    reads_all: bool = False
    """As root: whether it reads past permissions what it can see, and is fenced."""
    steps_back: int = 0
    """By how much its priority is lower than its parent's: a "nice" value."""


def enter(
    scratch: Path,
    limits: Limits,
    level: Level,
    keep: Collection[int],
    readable: Collection[Path] = (),
    only: Mapping[Path, Collection[str]] = MappingProxyType({}),
    *,
    contents: Path | None = None,
    role: Role = Role(),
) -> tuple[str, ...]:
    """Shut the calling process in; it must be freshly forked, with one thread.

    It forks once more, unless `fork` made the process. The caller goes on in the inner
    process; the outer one stays behind as its guard, ends what the inner one leaves
    running, and ends in the same way as it did. So the process id that the parent
    knows stays good for `reap`.

    Afterwards the working folder, ``HOME`` and ``TMPDIR`` are ``scratch``, input is
    empty, and output goes nowhere unless descriptors 1 and 2 are kept. Of Python, the
    interpreter's own folders can be read, so imports of installed packages work;
    checkouts cannot, unless they are named.

    Args:
        scratch: an absolute path of a folder, the only one that can be written. In
            SEALED it is one in memory, and what is in it is lost at the end.
        limits: what may be used.
        level: how strong. Nothing weaker is taken instead.
        keep: descriptors that stay open.
        readable: further files and folders that may be read; absolute paths.
        only: folders of which no more than these entries can be read, though they lie
            in one that can; absolute paths without links. All names can be listed,
            and LIMITS does not hide anything.
        contents: a folder whose files and folders are copied into ``scratch``; in
            SEALED, by default, those of ``scratch``.
        role: what the process is for.

    Returns:
        The names of the layers that are active.

    Raises:
        SandboxError: when ``level`` cannot be had. End the process then.

    """
    try:
        return _enter(scratch, limits, level, keep, readable, only, contents, role)
    except OSError as error:
        raise SandboxError(f"{level.name} cannot be had here: {error}") from error


def _enter(
    scratch: Path,
    limits: Limits,
    level: Level,
    keep: Collection[int],
    readable: Collection[Path],
    only: Mapping[Path, Collection[str]],
    contents: Path | None,
    role: Role,
) -> tuple[str, ...]:
    visible = [*_python_folders(), *map(_checked, readable)]
    visible = [*_existing(SYSTEM), *visible, *(path.resolve() for path in visible)]
    who = _identity(level, [*visible, scratch.parent], reads_all=role.reads_all)
    if role.group_folder:
        visible.append(role.group_folder)
    alone = level is Level.SEALED or who.user is not None  # as its only processes
    mapped, threads = mapped_bytes(), 0 if alone else _threads_of_this_user()
    if level is Level.SEALED:
        namespaces.unshare()
    _lead_a_session()
    _step_back(role.steps_back)
    guard = None if os.getpid() == 1 else _fork_behind_guard(who.user)
    for number in (signal.SIGTERM, signal.SIGCHLD):
        signal.signal(number, signal.SIG_DFL)
    _close_descriptors(keep if guard is None else {*keep, guard})
    _clean_environment(scratch)
    if role.runs_programs:
        _offer_to_the_oom_killer()
    writable = [scratch, Path("/dev/null")]
    old = contents or scratch
    if level is Level.SEALED:
        owner = (who.user or os.geteuid(), who.user or os.getegid())
        namespaces.furnish(scratch, visible, old, size_mb=limits.file_mb, owner=owner)
        visible = [Path("/")]
        if role.runs_programs:
            writable.append(namespaces.SHARED_MEMORY)
    else:
        visible += _existing(DEVICES) + _existing(OWN_PROC)
        _settle(scratch, old, who.user)
    # A grader meets no code that needs more, so it has this layer where there is one.
    is_fenced = level >= Level.FENCED or (not role.runs_programs and landlock.version())
    fence = _fence(visible, writable, readable, only) if is_fenced else None
    _become(who, role.group)
    _die_with(guard)
    _set_limits(limits, mapped, threads)
    libc.prctl(libc.SET_NO_NEW_PRIVILEGES, 1)
    layers = ["limits", who.layer, "no new privileges"]
    if level is Level.SEALED:
        layers.append("namespaces")
    if fence:
        fence.enforce()
        layers.append(f"landlock {landlock.version()}")
    scoped = landlock.version() >= landlock.SCOPES_SIGNALS
    owns = level is Level.FENCED and (who.user is None or who.held != 0)
    return *layers, *_filter(level, role, signals=alone or scoped, owns=owns)


def _settle(scratch: Path, contents: Path, user: int | None) -> None:
    """Make the folder on disk the user's, with what it begins with, and go there."""
    if contents != scratch:
        shutil.copytree(contents, scratch, dirs_exist_ok=True)
    if user:
        _give(scratch, user)
    os.chdir(scratch)


def _filter(level: Level, role: Role, *, signals: bool, owns: bool) -> list[str]:
    """Refuse system calls; return the layer, or none where LIMITS cannot have it."""
    try:
        seccomp.install(
            unix_sockets=level is Level.SEALED and role.runs_programs,
            signals=signals or level is not Level.FENCED,
            owns=owns,
        )
        if owns and landlock.version() < landlock.KNOWS_TRUNCATE:
            seccomp.refuse([seccomp.TRUNCATE])
        if not role.runs_programs:
            seccomp.refuse(seccomp.PROGRAMS)
    except OSError:
        if level is not Level.LIMITS:
            raise
        return []
    return ["seccomp"]


def _existing(paths: Collection[str]) -> list[Path]:
    return [Path(path) for path in paths if os.path.lexists(path)]


def _fence(
    visible: Collection[Path],
    writable: Collection[Path],
    readable: Collection[Path],
    only: Mapping[Path, Collection[str]],
) -> landlock.Ruleset:
    """Say what files can be read, and what written."""
    if not only:
        return landlock.Ruleset(visible, writable)
    folders = [path for path in visible if path.is_dir()]
    parts: list[Path | str] = [*readable, *_parts(visible, only)]
    return landlock.Ruleset(parts, writable, listed=folders)


def _parts(
    paths: Iterable[Path], only: Mapping[Path, Collection[str]]
) -> Iterator[str]:
    """Replace a path above a folder with hidden entries by what lies beside these.

    Links are left out: what they lead to has a path of its own, or cannot be read.
    """
    entries = {str(folder): names for folder, names in only.items()}
    above = {str(parent) for folder in only for parent in folder.parents}
    waiting = list({os.path.realpath(path) for path in paths})
    while waiting:
        path = waiting.pop()
        if path in entries:
            yield from (f"{path}/{name}" for name in entries[path])
        elif path in above:
            with os.scandir(path) as inside:
                waiting += [each.path for each in inside if not each.is_symlink()]
        else:
            yield path


def _checked(path: Path) -> Path:
    if not (path.is_absolute() and path.exists()):
        raise SandboxError(f"{path} cannot be made readable: no such absolute path.")
    return path


def _python_folders() -> list[Path]:
    """List the folders of this interpreter and of the one that it was made from."""
    prefixes = (sys.prefix, sys.exec_prefix, sys.base_prefix, sys.base_exec_prefix)
    return [Path(prefix) for prefix in dict.fromkeys(prefixes)]


# --- the process and its guard ------------------------------------------------


def _lead_a_session() -> None:
    """Leave the terminal, and no memory on disk."""
    libc.prctl(libc.SET_PARENT_DEATH_SIGNAL, signal.SIGTERM)
    os.setsid()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _step_back(steps: int) -> None:
    """Lower the priority, also that of the session as a whole where it has one."""
    if steps:
        os.nice(steps)
        with contextlib.suppress(OSError):
            Path("/proc/self/autogroup").write_text(str(steps), encoding="utf-8")


def _fork_behind_guard(user: int | None) -> int:
    """Go on in a child, and return a handle of the parent, its guard.

    The guard waits for the child and for what it leaves running.
    """
    libc.prctl(libc.SET_CHILD_SUBREAPER, 1)
    guard = os.pidfd_open(os.getpid())
    opened = _descriptors()
    inner = os.fork()
    if inner:
        _guard(inner, user, opened)
    return guard


def _die_with(guard: int | None) -> None:
    """Be killed when the parent ends; the kernel forgets this on a change of user."""
    libc.prctl(libc.SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    if guard is not None:
        if _has_ended(guard, 0):
            raise SandboxError("Its guard was ended before the sandbox was ready.")
        os.close(guard)


def _guard(inner: int, user: int | None, opened: Collection[int]) -> NoReturn:
    """Wait. The inner process may have replaced the file tree, and with it /proc."""
    status = 1 << 8  # as `waitpid` says that it ended with 1
    try:
        signal.signal(signal.SIGTERM, lambda *_: _kill(inner))
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        _close(opened)
        _, status = os.waitpid(inner, 0)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        _end_children(user)
    finally:
        _end_as(status)


def _end_children(user: int | None) -> None:
    """Kill what the inner process left running; it was handed to its guard."""
    deadline = time.monotonic() + GRACE_S
    is_user = False
    while time.monotonic() < deadline:
        try:
            ended, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if ended:
            continue
        if user and not is_user:
            # All processes of this user at once: no fork is faster than that.
            _set_user(user)
            is_user = True
        if is_user:
            _kill(-1)
        else:
            for child in _children(os.getpid()):
                _kill(child)
        time.sleep(0.001)


def _children(process: int) -> Iterator[int]:
    """Find a process's children in /proc."""
    parent = str(process)
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                text = Path("/proc", name, "stat").read_text(encoding="utf-8")
            except OSError:
                continue  # it has ended meanwhile
            if text.rpartition(")")[2].split()[1] == parent:
                yield int(name)


def _kill(process: int) -> None:
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return


def _end_as(status: int) -> NoReturn:
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        if number != signal.SIGKILL:
            signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
    os._exit(os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else 1)


def reap(pid: int) -> None:
    """End a child that entered a sandbox, and everything that it started; wait.

    It does nothing when the child was waited for already.
    """
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    try:
        signal.pidfd_send_signal(handle, _gentlest(pid))
        if not _has_ended(handle, 2 * GRACE_S):
            signal.pidfd_send_signal(handle, signal.SIGKILL)
        os.waitpid(pid, 0)
    except (ProcessLookupError, ChildProcessError):
        return
    finally:
        os.close(handle)


def stop(pid: int) -> None:
    """Have a child that entered a sandbox end, which has not been waited for."""
    os.kill(pid, _gentlest(pid))


def _gentlest(pid: int) -> signal.Signals:
    """Return the signal that ends all: a first process takes nothing else."""
    return signal.SIGKILL if _is_first_of_a_namespace(pid) else signal.SIGTERM


def inner_process(pid: int) -> int:
    """Return the process inside a sandbox: the one that its guard waits for, or itself.

    Args:
        pid: as `fork` returned it, after its child has entered.

    """
    if _is_first_of_a_namespace(pid):
        return pid
    return next(_children(pid), pid)


def _is_first_of_a_namespace(pid: int) -> bool:
    """Whether a process has the number 1 in its own namespace."""
    try:
        text = Path("/proc", str(pid), "status").read_text(encoding="utf-8")
    except OSError:
        return False
    numbers = text.partition("NSpid:")[2].partition("\n")[0].split()
    return numbers[1:] == ["1"]


def _has_ended(handle: int, seconds: float) -> bool:
    poll = select.poll()
    poll.register(handle, select.POLLIN)
    return bool(poll.poll(seconds * 1000))


# --- what it has --------------------------------------------------------------


def _close_descriptors(keep: Collection[int]) -> None:
    """Close all but ``keep``; what is read is empty, what is written goes nowhere."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in {0, 1, 2} - set(keep):
        os.dup2(nothing, standard)
    _close(_descriptors() - {0, 1, 2, *keep})


def _descriptors() -> set[int]:
    return set(map(int, os.listdir("/proc/self/fd")))


def _close(descriptors: Collection[int]) -> None:
    for descriptor in descriptors:
        with contextlib.suppress(OSError):  # the one that listed them
            os.close(descriptor)


def _clean_environment(scratch: Path) -> None:
    """Leave few variables; the ones of the start are wiped from memory as well."""
    kept = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    os.environ.clear()
    start, end = map(int, _fields_of_stat()[47:49])
    ctypes.memset(start, 0, end - start)
    os.environ.update(kept, HOME=str(scratch), TMPDIR=str(scratch))
    tempfile.tempdir = None
    os.umask(0o077)


def _fields_of_stat() -> list[str]:
    """Return the fields of /proc/self/stat that come after the program's name."""
    text = Path("/proc/self/stat").read_text(encoding="utf-8")
    return text.rpartition(")")[2].split()


def _offer_to_the_oom_killer() -> None:
    """Let the kernel end this process before its grader, should memory run out."""
    libc.prctl(libc.SET_DUMPABLE, 1)  # else the file is root's after a change of user
    Path("/proc/self/oom_score_adj").write_text("1000", encoding="utf-8")


def mapped_bytes() -> int:
    """Return the address space that this process uses."""
    text = Path("/proc/self/statm").read_text(encoding="utf-8")
    return int(text.split()[0]) * resource.getpagesize()


def _threads_of_this_user() -> int:
    """Count what already counts towards this user's limit of processes."""
    me, count = os.geteuid(), 0
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                if entry.stat().st_uid == me:
                    count += len(os.listdir(f"/proc/{entry.name}/task"))
            except OSError:
                continue  # it has ended meanwhile
    return count


def _set_limits(limits: Limits, mapped: int, threads: int) -> None:
    for kind, most in (
        (resource.RLIMIT_AS, mapped + limits.memory_mb * MEGABYTE),
        (resource.RLIMIT_NPROC, threads + limits.processes),
        (resource.RLIMIT_FSIZE, limits.file_mb * MEGABYTE),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_MSGQUEUE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (bound, bound))


# --- who it is ----------------------------------------------------------------


def spare_user() -> int:
    """Return a user id that no other process has: limits are counted by user.

    It is drawn: the first processes of namespaces all have the number 1.
    """
    ranges = Path("/proc/self/uid_map").read_text(encoding="utf-8").splitlines()
    last = max(int(line.split()[0]) + int(line.split()[2]) - 1 for line in ranges)
    if last >= FIRST_SPARE_USER + SPARE_USERS:
        return FIRST_SPARE_USER + secrets.randbelow(SPARE_USERS)
    return FIRST_SPARE_USER_IN_CONTAINERS + secrets.randbelow(SPARE_USERS_IN_CONTAINERS)


@dataclass(frozen=True)
class _Identity:
    user: int | None  # None: stays who it is
    held: int  # capabilities, a bit set
    layer: str


def _identity(level: Level, reached: Collection[Path], *, reads_all: bool) -> _Identity:
    """Decide as whom the process goes on.

    Where the interpreter lies in a folder of root's, another user could not import
    anything. A file tree of its own has that folder without its permissions. If
    Landlock says what may be read, the right to read past permissions is kept; with
    neither it is kept too, for what can then be read could be written by root. Where
    root itself has no such right, as in many containers, it stays root.
    """
    if os.geteuid() != 0:
        return _Identity(None, 0, "no privileges")
    if level is Level.SEALED and reads_all:
        return _Identity(spare_user(), _right_to_read(), READS_ALL)
    if level is Level.SEALED or all(map(_is_open_to_all, reached)):
        return _Identity(spare_user(), 0, "own user")
    if level is Level.FENCED:
        return _Identity(spare_user(), _right_to_read(), READS_ALL)
    if libc.permitted_capabilities() >> libc.CAP_DAC_READ_SEARCH & 1:
        return _Identity(spare_user(), 1 << libc.CAP_DAC_READ_SEARCH, READS_ROOTS)
    return _Identity(None, 0, AS_ROOT)


def _become(who: _Identity, group: int | None) -> None:
    """Change the user, and give up all privileges but those named."""
    if who.user:
        libc.prctl(libc.SET_KEEP_CAPABILITIES, 1)
        _set_user(who.user, [] if group is None else [group])
    libc.hold_capabilities(who.held)
    # Its folder in /proc belongs to root otherwise.
    libc.prctl(libc.SET_DUMPABLE, 1)


def _set_user(user: int, groups: Sequence[int] = ()) -> None:
    os.setgroups(groups)
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)


def _right_to_read() -> int:
    permitted = libc.permitted_capabilities()
    for number in (libc.CAP_DAC_READ_SEARCH, libc.CAP_DAC_OVERRIDE):
        if permitted >> number & 1:
            return 1 << number
    raise SandboxError(
        f"{sys.prefix} cannot be read by an unprivileged user. "
        "Install Python where all users can read it, for example in /opt."
    )


def _is_open_to_all(path: Path) -> bool:
    """Whether any user may reach a path and read it, as far as modes tell."""
    above = all(parent.stat().st_mode & stat.S_IXOTH for parent in path.parents)
    return bool(above and path.stat().st_mode & stat.S_IROTH)


def _give(folder: Path, user: int) -> None:
    """Make a folder and what lies in it the user's."""
    os.chown(folder, user, user)
    for path in folder.rglob("*"):
        os.chown(path, user, user, follow_symlinks=False)
