/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/chinese-marks.h"

/* From here to “～” stand the wide forms of ASCII, in its order. */
#define WIDE_FORMS (0xFF01 - '!')

static gboolean
is_chinese_at (const gunichar *characters,
               glong           n,
               glong           i)
{
  return i >= 0 && i < n && g_unichar_iswide (characters[i]);
}

static gboolean
is_beside_chinese (const gunichar *characters,
                   glong           n,
                   glong           i)
{
  return is_chinese_at (characters, n, i - 1) || is_chinese_at (characters, n, i + 1);
}

/* What closes the bracket OPEN; -1 where nothing does. */
static glong
find_close (const gunichar *characters,
            glong           n,
            glong           open)
{
  guint depth = 0;

  for (glong i = open; i < n; i++)
    {
      if (characters[i] == '(')
        depth++;
      else if (characters[i] == ')' && --depth == 0)
        return i;
    }
  return -1;
}

static void
widen_brackets (gunichar *characters,
                glong     n,
                glong     open)
{
  glong close = find_close (characters, n, open);

  if (close < 0 || !(is_beside_chinese (characters, n, open) || is_beside_chinese (characters, n, close)))
    return;
  characters[open] += WIDE_FORMS;
  characters[close] += WIDE_FORMS;
}

char *
atlas_chinese_marks_widen (const char *text)
{
  glong n;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (text, -1, &n);

  for (glong i = 0; i < n; i++)
    {
      if (characters[i] == '(')
        widen_brackets (characters, n, i);
      else if ((characters[i] == ',' || characters[i] == ':' || characters[i] == ';') && is_beside_chinese (characters, n, i))
        characters[i] += WIDE_FORMS;
    }
  return g_ucs4_to_utf8 (characters, n, NULL, NULL, NULL);
}
