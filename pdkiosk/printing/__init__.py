"""Brings pages to paper and tells the truth about it.

``printer`` holds the interface, ``cups`` and ``folder`` the adapters, ``limits`` what is
put around an adapter, ``state`` and ``outcome`` all that can be said to the person.

There is no adapter for Windows: Qt prints what is painted on a ``QPrinter``, our pages are
PDF, and what turns PDF into something to paint (``QtPdf``) is not in PySide6-Essentials;
Windows itself prints PDF only through whatever reader is installed, by a file, without
saying how it went. A queue that can not be asked would make us say "printed" on faith.
"""
