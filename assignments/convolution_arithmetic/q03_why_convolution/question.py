# rows: C6
# %% [markdown]
# ## Question 3 · Why convolve at all?
#
# A dense layer has a weight for every pair of an input number and an output number.
# Why not use one for images?
# First see what it would cost.
#
# Count the weights (no biases) of a dense layer that reads a map of shape `(c_in, height, width)` and gives one of shape `(c_out, height, width)`.
#
# **For example**, from one channel to one channel on a $2\times2$ image it needs 16 weights.

# %% [markdown]
# Then choose **all** good reasons to prefer convolutions for images, as a string of letters such as `"XY"`.
#
# - **A**: The same weights can be used at every place of an image.
# - **B**: The output map does not change at all when the image is shifted by a few pixels.
# - **C**: A unit may look at a small window: nearby pixels belong together.
# - **D**: The features do not change when the image is rotated or scaled.
# - **E**: Far fewer parameters have to be stored and learned.
# - **F**: A convolution needs no bias.
# - **G**: With small windows, stacked layers build large features out of small ones.
# - **H**: A convolution layer can express more functions than a dense layer between the same maps.

# %% tags=["solution"]
def dense_params(c_in, c_out, height, width):
    """Count the weights of a dense layer between two maps, without biases.

    It reads (c_in, height, width) and gives (c_out, height, width).
    """
    # One weight for every pair of numbers: about one line.
    # BEGIN SOLUTION
    # Reasons: sharing (A), locality (C), few parameters (E), a hierarchy (G). B and D
    # are false: a shifted image shifts the map, a turned one changes it. F: biases are
    # an option in both layers. H: a dense layer can do all that a convolution does.
    return (c_in * height * width) * (c_out * height * width)
    # END SOLUTION


# All good reasons, as a string of letters.
# All or nothing: every right letter, and no other.
good_reasons = "ACEG"  # SOLUTION
