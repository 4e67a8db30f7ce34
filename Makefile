# Every target but help is carried out by tools/bootstrap.py, which first sets up what the target needs.
# Pass arguments on with ARGS, as in: make test ARGS='-k money'. Choose a Python with: make run PYTHON=python3.12

PYTHON ?= python3
ARGS ?=
TARGETS := run demo test lint format screenshots bench bundle check-bundle package install uninstall translations constraints clean

.DEFAULT_GOAL := help
.PHONY: help $(TARGETS)
# Two set-ups at a time would write to the same environment.
.NOTPARALLEL:

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Set up and open the window; without a screen, write the demo to build/demo
demo: ## Write the demo to build/demo, without a window
test: ## Run the tests
lint: ## Check style, layout, types and the direction of imports
format: ## Lay the code out
screenshots: ## Write a picture of every page to build/screenshots
bench: ## Run the benchmarks
bundle: ## Pack the program with its own Python into dist/, and let it test itself
check-bundle: ## Try the packed program where it has it hard, and run the tests inside it
package: ## Make what people download for Linux: .tar.xz, .deb, and an AppImage where its tool is there
install: ## Put the packed program under your own folders, with menu entry, icon and file type
uninstall: ## Take that away again; plans and settings stay
translations: ## Collect the texts to translate into resources/translations
constraints: ## Pin the newest versions of all packages in constraints.txt
clean: ## Remove build/, dist/ and the caches, but not .venv

$(TARGETS):
	@$(PYTHON) tools/bootstrap.py $@ $(ARGS)
