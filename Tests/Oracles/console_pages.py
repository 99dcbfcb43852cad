"""Looks at the pages as people do, and as attackers do, in Debian's browser.

    console_pages.py PROGRAM CHECK...      one line of JSON for each; exit 1 if one fails
    console_pages.py PROGRAM --screens DIR [THEME]    every page at two widths
"""

import contextlib
import csv
import io
import json
import os
import pathlib
import signal
import sys
import time
import traceback

from console_office import Office, browser, themed
from console_way import MESSAGES, Hand, Keyboard, Way

KERN = next((pathlib.Path(sys.prefix) / "lib").glob("python*/site-packages/mkdocs_kern_ux/kern-ux/vendor/kern"), None)
LONG = os.environ.get("EINZELPOST_LONG") == "1"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def assert_equal(found, wanted, what):
    assert found == wanted, f"{what}: {found}, not {wanted}"


class Sight:
    """Looks at every page with axe, at 320 px, and at what it asks for."""

    def __init__(self, page, office):
        from axe_playwright_python.sync_playwright import Axe

        self.page, self.office, self.axe = page, office, Axe()
        self.seen, self.requests, self.noise = [], set(), []
        page.on("request", lambda one: self.requests.add(one.url))
        page.on("console", lambda one: self.note(one.text))
        page.on("pageerror", lambda one: self.noise.append(str(one)))

    def note(self, text):
        # The browser itself remarks on pages that say what is wrong with a form.
        if "status of 4" not in text:
            self.noise.append(text)

    def rules(self, name):
        # A click does not wait for the page's own style.
        self.page.wait_for_load_state("load")
        result = self.axe.run(self.page, options={"runOnly": {"type": "tag", "values": RULES}}).response
        found = [(one["id"], one["nodes"][0]["html"][:200]) for one in result["violations"]]
        assert not found, f"{name}: {found}"

    def look(self, name):
        self.seen.append(name)
        self.rules(name)
        self.page.set_viewport_size({"width": 320, "height": 640})
        width = self.page.evaluate("document.documentElement.scrollWidth")
        assert width <= 320, f"{name} is {width} px wide where there are 320"
        # By turns, or both where there is time for it.
        others = [("dark", "none"), ("light", "active")]
        for scheme, forced in others if LONG else [others[len(self.seen) % 2]]:
            self.page.emulate_media(color_scheme=scheme, forced_colors=forced)
            self.rules(f"{name} at 320 px, {scheme}, forced colours {forced}")
        self.page.emulate_media(color_scheme="light", forced_colors="none")
        self.page.set_viewport_size({"width": 1366, "height": 768})

    def foreign(self):
        return {one for one in self.requests
                if not one.startswith((self.office.url, "data:,"))}


def accessible(program):
    """axe finds nothing on any page in any state, and no page asks anybody else for anything."""
    with Office(program) as office:
        return accessible_pages(office)


def with_theme(program):
    """The same with KERN, the design system of the administration, as an office has it."""
    with Office(program) as first, themed(first, KERN) as office:
        return accessible_pages(office, fonts=True)


def accessible_pages(office, fonts=False):
    with browser() as chromium:
        page = chromium.new_context(locale="de-DE", viewport={"width": 1366, "height": 768}).new_page()
        sight = Sight(page, office)
        way = Way(Hand(page), office.link, sight.look)
        way.enter()
        way.upload(with_errors=True)
        campaign = way.choose(with_errors=True)
        for path in ("zeilen?klasse=send", "zweifel", "vorschau/99999", "ergebnis", "versand"):
            page.goto(f"{office.url}/k/{campaign}/{path}")
            sight.look(path)
        page.goto(f"{office.url}/k/{campaign}")
        way.check()
        page.go_back()
        way.hand.press("Alles zeigen")
        sight.look("aufgedeckt")
        way.hand.press("Weiter: Prüfen")
        tried(way, office, sight, campaign)
        way.approve(with_errors=True)
        way.send()
        way.await_result()
        for path in (f"k/{campaign}/nachpruefung", "", "barrierefreiheit", "gibt-es-nicht", "datei/weg"):
            page.goto(f"{office.url}/{path}")
            sight.look(path or "start danach")
        page.locator("footer").get_by_role("button", name="English").click()
        assert_equal(page.locator("html").get_attribute("lang"), "en", "language")
        sight.look("englisch")
        page.locator("footer").get_by_role("button", name="Log out").click()
        sight.look("abgemeldet")
        assert_equal(office.messages(), MESSAGES + 1, "messages, with the one to the office")
        assert not sight.foreign(), f"asks others: {sight.foreign()}"
        assert not sight.noise, f"the browser complains: {sight.noise}"
        loaded = [one for one in sight.requests if one.endswith(".woff2")]
        assert bool(loaded) == fonts, f"fonts: {loaded}"
        return {"states": len(sight.seen), "requests": len(sight.requests)}


