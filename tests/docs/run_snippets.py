"""Runs what the READMEs and docs show, and compares what it prints with what they say it prints.

    python tests/docs/run_snippets.py [--write] [FILE…]      all pages unless some are named

- ```python and ```cpp blocks, whose output stands in the ```text block that follows; without one they only have to run.
- ```console blocks: lines "$ command", each followed by what it prints (errors too).

A line "…" stands for any lines. Every page has a folder of its own with examples/ and docs/ in it, where its snippets
run one after the other: what one writes or, in Python, defines, the next ones have. --write puts the real output in.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```(python|cpp|console|text)\n(.*?)^```$", re.M | re.S)
SEPARATOR = "\x1e\n"

# Runs blocks of Python that come in as lines of JSON, in one namespace, and answers with what each printed.
PYTHON_SESSION = """
import contextlib, io, json, sys, traceback
names = {"__name__": "__main__"}
for line in sys.stdin:
    printed, failure = io.StringIO(), None
    with contextlib.redirect_stdout(printed):
        try:
            exec(compile(json.loads(line), "<snippet>", "exec"), names)
        except BaseException:
            failure = traceback.format_exc()
    print(json.dumps([printed.getvalue(), failure]), flush=True)
"""


class SnippetError(Exception):
    """A snippet that does not run, with what it said."""


def pages(named):
    if named:
        return [Path(name).resolve() for name in named]
    patterns = ("README*.md", "docs/**/*.md", "examples/*/README*.md")
    return [file for pattern in patterns for file in sorted(ROOT.glob(pattern))]


class Programs:
    """The C++ blocks of all pages, each text compiled once, two at a time."""

    def __init__(self, folder, sources):
        self.paths = {source: Path(folder) / f"snippet{i}" for i, source in enumerate(dict.fromkeys(sources))}
        with ThreadPoolExecutor(2) as pool:
            self.errors = dict(zip(self.paths, pool.map(self._compile, self.paths), strict=True))

    def _compile(self, source):
        path = self.paths[source]
        file = path.with_suffix(".cpp")
        file.write_text(source, encoding="utf-8")
        include = ["-isystem", "/usr/include/eigen3", f"-I{ROOT / 'include'}"]
        command = ["g++", "-std=c++20", "-O0", *include, str(file), "-o", str(path), "-pthread"]
        done = subprocess.run(command, capture_output=True, text=True)
        return done.stderr if done.returncode else None

    def run(self, source, folder):
        if self.errors[source] is not None:
            raise SnippetError(self.errors[source])
        done = subprocess.run([str(self.paths[source])], cwd=folder, capture_output=True, text=True)
        if done.returncode:
            raise SnippetError(done.stderr or f"ends with {done.returncode}")
        return done.stdout


class Page:
    """Where the snippets of one page run."""

    def __init__(self, folder, programs):
        self.folder, self.programs = folder, programs
        for name in ("examples", "docs"):
            (Path(folder) / name).symlink_to(ROOT / name)
        path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        environment = {**os.environ, "PATH": path, "LC_ALL": "C.UTF-8", "COLUMNS": "100", "PYTHONUNBUFFERED": "1"}
        self.place = {"cwd": folder, "env": environment, "encoding": "utf-8"}
        self.session = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.session:
            self.session.stdin.close()
            self.session.wait()

    def python(self, code):
        if not self.session:
            command = [sys.executable, "-c", PYTHON_SESSION]
            pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
            self.session = subprocess.Popen(command, **pipes, **self.place)
        self.session.stdin.write(json.dumps(code) + "\n")
        self.session.stdin.flush()
        printed, failure = json.loads(self.session.stdout.readline())
        if failure:
            raise SnippetError(failure)
        return printed

    def cpp(self, code):
        return self.programs.run(code, self.folder)

    def console(self, block):
        """The block as it should read: every command with what it prints; $? is that of the one before."""
        commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
        if not commands:
            raise SnippetError('no line begins with "$ "')
        step = "(exit ${{last:-0}})\n{}\nlast=$?\nprintf '\\x1e\\n'\n"
        script = "exec 2>&1\n" + "".join(map(step.format, commands))
        done = subprocess.run(["bash", "-c", script], capture_output=True, **self.place)
        printed = done.stdout.split(SEPARATOR)
        return "".join(f"$ {command}\n{text}" for command, text in zip(commands, printed, strict=False))


def matches(expected, printed):
    """The same, but that a line "…" in what is expected stands for any lines."""
    parts = [re.escape(part) for part in re.split(r"^…\n", expected, flags=re.M)]
    return re.fullmatch("(?:.*\n)*?".join(parts), printed) is not None


def run_page(file, programs, write):
    """(passed, failed) of one page; says what failed."""
    text, passed, failed = file.read_text(encoding="utf-8"), 0, 0
    blocks, written, end = list(BLOCK.finditer(text)), [], 0
    with tempfile.TemporaryDirectory() as folder, Page(folder, programs) as page:
        for block, following in zip(blocks, [*blocks, None][1:], strict=True):
            language, code = block.groups()
            if language == "text":
                continue
            shown = block if language == "console" else following if following and following[1] == "text" else None
            where = f"{os.path.relpath(file, ROOT)}, line {text.count(chr(10), 0, block.start()) + 1}"
            try:
                printed = getattr(page, language)(code)
            except SnippetError as error:
                failed += 1
                print(f"{where}: fails\n{error}")
                continue
            if shown is None or matches(shown[2], printed):
                passed += 1
            elif write and not re.search(r"^…$", shown[2], re.M):
                passed += 1
                written += [text[end:shown.start(2)], printed]
                end = shown.end(2)
            else:
                failed += 1
                print(f"{where}: prints\n{printed}\nand not\n{shown[2]}")
    if written:
        file.write_text("".join(written) + text[end:], encoding="utf-8")
    return passed, failed


def main(arguments):
    files = pages([argument for argument in arguments if argument != "--write"])
    blocks = [block for file in files for block in BLOCK.findall(file.read_text(encoding="utf-8"))]
    sources = [code for language, code in blocks if language == "cpp"]
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        programs = Programs(folder, sources)
        for file in files:
            good, bad = run_page(file, programs, "--write" in arguments)
            passed, failed = passed + good, failed + bad
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
