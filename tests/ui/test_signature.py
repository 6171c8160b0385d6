"""A controlled workbook signed with LibreOffice's own digital signatures, as a user does it: it stays signed when it is opened
under the watcher, and a figure changed in the file breaks it."""
import subprocess
import zipfile

import pytest
from com.sun.star.uno import RuntimeException
from conftest import BUILD
from controlled import Commands
from office import programs, url, values
from window import Window, until, visible_name, walk
from workbooks import fill_monthly

SIGNATURES = "META-INF/documentsignatures.xml"


def run(*command):
    subprocess.run([str(part) for part in command], check=True, capture_output=True)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A store of certificates that has one of Ann Lee, which it trusts."""
    folder = tmp_path_factory.mktemp("certificates")
    key, cert, both, store = folder / "key.pem", folder / "cert.pem", folder / "both.p12", f"sql:{folder}"
    run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=Ann Lee", "-keyout", key, "-out", cert,
        "-addext", "keyUsage=digitalSignature,nonRepudiation,keyCertSign", "-addext", "basicConstraints=critical,CA:TRUE")
    run("openssl", "pkcs12", "-export", "-inkey", key, "-in", cert, "-out", both, "-passout", "pass:", "-name", "Ann Lee")
    run("certutil", "-N", "-d", store, "--empty-password")
    run("pk12util", "-i", both, "-d", store, "-W", "", "-K", "")
    run("certutil", "-M", "-d", store, "-n", "Ann Lee", "-t", "CTu,Cu,Cu")
    return store


@pytest.fixture(scope="module")
def office(display, certificate):
    window = Window(display, programs()[0])
    window.environment["MOZILLA_CERTIFICATE_FOLDER"] = certificate
    with window.install(BUILD / "steward.oxt") as running:
        yield running


def sign(office, document):
    office.dispatch(document, ".uno:Signature")
    signatures = office.wait_for_dialog("Digital Signatures")
    office.click(office.button(signatures, "Sign Document").context)
    choice = office.wait_for_dialog("Certificate")
    # What the list holds is not told to a screen reader; its first row stands below the header.
    x, y, _, height = office.widget(choice, "Issued to").box()
    office.display.run("xdotool", "mousemove", str(x + 30), str(y + height + 8), "click", "1")
    until(lambda: office.button(choice, "Sign").is_enabled, "the certificate to be chosen")
    office.settle(0.5)
    office.click(office.button(choice, "Sign").context)
    office.wait_until_closed("Certificate")
    office.click(office.button(signatures, "Close").context)
    office.finish_commands()


def title(office, document):
    return visible_name(office.root(document))


def change(path, target, old, new):
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as made:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "content.xml":
                assert old in content
                content = content.replace(old, new, 1)
            made.writestr(entry, content)


def test_a_controlled_workbook_is_signed_and_stays_so(office, tmp_path):
    path, changed = tmp_path / "signed.ods", tmp_path / "changed.ods"
    document = office.show()
    fill_monthly(document.Sheets[0])
    Commands(office, document)("setUp", basis="year")
    document.storeAsURL(url(path), values(FilterName="calc8"))
    sign(office, document)
    document.close(True)
    assert SIGNATURES in zipfile.ZipFile(path).namelist()

    document = office.show(path)
    assert "(Signed)" in title(office, document)
    office.settle(2)
    assert not document.isModified(), "the watcher changes nothing of a workbook that is only opened"
    assert Commands(office, document)("verifyLog")[1:], "it answers on a signed workbook as on any"
    assert not document.isModified()
    document.close(True)

    change(path, changed, b'office:value="100"', b'office:value="900"')
    document = office.show(changed)
    assert "(Signed)" not in title(office, document)
    document.close(True)
