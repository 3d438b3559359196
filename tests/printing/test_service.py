"""With real components: CUPS and an IPP printer, and everything that can go wrong there."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from pdkiosk.printing.cups import CupsPrinter
from pdkiosk.printing.job_tags import JobTags
from pdkiosk.printing.outcome import Outcome
from pdkiosk.printing.printer import Job, Printer, Progress
from pdkiosk.printing.state import State
from pdkiosk.printing.timeouts import Timeouts
from tests.printing.papers import Paper, paper
from tests.printing.service import QUEUE, PrintService, wait_until

_BRIEF = Timeouts(
    between=0.1,
    settle=0.3,
    trouble=1.5,
    offline=1.0,
    held=1.0,
    silence=15.0,
    service=1.0,
)
TAGS = JobTags("0123456789ab", ("ba9876543210",))
# As the requirements have it: a window that waits longer feels dead.
_POLL_SECONDS = 0.05


def printer_of(service: PrintService, queue: str = QUEUE, path: str = "") -> CupsPrinter:
    path = path or "/usr/bin:/bin"
    return CupsPrinter(queue, server=service.server, path=path, tags=TAGS, timeouts=_BRIEF)


@pytest.fixture
def printer(service: PrintService) -> Iterator[CupsPrinter]:
    printer = printer_of(service)
    yield printer
    service.go()  # a job that hangs would not leave
    assert printer.clear()


def look(printer: Printer) -> State:
    wait_until(lambda: printer.look() is not State.CHECKING)
    return printer.look()


def follow(
    job: Job, until: Callable[[Progress], bool] = lambda progress: progress.outcome is not None
) -> Progress:
    """Polls like the window until something is so; no poll may take long."""
    times = []
    end = time.monotonic() + 25
    while time.monotonic() < end:
        before = time.perf_counter()
        progress = job.poll()
        times.append(time.perf_counter() - before)
        if until(progress) or progress.outcome is not None:
            assert until(progress), progress
            # Not the worst one: the machine that tests has other things to do.
            assert sorted(times)[len(times) * 9 // 10] < _POLL_SECONDS or len(times) < 10
            return progress
        time.sleep(0.03)
    raise TimeoutError(str(job.poll()))


def poll_until(job: Job, true: Callable[[], object]) -> None:
    def polled() -> object:
        job.poll()
        return true()

    wait_until(polled)


def papers() -> list[Paper]:
    return [paper("letter", 3), paper("summary", 1)]


@pytest.mark.usefixtures("way")
def test_all_parts_are_printed_and_nothing_stays(
    service: PrintService, printer: CupsPrinter
) -> None:
    assert look(printer) is State.READY
    done = follow(printer.start(papers()))
    assert done.outcome is Outcome.PRINTED
    assert (done.part, done.parts, done.finished) == (2, 2, 2)
    texts = [
        [page.extract_text().strip() for page in PdfReader(path).pages] for path in service.printed
    ]
    assert texts == [["letter 1", "letter 2", "letter 3"], ["summary 1"]]
    assert service.waiting == []
    assert service.spooled == []
    # What is left behind of a job says nothing about anybody.
    lines = (service.folder / "pages").read_text().splitlines()
    assert all(f" document-{TAGS.own}-" in line for line in lines[-2:])
    assert service.run("lpstat", "-W", "completed", "-o") == ""


def test_paper_is_put_in_and_printing_goes_on(service: PrintService, printer: CupsPrinter) -> None:
    service.plan(
        'echo "STATE: +media-empty-error" >&2\n'
        + service.until_go
        + 'echo "STATE: -media-empty-error" >&2\nsleep 0.2\n'
    )
    job = printer.start(papers()[:1])
    follow(job, lambda progress: progress.state is State.OUT_OF_PAPER)
    service.go()
    done = follow(job)
    assert done.outcome is Outcome.PRINTED
    assert done.state is State.READY


@pytest.mark.parametrize(
    ("reason", "outcome"),
    [
        ("media-needed-error", Outcome.OUT_OF_PAPER),
        ("media-jam-error", Outcome.JAM),
        ("cover-open-error", Outcome.DOOR_OPEN),
    ],
)
def test_what_nobody_fixes_ends_and_is_taken_back(
    service: PrintService, printer: CupsPrinter, reason: str, outcome: Outcome
) -> None:
    service.plan(f'echo "STATE: +{reason}" >&2\n' + service.until_go)
    done = follow(printer.start(papers()))
    assert done.outcome is outcome
    assert done.finished == 0
    assert service.waiting == []
    assert service.spooled == []


def test_after_a_failure_the_same_papers_can_be_printed(
    service: PrintService, printer: CupsPrinter
) -> None:
    service.kill_printer()
    try:
        assert follow(printer.start(papers()[1:])).outcome is Outcome.OFFLINE
        assert service.waiting == []
        assert service.spooled == []
    finally:
        service.start_printer()
    assert follow(printer.start(papers()[1:])).outcome is Outcome.PRINTED


def test_low_toner_is_said_and_printed(service: PrintService, printer: CupsPrinter) -> None:
    service.plan('echo "STATE: +toner-low-warning" >&2\n' + service.until_go)
    job = printer.start(papers()[:1])
    follow(job, lambda progress: progress.state is State.LOW_TONER)
    service.go()
    assert follow(job).outcome is Outcome.PRINTED


def test_the_person_stops_it(service: PrintService, printer: CupsPrinter) -> None:
    service.plan(service.until_go)
    job = printer.start(papers())
    poll_until(job, lambda: service.printed)
    job.cancel()
    job.cancel()
    assert follow(job).outcome is Outcome.CANCELED
    assert service.waiting == []
    assert len(service.printed) == 1


def test_the_end_of_a_session_takes_back_all(service: PrintService, printer: CupsPrinter) -> None:
    service.plan(service.until_go)
    job = printer.start(papers())
    poll_until(job, lambda: service.waiting)
    before = time.monotonic()
    assert printer.clear()
    assert time.monotonic() - before < 2
    assert service.waiting == []
    assert job.poll().outcome is Outcome.CANCELED


def test_what_the_one_before_left_does_not_come_out(
    service: PrintService, printer: CupsPrinter
) -> None:
    title = f"document-{TAGS.left[0]}-1"
    left = ("lp", "-U", "kiosk", "-d", QUEUE, "-t", title, "-o", "job-hold-until=indefinite")
    service.run(*left, "-", data=paper("somebody else").data)
    assert len(service.waiting) == 1
    assert follow(printer.start(papers()[1:])).outcome is Outcome.PRINTED
    assert service.waiting == []
    assert len(service.printed) == 1


def test_staff_cancel(service: PrintService, printer: CupsPrinter) -> None:
    service.plan(service.until_go)
    job = printer.start(papers())
    poll_until(job, lambda: service.waiting)
    service.run("cancel", "-U", "root", service.waiting[0])
    assert follow(job).outcome is Outcome.CANCELED_BY_STAFF


def test_staff_cancel_what_only_waits(service: PrintService, printer: CupsPrinter) -> None:
    """CUPS gives it the same reason as a printed job, and lists it as completed."""
    service.plan(service.until_go)
    service.run("lp", "-U", "staff", "-d", QUEUE, "-", data=paper("of staff").data)
    wait_until(lambda: service.printed)
    job = printer.start(papers())
    poll_until(job, lambda: len(service.waiting) == 2)
    follow(job, lambda progress: progress.state is State.BUSY)
    mine = next(line for line in service.run("lpstat", "-o").splitlines() if " kiosk " in line)
    service.run("cancel", "-U", "root", mine.split()[0])
    assert follow(job).outcome in (Outcome.CANCELED_BY_STAFF, Outcome.ABORTED)
    service.go()
    wait_until(lambda: not service.waiting)


def test_a_held_job_is_taken_back(service: PrintService, printer: CupsPrinter) -> None:
    service.plan(service.until_go)
    service.run("lp", "-U", "staff", "-d", QUEUE, "-", data=paper("of staff").data)
    wait_until(lambda: service.printed)
    job = printer.start(papers())
    poll_until(job, lambda: len(service.waiting) == 2)
    mine = next(line for line in service.run("lpstat", "-o").splitlines() if " kiosk " in line)
    service.run("lp", "-U", "root", "-i", mine.split()[0], "-H", "hold")
    assert follow(job).outcome is Outcome.HELD
    assert len(service.waiting) == 1
    service.go()
    wait_until(lambda: not service.waiting)


@pytest.mark.parametrize(("stop", "start"), [("cupsdisable", "cupsenable"), ("reject", "accept")])
def test_a_stopped_queue_is_not_offered_and_gets_nothing(
    service: PrintService, printer: CupsPrinter, stop: str, start: str
) -> None:
    name = {"reject": "cupsreject", "accept": "cupsaccept"}
    service.run(name.get(stop, stop), QUEUE)
    try:
        assert look(printer) is State.STOPPED
        assert follow(printer.start(papers())).outcome is Outcome.PRINTER_STOPPED
        assert service.waiting == []
    finally:
        service.run(name.get(start, start), QUEUE)


def test_the_only_queue_needs_no_name(service: PrintService) -> None:
    assert look(printer_of(service, "")) is State.READY


def test_no_such_queue(service: PrintService) -> None:
    printer = printer_of(service, "elsewhere")
    assert look(printer) is State.NO_PRINTER
    assert follow(printer.start(papers())).outcome is Outcome.NO_PRINTER


def test_what_is_not_a_document_is_not_called_printed(
    service: PrintService, printer: CupsPrinter
) -> None:
    """CUPS calls it completed when the printer would not take it."""
    done = follow(printer.start([Paper("letter", 1, bytes(range(256)) * 12)]))
    assert done.outcome in (Outcome.SENT, Outcome.ABORTED)
    assert done.finished == 0


def test_a_printer_that_throws_a_job_away_without_a_word(
    service: PrintService, printer: CupsPrinter
) -> None:
    """The limit of what can be known: CUPS 2.4 calls it completed, with all of its pages.

    So the window asks the person to count, whatever the outcome.
    """
    service.plan("exit 1")
    done = follow(printer.start(papers()[1:]))
    assert done.outcome in (Outcome.PRINTED, Outcome.ABORTED)


def test_the_printer_vanishes_in_the_middle(service: PrintService) -> None:
    """CUPS says "printing" on and on: only silence tells."""
    timeouts = Timeouts(between=0.1, silence=2, page=0, cleaning=8)
    printer = CupsPrinter(QUEUE, server=service.server, tags=TAGS, timeouts=timeouts)
    service.plan(service.until_go)
    job = printer.start(papers())
    poll_until(job, lambda: service.printed)
    service.kill_printer()
    try:
        assert follow(job).outcome in (Outcome.TIMED_OUT, Outcome.OFFLINE)
        assert service.waiting == []
    finally:
        service.start_printer()


@pytest.fixture
def own_service(bus: str) -> Iterator[Callable[[bool], PrintService]]:
    """Makes services that no other test uses, because they do not survive it."""
    services = []

    def make(keep_files: bool) -> PrintService:
        services.append(PrintService(bus, keep_files=keep_files))
        services[-1].start()
        return services[-1]

    yield make
    for service in services:
        service.stop()


def test_the_service_dies_in_the_middle(own_service: Callable[[bool], PrintService]) -> None:
    service = own_service(False)
    service.plan(service.until_go)
    printer = printer_of(service)
    job = printer.start(papers())
    poll_until(job, lambda: service.printed)
    service.kill_cups()
    follow(job, lambda progress: progress.state is State.NO_SERVICE)
    assert follow(job).outcome is Outcome.SERVICE_LOST
    assert look(printer) is State.NO_SERVICE
    assert not printer.clear()
    assert follow(printer.start(papers())).outcome is Outcome.NO_SERVICE

    # It comes back within the time that the person waits: the job may be lost all the same.
    service.restart_printer()
    service.start_cups()
    wait_until(printer.clear)
    service.plan(service.until_go)
    job = printer.start(papers())
    poll_until(job, lambda: service.spooled and service.waiting)
    service.kill_cups()
    follow(job, lambda progress: progress.state is State.NO_SERVICE)
    service.restart_printer()
    service.start_cups()
    service.go()
    outcome = follow(job).outcome
    assert outcome is not None and not (outcome.ok and not service.printed)


def test_a_careless_service_keeps_no_document_either(
    own_service: Callable[[bool], PrintService],
) -> None:
    """CUPS keeps documents for a day unless told otherwise; each job is purged for it."""
    service = own_service(True)
    printer = printer_of(service)
    assert follow(printer.start(papers())).outcome is Outcome.PRINTED
    assert service.spooled == []
    service.plan(service.until_go)
    for person in (True, False):
        job = printer.start(papers())
        poll_until(job, lambda: service.spooled)
        if person:
            job.cancel()
        else:
            assert printer.clear()
        follow(job)
        assert service.spooled == []
        service.restart_printer()


def test_two_programs_at_one_queue(service: PrintService, printer: CupsPrinter) -> None:
    """Neither takes the other's pages, by any way of taking back; both tell the truth."""
    other = CupsPrinter(
        QUEUE, server=service.server, tags=JobTags("cccccccccccc"), timeouts=Timeouts(between=0.1)
    )
    service.plan(service.until_go)
    theirs = other.start([paper("theirs", 2)])
    poll_until(theirs, lambda: service.printed)
    mine = printer.start([paper("mine")])  # looks for what is left
    poll_until(mine, lambda: len(service.waiting) == 2)
    mine.cancel()
    assert follow(mine).outcome is Outcome.CANCELED
    assert printer.clear()  # the end of a session
    assert CupsPrinter(server=service.server, tags=TAGS).clear()  # a supervisor that begins
    assert len(service.waiting) == 1
    assert theirs.poll().outcome is None
    service.go()
    done = follow(theirs)
    assert (done.outcome, done.finished) == (Outcome.PRINTED, 1)
    assert len(service.printed) == 1
    assert other.clear()


