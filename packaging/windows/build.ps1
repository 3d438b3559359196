# Builds dist\pdkiosk and its installer on 64-bit Windows: .\packaging\windows\build.ps1
# Needs Python 3.11 or newer (py) and Inno Setup 6. Not run on Windows by us yet (the specification was, on Wine): docs\windows.md.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')

if (-not (Test-Path .venv)) { py -3 -m venv .venv }
$python = (Resolve-Path .venv\Scripts\python.exe).Path
& $python -m pip install --quiet --require-hashes --only-binary :all: -r requirements-dev.lock
if ($LASTEXITCODE) { throw 'The Python packages could not be installed.' }

$env:PYTHONHASHSEED = '0'
$env:PYTHONPATH = (Get-Location).Path
if (-not $env:SOURCE_DATE_EPOCH) { $env:SOURCE_DATE_EPOCH = (git log -1 --format=%ct) }
& $python -m pdkiosk.language.compile
& $python -m pdkiosk.guide.compile
& $python -m PyInstaller --noconfirm --log-level ERROR --distpath dist --workpath build\pyinstaller packaging\pdkiosk.spec
if ($LASTEXITCODE) { throw 'PyInstaller failed.' }
& $python -m pdkiosk.shipped_files dist\pdkiosk
if ($LASTEXITCODE) { throw 'The list of files could not be written.' }

# A program with a window is not waited for by "&", and has no console to write to.
$test = Start-Process dist\pdkiosk\pdkiosk.exe '--self-test' -Wait -PassThru -RedirectStandardOutput build\self-test.txt
Get-Content build\self-test.txt
if ($test.ExitCode) { throw 'The self-test failed.' }

$version = & $python -c 'import pdkiosk; print(pdkiosk.__version__)'
$inno = Join-Path ${env:ProgramFiles(x86)} 'Inno Setup 6\ISCC.exe'
if (-not (Test-Path $inno)) { throw "Inno Setup 6 is missing: $inno" }
& $inno /Q "/DVersion=$version" packaging\windows\pdkiosk.iss
if ($LASTEXITCODE) { throw 'Inno Setup failed.' }
Write-Output "dist\pdkiosk-$version-windows-x64-setup.exe"
