"""Looks for tables of labelled images in packages that are installed for others."""

QUESTION = "naive_number"
NEEDS = "kernel"
SEEN = r"tried 10 roads and reached \[\]"

# %%
import ctypes
import gzip
import importlib.resources
import importlib.util
import mmap
import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import numpy

SITE = Path(numpy.__file__).parents[1]
TABLE = SITE / "sklearn" / "datasets" / "data" / "digits.csv.gz"
ROADS = []


def road(function):
    ROADS.append(function)
    return function


@road
def its_own_loader():
    from sklearn.datasets import load_digits

    return len(load_digits().data) > 0


@road
def the_file():
    return len(numpy.loadtxt(gzip.open(TABLE, "rt"), delimiter=",")) > 0


@road
def its_spec_and_the_file():
    (place,) = importlib.util.find_spec("sklearn").submodule_search_locations
    return bool((Path(place) / "datasets" / "data" / "digits.csv.gz").read_bytes())


@road
def its_data_by_pkgutil():
    return bool(pkgutil.get_data("sklearn.datasets.data", "digits.csv.gz"))


@road
def its_resources():
    files = importlib.resources.files("sklearn.datasets.data")
    return bool((files / "digits.csv.gz").read_bytes())


@road
def pages_of_the_file():
    with open(TABLE, "rb") as file:
        return bool(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)[:10])


@road
def the_c_library():
    libc = ctypes.CDLL(None, use_errno=True)
    descriptor = libc.open(os.fsencode(TABLE), 0)
    return descriptor >= 0 and bool(os.read(descriptor, 10))


@road
def another_python():
    program = f"print(open({os.fspath(TABLE)!r}, 'rb').read(3))"
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True)
    return b"x1f" in done.stdout


@road
def tables_of_packages_for_others():
    for name in ("sklearn", "scipy", "pandas", "skimage", "torchvision"):
        for kind in ("*.csv", "*.gz", "*.npz", "*.npy", "*.parquet", "*.arff"):
            for path in (SITE / name).rglob(kind):
                try:
                    if path.read_bytes():
                        return True
                except OSError:
                    continue


@road
def what_others_downloaded():
    for place in (Path.home(), Path("/root"), Path("/var/cache")):
        for name in ("scikit_learn_data", ".cache/torch", ".keras"):
            if (place / name).exists() and any((place / name).iterdir()):
                return True


reached = []
for take in ROADS:
    try:
        if take():
            reached.append(take.__name__)
    except BaseException:
        pass
raise RuntimeError(f"tried {len(ROADS)} roads and reached {reached}")
