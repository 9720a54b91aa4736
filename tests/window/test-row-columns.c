/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "window/tables/row-columns.h"

/* Every column once; of figures first what they say. */
static void
test_order (void)
{
  static const char *const tables[] = { "stations", "figures", "sources" };
  const AtlasTableDefinition *figures = atlas_table_definition_find ("figures");
  guint order[ATLAS_TABLE_MAX_COLUMNS];

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      const AtlasTableDefinition *table = atlas_table_definition_find (tables[i]);
      guint seen = 0;

      atlas_row_columns_get_order (table, order);
      for (guint j = 0; j < table->n_columns; j++)
        seen |= 1u << order[j];
      g_assert_cmpuint (seen, ==, (1u << table->n_columns) - 1);
    }
  /* The loop ended with documents, whose titles say more than their keys. */
  g_assert_cmpstr (atlas_table_definition_find ("sources")->columns[order[0]].name, ==, "title");
  atlas_row_columns_get_order (figures, order);
  g_assert_cmpstr (figures->columns[order[0]].name, ==, "region_code");
  g_assert_cmpstr (figures->columns[order[2]].name, ==, "value");
  g_assert_cmpstr (figures->columns[order[3]].name, ==, "unit");
  g_assert_cmpstr (figures->columns[order[5]].name, ==, "period");
}

/* What figures say, up to what they are of, needs no more than the page has beside both panes at 1440. */
static void
test_figures_fit (void)
{
  const AtlasTableDefinition *figures = atlas_table_definition_find ("figures");
  guint order[ATLAS_TABLE_MAX_COLUMNS];
  int width = 0;

  atlas_row_columns_get_order (figures, order);
  for (guint i = 0; strcmp (figures->columns[order[i]].name, "as_of") != 0; i++)
    width += atlas_row_columns_get_width (&figures->columns[order[i]]);
  g_assert_cmpint (width, <=, 840);
}

/* Beside the regions at 1440 all that is known of a station is seen at once. */
static void
test_stations_fit (void)
{
  const AtlasTableDefinition *stations = atlas_table_definition_find ("stations");
  int width = 0;

  for (guint i = 0; i < stations->n_columns; i++)
    width += atlas_row_columns_get_width (&stations->columns[i]);
  g_assert_cmpint (width, <=, 1090);
}

static gboolean
expands (const char *table,
         const char *column)
{
  const AtlasTableDefinition *definition = atlas_table_definition_find (table);

  return atlas_row_columns_expands (&definition->columns[atlas_table_definition_find_column (definition, column)]);
}

/* On a wide screen names and words share what is left, and not numbers, dates and keys, which would stand apart from them. */
static void
test_expand (void)
{
  g_assert_true (expands ("stations", "name"));
  g_assert_true (expands ("stations", "operator"));
  g_assert_true (expands ("stations", "region_code"));
  g_assert_true (expands ("stations", "tier"));
  g_assert_true (expands ("figures", "source_id"));
  g_assert_false (expands ("stations", "station_id"));
  g_assert_false (expands ("stations", "opened_on"));
  g_assert_false (expands ("stations", "staff_count"));
  g_assert_false (expands ("personnel", "certificate_no"));
  g_assert_false (expands ("figures", "unit"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-columns/order", test_order);
  g_test_add_func ("/row-columns/figures-fit", test_figures_fit);
  g_test_add_func ("/row-columns/stations-fit", test_stations_fit);
  g_test_add_func ("/row-columns/expand", test_expand);
  return g_test_run ();
}
