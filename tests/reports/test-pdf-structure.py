# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Shegong Atlas authors
"""test-pdf-structure.py PROGRAM FILE.atlas: writes a yearbook and a comparison in two languages and styles, and walks the structure of the
PDF, read by qpdf: all that is drawn on the pages is marked; a mark belongs to one element, which is what the mark says, and the other
way round, or tells that it is none of the text: rules and grounds, and the page number."""

import base64
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

REPORTS = (
    ("zh", "yearbook", "official", "640000"),
    ("en", "yearbook", "plain", "640000"),
    ("zh", "comparison", "plain", "640000,630000"),
)
LANGUAGES = {"zh": ("zh_CN", "u:zh-CN"), "en": ("en", "u:en")}
MARK = re.compile(rb"/(\w+) << /MCID (\d+) >> BDC|/Artifact BMC|\bEMC\b|\bB[DM]C\b")
DRAWN = re.compile(rb"(?:\bT[jJ]|\b[fFSsBb]\*?|\bDo|\bsh)(?=\s)")


class Document:
    """The objects of a PDF."""

    def __init__(self, path):
        printed = subprocess.run(["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path],
                                 capture_output=True, check=True).stdout
        self.objects = json.loads(printed)["qpdf"][1]

    def get(self, value):
        """What VALUE is, or refers to."""
        if isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            found = self.objects["obj:" + value]
            return found.get("value", found.get("stream"))
        return value

    def read_content(self, page):
        return base64.b64decode(self.get(page["/Contents"])["data"])

    def list_pages(self, node):
        for kid in self.get(node)["/Kids"]:
            if self.get(kid)["/Type"] == "/Pages":
                yield from self.list_pages(kid)
            else:
                yield kid


def list_references(value):
    if isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from list_references(part)
    elif isinstance(value, list):
        for part in value:
            yield from list_references(part)


def list_kids(element):
    kids = element.get("/K", [])
    return kids if isinstance(kids, list) else [kids]


def read_marks(content):
    """{number: tag} of what is marked, each once, begun and ended, none in another; and nothing is drawn outside."""
    marks, artifacts, begin, end = {}, [], None, 0
    for mark in MARK.finditer(content):
        if mark[0] == b"EMC":
            assert begin is not None, "EMC without BDC"
            if begin[0] == b"/Artifact BMC":
                artifacts.append((begin, content[begin.end():mark.start()]))
            begin, end = None, mark.end()
            continue
        assert mark[0] != b"BDC" and mark[0] != b"BMC" and begin is None, mark[0]
        assert not DRAWN.search(content, end, mark.start()), "drawn without a mark"
        begin = mark
        if mark[1] is not None:
            number = int(mark[2])
            assert number not in marks, f"mark {number} twice"
            marks[number] = "/" + mark[1].decode()
    assert begin is None and not DRAWN.search(content, end), content[end:][:300]
    check_artifacts(content, artifacts)
    return marks


def check_artifacts(content, artifacts):
    """No text is among them but the running head and the page number, which come last."""
    told = [mark for mark, drawn in artifacts if b" BT" in drawn or b"\nBT" in drawn]
    assert len(told) <= 1, "text that is in no element"
    for mark in told:
        assert b"/MCID" not in content[mark.end():], "text before the page number that is in no element"


class Structure:
    """The tree of DOCUMENT, walked in reading order."""

    def __init__(self, document, catalogue):
        self.document = document
        self.root = document.get(catalogue["/StructTreeRoot"])
        self.marked = {}  # (page, number): reference of its element
        self.elements = {}  # by reference, in reading order
        for kid in list_kids(self.root):
            self.walk(kid, catalogue["/StructTreeRoot"])

    def walk(self, reference, parent):
        element = self.document.get(reference)
        assert reference not in self.elements, f"{reference} twice"
        assert element["/P"] == parent, f"{reference} is not in what it names"
        self.elements[reference] = element
        for kid in list_kids(element):
            if isinstance(kid, int):
                self.add_mark((element["/Pg"], kid), reference)
            elif isinstance(kid, dict) and "/MCID" in kid:
                self.add_mark((kid.get("/Pg", element.get("/Pg")), kid["/MCID"]), reference)
            elif isinstance(kid, str):
                self.walk(kid, reference)
            else:
                assert kid["/Type"] == "/OBJR", kid

    def add_mark(self, mark, reference):
        assert mark not in self.marked, f"{mark} is in two elements"
        self.marked[mark] = reference

    def list_named(self, name):
        return [element for element in self.elements.values() if element["/S"] == name]

    def read_parents(self):
        """The tree from pages and links to elements, which cairo writes as one leaf."""
        numbers = self.document.get(self.root["/ParentTree"])["/Nums"]
        return {numbers[i]: self.document.get(numbers[i + 1]) if isinstance(self.document.get(numbers[i + 1]), list)
                else numbers[i + 1] for i in range(0, len(numbers), 2)}


def check_catalogue(catalogue, language):
    assert catalogue["/Lang"] == LANGUAGES[language][1], catalogue["/Lang"]
    assert catalogue["/MarkInfo"]["/Marked"] is True
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"] is True
    assert "/PageLabels" in catalogue and "/Outlines" in catalogue


def check_pages(document, catalogue, structure):
    parents = structure.read_parents()
    n_marks = 0
    for reference in document.list_pages(catalogue["/Pages"]):
        page = document.get(reference)
        marks = read_marks(document.read_content(page))
        assert sorted(marks) == list(range(len(marks))), "marks have gaps"
        if marks:
            listed = parents[page["/StructParents"]]
            assert len(listed) == len(marks), f"{reference}: {len(listed)} parents of {len(marks)} marks"
        for number, tag in marks.items():
            element = structure.marked[reference, number]
            assert listed[number] == element, f"{reference}, mark {number}"
            assert structure.elements[element]["/S"] == tag, f"{reference}, mark {number}: {tag}"
        n_marks += len(marks)
        for annotation in map(document.get, page.get("/Annots", [])):
            link = parents[annotation["/StructParent"]]
            assert structure.elements[link]["/S"] == "/Link"
    assert n_marks == len(structure.marked), "elements without anything on a page"


def check_elements(document, structure):
    figures = structure.list_named("/Figure")
    assert figures and all(figure["/Alt"].startswith("u:") and len(figure["/Alt"]) > 20 for figure in figures)
    heads = structure.list_named("/TH")
    assert heads and all(head["/A"] == {"/O": "/Table", "/Scope": "/Column"} for head in heads)
    for cell in structure.list_named("/TD") + heads:
        row = document.get(cell["/P"])
        assert row["/S"] == "/TR" and document.get(row["/P"])["/S"] == "/Table"
    assert structure.list_named("/H1") and structure.list_named("/P")
    for element in structure.elements.values():
        names = [document.get(kid)["/S"] for kid in list_kids(element) if isinstance(kid, str)]
        assert not names or set(names) != {"/Link"} or element["/S"] == "/TOCI", f"{element['/S']}: links without their text"


def check_references(document):
    for value in document.objects.values():
        for reference in list_references(value.get("value", value.get("stream", {}).get("dict"))):
            assert "obj:" + reference in document.objects, f"{reference} does not exist"


def write(program, dataset, report, path):
    language, template, style, regions = report
    environment = dict(os.environ, LANGUAGE=LANGUAGES[language][0], SOURCE_DATE_EPOCH="1735603200")
    subprocess.run([program, "report", dataset, f"--template={template}", f"--style={style}",
                    f"--regions={regions}", f"--output={path}"], env=environment, check=True, stderr=subprocess.DEVNULL)


def check(program, dataset, report, folder):
    path, again = folder / "report.pdf", folder / "again.pdf"
    write(program, dataset, report, path)
    write(program, dataset, report, again)
    assert path.read_bytes() == again.read_bytes(), "not the same bytes again"
    subprocess.run(["qpdf", "--check", path], check=True, stdout=subprocess.DEVNULL)
    document = Document(path)
    catalogue = document.get(document.objects["trailer"]["value"]["/Root"])
    structure = Structure(document, catalogue)
    check_catalogue(catalogue, report[0])
    check_references(document)
    check_elements(document, structure)
    check_pages(document, catalogue, structure)


def main(program, dataset):
    print(f"1..{len(REPORTS)}")
    with tempfile.TemporaryDirectory() as folder:
        for number, report in enumerate(REPORTS, 1):
            try:
                check(program, dataset, report, pathlib.Path(folder))
                print("ok", number, *report)
            except (AssertionError, KeyError, subprocess.CalledProcessError) as error:
                print("not ok", number, *report)
                print("#", repr(error))


main(*sys.argv[1:])
