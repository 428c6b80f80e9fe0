# Plain make prints this menu. Every target is one or two commands you can as well type yourself.
SHELL := bash
export GOFLAGS :=
.DEFAULT_GOAL := menu
.PHONY: menu run test check bench bench-limit bench-peers record draws battery arm64 performance golden docs tables calibration scorecard schema clean

menu: ## print this menu
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

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

bench-peers: ## the same small model in other frameworks, beside xsell's engine; writes bench/peers/results.md (ten minutes; PEERS=--short one minute, dry)
	bench/peers/run $(PEERS)

record: ## write down what a customer-week costs in yardsticks, for the gate to hold later versions against
	go run ./cmd/xsell bench --customers 4000 --weeks 52 --repeat 9 --record bench/ratio.toml

battery: ## run batteries of statistical tests over the keyed draws (half an hour; fetches dieharder and TestU01)
	bench/battery/run

arm64: ## show that arm64 gives the same bytes (some minutes; fetches QEMU)
	bench/arm64

draws: ## count the keyed draws of a customer-week
	@go run -tags counted ./cmd/xsell bench --repeat 1 --customers 4000 --weeks 52 | grep -E '^[a-z-]+: .* customers|keyed draws'

performance: ## measure anew what docs/performance.md shows
	go run ./cmd/internal/docs -run -measure -only docs/performance.md

golden: ## accept changed golden traces and texts as right; read the diff afterwards
	go test $$(grep -rl '"update"' --include='*_test.go' . | xargs -n1 dirname | sort -u) -update

docs: ## refresh tables, manual and schema, then run every command the documents show but those that measure (a few minutes)
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
