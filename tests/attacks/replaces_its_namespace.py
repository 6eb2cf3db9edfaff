"""Puts an object of its own in the place of the notebook's names."""

QUESTION = "naive_number"
NEEDS = "nothing"
SEEN = "another number|not near|Error"


# %%
class Names(dict):
    def __contains__(self, name):
        return True

    def __missing__(self, name):
        return lambda *_: True

    def __getitem__(self, name):
        return dict.get(self, name, lambda *_: True)


shell = get_ipython()
shell.user_ns = shell.user_global_ns = Names(shell.user_ns)
