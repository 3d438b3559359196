"""Saves a person's work for another day: encrypted files in a folder, opened with words.

The vault does not depend on the window or on the content that it saves. It imports only two small
modules of the program (``clock``, ``safe_files``); ``cryptography`` and ``mnemonic`` are imported
only here. docs/saved-work-format.md describes the files.

Words (``words``, ``strength``) ``propose(language)`` returns a passphrase: words of the BIP39 list
of that language, or of the English one. ``choices(language, count)`` returns different words to
show on tiles. ``completions(prefix, language, most=8)`` helps typing. ``strength.judge(text,
known=())`` says whether a person's own words are strong enough; ``known`` are words that others may
know (names in the answers). Accents, capitals, spaces and the normal form of Unicode never matter
(``words.plain``).

Pictures (``pictures``)
    ``PICTURES`` are the ids of the 24 pictures; with a number each names one saved work.

Shelves (``shelf``)
    ``Shelf(folder, days, clock=time.time, make=False, device=None)`` is one place for works.
    Making one touches no disk. Folders are opened by their handles, and no link is followed.
    ``make``: whether the folder is made when it is missing: yes for our own, never for a place
    that somebody else mounts. ``device``: writes only while the folder is on this device
    (``usb.Stick.device``).

    ``shelf.numbers(picture)``: the numbers in use, from names of folders alone; raises if the place
    cannot be read;
    ``shelf.find(picture, number) -> Work``: days of saving and deletion, from the header.

    ``shelf.create(passphrase, data, known=(), drawn=False) -> Handle`` (``drawn``: the words are
    a proposal, and are not judged), ``shelf.open(work, passphrase) -> Opened``
    (``data``, ``handle``, ``older``: the newest save was damaged and the one before it opened),
    ``shelf.create_like(handle, data) -> Handle``: a new work for the same words, here or on
    another shelf, for someone who lost a race or moves to a stick.
    ``shelf.delete(work, passphrase)``. ``shelf.sweep() -> int`` deletes what is past its day: once
    a day and at the start, never while a person waits. ``shelf.deletion_day()``: the day to tell
    before the first save.

    ``handle.work`` (fresh after each save), ``handle.save(data)`` (no key derivation: some
    milliseconds and the disk), ``handle.delete()``. A handle holds the key in memory.

    ``create`` and ``open`` derive a key: call them in a thread. ``cryptography`` lets other
    threads run meanwhile. A handle may be used from any thread, its calls wait for each other.

Troubles (``trouble``)
    Everything above raises only ``VaultError``: ``error.trouble`` is a ``Trouble``,
    ``error.wait`` the seconds until the next try (``TOO_MANY_TRIES``), ``error.errno`` the
    system's number for the technician, or None. What was saved before is intact after each.

Sticks (``usb``)
    ``sticks() -> list[Stick]`` (``folder``, ``device``, ``name``): what is mounted and can be
    taken away. Nothing is ever mounted by us.
"""
