"""Packs the add-in of baselines: pack_baseline.py PLATFORM LIBRARY TYPES OXT."""
import pathlib
import sys
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="http://openoffice.org/2001/manifest">
  <manifest:file-entry manifest:media-type="application/vnd.sun.star.uno-typelibrary;type=RDB" manifest:full-path="types.rdb"/>
  <manifest:file-entry manifest:media-type="application/vnd.sun.star.uno-components;platform={0}" manifest:full-path="baseline.components"/>
  <manifest:file-entry manifest:media-type="application/vnd.sun.star.configuration-data" manifest:full-path="CalcAddIns.xcu"/>
</manifest:manifest>
"""
COMPONENTS = """<?xml version="1.0" encoding="UTF-8"?>
<components xmlns="http://openoffice.org/2010/uno-components">
  <component loader="com.sun.star.loader.SharedLibrary" environment="gcc3" uri="{0}">
    <implementation name="org.steward.bench.Baseline" constructor="steward_bench_baseline">
      <service name="org.steward.bench.Baseline"/>
      <service name="com.sun.star.sheet.AddIn"/>
    </implementation>
  </component>
</components>
"""
DESCRIPTION = """<?xml version="1.0" encoding="UTF-8"?>
<description xmlns="http://openoffice.org/extensions/description/2006">
  <identifier value="org.steward.bench"/>
  <version value="1"/>
</description>
"""


def main(platform, library, types, target):
    library = pathlib.Path(library)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("META-INF/manifest.xml", MANIFEST.format(platform))
        package.writestr("description.xml", DESCRIPTION)
        package.writestr("baseline.components", COMPONENTS.format(library.name))
        package.write(library, library.name)
        package.write(types, "types.rdb")
        package.write(HERE / "CalcAddIns.xcu", "CalcAddIns.xcu")


main(*sys.argv[1:])
