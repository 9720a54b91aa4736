# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Shegong Atlas authors
"""test-generate.py GENERATE REGIONS.CSV: runs the generator at a five-hundredth of the country, and holds its files
against what they promise: the same each time, as many rows as asked for, all valid, expected.json as counted here."""

import collections
import csv
import datetime
import decimal
import filecmp
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree
import zipfile

REGISTERS = ("stations", "personnel", "funding", "services")
# A five-hundredth of 45,000, 1,160,000, 400,000 and 500,000.
N_ROWS = {"stations": 90, "personnel": 2320, "funding": 800, "services": 1000}
HEADERS = {
    "stations": "站点编号,站点名称,层级,行政区划代码,状态,启用日期,撤销日期,承接机构,配备人数",
    "personnel": "人员编号,姓名,职业水平等级,证书编号,取证日期,登记有效期至,取得助理社会工作师证书日期,取得社会工作师证书日期,"
                 "取得高级社会工作师证书日期,继续教育学时,所在站点编号,行政区划代码,单位类别",
    "funding": "序号,年度,行政区划代码,资金来源,用途,金额（元）,资金阶段",
    "services": "年度,月份,站点编号,服务类型,次数,服务人次",
}
ENGLISH_HEADERS = {
    "stations": "station_id,name,tier,region_code,status,opened_on,closed_on,operator,staff_count",
    "personnel": "person_id,name,grade,certificate_no,certified_on,registration_expires_on,assistant_on,"
                 "intermediate_on,senior_on,education_hours,station_id,region_code,employer_kind",
    "funding": "entry_id,year,region_code,source,purpose,amount_yuan,stage",
    "services": "year,month,station_id,kind,count,person_times",
}
WORDS = {
    "tier": {"县级指导中心": "county_centre", "乡镇（街道）社工站": "township_station", "村（社区）社工室": "community_room"},
    "status": {"计划": "planned", "在建": "building", "运行": "operating", "撤销": "closed"},
    "grade": {"无": "none", "助理社会工作师": "assistant", "社会工作师": "intermediate", "高级社会工作师": "senior"},
    "source": {"中央": "central", "省级": "provincial", "市级": "prefectural", "县级": "county",
               "福彩公益金": "welfare_lottery", "慈善资金": "charity", "其他": "other"},
    "purpose": {"站点建设": "station_building", "购买服务": "service_purchase", "培训": "training", "考证奖励": "incentives",
                "职业津贴": "stipends", "孵化培育": "incubation", "社区基金": "community_fund", "其他": "other"},
    "stage": {"预算": "budgeted", "下达": "allocated", "支出": "spent"},
    "kind": {"入户走访": "household_visit", "个案": "case", "小组": "group", "社区活动": "community_activity",
             "志愿服务": "volunteer"},
}
GRADES = ("assistant", "intermediate", "senior")
COUNTS = ("staff_count", "education_hours", "count", "person_times")
MISSING = ("", "—", "/", "无", "N/A")
UNTIDY_FORMS = (r"\d+/\d+/\d+", r"\d+\.\d+\.\d+", r"\d+年\d+月\d+日", r"20\d{6}", r"4\d{4}", r"[０-９]+", r"[０-９]+．[０-９]+",
                r"\d,\d{3}\.\d\d", r"\d+\.\d+万", r"\d{6}000000", r"\d{9}000", "—", "/")


class Files:
    """What one run of the generator wrote."""

    def __init__(self, generate, *options, scale="0.002", seed="3"):
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name)
        subprocess.run([generate, self.path, "--scale", scale, "--seed", seed, *options], check=True,
                       stdout=subprocess.DEVNULL)
        self.expected = json.loads((self.path / "expected.json").read_text(encoding="utf-8"))

    def lines(self, register, encoding="utf-8"):
        with open(self.path / f"{register}.csv", encoding=encoding, newline="") as file:
            return list(csv.reader(file))

    def rows(self, register):
        """The rows of a tidy file in Chinese, with English names and words."""
        names = ENGLISH_HEADERS[register].split(",")
        return [translate(dict(zip(names, line))) for line in self.lines(register)[1:]]


def translate(row):
    return {name: WORDS[name][cell] if name in WORDS else cell for name, cell in row.items()}


