/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/tables/table-text.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charts/chart-data.h"
#include "charts/chart-label.h"
#include "charts/chart-signs.h"
#include "indicators/machine-format.h"
#include "window/parts/screen-style.h"

static gboolean
is_joined (AtlasTable *table)
{
  return atlas_table_get_n_parts (table) > 1;
}

static gboolean
has_fraction (AtlasTable *table)
{
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    if (!isnan (atlas_table_get_row (table, i)->denominator))
      return TRUE;
  return FALSE;
}

static void
add_column (GArray              *columns,
            AtlasTextColumnKind  kind,
            guint                by,
            AtlasChartKind       chart)
{
  AtlasTextColumn column = { kind, by, chart, atlas_screen_get_signs () };

  g_array_append_val (columns, column);
}

GArray *
atlas_table_list_text_columns (AtlasTable     *table,
                               AtlasChartKind  chart)
{
  const AtlasQuestion *question = atlas_table_get_question (table);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (AtlasTextColumn));

  add_column (columns, ATLAS_TEXT_COLUMN_REGION, 0, chart);
  if (is_joined (table))
    add_column (columns, ATLAS_TEXT_COLUMN_INDICATOR, 0, chart);
  for (guint i = 0; question->by != NULL && question->by[i] != NULL; i++)
    add_column (columns, ATLAS_TEXT_COLUMN_BY, i, chart);
  add_column (columns, ATLAS_TEXT_COLUMN_PERIOD, 0, chart);
  add_column (columns, ATLAS_TEXT_COLUMN_VALUE, 0, chart);
  if (is_joined (table))
    add_column (columns, ATLAS_TEXT_COLUMN_UNIT, 0, chart);
  if (has_fraction (table))
    {
      add_column (columns, ATLAS_TEXT_COLUMN_NUMERATOR, 0, chart);
      add_column (columns, ATLAS_TEXT_COLUMN_DENOMINATOR, 0, chart);
    }
  add_column (columns, ATLAS_TEXT_COLUMN_NOTE, 0, chart);
  add_column (columns, ATLAS_TEXT_COLUMN_SOURCE, 0, chart);
  return columns;
}

gboolean
atlas_text_column_is_number (const AtlasTextColumn *column)
{
  return column->kind == ATLAS_TEXT_COLUMN_VALUE || column->kind == ATLAS_TEXT_COLUMN_NUMERATOR ||
         column->kind == ATLAS_TEXT_COLUMN_DENOMINATOR;
}

static const char *
get_name (AtlasTable *table)
{
  return atlas_indicator_get_name (atlas_table_get_indicator (table));
}

static char *
dup_value_title (const AtlasTextColumn *column,
                 AtlasTable            *table)
{
  const char *name = get_name (table);
  g_autofree char *unit = NULL;

  if (is_joined (table))
    return g_strdup (_("Value"));
  unit = atlas_scale_dup_unit (atlas_chart_choose_scale (table, column->chart, 0), atlas_table_get_unit (table));
  if (unit[0] == '\0')
    return g_strdup (name);
  /* Translators: the head of a table column: what it holds, and its unit */
  return g_strdup_printf (C_("table head", "%s (%s)"), name, unit);
}

char *
atlas_text_column_dup_title (const AtlasTextColumn *column,
                        AtlasTable        *table)
{
  switch (column->kind)
    {
    case ATLAS_TEXT_COLUMN_REGION:
      return g_strdup (_("Region"));
    case ATLAS_TEXT_COLUMN_INDICATOR:
      return g_strdup (_("Indicator"));
    case ATLAS_TEXT_COLUMN_UNIT:
      return g_strdup (_("Unit"));
    case ATLAS_TEXT_COLUMN_BY:
      return g_strdup (atlas_catalogue_get_dimension_name (atlas_table_get_catalogue (table),
                                                           atlas_table_get_question (table)->by[column->by]));
    case ATLAS_TEXT_COLUMN_PERIOD:
      return g_strdup (_("Period"));
    case ATLAS_TEXT_COLUMN_VALUE:
      return dup_value_title (column, table);
    case ATLAS_TEXT_COLUMN_NUMERATOR:
      return g_strdup (_("Numerator"));
    case ATLAS_TEXT_COLUMN_DENOMINATOR:
      return g_strdup (_("Denominator"));
    case ATLAS_TEXT_COLUMN_NOTE:
      return g_strdup (_("Note"));
    case ATLAS_TEXT_COLUMN_SOURCE:
      return g_strdup (_("Source"));
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

static char *
dup_citations (const AtlasObservation *row)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < row->sources->len; i++)
    g_ptr_array_add (texts, atlas_source_dup_citation (g_ptr_array_index (row->sources, i)));
  g_ptr_array_add (texts, NULL);
  return g_strjoinv ("; ", (char **) texts->pdata);
}

