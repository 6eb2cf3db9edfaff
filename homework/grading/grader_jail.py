"""What a grader may do: the jail that it shuts itself in before it meets a worker."""

from __future__ import annotations

import os
from pathlib import Path

from homework.grading.orders import DATA, SEED, Job
from homework.grading.sandbox.sandbox import Level, Limits, Role, enter

# What a grader may use: values that a worker sends can be large. Who sends files over a
# socket is refused where the processes of its user have more on their way than it may
# have open: with more than workers may have, a grader can send while theirs are.
LIMITS = Limits(memory_mb=2000, file_mb=512, cpu_seconds=3600, open_files=1024)


def shut_in(job: Job, release: Path, keep: tuple[int, ...]) -> None:
    """Leave this process, from now on, what running the tests needs.

    It writes to its desk, reads the release, and starts no program: should a
    submission ever come to run code in here, then the code is in a jail again.

    Raises:
        SandboxError: when the level cannot be had.

    """
    os.sched_setaffinity(0, {job.processor})
    enter(
        Path(job.desk),
        LIMITS,
        Level(job.level),
        keep,
        [Path(path) for path in job.readable],
        contents=Path(job.handed_in),
        role=Role(runs_programs=False, group=job.group, group_folder=release),
    )
    os.environ[SEED] = str(job.cases)
    os.chdir(job.desk)
    for path in (release / "files").iterdir():
        if path.name != DATA:  # which lies beside the notebook already
            Path(path.name).symlink_to(path)
