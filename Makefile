# make run      talk to the default tree; TREE=file for another
# make test     every test
# make bench    how fast it is, as ratios; PART=sessions, loading or starting for one
# make faults   whether faults planted in the interpreter are noticed; five minutes
# make format   settles the layout of the source

TREE ?=
PART ?=

.PHONY: run test bench faults format

run:
	@scripts/run $(TREE)

test:
	@scripts/test

bench:
	@scripts/bench $(PART)

faults:
	@scripts/faults

format:
	@swift format --in-place --recursive Package.swift Sources Tests