/* An input of a ratio: counts, whatever the unit of the ratio is. */
static char *
dup_part (const AtlasObservation *row,
          double                  value,
          AtlasQualifier          qualifier)
{
  if (atlas_observation_is_missing (row) || isnan (value))
    return g_strdup ("—");
  return atlas_format_qualified_cell (value, qualifier, NULL, ATLAS_SCALE_ONE);
}

static AtlasScale
choose_row_scale (const AtlasTextColumn *column,
                  AtlasTable            *table,
                  guint                  row)
{
  return atlas_chart_choose_scale (table, column->chart, atlas_table_get_part_of_row (table, row));
}

/* The head of the column says 万 or million. */
static char *
dup_full_value (const AtlasTextColumn *column,
                AtlasTable            *table,
                guint                  row_number)
{
  const AtlasObservation *row = atlas_table_get_row (table, row_number);
  const AtlasUnit *unit = atlas_table_get_unit (atlas_table_find_part (table, row_number, NULL));

  if (atlas_observation_is_missing (row))
    return atlas_chart_dup_missing_text (table, row);
  return atlas_format_bare_label (row->value, row->qualifier, unit, choose_row_scale (column, table, row_number));
}

static gboolean
is_blank (const AtlasTextColumn *column,
          AtlasTable            *table,
          guint                  row)
{
  return column->kind == ATLAS_TEXT_COLUMN_VALUE && column->signs == ATLAS_SIGNS_YEARBOOK &&
         atlas_observation_is_missing (atlas_table_get_row (table, row));
}

static gboolean
is_small (const AtlasTextColumn *column,
          AtlasTable            *table,
          guint                  row_number)
{
  const AtlasObservation *row = atlas_table_get_row (table, row_number);
  const AtlasUnit *unit = atlas_table_get_unit (atlas_table_find_part (table, row_number, NULL));

  return column->kind == ATLAS_TEXT_COLUMN_VALUE && !atlas_observation_is_missing (row) &&
         atlas_sign_set_hides (column->signs, row, unit, choose_row_scale (column, table, row_number));
}

static char *
dup_value (const AtlasTextColumn *column,
           AtlasTable            *table,
           guint                  row)
{
  if (is_blank (column, table, row))
    return g_strdup ("");
  return is_small (column, table, row) ? g_strdup ("…") : dup_full_value (column, table, row);
}

char *
atlas_text_column_dup_hidden (const AtlasTextColumn *column,
                              AtlasTable            *table,
                              guint                  row)
{
  return is_blank (column, table, row) || is_small (column, table, row) ? dup_full_value (column, table, row) : NULL;
}

char *
atlas_table_dup_signs_note (AtlasTable *table,
                            GArray     *columns)
{
  GString *note = g_string_new (NULL);
  gboolean has_blank = FALSE, has_small = FALSE;

  for (guint c = 0; c < columns->len; c++)
    for (guint row = 0; row < atlas_table_get_n_rows (table); row++)
      {
        const AtlasTextColumn *column = &g_array_index (columns, AtlasTextColumn, c);

        has_blank |= is_blank (column, table, row);
        has_small |= is_small (column, table, row);
      }
  if (has_small)
    atlas_note_append (note, _("…: less than half the smallest unit shown"));
  if (has_blank)
    atlas_note_append (note, _("Blank: unknown or none"));
  return g_string_free (note, FALSE);
}

