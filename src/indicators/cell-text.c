/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/cell-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/dimension-values.h"
#include "dataset/registers/register-names.h"
#include "indicators/number-format.h"

static gboolean
refers_to (const AtlasColumn *column,
           const char        *table)
{
  return column->kind == ATLAS_COLUMN_REFERENCE && strcmp (column->detail, table) == 0;
}

gboolean
atlas_cell_is_place (const AtlasColumn *column)
{
  return column->kind == ATLAS_COLUMN_PLACE || refers_to (column, "regions");
}

const char *
atlas_cell_get_title (const AtlasColumn *column)
{
  return atlas_cell_is_place (column) ? _("Region") : atlas_column_get_title (column);
}

/* A community of 12 digits has no name in the list of divisions: its code stays. */
static const char *
find_region (AtlasCatalogue *catalogue,
             const char     *code)
{
  const AtlasRegion *region = atlas_region_tree_lookup (atlas_catalogue_get_regions (catalogue), code);

  return region != NULL ? atlas_region_get_display_name (region) : code;
}

static const char *
find_reference (AtlasCatalogue    *catalogue,
                const AtlasColumn *column,
                const char        *id)
{
  if (refers_to (column, "indicators"))
    {
      const AtlasIndicator *indicator = atlas_catalogue_find_indicator (catalogue, id);

      return indicator != NULL ? atlas_indicator_get_name (indicator) : id;
    }
  if (refers_to (column, "units"))
    {
      const AtlasUnit *unit = atlas_catalogue_find_unit (catalogue, id);

      return unit != NULL ? atlas_unit_get_symbol (unit) : id;
    }
  if (refers_to (column, "sources"))
    {
      const AtlasSource *source = atlas_catalogue_find_source (catalogue, id);

      return source != NULL ? source->title : id;
    }
  return id;
}

/* "Training · Central government" */
static char *
dup_dimensions (AtlasCatalogue *catalogue,
                const char     *cell)
{
  g_autoptr (GPtrArray) pairs = atlas_dimension_values_parse (cell, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (pairs, i);
      const AtlasDimensionValue *value = atlas_catalogue_find_value (catalogue, pair->dimension, pair->value);

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "",
                              value != NULL ? atlas_dimension_value_get_name (value) : pair->value);
    }
  return g_string_free (text, FALSE);
}

/* The words of a register, and those that figures and documents have of their own. */
const char *
atlas_cell_get_word (const AtlasColumn *column,
                     const char        *word)
{
  AtlasQualifier qualifier;
  AtlasStatus status;
  AtlasSourceKind kind;

  if (strcmp (column->name, "qualifier") == 0 && atlas_qualifier_from_id (word, &qualifier))
    return atlas_qualifier_get_name (qualifier);
  if (strcmp (column->name, "status") == 0 && atlas_status_from_id (word, &status))
    return atlas_status_get_name (status);
  if (strcmp (column->name, "kind") == 0 && atlas_source_kind_from_id (word, &kind))
    return atlas_source_kind_get_name (kind);
  return atlas_word_get_title (column, word);
}

/* "1500000.50" → "1,500,000.50", whatever sign stands before it; numbers of years are left alone. */
static char *
dup_grouped (const char *cell)
{
  gsize sign = strcspn (cell, "0123456789");
  gsize whole = strspn (cell + sign, "0123456789");
  GString *text = g_string_new_len (cell, (gssize) sign);

  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, cell[sign + i]);
    }
  g_string_append (text, cell + sign + whole);
  return g_string_free (text, FALSE);
}

char *
atlas_cell_dup_text (AtlasCatalogue    *catalogue,
                     const AtlasColumn *column,
                     const char        *cell)
{
  if (cell[0] == '\0')
    return g_strdup ("");
  if (atlas_cell_is_place (column))
    return g_strdup (find_region (catalogue, cell));
  switch (column->kind)
    {
    case ATLAS_COLUMN_REFERENCE:
      return g_strdup (find_reference (catalogue, column, cell));
    case ATLAS_COLUMN_ENUM:
      return g_strdup (atlas_cell_get_word (column, cell));
    case ATLAS_COLUMN_DIMENSIONS:
      return dup_dimensions (catalogue, cell);
    case ATLAS_COLUMN_PERIOD:
      return atlas_format_period (cell);
    case ATLAS_COLUMN_NUMBER:
    case ATLAS_COLUMN_QUANTITY:
    case ATLAS_COLUMN_HOURS:
    case ATLAS_COLUMN_MONEY:
      return dup_grouped (cell);
    default:
      return g_strdup (cell);
    }
}

char *
atlas_cell_dup_change (AtlasCatalogue    *catalogue,
                       const AtlasColumn *column,
                       const char        *earlier,
                       const char        *cell)
{
  g_autofree char *before = atlas_cell_dup_text (catalogue, column, earlier);
  g_autofree char *now = atlas_cell_dup_text (catalogue, column, cell);

  return g_strdup_printf ("%s → %s", before[0] != '\0' ? before : "—", now[0] != '\0' ? now : "—");
}
