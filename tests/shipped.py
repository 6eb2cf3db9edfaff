"""Answer questions with nothing but the code that a student folder holds.

`python -m tests.shipped ASSIGNMENT FOLDER [QUESTION ...]` imports every module of the
folder, puts each of its public names in the place of each answer, and prints as JSON
what that earns beyond an answer that anyone has (an argument, zeros, nothing).
A callable gets the question's arguments in many orders and by name; where the folder
holds something that differentiates functions, its gradient is an answer too.
"""

from __future__ import annotations

import contextlib
import importlib
import inspect
import io
import json
import os
import signal
import socket
import sys
import tempfile
import types
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from functools import partial, wraps
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np

PACKAGES = ("checks", "deeplearning", "given")
SECONDS, SECONDS_A_TEST = 0.2, 10.0  # of the processor, for a call and for a test
CALLS = 4  # of the solution that are kept for comparison, a function


@dataclass(frozen=True)
class Told:
    """A forward pass that a statement spells out: asked are its gradients."""

    forward: Callable[..., Any]  # of the question's arguments and what moves, by name
    moves: Callable[..., dict[str, Any]]  # the arrays that move, from the arguments
    dout: Callable[..., Any] = lambda **_: 1.0


def _normalized(X: Any, gamma: Any, beta: Any, eps: float, **_: Any) -> Any:
    root = np.sqrt(((X - X.mean(axis=0)) ** 2).mean(axis=0) + eps)
    return gamma * (X - X.mean(axis=0)) / root + beta


def _correlated(x: Any, w: Any, **_: Any) -> Any:
    places = range(x.shape[1] - w.shape[2] + 1)
    return np.stack(
        [(x[:, p : p + w.shape[2]] * w).sum(axis=(1, 2)) for p in places], 1
    )


TOLD: dict[str, Told] = {
    "demean_backward": Told(
        lambda x, gamma, **_: gamma * (x - x.mean()),
        lambda dy, **_: {"x": np.zeros_like(dy)},
        lambda dy, **_: dy,
    ),
    "gradient_by_matrix": Told(
        lambda x, A, **_: A @ x,
        lambda A, **_: {"x": np.zeros(A.shape[1])},
        lambda dy, **_: dy,
    ),
    "gradient_by_convolution": Told(
        _correlated,
        lambda dy, w: {"x": np.zeros((w.shape[1], dy.shape[1] + w.shape[2] - 1))},
        lambda dy, **_: dy,
    ),
    "bn_gradients": Told(
        _normalized,
        lambda X, gamma, **_: {"X": X, "gamma": gamma, "beta": 0 * gamma},
        lambda dY, **_: dY,
    ),
    "tanh_gradient": Told(
        lambda w, X, y: ((np.tanh(X @ w) - y) ** 2).mean(),
        lambda w, **_: {"w": w},
    ),
}
# Answers that need arrays where the question has sizes: by the layer that they call.
SIZED: dict[str, tuple[str, Callable[..., Any]]] = {
    "conv_shape": (
        "conv2d",
        lambda layer, shape, filters, kernel, stride, pad: layer(
            np.zeros((1, *shape)),
            np.zeros((filters, shape[0], *np.broadcast_to(kernel, 2))),
            np.zeros(filters),
            stride,
            pad,
        ).shape[1:],
    ),
    "pool_shape": (
        "max_pool2d",
        lambda layer, shape, window, stride: layer(
            np.zeros((1, *shape)), *np.broadcast_to(window, 2), stride
        ).shape[1:],
    ),
}

Answer = Callable[..., Any]
Names = dict[str, Any]


# --- what is shipped ----------------------------------------------------------


def harvest(folder: Path) -> dict[str, Any]:
    """Import every module of a student folder; return its public names by place."""
    sys.path.insert(0, str(folder))
    found: dict[str, Any] = {}
    for package in PACKAGES:
        for path in sorted((folder / package).rglob("*.py")):
            dotted = ".".join(path.relative_to(folder).with_suffix("").parts)
            with contextlib.suppress(Exception):
                module = importlib.import_module(dotted.removesuffix(".__init__"))
                for name, value in vars(module).items():
                    home = getattr(value, "__module__", module.__name__)
                    own = home == module.__name__ or not callable(value)
                    if own and not name.startswith("_"):
                        found[f"{module.__name__}.{name}"] = value
    sys.path.remove(str(folder))
    for name in [n for n in sys.modules if n.partition(".")[0] in PACKAGES]:
        del sys.modules[name]
    return {
        place: value
        for place, value in found.items()
        if not isinstance(value, types.ModuleType)
    }


