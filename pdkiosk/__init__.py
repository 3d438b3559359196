"""pdkiosk: an offline, bilingual guide to asking ICE for prosecutorial discretion."""

__version__ = "1.0.0"
