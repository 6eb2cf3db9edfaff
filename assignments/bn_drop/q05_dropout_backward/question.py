# rows: K10
# %% [markdown]
# ## Question 5 · Dropout, backward
#
# Once the mask is drawn, dropout multiplies each entry of `x` by a number that does not depend on `x`.
# So the backward pass is short, in both modes.
#
# Let `x = [2, 4, 6, 8]` become `[4, 0, 0, 16]`, with `p = 0.5`.
# How much does the loss change when the second entry of `x` does?
# And how fast does the fourth output grow with the fourth input?

# %% tags=["solution"]
def dropout_backward(dout, cache):
    """Pass the gradient of the loss back through dropout.

    dout: gradient with respect to out, in any shape.
    cache: what your dropout_forward stored, in training or in testing.

    Returns dx, in the shape of dout. dout and the cache stay as they are.
    """
    # If your forward pass stores something else, unpack that here.
    dropout_param, mask = cache
    # One case for each mode: about three lines.
    # BEGIN SOLUTION
    if dropout_param["mode"] == "test":
        return dout
    return dout * mask
    # END SOLUTION
