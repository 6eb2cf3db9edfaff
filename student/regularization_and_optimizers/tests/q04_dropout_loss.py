from otter.test_files import test_case

OK_FORMAT = False

name = "q04_dropout_loss"
points = None

@test_case(points=1, hidden=False, 
    failure_message="dropout_loss should give 5 for the worked example with one entry.")
def test_averages_over_one_coin(dropout_loss):
    import numpy as np
    from checks import Function, assert_close
    dropout_loss = Function('dropout_loss', dropout_loss)
    loss = dropout_loss(np.array([[2.0]]), np.array([3.0]), np.array([1.0]), 0.5)
    assert_close(loss, 5.0, name='the loss')

@test_case(points=2, hidden=False, 
    failure_message="dropout_loss should give 11, the average of 16 losses, for two rows and columns.")
def test_averages_over_four_coins(dropout_loss):
    import numpy as np
    from checks import Function, assert_close
    dropout_loss = Function('dropout_loss', dropout_loss)
    X = np.array([[1.0, 2.0], [3.0, -1.0]])
    loss = dropout_loss(X, np.array([2.0, 1.0]), np.array([1.0, -1.0]), 0.5)
    assert_close(loss, 11.0, name='the loss')

