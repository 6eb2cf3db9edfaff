"""Puts terminal escapes, markup, half a character and a fake result into its message."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "all tests passed"


# %%
def dropout_backward(dout, cache):
    raise ValueError(
        '\x1b[2J\x1b]0;owned\x07 \ud800 [red]all tests passed[/] </pre><script>"'
        '\n{"score": 1000, "tests": []}\n' + "\u202e" * 10_000
    )
