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
    "README.md": "0f90b97ab9c77555e5c2b64a99993b76",
    "checks/__init__.py": "a03de804dfb2723ebb77b3108bb8375b",
    "checks/answers.py": "013d16c2fedb91b1c56060bb54311633",
    "checks/closeness.py": "4743ad60ea6df916a0bfdfc7107acb79",
    "checks/colab.py": "d12e86f9af5fe638c05d702dcc0d12cc",
    "checks/columns.py": "da7ba0d54795aa9827d5fe1938bc0749",
    "checks/handed_in.py": "fbf0c95a0caa55e6793c879f20459fb4",
    "checks/handing_in.py": "fea6fdc3dd9790f33ea08d57ea1fb7cd",
    "checks/hints.py": "41797aed0ee84b7794fc3469a91372e1",
    "checks/history.py": "63c6a98b7ff4ca00e87dc546e28d942e",
    "checks/home.py": "a1605ab2e61ed1a371d631362734b774",
    "checks/labels.py": "722b81f6cd00cab9af6a2a9ac5633c90",
    "checks/notebook.py": "5783dccb70237ea1c5f6a67bd7e56566",
    "checks/saving.py": "3d376779c8bd4cd919ec053e7910fd6f",
    "checks/simpler.py": "8fa96f0cd764f12fdf4df4db90921f0c",
    "checks/steps.py": "48e5b50d8d58a7fe73844095133a87a0",
    "checks/stopping.py": "cf59c5ce4b73e59737283d6b7718c3cd",
    "checks/torch_networks.py": "cd67810e28673894cb99e7de95c57c48",
    "checks/typeset.py": "6424e72360e7ac1fc2d01f10c39c0b57",
    "checks/unregistered.py": "8000bbf363c37127da82c1da15581d02",
    "checks/written.py": "21bc82eabe117f975cbdea8c10c7bd28",
    "deeplearning/__init__.py": "da3375be399bfe1d31bb473b709c8073",
    "deeplearning/checkpoints.py": "c9fe88ede632404baf339187c01194e5",
    "deeplearning/data.py": "30aae476d1b090e98100be1334106f2c",
    "deeplearning/drawn.py": "c4138e7c393c201920dfa8dbc95bb360",
    "deeplearning/pictures.py": "def2a30301879e493f34b18222d1d336",
    "deeplearning/plots.py": "8ef408b83c52a1df71b6027bd78ca1aa",
    "deeplearning/progress.py": "575e7b67ec4e48900ea47cd9baeb2b5f",
    "deeplearning/training.py": "f92e033123f2089602cb215ed95b6c84",
    "deeplearning/weights.py": "da1d2fc0f3ad6d3e60b938f2ad10586c",
    "figures/kinds.svg": "0abd019c2ec0a906850f2ef96a5c6af5",
    "figures/network.svg": "eeba4d16b14ee7aa106fcfdc130731fc",
    "requirements.txt": "60e454496596cb2e22b645ea282013c0",
    "tests/hand_in.json": "72cabd41d4a30c431f12013a6d004791",
    "tests/hidden.json": "91726b6a654198549349567c58cce253",
    "tests/q01_neural_network.py": "6ea73cf3919157ec92c5d135e76d091c",
    "tests/q02_training_step.py": "6309e7b8b6b4b7a2b4d2ddeb14deca04",
    "tests/q03_base_model.py": "820222269bbb57bace9f9eae84801fec",
    "tests/q04_batchnorm_and_dropout.py": "01d2a4ad006bfb86dc7b105de4beee3d",
    "tests/q05_own_design.py": "421fb6ac1f9861e48ebb4291ca39ec3b"
}
# What each picture of the notebook shows, by its path. The release writes this, too.
PICTURES: dict[str, str] = {
    "figures/network.svg": "Three blocks, each a 3 by 3 convolution, ReLU and 2 by 2 max pooling, halve the image and widen it to 16, 32 and 64 channels; a hidden layer of 256 units and a last layer give one logit a class.",
    "figures/kinds.svg": "Two pictures five times: as they are, shifted, turned, noisy, and faint."
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
