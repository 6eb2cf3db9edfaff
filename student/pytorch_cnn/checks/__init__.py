from checks.answers import Function, Notebook, explained
from checks.choices import assert_choices, assert_right_choices
from checks.closeness import (
    Array,
    as_numbers,
    assert_array,
    assert_close,
    assert_outputs,
)
from checks.labels import hidden, public
from checks.purity import assert_inputs_unchanged, assert_repeatable
from checks.seeds import random_cases, submission_seed

__all__ = [
    "Array",
    "Function",
    "Notebook",
    "as_numbers",
    "assert_array",
    "assert_choices",
    "assert_close",
    "assert_inputs_unchanged",
    "assert_outputs",
    "assert_repeatable",
    "assert_right_choices",
    "explained",
    "hidden",
    "public",
    "random_cases",
    "submission_seed",
]
