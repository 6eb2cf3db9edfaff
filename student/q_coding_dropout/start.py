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
    "README.md": "4f96dd48390cebadc0e77bbe80135b3d",
    "checks/__init__.py": "a25db71c672687e415fbf891a874431a",
    "checks/answers.py": "85eeb7bec3cda6884f9ab71de530b981",
    "checks/backward.py": "567e98973cb0395d7dc6dce80afa01f0",
    "checks/cheating.py": "f8afe50edeae17e3a1cd06dc0e00c320",
    "checks/choices.py": "8b45dbdc0f34dfaff0b78538fe28c660",
    "checks/closeness.py": "e338c7f6504c831da958830593cf732b",
    "checks/colab.py": "64d4dd3840f29098aa5f68273cc987cb",
    "checks/columns.py": "a17aee0829c8b6fc1376df9f51c91565",
    "checks/dropout.py": "b59c5697d3c946bad949de8e698edcd6",
    "checks/dropout_experiments.py": "713bbd24fdb376e33ee6923e9fda5555",
    "checks/handing_in.py": "1df39f4e686e840d7b029ad75287d312",
    "checks/hints.py": "4afbfe9d9876461ef94e1cd8dacfb5c5",
    "checks/history.py": "333c7f285c7a24fcc406c3369a8884ea",
    "checks/home.py": "a1605ab2e61ed1a371d631362734b774",
    "checks/labels.py": "1b6a03cc00ac146fbe937ca478483131",
    "checks/least_squares.py": "13f9f0356a8bb7903e491ac8ff9abc97",
    "checks/notebook.py": "0c315cc6ce97598fc8374917a06ccd94",
    "checks/purity.py": "fbf82491fb0d2cb79bb04c192507a9e9",
    "checks/saving.py": "6aad933964d4c1b6244afc9693328bc2",
    "checks/seeds.py": "7073c5456155bbebbff2db8c5bcd7210",
    "checks/stopping.py": "c5385e3129bff29435de2cd161405900",
    "checks/typeset.py": "3333abaad5f61e673a7a6e6e158cbbd1",
    "checks/written.py": "5669864d7d63a13d32a80d49614790ee",
    "deeplearning/__init__.py": "da3375be399bfe1d31bb473b709c8073",
    "deeplearning/cheating.py": "f0453bb92989275bfdda2743b90e1ea0",
    "deeplearning/data.py": "30aae476d1b090e98100be1334106f2c",
    "deeplearning/drawn.py": "c4138e7c393c201920dfa8dbc95bb360",
    "deeplearning/pictures.py": "def2a30301879e493f34b18222d1d336",
    "deeplearning/plots.py": "8ef408b83c52a1df71b6027bd78ca1aa",
    "figures/loss_surfaces.svg": "d9fb5fc0059b0c4b8e24dda73a52d8e3",
    "figures/two_weights.svg": "efb54d3405b0206ca5d3f55c8886adc3",
    "requirements.txt": "a009149f8d41b05d4e35d4260f3f882e",
    "tests/hand_in.json": "97c1b8665cd0e4493a3167620b1711d6",
    "tests/hidden.json": "64865f06821d7379cd3f9c6ed52fa3c5",
    "tests/q01_min_norm.py": "c882db2978ebe92afc92d9cd795fcffd",
    "tests/q02_gradient_descent.py": "7686850c7f88240e15eb00a1ef53cc94",
    "tests/q03_dropout_rows.py": "b4959af31afaa56281d2e8e40d3351ce",
    "tests/q04_dropout_module.py": "3d08aa8c92ff5aba6db8ccf53ccacb6d",
    "tests/q05_noisy_descent.py": "b54ca9ccfcae09a47f9906e6305ec2d9",
    "tests/q06_large_batch.py": "49f41f6e96f2ee041b02e6e1a7748e3a",
    "tests/q07_contributions.py": "60bfb14c72765b1e05385cdf272caa33",
    "tests/q08_drop_rate.py": "45cc6f64efe1fb0977737cdf5687a8fe",
    "tests/q09_adam.py": "1a12461ed7cdb37503a567503e01c636",
    "tests/q10_cheating_pixel.py": "80f141dfd28ef40d1274e96bc187d171"
}
# What each picture of the notebook shows, by its path. The release writes this, too.
PICTURES: dict[str, str] = {
    "figures/two_weights.svg": "Left: inputs 10 and 1 with weights w1 and w2 give one output, whose target is 11. Right: the four equally likely inputs with dropout at rate one half: 20 and 2, 20 and 0, 0 and 2, 0 and 0.",
    "figures/loss_surfaces.svg": "Contour lines of the loss over both weights, with a dot where gradient descent from zero ends. Without dropout the lines are straight and parallel. With dropout they are ellipses."
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
