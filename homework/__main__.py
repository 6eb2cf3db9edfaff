"""Run the command as `python -m homework`."""

from homework.cli import main

main()
