#!/bin/sh
# The command "pdkiosk": with the facility's settings, unless others are named.
case " $* " in
    *" --facility "*) ;;
    *) set -- --facility /etc/pdkiosk/facility.toml "$@" ;;
esac
exec /usr/lib/pdkiosk/current/pdkiosk "$@"
