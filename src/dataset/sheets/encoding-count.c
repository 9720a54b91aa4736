/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/encoding-count.h"

#include <string.h>

/* What is read between two looks at whether it is cancelled. */
#define PIECE_BYTES ((gsize) 4 << 20)
/* How much of a file shows whether it is UTF-16, and how few characters do not. */
#define HEAD_BYTES ((gsize) 64 << 10)
#define MIN_UNITS 4

/* Looks at the characters that begin before STOP; END: that of the file. Returns: (nullable): behind the last of
 * them; NULL to stop */
typedef const char *(*PieceFunc) (const char *at, const char *stop, const char *end, gpointer user_data);

static gboolean
for_pieces (const AtlasTextBytes  *bytes,
            PieceFunc              func,
            gpointer               user_data,
            GCancellable          *cancellable,
            GError               **error)
{
  const char *at = bytes->data, *end = at + bytes->length;

  while (at != NULL && at < end)
    {
      const char *start = at, *stop = at + MIN (PIECE_BYTES, (gsize) (end - at));

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      at = func (start, stop, end, user_data);
      atlas_text_bytes_release (bytes, start, stop);
    }
  return TRUE;
}

/* The first byte that is not UTF-8, or a NUL byte; STOP or behind it where there is none before. A character that
 * begins before STOP may end behind it. */
static const char *
skip_valid (const char *at,
            const char *stop,
            const char *end)
{
  g_utf8_validate_len (at, MIN (stop + 3, end) - at, &at);
  return at;
}

static const char *
check_piece (const char *at,
             const char *stop,
             const char *end,
             gpointer    user_data)
{
  gboolean *valid = user_data;

  at = skip_valid (at, stop, end);
  *valid = at >= stop;
  return *valid ? at : NULL;
}

gboolean
atlas_encoding_is_utf8 (const AtlasTextBytes  *bytes,
                        gboolean              *valid,
                        GCancellable          *cancellable,
                        GError               **error)
{
  *valid = TRUE;
  return for_pieces (bytes, check_piece, valid, cancellable, error);
}

typedef struct {
  guint64 n_long;
  guint64 n_faults;
} Counts;

/* Each long character begins with a byte from 0xE0 on, and no other byte of valid text is one. */
static guint64
count_long (const char *at,
            const char *stop)
{
  guint64 n = 0;

  for (; at < stop; at++)
    n += (guchar) *at >= 0xE0;
  return n;
}

static const char *
count_utf8_piece (const char *at,
                  const char *stop,
                  const char *end,
                  gpointer    user_data)
{
  Counts *counts = user_data;

  while (at < stop)
    {
      const char *bad = skip_valid (at, stop, end);

      counts->n_long += count_long (at, bad);
      at = bad;
      if (at >= stop)
        break;
      counts->n_faults += *at != '\0';
      at++;
    }
  return at;
}

gboolean
atlas_encoding_count_utf8 (const AtlasTextBytes  *bytes,
                           guint64               *n_long,
                           guint64               *n_faults,
                           GCancellable          *cancellable,
                           GError               **error)
{
  Counts counts = { 0 };
  gboolean done = for_pieces (bytes, count_utf8_piece, &counts, cancellable, error);

  *n_long = counts.n_long;
  *n_faults = counts.n_faults;
  return done;
}

static gboolean
is_between (const char *at,
            guchar      first,
            guchar      last)
{
  return (guchar) *at >= first && (guchar) *at <= last;
}

/* How many bytes the character takes; 0 where there is none. Whether Unicode has a character for them is not asked. */
static guint
measure_gb18030 (const char *at,
                 const char *end)
{
  if (is_between (at, 0x00, 0x7F))
    return 1;
  if (end - at < 2 || !is_between (at, 0x81, 0xFE))
    return 0;
  if (is_between (at + 1, 0x40, 0xFE) && at[1] != 0x7F)
    return 2;
  if (end - at < 4 || !is_between (at + 1, '0', '9'))
    return 0;
  return is_between (at + 2, 0x81, 0xFE) && is_between (at + 3, '0', '9') ? 4 : 0;
}

static const char *
count_gb18030_piece (const char *at,
                     const char *stop,
                     const char *end,
                     gpointer    user_data)
{
  Counts *counts = user_data;

  while (at < stop)
    {
      guint n_bytes = measure_gb18030 (at, end);

      counts->n_faults += n_bytes == 0;
      at += MAX (n_bytes, 1);
    }
  return at;
}

gboolean
atlas_encoding_count_gb18030 (const AtlasTextBytes  *bytes,
                              guint64               *n_faults,
                              GCancellable          *cancellable,
                              GError               **error)
{
  Counts counts = { 0 };
  gboolean done = for_pieces (bytes, count_gb18030_piece, &counts, cancellable, error);

  *n_faults = counts.n_faults;
  return done;
}

gboolean
atlas_encoding_is_utf16 (const AtlasTextBytes *bytes,
                         guint                 high)
{
  const guchar *data = (const guchar *) bytes->data;
  gsize n_units = MIN (bytes->length, HEAD_BYTES) / 2, n_narrow = 0, n_reversed = 0;

  for (gsize i = 0; i < n_units; i++)
    {
      guchar upper = data[2 * i + high], lower = data[2 * i + 1 - high];

      if (upper == 0 && lower < ' ' && (lower == 0 || strchr ("\t\n\v\f\r", lower) == NULL))
        return FALSE;
      n_narrow += upper == 0;
      n_reversed += lower == 0;
    }
  return bytes->length % 2 == 0 && n_units >= MIN_UNITS && n_narrow * 4 >= n_units && n_reversed * 4 <= n_narrow;
}
