/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/cell-text.h"

#include "test-language.h"

static AtlasCatalogue *
open_catalogue (void)
{
  g_autofree char *path = atlas_dataset_dup_bundled_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_dataset_open (path, ATLAS_DATASET_READ_ONLY, &error);
  AtlasCatalogue *catalogue = atlas_catalogue_new (dataset, &error);

  g_assert_no_error (error);
  return catalogue;
}

static void
test_text (void)
{
  static const struct {
    const char *table;
    const char *column;
    const char *cell;
    const char *text;
  } cases[] = {
    { "stations", "region_code", "640303100", "Hongsibao Town" },
    { "stations", "region_code", "640303100201", "640303100201" },
    { "stations", "status", "building", "Under construction" },
    { "figures", "indicator_id", "certified_workers", "Certified social workers" },
    { "figures", "indicator_id", "no_such", "no_such" },
    { "figures", "unit", "people", "people" },
    { "figures", "dimensions", "purpose=training;source=central", "Training · Central government" },
    { "figures", "qualifier", "at_least", "at least" },
    { "figures", "status", "U", "low reliability" },
    { "figures", "value", "1234567.5", "1,234,567.5" },
    { "figures", "value", "-1234", "-1,234" },
    { "figures", "period", "2021/..", "since 2021" },
    { "figures", "period", "2013/2020", "2013–2020" },
    { "figures", "period", "2023", "2023" },
    { "figures", "as_of", "2022-09", "September 2022" },
    { "figures", "period", "", "" },
    { "sources", "kind", "official", "Official" },
    { "sources", "as_of_basis", "inferred", "Inferred" },
    { "funding", "amount_yuan", "≥60000000.50", "≥60,000,000.50" },
    { "funding", "year", "2023", "2023" },
    { "personnel", "certificate_no", "2019051234567890", "2019051234567890" },
    { "personnel", "education_hours", "", "" },
    { "personnel", "education_hours", "≥1036.5", "≥1,036.5" },
  };
  g_autoptr (AtlasCatalogue) catalogue = open_catalogue ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AtlasTableDefinition *table = atlas_table_definition_find (cases[i].table);
      const AtlasColumn *column = &table->columns[atlas_table_definition_find_column (table, cases[i].column)];
      g_autofree char *text = atlas_cell_dup_text (catalogue, column, cases[i].cell);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_change (void)
{
  const AtlasTableDefinition *table = atlas_table_definition_find ("stations");
  const AtlasColumn *status = &table->columns[atlas_table_definition_find_column (table, "status")];
  const AtlasColumn *staff = &table->columns[atlas_table_definition_find_column (table, "staff_count")];
  g_autoptr (AtlasCatalogue) catalogue = open_catalogue ();
  g_autofree char *words = atlas_cell_dup_change (catalogue, status, "building", "operating");
  g_autofree char *new_number = atlas_cell_dup_change (catalogue, staff, "", "≥1200");
  g_autofree char *no_number = atlas_cell_dup_change (catalogue, staff, "6", "");

  g_assert_cmpstr (words, ==, "Under construction → Operating");
  g_assert_cmpstr (new_number, ==, "— → ≥1,200");
  g_assert_cmpstr (no_number, ==, "6 → —");
}

static gboolean
has_latin_letter (const char *text)
{
  for (; *text != '\0'; text++)
    if (g_ascii_isalpha (*text))
      return TRUE;
  return FALSE;
}

static void
assert_chinese_words (const AtlasTableDefinition *table,
                      const AtlasColumn          *column)
{
  g_auto (GStrv) words = g_strsplit (column->detail, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (has_latin_letter (atlas_cell_get_word (column, words[i])))
      g_error ("%s, %s: %s", table->name, column->name, words[i]);
}

/* No word of a file stands on screen as the file has it. */
static void
test_chinese_words (void)
{
  test_language_speak ("zh_CN");
  for (guint i = 0; i < ATLAS_N_IMPORTED_TABLES; i++)
    {
      const AtlasTableDefinition *table = atlas_table_definition_get_imported (i);

      for (guint j = 0; j < table->n_columns; j++)
        if (table->columns[j].kind == ATLAS_COLUMN_ENUM)
          assert_chinese_words (table, &table->columns[j]);
    }
  test_language_speak ("en");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_language_bind ();
  g_test_add_func ("/cell-text/text", test_text);
  g_test_add_func ("/cell-text/change", test_change);
  g_test_add_func ("/cell-text/chinese-words", test_chinese_words);
  return g_test_run ();
}
