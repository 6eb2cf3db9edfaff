"""Makes files of holes: each takes no room here, and all of it once it is sent."""

QUESTION = "q05_dropout_backward"
NEEDS = "nothing"
SEEN = "is not defined|too large|stopped"

# %%
for number in range(60):
    with open(f"holes-{number}", "wb") as file:
        file.truncate(60_000_000)
