from otter.test_files import test_case

OK_FORMAT = False

name = "q07_downsampling_cost"
points = None

@test_case(points=0.5, hidden=False, 
    failure_message="conv_macs should count 24 operations in the worked example.")
def test_counts_a_worked_example(env, conv_macs):
    from checks import Function, Notebook
    from checks.arithmetic import assert_counts, stand_ins
    from checks.worlds import in_either_world
    env = Notebook('env', env)
    conv_macs = Function('conv_macs', conv_macs)

    def check() -> None:
        assert_counts(conv_macs(1, 2, 3, 4, 1), 24, name='conv_macs')
    in_either_world(env, stand_ins(env, 'conv_params'), check)

@test_case(points=0.5, hidden=False, 
    failure_message="pool_savings should hold three numbers, one for each case.")
def test_savings_are_three_numbers(pool_savings):
    from checks import assert_array
    assert_array(pool_savings, (3,), name='pool_savings')

