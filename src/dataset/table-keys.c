/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/table-keys.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/decimal.h"
#include "dataset/dimension-values.h"
#include "dataset/figure-selector.h"

struct _AtlasTableKeys {
  GHashTable *tables; /* name → GHashTable of key → line */
};

AtlasTableKeys *
atlas_table_keys_new (void)
{
  AtlasTableKeys *self = g_new0 (AtlasTableKeys, 1);

  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < ATLAS_N_TABLES; i++)
    g_hash_table_insert (self->tables, (gpointer) atlas_table_definitions[i].name,
                         g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL));
  return self;
}

void
atlas_table_keys_free (AtlasTableKeys *self)
{
  g_hash_table_unref (self->tables);
  g_free (self);
}

/* The first cells joined with "=", so that a key of dimensions.csv reads like a pair of figures.csv. */
static char *
dup_key (const AtlasTableDefinition *table,
         const char *const          *cells)
{
  return table->n_key == 1 ? g_strdup (cells[0]) : g_strconcat (cells[0], "=", cells[1], NULL);
}

gboolean
atlas_table_keys_add (AtlasTableKeys             *self,
                      const AtlasTableDefinition *table,
                      const char *const          *cells,
                      guint                       line,
                      guint                      *out_line)
{
  GHashTable *keys = g_hash_table_lookup (self->tables, table->name);
  g_autofree char *key = dup_key (table, cells);
  gpointer earlier = g_hash_table_lookup (keys, key);

  if (earlier != NULL)
    {
      *out_line = GPOINTER_TO_UINT (earlier);
      return FALSE;
    }
  g_hash_table_insert (keys, g_steal_pointer (&key), GUINT_TO_POINTER (line));
  /* An indicator names a dimension alone, without a value. */
  if (table->n_key > 1 && !g_hash_table_contains (keys, cells[0]))
    g_hash_table_insert (keys, g_strdup (cells[0]), GUINT_TO_POINTER (line));
  return TRUE;
}

static char *
find_reference_fault (AtlasTableKeys *self,
                      const char     *table,
                      const char     *key)
{
  if (g_hash_table_contains (g_hash_table_lookup (self->tables, table), key))
    return NULL;
  return g_strdup_printf (_("“%s” is not found in %s.csv"), key, table);
}

static char *
find_references_fault (AtlasTableKeys *self,
                       const char     *table,
                       const char     *cell)
{
  g_auto (GStrv) keys = g_strsplit (cell, ";", -1);
  char *fault = NULL;

  for (char **key = keys; *key != NULL && fault == NULL; key++)
    fault = find_reference_fault (self, table, *key);
  return fault;
}

static char *
find_dimensions_fault (AtlasTableKeys *self,
                       const char     *cell)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) values = atlas_dimension_values_parse (cell, &error);

  if (values == NULL)
    return g_strdup (error->message);
  return find_references_fault (self, "dimensions", cell);
}

static char *
find_selectors_fault (AtlasTableKeys *self,
                      const char     *cell)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) selectors = atlas_figure_selectors_parse (cell, &error);
  char *fault = NULL;

  if (selectors == NULL)
    return g_strdup (error->message);
  for (guint i = 0; i < selectors->len && fault == NULL; i++)
    {
      const AtlasFigureSelector *selector = g_ptr_array_index (selectors, i);
      g_autofree char *dimensions = atlas_dimension_values_to_string (selector->dimensions);

      fault = find_reference_fault (self, "indicators", selector->indicator_id);
      if (fault == NULL && dimensions[0] != '\0')
        fault = find_references_fault (self, "dimensions", dimensions);
    }
  return fault;
}

static char *
find_enum_fault (const char *words,
                 const char *cell)
{
  g_auto (GStrv) allowed = g_strsplit (words, " ", -1);

  if (g_strv_contains ((const char *const *) allowed, cell))
    return NULL;
  return g_strdup_printf (_("“%s” is none of these: %s"), cell, words);
}

