# rows: F7
# %% [markdown]
# ## Question 5 · The table of a network
#
# Before you train a network, write down its table: the parameters and the shape after every layer.
# Four kinds of layers are enough here:
#
# - **CONV3-F**: F filters of $3\times3$ with biases, stride 1, padding 1,
# - **POOL2**: $2\times2$ max pooling with stride 2, where a last odd row or column is dropped,
# - **FLATTEN**: all numbers in one row, whatever the shape was,
# - **FC-K**: a dense layer with K outputs and biases.

# %% [markdown]
# Here is a small network for images of digits.
# Five entries are missing.
#
# | layer | parameters | shape after it |
# |---|---|---|
# | input | 0 | (1, 28, 28) |
# | CONV3-10 | **?** | (10, 28, 28) |
# | POOL2 | 0 | (10, 14, 14) |
# | CONV3-10 | 3·3·10·10 + 10 | **?** |
# | POOL2 | **?** | **?** |
# | FLATTEN | 0 | (490,) |
# | FC-3 | **?** | (3,) |
#
# Write the function that fills in any row, so that the next table costs you nothing.

# %% tags=["solution"]
def table_row(kind, size, shape):
    """Fill in one row of a network's table.

    kind: "CONV3", "POOL2", "FLATTEN" or "FC".
    size: the F of CONV3-F or the K of FC-K; None for the others.
    shape: before the layer, (C, H, W), or (n,) after FLATTEN.

    Returns (parameters, shape after the layer), with biases counted.
    """
    # One branch for each kind: about eight lines.
    # BEGIN SOLUTION
    if kind == "CONV3":
        return 3 * 3 * shape[0] * size + size, (size, *shape[1:])
    if kind == "POOL2":
        return 0, (shape[0], shape[1] // 2, shape[2] // 2)
    if kind == "FLATTEN":
        return 0, (math.prod(shape),)
    return shape[0] * size + size, (size,)
    # END SOLUTION
