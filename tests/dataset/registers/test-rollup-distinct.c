/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* Organisations that projects name and institutions that posts name: each once in a division, whatever the counties add up to. */

#include "config.h"

#include "../fixture.h"
#include "import-fixture.h"

#include <string.h>

#include "dataset/dimension-values.h"
#include "dataset/registers/rollup-reader.h"
#include "dataset/registers/rollup-series.h"
#include "dataset/registers/undo.h"

/* "2022 +1, 2023 +2, 2023 government_purchase +1": the cells of an indicator, those of all rows first. */
static char *
describe (ImportFixture *self,
          const char    *table,
          const char    *indicator,
          const char    *code)
{
  g_autoptr (AtlasRollupReader) reader = atlas_rollup_reader_new_for_db (self->db, NULL);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (AtlasRollupCell));
  GString *text = g_string_new (NULL);

  g_assert_true (atlas_rollup_reader_read (reader, atlas_region_tree_lookup (atlas_dataset_get_regions (self->dataset), code),
                                           atlas_table_definition_find (table), cells, NULL));
  for (guint i = 0; i < cells->len; i++)
    {
      const AtlasRollupCell *cell = &g_array_index (cells, AtlasRollupCell, i);
      GPtrArray *dimensions = atlas_series_get (cell->series)->dimensions;
      const AtlasDimensionPair *pair = dimensions->len > 0 ? g_ptr_array_index (dimensions, 0) : NULL;

      if (strcmp (atlas_series_get (cell->series)->indicator_id, indicator) == 0)
        g_string_append_printf (text, "%s%d%s%s %+d", text->len > 0 ? ", " : "", cell->year, pair != NULL ? " " : "",
                                pair != NULL ? pair->value : "", (int) cell->value);
    }
  return g_string_free (text, FALSE);
}

typedef struct {
  const char *code;
  const char *cells;
} Expected;

static void
check (ImportFixture  *self,
       const char     *table,
       const char     *indicator,
       const Expected *expected,
       guint           n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *cells = describe (self, table, indicator, expected[i].code);

      g_test_message ("%s", expected[i].code);
      g_assert_cmpstr (cells, ==, expected[i].cells);
    }
  import_fixture_check_rollups (self);
}

#define CHECK(table, indicator, expected) check (self, table, indicator, expected, G_N_ELEMENTS (expected))
#define PROJECT_HEADER "region_code,year,project_id,name,project_stage,programme,provider\n"

/* 春晖 has two projects of 640303, one of 640302 and one of the year before; 利民 one in a township of 640303 and one in 640302; 宁南
 * works in 640402, where what it plans does not count. One project names nobody. */
static const char projects[] = PROJECT_HEADER
  "640303,2022,1,甲,completed,government_purchase,春晖\n"
  "640303,2023,1,甲,running,government_purchase,春晖\n"
  "640303,2023,2,乙,completed,community_fund,春晖\n"
  "640303,2023,3,丙,running,government_purchase,\n"
  "640303101,2023,1,丁,running,three_areas_plan,利民\n"
  "640302,2023,1,戊,running,government_purchase,春晖\n"
  "640302,2023,2,己,running,three_areas_plan,利民\n"
  "640402,2023,1,庚,planned,government_purchase,宁南\n"
  "640402,2023,2,辛,running,,宁南\n";

static const Expected contracted[] = {
  { "640303101", "2023 +1, 2023 three_areas_plan +1" },
  { "640303", "2022 +1, 2023 +2, 2022 government_purchase +1, 2023 government_purchase +1, 2023 three_areas_plan +1, "
              "2023 community_fund +1" },
  { "640302", "2023 +2, 2023 government_purchase +1, 2023 three_areas_plan +1" },
  { "640300", "2022 +1, 2023 +2, 2022 government_purchase +1, 2023 government_purchase +1, 2023 three_areas_plan +1, "
              "2023 community_fund +1" },
  { "640402", "2023 +1" },
  { "640000", "2022 +1, 2023 +3, 2022 government_purchase +1, 2023 government_purchase +1, 2023 three_areas_plan +1, "
              "2023 community_fund +1" },
  { "000000", "2022 +1, 2023 +3, 2022 government_purchase +1, 2023 government_purchase +1, 2023 three_areas_plan +1, "
              "2023 community_fund +1" },
};

static void
test_projects (ImportFixture *self,
               gconstpointer  data)
{
  import_fixture_run_text (self, "projects", projects);
  import_fixture_check (self, 0, 9, 0, 0, "");
  CHECK ("projects", "contracted_orgs", contracted);
}

/* Another provider in 640302, where nothing else changes: one more in the city. And back. */
static void
test_change (ImportFixture *self,
             gconstpointer  data)
{
  const Expected changed[] = {
    { "640303", contracted[1].cells },
    { "640302", contracted[2].cells },
    { "640300", "2022 +1, 2023 +3, 2022 government_purchase +1, 2023 government_purchase +2, 2023 three_areas_plan +1, "
                "2023 community_fund +1" },
    { "000000", "2022 +1, 2023 +4, 2022 government_purchase +1, 2023 government_purchase +2, 2023 three_areas_plan +1, "
                "2023 community_fund +1" },
  };
  const Expected none[] = { { "640303", "" }, { "640300", "" }, { "000000", "" } };
  g_autoptr (GError) error = NULL;

  import_fixture_run_text (self, "projects", projects);
  import_fixture_run_text (self, "projects", PROJECT_HEADER "640302,2023,1,戊,running,government_purchase,新风\n");
  import_fixture_check (self, 0, 0, 1, 0, "");
  CHECK ("projects", "contracted_orgs", changed);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AtlasImportRecord) record = atlas_import_undo (self->dataset, 0, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      if (i == 0)
        CHECK ("projects", "contracted_orgs", contracted);
      else
        CHECK ("projects", "contracted_orgs", none);
    }
}

/* 福利院 has posts in 640303 from 2019 on and in 640302 from 2018 to 2020, where it closed them in 2021; 救助站 in 640303 from the
 * year of the import. What institutions of other kinds employ does not count. */
static void
test_posts (ImportFixture *self,
            gconstpointer  data)
{
  const Expected expected[] = {
    { "640303", "2019 +1, 2023 +1, 2019 civil_affairs +1" },
    { "640302", "2018 +1, 2021 -1, 2018 civil_affairs +1, 2021 civil_affairs -1" },
    { "640300", "2018 +1, 2023 +1, 2018 civil_affairs +1" },
    { "640000", "2018 +1, 2023 +1, 2018 civil_affairs +1" },
  };

  import_fixture_run_text (self, "posts",
                           "post_id,institution,category,sector,region_code,post_count,set_up_on,closed_on\n"
                           "1,福利院,public_institution,civil_affairs,640303,2,2019-05-01,\n"
                           "2,福利院,public_institution,civil_affairs,640303,1,2020,\n"
                           "3,福利院,public_institution,civil_affairs,640302,3,2018,2021-06-30\n"
                           "4,救助站,public_institution,,640303,1,,\n"
                           "5,春晖,social_work_org_employed,civil_affairs,640303,9,,\n");
  import_fixture_check (self, 0, 5, 0, 0, "");
  CHECK ("posts", "post_setting_institutions", expected);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) \
  g_test_add ("/rollup-distinct/" name, ImportFixture, NULL, import_fixture_set_up, func, import_fixture_tear_down)
  ADD ("projects", test_projects);
  ADD ("change", test_change);
  ADD ("posts", test_posts);
#undef ADD
  result = g_test_run ();
  fixture_clear ();
  return result;
}
