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
    "README.md": "ee890cd9e4b15d44d468c22d6e2778bf1566b92619fca4cfdeb1e9543b9cfba7",
    "checks/__init__.py": "133f9635f0b3ba655ce98f69c62e261258626fafebd7e31ee1cd12bc9ba78f45",
    "checks/answers.py": "3803c03d8d54bbc27954d81aaea36a04a1eff12cd7016a431ffdb885072b88d2",
    "checks/backward.py": "8099d0c2c5368cb8d4781c1a676f0f9c1908fa40d833a2018b43efa620685c67",
    "checks/cheating.py": "42cf3ab73627ea219d54eb5332a76b25de3dcfcdb25499363b627222744d7f35",
    "checks/choices.py": "af41b19fad57ab57c16a2e586834c50e36f7298dc67f4c9d49f1e79eb7fb23e6",
    "checks/closeness.py": "e6ef6a7dddad96a8be4339bda02a197f612aac99d9a66a30d1c13afd47d1f7f1",
    "checks/colab.py": "e0054da7d4d427e1078a6057326d9f83acce585cce5211cdd8a78565c4d68fe1",
    "checks/dropout.py": "3c3b134519090d881b9f720a1a9d9892195137ac55a0b709bc7da20650a5cc95",
    "checks/dropout_experiments.py": "32f759e0e6d62c9935abcc83217a68ef6ff9bffd4a62050afc52c0f09641b6b9",
    "checks/handing_in.py": "5e0fb1dd3c68b69412bbea5127f33f5547c5f9e0422901ac4c3cab9efd8eea59",
    "checks/hints.py": "e063cc1069782b21d4dd717209989990b2c78e887a62aa0d2816387b94ff3505",
    "checks/history.py": "a092821c92a26abc1bb4f5986ca84cac567c391eb09ecb58a38739e9da23b998",
    "checks/home.py": "300276c2a9e0b2e992f3d0e5a0144e893f7555eeca2f8c098e0b2f07d6345634",
    "checks/labels.py": "6f228cfbc8005421346f4cc06c370bcae6d0f105de75088c2cc23c1b6179d8b2",
    "checks/least_squares.py": "d93263417908bab99b809c5fcc2c11e892ecaf596c1c8bc04df588995e4c337d",
    "checks/notebook.py": "84d65a90f5d506ce91a8d7812e3b00c2de1cfe493611a5ea3e6fab5c116e88e0",
    "checks/purity.py": "b220a68817036f105cc4c1aabd33624ab77e230711584328317b4bcc29c8ceaa",
    "checks/saving.py": "0b67272d345cb17c20ae2971e4ce7286198ee1ddc9fad8a51fd5e68b2c06d241",
    "checks/seeds.py": "c1c295f06a570a65279e7b5f4e309ed6024c91c3a0cbf9f9bcfec63c69eced99",
    "checks/typeset.py": "bc444336d9437f4a12918502840b592790789268769c6bcdabb593a251601cc1",
    "checks/written.py": "8a968a113b57f596b51c08ef062bbb4c4390dccee5f2dd0f99e80108cbd94a60",
    "deeplearning/__init__.py": "da3375be399bfe1d31bb473b709c807343a9f8e45d0850818fc5e8a5e7714877",
    "deeplearning/cheating.py": "e4559e5e2e2b036f18cc60b6a2c568b6e5aca8fed8137d9dc785b7f0d38caac1",
    "deeplearning/data.py": "6f38aa9e2f523f315337485088ee4f22b7a68b8dabe7d6f5e5b5a9c17d2acb69",
    "deeplearning/plots.py": "8ef408b83c52a1df71b6027bd78ca1aa2a6c1fc09a899fc68c25109ad6c74599",
    "figures/loss_surfaces.svg": "9d3d993872f1896401de93ce7e769272818bea141ca50bc9164106eb33a66315",
    "figures/two_weights.svg": "0402636088ea1a3056c967f883d2dabe6325842e5b2ed56e2842febd33aec208",
    "requirements.txt": "a009149f8d41b05d4e35d4260f3f882ec675e1c4ad56293f9995612a37587648",
    "tests/hand_in.json": "c5a0d0ce355688678725f167924e286bbdbcc2cc36a0aa9d26e1efc67c2e5d42",
    "tests/hidden.json": "64865f06821d7379cd3f9c6ed52fa3c5b223ec8635fcaeb6024c72754ac0b6f0",
    "tests/q01_min_norm.py": "c882db2978ebe92afc92d9cd795fcffd0b59d10a2ab579935acfb85c584eab56",
    "tests/q02_gradient_descent.py": "7686850c7f88240e15eb00a1ef53cc94450205a5f37cafb41c50f234ad233883",
    "tests/q03_dropout_rows.py": "b4959af31afaa56281d2e8e40d3351ced31066898b1bd566e2050fbddb9eb8c6",
    "tests/q04_dropout_module.py": "3d08aa8c92ff5aba6db8ccf53ccacb6d7d4bc5e0b0ad1a778f9b83970e808094",
    "tests/q05_noisy_descent.py": "b54ca9ccfcae09a47f9906e6305ec2d94d1ce6a40b33cf3082f9d2bfb7db7df3",
    "tests/q06_large_batch.py": "49f41f6e96f2ee041b02e6e1a7748e3aef90d9d21702d926283da5e1263402dc",
    "tests/q07_contributions.py": "60bfb14c72765b1e05385cdf272caa33357ec9d77fe4fb77a00fa69792122f29",
    "tests/q08_drop_rate.py": "45cc6f64efe1fb0977737cdf5687a8fec21e3563069a092f83bc2c10d9660db7",
    "tests/q09_adam.py": "1a12461ed7cdb37503a567503e01c636911a135f865d1672933f900227d862c5",
    "tests/q10_cheating_pixel.py": "80f141dfd28ef40d1274e96bc187d1713c10861335a9f9f3b2a59ec4ea95914d"
}
# What each picture of the notebook shows, by its path. The release writes this, too.
PICTURES: dict[str, str] = {
    "figures/two_weights.svg": "Left: inputs 10 and 1 with weights w1 and w2 give one output, whose target is 11. Right: the four equally likely inputs with dropout at rate one half: 20 and 2, 20 and 0, 0 and 2, 0 and 0.",
    "figures/loss_surfaces.svg": "Contour lines of the loss over both weights. Without dropout they are parallel to a valley in which every point fits. With dropout they are ellipses around a single minimum."
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
