/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <cairo.h>

#include "charts/chart-spec.h"
#include "dataset/dataset.h"
#include "program.h"

/* The height that a picture has for its width. */
static double
get_aspect (const char *folder,
            const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  cairo_surface_t *picture = cairo_image_surface_create_from_png (path);
  double aspect;

  g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
  aspect = (double) cairo_image_surface_get_height (picture) / cairo_image_surface_get_width (picture);
  cairo_surface_destroy (picture);
  return aspect;
}

static char *
read_file (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* Every kind is there, in both languages, four styles and grey, and every picture of the page. Returns how many samples. */
static guint
check_page (const char *folder,
            const char *page)
{
  g_autoptr (GRegex) regex = g_regex_new ("src=\"([^\"]+)-(light|dark|high-contrast|print)-(zh_CN|en)\\.png\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_pictures = 0;

  for (AtlasChartKind kind = ATLAS_CHART_BAR + 1; kind < ATLAS_N_CHART_KINDS; kind++)
    {
      g_autofree char *option = g_strdup_printf ("--kind %s ", atlas_chart_kind_to_id (kind));

      if (strstr (page, option) == NULL)
        g_error ("chart-gallery.c has no sample of kind %s", atlas_chart_kind_to_id (kind));
    }
  for (g_regex_match (regex, page, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *quoted = g_match_info_fetch (match, 0);
      g_autofree char *name = g_strndup (quoted + strlen ("src=\""), strlen (quoted) - strlen ("src=\"\""));

      g_hash_table_add (names, g_match_info_fetch (match, 1));
      g_assert_cmpfloat (get_aspect (folder, name), >, 0.0);
      n_pictures++;
    }
  g_assert_cmpuint (n_pictures, ==, g_hash_table_size (names) * 5 * 2);
  return g_hash_table_size (names);
}

/* The map is one of squares where no borders are given. With those of the user it has their form, here much wider than high,
 * in the same chart of every style and language; and all charts have the signs that are named. */
static void
test_gallery (void)
{
  char *folder = test_folder_make ();
  g_autofree char *borders = g_test_build_filename (G_TEST_DIST, "data", "boundaries", "ningxia-squares.geojson", NULL);
  g_autofree char *plain = g_build_filename (folder, "plain", NULL);
  g_autofree char *own = g_build_filename (folder, "own", NULL);
  g_autofree char *plain_page = NULL;
  g_autofree char *own_page = NULL;
  g_autofree char *own_line = g_strdup_printf ("--boundaries %s --signs yearbook", borders);
  guint n;
  g_auto (Program) program = { NULL };

  program_run (&program, folder, "chart", "--gallery", "plain", NULL);
  program_assert_done (&program);
  g_assert_cmpstr (program.out, ==, "");
  plain_page = read_file (plain, "index.html");
  n = check_page (plain, plain_page);
  g_assert_cmpuint (test_folder_count (plain), ==, n * 4 * 2 + 2);
  g_assert_nonnull (strstr (plain_page, "--boundaries schematic.geojson"));
  g_assert_null (strstr (plain_page, "--signs"));

  program_run (&program, folder, "chart", "--gallery", "own", "--boundaries", borders, "--signs", "yearbook", NULL);
  program_assert_done (&program);
  own_page = read_file (own, "index.html");
  g_assert_cmpuint (check_page (own, own_page), ==, n);
  g_assert_cmpuint (test_folder_count (own), ==, n * 4 * 2 + 1);
  g_assert_nonnull (strstr (own_page, own_line));
  g_assert_cmpfloat (get_aspect (own, "map-rates-light-en.png"), <, 0.8 * get_aspect (plain, "map-rates-light-en.png"));
  g_assert_cmpfloat (get_aspect (own, "map-rates-print-zh_CN.png"), <, 0.8 * get_aspect (plain, "map-rates-print-zh_CN.png"));
  test_folder_remove (folder);
}

static void
test_refused (void)
{
  char *folder = test_folder_make ();
  g_autofree char *damaged = g_build_filename (folder, "damaged.geojson", NULL);
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_auto (Program) program = { NULL };

  g_assert_true (g_file_set_contents (damaged, "{\"features\":[{", -1, NULL));
  g_assert_true (g_file_set_contents (file, "", -1, NULL));
  program_run (&program, folder, "chart", "--gallery", "pictures", "--boundaries", "damaged.geojson", NULL);
  program_assert_refused (&program, "“damaged.geojson” cannot be used as boundaries: it is damaged");
  program_run (&program, folder, "chart", "--gallery", "pictures", "--boundaries", "none.geojson", NULL);
  program_assert_refused (&program, "none.geojson");
  program_run (&program, folder, "chart", "--gallery", "pictures", "--signs", "book", NULL);
  program_assert_refused (&program, "--signs cannot be “book”; it can be: standard, yearbook");
  program_run (&program, folder, "chart", "--gallery", "file", NULL);
  program_assert_refused (&program, "file");
  g_assert_cmpuint (test_folder_count (folder), ==, 2);
  test_folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-gallery/gallery", test_gallery);
  g_test_add_func ("/chart-gallery/refused", test_refused);
  return g_test_run ();
}
