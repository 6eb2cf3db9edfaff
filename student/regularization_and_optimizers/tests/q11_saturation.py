from otter.test_files import test_case

OK_FORMAT = False

name = "q11_saturation"
points = None

@test_case(points=0.5, hidden=False, 
    failure_message="gradient_norms should give the length of (2, 2) for the example of Question 10.")
def test_measures_at_zero(gradient_norms, env):
    import numpy as np
    from checks import Array, Function, Notebook, assert_close
    from checks.worlds import in_either_world
    gradient_norms = Function('gradient_norms', gradient_norms)
    env = Notebook('env', env)

    def at_zero(*_: object) -> Array:
        return np.array([2.0, 2.0])
    X, y = (np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([1.0, -1.0]))

    def check() -> None:
        norms = gradient_norms(np.zeros(2), X, y, np.array([1.0, 10.0]))
        assert_close(norms, [8 ** 0.5, 8 ** 0.5], name='gradient_norms')
    in_either_world(env, {'tanh_gradient': at_zero}, check)

@test_case(points=1, hidden=False, 
    failure_message="limit_output should give 1 and -1 for the worked example.")
def test_limit_of_the_worked_example(limit_output):
    import numpy as np
    from checks import Function, assert_close
    limit_output = Function('limit_output', limit_output)
    X = np.array([[2.0, 1.0], [1.0, 2.0]])
    assert_close(limit_output(np.array([1.0, -1.0]), X), [1.0, -1.0], name='limit_output')

@test_case(points=0.5, hidden=False, 
    failure_message="large_weights should name letters among A, B, C, D and E.")
def test_large_weights_names_letters(large_weights):
    from checks import assert_choices
    assert_choices(large_weights, 'ABCDE', name='large_weights')

