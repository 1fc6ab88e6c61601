"""A headless Chromium driven over its own debugging pipe: no driver program, no package, no port."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any

INSTALL = "no Chromium found: install it (Debian, Ubuntu: apt-get install chromium) or name it in CHROMIUM"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


class Chromium:
    """One page in one browser. Keys and clicks go in as real input events."""

    def __init__(self, width: int = 1280, height: int = 900) -> None:
        program = os.environ.get("CHROMIUM") or next((p for p in map(shutil.which, _NAMES) if p), None)
        if program is None:
            raise RuntimeError(INSTALL)
        self._home = tempfile.TemporaryDirectory()
        from_us, to_us = os.pipe(), os.pipe()
        wiring = f'exec {{a}}<&{from_us[0]} {{b}}>&{to_us[1]} 3<&$a 4>&$b; exec "$@" 2>/dev/null'
        self._process = subprocess.Popen(
            ["bash", "-c", wiring, "chromium", program, "--headless", "--no-sandbox", "--disable-gpu",
             "--remote-debugging-pipe", "--no-first-run", f"--window-size={width},{height}",
             f"--user-data-dir={self._home.name}", "about:blank"],
            pass_fds=(from_us[0], to_us[1]),
        )  # fmt: skip
        os.close(from_us[0])
        os.close(to_us[1])
        self._out, self._in = from_us[1], to_us[0]
        self._number = 0
        self._waiting = b""
        self._session: str | None = None
        targets = self.call("Target.getTargets")["targetInfos"]
        page = next(t["targetId"] for t in targets if t["type"] == "page")
        self._session = self.call("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        self.call("Page.enable")
        self.faults: list[str] = []
        self.call("Runtime.enable")
        self.call("Log.enable")

    def __enter__(self) -> Chromium:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        os.close(self._out)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._in)
        self._home.cleanup()

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """One command of the DevTools protocol and its answer. Faults of the page are kept in ``faults``."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        until = time.monotonic() + 30
        while True:
            answer = self._read(until)
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                result: dict[str, Any] = answer["result"]
                return result
            if answer.get("method") == "Runtime.exceptionThrown":
                self.faults.append(str(answer["params"]["exceptionDetails"]))
            if answer.get("method") == "Log.entryAdded" and answer["params"]["entry"]["level"] == "error":
                self.faults.append(answer["params"]["entry"]["text"])

    def _read(self, until: float) -> dict[str, Any]:
        while b"\0" not in self._waiting:
            if not select.select([self._in], [], [], max(0.0, until - time.monotonic()))[0]:
                raise TimeoutError("Chromium does not answer")
            piece = os.read(self._in, 1 << 16)
            if not piece:
                raise RuntimeError("Chromium ended")
            self._waiting += piece
        line, _, self._waiting = self._waiting.partition(b"\0")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def open(self, path: Path) -> None:
        self.call("Page.navigate", url=path.resolve().as_uri())
        until = time.monotonic() + 20
        while self.run("document.readyState") != "complete" or self.run("location.href") == "about:blank":
            if time.monotonic() > until:
                raise TimeoutError(f"{path.name} does not load")
            time.sleep(0.02)

    def run(self, script: str) -> Any:
        """The value of a JavaScript expression in the page."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def key(self, key: str) -> None:
        text = {"text": key} if len(key) == 1 else {}
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, **text)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key)

    def click(self, selector: str) -> None:
        """A real click on the middle of the first element that fits, scrolled into view."""
        name = json.dumps(selector)
        box = self.run(
            f"(() => {{ const e = document.querySelector({name}); e.scrollIntoView({{block: 'center'}});"
            " const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left", clickCount=1)

    def screenshot(self) -> bytes:
        return base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"])

    def pdf(self) -> bytes:
        """The page printed on its own paper size."""
        return base64.b64decode(self.call("Page.printToPDF", preferCSSPageSize=True)["data"])
