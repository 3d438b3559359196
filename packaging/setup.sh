# shellcheck shell=bash
# Sets up what ./run and ./check need: system packages, .venv, compiled translations.
# Sourced by both. When all is in place it needs no network and prints nothing.

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
venv=$root/.venv
python=$venv/bin/python

say() { printf '%s\n' "$*"; }
fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

# setup NAME LOCK APT_LIST...: NAME is "run" or "check".
setup() {
    local name=$1 lock=$root/$2 list lists=()
    shift 2
    for list in "$@"; do lists+=("$root/$list"); done

    # Half made, by an interrupted run: nothing in it can be trusted.
    if [[ -e $venv/unfinished ]]; then
        [[ -w $root ]] || fail_read_only
        rm -rf "$venv"
    fi

    local system_done=true
    if ! is_done "system-$name" "${lists[@]}"; then
        install_system_packages "${lists[@]}" || system_done=false
    fi
    if ! is_done "python-$name" "$lock"; then
        [[ -w $root ]] || fail_read_only
        install_python_packages "$lock"
        mark_done "python-$name" "$lock"
        # The lock of the checks holds all that the program needs, in the same versions.
        [[ $name == run ]] || mark_done python-run "$root/requirements.lock"
    fi
    # Not marked when something is missing: the next run looks, and says so, again.
    if $system_done && ! is_done "system-$name" "${lists[@]}" && [[ -w $venv ]]; then
        mark_done "system-$name" "${lists[@]}"
    fi

    compile_translations
    compile_guide
}

fail_read_only() {
    fail "This folder is not set up yet and cannot be written to: $root" \
        "Copy it to where you can write, and run it there."
}

# A step is done when its stamp says so for these files, this place and this Python.
stamp() {
    local files
    files=$(cat "$@" | sha256sum)
    printf '%s\n' "${files%% *}" "$root" "$(readlink -f "$python")"
}
is_done() {
    local file=$venv/done-$1
    shift
    [[ -x $python && -f $file && $(<"$file") == "$(stamp "$@")" ]]
}
mark_done() {
    local file=$venv/done-$1
    shift
    stamp "$@" >"$file"
}

# The Python to build on: prints its path. Debian's lacks ensurepip without python3-venv. The
# system's own comes first: it is the one with security updates, and a tenth faster than one that
# was built without profiles (docs/performance.md).
find_python() {
    local candidate
    for candidate in /usr/bin/python3 python3 python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' \
            >/dev/null 2>&1; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

install_system_packages() {
    if ! command -v apt-get >/dev/null; then
        say "No apt-get here: if Qt misses a library, packaging/apt-packages.txt names it."
        return
    fi

    local wanted missing=() as_root=()
    wanted=$(sed 's/#.*//' "$@")
    [[ -x $python ]] || find_python >/dev/null || wanted+=" python3-venv"
    # "Provides" too: Ubuntu 24.04 has libcups2t64, which provides libcups2.
    # shellcheck disable=SC2016
    mapfile -t missing < <(
        dpkg-query --show --showformat '${db:Status-Status} ${Package} ${Provides}\n' |
            awk -v wanted="$wanted" '
                $1 == "installed" { gsub(",", " "); for (i = 2; i <= NF; i++) have[$i] }
                END { n = split(wanted, names); for (i = 1; i <= n; i++)
                          if (!(names[i] in have)) print names[i] }'
    )
    ((${#missing[@]})) || return 0

    if ((EUID != 0)); then
        if ! sudo -n true 2>/dev/null; then
            say "Please install (or ask who may): sudo apt-get install ${missing[*]}"
            return 1
        fi
        as_root=(sudo -n)
    fi

    say "Installing system packages: ${missing[*]}"
    local log
    log=$(mktemp)
    apt() {
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get --quiet --yes \
            -o DPkg::Lock::Timeout=300 "$@" </dev/null >>"$log" 2>&1
    }
    # The package lists of a new machine are empty, or too old: then once more with new ones.
    if ! apt install --no-install-recommends "${missing[@]}" &&
        ! { apt update && apt install --no-install-recommends "${missing[@]}"; }; then
        tail -n 15 "$log" >&2
        rm -f "$log"
        say "Could not install them: going on without."
        return 1
    fi
    rm -f "$log"
}

install_python_packages() {
    if [[ ! -x $python ]] || ! "$python" -m pip --version >/dev/null 2>&1; then
        local base
        base=$(find_python) || fail "Python 3.11 or newer with venv is needed (python3-venv)."
        say "Making a virtual environment in .venv"
        rm -rf "$venv"
        mkdir "$venv"
        touch "$venv/unfinished"
        "$base" -m venv "$venv"
    fi
    touch "$venv/unfinished"
    say "Installing Python packages from ${1##*/}"
    "$python" -m pip install --quiet --no-input --disable-pip-version-check \
        --require-hashes --only-binary :all: --requirement "$1" </dev/null ||
        fail "Could not install the Python packages: is the network there? Run it again then."
    # The program itself: one line that puts the checkout on the path. "pip install -e" would
    # fetch a build backend for the same.
    printf '%s\n' "$root" >"$(echo "$venv"/lib/python3.*/site-packages)/pdkiosk.pth"
    rm "$venv/unfinished"
}

compile_translations() {
    local po mo
    for po in "$root"/translations/*/LC_MESSAGES/*.po; do
        mo=${po%.po}.mo
        if [[ -e $po && (! -e $mo || $po -nt $mo) ]]; then
            "$python" -P -m pdkiosk.language.compile
            return
        fi
    done
}

# Without it the program reads the guide's own files, 30 ms later.
compile_guide() {
    local made=$root/resources/guide/guide.msgpack
    [[ -w $root/resources/guide ]] || return 0
    if [[ ! -e $made || -n $(find "$root/resources/guide" "$root/pdkiosk/guide" \
        \( -name '*.toml' -o -name '*.py' \) -newer "$made" -print -quit) ]]; then
        "$python" -P -m pdkiosk.guide.compile
    fi
}
