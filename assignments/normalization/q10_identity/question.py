# rows: N10
# %% [markdown]
# ## Question 10 · Normalize, then undo it: what for?
#
# Batch norm takes mean and spread away, and then $\gamma$ and $\beta$ may put any others back.
# Is that the same as doing nothing?
#
# Take features $h$ of shape $(N, D)$.
# There are a $\gamma$ and a $\beta$ with which batch norm returns exactly this $h$.
# Find them.
#
# **For example**, the column $h = (1, 3)$ with $\varepsilon = 3$ needs $\gamma = 2$ and $\beta = 2$.

# %% [markdown]
# The cell below changes the layer before: $h = xW$ becomes $3h + 2$.
# Nothing else changes.
# Run it, and compare what the next layer sees with and without batch norm.

# %% tags=["otter_ignore"]
earlier_h = rng.normal(size=(64, 5)) @ rng.normal(size=(5, 4))
changed_h = 3 * earlier_h + 2


def scaled_and_shifted(h, gamma=1.5, beta=0.5):
    return gamma * (h - h.mean(axis=0)) / h.std(axis=0) + beta


print("largest change without batch norm:", np.abs(changed_h - earlier_h).max())
normed_change = scaled_and_shifted(changed_h) - scaled_and_shifted(earlier_h)
print("largest change with batch norm:   ", np.abs(normed_change).max())

# %% [markdown]
# Compare training with the layer ($\gamma$, $\beta$ learned, tiny $\varepsilon$) and without it.
# Choose **all** true statements.
#
# - **A** $W$ right before it times 3: the layer gives nearly the same.
# - **B** Same functions, so the same training steps.
# - **C** The network has fewer functions, as mean and spread are gone.
# - **D** $\gamma$ and $\beta$ are computed from the batch.
# - **E** With it, two parameters set a feature's mean and variance.
# - **F** With it, an example's output depends on its batch.


# %% tags=["solution"]
def identity_params(h, eps):
    """Return gamma (D,) and beta (D,) with which batch norm returns h itself.

    h: (N, D).  eps: what the layer adds to the variance.
    """
    # What does standardizing divide by, and what does it subtract? About one line.
    # BEGIN SOLUTION
    # So no function is lost (not C), but its parameters differ: two learned numbers
    # (not D) steer what all earlier weights steered together (E). A scale of those is
    # divided out (A), so training takes other steps (not B). mu and sigma2 hold the
    # other examples of the batch (F).
    return np.sqrt(h.var(axis=0) + eps), h.mean(axis=0)
    # END SOLUTION


# All true statements as one string, such as "XY".
# All or nothing: every right letter, and no other.
identity_facts = "AEF"  # SOLUTION
