/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/stack.h"

#include "dataset/qualified-number.h"

AtlasStack
atlas_stack_of (const AtlasChartData *data,
                guint                 category)
{
  AtlasStack self = { .qualifier = ATLAS_QUALIFIER_EXACT, .is_exact = TRUE };

  for (guint s = 0; s < data->series->len; s++)
    {
      const AtlasObservation *part = atlas_chart_data_get (data, category, s);
      const AtlasObservation *value = atlas_chart_data_get_value (data, category, s);

      if (value != NULL)
        {
          self.qualifier = atlas_qualifier_join (self.qualifier, value->qualifier);
          self.is_exact &= value->qualifier == ATLAS_QUALIFIER_EXACT;
          self.total += MAX (value->value, 0.0);
          if (self.n_parts == 0)
            self.period = value->period;
          else if (g_strcmp0 (self.period, value->period) != 0)
            self.period = NULL;
          self.n_parts++;
        }
      else if (data->is_complete)
        {
          self.is_unknown = TRUE;
          if (part == NULL || self.missing != NULL)
            continue;
          self.missing = part;
          self.missing_series = s;
        }
    }
  /* Parts that make up no known whole: there may be more. */
  if (!data->is_complete)
    self.qualifier = atlas_qualifier_join (self.qualifier, ATLAS_QUALIFIER_AT_LEAST);
  return self;
}

gboolean
atlas_stack_get_share (const AtlasStack       *self,
                       const AtlasObservation *part,
                       double                 *out_share,
                       AtlasQualifier         *out_qualifier)
{
  if (self->is_unknown || self->total <= 0.0)
    return FALSE;
  *out_share = MAX (part->value, 0.0) / self->total * 100.0;
  *out_qualifier = self->is_exact ? ATLAS_QUALIFIER_EXACT : ATLAS_QUALIFIER_ABOUT;
  return TRUE;
}
