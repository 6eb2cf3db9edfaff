from otter.test_files import test_case

OK_FORMAT = False

name = "q01_conv_params"
points = None

@test_case(points=1, hidden=False, 
    failure_message="conv_params should count 18 weights and 2 biases in the worked example.")
def test_counts_a_worked_example(conv_params):
    from checks import Function, assert_outputs
    from checks.arithmetic import assert_counts
    conv_params = Function('conv_params', conv_params)
    counts = assert_outputs(conv_params(1, 2, (3, 3)), count=2, name='conv_params')
    assert_counts(counts, (18, 2), name='(weights, biases)')

