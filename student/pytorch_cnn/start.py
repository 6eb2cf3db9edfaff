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
    "README.md": "6285f77589fd8f1c352204dece00cd00dcbf913181c6e8d2472fecbb9d17c9b3",
    "checks/__init__.py": "133f9635f0b3ba655ce98f69c62e261258626fafebd7e31ee1cd12bc9ba78f45",
    "checks/answers.py": "3803c03d8d54bbc27954d81aaea36a04a1eff12cd7016a431ffdb885072b88d2",
    "checks/choices.py": "af41b19fad57ab57c16a2e586834c50e36f7298dc67f4c9d49f1e79eb7fb23e6",
    "checks/closeness.py": "e6ef6a7dddad96a8be4339bda02a197f612aac99d9a66a30d1c13afd47d1f7f1",
    "checks/colab.py": "e0054da7d4d427e1078a6057326d9f83acce585cce5211cdd8a78565c4d68fe1",
    "checks/handed_in.py": "8975a06b486c901f7b057108bcf05c5b4ddc7298b7176e1b457e052e2bc73f8e",
    "checks/handing_in.py": "5e0fb1dd3c68b69412bbea5127f33f5547c5f9e0422901ac4c3cab9efd8eea59",
    "checks/hints.py": "e063cc1069782b21d4dd717209989990b2c78e887a62aa0d2816387b94ff3505",
    "checks/history.py": "a092821c92a26abc1bb4f5986ca84cac567c391eb09ecb58a38739e9da23b998",
    "checks/home.py": "300276c2a9e0b2e992f3d0e5a0144e893f7555eeca2f8c098e0b2f07d6345634",
    "checks/labels.py": "6f228cfbc8005421346f4cc06c370bcae6d0f105de75088c2cc23c1b6179d8b2",
    "checks/notebook.py": "84d65a90f5d506ce91a8d7812e3b00c2de1cfe493611a5ea3e6fab5c116e88e0",
    "checks/purity.py": "b220a68817036f105cc4c1aabd33624ab77e230711584328317b4bcc29c8ceaa",
    "checks/saving.py": "0b67272d345cb17c20ae2971e4ce7286198ee1ddc9fad8a51fd5e68b2c06d241",
    "checks/seeds.py": "c1c295f06a570a65279e7b5f4e309ed6024c91c3a0cbf9f9bcfec63c69eced99",
    "checks/simpler.py": "db4f7d2d194760e8bf8ff3f83b7024d647d4e6be8de34e452938058d25c759e3",
    "checks/steps.py": "6c951bf853129b555235cb0a12577fb1acc44d48edba83d0d2c3f22da7c1956d",
    "checks/torch_networks.py": "0d424592e44c297fa26e889a3df3c4ab1f40d925cd7bc7d8eaddee5d686492b1",
    "checks/typeset.py": "bc444336d9437f4a12918502840b592790789268769c6bcdabb593a251601cc1",
    "checks/written.py": "8a968a113b57f596b51c08ef062bbb4c4390dccee5f2dd0f99e80108cbd94a60",
    "deeplearning/__init__.py": "da3375be399bfe1d31bb473b709c807343a9f8e45d0850818fc5e8a5e7714877",
    "deeplearning/checkpoints.py": "c9fe88ede632404baf339187c01194e59b2e561f078f6be6f71e6a668bf3213a",
    "deeplearning/data.py": "6f38aa9e2f523f315337485088ee4f22b7a68b8dabe7d6f5e5b5a9c17d2acb69",
    "deeplearning/plots.py": "8ef408b83c52a1df71b6027bd78ca1aa2a6c1fc09a899fc68c25109ad6c74599",
    "deeplearning/progress.py": "575e7b67ec4e48900ea47cd9baeb2b5f1084b92e322f0f7b315555a346e49a5a",
    "deeplearning/training.py": "e7dbf35443f575f5139c57939c58ec6596cb57fcb4a51d3c90a63a35b74deff2",
    "deeplearning/weights.py": "da1d2fc0f3ad6d3e60b938f2ad10586c41c58d143434e4f473affb1fd224030f",
    "figures/kinds.svg": "b1fbe2ba90c914a0b19cf19ef2287010595f04b2c995c2017746228ec781909d",
    "figures/network.svg": "3f9a5284898d30c8a7da013da8b5b7896ea59af5c82573446951a94073c9f073",
    "requirements.txt": "60e454496596cb2e22b645ea282013c0933d298bbc3ed64b51fcf49619e24a06",
    "tests/hand_in.json": "bd5c12f495aa2e3c1b1c5ca651023eade82898d7aeb2c82a9eb4220e3c948872",
    "tests/hidden.json": "91726b6a654198549349567c58cce253adaed81d226307f390f038603b7d3434",
    "tests/q01_neural_network.py": "9360815c51778c80128445220f348194546c826791e5227c1cb937bd7ab11ad7",
    "tests/q02_training_step.py": "6309e7b8b6b4b7a2b4d2ddeb14deca044b534b918a9a06ce06defe17646588d8",
    "tests/q03_base_model.py": "bf4f4aada0abb71ad93364146bc099e4d8fda7a2fee66a8b904a20934d83ae45",
    "tests/q04_batchnorm_and_dropout.py": "812bddc36e8384ee1f397536b57517167e24c37e39b0893c0bbac662c9a34cfa",
    "tests/q05_own_design.py": "1a0cfa03b43f83761367d888f3a1237d7b69a50492a8d0cd5a32bf47ae80636d"
}
# What each picture of the notebook shows, by its path. The release writes this, too.
PICTURES: dict[str, str] = {
    "figures/network.svg": "Three blocks, each a 3 by 3 convolution, ReLU and 2 by 2 max pooling, halve the image and widen it to 16, 32 and 64 channels; a hidden layer of 256 units and a last layer give one logit a class.",
    "figures/kinds.svg": "One digit five times: as it is, shifted, turned, noisy, and faint."
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
