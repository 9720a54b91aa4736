/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "../dataset/sheets/zip-maker.h"
#include "fuzz-workbook.h"

/* Checksums and packing would keep what is invented from reaching the readers of the parts. So the first
 * letter of the input names the part that the rest becomes, in a workbook that is sound otherwise; with "z",
 * the rest is the whole archive. */

#define TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

typedef struct {
  char letter;
  const char *name;
  const char *content;
} Part;

static const Part parts[] = {
  { 'w', "xl/workbook.xml", "<workbook><sheets><sheet name='a' sheetId='1' r:id='a'/></sheets></workbook>" },
  { 'r', "xl/_rels/workbook.xml.rels",
    "<Relationships><Relationship Id='a' Type='" TYPE "worksheet' Target='a.xml'/>"
    "<Relationship Id='s' Type='" TYPE "sharedStrings' Target='s.xml'/>"
    "<Relationship Id='y' Type='" TYPE "styles' Target='y.xml'/></Relationships>" },
  { 's', "xl/a.xml",
    "<worksheet><sheetData><row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>2</v></c></row>"
    "<row><c s='0'><v>45047</v></c><c s='1'><v>45047.5</v></c><c s='2'><v>60</v></c><c s='3'>"
    "<v>1.1000000000000001</v></c></row>"
    "</sheetData><mergeCells><mergeCell ref='A1:C2'/></mergeCells></worksheet>" },
  { 't', "xl/s.xml", "<sst><si><t>a</t></si><si><r><t>_x0041_</t></r><rPh><t>b</t></rPh></si><si/></sst>" },
  { 'y', "xl/y.xml",
    "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy&quot;年&quot;'/></numFmts>"
    "<cellXfs><xf/><xf numFmtId='14'/><xf numFmtId='164'/></cellXfs></styleSheet>" },
};

static GBytes *
make_archive (char        letter,
              const char *data,
              gsize       size)
{
  ZipMaker *maker = zip_maker_new ();

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].letter == letter)
      zip_maker_add_full (maker, parts[i].name, data, size, ZIP_MAKER_STORED);
    else
      zip_maker_add_full (maker, parts[i].name, parts[i].content, -1, ZIP_MAKER_STORED);
  return zip_maker_finish (maker);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const char *rest = (const char *) data + 1;
  g_autoptr (GBytes) archive = NULL;
  gsize length;

  if (size == 0)
    return 0;
  archive = data[0] == 'z' ? g_bytes_new_static (rest, size - 1) : make_archive (data[0], rest, size - 1);
  data = g_bytes_get_data (archive, &length);
  fuzz_workbook (data, length, NULL);
  return 0;
}
