#!/usr/bin/env bash
# Chạy mọi kiểm tra: every check in turn, each announced; fails when one fails. `make test` calls it.
#
# Some tests open what was built with other programs. As root on Debian they are installed; elsewhere the last line
# names what is missing and what was therefore not run. Under CI=true "not run" is a failure.
set -u
cd "$(dirname "$0")/.."

failed=()
not_run=()
started=$SECONDS

step() {
    local name=$1
    shift
    echo
    echo "== $name"
    "$@"
    local status=$?
    if [ "$status" -ne 0 ]; then
        failed+=("$name")
        echo "-- $name: failed ($status)"
    fi
}

# need COMMAND DEBIAN-PACKAGE WHAT-NEEDS-IT
need() {
    command -v "$1" > /dev/null && return
    if [ "$(id -u)" -eq 0 ] && command -v apt-get > /dev/null; then
        echo "== Cài đặt $2 · Installing $2"
        if [ -z "${apt_is_updated:-}" ]; then
            apt-get update -qq && apt_is_updated=1
        fi
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2" > /dev/null
    fi
    command -v "$1" > /dev/null || not_run+=("$3 (needs $1, package $2)")
}

need pdftotext poppler-utils "tests that read the PDF back"
need chromium chromium "tests of the HTML in a browser"
need soffice libreoffice-writer-nogui "tests that open the Word file in an office program"

step "Định dạng mã · Format (ruff format)" ruff format --check .
step "Quy tắc mã · Lint (ruff check)" ruff check .
step "Kiểu dữ liệu · Types (mypy)" mypy
step "Ranh giới các phòng · Rooms (import-linter)" lint-imports --no-logo
step "Kiểm thử · Tests (pytest)" pytest -q -n auto --dist worksteal
step "Sổ tay chạy được · Notebooks run (nbval)" pytest -q --nbval-lax -p no:cacheprovider notebooks

echo
echo "Thời gian · Time: $((SECONDS - started)) s"
if [ "${#not_run[@]}" -gt 0 ] && [ "${CI:-}" = "true" ]; then
    failed+=("${not_run[@]/#/not run: }")
fi
if [ "${#failed[@]}" -gt 0 ]; then
    printf 'CÓ LỖI · FAILED: %s\n' "${failed[@]}"
else
    echo "Mọi kiểm tra đã chạy đều đạt · Every check that ran has passed"
fi
if [ "${#not_run[@]}" -gt 0 ]; then
    printf 'CHƯA CHẠY · NOT RUN: %s\n' "${not_run[@]}"
fi
[ "${#failed[@]}" -eq 0 ]
