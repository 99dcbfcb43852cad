# Every target with a ## comment is shown by `make help`.
PREFIX ?= /usr/local
# One set of flags for every build, so that no step builds again what another has built.
SWIFT_FLAGS = --explicit-target-dependency-import-check error
# Swift's own libraries are linked into the program, so that it runs where no toolchain is; the system's stay shared.
RELEASE_FLAGS = $(SWIFT_FLAGS) --static-swift-stdlib -Xlinker -z -Xlinker now $(SMALL_FLAGS) $(LINK_FLAGS)
# What nothing calls is left out function by function, functions of the same code stand there once, and the program names none of
# them to others (decision 0035). The linker that can do that comes with Swift.
SMALL_FLAGS = -Xswiftc -Xfrontend -Xswiftc -function-sections -Xswiftc -use-ld=lld -Xlinker --icf=all -Xlinker --no-export-dynamic \
    -Xlinker -z -Xlinker pack-relative-relocs
RELEASE = .build/release/einzelpost

.DEFAULT_GOAL := help
.PHONY: help packages test-packages build demo console screens test test-long check canary restored guard-lists canary-tsan fuzz sabotage attack \
    relays deaths simulate simulate-faults soak soak-leaks test-tsan fault-matrix format docs sentences bench install uninstall deb test-deb contributing release clean

help:  ## show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

packages:
	@sh .ci/install-packages.sh build

test-packages: packages
	@sh .ci/install-packages.sh test

# What the program says of itself (einzelpost --version --format json).
export EINZELPOST_COMMIT ?= $(shell git rev-parse HEAD 2>/dev/null)
export EINZELPOST_SWIFT ?= $(shell swift --version 2>/dev/null | sed -n 's/.*Swift version \([^ ]*\).*/\1/p')

build: packages  ## build the release binary, .build/release/einzelpost
	swift build -c release --product einzelpost $(RELEASE_FLAGS)

console: build  ## the example in the browser: hand over, choose, approve and send 1494 cancellations; prints a link
	@rm -rf console-example
	$(RELEASE) console --example console-example

screens: test-packages  ## write a picture of every page at two widths into screens/
	swift build --product einzelpost $(SWIFT_FLAGS)
	.build-oracles/bin/python Tests/Oracles/console_pages.py .build/debug/einzelpost --screens screens

demo: build  ## send 1494 example cancellations to a built-in mail server and show the proof
	@rm -rf demo-output
	$(RELEASE) demo --output demo-output

test: test-packages  ## install what tests need, build, and run all tests
	swift build --build-tests $(SWIFT_FLAGS)
	python3 -m unittest discover -s Tests/Oracles
	@bash .ci/test.sh $(SWIFT_FLAGS)

test-long: test-packages  ## the same with everything that `make test` only samples, soak and thread sanitizer; hours
	swift build --build-tests $(SWIFT_FLAGS)
	EINZELPOST_LONG=1 bash .ci/test.sh $(SWIFT_FLAGS)
	$(MAKE) deaths soak soak-leaks test-tsan

check: test  ## all rules: format, warnings, imports, must-not-compile, tests, examples
	sh .ci/check.sh

canary: build test-packages  ## send canaries in every variant and look for each row in all other messages
	sh Tests/Canary/run.sh $(RELEASE) 1494

restored: test-packages  ## put backups back in seven ways, at 20 moments of a campaign of 500
	swift build --build-tests $(SWIFT_FLAGS)
	EINZELPOST_LONG=1 bash .ci/test.sh $(SWIFT_FLAGS) --filter 'RestoredStateTests|StaleDiskTests'

guard-lists: build  ## count what the guard says about generated lists, and leaks let through; see docs/guard.md
	python3 Tests/Oracles/guard_alarms.py $(RELEASE)
	python3 Tests/Oracles/guard_alarms.py $(RELEASE) --leaks 28

canary-tsan: test-packages  ## the same with fewer rows under the thread sanitizer; any report fails
	swift build --product einzelpost --sanitize=thread --scratch-path .build-tsan $(SWIFT_FLAGS)
	TSAN_OPTIONS="halt_on_error=1 exitcode=66" sh Tests/Canary/run.sh .build-tsan/debug/einzelpost 200

fuzz: packages  ## fuzz the readers under the address sanitizer, SECONDS=60 each; see Fuzz/README.md
	bash Fuzz/run.sh $(or $(SECONDS),60)

sabotage: test-packages  ## plant faults in a copy of the sources and see which check finds each
	sh Tests/Sabotage/run.sh

