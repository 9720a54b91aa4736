/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/scale.h"

#include <math.h>

#include "dataset/language.h"

/**
 * Step:
 * @word: behind a number
 * @multiple: in front of a unit
 * @decimals: of a number of one and more
 * @money_from: (with @counts_from) from which value on a column is better read so
 */
typedef struct {
  AtlasScale scale;
  double factor;
  const char *word, *multiple;
  guint decimals;
  double money_from, counts_from;
} Step;

/* From coarse to fine. English counts keep their digits for longer, since separators make them easy to read. */
static const Step chinese_steps[] = {
  { ATLAS_SCALE_YI, 1e8, "亿", "亿", 2, 1e8, 1e8 },
  { ATLAS_SCALE_WAN, 1e4, "万", "万", 1, 1e4, 1e5 },
  { ATLAS_SCALE_ONE, 1.0, "", "", 0, 0.0, 0.0 },
};
static const Step english_steps[] = {
  { ATLAS_SCALE_BILLION, 1e9, " billion", "billion ", 2, 1e10, 1e11 },
  { ATLAS_SCALE_MILLION, 1e6, " million", "million ", 2, 1e6, 1e8 },
  { ATLAS_SCALE_THOUSAND, 1e3, " thousand", "thousand ", 1, 1e4, INFINITY },
  { ATLAS_SCALE_ONE, 1.0, "", "", 0, 0.0, 0.0 },
};

static const Step *
get_steps (void)
{
  return atlas_language_current () == ATLAS_LANGUAGE_CHINESE ? chinese_steps : english_steps;
}

/* Of either language. */
static const Step *
find_step (AtlasScale scale)
{
  for (guint i = 0; i < G_N_ELEMENTS (chinese_steps); i++)
    if (chinese_steps[i].scale == scale)
      return &chinese_steps[i];
  for (guint i = 0; i < G_N_ELEMENTS (english_steps); i++)
    if (english_steps[i].scale == scale)
      return &english_steps[i];
  g_return_val_if_reached (&chinese_steps[G_N_ELEMENTS (chinese_steps) - 1]);
}

double
atlas_scale_get_factor (AtlasScale scale)
{
  return find_step (scale)->factor;
}

guint
atlas_scale_get_decimals (AtlasScale scale)
{
  return find_step (scale)->decimals;
}

const char *
atlas_scale_get_word (AtlasScale scale)
{
  return find_step (scale)->word;
}

AtlasScale
atlas_scale_of_number (double value)
{
  const Step *step = get_steps ();

  while (step->scale != ATLAS_SCALE_ONE && fabs (value) < step->factor)
    step++;
  return step->scale;
}

/* Finer than the largest asks for, so that the smallest can be read; but no column of money in whole yuan for one
 * small sum among millions. */
static gboolean
suits (const Step      *step,
       double           smallest,
       double           largest,
       const AtlasUnit *unit)
{
  gboolean is_money = unit != NULL && unit->is_money;

  if (fabs (largest) < (is_money ? step->money_from : step->counts_from))
    return FALSE;
  return fabs (smallest) >= 0.1 * step->factor || (is_money && fabs (largest) >= 1e6 * step[1].factor);
}

AtlasScale
atlas_scale_choose (double           smallest,
                    double           largest,
                    const AtlasUnit *unit)
{
  const Step *step = get_steps ();

  if (atlas_unit_is_percent (unit) || !isfinite (largest))
    return ATLAS_SCALE_ONE;
  while (step->scale != ATLAS_SCALE_ONE && !suits (step, smallest, largest, unit))
    step++;
  return step->scale;
}

char *
atlas_scale_dup_unit (AtlasScale       scale,
                      const AtlasUnit *unit)
{
  return g_strchomp (g_strconcat (find_step (scale)->multiple, unit != NULL ? atlas_unit_get_symbol (unit) : "", NULL));
}
