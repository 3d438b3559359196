"""Composition root: reads the command line, builds the parts and wires them together."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from pdkiosk.commands.arguments import make_parser
from pdkiosk.commands.faults import keep_answers_out_of_tracebacks, report
from pdkiosk.commands.output import OutputLostError, complain, leave_nothing_unsaid, say
from pdkiosk.commands.stock import Stock, load_kiosk_stock, load_stock
from pdkiosk.exit_codes import (
    BROKEN,
    CLOSED,
    DONE,
    FAILED,
    INTERNAL_ERROR,
    OUTPUT_LOST,
    WRONG_INPUT,
)
from pdkiosk.facility.loading import FacilityError
from pdkiosk.guide.loader import GuideError

if TYPE_CHECKING:
    from pdkiosk.interview.flow import Interview
    from pdkiosk.papers_desk import Desk
    from pdkiosk.staff_page_desk import Staff
    from pdkiosk.supervisor.process import Child

_SELF_TEST_SECONDS = 170.0  # an update allows it 180

# Imports are inside the functions: the first screen must not wait for what it does not need.


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the program; returns its exit code. ``pdkiosk --help`` lists the commands."""
    gc.enable()
    keep_answers_out_of_tracebacks()
    _never_stop_for_a_letter()
    words = sys.argv[1:] if argv is None else list(argv)
    try:
        return _guarded(make_parser(words).parse_args(words), words)
    except OutputLostError as error:  # the disk is full, or the reader has closed the pipe
        complain(f"pdkiosk: the output cannot be written ({error})")
        return OUTPUT_LOST
    finally:
        leave_nothing_unsaid()


def _never_stop_for_a_letter() -> None:
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows its code instead.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _guarded(options: argparse.Namespace, arguments: list[str]) -> int:
    try:
        return _run(options, arguments)
    except (GuideError, FacilityError) as error:
        complain(f"pdkiosk: {error}")
        return WRONG_INPUT
    except OutputLostError:
        raise
    except Exception as error:
        complain(report(type(error), error.__traceback__))
        return INTERNAL_ERROR


def _run(options: argparse.Namespace, arguments: list[str]) -> int:
    match options.command:
        case "render":
            return _render(load_stock(options.facility), options)
        case "schema":
            from pdkiosk.commands.render import schema

            return schema(load_stock(None))
        case "check":
            from pdkiosk.commands.check import check

            return check(options.facility, options.pdf_folder)
        case "pin":
            from pdkiosk.commands.pin import pin

            return pin()
        case "tour":
            return _tour(options)
        case "review":
            return _review(options)
        case "update":
            from pdkiosk.commands.update import update

            return update(options)
        case "voices":
            from pdkiosk.commands.voices import voices

            return voices(load_stock(options.facility), options.language)
        case _ if options.voice:
            from pdkiosk.hardening import harden
            from pdkiosk.speech.start import start

            harden()
            return start(options.voice)
        case _ if options.to_paper:
            from pdkiosk.hardening import harden
            from pdkiosk.printing.paint import main as to_paper

            # Elsewhere only tests paint: Qt's PDF reader crashes in a process with locked memory.
            if sys.platform == "win32":
                harden()
            return to_paper(options.to_paper, options.title)
        case _ if options.take_back:
            return _take_back()
        case _ if options.self_test:
            return _self_test(options)
        case _ if options.paint:
            return _paint(options)
        case _ if options.session:
            return _session(options)
        case _:
            return _supervise(options, arguments)


def _self_test(options: argparse.Namespace) -> int:
    """``pdkiosk check`` for an installation: nobody is there to close a dialog box."""
    import faulthandler

    from pdkiosk.commands.check import check
    from pdkiosk.hardening import harden

    harden()
    # A thread outside of Python keeps this limit; it ends the process with 1 (FAILED) and prints
    # the functions that were running.
    with open(os.devnull, "w") as nowhere:
        place = sys.stderr or nowhere
        faulthandler.dump_traceback_later(_SELF_TEST_SECONDS, exit=True, file=place)
        try:
            return check(options.facility, options.pdf_folder)
        finally:
            faulthandler.cancel_dump_traceback_later()


def _desk(stock: Stock, interview: Interview) -> Desk:
    from pdkiosk.papers_desk import Desk

    return Desk(stock.guide, interview, stock.facility, stock.catalogs, stock.languages)


def _render(stock: Stock, options: argparse.Namespace) -> int:
    from pdkiosk.commands.render import render

    if options.language is not None:
        stock.offered([options.language])
    return render(
        stock,
        lambda interview, language: _desk(stock, interview).parts(language),
        options.answers,
        options.out,
        options.language,
    )


def _review(options: argparse.Namespace) -> int:
    from pdkiosk.commands.review import take_table, write_books
    from pdkiosk.commands.review_diff import diff

    if options.part == "diff":
        return diff(options.old, options.new, options.keys)
    stock = load_stock(None)
    if options.part == "take":
        return take_table(stock, options)
    from pdkiosk.screen_pictures import take_pictures

    return write_books(stock, options, take_pictures)


