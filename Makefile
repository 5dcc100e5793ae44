# make run      talk to the default tree; TREE=file for another
# make test     every test
# make bench    how fast it is, as ratios; PART=sessions, loading or starting for one
# make format   settles the layout of the source

TREE ?=
PART ?=

.PHONY: run test bench format

run:
	@scripts/run $(TREE)

test:
	@scripts/test

bench:
	@scripts/bench $(PART)

format:
	@swift format --in-place --recursive Package.swift Sources Tests
