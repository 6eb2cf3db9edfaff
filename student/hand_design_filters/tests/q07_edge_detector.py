from otter.test_files import test_case

OK_FORMAT = False

name = "q07_edge_detector"
points = None

@test_case(points=3, hidden=False, 
    failure_message="edge_detecting should be 8 inside the image of m*m + 3*n*n.")
def test_measures_how_a_bowl_bends(edge_detecting, env):
    from functools import partial
    import numpy as np
    from checks import Function, Notebook, assert_array, assert_close
    from checks.filters import SINGLE, stand_ins
    from checks.hints import recognise
    from checks.worlds import in_either_world
    edge_detecting = Function('edge_detecting', edge_detecting)
    env = Notebook('env', env)
    row, column = np.mgrid[:5, :6]
    mistakes = [('which sign has the centre of the kernel?', -8.0), ('the four corners of the kernel take no part.', 24.0), ('the four corners of the kernel take no part.', -24.0), ('add the second differences along both directions.', 2.0), ('add the second differences along both directions.', 6.0)]
    pictures = [(text, np.full((3, 4), left)) for text, left in mistakes]
    hint = partial(recognise, mistakes=pictures, rtol=SINGLE)
    size = 'the output is as large as the image: what lies beyond the border?'

    def check() -> None:
        out = edge_detecting(1.0 * row ** 2 + 3.0 * column ** 2)
        inside = assert_array(out, (5, 6), name='the output', hint=size)[1:-1, 1:-1]
        eight = np.full((3, 4), 8.0)
        assert_close(inside, eight, name='the inside', rtol=SINGLE, hint=hint)
    in_either_world(env, stand_ins(env), check)

@test_case(points=3, hidden=False, 
    failure_message="edge_detecting should give +190 and -190 at the step from 10 to 200.")
def test_gives_both_sides_of_an_edge(edge_detecting, env):
    from functools import partial
    import numpy as np
    from checks import Function, Notebook, assert_close
    from checks.filters import SINGLE, stand_ins
    from checks.hints import recognise
    from checks.worlds import in_either_world
    edge_detecting = Function('edge_detecting', edge_detecting)
    env = Notebook('env', env)
    mistakes = [('which sign has the centre of the kernel?', [[0, -190, 190, 0]]), ('a byte starts again at 0 after 255.', [[0, 190, 66, 0]]), ('both signs carry information.', [[0, 190, 190, 0]]), ('both signs carry information.', [[0, 190, 0, 0]]), ('beyond the border there are no zeros.', [[-30, 170, -590, -600]]), ('the image does not go round.', [[190, 190, -190, -190]])]
    hint = partial(recognise, mistakes=mistakes, rtol=SINGLE)

    def check() -> None:
        out = edge_detecting(np.array([[10, 10, 200, 200]], dtype=np.uint8))
        step = [[0, 190, -190, 0]]
        assert_close(out, step, name='the output', rtol=SINGLE, hint=hint)
    in_either_world(env, stand_ins(env), check)

