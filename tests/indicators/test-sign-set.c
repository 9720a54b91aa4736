/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/sign-set.h"

static void
test_ids (void)
{
  const char *const *ids = atlas_sign_set_list_ids ();

  g_assert_cmpuint (g_strv_length ((char **) ids), ==, 2);
  for (guint i = 0; ids[i] != NULL; i++)
    g_assert_cmpint (atlas_sign_set_from_id (ids[i]), ==, (int) i);
  g_assert_cmpint (atlas_sign_set_from_id ("book"), ==, ATLAS_SIGNS_STANDARD);
  g_assert_cmpint (atlas_sign_set_from_id (NULL), ==, ATLAS_SIGNS_STANDARD);
}

static AtlasUnit *
unit_new (const char *id)
{
  AtlasUnit *unit = atlas_unit_new ();

  g_free (unit->unit);
  unit->unit = g_strdup (id);
  return unit;
}

/* Half of 0.1%, of 0.1万 = 1000, else of 0.01, of 0.01亿 = 1,000,000; zero is a number like others. */
static void
test_below_unit (void)
{
  g_autoptr (AtlasUnit) percent = unit_new ("percent");
  g_autoptr (AtlasUnit) people = unit_new ("people");

  g_assert_true (atlas_value_is_below_unit (0.049, percent, ATLAS_SCALE_ONE));
  g_assert_false (atlas_value_is_below_unit (0.05, percent, ATLAS_SCALE_ONE));
  g_assert_true (atlas_value_is_below_unit (-0.049, percent, ATLAS_SCALE_ONE));
  g_assert_true (atlas_value_is_below_unit (499.0, people, ATLAS_SCALE_WAN));
  g_assert_false (atlas_value_is_below_unit (500.0, people, ATLAS_SCALE_WAN));
  g_assert_true (atlas_value_is_below_unit (0.0049, people, ATLAS_SCALE_ONE));
  g_assert_false (atlas_value_is_below_unit (1.0, people, ATLAS_SCALE_ONE));
  g_assert_true (atlas_value_is_below_unit (499999.0, NULL, ATLAS_SCALE_YI));
  g_assert_false (atlas_value_is_below_unit (500000.0, NULL, ATLAS_SCALE_YI));
  g_assert_false (atlas_value_is_below_unit (0.0, percent, ATLAS_SCALE_ONE));
}

/* "At least" so much is not hidden behind a sign, and nothing is where the signs are our own. */
static void
test_hides (void)
{
  static const AtlasRegion region = { "640000", "宁夏", "Ningxia", "", ATLAS_REGION_LEVEL_PROVINCE, TRUE };
  g_autoptr (AtlasUnit) percent = unit_new ("percent");
  g_autoptr (AtlasObservation) row = atlas_observation_new (&region);

  row->value = 0.04;
  g_assert_true (atlas_sign_set_hides (ATLAS_SIGNS_YEARBOOK, row, percent, ATLAS_SCALE_ONE));
  g_assert_false (atlas_sign_set_hides (ATLAS_SIGNS_STANDARD, row, percent, ATLAS_SCALE_ONE));
  row->qualifier = ATLAS_QUALIFIER_AT_LEAST;
  g_assert_false (atlas_sign_set_hides (ATLAS_SIGNS_YEARBOOK, row, percent, ATLAS_SCALE_ONE));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sign-set/ids", test_ids);
  g_test_add_func ("/sign-set/below-unit", test_below_unit);
  g_test_add_func ("/sign-set/hides", test_hides);
  return g_test_run ();
}
