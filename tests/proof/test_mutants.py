"""Mutants are small mistakes in a solution, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework.law.markers import solution_lines
from homework.proof.mutants import Mutant, mutants

CELL = """\
def layer(x, dout, H, W, stride, eps):
    \"\"\"Return 1 + 1 of x, with stride 2.\"\"\"
    total = 1 + 1
    # BEGIN SOLUTION
{body}
    # END SOLUTION
    return total + 1
"""


def cell(*lines: str) -> str:
    """Write a solution cell with these lines between its markers."""
    return CELL.format(body="\n".join(f"    {line}" for line in lines))


def changes(*lines: str) -> set[str]:
    """Return the changed lines of every mutant."""
    return {mutant.after for mutant in mutants(cell(*lines))}


@pytest.mark.parametrize(
    ("line", "mistake"),
    [
        ("y = x + eps", "y = (x)"),
        ("y = x + eps", "y = x - eps"),
        ("y = x.mean(axis=0)", "y = x.mean(axis=1)"),
        ("y = x.mean(axis=0)", "y = x.mean(axis=None)"),
        ("y = x.mean(axis=0)", "y = x.sum(axis=0)"),
        ("y = x.sum(axis=(0, 2, 3))", "y = x.sum(axis=(0, 3,))"),
        ("y = x.sum(axis=0, keepdims=True)", "y = x.sum(axis=0, )"),
        ("y = x.sum(axis=0, keepdims=True)", "y = x.sum(axis=0, keepdims=False)"),
        ("y += x", "y = x"),
        ("y += x", "y -= x"),
        ("y += x", "pass"),
        ("y = H + 1", "y = W + 1"),
        ("y = x[1:H]", "y = x[1:(H) - 1]"),
        ("y = x[1:H]", "y = x[(1) + 1:H]"),
        ("y = x[::2]", "y = x[:]"),
        ("y = H // stride", "y = H / stride"),
        ("y = x.copy()", "y = x"),
        ("y = np.sqrt(x)", "y = x"),
        ("y = np.sqrt(x)", "y = np.square(x)"),
        ("y = x.T @ dout", "y = x @ dout"),
        ("y = x.T @ dout", "y = dout @ x.T"),
        ("y = -x", "y = x"),
        ("y = x < eps", "y = x > eps"),
        ("y = x < eps", "y = x <= eps"),
        ("y = x.reshape(H, W)", "y = x.reshape(W, H)"),
        ("y = x.transpose(0, 3, 1)", "y = x.transpose(0, 1, 3)"),
        ("y = 'train'", "y = 'test'"),
        ("return x, dout", "return dout, x"),
        ("return x, dout", "return x, x"),
        ("y = [x for _ in range(H)]", "y = [x for _ in range((H) - 1)]"),
        ("y = x ** 2", "y = (x)"),
        ("y = x ** 2", "y = x ** 3"),
    ],
)
def test_the_mistakes_of_array_code_are_made(line: str, mistake: str) -> None:
    assert mistake in changes(line)


def test_only_the_solution_is_changed() -> None:
    source = cell("y = x + 1", "y *= 2")
    inside = solution_lines(source)
    for mutant in mutants(source):
        old, new = source.splitlines(), mutant.source.splitlines()
        changed = {
            number
            for number, pair in enumerate(zip(old, new, strict=True), start=1)
            if pair[0] != pair[1]
        }
        assert changed <= inside
        assert mutant.line in changed


def test_a_line_may_be_the_whole_solution() -> None:
    found = mutants("count = 3  # SOLUTION\nother = 3\n")
    assert {mutant.after for mutant in found} >= {
        "count = 4  # SOLUTION",
        "count = 2  # SOLUTION",
    }
    assert all("other = 3" in mutant.source for mutant in found)


def test_what_a_zip_says_of_unequal_lengths_is_left_alone() -> None:
    assert not any("strict=False" in each for each in changes("zip(x, y, strict=True)"))
    assert "zip(x, y, )" not in changes("zip(x, y, strict=True)")


names = st.sampled_from(["x", "dout", "H", "W", "eps", "2", "0.5"])
values = st.recursive(
    names,
    lambda inner: st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from("+-*/@"), inner),
        st.builds("({}).sum(axis={})".format, names, st.sampled_from("01")),
        st.builds("x[{}:{}]".format, inner, inner),
        st.builds("np.maximum({}, {})".format, inner, inner),
    ),
    max_leaves=6,
)


@pytest.mark.slow
@given(st.lists(st.builds("y = {}".format, values), min_size=1, max_size=4))
def test_every_mutant_is_python_and_another_program(lines: list[str]) -> None:
    source = cell(*lines)
    found = mutants(source)
    assert len({mutant.source for mutant in found}) == len(found)
    for mutant in found:
        compile(mutant.source, "<mutant>", "exec")
        assert mutant.source != source
        assert mutant.before in " ".join(line.strip() for line in source.splitlines())
        assert mutant.before != mutant.after
    assert found == sorted(found, key=_line)


def _line(mutant: Mutant) -> int:
    return mutant.line
