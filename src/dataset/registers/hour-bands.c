/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/hour-bands.h"

/* Where rules draw the line (60, 70, 72, 80, 90 hours), and a third and two thirds of it below. Dataset files hold the numbers of
 * the bands: none is ever moved. */
static const struct {
  guint start;
  const char *id;
} bands[ATLAS_N_HOUR_BANDS] = {
  { 0, "0_23" },   { 24, "24_47" }, { 48, "48_59" },       { 60, "60_69" },  { 70, "70_71" },
  { 72, "72_79" }, { 80, "80_89" }, { 90, "90_or_more" }, { 0, "unknown" },
};

guint
atlas_hour_band_find (const AtlasRegisterValue *hours)
{
  gboolean is_less = hours->qualifier == ATLAS_QUALIFIER_NEARLY || hours->qualifier == ATLAS_QUALIFIER_AT_MOST;
  gint64 hundredths = is_less ? hours->number - 1 : hours->number;
  guint band = 0;

  if (hours->is_missing)
    return ATLAS_HOUR_BAND_UNKNOWN;
  while (band + 1 < ATLAS_HOUR_BAND_UNKNOWN && hundredths >= (gint64) bands[band + 1].start * 100)
    band++;
  return band;
}

const char *
atlas_hour_band_get_id (guint band)
{
  g_return_val_if_fail (band < ATLAS_N_HOUR_BANDS, NULL);

  return bands[band].id;
}

guint
atlas_hour_band_get_start (guint band)
{
  g_return_val_if_fail (band < ATLAS_HOUR_BAND_UNKNOWN, 0);

  return bands[band].start;
}
