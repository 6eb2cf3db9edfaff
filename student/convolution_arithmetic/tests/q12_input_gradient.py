from otter.test_files import test_case

OK_FORMAT = False

name = "q12_input_gradient"
points = None

@test_case(points=1, hidden=False, 
    failure_message="gradient_by_matrix should give the worked example.")
def test_multiplies_a_worked_example(gradient_by_matrix):
    import numpy as np
    from checks import Function, assert_close
    gradient_by_matrix = Function('gradient_by_matrix', gradient_by_matrix)
    A, dy = (np.array([[1.0, 1.0, 0.0], [0.0, 1.0, 1.0]]), np.array([1.0, 2.0]))
    assert_close(gradient_by_matrix(A, dy), [1, 3, 2], name='gradient_by_matrix')

@test_case(points=1, hidden=False, 
    failure_message="gradient_by_convolution should give the worked example, for three filters too.")
def test_convolves_a_worked_example(env, gradient_by_convolution):
    import numpy as np
    from checks import Function, Notebook, assert_close
    from checks.arithmetic import stand_ins
    from checks.worlds import in_either_world
    env = Notebook('env', env)
    gradient_by_convolution = Function('gradient_by_convolution', gradient_by_convolution)

    def check() -> None:
        dx = gradient_by_convolution(np.array([[1.0]]), np.array([[[3.0, 4.0]]]))
        assert_close(dx, [[3, 4]], name='gradient_by_convolution')
        dx = gradient_by_convolution(np.ones((3, 1)), np.array([[[3.0]], [[4.0]], [[5.0]]]))
        assert_close(dx, [[12]], name='gradient_by_convolution for three filters')
    in_either_world(env, stand_ins(env, 'conv1d_matrix'), check)