def differentiators(shipped: Mapping[str, Any]) -> list[Answer]:
    """Find what differentiates a function of arrays by name.

    Returns:
        Functions of a forward pass, its inputs by name and the output's gradient, that
        give the gradients by name.

    """
    x, dout = np.array([1.0, 2.0]), np.array([3.0, 5.0])

    def at_once(tool: Answer) -> Answer:
        return lambda forward, inputs, dout: tool(forward, inputs, dout)[1]

    def later(tool: Answer) -> Answer:
        return lambda forward, inputs, dout: tool(forward, inputs)[1](dout)

    def by_array(tool: Answer) -> Answer:
        return lambda forward, inputs, dout: {
            name: refined(tool, _of_one(forward, inputs, name), value, dout)
            for name, value in inputs.items()
        }

    found = []
    for tool in filter(inspect.isfunction, shipped.values()):
        for way in (at_once(tool), later(tool), by_array(tool)):
            with quiet(), contextlib.suppress(Exception):
                grads = way(lambda x: x**3, {"x": x}, dout)
                if np.allclose(grads["x"], 3 * x**2 * dout):
                    found.append(way)
    return found


def refined(tool: Answer, f: Answer, x: Any, dout: Any) -> Any:
    """Estimate a gradient, then what is missing, so that no coarse tool is enough."""
    total = np.zeros_like(x)
    for _ in range(3):
        known = total
        total = known + tool(
            lambda at, k=known: (f(at) * dout).sum() - (k * at).sum(), x
        )
    return total


def _of_one(forward: Answer, inputs: Mapping[str, Any], name: str) -> Answer:
    return lambda at: forward(**{**inputs, name: at})


@contextlib.contextmanager
def quiet(seconds: float = SECONDS) -> Iterator[None]:
    """Stop a call after a while, and swallow what it prints."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


# --- how the arguments reach a callable ---------------------------------------


@dataclass(frozen=True)
class Way:
    """One way to call a shipped callable with a question's arguments."""

    call: Answer
    parameters: tuple[str, ...]
    positions: tuple[int, ...] | None  # None: by name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Answer a question's call."""
        given = (*args, *kwargs.values())
        if self.positions is not None:
            return self.call(*(given[i] for i in self.positions))
        arrays, settings = self.by_name(given)
        return self.call(**arrays, **settings)

    def by_name(self, given: Sequence[Any]) -> tuple[Names, Names]:
        """Match arrays and settings with the callable's parameters."""
        pool = DEFAULTS | dict(zip(self.parameters, given, strict=False))
        for value in given:
            if isinstance(value, Mapping):
                pool |= {str(key): entry for key, entry in value.items()}
        arrays: Names = {}
        settings: Names = {}
        for name in inspect.signature(self.call).parameters:
            known = [key for key in pool if key == name or key.endswith(f"_{name}")]
            if known:
                kind = arrays if isinstance(pool[known[0]], np.ndarray) else settings
                kind[name] = pool[known[0]]
        return arrays, settings


def ways(call: Answer, parameters: tuple[str, ...]) -> Iterator[Way]:
    """Yield the ways to call something with the parameters of a question."""
    try:
        signature = inspect.signature(call)
    except (TypeError, ValueError):
        return
    for count in range(1, min(len(parameters), 4) + 1):
        for positions in permutations(range(len(parameters)), count):
            with contextlib.suppress(TypeError):
                signature.bind(*positions)
                yield Way(call, parameters, positions)
    yield Way(call, parameters, None)


WITH_CACHE = "with a cache"
TRIVIAL: tuple[Any, ...] = (None, 0.0, 0.1, "", (), {})
DEFAULTS = {"eps": 1e-5}  # what statements say of settings that are missing
FORMS: dict[str, Callable[[Any, tuple[Any, ...]], Any]] = {
    "as it is": lambda value, _: value,
    WITH_CACHE: lambda value, args: (value, args),
    "the first output": lambda value, _: value[0],
    "the shape": lambda value, _: np.shape(value),
}


def formed(way: Way, form: str) -> Answer:
    """Call a way and bring what it gives into a form."""
    return lambda *args, **kwargs: FORMS[form](
        way(*args, **kwargs), (*args, *kwargs.values())
    )


