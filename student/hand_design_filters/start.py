"""Makes Colab ready: fetches what lies beside a notebook, installs what Colab lacks.

This ships as `start.py` in each student folder, with the digests of the other files.
The first cell of the notebook compares its own digest, and runs it on Colab only. It
stands on what comes with Python, since nothing else is there yet.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import subprocess
import sys
from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from html import escape
from pathlib import Path
from urllib.request import urlopen

# What Otter needs and Colab lacks. Without its dependencies nothing that Colab has is
# replaced, NumPy least of all, so that no restart is asked for.
PACKAGES = (
    "otter-grader==7.0.0",
    "fica==0.4.1",
    "ipylab==1.1.0",
    "python-frontmatter==1.3.0",
    "python-on-whales==0.81.0",
)
DIGITS = 32  # of a digest: as many as nobody can meet by trying
# SHA-256 of each file, its first digits, by its path below the folder. The release
# writes this.
FILES: dict[str, str] = {
    "AGENTS.md": "09041b58d6074d9ed020dda1e53913db",
    "README.md": "0fc896d0aa26d435ac62fbac2fd42f1a",
    "checks/__init__.py": "1f9f41da950fb760b70f44b92ea6d28e",
    "checks/answers.py": "013d16c2fedb91b1c56060bb54311633",
    "checks/choices.py": "ca1aa040a758c7e8b56aa24d95feb020",
    "checks/closeness.py": "4743ad60ea6df916a0bfdfc7107acb79",
    "checks/colab.py": "d12e86f9af5fe638c05d702dcc0d12cc",
    "checks/columns.py": "da7ba0d54795aa9827d5fe1938bc0749",
    "checks/filters.py": "85828572c2d266b774ddab35bc3adc18",
    "checks/handing_in.py": "fea6fdc3dd9790f33ea08d57ea1fb7cd",
    "checks/hints.py": "41797aed0ee84b7794fc3469a91372e1",
    "checks/history.py": "63c6a98b7ff4ca00e87dc546e28d942e",
    "checks/home.py": "a1605ab2e61ed1a371d631362734b774",
    "checks/labels.py": "722b81f6cd00cab9af6a2a9ac5633c90",
    "checks/notebook.py": "5783dccb70237ea1c5f6a67bd7e56566",
    "checks/saving.py": "3d376779c8bd4cd919ec053e7910fd6f",
    "checks/stopping.py": "cf59c5ce4b73e59737283d6b7718c3cd",
    "checks/typeset.py": "6424e72360e7ac1fc2d01f10c39c0b57",
    "checks/worlds.py": "3385d676bb15298e6823025260f5b3db",
    "checks/written.py": "21bc82eabe117f975cbdea8c10c7bd28",
    "deeplearning/__init__.py": "da3375be399bfe1d31bb473b709c8073",
    "deeplearning/images.py": "e6353a722eae87fb7bfc9004030bc515",
    "deeplearning/plots.py": "8ef408b83c52a1df71b6027bd78ca1aa",
    "figures/flip_and_drag.svg": "a0fdaf122eb2757af3d30a689ecf8133",
    "figures/overview.svg": "ae14cb42cfba4382b1f0ec30ba3a1eb4",
    "figures/turned_kernel.svg": "ef4d77d6f816e2ba4bc26de519410648",
    "figures/windows.svg": "36efcf3a9d84472566884519e4bc27da",
    "requirements.txt": "ab676fdcfff324327caf679fb6cc39c7",
    "tests/hand_in.json": "c1c935cb938d26ca596b7e781a8ce120",
    "tests/hidden.json": "b33799d4acda3efdfc8b4a87cf2bd6bb",
    "tests/q01_boxcar_exp.py": "ed4d5667c486846a2ca097a184ed60d8",
    "tests/q02_delayed_response.py": "573dde1f920569da0e6f382335ed8caa",
    "tests/q03_true_convolution.py": "73a51623bb4e5cc7e1f84cb2725f3244",
    "tests/q04_stride_and_pad.py": "fb2e17b13a8c9ccb722f6b660c8ef71c",
    "tests/q05_flip_matters.py": "38c22b392d3e2c52bcb6596af56c630e",
    "tests/q06_averaging_filter.py": "adce0f4b4f11c0c25dd46f5698645908",
    "tests/q07_edge_detector.py": "48e844fe038ffe6986061aa26bf36e95"
}
# What each picture of the notebook shows, by its path. The release writes this, too.
PICTURES: dict[str, str] = {
    "figures/overview.svg": "Three panels. A row of seven ones as a signal, a five by five grid of numbers with a three by three kernel in front, and a small grey picture of a house.",
    "figures/flip_and_drag.svg": "The boxcar signal stands still while the flipped filter is dragged over it: before it, partly inside and wholly past its start.",
    "figures/turned_kernel.svg": "A kernel with the entries a to f is turned by half a circle, then laid on the top left corner of an image.",
    "figures/windows.svg": "For n = 3 the window reaches one pixel to both sides; for n = 4 it reaches one pixel to the left and two to the right."
}
AT_ONCE = 8
SECONDS = 30


class NotReadyError(OSError):
    """Says in a sentence what is wrong, and what to do."""


def make_ready(address: str, own: bytes = b"") -> None:
    """Go to the homework's folder, which is fetched unless it is here; install Otter.

    Args:
        address: of the folder on the web, or "" where it is not published.
        own: this file, which is kept beside the others.

    Raises:
        NotReadyError: when something cannot be had.

    """
    if not Path("checks").is_dir():
        folder = Path(address.rpartition("/")[2])
        write(folder, {"start.py": own, **fetch(address)})
        os.chdir(folder)
    if not importlib.util.find_spec("otter"):
        install()
    show_pictures()


def fetch(address: str) -> dict[str, bytes]:
    """Fetch all files, and compare their digests.

    Raises:
        NotReadyError: when one cannot be had, or is another than was released.

    """

    def one(path: str) -> bytes:
        url = f"{address}/{path}"
        with urlopen(url, timeout=SECONDS) as reply:  # noqa: S310  # homework.toml's
            data: bytes = reply.read()
        if sha256(data).hexdigest()[:DIGITS] != FILES[path]:
            raise NotReadyError(
                f"{address}/{path} is another than this notebook was released with. "
                "Open the notebook from its link again, and copy your answers into it."
            )
        return data

    try:
        with ThreadPoolExecutor(AT_ONCE) as pool:
            return dict(zip(FILES, pool.map(one, FILES), strict=True))
    except NotReadyError:
        raise
    except OSError as error:
        raise NotReadyError(f"{address} cannot be reached ({error}).") from error


def write(folder: Path, files: dict[str, bytes]) -> None:
    """Write files below a folder, `checks` last: with it, the folder is complete."""
    for path in sorted(files, key=lambda path: path.startswith("checks/")):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(files[path])


def show_pictures() -> None:
    """Show the pictures here: below its cells, Colab shows none that lies on disk."""
    from IPython.display import HTML, display

    shown = ["The pictures of this notebook, in their order:"] if PICTURES else []
    for path, text in PICTURES.items():
        kind = "svg+xml" if path.endswith(".svg") else "png"
        data = b64encode(Path(path).read_bytes()).decode()
        source = f"data:image/{kind};base64,{data}"
        shown.append(f'<img alt="{escape(text)}" src="{source}">')
    for each in shown:
        display(HTML(f"<p>{each}</p>"))  # type: ignore[no-untyped-call]


def install(packages: tuple[str, ...] = PACKAGES) -> None:
    """Install packages, and nothing that they depend on.

    Raises:
        NotReadyError: when pip cannot, with the last that it said.

    """
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
    pip += ["--disable-pip-version-check", "--retries", "1"]
    done = subprocess.run([*pip, *packages], capture_output=True, text=True)
    if done.returncode:
        said = (done.stderr.strip() or "it does not say why").splitlines()[-1]
        raise NotReadyError(f"Otter cannot be installed ({said}).")
    importlib.invalidate_caches()
