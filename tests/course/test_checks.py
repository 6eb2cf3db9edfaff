"""The checks say one true sentence, in the order that helps; nothing escapes them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from checks import (
    Function,
    Notebook,
    assert_array,
    assert_choices,
    assert_close,
    assert_inputs_unchanged,
    assert_outputs,
    assert_repeatable,
    assert_right_choices,
    explained,
    hidden,
    public,
    random_cases,
    submission_seed,
)
from checks.filters import layer
from checks.hints import recognise
from checks.networks import network_case
from checks.worked import Worked, assert_worked_gradients, assert_worked_output
from checks.worlds import in_either_world

numbers = arrays.arrays(
    np.float64,
    arrays.array_shapes(min_dims=0, max_dims=3, max_side=4),
    elements=st.floats(-1e6, 1e6),
)


def _message(call: Callable[[], object]) -> str:
    with pytest.raises(AssertionError) as caught:
        call()
    return str(caught.value)


# --- closeness: missing, type, shape, nan, value ------------------------------


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (None, "y is None: it is not set, or a function returns nothing."),
        (..., "y is still `...`: write yours in its place."),
        ("two", "y should hold numbers, but is a str."),
        ([None, 2.0], "y should hold numbers, but is a list."),
        ({"a": 1}, "y should hold numbers, but is a dict."),
        (len, "y should hold numbers, but is a builtin_function_or_method."),
        (
            np.array([1j, 2.0]),
            "y should hold numbers, but is complex. Take the real part, if that is "
            "what you mean.",
        ),
        (np.array(["a"]), "y should hold numbers, but is an array of texts."),
        (np.array([None]), "y should hold numbers, but is an array of objects."),
        ((n for n in "ab"), "y should hold numbers, but is a generator."),
        (np.zeros((2, 1)), "y has shape (2, 1), but should have shape (2,)."),
        (1.0, "y has shape (), but should have shape (2,)."),
        (np.array([1.0, np.nan]), "y contains nan at index (1,)."),
        (np.array([-np.inf, 2.0]), "y contains inf at index (0,)."),
        (np.array([1.0, 2.5]), "y is off by 0.5 at index (1,) (allowed 2e-07)."),
    ],
)
def test_the_first_thing_that_is_wrong_is_named(value: object, message: str) -> None:
    assert _message(lambda: assert_close(value, [1.0, 2.0], name="y")) == message


@pytest.mark.parametrize(
    "value",
    [[[1.0], [2.0, 3.0]], [torch.ones(1, requires_grad=True)], object()],
    ids=["ragged", "list_of_tensors", "object"],
)
def test_odd_values_are_failures_and_no_errors(value: object) -> None:
    message = _message(lambda: assert_close(value, [1.0, 2.0], name="y"))
    assert message.startswith("y ")


@pytest.mark.parametrize(
    "value",
    [
        [1, 2],
        (1.0, 2.0),
        np.array([1, 2], dtype=np.int8),
        np.array([1.0, 2.0], dtype=np.float32),
        torch.tensor([1.0, 2.0], requires_grad=True),
        np.array([1.0, 2.0 + 1e-8]),
    ],
)
def test_style_is_not_punished(value: object) -> None:
    assert assert_close(value, [1.0, 2.0], name="y").dtype == np.float64


@pytest.mark.parametrize("truth", [np.nan, [1.0, np.inf], [[-np.inf]]])
def test_a_truth_that_is_not_finite_is_an_error_of_the_test(truth: Any) -> None:
    with pytest.raises(ValueError, match="not finite"):
        assert_close(np.zeros(np.shape(truth)), truth, name="y")


def test_a_function_gets_copies_of_arrays_and_tensors() -> None:
    def spoil(array: Any, tensor: Any, weight: Any) -> None:
        array[:] = 0
        tensor.data = tensor.data[:0]
        assert weight is model_weight

    array, tensor = np.ones(3), torch.ones(3)
    model_weight = torch.nn.Parameter(torch.ones(2))
    Function("spoil", spoil)(array, tensor, model_weight)
    assert array.tolist() == tensor.tolist() == [1, 1, 1]


@given(numbers)
def test_every_array_is_close_to_itself(truth: npt.NDArray[np.float64]) -> None:
    assert_close(truth.copy(), truth, name="y")


@given(numbers, st.floats(1.0, 100.0))
def test_a_difference_is_found_and_placed(
    truth: npt.NDArray[np.float64], off: float
) -> None:
    wrong = truth.copy()
    place = tuple(0 for _ in truth.shape)
    wrong[place] += off
    message = _message(lambda: assert_close(wrong, truth, name="y"))
    assert message.startswith("y is off by ")
    assert not truth.shape or f"at index {place}" in message


def test_a_message_never_shows_the_expected_numbers() -> None:
    truth = np.array([12.345, 67.89])
    message = _message(lambda: assert_close(truth + 1, truth, name="y"))
    assert "12.3" not in message
    assert "67.8" not in message


def _count(array: npt.NDArray[np.float64]) -> str:
    return f"{array.size} numbers."


@pytest.mark.parametrize("value", [np.zeros(3), np.full(2, np.nan), np.zeros(2)])
def test_a_hint_follows_every_kind_of_wrong_array(value: Any) -> None:
    call = partial(assert_close, value, [1, 2], name="y")
    assert _message(partial(call, hint="look again.")).endswith(" Hint: look again.")
    counted = _message(partial(call, hint=_count))
    assert counted.endswith(f" Hint: {value.size} numbers.")


def test_no_hint_is_given_when_none_is_recognised() -> None:
    call = lambda: assert_close(0, 1, name="y", hint=lambda _: None)  # noqa: E731
    assert "Hint" not in _message(call)


def test_a_shape_can_be_asked_for_alone() -> None:
    assert assert_array([[1, 2]], (1, 2), name="y").shape == (1, 2)
    assert "should have shape (2,)" in _message(lambda: assert_array(1, (2,), name="y"))


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (
            None,
            "what f returned is None: it is not set, or a function returns nothing.",
        ),
        (3.0, "f should return 2 values, but returned one."),
        ((1, 2, 3), "f should return 2 values, but returned 3."),
    ],
)
def test_the_number_of_outputs_is_checked(value: object, message: str) -> None:
    assert _message(lambda: assert_outputs(value, count=2, name="f")) == message


def test_outputs_may_be_a_list() -> None:
    assert assert_outputs([1, 2], count=2, name="f") == (1, 2)


# --- what students wrote ------------------------------------------------------


@pytest.mark.parametrize(
    ("function", "message"),
    [
        (None, "f is not defined. Run the cell that defines it, and keep the name"),
        (..., "f is not defined."),
        (3, "f should be a function, but is a int."),
    ],
)
def test_a_missing_function_is_named(function: Any, message: str) -> None:
    assert _message(lambda: Function("f", function)(1)).startswith(message)


@pytest.mark.parametrize(
    "error",
    [SystemExit(1), KeyboardInterrupt(), ValueError("too small"), RecursionError()],
)
def test_every_error_of_a_student_becomes_a_failure(error: BaseException) -> None:
    def f() -> None:
        raise error

    message = _message(lambda: Function("f", f)())
    said = f": {error}" if str(error) else ""
    assert message.startswith(f"f raised {type(error).__name__}{said} (line ") or (
        message == f"f raised {type(error).__name__}{said}."
    )


def test_a_student_assertion_keeps_its_text() -> None:
    names: dict[str, Any] = {}
    exec("def f(x):\n    assert x > 0, 'x is positive'", names)  # noqa: S102
    assert _message(lambda: Function("f", names["f"])(-1)) == (
        "f raised AssertionError: x is positive"
    )


def test_a_message_names_the_line_of_the_student() -> None:
    names: dict[str, Any] = {}
    exec(compile("def f(x):\n    y = 1\n    return z", "<cell 3>", "exec"), names)  # noqa: S102
    assert _message(lambda: Function("f", names["f"])(1)) == (
        "f raised NameError: name 'z' is not defined (line 3 of its cell)."
    )


def test_a_call_passes_copies_of_arrays() -> None:
    def f(x: Any, *, y: Any) -> Any:
        x += 1
        y += 1
        return x + y

    x, y = np.zeros(2), np.zeros(2)
    assert Function("f", f)(x, y=y).tolist() == [2, 2]
    assert x.tolist() == y.tolist() == [0, 0]


def test_arguments_that_do_not_fit_are_the_student_s_error() -> None:
    message = _message(lambda: Function("f", lambda x: x)(1, 2))
    assert message.startswith("f raised TypeError:")


def test_explained_code_is_explained() -> None:
    def call() -> None:
        with explained("Net.forward"):
            raise SystemExit

    assert _message(call).startswith("Net.forward raised SystemExit")


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        (lambda: torch.nn.LazyLinear(2).weight.numel(), "Hint: a lazy layer has no"),
        (lambda: torch.ones(1).cuda(), "Hint: there may be no GPU where"),
        (lambda: torch.nn.Linear(1, 1).to("cuda"), "Hint: there may be no GPU where"),
        (lambda: 1 / 0, ""),
    ],
)
def test_what_works_elsewhere_only_is_explained(
    wrong: Callable[[], object], hint: str
) -> None:
    def call() -> None:
        with explained("Net.forward"):
            wrong()

    if "GPU" in hint and torch.cuda.is_available():
        pytest.skip("there is a GPU here")
    message = _message(call)
    assert hint in message
    assert message.count("Hint") == hint.count("Hint")


def test_standing_on_replaces_names_and_puts_them_back() -> None:
    names: dict[str, Any] = {"a": 1, "gone": 2}
    env = Notebook("env", names)
    with env.standing_on(a=10, new=20):
        assert names == {"a": 10, "new": 20, "gone": 2}
    assert names == {"a": 1, "gone": 2}


def test_standing_on_puts_names_back_after_an_error() -> None:
    names: dict[str, Any] = {"a": None}
    with pytest.raises(ZeroDivisionError), Notebook("env", names).standing_on(a=1, b=2):
        raise ZeroDivisionError
    assert names == {"a": None}


# --- choices ------------------------------------------------------------------


@pytest.mark.parametrize(
    "value", ["BD", "b, d", "DB", ["B", "d"], {"B", "D"}, ("D", "B"), ["B", "D"]]
)
def test_letters_may_be_written_in_many_ways(value: object) -> None:
    assert assert_choices(value, "ABCD", name="q") == {"B", "D"}
    assert_right_choices(value, "BD", "ABCD", name="q")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (None, "q is not set yet: write letters in quotes."),
        (..., "q is still `...`: write letters in quotes."),
        (2, "q should be letters in quotes, such as 'A', but is a int."),
        ("E", "q should use the letters ABCD, but has ['E']."),
        ("", "q should use the letters ABCD, but has none."),
        ("AB", "q should name 1 letter(s), but names 2."),
    ],
)
def test_the_form_of_a_choice_is_checked(value: object, message: str) -> None:
    call = lambda: assert_choices(value, "ABCD", name="q", exactly=1)  # noqa: E731
    assert _message(call) == message


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("A", "q is not right yet. Hint: think about A."),
        ("AB", "q is not right yet. Hint: think about A."),
        ("BC", "q is not right yet."),
        ("D", "q is not right yet. Hint: B belongs to it."),
    ],
)
def test_a_wrong_choice_says_what_to_think_about(value: str, message: str) -> None:
    hints = {"A": "think about A.", "B": "B belongs to it."}
    call = lambda: assert_right_choices(value, "B", "ABCD", name="q", hints=hints)  # noqa: E731
    assert _message(call) == message


# --- purity -------------------------------------------------------------------


def _adds_in_place(x: Any, y: Any) -> Any:
    y += 1
    return x + y


def test_a_changed_input_is_named() -> None:
    function = Function("f", _adds_in_place)
    message = _message(
        lambda: assert_inputs_unchanged(function, np.ones(2), np.ones(2))
    )
    assert message.startswith("f changed its argument number 2 in place. Hint:")


def test_an_unchanged_input_is_fine_and_a_missing_function_is_named() -> None:
    assert_inputs_unchanged(Function("f", lambda x: x + 1), np.ones(2))
    call = lambda: assert_inputs_unchanged(Function("f", None), np.ones(2))  # noqa: E731
    assert "is not defined" in _message(call)


def test_a_call_that_remembers_is_found() -> None:
    calls: list[int] = []

    def f() -> tuple[Any, int]:
        calls.append(1)
        return np.zeros(2), len(calls)

    assert "called a second time" in _message(lambda: assert_repeatable(f, name="f()"))
    assert_repeatable(lambda: (np.full(2, np.nan), 1.0), name="f()")


# --- hints, labels, gradients -------------------------------------------------


def test_a_mistake_is_recognised_by_its_number() -> None:
    mistakes: list[tuple[str, npt.ArrayLike]] = [
        ("halved", [1.0, 2.0]),
        ("squared", 9.0),
        ("also squared", 9.0),
    ]
    assert recognise([1.0, 2.0 + 1e-9], mistakes) == "halved"
    assert recognise(9.0, mistakes) is None  # of two that fit, neither is told
    assert recognise(9.0, mistakes[:2]) == "squared"
    assert recognise(8.9, mistakes) is None
    assert recognise([9.0], mistakes) is None
    near = [("none", 1.0), ("small", 1 + 1e-8)]
    assert recognise(1 + 1e-8, near) == "small"
    assert recognise(1.0, near) == "none"
    assert recognise([np.nan, 2.0], mistakes) is None


def test_labels_stay_with_the_test() -> None:
    @public(points=1)
    def seen() -> None: ...

    @hidden(points=2.5)
    def unseen() -> None: ...

    assert (vars(seen)["points"], vars(seen)["hidden"]) == (1, False)
    assert (vars(unseen)["points"], vars(unseen)["hidden"]) == (2.5, True)


# --- earlier answers ----------------------------------------------------------


def twice(x: float) -> float:
    return 2 * x


@pytest.mark.parametrize(
    ("own", "later"),
    [
        (twice, lambda f: f(3)),
        (lambda x: 3 * x, lambda f: f(3)),  # wrong
        (lambda x: x / 0, lambda f: f(3)),
        (None, lambda f: f(3)),
        (lambda x, times=2: times * x, lambda f: f(2, times=3)),
        (lambda x, bias=True: (2 * x, bias), lambda f: f(3)[0]),  # another output
        (lambda x: np.array([2 * x]), lambda f: f(3)[0]),
        (lambda number: 3 * number, lambda f: f(number=2)),
    ],
)
def test_what_is_made_of_an_earlier_answer_costs_nothing(
    own: Any, later: Callable[[Any], Any]
) -> None:
    names: dict[str, Any] = {"f": own}
    later_one = Function("g", lambda: later(names["f"]))
    check = lambda: assert_close(later_one(), 6, name="g")  # noqa: E731
    in_either_world(Notebook("toy", names), {"f": twice}, check)
    assert names["f"] is own


def test_a_wrong_value_is_final_whatever_earlier_answers_are() -> None:
    values = iter([5, 6])
    names: dict[str, Any] = {"f": lambda x: 3 * x}
    check = lambda: assert_close(next(values), 6, name="g")  # noqa: E731
    with pytest.raises(AssertionError, match="is off by"):
        in_either_world(Notebook("toy", names), {"f": twice}, check)


# --- worked examples ----------------------------------------------------------


def double(x: npt.NDArray[np.float64]) -> Any:
    return 2 * x, x


TWICE = Worked((np.array([1.0, 3.0]),), [2.0, 6.0], [1.0, 5.0], np.array([1.0, 3.0]))


def test_a_worked_output_brings_the_hint_of_what_it_looks_like() -> None:
    assert_worked_output(Function("double", double), TWICE)
    squared = Function("double", lambda x: (x**2, x))
    slips = [("it is not the square.", [1.0, 9.0])]
    text = _message(lambda: assert_worked_output(squared, TWICE, slips))
    assert text.endswith("Hint: it is not the square.")


def test_a_crash_brings_the_hint_of_what_the_answer_bears() -> None:
    short = Function("double", lambda x: double(x) if len(x) < 2 else 1 / 0)
    crashes = [("none.", (np.ones(2),)), ("two entries.", (np.ones(1),))]
    text = _message(lambda: assert_worked_output(short, TWICE, crashes=crashes))
    assert "ZeroDivisionError" in text
    assert text.endswith("Hint: two entries.")


def test_a_worked_gradient_is_right_with_either_cache() -> None:
    right = Function("back", lambda dout, cache: 2 * dout + 0 * cache)
    for forward in (double, lambda x: (x, None)):
        start = Function("double", forward)
        assert_worked_gradients(start, right, TWICE, {"dx": [2.0, 10.0]})
    wrong = Function("back", lambda dout, cache: dout * cache)
    slips = {"dx": [("the slope is not x.", [1.0, 15.0])]}
    text = _message(
        lambda: assert_worked_gradients(
            Function("double", double), wrong, TWICE, {"dx": [2.0, 10.0]}, slips
        )
    )
    assert text.endswith("Hint: the slope is not x.")


def test_a_worked_gradient_without_a_truth_goes_unseen() -> None:
    pair = Function("back", lambda dout, _: (None, 2 * dout))
    expected = {"dx": None, "dy": [2.0, 10.0]}
    assert_worked_gradients(Function("double", double), pair, TWICE, expected)


# --- seeds --------------------------------------------------------------------


@pytest.fixture
def submission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand beside a submitted notebook, as a grader does."""
    monkeypatch.delenv("HOMEWORK_SEED", raising=False)
    monkeypatch.chdir(tmp_path)
    notebook = tmp_path / "homework.ipynb"
    notebook.write_text("one answer", encoding="utf-8")
    return notebook