def tried(way, office, sight, campaign):
    """A letter to the office itself, with an error at its field first."""
    way.hand.press("das Schreiben an ein eigenes Postfach senden")
    sight.look("testnachricht")
    way.hand.fill("zeile", "zwei")
    way.hand.press("Testnachricht senden")
    sight.look("testnachricht mit Fehler")
    way.hand.fill("zeile", "")
    way.hand.press("Testnachricht senden")
    way.page.wait_for_selector("table")
    sight.look("testnachricht gesendet")
    said = way.page.locator("main").inner_text()
    assert "angenommen" in said and "Niemand ist damit benachrichtigt" in said, said
    assert_equal(office.messages(), 1, "test mails")
    status = json.loads(office.command("status", campaign, "--format", "json").stdout)
    assert_equal(status["deliveries"]["accepted"], 0, "told by a test mail")
    way.hand.press("Zurück zum Prüfen")


def doubts(program):
    """Rows in doubt are asked one by one, with errors at their fields, and axe finds nothing there."""
    header = "Vorname;Nachname;E-Mail;Telefon;Datum;Uhrzeit;Ort;Status\n"
    rows = [f"Vor{n};Nach{n};p{n}@netz.example;0221 4710 1{n:02d};16.03.2021;09:{n:02d};Halle;gebucht"
            for n in range(10, 30)]
    rows += ["Ada;Beispiel;ada@netz.example;0221 4710 150;16.03.2021;10:10;Halle;vielleicht",
             "Bo;Beispiel;bo@netz.example;0221 4710 151;16.03.2021;10:20;Halle;vielleicht",
             "Cy;Beispiel;cy@netz.example;0221 4710 152;16.03.2021;10:30;Halle;vielleicht"]
    with Office(program) as office, browser() as chromium:
        page = chromium.new_context(locale="de-DE").new_page()
        sight = Sight(page, office)
        way = Way(Hand(page), office.link, sight.look)
        schedule = office.folder / "termine.csv"
        schedule.write_text(header + "\n".join(rows) + "\n", encoding="utf-8")
        way.enter()
        way.upload(schedule)
        campaign = way.choose(last="2021-03-16", service=None)
        way.hand.press("Ihre Entscheidung")
        sight.look("zweifel")
        way.hand.press("Antwort festhalten")
        sight.look("zweifel ohne Antwort")
        way.hand.tick("E-Mail an eine Adresse")
        way.hand.fill("adresse", "keine Adresse")
        way.hand.press("Antwort festhalten")
        sight.look("zweifel mit falscher Adresse")
        way.hand.fill("adresse", "ada@netz.example")
        way.hand.press("Antwort festhalten")
        sight.look("zweifel beantwortet")
        way.hand.tick("jemand ruft an")
        way.hand.press("Antwort festhalten")
        way.hand.press("Alle anrufen")
        sight.look("nichts im Zweifel")
        # The command line goes on where the browser has stopped.
        status = json.loads(office.command("status", campaign, "--format", "json").stdout)
        assert_equal(status["messages"], 21, "messages after the answers")
        return {"states": len(sight.seen)}


def keyboard(program):
    """The whole campaign with the keyboard alone."""
    with Office(program) as office, browser() as chromium:
        page = chromium.new_context(locale="de-DE", viewport={"width": 1366, "height": 768}).new_page()
        began = time.monotonic()
        Way(Keyboard(page), office.link).whole()
        assert_equal(office.messages(), MESSAGES, "messages")
        return {"messages": office.messages(), "seconds": round(time.monotonic() - began, 1)}


