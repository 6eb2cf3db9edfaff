# %% tags=["otter_ignore"]
grid = np.arange(1, 26).reshape(5, 5)
kernel = np.array([[-1, -2, -1], [0, 0, 0], [1, 2, 1]])
print(convolve_valid(grid, kernel))

# %% [markdown]
# Nine times $-40$, and there is a reason.
# The image is a ramp that rises by 5 a row.
# The flipped kernel takes the row above minus the row below, with weights $1+2+1=4$: $4 \cdot (-10) = -40$.
#
# Without the flip it is $+40$, and a transposed kernel sees the other slope, $-8$.
# This kernel is its own mirror image from left to right, so it cannot tell a full flip from a flip of the rows alone.