attack: test-packages  ## run everything that attacks the program, with a count, and plant the faults
	swift build --build-tests $(SWIFT_FLAGS)
	bash .ci/attack.sh $(SWIFT_FLAGS)

format:  ## format all Swift files
	swift format --in-place --recursive --parallel Package.swift Sources Tests .ci

docs: packages  ## write the pages that are made from tables in the sources
	EINZELPOST_WRITE_DOCS=1 swift test $(SWIFT_FLAGS) --filter SettingsKeyTests

sentences: packages  ## write every sentence in both languages into sentences.txt, to be read from top to bottom
	EINZELPOST_SENTENCES="$(CURDIR)/sentences.txt" swift test $(SWIFT_FLAGS) --filter SentenceBookTests

relays: test-packages  ## send through Postfix and Exim that limit, greylist and refuse; see Tests/Relays/README.md
	swift build --product einzelpost $(SWIFT_FLAGS)
	python3 Tests/Relays/trials.py .build/debug/einzelpost
	python3 Tests/Relays/logins.py .build/debug/einzelpost

deaths: build test-packages  ## kill the sending program at 1000 instants and at its system calls; an hour or more
	python3 Tests/Relays/deaths.py $(RELEASE) kills 1000
	python3 Tests/Relays/deaths.py $(RELEASE) calls 1

simulate: packages  ## play SEEDS=2000 campaigns in a world that a seed decides, FIRST=any; see docs/simulation.md
	swift build -c release --product Simulate $(RELEASE_FLAGS)
	.build/release/Simulate $(or $(SEEDS),2000) $(FIRST)

simulate-faults: packages  ## plant faults at its seams and say after how many seeds each is found
	swift build -c release --product Simulate $(RELEASE_FLAGS)
	.build/release/Simulate faults

soak: build test-packages  ## let one process send for MINUTES=60 and look whether memory and descriptors stay flat
	python3 Tests/Relays/soak.py $(RELEASE) --minutes $(or $(MINUTES),60)

# A soak that a leak does not fail finds nothing.
soak-leaks: build test-packages  ## the same with a leak planted on purpose, of memory and of descriptors: each must fail it
	! python3 Tests/Relays/soak.py $(RELEASE) --minutes $(or $(MINUTES),5) --plant memory
	! python3 Tests/Relays/soak.py $(RELEASE) --minutes $(or $(MINUTES),5) --plant descriptors

test-tsan: test-packages  ## all tests under the thread sanitizer, or FILTER=some; any report fails. An hour or more
	swift build --build-tests --sanitize=thread --scratch-path .build-tsan $(SWIFT_FLAGS)
	TSAN_OPTIONS="exitcode=66" SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=2 \
	    .build-tsan/debug/einzelpostPackageTests.xctest --testing-library swift-testing $(if $(FILTER),--filter '$(FILTER)')

fault-matrix: test-packages  ## play every fault of a relay and write docs/fault-matrix.md; ten minutes
	swift build --build-tests $(SWIFT_FLAGS)
	EINZELPOST_LONG=1 EINZELPOST_WRITE_DOCS=1 bash .ci/test.sh $(SWIFT_FLAGS) --filter FaultMatrixTests

bench: build test-packages  ## measure sending, import and the guard; see Benchmarks/README.md
	bash Benchmarks/smtp-throughput.sh
	bash Benchmarks/import.sh
	swift build -c release --product CostPerMessage $(RELEASE_FLAGS)
	.build/release/CostPerMessage Templates

install: build  ## install binary, manual pages, templates, examples, units and completions under PREFIX
	DESTDIR="$(DESTDIR)" sh .ci/install.sh "$(PREFIX)"

uninstall:  ## remove what install has put under PREFIX; journal, keys and configuration stay
	DESTDIR="$(DESTDIR)" sh .ci/uninstall.sh "$(PREFIX)"

deb:  ## build the Debian package of the last commit into dist/, and look at it with lintian
	sh .ci/install-packages.sh package
	sh .ci/deb.sh

test-deb: deb  ## install the package in a fresh Debian without Swift, use it, upgrade it, purge it (as root)
	sh .ci/test-deb.sh

contributing: packages  ## follow the worked examples of CONTRIBUTING.md in a copy of the sources
	python3 .ci/contributing.py

release: test-packages  ## everything for a release into dist/: package (built twice), parts, checksums, notes; see docs/release.md
	sh .ci/install-packages.sh package
	sh .ci/deb.sh --again
	sh .ci/test-deb.sh
	sh .ci/release-notes.sh >dist/NOTES.md

clean:  ## remove everything that was built
	rm -rf .build Fuzz/.build .build-tsan .build-sabotage .build-oracles .build-contributing demo-output console-example screens dist
