"""Replaces what runs its cells: the shell's events, its magics and its traceback."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "from another shell|division by zero"

# %%
shell = get_ipython()
shell.events.register("post_run_cell", lambda *_: 1 / 0)
type(shell).showtraceback = lambda *_: 1 / 0
shell.db.clear()
shell.magics_manager.magics["line"].clear()


def dropout_backward(dout, cache):
    shell.run_cell("grader.check('q05_dropout_backward')")
    raise ValueError("from another shell")
