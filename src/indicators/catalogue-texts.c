/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/catalogue-texts.h"

#include "dataset/csv-file.h"
#include "dataset/indicator.h"
#include "dataset/text.h"

static gboolean
add_record (guint               line,
            const char *const  *cells,
            guint               n_cells,
            gpointer            user_data,
            GError            **error)
{
  GPtrArray *records = user_data;
  GPtrArray *record = g_ptr_array_new ();

  for (guint i = 0; i < n_cells; i++)
    g_ptr_array_add (record, g_strdup (cells[i]));
  g_ptr_array_add (record, NULL);
  g_ptr_array_add (records, g_ptr_array_free (record, FALSE));
  return TRUE;
}

/* (element-type GStrv) (transfer full): the records of a file, the header first; empty where it cannot be read. */
static GPtrArray *
read_records (const char *csv_dir,
              const char *name)
{
  g_autofree char *path = g_build_filename (csv_dir, name, NULL);
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  if (!atlas_csv_read_file (path, add_record, records, NULL))
    g_ptr_array_set_size (records, 0);
  return records;
}

/* The cell of RECORD under the header NAME, NULL where there is none. */
static const char *
get_cell (GPtrArray  *records,
          guint       record,
          const char *name)
{
  char **header = g_ptr_array_index (records, 0);
  char **cells = g_ptr_array_index (records, record);

  for (guint i = 0; header[i] != NULL && cells[i] != NULL; i++)
    if (g_str_equal (header[i], name))
      return cells[i];
  return NULL;
}

static void
renew_text (char      **text,
            const char *now)
{
  if (now != NULL && now[0] != '\0')
    atlas_text_set (text, now);
}

static void
renew_indicators (GPtrArray *indicators,
                  GPtrArray *records)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < indicators->len; i++)
    {
      AtlasIndicator *indicator = g_ptr_array_index (indicators, i);

      g_hash_table_insert (by_id, indicator->indicator_id, indicator);
    }
  for (guint i = 1; i < records->len; i++)
    {
      const char *id = get_cell (records, i, "indicator_id");
      AtlasIndicator *indicator = id != NULL ? g_hash_table_lookup (by_id, id) : NULL;

      if (indicator == NULL)
        continue;
      renew_text (&indicator->name_zh, get_cell (records, i, "name_zh"));
      renew_text (&indicator->name_en, get_cell (records, i, "name_en"));
      renew_text (&indicator->definition_zh, get_cell (records, i, "definition_zh"));
      renew_text (&indicator->definition_en, get_cell (records, i, "definition"));
    }
}

static char *
make_key (const char *dimension,
          const char *value)
{
  return g_strconcat (dimension, "=", value, NULL);
}

static guint
find_position (const AtlasDimensionValue *value,
               GHashTable                *positions)
{
  g_autofree char *key = make_key (value->dimension, value->value);
  gpointer position = g_hash_table_lookup (positions, key);

  return position != NULL ? GPOINTER_TO_UINT (position) : G_MAXUINT;
}

/* Those that the file lacks come last, as they are in the dataset: the sort is stable. */
static int
compare_positions (gconstpointer a,
                   gconstpointer b,
                   gpointer      positions)
{
  guint first = find_position (*(const AtlasDimensionValue *const *) a, positions);
  guint second = find_position (*(const AtlasDimensionValue *const *) b, positions);

  return (first > second) - (first < second);
}

static void
renew_dimensions (GPtrArray *dimensions,
                  GPtrArray *records)
{
  g_autoptr (GHashTable) positions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 1; i < records->len; i++)
    {
      const char *dimension = get_cell (records, i, "dimension"), *value = get_cell (records, i, "value");

      if (dimension != NULL && value != NULL)
        g_hash_table_insert (positions, make_key (dimension, value), GUINT_TO_POINTER (i));
    }
  for (guint i = 0; i < dimensions->len; i++)
    {
      AtlasDimensionValue *value = g_ptr_array_index (dimensions, i);
      guint position = find_position (value, positions);

      if (position == G_MAXUINT)
        continue;
      renew_text (&value->name_zh, get_cell (records, position, "name_zh"));
      renew_text (&value->name_en, get_cell (records, position, "name_en"));
    }
  g_ptr_array_sort_with_data (dimensions, compare_positions, positions);
}

void
atlas_catalogue_texts_renew (GPtrArray  *indicators,
                             GPtrArray  *dimensions,
                             const char *csv_dir)
{
  g_autoptr (GPtrArray) indicator_records = read_records (csv_dir, "indicators.csv");
  g_autoptr (GPtrArray) dimension_records = read_records (csv_dir, "dimensions.csv");

  if (indicator_records->len > 1)
    renew_indicators (indicators, indicator_records);
  if (dimension_records->len > 1)
    renew_dimensions (dimensions, dimension_records);
}
