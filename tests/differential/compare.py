#!/usr/bin/env python3
"""Holds the crate's verdicts on values against those of python-stdnum, phonenumbers and idna.

    tests/differential/compare.py [--count 1000000] [--seed 1] [KIND ...]

Installs the three packages into a venv beside itself, builds the program of this package, and gives both as many random
and mutated values of each kind: identity-number, credit-code, domain, mobile. Every disagreement has to fall in a class
that is named below, with the reason why the crate decides otherwise; else it is printed, and the exit status is 1.
"""

import argparse
import collections
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unicodedata
import venv

HERE = pathlib.Path(__file__).resolve().parent
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", HERE / "target")).resolve()
VENV = TARGET / "differential-venv"
PACKAGES = ["python-stdnum==2.2", "phonenumbers==9.0.43", "idna==3.20"]


def in_venv():
    """Starts anew with the packages at hand."""
    python = VENV / "bin" / "python"
    if not python.exists():
        venv.create(VENV, with_pip=True)
    marker = VENV / "installed"
    if not marker.exists() or marker.read_text() != "\n".join(PACKAGES):
        subprocess.run([python, "-m", "pip", "install", "-q", *PACKAGES], check=True)
        marker.write_text("\n".join(PACKAGES))
    os.execv(python, [str(python), *sys.argv])


if pathlib.Path(sys.prefix) != VENV:
    in_venv()

import idna  # noqa: E402
import phonenumbers  # noqa: E402
from stdnum.cn import ric, uscc  # noqa: E402

# What is put into a value: what people mistype, and what nobody types.
ODD = list("0123456789XxABZSIOVaz -_.,/()（）+＋０９－．。·、　\t\n\r") + [
    "\u200b", "\u200d", "\u202e", "\ufeff", "\u00ad", "\u0301", "\ufdfa", "ß", "ſ", "ı", "İ", "K", "é", "汉", "号",
    "١", "۱", "߁", "１", "²", "①", "\U0001d7ce", "\U00010330", "\0", "xn--", "--", "86", "+86", "0086", "tel:", "转",
]


def mutated(rng, text):
    """The text with one or two changes."""
    characters = list(text)
    for _ in range(rng.choice([1, 1, 1, 2])):
        place = rng.randrange(len(characters) + 1)
        what = rng.randrange(5)
        if what == 0:
            characters.insert(place, rng.choice(ODD))
        elif place < len(characters):
            if what == 1:
                characters[place] = rng.choice(ODD)
            elif what == 2:
                del characters[place]
            elif what == 3 and place + 1 < len(characters):
                characters[place], characters[place + 1] = characters[place + 1], characters[place]
            else:
                characters[place] = rng.choice("0123456789")
    return "".join(characters)


def surroundings(rng, text):
    return rng.choice(["", " ", "\u3000", "\t", "\n"]) + text + rng.choice(["", " ", "\u3000", "\n"])


# Identity numbers.

PROVINCES = [11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54,
             61, 62, 63, 64, 65, 71, 81, 82, 83, 91, 94, 99, 10, 20]
COUNTIES = ["110105", "330106", "440305", "310101", "510104", "120221", "230126", "659001", "810000", "820000", "830000"]


def identity_number(rng):
    region = rng.choice(COUNTIES) if rng.random() < 0.5 else f"{rng.choice(PROVINCES)}{rng.randrange(10000):04}"
    year = rng.choice([rng.randrange(1900, 2027), rng.randrange(1780, 2100), rng.randrange(10000)])
    birth = f"{year:04}{rng.randrange(14):02}{rng.randrange(33):02}"
    if rng.random() < 0.7:
        birth = f"{year:04}{rng.randrange(1, 13):02}{rng.randrange(1, 29):02}"
    digits = f"{region}{birth}{rng.randrange(1000):03}"
    if rng.random() < 0.05:
        return digits[:6] + digits[8:]
    check = ric.calc_check_digit(digits + "0")
    number = digits + (check.lower() if rng.random() < 0.2 else check)
    return vary(rng, number)


