"""Turns off hypothesis deadlines: durations mean nothing on a busy machine."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("pdkiosk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("pdkiosk")
