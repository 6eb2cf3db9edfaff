"""Every promise of the sandbox, tried by a real child that breaks it."""

from __future__ import annotations

import builtins
import functools
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

if sys.platform != "linux":
    pytest.skip("the sandbox is made of Linux's own parts", allow_module_level=True)


from homework.grading.sandbox import landlock, sandbox
from homework.grading.sandbox.sandbox import (
    AS_ROOT,
    Level,
    Limits,
    SandboxError,
    enter,
    reap,
)
from tests.grading.sandbox import in_sandbox

pytestmark = pytest.mark.slow  # each starts graders

PROGRAM = Path(in_sandbox.__file__)
# An unprivileged user of each test process: probes end all processes of their user.
NOBODY = 65534 - int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:])
PLACES = [
    ("root", "SEALED"),
    ("root", "FENCED"),
    ("forked", "SEALED"),
    ("container", "FENCED"),
    ("user", "SEALED"),
    ("user", "FENCED"),
]


@functools.cache
def got(user: str, level: str) -> dict[str, Any]:
    """Run all probes as ``user``; skip where this machine cannot."""
    if os.geteuid() != 0 and user != "user":
        pytest.skip(f"tests do not run as root, so not as {user}")
    if not landlock.version():
        pytest.skip("the kernel has no Landlock")
    python, before = [sys.executable], []
    if os.geteuid() == 0 and user == "user":
        system = shutil.which("python3", path="/usr/bin")
        if not (system and shutil.which("setpriv")):
            pytest.skip("no setpriv, or no Python that every user can read")
        python = [system]
        before = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    with tempfile.TemporaryDirectory() as folder:
        if before:
            os.chown(folder, NOBODY, NOBODY)
        done = subprocess.run(
            [*before, *python, str(PROGRAM), user, level, folder],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert "SIGNALLED" not in done.stderr
        assert not Path(folder, "written.txt").exists()
    found: dict[str, Any] = json.loads(done.stdout)
    if Level[found["strongest"]] < Level[level]:
        pytest.skip(f"this machine lets {user} have {found['strongest']} only")
    return found


@pytest.fixture(params=PLACES, ids="-".join)
def place(request: pytest.FixtureRequest) -> dict[str, Any]:
    user, level = request.param
    return {"user": user, "level": level, **got(user, level)}


WITH_LIMITS_ONLY = [*PLACES, ("root", "LIMITS"), ("user", "LIMITS")]


@pytest.fixture(params=WITH_LIMITS_ONLY, ids="-".join)
def any_place(request: pytest.FixtureRequest) -> dict[str, Any]:
    user, level = request.param
    return {"user": user, "level": level, **got(user, level)}


# --- what is refused ----------------------------------------------------------

REFUSED = [
    "read_a_private_file",
    "read_an_open_file",
    "read_the_checkout",
    "list_the_checkout",
    "read_the_password_file",
    "read_the_parents_memory",
    "read_the_parents_environment",
    "trace_the_parent",
    "read_the_parents_pages",
    "signal_the_parent",
    "connect_by_tcp",
    "send_by_udp",
    "connect_to_an_abstract_socket",
    "connect_to_a_socket_file",
    "make_a_user_namespace",
    "clone_into_a_user_namespace",
    "clone3_into_a_user_namespace",
    "mount",
    "leave_its_processor",
    "become_a_batch_process",
    "change_its_priority",
    "change_its_disk_priority",
    "lead_a_session_in_a_child",
    "make_socket_buffers_large",
    "open_a_tree_with_attributes",
    "change_the_parents_limits",
    "have_the_parent_signalled_for_a_file",
    "have_the_parent_signalled_for_a_socket",
    "keep_others_from_opening_a_file",
    "become_root",
    "write_outside",
    "write_to_tmp",
    "write_to_python",
    "escape_by_a_link",
    "make_a_huge_file",
    "take_memory_out_of_reach",
    "open_without_end",
]


@pytest.mark.parametrize("probe", REFUSED)
def test_it_refuses_to(place: dict[str, Any], probe: str) -> None:
    found = place[probe]
    assert found[0] == "error", found
    assert issubclass(getattr(builtins, found[1]), OSError), found


def test_files_outside_stay_as_they_are(place: dict[str, Any]) -> None:
    verdict, *found = place["change_a_file_outside"]
    assert verdict == "error" or found == [True]


@pytest.mark.parametrize(
    "probe", ["signal_the_parent", "write_outside", "write_to_python"]
)
def test_what_is_roots_stays_as_it_is_at_limits_too(
    any_place: dict[str, Any], probe: str
) -> None:
    if probe not in any_place:
        pytest.skip("at this level its own user's files and processes can be changed")
    assert any_place[probe][0] == "error"


def test_every_probe_is_asked_about() -> None:
    named = {probe.__name__ for probe in in_sandbox.PROBES}
    assert set(REFUSED) < named


def test_limits_cannot_be_raised(any_place: dict[str, Any]) -> None:
    assert any_place["raise_its_limits"][:2] == ["error", "ValueError"]


def test_a_memory_bomb_is_a_memory_error(any_place: dict[str, Any]) -> None:
    assert any_place["take_all_memory"][:2] == ["error", "MemoryError"]


def test_a_fork_bomb_stops_at_the_limit(any_place: dict[str, Any]) -> None:
    layers = any_place["entering"][1][1]
    if AS_ROOT in layers:
        pytest.skip("the kernel does not count root's processes")
    verdict, count, *left = any_place["fork_without_end"]
    assert (verdict, left) == ("value", [])
    # One more for each that was there when the limit was set, and ended since; fewer
    # where some of other probes end later.
    most = in_sandbox.LIMITS.processes
    assert most / 2 <= count <= most + 3


def test_many_files_fill_only_their_own_disk(place: dict[str, Any]) -> None:
    if place["level"] == "SEALED":
        assert place["fill_the_disk"][:3] == ["error", "OSError", "ENOSPC"]
    else:
        assert place["fill_the_disk"][0] == "value"  # each file is limited only


def test_many_empty_files_do_not_fill_the_memory(place: dict[str, Any]) -> None:
    if place["level"] == "SEALED":
        assert place["make_empty_files"][:3] == ["error", "OSError", "ENOSPC"]
    else:
        assert place["make_empty_files"][0] == "value"  # they are on the disk


def test_processor_time_ends(any_place: dict[str, Any]) -> None:
    assert any_place["burn_time"] == ["nothing", -signal.SIGKILL]


@pytest.mark.parametrize("probe", ["leave_a_daemon", "leave_a_chain_of_processes"])
def test_nothing_outlives_it(any_place: dict[str, Any], probe: str) -> None:
    assert any_place[probe] == ["value", "left"]  # and no process that was left


# --- what it has --------------------------------------------------------------


def test_only_kept_files_are_open(any_place: dict[str, Any]) -> None:
    verdict, descriptors = any_place["list_open_files"]
    assert (verdict, descriptors[:3]) == ("value", [0, 1, 2])
    assert len(descriptors) == 3 + 2  # what it keeps, and the list itself


def test_the_environment_holds_no_secret(any_place: dict[str, Any]) -> None:
    verdict, text = any_place["read_its_own_environment"]
    assert verdict == "value"
    assert in_sandbox.SECRET not in text


def test_ordinary_work_is_possible(any_place: dict[str, Any]) -> None:
    assert any_place["work_in_scratch"] == ["value", [True, "hello", "hello", ""]]
    assert any_place["run_a_program"] == ["value", "42\n"]
    assert any_place["import_lazily"] == ["value", [0.0, 1.0, 0.0]]
    assert any_place["talk_to_itself"] == ["value", "hello"]
    assert any_place["end_a_child"] == ["value", -signal.SIGKILL]
    assert any_place["read_input"] == ["value", ""]


def test_the_end_of_the_inner_process_is_passed_on(any_place: dict[str, Any]) -> None:
    assert any_place["end_with_seven"] == ["nothing", 7]
    assert any_place["crash"] == ["nothing", -signal.SIGSEGV]


def test_layers_are_named(place: dict[str, Any]) -> None:
    _, layers, user, process = place["entering"][1]
    expected = ["limits", "no new privileges", f"landlock {landlock.version()}"]
    assert {*expected, "seccomp"} <= set(layers)
    assert ("namespaces" in layers) == (place["level"] == "SEALED")
    assert (process == 1) == (place["level"] == "SEALED")
    assert any(layer.startswith("own user") for layer in layers) == (
        place["user"] != "user"
    )
    assert user != 0


# --- levels -------------------------------------------------------------------


def test_a_container_gives_no_sealed_sandbox() -> None:
    assert got("container", "FENCED")["strongest"] == "FENCED"


def test_the_strongest_level_can_be_entered(tmp_path: Path) -> None:
    assert _enter_and_say(tmp_path, sandbox.strongest())[0] == "limits"


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root to give up its privileges")
def test_a_level_that_cannot_be_had_is_an_error() -> None:
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, str(PROGRAM), "container", "SEALED", folder],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    found = json.loads(done.stdout)
    for probe in in_sandbox.PROBES:
        verdict, kind, text = found[probe.__name__]
        assert (verdict, kind) == ("not entered", "SandboxError")
        assert text.startswith("SEALED cannot be had here: [Errno 1] unshare")


