from otter.test_files import test_case

OK_FORMAT = False

name = "q04_cubes"
points = None

@test_case(points=0.5, hidden=False, 
    failure_message="batch_norm_picture and layer_norm_picture should each name one of A to D.")
def test_names_two_pictures(batch_norm_picture, layer_norm_picture):
    from checks import assert_choices
    assert_choices(batch_norm_picture, 'ABCD', name='batch_norm_picture', exactly=1)
    assert_choices(layer_norm_picture, 'ABCD', name='layer_norm_picture', exactly=1)

@test_case(points=0.5, hidden=False, 
    failure_message="batch_norm_means and layer_norm_means should average the two numbers.")
def test_averages_two_numbers(batch_norm_means, layer_norm_means):
    import numpy as np
    from checks import Function, as_numbers, assert_close
    batch_norm_means = Function('batch_norm_means', batch_norm_means)
    layer_norm_means = Function('layer_norm_means', layer_norm_means)
    x = np.array([[[[1.0, 3.0]]]])
    for means in (batch_norm_means, layer_norm_means):
        seen = as_numbers(means(x), name=f'{means.name}(x)')
        assert_close(seen.ravel(), [2.0], name=f'{means.name}(x)')

