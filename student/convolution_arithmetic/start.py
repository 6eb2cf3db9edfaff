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
    "README.md": "5c194438b7409b3474b1ffcc91bc8ee2",
    "checks/__init__.py": "251af5cdf3951efa573d1a84c321f126",
    "checks/answers.py": "013d16c2fedb91b1c56060bb54311633",
    "checks/arithmetic.py": "652e8510f62803f2d008d7e34bfc0fb2",
    "checks/choices.py": "ca1aa040a758c7e8b56aa24d95feb020",
    "checks/closeness.py": "6fe138050bcb16300c21e3dd66498a3a",
    "checks/colab.py": "d12e86f9af5fe638c05d702dcc0d12cc",
    "checks/columns.py": "da7ba0d54795aa9827d5fe1938bc0749",
    "checks/handing_in.py": "fea6fdc3dd9790f33ea08d57ea1fb7cd",
    "checks/hints.py": "41797aed0ee84b7794fc3469a91372e1",
    "checks/history.py": "63c6a98b7ff4ca00e87dc546e28d942e",
    "checks/home.py": "a1605ab2e61ed1a371d631362734b774",
    "checks/labels.py": "722b81f6cd00cab9af6a2a9ac5633c90",
    "checks/notebook.py": "5783dccb70237ea1c5f6a67bd7e56566",
    "checks/purity.py": "da4ed5925e83fb72f5336e960c64df65",
    "checks/saving.py": "3d376779c8bd4cd919ec053e7910fd6f",
    "checks/stopping.py": "cf59c5ce4b73e59737283d6b7718c3cd",
    "checks/typeset.py": "6424e72360e7ac1fc2d01f10c39c0b57",
    "checks/worlds.py": "3385d676bb15298e6823025260f5b3db",
    "checks/written.py": "21bc82eabe117f975cbdea8c10c7bd28",
    "deeplearning/__init__.py": "da3375be399bfe1d31bb473b709c8073",
    "deeplearning/gradients.py": "0ae1fc257080903a9b00473ca1d87a2c",
    "deeplearning/plots.py": "8ef408b83c52a1df71b6027bd78ca1aa",
    "figures/conv_layer.svg": "c8a8269f15649e3afa3a8a089f30b2a6",
    "figures/receptive_field.svg": "ff9a2be6ff0ba6bdedcd2cfb4c731850",
    "figures/residual_blocks.svg": "6f9253f6770aab7c99e877d85d7ef2eb",
    "figures/separable.svg": "1d15d03630546f819700c74553ac5f38",
    "figures/shifted_lines.svg": "5f5cf0a3628b2eec2d7290828c2ad870",
    "figures/transposed_convolution.svg": "253b637e29355b79f48ace552e582dd9",
    "requirements.txt": "ab676fdcfff324327caf679fb6cc39c7",
    "tests/hand_in.json": "c4e13165c92f49f11c5edbdef6ed1270",
    "tests/hidden.json": "e7fa0466babad5b6f969a1a2b13664ea",
    "tests/q01_conv_params.py": "a05c34d4c0e0e7f26d0ea4049a4e7e8d",
    "tests/q02_separable_params.py": "e7391ddc32f9dd38b04df09c0fc42b13",
    "tests/q03_why_convolution.py": "b78eca375a58317a1262996556c608b1",
    "tests/q04_output_shapes.py": "942db5966c0990bfbb193cdf747e05b4",
    "tests/q05_network_table.py": "4920aa466e7761e39f6cc64fc78e385d",
    "tests/q06_receptive_field.py": "8b5fb6dc69c829719419bbe4dd2062a7",
    "tests/q07_downsampling_cost.py": "6e1a6abc519e2de30505ff2f76349492",
    "tests/q08_shifted_lines.py": "1d01a9bbbbd804c81bd57e2491cdd9f6",
    "tests/q09_filter_recovery.py": "d76287f90fff9107fd628c4ca14ac1e5",
    "tests/q10_toeplitz_matrix.py": "bd4ade01cd1d88749c6d6da366a9d048",
    "tests/q11_channel_matrix.py": "68279c6c05ec1ba00f745ce1dc8e7c30",
    "tests/q12_input_gradient.py": "e90684dd02b0f85e8c335c361ea5b0c7",
    "tests/q13_transposed_convolution.py": "3b012a941482d6cc3d8ccd9d7403283c",
    "tests/q14_residual_blocks.py": "b3ff751ca3f79dfcc011412453a01047",
    "tests/q15_bottleneck_trade.py": "8705b2a829cf505cd5adb3e1a8822e17"
}
# What each picture of the notebook shows, by its path. The release writes this, too.
PICTURES: dict[str, str] = {
    "figures/conv_layer.svg": "One convolution layer. An input volume of C_in channels, height H and width W; one filter as deep as the input; an output volume with one channel for each of the C_out filters.",
    "figures/separable.svg": "Three input channels. Each passes a 3 by 3 filter of its own and gives one map. Then each of four output maps takes one pixel of all three maps, by a 1 by 1 filter.",
    "figures/receptive_field.svg": "Three rows of cells. Each output of the second layer depends on three cells of the first layer, and these on five cells of the input.",
    "figures/shifted_lines.svg": "Four images of eight by eight pixels. x1 has a bright horizontal line in row 1, x2 a bright vertical line in column 5, x3 a horizontal line in row 6, x4 a vertical line in column 2.",
    "figures/transposed_convolution.svg": "A two by two input stamps a three by three kernel four times, two steps apart, into an output of five by five. Where stamps overlap, the output holds the sum.",
    "figures/residual_blocks.svg": "Two residual blocks side by side. Standard: 3 by 3 convolution, batch norm, ReLU, 3 by 3 convolution, batch norm, all with C channels. Bottleneck: a 1 by 1 convolution from C down to S channels, a 3 by 3 convolution with S channels, a 1 by 1 convolution back up to C, each with batch norm. In both, a shortcut adds the input at the end."
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
