"""LibreOffice as somebody uses it: a file opened and saved again, its contents worked out anew."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

needed = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")

BASIC = "user/basic/Standard"
LIBRARIES = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library"
 xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/"
  xlink:type="simple" library:link="false"/>
</library:libraries>"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>"""
MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">{}</script:module>"""
UPDATE = """
Sub Update(before As String, after As String)
  Dim quiet(0) As New com.sun.star.beans.PropertyValue
  Dim how(0) As New com.sun.star.beans.PropertyValue
  quiet(0).Name = "Hidden"
  quiet(0).Value = True
  how(0).Name = "FilterName"
  how(0).Value = "writer_pdf_Export"
  made = StarDesktop.loadComponentFromURL(before, "_blank", 0, quiet())
  all = made.getDocumentIndexes()
  For n = 0 To all.getCount() - 1
    all.getByIndex(n).update()
  Next n
  made.storeToURL(after, how())
  made.close(True)
End Sub
"""


def _run(folder: Path, *command: str) -> None:
    own = f"-env:UserInstallation={(folder / 'own').as_uri()}"
    subprocess.run(
        ["soffice", "--headless", own, *command], check=True, capture_output=True, timeout=180
    )


def saved_again(file: Path, folder: Path) -> Path:
    """The same kind of file, opened and saved by LibreOffice into a new folder."""
    folder.mkdir()
    _run(folder, "--convert-to", file.suffix[1:], "--outdir", str(folder), str(file))
    return folder / file.name


def contents_updated(file: Path, folder: Path) -> Path:
    """A PDF of a text whose every table of contents LibreOffice has updated, as its menu does."""
    _run(folder, "--terminate_after_init")  # it writes over macros that stand there before it
    basic = folder / "own" / BASIC
    basic.mkdir(parents=True, exist_ok=True)
    (basic.parent / "script.xlc").write_text(LIBRARIES, encoding="utf-8")
    (basic / "script.xlb").write_text(LIBRARY, encoding="utf-8")
    (basic / "Module1.xba").write_text(MODULE.format(escape(UPDATE)), encoding="utf-8")
    made = folder / f"{file.stem}.pdf"
    _run(folder, f'macro:///Standard.Module1.Update("{file.as_uri()}","{made.as_uri()}")')
    return made
