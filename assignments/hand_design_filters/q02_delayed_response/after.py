# %% tags=["otter_ignore"]
late = {"y": boxcar_exp(time, 7, 0.5), "y2": delayed_response(time, 7, 0.5, 5)}
show_signals(time, late)
print("y2 from n = 5 on:", *late["y2"][time >= 5].round(4))

# %% [markdown]
# Compare the two curves with your letter.
#
# The property that you see holds for every convolution, in one dimension and in two.
