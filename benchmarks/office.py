"""The peer for papers: the usual way of guided interviews, a DOCX template and LibreOffice."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path


def available() -> bool:
    """Whether LibreOffice and docxtpl are here."""
    try:
        import docxtpl  # noqa: F401
    except ImportError:
        return False
    return shutil.which("soffice") is not None


def letter_ms(paragraphs: list[str], times: int = 3) -> float:
    """Milliseconds for one letter of these paragraphs, warm: filled and turned into PDF."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        template = _template(folder)
        spent = []
        for _ in range(times + 1):
            start = time.perf_counter()
            _make(template, paragraphs, folder)
            spent.append((time.perf_counter() - start) * 1000)
        return statistics.median(spent[1:])


def _template(folder: Path) -> Path:
    import docx

    document = docx.Document()
    document.add_heading("Request for prosecutorial discretion", 1)
    document.add_paragraph("{%p for paragraph in paragraphs %}")
    document.add_paragraph("{{ paragraph }}")
    document.add_paragraph("{%p endfor %}")
    path = folder / "template.docx"
    document.save(str(path))
    return path


def _make(template: Path, paragraphs: list[str], folder: Path) -> None:
    from docxtpl import DocxTemplate

    document = DocxTemplate(str(template))
    document.render({"paragraphs": paragraphs}, autoescape=True)
    filled = folder / "letter.docx"
    document.save(str(filled))
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
            "--convert-to", "pdf", "--outdir", str(folder), str(filled),
        ],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert (folder / "letter.pdf").stat().st_size > 1000