def test_the_same_notebook_sees_the_same_cases(submission: Path) -> None:
    first, cases = submission_seed(), random_cases("a").normal(size=3)
    assert submission_seed() == first
    assert (random_cases("a").normal(size=3) == cases).all()
    submission.write_text("another answer", encoding="utf-8")
    assert submission_seed() != first
    assert (random_cases("a").normal(size=3) != cases).all()


def test_the_grader_s_seed_wins(
    submission: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOMEWORK_SEED", "12")
    assert submission_seed() == 12
    cases = random_cases("a").normal(size=3)
    submission.write_text("another answer", encoding="utf-8")
    assert (random_cases("a").normal(size=3) == cases).all()


def test_tests_draw_independently(submission: Path) -> None:
    assert submission.exists()
    a, b = (random_cases(label).normal(size=3) for label in "ab")
    assert (a != b).all()


def test_public_cases_do_not_depend_on_the_submission(submission: Path) -> None:
    cases = random_cases("a", seed=3).normal(size=3)
    submission.write_text("another answer", encoding="utf-8")
    assert (random_cases("a", seed=3).normal(size=3) == cases).all()


def test_the_global_generator_is_left_alone(submission: Path) -> None:
    assert submission.exists()
    np.random.seed(1)
    first = np.random.normal()
    np.random.seed(1)
    random_cases("a").normal(size=10)
    assert np.random.normal() == first


@given(st.data())
def test_a_layer_is_torchs(data: st.DataObject) -> None:
    sides = data.draw(st.tuples(st.integers(1, 7), st.integers(1, 7)))
    small = data.draw(st.tuples(*(st.integers(1, side) for side in sides)))
    numbers = st.floats(-9, 9)
    x = data.draw(arrays.arrays(float, sides, elements=numbers))
    kernel = data.draw(arrays.arrays(float, small, elements=numbers))
    image, filters = (torch.tensor(each)[None, None] for each in (x, kernel))
    truth = torch.nn.functional.conv2d(image, filters)[0, 0].numpy()
    np.testing.assert_allclose(layer(x, kernel), truth, rtol=1e-12, atol=1e-11)


def test_a_layer_refuses_a_kernel_larger_than_the_image() -> None:
    with pytest.raises(ValueError, match="larger"):
        layer(np.ones((2, 5)), np.ones((3, 1)))


@pytest.mark.parametrize("seed", [1800180221, *range(20)])
def test_no_layer_of_a_drawn_network_is_dead(
    monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Otherwise nothing that happens below it, such as dropout, can be seen."""
    monkeypatch.setenv("HOMEWORK_SEED", str(seed))
    case = network_case(random_cases("seed"))
    out = case.X
    for layer_number in range(1, len(case.dims) - 1):
        weights, bias = (case.params[f"{name}{layer_number}"] for name in "Wb")
        out = np.maximum(out @ weights + bias, 0)
        assert out.any()
