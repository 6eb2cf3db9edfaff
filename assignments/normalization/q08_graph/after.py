# %% tags=["otter_ignore"]
draw_graph(bn_edges)
print("Arrows:", ", ".join(f"{start} to {end}" for start, end in sorted(bn_edges)))

# %% [markdown]
# Walk the arrows backwards, from `Y` to `X`.
# Every way back is one term of $\partial L/\partial X$, though a term may turn out to be 0, and a way that you forget is a term that you forget.
# The next question asks for all of them.
