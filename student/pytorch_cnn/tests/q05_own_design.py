from otter.test_files import test_case

OK_FORMAT = False

name = "q05_own_design"
points = None

@test_case(points=2, hidden=False, 
    failure_message="The weights saved as own should fit OwnNetwork, which should give logits.")
def test_own_weights_fit_the_network(env, OwnNetwork, own_settings):
    from checks import Function, Notebook
    from checks.handed_in import handed_in, logits, patterns
    env = Notebook('env', env)
    OwnNetwork = Function('OwnNetwork', OwnNetwork)
    found = handed_in(env, 'own', OwnNetwork, own_settings)
    logits(found, patterns(found.data))

@test_case(points=1, hidden=False, 
    failure_message="own_augment should give a batch of the shape that it gets, of finite numbers.")
def test_own_augment_keeps_the_form(env, OwnNetwork, own_settings, own_augment):
    import torch
    from checks import Function, Notebook, assert_array
    from checks.handed_in import handed_in, patterns
    from deeplearning.training import as_input
    env = Notebook('env', env)
    OwnNetwork = Function('OwnNetwork', OwnNetwork)
    own_augment = Function('own_augment', own_augment)
    data = handed_in(env, 'own', OwnNetwork, own_settings).data
    for count in (8, 3):
        batch = as_input(patterns(data, count))
        changed = own_augment(batch.clone())
        assert isinstance(changed, torch.Tensor), f'own_augment gave a {type(changed).__name__}, but should give a tensor.'
        assert_array(changed, tuple(batch.shape), name='what own_augment gives')
        assert changed.is_floating_point(), f'own_augment gave {changed.dtype}. Hint: pixels go from 0.0 to 1.0.'
        beyond = float((changed - changed.clamp(0, 1)).abs().mean())
        assert beyond < 2, f'What own_augment gives lies {beyond:.2g} beyond 0 and 1 on average (allowed 2). Hint: pixels go from 0.0 to 1.0.'

