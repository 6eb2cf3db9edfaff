"""Returns a small cache that is a list of itself, in more places than can be counted."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "longer than"

# %%
bomb = [1.0]
for _ in range(50):
    bomb = [bomb, bomb]
bomb.append(bomb)


def dropout_forward(x, dropout_param):
    return x * 1.0, bomb


def dropout_backward(dout, cache):
    return bomb
