"""Starts the pages (`einzelpost console`) for a test, and a browser that looks at them."""

import contextlib
import json
import pathlib
import shutil
import signal
import subprocess
import tempfile

BROWSERS = ("/usr/bin/chromium-headless-shell", "/usr/bin/chromium")


class Office:
    """One run of the pages, with the example authority or one of its own."""

    def __init__(self, program, *arguments, folder=None, example=True, login=None):
        self.folder = pathlib.Path(folder or tempfile.mkdtemp(prefix="console-"))
        self.is_ours = folder is None
        self.program = str(pathlib.Path(program).resolve())
        self.arguments = list(arguments)
        if example:
            self.arguments += ["--example", str(self.folder / "example")]
        self.login = login
        self.start()

    def start(self):
        # Who logged in, as the kernel knows it (proc(5), loginuid).
        become = [] if self.login is None else [
            "sh", "-c", f'echo {self.login} >/proc/self/loginuid && exec "$0" "$@"']
        self.process = subprocess.Popen(
            ["timeout", "-k", "1", "900", *become, self.program, "console", "--format", "json",
             "--language", "de", *self.arguments],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            cwd=self.folder)
        text = ""
        for line in self.process.stdout:
            text += line
            if line.startswith("}"):
                break
        if not text:
            raise SystemExit(f"the pages do not start: {self.process.stderr.read()}")
        invitation = json.loads(text)
        self.link, self.port, self.file = (invitation[key] for key in ("link", "port", "file"))

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def server(self):
        """The process of the program itself: its parent only bounds its time."""
        children = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return int(children.read_text().split()[0])

    def command(self, *words):
        """Another command beside the pages, at the same authority."""
        example = self.folder / "example"
        places = ["--config", str(example / "einzelpost.toml"), "--state", str(example / "state"),
                  "--language", "en"]
        return subprocess.run([self.program, *words, *places], capture_output=True, text=True,
                              timeout=120, check=False)

    def messages(self):
        return sum(1 for _ in (self.folder / "example" / "messages").glob("**/*.eml"))

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
        for stream in (self.process.stdout, self.process.stderr):
            stream.close()

    def close(self):
        self.stop()
        if self.is_ours:
            shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


@contextlib.contextmanager
def themed(office, theme):
    """The pages of the same authority once more, with a theme; its mail server is the one of the first."""
    example = office.folder / "example"
    config = example / "themed.toml"
    text = (example / "einzelpost.toml").read_text(encoding="utf-8")
    text = text.replace("[console]", f'[console]\ntheme = "{theme}"', 1)
    # Whichever of the two opens the journal first, the other knows it as well.
    text = text.replace('# witness = "/srv/witness"', f'witness = "{example}/witness"', 1)
    config.write_text(text, encoding="utf-8")
    config.chmod(0o600)
    other = Office(office.program, "--config", str(config), "--state", str(example / "state"),
                   "--as-of", "2021-03-15T18:00", folder=office.folder, example=False)
    try:
        yield other
    finally:
        other.stop()


@contextlib.contextmanager
def browser(*arguments):
    """Debian's browser, which can reach nothing but this machine."""
    from playwright.sync_api import sync_playwright

    path = next((one for one in BROWSERS if pathlib.Path(one).exists()), None)
    if path is None:
        raise SystemExit("no browser: apt-get install chromium-headless-shell")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                  *arguments])
        new_context = chromium.new_context

        def patient(**arguments):
            context = new_context(**arguments)
            # Other tests run beside these, on two cores.
            context.set_default_timeout(120_000)
            return context

        chromium.new_context = patient
        try:
            yield chromium
        finally:
            chromium.close()
