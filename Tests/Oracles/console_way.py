"""The way of a clerk through the pages: with a mouse, with the keyboard alone, or without scripts."""

import pathlib

EXAMPLE = pathlib.Path(__file__).parent.parent.parent / "Examples" / "impftermine.csv"
MESSAGES = 1494


class Hand:
    """Somebody with a mouse."""

    def __init__(self, page):
        self.page = page

    def press(self, name):
        self.page.locator("main").get_by_role("link", name=name).or_(
            self.page.locator("main").get_by_role("button", name=name)).first.click()

    def fill(self, field, text):
        self.page.fill(f"#{field}", text)

    def choose(self, field, value):
        self.page.select_option(f"#{field}", value)

    def tick(self, label):
        self.page.get_by_label(label).check()

    def upload(self, path):
        self.page.set_input_files("#datei", path)


class Keyboard(Hand):
    """Somebody who has nothing but Tab, Enter, the space bar and the arrows."""

    FOCUS = """() => { const e = document.activeElement; if (!e || e === document.body) return null;
        const label = e.labels && e.labels.length ? e.labels[0].textContent : '';
        const shown = e.getClientRects().length > 0;
        const ring = getComputedStyle(e);
        return {tag: e.tagName, id: e.id, type: e.type || '', text: (label || e.textContent || '').trim(),
                main: !!e.closest('main'), shown, ring: ring.outlineStyle !== 'none'}; }"""

    def __init__(self, page):
        super().__init__(page)
        # The browser is asked to hand over the choice of a file from now on, not only when Enter has been pressed.
        page.on("filechooser", lambda chooser: None)

    def go(self, wanted, what):
        """Walks on until something is focused, and sees that it can be seen."""
        for _ in range(200):
            self.page.keyboard.press("Tab")
            focus = self.page.evaluate(self.FOCUS)
            if focus and wanted(focus):
                assert focus["shown"] and focus["ring"], f"{what} is focused, and nobody sees it"
                return
        raise AssertionError(f"{what} is not reached with the keyboard on {self.page.url}")

    def press(self, name):
        self.go(lambda one: one["main"] and one["tag"] in ("A", "BUTTON") and name in one["text"], name)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def fill(self, field, text):
        self.go(lambda one: one["id"] == field, field)
        self.page.keyboard.type(text)

    def choose(self, field, value):
        self.go(lambda one: one["id"] == field, field)
        for _ in range(100):
            if self.page.input_value(f"#{field}") == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{value} is not reached in {field}")

    def tick(self, label):
        self.go(lambda one: one["type"] in ("checkbox", "radio") and label in one["text"], label)
        self.page.keyboard.press("Space")

    def upload(self, path):
        self.go(lambda one: one["id"] == "datei", "datei")
        with self.page.expect_file_chooser() as chooser:
            self.page.keyboard.press("Enter")
        chooser.value.set_files(path)


class Way:
    """From the link to the result; `see` is called with a name wherever something new is shown."""

    def __init__(self, hand, link, see=lambda name: None):
        self.hand, self.page, self.link, self.see = hand, hand.page, link, see

    def enter(self):
        self.page.goto(self.link)
        assert "anmelden" not in self.page.url, "the link stays in the address"
        self.see("start")

    def upload(self, path=EXAMPLE, with_errors=False):
        self.hand.press("Termine absagen")
        self.see("datei")
        if with_errors:
            self.hand.press("Datei lesen")
            self.see("datei-fehler")
        self.hand.upload(str(path))
        self.hand.press("Datei lesen")
        self.see("liste")

    def choose(self, first="2021-03-16", last="2021-03-21", service="AstraZeneca", with_errors=False):
        self.hand.press("weiter zur Auswahl")
        self.see("auswahl")
        if with_errors:
            self.hand.press("Planen")
            self.see("auswahl-fehler")
        self.hand.choose("von", first)
        self.hand.choose("bis", last)
        if service:
            self.hand.tick(service)
        self.hand.press("Planen")
        self.see("zeilen")
        return self.page.url.rsplit("/", 1)[1]

    def check(self):
        self.hand.press("Nachrichten ansehen")
        self.see("vorschau")
        self.hand.press("Nächste Nachricht")
        self.hand.press("Weiter: Prüfen")
        self.see("pruefen")

    def approve(self, number=MESSAGES, day="21.03.2021", name="E. Beispiel", with_errors=False):
        self.hand.press("Weiter zur Freigabe")
        self.see("freigabe")
        if with_errors:
            self.hand.press("freigeben")
            self.see("freigabe-fehler")
        self.hand.fill("anzahl", str(number))
        self.hand.fill("tag", day)
        self.hand.fill("name", name)
        self.hand.press("freigeben")
        self.see("bereit")

    def send(self):
        self.hand.press("jetzt senden")
        self.see("versand")

    def await_result(self):
        """With scripts the page goes on by itself; without, somebody asks for it."""
        for _ in range(240):
            if self.page.url.endswith("/ergebnis"):
                break
            again = self.page.locator("a", has_text="Stand aktualisieren")
            if self.is_without_scripts and again.count():
                again.first.click()
            self.page.wait_for_timeout(250)
        assert self.page.url.endswith("/ergebnis"), f"no result: {self.page.url}, {self.page.locator('main').inner_text()}"
        self.see("ergebnis")

    is_without_scripts = False

    def whole(self):
        self.enter()
        self.upload()
        self.choose()
        self.check()
        self.approve()
        self.send()
        self.await_result()
