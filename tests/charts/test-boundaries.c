/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <string.h>

#include "charts/boundaries.h"

#define SQUARE "[[0,0],[1,0],[1,1],[0,1],[0,0]]"
#define FEATURE(properties, geometry) \
  "{\"type\":\"Feature\",\"properties\":{" properties "},\"geometry\":" geometry "}"
#define POLYGON(rings) "{\"type\":\"Polygon\",\"coordinates\":[" rings "]}"
#define COLLECTION(features) "{\"type\":\"FeatureCollection\",\"features\":[" features "]}"

static AtlasBoundaries *
parse (const char  *text,
       GError     **error)
{
  return atlas_boundaries_parse (text, strlen (text), "borders.geojson", error);
}

/* The code however it is written; zeros at the end may be missing, or be more. */
static void
test_codes (void)
{
  static const struct { const char *properties; const char *code; } cases[] = {
    { "\"adcode\":640300", "640300" },
    { "\"adcode\":\"640300\"", "640300" },
    { "\"code\":\"6403\"", "640300" },
    { "\"code\":\"64\"", "640000" },
    { "\"gb\":\"156640300\"", "640300" },
    { "\"id\":\"640300000000\"", "640300" },
    { "\"code\":\"640303100\"", "640303100" },
    { "\"adcode\":\"none\",\"code\":640300", "640300" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (COLLECTION (FEATURE ("%s", POLYGON (SQUARE))), cases[i].properties);
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasBoundaries) boundaries = parse (text, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (atlas_boundaries_get_n_areas (boundaries), ==, 1);
      g_assert_cmpstr (atlas_boundaries_get_nth (boundaries, 0)->code, ==, cases[i].code);
      g_assert_nonnull (atlas_boundaries_find (boundaries, cases[i].code));
    }
}

static double
signed_area (const AtlasRing *ring)
{
  double area = 0.0;

  for (guint i = 0; i < ring->places->len; i++)
    {
      AtlasPlace a = g_array_index (ring->places, AtlasPlace, i);
      AtlasPlace b = g_array_index (ring->places, AtlasPlace, (i + 1) % ring->places->len);

      area += (a.longitude * b.latitude - b.longitude * a.latitude) / 2.0;
    }
  return area;
}

/* Whichever way round the file has them, a hole runs against its outer ring; the first corner is not repeated. */
static void
test_rings (void)
{
  static const char *const holes[] = { "[[0.2,0.2],[0.4,0.2],[0.4,0.4],[0.2,0.4],[0.2,0.2]]",
                                       "[[0.2,0.2],[0.2,0.4],[0.4,0.4],[0.4,0.2],[0.2,0.2]]" };

  for (guint i = 0; i < G_N_ELEMENTS (holes); i++)
    {
      g_autofree char *text = g_strdup_printf (COLLECTION (FEATURE ("\"adcode\":640300", POLYGON (SQUARE ",%s"))), holes[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasBoundaries) boundaries = parse (text, &error);
      const AtlasBoundary *area;

      g_assert_no_error (error);
      area = atlas_boundaries_get_nth (boundaries, 0);
      g_assert_cmpuint (area->rings->len, ==, 2);
      g_assert_cmpuint (g_array_index (area->rings, AtlasRing, 0).places->len, ==, 4);
      g_assert_false (g_array_index (area->rings, AtlasRing, 0).is_hole);
      g_assert_true (g_array_index (area->rings, AtlasRing, 1).is_hole);
      g_assert_cmpfloat_with_epsilon (signed_area (&g_array_index (area->rings, AtlasRing, 0)), 1.0, 1e-9);
      g_assert_cmpfloat_with_epsilon (signed_area (&g_array_index (area->rings, AtlasRing, 1)), -0.04, 1e-9);
    }
}

/* Several polygons of one feature, and features of one division, are one area; what is no polygon, or nobody's, is counted. */
static void
test_several (void)
{
  static const char text[] = COLLECTION (
    FEATURE ("\"adcode\":640300,\"name\":\"吴忠市\"", "{\"type\":\"MultiPolygon\",\"coordinates\":[[" SQUARE "],[" SQUARE "]]}") ","
    FEATURE ("\"adcode\":640300", POLYGON (SQUARE)) ","
    FEATURE ("\"adcode\":640400", "{\"type\":\"Point\",\"coordinates\":[1,2]}") ","
    FEATURE ("\"adcode\":640500", "null") ","
    FEATURE ("\"name\":\"x\"", POLYGON (SQUARE)));
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasBoundaries) boundaries = parse (text, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (atlas_boundaries_get_n_areas (boundaries), ==, 1);
  g_assert_cmpuint (atlas_boundaries_get_nth (boundaries, 0)->rings->len, ==, 3);
  g_assert_cmpstr (atlas_boundaries_get_nth (boundaries, 0)->name, ==, "吴忠市");
  g_assert_cmpuint (atlas_boundaries_get_n_skipped (boundaries), ==, 3);
}

/* However many features there are, they do not nest; brackets in names do not count. */
static void
test_many (void)
{
  g_autoptr (GString) features = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasBoundaries) boundaries = NULL;

  for (guint i = 0; i < 99; i++)
    g_string_append_printf (features, "%s" FEATURE ("\"adcode\":6403%02u,\"name\":\"[[{\\\"[\"", POLYGON (SQUARE)),
                            i > 0 ? "," : "", i);
  text = g_strdup_printf ("{\"type\":\"FeatureCollection\",\"features\":[%s]}", features->str);
  boundaries = parse (text, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (atlas_boundaries_get_n_areas (boundaries), ==, 99);
}

static void
assert_refused (const char *text,
                int         code,
                const char *why)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasBoundaries) boundaries = parse (text, &error);

  g_assert_null (boundaries);
  g_assert_error (error, ATLAS_BOUNDARIES_ERROR, code);
  g_assert_nonnull (strstr (error->message, "“borders.geojson”"));
  g_assert_nonnull (strstr (error->message, why));
}

