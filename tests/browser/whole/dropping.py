"""A folder dragged from a file manager and dropped, as X11 has it: no driver of a browser does it.

Spoken with libX11 alone (XDND, version 5: https://freedesktop.org/wiki/Specifications/XDND): a
window of ours says that it drags a list of addresses, and gives it to whoever it is dropped on.
"""

from __future__ import annotations

import ctypes
import json
import time
from collections.abc import Callable, Iterator
from ctypes import POINTER, byref, c_char_p, c_int, c_long, c_ulong, c_void_p
from pathlib import Path

CLIENT_MESSAGE, SELECTION_NOTIFY, SELECTION_REQUEST = 33, 31, 30
REPLACE, ATOM = 0, 4
VERSION = 5
WAIT = 15  # seconds
LONGS = 24  # of an XEvent

Event = c_long * LONGS


PLACE = """(() => { const one = document.querySelector(%s);
  one.scrollIntoView({ block: "center" });
  const { x, y } = one.getBoundingClientRect();
  return [x + 8, y + 8, innerWidth, innerHeight]; })()"""


def dropped(value: Callable[[str], object], place: str, folder: Path) -> None:
    """A folder, on what a page has there; `value` gives what a script comes to in the page."""
    found = value(PLACE % json.dumps(place))
    assert isinstance(found, list)
    left, below, wide, high = found
    Hand([folder]).drop(left, below, (wide, high))


class Message(ctypes.Structure):
    """An XClientMessageEvent of five numbers."""

    _fields_ = [
        ("type", c_int), ("serial", c_ulong), ("sent", c_int), ("display", c_void_p),
        ("window", c_ulong), ("message", c_ulong), ("format", c_int), ("data", c_long * 5),
    ]  # fmt: skip


class Request(ctypes.Structure):
    """An XSelectionRequestEvent: whoever it is dropped on asks for it."""

    _fields_ = [
        ("type", c_int), ("serial", c_ulong), ("sent", c_int), ("display", c_void_p),
        ("owner", c_ulong), ("requestor", c_ulong), ("selection", c_ulong), ("target", c_ulong),
        ("property", c_ulong), ("time", c_ulong),
    ]  # fmt: skip


class Notify(ctypes.Structure):
    """An XSelectionEvent: it is there."""

    _fields_ = [
        ("type", c_int), ("serial", c_ulong), ("sent", c_int), ("display", c_void_p),
        ("requestor", c_ulong), ("selection", c_ulong), ("target", c_ulong),
        ("property", c_ulong), ("time", c_ulong),
    ]  # fmt: skip


