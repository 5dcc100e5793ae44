# make run          talk to the default tree; TREE=file for another
# make test         every test
# make bench        how fast it is, as ratios; PART=sessions, loading or starting for one
# make bench-understanding  how much of what people type is understood; FILE=a table of lines and what they mean
# make faults       whether faults planted in the interpreter are noticed; five minutes
# make tree-faults  whether mistakes planted in the default tree are noticed; a minute, once it is built
# make seal         proves the trees that come with it and seals them, which a change to one of them needs
# make build        the program as it is installed, with its man page and completions
# make install      for everybody on this machine, below PREFIX=/usr/local (and DESTDIR=); make uninstall takes it away
# make format       settles the layout of the source

TREE ?=
PART ?=
FILE ?=
PREFIX ?= /usr/local
DESTDIR ?=

.PHONY: run test bench bench-understanding faults tree-faults seal build install uninstall format

run:
	@scripts/run $(if $(TREE),"$(TREE)")

test:
	@scripts/test

bench:
	@scripts/bench $(PART)

bench-understanding:
	@scripts/bench-understanding $(if $(FILE),"$(FILE)")

faults:
	@scripts/faults

tree-faults:
	@scripts/tree-faults

seal:
	@scripts/seal

build:
	@scripts/build

install:
	@scripts/install "$(PREFIX)" "$(DESTDIR)"

uninstall:
	@scripts/uninstall "$(PREFIX)" "$(DESTDIR)"

format:
	@swift format --in-place --recursive Package.swift Sources Tests
