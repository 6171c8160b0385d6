"""Opens the controlled workbook of the last try run in a window, with the profile that has the extension."""
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))

from office import Office  # noqa: E402

HERE = ROOT / "build/try"
office = Office(home=HERE / "office", headless=False)
result = max(HERE.glob("*-controlled.ods"), key=lambda path: path.stat().st_mtime)
subprocess.run([office.program, "--norestore", "--nologo", *office.profile, str(result)], check=True)
