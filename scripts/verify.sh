#!/usr/bin/env bash
# Everything, from a fresh Debian 12 with Node 20: installs what is missing, builds, and runs every check.
#
#   npm run verify                                 or: bash scripts/verify.sh
#   bash scripts/verify.sh --acceptance FOLDER     with the acceptance programs in FOLDER as a further suite
#   bash scripts/verify.sh --no-install            on a machine that has all it needs
#
# The last line is `N passed, N failed, N skipped`; the exit status is 0 when nothing failed and nothing was skipped.
set -euo pipefail
cd "$(dirname "$0")/.."

# Compilers whose output the tests read (14 to 22), tools they run, libraries their programs include.
packages=(
  clang-14 clang-16 clang-19 clang-22 flang-22 lld-22
  llvm-14 llvm-16 llvm-19 llvm-22
  libclang-rt-22-dev libomp-22-dev libeigen3-dev libopenblas-dev libstdc++-12-dev binutils
  chromium python3
  cmake make meson ninja-build
)

install_packages() {
  local missing=() package
  for package in "${packages[@]}"; do
    dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  # A rustc of any origin will do; Debian's is the one that can be installed unasked.
  command -v rustc >/dev/null || missing+=(rustc)
  if [ ${#missing[@]} -eq 0 ]; then return; fi
  if ! command -v apt-get >/dev/null; then
    echo "verify: this machine has no apt-get; install these by its own means: ${missing[*]}" >&2
    exit 1
  fi
  echo "verify: installing ${missing[*]}"
  local root=()
  if [ "$(id -u)" -ne 0 ]; then root=(sudo); fi
  "${root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

install_node_modules() {
  # npm writes node_modules/.package-lock.json when an installation is complete.
  if [ node_modules/.package-lock.json -nt package-lock.json ]; then return; fi
  npm ci --no-audit --no-fund --ignore-scripts
}

arguments=()
install=yes
while [ $# -gt 0 ]; do
  case "$1" in
    --no-install) install=no ;;
    *) arguments+=("$1") ;;
  esac
  shift
done
if [ "$install" = yes ]; then
  install_packages
  install_node_modules
fi
exec node scripts/suites.js ${arguments[@]+"${arguments[@]}"}
