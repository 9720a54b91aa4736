/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "fixture.h"

static const AtlasRegion *
find (const char        *text,
      const char        *within,
      int                level,
      const AtlasRegion *rivals[2])
{
  AtlasRegionTree *tree = atlas_dataset_get_regions (fixture_open_published ());

  return atlas_region_tree_find_name (tree, text, atlas_region_tree_lookup (tree, within), level, rivals);
}

static void
check (const char *text,
       const char *within,
       const char *expected)
{
  const AtlasRegion *rivals[2];
  const AtlasRegion *region = find (text, within, -1, rivals);

  if (g_strcmp0 (region != NULL ? region->code : NULL, expected) != 0 || rivals[0] != NULL)
    g_error ("“%s” was found to be “%s”", text, region != NULL ? region->code : "(none)");
}

static void
check_ambiguous (const char *text,
                 const char *within)
{
  const AtlasRegion *rivals[2];

  g_assert_null (find (text, within, -1, rivals));
  g_assert_nonnull (rivals[0]);
  g_assert_nonnull (rivals[1]);
  g_assert_true (rivals[0] != rivals[1]);
}

static void
test_full_names (void)
{
  check ("吴忠市", "000000", "640300");
  check ("宁夏回族自治区", "000000", "640000");
  check (" 红寺堡 区 ", "000000", "640303");
  check ("红寺堡镇", "000000", "640303100");
  check ("全国", "000000", "000000");
  check ("吴忠市", "640300", "640300");
  check ("天津经济技术开发区(其他片区)", "000000", "120116400");
  check ("吴忠州", "000000", NULL);
  check ("市", "000000", NULL);
  check ("", "000000", NULL);
}

/* There are 88 of 城关镇, and two of 朝阳区. */
static void
test_namesakes (void)
{
  check_ambiguous ("城关镇", "000000");
  check_ambiguous ("朝阳区", "000000");
  check ("朝阳区", "110000", "110105");
  check ("城关镇", "150123", "150123100");
  check ("城关镇", "640303", NULL);
}

static void
test_bare_names (void)
{
  check ("宁夏", "000000", "640000");
  check ("宁夏回族", "000000", "640000");
  check ("吴忠", "000000", "640300");
  check ("内蒙古", "000000", "150000");
  check ("凯里", "000000", "522601");
  check ("太阳山", "640303", "640303101");
  /* 吉林省 and 吉林市; 红寺堡区 and 红寺堡镇. */
  check_ambiguous ("吉林", "000000");
  check_ambiguous ("红寺堡", "000000");
  check ("宁", "000000", NULL);
}

static void
test_levels (void)
{
  g_assert_cmpstr (find ("红寺堡", "000000", ATLAS_REGION_LEVEL_COUNTY, NULL)->code, ==, "640303");
  g_assert_cmpstr (find ("红寺堡", "000000", ATLAS_REGION_LEVEL_TOWNSHIP, NULL)->code, ==, "640303100");
  g_assert_cmpstr (find ("吉林", "000000", ATLAS_REGION_LEVEL_PROVINCE, NULL)->code, ==, "220000");
  /* Preferred, but not asked for: Dongguan has no counties. */
  g_assert_cmpstr (find ("东莞市", "000000", ATLAS_REGION_LEVEL_COUNTY, NULL)->code, ==, "441900");
}

static void
test_paths (void)
{
  check ("宁夏回族自治区吴忠市红寺堡区", "000000", "640303");
  check ("宁夏吴忠市红寺堡区", "000000", "640303");
  check ("宁夏回族自治区/吴忠市/红寺堡区/太阳山镇", "000000", "640303101");
  check ("宁夏 > 吴忠 > 红寺堡区", "000000", "640303");
  check ("宁夏回族自治区红寺堡区", "000000", "640303");
  check ("吴忠市红寺堡区", "640000", "640303");
  check ("北京市朝阳区", "000000", "110105");
  check ("长春市朝阳区", "000000", "220104");
  check ("和林格尔县城关镇", "000000", "150123100");
  check ("银川市红寺堡区", "000000", NULL);
  check ("红寺堡区吴忠市", "000000", NULL);
  check ("吴忠市民政局", "000000", NULL);
  check ("吴忠市本级", "000000", "640300");
}

/* Every division is found by its path; whatever else is asked for, nothing crashes. */
static void
test_every_division (void)
{
  AtlasRegionTree *tree = atlas_dataset_get_regions (fixture_open_published ());

  for (guint i = 1; i < atlas_region_tree_get_size (tree); i += 97)
    {
      const AtlasRegion *region = atlas_region_tree_get_nth (tree, i);

      g_assert_true (atlas_region_tree_find_name (tree, region->name, region->parent, region->level, NULL) == region ||
                     g_str_equal (region->name, region->parent->name));
    }
}

static void
test_any_text (void)
{
  const char *pieces[] = { "宁夏", "回族", "自治区", "吴忠", "市", "红寺堡", "区", "镇", "城关", "县", "/", " ", "省", "吉林", "x", "1", "（" };

  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const AtlasRegion *rivals[2];

      for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      g_assert_true (find (text->str, "000000", -1, rivals) == NULL || rivals[0] == NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/region-names/full-names", test_full_names);
  g_test_add_func ("/region-names/namesakes", test_namesakes);
  g_test_add_func ("/region-names/bare-names", test_bare_names);
  g_test_add_func ("/region-names/levels", test_levels);
  g_test_add_func ("/region-names/paths", test_paths);
  g_test_add_func ("/region-names/every-division", test_every_division);
  g_test_add_func ("/region-names/any-text", test_any_text);
  status = g_test_run ();
  fixture_clear ();
  return status;
}
