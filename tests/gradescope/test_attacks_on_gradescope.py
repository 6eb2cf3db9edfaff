"""Attacks on the stand-in for Gradescope: the score is honest, nothing else is touched.

`python -m tests.attacked_on_gradescope` tries all of them, which takes a while.
"""

from __future__ import annotations

import os
import sys

import pytest

if sys.platform != "linux":
    pytest.skip("the stand-in is made of Linux's own parts", allow_module_level=True)

from tests.attacked import attacks
from tests.attacked_on_gradescope import try_all

# One or two of each kind.
CHOSEN = {
    "into the grader": (
        "computes_with_a_tensor_of_the_test",
        "writes_a_module_by_an_array_of_objects",
        "names_modules_of_the_grader",
    ),
    "other scores": (
        "tries_answers_on_hidden_tests",
        "predicts_hidden_cases",
        "replaces_the_checks",
        "says_that_it_is_done",
        "keeps_its_numbers_beside_its_weights",
    ),
    "what is hidden": (
        "reads_every_file",
        "reads_other_processes",
        "looks_answers_up_in_a_package",
        "climbs_the_stack",
    ),
    "what is outside": (
        "writes_everywhere",
        "climbs_out_by_descriptors",
        "becomes_another_user",
        "makes_odd_system_calls",
        "talks_to_the_network",
        "sends_odd_files",
        "leaves_a_daemon",
    ),
    "the machine": (
        "keeps_the_processor_busy",
        "leaves_its_processor",
        "forks_without_end",
        "sockets_hold_memory",
        "empty_files_fill_memory",
        "crashes_with_a_large_file",
    ),
    "forged words": (
        "error_text_has_half_a_character",
        "writes_escape_codes_into_its_message",
        "notebook_with_two_of_each_key",
        "notebook_of_another_assignment",
    ),
}


@pytest.mark.slow
@pytest.mark.skipif(os.geteuid() != 0, reason="only root has a container's privileges")
def test_no_attack_gains_anything_on_gradescope() -> None:
    names = {name for kind in CHOSEN.values() for name in kind}
    chosen = [attack for attack in attacks() if attack.name in names]
    assert len(chosen) == len(names)
    assert list(try_all(chosen)) == []
