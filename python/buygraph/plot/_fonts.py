"""Which letters charts are written in: those of the page as far as they are installed, Latin before Chinese."""

from __future__ import annotations

import re
import warnings
from functools import cache

from matplotlib import font_manager, rcParams, rcParamsDefault

LATIN = ("Inter", "Segoe UI", "Roboto", "Helvetica Neue", "Arial", "Liberation Sans", "DejaVu Sans")
CHINESE = (
    *("PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN"),
    *("Hiragino Sans GB", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "SimHei", "Heiti SC", "STHeiti"),
    *("Arial Unicode MS", "Droid Sans Fallback", "Noto Sans CJK JP", "Noto Sans CJK TC", "Noto Serif CJK SC"),
)
FILES = re.compile(r"CJK|SourceHan|NotoSansSC|PingFang|msyh|simhei|wqy|Hiragino|STHeiti|DroidSansFallback", re.I)
HAN = re.compile("[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
NO_CHINESE = (
    "no font with Chinese characters is installed, so they are drawn as empty boxes: install Noto Sans CJK SC "
    "(Debian: apt install fonts-noto-cjk) and start Python again. "
    "没有安装中文字体，汉字会画成方框：请安装 Noto Sans CJK SC（思源黑体）后重启 Python。"
)


@cache
def _installed() -> frozenset[str]:
    return frozenset(font.name for font in font_manager.fontManager.ttflist)


@cache
def chinese() -> str | None:
    """The family for Chinese characters, if there is one; matplotlib's own list may be older than the font."""
    found = next((name for name in CHINESE if name in _installed()), None)
    if found is None:
        for file in filter(FILES.search, font_manager.findSystemFonts()):
            font_manager.fontManager.addfont(file)
        _installed.cache_clear()
        found = next((name for name in CHINESE if name in _installed()), None)
    return found


@cache
def _say_that_there_is_no_chinese() -> None:
    warnings.warn(NO_CHINESE, stacklevel=4)
    warnings.filterwarnings("ignore", r"Glyph \d+ .* missing from")  # said once; matplotlib would for each character


def families(text: str = "") -> list[str]:
    """The families for a text, first choice first: what the caller's own settings say, the page's, a Chinese one."""
    own = rcParams["font.family"]
    if list(own) == list(rcParamsDefault["font.family"]):
        changed = rcParams["font.sans-serif"] != rcParamsDefault["font.sans-serif"]
        own = rcParams["font.sans-serif"][:1] if changed else []
    installed = _installed()
    found = [name for name in [*own, *LATIN] if name in installed or name in font_manager.font_family_aliases]
    han = chinese()
    if han:
        found.append(han)
    elif HAN.search(text):
        _say_that_there_is_no_chinese()
    return list(dict.fromkeys(found))
