"""Brings pages to paper and tells the truth about it.

``printer`` is the interface; ``state`` and ``outcome`` are all that can be said to the person;
``limits`` and ``folder`` are put around a printer; ``system_printer`` chooses it.

``queue_printer`` and ``queue_job`` print through a queue, whichever system's (``queues``). CUPS
(``cups_queues``, ``ipptool``) takes our PDF as it is. Windows prints PDF only through whatever
reader is installed, by a file, without saying how it went: there Qt paints it (``paint``) and the
spooler is asked (``windows_queues``, ``winspool``).
"""
