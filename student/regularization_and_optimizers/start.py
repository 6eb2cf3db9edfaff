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
    "README.md": "ebb7c75ff8530f9586c2d07a032c718f",
    "checks/__init__.py": "50488b001901b342ac334de5a72b1e5d",
    "checks/answers.py": "013d16c2fedb91b1c56060bb54311633",
    "checks/choices.py": "ca1aa040a758c7e8b56aa24d95feb020",
    "checks/closeness.py": "6fe138050bcb16300c21e3dd66498a3a",
    "checks/colab.py": "d12e86f9af5fe638c05d702dcc0d12cc",
    "checks/columns.py": "da7ba0d54795aa9827d5fe1938bc0749",
    "checks/handing_in.py": "fea6fdc3dd9790f33ea08d57ea1fb7cd",
    "checks/hints.py": "aa5d51f81652d71eda1121874f142f41",
    "checks/history.py": "63c6a98b7ff4ca00e87dc546e28d942e",
    "checks/home.py": "a1605ab2e61ed1a371d631362734b774",
    "checks/labels.py": "722b81f6cd00cab9af6a2a9ac5633c90",
    "checks/lists.py": "c9d67b016120a355cede10b605a2e483",
    "checks/notebook.py": "5783dccb70237ea1c5f6a67bd7e56566",
    "checks/ridge_example.py": "45acda7e18bdd28c4dfcb9e51eb85a0d",
    "checks/saving.py": "3d376779c8bd4cd919ec053e7910fd6f",
    "checks/scales.py": "cca8143a48950244539ff7cad939612f",
    "checks/stopping.py": "cf59c5ce4b73e59737283d6b7718c3cd",
    "checks/typeset.py": "6424e72360e7ac1fc2d01f10c39c0b57",
    "checks/walks.py": "df8ab9f28b1d77a825dd773a5088776a",
    "checks/worlds.py": "3385d676bb15298e6823025260f5b3db",
    "checks/written.py": "21bc82eabe117f975cbdea8c10c7bd28",
    "deeplearning/__init__.py": "da3375be399bfe1d31bb473b709c8073",
    "deeplearning/gradients.py": "0ae1fc257080903a9b00473ca1d87a2c",
    "deeplearning/plots.py": "8ef408b83c52a1df71b6027bd78ca1aa",
    "figures/dropout_penalty.svg": "5f2b9ce7285d029562ccae9e96f853bd",
    "figures/overview.svg": "190779862672992e679116a8981cd471",
    "figures/tanh_network.svg": "1f6e593a4569b8a5aef0a7e82c1c45ac",
    "requirements.txt": "ab676fdcfff324327caf679fb6cc39c7",
    "tests/hand_in.json": "8a27a4b0acd820d3493a3bbdd392eb43",
    "tests/hidden.json": "eacae7ff7babd31423f9df568265f773",
    "tests/q01_momentum.py": "0ece50246d32edcef7f0e9d7bb30842f",
    "tests/q02_adam.py": "80800adb1614c95bb53366414ec97ba3",
    "tests/q03_weight_decay.py": "b8a2539a5bf33fd0b0f8f579f1f5305d",
    "tests/q04_dropout_loss.py": "038ac219e91436ae1bd0b8cca497dc18",
    "tests/q05_ridge.py": "33746a6ae5de700e19f5c76166d62082",
    "tests/q06_change_of_variables.py": "c5ca5e16b8c39d7640b6df6c79730fe7",
    "tests/q07_column_lengths.py": "d5b933e10601062e41075834924288ed",
    "tests/q08_noise_moments.py": "d5e3be64acdd0c862c319cdeec28b840",
    "tests/q09_noise_coefficients.py": "ebb93df4aba42a7c19005220a84dacf7",
    "tests/q10_tanh_gradient.py": "9047b8aefb9710f95e8db8998261e17a",
    "tests/q11_saturation.py": "65a8060f0a41e93f4b88c429e9516cd3",
    "tests/q12_forward.py": "c3adeb1440a9365d70f2b21edabb7c96",
    "tests/q13_sensitivities.py": "8bf40f3f854154c0414d52cdcebac4df",
    "tests/q14_weight_gradients.py": "a6026e310f9cc3deade6a39a4ed44757"
}
# What each picture of the notebook shows, by its path. The release writes this, too.
PICTURES: dict[str, str] = {
    "figures/overview.svg": "Three panels. Left: a noisy gradient and its smooth running mean. Middle: the level curves of a loss without noise, and the rounder ones with dropout noise. Right: tanh and its slope.",
    "figures/dropout_penalty.svg": "Two pictures of level curves over two weights. Left, everything is kept: a long narrow valley of almost equally good weights. Right, half of the entries are kept: nearly round curves. A dot marks each minimum.",
    "figures/tanh_network.svg": "A network in three layers: the input x(0) has a constant 1 and the input; W(1) leads to two tanh units, W(2) to one tanh unit, W(3) to a linear output. The shape of each matrix stands below."
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
