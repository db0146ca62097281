# Each target does its own set-up. Only Python 3.11 or newer, make and git need be there.
PYTHON ?= python3
PORT ?= 8000
PYTEST_ARGS ?= -n 2
RUN := .venv/bin/python
SETUP := $(PYTHON) explainer/production/setup.py

# the site generator and its words; README says when and how to change it
GENERATOR ?= mkdocs build --quiet --clean
BUILD := $(RUN) -m explainer generate --pictures && $(RUN) -m $(GENERATOR) && $(RUN) -m explainer finish

# The time of a build is the time of its commit: the same commit gives the same bytes.
SOURCE_DATE_EPOCH ?= $(or $(shell git log -1 --format=%ct 2>/dev/null),1767225600)
export SOURCE_DATE_EPOCH
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve test site offline check bench clean clean-all

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 12

serve: ## the site on http://127.0.0.1:8000, rebuilt as you edit (PORT=8001 for another); Ctrl-C ends it
	@$(SETUP) serve
	@$(RUN) -m explainer serve --port $(PORT)

test: ## everything that is checked: evidence, prose, models, pages in a browser
	@$(SETUP) test
	@$(RUN) -m explainer check
	@$(BUILD)
	@$(RUN) -m pytest $(PYTEST_ARGS)

site: ## the site as published, in site/
	@$(SETUP) site
	@$(BUILD)

offline: ## the site as one zip that opens from a folder: dist/plan-practice-myth.zip
	@$(SETUP) site
	@$(BUILD)
	@$(RUN) -m explainer offline

check: ## evidence and prose only: seconds
	@$(SETUP) serve
	@$(RUN) -m explainer check

bench: ## everything measured beside other ways to make it, about 25 minutes; the page learn/performance shows it
	@$(SETUP) test
	@$(BUILD)
	@$(RUN) -m bench
	@$(BUILD)

clean: ## removes what was built; keeps what was installed
	rm -rf site dist .kept/pictures .kept/cards .kept/compressed .kept/sound docs/assets/generated docs/page-source docs/embed docs/models docs/notebooks docs/evidence
	rm -f docs/explorables.json docs/claims.json
	find . -name __pycache__ -not -path './.venv/*' -not -path './node_modules/*' -prune -exec rm -rf {} +

clean-all: clean ## removes what was installed, too
	rm -rf .venv node_modules .kept .cache bench/.venv bench/node_modules
