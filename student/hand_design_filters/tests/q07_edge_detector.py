from otter.test_files import test_case

OK_FORMAT = False

name = "q07_edge_detector"
points = None

@test_case(points=3, hidden=False, 
    failure_message="edge_detecting should be 8 inside the image of m*m + 3*n*n.")
def test_measures_how_a_bowl_bends(edge_detecting, env):
    import numpy as np
    from checks import Function, Notebook, assert_array, assert_close
    from checks.filters import stand_ins
    from checks.hints import recognise
    edge_detecting = Function('edge_detecting', edge_detecting)
    env = Notebook('env', env)
    row, column = np.mgrid[:5, :6]
    with env.standing_on(**stand_ins(env)):
        out = edge_detecting(1.0 * row ** 2 + 3.0 * column ** 2)
    inside = assert_array(out, (5, 6), name='the output')[1:-1, 1:-1]
    mistakes = [('which sign has the centre of the kernel?', -8.0), ('the four corners of the kernel take no part.', 24.0), ('the four corners of the kernel take no part.', -24.0), ('add the second differences along both directions.', 2.0), ('add the second differences along both directions.', 6.0)]
    hint = recognise(inside, [(text, np.full((3, 4), left)) for text, left in mistakes])
    assert_close(inside, np.full((3, 4), 8.0), name='the inside', hint=hint)

@test_case(points=3, hidden=False, 
    failure_message="edge_detecting should give +190 and -190 at the step from 10 to 200.")
def test_gives_both_sides_of_an_edge(edge_detecting, env):
    from functools import partial
    import numpy as np
    from checks import Function, Notebook, assert_close
    from checks.filters import stand_ins
    from checks.hints import recognise
    edge_detecting = Function('edge_detecting', edge_detecting)
    env = Notebook('env', env)
    mistakes = [('which sign has the centre of the kernel?', [[0, -190, 190, 0]]), ('a byte starts again at 0 after 255.', [[0, 190, 66, 0]]), ('both signs carry information.', [[0, 190, 190, 0]]), ('both signs carry information.', [[0, 190, 0, 0]]), ('beyond the border there are no zeros.', [[-30, 170, -590, -600]]), ('the image does not go round.', [[190, 190, -190, -190]])]
    with env.standing_on(**stand_ins(env)):
        out = edge_detecting(np.array([[10, 10, 200, 200]], dtype=np.uint8))
    hint = partial(recognise, mistakes=mistakes)
    assert_close(out, [[0, 190, -190, 0]], name='the output', hint=hint)

