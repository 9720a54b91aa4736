/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/broken-width.h"

#include <string.h>

/* A text column is not made narrower than so many characters if its text is longer. */
#define LEAST_CHARACTERS 5
/* Nor a header over numbers. */
#define LEAST_HEADER 4

static char *
dup_main (const char *text)
{
  return g_strndup (text, strcspn (text, "\n"));
}

/* The width of the longest piece of the first line of TEXT that cannot be broken. */
static double
measure_least (AtlasTextShaper *shaper,
               AtlasTextRole    role,
               const char      *text)
{
  g_autofree char *main_text = dup_main (text);
  g_auto (GStrv) words = g_strsplit_set (main_text, " /", -1);
  double least = 0;

  for (guint i = 0; words[i] != NULL; i++)
    least = MAX (least, atlas_text_shaper_measure (shaper, role, words[i]));
  return least;
}

/* The width of the brackets that the first line of TEXT ends with; 0 where it does not. */
static double
measure_unit (AtlasTextShaper *shaper,
              AtlasTextRole    role,
              const char      *text)
{
  g_autofree char *main_text = dup_main (text);
  const char *unit = g_strrstr (main_text, "（");

  return unit != NULL && g_str_has_suffix (unit, "）") ? atlas_text_shaper_measure (shaper, role, unit) : 0;
}

double
atlas_broken_width_measure (AtlasTextShaper *shaper,
                            AtlasTextRole    role,
                            const char      *text,
                            double           natural,
                            gboolean         numeric)
{
  double size = atlas_text_shaper_get_style (shaper)->texts[role].size;
  double least = MIN (natural, (numeric ? LEAST_HEADER : LEAST_CHARACTERS) * size);
  double word;

  if (least >= natural)
    return least;
  if (atlas_text_shaper_get_language (shaper) == ATLAS_LANGUAGE_CHINESE)
    return MAX (least, MIN (measure_unit (shaper, role, text), LEAST_CHARACTERS * size));
  word = MIN (measure_least (shaper, role, text), 2 * LEAST_CHARACTERS * size);
  return numeric ? word : MAX (least, word);
}
