"""A worker of gunicorn that really serves, and what it takes of the machine."""

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Worker:
    """One serving process."""

    port: int
    pid: int

    def get(self, address: str, **headers: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", quote(address, safe="/?&=%"), headers=headers)
        response = connection.getresponse()
        response.read()
        connection.close()
        return response

    def cpu(self, address: str, times: int = 1500, **headers: str) -> float:
        """Milliseconds of computing for one request."""
        for _ in range(50):
            self.get(address, **headers)
        started = self._ticks()
        for _ in range(times):
            self.get(address, **headers)
        return (self._ticks() - started) / _TICKS / times * 1000

    def megabytes(self) -> tuple[int, int]:
        """What of the worker stays in memory, and what of that is its own and no file's."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        kilobytes = dict(re.findall(r"^(\w+):\s+(\d+) kB$", status, re.MULTILINE))
        return int(kilobytes["VmRSS"]) // 1024, int(kilobytes["RssAnon"]) // 1024

    def _ticks(self) -> int:
        """Of user and system time (proc(5), fields 14 and 15)."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])


@contextmanager
def serving(settings: str) -> Iterator[Worker]:
    """A site with these settings, served by one worker."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "--no-control-socket", "--workers", "1"]
    command += ["--log-level", "error", "--bind", f"127.0.0.1:{port}"]
    program = "django.core.wsgi:get_wsgi_application()"
    master = subprocess.Popen(
        [*command, program], env={**os.environ, "DJANGO_SETTINGS_MODULE": settings}
    )
    try:
        yield Worker(port, _worker_of(master, port))
    finally:
        master.terminate()
        master.wait()


def _worker_of(master: subprocess.Popen, port: int) -> int:
    """The number of its worker, once that answers."""
    for _ in range(300):
        time.sleep(0.1)
        try:
            Worker(port, 0).get("/")
        except OSError:
            continue
        children = Path(f"/proc/{master.pid}/task/{master.pid}/children").read_text()
        return int(children.split()[0])
    raise RuntimeError("the server does not answer")
