/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* Which divisions run a programme by the rows of the registers (registered.c), beside those that documents and figures tell of. */

#include "config.h"

#include <string.h>

#include "indicators/programme-answer.h"
#include "indicators/programme-registers.h"
#include "registered.h"

static AtlasProgrammeFigures *
load (Registered *self,
      const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) programmes = atlas_dataset_load_programmes (self->dataset, &error);
  AtlasProgrammeFigures *found =
    atlas_programme_figures_load (self->dataset, atlas_programmes_find (programmes, id, NULL), &error);

  g_assert_no_error (error);
  return found;
}

/* "640302 640303" */
static char *
dup_codes (GPtrArray *regions)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < regions->len; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? " " : "", ((const AtlasRegion *) g_ptr_array_index (regions, i))->code);
  return g_strdup (codes->str);
}

static void
check_basis (const AtlasProgrammeFigures *found,
             AtlasProgrammeBasis          basis,
             const char                  *expected)
{
  g_autoptr (GPtrArray) regions = atlas_programme_figures_list_by (found, basis);
  g_autofree char *codes = dup_codes (regions);

  g_assert_cmpstr (codes, ==, expected);
}

/* The one centre of the registers is in 640303; of people with a certificate there are some in three counties, and of training
 * money in three. What documents name, they name alone. */
static void
test_each_basis (void)
{
  g_autoptr (Registered) self = registered_new ("");
  g_autoptr (AtlasProgrammeFigures) centres = load (self, "S03");
  g_autoptr (AtlasProgrammeFigures) training = load (self, "S51");
  g_autoptr (AtlasProgrammeFigures) certified = load (self, "S20");
  g_autofree char *keepers = dup_codes (certified->keepers);

  check_basis (centres, ATLAS_PROGRAMME_BY_DOCUMENTS, "150603 640000");
  check_basis (centres, ATLAS_PROGRAMME_BY_FIGURES, "350500 360100 360400 450200 500110 630000 650200");
  check_basis (centres, ATLAS_PROGRAMME_BY_REGISTERS, "640303");
  check_basis (training, ATLAS_PROGRAMME_BY_DOCUMENTS, "640000 640300");
  check_basis (training, ATLAS_PROGRAMME_BY_FIGURES, "");
  check_basis (training, ATLAS_PROGRAMME_BY_REGISTERS, "640302 640303 640402");
  g_assert_cmpstr (keepers, ==, "640302 640303 640323");
}

/* What registers count is an answer, too. */
static void
test_answer (void)
{
  g_autoptr (Registered) self = registered_new (REGISTERED_RETURN ("stations", "640303", 2023));
  g_autoptr (AtlasProgrammeFigures) found = load (self, "S03");
  g_autoptr (GPtrArray) answers = atlas_programme_ask (self->dataset, self->catalogue, found, NULL, NULL);
  const AtlasProgrammeAnswer *counties = g_ptr_array_index (answers, answers->len - 1);

  g_assert_cmpint (counties->level, ==, ATLAS_REGION_LEVEL_COUNTY);
  g_assert_cmpfloat (atlas_table_find (counties->table, "640303", 0, NULL)->value, ==, 1);
}

/* A region runs what is run in it; a township, what its own rows are of. */
static void
test_run_in (void)
{
  const struct { const char *code; gboolean centres, certified; } cases[] = {
    { "000000", TRUE, TRUE },    { "640000", TRUE, TRUE },     { "640300", TRUE, TRUE },     { "640303", TRUE, TRUE },
    { "640323", FALSE, TRUE },   { "640324", FALSE, FALSE },   { "640303100", FALSE, TRUE }, { "640303101", FALSE, FALSE },
    { "640302100", FALSE, TRUE },
  };
  g_autoptr (Registered) self = registered_new ("");
  g_autoptr (AtlasRegisterUse) use = atlas_register_use_load (self->dataset, NULL);
  g_autoptr (AtlasProgrammeFigures) centres = load (self, "S03");
  g_autoptr (AtlasProgrammeFigures) certified = load (self, "S20");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AtlasRegion *region = atlas_region_tree_lookup (atlas_dataset_get_regions (self->dataset), cases[i].code);

      g_test_message ("%s", cases[i].code);
      g_assert_cmpint (atlas_programme_figures_is_run_in (centres, use, region), ==, cases[i].centres);
      g_assert_cmpint (atlas_programme_figures_is_run_in (certified, use, region), ==, cases[i].certified);
    }
}

