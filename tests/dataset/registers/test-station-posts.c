/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "import-fixture.h"

#include "dataset/registers/station-posts.h"

/* Of 红寺堡区 and 利通区: s1 has somebody certified, s2 somebody who is not, s3 nobody; s4 is closed, s5 no township station;
 * s6 lies in 盐池县, which has returned no personnel. */
static const char stations[] = "station_id,name,tier,region_code,status\n"
                               "s1,甲站,township_station,640303100,operating\ns2,乙站,township_station,640303101,operating\n"
                               "s3,丙站,township_station,640302100,operating\ns4,丁站,township_station,640303102,closed\n"
                               "s5,戊室,community_room,640303100,operating\ns6,己站,township_station,640323100,operating\n";
static const char people[] = "person_id,name,grade,region_code,station_id\n"
                             "p1,王一,assistant,640303,s1\np2,王二,none,640303,s1\np3,李一,none,640303,s2\n"
                             "p4,李二,senior,640302,\np5,李三,assistant,640303,s5\n";

/* "s2:1,s3:0" of REGION. */
static char *
dup_list (ImportFixture *fixture,
          const char    *region,
          gboolean      *out_known)
{
  AtlasRegionTree *regions = atlas_dataset_get_regions (fixture->dataset);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasRegisterCoverage) coverage = atlas_register_coverage_load (fixture->dataset, &error);
  g_autoptr (GPtrArray) posts =
    atlas_station_posts_list_uncertified (fixture->dataset, coverage, regions, atlas_region_tree_lookup (regions, region),
                                          out_known, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < posts->len; i++)
    {
      const AtlasStationPost *post = g_ptr_array_index (posts, i);

      g_string_append_printf (text, "%s%s:%u", i > 0 ? "," : "", post->station_id, post->n_people);
    }
  return g_string_free (text, FALSE);
}

static void
assert_list (ImportFixture *fixture,
             const char    *region,
             const char    *expected)
{
  gboolean known;
  g_autofree char *list = dup_list (fixture, region, &known);

  g_assert_true (known);
  g_assert_cmpstr (list, ==, expected);
}

static void
test_list (ImportFixture *fixture,
           gconstpointer  data)
{
  import_fixture_run_text (fixture, "stations", stations);
  import_fixture_run_text (fixture, "personnel", people);
  assert_list (fixture, "000000", "s3:0,s2:1");
  assert_list (fixture, "640000", "s3:0,s2:1");
  assert_list (fixture, "640300", "s3:0,s2:1");
  assert_list (fixture, "640303", "s2:1");
  assert_list (fixture, "640303101", "s2:1");
  assert_list (fixture, "640303100", "");
  assert_list (fixture, "640323", "");
}

/* Nobody says where they work: then no station is without. */
static void
test_unknown (ImportFixture *fixture,
              gconstpointer  data)
{
  g_autofree char *list = NULL;
  gboolean known = TRUE;

  import_fixture_run_text (fixture, "stations", stations);
  import_fixture_run_text (fixture, "personnel", "person_id,name,grade,region_code\np1,王一,none,640303\n");
  list = dup_list (fixture, "640300", &known);
  g_assert_false (known);
  g_assert_cmpstr (list, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/station-posts/list", ImportFixture, NULL, import_fixture_set_up, test_list, import_fixture_tear_down);
  g_test_add ("/station-posts/unknown", ImportFixture, NULL, import_fixture_set_up, test_unknown, import_fixture_tear_down);
  return g_test_run ();
}
