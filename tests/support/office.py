"""One headless LibreOffice for a test run: a fresh profile, a pipe of its own, ended by its process id.

    with Office(program) as office:
        document = office.open(path)
        ...
        office.close(document)

STEWARD_SOFFICE names the programs to test with, separated as in PATH; without it, the `soffice` of the PATH."""

import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time
import uuid

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException

START_SECONDS = 90
STOP_SECONDS = 20


def programs():
    """The LibreOffice programs that tests are run with."""
    named = [entry for entry in os.environ.get("STEWARD_SOFFICE", "soffice").split(os.pathsep) if entry]
    return [found for found in map(shutil.which, named) if found]


def url(path):
    """The file URL of a path."""
    return pathlib.Path(path).resolve().as_uri()


def values(**named):
    """Named values as UNO property values."""
    result = []
    for name, value in named.items():
        entry = PropertyValue()
        entry.Name, entry.Value = name, value
        result.append(entry)
    return tuple(result)


class Office:
    """A running LibreOffice."""

    saves_for_recovery = False  # what a document held when the office fell is not asked for in a test that is not about it

    def __init__(self, program="soffice", arguments=(), home=None, headless=True, environment=(),
                 restores_signals=True):
        """`home` keeps the profile for the next run; without it the profile is fresh and goes with the office.
        `environment` is added to the office's own; signals that are ignored here stay so there when they are not restored."""
        self.program, self.arguments, self.environment = shutil.which(program) or program, tuple(arguments), dict(environment)
        self.restores_signals = restores_signals
        self.keeps_home, self.headless = home is not None, headless
        self.home = pathlib.Path(home or tempfile.mkdtemp(prefix="steward-office-")).resolve()
        self.pipe = "steward" + uuid.uuid4().hex
        self.process = self.context = self.desktop = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()

    @property
    def profile(self):
        """The options that send the office, and unopkg, to the profile of this run."""
        return [f"-env:UserInstallation={(self.home / 'profile').as_uri()}",
                f"-env:UNO_SHARED_PACKAGES={(self.home / 'shared').as_uri()}"]

    def install(self, extension):
        """Installs an extension in the profile; to be called before the office is started."""
        unopkg = pathlib.Path(self.program).resolve().with_name("unopkg")
        self.home.mkdir(parents=True, exist_ok=True)
        # unopkg refuses to install for root alone, so root installs for all users of this profile.
        shared = ["--shared"] if os.geteuid() == 0 else []
        done = subprocess.run([unopkg, "add", *shared, "--suppress-license", "-f", *self.profile, str(extension)],
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"{extension} could not be installed: {done.stderr or done.stdout}")
        return self

    def start(self):
        """Starts the program and connects to it."""
        # Variables of the client's own UNO runtime would send the office looking for the wrong libraries.
        environment = {key: value for key, value in os.environ.items() if not key.startswith("URE_")}
        environment.update(self.environment)
        self.process = subprocess.Popen(
            [self.program, *(["--headless"] if self.headless else []), *([] if self.saves_for_recovery else ["--norestore"]),
             "--nologo", "--nodefault", "--nofirststartwizard", *self.profile, f"--accept=pipe,name={self.pipe};urp;", *self.arguments],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, env=environment,
            start_new_session=True, restore_signals=self.restores_signals)
        self.connect()

    def connect(self):
        """The component context of the office; waits until it answers."""
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        until = time.monotonic() + START_SECONDS
        while True:
            try:
                self.context = resolver.resolve(f"uno:pipe,name={self.pipe};urp;StarOffice.ComponentContext")
                self.desktop = self.service("com.sun.star.frame.Desktop")
                return self.context
            except NoConnectException:
                if time.monotonic() > until:
                    self.stop()
                    raise
                time.sleep(0.2)

    def service(self, name):
        """A service of the office."""
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    def open(self, path, hidden=True, **options):
        """Opens a file; a template is opened as a new document made from it."""
        document = self.desktop.loadComponentFromURL(url(path), "_blank", 0, values(Hidden=hidden, **options))
        if document is None:
            raise RuntimeError(f"LibreOffice cannot open {path}")
        return document

    def new(self):
        """A new, hidden spreadsheet."""
        return self.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, values(Hidden=True))

    def store(self, document, path, filter_name):
        """Stores a copy of the document with an export filter."""
        document.storeToURL(url(path), values(FilterName=filter_name))

    def close(self, document):
        """Closes a document without saving."""
        document.close(True)

    def stop(self):
        """Ends the office, by request first, and removes its profile."""
        if self.process and self.process.poll() is None:
            try:
                self.desktop.terminate()
            except (DisposedException, AttributeError, RuntimeError):
                pass
            self._wait_or_kill()
        if not self.keeps_home:
            shutil.rmtree(self.home, ignore_errors=True)

    def _wait_or_kill(self):
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
