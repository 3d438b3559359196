"""The other recipes, each carried out as written, in its own copy of the project."""

from __future__ import annotations

import json
import re
import sys
import tempfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.adding.recipe import ROOT, copy_of_the_project, follow, run

_TEXT = """
import sys
from pdkiosk import resources
from pdkiosk.language.catalogs import Catalogs
from pdkiosk.language.message import Message
print(Catalogs(resources.folder("translations")).text(Message(sys.argv[2]), sys.argv[1]))
"""


def _followed(title: str, folder: Path) -> Path:
    copy = copy_of_the_project(folder)
    follow(title, copy)
    return copy


def _rendered(copy: Path, name: str, **changed: object) -> str:
    """The words of a paper of the sample person with other answers."""
    case = json.loads((ROOT / "resources" / "sample-answers.json").read_text("utf-8"))
    case["answers"].update(changed)
    (copy / "case.json").write_text(json.dumps(case), "utf-8")
    out = Path(tempfile.mkdtemp(dir=copy))
    run(copy, sys.executable, "-P", "-m", "pdkiosk", "render", "case.json", "--out", out.name)
    (paper,) = out.glob(f"**/{name}.pdf")
    return " ".join(" ".join(page.extract_text() for page in PdfReader(paper).pages).split())


def test_a_factor_with_a_follow_up(tmp_path: Path) -> None:
    copy = _followed("A factor with a follow-up", tmp_path)
    reasons = ["long_residence", "volunteer_firefighter"]
    letter = _rendered(copy, "letter", reasons_life=reasons, volunteer_since="2019")
    assert "I have been a volunteer firefighter since 2019" in letter
    in_spanish = _rendered(copy, "reading-copy", reasons_life=reasons)
    assert "He ayudado como bombero sin paga" in in_spanish
    run(copy, sys.executable, "-P", "-m", "pdkiosk.language.check")


def test_a_printed_page(tmp_path: Path) -> None:
    copy = _followed("A printed page", tmp_path)
    assert "Mis números de teléfono" in _rendered(copy, "telephone-list")
    run(copy, sys.executable, "-P", "-m", "pdkiosk.language.check")


def test_a_facility_setting(tmp_path: Path) -> None:
    copy = _followed("A facility setting", tmp_path)
    example = (copy / "packaging" / "facility.example.toml").read_text("utf-8")
    assert "# Days on which lawyers may visit" in example
    assert "visiting_days" in (copy / "docs" / "settings.md").read_text("utf-8")
    (copy / "facility.toml").write_text('visiting_days = "Monday"\n', "utf-8")
    read = "from pathlib import Path; from pdkiosk.facility.loading import load_facility; "
    read += "print(load_facility(Path('facility.toml')).visiting_days)"
    assert run(copy, sys.executable, "-P", "-c", read) == "Monday\n"
    run(copy, sys.executable, "-P", "-m", "pdkiosk.language.check")


def test_a_language(tmp_path: Path) -> None:
    copy = _followed("A language", tmp_path)
    said = run(copy, sys.executable, "-P", "-c", _TEXT, "ro", "How old are you?")
    assert said == "Câți ani aveți?\n"
    checked = run(copy, sys.executable, "-P", "-m", "pdkiosk.language.check")
    assert re.search(r"^ro: a draft, [0-9]{4} texts to be translated$", checked, re.MULTILINE)
    listed = copy / "resources" / "languages.toml"
    rows, row = listed.read_text("utf-8").split('code = "ro"')
    listed.write_text(rows + 'code = "ro"' + row.replace("draft = true\n", ""), "utf-8")
    with pytest.raises(AssertionError) as missing:
        run(copy, sys.executable, "-P", "-m", "pdkiosk.language.check")
    faults = [line for line in str(missing.value).splitlines() if line.startswith("ro: missing")]
    assert faults, "it says what is still to be translated"
