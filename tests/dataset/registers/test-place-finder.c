/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "dataset/registers/place-finder.h"

#include "../fixture.h"

static AtlasPlaceFinder *finder;

/* NAMES: province|prefecture|county|any|township. */
static AtlasPlaceResult
find (const char *code,
      const char *names,
      AtlasPlace *place)
{
  g_auto (GStrv) list = g_strsplit (names, "|", -1);

  g_assert_cmpuint (g_strv_length (list), ==, ATLAS_N_PLACES);
  return atlas_place_finder_find (finder, code, (const char *const *) list, place);
}

static void
check (const char *code,
       const char *names,
       const char *expected)
{
  AtlasPlace place;

  /* The second time it remembers. */
  for (guint i = 0; i < 2; i++)
    {
      AtlasPlaceResult result = find (code, names, &place);

      if (result != ATLAS_PLACE_READ || strcmp (place.code, expected) != 0 ||
          strncmp (place.region->code, expected, strlen (place.region->code)) != 0)
        g_error ("“%s” with “%s” was read as %d %s", code, names, result, result == ATLAS_PLACE_READ ? place.code : "");
    }
}

static void
check_result (const char       *code,
              const char       *names,
              AtlasPlaceResult  expected,
              const char       *fault)
{
  g_auto (GStrv) list = g_strsplit (names, "|", -1);
  AtlasPlace place;
  AtlasPlaceResult result = atlas_place_finder_find (finder, code, (const char *const *) list, &place);

  if (result != expected || g_strcmp0 (place.fault, fault) != 0)
    g_error ("“%s” with “%s” was read as %d", code, names, result);
}

static void
test_codes (void)
{
  check ("640303", "||||", "640303");
  check ("640303100001", "||||", "640303100001");
  check ("640303000000", "||||", "640303");
  check ("64", "||||", "640000");
  check_result ("640399", "||||", ATLAS_PLACE_UNKNOWN, "640399");
  check_result ("6403031000001", "||||", ATLAS_PLACE_UNKNOWN, "6403031000001");
  check ("640303", "||||", "640303");
}

static void
test_names (void)
{
  check ("红寺堡区", "||||", "640303");
  check ("宁夏回族自治区吴忠市红寺堡区", "||||", "640303");
  check ("", "|||红寺堡区|", "640303");
  check ("", "|||640303|", "640303");
  check ("—", "|||红寺堡区|", "640303");
  check_result ("", "||||", ATLAS_PLACE_MISSING, NULL);
  check_result ("—", "|||无|", ATLAS_PLACE_MISSING, NULL);
  check_result ("太阳市", "||||", ATLAS_PLACE_UNKNOWN, "太阳市");
  check_result ("城关镇", "||||", ATLAS_PLACE_AMBIGUOUS, "城关镇");
  check_result ("", "|||朝阳区|", ATLAS_PLACE_AMBIGUOUS, "朝阳区");
}

/* What stands beside a name tells it from its namesakes. */
static void
test_within (void)
{
  check ("", "||和林格尔县||城关镇", "150123100");
  check ("城关镇", "||和林格尔县||", "150123100");
  check ("", "|||和林格尔县|城关镇", "150123100");
  check ("", "吉林省|长春市|朝阳区||", "220104");
  check ("", "吉林|吉林|||", "220200");
  check ("", "|长春|||朝阳区", "220104");
  check ("", "宁夏|吴忠|红寺堡||红寺堡", "640303100");
  check ("", "广东省|东莞市|东莞市||东城街道", "441900003");
  check ("", "北京市|北京市|朝阳区||", "110105");
  check ("", "北京市|市辖区|朝阳区||", "110105");
  check_result ("", "||||城关镇", ATLAS_PLACE_AMBIGUOUS, "城关镇");
  check_result ("", "宁夏|吴忠|和林格尔县||", ATLAS_PLACE_CONTRADICTORY, "和林格尔县");
  check_result ("", "||红寺堡区||城关镇", ATLAS_PLACE_CONTRADICTORY, "城关镇");
  check_result ("", "||红寺堡区||没有镇", ATLAS_PLACE_UNKNOWN, "没有镇");
}

/* What belongs to a division itself, not to one below. */
static void
test_level_itself (void)
{
  check ("", "|吴忠市|市本级||", "640300");
  check ("", "|吴忠市|||", "640300");
  check ("", "|吴忠市|—||—", "640300");
  check ("吴忠市本级", "||||", "640300");
  check_result ("", "|市本级|||", ATLAS_PLACE_MISSING, NULL);
}

static void
check_contradicts (const char *code,
                   const char *names,
                   gboolean    expected)
{
  AtlasPlace place;

  g_assert_cmpint (find (code, names, &place), ==, ATLAS_PLACE_READ);
  g_assert_cmpstr (place.code, ==, code);
  g_assert_cmpint (place.contradicts, ==, expected);
}

/* The code counts; a name that is not its own is noticed. */
static void
test_contradictions (void)
{
  check_contradicts ("640303", "||红寺堡区||", FALSE);
  check_contradicts ("640303", "|吴忠市|||", FALSE);
  check_contradicts ("640303", "||红寺堡区||太阳山镇", FALSE);
  check_contradicts ("640303", "||||城关镇", FALSE);
  check_contradicts ("640303", "||利通区||", TRUE);
  check_contradicts ("640303", "|银川市|红寺堡区||", TRUE);
}

/* A code that has lost zeros is one only where nothing beside it speaks against that. */
static void
test_filled (void)
{
  AtlasPlace place;

  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (find ("6403031", "||红寺堡区||红寺堡镇", &place), ==, ATLAS_PLACE_READ);
      g_assert_cmpstr (place.code, ==, "640303100");
      g_assert_true (place.filled);
    }
  check_result ("6403031", "||红寺堡区||太阳山镇", ATLAS_PLACE_UNKNOWN, "6403031");
  check_result ("6403031", "||利通区||", ATLAS_PLACE_UNKNOWN, "6403031");
  g_assert_cmpint (find ("640303", "||||", &place), ==, ATLAS_PLACE_READ);
  g_assert_false (place.filled);
  g_assert_cmpint (find ("", "||红寺堡区||", &place), ==, ATLAS_PLACE_READ);
  g_assert_false (place.filled);
}

static void
test_rivals (void)
{
  AtlasPlace place;

  g_assert_cmpint (find ("朝阳区", "||||", &place), ==, ATLAS_PLACE_AMBIGUOUS);
  g_assert_true ((g_str_equal (place.rivals[0]->code, "110105") && g_str_equal (place.rivals[1]->code, "220104")) ||
                 (g_str_equal (place.rivals[0]->code, "220104") && g_str_equal (place.rivals[1]->code, "110105")));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  finder = atlas_place_finder_new (atlas_dataset_get_regions (fixture_open_published ()));
  g_test_add_func ("/place-finder/codes", test_codes);
  g_test_add_func ("/place-finder/names", test_names);
  g_test_add_func ("/place-finder/within", test_within);
  g_test_add_func ("/place-finder/level-itself", test_level_itself);
  g_test_add_func ("/place-finder/contradictions", test_contradictions);
  g_test_add_func ("/place-finder/filled", test_filled);
  g_test_add_func ("/place-finder/rivals", test_rivals);
  status = g_test_run ();
  atlas_place_finder_free (finder);
  fixture_clear ();
  return status;
}
