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
    "README.md": "fdaf4b8c2d2efb1935aabc6e2d7ddab3",
    "checks/__init__.py": "0ea815a41cb41f9943fa9c46f6279926",
    "checks/answers.py": "013d16c2fedb91b1c56060bb54311633",
    "checks/backward.py": "c1ce8f183ad65c94a44a2010c9e7f6a0",
    "checks/choices.py": "ca1aa040a758c7e8b56aa24d95feb020",
    "checks/closeness.py": "6fe138050bcb16300c21e3dd66498a3a",
    "checks/colab.py": "d12e86f9af5fe638c05d702dcc0d12cc",
    "checks/columns.py": "da7ba0d54795aa9827d5fe1938bc0749",
    "checks/dropout.py": "ccbb21660705ee291f4ba50df605178a",
    "checks/experiments.py": "4eeebddafe8a336b350c583fac635ccf",
    "checks/handing_in.py": "fea6fdc3dd9790f33ea08d57ea1fb7cd",
    "checks/hints.py": "d4223bd00e08e23e6c8da3ebbc1ed9b8",
    "checks/history.py": "63c6a98b7ff4ca00e87dc546e28d942e",
    "checks/home.py": "a1605ab2e61ed1a371d631362734b774",
    "checks/labels.py": "722b81f6cd00cab9af6a2a9ac5633c90",
    "checks/networks.py": "48fa150068e66318677f3e19cbda78c5",
    "checks/normalization.py": "ceea5b98ec26a1a6532236e445858a1b",
    "checks/notebook.py": "5783dccb70237ea1c5f6a67bd7e56566",
    "checks/plain_network.py": "6ff044f289a0f798604a76c3989abfa6",
    "checks/purity.py": "6d2cbddd9a7a078fba3ed19f10f2bf2c",
    "checks/saving.py": "3d376779c8bd4cd919ec053e7910fd6f",
    "checks/seeds.py": "2ba19e4cbc1179ff5b312b7a7ec7f0ac",
    "checks/simpler.py": "72620a6af16bcb933fa8b6665e705e8b",
    "checks/stopping.py": "cf59c5ce4b73e59737283d6b7718c3cd",
    "checks/typeset.py": "6424e72360e7ac1fc2d01f10c39c0b57",
    "checks/worked.py": "871d83f0cebe3c1cc24bf233cf7c6b29",
    "checks/written.py": "21bc82eabe117f975cbdea8c10c7bd28",
    "deeplearning/__init__.py": "da3375be399bfe1d31bb473b709c8073",
    "deeplearning/data.py": "30aae476d1b090e98100be1334106f2c",
    "deeplearning/gradients.py": "0ae1fc257080903a9b00473ca1d87a2c",
    "deeplearning/layers.py": "3066360ebb2a7007a5614dd933feaae6",
    "deeplearning/networks.py": "0ab700e1bda15a96e66a20b4bdf2b6f1",
    "deeplearning/optim.py": "6384b702480724493f4e2d043432ef4d",
    "deeplearning/plots.py": "8ef408b83c52a1df71b6027bd78ca1aa",
    "deeplearning/progress.py": "575e7b67ec4e48900ea47cd9baeb2b5f",
    "deeplearning/solver.py": "f4432667d8e64a76ebd9a26bd957751f",
    "figures/hidden_layer.svg": "297c1d6f90c454deb0e92df961d99355",
    "requirements.txt": "ae1e92e52c26cc05ff2a0368bb914940",
    "tests/hand_in.json": "d27cc69285987fec0950550832f4526d",
    "tests/hidden.json": "5afbac847b91513f0e49f2a11d431091",
    "tests/q01_batchnorm_forward.py": "268531454a9bb9623b77e1fdbd691aa0",
    "tests/q02_batchnorm_backward.py": "24cef982c1575edc2cf3e085ab30a852",
    "tests/q03_batchnorm_backward_alt.py": "f41a7487a569551af382098f59328db0",
    "tests/q04_dropout_forward.py": "4e023f9466c3cb459f15d61c5d0527ac",
    "tests/q05_dropout_backward.py": "3e3d62b595dec6b75a0f7dc171039826",
    "tests/q06_fully_connected_net.py": "ca6632d9e45f4c06e1eb6b0caaf39a90",
    "tests/q07_deep_network.py": "f0f4621cbab130ee52bfa1a6c45245ce",
    "tests/q08_initialization.py": "20beb478c267fd3b0784f0e3bfe12912",
    "tests/q09_regularization.py": "651bcf3c15a892167fa6021f00ffb5ac"
}
# What each picture of the notebook shows, by its path. The release writes this, too.
PICTURES: dict[str, str] = {
    "figures/hidden_layer.svg": "One hidden layer: affine, batch norm, ReLU, dropout. The shapes are (N, D) before the affine layer and (N, M) after every box; gradients flow back along the same arrows."
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