/* Reads N_DIGITS at *TEXT as a number and moves on. */
static gboolean
take_digits (const char **text,
             guint        n_digits,
             guint       *out)
{
  *out = 0;
  for (guint i = 0; i < n_digits; i++, (*text)++)
    {
      if (!g_ascii_isdigit (**text))
        return FALSE;
      *out = *out * 10 + (guint) (**text - '0');
    }
  return TRUE;
}

/* An ISO 8601 year, month or day. */
static gboolean
is_date (const char *text)
{
  guint year, month = 1, day = 1;

  if (!take_digits (&text, 4, &year) || year == 0)
    return FALSE;
  if (*text == '-' && (text++, !take_digits (&text, 2, &month)))
    return FALSE;
  if (*text == '-' && (text++, !take_digits (&text, 2, &day)))
    return FALSE;
  return *text == '\0' && month <= 12 && g_date_valid_dmy (day, month, year);
}

/* A date, or two with "/" between, of which one may be open. */
static gboolean
is_period (const char *text)
{
  g_auto (GStrv) ends = g_strsplit (text, "/", -1);
  guint n_open = 0;

  if (g_strv_length (ends) > 2)
    return FALSE;
  for (char **end = ends; *end != NULL; end++)
    {
      if (strcmp (*end, "..") == 0)
        n_open++;
      else if (!is_date (*end))
        return FALSE;
    }
  return n_open < g_strv_length (ends);
}

static gboolean
is_code (const char *cell)
{
  gsize length = strspn (cell, "0123456789");

  return cell[length] == '\0' && (length == 6 || length == 9 || length == 12);
}

static gboolean
is_count (const char *cell)
{
  return strlen (cell) <= 9 && cell[strspn (cell, "0123456789")] == '\0';
}

/* What a cell of the form KIND has to be, or NULL if CELL is so. */
static const char *
find_form_fault (AtlasColumnKind  kind,
                 const char      *cell)
{
  AtlasDecimal number;

  switch (kind)
    {
    case ATLAS_COLUMN_CODE:
      return is_code (cell) ? NULL : _("write a division code of 6, 9 or 12 digits");
    case ATLAS_COLUMN_FLAG:
      return strcmp (cell, "1") == 0 ? NULL : _("write 1, or leave the cell empty");
    case ATLAS_COLUMN_ANSWER:
      return strcmp (cell, "1") == 0 || strcmp (cell, "0") == 0 ? NULL : _("write 1 or 0");
    case ATLAS_COLUMN_COUNT:
      return is_count (cell) ? NULL : _("write a whole number");
    case ATLAS_COLUMN_NUMBER:
      return atlas_decimal_parse (cell, &number) ? NULL : _("write a number such as 1234.5");
    case ATLAS_COLUMN_DATE:
      return is_date (cell) ? NULL : _("write a date as 2023, 2023-05 or 2023-05-01");
    case ATLAS_COLUMN_PERIOD:
      return is_period (cell) ? NULL : _("write a period as 2023, 2023-05, 2021/.. or 2019/2021");
    default:
      return NULL;
    }
}

static char *
dup_form_fault (AtlasColumnKind  kind,
                const char      *cell)
{
  const char *wanted = find_form_fault (kind, cell);

  /* Translators: what stands in a cell, and what to write instead */
  return wanted != NULL ? g_strdup_printf (_("“%s” does not fit: %s"), cell, wanted) : NULL;
}

char *
atlas_table_keys_find_fault (AtlasTableKeys    *self,
                             const AtlasColumn *column,
                             const char        *cell)
{
  if (cell[0] == '\0')
    return column->required ? g_strdup (_("the cell may not be empty")) : NULL;
  switch (column->kind)
    {
    case ATLAS_COLUMN_ENUM:
      return find_enum_fault (column->detail, cell);
    case ATLAS_COLUMN_REFERENCE:
      return find_reference_fault (self, column->detail, cell);
    case ATLAS_COLUMN_REFERENCES:
      return find_references_fault (self, column->detail, cell);
    case ATLAS_COLUMN_DIMENSIONS:
      return find_dimensions_fault (self, cell);
    case ATLAS_COLUMN_SELECTORS:
      return find_selectors_fault (self, cell);
    default:
      return dup_form_fault (column->kind, cell);
    }
}