@contextmanager
def queue_of(
    service: PrintService, name: str, duplex: str = "None", **defaults: str
) -> Iterator[None]:
    """Another queue for the same printer, with defaults of its own."""
    uri = f"ipp://localhost:{service.port}/ipp/print"
    options = [word for key, value in defaults.items() for word in ("-o", f"{key}-default={value}")]
    service.run("lpadmin", "-p", name, "-E", "-v", uri, "-m", "everywhere")
    # What the printer's description calls its own default, too.
    service.run("lpadmin", "-p", name, *options, "-o", f"Duplex={duplex}")
    try:
        yield
    finally:
        service.run("lpadmin", "-x", name)


def text_of(service: PrintService) -> list[list[str]]:
    return [
        [page.extract_text().strip() for page in PdfReader(path).pages] for path in service.printed
    ]


@pytest.mark.parametrize("size", ["letter", "a4"])
def test_what_a_queue_would_decide_is_said(
    service: PrintService, printer: CupsPrinter, size: str
) -> None:
    """A queue with every default that changes what comes out, and the other paper."""
    other = "iso_a4_210x297mm" if size == "letter" else "na_letter_8.5x11in"
    hostile = {
        "sides": "two-sided-long-edge", "media": other, "number-up": "4", "copies": "3",
        "page-ranges": "1", "page-set": "odd", "job-sheets": "standard,standard",
        "job-hold-until": "indefinite", "orientation-requested": "4", "print-scaling": "fill",
        "fit-to-page": "true", "fitplot": "true", "fill": "true", "crop-to-fit": "true",
        "mirror": "true", "outputorder": "reverse", "OutputOrder": "Reverse",
        "page-delivery": "reverse-order-face-up", "landscape": "true", "booklet": "on",
        "page-border": "double", "page-label": "PRIVATE", "number-up-layout": "btrl",
        "PageSize": "A4" if size == "letter" else "Letter", "finishings": "4",
        "multiple-document-handling": "separate-documents-uncollated-copies",
        "page-left": "200", "page-bottom": "400", "scaling": "50", "natural-scaling": "50",
        "position": "top-left", "Duplex": "DuplexNoTumble", "Collate": "false",
    }  # fmt: skip
    letter = paper("letter", 3, size)
    with queue_of(service, "hostile", "DuplexNoTumble", **hostile):
        printer = CupsPrinter(
            "hostile", paper=size, server=service.server, tags=TAGS, timeouts=_BRIEF
        )
        assert follow(printer.start([letter])).outcome is Outcome.PRINTED
    (path,) = service.printed
    assert text_of(service) == [["letter 1", "letter 2", "letter 3"]]
    came, meant = PdfReader(path), PdfReader(BytesIO(letter.data))
    for page, wanted in zip(came.pages, meant.pages, strict=True):
        assert [round(float(x)) for x in page.mediabox] == [
            round(float(x)) for x in wanted.mediabox
        ]
        assert page.rotation == 0
    assert pictures(path.read_bytes()) == pictures(letter.data)
    told = service.told
    assert told["IPP_SIDES"] == "one-sided"
    assert told.get("IPP_COPIES", "1") == "1"
    media = {"letter": "na_letter_8.5x11in", "a4": "iso_a4_210x297mm"}[size]
    width, length = {"letter": ("21590", "27940"), "a4": ("21000", "29700")}[size]
    assert media in told.get("IPP_MEDIA", "") or (
        f"x-dimension={width}" in told["IPP_MEDIA_COL"]
        and f"y-dimension={length}" in told["IPP_MEDIA_COL"]
    )


