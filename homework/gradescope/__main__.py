"""Grade what was handed in: what `run_autograder` calls."""

import sys
from pathlib import Path

from homework.gradescope.results import main

if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "/autograder"))
