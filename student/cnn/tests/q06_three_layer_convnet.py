from otter.test_files import test_case

OK_FORMAT = False

name = "q06_three_layer_convnet"
points = None

@test_case(points=2, hidden=False, 
    failure_message="ThreeLayerConvNet should have W1 to W3 and b1 to b3 in the right shapes.")
def test_names_and_shapes_its_parameters(ThreeLayerConvNet):
    from checks import Function
    from checks.convnets import assert_fresh_parameters, convnet_shapes
    ThreeLayerConvNet = Function('ThreeLayerConvNet', ThreeLayerConvNet)
    net = ThreeLayerConvNet(input_dim=(2, 6, 8), num_filters=5, filter_size=3, hidden_dim=7, num_classes=4)
    shapes = convnet_shapes((2, 6, 8), 5, 3, 7, 4)
    assert_fresh_parameters(net, shapes, spread=0.001, image=(6, 8))