def pictures(data: bytes) -> list[bytes]:
    """What the pages look like, coarsely."""
    rendered = subprocess.run(
        ["pdftoppm", "-r", "36", "-gray", "-"], input=data, capture_output=True, check=True
    )
    return rendered.stdout.split(b"P5\n")[1:]


def test_without_our_options_the_same_queue_prints_something_else(
    service: PrintService, printer: CupsPrinter
) -> None:
    """The control: the defaults of a queue do what the test above says that they do not."""
    defaults = {"number-up": "4", "sides": "two-sided-long-edge"}
    with queue_of(service, "hostile", "DuplexNoTumble", **defaults):
        service.run("lp", "-d", "hostile", "-", data=paper("letter", 3).data)
        wait_until(lambda: service.printed and not service.waiting)
    assert len(PdfReader(service.printed[0]).pages) == 1
    assert service.told["IPP_SIDES"] == "two-sided-long-edge"


@pytest.mark.parametrize("name", ["Law%20Lib-50%", "Büro", "UPPER-case-7", "a+b=c", "$HOME"])
def test_names_of_queues_arrive_as_they_are(
    service: PrintService, printer: CupsPrinter, name: str
) -> None:
    with queue_of(service, name):
        printer = printer_of(service, name)
        assert look(printer) is State.READY
        assert follow(printer.start(papers()[1:])).outcome is Outcome.PRINTED
        assert name in {each.name for each in printer.abilities()}
        assert len(service.printed) == 1


