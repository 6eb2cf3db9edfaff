from otter.test_files import test_case

OK_FORMAT = False

name = "q06_receptive_field"
points = None

@test_case(points=0.5, hidden=False, 
    failure_message="stacked_field should be the kernel for a single layer.")
def test_one_layer_sees_its_kernel(stacked_field):
    from checks import Function
    from checks.arithmetic import assert_counts
    stacked_field = Function('stacked_field', stacked_field)
    assert_counts(stacked_field(1, 5), 5, name='stacked_field(1, 5)')

@test_case(points=0.5, hidden=False, 
    failure_message="receptive_field should be 5 for two layers with kernel 3.")
def test_two_layers_see_five_pixels(receptive_field):
    from checks import Function
    from checks.arithmetic import assert_counts
    receptive_field = Function('receptive_field', receptive_field)
    assert_counts(receptive_field([(3, 1), (3, 1)]), 5, name='receptive_field')

