/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "2023-05-01" and its end. */
#define ATLAS_DATE_SIZE 11

typedef enum {
  ATLAS_DATE_READ,
  ATLAS_DATE_WRONG,     /* no date, or one that no calendar has */
  ATLAS_DATE_AMBIGUOUS, /* 5/1/23, and 2023.1, which is January or what a spreadsheet left of 2023.10 */
} AtlasDateResult;

/* Reads TEXT, trimmed, into OUT as an ISO 8601 day, month or year, as far as it is known: 2023-05-01, 2023/5/1, 2023.5.1,
 * 2023年5月1日, 20230501, each with a time behind it or in full width, days counted by a spreadsheet (45047), 2023-05,
 * 2023年5月, 202305, 2023. Any year of four digits is taken. */
AtlasDateResult atlas_date_parse (const char *text, char out[ATLAS_DATE_SIZE]);

G_END_DECLS
