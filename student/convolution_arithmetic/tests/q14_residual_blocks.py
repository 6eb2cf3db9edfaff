from otter.test_files import test_case

OK_FORMAT = False

name = "q14_residual_blocks"
points = None

@test_case(points=0.5, hidden=False, 
    failure_message="standard_block_params should be 24 for one channel.")
def test_standard_block_of_one_channel(env, standard_block_params):
    from checks import Function, Notebook
    from checks.arithmetic import assert_counts, stand_ins
    from checks.worlds import in_either_world
    env = Notebook('env', env)
    standard_block_params = Function('standard_block_params', standard_block_params)

    def check() -> None:
        assert_counts(standard_block_params(1), 24, name='standard_block_params(1)')
    in_either_world(env, stand_ins(env, 'conv_params'), check)

@test_case(points=0.5, hidden=False, 
    failure_message="bottleneck_params should be 20 for one channel everywhere.")
def test_bottleneck_of_one_channel(env, bottleneck_params):
    from checks import Function, Notebook
    from checks.arithmetic import assert_counts, stand_ins
    from checks.worlds import in_either_world
    env = Notebook('env', env)
    bottleneck_params = Function('bottleneck_params', bottleneck_params)

    def check() -> None:
        assert_counts(bottleneck_params(1, 1), 20, name='bottleneck_params(1, 1)')
    in_either_world(env, stand_ins(env, 'conv_params'), check)

