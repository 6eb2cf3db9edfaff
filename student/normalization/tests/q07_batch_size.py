from otter.test_files import test_case

OK_FORMAT = False

name = "q07_batch_size"
points = None

@test_case(points=0.5, hidden=False, 
    failure_message="dx_alone should be a number.")
def test_dx_alone_is_a_number(dx_alone):
    from checks import assert_array
    assert_array(dx_alone, (), name='dx_alone')

@test_case(points=0.5, hidden=False, 
    failure_message="limiting_gradient should be 0 when every gradient is 0.")
def test_no_limit_without_gradients(limiting_gradient):
    from checks import Function, assert_close
    limiting_gradient = Function('limiting_gradient', limiting_gradient)
    assert_close(limiting_gradient(0.0, 0.0, 2.0), 0.0, name='the limit')

@test_case(points=0.5, hidden=False, 
    failure_message="right_patterns should name some of the patterns A to E.")
def test_names_patterns(right_patterns):
    from checks import assert_choices
    assert_choices(right_patterns, 'ABCDE', name='right_patterns')

