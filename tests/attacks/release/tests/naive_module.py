from otter.test_files import test_case

OK_FORMAT = False

name = "naive_module"
points = None


@test_case(points=1, hidden=False, failure_message="NaiveModule should have two parts.")
def test_counts_its_numbers(NaiveModule):
    module = NaiveModule(3, 2)
    assert sum(part.numel() for part in module.parameters()) == 8, "It has others."


@test_case(points=3, hidden=True, failure_message="NaiveModule should be right.")
def test_is_close(NaiveModule):
    import torch
    from references.naive import right_module

    torch.manual_seed(5)
    for _ in range(3):
        module = NaiveModule(3, 2)
        x = torch.randn(6, 3)
        out = module(x)
        assert torch.allclose(out, right_module(module, x)), "It is not near."


@test_case(points=2, hidden=True, failure_message="NaiveModule should differentiate.")
def test_differentiates(NaiveModule):
    import torch
    from references.naive import right_module

    torch.manual_seed(6)
    module = NaiveModule(3, 2)
    x = torch.randn(6, 3, requires_grad=True)
    (given,) = torch.autograd.grad(module(x).sum(), x)
    (truth,) = torch.autograd.grad(right_module(module, x).sum(), x)
    torch.testing.assert_close(given, truth)


@test_case(points=2, hidden=True, failure_message="NaiveModule should stand on others.")
def test_stands_on_a_reference(NaiveModule, env):
    import torch
    from checks import Notebook
    from references.naive import right_function, right_module

    with Notebook("env", env).standing_on(naive_function=right_function):
        module = NaiveModule(3, 2)
        x = torch.linspace(-1, 1, 6).reshape(2, 3)
        assert torch.allclose(module(x), right_module(module, x)), "It is not near."
