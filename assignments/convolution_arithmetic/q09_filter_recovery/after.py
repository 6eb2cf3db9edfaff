# %% tags=["otter_ignore"]
hidden_filter = recover_filter(np.array([1.0, 4, 0, -2, 3]), np.array([-2.0, 2, 11]), 3)
print("the filter:", hidden_filter.round(6))
print("as mathematics would write it, flipped:", hidden_filter[::-1].round(6))

# %% [markdown]
# The numbers are the same in both conventions, but the order is not.
# Somebody who reads "convolution" as mathematics does gets the second line, and is right too: in the other convention.
