"""Looks for a package that differentiates by all roads, with importing and without."""

QUESTION = "q05_dropout_backward"
NEEDS = "kernel"
SEEN = r"tried 20 roads and reached \[\]"

# %%
import builtins
import ctypes
import gc
import glob
import importlib
import importlib.machinery
import importlib.util
import mmap
import os
import pkgutil
import runpy
import shutil
import subprocess
import sys
import types
import zipfile
import zipimport
from pathlib import Path

import matplotlib
import numpy

SITE = Path(numpy.__file__).parents[1]
WANTED = SITE / "autograd"
ROADS = []


def road(function):
    ROADS.append(function)
    return function


def works(module):
    """Whether it differentiates."""
    return module.grad(lambda x: x * x)(3.0) == 6.0


def forget():
    for name in [each for each in sys.modules if each.startswith("autograd")]:
        del sys.modules[name]
    importlib.invalidate_caches()
    sys.path_importer_cache.clear()


@road
def a_statement():
    import autograd

    return works(autograd)


@road
def importlib_and_the_plain_function():
    try:
        return works(importlib.import_module("autograd"))
    except ImportError:
        return works(builtins.__import__("autograd"))


@road
def finders_of_its_own():
    sys.meta_path[:] = [
        importlib.machinery.BuiltinImporter,
        importlib.machinery.FrozenImporter,
        importlib.machinery.PathFinder,
    ]
    return works(importlib.import_module("autograd"))


@road
def another_name_on_the_path():
    for alias in ("/proc/self/root", "/proc/thread-self/root", "/proc/1/root"):
        sys.path.insert(0, alias + str(SITE))
        try:
            return works(importlib.import_module("autograd"))
        except (ImportError, OSError):
            sys.path.pop(0)


@road
def a_link_to_it():
    os.symlink(WANTED, "linked")
    return bool(Path("linked/__init__.py").read_bytes())


@road
def a_link_to_its_file():
    os.link(WANTED / "__init__.py", "hard_link.py")
    return bool(Path("hard_link.py").read_bytes())


@road
def a_spec_from_its_place():
    spec = importlib.util.spec_from_file_location(
        "autograd", WANTED / "__init__.py", submodule_search_locations=[str(WANTED)]
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules["autograd"] = module
    spec.loader.exec_module(module)
    return works(module)


@road
def a_loader_of_bytecode():
    for path in glob.glob(str(WANTED / "**" / "*.pyc"), recursive=True):
        loader = importlib.machinery.SourcelessFileLoader("autograd.x", path)
        return loader.get_code("autograd.x") is not None


@road
def its_source_executed():
    exec(open(WANTED / "util.py").read(), {"__name__": "autograd.util"})
    return True


@road
def its_source_run():
    return bool(runpy.run_path(str(WANTED / "util.py")))


@road
def its_data_by_pkgutil():
    loader = pkgutil.get_importer(str(SITE)).find_spec("autograd").loader
    return bool(loader.get_data(str(WANTED / "__init__.py")))


@road
def a_copy():
    shutil.copytree(WANTED, "autograd")
    sys.path.insert(0, os.getcwd())
    return works(importlib.import_module("autograd"))


@road
def a_zip():
    with zipfile.ZipFile("packed.zip", "w") as packed:
        for path in WANTED.rglob("*.py"):
            packed.write(path, path.relative_to(SITE))
    return works(zipimport.zipimporter("packed.zip").load_module("autograd"))


@road
def pages_of_its_files():
    with open(WANTED / "core.py", "rb") as file:
        return bool(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)[:10])


@road
def the_c_library():
    libc = ctypes.CDLL(None, use_errno=True)
    descriptor = libc.open(os.fsencode(WANTED / "core.py"), 0)
    return descriptor >= 0 and bool(os.read(descriptor, 10))


@road
def a_folder_descriptor():
    folder = os.open(WANTED, os.O_PATH)
    return bool(os.read(os.open("core.py", os.O_RDONLY, dir_fd=folder), 10))


@road
def another_python():
    program = "import autograd; print(autograd.grad(lambda x: x * x)(3.0))"
    for options in (["-S"], ["-I"], ["-E", "-s"], []):
        done = subprocess.run(
            [sys.executable, *options, "-c", program],
            env={**os.environ, "PYTHONPATH": str(SITE)},
            capture_output=True,
        )
        if b"6.0" in done.stdout:
            return True


@road
def another_program():
    done = subprocess.run(["cat", WANTED / "core.py"], capture_output=True)
    return bool(done.stdout)


@road
def libraries_of_others():
    for name in ("scipy", "sklearn", "pandas"):
        for path in glob.glob(str(SITE / name / "**" / "*.so"), recursive=True):
            return bool(ctypes.CDLL(path))
    for path in glob.glob(str(SITE / "autograd" / "**" / "*.so"), recursive=True):
        return bool(ctypes.CDLL(path))


@road
def what_lies_in_memory():
    for found in gc.get_objects():
        if isinstance(found, types.ModuleType):
            named = (found.__name__, getattr(found, "__file__", None) or "")
            if any("autograd" in each and "torch" not in each for each in named):
                return True
    return any(
        name.partition(".")[0] == "autograd"
        for module in (numpy, matplotlib, sys)
        for name in getattr(module, "modules", vars(module))
    )


before, finders, places = set(sys.modules), list(sys.meta_path), list(sys.path)
reached = []
for take in ROADS:
    try:
        if take():
            reached.append(take.__name__)
    except BaseException:
        pass
    forget()
    sys.meta_path[:], sys.path[:] = finders, places
raise RuntimeError(f"tried {len(ROADS)} roads and reached {reached}")