def vary(rng, text):
    chance = rng.random()
    if chance < 0.45:
        return text
    if chance < 0.5:
        return surroundings(rng, text)
    return mutated(rng, text)


def their_identity_number(text):
    try:
        return ric.validate(text)
    except Exception:  # noqa: BLE001 - whatever it raises, it refuses
        return None


def plain(text):
    """As it was typed but for white space around it and small letters."""
    return text.strip().upper() if text.isascii() else None


def county_is_unknown(text):
    number = plain(text) or ""
    try:
        ric.get_birth_place(number)
        return False
    except Exception:  # noqa: BLE001
        return True


def strip(text):
    """White space as Unicode has it; Python's own also takes U+001C to U+001F."""
    return re.sub(r"^[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|"
                  r"[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$", "", text)


IDENTITY_NUMBER = {
    "a separator, or a digit of another script": (
        "stdnum reads them over; they would be filed as they are",
        lambda text, theirs, ours: theirs and ours[1] in ("characters", "full_width", "invisible", "length")
        and strip(text).upper() != theirs,
    ),
    "born before 1800": (
        "nobody born so early has a number",
        lambda text, theirs, ours: theirs and ours[1] == "birth_date" and int(theirs[6:10]) < 1800,
    ),
    "15 digits": (
        "numbers of the first generation; stdnum knows those of 18 alone",
        lambda text, theirs, ours: not theirs and ours[0] == "valid" and len(ours[1]) == 15,
    ),
    "a residence permit or a permanent residence card": (
        "stdnum knows identity cards alone",
        lambda text, theirs, ours: not theirs and ours[0] == "valid" and ours[1][:2] in ("81", "82", "83")
        or not theirs and ours[0] == "valid" and ours[1][0] == "9",
    ),
    "the county": (
        "it is that of the day when the number was given, and codes come and go: it is not looked up",
        lambda text, theirs, ours: not theirs and ours[0] == "valid" and county_is_unknown(strip(text)),
    ),
}

