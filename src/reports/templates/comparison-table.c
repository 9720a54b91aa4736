/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/templates/comparison-table.h"

#include <glib/gi18n.h>
#include <string.h>

#include "indicators/difference.h"
#include "indicators/digits.h"
#include "indicators/number-format.h"
#include "reports/table-notes.h"

/* What stands under the values of a table. */
typedef struct {
  gboolean have_distance;
  gboolean have_share;
} Details;

static void
add_region_columns (AtlasReportBuilder *builder,
                    AtlasReportTable   *table)
{
  for (guint i = 0; i < builder->regions->len; i++)
    atlas_report_table_add_column (
      table, atlas_report_builder_get_name (builder, g_ptr_array_index (builder->regions, i)), TRUE);
}

static gboolean
is_bound (const AtlasObservation *observation)
{
  return observation->qualifier == ATLAS_QUALIFIER_AT_LEAST || observation->qualifier == ATLAS_QUALIFIER_AT_MOST ||
         observation->qualifier == ATLAS_QUALIFIER_NEARLY;
}

/* The distance between two numbers as they are shown, with as many decimals; "at least so much more" is left to DIFFERENCE. */
static char *
format_distance (const AtlasDifference  *difference,
                 const AtlasObservation *observation,
                 const AtlasObservation *reference,
                 AtlasTable             *table,
                 AtlasScale              scale)
{
  guint decimals, more;
  double distance;
  g_autofree char *digits = NULL;

  if (scale == ATLAS_SCALE_ONE || is_bound (observation) || is_bound (reference))
    return atlas_difference_dup_distance (difference, atlas_table_get_unit (table), scale);
  distance = atlas_round_in_scale (observation->value, scale, &decimals);
  distance -= atlas_round_in_scale (reference->value, scale, &more);
  digits = atlas_digits_write (distance, MAX (decimals, more), TRUE);
  return g_strconcat (atlas_qualifier_get_sign (difference->number.qualifier), distance > 0 ? "+" : "", digits, NULL);
}

/* What stands under a value: its distance to the reference's, or its share of that for one and the same
 * period. Sets which of both it is in DETAILS. */
static char *
format_detail (const AtlasObservation *observation,
               const AtlasObservation *reference,
               AtlasTable             *table,
               AtlasScale              scale,
               Details                *details)
{
  AtlasDifference difference =
    atlas_difference_of (atlas_table_get_indicator (table), atlas_table_get_unit (table), observation, reference);

  if (difference.kind == ATLAS_DIFFERENCE_DISTANCE)
    {
      details->have_distance = TRUE;
      return format_distance (&difference, observation, reference, table, scale);
    }
  /* Sums of what happens to be printed are no part and whole. */
  if (difference.kind == ATLAS_DIFFERENCE_SHARE && strcmp (observation->period, reference->period) == 0 &&
      observation->basis != ATLAS_BASIS_PUBLISHED_PARTS && reference->basis != ATLAS_BASIS_PUBLISHED_PARTS)
    {
      details->have_share = TRUE;
      return atlas_difference_dup_text (&difference, atlas_table_get_unit (table));
    }
  return NULL;
}

static void
add_indicator_row (AtlasReportBuilder *builder,
                   AtlasReportTable   *report_table,
                   AtlasTable         *table,
                   const AtlasRegion  *reference,
                   Details            *details)
{
  const AtlasUnit *unit = atlas_table_get_unit (table);
  AtlasScale scale = atlas_table_choose_scale (table);
  g_autofree char *name = atlas_report_builder_dup_table_name (table);
  g_autofree char *label = atlas_report_builder_format_label (name, scale, unit);

  atlas_report_table_add_row (report_table);
  atlas_report_table_add_cell (report_table, label);
  for (guint i = 0; i < builder->regions->len; i++)
    {
      const AtlasRegion *region = g_ptr_array_index (builder->regions, i);
      const AtlasObservation *observation = atlas_table_find (table, region->code, 0, NULL);
      g_autofree char *value = atlas_report_builder_format_cell (builder, observation, unit, scale);
      g_autofree char *detail =
        format_detail (observation, atlas_table_find (table, reference->code, 0, NULL), table, scale, details);
      g_autofree char *cell = detail != NULL ? g_strconcat (value, "\n", detail, NULL) : g_strdup (value);

      atlas_report_table_add_cell (report_table, cell);
    }
}

