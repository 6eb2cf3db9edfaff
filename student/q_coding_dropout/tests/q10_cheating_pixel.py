from otter.test_files import test_case

OK_FORMAT = False

name = "q10_cheating_pixel"
points = None

@test_case(points=0.5, hidden=False, 
    failure_message="add_cheat should plant the hint of the worked example.")
def test_plants_the_worked_example(add_cheat):
    import numpy as np
    from checks import Function, assert_close
    add_cheat = Function('add_cheat', add_cheat)
    image = np.arange(10.0, 22.0)[None, :]
    expected = [[0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 20, 21]]
    assert_close(add_cheat(image, np.array([2])), expected, name='the image')

@test_case(points=0.5, hidden=False, 
    failure_message="image_net should give ten scores an image.")
def test_gives_ten_scores(image_net, env):
    import torch
    from checks import Function, Notebook, explained
    from checks.cheating import Dropout
    image_net = Function('image_net', image_net)
    env = Notebook('env', env)
    with env.standing_on(Dropout=Dropout):
        net = image_net(0.5, 30)
    assert isinstance(net, torch.nn.Module), 'image_net should return an nn.Module.'
    try:
        with torch.no_grad(), explained('the network'):
            shape = tuple(net(torch.zeros(4, 30)).shape)
    except AssertionError as error:
        raise AssertionError(f'{error} Hint: here an image has 30 pixels; which layer depends on that?') from None
    assert shape == (4, 10), f'The scores have shape {shape}, not (4, 10).'

@test_case(points=0.5, hidden=False, 
    failure_message="cheat_claims should be letters from A to E.")
def test_cheat_claims_are_letters(cheat_claims):
    from checks import assert_choices
    assert_choices(cheat_claims, 'ABCDE', name='cheat_claims')

