from otter.test_files import test_case

OK_FORMAT = False

name = "q01_neural_network"
points = None

@test_case(points=3, hidden=False, 
    failure_message="NeuralNetwork should map small and large images to one logit a class.")
def test_maps_images_to_logits(NeuralNetwork):
    import torch
    from checks import Function, assert_array
    from checks.torch_networks import outputs
    NeuralNetwork = Function('NeuralNetwork', NeuralNetwork)
    for channels, size, classes in ((1, 8, 10), (3, 32, 100)):
        model = NeuralNetwork(in_channels=channels, image_size=size, num_classes=classes)
        out = outputs(model, torch.zeros(2, channels, size, size))
        assert_array(out, (2, classes), name=f'the logits for images of size {size}')

@test_case(points=3, hidden=False, 
    failure_message="NeuralNetwork should have the stated numbers of parameters and entries.")
def test_has_the_parameters_of_its_layers(env, NeuralNetwork):
    from checks import Function, Notebook, explained
    from checks.torch_networks import parameters_hint
    env = Notebook('env', env)
    NeuralNetwork = Function('NeuralNetwork', NeuralNetwork)
    for batchnorm, count, entries in ((False, 311684, 10), (True, 311908, 25)):
        model = NeuralNetwork(do_batchnorm=batchnorm)
        with explained('NeuralNetwork'):
            found = sum((weights.numel() for weights in model.parameters()))
            stored = len(model.state_dict())
        assert found == count, f'With do_batchnorm={batchnorm} there are {found:,} parameters, but should be {count:,}.{parameters_hint(env, model, batchnorm)}'
        assert stored == entries, f'With do_batchnorm={batchnorm} the state_dict has {stored} entries, but should have {entries}.'

