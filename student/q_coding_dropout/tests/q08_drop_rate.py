from otter.test_files import test_case

OK_FORMAT = False

name = "q08_drop_rate"
points = None

@test_case(points=2, hidden=False, 
    failure_message="w_of_p should give the worked example at one half.")
def test_solves_the_worked_example(w_of_p):
    import numpy as np
    from checks import Function, assert_close
    w_of_p = Function('w_of_p', w_of_p)
    assert_close(w_of_p(np.array([2.0, 1.0]), 6.0, 0.5), [1.0, 2.0], name='w')

@test_case(points=0.5, hidden=False, 
    failure_message="why_jump should be one of the letters A to D.")
def test_why_jump_is_a_letter(why_jump):
    from checks import assert_choices
    assert_choices(why_jump, 'ABCD', name='why_jump', exactly=1)

