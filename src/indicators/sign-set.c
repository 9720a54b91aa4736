/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/sign-set.h"

#include <math.h>
#include <string.h>

static const char *const ids[] = { "standard", "yearbook", NULL };

const char *const *
atlas_sign_set_list_ids (void)
{
  return ids;
}

AtlasSignSet
atlas_sign_set_from_id (const char *id)
{
  return g_strcmp0 (id, ids[ATLAS_SIGNS_YEARBOOK]) == 0 ? ATLAS_SIGNS_YEARBOOK : ATLAS_SIGNS_STANDARD;
}

gboolean
atlas_value_is_below_unit (double           value,
                           const AtlasUnit *unit,
                           AtlasScale       scale)
{
  gboolean is_share = atlas_unit_is_percent (unit);
  /* A count without a scale may be a ratio with two decimals. */
  guint decimals = is_share ? 1 : scale == ATLAS_SCALE_ONE ? 2 : atlas_scale_get_decimals (scale);
  double smallest = atlas_scale_get_factor (scale) * pow (10.0, -(double) decimals);

  return value != 0.0 && fabs (value) < smallest / 2.0;
}

gboolean
atlas_sign_set_hides (AtlasSignSet            self,
                      const AtlasObservation *observation,
                      const AtlasUnit        *unit,
                      AtlasScale              scale)
{
  return self == ATLAS_SIGNS_YEARBOOK && observation->qualifier == ATLAS_QUALIFIER_EXACT &&
         atlas_value_is_below_unit (observation->value, unit, scale);
}
