"""Walks the running program over the accessibility bus and completes the quick questionnaire there; see .ci/accessibility."""
import glob
import json
import os
import re
import sys
import time

import pyatspi
from gi.repository import Atspi, GLib

LIMIT = 30  # seconds for anything to come true
CONTROLS = {
    pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_ENTRY, pyatspi.ROLE_TEXT, pyatspi.ROLE_PASSWORD_TEXT,
    pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_RADIO_BUTTON, pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_PAGE_TAB, pyatspi.ROLE_SLIDER,
    pyatspi.ROLE_SPIN_BUTTON, pyatspi.ROLE_LINK, pyatspi.ROLE_MENU_ITEM, pyatspi.ROLE_LIST_BOX, pyatspi.ROLE_LIST_ITEM,
    pyatspi.ROLE_IMAGE,
}
CHOSEN = (pyatspi.STATE_CHECKED, pyatspi.STATE_PRESSED, pyatspi.STATE_SELECTED)
COMPANY = "Officina in Ascolto"
pid = int(sys.argv[1])


def texts():
    """Simple interface texts by key."""
    out = {}
    for path in glob.glob("assets/texts/it/*.ftl"):
        with open(path, encoding="utf-8") as file:
            out.update(re.findall(r"^([a-z][a-z0-9-]*) = (.+)$", file.read(), re.M))
    return out


TEXTS = texts()
PACK = json.load(open("questionnaires/orientamento/pack.json", encoding="utf-8"))["items"]
LADDERS = [i["id"] for i in PACK if i["type"] == "ladder" and i["mode"] == "quick"]
FACTS = [i["id"] for i in PACK if i["type"] == "fact" and i["mode"] == "quick" and i["id"].startswith("F")]


class Fault(Exception):
    """Something that must hold does not."""


class Node:
    """One thing on the bus, as it was when read."""

    def __init__(self, accessible, place):
        self.accessible = accessible
        self.role = accessible.getRole()
        self.name = accessible.name or ""
        self.place = place

    def chosen(self):
        states = self.accessible.getState()
        return any(states.contains(s) for s in CHOSEN)

    def enabled(self):
        states = self.accessible.getState()
        return states.contains(pyatspi.STATE_SENSITIVE) or states.contains(pyatspi.STATE_ENABLED)

    def press(self):
        if not self.accessible.queryAction().doAction(0):
            raise Fault(f"«{self.name}» cannot be pressed")

    def write(self, words):
        self.accessible.queryComponent().grabFocus()
        await_true(f"the keyboard on «{self.name}»", lambda: self.accessible.getState().contains(pyatspi.STATE_FOCUSED))
        if not self.accessible.queryEditableText().setTextContents(words):
            raise Fault(f"«{self.name}» takes no text")
        await_true(f"the text of «{self.name}»", lambda: self.accessible.queryText().getText(0, -1) == words)

    def __str__(self):
        return f"{self.accessible.getRoleName()} «{self.name}» in {' > '.join(self.place[-4:]) or 'the window'}"


def application():
    desktop = pyatspi.Registry.getDesktop(0)
    for index in range(desktop.childCount):
        app = desktop.getChildAtIndex(index)
        if app is not None and app.get_process_id() == pid and app.childCount > 0:
            # Nobody listens to events here, so nothing read before may be believed.
            app.set_cache_mask(Atspi.Cache.NONE)
            return app
    return None


def walk():
    """Everything in the window, in reading order. Read again where something vanished meanwhile."""
    until = time.monotonic() + LIMIT
    while True:
        try:
            out, open_ = [], [(APP, [])]
            while open_:
                accessible, place = open_.pop()
                if accessible is None:
                    raise GLib.Error("gone")
                node = Node(accessible, place)
                out.append(node)
                below = place + [node.name] if node.name else place
                count = accessible.childCount
                open_.extend((accessible.getChildAtIndex(k), below) for k in reversed(range(count)))
            return out
        except (GLib.Error, LookupError, NotImplementedError) as error:
            if time.monotonic() > until:
                raise Fault(f"the tree cannot be read: {error}") from error


def await_true(what, condition, limit=LIMIT):
    """Waits until the condition gives something true, and gives it."""
    until = time.monotonic() + limit
    while True:
        try:
            if value := condition():
                return value
        except GLib.Error:
            pass  # it vanished under the question
        if not os.path.exists(f"/proc/{pid}"):
            raise Fault(f"the program ended while waiting for {what}")
        if time.monotonic() > until:
            raise Fault(f"{what} did not come within {limit} s")
        time.sleep(0.05)


def find(name, roles=None, enabled=True):
    """The first control with this name, or whose name begins with it and a comma or colon."""
    for node in walk():
        exact = node.name == name or node.name.startswith((name + ",", name + ":"))
        if exact and (roles is None or node.role in roles) and (not enabled or node.enabled()):
            return node
    return None


def button(key):
    name = TEXTS[key]
    return await_true(f"the button «{name}»", lambda: find(name, {pyatspi.ROLE_PUSH_BUTTON}))


def nameless(screen):
    """Counts the controls of the screen; those without a name, or with a bare icon for one, are a fault."""
    nodes = [n for n in walk() if n.role in CONTROLS]
    faults = [n for n in nodes if not re.sub(r"[\s\uE000-\uF8FF\U000F0000-\U0010FFFD]", "", n.name)]
    print(f"{screen}: {len(nodes)} controls, {len(faults)} without a name")
    return [f"{screen}: {n}" for n in faults]


