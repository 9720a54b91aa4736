/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/xlsx-reference.h"

/* Digits at AT, which goes behind them. */
static gboolean
take_number (const char **at,
             guint        limit,
             guint       *number)
{
  const char *text = *at;
  guint64 value = 0;

  for (; g_ascii_isdigit (*text); text++)
    {
      value = value * 10 + (*text - '0');
      if (value > limit)
        return FALSE;
    }
  if (text == *at)
    return FALSE;
  *at = text;
  *number = value;
  return TRUE;
}

/* Letters, A for 0. */
static gboolean
take_column (const char **at,
             guint       *column)
{
  const char *text = *at;
  guint value = 0;

  for (; g_ascii_isalpha (*text); text++)
    {
      value = value * 26 + (g_ascii_toupper (*text) - 'A' + 1);
      if (value > ATLAS_SHEET_MAX_COLUMNS)
        return FALSE;
    }
  if (text == *at)
    return FALSE;
  *at = text;
  *column = value - 1;
  return TRUE;
}

static gboolean
take_reference (const char **at,
                guint       *column,
                guint       *row)
{
  return take_column (at, column) && take_number (at, ATLAS_XLSX_MAX_ROWS, row) && *row > 0;
}

gboolean
atlas_xlsx_parse_index (const char *text,
                        guint       limit,
                        guint      *index)
{
  return take_number (&text, limit, index) && *text == '\0';
}

gboolean
atlas_xlsx_parse_reference (const char *text,
                            guint      *column,
                            guint      *row)
{
  return take_reference (&text, column, row) && *text == '\0';
}

gboolean
atlas_xlsx_parse_range (const char     *text,
                        AtlasXlsxRange *range)
{
  guint column, row, other_column, other_row;

  if (!take_reference (&text, &column, &row))
    return FALSE;
  other_column = column;
  other_row = row;
  if (*text == ':')
    {
      text++;
      if (!take_reference (&text, &other_column, &other_row))
        return FALSE;
    }
  *range = (AtlasXlsxRange) { MIN (row, other_row), MAX (row, other_row), MIN (column, other_column),
                              MAX (column, other_column) };
  return *text == '\0';
}
