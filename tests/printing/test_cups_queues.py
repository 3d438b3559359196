"""How the output of ipptool for CUPS 2.4.2 is interpreted."""

from __future__ import annotations

import plistlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdkiosk.printing import ipptool
from pdkiosk.printing.abilities import Abilities
from pdkiosk.printing.command import Result
from pdkiosk.printing.cups import CupsPrinter
from pdkiosk.printing.cups_queues import CupsQueue, CupsQueues
from pdkiosk.printing.ipptool import IppTool, number, read
from pdkiosk.printing.queues import JobNow, PrintServiceGoneError
from pdkiosk.printing.state import State
from pdkiosk.printing.timeouts import Timeouts
from tests.printing import fakes
from tests.printing.fakes import job, looked, queue


def queues(answer: Result) -> CupsQueues:
    tool = IppTool("", "", Timeouts(), run=lambda *_: fakes.Process(answer))
    return CupsQueues(tool, "letter")


def look(answer: Result, name: str = "") -> CupsQueue | None:
    return queues(answer).look(name)


def seen(answer: Result, name: str = "") -> CupsQueue:
    found = look(answer, name)
    assert found is not None
    return found


def test_a_whole_answer() -> None:
    answer = looked(
        [
            queue("law-lib-2", 4, "toner-low-report cups-waiting-for-job-completed"),
            queue("office", 5, "paused", "Paused by staff", accepting=False),
        ],
        [
            job(14, 9, "processing-to-stop-point", queue="law-lib-2"),
            job(9, 7, "job-canceled-by-user", queue="law-lib-2"),
            job(15, 4, "job-hold-until-specified", queue="office"),
        ],
    )
    assert look(answer) is None  # two queues, none of them the default
    library = seen(answer, "law-lib-2")
    assert library.printer is State.LOW_TONER
    assert [(each.id, each.over) for each in library.jobs] == [(14, True), (9, True)]
    office = seen(answer, "office")
    assert (office.printer, office.words) == (State.STOPPED, "Paused by staff")
    assert [(each.id, each.held, each.over) for each in office.jobs] == [(15, True, False)]


@pytest.mark.parametrize(
    ("wanted", "default", "names", "found"),
    [
        ("", "hall", ["hall", "lib"], "hall"),
        ("lib", "hall", ["hall", "lib"], "lib"),
        ("LIB", "", ["hall", "lib"], "lib"),  # as CUPS itself takes it
        ("lib", "", ["Lib", "lib"], "lib"),
        ("", "", ["lib"], "lib"),
        ("", "", ["hall", "lib"], None),
        ("", "", [], None),
        ("attic", "hall", ["hall", "lib"], None),
        ("Law%20Lib-50%", "", ["Law%20Lib-50%", "Law Lib-50%"], "Law%20Lib-50%"),
        ("Büro", "", ["hall", "Büro"], "Büro"),
    ],
)
def test_which_queue(wanted: str, default: str, names: list[str], found: str | None) -> None:
    answer = looked([queue(name) for name in names], default=default)
    chosen = look(answer, wanted)
    assert (chosen and chosen.name) == found


@pytest.mark.parametrize(
    ("device", "files"),
    [
        ("ipp://printer.local:631/ipp/print", False),
        ("usb://HP/LaserJet", False),
        ("file:///dev/usb/lp0", False),
        ("file:/dev/lp0", False),
        ("file:///dev/null", True),
        ("file:///var/spool/papers/out.ps", True),
        ("cups-pdf:/", True),
        ("beh:/1/3/5/cups-pdf:/", True),
        ("hpfax:/net/HP", True),
        ("socket://10.0.0.7:9100", False),
        ("socket://pdf:9100", False),
    ],
)
def test_a_queue_that_makes_files_is_no_printer(device: str, files: bool) -> None:
    """The letter would stay on a disk under a name that the next letter has too."""
    answer = looked([queue("maker", device=device), queue("office")], default="maker")
    assert (look(answer, "maker") is None) == files
    # Neither is it taken because it is the default, or the only one.
    assert seen(answer).name == ("office" if files else "maker")
    assert (look(looked([queue("maker", device=device)])) is None) == files


def test_a_class_has_no_device_of_its_own() -> None:
    answer = looked([{**queue("all", device="file:///dev/null"), "printer-type": 4165}])
    assert seen(answer).name == "all"


def abilities(**more: Any) -> Abilities:
    answer = fakes.plist(
        ("default", "successful-ok", [{"printer-name": "lib"}]),
        ("queues", "successful-ok", [queue("lib", **more)]),
    )
    (found,) = queues(answer).abilities()
    return found


def test_what_a_printer_can_do() -> None:
    assert abilities() == Abilities("lib", usual=True)
    found = abilities(
        media_supported=["iso_a4_210x297mm", "na_legal_8.5x14in"], media_ready="iso_a4_210x297mm"
    )
    assert (found.sizes, found.loaded) == (frozenset({"a4"}), frozenset({"a4"}))
    assert abilities(media_supported=["Letter", "Legal"]).sizes == frozenset({"letter"})
    assert abilities(media_supported="na_letter_8.5x11in.Fullbleed").sizes == frozenset({"letter"})
    assert abilities(media_supported="na_legal_8.5x14in").sizes == frozenset()


def test_what_a_queue_adds_is_said_where_no_option_takes_it_away() -> None:
    assert abilities(sides_default="two-sided-long-edge", number_up_default=4).adds == ()
    assert abilities(HPWatermark_default="DRAFT", job_sheets_default=["none", "none"]).adds == (
        "HPWatermark=DRAFT",
    )