def same(one: Any, other: Any) -> bool:
    """Compare results; of pairs of an output and a cache, the outputs only."""
    if isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other):
        return same(one[0], other[0])
    with contextlib.suppress(Exception):
        a, b = np.asarray(one, dtype=float), np.asarray(other, dtype=float)
        return a.shape == b.shape and a.size > 0 and bool(np.allclose(a, b))
    return False


# --- one question -------------------------------------------------------------


@dataclass
class Calls:
    """What the tests ask of the solution's function, and what it answers."""

    function: Answer
    parameters: tuple[str, ...]
    kept: list[tuple[tuple[Any, ...], Any]] = field(default_factory=list)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Answer as the solution does, and remember it."""
        before = deepcopy((*args, *kwargs.values()))
        result = self.function(*args, **kwargs)
        if len(self.kept) < CALLS:
            self.kept.append((before, deepcopy(result)))
        return result

    def forms_that_agree(self, way: Way) -> set[str]:
        """Name the forms in which a way gives what the solution gives, for any call."""
        agreed: set[str] = set()
        for args, result in self.kept:
            try:
                with quiet():
                    value = way(*deepcopy(args))
            except TimeoutError:
                break
            except Exception:
                if way.positions is not None:
                    break  # one order of the arguments serves all calls or none
                continue
            for form, make in FORMS.items():
                with contextlib.suppress(Exception):
                    if same(make(value, args), result):
                        agreed.add(form)
        return agreed


class Attack:
    """One question, and everything that is tried on it."""

    def __init__(self, assignment: Any, question: Any, shipped: dict[str, Any]) -> None:
        from homework.questions import answers, cases

        self.question, self.shipped, self.answers = question, shipped, answers
        self.cases = cases.read_cases(question.tests)
        self.names = answers.run_cells(answers.code_cells(assignment, upto=question))
        cell = answers.solution_source(question)
        told: Names = {}
        with contextlib.suppress(Exception):
            exec(cell, dict(self.names), told)  # noqa: S102
        asked = {name for case in self.cases for name in case.parameters}
        self.targets = {name: self.names[name] for name in told if name in asked}
        self.tools = differentiators(shipped)

    def earned(self, **answers: Any) -> float:
        """Add up the points of the tests that some answers pass."""
        names = {**self.names, **answers}
        return float(
            sum(
                case.points
                for case in self.cases
                if self._passes(case, {**names}, answers)
            )
        )

    def _passes(self, case: Any, names: Names, answers: Names) -> bool:
        if not set(answers) & {*case.parameters, "env"}:
            return False
        try:
            with quiet(SECONDS_A_TEST):
                return self.answers.run_case(self.question, case, names) is None
        except BaseException:
            return False

    def best(self) -> tuple[float, str]:
        """Return the most that shipped code earns beyond an answer without it."""
        free = max((self.earned(**each) for each in self._trivial()), default=0.0)
        most, how = 0.0, ""
        for told, candidate in self.candidates():
            more = self.earned(**candidate) - free
            if more > most:
                most, how = more, told
        return most, how

    def _trivial(self) -> Iterator[Names]:
        """Yield answers that anyone has: an argument, zeros, nothing."""
        for name, target in self.targets.items():
            for value in TRIVIAL:
                yield {name: value}
                yield {name: lambda *_, value=value: value}
            for i in range(5 if inspect.isfunction(target) else 0):
                yield {name: lambda *args, i=i: args[i]}
                yield {name: lambda *args, i=i: args[i][0]}
                yield {name: lambda *args, i=i: (args[i], args)}
                yield {name: lambda *args, i=i: np.shape(args[i])}
                yield {name: lambda *args, i=i: np.zeros_like(args[i])}

    def candidates(self) -> Iterator[tuple[str, Names]]:
        """Yield answers by shipped code, each with words for it."""
        for name, target in self.targets.items():
            if inspect.isfunction(target):
                yield from self._of_function(name, target)
            for place, value in self.shipped.items():
                if inspect.isclass(target) == inspect.isclass(value) or not callable(
                    target
                ):
                    yield f"{name} is {place}", {name: value}

    def _of_function(self, name: str, target: Answer) -> Iterator[tuple[str, Names]]:
        calls = self._calls(name, target)
        for told, answer in self._answers_like(calls):
            yield f"{name} is {told}", {name: answer}
        if "_backward" in name:
            yield from self._backward(name)
        for tool in self.tools if name in TOLD else ():
            answer = _gradient_of_told(name, calls.parameters, tool)
            yield f"{name} differentiates what the statement says", {name: answer}
        for place, value in self.shipped.items():
            layer, sized = SIZED.get(name, ("", None))
            if sized is not None and place.rpartition(".")[2] == layer:
                answer = partial(sized, value)
                yield f"{name} is a shape that {place} gives", {name: answer}

    def _calls(self, name: str, target: Answer) -> Calls:
        parameters = tuple(inspect.signature(target).parameters)
        calls = Calls(target, parameters)
        self.earned(**{name: calls})
        return calls

    def _answers_like(self, calls: Calls) -> Iterator[tuple[str, Answer]]:
        for place, value in self.shipped.items():
            if callable(value):
                for way in ways(value, calls.parameters):
                    for form in calls.forms_that_agree(way):
                        yield f"{place}, {form}", formed(way, form)

    def _backward(self, name: str) -> Iterator[tuple[str, Names]]:
        """Pair a forward pass with its gradient, or with its own backward pass."""
        other = name.replace("backward", "forward")
        if other not in self.names:
            other = other.partition("forward")[0] + "forward"  # of another way back
        if not inspect.isfunction(self.names.get(other)):
            return
        calls = self._calls(other, self.names[other])
        for place, back in self.shipped.items():
            ahead = self.shipped.get(place.removesuffix("backward") + "forward")
            if place.endswith("_backward") and ahead:
                yield f"{name} is {place}", {name: back}
                for way in ways(ahead, calls.parameters):
                    yield f"{name} is {place}, both", {other: way, name: back}
        right = {"a right forward pass": _without_cache(self.names[other])}
        for tool in self.tools:
            for place, value in {**self.shipped, **right}.items():
                way = Way(value, calls.parameters, None)
                known = inspect.isfunction(value) and calls.forms_that_agree(way)
                if known and WITH_CACHE in known:
                    pair = {other: formed(way, WITH_CACHE)}
                    pair[name] = _gradient_of(way, tool)
                    yield f"{name} differentiates {place}", pair


def _without_cache(forward: Answer) -> Answer:
    @wraps(forward)
    def out(*args: Any, **kwargs: Any) -> Any:
        return forward(*args, **kwargs)[0]

    return out


def _gradient_of_told(name: str, parameters: tuple[str, ...], tool: Answer) -> Answer:
    told = TOLD[name]

    def gradient(*args: Any) -> Any:
        given = dict(zip(parameters, args, strict=False))
        forward = lambda **moved: told.forward(**{**given, **moved})  # noqa: E731
        grads = tool(forward, told.moves(**given), told.dout(**given))
        found = tuple(grads.values())
        return found if len(found) > 1 else found[0]

    return gradient


def _gradient_of(way: Way, tool: Answer) -> Answer:
    def backward(dout: Any, cache: Any) -> Any:
        arrays, settings = way.by_name(cache)
        inputs = {k: v for k, v in arrays.items() if k in way.parameters}
        rest = {k: v for k, v in arrays.items() if k not in inputs} | settings
        grads = tool(lambda **given: way.call(**given, **rest), inputs, dout)
        found = tuple(grads[name] for name in inputs)
        return found if len(found) > 1 else found[0]

    return backward


def main(
    name: str, folder: Path, only: Sequence[str] = ()
) -> dict[str, tuple[float, str]]:
    """Attack every question of an assignment; return points and how, by question."""
    shipped = harvest(folder)
    from homework.questions.layout import Repository
    from tests.samples import ROOT

    sys.path.insert(0, str(ROOT / "assignments"))
    (assignment,) = Repository(ROOT).assignments((name,))
    return {
        question.name: Attack(assignment, question, shipped).best()
        for question in assignment.questions
        if question.tests.exists() and (not only or question.name in only)
    }


if __name__ == "__main__":
    os.environ |= {"MPLBACKEND": "agg", "HOMEWORK_SEED": "0", "OMP_NUM_THREADS": "1"}
    socket.socket.connect = None  # type: ignore[method-assign, assignment]
    sys.modules["matplotlib"] = None  # type: ignore[assignment]  # pictures answer nothing
    warnings.simplefilter("ignore")
    place = Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as scratch:
        os.chdir(scratch)
        said = main(sys.argv[1], place, sys.argv[3:])
    sys.__stdout__.write(json.dumps(said) + "\n")  # type: ignore[union-attr]
