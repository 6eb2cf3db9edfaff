"""Which rows a correct `table_row` fills in."""

from math import prod

from checks import Function, Notebook, assert_outputs, hidden, public, random_cases
from checks.arithmetic import assert_counts, distinct, stand_ins
from checks.worlds import in_either_world
from references.arithmetic import conv, earlier_answers, linear, parameters


@public(points=2)
def test_repeats_the_given_entries(env: Notebook, table_row: Function) -> None:
    """table_row should give the entries that the table already has."""

    def check() -> None:
        name = "table_row"
        _, shape = assert_outputs(
            table_row("CONV3", 10, (1, 28, 28)), count=2, name=name
        )
        assert_counts(shape, (10, 28, 28), name="shape after the first CONV3-10")
        _, shape = assert_outputs(
            table_row("POOL2", None, (10, 28, 28)), count=2, name=name
        )
        assert_counts(shape, (10, 14, 14), name="shape after the first POOL2")
        count, _ = assert_outputs(
            table_row("CONV3", 10, (10, 14, 14)), count=2, name=name
        )
        assert_counts(count, 910, name="parameters of the second CONV3-10")
        _, shape = assert_outputs(
            table_row("FLATTEN", None, (10, 7, 7)), count=2, name=name
        )
        comma = "a tuple with a single entry is written with a comma."
        mistakes = [(comma, 490)]
        assert_counts(shape, (490,), name="shape after FLATTEN", mistakes=mistakes)
        _, shape = assert_outputs(table_row("FC", 3, (490,)), count=2, name=name)
        assert_counts(shape, (3,), name="shape after FC-3", mistakes=[(comma, 3)])

    earlier = "conv_params", "conv_shape", "pool_shape"
    in_either_world(env, stand_ins(env, *earlier), check)


@hidden(points=2)
def test_counts_parameters(env: Notebook, table_row: Function) -> None:
    """table_row should count the weights and biases of every kind of layer."""

    def check() -> None:
        rng = random_cases("table parameters")
        for c, size in [distinct(rng, 2, 2, 40), distinct(rng, 2, 2, 40), (1, 10)]:
            got = table_row("CONV3", size, (c, 12, 8))
            count, _ = assert_outputs(got, count=2, name="table_row")
            assert_counts(
                count,
                parameters(conv(c, size, 3)),
                name=f"parameters of CONV3-{size} after {c} channels",
                mistakes=[
                    ("the biases count too.", 9 * c * size),
                    ("every filter has a bias of its own.", 9 * c * size + 1),
                    ("a filter looks at every input channel.", 9 * size + size),
                    ("the old channels need no bias.", 9 * c * size + c),
                    (
                        "the same weights serve every position of the map.",
                        (9 * c * size + size) * 12 * 8,
                    ),
                ],
            )
        for n, size in [(490, 3), distinct(rng, 2, 2, 400)]:
            got = table_row("FC", size, (n,))
            count, _ = assert_outputs(got, count=2, name="table_row")
            assert_counts(
                count,
                parameters(linear(n, size)),
                name=f"parameters of FC-{size} after {n} numbers",
                mistakes=[
                    ("the biases of FC count too.", n * size),
                    ("every output of FC has a bias of its own.", n * size + 1),
                ],
            )
        for kind in ("POOL2", "FLATTEN"):
            got = table_row(kind, None, (5, 12, 8))
            count, _ = assert_outputs(got, count=2, name="table_row")
            hint = "what would this layer learn?"
            mistakes = [(hint, number) for number in (1, 2, 4, 5, 20, 21, 25)]
            assert_counts(count, 0, name=f"parameters of {kind}", mistakes=mistakes)

    earlier = "conv_params", "conv_shape", "pool_shape"
    in_either_world(env, earlier_answers(*earlier), check)


@hidden(points=2)
def test_carries_the_shape_along(env: Notebook, table_row: Function) -> None:
    """table_row should give the shape after each layer of any network."""

    def check() -> None:
        rng = random_cases("table shapes")
        for _ in range(3):
            c, h, w = distinct(rng, 3, 9, 31)
            h |= 1  # an odd number of rows, so that something is dropped
            first, second, outputs = distinct(rng, 3, 2, 12)
            shape: tuple[int, ...] = (c, h, w)
            for kind, size in (
                ("CONV3", first),
                ("POOL2", None),
                ("CONV3", second),
                ("POOL2", None),
                ("FLATTEN", None),
                ("FC", outputs),
            ):
                after = {
                    "CONV3": (size or 0, *shape[1:]),
                    "POOL2": (shape[0], *[len(range(1, n, 2)) for n in shape[1:]]),
                    "FLATTEN": (prod(shape),),
                    "FC": (outputs,),
                }[kind]
                got = table_row(kind, size, shape)
                _, answer = assert_outputs(got, count=2, name="table_row")
                assert_counts(
                    answer,
                    after,
                    name=f"shape after {kind} on {shape}",
                    mistakes=[
                        (
                            "each filter makes one channel; the old ones are gone.",
                            (shape[0] + (size or 0), *shape[1:]),
                        ),
                        (
                            "padding 1 makes up for what a 3x3 window loses.",
                            ((size or 0), *[n - 2 for n in shape[1:]]),
                        ),
                        (
                            "the channels become numbers of the row too.",
                            (prod(shape[1:]),),
                        ),
                        (
                            "a tuple with a single entry is written with a comma.",
                            after[0],
                        ),
                        (
                            "the map need not be square.",
                            after[:1] + 2 * after[1:2],
                        ),
                        (
                            "a last odd row or column is dropped.",
                            (shape[0], *[(n + 1) // 2 for n in shape[1:]]),
                        ),
                        (
                            "a last odd row or column is dropped.",
                            (shape[0], *[n / 2 for n in shape[1:]]),
                        ),
                    ],
                )
                shape = after

    earlier = "conv_params", "conv_shape", "pool_shape"
    in_either_world(env, earlier_answers(*earlier), check)
