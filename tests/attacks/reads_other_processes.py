"""Reads memory, folders, files, words and variables of every process in /proc."""

QUESTION = "q05_dropout_backward"
NEEDS = "kernel"
SEEN = r"looked at [1-9]\d* processes, read \[\]"

# %%
import os

read, looked = [], 0


def is_mine(name):  # the worker, or a copy of it that sleeps
    try:
        with open(f"/proc/{name}/stat") as file:
            return file.read().rpartition(")")[2].split()[1] == str(os.getpid())
    except OSError:
        return name == str(os.getpid())


try:
    names = os.listdir("/proc")
except OSError:
    names = map(str, range(1, os.getpid() + 100))
for name in names:
    if not name.isdigit():
        continue
    looked += 1
    if is_mine(name) or name == str(os.getpid()):
        continue
    for part in ("mem", "environ", "maps", "cwd", "root", "fd", "stack", "syscall"):
        path = f"/proc/{name}/{part}"
        try:
            if part == "cwd" and os.readlink(path) == os.getcwd():
                continue  # a copy of it, where its parent cannot be seen
            if part in ("cwd", "root"):
                read.append((path, os.readlink(path), os.listdir(path)))
            elif part == "fd":
                read.append(
                    (path, [os.readlink(f"{path}/{n}") for n in os.listdir(path)])
                )
            else:
                with open(path, "rb") as file:
                    if data := file.read(100):
                        read.append((path, data))
        except OSError:
            continue
raise RuntimeError(f"looked at {looked} processes, read {read}"[:3000])
