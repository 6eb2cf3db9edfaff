from otter.test_files import test_case

OK_FORMAT = False

name = "q02_separable_params"
points = None

@test_case(points=1, hidden=False, 
    failure_message="separable_params should count 13 parameters in the worked example.")
def test_counts_a_worked_example(separable_params):
    from checks import Function
    from checks.arithmetic import assert_counts
    separable_params = Function('separable_params', separable_params)
    assert_counts(separable_params(1, 4, (3, 3)), 13, name='separable_params')

