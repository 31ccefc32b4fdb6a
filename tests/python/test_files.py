"""Reading and writing files: what cannot be read, replacing as a whole, rights and links kept, nothing half written."""

import json
import os
import subprocess
import sys
import threading

import pytest
from small_deals import changed, small

import buygraph as bg


def test_a_missing_file_a_folder_and_what_is_no_path(tmp_path):
    for path in (
        tmp_path / "none.json",
        tmp_path,
        tmp_path / "deal.json" / "deeper.json",
        tmp_path / ("n" * 300),
        "",
        "a\0b",
    ):
        with pytest.raises(bg.FileError) as caught:
            bg.load(path)
        assert isinstance(caught.value, OSError)
        assert caught.value.path == str(path).split("\0")[0] or "\0" in str(path)
        with pytest.raises(bg.FileError):
            bg.validate(path)


def test_names_of_files_in_any_bytes(tmp_path):
    for name in ("陈.json", "a b'\"$.json", "e\u0301.json", os.fsdecode(b"\xff\xfe.json")):
        bg.load(small()).save(tmp_path / name)
        assert bg.load(tmp_path / name) == bg.load(str(tmp_path / name)) == bg.load(small())


def test_a_pipe_is_read_to_its_end(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_text(json.dumps(small())), daemon=True)
    writer.start()
    assert bg.load(pipe) == bg.load(small())
    writer.join()


def test_an_endless_file_is_refused():
    with pytest.raises(bg.DealError, match="too large"):
        bg.load("/dev/zero")


def test_saved_text_is_utf8_and_ends_with_a_line_break(tmp_path):
    bg.load(small()).save(tmp_path / "deal.json")
    data = (tmp_path / "deal.json").read_bytes()
    assert "陈立".encode() in data and data.endswith(b"}\n") and b"\r" not in data


def test_saving_leaves_nothing_beside(tmp_path):
    for value in range(3):
        bg.load(changed(("value", value))).save(tmp_path / "deal.json")
    assert [path.name for path in tmp_path.iterdir()] == ["deal.json"]


def test_a_reader_sees_the_old_or_the_new_and_never_a_half(tmp_path):
    path = tmp_path / "deal.json"
    deals = [bg.load(changed(("value", value), ("notes", "n" * 20_000 * (1 + value)))) for value in range(2)]
    deals[0].save(path)
    done = threading.Event()

    def write():
        try:
            for round in range(300):
                deals[round % 2].save(path)
        finally:
            done.set()

    writer = threading.Thread(target=write)
    writer.start()
    seen = []
    while not done.is_set():
        seen.append(bg.load(path))  # a half would be no deal
    writer.join()
    assert seen and all(deal in deals for deal in seen)


def test_many_writers_of_one_file_leave_one_whole_deal(tmp_path):
    path = tmp_path / "deal.json"
    deals = [bg.load(changed(("value", value), ("notes", str(value) * 50_000))) for value in range(8)]

    def write(deal):
        for _ in range(40):
            deal.save(path)

    failures = []

    def guarded(deal):
        try:
            write(deal)
        except Exception as error:
            failures.append(error)

    writers = [threading.Thread(target=guarded, args=(deal,)) for deal in deals]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert failures == []
    assert bg.load(path) in deals
    assert [found.name for found in tmp_path.iterdir()] == ["deal.json"]


def test_a_failure_leaves_the_old_file(tmp_path):
    path = tmp_path / "deal.json"
    bg.load(small()).save(path)
    before = path.read_bytes()
    # a limit on the size of files makes the write fail half way, as a full disk would
    script = (
        "import resource, signal, sys, buygraph as bg\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "deal = bg.load(sys.argv[1]).with_edits({'notes': 'n' * 500_000})\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))\n"
        "try: deal.save(sys.argv[1])\n"
        "except bg.FileError as error: print('refused', error)\n"
    )
    ran = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, check=True)
    assert ran.stdout.startswith("refused")
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["deal.json"]


def test_places_that_cannot_be_written(tmp_path):
    deal = bg.load(small())
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "inside").write_text("")
    for path in (tmp_path / "none" / "deal.json", tmp_path / "folder", "/proc/deal.json", tmp_path / ("n" * 300)):
        with pytest.raises(bg.FileError):
            deal.save(path)
    assert [found.name for found in tmp_path.iterdir()] == ["folder"]


def test_rights_are_kept(tmp_path):
    path = tmp_path / "deal.json"
    bg.load(small()).save(path)
    for mode in (0o600, 0o664):
        path.chmod(mode)
        bg.load(changed(("value", mode))).save(path)
        assert path.stat().st_mode & 0o777 == mode


def test_a_link_stays_a_link_and_its_target_is_written(tmp_path):
    (tmp_path / "shared").mkdir()
    target, link = tmp_path / "shared" / "deal.json", tmp_path / "deal.json"
    bg.load(small()).save(target)
    link.symlink_to(target)
    bg.load(changed(("value", 7))).save(link)
    assert link.is_symlink()
    assert bg.load(target).value == bg.load(link).value == 7
