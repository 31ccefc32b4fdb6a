"""Runs the Python and C++ blocks of the READMEs and docs and compares what they print with the text block that follows.

``--write`` puts the real output into the text blocks instead.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```(python|cpp|text)\n(.*?)^```$", re.M | re.S)


def run(language: str, code: str, folder: Path) -> str:
    """What a block prints, run from the project's root."""
    if language == "python":
        command = [sys.executable, "-c", code]
    else:
        source, program = folder / "snippet.cpp", folder / "snippet"
        source.write_text(code)
        system = ["-isystem", "/usr/include/eigen3", f"-I{ROOT / 'include'}"]
        subprocess.run(["g++", "-std=c++20", "-O1", *system, str(source), "-o", str(program), "-pthread"], check=True)
        command = [str(program)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout


def main() -> int:
    write = "--write" in sys.argv
    passed = failed = 0
    files = [ROOT / "README.md", ROOT / "README.zh.md", *sorted((ROOT / "docs").glob("*.md"))]
    for file in files:
        text = file.read_text()
        blocks = list(BLOCK.finditer(text))
        for block, following in zip(blocks, [*blocks[1:], None], strict=True):
            if block.group(1) == "text":
                continue
            expected = following if following and following.group(1) == "text" else None
            where = f"{file.relative_to(ROOT)}, line {text.count(chr(10), 0, block.start()) + 1}"
            try:
                with tempfile.TemporaryDirectory() as folder:
                    printed = run(block.group(1), block.group(2), Path(folder))
            except (RuntimeError, subprocess.CalledProcessError) as error:
                failed += 1
                print(f"{where}: fails\n{error}")
                continue
            if write and expected:
                text = text.replace(block.group(0) + text[block.end():expected.end()],
                                    block.group(0) + text[block.end():expected.start()] + f"```text\n{printed}```", 1)
                file.write_text(text)
                blocks = list(BLOCK.finditer(text))
            elif expected and expected.group(2) != printed:
                failed += 1
                print(f"{where}: prints\n{printed}\nand not\n{expected.group(2)}")
                continue
            passed += 1
    print(f"{passed} snippets ran as printed, {failed} did not")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
