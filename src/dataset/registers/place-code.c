/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/place-code.h"

#include <string.h>

#define COUNTY_LENGTH 6
#define TOWNSHIP_LENGTH 9
#define COMMUNITY_LENGTH 12

/* "640303.0": what a number looks like that some program took for one with decimals. */
static gboolean
is_zero_fraction (const char *text)
{
  return text[0] == '\0' || (text[0] == '.' && text[1] == '0' && text[strspn (text + 1, "0") + 1] == '\0');
}

static int
get_digit (gunichar c)
{
  if (c >= '0' && c <= '9')
    return (int) c - '0';
  return c >= 0xFF10 && c <= 0xFF19 ? (int) c - 0xFF10 : -1;
}

gboolean
atlas_place_code_read (const char *text,
                       char        out[ATLAS_PLACE_CODE_SIZE])
{
  const char *at = text[0] == '\'' ? text + 1 : text;
  guint n = 0;
  int digit;

  for (; (digit = get_digit (g_utf8_get_char (at))) >= 0; at = g_utf8_next_char (at))
    {
      if (n < COMMUNITY_LENGTH)
        out[n] = (char) ('0' + digit);
      n++;
    }
  out[n <= COMMUNITY_LENGTH ? n : 0] = '\0';
  return n > 0 && is_zero_fraction (at);
}

/* Provinces and prefectures are written with 2 and 4 digits as well. */
static void
add_zeros (char *code)
{
  gsize length = strlen (code);

  if (length == 2 || length == 4)
    g_strlcat (code, length == 2 ? "0000" : "00", ATLAS_PLACE_CODE_SIZE);
}

/* Cuts the zeros behind a code that has its level's length already: 640303100000, 640303000. */
static void
cut_zeros (char *code)
{
  if (strlen (code) == COMMUNITY_LENGTH && strcmp (code + TOWNSHIP_LENGTH, "000") == 0)
    code[TOWNSHIP_LENGTH] = '\0';
  if (strlen (code) == TOWNSHIP_LENGTH && strcmp (code + COUNTY_LENGTH, "000") == 0)
    code[COUNTY_LENGTH] = '\0';
}

/* A code that has lost some of its last zeros: 6403021 of 640302100, 64032310 of 640323100, 640 of 640000. It goes up to
 * the next length that codes have, and no further. */
static const AtlasRegion *
fill_up (AtlasRegionTree *tree,
         const char      *code)
{
  gsize length = strlen (code);
  gsize full = length > COUNTY_LENGTH ? TOWNSHIP_LENGTH : COUNTY_LENGTH;
  char filled[ATLAS_PLACE_CODE_SIZE];

  if (length < 3 || length >= TOWNSHIP_LENGTH || length == full)
    return NULL;
  g_strlcpy (filled, code, sizeof filled);
  memset (filled + length, '0', full - length);
  filled[full] = '\0';
  return atlas_region_tree_lookup (tree, filled);
}

const AtlasRegion *
atlas_place_code_find (AtlasRegionTree *tree,
                       char             code[ATLAS_PLACE_CODE_SIZE],
                       gboolean        *filled)
{
  const AtlasRegion *region = atlas_region_tree_lookup (tree, code);
  char township[ATLAS_PLACE_CODE_SIZE];

  *filled = FALSE;
  if (region != NULL)
    return region;
  add_zeros (code);
  cut_zeros (code);
  region = atlas_region_tree_lookup (tree, code);
  if (region == NULL && strlen (code) == COMMUNITY_LENGTH)
    {
      g_strlcpy (township, code, TOWNSHIP_LENGTH + 1);
      return atlas_region_tree_lookup (tree, township);
    }
  *filled = region == NULL && (region = fill_up (tree, code)) != NULL;
  if (*filled)
    g_strlcpy (code, region->code, ATLAS_PLACE_CODE_SIZE);
  return region;
}