char *
atlas_text_column_dup_text (const AtlasTextColumn *column,
                       AtlasTable        *table,
                       guint              row_number)
{
  const AtlasObservation *row = atlas_table_get_row (table, row_number);
  AtlasTable *part = atlas_table_find_part (table, row_number, NULL);

  switch (column->kind)
    {
    case ATLAS_TEXT_COLUMN_REGION:
      return g_strdup (atlas_region_get_display_name (row->region));
    case ATLAS_TEXT_COLUMN_INDICATOR:
      return atlas_table_dup_name (part);
    case ATLAS_TEXT_COLUMN_UNIT:
      return atlas_scale_dup_unit (choose_row_scale (column, table, row_number), atlas_table_get_unit (part));
    case ATLAS_TEXT_COLUMN_BY:
      return g_strdup (atlas_table_get_by_name (table, row_number, column->by));
    case ATLAS_TEXT_COLUMN_PERIOD:
      return atlas_observation_is_missing (row) ? g_strdup ("—") : atlas_format_period (row->period);
    case ATLAS_TEXT_COLUMN_VALUE:
      return dup_value (column, table, row_number);
    case ATLAS_TEXT_COLUMN_NUMERATOR:
      return dup_part (row, row->numerator, row->numerator_qualifier);
    case ATLAS_TEXT_COLUMN_DENOMINATOR:
      return dup_part (row, row->denominator, row->denominator_qualifier);
    case ATLAS_TEXT_COLUMN_NOTE:
      return atlas_observation_dup_note (row);
    case ATLAS_TEXT_COLUMN_SOURCE:
      return dup_citations (row);
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

/* A cell as pasted: what would end the cell or the line becomes a blank. */
static void
append_cell (GString    *text,
             const char *cell,
             gboolean    is_last)
{
  g_autofree char *clean = g_strdelimit (g_strdup (cell), "\t\r\n", ' ');

  g_string_append (text, clean);
  g_string_append_c (text, is_last ? '\n' : '\t');
}

static void
append_head (GString    *text,
             AtlasTable *table,
             GArray     *columns)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const AtlasTextColumn *column = &g_array_index (columns, AtlasTextColumn, i);
      g_autofree char *title = NULL;

      if (column->kind == ATLAS_TEXT_COLUMN_UNIT) /* stands behind the value */
        continue;
      if (column->kind != ATLAS_TEXT_COLUMN_VALUE)
        {
          title = atlas_text_column_dup_title (column, table);
          append_cell (text, title, i + 1 == columns->len);
          continue;
        }
      append_cell (text, is_joined (table) ? _("Value") : get_name (table), FALSE);
      append_cell (text, _("Unit"), FALSE);
      append_cell (text, _("Qualifier"), FALSE);
    }
}

static char *
dup_machine_part (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (isnan (value) ? "" : g_ascii_dtostr (buffer, sizeof buffer, value));
}

static void
append_value (GString    *text,
              AtlasTable *table,
              guint       row_number)
{
  const AtlasObservation *row = atlas_table_get_row (table, row_number);
  const AtlasUnit *unit = atlas_table_get_unit (atlas_table_find_part (table, row_number, NULL));
  gboolean missing = atlas_observation_is_missing (row);
  g_autofree char *value = missing ? g_strdup ("") : atlas_format_machine (row, unit);

  append_cell (text, value, FALSE);
  append_cell (text, atlas_unit_get_symbol (unit), FALSE);
  append_cell (text, missing ? "" : atlas_qualifier_get_name (row->qualifier), FALSE);
}

static void
append_row (GString    *text,
            AtlasTable *table,
            GArray     *columns,
            guint       row_number)
{
  const AtlasObservation *row = atlas_table_get_row (table, row_number);

  for (guint i = 0; i < columns->len; i++)
    {
      const AtlasTextColumn *column = &g_array_index (columns, AtlasTextColumn, i);
      g_autofree char *cell = NULL;

      if (column->kind == ATLAS_TEXT_COLUMN_UNIT)
        continue;
      if (column->kind == ATLAS_TEXT_COLUMN_VALUE)
        {
          append_value (text, table, row_number);
          continue;
        }
      if (column->kind == ATLAS_TEXT_COLUMN_NUMERATOR)
        cell = dup_machine_part (row->numerator);
      else if (column->kind == ATLAS_TEXT_COLUMN_DENOMINATOR)
        cell = dup_machine_part (row->denominator);
      else
        cell = atlas_text_column_dup_text (column, table, row_number);
      append_cell (text, cell, i + 1 == columns->len);
    }
}

char *
atlas_table_dup_tsv (AtlasTable *table)
{
  g_autoptr (GArray) columns = atlas_table_list_text_columns (table, ATLAS_CHART_BAR);
  GString *text = g_string_new (NULL);

  append_head (text, table, columns);
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    append_row (text, table, columns, i);
  return g_string_free (text, FALSE);
}
