"""Old Word, OpenDocument and RTF through LibreOffice: a stand-in, and the real one where it is installed."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from planparse.errors import InputRefused, LimitExceeded
from planparse.model.document import Grid, Paragraph
from planparse.model.options import ReadOptions
from planparse.readers import office
from tests.readers.docx.build import p, tbl, tr, word_file

RTF = rb"""{\rtf1\ansi{\fonttbl{\f0 Arial;}}\f0 DRAFT plan\par
\trowd\cellx3000\cellx6000 AB001\intbl\cell 87%\intbl\cell\row\pard After\par}"""
REAL = shutil.which("soffice")
COPY = """
import sys, pathlib, shutil
args = sys.argv[1:]
source, out = pathlib.Path(args[-1]), pathlib.Path(args[args.index("--outdir") + 1])
assert "--headless" in args and any(a.startswith("-env:UserInstallation=file:") for a in args)
pathlib.Path({log!r}).write_text(f"{{source.name}} {{source.read_bytes()[:5]!r}}")
shutil.copy({result!r}, out / "plan.docx")
"""


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    """Puts a ``soffice`` on the PATH that runs this Python."""
    script = folder / "soffice"
    script.write_text(f"#!{sys.executable}\n{body}")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def test_without_soffice_the_message_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(InputRefused, match=r"soffice.*install LibreOffice, or save the file as \.docx"):
        office.read(RTF, ReadOptions())


@pytest.mark.parametrize(
    ("data", "name"),
    [(RTF, "plan.rtf"), (b"PK\x03\x04mimetype", "plan.odt"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "plan.doc")],
)
def test_the_converted_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, name: str) -> None:
    result, log = tmp_path / "result.docx", tmp_path / "log"
    result.write_bytes(word_file(p("DRAFT plan") + tbl(tr("AB001", "87%"))))
    stand_in(tmp_path, monkeypatch, COPY.format(log=str(log), result=str(result)))
    found = office.read(data, ReadOptions())
    assert log.read_text().startswith(name)
    assert isinstance(found.blocks[1], Grid)
    assert [n.code for n in found.notes] == ["converted"]


def test_a_file_that_libreoffice_cannot_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, "")
    with pytest.raises(InputRefused, match=r"could not read .* save it as \.docx"):
        office.read(RTF, ReadOptions())


def test_the_time_limit_ends_libreoffice_and_its_children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    late = tmp_path / "late"
    child = f"import time, pathlib; time.sleep(1.5); pathlib.Path({str(late)!r}).touch()"
    stand_in(
        tmp_path,
        monkeypatch,
        f"import subprocess, sys, time\nsubprocess.Popen([sys.executable, '-c', {child!r}])\ntime.sleep(30)",
    )
    monkeypatch.setattr(office, "SECONDS", 0.7)
    with pytest.raises(LimitExceeded, match=r"took more than .* save it as \.docx"):
        office.read(RTF, ReadOptions())
    import time

    time.sleep(1.6)
    assert not late.exists()


def test_an_encrypted_office_file_is_refused_before_it_is_converted() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(InputRefused, match="encrypted"):
        office.read(data, ReadOptions())


def test_a_real_rtf_file() -> None:
    if REAL is None:
        with pytest.raises(InputRefused, match="soffice"):
            office.read(RTF, ReadOptions())
        return
    found = office.read(RTF, ReadOptions())
    assert [b.text if isinstance(b, Paragraph) else [c.text for c in b.cells] for b in found.blocks] == [
        "DRAFT plan",
        ["AB001", "87%"],
        "After",
    ]
