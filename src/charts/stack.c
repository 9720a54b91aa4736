/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/stack.h"

#include <math.h>

#include "charts/chart-label.h"
#include "dataset/qualified-number.h"

/* Whether the parts are all that registers have: each entry of a ledger names its source and its purpose, each station
 * its tier. */
static gboolean
is_counted (const AtlasStack     *self,
            const AtlasChartData *data)
{
  static const char *const always_named[] = { "source", "purpose", "tier", NULL };
  const AtlasQuestion *question = atlas_table_get_question (data->table);

  return self->n_parts > 0 && self->n_counted == self->n_parts && question->by != NULL && question->by[0] != NULL &&
         g_strv_contains (always_named, question->by[0]);
}

/* Whether there may be some though none are known: without them there is no total. */
static gboolean
is_unplaced (const AtlasObservation *part)
{
  return part != NULL && atlas_observation_is_missing (part) && part->missing == ATLAS_MISSING_UNPLACED;
}

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
          self.n_counted += value->basis == ATLAS_BASIS_REGISTERS;
        }
      else if (data->is_complete || is_unplaced (part))
        {
          self.is_unknown = TRUE;
          if (part == NULL || self.missing != NULL)
            continue;
          self.missing = part;
          self.missing_series = s;
        }
    }
  self.is_whole = data->is_complete || is_counted (&self, data);
  /* There may be more. */
  if (!self.is_whole)
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

/* VALUE rounded as its label is: the label without its separators, read back. */
static double
as_written (const AtlasChartMeasure *measure,
            double                   value)
{
  g_autofree char *text = atlas_chart_dup_value_text (measure, value, ATLAS_QUALIFIER_EXACT);
  g_auto (GStrv) digits = g_strsplit (text, ",", -1);
  g_autofree char *joined = g_strjoinv ("", digits);

  return g_ascii_strtod (joined, NULL);
}

gboolean
atlas_stack_adds_up (const AtlasStack     *self,
                     const AtlasChartData *data,
                     guint                 category,
                     gboolean              as_shares)
{
  AtlasUnit percent = { (char *) "percent", (char *) "%", (char *) "%", FALSE };
  AtlasChartMeasure shares = { &percent, ATLAS_SCALE_ONE, 0.0, 100.0, 0, FALSE };
  const AtlasChartMeasure *measure = as_shares ? &shares : atlas_chart_data_get_measure (data, 0);
  double factor = as_shares && self->total > 0.0 ? 100.0 / self->total : 1.0, sum = 0.0;

  for (guint s = 0; s < data->series->len; s++)
    {
      const AtlasObservation *part = atlas_chart_data_get_value (data, category, s);

      if (part != NULL)
        sum += as_written (measure, MAX (part->value, 0.0) * factor);
    }
  return self->is_unknown || self->period == NULL || self->n_parts < 2 || self->total <= 0.0 ||
         fabs (sum - as_written (measure, self->total * factor)) < 1e-6;
}
