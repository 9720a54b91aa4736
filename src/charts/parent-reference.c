/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/parent-reference.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "charts/rate-text.h"
#include "indicators/number-format.h"

static gboolean
adds_up (AtlasTable *part)
{
  return strcmp (atlas_table_get_indicator (part)->over_regions, "sum") == 0;
}

/* The only value of the n-th part; NULL where there is none, or several. */
static const AtlasObservation *
get_value (AtlasTable *parent,
           guint       part)
{
  AtlasTable *table = part < atlas_table_get_n_parts (parent) ? atlas_table_get_part (parent, part) : NULL;
  const AtlasObservation *row = NULL;

  if (table != NULL && atlas_table_get_n_rows (table) == 1)
    row = atlas_table_get_row (table, 0);
  return row != NULL && !atlas_observation_is_missing (row) && isfinite (row->value) ? row : NULL;
}

/* "Ningxia: 24.0% (2023)": whose, what, and when; (transfer full). */
static char *
dup_label (const AtlasObservation *row,
           const char             *value)
{
  g_autofree char *period = atlas_format_period (row->period);

  /* Translators: beside a dashed line: the region around, its value, and the period that is of */
  return g_strdup_printf (C_("reference line", "%s: %s (%s)"), atlas_region_get_display_name (row->region), value, period);
}

/* TABLE says so. */
static void
set_label (AtlasChartSpec         *spec,
           AtlasTable             *table,
           double                  reference,
           const AtlasObservation *row,
           const char             *value)
{
  g_autofree char *label = dup_label (row, value);

  atlas_chart_spec_set_reference (spec, reference, label);
  g_clear_pointer (&spec->reference_table, atlas_table_unref);
  spec->reference_table = atlas_table_ref (table);
}

static void
set_rate (AtlasChartSpec *spec,
          AtlasTable     *parent)
{
  const AtlasObservation *x = get_value (parent, 0), *y = get_value (parent, 1);
  g_autofree char *rate = NULL;
  AtlasQualifier qualifier;

  if (x == NULL || y == NULL || x->value <= 0.0 || y->value <= 0.0)
    return;
  qualifier = atlas_qualifier_join (y->qualifier, atlas_qualifier_reverse (x->qualifier));
  rate = atlas_rate_dup_text (y->value / x->value, qualifier, atlas_table_get_unit (atlas_table_get_part (parent, 1)),
                              atlas_table_get_unit (atlas_table_get_part (parent, 0)));
  set_label (spec, parent, y->value / x->value, y, rate);
}

static void
set_value (AtlasChartSpec *spec,
           AtlasTable     *parent,
           guint           part)
{
  const AtlasObservation *row = get_value (parent, part);
  g_autofree char *value = NULL;

  if (row == NULL || adds_up (atlas_table_get_part (parent, part)))
    return;
  value = atlas_format_observation (row, atlas_table_get_unit (atlas_table_get_part (parent, part)));
  set_label (spec, atlas_table_get_part (parent, part), row->value, row, value);
}

void
atlas_parent_reference_set (AtlasChartSpec *spec,
                            AtlasTable     *parent)
{
  gboolean is_plane = atlas_chart_kind_get_traits (spec->kind)->is_plane;

  if (is_plane && atlas_table_get_n_parts (parent) == 2 && adds_up (atlas_table_get_part (parent, 0)) &&
      adds_up (atlas_table_get_part (parent, 1)))
    set_rate (spec, parent);
  else if (is_plane || atlas_table_get_n_parts (parent) == 1) /* panels of several indicators have no value in common */
    set_value (spec, parent, is_plane ? 1 : 0);
}

void
atlas_parent_reference_set_further (AtlasChartSpec *spec,
                                    AtlasTable     *nation)
{
  const AtlasObservation *row = atlas_table_get_n_parts (nation) == 1 ? get_value (nation, 0) : NULL;
  g_autofree char *value = NULL;

  if (row == NULL || adds_up (nation))
    return;
  value = atlas_format_observation (row, atlas_table_get_unit (nation));
  spec->further_reference = row->value;
  g_free (spec->further_label);
  spec->further_label = dup_label (row, value);
  g_clear_pointer (&spec->further_table, atlas_table_unref);
  spec->further_table = atlas_table_ref (nation);
}