/* Many counties are named by what they lie in: those of Ningxia (three to eight in each of five prefectures) and of Xining. Wuzhong
 * and Ningxia are named by documents already. What the province pays itself is its own. */
static void
test_many (void)
{
  g_autoptr (Registered) self = registered_new (
    "INSERT INTO funding SELECT NULL, code, 2023, '9', 'county', 'incentives', 100000, 'exact', '', 2023, '2023-12-31', 1, NULL, NULL "
    "FROM regions WHERE level = 'county' AND (code LIKE '64%' OR code LIKE '6301%');"
    "INSERT INTO funding SELECT NULL, '620000', 2023, '9', 'county', 'incentives', 100000, 'exact', '', 2023, '2023-12-31', 1, NULL, NULL;");
  g_autoptr (AtlasProgrammeFigures) found = load (self, "S21");

  g_assert_cmpuint (found->keepers->len, ==, 22 + 7 + 1);
  check_basis (found, ATLAS_PROGRAMME_BY_DOCUMENTS, "640000 640300");
  check_basis (found, ATLAS_PROGRAMME_BY_FIGURES, "640303");
  check_basis (found, ATLAS_PROGRAMME_BY_REGISTERS, "620000 630100 640100 640200 640400 640500");
}

#define STATION(id, status, opened) \
  "INSERT INTO stations VALUES (NULL, '" id "', 'Name', 'township_station', '230127', '" status "', '" opened \
  "', '', '', NULL, '', 2023, '2023-06-30', 1, NULL, NULL);"

/* A register with dates has a timeline: one station from 2021, three from 2023, and two that are planned. */
static void
test_timeline (void)
{
  g_autoptr (Registered) self = registered_new (
    STATION ("m1", "operating", "2021-12-01") STATION ("m2", "operating", "2023-05") STATION ("m3", "operating", "2023-05")
    STATION ("m4", "planned", "") STATION ("m5", "planned", "") REGISTERED_RETURN ("stations", "230127", 2023));
  const struct { int year; const char *status; double value; } cases[] = {
    { 2021, "operating", 1 }, { 2022, "operating", 1 }, { 2023, "operating", 3 }, { 2023, "planned", 2 },
  };
  g_autoptr (AtlasProgrammeFigures) found = load (self, "S06");
  g_autoptr (GPtrArray) answers = atlas_programme_ask (self->dataset, self->catalogue, found, NULL, NULL);
  const AtlasProgrammeAnswer *step = g_ptr_array_index (answers, 1);

  g_assert_cmpstr (step->kind, ==, "step");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AtlasObservation *row = atlas_table_find (step->table, "230127", cases[i].year, cases[i].status);

      g_test_message ("%d %s", cases[i].year, cases[i].status);
      g_assert_cmpfloat (row->value, ==, cases[i].value);
    }
}

#define PROJECT(code, id, programme, provider) \
  "INSERT INTO projects VALUES (NULL, '" code "', 2023, '" id "', 'Name', 'running', '" programme "', '', '" provider \
  "', NULL, '', '', '', 2023, '2023-12-31', 1, NULL, NULL);"

