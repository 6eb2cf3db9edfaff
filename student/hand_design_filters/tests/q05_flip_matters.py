from otter.test_files import test_case

OK_FORMAT = False

name = "q05_flip_matters"
points = None

@test_case(points=1, hidden=False, 
    failure_message="flip_matters should be True for [-1 0 1] and False for [1 2 1].")
def test_knows_two_kernels(flip_matters):
    import numpy as np
    from checks import Function, assert_close
    flip_matters = Function('flip_matters', flip_matters)
    for row, truth in (([-1, 0, 1], True), ([1, 2, 1], False)):
        name = f'flip_matters for the row {row}'
        assert_close(flip_matters(np.array([row])), truth, name=name)