def scriptless(program):
    """The whole campaign without scripts."""
    with Office(program) as office, browser() as chromium:
        page = chromium.new_context(locale="de-DE", java_script_enabled=False).new_page()
        way = Way(Hand(page), office.link)
        way.is_without_scripts = True
        way.whole()
        assert_equal(office.messages(), MESSAGES, "messages")
        return {"messages": office.messages()}


def prepared(page, office):
    """As far as a campaign that only waits to be sent."""
    way = Way(Hand(page), office.link)
    way.enter()
    way.upload()
    campaign = way.choose()
    way.check()
    way.approve()
    return campaign


def once(program):
    """Two clicks, two tabs and a reload are one run; a second browser sees it, and its end."""
    with Office(program) as office, browser() as chromium:
        context = chromium.new_context(locale="de-DE")
        page = context.new_page()
        campaign = prepared(page, office)
        other = context.new_page()
        other.goto(page.url)
        send = """() => { const form = document.querySelector('main form');
            const body = new URLSearchParams(new FormData(form));
            return Promise.all([1, 2, 3].map(() => fetch(form.action, {method: 'POST', body}).then(a => a.status))); }"""
        statuses = page.evaluate(send)
        assert set(statuses) == {200}, statuses
        Hand(other).press("jetzt senden")
        page.reload()
        way = Way(Hand(page), office.link)
        way.await_result()
        other.goto(f"{office.url}/k/{campaign}/ergebnis")
        assert "1.494 von 1.494" in other.title(), other.title()
        assert_equal(office.messages(), MESSAGES, "messages")
        proof = office.command("verify", campaign, "--format", "json")
        assert_equal(json.loads(proof.stdout)["transactions"], MESSAGES, "transactions")
        return {"posts": len(statuses) + 1, "messages": office.messages()}


def killed(program, moments=1):
    """A server that is killed while it sends leaves what a killed `send` leaves; the pages say so, and nothing goes
    on without a click. The built-in mail server dies with it, so the messages of the second one are counted."""
    left = []
    for moment in range(moments):
        with Office(program) as office, browser() as chromium:
            config = office.folder / "example" / "einzelpost.toml"
            text = config.read_text(encoding="utf-8")
            # So slow that there is something to interrupt, on any machine.
            config.write_text(text.replace("# per_minute = 60", "per_minute = 6000"), encoding="utf-8")
            page = chromium.new_context(locale="de-DE").new_page()
            campaign = prepared(page, office)
            Hand(page).press("jetzt senden")
            # At another moment each time, from before the first message on.
            if moment % 4 or moments == 1:
                page.wait_for_function(
                    "() => /^[1-9]/.test((document.querySelector('#stand .gross') || {}).textContent || '')")
            page.wait_for_timeout(17 * (moment % 20))
            os.kill(office.server, signal.SIGKILL)
            office.process.wait(10)
            left.append(after_death(program, office, chromium, campaign))
    interrupted = [one for one in left if one]
    assert interrupted, f"no kill has hit a campaign under way: {left}"
    return {"moments": moments, "interrupted": len(interrupted), "accepted_before": left[:10]}


def after_death(program, office, chromium, campaign):
    example = office.folder / "example"
    status = json.loads(office.command("status", campaign, "--format", "json").stdout)
    before = status["deliveries"]["accepted"]
    if status["state"] in ("finished", "approved"):
        return before if status["state"] == "finished" else None
    assert_equal(status["state"], "paused", "state after the kill")
    second = Office(program, "--config", str(example / "einzelpost.toml"), "--state", str(example / "state"),
                    "--as-of", "2021-03-15T18:00", folder=office.folder, example=False)
    try:
        page = chromium.new_context(locale="de-DE").new_page()
        page.goto(second.link)
        main = page.locator("main").inner_text()
        assert "ist unterbrochen" in main and "Fortsetzen" in main, main
        page.wait_for_timeout(500)
        again = json.loads(office.command("status", campaign, "--format", "json").stdout)
        assert_equal(again["deliveries"], status["deliveries"], "nothing goes on without a click")
        Hand(page).press("Fortsetzen")
        shown = page.locator("main").inner_text()
        assert "unterbrochen" in shown and "niemand doppelt" in shown, shown
    finally:
        second.stop()
    return before


