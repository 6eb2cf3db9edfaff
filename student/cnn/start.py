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
    "README.md": "82ae76219def144ecb35f5db549a5208ff5639bd701f0c0a66c01473082639bc",
    "checks/__init__.py": "133f9635f0b3ba655ce98f69c62e261258626fafebd7e31ee1cd12bc9ba78f45",
    "checks/answers.py": "3803c03d8d54bbc27954d81aaea36a04a1eff12cd7016a431ffdb885072b88d2",
    "checks/backward.py": "8099d0c2c5368cb8d4781c1a676f0f9c1908fa40d833a2018b43efa620685c67",
    "checks/choices.py": "af41b19fad57ab57c16a2e586834c50e36f7298dc67f4c9d49f1e79eb7fb23e6",
    "checks/closeness.py": "e6ef6a7dddad96a8be4339bda02a197f612aac99d9a66a30d1c13afd47d1f7f1",
    "checks/colab.py": "e0054da7d4d427e1078a6057326d9f83acce585cce5211cdd8a78565c4d68fe1",
    "checks/convnets.py": "a6a7b70656916fbc802dad0097d93d3ddca83a5eafca740e8c139a12b28c6f9b",
    "checks/handing_in.py": "5e0fb1dd3c68b69412bbea5127f33f5547c5f9e0422901ac4c3cab9efd8eea59",
    "checks/hints.py": "e063cc1069782b21d4dd717209989990b2c78e887a62aa0d2816387b94ff3505",
    "checks/history.py": "a092821c92a26abc1bb4f5986ca84cac567c391eb09ecb58a38739e9da23b998",
    "checks/home.py": "300276c2a9e0b2e992f3d0e5a0144e893f7555eeca2f8c098e0b2f07d6345634",
    "checks/labels.py": "6f228cfbc8005421346f4cc06c370bcae6d0f105de75088c2cc23c1b6179d8b2",
    "checks/notebook.py": "84d65a90f5d506ce91a8d7812e3b00c2de1cfe493611a5ea3e6fab5c116e88e0",
    "checks/purity.py": "b220a68817036f105cc4c1aabd33624ab77e230711584328317b4bcc29c8ceaa",
    "checks/sandwich.py": "26eb1ffc1e8f0ac3af9a95bea0b4970c860bc2fd1868920de641cc1f91b60881",
    "checks/saving.py": "0b67272d345cb17c20ae2971e4ce7286198ee1ddc9fad8a51fd5e68b2c06d241",
    "checks/seeds.py": "c1c295f06a570a65279e7b5f4e309ed6024c91c3a0cbf9f9bcfec63c69eced99",
    "checks/simpler.py": "db4f7d2d194760e8bf8ff3f83b7024d647d4e6be8de34e452938058d25c759e3",
    "checks/typeset.py": "bc444336d9437f4a12918502840b592790789268769c6bcdabb593a251601cc1",
    "checks/worked.py": "7209f696de5332a2f067fcaf49532c1257e82cdfdcfa02eb396ad81bb9970640",
    "checks/written.py": "8a968a113b57f596b51c08ef062bbb4c4390dccee5f2dd0f99e80108cbd94a60",
    "deeplearning/__init__.py": "da3375be399bfe1d31bb473b709c807343a9f8e45d0850818fc5e8a5e7714877",
    "deeplearning/data.py": "6f38aa9e2f523f315337485088ee4f22b7a68b8dabe7d6f5e5b5a9c17d2acb69",
    "deeplearning/gradients.py": "7ce90c7bbc323d54e7c5793bf4ca140a928024920a8577c17ec6119b009c41c7",
    "deeplearning/layers.py": "3066360ebb2a7007a5614dd933feaae6fd825bc68feeb72792d4cffc0bc339fc",
    "deeplearning/optim.py": "6384b702480724493f4e2d043432ef4d8c5ad2f2a7964f158122aca9df5701d2",
    "deeplearning/plots.py": "8ef408b83c52a1df71b6027bd78ca1aa2a6c1fc09a899fc68c25109ad6c74599",
    "deeplearning/progress.py": "575e7b67ec4e48900ea47cd9baeb2b5f1084b92e322f0f7b315555a346e49a5a",
    "deeplearning/solver.py": "f4432667d8e64a76ebd9a26bd957751f670640ca527976833188108a1fc74162",
    "figures/sliding_window.svg": "549ca17a347e903c94a93944181ab89b39139cadf33ba8fd8c4e333a736dcf51",
    "given/__init__.py": "379aef2658070c93e94f7435431849cb5b00379c24d3945011929a2f0ea0427c",
    "given/batchnorm.py": "ab50066cb7a102a846c5f7d4de7249bca672109af3f60d31843d39171dc7ae49",
    "requirements.txt": "4b070747ab25f4221cf076b426a9a647efa86bc1eef115c922d2a9ff9f20131e",
    "tests/hand_in.json": "20cc75d6d71729e5b1f0a0db67d95485efa8644d9c82461e9c0035af04008190",
    "tests/hidden.json": "4413b43f9fea6168fb4e7b8d06869043d1dc1f80acb18885fbff0016a87cf570",
    "tests/q01_conv_forward.py": "c6004db9903a3486f6fb8b0342f59028eb32a54fa58ac3d997df351f21636e2c",
    "tests/q02_conv_backward.py": "7dcbfd906399ad6ac5b754826ba038823c2209d9b00de76525fe5329b3f6c398",
    "tests/q03_max_pool_forward.py": "9b9257fc8078150efe7023451f27fd9b49686780ed5bc655d4a92490e3e9970a",
    "tests/q04_max_pool_backward.py": "0731d46a3e9ddba6113ec7fc5b853ec3fb70b372b22a7af5aac3d7c2b1982591",
    "tests/q05_sandwich_layers.py": "42052e59957cbac564637b5691660f6a279b8a15842207029304584f4716469c",
    "tests/q06_three_layer_convnet.py": "a166f00920c77edbbf8dece3cbf9839b57a1b4c26515de74e6a676dfb925aa9b",
    "tests/q07_spatial_batchnorm_forward.py": "8f7f067e5b14cab51f3fed44238d647a64cdcc18bc86782407769a91dda75e59",
    "tests/q08_spatial_batchnorm_backward.py": "36a6e0abe71514f162869f2131eb5bc2de2ef33d4864aa223c74e42d1fc99692"
}
# What each picture of the notebook shows, by its path. The release writes this, too.
PICTURES: dict[str, str] = {
    "figures/sliding_window.svg": "A four by four image becomes a two by two map by a three by three window, then one number by pooling."
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
