# %% [markdown]
# ## Hand in
#
# Save the notebook first.
# The next cell puts your written answers into one PDF, a page for each question: upload it to the written part on Gradescope.
# The cell after it packs the notebook for the coding part.

# %% tags=["otter_ignore"]
from checks.written import save_written_answers

save_written_answers();
