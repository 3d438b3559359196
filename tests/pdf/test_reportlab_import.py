from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
# The samples by their own folder: other packages install a "tests" beside ours.
PATHS = os.pathsep.join([str(ROOT), str(Path(__file__).parent)])

PRINT_ONE = """
import sys
from pdkiosk.pdf import Paper, render, render_summary
assert "reportlab" not in sys.modules
import samples
def both():
    samples_ = samples.letter(), samples.summary([samples.row("a Ж row")])
    render(samples_[0], "en", samples.CATALOGS, Paper.LETTER)
    render_summary(samples_[1], ("es", "en"), samples.CATALOGS, Paper.LETTER)
"""


def run(code: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": PATHS, "PYTHONDONTWRITEBYTECODE": "1"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_importing_the_room_does_not_import_reportlab() -> None:
    run("import sys, pdkiosk.pdf; assert not {'reportlab', 'PySide6'} & set(sys.modules)")


def test_settings_of_others_are_never_executed(tmp_path: Path) -> None:
    trap = f"open({str(tmp_path / 'sprung')!r}, 'a').write('x')\n"
    for name in (".reportlab_settings", ".reportlab_mods", "reportlab_settings.py"):
        (tmp_path / name).write_text(trap)
    (tmp_path / "reportlab_mods.py").write_text(trap)
    paths = os.pathsep.join([PATHS, str(tmp_path)])
    run(PRINT_ONE + "both()", HOME=str(tmp_path), PYTHONPATH=paths)
    assert not (tmp_path / "sprung").exists()


def test_only_fonts_and_words_are_opened_and_no_socket() -> None:
    # Twice in the same process: the first time Python reads its own modules as well.
    code = (
        PRINT_ONE
        + """
seen = []
def hook(event, arguments):
    if event.startswith("socket.") or event in ("subprocess.Popen", "os.system"):
        seen.append(event)
    elif event == "open" and not str(arguments[0]).endswith((".py", ".pyc", ".so", ".mo")):
        seen.append(str(arguments[0]).replace("\\\\", "/"))
sys.addaudithook(hook)
both()
first = set(seen)
seen.clear()
both()
assert not seen, seen
print(*sorted(first), sep="\\n")
"""
    )
    opened = run(code).split("\n")
    # Babel, which formats lists and numbers, asks for the time zone when it is imported.
    allowed = ("/fonts/", "/site-packages/babel/", "/zoneinfo/", "/resources/languages.toml")
    strange = [p for p in opened if p and not any(part in p for part in allowed)]
    assert not strange
    assert any(p.endswith("NotoSans-Regular.ttf") for p in opened)