def test_what_the_printers_can_do(service: PrintService, printer: CupsPrinter) -> None:
    service.run("lpadmin", "-p", "maker", "-E", "-v", "file:///dev/null", "-m", "raw")
    try:
        assert look(printer_of(service, "maker")) is State.NO_PRINTER
        assert look(printer_of(service, "")) is State.READY  # the only one that prints
        with queue_of(service, "marked", HPWatermark="DRAFT"):
            found = {each.name: each for each in printer.abilities()}
    finally:
        service.run("lpadmin", "-x", "maker")
    assert found["maker"].makes_files
    kiosk = found[QUEUE]
    assert not kiosk.makes_files
    assert kiosk.sizes == frozenset({"letter", "a4"})
    assert kiosk.loaded == frozenset({"a4"})
    assert (kiosk.adds, found["marked"].adds) == ((), ("HPWatermark=DRAFT",))


_PROGRAM = """
import sys, time
from pathlib import Path
from pdkiosk.printing.cups import CupsPrinter
from pdkiosk.printing.job_tags import begin_run
from tests.printing.papers import paper

seat, server, what = sys.argv[1:]
run = begin_run(Path(seat))
printer = CupsPrinter("kiosk", server=server)
if what == "clear":
    print(printer.clear())
    raise SystemExit
job = printer.start([paper("letter", 2)])
while job.poll().outcome is None:
    time.sleep(0.05)
print(job.poll().outcome.name, flush=True)
"""


def program(seat: Path, service: PrintService, what: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-P", "-c", _PROGRAM, str(seat), service.server, what]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def test_what_a_program_left_that_was_killed_goes_with_the_next_one_at_its_seat(
    service: PrintService, tmp_path: Path
) -> None:
    """Beside a program at another seat, whose letter is printed in the end."""
    service.plan(service.until_go)
    other = program(tmp_path / "one", service, "print")
    wait_until(lambda: service.printed, 30)
    killed = program(tmp_path / "two", service, "print")
    wait_until(lambda: len(service.waiting) == 2, 30)
    killed.kill()
    killed.communicate()
    assert program(tmp_path / "three", service, "clear").communicate()[0] == "True\n"
    assert len(service.waiting) == 2, "another seat's"
    assert program(tmp_path / "two", service, "clear").communicate()[0] == "True\n"
    assert len(service.waiting) == 1
    service.go()
    assert other.communicate(timeout=60)[0] == "PRINTED\n"
