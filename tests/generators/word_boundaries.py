#!/usr/bin/env python3
"""Writes src/rulebook/words/crossing.rs: the dictionary that tells whether a listed word in a name is cut by others.

    word_boundaries.py extract DICT.txt > tests/generators/words/jieba.tsv
    word_boundaries.py > src/rulebook/words/crossing.rs

The dictionary is that of jieba 0.42.1 (`jieba/dict.txt`, MIT licence: word, frequency, tag). Of its 349,046 words the
extract, which is kept beside this script, has those that matter to a listed word: that cross it (begin before it and
end in it, or begin in it and end after), that have it in them, or that are it. Frequency 50 and more counts, for
cities and foreign states 200; words that are no more than advised against, and those that are whole names, do without.
Its frequencies come from old newspapers: words of today that it lacks are in SUPPLEMENT.

The listed words are read from the tables in src/rulebook/words and from the table of regions. After a word is added
there: extract again, then write the table.

The table has a section for each length of words, in which every word is followed by one character for how common it
is, so that a word is found by halving.
"""

import math
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXTRACT = Path(__file__).resolve().parent / "words" / "jieba.tsv"
LONGEST = 6
LEAST, LEAST_OF_PLACES = 50, 200

# What newspapers of the last century hardly knew: goods and trades of today.
SUPPLEMENT = """家居 家具 家电 家纺 家政 家装 家园 建材 直播机 点播机 电商 网购 商城 客服 彩绘 视觉 阳光 理念
    贷后 管材 管件 管家 管道 控件 服装 服饰 票务 据点 域名 云端 智造 智能 国货 国潮 国风 国学 国医 国画
    党建 网约车 小升初 体彩 手游 页游 网贷 众筹 卫健委 直播 动漫""".split()


def listed():
    """The listed words of two Chinese characters and more, each with the least frequency of words that count."""
    found = {}

    def add(words, least):
        for word in words:
            if re.fullmatch(r"[\u4e00-\u9fff]{2,}", word):
                found[word] = min(least, found.get(word, least))

    def literals(text):
        return re.findall(r'"([^"]+)"', text)

    tables = (ROOT / "src/rulebook/words/tables.rs").read_text(encoding="utf-8")
    groups = tables[tables.index("const GROUPS"):tables.index("const EVERYDAY")]
    for group in re.split(r"Group::new\(", groups)[1:]:
        kind, effect = re.match(r"List::(\w+)(?:\([\w:]+\))?, (\w+),", group).groups()
        if kind in ("Sample", "Placeholder", "Generic") or effect == "Avoid":
            continue  # these are whole names, or no more than advice
        words = group[group.index("&[") + 2:] if "&[" in group else ""
        add(literals(words[:words.index("]")] if "]" in words else ""), LEAST)
    foreign = (ROOT / "src/rulebook/words/foreign.rs").read_text(encoding="utf-8")
    add(literals(foreign), LEAST_OF_PLACES)
    regions = (ROOT / "src/value/region_table.rs").read_text(encoding="utf-8")
    cities = re.findall(r"\(\d{4}00, .*\), // (\S+)", regions)
    add(cities + [city[:-1] for city in cities if city.endswith("市")], LEAST_OF_PLACES)
    provinces = (ROOT / "src/value/province.rs").read_text(encoding="utf-8")
    add(literals(provinces), LEAST)
    return found


def extract(dictionary):
    words = listed()
    heads, tails = {}, {}
    for word, least in words.items():
        for split in range(1, len(word)):
            heads[word[:split]] = min(least, heads.get(word[:split], least))
            tails[word[split:]] = min(least, tails.get(word[split:], least))

    def least_that_counts(entry):
        inside = (entry[i:j] for i in range(len(entry)) for j in range(i + 2, len(entry) + 1))
        least = [words[part] for part in inside if part in words]
        least += [heads[entry[i:]] for i in range(1, len(entry)) if entry[i:] in heads]
        least += [tails[entry[:i]] for i in range(1, len(entry)) if entry[:i] in tails]
        return min(least, default=None)

    for line in sorted(Path(dictionary).read_text(encoding="utf-8").splitlines()):
        entry, frequency = line.split()[:2]
        if not re.fullmatch(r"[\u4e00-\u9fff]{2,%d}" % LONGEST, entry) or int(frequency) < LEAST:
            continue
        least = least_that_counts(entry)
        if least is not None and int(frequency) >= least:
            print(f"{entry}\t{frequency}")


def level(frequency):
    """How common a word is, as a printable character: a step is a tenth."""
    step = min(int(10 * math.log(frequency / LEAST)), 92)
    return chr(ord("!") + step).replace('"', "#").replace("\\", "]")


def table():
    lines = EXTRACT.read_text(encoding="utf-8").splitlines()
    frequencies = {word: int(frequency) for word, frequency in (line.split("\t") for line in lines)}
    for word in SUPPLEMENT:
        frequencies.setdefault(word, 1000)
    print("// Made by tests/generators/word_boundaries.py from the dictionary of jieba 0.42.1 (MIT licence).")
    print()
    print("/// The words that cross a listed word, by their length in characters from two on; each is followed by how")
    print("/// common it is, and sorted.")
    print("#[rustfmt::skip]")
    print(f"pub(super) const WORDS: [&str; {LONGEST - 1}] = [")
    for length in range(2, LONGEST + 1):
        words = sorted(word for word in frequencies if len(word) == length)
        print('    "\\')
        per_line = 78 // (2 * length + 1)
        for start in range(0, len(words), per_line):
            print("".join(word + level(frequencies[word]) for word in words[start:start + per_line]) + "\\")
        print('",')
    print("];")


if __name__ == "__main__":
    if sys.argv[1:2] == ["extract"]:
        extract(sys.argv[2])
    else:
        table()