def four_eyes(program):
    """Two people with two logins and two browsers; whoever planned is refused."""
    with Office(program, login=60_001) as office, browser() as chromium:
        example = office.folder / "example"
        config = example / "einzelpost.toml"
        text = config.read_text(encoding="utf-8")
        config.write_text(text.replace("people = 1", "people = 2", 1), encoding="utf-8")
        page = chromium.new_context(locale="de-DE").new_page()
        way = Way(Hand(page), office.link)
        way.enter()
        way.upload()
        campaign = way.choose()
        way.check()
        way.hand.press("Weiter zur Freigabe")
        refusal = page.locator("#fehler").inner_text()
        assert "60001" in refusal, refusal
        for field, value in (("anzahl", "1494"), ("tag", "21.03.2021"), ("name", "E. Beispiel")):
            way.hand.fill(field, value)
        way.hand.press("freigeben")
        assert page.locator("#fehler").count() == 1, "whoever planned could approve"
        second = Office(program, "--config", str(config), "--state", str(example / "state"),
                        "--as-of", "2021-03-15T18:00", folder=office.folder, example=False, login=60_002)
        try:
            other = chromium.new_context(locale="de-DE").new_page()
            way = Way(Hand(other), second.link)
            way.enter()
            other.goto(f"{second.url}/k/{campaign}/pruefen")
            way.approve(name="Z. Beispiel")
        finally:
            second.stop()
        # The first goes on in the first browser.
        page.goto(f"{office.url}/k/{campaign}/versand")
        way = Way(Hand(page), office.link)
        way.send()
        way.await_result()
        assert_equal(office.messages(), MESSAGES, "messages")
        return {"refused": 2, "messages": office.messages()}


def stopped(program):
    """Anhalten stops between two messages, the page says so, and Fortsetzen goes on; beside it the command line."""
    with Office(program) as office, browser() as chromium:
        config = office.folder / "example" / "einzelpost.toml"
        text = config.read_text(encoding="utf-8")
        config.write_text(text.replace("# per_minute = 60", "per_minute = 1200"), encoding="utf-8")
        page = chromium.new_context(locale="de-DE").new_page()
        campaign = prepared(page, office)
        Hand(page).press("jetzt senden")
        page.wait_for_timeout(1500)
        told = page.locator("#stand .gross").inner_text()
        running = json.loads(office.command("status", campaign, "--format", "json").stdout)
        assert_equal(running["state"], "sending", "the command line sees it")
        Hand(page).press("Anhalten")
        page.wait_for_selector("h1:has-text('unterbrochen')", timeout=20_000)
        status = json.loads(office.command("status", campaign, "--format", "json").stdout)
        assert_equal(status["state"], "paused", "state after Anhalten")
        assert 0 < status["deliveries"]["accepted"] < MESSAGES, status
        assert_equal(status["deliveries"]["unknown"], 0, "unknown after Anhalten")
        config.write_text(text, encoding="utf-8")
        Hand(page).press("Fortsetzen")
        page.wait_for_timeout(600)
        # Another process asks, as `einzelpost stop` does; the pages stay.
        office.command("stop", campaign)
        page.goto(f"{office.url}/k/{campaign}/versand")
        if "unterbrochen" in page.title():
            Hand(page).press("Fortsetzen")
        Way(Hand(page), office.link).await_result()
        assert_equal(office.messages(), MESSAGES, "messages")
        return {"told": told, "accepted_when_stopped": status["deliveries"]["accepted"]}


# A quotation mark and a bracket that another character sticks to, and markup as it is.
ESCAPES = ['"\u0301 onmouseover="document.title=1', "\u0600<script>document.title=1</script>",
           "<img src=x onerror=document.title=1>", "'\u20dd><svg onload=document.title=1>",
           "</pre></main><h1>", "{{name}}{{{name}}}", "&lt;b&gt;&amp;#x3C;i>", "]]><!--", "${7*7}<%= 7*7 %>"]
