"""Wrong code that real students wrote: what it is told, and what points it keeps."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from homework.questions.answers import answers, verdicts
from homework.questions.cases import read_cases
from homework.questions.layout import Repository

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Case:
    """What the tests of a question say of one answer of its bank.

    Attributes:
        question: assignment and question.
        answer: its file in ``accepted/`` or ``rejected/``.
        told: a phrase that one of the tests must say; "" for an answer that is right.
        never: phrases that no test may say.
        least: the points that it keeps at least.

    """

    question: str
    answer: str
    told: str = ""
    never: tuple[str, ...] = ()
    least: float = 0.0


NORM = "bn_drop/q01_batchnorm_forward"
DROP = "bn_drop/q04_dropout_forward"
CONV = "cnn/q01_conv_forward"
POOL = "cnn/q03_max_pool_forward"
TWO_THINGS = "the window's size and the stride are two different things"
ROOT_OF_IT = "running_var is a variance: divide by its square root"
CASES = (
    Case(
        POOL,
        "rejected/counts_the_columns_from_the_height",
        "heights belong to rows, and widths to columns",
        (TWO_THINGS,),
    ),
    Case(
        "cnn/q04_max_pool_backward",
        "rejected/stores_what_it_does_not_read",
        "max_pool_forward_naive raised ValueError",
        ("where windows overlap", "the sum of dx"),
    ),
    Case("cnn/q04_max_pool_backward", "accepted/forward_for_square_maps_only"),
    Case(DROP, "rejected/shares_the_mask_by_rows", "a coin of its own", ("normal",)),
    Case(DROP, "rejected/shares_the_mask_by_columns", "a coin of its own", ("normal",)),
    Case(
        DROP,
        "rejected/cuts_negative_entries",
        "every negative entry of x became zero",
        ("normal",),
    ),
    Case("bn_drop/q05_dropout_backward", "accepted/forward_for_rows_only"),
    Case(
        CONV,
        "rejected/pads_only_where_pad_is_positive",
        "It is not set on every way through the function",
        ("Is there still a",),
    ),
    Case(
        NORM,
        "rejected/keeps_a_row_of_statistics",
        "shape (D,)",
        ("reduce over axis 0 only",),
    ),
    Case(NORM, "rejected/takes_the_running_variance_for_the_root", ROOT_OF_IT),
    Case(
        NORM,
        "rejected/tracks_the_mean_as_variance",
        "running_var follows the variance of the batch, not its mean",
    ),
    Case(
        "cnn/q02_conv_backward",
        "rejected/stores_the_kernel_in_another_order",
        "compare what your forward pass stores with what your backward pass reads",
        ("from each window and from each filter",),
    ),
    Case(
        "cnn/q02_conv_backward",
        "rejected/never_leaves_the_padded_gradient",
        "dx is 0 everywhere",
    ),
    Case(
        POOL,
        "rejected/takes_a_window_of_the_size_of_the_output",
        "whatever the size of the output",
    ),
    Case(CONV, "rejected/pads_one_row_too_many", "1 too high and 0 too far left"),
    Case(
        CONV,
        "rejected/takes_the_kernel_around_its_centre",
        "1 too high and 1 too far left",
    ),
    Case(
        CONV,
        "rejected/forgets_the_bias_and_the_stride",
        "each filter adds its own bias, and the window moves on by the stride",
    ),
    Case(
        POOL,
        "rejected/counts_places_without_the_window",
        "each window lies inside the image",
        (TWO_THINGS,),
    ),
    Case(
        DROP,
        "rejected/passes_the_shape_as_one_size",
        "np.random.rand takes one number for each axis",
        ("x.shape has a number for every axis",),
    ),
    Case(
        "hand_design_filters/q01_boxcar_exp",
        "rejected/correlates_the_other_way",
        "is neither signal flipped",
    ),
    Case(
        "hand_design_filters/q02_delayed_response",
        "rejected/turns_advances_into_delays",
        "a negative N is an advance",
        ("a delay moves a signal to later indices",),
    ),
    Case(
        "hand_design_filters/q03_true_convolution",
        "rejected/correlates_at_home",
        "the slope has the wrong sign: are the rows of the kernel flipped?",
    ),
    Case(
        NORM, "rejected/keeps_no_cache", "what will the backward pass need", least=15.0
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: Path(case.answer).name)
def test_it_is_told_the_truth_and_keeps_its_points(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOMEWORK_SEED", "0")
    name, folder = case.question.split("/")
    (assignment,) = Repository(ROOT).assignments((name,))
    (question,) = (each for each in assignment.questions if each.name == folder)
    verdict = case.answer.split("/")[0]
    (answer,) = (a for a in answers(question, verdict) if a.name == case.answer)
    seen = verdicts(assignment, question, answer.source)
    said = "\n".join(filter(None, seen.values()))
    tests = read_cases(question.tests)
    kept = sum(each.points for each in tests if not seen[each.name])
    assert (said == "") == (case.told == "")
    assert case.told in said
    assert [phrase for phrase in case.never if phrase in said] == []
    assert kept >= case.least
