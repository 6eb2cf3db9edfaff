#!/usr/bin/env bash
# Gradescope runs this once, as root, when the zip is uploaded. It installs Python and
# the packages of grader.lock, then grades a right and an untouched submission; if a
# score is not what it should be, there is no image.
set -euo pipefail

source=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$source")
version=3.11 # a release writes the python_version of otter_config.json here

# A Python that every user can read: a submission runs as an unprivileged one.
find_python() {
    if command -v "python$version" && "python$version" -m ensurepip --version; then
        return
    fi >&2
    # uv knows the digest of each Python that it fetches, and the lock knows uv's.
    if command -v apt-get; then
        apt-get update
        DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
            ca-certificates python3 python3-pip
    fi >&2
    python3 -m pip install --require-hashes --no-deps --target "$root/uv" \
        -r "$source/uv.lock" >&2
    "$root/uv/bin/uv" python install --install-dir "$root/python" "$version" >&2
}

python_path() {
    if [ -x "$root/uv/bin/uv" ]; then
        UV_PYTHON_INSTALL_DIR="$root/python" \
            "$root/uv/bin/uv" python find --managed-python "$version"
    else
        command -v "python$version"
    fi
}

if [ -n "${HOMEWORK_ENVIRONMENT:-}" ]; then
    ln -s "$HOMEWORK_ENVIRONMENT" "$root/venv"
else
    find_python
    "$(python_path)" -m venv "$root/venv"
    # The CPU's torch is on PyTorch's own index only; nothing without a digest is taken.
    pip() {
        "$root/venv/bin/python" -m pip install --require-hashes --no-deps \
            --no-cache-dir --disable-pip-version-check --only-binary :all: "$@"
    }
    pip -r "$source/grader.lock"
    pip --index-url https://download.pytorch.org/whl/cpu -r "$source/torch.lock"
fi

# Submissions must be able to read the engine, and nothing else of what was uploaded.
cp -R "$source/engine" "$root/engine"
chmod a+rx "$root"
chmod -R a+rX,go-w "$root/engine"
chmod 700 "$source"

export PYTHONPATH="$root/engine" PYTHONDONTWRITEBYTECODE=1
"$root/venv/bin/python" -m homework.gradescope.trial "$root"
rm -r "$source/trial"
