"""Installs the build into a folder and makes the Debian package: everything is there, describes itself correctly, and the
installed programs do the main job from where they were put."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

BUILD, CMAKE = pathlib.Path(sys.argv[1]), sys.argv[2]
PROGRAMS = ["keyreel", "keyreel-cli", "keyreel-gateway", "keyreel-keynode"]
DATA = [
    "share/applications/keyreel.desktop",
    "share/metainfo/keyreel.metainfo.xml",
    "share/icons/hicolor/scalable/apps/keyreel.svg",
    "share/bash-completion/completions/keyreel-cli",
    "share/zsh/vendor-completions/_keyreel-cli",
    "share/fish/vendor_completions.d/keyreel-cli.fish",
    "share/doc/keyreel/copyright",
] + [f"share/man/man1/{program}.1" for program in PROGRAMS]


def run(*command, **options):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=240, **options)
    assert done.returncode == 0, f"{command[0]}: {done.stdout}{done.stderr}"
    return done.stdout


def check_files(root):
    for program in PROGRAMS:
        assert os.access(root / "bin" / program, os.X_OK), program
    assert os.access(root / "libexec/keyreel/keyreel-media-worker", os.X_OK), "the media worker"
    for name in DATA:
        assert (root / name).is_file(), name


def check_descriptions(root):
    run("desktop-file-validate", root / "share/applications/keyreel.desktop")
    # The project has no domain whose name the component could bear.
    run("appstreamcli", "validate", "--no-net", "--override=cid-desktopapp-is-not-rdns=info",
        root / "share/metainfo/keyreel.metainfo.xml")
    for program in PROGRAMS:
        page = root / f"share/man/man1/{program}.1"
        run("mandoc", "-T", "lint", "-W", "error", page)
        text = page.read_text().replace("\\-", "-")
        said = run(root / "bin" / program, "--help", env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
        for option in set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", said)) - {"--help-all"}:
            assert option in text, f"{program}: its manual page does not tell of {option}"


def completed(script, *words):
    """What bash offers for the last of these words."""
    line = " ".join(f"'{word}'" for word in words)
    return run("bash", "-c", f"source '{script}'; COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _keyreel_cli; "
                             "printf '%s\\n' \"${COMPREPLY[@]}\"").split()


def check_completion(root):
    script = root / "share/bash-completion/completions/keyreel-cli"
    assert completed(script, "keyreel-cli", "iden") == ["identity"]
    offered = completed(script, "keyreel-cli", "--profile", "ann", "identity", "")
    assert {"create", "show", "restore"} <= set(offered), offered
    assert completed(script, "keyreel-cli", "publish", "--titl") == ["--title"]
    assert completed(script, "keyreel-cli", "publish", "film.mp4", "x") == [], "the shell offers files by itself"
    run("zsh", "-n", root / "share/zsh/vendor-completions/_keyreel-cli")
    run("fish", "--no-execute", root / "share/fish/vendor_completions.d/keyreel-cli.fish")


def check_package(folder):
    run(CMAKE, "-E", "chdir", BUILD, "cpack", "-G", "DEB", "-B", folder)
    package = next(folder.glob("keyreel_*.deb"))
    control = run("dpkg-deb", "--field", package)
    for library in ["libqt6widgets6", "libavcodec", "libssl3", "libsecret-1-0", "libseccomp2"]:
        assert library in control, f"{library} is not among the dependencies:\n{control}"
    run("dpkg-deb", "--extract", package, folder / "unpacked")
    check_files(folder / "unpacked/usr")
    return folder / "unpacked/usr"


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    root = folder / "installed"
    run(CMAKE, "--install", BUILD, "--prefix", root)
    check_files(root)
    check_descriptions(root)
    check_completion(root)
    unpacked = check_package(folder / "package")
    # Its look for clear film on the disk is not to find what other tests have lying in the common folder.
    own = folder / "tmp"
    own.mkdir()
    report = run(unpacked / "bin/keyreel-cli", "--json", "journey", env={**os.environ, "TMPDIR": str(own)})
    assert json.loads(report)["ok"], report
print("installed, described, completed, packaged, and at work from where it was unpacked")