/* One provider works in two counties and for two programmes: the city has it once, in a total as well. */
static void
test_distinct (void)
{
  g_autoptr (Registered) self = registered_new (
    PROJECT ("640302", "1", "government_purchase", "A") PROJECT ("640303", "1", "government_purchase", "A")
    PROJECT ("640303", "2", "minor_protection", "A") PROJECT ("640303", "3", "minor_protection", "B")
    REGISTERED_RETURN_ALL ("projects", 2023));
  const struct { const char *region, *where, *expected; } cases[] = {
    { "640302", "", "1 A exact registers 2023" },
    { "640303", "", "2 A exact registers 2023" },
    { "640300", "", "2 A exact registers 2023" },
    { "640300", "programme=minor_protection", "2 A exact registers 2023" },
    { "640300", "programme=government_purchase", "1 A exact registers 2023" },
    { "640381", "", "0 A exact registers 2023" },
    { "640000", "", "2 E exact registers 2023" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *row =
        registered_ask (self, ATLAS_FROM_BEST, "contracted_orgs", cases[i].region, cases[i].where, 2023, NULL);

      g_test_message ("%s %s", cases[i].region, cases[i].where);
      g_assert_cmpstr (row, ==, cases[i].expected);
    }
}

/* Of the townships of 640303 one has a project; 640303400, a development zone, is none. Who has none is told where the register
 * was handed in, and of a region. */
static void
test_townships (void)
{
  g_autoptr (Registered) self = registered_new (PROJECT ("640303100", "1", "government_purchase", "A")
                                                REGISTERED_RETURN ("projects", "640303", 2023));
  AtlasRegionTree *tree = atlas_dataset_get_regions (self->dataset);
  g_autoptr (AtlasProgrammeFigures) found = load (self, "S84");
  g_autoptr (GPtrArray) here = atlas_programme_list_registers (self->dataset, self->catalogue, found->programme,
                                                               atlas_region_tree_lookup (tree, "640303"), NULL);
  g_autoptr (GPtrArray) elsewhere = atlas_programme_list_registers (self->dataset, self->catalogue, found->programme,
                                                                    atlas_region_tree_lookup (tree, "640302"), NULL);
  g_autoptr (GPtrArray) everywhere =
    atlas_programme_list_registers (self->dataset, self->catalogue, found->programme, NULL, NULL);
  const AtlasProgrammeRegister *without = g_ptr_array_index (here, 0);

  g_assert_cmpuint (here->len, ==, 2);
  g_assert_cmpstr (without->title, ==, "Townships without: Service projects · Government purchase of services");
  g_assert_cmpuint (without->n_rows, ==, 5);
  for (guint i = 0; i < without->rows->len; i++)
    {
      char **cells = g_ptr_array_index (without->rows, i);

      g_assert_cmpstr (cells[0], ==, "Hongsibu District");
      g_assert_cmpstr (cells[1], !=, atlas_region_get_display_name (atlas_region_tree_lookup (tree, "640303100")));
      g_assert_cmpstr (cells[2], ==, "2023");
    }
  g_assert_cmpuint (elsewhere->len, ==, 0);
  g_assert_cmpuint (everywhere->len, ==, 1);
}

/* Which stations were checked, with what result: the rows of the register, and their number by result. */
static void
test_inspections (void)
{
  g_autoptr (Registered) self = registered_new (
    "INSERT INTO inspections VALUES (NULL, 's1', '2023-06-01', '640303', 9250, 'exact', NULL, '', 2, 'exact', NULL, '', 'to_rectify', "
    "'Bureau', 2023, '2023-12-31', 1, NULL, NULL);" REGISTERED_RETURN ("inspections", "640303", 2023));
  const AtlasRegion *region = atlas_region_tree_lookup (atlas_dataset_get_regions (self->dataset), "640303");
  g_autoptr (AtlasProgrammeFigures) found = load (self, "S09");
  g_autoptr (GPtrArray) answers = atlas_programme_ask (self->dataset, self->catalogue, found, region, NULL);
  g_autoptr (GPtrArray) registers =
    atlas_programme_list_registers (self->dataset, self->catalogue, found->programme, region, NULL);
  const AtlasProgrammeAnswer *by_result = g_ptr_array_index (answers, 0);
  const AtlasProgrammeRegister *rows = g_ptr_array_index (registers, 0);
  g_autofree char *cells = g_strjoinv ("|", g_ptr_array_index (rows->rows, 0));

  g_assert_cmpstr (by_result->kind, ==, "stacked-bar");
  g_assert_cmpfloat (atlas_table_find (by_result->table, "640303", 0, "to_rectify")->value, ==, 1);
  g_assert_cmpuint (registers->len, ==, 1);
  g_assert_cmpuint (rows->n_rows, ==, 1);
  g_assert_nonnull (strstr (cells, "|s1|"));
  g_assert_nonnull (strstr (cells, "|92.5|2|Bureau"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/programme-registers/each-basis", test_each_basis);
  g_test_add_func ("/programme-registers/answer", test_answer);
  g_test_add_func ("/programme-registers/run-in", test_run_in);
  g_test_add_func ("/programme-registers/many", test_many);
  g_test_add_func ("/programme-registers/timeline", test_timeline);
  g_test_add_func ("/programme-registers/distinct", test_distinct);
  g_test_add_func ("/programme-registers/townships", test_townships);
  g_test_add_func ("/programme-registers/inspections", test_inspections);
  return g_test_run ();
}
