/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/kinds/province-tiles.h"

#include <string.h>

#include "dataset/language.h"

static const AtlasProvinceTile tiles[ATLAS_N_PROVINCE_TILES] = {
  { "110000", 5, 1, "京", "BJ" }, { "120000", 6, 2, "津", "TJ" }, { "130000", 5, 2, "冀", "HE" },
  { "140000", 4, 2, "晋", "SX" }, { "150000", 4, 1, "蒙", "NM" }, { "210000", 7, 2, "辽", "LN" },
  { "220000", 7, 1, "吉", "JL" }, { "230000", 7, 0, "黑", "HL" }, { "310000", 7, 4, "沪", "SH" },
  { "320000", 6, 4, "苏", "JS" }, { "330000", 6, 5, "浙", "ZJ" }, { "340000", 5, 4, "皖", "AH" },
  { "350000", 5, 6, "闽", "FJ" }, { "360000", 5, 5, "赣", "JX" }, { "370000", 5, 3, "鲁", "SD" },
  { "410000", 4, 3, "豫", "HA" }, { "420000", 4, 4, "鄂", "HB" }, { "430000", 4, 5, "湘", "HN" },
  { "440000", 4, 6, "粤", "GD" }, { "450000", 3, 6, "桂", "GX" }, { "460000", 3, 7, "琼", "HI" },
  { "500000", 3, 4, "渝", "CQ" }, { "510000", 2, 3, "川", "SC" }, { "520000", 3, 5, "贵", "GZ" },
  { "530000", 2, 4, "云", "YN" }, { "540000", 0, 3, "藏", "XZ" }, { "610000", 3, 3, "陕", "SN" },
  { "620000", 2, 2, "甘", "GS" }, { "630000", 1, 3, "青", "QH" }, { "640000", 3, 2, "宁", "NX" },
  { "650000", 0, 2, "新", "XJ" }, { "710000", 7, 6, "台", "TW" }, { "810000", 5, 7, "港", "HK" },
  { "820000", 4, 7, "澳", "MO" },
};

const AtlasProvinceTile *
atlas_province_tile_get_nth (guint n)
{
  g_return_val_if_fail (n < ATLAS_N_PROVINCE_TILES, NULL);

  return &tiles[n];
}

int
atlas_province_tile_find (const char *code)
{
  for (guint i = 0; i < ATLAS_N_PROVINCE_TILES; i++)
    if (strcmp (tiles[i].code, code) == 0)
      return (int) i;
  return -1;
}

const char *
atlas_province_tile_get_letters (const AtlasProvinceTile *self)
{
  return atlas_language_pick (self->letter_zh, self->letter_en);
}
