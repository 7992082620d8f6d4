#!/usr/bin/env python3
"""Lists what the guide's chapters have of the places that rules name.

    cargo run --example rules -- --format json > rules.json
    tests/generators/guide_sections.py GUIDE.txt rules.json > tests/vectors/guide_sections.tsv

Each line: chapter, its day, and a heading, field or beginning of a sentence that stands in it. A place that a rule names and
the chapter does not have is left out, so that the test on the table fails.
"""
import json
import re
import sys


def squeezed(text):
    return re.sub(r"\s+", "", text)


def chapters(lines):
    """Name, day and squeezed lines of each chapter."""
    found, name = {}, None
    for i, line in enumerate(lines):
        if line.startswith("最近更新时间"):
            name = next(before for before in reversed(lines[:i]) if before.strip()).strip()
            found[name] = (re.search(r"\d{4}-\d\d-\d\d", line).group(), [])
        elif name:
            found[name][1].append(line)
    return found


NUMBER = re.compile(r"^(\d+[.、]|步骤[一二三四五六七八]：|[一二三四五六][、.]|[·•])*")


def stands(part, lines):
    """Whether a part begins a line or a sentence; a field's name may go on in the next line."""
    whole = squeezed("".join(lines))
    starts = [NUMBER.sub("", squeezed(s)) for s in re.split(r"[\n。；：？！]", "\n".join(lines)) if s.strip()]
    part = squeezed(part)
    return part in whole and any(s.startswith(part) or len(s) > 1 and part.startswith(s) for s in starts)


def main(guide, catalogue):
    with open(guide, encoding="utf-8") as text:
        texts = chapters(text.read().splitlines())
    with open(catalogue, encoding="utf-8") as rules:
        sources = [source for rule in json.load(rules) for source in rule["sources"]]
    places = set()
    for source in sources:
        if "ICP 备案操作指引" in source["document"]:
            chapter, *parts = source["section"].split(" · ")
            places |= {(chapter, part) for part in parts}
    for chapter, (day, lines) in texts.items():
        for part in sorted(part for named, part in places if named == chapter and stands(part, lines)):
            print(chapter, day, part, sep="\t")


main(*sys.argv[1:])
