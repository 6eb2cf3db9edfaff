"""Tries forbidden things in a sandbox; a program of its own, with no dependency.

`python in_sandbox.py USER LEVEL FOLDER` runs every probe in a sandbox of its own and
prints as JSON what each one got: ``["value", ...]``, or ``["error", type, text]``, or
``["nothing"]`` when it ended without a word.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import fcntl
import json
import os
import platform
import resource
import shutil
import signal
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[3]))

from homework.grading.sandbox import libc, seccomp
from homework.grading.sandbox.sandbox import (
    READS_ROOTS,
    Level,
    Limits,
    enter,
    fork,
    reap,
    strongest,
)

LIMITS = Limits(memory_mb=300, processes=20, file_mb=5, cpu_seconds=2, open_files=64)
# What docker gives a container by default, and what it keeps from it.
DOCKER_CAPABILITIES = 0xA80425FB
DOCKER_REFUSES = ("unshare", "mount", "umount2", "setns", "pivot_root")
SECRET = "nobody may read this"  # noqa: S105
NEW_USER = 0x10000000
CLONE = {"x86_64": 56, "aarch64": 220}[platform.machine()]


@dataclass
class Outside:
    """What lies outside of the sandbox."""

    folder: Path
    scratch: Path
    process: int
    open_file: int
    port: int
    abstract: str
    path: str

    @property
    def secret(self) -> Path:
        """Return a file that only its owner may read."""
        return self.folder / "secret.txt"


def outside(folder: Path) -> Outside:
    """Make a file, an open file, a variable and servers to be found."""
    scratch = folder / "scratch"
    scratch.mkdir()
    (scratch / "handed_in.txt").write_text("hello", encoding="utf-8")
    secret = folder / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    secret.chmod(0o600)
    os.environ["SECRET"] = SECRET
    tcp = socket.create_server(("127.0.0.1", 0))
    abstract = f"\0{folder}"
    path = str(folder / "socket")
    servers = [tcp]
    for address in (abstract, path):
        server = socket.socket(socket.AF_UNIX)
        server.bind(address)
        server.listen()
        servers.append(server)
    KEPT_OPEN.extend(servers)
    os.chmod(path, 0o777)  # noqa: S103 - only the sandbox may refuse it
    return Outside(
        folder,
        scratch,
        os.getpid(),
        os.open(secret, os.O_RDONLY),
        tcp.getsockname()[1],
        abstract,
        path,
    )


KEPT_OPEN: list[socket.socket] = []

# --- probes -------------------------------------------------------------------


def read_a_private_file(there: Outside) -> object:
    return there.secret.read_text(encoding="utf-8")


def read_an_open_file(there: Outside) -> object:
    return os.read(there.open_file, 100).decode()


def list_open_files(there: Outside) -> object:
    return sorted(int(name) for name in os.listdir("/proc/self/fd"))


def read_the_checkout(there: Outside) -> object:
    return Path(__file__).read_text(encoding="utf-8")


def list_the_checkout(there: Outside) -> object:
    return os.listdir(Path(__file__).parent)


def read_the_password_file(there: Outside) -> object:
    return Path("/etc/shadow").read_bytes().decode()


def read_the_parents_memory(there: Outside) -> None:
    Path(f"/proc/{there.process}/mem").open("rb").close()


def read_the_parents_environment(there: Outside) -> object:
    return Path(f"/proc/{there.process}/environ").read_bytes().decode()


def read_its_own_environment(there: Outside) -> object:
    found = Path("/proc/self/environ").read_bytes().decode()
    return found.replace("\0", "") + " ".join(os.environ.values())


def trace_the_parent(there: Outside) -> object:
    return libc.call("ptrace", 16, there.process, None, None)


def read_the_parents_pages(there: Outside) -> object:
    return libc.call("process_vm_readv", there.process, None, 0, None, 0, 0)


def signal_the_parent(there: Outside) -> None:
    os.kill(there.process, signal.SIGUSR1)


def connect_by_tcp(there: Outside) -> object:
    return socket.create_connection(("127.0.0.1", there.port)).fileno()


def send_by_udp(there: Outside) -> object:
    datagram = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    return datagram.sendto(b"x", ("127.0.0.1", there.port))


def connect_to_an_abstract_socket(there: Outside) -> None:
    socket.socket(socket.AF_UNIX).connect(there.abstract)


def connect_to_a_socket_file(there: Outside) -> None:
    socket.socket(socket.AF_UNIX).connect(there.path)


def make_a_user_namespace(there: Outside) -> object:
    return libc.call("unshare", NEW_USER)


def clone_into_a_user_namespace(there: Outside) -> object:
    child = libc.syscall(CLONE, NEW_USER | signal.SIGCHLD, 0, 0, 0, 0)
    if not child:
        os._exit(0)
    return child


def clone3_into_a_user_namespace(there: Outside) -> object:
    arguments = (ctypes.c_uint64 * 11)(NEW_USER)
    child = libc.syscall(435, arguments, ctypes.sizeof(arguments))
    if not child:
        os._exit(0)
    return child


def mount(there: Outside) -> object:
    return libc.call("mount", b"none", os.fsencode(there.scratch), b"tmpfs", 0, None)


def leave_its_processor(there: Outside) -> None:
    os.sched_setaffinity(0, range(os.cpu_count() or 1))


def become_a_batch_process(there: Outside) -> None:
    os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))


def change_its_priority(there: Outside) -> None:
    os.setpriority(os.PRIO_PROCESS, 0, os.getpriority(os.PRIO_PROCESS, 0))


def change_its_disk_priority(there: Outside) -> object:
    return libc.syscall({"x86_64": 251, "aarch64": 30}[platform.machine()], 1, 0, 0)


def lead_a_session_in_a_child(there: Outside) -> object:
    return _in_a_child(os.setsid)


def make_socket_buffers_large(there: Outside) -> None:
    one, _ = socket.socketpair()
    one.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 22)


def open_a_tree_with_attributes(there: Outside) -> object:
    return libc.syscall(467, -100, b"/", 0, None, 0)


def change_the_parents_limits(there: Outside) -> object:
    return resource.prlimit(there.process, resource.RLIMIT_CORE, (0, 0))


def have_the_parent_signalled_for_a_file(there: Outside) -> object:
    one, _ = socket.socketpair()
    return fcntl.fcntl(one, fcntl.F_SETOWN, there.process)


def have_the_parent_signalled_for_a_socket(there: Outside) -> object:
    one, _ = socket.socketpair()
    return fcntl.ioctl(one, 0x8901, struct.pack("i", there.process))


def keep_others_from_opening_a_file(there: Outside) -> object:
    own = os.open("handed_in.txt", os.O_RDONLY)
    return fcntl.fcntl(own, fcntl.F_SETLEASE, fcntl.F_RDLCK)


def change_a_file_outside(there: Outside) -> object:
    """Change what Landlock does not look at; return what became of it."""
    before = there.secret.stat()
    os.utime(there.secret, (1, 1))
    os.chmod(there.secret, 0)
    after = there.secret.stat()
    return before == after


def _in_a_child(what: Callable[[], object]) -> int:
    """Call something in a child; raise what it raised there."""
    child = os.fork()
    if not child:
        try:
            what()
            os._exit(0)
        except OSError as error:
            os._exit(error.errno or 1)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status:
        raise OSError(status, os.strerror(status))
    return status


def become_root(there: Outside) -> None:
    os.setuid(0)


def raise_its_limits(there: Outside) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (1 << 45, 1 << 45))


def write_outside(there: Outside) -> object:
    return (there.folder / "written.txt").write_text("x", encoding="utf-8")


def write_to_tmp(there: Outside) -> object:
    return Path("/tmp", f"{there.folder.name}.txt").write_text(  # noqa: S108
        "x", encoding="utf-8"
    )


def write_to_python(there: Outside) -> object:
    return Path(os.__file__).with_name("in_sandbox.txt").write_text("x", "utf-8")


def escape_by_a_link(there: Outside) -> object:
    link = there.scratch / "link"
    link.symlink_to(there.secret)
    return link.read_text(encoding="utf-8")


def make_a_huge_file(there: Outside) -> object:
    with open("huge", "wb", buffering=0) as file:
        return [file.write(bytes(1_000_000)) for _ in range(LIMITS.file_mb + 1)]


def fill_the_disk(there: Outside) -> object:
    for number in range(3 * LIMITS.file_mb):
        Path(f"{number}").write_bytes(bytes(1_000_000))
    return number


def make_empty_files(there: Outside) -> object:
    for number in range(11_000):
        Path(f"{number}").touch()
    return number


def take_all_memory(there: Outside) -> object:
    taken = []
    for _ in range(100):
        taken.append(bytearray(50_000_000))
    return len(taken)


def take_memory_out_of_reach(there: Outside) -> object:
    return os.memfd_create("x")


def fork_without_end(there: Outside) -> object:
    count = 0
    with contextlib.suppress(BlockingIOError):
        while count < 100:
            if not os.fork():
                time.sleep(100)
            count += 1
    return count


def leave_a_daemon(there: Outside) -> object:
    if not os.fork():
        with contextlib.suppress(PermissionError):
            os.setsid()
        if not os.fork():
            time.sleep(100)
        os._exit(0)
    os.wait()
    return "left"


def leave_a_chain_of_processes(there: Outside) -> object:
    """Each lives for an instant in a group of its own: who signals it is late."""
    if not os.fork():
        end = time.monotonic() + 100
        while time.monotonic() < end:
            os.setpgid(0, 0)
            if os.fork():
                os._exit(0)
    return "left"


def burn_time(there: Outside) -> object:
    while True:
        pass


def open_without_end(there: Outside) -> object:
    return [os.open(os.devnull, os.O_RDONLY) for _ in range(200)]


def end_with_seven(there: Outside) -> object:
    os._exit(7)


def crash(there: Outside) -> object:
    return ctypes.string_at(0)


# What must work.


def work_in_scratch(there: Outside) -> object:
    Path("made").mkdir()
    Path("made", "note.txt").write_text("x", encoding="utf-8")
    shutil.copy2("handed_in.txt", "made")  # with its mode and its times
    Path("touched").touch()
    names = ("handed_in.txt", "made/handed_in.txt", "touched")
    found = [Path(name).read_text() for name in names]
    return [os.getcwd() == str(there.scratch), *found]


def run_a_program(there: Outside) -> object:
    command = [sys.executable, "-c", "print(6 * 7)"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def import_lazily(there: Outside) -> object:
    import colorsys

    return colorsys.rgb_to_hls(1, 1, 1)


def talk_to_itself(there: Outside) -> object:
    one, other = socket.socketpair()
    one.send(b"hello")
    return other.recv(5).decode()


def end_a_child(there: Outside) -> object:
    child = subprocess.Popen(["/bin/sleep", "100"])
    child.kill()
    return child.wait()


def read_input(there: Outside) -> object:
    return sys.stdin.read()


PROBES: tuple[Callable[[Outside], object], ...] = (
    read_a_private_file,
    read_an_open_file,
    list_open_files,
    read_the_checkout,
    list_the_checkout,
    read_the_password_file,
    read_the_parents_memory,
    read_the_parents_environment,
    read_its_own_environment,
    trace_the_parent,
    read_the_parents_pages,
    signal_the_parent,
    connect_by_tcp,
    send_by_udp,
    connect_to_an_abstract_socket,
    connect_to_a_socket_file,
    make_a_user_namespace,
    clone_into_a_user_namespace,
    clone3_into_a_user_namespace,
    mount,
    leave_its_processor,
    become_a_batch_process,
    change_its_priority,
    change_its_disk_priority,
    lead_a_session_in_a_child,
    make_socket_buffers_large,
    open_a_tree_with_attributes,
    change_the_parents_limits,
    have_the_parent_signalled_for_a_file,
    have_the_parent_signalled_for_a_socket,
    keep_others_from_opening_a_file,
    change_a_file_outside,
    become_root,
    raise_its_limits,
    write_outside,
    write_to_tmp,
    write_to_python,
    escape_by_a_link,
    make_a_huge_file,
    fill_the_disk,
    make_empty_files,
    take_all_memory,
    take_memory_out_of_reach,
    fork_without_end,
    leave_a_daemon,
    leave_a_chain_of_processes,
    burn_time,
    open_without_end,
    end_with_seven,
    crash,
    work_in_scratch,
    run_a_program,
    import_lazily,
    talk_to_itself,
    end_a_child,
    read_input,
)
# What limits alone do not refuse is not tried with them: it would do harm. Another user
# than the one who calls cannot do the last four.
ALLOWED_WITH_LIMITS_ONLY = (
    write_to_tmp,
    signal_the_parent,
    change_a_file_outside,
    write_outside,
    write_to_python,
)


# --- running them -------------------------------------------------------------


def run(
    probe: Callable[[Outside], object],
    level: Level,
    there: Outside,
    start: Callable[[], int] = os.fork,
) -> list[Any]:
    """Run a probe in a sandbox; return what it got, how it ended and what it left."""
    ready, tell = os.pipe()
    child = start()
    if not child:
        with contextlib.suppress(BaseException):
            os.write(tell, json.dumps(_inside(probe, level, there, tell)).encode())
        os._exit(0)
    os.close(tell)
    said = os.read(ready, 1 << 16)
    os.close(ready)
    if said:
        reap(child)
        return [*json.loads(said), *_left(there)]
    _, status = os.waitpid(child, 0)
    return ["nothing", os.waitstatus_to_exitcode(status), *_left(there)]


def _inside(
    probe: Callable[[Outside], object], level: Level, there: Outside, tell: int
) -> list[Any]:
    start = time.perf_counter()
    try:
        layers = enter(there.scratch, LIMITS, level, {tell})
    except Exception as error:
        return ["not entered", type(error).__name__, str(error)]
    took = time.perf_counter() - start
    if probe is entering:
        return ["value", [took, layers, os.getuid(), os.getpid()]]
    try:
        return ["value", probe(there)]
    except BaseException as error:
        number = error.errno if isinstance(error, OSError) and error.errno else 0
        return ["error", type(error).__name__, errno.errorcode.get(number, str(error))]


def entering(there: Outside) -> None:
    """Stand for nothing: only the entering itself is asked about."""


def _left(there: Outside) -> list[str]:
    """Name the processes of this command line that still run, but for this one."""
    mine, left = Path("/proc/self/cmdline").read_bytes(), []
    for name in os.listdir("/proc"):
        if name.isdigit() and int(name) != os.getpid():
            with contextlib.suppress(OSError):
                if Path("/proc", name, "cmdline").read_bytes() == mine:
                    left.append(f"left {name}")
    return left


def main(user: str, level: str, folder: str) -> None:
    """Run all probes as ``user``: root, container, or anyone else.

    As "forked", it is root, and the sandbox's own fork makes the processes.
    """
    start = (lambda: fork(Level[level])) if user == "forked" else os.fork
    signal.signal(signal.SIGUSR1, lambda *_: sys.stderr.write("SIGNALLED"))
    there = outside(Path(folder))
    if user == "container":
        libc.prctl(libc.SET_NO_NEW_PRIVILEGES, 1)
        seccomp.refuse(DOCKER_REFUSES)
        libc.hold_capabilities(DOCKER_CAPABILITIES)
    got: dict[str, Any] = {"strongest": strongest().name}
    got["entering"] = run(entering, Level[level], there, start)
    limited = level == Level.LIMITS.name
    allowed: Collection[object] = ALLOWED_WITH_LIMITS_ONLY if limited else ()
    if READS_ROOTS in got["entering"][1][1]:
        allowed = ALLOWED_WITH_LIMITS_ONLY[:1]
    for probe in (p for p in PROBES if p not in allowed):
        got[probe.__name__] = run(probe, Level[level], there, start)
        for path in there.scratch.iterdir():  # what a probe left on disk
            if path.is_file() or path.is_symlink():
                path.unlink()
        (there.scratch / "handed_in.txt").write_text("hello", encoding="utf-8")
    json.dump(got, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
