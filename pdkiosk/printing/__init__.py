"""Prints pages and reports truthfully what became of them.

``printer`` is the interface; ``state`` and ``outcome`` contain every message to the person;
``limits`` and ``folder`` wrap a printer; ``system_printer`` chooses it.

``queue_printer`` and ``queue_job`` print through the queue of any system (``queues``). CUPS
(``cups_queues``, ``ipptool``) takes our PDF as it is. Windows prints PDF only from a file through
whatever reader is installed, without reporting the result: there Qt paints it (``paint``) and we
ask the spooler (``windows_queues``, ``winspool``).
"""
