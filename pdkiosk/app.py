"""Composition root: reads the command line, builds the parts and hands them down."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pdkiosk.commands.arguments import make_parser
from pdkiosk.commands.faults import INTERNAL_ERROR, keep_answers_out_of_tracebacks, report
from pdkiosk.commands.stock import Stock, load_stock
from pdkiosk.facility.settings import FacilityError
from pdkiosk.guide.loader import GuideError

if TYPE_CHECKING:
    from pdkiosk.desk import Desk
    from pdkiosk.interview.flow import Interview

# Imports inside the functions: what the first screen does not need must not delay it.

WRONG_SETTINGS = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the program; returns its exit code. ``pdkiosk --help`` lists the commands."""
    keep_answers_out_of_tracebacks()
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a letter shows its code; it does not stop the program.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    options = make_parser().parse_args(argv)
    try:
        return _run(options, sys.argv[1:] if argv is None else list(argv))
    except (GuideError, FacilityError) as error:
        print(f"pdkiosk: {error}", file=sys.stderr)
        return WRONG_SETTINGS
    except BrokenPipeError:
        # Whoever read our output went away ("pdkiosk schema | head").
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return INTERNAL_ERROR
    except Exception as error:
        print(report(type(error), error.__traceback__), file=sys.stderr)
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

            return check(options.facility)
        case "tour":
            return _tour(options)
        case _ if options.self_test:
            from pdkiosk.commands.check import check

            return check(options.facility)
        case _ if options.paint:
            return _paint(options)
        case _ if options.session:
            return _session(options)
        case _:
            from pdkiosk.supervisor import supervise

            return supervise(arguments)


def _desk(stock: Stock, interview: Interview, folder: Path | None = None) -> Desk:
    from pdkiosk.desk import Desk

    return Desk(
        stock.guide, interview, stock.facility, stock.catalogs, stock.languages, folder=folder
    )


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


def _tour(options: argparse.Namespace) -> int:
    from pdkiosk.commands.render import CAN_NOT_WRITE
    from pdkiosk.tour import run_tour

    load_stock(None).offered([options.language])
    try:
        run_tour(options.out, options.language, options.size, options.text_size)
    except OSError as error:
        print(f"{options.out}: can not be written ({error.strerror or error})", file=sys.stderr)
        return CAN_NOT_WRITE
    return 0


def _paint(options: argparse.Namespace) -> int:
    from pdkiosk.ui.proof import paint

    stock = load_stock(options.facility)
    offered = stock.offered(options.languages)
    print(paint(stock.guide, stock.catalogs, offered, stock.facility, lambda i: _desk(stock, i)))
    return 0


def _session(options: argparse.Namespace) -> int:
    """The wizard for one person, under the supervisor; or the page that asks for staff."""
    # While all is loaded there is nothing to collect; run_wizard turns it on again.
    gc.disable()
    from pdkiosk.hardening import harden

    for code in harden():
        print(f"pdkiosk: {code}", file=sys.stderr)
    if options.apology:
        from pdkiosk.ui.apology import run_apology

        return run_apology(window=options.window)
    from pdkiosk.ui.start import run_wizard

    stock = load_stock(options.facility)
    return run_wizard(
        stock.guide,
        stock.catalogs,
        stock.offered(options.languages),
        stock.facility,
        lambda interview: _desk(stock, interview, options.pdf_folder),
        window=options.window,
    )
