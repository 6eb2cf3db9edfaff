from otter.test_files import test_case

OK_FORMAT = False

name = "q01_boxcar_exp"
points = None

@test_case(points=3, hidden=False, 
    failure_message="boxcar_exp should give the worked example with L = 2 and a = 1/2.")
def test_gives_the_worked_example(boxcar_exp):
    from functools import partial
    import numpy as np
    from checks import Function, assert_close
    from checks.hints import recognise
    boxcar_exp = Function('boxcar_exp', boxcar_exp)
    mistakes = [('before n = 0 nothing has gone in.', [-2, 0, 1, 1.5, 0.75, 0.375]), ('what does the filter do after the boxcar?', [0, 0, 1, 1.5, 0, 0]), ('at which n does the boxcar end?', [0, 0, 1, 1.5, 1.75, 0.375]), ('the boxcar has L ones, not L + 1.', [0, 0, 1, 1.5, 1.75, 0.875]), ('is the flip missing?', [0, 1, 1.5, 0.75, 0.375, 0.1875]), ('the boxcar begins at n = 0.', [0, 0, 0, 1, 1.5, 0.75]), ('the boxcar has L ones, not L - 1.', [0, 0, 1, 0.5, 0.25, 0.125]), ('y[n] belongs to the n that is given: which n do you answer?', [0.0] * 6), ('is the flip missing?', [0.375, 0.75, 1.5, 1, 0, 0]), ('the boxcar ends: the sum stops growing.', [0, 0, 1, 1.5, 1.75, 1.875])]
    y = boxcar_exp(np.arange(-2, 4), 2, 0.5)
    hint = partial(recognise, mistakes=mistakes)
    assert_close(y, [0, 0, 1, 1.5, 0.75, 0.375], name='y', hint=hint)