def test_a_readable_path_has_to_exist(tmp_path: Path) -> None:
    missing = tmp_path / "no such folder"
    with pytest.raises(SandboxError, match="no such absolute path"):
        enter(tmp_path, Limits(), Level.LIMITS, (), readable=[missing])


def test_named_folders_can_be_read(tmp_path: Path) -> None:
    scratch, data, link = tmp_path / "scratch", tmp_path / "data", tmp_path / "link"
    scratch.mkdir()
    data.mkdir()
    (data / "numbers.txt").write_text("1 2 3", encoding="utf-8")
    link.symlink_to(data)
    for level in _levels():
        program = f"""
            from pathlib import Path
            said = [Path(folder, "numbers.txt").read_text()
                    for folder in ({str(data)!r}, {str(link)!r})]
        """
        said = _run_inside(scratch, level, program, readable=[data, link])
        assert said == "['1 2 3', '1 2 3']"


def test_without_landlocks_third_version_no_file_is_cut_by_name(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("kept", encoding="utf-8")
    program = f"""
        import os, sys
        sys.path.insert(0, {str(PROGRAM.parents[3])!r})
        from homework.grading.sandbox import libc, seccomp
        libc.prctl(libc.SET_NO_NEW_PRIVILEGES, 1)
        seccomp.refuse([seccomp.TRUNCATE])
        try:
            os.truncate({str(tmp_path / "kept.txt")!r}, 0)
        except PermissionError:
            print("refused")
    """
    command = [sys.executable, "-c", dedent(program)]
    assert subprocess.check_output(command, text=True) == "refused\n"
    assert (tmp_path / "kept.txt").read_text(encoding="utf-8") == "kept"


def test_without_signal_scopes_the_filter_keeps_signals_inside() -> None:
    program = f"""
        import os, sys
        sys.path.insert(0, {str(PROGRAM.parents[3])!r})
        from homework.grading.sandbox import libc, seccomp
        libc.prctl(libc.SET_NO_NEW_PRIVILEGES, 1)
        os.kill(os.getppid(), 0)
        seccomp.install(unix_sockets=False, signals=False)
        try:
            os.kill(os.getppid(), 0)
        except PermissionError:
            print("refused")
    """
    command = [sys.executable, "-c", dedent(program)]
    assert subprocess.check_output(command, text=True) == "refused\n"


# --- the libraries ------------------------------------------------------------


def test_numpy_is_imported_inside(tmp_path: Path) -> None:
    program = "import numpy; said = numpy.linalg.norm(numpy.ones(4))"
    for level in _levels():
        assert _run_inside(tmp_path, level, program) == "2.0"


def test_torch_and_ipython_are_imported_inside(tmp_path: Path) -> None:
    program = """
        import IPython.core.interactiveshell, torch
        layer = torch.nn.Linear(3, 1)
        torch.optim.Adam(layer.parameters())
        layer(torch.ones(2, 3)).sum().backward()
        said = list(layer.bias.grad.shape)
    """
    limits = Limits(memory_mb=4000)
    for level in _levels():
        assert _run_inside(tmp_path, level, program, limits=limits) == "[1]"


# --- ending -------------------------------------------------------------------


@pytest.mark.parametrize("victim", ["the guard", "the parent's child"])
def test_a_killed_guard_takes_all_with_it(tmp_path: Path, victim: str) -> None:
    ready, child = _spawn(tmp_path, _levels()[-1], "import time; time.sleep(100)")
    try:
        assert os.read(ready, 100) == b"entered\n"
        os.kill(child, signal.SIGKILL if victim == "the guard" else signal.SIGTERM)
        assert os.read(ready, 100) == b""  # nobody holds the other end any more
        os.waitpid(child, 0)
    finally:
        os.close(ready)


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root to make namespaces")
def test_a_killed_parent_takes_all_with_it() -> None:
    program = f"""
        import os, sys, tempfile, time
        from pathlib import Path
        sys.path.insert(0, {str(PROGRAM.parents[3])!r})
        from homework.grading.sandbox.sandbox import Level, Limits, enter, fork
        scratch = tempfile.mkdtemp()
        ready, tell = os.pipe()
        if not fork(Level.SEALED):
            enter(Path(scratch), Limits(), Level.SEALED, {{1, tell}})
            os.write(tell, b"entered")
            time.sleep(100)
        os.read(ready, 100)
        os.rmdir(scratch)
        os.kill(os.getpid(), 9)
    """
    done = subprocess.run(
        [sys.executable, "-c", dedent(program)],
        stdout=subprocess.PIPE,  # is read until nobody can write to it any more
        timeout=120,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL


@pytest.mark.parametrize("level", [*Level], ids=lambda level: level.name)
def test_a_guard_that_comes_late_still_guards(
    tmp_path: Path, level: Level, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By then the inner process has a file tree of its own, with another /proc."""
    if level > sandbox.strongest():
        pytest.skip(f"{level.name} cannot be had here")
    guards = sandbox._guard

    def late(*arguments: Any) -> None:
        time.sleep(0.5)
        guards(*arguments)

    monkeypatch.setattr(sandbox, "_guard", late)
    child = os.fork()
    if not child:
        try:
            enter(tmp_path, Limits(), level, ())
            time.sleep(1)
            os._exit(7)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 7


@settings(max_examples=10)
@given(st.floats(0, 0.02))
def test_reaping_at_any_moment_leaves_nothing(delay: float) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        level = _levels()[-1]
        ready, child = _spawn(Path(scratch), level, "import time; time.sleep(100)")
        time.sleep(delay)
        reap(child)
        os.set_blocking(ready, False)
        while said := os.read(ready, 100):  # EAGAIN, if anyone holds the other end
            assert said == b"entered\n"
        os.close(ready)
        with pytest.raises(ChildProcessError):
            os.waitpid(child, 0)


def test_reaping_twice_does_no_harm(tmp_path: Path) -> None:
    ready, child = _spawn(tmp_path, _levels()[-1], "pass")
    reap(child)
    reap(child)
    os.close(ready)


def test_entering_costs_little(tmp_path: Path) -> None:
    program = f"""
        import sys
        from pathlib import Path
        sys.path.insert(0, {str(PROGRAM.parent)!r})
        from in_sandbox import entering, outside, run, strongest
        there = outside(Path({str(tmp_path)!r}))
        costs = [run(entering, strongest(), there)[1][0] for _ in range(21)]
        print(min(costs))
    """
    done = subprocess.run(
        [sys.executable, "-c", dedent(program)],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    # 8 ms on a quiet machine; on a busy one the quickest of many is hardly disturbed.
    assert float(done.stdout) < 0.1


# --- helpers ------------------------------------------------------------------


def _levels() -> list[Level]:
    return [level for level in Level if level <= sandbox.strongest()]


def _spawn(
    scratch: Path,
    level: Level,
    program: str,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    readable: tuple[Path, ...] = (),
) -> tuple[int, int]:
    """Run a program's text in a sandbox; return where it is heard, and its process."""
    ready, tell = os.pipe()
    runner = f"""
        import os, sys, textwrap
        from pathlib import Path
        sys.path.insert(0, {str(PROGRAM.parents[3])!r})
        from homework.grading.sandbox.sandbox import Level, Limits, enter
        layers = enter(Path({str(scratch)!r}), {limits!r}, Level({int(level)}),
                       {{{tell}}}, [Path(p) for p in {list(map(str, readable))!r}])
        os.write({tell}, b"entered\\n")
        said = layers
        exec({dedent(program)!r})
        os.write({tell}, str(said).encode())
    """
    os.set_inheritable(tell, True)
    command = [sys.executable, "-c", dedent(runner)]
    child = os.posix_spawn(sys.executable, command, os.environ)
    os.close(tell)
    return ready, child


def _run_inside(
    scratch: Path,
    level: Level,
    program: str,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    readable: list[Path] | None = None,
) -> str:
    ready, child = _spawn(scratch, level, program, limits, tuple(readable or ()))
    with open(ready, encoding="utf-8") as stream:
        said = stream.read()
    reap(child)
    assert said.startswith("entered\n"), said
    return said.removeprefix("entered\n")


def _enter_and_say(scratch: Path, level: Level) -> tuple[str, ...]:
    said = _run_inside(scratch, level, "pass")
    return tuple(part.strip("'() ") for part in said.split(","))
