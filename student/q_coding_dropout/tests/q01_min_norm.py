from otter.test_files import test_case

OK_FORMAT = False

name = "q01_min_norm"
points = None

@test_case(points=2, hidden=False, 
    failure_message="min_norm should solve the system 4 w1 = 8 with the shortest vector.")
def test_solves_a_worked_example(min_norm):
    import numpy as np
    from checks import Function, assert_close
    from checks.least_squares import shortest
    min_norm = Function('min_norm', min_norm)
    w = shortest(min_norm, np.array([[4.0, 0.0]]), np.array([8.0]))
    assert_close(w, [2.0, 0.0], name='w')