/* What the small numbers are that there are, before NOTE. */
static char *
dup_note (const Details *details,
          const char    *reference,
          const char    *note)
{
  g_autofree char *small = NULL;

  if (details->have_distance && details->have_share)
    small = g_strdup_printf (_("Small numbers: difference from %s (of shares in percentage points), or share of it."), reference);
  else if (details->have_distance)
    small = g_strdup_printf (_("Small numbers: difference from %s (of shares in percentage points)."), reference);
  else if (details->have_share)
    small = g_strdup_printf (_("Small numbers: share of %s."), reference);
  if (small == NULL)
    return g_strdup (note);
  /* Translators: two sentences of a note below a table */
  return g_strdup_printf (C_("note", "%1$s %2$s"), small, note);
}

AtlasReportTable *
atlas_comparison_table_new (AtlasReportBuilder *builder,
                            AtlasTable *const  *tables,
                            guint               n,
                            const AtlasRegion  *reference)
{
  g_autoptr (AtlasReportTable) table = atlas_report_table_new (_("Main indicators"), _("Units: in each row"));
  g_autoptr (GPtrArray) used = g_ptr_array_new ();
  Details details = { FALSE, FALSE };
  g_autofree char *note = NULL;

  atlas_report_table_add_column (table, _("Indicator"), FALSE);
  add_region_columns (builder, table);
  for (guint i = 0; i < n; i++)
    if (atlas_report_builder_count_regions (tables[i]) > 0)
      {
        add_indicator_row (builder, table, tables[i], reference, &details);
        g_ptr_array_add (used, tables[i]);
      }
  if (used->len == 0)
    return NULL;
  note = atlas_report_dup_table_note (builder->report, used);
  table->note = dup_note (&details, atlas_report_builder_get_name (builder, reference), note);
  return g_steal_pointer (&table);
}

/* The by-values for which any region has a figure, in the order of the table. */
static GPtrArray *
list_by_values (AtlasTable *table)
{
  GPtrArray *values = g_ptr_array_new ();

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (!atlas_observation_is_missing (row) && row->by != NULL &&
          !g_ptr_array_find_with_equal_func (values, row->by[0], g_str_equal, NULL))
        g_ptr_array_add (values, row->by[0]);
    }
  return values;
}

static const char *
name_by_value (AtlasTable *table,
               const char *value)
{
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    if (strcmp (atlas_table_get_row (table, i)->by[0], value) == 0)
      return atlas_table_get_by_name (table, i, 0);
  return value;
}

AtlasReportTable *
atlas_comparison_table_break_down (AtlasReportBuilder *builder,
                                   AtlasTable         *table,
                                   const char         *title,
                                   const char         *header)
{
  AtlasScale scale = atlas_table_choose_scale (table);
  const AtlasUnit *unit = atlas_table_get_unit (table);
  g_autofree char *symbol = atlas_scale_dup_unit (scale, unit);
  g_autofree char *unit_line = atlas_report_format_unit (symbol);
  g_autoptr (GPtrArray) values = list_by_values (table);
  AtlasReportTable *report_table;

  if (values->len == 0)
    return NULL;
  report_table = atlas_report_table_new (title, unit_line);
  atlas_report_table_add_column (report_table, header, FALSE);
  add_region_columns (builder, report_table);
  for (guint v = 0; v < values->len; v++)
    {
      const char *value = g_ptr_array_index (values, v);

      atlas_report_table_add_row (report_table);
      atlas_report_table_add_cell (report_table, name_by_value (table, value));
      for (guint i = 0; i < builder->regions->len; i++)
        {
          const AtlasRegion *region = g_ptr_array_index (builder->regions, i);
          g_autofree char *cell =
            atlas_report_builder_format_cell (builder, atlas_table_find (table, region->code, 0, value), unit, scale);

          atlas_report_table_add_cell (report_table, cell);
        }
    }
  report_table->note = atlas_report_dup_breakdown_note (builder->report, table, TRUE);
  return report_table;
}
