"""An office with a campaign of invented people, driven through the built program alone."""

import json
import os
import pathlib
import re
import socket
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Office:
    """A campaign of invented people, planned and approved."""

    def __init__(self, binary, folder, rows, port, connections=4, relay='security = "none"', per_minute=None):
        """`relay`: more lines of [relay]; `per_minute`: the pace, nothing for none."""
        self.binary, self.folder = os.path.realpath(binary), folder
        schedule = folder / "termine.csv"
        schedule.write_text("".join(self.row(number) for number in range(-1, rows)), encoding="utf-8")
        text = (ROOT / "Examples/einzelpost.toml").read_text()
        text = re.sub(r'(?m)^url = .*', f'url = "smtp://127.0.0.1:{port}"', text)
        text = re.sub(r'(?m)^security = .*', lambda _: relay, text)
        text = re.sub(r'(?m)^connections = .*', f'connections = {connections}', text)
        text = re.sub(r'(?m)^(# *)?helo = .*', 'helo = "termine.kreis.example"', text)
        text = re.sub(r'(?m)^directory = .*', f'directory = "{folder}/state"', text)
        pace = f"per_minute = {per_minute}" if per_minute else ""
        text = re.sub(r'(?m)^(# *)?per_minute = .*', '', text)
        text = re.sub(r'(?m)^\[pace\].*', lambda _: f"[pace]\n{pace}", text)
        text = re.sub(r'(?m)^first = .*', 'first = 0', text)
        (folder / "einzelpost.toml").write_text(text)
        plan = self.run("plan", schedule, "--date", "2097-03-19", code=(0, 1))
        self.campaign, self.messages = plan["campaign"], plan["messages"]
        if plan["classes"]["needs-decision"]:
            plan = self.run("decide", self.campaign, "--all-doubtful", "--phone", code=(0, 1))
        self.run("approve", self.campaign, "--digest", plan["digest"], "--by", "A. Muster", code=(0, 1))

    @staticmethod
    def row(number):
        if number < 0:
            return "Buchungs-ID;Nachname;Vorname;E-Mail;Telefon;Datum;Uhrzeit;Status\r\n"
        first, last = "Cosima Frauke Quirin Wencke".split()[number % 4], "Distel Ginster Holunder".split()[number % 3]
        start = f"{8 + number // 60 % 10}:{number % 60:02}"
        return (f"BZ-{4_700_000 + number};{last}kamp;{first};person.{100_000 + number}@example.org;"
                f"+49 221 47{100_000 + number};19.03.2097;{start};gebucht\r\n")

    def command(self, *arguments):
        return [self.binary, *map(str, arguments), "--config", self.folder / "einzelpost.toml", "--templates",
                ROOT / "Templates", "--format", "json"]

    @property
    def environment(self):
        return {"PATH": os.environ["PATH"], "HOME": str(self.folder)}

    def run(self, *arguments, code=(0,)):
        done = subprocess.run(self.command(*arguments), capture_output=True, text=True, env=self.environment)
        self.code, self.errors = done.returncode, done.stderr
        if done.returncode not in code:
            raise SystemExit(f"{arguments[0]} ended with {done.returncode}: {done.stderr[-500:]}")
        return json.loads(done.stdout)

    def send(self, command="send", code=(0,)):
        return self.run(command, self.campaign, code=code)
