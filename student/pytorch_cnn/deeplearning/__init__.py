"""Given code that the notebooks stand on: layers, rules, a solver and data.

Nothing is imported here: a notebook names the modules that it needs
(`from deeplearning.solver import Solver`), and its students receive those.
Importing one costs little more than importing NumPy: matplotlib, tqdm, pooch and
scikit-learn's files are touched only when something needs them.
"""
