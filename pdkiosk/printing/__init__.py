"""Brings pages to paper and tells the truth about it.

``printer`` holds the interface, ``cups``, ``windows`` and ``folder`` the adapters, ``limits``
what is put around an adapter, ``state`` and ``outcome`` all that can be said to the person.
``system_printer`` chooses the adapter.

CUPS takes our PDF as it is. Windows prints PDF only through whatever reader is installed, by a
file, without saying how it went: there Qt paints it (``paint``) and the spooler is asked
(``spooler``, ``winspool``).
"""
