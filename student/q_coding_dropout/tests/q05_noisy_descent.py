from otter.test_files import test_case

OK_FORMAT = False

name = "q05_noisy_descent"
points = None

@test_case(points=1, hidden=False, 
    failure_message="train_with_dropout should train once with SGD on batch_size copies of the row.")
def test_asks_for_the_stated_training(train_with_dropout, env):
    from functools import partial
    import numpy as np
    import torch
    from checks import Function, Notebook, assert_close, assert_outputs
    from checks.dropout_experiments import LOSSES, assert_training, final_weight, stand_ins
    from checks.hints import recognise
    train_with_dropout = Function('train_with_dropout', train_with_dropout)
    env = Notebook('env', env)
    x, y = (torch.tensor([[4.0, 1.0, 2.0]]), torch.tensor([[7.0]]))
    given, asked = stand_ins(env)
    with env.standing_on(**given):
        result = train_with_dropout(x, y, 0.3, 5, 40, learning_rate=0.02)
    w, losses = assert_outputs(result, count=2, name='train_with_dropout')
    name, drop = ('the list of drop rates', 'p_drop is the probability to drop already.')
    hint = partial(recognise, mistakes=[(drop, [0.7])])
    assert_close(asked.rates, [0.3], name=name, hint=hint)
    assert_close(asked.sizes, [3], name='the list of input counts')
    sgd = torch.optim.SGD
    copies, targets = (x.repeat(5, 1), y.repeat(5, 1))
    assert_training(asked, copies, targets, kind=sgd, learning_rate=0.02, steps=40)
    early = 'these are the weights before training: when do you read them?'
    hint = partial(recognise, mistakes=[(early, np.zeros(3))])
    assert_close(w, final_weight(3), name='w after training', rtol=1e-05, hint=hint)
    assert_close(losses, LOSSES, name='the list of losses')

@test_case(points=0.5, hidden=False, 
    failure_message="one_mask should be letters from A to E.")
def test_one_mask_is_letters(one_mask):
    from checks import assert_choices
    assert_choices(one_mask, 'ABCDE', name='one_mask')

