# %% tags=["otter_ignore"]
time = np.arange(-6, 13)
boxcar = ((time >= 0) & (time < 7)).astype(float)
answer = boxcar_exp(time, 7, 0.5)
show_signals(time, {"input x": boxcar, "output y": answer})
print("output from n = 0 on:", *answer[time >= 0].round(4))

# %% [markdown]
# You should see an output that starts with 1, climbs towards 2 while the boxcar lasts, and halves at each step afterwards.
# The filter smooths the corner of the boxcar and drags its end: it has a memory.
