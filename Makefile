# `make` builds and proves everything, `make test` tests it; `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := all
.PHONY: all test quick parity lint versions benchmark picture docs install lab clean help

PYTHON ?= python3
# CPU torch, from whatever wheels pip already knows, else from PyTorch's own CPU index.
# For a GPU: make TORCH=torch==2.13.0
TORCH ?= torch==2.13.0+cpu
TORCH_INDEX ?= https://download.pytorch.org/whl/cpu

# Where students and graders are: `make versions` tries each.
PYTHONS ?= python3.11 python3.13 python3.14

EXTRAS := dev,docs,cluster
BIN := .venv/bin
HOMEWORK := $(BIN)/homework
export PYTHONDONTWRITEBYTECODE := 1
export OMP_NUM_THREADS := 1

# $(call step,what,command): run it and say how long it took.
define step
@SECONDS=0; echo "── $(1)"; $(2); echo "── $(1): $${SECONDS} s"
endef

all: install ## Assemble, check, release and prove everything; grade the samples
	$(call step,assemble the masters,$(HOMEWORK) assemble)
	$(call step,check the questions,$(HOMEWORK) check)
	$(call step,list what is covered,$(HOMEWORK) coverage | tail -n 1)
	$(call step,prove the graders,$(HOMEWORK) prove)
	$(call step,build and prove the releases,$(HOMEWORK) release --drafts)
	$(call step,grade the sample submissions,$(HOMEWORK) samples)

test: lint .venv/with-browser ## Every test, with real Otter, real kernels and a browser if there is one
	$(call step,fast tests,$(BIN)/pytest -q -n 2 --dist loadfile -m "not slow and not stock")
	$(call step,slow tests,$(BIN)/pytest -q -n 2 -m slow)

quick: lint ## Style, types and the fast tests
	$(call step,fast tests,$(BIN)/pytest -q -n 2 --dist loadfile -m "not slow and not stock")

# What stock Otter gave before is not asked again, unless HOMEWORK_AGAIN says so.
parity: install ## Grade every answer with stock Otter too (twenty minutes)
	$(call step,parity with stock Otter,HOMEWORK_AGAIN=1 $(BIN)/pytest -q -n 2 -m stock)

benchmark: install ## Count submissions a minute, ours and stock Otter's
	$(BIN)/python benchmarks/grading.py

picture: install ## Draw README's picture of a failed check (needs a browser)
	$(BIN)/python docs/pictures/failed_check.py

# Each Python of PYTHONS that is found here grades what is released, with torch where
# the index has one for it; paths are names too: make versions PYTHONS=/opt/python3.13
# NumPy 1.26 is the oldest that the other pins work with, but for pandas.
versions: install ## Grade right answers with other Pythons, and with the oldest NumPy
	@for python in $(PYTHONS); do \
		$$python -c "" 2> /dev/null || { echo "── $$python is not here"; continue; }; \
		place=build/versions/$$(basename $$python); \
		echo "── install $$place"; \
		$$python -m venv $$place; \
		$$place/bin/pip install -q $(TORCH) || \
			$$place/bin/pip install -q --extra-index-url $(TORCH_INDEX) $(TORCH) || \
			echo "── no $(TORCH) for $$python: what needs it is left out"; \
		$$place/bin/pip install -q --no-deps -r requirements/constraints.txt -e .; \
		$$place/bin/homework samples --elsewhere; \
	done
	mkdir -p build
	sed 's/^numpy==.*/numpy==1.26.4/; s/^pandas==.*/pandas==2.2.3/' requirements/constraints.txt > build/oldest.txt
	$(call step,install build/oldest,\
		$(PYTHON) -m venv build/oldest; \
		build/oldest/bin/pip install -q --no-deps $(TORCH) -r build/oldest.txt pytz -e .)
	$(call step,right answers with NumPy 1.26,build/oldest/bin/homework prove --elsewhere)

lint: install
	$(call step,style,$(BIN)/ruff check .; $(BIN)/ruff format --check .)
	$(call step,rooms,$(BIN)/lint-imports --no-cache)
	$(call step,types,$(BIN)/mypy homework tests assignments/checks assignments/deeplearning \
		assignments/given assignments/references assignments/*/q*/tests.py)

install: .venv/installed ## Make .venv with everything that is pinned

.venv/installed: pyproject.toml requirements/constraints.txt
	$(call step,install into .venv,\
		$(PYTHON) -m venv .venv; \
		$(BIN)/pip install -q --disable-pip-version-check $(TORCH) || \
		$(BIN)/pip install -q --disable-pip-version-check \
			--extra-index-url $(TORCH_INDEX) $(TORCH); \
		$(BIN)/pip install -q --disable-pip-version-check \
			-c requirements/constraints.txt -e '.[$(EXTRAS)]')
	@touch $@

# Only tests need it: a JupyterLab, and what drives a browser.
.venv/with-browser: .venv/installed
	$(call step,install what drives a browser,\
		$(BIN)/pip install -q --disable-pip-version-check \
			-c requirements/constraints.txt -e '.[browser]')
	@touch $@

lab: install ## Open the masters in JupyterLab
	$(BIN)/pip install -q -c requirements/constraints.txt -e '.[lab]'
	$(BIN)/jupyter lab --notebook-dir=assignments

docs: install ## Build the pages of docs/ into build/site
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build -q --strict

clean: ## Remove bytecode, caches and scratch files
	rm -rf build .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
	find . -name .ipynb_checkpoints -not -path './.venv/*' -prune -exec rm -rf {} +

help: ## Show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10
