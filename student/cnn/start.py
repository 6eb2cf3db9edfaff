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
    "README.md": "e001031806fe3640f32fe95ee98a61e9",
    "checks/__init__.py": "b07e7787a1939dee5a8df7552b266f70",
    "checks/answers.py": "013d16c2fedb91b1c56060bb54311633",
    "checks/backward.py": "e818ef03135879809a01e0f54ecbc18c",
    "checks/closeness.py": "6fe138050bcb16300c21e3dd66498a3a",
    "checks/colab.py": "d12e86f9af5fe638c05d702dcc0d12cc",
    "checks/columns.py": "da7ba0d54795aa9827d5fe1938bc0749",
    "checks/convnets.py": "05c1beb463bed6c627be6eac0461fb7f",
    "checks/handing_in.py": "fea6fdc3dd9790f33ea08d57ea1fb7cd",
    "checks/hints.py": "41797aed0ee84b7794fc3469a91372e1",
    "checks/history.py": "63c6a98b7ff4ca00e87dc546e28d942e",
    "checks/home.py": "a1605ab2e61ed1a371d631362734b774",
    "checks/labels.py": "722b81f6cd00cab9af6a2a9ac5633c90",
    "checks/notebook.py": "5783dccb70237ea1c5f6a67bd7e56566",
    "checks/purity.py": "da4ed5925e83fb72f5336e960c64df65",
    "checks/sandwich.py": "60e2e2f5830c4a3212c20e532985ad77",
    "checks/saving.py": "3d376779c8bd4cd919ec053e7910fd6f",
    "checks/simpler.py": "8786099c86f33f55a2e2e3b4896b73bc",
    "checks/stopping.py": "cf59c5ce4b73e59737283d6b7718c3cd",
    "checks/typeset.py": "6424e72360e7ac1fc2d01f10c39c0b57",
    "checks/worked.py": "e1f00e7ec64f4aa326d7ba98e4e72a38",
    "checks/written.py": "21bc82eabe117f975cbdea8c10c7bd28",
    "deeplearning/__init__.py": "da3375be399bfe1d31bb473b709c8073",
    "deeplearning/data.py": "30aae476d1b090e98100be1334106f2c",
    "deeplearning/gradients.py": "0ae1fc257080903a9b00473ca1d87a2c",
    "deeplearning/layers.py": "3066360ebb2a7007a5614dd933feaae6",
    "deeplearning/optim.py": "6384b702480724493f4e2d043432ef4d",
    "deeplearning/plots.py": "8ef408b83c52a1df71b6027bd78ca1aa",
    "deeplearning/progress.py": "575e7b67ec4e48900ea47cd9baeb2b5f",
    "deeplearning/solver.py": "f4432667d8e64a76ebd9a26bd957751f",
    "figures/backward_windows.svg": "bbddac3491ebf658f85c8f4353adf947",
    "figures/sliding_window.svg": "640f823724ccc592d0c2936140aba4cb",
    "figures/two_channels.svg": "060c69ce6261ab7826c3d4d67721f463",
    "given/__init__.py": "379aef2658070c93e94f7435431849cb",
    "given/batchnorm.py": "ab50066cb7a102a846c5f7d4de7249bc",
    "requirements.txt": "ae1e92e52c26cc05ff2a0368bb914940",
    "tests/hand_in.json": "688d09cb5358e644bb212eb42b7d41cc",
    "tests/hidden.json": "4413b43f9fea6168fb4e7b8d06869043",
    "tests/q01_conv_forward.py": "d3f933808f3382ccdf6623168a996769",
    "tests/q02_conv_backward.py": "5bae2df1d9b92867ab805a46b02726bc",
    "tests/q03_max_pool_forward.py": "9b9257fc8078150efe7023451f27fd9b",
    "tests/q04_max_pool_backward.py": "e02893e7464bf8f281bca8dc7d93c249",
    "tests/q05_sandwich_layers.py": "42052e59957cbac564637b5691660f6a",
    "tests/q06_three_layer_convnet.py": "a166f00920c77edbbf8dece3cbf9839b",
    "tests/q07_spatial_batchnorm_forward.py": "8f7f067e5b14cab51f3fed44238d647a",
    "tests/q08_spatial_batchnorm_backward.py": "e9f29065138f637a8131c7b43ace4c69"
}
# What each picture of the notebook shows, by its path. The release writes this, too.
PICTURES: dict[str, str] = {
    "figures/sliding_window.svg": "A four by four image becomes a two by two map by a three by three window, then one number by pooling.",
    "figures/two_channels.svg": "An image of two channels, three by three each, and a filter of two channels, two by two each. The window at the top right gives 2 minus 2 is 0 in channel 0 and 1 plus 2 is 3 in channel 1; with the bias 1 the output there is 4. The whole output is 3, 4 in the first row and 2, 7 in the second.",
    "figures/backward_windows.svg": "The gradient dout of a two by two output is 1 and 10 in the first row, 0 below. The first entry puts 1 times the filter w onto the top left window of dx, the second 10 times w onto the window beside it. Their sum is dx; in the column that both windows cover, the entries are 12 and 34."
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
