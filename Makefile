# Việc chính: make report · make test · make method · make lab · make help
#
# Everything is installed into .venv (and, for JupyterLab, .venv-lab) of this folder. JupyterLab stays out of .venv:
# next to it every start of the program takes seconds longer.

PYTHON ?= python3
PLACE ?= bac-giang-city
PERIOD ?= 2016-2018

VENV := .venv
LAB := .venv-lab
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help report test method lab clean python-is-recent

help:  ## danh sách việc · this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo
	@echo "  make report PLACE=… PERIOD=…   địa phương, kỳ khác · another place or period"
	@echo "  make report PYTHON=python3.12  phiên bản Python khác · another Python"

report: $(VENV)/.run-installed  ## lập báo cáo (HTML, PDF) · build the report
	@$(BIN)/poverty-evaluation run $(PLACE) $(PERIOD)
	@echo
	@echo "HTML: $(CURDIR)/outputs/$(PLACE)/$(PERIOD)/report.html"
	@echo "PDF:  $(CURDIR)/outputs/$(PLACE)/$(PERIOD)/report.pdf"

test: $(VENV)/.test-installed  ## chạy mọi kiểm tra · run every check
	@PATH="$(CURDIR)/$(BIN):$$PATH" tests/run_all.sh

method: $(VENV)/.run-installed  ## in phụ lục phương pháp · print the method annex
	@mkdir -p outputs/method
	@$(BIN)/papermill --log-level WARNING --no-progress-bar -k python3 notebooks/05_method.ipynb outputs/method/method.ipynb
	@$(BIN)/jupyter nbconvert --log-level WARN --to evaluation-html outputs/method/method.ipynb
	@$(BIN)/jupyter nbconvert --log-level WARN --to evaluation-pdf outputs/method/method.ipynb
	@echo "$(CURDIR)/outputs/method/method.html"
	@echo "$(CURDIR)/outputs/method/method.pdf"

lab: $(VENV)/.run-installed $(LAB)/.installed  ## mở JupyterLab · open JupyterLab
	@mkdir -p $(LAB)/kernels/kernels/python3
	@printf '{"argv": ["%s", "-m", "ipykernel_launcher", "-f", "{connection_file}"], "display_name": "%s", "language": "python", "metadata": {"debugger": true}}\n' \
		"$(CURDIR)/$(BIN)/python" "Python 3 (poverty-evaluation)" > $(LAB)/kernels/kernels/python3/kernel.json
	@JUPYTER_PATH="$(CURDIR)/$(LAB)/kernels" $(LAB)/bin/jupyter lab --notebook-dir=notebooks $(LAB_OPTIONS)

clean:  ## xóa mọi thứ được cài và dựng, trừ báo cáo đã công bố · remove what was installed and built, not published reports
	rm -rf $(VENV) $(LAB) build outputs/.work outputs/.staging .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

python-is-recent:
	@command -v "$(PYTHON)" > /dev/null || { \
		echo "Không tìm thấy $(PYTHON); cần Python 3.11 trở lên: make … PYTHON=python3.12" >&2; \
		echo "$(PYTHON) was not found; Python 3.11 or later is needed: make … PYTHON=python3.12" >&2; exit 2; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Cần Python 3.11 trở lên, thấy $$("$(PYTHON)" --version 2>&1). Chỉ bản khác: make … PYTHON=python3.12" >&2; \
		echo "Python 3.11 or later is needed, found $$("$(PYTHON)" --version 2>&1). Name another: make … PYTHON=python3.12" >&2; exit 2; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2> /dev/null || { \
		echo "Python này thiếu venv. Debian, Ubuntu: apt install python3-venv" >&2; \
		echo "This Python lacks venv. Debian, Ubuntu: apt install python3-venv" >&2; exit 2; }

# The order-only check runs before a virtual environment is made, and only then.
$(BIN)/python:
	@$(MAKE) --no-print-directory python-is-recent
	"$(PYTHON)" -m venv $(VENV)

$(VENV)/.run-installed: requirements/run.txt pyproject.toml | $(BIN)/python
	@echo "Cài đặt, lần đầu mất vài phút · Installing, a few minutes the first time"
	$(PIP) install -r requirements/run.txt
	$(PIP) install --no-deps --editable .
	@touch $@

$(VENV)/.test-installed: requirements/test.txt $(VENV)/.run-installed
	@echo "Cài đặt công cụ kiểm tra · Installing the tools of the tests"
	$(PIP) install -r requirements/test.txt
	@touch $@

$(LAB)/.installed: requirements/lab.txt
	@$(MAKE) --no-print-directory python-is-recent
	@echo "Cài đặt JupyterLab · Installing JupyterLab"
	test -x $(LAB)/bin/python || "$(PYTHON)" -m venv $(LAB)
	$(LAB)/bin/python -m pip --disable-pip-version-check --quiet install -r requirements/lab.txt
	@touch $@
