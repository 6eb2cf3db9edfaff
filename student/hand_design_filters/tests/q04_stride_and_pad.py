from otter.test_files import test_case

OK_FORMAT = False

name = "q04_stride_and_pad"
points = None

@test_case(points=2, hidden=False, 
    failure_message="conv2d_true should give a 5 x 5 output for stride 1 and pad 1.")
def test_keeps_the_size_with_a_pad_of_one(conv2d_true, env):
    from functools import partial
    import numpy as np
    from checks import Function, Notebook, assert_close
    from checks.filters import SINGLE, stand_ins
    from checks.hints import recognise
    from checks.worlds import in_either_world
    conv2d_true = Function('conv2d_true', conv2d_true)
    env = Notebook('env', env)
    x, h = (np.arange(1, 26).reshape(5, 5), np.outer([-1, 0, 1], [1, 2, 1]))
    inside = [-30, -40, -40, -40, -30]
    top, bottom = ([-19, -28, -32, -36, -29], [49, 68, 72, 76, 59])
    truth = np.array([top, inside, inside, inside, bottom])
    copied = np.outer([-20, -40, -40, -40, -20], np.ones(5))
    mistakes = [('the signs are reversed: is the kernel flipped?', -truth), ('pad with zeros, not with copies of the border.', copied)]
    hint = partial(recognise, mistakes=mistakes)

    def check() -> None:
        y = conv2d_true(x, h, 1, 1)
        assert_close(y, truth, name='y', rtol=SINGLE, hint=hint)
    in_either_world(env, stand_ins(env), check)

@test_case(points=2, hidden=False, 
    failure_message="conv2d_true should give a 3 x 3 output for stride 2 and pad 1.")
def test_keeps_every_other_output(conv2d_true, env):
    from functools import partial
    import numpy as np
    from checks import Function, Notebook, assert_close
    from checks.filters import SINGLE, stand_ins
    from checks.hints import recognise
    from checks.worlds import in_either_world
    conv2d_true = Function('conv2d_true', conv2d_true)
    env = Notebook('env', env)
    x, h = (np.arange(1, 26).reshape(5, 5), np.outer([-1, 0, 1], [1, 2, 1]))
    truth = np.array([[-19, -32, -29], [-30, -40, -30], [49, 72, 59]])
    thinned = np.array([[-35, -52, -43], [-60, -80, -60], [35, 52, 43]])
    mistakes = [('the signs are reversed: is the kernel flipped?', -truth), ('count the outputs from 0: which rows remain?', np.full((2, 2), -40)), ('when are the steps taken, before or after the sum?', thinned)]
    hint = partial(recognise, mistakes=mistakes)

    def check() -> None:
        y = conv2d_true(x, h, 2, 1)
        assert_close(y, truth, name='y', rtol=SINGLE, hint=hint)
    in_either_world(env, stand_ins(env), check)