static void
test_refused (void)
{
  g_autofree char *deep = g_strnfill (200000, '[');

  assert_refused ("", ATLAS_BOUNDARIES_ERROR_FORMAT, "no GeoJSON");
  assert_refused ("3", ATLAS_BOUNDARIES_ERROR_FORMAT, "no GeoJSON");
  assert_refused ("[]", ATLAS_BOUNDARIES_ERROR_FORMAT, "no GeoJSON");
  assert_refused ("{\"features\":3}", ATLAS_BOUNDARIES_ERROR_FORMAT, "no GeoJSON");
  assert_refused ("{\"features\":[", ATLAS_BOUNDARIES_ERROR_FORMAT, "damaged");
  assert_refused ("\xff\xfe", ATLAS_BOUNDARIES_ERROR_FORMAT, "damaged");
  assert_refused (deep, ATLAS_BOUNDARIES_ERROR_SIZE, "nested too deeply");
  assert_refused (COLLECTION ("7"), ATLAS_BOUNDARIES_ERROR_FORMAT, "feature 1: it is no object");
  assert_refused (COLLECTION (FEATURE ("\"adcode\":640300", POLYGON ("[[0,0],[1,1]]"))), ATLAS_BOUNDARIES_ERROR_FORMAT,
                  "fewer than three corners");
  assert_refused (COLLECTION (FEATURE ("\"adcode\":640300", POLYGON ("[[0,0],[1,0],[1]]"))),
                  ATLAS_BOUNDARIES_ERROR_FORMAT, "longitude and latitude");
  assert_refused (COLLECTION (FEATURE ("\"adcode\":640300", POLYGON ("[[0,0],[1,0],[\"x\",1]]"))),
                  ATLAS_BOUNDARIES_ERROR_FORMAT, "longitude and latitude");
  /* Metres of a projection are no degrees. */
  assert_refused (COLLECTION (FEATURE ("\"adcode\":640300", POLYGON ("[[11800000,4500000],[11800001,4500000],[3,4]]"))),
                  ATLAS_BOUNDARIES_ERROR_FORMAT, "longitude and latitude");
  assert_refused (COLLECTION (FEATURE ("\"adcode\":640300", POLYGON ("3"))), ATLAS_BOUNDARIES_ERROR_FORMAT,
                  "fewer than three corners");
}

/* A file cut off or changed anywhere is read or refused, and nothing else. */
static void
test_damaged (void)
{
  static const char whole[] = COLLECTION (FEATURE ("\"adcode\":640300", POLYGON (SQUARE)));

  for (gsize i = 0; i < sizeof whole - 1; i++)
    {
      g_autofree char *text = g_strdup (whole);
      g_autoptr (GError) cut_error = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (AtlasBoundaries) cut = atlas_boundaries_parse (whole, i, "cut", &cut_error);
      g_autoptr (AtlasBoundaries) changed = NULL;

      g_assert_null (cut);
      g_assert_nonnull (cut_error);
      text[i] = (char) g_test_rand_int_range (1, 127);
      changed = parse (text, &error);
      g_assert_true ((changed != NULL) == (error == NULL));
    }
}

static void
test_no_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasBoundaries) boundaries = atlas_boundaries_load ("/nowhere/borders.geojson", &error);

  g_assert_null (boundaries);
  g_assert_error (error, ATLAS_BOUNDARIES_ERROR, ATLAS_BOUNDARIES_ERROR_READ);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/boundaries/codes", test_codes);
  g_test_add_func ("/charts/boundaries/rings", test_rings);
  g_test_add_func ("/charts/boundaries/several", test_several);
  g_test_add_func ("/charts/boundaries/many", test_many);
  g_test_add_func ("/charts/boundaries/refused", test_refused);
  g_test_add_func ("/charts/boundaries/damaged", test_damaged);
  g_test_add_func ("/charts/boundaries/no-file", test_no_file);
  return g_test_run ();
}
