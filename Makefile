# A thin front: each target is one or two plain commands, printed before they run. The build itself is CMake's (CMakePresets.json).
.DEFAULT_GOAL := help
.PHONY: help setup release demo test asan fuzz bench format lint measure clean
JOBS ?= $(shell nproc)

help:            ## show this
	@echo "Isnad: reads news reports, in Arabic first, and prints the events they tell."
	@echo
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup:           ## install the Debian packages that are missing (root or sudo)
	@tools/setup.sh

release: setup
	@echo "Building the program and its knowledge (some minutes the first time)"
	cmake --preset release
	cmake --build --preset release -j $(JOBS) --target isnad image

demo: release    ## build, read the reports in samples/, print what they tell
	@mkdir -p out
	@if ! ls samples/*.txt > /dev/null 2>&1; then echo "make demo: no reports: samples/*.txt is missing"; exit 1; fi
	build/release/isnad read samples/*.txt
	@build/release/isnad read samples/*.txt -o out/demo.jsonl
	@echo
	@echo "The same $$(wc -l < out/demo.jsonl) records, with every field, span and rule: out/demo.jsonl (docs/record.md describes them)"
	@echo "Why a record says what it says: build/release/isnad explain $$(ls samples/*.txt | head -1)"
	@echo "Your own report:                build/release/isnad read FILE --date YYYY-MM-DD"

test: setup      ## build with all warnings as errors and run every test
	cmake --preset dev
	cmake --build --preset dev -j $(JOBS)
	ctest --preset dev -j $(JOBS)

asan:            ## the same tests under address and undefined behaviour sanitizers
	@tools/setup.sh
	@tools/setup.sh --clang
	cmake --preset asan
	cmake --build --preset asan -j $(JOBS)
	ctest --preset asan -j $(JOBS)

fuzz:            ## feed each fuzz target random input for FUZZ_SECONDS (20) seconds
	@tools/setup.sh
	@tools/setup.sh --clang
	tools/fuzz.sh

bench: setup     ## time the stages
	cmake --preset bench
	cmake --build --preset bench -j $(JOBS) --target isnad_bench outlook_bench store_bench
	@for b in build/bench/bench/*_bench; do echo "$$b"; "$$b" || exit 1; done

format:          ## format C++ sources in place
	@tools/setup.sh --dev
	git ls-files -co --exclude-standard '*.cpp' '*.h' | xargs clang-format -i

lint:            ## check formatting, run clang-tidy over all sources
	@tools/setup.sh --dev
	git ls-files -co --exclude-standard '*.cpp' '*.h' | xargs clang-format --dry-run -Werror
	cmake --preset dev
	git ls-files -co --exclude-standard 'src/*.cpp' | grep -v _test.cpp | xargs -P $(JOBS) -n 4 clang-tidy --quiet -p build/dev

measure: release ## score the program against the sets in ../shared, where they are
	python3 tools/measure.py

clean:           ## remove what was built
	rm -rf build out
