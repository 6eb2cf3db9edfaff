"""Takes away the builtins that the worker itself needs; only its own answer is lost."""

QUESTION = "naive_number"
NEEDS = "nothing"
SEEN = "another number|stopped"

# %%
import builtins

naive_number = 3.0
hidden_len, calls = len, []


def failing_len(of):
    calls.append(of)
    if hidden_len(calls) == 40:
        builtins.len = hidden_len
        raise MemoryError("len is out of order")
    return hidden_len(of)


builtins.len = failing_len
