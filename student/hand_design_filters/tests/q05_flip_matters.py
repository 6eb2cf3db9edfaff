from otter.test_files import test_case

OK_FORMAT = False

name = "q05_flip_matters"
points = None

@test_case(points=1, hidden=False, 
    failure_message="flip_matters should be True for [-1 0 1] and False for [1 2 1].")
def test_knows_two_kernels(flip_matters, env):
    import numpy as np
    from checks import Array, Function, Notebook, assert_array
    from checks.filters import stand_ins
    from checks.worlds import in_either_world
    flip_matters = Function('flip_matters', flip_matters)
    env = Notebook('env', env)
    turn = 'turn the row around: is it the same row?'
    for row, truth in (([-1, 0, 1], True), ([1, 2, 1], False)):
        name = f'flip_matters for the row {row}'

        def check(row: list[int]=row, name: str=name) -> Array:
            return assert_array(flip_matters(np.array([row])), (), name=name)
        seen = in_either_world(env, stand_ins(env), check)
        assert seen == truth, f'{name} is {bool(seen)}. Hint: {turn}'

