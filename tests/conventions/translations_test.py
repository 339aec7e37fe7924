#!/usr/bin/env python3
"""Proves that translations.py can fail: one planted fault of each kind, in a small program of its own."""

import pathlib
import subprocess
import sys
import tempfile

CHECK = pathlib.Path(__file__).with_name("translations.py")
LUPDATE = sys.argv[1]
SOURCE = """#include "ui/widgets/words.h"
namespace keyreel::ui {
QString some() { return tr("%1 of 'it'..."); }
}
"""
RIGHT = {"de": "%1 von „ihm“...", "zh_CN": "“它”的 %1..."}
WRONG = {
    "nothing": (None, None),
    "empty": ("de", ""),
    "placeholder": ("de", "„ihm“..."),
    "another placeholder": ("zh_CN", "“它”的 %2..."),
    "ellipsis": ("de", "%1 von „ihm“"),
    "colon": ("de", "%1 von „ihm“:"),
    "accelerator": ("de", "%1 &von „ihm“..."),
    "tag": ("de", "<b>%1</b> von „ihm“..."),
    "line": ("de", "%1\nvon „ihm“..."),
    "straight quotation marks": ("de", "%1 von 'ihm'..."),
    "unclosed quotation marks": ("de", "%1 von „ihm..."),
    "narrow comma": ("zh_CN", "它,%1..."),
}


def ts(language, text, state="", source="%1 of 'it'..."):
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{language}" sourcelanguage="en">
<context><name>keyreel::ui</name><message><source>{source}</source><translation{state}>{text}</translation></message></context>
</TS>
"""


def verdict(change):
    """The exit code for a right program that `change` has made wrong."""
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        for folder in ["ui/models", "ui/pages", "ui/shell", "ui/widgets", "player", "app/desktop", "resources/translations"]:
            (root / folder).mkdir(parents=True)
        (root / "ui/models/some.cpp").write_text(SOURCE)
        for language, text in RIGHT.items():
            (root / f"resources/translations/keyreel_{language}.ts").write_text(ts(language, text))
        change(root)
        done = subprocess.run([sys.executable, CHECK, "check", LUPDATE, root, root / "build"], capture_output=True, text=True)
        return done.returncode


def put(language, text, **more):
    def change(root):
        if language:
            (root / f"resources/translations/keyreel_{language}.ts").write_text(ts(language, text, **more))
    return change


def source(text):
    return lambda root: (root / "ui/models/some.cpp").write_text(text)


cases = {name: put(*what) for name, what in WRONG.items()}
cases["unfinished"] = put("de", RIGHT["de"], state=' type="unfinished"')
cases["no longer in the sources"] = put("de", RIGHT["de"], source="gone")
cases["new in the sources"] = source(SOURCE.replace("return", 'tr("new"); return'))
cases["a class without Q_OBJECT"] = source(SOURCE + 'struct A { void b(); };\nvoid A::b() { tr("%1 of \'it\'..."); }\n')
cases["its own translate()"] = source(SOURCE + 'QString own() { return QCoreApplication::translate("Own", "x"); }\n')
failures = [name for name, change in cases.items() if (verdict(change) == 0) != (name == "nothing")]
if failures:
    sys.exit("judged wrongly: " + ", ".join(failures))
print(f"All {len(cases) - 1} planted faults were noticed.")