# Credit codes.

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def organization_check(code):
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    values = ["0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(c) for c in code]
    check = (11 - sum(w * v for w, v in zip(weights, values))) % 11
    return "X" if check == 10 else str(check)


def credit_code(rng):
    registrar = rng.choice("123456789AGJNQY") if rng.random() < 0.8 else rng.choice(ALPHABET)
    kind = rng.choice("1239") if rng.random() < 0.8 else rng.choice(ALPHABET)
    region = f"{rng.choice(PROVINCES)}{rng.randrange(10000):04}"
    organization = "".join(rng.choice(ALPHABET) for _ in range(8))
    if rng.random() < 0.2:
        organization = rng.choice(["M000", "MA00"]) + organization[:4]
    check = organization_check(organization) if rng.random() < 0.8 else rng.choice(ALPHABET)
    code = f"{registrar}{kind}{region}{organization}{check}"
    code += uscc.calc_check_digit(code)
    if rng.random() < 0.1:
        code = code.lower()
    return vary(rng, code)


def their_credit_code(text):
    try:
        return uscc.validate(text)
    except Exception:  # noqa: BLE001
        return None


CREDIT_CODE = {
    "a separator, or a letter or digit of another script": (
        "stdnum reads them over or folds them; they would be filed as they are",
        lambda text, theirs, ours: theirs and ours[1] in ("characters", "full_width", "invisible", "length")
        and (strip(text).upper() != theirs or not strip(text).isascii()),
    ),
    "the registrar": (
        "GB 32100 lists the registrars; stdnum does not look at them",
        lambda text, theirs, ours: theirs and ours[1] == "registrar" and theirs[0] not in "123456789AGJNQY",
    ),
    "the organisation code": (
        "its own check character, in place 17, is part of GB 32100; stdnum does not look at it",
        lambda text, theirs, ours: theirs and ours[1] == "organization_code"
        and organization_check(theirs[8:16]) != theirs[16],
    ),
    "a letter in place 2": (
        "registrars have letters for kinds of organisations; stdnum wants digits in the first eight places",
        lambda text, theirs, ours: not theirs and ours[0] == "valid" and not ours[1][1].isdigit(),
    ),
    "a letter in place 1": (
        "the registrars A, G, J, N, Q and Y; stdnum wants digits in the first eight places",
        lambda text, theirs, ours: not theirs and ours[0] == "valid" and ours[1][0] in "AGJNQY",
    ),
}

# Domain names.

LABELS = ["example", "www", "shop", "a", "xn--fiqs8s", "xn--fsqu00a", "例子", "中国", "政务", "тест", "bücher", "faß",
          "ελλάς", "日本語", "カタカナ", "한국", "נסיון", "إختبار", "l·l", "・", "A1", "123", "a-b", "-a", "a-", "ab--cd",
          "a_b", "ａｂｃ", "①", "㎏", "ﬁ", "\u0301a", "a\u0301", "नी\u200dती", "१२३", "٣٤٥", "۳۴۵", "IDN", "x" * 63, "x" * 64,
          "例" * 20, "xn--a", "xn--80ak6aa92e", "xn--ls8h", "xn--zca", "xn--", "☃", "♥", "ⅷ", "㍿", "İ", "ß", "ς"]
SUFFIXES = ["com", "cn", "com.cn", "中国", "公司", "网络", "net", "gov.cn", "org", "co.uk", "123", "1", "xn--fiqs8s", "test", "政务.cn"]
RANGES = [(0x00, 0x17f), (0x370, 0x6ff), (0x900, 0xdff), (0xe00, 0xeff), (0x1e00, 0x20ff), (0x2100, 0x2bff), (0x2e80, 0x33ff),
          (0x4e00, 0x9fff), (0xac00, 0xd7a3), (0xa000, 0xabff), (0xf900, 0xffef), (0x10000, 0x1ffff), (0x20000, 0x323af)]


def label(rng):
    chance = rng.random()
    if chance < 0.4:
        return rng.choice(LABELS)
    if chance < 0.6:
        return "".join(rng.choice("abcdefghijklmnopqrstuvwxyz0123456789-") for _ in range(rng.randrange(1, 12)))
    if chance < 0.8:
        return "".join(rng.choice("云服务测试示例网站公司中国") for _ in range(rng.randrange(1, 8)))
    first, last = rng.choice(RANGES)
    if chance < 0.9:
        text = "".join(chr(rng.randrange(first, last + 1)) for _ in range(rng.randrange(1, 5)))
        return text if chance < 0.85 else "".join(rng.choice("abc12") for _ in range(2)) + text
    try:
        text = "".join(chr(rng.randrange(first, last + 1)) for _ in range(rng.randrange(1, 4)))
        return "xn--" + text.encode("punycode").decode("ascii")
    except UnicodeError:
        return "a"


def domain(rng):
    dot = rng.choice([".", ".", ".", ".", "。", "．"])
    name = dot.join([label(rng) for _ in range(rng.choice([1, 1, 2, 2, 3]))] + [rng.choice(SUFFIXES)])
    if rng.random() < 0.05:
        name += "."
    if rng.random() < 0.15:
        name = "".join(c.upper() if rng.random() < 0.5 else c for c in name)
    name = vary(rng, name) if rng.random() < 0.5 else name
    return name.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def is_top_level(label):
    return label.startswith("xn--") or len(label) >= 2 and label.isascii() and label.isalpha()


def their_domain(text):
    try:
        ascii_name = idna.encode(text, uts46=True, std3_rules=True).decode("ascii")
    except Exception:  # noqa: BLE001
        return None
    ascii_name = ascii_name.removesuffix(".")
    labels = ascii_name.split(".")
    if len(labels) < 2 or labels[-1].isdigit():
        return None
    return ascii_name.lower()


def has_right_to_left(ascii_name):
    try:
        letters = "".join(idna.ulabel(label) for label in ascii_name.split("."))
    except idna.IDNAError:
        return False
    return any(unicodedata.bidirectional(letter) in ("R", "AL", "AN") for letter in letters)


def is_newer(text):
    """Whether it has a character that Python's tables do not know, though Unicode has it."""
    def letters(label):
        try:
            return label[4:].encode("ascii").decode("punycode") if label.lower().startswith("xn--") else label
        except UnicodeError:
            return label
    labels = re.split("[.\u3002\uff0e\uff61]", text)
    return any(unicodedata.category(letter) == "Cn" for label in labels for letter in letters(label))


# The Hangul fillers are letters that show nothing.
FILLERS = "\u115f\u1160\u3164\uffa0"

DOMAIN = {
    "an invisible character": (
        "UTS 46 drops it; the crate wants the name typed again, so that what is filed is what is seen",
        lambda text, theirs, ours: theirs and ours[1] == "invisible"
        and any(unicodedata.category(letter) in ("Cf", "Mn") or letter in FILLERS for letter in text),
    ),
    "a label in a name that is written from right to left elsewhere": (
        "RFC 5893 puts its rule on every label of such a name; the Python package looks at single labels",
        lambda text, theirs, ours: theirs and ours[1] == "idna" and has_right_to_left(theirs),
    ),
    "a bare suffix": (
        "nobody's name to file",
        lambda text, theirs, ours: theirs and ours[1] == "suffix_only",
    ),
    "a last label that is no top-level domain": (
        "those are letters, two or more, or `xn--`: the Python package looks at no list and no shape",
        lambda text, theirs, ours: theirs and ours[1] == "top_level" and not is_top_level(theirs.rsplit(".", 1)[-1]),
    ),
    "an address": (
        "four numbers are an address also where the last has letters for the Python package",
        lambda text, theirs, ours: theirs and ours[1] == "ip_address",
    ),
    "a capital that UTS 46 maps since Unicode 16": (
        "it was disallowed before, and is for the tables of the crate",
        lambda text, theirs, ours: theirs and ours[1] == "idna" and re.search("[\u04c0\u10a0-\u10c5\u2132\u2183]", text),
    ),
    "a character that this Python does not have yet": (
        "its tables of directions are older than the crate's",
        lambda text, theirs, ours: not theirs and ours[0] == "valid" and is_newer(text),
    ),
    "a character that the crate does not have yet": (
        "the tables of the Python package are of Unicode 18, newer than those of the crate; what is not assigned is refused",
        lambda text, theirs, ours: theirs and ours[1] in ("idna", "characters") and is_newer(text),
    ),
}

# Mobiles.


def mobile(rng):
    if rng.random() < 0.9:
        number = rng.choice("1" * 20 + "02") + rng.choice("3456789" * 4 + "0123456789")
        number += f"{rng.randrange(10 ** 9):09}"
    else:
        number = str(rng.randrange(10 ** rng.randrange(1, 15)))
    if rng.random() < 0.3:
        number = f"{number[:3]}{rng.choice([' ', '-', ''])}{number[3:7]}{rng.choice([' ', '-', ''])}{number[7:]}"
    number = rng.choice([""] * 10 + ["+86", "+86 ", "0086", "86", "86-", "+86-", "0", "+1", "+852", "(+86)", "+860"]) + number
    return vary(rng, number)


def their_mobile(text):
    try:
        number = phonenumbers.parse(text, "CN")
    except Exception:  # noqa: BLE001
        return None
    if number.country_code != 86 or number.extension:
        return None
    if phonenumbers.number_type(number) != phonenumbers.PhoneNumberType.MOBILE:
        return None
    return str(number.national_number)


def digits(text):
    """The digits without a country code."""
    number = re.sub("[^0-9]", "", text)
    return re.sub("^(0086|86)(?=.{9})", "", number)


def is_mobile(eleven):
    number = phonenumbers.PhoneNumber(country_code=86, national_number=int(eleven))
    return phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE


MOBILE = {
    "a tab or a line break between the digits": (
        "white space of any kind is read over; libphonenumber ends the number there",
        lambda text, theirs, ours: not theirs and ours[0] == "valid" and any(c in text for c in "\t\n\r"),
    ),
    "a range that is not in use": (
        "ranges are added every other year: the shape is what is read, and a rule warns of ranges that it does not know",
        lambda text, theirs, ours: not theirs and ours[0] == "valid" and not is_mobile(ours[1]),
    ),
    "a carrier's prefix": (
        "libphonenumber takes 17900 and the like for the way abroad; the number has eleven digits all the same",
        lambda text, theirs, ours: not theirs and ours[0] == "valid" and re.match(r"1(?:[12]\d|79)\d\d00", ours[1]),
    ),
    "a 0 before the number": (
        "dialled from other places once; the register has eleven digits",
        lambda text, theirs, ours: theirs and ours[1] == "first_digits" and digits(text).startswith("0"),
    ),
    "both ways of writing that a country code follows": (
        "+00 is neither; libphonenumber reads it over",
        lambda text, theirs, ours: theirs and ours[1] == "country_code" and re.match(r"[^0-9]*\+[^0-9]*00", text),
    ),
    "another sign": (
        "libphonenumber takes a number out of any text; what is filed is the text",
        lambda text, theirs, ours: theirs and ours[1] in ("characters", "full_width", "invisible")
        and re.search(r"[^0-9+ \t\xa0\u3000-]|.\+", text.strip()) is not None,
    ),
}

KINDS = {
    "identity-number": (identity_number, their_identity_number, IDENTITY_NUMBER),
    "credit-code": (credit_code, their_credit_code, CREDIT_CODE),
    "domain": (domain, their_domain, DOMAIN),
    "mobile": (mobile, their_mobile, MOBILE),
}


def compare(kind, count, seed, program):
    """Compares so many values, prints the classes of disagreement, and says whether all had one."""
    make, theirs_of, classes = KINDS[kind]
    rng = random.Random(f"{kind} {seed}")
    seen, unexplained, agreed = collections.Counter(), [], collections.Counter()
    examples = {}
    with tempfile.TemporaryFile("w+", encoding="utf-8") as values:
        for _ in range(count):
            values.write(json.dumps(make(rng)) + "\n")
        values.seek(0)
        with subprocess.Popen([program, kind], stdin=values, stdout=subprocess.PIPE, encoding="utf-8") as process:
            again = random.Random(f"{kind} {seed}")
            for line in process.stdout:
                text = make(again)
                ours = tuple(line.removesuffix("\n").split("\t"))
                theirs = theirs_of(text)
                if (theirs is None) == (ours[0] == "invalid") and theirs in (None, ours[1]):
                    agreed[ours[0]] += 1
                    continue
                name = next((name for name, (_, holds) in classes.items() if holds(text, theirs, ours)), None)
                if name is None:
                    unexplained.append((text, theirs, ours))
                else:
                    seen[name] += 1
                    examples.setdefault(name, text)
            if process.wait() != 0:
                sys.exit(f"{program} {kind} failed")
    print(f"{kind}: {count} values, {agreed['valid']} valid and {agreed['invalid']} invalid for both")
    for name, (reason, _) in classes.items():
        if seen[name]:
            print(f"  {seen[name]:8} {name}, as {ascii(examples[name])}: {reason}")
    for text, theirs, ours in unexplained[:20]:
        print(f"  unexplained: {ascii(text)}: theirs {theirs}, ours {' '.join(ours)}")
    if unexplained:
        print(f"  {len(unexplained)} unexplained")
    return not unexplained


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kinds", nargs="*", metavar="KIND", choices=[[], *KINDS], default=[])
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    build = ["cargo", "build", "--locked", "--quiet", "--manifest-path", HERE / "Cargo.toml"]
    subprocess.run(build, check=True, env={**os.environ, "CARGO_TARGET_DIR": str(TARGET)})
    program = TARGET / "debug" / "beian-differential"
    kinds = arguments.kinds or list(KINDS)
    results = [compare(kind, arguments.count, arguments.seed, program) for kind in kinds]
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
