/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/templates/division-table.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "charts/ranking.h"
#include "indicators/number-format.h"
#include "reports/sentences.h"
#include "reports/table-notes.h"

/* The divisions one level below that count as such; (transfer container). */
static GPtrArray *
list_divisions (const AtlasSubject *subject)
{
  GPtrArray *divisions = atlas_region_tree_list_level (atlas_catalogue_get_regions (subject->builder->catalogue),
                                                       subject->region, subject->region->level + 1);

  for (guint i = divisions->len; i-- > 0;)
    if (!((const AtlasRegion *) g_ptr_array_index (divisions, i))->statutory)
      g_ptr_array_remove_index (divisions, i);
  return divisions;
}

guint
atlas_division_count (const AtlasSubject *subject)
{
  g_autoptr (GPtrArray) divisions = list_divisions (subject);

  return divisions->len;
}

gboolean
atlas_division_are_ranked (AtlasTable *table)
{
  for (guint i = 0; table != NULL && i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (!atlas_observation_is_missing (row) &&
          (row->qualifier == ATLAS_QUALIFIER_AT_LEAST || row->qualifier == ATLAS_QUALIFIER_AT_MOST))
        return FALSE;
    }
  return table != NULL;
}

gboolean
atlas_division_are_counted (AtlasTable *table)
{
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (row->basis != ATLAS_BASIS_REGISTERS || strcmp (row->period, atlas_table_get_row (table, 0)->period) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Those with a figure in any column: the first column's in descending order, then the others. */
static GPtrArray *
list_rows (const AtlasDivisionColumn *columns,
           guint                      n)
{
  GPtrArray *regions = g_ptr_array_new ();

  for (guint c = 0; c < n; c++)
    {
      for (guint i = 0; columns[c].table != NULL && i < atlas_table_get_n_rows (columns[c].table); i++)
        {
          const AtlasObservation *row = atlas_table_get_row (columns[c].table, i);

          if (!atlas_observation_is_missing (row) && !g_ptr_array_find (regions, row->region, NULL))
            g_ptr_array_add (regions, (gpointer) row->region);
        }
    }
  return regions;
}

static double
get_sort_value (AtlasTable        *table,
                const AtlasRegion *region)
{
  const AtlasObservation *row = table != NULL ? atlas_table_find (table, region->code, 0, NULL) : NULL;

  return row != NULL && !atlas_observation_is_missing (row) ? row->value : -HUGE_VAL;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      table)
{
  const AtlasRegion *first = *(const AtlasRegion *const *) a;
  const AtlasRegion *second = *(const AtlasRegion *const *) b;
  double x = get_sort_value (table, first), y = get_sort_value (table, second);

  if (x != y)
    return x > y ? -1 : 1;
  return strcmp (first->code, second->code);
}

static char *
dup_rank (AtlasTable        *table,
          const AtlasRegion *region)
{
  g_autoptr (AtlasRanking) ranking = atlas_ranking_new (table, atlas_table_choose_scale (table), NULL);

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    if (atlas_table_get_row (table, i)->region == region && atlas_ranking_get (ranking, i)->rank > 0)
      return g_strdup_printf ("%u", atlas_ranking_get (ranking, i)->rank);
  return g_strdup ("—");
}

static char *
dup_part (double         value,
          AtlasQualifier qualifier)
{
  return isfinite (value) ? atlas_format_label (value, qualifier, NULL, ATLAS_SCALE_ONE) : g_strdup ("—");
}

/* The value and, where it is not the one EXPECTED, its period under it. */
static char *
dup_value (AtlasReportBuilder        *builder,
           const AtlasDivisionColumn *column,
           const AtlasObservation    *row,
           const char                *expected)
{
  g_autofree char *value = atlas_report_builder_format_cell (builder, row, atlas_table_get_unit (column->table),
                                                             atlas_table_choose_scale (column->table));
  g_autofree char *period = NULL;

  if (row == NULL || atlas_observation_is_missing (row) || g_strcmp0 (row->period, expected) == 0)
    return g_steal_pointer (&value);
  period = atlas_format_period (row->period);
  return g_strdup_printf ("%s\n%s", value, period);
}

static char *
dup_cell (AtlasReportBuilder        *builder,
          const AtlasDivisionColumn *column,
          const AtlasRegion         *region,
          const char                *expected)
{
  const AtlasObservation *row = atlas_table_find (column->table, region->code, 0, NULL);

  if (column->part == ATLAS_DIVISION_RANK)
    return dup_rank (column->table, region);
  if (column->part == ATLAS_DIVISION_VALUE || row == NULL || atlas_observation_is_missing (row))
    return dup_value (builder, column, row, expected);
  if (column->part == ATLAS_DIVISION_NUMERATOR)
    return dup_part (row->numerator, row->numerator_qualifier);
  return dup_part (row->denominator, row->denominator_qualifier);
}

static void
add_columns (AtlasReportTable          *table,
             const AtlasDivisionColumn *columns,
             guint                      n)
{
  atlas_report_table_add_column (table, _("Division"), FALSE);
  for (guint c = 0; c < n; c++)
    {
      g_autofree char *label = NULL;

      if (columns[c].table == NULL)
        continue;
      label = atlas_report_builder_format_label (
        atlas_indicator_get_name (atlas_table_get_indicator (columns[c].table)),
        atlas_table_choose_scale (columns[c].table), atlas_table_get_unit (columns[c].table));
      atlas_report_table_add_column (table, columns[c].header != NULL ? columns[c].header : label, TRUE);
    }
  atlas_report_table_add_column (table, _("Period"), TRUE);
}

static void
add_row (AtlasReportBuilder        *builder,
         AtlasReportTable          *table,
         const AtlasDivisionColumn *columns,
         guint                      n,
         const AtlasRegion         *region)
{
  const AtlasObservation *leading =
    columns[0].table != NULL ? atlas_table_find (columns[0].table, region->code, 0, NULL) : NULL;
  const char *expected = leading != NULL ? leading->period : NULL;
  g_autofree char *name = atlas_region_dup_short_name (region);
  g_autofree char *period = expected != NULL ? atlas_format_period (expected) : g_strdup ("—");

  atlas_report_table_add_row (table);
  atlas_report_table_add_cell (table, name);
  for (guint c = 0; c < n; c++)
    {
      g_autofree char *cell = columns[c].table != NULL ? dup_cell (builder, &columns[c], region, expected) : NULL;

      if (cell != NULL)
        atlas_report_table_add_cell (table, cell);
    }
  atlas_report_table_add_cell (table, period);
}

/* What its signs mean, its sources, and for which divisions there is nothing. */
static char *
dup_note (const AtlasSubject        *subject,
          const AtlasDivisionColumn *columns,
          guint                      n,
          GPtrArray                 *rows)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();
  g_autoptr (GPtrArray) divisions = list_divisions (subject);
  g_autoptr (GPtrArray) silent = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *basis = NULL, *names = NULL, *sentence = NULL;
  g_autoptr (GString) note = g_string_new (NULL);

  for (guint c = 0; c < n; c++)
    if (columns[c].table != NULL && !g_ptr_array_find (tables, columns[c].table, NULL))
      g_ptr_array_add (tables, columns[c].table);
  for (guint i = 0; i < divisions->len; i++)
    if (!g_ptr_array_find (rows, g_ptr_array_index (divisions, i), NULL))
      g_ptr_array_add (silent, atlas_region_dup_short_name (g_ptr_array_index (divisions, i)));
  names = atlas_sentence_list (silent);
  sentence = silent->len > 0 ? g_strdup_printf (_("No figure is published for %s."), names) : NULL;
  atlas_sentence_append (note, sentence);
  basis = atlas_report_dup_table_note (subject->builder->report, tables);
  atlas_sentence_append (note, basis);
  return g_strdup (note->str);
}

/* Says what a dash stands for, if there is one. */
static void
explain_dashes (AtlasReportTable *table)
{
  for (guint r = 0; r < table->rows->len; r++)
    for (guint c = 0; c < table->columns->len; c++)
      if (g_str_equal (atlas_report_table_get_cell (table, r, c), "—"))
        {
          g_autoptr (GString) note = g_string_new (_("—: not known, or not ranked."));

          atlas_sentence_append (note, table->note);
          g_free (table->note);
          table->note = g_strdup (note->str);
          return;
        }
}

AtlasReportTable *
atlas_division_table_new (const AtlasSubject        *subject,
                          const char                *title,
                          const AtlasDivisionColumn *columns,
                          guint                      n)
{
  g_autoptr (GPtrArray) rows = list_rows (columns, n);
  AtlasReportTable *table;

  if (rows->len < 2)
    return NULL;
  g_ptr_array_sort_with_data (rows, compare_rows, columns[0].table);
  table = atlas_report_table_new (title, NULL);
  add_columns (table, columns, n);
  for (guint i = 0; i < rows->len; i++)
    add_row (subject->builder, table, columns, n, g_ptr_array_index (rows, i));
  table->note = dup_note (subject, columns, n, rows);
  explain_dashes (table);
  return table;
}

char *
atlas_division_dup_rest (AtlasTable             *divisions,
                         const AtlasObservation *total)
{
  const AtlasUnit *unit = atlas_table_get_unit (divisions);
  const AtlasUnit percent = { (char *) "percent", (char *) "%", (char *) "%", FALSE };
  double sum = 0;
  g_autofree char *together = NULL, *share = NULL;

  for (guint i = 0; i < atlas_table_get_n_rows (divisions); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (divisions, i);

      if (row->qualifier != ATLAS_QUALIFIER_EXACT || strcmp (row->period, total->period) != 0)
        return NULL;
      sum += row->value;
    }
  if (total->basis != ATLAS_BASIS_REGISTERS || total->qualifier != ATLAS_QUALIFIER_EXACT || total->value - sum < 0.01)
    return NULL;
  together = atlas_format_text (sum, ATLAS_QUALIFIER_EXACT, unit);
  share = atlas_format_text (sum / total->value * 100, ATLAS_QUALIFIER_EXACT, &percent);
  /* Translators: the sum of the divisions below a region, and its share of the region's total */
  return g_strdup_printf (_("Together they have %1$s, %2$s of the total; the rest is not entered for any of them."),
                          together, share);
}
