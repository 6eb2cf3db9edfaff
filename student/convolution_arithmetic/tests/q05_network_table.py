from otter.test_files import test_case

OK_FORMAT = False

name = "q05_network_table"
points = None

@test_case(points=2, hidden=False, 
    failure_message="table_row should give the entries that the table already has.")
def test_repeats_the_given_entries(env, table_row):
    from checks import Function, Notebook, assert_outputs
    from checks.arithmetic import assert_counts, stand_ins
    from checks.worlds import in_either_world
    env = Notebook('env', env)
    table_row = Function('table_row', table_row)

    def check() -> None:
        name = 'table_row'
        _, shape = assert_outputs(table_row('CONV3', 10, (1, 28, 28)), count=2, name=name)
        assert_counts(shape, (10, 28, 28), name='shape after the first CONV3-10')
        _, shape = assert_outputs(table_row('POOL2', None, (10, 28, 28)), count=2, name=name)
        assert_counts(shape, (10, 14, 14), name='shape after the first POOL2')
        count, _ = assert_outputs(table_row('CONV3', 10, (10, 14, 14)), count=2, name=name)
        assert_counts(count, 910, name='parameters of the second CONV3-10')
        _, shape = assert_outputs(table_row('FLATTEN', None, (10, 7, 7)), count=2, name=name)
        comma = 'a tuple with a single entry is written with a comma.'
        mistakes = [(comma, 490)]
        assert_counts(shape, (490,), name='shape after FLATTEN', mistakes=mistakes)
        _, shape = assert_outputs(table_row('FC', 3, (490,)), count=2, name=name)
        assert_counts(shape, (3,), name='shape after FC-3', mistakes=[(comma, 3)])
    earlier = ('conv_params', 'conv_shape', 'pool_shape')
    in_either_world(env, stand_ins(env, *earlier), check)

