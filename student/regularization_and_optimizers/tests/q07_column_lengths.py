from otter.test_files import test_case

OK_FORMAT = False

name = "q07_column_lengths"
points = None

@test_case(points=1, hidden=False, 
    failure_message="effective_lengths should give the worked example.")
def test_gives_the_worked_example(effective_lengths, env):
    from unittest.mock import Mock
    import numpy as np
    from checks import Function, Notebook, assert_close
    effective_lengths = Function('effective_lengths', effective_lengths)
    env = Notebook('env', env)
    half, scaled = (np.array([5.0, 2.0]), np.array([[0.6, 0.0], [0.8, 1.0]]))
    with env.standing_on(to_ridge=Mock(return_value=(np.zeros(2), half)), effective_data=Mock(return_value=scaled)):
        lengths = effective_lengths(np.array([[3.0, 0.0], [4.0, 2.0]]), 0.5)
    assert_close(lengths, [1.0, 1.0], name='the lengths')

@test_case(points=0.5, hidden=False, 
    failure_message="like_batch_norm should name letters among A, B, C and D.")
def test_like_batch_norm_names_letters(like_batch_norm):
    from checks import assert_choices
    assert_choices(like_batch_norm, 'ABCD', name='like_batch_norm')

