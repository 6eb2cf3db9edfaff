# rows: D11
# %% [markdown]
# ## Part 3 · On images
#
# ### Question 10 · A pixel that gives the answer away
#
# Real images sometimes hold an accidental strong hint, like the ten times stronger input: a watermark, a ruler beside the tumour.
# You plant one: the first ten pixels of each training image tell its class.
# Does dropout on the inputs keep a network from trusting them alone?
#
# **For example**, an image of class 2 with twelve pixels becomes `[0, 0, 5, 0, 0, 0, 0, 0, 0, 0, p10, p11]`, where `p10` and `p11` are its own.

# %% [markdown]
# `image_net` is a `nn.Sequential`: `Dropout(p_drop)` on the pixels, a linear layer to 100 units, a ReLU, and a linear layer to 10 scores.
# The scores stay raw, with no ReLU and no softmax behind them: the loss in `fit_classifier` contains the softmax.
#
# `cheat_experiment` trains one network on images **with** the hint.
# Then it measures two accuracies on the test images: clean as they are, and with the hint.
# Given: `fit_classifier(net, X, y, epochs)` and `accuracy_of(net, X, y)`.
# Run the cell below the check.

# %% [markdown]
# Set `cheat_claims` to *all* true letters.
#
# - **A.** Without dropout the network is clearly worse on clean images than with the hint.
# - **B.** Dropout raises the accuracy on clean images.
# - **C.** With dropout the network ignores the hint completely, since it cannot rely on any pixel.
# - **D.** If a ReLU were put on the scores, a score below 0 for all images would get no gradient.
# - **E.** The accuracy with the hint shows how well the network reads images.

# %% tags=["solution"]
def add_cheat(images, labels, brightness=5.0):
    """Let the first ten pixels tell the class.

    images: (N, D), D >= 10.  labels: (N,), integers from 0 to 9.

    Returns a new array: pixels 0 to 9 are 0, except for pixel number `label`, which
    has the given brightness.  `images` itself stays as it is.
    """
    # About four lines.
    # BEGIN SOLUTION
    # Written into the images themselves, the hint would be in the clean test set too.
    cheating = images.copy()
    cheating[:, :10] = 0
    cheating[np.arange(len(labels)), labels] = brightness
    return cheating
    # END SOLUTION


def image_net(p_drop, inputs=64):
    """Return the network that is described above, with raw scores (N, 10)."""
    # About four lines.
    # BEGIN SOLUTION
    # Scores are often put through a ReLU: then a class can die, and is never guessed.
    hidden, scores = nn.Linear(inputs, 100), nn.Linear(100, 10)
    return nn.Sequential(Dropout(p_drop), hidden, nn.ReLU(), scores)
    # END SOLUTION


def cheat_experiment(data, p_drop, epochs=20):
    """Train on cheating images; return the clean and the cheating test accuracy.

    data: an object with the arrays data.X_train (N, D), data.y_train (N,),
    data.X_test (M, D) and data.y_test (M,).
    """
    # About five lines.
    # BEGIN SOLUTION
    # A and B by the table. An input that is often missing cannot do all of the work, as
    # with two weights; but it is used when it is there (not C), so 1.00 with the hint
    # says nothing about images (not E). D: the slope of ReLU is 0 below 0.
    net = image_net(p_drop, data.X_train.shape[1])
    fit_classifier(net, add_cheat(data.X_train, data.y_train), data.y_train, epochs)
    clean = accuracy_of(net, data.X_test, data.y_test)
    with_hint = add_cheat(data.X_test, data.y_test)
    return clean, accuracy_of(net, with_hint, data.y_test)
    # END SOLUTION


# All the letters that are true.
# All or nothing: every right letter, and no other.
cheat_claims = "ABD"  # SOLUTION
