from otter.test_files import test_case

OK_FORMAT = False

name = "q03_true_convolution"
points = None

@test_case(points=3, hidden=False, 
    failure_message="convolve_valid should give the worked example with a 2 x 2 kernel.")
def test_gives_the_worked_example(convolve_valid):
    from functools import partial
    import numpy as np
    from checks import Function, assert_close
    from checks.filters import SINGLE
    from checks.hints import recognise
    convolve_valid = Function('convolve_valid', convolve_valid)
    mistakes = [('that is correlation: the kernel is not flipped.', [[9, -1]]), ('the kernel is flipped along one axis only.', [[4, 4]]), ('the kernel is flipped along one axis only.', [[-2, 6]]), ('rows and columns of the kernel changed places.', [[5, -1]]), ('rows and columns of the kernel changed places.', [[7, 1]]), ('the flip is half a turn, not a quarter.', [[2, 6]]), ('the flip is half a turn, not a quarter.', [[0, 4]])]
    y = convolve_valid(np.array([[1, 2, 0], [4, 0, 3]]), np.array([[1, 0], [2, -1]]))
    assert_close(y, [[3, 1]], name='y', rtol=SINGLE, hint=partial(recognise, mistakes=mistakes, rtol=SINGLE))

@test_case(points=2, hidden=False, 
    failure_message="convolve_valid should give nine equal outputs for the 5 x 5 ramp.")
def test_sees_the_slope_of_a_ramp(convolve_valid):
    from functools import partial
    import numpy as np
    from checks import Function, assert_close
    from checks.filters import SINGLE
    from checks.hints import recognise
    convolve_valid = Function('convolve_valid', convolve_valid)
    mistakes = [('the slope has the wrong sign: are the rows of the kernel flipped?', np.full((3, 3), 40)), ('rows and columns of the kernel changed places.', np.full((3, 3), -8)), ('rows and columns of the kernel changed places.', np.full((3, 3), 8))]
    x, h = (np.arange(1, 26).reshape(5, 5), np.outer([-1, 0, 1], [1, 2, 1]))
    hint = partial(recognise, mistakes=mistakes)
    assert_close(convolve_valid(x, h), np.full((3, 3), -40), name='y', rtol=SINGLE, hint=hint)

