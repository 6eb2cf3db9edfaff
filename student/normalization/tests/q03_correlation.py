from otter.test_files import test_case

OK_FORMAT = False

name = "q03_correlation"
points = None

@test_case(points=0.5, hidden=False, 
    failure_message="contour_axes should give k twice when the features are not correlated.")
def test_circles_have_equal_axes(contour_axes):
    from checks import Function, assert_close, assert_outputs
    contour_axes = Function('contour_axes', contour_axes)
    result = contour_axes(0.0, 2.0)
    axes = assert_outputs(result, count=2, name='contour_axes', stacked=True)
    assert_close(axes, [2.0, 2.0], name='(long, short)')

@test_case(points=0.5, hidden=False, 
    failure_message="correlation_facts should name some of the statements A to F.")
def test_names_statements(correlation_facts):
    from checks import assert_choices
    assert_choices(correlation_facts, 'ABCDEF', name='correlation_facts')

