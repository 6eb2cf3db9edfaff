from otter.test_files import test_case

OK_FORMAT = False

name = "q06_averaging_filter"
points = None

@test_case(points=3, hidden=False, 
    failure_message="averaging_filtering should give the worked example with n = 2.")
def test_gives_the_worked_example(averaging_filtering, env):
    from functools import partial
    import numpy as np
    from checks import Function, Notebook, assert_close
    from checks.filters import SINGLE, stand_ins
    from checks.hints import recognise
    from checks.worlds import in_either_world
    averaging_filtering = Function('averaging_filtering', averaging_filtering)
    env = Notebook('env', env)
    wide = 'an even window reaches less far to one side: how much padding is that?'
    mistakes = [('the weights of an average sum to 1.', [0.0, 8, 8, 0]), ('count the pixels of the window: rows times columns.', [0.0, 4, 4, 0]), ('to which side does a window of two reach?', [0.0, 0, 2, 2]), ('the window should follow n.', [0, 4 / 3, 4 / 3, 4 / 3]), ('beyond the border there are no zeros.', [0.0, 1, 1, 0])]
    pictures = [(text, [row]) for text, row in mistakes]
    pictures.append((wide, [[0.0, 0, 2, 2, 0]] * 2))
    hint = partial(recognise, mistakes=pictures, rtol=SINGLE)

    def check() -> None:
        out = averaging_filtering(np.array([[0, 0, 4, 0]], dtype=np.uint8), 2)
        assert_close(out, [[0, 2, 2, 0]], name='the output', rtol=SINGLE, hint=hint)
    in_either_world(env, stand_ins(env), check)

@test_case(points=2, hidden=False, 
    failure_message="averaging_filtering should keep a flat image of bytes as it is.")
def test_keeps_a_flat_image(averaging_filtering, env):
    from functools import partial
    import numpy as np
    from checks import Function, Notebook, assert_close
    from checks.filters import SINGLE, stand_ins
    from checks.hints import recognise
    from checks.worlds import in_either_world
    averaging_filtering = Function('averaging_filtering', averaging_filtering)
    env = Notebook('env', env)
    flat = np.full((5, 7), 200, dtype=np.uint8)
    dark = np.full((5, 7), 200.0) * np.outer([2, 3, 3, 3, 2], [2, 3, 3, 3, 3, 3, 2]) / 9
    mistakes = [('the weights of an average sum to 1.', np.full((5, 7), 1800.0)), ('count the pixels of the window: rows times columns.', np.full((5, 7), 600.0)), ('a byte starts again at 0 after 255.', np.full((5, 7), 1800 % 256 / 9)), ('beyond the border there are no zeros.', dark)]
    hint = partial(recognise, mistakes=mistakes, rtol=SINGLE)

    def check() -> None:
        out = averaging_filtering(flat, 3)
        assert_close(out, flat, name='the output', rtol=SINGLE, hint=hint)
    in_either_world(env, stand_ins(env), check)

