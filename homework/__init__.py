"""The tools of the repository: question folders in, proven releases out."""

import sys

# Bytecode of a question is its solution; none may lie where `otter assign` copies from.
sys.dont_write_bytecode = True
