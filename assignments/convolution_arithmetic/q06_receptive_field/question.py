# rows: F4, F5
# %% [markdown]
# ## Question 6 · What can one output see?
#
# The **receptive field** of an output is the stretch of input pixels that it depends on, counted along one axis.
# A network cannot recognise what does not fit into it.
#
# ![Three rows of cells. Each output of the second layer depends on three cells of the first layer, and these on five cells of the input.](figures/receptive_field.svg)
#
# **For example**, after two layers with kernel 3 and stride 1, an output sees 5 pixels.
#
# 1. `stacked_field`: $L$ layers, all with kernel $K$ and stride 1.

# %% [markdown]
# 2. `receptive_field`: any list of layers, convolutions and pools alike.
#
# Beside the field, carry along the **jump**: by how many input pixels two neighbouring entries stand apart, at first 1.
# A layer with kernel $K$ joins $K$ neighbours; then its stride multiplies the jump.
#
# How much does a $2\times2$ pool with stride 2 add?
# There is no single number: it depends on the jump where the pool stands.

# %% tags=["solution"]
def stacked_field(n_layers, kernel):
    """Return the receptive field of n_layers layers with that kernel, stride 1."""
    # A closed form: about one line.
    # BEGIN SOLUTION
    return n_layers * (kernel - 1) + 1
    # END SOLUTION


def receptive_field(layers):
    """Return the receptive field of one output, in input pixels along one axis.

    layers: list of (kernel, stride), the first layer first; stride <= kernel.
    """
    # Walk through the layers with the field and the jump: about five lines.
    # BEGIN SOLUTION
    field, jump = 1, 1
    for kernel, stride in layers:
        field += (kernel - 1) * jump
        jump *= stride
    # A pool does not double the field: it adds one jump, and doubles the growth.
    return field
    # END SOLUTION
