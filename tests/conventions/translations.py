#!/usr/bin/env python3
"""The texts of the window in other languages.

    translations.py check  LUPDATE SOURCES FOLDER   say what is missing or wrong; the sources stay as they are
    translations.py update LUPDATE SOURCES          bring the .ts files up to date with the sources
    translations.py pseudo LUPDATE SOURCES FILE.ts LRELEASE
                                                    a language in which every text is accented, bracketed and longer
"""
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

FOLDERS = ["ui/models", "ui/pages", "ui/shell", "ui/widgets", "player", "app/desktop"]
# Functions outside of classes have their texts under these names; see ui/widgets/words.h.
NAMESPACES = {"keyreel::ui", "keyreel::ui::format"}
TRANSLATING = {"ui/widgets/words.h", "ui/models/formats.cpp"}
PLURALS = {"de": 2, "zh_CN": 1}
LONGER = 0.4
WORD = 6
DATE_FORMAT = "a format of QDate"

ACCENTS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
                        "ÅƁÇÐÉḞĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéḟĝĥîĵķļṁñöþǫŕšţûṽŵẋýž")
KEPT = re.compile(r"(%\d+|%n|%L\d+|<[^>]*>|&\w+;|\n)")


def lupdate(program, sources, files, language):
    command = [program, "-no-obsolete", "-locations", "none", "-source-language", "en", "-I", "."]
    if language:
        command += ["-target-language", language]
    done = subprocess.run(command + FOLDERS + ["-ts", *files], cwd=sources, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stderr)
    return done.stdout + done.stderr


def messages(file):
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.findall("message"):
            yield context.findtext("name"), message


def misfiled(said):
    """Texts that lupdate files where the program will not look for them."""
    for name in re.findall(r"Class '([^']*)' lacks Q_OBJECT", said):
        if name not in NAMESPACES:
            yield f"{name} has texts but no Q_OBJECT: call ui::tr() there"
    for line in re.findall(r"(.*): Qualifying with unknown namespace", said):
        yield f"{line}: lupdate takes the function for another's; move it below or name the namespace"


def own_translate(sources):
    for folder in FOLDERS:
        for file in sorted((sources / folder).rglob("*.*")):
            name = file.relative_to(sources).as_posix()
            if file.suffix in (".h", ".cpp") and name not in TRANSLATING and "::translate(" in file.read_text():
                yield f"{name} calls translate(): use ui/widgets/words.h, whose texts are found"


def marks(text):
    return sorted(set(re.findall(r"%\d+|%n|%L\d+", text)))


def ending(text):
    text = text.rstrip()
    if re.search(r"(\.\.\.|…)$", text):
        return "ellipsis"
    return "colon" if text.endswith((":", "：")) else ""


def faults(language, source, texts):
    """What is wrong with this translation; nothing when it is right."""
    for text in texts:
        if not text.strip():
            yield "is empty"
            continue
        if marks(source) != marks(text):
            yield f"has the placeholders {marks(text)}, not {marks(source)}"
        if sorted(re.findall(r"</?\w+", source)) != sorted(re.findall(r"</?\w+", text)):
            yield "has other tags"
        if ending(source) != ending(text):
            yield f"ends with {ending(text) or 'neither ellipsis nor colon'}, not {ending(source) or 'those'}"
        if len(re.findall(r"&\w", source)) != len(re.findall(r"&\w", text)):
            yield "has other accelerators"
        if source.count("\n") != text.count("\n"):
            yield "has other lines"
        if (source != source.strip()) != (text != text.strip()):
            yield "begins or ends with another space"
        if re.search(r"['\"]", re.sub(r"<[^>]*>", "", text)):
            yield "has straight quotation marks"
        if language == "de" and text.count("„") != text.count("“"):
            yield "opens and closes its quotation marks otherwise than „so“"
        if language == "zh_CN" and re.search(r"[\u4e00-\u9fff][,;!?]", text):
            yield "has a narrow comma or mark after a Chinese character"


def inspect(file, language, fresh=False):
    """Everything wrong with a file of translations that is up to date with the sources."""
    for context, message in messages(file):
        source = message.findtext("source")
        translation = message.find("translation")
        plural = message.get("numerus") == "yes"
        texts = [form.text or "" for form in translation.findall("numerusform")] if plural else [translation.text or ""]
        where = f"{file.name}: {context}: {source!r}"
        if translation.get("type"):
            yield f"{where} is {translation.get('type')}"
            continue
        if plural and len(texts) != PLURALS[language]:
            yield f"{where} has {len(texts)} plural forms"
        for fault in faults(language, source, texts):
            yield f"{where} {fault}: {texts}"


def check(program, sources, folder):
    folder.mkdir(parents=True, exist_ok=True)
    wrong = list(own_translate(sources))
    for language in PLURALS:
        name = f"keyreel_{language}.ts"
        kept = sources / "resources/translations" / name
        copy = folder / name
        shutil.copyfile(kept, copy)
        had = {(context, message.findtext("source"), message.findtext("comment")) for context, message in messages(copy)}
        said = lupdate(program, sources, [copy.resolve()], language)
        has = {(context, message.findtext("source"), message.findtext("comment")) for context, message in messages(copy)}
        wrong += misfiled(said) if language == "de" else []
        wrong += [f"{name}: {text[0]}: {text[1]!r} is in no source any more" for text in sorted(had - has, key=str)]
        wrong += inspect(copy, language)
    return wrong


def pseudo_text(source):
    parts = [part if KEPT.fullmatch(part) else part.translate(ACCENTS) for part in KEPT.split(source)]
    longer = "ẋ" * max(1, round(len(source) * LONGER))
    if " " in source.strip():
        longer = "".join(" " + longer[at:at + WORD] for at in range(0, len(longer), WORD))
    return "[" + "".join(parts) + longer + "]"


def pseudo(program, sources, file, lrelease):
    file.unlink(missing_ok=True)
    lupdate(program, sources, [file.resolve()], "de")
    tree = ElementTree.parse(file)
    for message in tree.getroot().iter("message"):
        source = message.findtext("source")
        translation = message.find("translation")
        translation.attrib.pop("type", None)
        text = source if message.findtext("comment") == DATE_FORMAT else pseudo_text(source)
        forms = translation.findall("numerusform")
        for form in forms:
            form.text = text
        if not forms:
            translation.text = text
    tree.write(file, encoding="utf-8", xml_declaration=True)
    subprocess.run([lrelease, "-silent", file], check=True)


def main():
    act, program, sources = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]).resolve()
    if act == "check":
        wrong = check(program, sources, pathlib.Path(sys.argv[4]))
        print("\n".join(wrong) or "Every text is there in every language.")
        sys.exit(1 if wrong else 0)
    if act == "update":
        for language in PLURALS:
            print(lupdate(program, sources, [sources / f"resources/translations/keyreel_{language}.ts"], language), end="")
        return
    pseudo(program, sources, pathlib.Path(sys.argv[4]), sys.argv[5])


if __name__ == "__main__":
    main()
