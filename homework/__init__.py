"""The tools of the repository: question folders in, proven releases out."""

import sys

# Bytecode of a question is its solution; none may lie where `otter assign` copies from.
sys.dont_write_bytecode = True
# Where JupyterLab is installed, reading a notebook would import this grammar of web
# addresses, which no notebook here has: 1.7 seconds of every command.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
