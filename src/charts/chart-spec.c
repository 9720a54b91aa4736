/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/chart-spec.h"

#include <math.h>
#include <string.h>

static const char *const kind_ids[] = {
  [ATLAS_CHART_BAR] = "bar",
  [ATLAS_CHART_GROUPED_BAR] = "grouped-bar",
  [ATLAS_CHART_STACKED_BAR] = "stacked-bar",
  [ATLAS_CHART_PERCENT_BAR] = "percent-bar",
  [ATLAS_CHART_LINE] = "line",
};

const char *
atlas_chart_kind_to_id (AtlasChartKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_ids), NULL);

  return kind_ids[kind];
}

gboolean
atlas_chart_kind_from_id (const char     *id,
                          AtlasChartKind *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_ids); i++)
    if (strcmp (kind_ids[i], id) == 0)
      {
        *out = (AtlasChartKind) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * atlas_chart_spec_new:
 * @kind: how it is drawn
 * @table: (transfer none): what is drawn
 *
 * Returns: (transfer full): a specification with titles and source, all bars neutral and no reference
 */
AtlasChartSpec *
atlas_chart_spec_new (AtlasChartKind  kind,
                      AtlasTable     *table)
{
  AtlasChartSpec *self = g_new0 (AtlasChartSpec, 1);

  self->kind = kind;
  self->table = atlas_table_ref (table);
  self->show_titles = TRUE;
  self->show_source = TRUE;
  self->reference = NAN;
  return self;
}

AtlasChartSpec *
atlas_chart_spec_copy (const AtlasChartSpec *self)
{
  AtlasChartSpec *copy = g_memdup2 (self, sizeof *self);

  copy->table = atlas_table_ref (self->table);
  copy->headline = g_strdup (self->headline);
  copy->subtitle = g_strdup (self->subtitle);
  copy->number = g_strdup (self->number);
  copy->source_line = g_strdup (self->source_line);
  copy->reference_label = g_strdup (self->reference_label);
  copy->slots = NULL;
  if (self->slots != NULL)
    {
      GHashTableIter iter;
      gpointer code, slot;

      g_hash_table_iter_init (&iter, self->slots);
      while (g_hash_table_iter_next (&iter, &code, &slot))
        atlas_chart_spec_set_slot (copy, code, GPOINTER_TO_UINT (slot));
    }
  return copy;
}

void
atlas_chart_spec_free (AtlasChartSpec *self)
{
  if (self == NULL)
    return;
  atlas_table_unref (self->table);
  g_free (self->headline);
  g_free (self->subtitle);
  g_free (self->number);
  g_free (self->source_line);
  g_free (self->reference_label);
  g_clear_pointer (&self->slots, g_hash_table_unref);
  g_free (self);
}

void
atlas_chart_spec_set_titles (AtlasChartSpec *self,
                             const char     *headline,
                             const char     *subtitle)
{
  g_free (self->headline);
  g_free (self->subtitle);
  self->headline = g_strdup (headline);
  self->subtitle = g_strdup (subtitle);
}

/**
 * atlas_chart_spec_set_slot:
 * @region_code: a division
 * @slot: 0 to ATLAS_N_COLOUR_SLOTS − 1
 *
 * Gives a region its colour in this chart.
 */
void
atlas_chart_spec_set_slot (AtlasChartSpec *self,
                           const char     *region_code,
                           guint           slot)
{
  if (self->slots == NULL)
    self->slots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_insert (self->slots, g_strdup (region_code), GUINT_TO_POINTER (slot));
}

void
atlas_chart_spec_set_reference (AtlasChartSpec *self,
                                double          value,
                                const char     *label)
{
  self->reference = value;
  g_free (self->reference_label);
  self->reference_label = g_strdup (label);
}
