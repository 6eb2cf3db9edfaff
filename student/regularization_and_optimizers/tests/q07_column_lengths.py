from otter.test_files import test_case

OK_FORMAT = False

name = "q07_column_lengths"
points = None

@test_case(points=1, hidden=False, 
    failure_message="effective_lengths should give the worked example.")
def test_gives_the_worked_example(effective_lengths, env):
    from collections.abc import Callable
    from typing import Any
    import numpy as np
    from checks import Function, Notebook, assert_close, ridge_example
    from checks.worlds import in_either_world
    effective_lengths = Function('effective_lengths', effective_lengths)
    env = Notebook('env', env)
    given: dict[str, Callable[..., Any]] = {'to_ridge': ridge_example.to_ridge, 'effective_data': ridge_example.effective_data}

    def check() -> None:
        lengths = effective_lengths(np.array([[3.0, 0.0], [4.0, 2.0]]), 0.5)
        assert_close(lengths, [1.0, 1.0], name='effective_lengths')
    in_either_world(env, given, check)

@test_case(points=0.5, hidden=False, 
    failure_message="like_batch_norm should name letters among A, B, C and D.")
def test_like_batch_norm_names_letters(like_batch_norm):
    from checks import assert_choices
    assert_choices(like_batch_norm, 'ABCD', name='like_batch_norm')

