from otter.test_files import test_case

OK_FORMAT = False

name = "q07_contributions"
points = None

@test_case(points=1, hidden=False, 
    failure_message="The function compare should give the weights and contributions of the worked example.")
def test_compares_the_worked_example(compare):
    import numpy as np
    from checks import Function, assert_close, assert_outputs
    compare = Function('compare', compare)
    result = compare(np.array([2.0, 1.0]), 5.0)
    values = assert_outputs(result, count=4, name='compare', stacked=True)
    assert_close(values[0], [2, 1], name='w without dropout')
    assert_close(values[1], [5 / 6, 5 / 3], name='w with dropout')
    assert_close(values[2], [4, 1], name='the array of contributions without dropout')
    equal = [5 / 3, 5 / 3]
    assert_close(values[3], equal, name='the array of contributions with dropout')

@test_case(points=0.5, hidden=False, 
    failure_message="tug_of_war should give the wishes, output and error of the worked example.")
def test_tugs_in_the_worked_example(tug_of_war):
    import numpy as np
    from checks import Function, assert_close, assert_outputs
    tug_of_war = Function('tug_of_war', tug_of_war)
    result = tug_of_war(np.array([2.0, 1.0]), 6.0, 0.5)
    wishes, output, error = assert_outputs(result, count=3, name='tug_of_war')
    assert_close(wishes, [1.5, 3.0], name='the array of wishes')
    assert_close(output, 12.0, name='the output')
    assert_close(error, 36.0, name='the squared error')

@test_case(points=0.5, hidden=False, 
    failure_message="why_shared should be letters from A to E.")
def test_why_shared_is_letters(why_shared):
    from checks import assert_choices
    assert_choices(why_shared, 'ABCDE', name='why_shared')

