from otter.test_files import test_case

OK_FORMAT = False

name = "q15_bottleneck_trade"
points = None

@test_case(points=0.5, hidden=False, 
    failure_message="equal_width_ratio should be 1.2 for blocks of 24 and 20 parameters.")
def test_ratio_of_one_channel(env, equal_width_ratio):
    from checks import Function, Notebook, assert_close
    from checks.arithmetic import stand_ins
    from checks.worlds import in_either_world
    env = Notebook('env', env)
    equal_width_ratio = Function('equal_width_ratio', equal_width_ratio)
    blocks = {'standard_block_params': lambda *_, **__: 24, 'bottleneck_params': lambda *_, **__: 20}

    def check() -> None:
        ratio = equal_width_ratio(1, 1)
        assert_close(ratio, 1.2, name='equal_width_ratio(1, 1)')
    in_either_world(env, {**stand_ins(env, 'conv_params'), **blocks}, check)

@test_case(points=0.5, hidden=False, 
    failure_message="bottleneck_advantages and bottleneck_prices should be strings of letters.")
def test_choices_are_letters(bottleneck_advantages, bottleneck_prices):
    from checks import assert_choices
    assert_choices(bottleneck_advantages, 'ABCDE', name='bottleneck_advantages')
    assert_choices(bottleneck_prices, 'ABCDEF', name='bottleneck_prices')

