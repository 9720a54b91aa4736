/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "commands/query-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "commands/numbered-texts.h"
#include "commands/text-table.h"
#include "dataset/dimension-values.h"
#include "indicators/number-format.h"

static char *
refer_to_sources (GPtrArray *citations,
                  GPtrArray *sources)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      g_autofree char *citation = atlas_source_dup_citation (g_ptr_array_index (sources, i));

      g_string_append_printf (text, "[%u]", atlas_numbered_texts_add (citations, citation));
    }
  return g_string_free (text, FALSE);
}

static char *
refer_to_notes (GPtrArray *notes,
                GPtrArray *row_notes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < row_notes->len; i++)
    g_string_append_printf (text, "(%u)", atlas_numbered_texts_add (notes, g_ptr_array_index (row_notes, i)));
  return g_string_free (text, FALSE);
}

/* The names of the by-values of ROW in one cell. */
static char *
join_by_names (AtlasTable *answer,
               guint       row)
{
  const AtlasQuestion *question = atlas_table_get_question (answer);
  GString *text = g_string_new (NULL);

  for (guint i = 0; question->by != NULL && question->by[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", atlas_table_get_by_name (answer, row, i));
  return g_string_free (text, FALSE);
}

static char *
format_row_period (const AtlasObservation *row)
{
  if (!atlas_observation_is_missing (row))
    return atlas_format_period (row->period);
  return row->year != 0 ? g_strdup_printf (C_("year", "%u"), row->year) : g_strdup ("");
}

static void
add_row (AtlasTextTable *table,
         AtlasTable     *answer,
         guint           index,
         GPtrArray      *citations,
         GPtrArray      *notes)
{
  const AtlasObservation *row = atlas_table_get_row (answer, index);
  double shown = atlas_observation_is_missing (row) ? NAN : row->value;
  g_autofree char *by = join_by_names (answer, index);
  g_autofree char *period = format_row_period (row);
  g_autofree char *value =
    atlas_format_label (shown, row->qualifier, atlas_table_get_unit (answer), ATLAS_SCALE_ONE);
  g_autofree char *ratio = atlas_format_ratio (row);
  g_autofree char *sources = refer_to_sources (citations, row->sources);
  g_autofree char *remarks = refer_to_notes (notes, row->notes);
  const char *basis = atlas_observation_is_missing (row) ? "" : atlas_basis_get_name (row->basis);
  const char *cells[] = {
    row->region->code, atlas_region_get_display_name (row->region), by, period, value, ratio, basis, sources,
    remarks, NULL,
  };

  atlas_text_table_add (table, cells);
}

/* "Certified social workers (people)" and, of --where, what it is narrowed to. */
static void
append_heading (GString    *text,
                AtlasTable *answer)
{
  AtlasCatalogue *catalogue = atlas_table_get_catalogue (answer);
  GPtrArray *where = atlas_table_get_question (answer)->where;
  const char *symbol = atlas_unit_get_symbol (atlas_table_get_unit (answer));

  g_string_append (text, atlas_indicator_get_name (atlas_table_get_indicator (answer)));
  for (guint i = 0; i < where->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (where, i);
      const AtlasDimensionValue *value = atlas_catalogue_find_value (catalogue, pair->dimension, pair->value);

      g_string_append_printf (text, " · %s",
                              value != NULL ? atlas_dimension_value_get_name (value) : pair->value);
    }
  if (symbol[0] != '\0')
    g_string_append_printf (text, C_("unit of a table", " (%s)"), symbol);
  g_string_append (text, "\n\n");
}

char *
atlas_query_text (AtlasTable *answer)
{
  const char *headings[] = {
    _("Code"), _("Region"), _("Break-down"), _("Period"), _("Value"), _("Ratio"), _("Basis"), _("Sources"),
    _("Notes"), NULL,
  };
  const gboolean right[] = { FALSE, FALSE, FALSE, FALSE, TRUE, TRUE, FALSE, FALSE, FALSE };
  g_autoptr (AtlasTextTable) table = atlas_text_table_new (headings, right);
  g_autoptr (GPtrArray) citations = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *lines = NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < atlas_table_get_n_rows (answer); i++)
    add_row (table, answer, i, citations, notes);
  lines = atlas_text_table_to_string (table);
  append_heading (text, answer);
  g_string_append (text, lines);
  atlas_numbered_texts_append (text, _("Notes"), "()", notes);
  atlas_numbered_texts_append (text, _("Sources"), "[]", citations);
  return g_string_free (text, FALSE);
}
