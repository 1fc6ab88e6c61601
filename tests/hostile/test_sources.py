"""What is no ordinary file, and what a file may not reach: rows 53, 69 to 72 and 107 to 111 of the list of cases."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

AUDIT = """
import sys
opened = []
def hook(event, args):
    if event == "open" and isinstance(args[0], (str, bytes)):
        opened.append(os.fsdecode(args[0]))
    elif event.startswith(("socket.", "subprocess.", "os.system", "os.exec")) and event != "socket.gethostname":
        opened.append(event)
import os
from planparse.cli import main
from planparse.readers import warm
for suffix in (".pdf", ".docx", ".html", ".txt"):
    warm(suffix)
import planparse.pipeline
sys.addaudithook(hook)
code = main(["tables", "-q", sys.argv[1]])
allowed = (sys.argv[1], sys.prefix, sys.base_prefix, os.path.dirname(os.path.dirname(planparse.__file__)))
print(*[name for name in opened if not name.startswith(allowed)], sep="\\n", file=sys.stderr)
"""


def run(*words: str, seconds: float = 30) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "planparse", *words], capture_output=True, timeout=seconds, check=False
    )


@pytest.mark.parametrize("kind", ["pipe", "folder", "device", "unreadable", "missing"])
def test_what_is_no_file_is_refused_at_once(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "input"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "device":
        path = Path("/dev/zero")
    elif kind == "unreadable":
        path.write_text("x")
        path.chmod(0)
        if os.access(path, os.R_OK):
            path.unlink()
            path.symlink_to(path)  # the superuser reads everything but a link to itself
    took = []
    while not took or (min(took) > 1 and len(took) < 4):  # a machine with other work has slow moments
        start = time.monotonic()
        done = run("extract", str(path), "-o", str(tmp_path / "out"))
        took.append(time.monotonic() - start)
    assert min(took) <= 1
    assert done.returncode == (2 if kind == "missing" else 4)  # a missing file is wrong use
    assert done.stderr.count(b"\n") == 1
    assert os.fsencode(path) in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("start", ["d06", "d07", "d17", "d18", "d19", "d21", "p26", "p39", "h23", "h24"])
def test_no_other_file_is_opened_and_no_one_is_called(find: Callable[[str], Path], start: str) -> None:
    command = [sys.executable, "-c", AUDIT, str(find(start))]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    lines = [line for line in done.stderr.splitlines() if line.startswith(("/", "socket", "subprocess", "os.", "."))]
    assert [line for line in lines if not line.startswith(str(find(start)))] == []


def test_no_address_in_a_file_is_asked(find: Callable[[str], Path], tmp_path: Path) -> None:
    """A listener on the loopback, in place of the addresses that the cases name."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.2)
        port = str(listener.getsockname()[1]).encode()
        for start in ("h23",):
            page = tmp_path / f"{start}.html"
            page.write_bytes(find(start).read_bytes().replace(b"127.0.0.1:9/", b"127.0.0.1:" + port + b"/"))
            run("tables", str(page))
        with pytest.raises(TimeoutError):
            listener.accept()