@pytest.mark.parametrize(
    ("reasons", "state"),
    [
        ("none", State.READY),
        ("cups-waiting-for-job-completed", State.READY),
        ("media-empty-error media-needed-error", State.OUT_OF_PAPER),
        ("media-empty-warning", State.OUT_OF_PAPER),
        ("media-jam-report door-open-report", State.JAM),
        ("door-open-error", State.DOOR_OPEN),
        ("cover-open", State.DOOR_OPEN),
        ("toner-empty-error", State.NO_TONER),
        ("marker-supply-empty-warning", State.NO_TONER),
        ("toner-low-warning", State.LOW_TONER),
        ("marker-supply-low-report media-low-warning", State.LOW_TONER),
        ("media-low-report", State.LOW_PAPER),
        ("toner-low-report media-empty-error", State.OUT_OF_PAPER),
        ("offline-report", State.OFFLINE),
        ("connecting-to-device", State.OFFLINE),
        ("paused", State.STOPPED),
        ("fuser-over-temp-error", State.NEEDS_HELP),
        ("output-area-full-warning", State.NEEDS_HELP),
        ("something-new-report", State.READY),
    ],
)
def test_reasons(reasons: str, state: State) -> None:
    assert seen(fakes.look(reasons=reasons)).printer is state


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("The printer may not exist or is unavailable at this time.", State.OFFLINE),
        ("The printer is not responding.", State.OFFLINE),
        ("The printer is unreachable at this time.", State.OFFLINE),
        ("Waiting for printer to become available.", State.OFFLINE),
        ("The printer is in use.", State.BUSY),
        ("Printing.", State.JAM),
        ("Rejecting Jobs", State.JAM),
    ],
)
def test_words_that_no_reason_says(words: str, state: State) -> None:
    """An old reason stays while a printer cannot be reached."""
    answer = fakes.look(reasons="media-jam-report", words=words)
    assert seen(answer).printer is state


_STRANGE: list[Any] = [
    7,
    [],
    {},
    {"Tests": 1},
    {"Tests": [1]},
    {"Tests": [{"Name": 7}]},
    {"Tests": [{"Name": "queues", "StatusCode": "successful-ok"}]},
    {"Tests": [{"Name": "queues", "ResponseAttributes": [7, 8]}]},
]


@pytest.mark.parametrize("text", [
    "", "lp: Error", "<plist", "<plist></plist>", "<plist><date>7</date></plist>",
    '<!DOCTYPE a [<!ENTITY b "c">]><plist>&b;</plist>', "<plist>" + "<array>" * 5000,
    *(plistlib.dumps(each).decode() for each in _STRANGE),
])  # fmt: skip
def test_what_is_no_answer_is_a_service_that_is_not_there(text: str) -> None:
    with pytest.raises(PrintServiceGoneError):
        look(Result(0, text))
    assert number(Result(0, text)) is None


@pytest.mark.parametrize("key", sorted({*queue(), *job()}))
@pytest.mark.parametrize("value", [True, -1, 2**80, "\u2028", b"x", [], [[]], {"a": 1}, [1, "b"]])
def test_a_strange_value_is_no_exception(key: str, value: object) -> None:
    things = [{**queue(), **({key: value} if key in queue() else {})}]
    jobs = [{**job(), **({key: value} if key in job() else {})}]
    text = repr((things, jobs))
    try:
        answer = looked(things, jobs, "kiosk")
    except OverflowError:
        return  # no plist can say that
    found = look(answer)
    if found is not None:
        assert isinstance(found.state_for(None), State), text
        for each in found.jobs:
            assert isinstance(found.state_for(each.id), State), text
            assert isinstance(each.now, JobNow), text


def test_a_printer_that_speaks_in_control_characters_is_understood() -> None:
    answer = fakes.look(words="tray 2")
    assert seen(Result(0, answer.text.replace("tray 2", "tray\x1b[2J\x00 2"))).words == "tray[2J 2"


@given(st.text(alphabet="<plist>/dicarykeysng&;!\x00 \n", max_size=200))
def test_any_text_is_an_answer_or_none(text: str) -> None:
    for each in (text, fakes.look().text.replace("kiosk", text)):
        try:
            read(each)
        except ValueError:
            continue


def test_strange_answers_end_neither_look_nor_job_nor_clear() -> None:
    for strange in ("", "Segmentation fault", plistlib.dumps({"Tests": [1]}).decode()):
        answer = Result(0, strange)
        printer = CupsPrinter(run=lambda *_, answer=answer: fakes.Process(answer))
        while (state := printer.look()) is State.CHECKING:
            pass
        assert state is State.NO_SERVICE
        assert not printer.clear()


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("ServerName print.example.org\n", "ipp://print.example.org/"),
        ("# x\n servername print.example.org:8631/version=1.1\n", "ipp://print.example.org:8631/"),
        ("ServerName /run/other/cups.sock\n", "ipp://%2Frun%2Fother%2Fcups.sock/"),
    ],
)
def test_the_server_that_this_machine_is_set_up_for_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, address: str
) -> None:
    (tmp_path / "client.conf").write_text(text)
    monkeypatch.setattr(ipptool, "_CLIENT_CONFIGURATION", tmp_path / "client.conf")
    asked = []

    def run(arguments: Sequence[str], data: bytes, timeout: float) -> fakes.Process:
        asked.append(arguments[-2])
        return fakes.Process(fakes.look())

    CupsQueues(IppTool("", "", Timeouts(), run), "letter").look("")
    assert asked == [address]
