"""Every mutant of a solution loses points, or is declared equivalent with a reason."""

from __future__ import annotations

from homework.proof.findings import Findings
from homework.proof.mutants import Mutant, mutants
from homework.proof.trial import memory_limit, survives
from homework.questions.answers import solution_source
from homework.questions.declared import EQUIVALENT, Change, equivalent
from homework.questions.layout import Assignment, Question


def mutation(assignment: Assignment, question: Question) -> Findings:
    """Put every mutant of a question's solution to its tests."""
    made = mutants(solution_source(question))
    with memory_limit():
        left = [each for each in made if survives(assignment, question, each.source)]
    reasons = equivalent(question)
    survivors = [each for each in left if change(each) not in reasons]
    used = {change(each) for each in left}
    stale = [key for key in reasons if key not in used]
    return Findings(
        counts={
            "made": len(made),
            "killed": len(made) - len(left),
            "equivalent": len(left) - len(survivors),
        },
        problems=[_survived(question, each) for each in survivors]
        + [_is_stale(question, key) for key in stale],
        notes=[
            f"`{before}` → `{after}`: {reasons[before, after]}"
            for before, after in dict.fromkeys(change(each) for each in left)
            if (before, after) in reasons
        ],
    )


def change(mutant: Mutant) -> Change:
    """Return what tells a mutant from others, wherever the line stands."""
    return mutant.before, mutant.after


def _survived(question: Question, mutant: Mutant) -> str:
    return (
        f"{question.source}: no test notices `{mutant.before}` → `{mutant.after}` "
        f"(line {mutant.line} of the solution cell). Sharpen a test, or say in "
        f"{EQUIVALENT} why it is no mistake."
    )


def _is_stale(question: Question, key: Change) -> str:
    return (
        f"{question.folder / EQUIVALENT}: `{key[0]}` → `{key[1]}` is declared, but the "
        "tests catch it or no operator makes it. Delete the entry."
    )
