#!/usr/bin/env bash
# Builds everything and runs all tests, on a machine that has nothing but the .NET 10 SDK.
# What the tests need besides is installed from Debian's packages where that is allowed, and named where it is not.
# Ends with one line: N passed, N failed.
set -uo pipefail
cd "$(dirname "$0")/.."

# command or path                      package                     what the tests do with it
needs='
pdftotext                             poppler-utils               read the PDF as others do
qpdf                                  qpdf                        check the syntax of the PDF
mutool                                mupdf-tools                 read the text of the PDF as a third reader
soffice                               libreoffice-writer-nogui    print the Word file
chromium                              chromium                    use the Swagger UI
faketime                              faketime                    render on another day
unzip                                 unzip                       read a ZIP file as others do
git                                   git                         tell what belongs to the checkout
/usr/lib/postgresql/15/bin/postgres   postgresql-15               share batches between machines
'

fail() {
  printf '%s\n' "$@" >&2
  echo "0 passed, 1 failed"
  exit 1
}

missing_packages() {
  while read -r command package _; do
    [ -z "$command" ] || command -v "$command" >/dev/null || printf '%s ' "$package"
  done <<<"$needs"
  /usr/bin/python3 -c 'import docx' 2>/dev/null || printf 'python3-docx '
  # A real S3 server, which the tests start themselves.
  /usr/bin/python3 -c 'import swift, paste.deploy' 2>/dev/null || printf 'python3-swift '
  # .NET without ICU would leave Vietnamese letters decomposed; the program refuses to run so.
  ldconfig -p 2>/dev/null | grep -q 'libicuuc\.so' || printf 'libicu-dev '
}

install() {
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || return 1
    as_root=(sudo -n)
  fi
  command -v apt-get >/dev/null || return 1
  "${as_root[@]}" apt-get update -qq &&
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

packages=$(missing_packages)
if [ -n "$packages" ]; then
  echo "Installing: $packages"
  # shellcheck disable=SC2086 # a list of words
  install $packages || fail "These packages are missing and could not be installed: $packages" \
    "Install them and run this again: apt-get install $packages"
fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build KiemDiem.Docs.sln -c Release --nologo -v quiet || fail "The build failed."

results=$(mktemp)
trap 'rm -f "$results"' EXIT
dotnet tests/KiemDiem.Docs.Tests/bin/Release/net10.0/KiemDiem.Docs.Tests.dll -noColor "$@" | tee "$results"

summary=$(grep -E 'Total: [0-9]+, Errors: ' "$results" | tail -n 1)
[ -n "$summary" ] || fail "The tests did not run to their end."
number() { sed -E "s/.*$1: ([0-9]+).*/\1/" <<<"$summary"; }
total=$(number Total) errors=$(number Errors) failed=$(number Failed) skipped=$(number Skipped)
bad=$((errors + failed + skipped))
echo "$((total - failed - skipped)) passed, $bad failed"
[ "$bad" -eq 0 ] && [ "$total" -gt 0 ]
