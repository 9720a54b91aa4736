/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/region-prefix.h"

#include <string.h>

char *
atlas_region_dup_prefix (const AtlasRegion *region)
{
  char *prefix = g_strdup (region->code);
  gsize length = strlen (prefix);

  if (region->level < ATLAS_REGION_LEVEL_COUNTY)
    while (length >= 2 && strcmp (prefix + length - 2, "00") == 0)
      prefix[length -= 2] = '\0';
  return prefix;
}
