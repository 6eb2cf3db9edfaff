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
    "README.md": "2f39c6c21396d6633ff30d86938f85b02984894dd58cb387f1e27ea24ea90e5d",
    "checks/__init__.py": "133f9635f0b3ba655ce98f69c62e261258626fafebd7e31ee1cd12bc9ba78f45",
    "checks/answers.py": "3803c03d8d54bbc27954d81aaea36a04a1eff12cd7016a431ffdb885072b88d2",
    "checks/backward.py": "8099d0c2c5368cb8d4781c1a676f0f9c1908fa40d833a2018b43efa620685c67",
    "checks/choices.py": "af41b19fad57ab57c16a2e586834c50e36f7298dc67f4c9d49f1e79eb7fb23e6",
    "checks/closeness.py": "e6ef6a7dddad96a8be4339bda02a197f612aac99d9a66a30d1c13afd47d1f7f1",
    "checks/colab.py": "e0054da7d4d427e1078a6057326d9f83acce585cce5211cdd8a78565c4d68fe1",
    "checks/dropout.py": "3c3b134519090d881b9f720a1a9d9892195137ac55a0b709bc7da20650a5cc95",
    "checks/experiments.py": "c1b23f282bad3864525875e4db1454b274439e1f0548eb6b94470b1495d7a62b",
    "checks/handing_in.py": "5e0fb1dd3c68b69412bbea5127f33f5547c5f9e0422901ac4c3cab9efd8eea59",
    "checks/hints.py": "e063cc1069782b21d4dd717209989990b2c78e887a62aa0d2816387b94ff3505",
    "checks/history.py": "a092821c92a26abc1bb4f5986ca84cac567c391eb09ecb58a38739e9da23b998",
    "checks/home.py": "300276c2a9e0b2e992f3d0e5a0144e893f7555eeca2f8c098e0b2f07d6345634",
    "checks/labels.py": "6f228cfbc8005421346f4cc06c370bcae6d0f105de75088c2cc23c1b6179d8b2",
    "checks/networks.py": "ed18bb442e296869f90e79d97ff92b4398f0dfe7bc539e32d94733366a076041",
    "checks/normalization.py": "7270c0d9cb90ec8c68e839add91ab2fda41b7668ff42865efef88996db4a7b17",
    "checks/notebook.py": "84d65a90f5d506ce91a8d7812e3b00c2de1cfe493611a5ea3e6fab5c116e88e0",
    "checks/plain_network.py": "272938356d3e11f673f7e7c260d29655547f928b53088378a54315b0700bcd90",
    "checks/purity.py": "b220a68817036f105cc4c1aabd33624ab77e230711584328317b4bcc29c8ceaa",
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
    "deeplearning/networks.py": "0ab700e1bda15a96e66a20b4bdf2b6f1783d99925dfdc355315f12aa184998e4",
    "deeplearning/optim.py": "6384b702480724493f4e2d043432ef4d8c5ad2f2a7964f158122aca9df5701d2",
    "deeplearning/plots.py": "8ef408b83c52a1df71b6027bd78ca1aa2a6c1fc09a899fc68c25109ad6c74599",
    "deeplearning/progress.py": "575e7b67ec4e48900ea47cd9baeb2b5f1084b92e322f0f7b315555a346e49a5a",
    "deeplearning/solver.py": "f4432667d8e64a76ebd9a26bd957751f670640ca527976833188108a1fc74162",
    "figures/hidden_layer.svg": "cbca80f7a6f84fa56db9690b80d08f9cfea2954a3ed1cf871723afe0d4e5d1cc",
    "requirements.txt": "4b070747ab25f4221cf076b426a9a647efa86bc1eef115c922d2a9ff9f20131e",
    "tests/hand_in.json": "47b79cce0c829deba087ffd863ec414ba1b2983e4a8bc068f2ca8224165c06f6",
    "tests/hidden.json": "5afbac847b91513f0e49f2a11d43109175c9fdaf360fdd6e9fd60238360e3b64",
    "tests/q01_batchnorm_forward.py": "268531454a9bb9623b77e1fdbd691aa01bfd3cbaabcb97d4763fb04c94b00eee",
    "tests/q02_batchnorm_backward.py": "aceee49c734aee3707e76f6714a4e406d92e9e8cc04e54ecf7ceea3b93bf77ad",
    "tests/q03_batchnorm_backward_alt.py": "eafb565246ca8cb9cd132c166fa834feba4ab295e5611bf8d7aad9ce83a05922",
    "tests/q04_dropout_forward.py": "4e023f9466c3cb459f15d61c5d0527ac6baa911d9711b1410e3fbd8a18cedb10",
    "tests/q05_dropout_backward.py": "97cfc0eb0a3d1554bd65c28c970ef3f037f7eee2612ea6de646fb4044c14172e",
    "tests/q06_fully_connected_net.py": "ca6632d9e45f4c06e1eb6b0caaf39a9030688af135e6f427e60a3a7b38f6fff1",
    "tests/q07_deep_network.py": "7f23d56a0e6652159ee4d9ac15ef0f3cc9260fe22f06a2b38966c707b62f533b",
    "tests/q08_initialization.py": "32ad269bfd0b32212101deb4259a0f0dcda38f9598a7e6ec1da70390400dfff2",
    "tests/q09_regularization.py": "55a2dda1fd1fa4dbfa4b94c5efed5ead5b9cb70b6e951e519d83a0ded808a163"
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
