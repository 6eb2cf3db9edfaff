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
# SHA-256 of each file, by its path below the folder. The release writes this.
FILES: dict[str, str] = {
    "AGENTS.md": "09041b58d6074d9ed020dda1e53913db9577d37bb5fe80c4d0552ee717fce3b4",
    "README.md": "0d2559f5002cd4ad9f57ec4498c285b33d7ab461cb033cacaee75a361e8dacc6",
    "checks/__init__.py": "133f9635f0b3ba655ce98f69c62e261258626fafebd7e31ee1cd12bc9ba78f45",
    "checks/answers.py": "3803c03d8d54bbc27954d81aaea36a04a1eff12cd7016a431ffdb885072b88d2",
    "checks/arithmetic.py": "e796c65ad5df8d58ff9cddf3b2a1eb39e8d691499f9a2892c157159a40cb0883",
    "checks/choices.py": "af41b19fad57ab57c16a2e586834c50e36f7298dc67f4c9d49f1e79eb7fb23e6",
    "checks/closeness.py": "e6ef6a7dddad96a8be4339bda02a197f612aac99d9a66a30d1c13afd47d1f7f1",
    "checks/colab.py": "e0054da7d4d427e1078a6057326d9f83acce585cce5211cdd8a78565c4d68fe1",
    "checks/handing_in.py": "5e0fb1dd3c68b69412bbea5127f33f5547c5f9e0422901ac4c3cab9efd8eea59",
    "checks/hints.py": "e063cc1069782b21d4dd717209989990b2c78e887a62aa0d2816387b94ff3505",
    "checks/history.py": "a092821c92a26abc1bb4f5986ca84cac567c391eb09ecb58a38739e9da23b998",
    "checks/home.py": "300276c2a9e0b2e992f3d0e5a0144e893f7555eeca2f8c098e0b2f07d6345634",
    "checks/labels.py": "6f228cfbc8005421346f4cc06c370bcae6d0f105de75088c2cc23c1b6179d8b2",
    "checks/notebook.py": "84d65a90f5d506ce91a8d7812e3b00c2de1cfe493611a5ea3e6fab5c116e88e0",
    "checks/purity.py": "b220a68817036f105cc4c1aabd33624ab77e230711584328317b4bcc29c8ceaa",
    "checks/saving.py": "0b67272d345cb17c20ae2971e4ce7286198ee1ddc9fad8a51fd5e68b2c06d241",
    "checks/seeds.py": "c1c295f06a570a65279e7b5f4e309ed6024c91c3a0cbf9f9bcfec63c69eced99",
    "checks/typeset.py": "bc444336d9437f4a12918502840b592790789268769c6bcdabb593a251601cc1",
    "checks/written.py": "8a968a113b57f596b51c08ef062bbb4c4390dccee5f2dd0f99e80108cbd94a60",
    "deeplearning/__init__.py": "da3375be399bfe1d31bb473b709c807343a9f8e45d0850818fc5e8a5e7714877",
    "deeplearning/plots.py": "8ef408b83c52a1df71b6027bd78ca1aa2a6c1fc09a899fc68c25109ad6c74599",
    "figures/conv_layer.svg": "231695f1c32c01af2c21b92b969a0215f923da525c8208ad52b399324de5b52c",
    "figures/receptive_field.svg": "3e9123d8e7751b802328cd3d652e41edcf906e27b70ac7384b34af00a0f14b47",
    "figures/residual_blocks.svg": "062ee20486842e7c7afaac125e12a3c35d713d4383d8b4f458e31fe409dcb8af",
    "figures/shifted_lines.svg": "16b6354ecc409b0fb28c519e00ab304b696fa49c3acd1eab1360d269a05ac32a",
    "figures/transposed_convolution.svg": "bb6c9289e7e60c15029096b8b74b0ab95ebbe7b0451b71fb7dc839ea43c333cd",
    "requirements.txt": "ab676fdcfff324327caf679fb6cc39c70f5e8a8714f736ac2ffcc9b170d33801",
    "tests/hand_in.json": "38fd010580bfd1c1eabd25b05f31b3e1eb7623ea6745c08dff45b27667356b5c",
    "tests/hidden.json": "e7fa0466babad5b6f969a1a2b13664eafa0936af0348e54c2a8dad6c478ff4ee",
    "tests/q01_conv_params.py": "a05c34d4c0e0e7f26d0ea4049a4e7e8deab1099ee00484158c00cc5bb2050edf",
    "tests/q02_separable_params.py": "b75640e4828a8edeeb26f23ad2d6563695e887ee307a5329e272fdbc89baa5db",
    "tests/q03_why_convolution.py": "b78eca375a58317a1262996556c608b1f9a99400afd7c8c0863f3dc0f025d8d4",
    "tests/q04_output_shapes.py": "942db5966c0990bfbb193cdf747e05b4a97cf9f811f113425f98a8fce1f9df2b",
    "tests/q05_network_table.py": "e65dce816d6537292238b6db1c1561ddb5b2cd06bafd6c477a149833e6cb18f5",
    "tests/q06_receptive_field.py": "8b5fb6dc69c829719419bbe4dd2062a78d538f9d562953aa61b7d5963079c793",
    "tests/q07_downsampling_cost.py": "a07c26c217229d0f85b8feb609b6669aeb6a563862af25a92cfc9b723734c4e0",
    "tests/q08_shifted_lines.py": "1d01a9bbbbd804c81bd57e2491cdd9f616c015627a13a34179db1661e9003758",
    "tests/q09_filter_recovery.py": "d76287f90fff9107fd628c4ca14ac1e50607ed54a9c61e11a07c73df4ba08ee7",
    "tests/q10_toeplitz_matrix.py": "bd4ade01cd1d88749c6d6da366a9d048e126547e65d1e79a2b56153fa6296631",
    "tests/q11_channel_matrix.py": "b946d3c849bc7fac2d4cce91b96363323159a63790853c6fa5176821e2fe071d",
    "tests/q12_input_gradient.py": "86404b14910e70de8f519b011f6fa2435e2d13bdb562f2a4008db2a98bbec555",
    "tests/q13_transposed_convolution.py": "3b012a941482d6cc3d8ccd9d7403283c294ba5143bed0ab59819f81dd1df9355",
    "tests/q14_residual_blocks.py": "25322802d11c13701951d0e693154b77b1e5a557cb2a984637f0624e64da4c86",
    "tests/q15_bottleneck_trade.py": "bfaf411ce6c5a416676fed15f7a1ee779d80c6bb949eec2cc1d67cc2cde518cb"
}
# What each picture of the notebook shows, by its path. The release writes this, too.
PICTURES: dict[str, str] = {
    "figures/conv_layer.svg": "One convolution layer. An input volume of C_in channels, height H and width W; one filter as deep as the input; an output volume with one channel for each of the C_out filters.",
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
        if sha256(data).hexdigest() != FILES[path]:
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
