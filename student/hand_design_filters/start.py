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
    "README.md": "d291f743e73904e7a7bd0160ef870a8a5e4dbe66294b66166c2d697cf768ce49",
    "checks/__init__.py": "133f9635f0b3ba655ce98f69c62e261258626fafebd7e31ee1cd12bc9ba78f45",
    "checks/answers.py": "3803c03d8d54bbc27954d81aaea36a04a1eff12cd7016a431ffdb885072b88d2",
    "checks/choices.py": "af41b19fad57ab57c16a2e586834c50e36f7298dc67f4c9d49f1e79eb7fb23e6",
    "checks/closeness.py": "e6ef6a7dddad96a8be4339bda02a197f612aac99d9a66a30d1c13afd47d1f7f1",
    "checks/colab.py": "e0054da7d4d427e1078a6057326d9f83acce585cce5211cdd8a78565c4d68fe1",
    "checks/filters.py": "06ae146a94d5e1ed7e931c55056cbe1fdccfb7d627c400cac5efa8fc65337e96",
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
    "checks/worlds.py": "db321d0dc80ca4ccb06193a71f9f7970515d0f3dca94afe62d6391a74174608a",
    "checks/written.py": "8a968a113b57f596b51c08ef062bbb4c4390dccee5f2dd0f99e80108cbd94a60",
    "deeplearning/__init__.py": "da3375be399bfe1d31bb473b709c807343a9f8e45d0850818fc5e8a5e7714877",
    "deeplearning/images.py": "e6353a722eae87fb7bfc9004030bc5157c7a9e494dbc47bdb0d2a7116dce3050",
    "deeplearning/plots.py": "8ef408b83c52a1df71b6027bd78ca1aa2a6c1fc09a899fc68c25109ad6c74599",
    "figures/flip_and_drag.svg": "1b4b1fa62bbc94d180e99d7a978807fe8ce1b45dae970777ea86139b85079640",
    "figures/overview.svg": "4f4bfc654e8980ea2f3b38746454ceec7e49ec1d34ea8c9a792dd3f05d4ea5c5",
    "figures/turned_kernel.svg": "fcf7e52d61f5087841680e98f71c6109e068c363a434e9ab01cb87022f3a67a8",
    "figures/windows.svg": "d8543b6d7336c6dddf81b6e778a5be8d6843713f222e20911074eeedb1ffcc82",
    "requirements.txt": "ab676fdcfff324327caf679fb6cc39c70f5e8a8714f736ac2ffcc9b170d33801",
    "tests/hand_in.json": "6c785a9e85d9e104b0a98952c1ad2952a59e80bf9bc67b0cc08b4b508ca87ea1",
    "tests/hidden.json": "b33799d4acda3efdfc8b4a87cf2bd6bbd818c7cb2ba58458258e59997b2b1abf",
    "tests/q01_boxcar_exp.py": "ed4d5667c486846a2ca097a184ed60d8f986ec4cada18115548095b5289216d5",
    "tests/q02_delayed_response.py": "c37ae9345b9e400c2684d7c8af3cd2c7d04d04699858210312e5333388360287",
    "tests/q03_true_convolution.py": "e432e8153e4dec1c514b74b185d62f4a16b1b5499d6a88cd0ef57854db4c7c04",
    "tests/q04_stride_and_pad.py": "fb2e17b13a8c9ccb722f6b660c8ef71c4641b4d446ca2a1417c6deca8e904745",
    "tests/q05_flip_matters.py": "6180c4395b882a8d04d29b0f773370fc13644290d936ea277f86ebc1efa376ef",
    "tests/q06_averaging_filter.py": "adce0f4b4f11c0c25dd46f56986459087b36b8b6de3ee090b2a0f7ad85bcfd4c",
    "tests/q07_edge_detector.py": "48e844fe038ffe6986061aa26bf36e95dcfb633292471d818e6bcef440efbd29"
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
