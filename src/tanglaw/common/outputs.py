"""A folder of results that is written whole or not at all."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from tanglaw.common.errors import TanglawError

_FULL = {errno.ENOSPC, errno.EDQUOT}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def atomic_folder(out: Path) -> Iterator[Path]:
    """Give a temporary folder to write in; when the block ends well, its files take their place in ``out``.

    The temporary folder is a sibling, ``.NAME.partial-PID``, so that each move is a rename within one file system; it
    lies inside ``out`` where ``out`` is a mount point or its parent cannot be written. A new ``out`` appears at once,
    whole. Into one that exists, each file replaces its older namesake and a folder replaces a folder; other files
    there stay untouched.

    When the block fails, or on Ctrl-C or SIGTERM, the temporary folder is removed and ``out`` is left as it was. What
    a killed run left behind is removed at the next start.

    Args:
        out: the folder to fill; made, with its parents, when missing.

    Yields:
        The temporary folder.

    Raises:
        TanglawError: ``out`` is not a folder, may not be written, another run is writing it, or the disk is full.
    """
    out = out.absolute() if not out.exists() else out.resolve()
    if out.exists() and not out.is_dir():
        raise TanglawError(f"{out} is a file; results need a folder. Name another with --out, or move the file away.")
    with _terminate_as_exit(), _plain_words(out):
        made = _make_parents(out)
        try:
            with _temporary(out) as temporary:
                yield temporary
                with _signals_wait():
                    _move(temporary, out)
        except BaseException:
            for folder in made:
                with suppress(OSError):
                    folder.rmdir()
            raise


def write_whole(path: Path, text: str) -> None:
    """Write a UTF-8 file whole or not at all: what stood there before stays until the new content is on the disk.

    Raises:
        TanglawError: it cannot be written there.
    """
    temporary = path.with_name(f".{path.name}.partial-{os.getpid()}")
    try:
        with temporary.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise TanglawError(f"{path}: {error.strerror}; expected a place that may be written.") from error
    finally:
        with suppress(OSError):
            temporary.unlink()


def _make_parents(out: Path) -> list[Path]:
    """Make the missing parents; return them, innermost first, for removal should the run fail."""
    for folder in out.parents:
        if folder.exists() and not folder.is_dir():
            raise TanglawError(f"{folder} is a file, so that {out} cannot be made. Name another folder with --out.")
    missing = [folder for folder in out.parents if not folder.exists()]
    out.parent.mkdir(parents=True, exist_ok=True)
    return missing


@contextmanager
def _temporary(out: Path) -> Iterator[Path]:
    """Make and lock the temporary folder after clearing dead ones; remove it at the end, whatever happened.

    The lock, not the pid, tells a live run from a dead one: pids are used again, and every container has a pid 1.
    """
    inside = out.exists() and (out.is_mount() or not os.access(out.parent, os.W_OK))
    place = out if inside else out.parent
    prefix = f".{out.name}.partial-"
    for other in sorted(place.iterdir()):
        if not other.name.startswith(prefix) or not other.name.removeprefix(prefix).isdecimal():
            continue
        try:
            lock = _lock(other)
        except FileNotFoundError:  # its run has just ended
            continue
        if lock is None:
            raise TanglawError(f"Another run is writing to {out} just now. Wait until it ends, or name another folder.")
        shutil.rmtree(other, ignore_errors=True)
        os.close(lock)
    if out.exists() and not os.access(out, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(out))
    temporary = place / f"{prefix}{os.getpid()}"
    temporary.mkdir()
    lock = _lock(temporary)
    try:
        yield temporary
    finally:
        with _signals_wait():
            shutil.rmtree(temporary, ignore_errors=True)
            if lock is not None:
                os.close(lock)


def _lock(folder: Path) -> int | None:
    """Lock a folder; return the descriptor that holds the lock, or None when a live run holds it."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        # Some network file systems cannot lock a folder; there the pid must serve.
        if error.errno in {errno.EWOULDBLOCK, errno.EACCES} or _lives(folder):
            os.close(descriptor)
            return None
    return descriptor


def _lives(folder: Path) -> bool:
    """Whether the process that a temporary folder is named for still runs, and is another than this one."""
    pid = int(folder.name.rpartition("-")[2])
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return pid != os.getpid()


def _move(temporary: Path, out: Path) -> None:
    """Put everything in ``temporary`` in its place."""
    if not out.exists():
        temporary.rename(out)
        return
    replaced = temporary / ".replaced"
    entries = sorted(temporary.iterdir())
    replaced.mkdir()
    for entry in entries:
        target = out / entry.name
        if target.exists() and (target.is_dir() or entry.is_dir()):
            target.rename(replaced / entry.name)  # a folder cannot be renamed over another that has content
        entry.replace(target)


@contextmanager
def _plain_words(out: Path) -> Iterator[None]:
    """Say in plain words that the disk is full or that ``out`` may not be written; let other errors pass."""
    try:
        yield
    except TanglawError:
        raise
    except Exception as error:
        number = error.errno if isinstance(error, OSError) else None
        # Polars reports a failed write as an error of its own, with the system's words in it.
        if number in _FULL or os.strerror(errno.ENOSPC) in str(error):
            raise TanglawError(
                f"The disk is full: nothing was written to {out}. Free some space, then run again."
            ) from error
        if number in _DENIED and _concerns(error, out):
            raise TanglawError(f"{out} may not be written. Name a folder of your own with --out.") from error
        raise


def _concerns(error: Exception, out: Path) -> bool:
    """Whether an error of the file system is about ``out`` and not, say, about an input that may not be read."""
    at = Path(str(getattr(error, "filename", None) or ""))
    return at in {out, *out.parents} or out in at.parents or any(f".{out.name}.partial-" in part for part in at.parts)


@contextmanager
def _terminate_as_exit() -> Iterator[None]:
    """Let SIGTERM unwind the stack as Ctrl-C does, so that clean-up runs; exit status 143, as a shell would report."""

    def leave(_signal: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + signal.SIGTERM)

    with _handlers({signal.SIGTERM: leave}):
        yield


@contextmanager
def _signals_wait() -> Iterator[None]:
    """Hold back Ctrl-C and SIGTERM for a moment that must not be cut in two; deliver them afterwards."""
    held: list[int] = []

    def hold(number: int, _frame: FrameType | None) -> None:
        held.append(number)

    with _handlers({signal.SIGINT: hold, signal.SIGTERM: hold}):
        yield
    for number in held[:1]:
        signal.raise_signal(number)


@contextmanager
def _handlers(handlers: dict[signal.Signals, Callable[[int, FrameType | None], None]]) -> Iterator[None]:
    """Set signal handlers for the length of a block; only the main thread may, others go without."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def write_atomically(path: Path, text: str) -> None:
    """Write a text file whole or not at all; an older one is replaced at once.

    Raises:
        TanglawError: there is no such folder, it may not be written, or the disk is full.
    """
    if path.is_dir() or not path.absolute().parent.is_dir():
        found = "a folder" if path.is_dir() else "no folder to put it in"
        raise TanglawError(f"{path}: found {found}; expected a file that can be written. Name another with --out.")
    temporary = path.with_name(f".{path.name}.partial-{os.getpid()}")
    with _plain_words(path.absolute()):
        try:
            temporary.write_text(text, encoding="utf-8")
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
