# Plain make prints this menu. Every target is one or two commands you can as well type yourself.
SHELL := bash
export GOFLAGS :=
.DEFAULT_GOAL := menu
.PHONY: menu run test check bench bench-limit golden docs tables calibration scorecard schema clean

menu: ## print this menu
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: ## compare three ways to organise the same firm; results go to out/
	go run ./cmd/xsell compare

test: ## run all tests
	go test ./...

check: ## everything the gate asks for, about ten minutes (.ci/run)
	.ci/run

bench: ## measure speed and allocation
	go test -run '^$$' -bench . -benchmem ./...

bench-limit: ## how close the customers' week comes to a kernel in C (gcc, x86-64)
	go run ./bench/limit

golden: ## accept changed golden traces and texts as right; read the diff afterwards
	go test $$(grep -rl '"update"' --include='*_test.go' . | xargs -n1 dirname | sort -u) -update

docs: ## refresh tables, manual and schema, then run every command the documents show (a few minutes)
	go run ./cmd/internal/docs -run

tables: ## refresh tables, manual, schema and the outputs of quick commands
	go run ./cmd/internal/docs

scorecard: ## judge all facts, laws and systems again and write docs/scorecard.md (some ten minutes)
	@{ echo '# Scorecard'; echo; \
	echo 'What the model shows of what is published about such firms, and which of its shapes hold. Written by `make scorecard`.'; \
	echo; echo 'A fact that is missed stays here with the best explanation there is. Verdicts are of the estimate; where the'; \
	echo 'interval overlaps the band or its edge, luck could turn it.'; \
	for c in 'facts --quiet' 'facts --quiet --seed 99' 'laws --quiet' 'systems --quiet'; do \
	echo; echo "## xsell $$c"; echo; echo '```text'; go run ./cmd/xsell $$c; echo '```'; done; } > docs/scorecard.md

calibration: ## fit the base bank again and refresh docs/calibration (half an hour or more); nothing of the model changes
	rm -rf docs/calibration/result docs/calibration/sensitivity
	go run ./cmd/xsell calibrate docs/calibration/base.toml --out docs/calibration/result
	go run ./cmd/xsell calibrate docs/calibration/base.toml --sensitivity --out docs/calibration/sensitivity
	go run ./cmd/internal/docs

schema: ## print the JSON Schema of scenario files
	@go run ./cmd/xsell schema

clean: ## remove results and profiles
	rm -rf out bin
	rm -f *.prof *.test