SKELETON = """(asked) => Promise.all(asked.map(async ([path, body]) => {
    const tree = node => node.nodeName + '[' + [...node.attributes].map(a => a.name).sort() + ']('
        + [...node.children].map(tree).join('') + ')';
    const how = body ? {method: 'POST', body: new URLSearchParams(body)} : {};
    const text = await (await fetch(path, how)).text();
    return tree(new DOMParser().parseFromString(text, 'text/html').documentElement); }))"""
HARMLESS = 25


def schedule(cells):
    """Cells in names, sites, references and headers; the first rows have ordinary names."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(["Buchungs-ID", "Vorname", "Nachname", "E-Mail", "Datum", "Uhrzeit", "Ort",
                     *(f"Extra {number} {cell}" for number, cell in enumerate(cells[:9]))])
    for number, cell in enumerate([f"Wort{number}" for number in range(HARMLESS)] + cells):
        writer.writerow([f"B{number:05d}", f"V{cell}", f"N{cell}", f"person{number}@netz.example",
                         "16.03.2021", f"{8 + number // 60 % 12:02d}:{number % 60:02d}", f"Halle {cells[number % 5]}"]
                        + ["x"] * min(9, len(cells)))
    return out.getvalue()


def trees_of(program, chromium, content, typed):
    """The element tree of every page that shows something of a file with these cells, or of what was typed."""
    trees = {}
    with Office(program) as office:
        page = chromium.new_context(locale="de-DE").new_page()
        page.on("dialog", lambda dialog: trees.update(dialog="opened"))
        path = office.folder / f"termine {content[0].replace('/', '')[:40]}.csv"
        path.write_text(schedule(content), encoding="utf-8-sig")
        way = Way(Hand(page), office.link)
        way.enter()
        way.upload(path)
        look = page.url
        token = page.locator("input[name=zeichen]").first.get_attribute("value")
        way.hand.press("weiter zur Auswahl")
        boxes = page.locator("main input[type=checkbox]").count()
        trees["file"], trees["choice"] = page.evaluate(SKELETON, [[look, None], [page.url, None]])
        fields = [{"zeichen": token, "erwartet": f"x{one}", "von": one, "ort": one} for one in typed]
        trees["typed choice"] = set(page.evaluate(SKELETON, [[page.url, one] for one in fields]))
        way.hand.choose("von", "2021-03-16")
        way.hand.choose("bis", "2021-03-16")
        for box in page.locator("main input[type=checkbox]").all():
            box.check()
        way.hand.press("Planen")
        base = page.url
        told = json.loads(office.command("rows", base.rsplit("/", 1)[1], "--format", "json").stdout)["rows"]
        rows = sorted(one["row"] for one in told if one["message"])
        shown = page.evaluate(SKELETON, [[f"{base}/vorschau/{row}", None] for row in rows])
        trees["previews"] = dict(zip(rows[1:-1], shown[1:-1]))
        doubts = [one["row"] for one in told if one["class"] == "needs-decision"]
        page.evaluate(SKELETON, [[f"{base}/zweifel/alle", {"zeichen": token}]])
        page.goto(f"{base}/freigabe")
        digest = page.locator("input[name=digest]").get_attribute("value")
        fields = [{"zeichen": token, "digest": digest, "anzahl": f"x{one}", "tag": f"x{one}", "name": f"x{one}"} for one in typed]
        trees["typed approval"] = set(page.evaluate(SKELETON, [[page.url, one] for one in fields]))
        assert page.evaluate("document.title") != "1"
        return trees, boxes, len(doubts)


def hostile(program, strings=40):
    """Hostile cells, headers and answers make the same element tree as harmless ones, on every page that shows
    them. Most of them never get so far: the importer asks about cells that hold markup."""
    naughty = json.loads((pathlib.Path(__file__).parent.parent / "Corpora" / "blns" / "blns.json").read_text())
    chosen = [one for one in naughty if one.strip()]
    cells = ESCAPES + (chosen if strings is None else chosen[:: max(1, len(chosen) // strings)])
    cells = [one for one in cells if not set("\n\r\0") & set(one)]
    words = [f"Wort{number}" for number in range(len(cells))]
    with browser() as chromium:
        found, boxes, doubts = trees_of(program, chromium, cells, cells)
        plain, plain_boxes, _ = trees_of(program, chromium, words, words)
    assert "dialog" not in found
    assert_equal(found["file"], plain["file"], "the page of the file")
    assert_equal(boxes, plain_boxes, "sites to tick")
    assert_equal(found["choice"], plain["choice"], "the page of the choice")
    for name in ("typed choice", "typed approval"):
        assert len(plain[name]) == 1, f"{name}: harmless words differ"
        assert_equal(found[name], plain[name], name)
    wanted = set(plain["previews"].values())
    assert len(wanted) == 1, "harmless messages differ from each other"
    other = [row for row, tree in found["previews"].items() if tree not in wanted]
    assert not other, f"rows {other} change the page"
    messages = len([row for row in found["previews"] if row > HARMLESS + 1])
    assert messages >= 5, f"only {messages} hostile names get a message"
    return {"cells": len(cells), "typed": 2 * len(cells), "messages": messages, "asked": doubts}


def control(program):
    """The checks above can fail: axe finds what is planted, and so does the comparison of trees."""
    with Office(program) as office, browser() as chromium:
        page = chromium.new_context(locale="de-DE").new_page()
        sight = Sight(page, office)
        page.goto(office.link)
        page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=/x.png><input>')")
        try:
            sight.rules("planted")
        except AssertionError as error:
            found = str(error)
        else:
            raise AssertionError("axe finds nothing")
        assert "image-alt" in found and "label" in found, found
        trees = page.evaluate(SKELETON, [["/", None], ["/barrierefreiheit", None]])
        assert trees[0] != trees[1]
        return {"found": 2}


def screens(program, folder, theme=None):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as stack:
        office = stack.enter_context(Office(program))
        chromium = stack.enter_context(browser())
        if theme:
            office = stack.enter_context(themed(office, theme))
        page = chromium.new_context(locale="de-DE", viewport={"width": 1366, "height": 768}).new_page()
        names = []

        def see(name):
            names.append(name)
            for width, height in ((1366, 768), (320, 640)):
                page.set_viewport_size({"width": width, "height": height})
                page.screenshot(path=folder / f"{len(names):02d}-{name}-{width}.png", full_page=True)
            page.set_viewport_size({"width": 1366, "height": 768})

        config = office.folder / "example" / "einzelpost.toml"
        text = config.read_text(encoding="utf-8")
        config.write_text(text.replace("# per_minute = 60", "per_minute = 18000"), encoding="utf-8")
        way = Way(Hand(page), office.link, see)
        way.enter()
        way.upload(with_errors=True)
        way.choose(with_errors=True)
        way.check()
        way.approve(with_errors=True)
        way.send()
        page.wait_for_timeout(2500)
        see("versand-laeuft")
        way.await_result()
        for name in ("", "barrierefreiheit"):
            page.goto(f"{office.url}/{name}")
            see(name or "start-danach")
        return {"screens": 2 * len(names), "folder": str(folder)}


CHECKS = {
    "accessible": accessible, "theme": with_theme, "doubts": doubts, "keyboard": keyboard, "scriptless": scriptless, "once": once,
    "killed": killed, "killed-often": lambda program: killed(program, 100), "four-eyes": four_eyes,
    "stopped": stopped, "hostile": hostile, "hostile-all": lambda program: hostile(program, None), "control": control,
}


def main():
    program, *names = sys.argv[1:]
    if names and names[0] == "--screens":
        print(json.dumps(screens(program, *names[1:])))
        return 0
    status = 0
    for name in names:
        try:
            began = time.monotonic()
            told = CHECKS[name](program)
            print(json.dumps({"check": name, "ok": True, **told, "took": round(time.monotonic() - began)}), flush=True)
        except Exception as error:
            where = traceback.format_exc(limit=-3)
            print(json.dumps({"check": name, "ok": False, "error": str(error)[:2000], "where": where}), flush=True)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
