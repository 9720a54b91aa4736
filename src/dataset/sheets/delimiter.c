/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/delimiter.h"

#include <string.h>

/* How many records are enough to see it. */
#define MAX_RECORDS 100

/* Most likely first, where all else is equal: a comma is often part of a text or number. */
static const char candidates[] = { '\t', ';', ',' };

typedef enum {
  AT_START, /* of a cell, where alone a quotation mark opens */
  INSIDE,
  QUOTED,
  BEHIND_MARK, /* which closes, unless another follows */
} State;

static State
next_state (State state,
            char  c,
            char  delimiter)
{
  if (state == QUOTED)
    return c == '"' ? BEHIND_MARK : QUOTED;
  if (c == '"' && state != INSIDE)
    return QUOTED;
  return c == delimiter || c == '\n' || c == '\r' ? AT_START : INSIDE;
}

/* Some programs write a tab behind a long number, so that a spreadsheet takes it as text; the comma comes behind
 * that. */
static gboolean
is_guard (const char *text,
          gsize       length)
{
  return length >= 2 && text[0] == '\t' && text[1] == ',';
}

/* COUNTS: how often it occurs in each record. Returns: how many records have it at all */
static guint
count_delimiters (const char *text,
                  gsize       length,
                  char        delimiter,
                  guint       counts[MAX_RECORDS])
{
  State state = AT_START;
  guint n_records = 0, n = 0;

  for (gsize i = 0; i < length && n_records < MAX_RECORDS; i++)
    {
      state = next_state (state, text[i], delimiter);
      if (state == AT_START && text[i] == delimiter)
        n += !is_guard (text + i, length - i);
      else if (state == AT_START && n > 0)
        {
          counts[n_records++] = n;
          n = 0;
        }
    }
  if (n > 0 && n_records < MAX_RECORDS)
    counts[n_records++] = n;
  return n_records;
}

static guint
count_equal (const guint *counts,
             guint        n_records,
             guint        value)
{
  guint n = 0;

  for (guint i = 0; i < n_records; i++)
    n += counts[i] == value;
  return n;
}

/* How many records have the number of delimiters that most have, and which number that is. */
static void
find_usual_count (const char *text,
                  gsize       length,
                  char        delimiter,
                  guint      *n_alike,
                  guint      *usual)
{
  guint counts[MAX_RECORDS];
  guint n_records = count_delimiters (text, length, delimiter, counts);

  *n_alike = *usual = 0;
  for (guint i = 0; i < n_records; i++)
    {
      guint n = count_equal (counts, n_records, counts[i]);

      if (n > *n_alike || (n == *n_alike && counts[i] > *usual))
        {
          *n_alike = n;
          *usual = counts[i];
        }
    }
}

char
atlas_delimiter_find (const char *text,
                      gsize       length)
{
  guint best_alike = 0, best_usual = 0;
  char best = ',';

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint n_alike, usual;

      find_usual_count (text, length, candidates[i], &n_alike, &usual);
      if (n_alike > best_alike || (n_alike == best_alike && usual > best_usual))
        {
          best = candidates[i];
          best_alike = n_alike;
          best_usual = usual;
        }
    }
  return best;
}

static gsize
measure_line_end (const char *text,
                  gsize       length)
{
  if (length >= 2 && text[0] == '\r' && text[1] == '\n')
    return 2;
  return length >= 1 && (text[0] == '\r' || text[0] == '\n') ? 1 : 0;
}

gsize
atlas_delimiter_named (const char *text,
                       gsize       length,
                       char       *delimiter)
{
  const gsize at = strlen ("sep=");
  gsize end;

  if (length <= at || g_ascii_strncasecmp (text, "sep=", at) != 0 || text[at] == '"' ||
      (!g_ascii_ispunct (text[at]) && text[at] != '\t'))
    return 0;
  end = measure_line_end (text + at + 1, length - at - 1);
  if (end == 0 && length > at + 1)
    return 0;
  *delimiter = text[at];
  return at + 1 + end;
}