def _tour(options: argparse.Namespace) -> int:
    from pdkiosk.tour import run_tour

    load_stock(None).offered([options.language])
    try:
        run_tour(options.out, options.language, options.size, options.text_size)
    except OSError as error:
        complain(f"{options.out}: cannot be written ({error.strerror or error})")
        return FAILED
    return 0


def _supervise(options: argparse.Namespace, arguments: list[str]) -> int:
    from pdkiosk.log import Log
    from pdkiosk.places import kept_folder, seat_folder
    from pdkiosk.printing.job_tags import begin_run
    from pdkiosk.supervisor.supervisor import supervise
    from pdkiosk.supervisor.watchdog import watchdog

    def session(given: Sequence[str]) -> int:
        """In a forked process: does what ``main`` does with arguments that are parsed already."""
        _never_stop_for_a_letter()
        mine = argparse.Namespace(**vars(options))
        mine.session, mine.out_of_order = True, "--out-of-order" in given
        return _guarded(mine, list(given))

    folder = kept_folder(window=options.window)
    note = _unnoted if folder is None else Log(folder).note
    note("started")
    run = begin_run(seat_folder(window=options.window))
    try:
        alive = watchdog()
    except OSError:
        note("watchdog-missing")
        alive = _nothing
    gc.freeze()  # collecting would write to memory that the sessions, forks of this process, share
    code = supervise(arguments, session, note, alive, _clear_leftovers, _switched())
    if run is not None:
        os.close(run)  # from here on its unfinished jobs are leftovers
    note("stopped")
    # The user closes a window, and nothing starts it again.
    return DONE if code == CLOSED and options.window else code


def _nothing() -> None:
    pass


def _unnoted(code: str) -> None:
    pass


def _switched() -> Callable[[], bool]:
    """Whether another version should run. The program ends itself only if something restarts it."""
    from pdkiosk.places import update_folder

    if update_folder() is None:
        return lambda: False
    from pdkiosk.update.version_watch import VersionWatch

    return VersionWatch()


def _clear_leftovers() -> Child | None:
    """Removes our jobs from the print queue, in a separate process because it may have to wait."""
    from pdkiosk.supervisor.process import fork, spawn
    from pdkiosk.system import own_program, portable

    return spawn([*own_program(), "--take-back"]) if portable() else fork(_take_back)


def _take_back() -> int:
    from pdkiosk.printing.system_printer import system_printer

    return 0 if system_printer().clear() else 1


def _paint(options: argparse.Namespace) -> int:
    from pdkiosk.commands.first_screen import paint
    from pdkiosk.hardening import harden

    harden()  # as a session, so that what a session needs is checked too
    stock = load_stock(options.facility)
    offered = stock.offered(options.languages)
    say(paint(stock.guide, stock.catalogs, offered, stock.facility, lambda i: _desk(stock, i)))
    return 0


def _session(options: argparse.Namespace) -> int:
    """Runs the wizard for one person under the supervisor, or the page that asks for staff."""
    # Nothing to collect while modules load; run_wizard turns collection back on.
    gc.disable()
    from pdkiosk.hardening import harden
    from pdkiosk.import_speed import leave_sources_unread

    leave_sources_unread()
    from pdkiosk.ui.supervisor_link import note

    refused = harden()
    for code in refused:
        note(code)
    if options.out_of_order:
        from pdkiosk.ui.faults.out_of_order import run_out_of_order

        return run_out_of_order(window=options.window)
    import msgspec

    try:
        return _wizard(options, note, refused)
    except GuideError:
        note("broken-guide")
    except (OSError, msgspec.MsgspecError):
        note("broken-files")
    return BROKEN


def _wizard(
    options: argparse.Namespace, note: Callable[[str], None], refused: Sequence[str]
) -> int:
    from pdkiosk.papers_desk import Desk
    from pdkiosk.places import kept_folder
    from pdkiosk.ui.window.run import run_wizard

    state = kept_folder(window=options.window)
    stock = load_kiosk_stock(options.facility, state)
    if stock.loaded.problem is not None:
        note(f"facility-wrong-{stock.loaded.source}")
    for version in stock.spoiled:
        note(f"content-broken-{version.replace('.', '-')}")
    offered, damaged = stock.readable(options.languages)
    for code in damaged:
        note(f"translation-{code}")

    def desk(interview: Interview) -> Desk:
        return Desk(
            stock.guide,
            interview,
            stock.facility,
            stock.catalogs,
            stock.languages,
            options.pdf_folder,
            note,
        )

    def staff() -> Staff:
        from pdkiosk.log import Log
        from pdkiosk.staff.health import FacilityState
        from pdkiosk.staff_page_desk import Staff

        return Staff(
            stock.guide,
            stock.loaded.facility,  # what staff can change, so without what the guide pack adds
            stock.catalogs,
            stock.languages,
            FacilityState(
                options.facility, stock.loaded.problem, in_use=stock.loaded.source == "file"
            ),
            refused,
            options.pdf_folder,
            None if state is None else Log(state),
            spoiled=stock.spoiled,
            check=stock.check,
        )

    return run_wizard(
        stock.guide,
        stock.catalogs,
        offered,
        stock.facility,
        desk,
        keep_answers_out_of_tracebacks,
        window=options.window,
        staff=staff,
    )
