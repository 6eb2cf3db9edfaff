from otter.test_files import test_case

OK_FORMAT = False

name = "q11_channel_matrix"
points = None

@test_case(points=2, hidden=False, 
    failure_message="conv1d_matrix should give the worked example for one filter.")
def test_writes_one_filter(env, conv1d_matrix):
    import numpy as np
    from checks import Function, Notebook, assert_close
    from checks.arithmetic import stand_ins
    from checks.worlds import in_either_world
    env = Notebook('env', env)
    conv1d_matrix = Function('conv1d_matrix', conv1d_matrix)

    def check() -> None:
        A = conv1d_matrix(np.array([[[1.0, 2.0], [3.0, 4.0]]]), 3)
        assert_close(A, [[1, 2, 0, 3, 4, 0], [0, 1, 2, 0, 3, 4]], name='A')
    in_either_world(env, stand_ins(env, 'toeplitz_matrix'), check)

