/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/rate-text.h"

#include <glib/gi18n.h>
#include <math.h>

#include "indicators/number-format.h"

static double
round_to_three (double value)
{
  double unit = pow (10.0, floor (log10 (value)) - 2.0);

  return round (value / unit) * unit;
}

char *
atlas_rate_dup_text (double           rate,
                     AtlasQualifier   qualifier,
                     const AtlasUnit *unit,
                     const AtlasUnit *per_unit)
{
  double per = 10.0;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  while (rate * per < 1.0)
    per *= 10.0;
  one = atlas_format_text (round_to_three (rate * per), qualifier, unit);
  other = atlas_format_text (per, ATLAS_QUALIFIER_EXACT, per_unit);
  /* Translators: a rate: “8.2 people per 10,000 people” */
  return g_strdup_printf (C_("rate", "%s per %s"), one, other);
}
