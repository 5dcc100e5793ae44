# make run      talk to the default tree; TREE=file for another
# make test     every test
# make format   settles the layout of the source

TREE ?=

.PHONY: run test format

run:
	@scripts/run $(TREE)

test:
	@scripts/test

format:
	@swift format --in-place --recursive Package.swift Sources Tests
