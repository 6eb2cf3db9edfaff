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
    "README.md": "6ee6261dff530d9ba0cb31e34abb8b8a82c2ede5180e0757a12eeee64d826cb0",
    "checks/__init__.py": "133f9635f0b3ba655ce98f69c62e261258626fafebd7e31ee1cd12bc9ba78f45",
    "checks/answers.py": "3803c03d8d54bbc27954d81aaea36a04a1eff12cd7016a431ffdb885072b88d2",
    "checks/choices.py": "af41b19fad57ab57c16a2e586834c50e36f7298dc67f4c9d49f1e79eb7fb23e6",
    "checks/closeness.py": "e6ef6a7dddad96a8be4339bda02a197f612aac99d9a66a30d1c13afd47d1f7f1",
    "checks/colab.py": "e0054da7d4d427e1078a6057326d9f83acce585cce5211cdd8a78565c4d68fe1",
    "checks/handing_in.py": "5e0fb1dd3c68b69412bbea5127f33f5547c5f9e0422901ac4c3cab9efd8eea59",
    "checks/hints.py": "e063cc1069782b21d4dd717209989990b2c78e887a62aa0d2816387b94ff3505",
    "checks/history.py": "a092821c92a26abc1bb4f5986ca84cac567c391eb09ecb58a38739e9da23b998",
    "checks/home.py": "300276c2a9e0b2e992f3d0e5a0144e893f7555eeca2f8c098e0b2f07d6345634",
    "checks/labels.py": "6f228cfbc8005421346f4cc06c370bcae6d0f105de75088c2cc23c1b6179d8b2",
    "checks/lists.py": "181fcfa432ef2d7b1a4334a638d0f4bb4026a04a2aca18c382576be91e902a5f",
    "checks/notebook.py": "84d65a90f5d506ce91a8d7812e3b00c2de1cfe493611a5ea3e6fab5c116e88e0",
    "checks/purity.py": "b220a68817036f105cc4c1aabd33624ab77e230711584328317b4bcc29c8ceaa",
    "checks/ridge_example.py": "c67bbd736c005e7ff226b60dc6e2a4319b914069d95d2e671e1dc75150f99f1f",
    "checks/saving.py": "0b67272d345cb17c20ae2971e4ce7286198ee1ddc9fad8a51fd5e68b2c06d241",
    "checks/scales.py": "96f639488ff005c67f3888f126669f32491ce6815b8be0b3d6956255c41cac2d",
    "checks/seeds.py": "c1c295f06a570a65279e7b5f4e309ed6024c91c3a0cbf9f9bcfec63c69eced99",
    "checks/typeset.py": "bc444336d9437f4a12918502840b592790789268769c6bcdabb593a251601cc1",
    "checks/walks.py": "26ede9e4643273c4ffc047652a3fbfef4cef2e5b1f2833279d1ccff499dba6cb",
    "checks/written.py": "8a968a113b57f596b51c08ef062bbb4c4390dccee5f2dd0f99e80108cbd94a60",
    "deeplearning/__init__.py": "da3375be399bfe1d31bb473b709c807343a9f8e45d0850818fc5e8a5e7714877",
    "deeplearning/plots.py": "8ef408b83c52a1df71b6027bd78ca1aa2a6c1fc09a899fc68c25109ad6c74599",
    "figures/dropout_penalty.svg": "97015bbfebd72b6631b67a482bf7586a763c3c8d18afabd4ddf3bcc70fbd6ba2",
    "figures/overview.svg": "43e082ecd86bc0feab834f654354efd8b7cfe1d90d990e9f6254f25ac15d5206",
    "figures/tanh_network.svg": "3528461d1fa5c564d9ea79063c9681c4e23910f8613afcf9345bdd33a9fdd00a",
    "requirements.txt": "ab676fdcfff324327caf679fb6cc39c70f5e8a8714f736ac2ffcc9b170d33801",
    "tests/hand_in.json": "e97d90be6a46f386c729dab87fc603990a259bcb259ff1ce134d127b7641da89",
    "tests/hidden.json": "eacae7ff7babd31423f9df568265f77317670f08e128a01d5973aa52b4002331",
    "tests/q01_momentum.py": "0ece50246d32edcef7f0e9d7bb30842f10306474d1eaa0c50888981accfc5761",
    "tests/q02_adam.py": "80800adb1614c95bb53366414ec97ba370d9a5b7860d684071e01a771164693d",
    "tests/q03_weight_decay.py": "b8a2539a5bf33fd0b0f8f579f1f5305d64d06efd1c1efc21069406483339c4d7",
    "tests/q04_dropout_loss.py": "038ac219e91436ae1bd0b8cca497dc1873bf84fe42a6e2cbd88a101288e5789e",
    "tests/q05_ridge.py": "33746a6ae5de700e19f5c76166d62082c1001e52f331eef81c847ce72b5731b7",
    "tests/q06_change_of_variables.py": "c5ca5e16b8c39d7640b6df6c79730fe74d656a5f4b5f0933f154321cd31e6a17",
    "tests/q07_column_lengths.py": "48456770f81057ea6e20ff0b0e939b4a70765df3fa2498697be6752f7b1d818e",
    "tests/q08_noise_moments.py": "d5e3be64acdd0c862c319cdeec28b840b9c68e2a7715ee01e253533b6c2ce5f4",
    "tests/q09_noise_coefficients.py": "ebb93df4aba42a7c19005220a84dacf7706894d38ed31c1dc9199b1010dd05d9",
    "tests/q10_tanh_gradient.py": "faf564a8f5deb78ef75758761dcc384c86642466e763fb2785e5a8621df60fbe",
    "tests/q11_saturation.py": "05bc9f3aee1c47c2a2f64c240a68a503616a5d5a9f3bbfc30381352e6938cdda",
    "tests/q12_forward.py": "c3adeb1440a9365d70f2b21edabb7c966f8424904596c7f3cca67131ac5a164f",
    "tests/q13_sensitivities.py": "8bf40f3f854154c0414d52cdcebac4df8bc7ab965f09fc9c5148b31d7d8311d7",
    "tests/q14_weight_gradients.py": "a6026e310f9cc3deade6a39a4ed4475788f796e68feb240c1dc1d53eae70c669"
}
# What each picture of the notebook shows, by its path. The release writes this, too.
PICTURES: dict[str, str] = {
    "figures/overview.svg": "Three panels. Left: a noisy gradient and its smooth running mean. Middle: the level curves of a loss without noise, and the rounder ones with dropout noise. Right: tanh and its slope, which is near zero away from the origin.",
    "figures/dropout_penalty.svg": "Two pictures of level curves over two weights. Left, everything is kept: a long narrow valley of equally good weights. Right, half of the entries are kept: nearly round curves around one minimum.",
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
