# Two commands: `make run` and `make test`. Each sets up what it needs first.
.PHONY: run test bench fuzz stress format pictures dev bundle deb smoke clean
.DEFAULT_GOAL := run
# What is imported is compiled once, by who imports it first: pip compiles little.
unexport PYTHONDONTWRITEBYTECODE

run:
	@packaging/setup/environment.sh run && packaging/setup/run.sh

dev:
	@packaging/setup/environment.sh dev

test: dev
	@packaging/setup/test.sh

bench:
	@packaging/setup/environment.sh bench && packaging/setup/bench.sh

# Hostile input: SECONDS_EACH=60 for each of six readers. Everything at once: MINUTES=10.
fuzz:
	@packaging/setup/environment.sh fuzz && packaging/setup/fuzz.sh

stress: dev
	@packaging/setup/stress.sh

format: dev
	@.venv/bin/ruff format . && .venv/bin/ruff check --fix .

pictures: dev
	@packaging/setup/pictures.sh

bundle:
	@packaging/setup/environment.sh bundle && packaging/setup/bundle.sh

deb: bundle
	@packaging/linux/deb.sh

# What is installed is tried, not the checkout; the Debian root needs root and debootstrap.
smoke: deb
	@packaging/smoke/wheel.sh && packaging/smoke/deb.sh

clean:
	@rm -rf .venv build dist
