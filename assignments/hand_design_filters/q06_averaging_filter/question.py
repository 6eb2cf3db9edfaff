# rows: H1
# %% [markdown]
# ## Question 6 · Averaging
#
# Here is a scene, drawn by code, and what a poor camera makes of it.
# Like most images it holds **bytes**: whole numbers from 0 to 255 that start again at 0 when a sum gets larger.

# %% tags=["otter_ignore"]
photo, noisy_photo = scene(), scene(noise=25)
show_images({"scene": photo, "with noise": noisy_photo})
print("A house with a dark roof on striped ground, below a bright sun; and the same")
print("with noise, so that flat parts look grainy.")

# %% [markdown]
# An averaging filter replaces each pixel by the mean of $n \times n$ pixels around it.
# All its weights are equal.
#
# The output is as large as the image, so the border needs a rule.
# Zeros would look like a black frame (Question 4), so **mirror** the image, with the edge pixel repeated:
#
# $$d\ c\ b\ a\ |\ a\ b\ c\ d\ |\ d\ c\ b\ a .$$
#
# NumPy calls this mode `symmetric`; SciPy calls it `reflect`, which in NumPy means something else.

# %% [markdown]
# ![For n = 3 the window reaches one pixel to both sides; for n = 4 it reaches one pixel to the left and two to the right.](figures/windows.svg)
#
# For odd $n$ the window is centred.
# For even $n$ it cannot be; it reaches one pixel further **down and to the right**: rows $m - \lfloor\frac{n-1}{2}\rfloor$ to $m + \lfloor\frac{n}{2}\rfloor$, and columns likewise.
# A flipped kernel with its centre at index $\lfloor\frac n2\rfloor$, as in `scipy.ndimage.convolve`, does this; a correlation would reach up and left.
#
# **For example**, $[0\ 0\ 4\ 0]$ with $n=2$ becomes $[0\ 2\ 2\ 0]$.


# %% tags=["solution"]
def averaging_filtering(image, n):
    """Average n x n pixels around each pixel, as a true convolution (with the flip).

    image: (H, W), bytes or floats.  n: int >= 1, odd or even, n // 2 at most H and W.

    Returns floats, shape (H, W), neither rounded nor cut to 0..255. image stays
    as it is.
    """
    # Turn bytes into floats, mirror the border, return the convolution: three lines.
    # BEGIN SOLUTION
    before, after = (n - 1) // 2, n // 2
    padded = np.pad(image.astype(float), (before, after), mode="symmetric")
    # Often got wrong: 1 / n, which forgets that the window has n rows and n columns.
    return convolve_valid(padded, np.full((n, n), 1 / n**2))
    # END SOLUTION
