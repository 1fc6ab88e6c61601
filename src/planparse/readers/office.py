"""Old Word files, OpenDocument and RTF, through LibreOffice where it is installed.

``soffice`` turns the file into .docx in a private directory with a profile of
its own, within a time limit; the Word reader does the rest.
"""

from __future__ import annotations

import dataclasses
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from planparse.errors import InputRefused, LimitExceeded
from planparse.model.document import Document, Note
from planparse.model.options import ReadOptions

SECONDS = 180
"""Time that LibreOffice may take for one file; its first start alone can take twenty."""
_PROGRAMS = ("soffice", "libreoffice")


def read(data: bytes, options: ReadOptions) -> Document:
    """Reads a .doc, .odt or .rtf file.

    Raises ``InputRefused`` where LibreOffice is not installed, or cannot read the
    file, and ``LimitExceeded`` where it takes too long.
    """
    from planparse.readers.docx import read as read_docx
    from planparse.readers.docx.archive import refuse_encrypted

    refuse_encrypted(data)
    suffix, name = _kind(data)
    program = next((found for p in _PROGRAMS if (found := shutil.which(p))), None)
    if program is None:
        raise InputRefused(
            f"{name} is read through LibreOffice, and there is no 'soffice' on the PATH: "
            "install LibreOffice, or save the file as .docx"
        )
    with tempfile.TemporaryDirectory(prefix="planparse-", ignore_cleanup_errors=True) as folder:
        converted = _converted(data, suffix, name, program, Path(folder))
    document = read_docx(converted, options)
    note = Note("info", "converted", f"{name} was turned into .docx by LibreOffice")
    return dataclasses.replace(document, notes=(note, *document.notes))


def _kind(data: bytes) -> tuple[str, str]:
    """Suffix and name of the format, by content."""
    if data.startswith(b"PK"):
        return ".odt", "an OpenDocument text"
    if data.lstrip()[:5] == b"{\\rtf":
        return ".rtf", "an RTF file"
    return ".doc", "an old Word file (.doc)"


def _converted(data: bytes, suffix: str, name: str, program: str, folder: Path) -> bytes:
    source, out = folder / f"plan{suffix}", folder / "out"
    source.write_bytes(data)
    out.mkdir()
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(out),
        str(source),
    ]
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8"}
    _run(command, environment, name)
    result = out / "plan.docx"
    if not result.is_file():
        raise InputRefused(
            f"LibreOffice could not read this file as {name}: it is damaged or needs a password; save it as .docx"
        )
    return result.read_bytes()


def _run(command: list[str], environment: dict[str, str], name: str) -> None:
    """Runs LibreOffice; it starts children of its own, so the whole group is ended at the time limit."""
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(
            command,
            stdin=quiet,
            stdout=quiet,
            stderr=quiet,
            env=environment,
            start_new_session=True,
            preexec_fn=_without_memory_limit if os.name == "posix" else None,
        )
    except OSError as cause:
        raise InputRefused(f"LibreOffice could not be started: save {name} as .docx and try again") from cause
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired as cause:
        raise LimitExceeded(
            f"LibreOffice took more than {SECONDS} seconds for {name}: save it as .docx and try again"
        ) from cause
    finally:
        if process.poll() is None:
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            process.kill()
            process.wait()


def _without_memory_limit() -> None:
    """LibreOffice reserves more address space than the limit of a reader allows."""
    import resource

    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
