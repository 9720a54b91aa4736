/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* Lists that name stations: by hours of continuing education that their people lack, and by what changed since the last inspection. */

#include "config.h"

#include "import-fixture.h"

#include "dataset/registers/station-education.h"
#include "dataset/registers/station-inspections.h"

static const char stations[] = "station_id,name,tier,region_code,status\n"
                               "s1,甲站,township_station,640303100,operating\ns2,乙站,township_station,640303101,operating\n"
                               "s3,丙站,township_station,640302100,operating\ns4,丁站,township_station,640303100,operating\n";
/* Of 红寺堡区: at s1 three short of four, at s2 none of one, one at no station; of 利通区 one. */
static const char people[] = "person_id,name,grade,region_code,station_id,education_hours\n"
                             "p1,王一,assistant,640303,s1,71.99\np2,王二,assistant,640303,s1,近72\np3,王三,senior,640303100,s1,89\n"
                             "p4,王四,intermediate,640303,s1,90\np5,王五,assistant,640303,s2,72\np6,王六,assistant,640303,,0\n"
                             "p7,王七,none,640303,s1,0\np8,王八,assistant,640303,s1,\np9,王九,assistant,640302,s3,0\n";
/* s1 fell by 12.5, s2 rose by 5, s4 has no score and two problems more; s3 was seen once. */
static const char inspections[] =
  "station_id,inspected_on,region_code,score,staff_count,problems,result\n"
  "s1,2021-05-01,640303100,10,9,9,\ns1,2022-05-01,640303100,90,4,1,excellent\ns1,2023-05-01,640303100,77.5,3,6,to_rectify\n"
  "s2,2022-06,640303101,80,,,\ns2,2023-06,640303101,85,,,qualified\ns3,2023-06-01,640302100,99,,,\n"
  "s4,2022-01-01,640303100,,2,1,\ns4,2023-01-01,640303100,,2,3,\n";

static char *
dup_education (ImportFixture *fixture,
               const char    *region,
               double         assistant)
{
  const AtlasRequiredHours required = { assistant, 90, 90 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = atlas_station_education_list (
    fixture->dataset, atlas_region_tree_lookup (atlas_dataset_get_regions (fixture->dataset), region), &required, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const AtlasStationEducation *station = g_ptr_array_index (list, i);

      g_string_append_printf (text, "%s%s:%u/%u", i > 0 ? "," : "", station->name, station->n_short, station->n_known);
    }
  return g_string_free (text, FALSE);
}

static void
test_education (ImportFixture *fixture,
                gconstpointer  data)
{
  g_autofree char *national = NULL, *lower = NULL, *other = NULL;

  import_fixture_run_text (fixture, "stations", stations);
  import_fixture_run_text (fixture, "personnel", people);
  national = dup_education (fixture, "640303", 72);
  lower = dup_education (fixture, "640303", 70);
  other = dup_education (fixture, "640302", 72);
  g_assert_cmpstr (national, ==, "甲站:3/4,:1/1,乙站:0/1");
  g_assert_cmpstr (lower, ==, ":1/1,甲站:1/4,乙站:0/1");
  g_assert_cmpstr (other, ==, "丙站:1/1");
}

static char *
dup_changes (ImportFixture *fixture,
             const char    *region,
             guint          limit,
             guint         *n,
             guint         *n_once)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = atlas_station_changes_list (
    fixture->dataset, atlas_region_tree_lookup (atlas_dataset_get_regions (fixture->dataset), region), limit, n, n_once, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const AtlasStationChange *change = g_ptr_array_index (list, i);

      g_string_append_printf (text, "%s%s %s %g>%g %d>%d %d>%d %s", i > 0 ? "\n" : "", change->name, change->now.on,
                              change->before.score, change->now.score, change->before.problems, change->now.problems,
                              change->before.staff, change->now.staff, change->now.result);
    }
  return g_string_free (text, FALSE);
}

/* Most changed first, up or down; the last two of three inspections. */
static void
test_inspections (ImportFixture *fixture,
                  gconstpointer  data)
{
  g_autofree char *all = NULL, *first = NULL, *other = NULL;
  guint n, n_once;

  import_fixture_run_text (fixture, "stations", stations);
  import_fixture_run_text (fixture, "inspections", inspections);
  all = dup_changes (fixture, "640300", 10, &n, &n_once);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (n_once, ==, 1);
  g_assert_cmpstr (all, ==,
                   "甲站 2023-05-01 90>77.5 1>6 4>3 to_rectify\n乙站 2023-06 80>85 -1>-1 -1>-1 qualified\n"
                   "丁站 2023-01-01 -1>-1 1>3 2>2 ");
  first = dup_changes (fixture, "640303100", 1, &n, &n_once);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (first, ==, "甲站 2023-05-01 90>77.5 1>6 4>3 to_rectify");
  other = dup_changes (fixture, "640302", 10, &n, &n_once);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (n_once, ==, 1);
  g_assert_cmpstr (other, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/station-lists/education", ImportFixture, NULL, import_fixture_set_up, test_education, import_fixture_tear_down);
  g_test_add ("/station-lists/inspections", ImportFixture, NULL, import_fixture_set_up, test_inspections,
              import_fixture_tear_down);
  return g_test_run ();
}