class Hand:
    """What holds some files over a window and lets go of them."""

    def __init__(self, files: list[Path]) -> None:
        self.x = x = ctypes.CDLL("libX11.so.6")
        x.XOpenDisplay.restype = c_void_p
        x.XDefaultRootWindow.restype = x.XCreateSimpleWindow.restype = c_ulong
        x.XInternAtom.restype = c_ulong
        self.display = c_void_p(x.XOpenDisplay(None))
        assert self.display, "no display"
        self.root = x.XDefaultRootWindow(self.display)
        self.window = x.XCreateSimpleWindow(self.display, c_ulong(self.root), 0, 0, 1, 1, 0, 0, 0)
        self.addresses = "".join(f"{file.as_uri()}\r\n" for file in files).encode()
        x.XSetSelectionOwner(self.display, self.atom("XdndSelection"), c_ulong(self.window), 0)

    def atom(self, name: str) -> c_ulong:
        return c_ulong(self.x.XInternAtom(self.display, c_char_p(name.encode()), 0))

    def drop(self, left: float, below: float, inner: tuple[int, int]) -> None:
        """At a place of the page, whose own window is so wide and high; the window's own lines
        stand over it."""
        window, wide, high = self._largest()
        across = self._at(window, left + (wide - inner[0]) / 2, below + high - inner[1])
        enter = [self.window, VERSION << 24, self.atom("text/uri-list").value, 0, 0]
        self._send(window, "XdndEnter", enter)
        position = [self.window, 0, across, 0, self.atom("XdndActionCopy").value]
        end = time.monotonic() + WAIT
        taken = False
        while not taken:
            assert time.monotonic() < end, "what is under the hand takes nothing"
            self._send(window, "XdndPosition", position)
            taken = any(data[1] & 1 for data in self._heard("XdndStatus"))
        self._send(window, "XdndDrop", [self.window, 0, 0, 0, 0])
        while not list(self._heard("XdndFinished")):
            assert time.monotonic() < end, "it was dropped and not taken"

    def _largest(self) -> tuple[int, int, int]:
        """The largest window that things can be dropped on: its id, how wide and how high."""
        found = [(wide * high, one, wide, high) for one, wide, high in self._aware(self.root)]
        _, window, wide, high = max(found)
        return window, wide, high

    def _aware(self, over: int) -> Iterator[tuple[int, int, int]]:
        x, some = self.x, POINTER(c_ulong)()
        a, b, count = c_ulong(), c_ulong(), c_int()
        x.XQueryTree(self.display, c_ulong(over), byref(a), byref(b), byref(some), byref(count))
        for window in some[: count.value] if count.value else []:
            size = [c_int() for _ in range(6)]
            place = (byref(one) for one in size)
            x.XGetGeometry(self.display, c_ulong(window), byref(a), *place)
            if self._has(window, "XdndAware"):
                yield window, size[2].value, size[3].value
            yield from self._aware(window)

    def _has(self, window: int, name: str) -> bool:
        kind, long, left, data = c_ulong(), c_ulong(), c_ulong(), c_void_p()
        form = c_int()
        self.x.XGetWindowProperty(
            self.display, c_ulong(window), self.atom(name), c_long(0), c_long(1), 0, c_ulong(0),
            byref(kind), byref(form), byref(long), byref(left), byref(data),
        )  # fmt: skip
        return kind.value != 0

    def _at(self, window: int, left: float, below: float) -> int:
        """A place of a window as a place of the screen, in one number."""
        across, down, child = c_int(), c_int(), c_ulong()
        self.x.XTranslateCoordinates(
            self.display, c_ulong(window), c_ulong(self.root), int(left), int(below),
            byref(across), byref(down), byref(child),
        )  # fmt: skip
        return across.value << 16 | down.value

    def _send(self, window: int, name: str, data: list[int]) -> None:
        message = Message(type=CLIENT_MESSAGE, window=window, format=32, data=(c_long * 5)(*data))
        message.message = self.atom(name).value
        self._post(window, message)

    def _post(self, window: int, event: ctypes.Structure) -> None:
        whole = Event()
        ctypes.memmove(whole, byref(event), ctypes.sizeof(event))
        self.x.XSendEvent(self.display, c_ulong(window), 0, c_long(0), byref(whole))
        self.x.XFlush(self.display)

    def _heard(self, name: str) -> Iterator[list[int]]:
        """What was answered with such a name in a tenth of a second; who asks is given the list."""
        time.sleep(0.1)
        while self.x.XPending(self.display):
            event = Event()
            self.x.XNextEvent(self.display, byref(event))
            kind = ctypes.cast(event, POINTER(c_int)).contents.value
            if kind == SELECTION_REQUEST:
                self._give(ctypes.cast(event, POINTER(Request)).contents)
            message = ctypes.cast(event, POINTER(Message)).contents
            if kind == CLIENT_MESSAGE and message.message == self.atom(name).value:
                yield list(message.data)

    def _give(self, asked: Request) -> None:
        kind = self.atom("text/uri-list")
        where = c_ulong(asked.property or asked.target)
        text, length, given, form = self.addresses, len(self.addresses), kind, 8
        if asked.target == self.atom("TARGETS").value:
            text, length, given, form = bytes(kind), 1, c_ulong(ATOM), 32
        self.x.XChangeProperty(
            self.display, c_ulong(asked.requestor), where, given, form, REPLACE,
            c_char_p(text), length,
        )  # fmt: skip
        told = Notify(
            type=SELECTION_NOTIFY, requestor=asked.requestor, selection=asked.selection,
            target=asked.target, property=where.value, time=asked.time,
        )  # fmt: skip
        self._post(asked.requestor, told)
