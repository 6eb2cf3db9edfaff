from otter.test_files import test_case

OK_FORMAT = False

name = "q03_why_convolution"
points = None

@test_case(points=0.5, hidden=False, 
    failure_message="dense_params should count 16 weights in the worked example.")
def test_counts_a_worked_example(dense_params):
    from checks import Function
    from checks.arithmetic import assert_counts
    dense_params = Function('dense_params', dense_params)
    assert_counts(dense_params(1, 1, 2, 2), 16, name='dense_params')

@test_case(points=0.5, hidden=False, 
    failure_message="good_reasons should be a string of letters from A to H.")
def test_reasons_are_letters(good_reasons):
    from checks import assert_choices
    assert_choices(good_reasons, 'ABCDEFGH', name='good_reasons')

