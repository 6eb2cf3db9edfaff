from otter.test_files import test_case

OK_FORMAT = False

name = "q08_graph"
points = None

@test_case(points=1, hidden=False, 
    failure_message="bn_edges should be a set of pairs of the seven names.")
def test_is_a_set_of_pairs(bn_edges):
    from checks.edges import assert_edges
    from checks.normalization_nodes import NODES
    assert_edges(bn_edges, NODES, name='bn_edges')

