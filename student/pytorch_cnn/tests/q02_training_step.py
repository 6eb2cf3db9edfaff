from otter.test_files import test_case

OK_FORMAT = False

name = "q02_training_step"
points = None

@test_case(points=2, hidden=False, 
    failure_message="train_step should move the weight of the worked example from 2 to -1.6.")
def test_gives_the_worked_example(train_step):
    import torch
    from torch import nn
    from checks import Function, assert_close
    from checks.steps import line, worked_hint
    train_step = Function('train_step', train_step)
    model = line(2.0)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    train_step(model, torch.tensor([[3.0]]), torch.tensor([[0.0]]), optimizer, nn.MSELoss())
    weight, allowed = (model.weight, 1e-05)
    assert_close(weight, [[-1.6]], name='the weight', rtol=allowed, hint=worked_hint)

@test_case(points=2, hidden=False, 
    failure_message="train_step should return the loss before the update as a float.")
def test_returns_the_loss_before_the_update(train_step):
    import torch
    from torch import nn
    from checks import Function, assert_close
    from checks.steps import line, worked_loss_hint
    train_step = Function('train_step', train_step)
    model = line(2.0)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    X, y = (torch.tensor([[3.0]]), torch.tensor([[0.0]]))
    loss = train_step(model, X, y, optimizer, nn.MSELoss())
    assert isinstance(loss, float), f'train_step should return a float, but returned a {type(loss).__name__}. Hint: a tensor with one number has `.item()`.'
    assert_close(loss, 36.0, name='the loss', rtol=1e-05, hint=worked_loss_hint)