def is_unique(rows, *names):
    keys = [tuple(row[name] for name in names) for row in rows]
    return len(keys) == len(set(keys))


def is_date(text):
    return datetime.date.fromisoformat(text).isoformat() == text


class Regions:
    """The bundled divisions."""

    def __init__(self, path):
        with open(path, encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.codes = {row["code"] for row in rows}
        self.townships = {row["code"] for row in rows if row["level"] == "township" and row["statutory"] == "1"}
        named = collections.Counter(row["name"] for row in rows)
        self.code_by_name = {row["name"]: row["code"] for row in rows if named[row["name"]] == 1}

    def find(self, text):
        """The code that TEXT means; of a community as it stands."""
        if text in self.code_by_name:
            return self.code_by_name[text]
        if len(text) == 12 and text.endswith("000"):
            return text[:6] if text.endswith("000000") else text[:9]
        return text

    def townships_in(self, region):
        return {code for code in self.townships if is_within(code, region)}


def is_within(code, region):
    """Whether CODE lies in REGION, the nation or a province."""
    return region == "000000" or code[:2] == region[:2]


# What the files promise, one function each.

def runs_alike(generate, files, regions):
    again = Files(generate)
    names = [f"{register}.csv" for register in REGISTERS] + ["expected.json"]
    return filecmp.cmpfiles(files.path, again.path, names, shallow=False) == (names, [], [])


def differs_by_seed(generate, files, regions):
    other = Files(generate, seed="4")
    return all(files.lines(register)[1:] != other.lines(register)[1:] for register in REGISTERS)


def has_rows_asked_for(generate, files, regions):
    larger = Files(generate, scale="0.004").expected["rows"]
    return files.expected["rows"] == N_ROWS == {register: len(files.rows(register)) for register in REGISTERS} and \
        larger == {register: 2 * n for register, n in N_ROWS.items()}


def has_columns(generate, files, regions):
    english = Files(generate, "--english")
    return all(",".join(files.lines(register)[0]) == HEADERS[register] and
               ",".join(english.lines(register)[0]) == ENGLISH_HEADERS[register] and
               [translate_cells(register, line) for line in files.lines(register)[1:]] == english.lines(register)[1:]
               for register in REGISTERS)


def translate_cells(register, line):
    return list(translate(dict(zip(ENGLISH_HEADERS[register].split(","), line))).values())


def has_valid_stations(generate, files, regions):
    return is_unique(files.rows("stations"), "station_id") and all(
        row["region_code"][:9] in regions.codes and
        len(row["region_code"]) == {"county_centre": 6, "township_station": 9, "community_room": 12}[row["tier"]] and
        (row["opened_on"] != "") == (row["status"] in ("operating", "closed")) and
        (row["closed_on"] != "") == (row["status"] == "closed") and
        (not row["opened_on"] or is_date(row["opened_on"]) and "2015-01-01" <= row["opened_on"] <= "2024-12-31") and
        (not row["closed_on"] or is_date(row["closed_on"]) and row["opened_on"] <= row["closed_on"] <= "2024-12-31")
        for row in files.rows("stations"))


def has_all_there_is(generate, files, regions):
    """Every word of the registers, but for what is planned for money; grades in the proportions of the country."""
    rows = [row for register in REGISTERS for row in files.rows(register)]
    found = {name: {row[name] for row in rows if name in row} for name in WORDS}
    grades = collections.Counter(row["grade"] for row in files.rows("personnel"))
    certified = grades.total() - grades["none"]
    return found == {name: set(words.values()) - {"budgeted"} for name, words in WORDS.items()} and \
        0.68 < grades["assistant"] / certified < 0.76 and grades["senior"] / certified < 0.015


def is_valid_person(row, stations, regions):
    dates = [row[f"{grade}_on"] for grade in GRADES if row[f"{grade}_on"]]
    held = row["certified_on"] or row.get(f"{row['grade']}_on", "")
    return row["region_code"] in regions.codes and \
        row["person_id"][1:7] == row["region_code"][:6] and \
        (not row["station_id"] or stations[row["station_id"]][:6] == row["region_code"][:6]) and \
        all("2008-01-01" <= date <= "2024-12-31" and is_date(date) for date in dates) and \
        dates == sorted(set(dates)) and \
        (dates[-1:] in ([], [held])) and \
        (row["grade"] == "none") == (held == "") == (row["certificate_no"] == "") and \
        (not held or re.fullmatch(r"\d{16}", row["certificate_no"]) is not None) and \
        (not row["registration_expires_on"] or held < row["registration_expires_on"])


def has_valid_people(generate, files, regions):
    people = files.rows("personnel")
    stations = {row["station_id"]: row["region_code"] for row in files.rows("stations")}
    certified = [row for row in people if row["grade"] != "none"]
    return is_unique(people, "person_id") and is_unique(certified, "certificate_no") and \
        all(is_valid_person(row, stations, regions) for row in people)


def has_valid_funding(generate, files, regions):
    rows = files.rows("funding")
    return is_unique(rows, "region_code", "year", "entry_id") and all(
        row["region_code"] in regions.codes and "2019" <= row["year"] <= "2024" and
        re.fullmatch(r"[1-9]\d*(\.\d\d?)?", row["amount_yuan"]) for row in rows)


def has_valid_services(generate, files, regions):
    rows = files.rows("services")
    stations = {row["station_id"]: row for row in files.rows("stations")}
    return is_unique(rows, "year", "month", "station_id", "kind") and all(
        1 <= int(row["month"]) <= 12 and 0 < int(row["count"]) <= int(row["person_times"]) and
        f"{row['year']}-{int(row['month']):02}" > stations[row["station_id"]]["opened_on"][:7] for row in rows)


def grade_at(row, day):
    """The highest grade that one had on DAY, or None."""
    for grade in reversed(GRADES):
        date = row[f"{grade}_on"] or (row["certified_on"] if row["grade"] == grade else "")
        if date and date <= day:
            return grade
    return None


def count_year(files, regions, region, year):
    """What expected.json says of one region and year, from the files."""
    day = f"{year}-12-31"
    open_stations = [row["region_code"] for row in files.rows("stations")
                     if row["tier"] == "township_station" and is_within(row["region_code"], region) and
                     "" < row["opened_on"] <= day and not "" < row["closed_on"] <= day]
    grades = collections.Counter(grade_at(row, day) for row in files.rows("personnel")
                                 if is_within(row["region_code"], region))
    funding = collections.Counter()
    for row in files.rows("funding"):
        if row["year"] == year and is_within(row["region_code"], region):
            funding[row["source"]] += int(decimal.Decimal(row["amount_yuan"]) * 100)
    return {
        "certified": {grade: grades[grade] for grade in GRADES},
        "stations": len(open_stations),
        "covered": len(set(open_stations) & regions.townships),
        "funding_fen": {source: funding[source] for source in WORDS["source"].values()},
        "household_visits": sum(int(row["count"]) for row in files.rows("services")
                                if row["kind"] == "household_visit" and row["year"] == year and
                                is_within(row["station_id"][2:], region)),
    }


def expects_what_is_there(generate, files, regions):
    expected = files.expected
    return list(expected["years"]) == ["2020", "2021", "2022", "2023", "2024"] and \
        all(len(regions.townships_in(region)) == n for region, n in expected["townships"].items()) and \
        all(list(totals) == list(expected["townships"]) for totals in expected["years"].values()) and \
        all(count_year(files, regions, region, year) == totals
            for year in ("2021", "2024") for region, totals in expected["years"][year].items())


def read_date(text):
    if re.fullmatch(r"\d{5}", text):
        return (datetime.date(1899, 12, 30) + datetime.timedelta(days=int(text))).isoformat()
    year, month, day = re.fullmatch(r"(\d{4})\D?(\d\d?)\D?(\d\d?)\D?", text).groups()
    return datetime.date(int(year), int(month), int(day)).isoformat()


def read_cell(name, text, regions):
    """What an untidy cell means, as a tidy file has it."""
    if name != "name":
        text = unicodedata.normalize("NFKC", text) if re.match("[０-９]", text) else text
    if name in ("grade", "name") or text not in MISSING:
        if name.endswith("_on"):
            return read_date(text)
        if name == "region_code":
            return regions.find(text)
        if name == "amount_yuan":
            yuan = decimal.Decimal(text.removesuffix("万").replace(",", "")) * 10000
            return format(yuan.normalize(), "f")
        if name in COUNTS:
            return str(int(text.replace(",", "")))
        return text
    return ""


def has_untidy_frame(lines, register):
    """A title above the header, a total and a note below the rows."""
    first = 1 if register == "services" else 0
    return lines[0][0].startswith("2024年全国") and \
        (register != "funding" or lines[1][-1] == "单位：万元") and \
        (register != "services" or all(line[0] == "" for line in lines[1:])) and \
        (lines[-2][first] or "合计") == "合计" and lines[-1][first].startswith("注：") and \
        len({len(line) for line in lines}) == 1


def means_the_same_untidy(generate, files, regions):
    untidy = Files(generate, "--untidy")
    cells = set()
    for register in REGISTERS:
        lines = untidy.lines(register, "gb18030" if register == "funding" else "utf-8-sig")
        first = 1 if register == "services" else 0
        top = 3 if register == "funding" else 2
        names = ENGLISH_HEADERS[register].split(",")
        header = HEADERS[register].replace("（元）", "（万元）")
        read = [[read_cell(*pair, regions) for pair in zip(names, line[first:])] for line in lines[top:-2]]
        if not has_untidy_frame(lines, register) or ",".join(lines[top - 1][first:]) != header or \
                read != files.lines(register)[1:]:
            return False
        cells.update(cell for line in lines[top:-2] for cell in line)
    return untidy.expected == files.expected and \
        all(any(re.fullmatch(form, cell) for cell in cells) for form in UNTIDY_FORMS)


def splits_by_province(generate, files, regions):
    split = Files(generate, "--split")
    for register in REGISTERS:
        found = []
        for path in sorted(split.path.glob(f"*/{register}.csv")):
            split_lines = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
            found += split_lines[1:]
        if found != files.lines(register)[1:] or (split.path / f"{register}.csv").exists():
            return False
    return len(list(split.path.iterdir())) == len(files.expected["townships"]) and split.expected == files.expected


def read_sheet(path, n_columns):
    """The rows of the first sheet, numbers as they stand."""
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(path) as archive:
        sheet = xml.etree.ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    for row in sheet.iter(f"{space}row"):
        cells = [""] * n_columns
        for cell in row.iter(f"{space}c"):
            cells[ord(cell.get("r")[0]) - ord("A")] = "".join(cell.itertext())
        yield cells


def read_number(name, text):
    """A cell of a workbook as CSV has it: days are numbers there, and numbers good for 15 digits (587091.9300000001)."""
    if name == "amount_yuan":
        return format(decimal.Decimal(format(float(text), ".15g")).normalize(), "f")
    return read_date(text) if name.endswith("_on") and text else text


def writes_workbooks(generate, files, regions):
    workbooks = Files(generate, "--format", "xlsx")
    for register in REGISTERS:
        names = ENGLISH_HEADERS[register].split(",")
        header, *rows = read_sheet(workbooks.path / f"{register}.xlsx", len(names))
        read = [[read_number(*pair) for pair in zip(names, row)] for row in rows]
        if [header] + read != files.lines(register):
            return False
    return workbooks.expected == files.expected


def refuses_wrong_calls(generate, files, regions):
    with tempfile.TemporaryDirectory() as folder:
        calls = [[], [folder, "--scale", "0"], [folder, "--format", "ods"], [folder, "--english", "--untidy"],
                 [folder, "--x"], ["/dev/null/x", "--scale", "0.001"]]
        runs = [subprocess.run([generate, *call], capture_output=True, text=True) for call in calls]
        return all(run.returncode == 1 and run.stderr.startswith("generate: ") and run.stderr.count("\n") == 1
                   for run in runs)


def main(generate, regions_path):
    files = Files(generate)
    regions = Regions(regions_path)
    checks = [runs_alike, differs_by_seed, has_rows_asked_for, has_columns, has_all_there_is, has_valid_stations,
              has_valid_people, has_valid_funding, has_valid_services, expects_what_is_there, means_the_same_untidy,
              splits_by_province, writes_workbooks, refuses_wrong_calls]
    print(f"1..{len(checks)}")
    for number, check in enumerate(checks, start=1):
        holds = check(generate, files, regions)
        print(f"{'ok' if holds else 'not ok'} {number} {check.__name__.replace('_', ' ')}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
