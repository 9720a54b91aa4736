/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/machine-format.h"

#include <math.h>

char *
atlas_format_machine_number (double value)
{
  char buffer[512] = "", format[16];

  if (!isfinite (value))
    return g_strdup ("");
  /* No %g, which would write an exponent. */
  for (guint decimals = 0; decimals < 20; decimals++)
    {
      g_snprintf (format, sizeof format, "%%.%uf", decimals);
      g_ascii_formatd (buffer, sizeof buffer, format, value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }
  return g_strdup (buffer);
}

char *
atlas_format_machine (const AtlasObservation *observation,
                      const AtlasUnit        *unit)
{
  char buffer[512];
  AtlasDecimal cents;

  if (observation->status == ATLAS_STATUS_MISSING || !isfinite (observation->value))
    return g_strdup ("");
  if (unit != NULL && unit->is_money && observation->has_exact && atlas_decimal_rescale (observation->exact, 2, &cents))
    return atlas_decimal_to_string (cents);
  if (unit != NULL && unit->is_money)
    return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.2f", observation->value));
  if (observation->has_exact)
    return atlas_decimal_to_string (observation->exact);
  return atlas_format_machine_number (observation->value);
}
