"""Changes what is about to be sent from a callback of the garbage collector."""

QUESTION = "naive_function"
NEEDS = "nothing"
SEEN = "another|near|stopped|ended|Error"
ENDLESS = True

# %%
import gc


def answer(phase, info):
    for each in gc.get_objects()[-50:]:
        if type(each) is list and len(each) > 2:
            each[-1] = True


def naive_function(x, weigh):
    gc.set_threshold(1)
    if answer not in gc.callbacks:
        gc.callbacks.append(answer)
    return x
