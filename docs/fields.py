"""Writes the field tables of the deal-file pages from the JSON Schema, so that they cannot drift.

    python docs/fields.py --write     fills the tables between the markers <!-- fields: NAME --> and <!-- end -->
    python docs/fields.py --check     says what differs, and ends with 1

The English page shows the schema's own descriptions. The Chinese ones stand in fields.zh.json under the English they
translate, as [meaning, default]: an English sentence that changes asks for its Chinese anew.
"""

import json
import re
import sys
from pathlib import Path

import buygraph as bg

HERE = Path(__file__).resolve().parent
PAGES = {"en": HERE / "deal-file.md", "zh": HERE / "deal-file.zh.md"}
CHINESE = HERE / "fields.zh.json"
MARKED = re.compile(r"(<!-- fields: (\w+) -->\n).*?(<!-- end -->)", re.S)

WORDS = {
    "en": {
        "head": "| field | value | default | meaning |", "required": "required", "number": "number",
        "integer": "whole number", "string": "text", "boolean": "true, false", "day": "day, YYYY-MM-DD",
        "list": "list of {}", "map": "map id → {}", "or": " or ", "pair": "pairs [measure, score]", "both": "{} to {}",
        "both_below": "{} to below {}", "above_both": "above {}, to {}", "least": "{} or more", "above": "above {}",
    },
    "zh": {
        "head": "| 字段 | 取值 | 默认 | 含义 |", "required": "必填", "number": "数字", "integer": "整数",
        "string": "文本", "boolean": "true、false", "day": "日期，YYYY-MM-DD",
        "list": "{} 的列表", "map": "id → {} 的对象", "or": "，或",
        "pair": "[measure, score] 对", "both": "{} 到 {}", "both_below": "{} 到 {}（不含 {}）",
        "above_both": "大于 {}，不超过 {}", "least": "不小于 {}", "above": "大于 {}",
    },
}


def objects(schema):
    """Name to schema of every object of a deal file, the deal itself first."""
    return {"deal": schema, **schema["$defs"]}


def range_words(schema, words):
    least, above = schema.get("minimum"), schema.get("exclusiveMinimum")
    most, below = schema.get("maximum"), schema.get("exclusiveMaximum")
    for key, ends in (("both", (least, most)), ("both_below", (least, below, below)), ("above_both", (above, most)),
                      ("least", (least,)), ("above", (above,))):
        if None not in ends:
            return " " + words[key].format(*(str(end).replace("-", "−") for end in ends))
    return ""


def value_words(schema, words):
    """What may stand in a field: type, range, words, or a link to the object."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        return f"[{name}](#{name})"
    if "oneOf" in schema and "type" not in schema:
        return words["or"].join(value_words(choice, words) for choice in schema["oneOf"])
    if "enum" in schema:
        return ", ".join(f"`{word}`" for word in schema["enum"])
    if "const" in schema:
        return f"`{schema['const']}`"
    if schema["type"] == "array":
        if "prefixItems" in schema["items"]:
            return words["pair"]
        return words["list"].format(value_words(schema["items"], words))
    if schema["type"] == "object":
        return words["map"].format(value_words(schema["additionalProperties"], words))
    if "pattern" in schema and schema.get("format") == "date":
        return words["day"]
    return words[schema["type"]] + range_words(schema, words)


def meaning_and_default(description):
    """("Job title.", "") and ("As the person writes it.", "the id") from the schema's one line."""
    meaning, default = [], ""
    for piece in re.split(r"(?<=[.;]) ", description):
        found = re.fullmatch(r"(?:(.*): )?(.*) unless (?:given|said)(.*?)\.", piece)
        if found:
            default = (found[2][:1].lower() + found[2][1:] + found[3]).replace("-", "−")
            meaning += [found[1]] if found[1] else []
        else:
            meaning.append(piece)
    text = re.sub("; (?=[A-Z])", ". ", " ".join(meaning)).rstrip(";.").replace(" -", " −")
    return (text + "." if text else ""), default


def table(name, language):
    """The table of one object in one language, and the English sentences that have no Chinese yet."""
    words, schema = WORDS[language], objects(bg.schema())[name]
    chinese = json.loads(CHINESE.read_text(encoding="utf-8")) if language == "zh" else {}
    rows, missing = [words["head"], "| --- | --- | --- | --- |"], []
    for field, entry in schema["properties"].items():
        meaning, default = meaning_and_default(entry["description"])
        if language == "zh":
            meaning, default = chinese.get(entry["description"], ("", ""))
            missing += [] if meaning or default else [entry["description"]]
        if field in schema.get("required", []):
            default = words["required"]
        rows.append(f"| `{field}` | {value_words(entry, words)} | {default} | {meaning} |")
    return "\n".join(rows) + "\n", missing


def filled(language):
    """A page with its tables as they should be, and what is wrong that no table can mend."""
    text, wrong = PAGES[language].read_text(encoding="utf-8"), []
    names = set(objects(bg.schema()))
    marked = [name for _, name, _ in MARKED.findall(text)]
    wrong += [f"no table for {name}" for name in sorted(names - set(marked))]
    wrong += [f"a table for {name}, which does not exist" for name in marked if name not in names]

    def fill(found):
        if found[2] not in names:
            return found[0]
        rows, missing = table(found[2], language)
        wrong.extend(f"no Chinese for: {sentence}" for sentence in missing)
        return found[1] + rows + found[3]

    return MARKED.sub(fill, text), wrong


def stale_chinese():
    """Chinese whose English the schema no longer says."""
    said = {entry["description"] for schema in objects(bg.schema()).values() for entry in schema["properties"].values()}
    translated = json.loads(CHINESE.read_text(encoding="utf-8"))
    return [f"Chinese of a sentence that is gone: {old}" for old in translated if old not in said]


def main(arguments):
    problems = stale_chinese()
    for language, page in PAGES.items():
        text, wrong = filled(language)
        problems += [f"{page.name}: {what}" for what in wrong]
        if text == page.read_text(encoding="utf-8"):
            continue
        if "--write" in arguments:
            page.write_text(text, encoding="utf-8")
        else:
            problems.append(f"{page.name}: tables differ from the schema; python docs/fields.py --write")
    print("\n".join(problems) or "the field tables are those of the schema")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
