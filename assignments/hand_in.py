# %% [markdown]
# ## Hand in
#
# A person grades some of your answers, and reads them in a PDF.
# Put your name and your ID into the next cell and run it: it writes the PDF, a page for each written question.
# Upload it to the written part on Gradescope.
#
# A picture, such as a derivation on paper, can be pasted or dragged into an answer's cell.
#
# The last cell packs the notebook for the coding part.

# %% tags=["otter_ignore"]
from checks.written import save_written_answers

save_written_answers(name="", student_id="");
