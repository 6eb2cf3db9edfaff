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
    "README.md": "88fa06934770c5059ba831abab1d046b",
    "checks/__init__.py": "50488b001901b342ac334de5a72b1e5d",
    "checks/answers.py": "013d16c2fedb91b1c56060bb54311633",
    "checks/choices.py": "ca1aa040a758c7e8b56aa24d95feb020",
    "checks/closeness.py": "6fe138050bcb16300c21e3dd66498a3a",
    "checks/colab.py": "d12e86f9af5fe638c05d702dcc0d12cc",
    "checks/columns.py": "da7ba0d54795aa9827d5fe1938bc0749",
    "checks/edges.py": "cece11477be1df9cb3202307d125ff28",
    "checks/handing_in.py": "fea6fdc3dd9790f33ea08d57ea1fb7cd",
    "checks/history.py": "63c6a98b7ff4ca00e87dc546e28d942e",
    "checks/home.py": "a1605ab2e61ed1a371d631362734b774",
    "checks/labels.py": "722b81f6cd00cab9af6a2a9ac5633c90",
    "checks/normalization_nodes.py": "53286e382d1fbe838e973be098f5a0bd",
    "checks/notebook.py": "5783dccb70237ea1c5f6a67bd7e56566",
    "checks/saving.py": "3d376779c8bd4cd919ec053e7910fd6f",
    "checks/statistics_shapes.py": "25a169e97c3c8d9a8708a954f8005665",
    "checks/stopping.py": "cf59c5ce4b73e59737283d6b7718c3cd",
    "checks/typeset.py": "6424e72360e7ac1fc2d01f10c39c0b57",
    "checks/worlds.py": "3385d676bb15298e6823025260f5b3db",
    "checks/written.py": "21bc82eabe117f975cbdea8c10c7bd28",
    "deeplearning/__init__.py": "da3375be399bfe1d31bb473b709c8073",
    "deeplearning/gradients.py": "0ae1fc257080903a9b00473ca1d87a2c",
    "deeplearning/normalization_pictures.py": "123bdf05758a8c4756646a6491ee49f8",
    "deeplearning/plots.py": "8ef408b83c52a1df71b6027bd78ca1aa",
    "figures/contours_before.svg": "5d531463a981deb6dbe01d330e770e48",
    "figures/features.svg": "a696dfc756dfc5aa1f9743169bb12ed6",
    "figures/gaussian_before.svg": "de543322c118926dcaa20aebeb6ca1f7",
    "figures/graph_nodes.svg": "92ec12237f9da00edfa721bd115a1044",
    "figures/normalization_cubes.svg": "2bd7afe897c5406d3aae7c3649c55f18",
    "requirements.txt": "ab676fdcfff324327caf679fb6cc39c7",
    "tests/hand_in.json": "5212bb5fac5c724a28e548756fe3cf88",
    "tests/hidden.json": "56e97b25acafb60e4d50051bb39708ba",
    "tests/q01_gaussian.py": "744c5357ff71bcffa548baa1c2a40944",
    "tests/q02_contours.py": "f06e49859a22cfea72831a88b8311b91",
    "tests/q03_correlation.py": "36feb99f80bfbf6d6b9743f8ddd59703",
    "tests/q04_cubes.py": "265b3df6c291f2f7ec845a17e636aaa0",
    "tests/q05_statistics_shape.py": "52396bd42c60b54fe5434eaf0a077b25",
    "tests/q06_demean_backward.py": "81d9937eef551d7bd3e87e0c1bfa9625",
    "tests/q07_batch_size.py": "3a0c269494748ce6e689fa69775961af",
    "tests/q08_graph.py": "1a9d68f1bf4aa04da2d0de216e1b1b6c",
    "tests/q09_closed_form.py": "9ce683e414d69411662e0b228857d515",
    "tests/q10_identity.py": "7fa1a6ff49d38d681fe4ccb3d916875d",
    "tests/q11_representation.py": "4fb9be59dc3656fcbf728332ea27c5ab"
}
# What each picture of the notebook shows, by its path. The release writes this, too.
PICTURES: dict[str, str] = {
    "figures/features.svg": "Left: a strip of dots for each of three features, with different means and spreads. Right: the same three strips after normalization, all around 0 with the same spread.",
    "figures/gaussian_before.svg": "Left: a bell curve with its centre at 1.5 and marks at 1.1 and 1.9, one standard deviation to each side. Right: an empty grid with a question mark.",
    "figures/contours_before.svg": "Two nested tilted ellipses around the point (2, 1), for 1 and 2 standard deviations, on a grid that reaches from -3 to 5.",
    "figures/normalization_cubes.svg": "Four blocks of cells with the axes N, C and H·W. In A one channel is coloured, for all examples and all pixels. In B one example is coloured, with all its channels and pixels. In C one channel of one example is coloured, with all pixels. In D a single channel and a single pixel is coloured, for all examples.",
    "figures/graph_nodes.svg": "Seven circles without arrows: X, mu, sigma squared, Z, gamma, beta and Y."
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
