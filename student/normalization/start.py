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
    "README.md": "698d9bb01ad120472f918513142255684d77e3cf2d4727c3a32d4626f04e9ca9",
    "checks/__init__.py": "133f9635f0b3ba655ce98f69c62e261258626fafebd7e31ee1cd12bc9ba78f45",
    "checks/answers.py": "3803c03d8d54bbc27954d81aaea36a04a1eff12cd7016a431ffdb885072b88d2",
    "checks/choices.py": "af41b19fad57ab57c16a2e586834c50e36f7298dc67f4c9d49f1e79eb7fb23e6",
    "checks/closeness.py": "e6ef6a7dddad96a8be4339bda02a197f612aac99d9a66a30d1c13afd47d1f7f1",
    "checks/colab.py": "e0054da7d4d427e1078a6057326d9f83acce585cce5211cdd8a78565c4d68fe1",
    "checks/edges.py": "b11717f4a01b15e3d6a98f6fdb0714929928d284a2b91a5d3067f9caf23ab7f6",
    "checks/handing_in.py": "5e0fb1dd3c68b69412bbea5127f33f5547c5f9e0422901ac4c3cab9efd8eea59",
    "checks/history.py": "a092821c92a26abc1bb4f5986ca84cac567c391eb09ecb58a38739e9da23b998",
    "checks/home.py": "300276c2a9e0b2e992f3d0e5a0144e893f7555eeca2f8c098e0b2f07d6345634",
    "checks/labels.py": "6f228cfbc8005421346f4cc06c370bcae6d0f105de75088c2cc23c1b6179d8b2",
    "checks/normalization_nodes.py": "f5b7a2841bdf7a33b88ea00edd6e57f509c8362ddfa42c636ee5eab85dae2711",
    "checks/notebook.py": "84d65a90f5d506ce91a8d7812e3b00c2de1cfe493611a5ea3e6fab5c116e88e0",
    "checks/purity.py": "b220a68817036f105cc4c1aabd33624ab77e230711584328317b4bcc29c8ceaa",
    "checks/saving.py": "0b67272d345cb17c20ae2971e4ce7286198ee1ddc9fad8a51fd5e68b2c06d241",
    "checks/seeds.py": "c1c295f06a570a65279e7b5f4e309ed6024c91c3a0cbf9f9bcfec63c69eced99",
    "checks/statistics_shapes.py": "0200c2d4715e2baf94dbe12ae357d728f9db734b7e466fc57a16b978bddfda39",
    "checks/typeset.py": "bc444336d9437f4a12918502840b592790789268769c6bcdabb593a251601cc1",
    "checks/worlds.py": "db321d0dc80ca4ccb06193a71f9f7970515d0f3dca94afe62d6391a74174608a",
    "checks/written.py": "8a968a113b57f596b51c08ef062bbb4c4390dccee5f2dd0f99e80108cbd94a60",
    "deeplearning/__init__.py": "da3375be399bfe1d31bb473b709c807343a9f8e45d0850818fc5e8a5e7714877",
    "deeplearning/gradients.py": "7ce90c7bbc323d54e7c5793bf4ca140a928024920a8577c17ec6119b009c41c7",
    "deeplearning/normalization_pictures.py": "123bdf05758a8c4756646a6491ee49f8353290ee57d3f2d51434e5f0f1229e73",
    "deeplearning/plots.py": "8ef408b83c52a1df71b6027bd78ca1aa2a6c1fc09a899fc68c25109ad6c74599",
    "figures/contours_before.svg": "870c7237cfbcec8baf9d234ae75fd98b14949874b4d0925a085755f2d28ee4df",
    "figures/features.svg": "898e2507115db42358a7c9b57e66304638fc06dc31c6fa29363070fd3e9763c7",
    "figures/gaussian_before.svg": "3fd0682dbfcd6057638fd0cfa514a6675993f3b33ea6608ade7511073c487011",
    "figures/graph_nodes.svg": "53b7f0f155ff9559b90d20eac80365e930151974b725534d97d0b7f0e6c48fcb",
    "figures/normalization_cubes.svg": "fc33452bd29c02ec530a76cbad5f1f0dde220801e2fe10bbeb8f302680ade40b",
    "requirements.txt": "ab676fdcfff324327caf679fb6cc39c70f5e8a8714f736ac2ffcc9b170d33801",
    "tests/hand_in.json": "08732360b45fcb720ac7cc00feec6e43c2ae3b8117d58d5568f68f10daf53c8d",
    "tests/hidden.json": "56e97b25acafb60e4d50051bb39708ba567716cd91806ba77d676409839fc21b",
    "tests/q01_gaussian.py": "744c5357ff71bcffa548baa1c2a40944a266f1877833193aa9b46000978e8c61",
    "tests/q02_contours.py": "f06e49859a22cfea72831a88b8311b91933e3204ab104b10f15e970928e0660b",
    "tests/q03_correlation.py": "36feb99f80bfbf6d6b9743f8ddd5970365b52264023bb4118e552f5b37f84c13",
    "tests/q04_cubes.py": "265b3df6c291f2f7ec845a17e636aaa059ae2d360c78bd1b4e8d6752db14e99a",
    "tests/q05_statistics_shape.py": "52396bd42c60b54fe5434eaf0a077b255173a2ac53b4642ed21455e3f24d68f2",
    "tests/q06_demean_backward.py": "81d9937eef551d7bd3e87e0c1bfa96253c6978336c78a6445699f16d12283b91",
    "tests/q07_batch_size.py": "0fd7f3016a1ec650307e20829db31ee5fe8d95f56bdcc4f21d1aced541d6899c",
    "tests/q08_graph.py": "1a9d68f1bf4aa04da2d0de216e1b1b6cf80b94c08b49d39d05c8e47a55521f7e",
    "tests/q09_closed_form.py": "9ce683e414d69411662e0b228857d51518f2cdf4fc1ba77551330eff1f9eefcc",
    "tests/q10_identity.py": "7fa1a6ff49d38d681fe4ccb3d916875d0c5725dd7a7dbbf76d1e45b6dc0805af",
    "tests/q11_representation.py": "4fb9be59dc3656fcbf728332ea27c5abcbe16bf0235aa5c08e2aed63843e36fe"
}
# What each picture of the notebook shows, by its path. The release writes this, too.
PICTURES: dict[str, str] = {
    "figures/features.svg": "Left: a strip of dots for each of three features, with different means and spreads. Right: the same three strips after normalization, all around 0 with the same spread.",
    "figures/gaussian_before.svg": "Left: a bell curve with its centre at 1.5 and marks at 1.1 and 1.9, one standard deviation to each side. Right: an empty grid with a question mark.",
    "figures/contours_before.svg": "Two nested tilted ellipses around the point (2, 1), for 1 and 2 standard deviations, on a grid that reaches from -3 to 5.",
    "figures/normalization_cubes.svg": "Four blocks of cells with the axes N, C and H·W. In A one channel is coloured, for all examples and all pixels. In B one example is coloured, with all its channels and pixels. In C one channel of one example is coloured, with all pixels. In D a single channel and a single pixel is coloured, for all examples.",
    "figures/graph_nodes.svg": "Seven circles without arrows: X, mu, sigma squared, Z, gamma, beta and Y."
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
