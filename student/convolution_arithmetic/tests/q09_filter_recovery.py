from otter.test_files import test_case

OK_FORMAT = False

name = "q09_filter_recovery"
points = None

@test_case(points=2, hidden=False, 
    failure_message="recover_filter should find the filter of the worked example.")
def test_recovers_a_worked_example(recover_filter):
    from functools import partial
    import numpy as np
    from checks import Function, assert_close
    from checks.arithmetic import filter_hint
    recover_filter = Function('recover_filter', recover_filter)
    x, y = (np.array([1.0, 4.0, 0.0]), np.array([-2.0, 8.0]))
    hint = partial(filter_hint, x, y)
    assert_close(recover_filter(x, y, 2), [2.0, -1.0], name='filter', hint=hint)