def tab_of(key):
    name = TEXTS[f"screen-{key}"]
    return find(name, {pyatspi.ROLE_PAGE_TAB})


# Screens that stand in the rail only while one of the results is shown.
DETAILS = {"sure", "benchmark", "matrix", "contradictions", "explain"}


def go(key):
    if key in DETAILS and tab_of(key) is None:
        go("results")
    tab = await_true(f"the way to «{key}»", lambda: tab_of(key))
    # A press of the tab shown would change nothing one could wait for, and might be heard together with the next.
    if tab.chosen():
        return
    tab.press()
    await_true(f"the screen «{key}»", lambda: (tab := tab_of(key)) and tab.chosen())


def walk_screens(what):
    """Every screen there is a way to, in the order of the rail."""
    faults = []
    if tab_of("results") is not None and tab_of("results").enabled():
        go("results")
    names = {v: k.removeprefix("screen-") for k, v in TEXTS.items() if k.startswith("screen-")}
    keys = []
    for node in walk():
        if node.role == pyatspi.ROLE_PAGE_TAB:
            # Other tabs stand within a screen.
            base = max((n for n in names if node.name == n or node.name.startswith(n + ",")), key=len, default=None)
            if base is not None and node.enabled():
                keys.append(names[base])
    for key in keys:
        go(key)
        faults += nameless(f"{what}, {key}")
    if not keys:
        faults.append(f"{what}: no step of the way is found")
    return faults


def saved():
    """Ids of the answered items in the file."""
    paths = glob.glob(os.path.expanduser("~/Documents/Orienta/*.orienta.json"))
    if len(paths) != 1:
        return set()
    with open(paths[0], encoding="utf-8") as file:
        answers = json.load(file)["answers"]
    return {item for item, given in answers.items() if any(a["state"] == "answered" for a in given)}


def steps_and_facts():
    """The rows «0. …» to «5. …» and the «Sì» of the card shown, with what else tells it from the next."""
    nodes = walk()
    controls = [n for n in nodes if n.role in CONTROLS]
    steps = [n for n in controls if re.match(r"[0-5]\. ", n.name)]
    yes = [n for n in controls if n.name == TEXTS["answer-yes"] or n.name.startswith(TEXTS["answer-yes"] + ",")]
    headings = [n.name for n in nodes if n.role == pyatspi.ROLE_HEADING]
    return steps, yes, (headings, [n.name for n in controls if n.role in (pyatspi.ROLE_RADIO_BUTTON, pyatspi.ROLE_CHECK_BOX)])


def on_results():
    tab = tab_of("results")
    return tab is not None and tab.chosen()


def another_card(card, limit):
    try:
        await_true("the next card", lambda: on_results() or steps_and_facts()[2] != card, limit)
        return True
    except Fault:
        return False


def fact_given(card, number):
    _, yes, there = steps_and_facts()
    return there != card or yes[number].chosen()


def questionnaire():
    cards = 0
    while not on_results():
        cards += 1
        if cards > 80:
            raise Fault("the questions do not end")
        steps, yes, card = steps_and_facts()
        if len(steps) == 6:
            before = saved()
            # Step 3 everywhere is 60 points, level 3.
            steps[3].press()
            await_true(f"the answer to «{card[0]}» in the file", lambda: len(saved()) > len(before) or steps[3].chosen())
            # The next card comes by itself, unless that is switched off.
            if another_card(card, 2):
                continue
        for k in range(len(yes)):
            _, now, there = steps_and_facts()
            if there != card:
                break
            if not now[k].chosen():
                now[k].press()
                await_true(f"«Sì» number {k + 1} of {card[0]}", lambda k=k: fact_given(card, k))
        if yes and another_card(card, 1):
            continue
        button("go-on").press()
        if not another_card(card, LIMIT):
            raise Fault(f"after «{TEXTS['go-on']}» the card {card[0]} stays")
    print(f"questions: {cards} cards")


def main():
    faults = walk_screens("without a company")
    go("start")
    button("command-new").press()
    name = TEXTS["company-name"]
    field = await_true(f"the field «{name}»", lambda: find(name, {pyatspi.ROLE_ENTRY, pyatspi.ROLE_TEXT}))
    field.write(COMPANY)
    go("questions")
    await_true("the company's name in its file", lambda: glob.glob(os.path.expanduser(f"~/Documents/Orienta/{COMPANY}*.json")))
    faults += walk_screens("empty company")
    go("questions")
    questionnaire()
    ladders, facts = set(LADDERS), set(FACTS)
    if (len(ladders), len(facts)) != (20, 19):
        raise Fault(f"the questionnaire has {len(ladders)} ladders and {len(facts)} facts, not 20 and 19")
    await_true(f"20 ladders and 19 facts in the file (missing: {sorted((ladders | facts) - saved())})",
               lambda: ladders | facts <= saved())
    go("results")
    start = TEXTS["headline"].split("{")[0]
    headline = await_true("the headline sentence", lambda: next((n.name for n in walk() if n.name.startswith(start)), None))
    print(f"results: {headline}")
    if not headline.startswith(f"{start}3,"):
        raise Fault("step 3 everywhere is not level 3")
    faults += walk_screens("full company")
    for fault in faults:
        print(f"FAULT: {fault}", file=sys.stderr)
    return 1 if faults else 0


try:
    APP = await_true("the program on the accessibility bus", application)
    sys.exit(main())
except Fault as fault:
    print(f"FAULT: {fault}", file=sys.stderr)
    sys.exit(1)
