"""A real LibreOffice window on a virtual display, driven as a user does: menus and dialogs by what a screen reader sees of
them, keys and clicks by xdotool, pictures by ImageMagick."""
import os
import pathlib
import subprocess
import threading
import time

import uno
from com.sun.star.accessibility import AccessibleRole as Role
from com.sun.star.accessibility import AccessibleStateType as State
from com.sun.star.lang import DisposedException, IndexOutOfBoundsException
from com.sun.star.uno import RuntimeException
from office import Office, url, values

SIZE = (1400, 900)
WAIT_SECONDS = 20
SCROLL_BAR = 16  # between the sheet and the edge of the sidebar
MOST_CHILDREN = 300  # a sheet has millions of cells; nothing a user is to find has more children
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooLocale" oor:op="fuse"><value>{locale}</value></prop></item>
<item oor:path="/org.openoffice.Office.Linguistic/General"><prop oor:name="UILocale" oor:op="fuse"><value>{locale}</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.9</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="LastTimeDonateShown" oor:op="fuse"><value>4102444800</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="LastTimeGetInvolvedShown" oor:op="fuse"><value>4102444800</value></prop></item>
</oor:items>
"""


class Display:
    """A virtual screen with a window manager."""

    def __enter__(self):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp"],
            pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            self.name = ":" + number.readline().strip()
        self.manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": self.name},
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return self

    def __exit__(self, *_):
        for process in (self.manager, self.server):
            process.terminate()
            process.wait(10)

    def run(self, *command):
        return subprocess.run(command, env={**os.environ, "DISPLAY": self.name}, check=True, capture_output=True, text=True).stdout


def until(condition, what, seconds=WAIT_SECONDS):
    """Waits until the condition gives something, and returns it."""
    end = time.monotonic() + seconds
    while True:
        found = condition()
        if found:
            return found
        assert time.monotonic() < end, f"waited {seconds} s in vain for {what}"
        time.sleep(0.05)


def states(context):
    return context.getAccessibleStateSet()


def is_in(context, state):
    return states(context).contains(state)


def children(context):
    for at in range(min(context.getAccessibleChildCount(), MOST_CHILDREN)):
        try:
            child = context.getAccessibleChild(at)
        except IndexOutOfBoundsException:
            return
        # What is just closing has no context any more.
        found = getattr(child, "getAccessibleContext", lambda: None)()
        if found is not None:
            yield found


def walk(context, depth=24):
    """Everything below a widget that a screen reader can reach; the cells of a sheet aside."""
    yield context
    if depth and context.getAccessibleRole() not in (Role.DOCUMENT_SPREADSHEET, Role.DOCUMENT):
        for child in children(context):
            yield from walk(child, depth - 1)


def visible_name(context):
    """A name without the mark of its mnemonic and without trailing dots."""
    return context.getAccessibleName().replace("~", "").replace("...", "").replace("…", "").strip()


class Widget:
    """A control of a dialog."""

    def __init__(self, context):
        self.context = context

    @property
    def name(self):
        return visible_name(self.context)

    @property
    def role(self):
        return self.context.getAccessibleRole()

    @property
    def is_enabled(self):
        return is_in(self.context, State.ENABLED)

    @property
    def is_checked(self):
        return is_in(self.context, State.CHECKED)

    @property
    def text(self):
        return self.context.getText()

    def press(self):
        self.context.doAccessibleAction(0)

    def type(self, text):
        self.context.setText(text)

    def box(self):
        at, size = self.context.getLocationOnScreen(), self.context.getSize()
        return at.X, at.Y, size.Width, size.Height


class Window(Office):
    """LibreOffice with its windows on the display, in one language."""

    def __init__(self, display, program="soffice", locale="en-US", home=None):
        super().__init__(program, home=home, headless=False,
                         environment={"DISPLAY": display.name, "SAL_USE_VCLPLUGIN": "gen", "SAL_NO_MOUSEGRABS": "1"})
        self.display, self.locale, self.commands = display, locale, []
        settings = self.home / "profile/user/registrymodifications.xcu"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(SETTINGS.format(locale=locale), "utf-8")

    def show(self, path=None):
        """Opens a file, or a new spreadsheet, in a window that fills the screen."""
        source = "private:factory/scalc" if path is None else url(path)
        document = self.desktop.loadComponentFromURL(source, "_blank", 0, values())
        assert document is not None, f"LibreOffice cannot open {path}"
        frame = self.frame(document)
        frame.getContainerWindow().setPosSize(0, 0, *SIZE, 15)
        frame.activate()
        frame.getContainerWindow().toFront()
        self.settle()
        return document

    def stop(self):
        """Closes every document without asking whether it is to be saved, then ends the office."""
        try:
            for document in list(self.desktop.Components):
                document.close(True)
        except (AttributeError, DisposedException, RuntimeException):
            pass
        super().stop()

    @staticmethod
    def frame(document):
        return document.getCurrentController().getFrame()

    def settle(self, seconds=0.3):
        """Lets the office work off what waits in its queue."""
        time.sleep(seconds)

    # Windows and widgets
    def windows(self):
        """The office counts its windows without its lock, and gives each a peer in doing so: asked while it opens one, it fell
        of two peers of one window. So it is asked in its own thread, between two events."""
        return self.in_its_thread(self.top_windows)

    def top_windows(self):
        toolkit, found = self.service("com.sun.star.awt.Toolkit"), []
        for at in range(toolkit.getTopWindowCount()):
            try:
                window = toolkit.getTopWindow(at)
                context = window.getAccessibleContext() if window else None
                if context:
                    found.append((window, context))
            except (DisposedException, RuntimeException, AttributeError):
                continue
        return found

    def in_its_thread(self, work, seconds=WAIT_SECONDS * 6):
        """What the work gives, done in the thread of the office that its windows belong to: calls that a callback makes come
        back into the thread that waits for it."""
        errand = Errand(work)
        self.service("com.sun.star.awt.AsyncCallback").addCallback(errand, None)
        assert errand.done.wait(seconds), f"the office did nothing for {seconds} s"
        if errand.fault:
            raise errand.fault
        return errand.result

    def dialog(self, title=None):
        """The dialog in front, by its title if one is given; nothing when there is none."""
        for _, context in self.windows():
            try:
                if context.getAccessibleRole() in (Role.DIALOG, Role.ALERT, Role.OPTION_PANE) and is_in(context, State.SHOWING):
                    if title is None or title in context.getAccessibleName():
                        return context
            except DisposedException:  # it is just being closed
                continue
        return None

    def wait_for_dialog(self, title=None, seconds=WAIT_SECONDS):
        return until(lambda: self.dialog(title), f"the dialog {title or ''}", seconds)

    def dialog_within(self, seconds):
        """The dialog that comes up meanwhile, or nothing where none does."""
        end = time.monotonic() + seconds
        while not (dialog := self.dialog()) and time.monotonic() < end:
            self.settle(0.1)
        return dialog

    def wait_for_work(self, what, seconds=60):
        """The dialog of long work once it says that: "reading", "working", "writing"."""
        def at_work():
            try:
                dialog = self.dialog("At Work")
                return dialog if dialog is not None and what in self.texts(dialog) else None
            except DisposedException:  # of the work before, which is over just now
                return None
        return until(at_work, f"work that is {what}", seconds)

    def wait_until_closed(self, title=None, seconds=60):
        until(lambda: self.dialog(title) is None, f"the end of the dialog {title or ''}", seconds)

    def widgets(self, root):
        return [Widget(context) for context in walk(root) if is_in(context, State.SHOWING)]

    def widget(self, root, name, *roles):
        found = next((one for one in self.widgets(root) if one.name == name and (not roles or one.role in roles)), None)
        assert found, f"no “{name}” among {[(one.name, one.role) for one in self.widgets(root)]}"
        return found

    def button(self, root, name):
        return self.widget(root, name, Role.PUSH_BUTTON)

    def texts(self, root):
        """All that the dialog says."""
        shown = []
        for one in self.widgets(root):
            shown.append(one.name)
            if one.role in (Role.TEXT, Role.LABEL, Role.STATIC):
                try:
                    shown.append(one.text)
                except (AttributeError, RuntimeException):
                    pass
        return "\n".join(filter(None, shown))

    # What a user does
    def menu_bar(self, document):
        root = self.frame(document).getContainerWindow().getAccessibleContext()
        return next(context for context in walk(root, 6) if context.getAccessibleRole() == Role.MENU_BAR)

    def click(self, context, button=1):
        at, size = context.getLocationOnScreen(), context.getSize()
        self.display.run("xdotool", "mousemove", str(at.X + size.Width // 2), str(at.Y + size.Height // 2), "click", str(button))

    def key(self, *keys):
        self.display.run("xdotool", "key", "--clearmodifiers", *keys)

    def open_menu(self, document, title):
        """Opens a menu of the menu bar with a click; its entries as a user sees them."""
        entry = next(one for one in children(self.menu_bar(document)) if visible_name(one).startswith(title))
        self.click(entry)
        return until(lambda: [one for one in children(entry) if is_in(one, State.SHOWING)], f"the menu {title}")

    def choose(self, document, *path):
        """Clicks through a menu: choose(document, "Budget", "Check Now")."""
        entries = self.open_menu(document, path[0])
        for name in path[1:]:
            entry = next((one for one in entries if visible_name(one).startswith(name)), None)
            assert entry, f"no “{name}” in {[visible_name(one) for one in entries]}"
            self.settle(0.2)
            self.click(entry)
            if name != path[-1]:
                entries = until(lambda: [one for one in children(entry) if is_in(one, State.SHOWING)], name)

    def dispatch(self, document, address, **arguments):
        """Dispatches an address beside the test, as a dialog blocks the call that opens it."""
        helper = self.service("com.sun.star.frame.DispatchHelper")
        thread = threading.Thread(target=helper.executeDispatch, daemon=True,
                                  args=(self.frame(document), address, "", 0, values(**arguments)))
        thread.start()
        self.commands.append(thread)
        return thread

    def finish_commands(self, seconds=20):
        """Waits until what was dispatched has ended: a document that is closed below a dialog takes the office with it."""
        for thread in self.commands:
            thread.join(seconds)
        self.commands.clear()

    def is_possible(self, document, address):
        """Whether the menu offers the address for the document as it stands."""
        parser = self.service("com.sun.star.util.URLTransformer")
        _, parsed = parser.parseStrict(uno.createUnoStruct("com.sun.star.util.URL", Complete=address))
        frame = self.frame(document)
        listener = StateOf()
        dispatcher = frame.queryDispatch(parsed, "", 0)
        dispatcher.addStatusListener(listener, parsed)
        dispatcher.removeStatusListener(listener, parsed)
        return listener.is_enabled

    def press_in_bar(self, document, name):
        """Clicks a button of the information bar."""
        self.click(until(lambda: next((one for one in walk(self.root(document)) if visible_name(one) == name), None), name))

    def root(self, document):
        return self.frame(document).getContainerWindow().getAccessibleContext()

    def cell(self, document, row, place):
        """A cell of the sheet in view, as a screen reader has it: of a sheet with frozen rows, in the pane that shows it."""
        sheets = [one for one in walk(self.root(document), 8) if one.getAccessibleRole() == Role.DOCUMENT_SPREADSHEET]
        panes = [one for sheet in sheets for one in children(sheet) if hasattr(one, "getAccessibleCellAt")]
        cells = [pane.getAccessibleCellAt(row, place).getAccessibleContext() for pane in panes]
        return next((cell for cell in cells if cell.getSize().Height > 0), cells[0])

    def sidebar(self, document, deck):
        """Opens the sidebar with a deck of it."""
        controller = document.CurrentController
        sidebar = controller.getSidebar()
        sidebar.setVisible(True)
        sidebar.showDecks(True)
        wanted = sidebar.getDecks().getByName(deck)
        if not wanted.isActive():  # asked for again, the office would close it
            wanted.activate(True)
        self.settle(0.5)

    def widen_sidebar(self, document, width):
        """Drags the sidebar's edge, as a user does, until the deck is about as wide as asked."""
        root = self.frame(document).getContainerWindow().getAccessibleContext()
        table = next(one for one in walk(root, 8) if one.getAccessibleRole() == Role.DOCUMENT_SPREADSHEET)
        at, size = table.getLocationOnScreen(), table.getSize()
        edge, middle = at.X + size.Width + SCROLL_BAR + 3, at.Y + size.Height // 2
        goal = SIZE[0] - width - 40
        for step in (("mousemove", str(edge), str(middle)), ("mousedown", "1"), ("mousemove", str((edge + goal) // 2), str(middle)),
                     ("mousemove", str(goal), str(middle)), ("mouseup", "1")):
            self.display.run("xdotool", *step)
            self.settle(0.2)

    def close_dialog(self, root):
        """Presses Escape in the dialog in front."""
        self.key("Escape")

    def picture(self, path):
        """A picture of the whole screen."""
        pathlib.Path(path).parent.mkdir(parents=True, exist_ok=True)
        self.settle()
        self.display.run("import", "-window", "root", str(path))
        return path


import unohelper  # noqa: E402
from com.sun.star.awt import XCallback  # noqa: E402
from com.sun.star.frame import XStatusListener  # noqa: E402


class Errand(unohelper.Base, XCallback):
    """Work that the office calls for in its own thread."""

    def __init__(self, work):
        self.work, self.done, self.result, self.fault = work, threading.Event(), None, None

    def notify(self, _):
        try:
            self.result = self.work()
        except Exception as fault:  # raised again where it was asked for
            self.fault = fault
        self.done.set()


class StateOf(unohelper.Base, XStatusListener):
    """Keeps the last state that a dispatcher told."""

    is_enabled = None

    def statusChanged(self, event):
        self.is_enabled = event.IsEnabled

    def disposing(self, _):
        pass
