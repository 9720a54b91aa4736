/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <cairo.h>

#include "charts/chart-spec.h"
#include "dataset/dataset.h"
#include "program.h"

static void
assert_picture (const char *folder,
                const char *name,
                int         width,
                int         height)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  cairo_surface_t *picture = cairo_image_surface_create_from_png (path);

  g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
  if (width > 0)
    g_assert_cmpint (cairo_image_surface_get_width (picture), ==, width);
  if (height > 0)
    g_assert_cmpint (cairo_image_surface_get_height (picture), ==, height);
  cairo_surface_destroy (picture);
}

/* Every kind, and every kind of file. */
static void
test_kinds (void)
{
  char *folder = test_folder_make ();
  g_autofree char *dataset = atlas_dataset_dup_bundled_path ();
  g_auto (Program) program = { NULL };

  for (AtlasChartKind kind = 0; kind < ATLAS_N_CHART_KINDS; kind++)
    {
      g_autofree char *name = g_strdup_printf ("%s.png", atlas_chart_kind_to_id (kind));
      gboolean takes_two = atlas_chart_kind_get_traits (kind)->n_parts_least == 2;

      if (kind == ATLAS_CHART_CHOROPLETH)
        continue; /* It needs a file of borders. */
      program_run (&program, folder, "chart", dataset, "--indicator",
                   takes_two ? "certified_workers,exam_candidates" : "certified_workers", "--regions",
                   "640000,640300,532900,500110", "--by", "grade", "--kind",
                   atlas_chart_kind_to_id (kind), "--output", name, "--size", "640x480", NULL);
      program_assert_done (&program);
      g_assert_cmpstr (program.out, ==, "");
      assert_picture (folder, name, 640, 480);
    }
  program_run (&program, folder, "chart", dataset, "--indicator", "certified_workers", "--regions", "000000", "--kind",
               "line", "--output", "line.svg", NULL);
  program_assert_done (&program);
  program_run (&program, folder, "chart", dataset, "--indicator", "township_coverage", "--regions", "640300,532900",
               "--output", "bar.pdf", NULL);
  program_assert_done (&program);
  program_run (&program, folder, "chart", dataset, "--indicator", "population,certified_workers", "--regions",
               "640300,532900", "--panels", "indicator", "--output", "bar.png", NULL);
  program_assert_done (&program);
  g_assert_cmpuint (test_folder_count (folder), ==, ATLAS_N_CHART_KINDS - 1 + 2);
  test_folder_remove (folder);
}

/* A map has the borders of the user, or there is none. */
static void
test_boundaries (void)
{
  static const char square[] = "{\"features\":[{\"properties\":{\"adcode\":640300},\"geometry\":{\"type\":\"Polygon\","
                               "\"coordinates\":[[[106,37],[107,37],[107,38],[106,38],[106,37]]]}}]}";
  char *folder = test_folder_make ();
  g_autofree char *dataset = atlas_dataset_dup_bundled_path ();
  g_autofree char *good = g_build_filename (folder, "good.geojson", NULL);
  g_autofree char *bad = g_build_filename (folder, "bad.geojson", NULL);
  g_auto (Program) program = { NULL };

  g_assert_true (g_file_set_contents (good, square, -1, NULL));
  g_assert_true (g_file_set_contents (bad, square, 40, NULL));
  program_run (&program, folder, "chart", dataset, "--indicator", "certified_share", "--within", "640000", "--level",
               "prefecture", "--kind", "choropleth", "--boundaries", "good.geojson", "--output", "map.png", "--size",
               "400x300", NULL);
  program_assert_done (&program);
  assert_picture (folder, "map.png", 400, 300);
  program_run (&program, folder, "chart", dataset, "--indicator", "certified_share", "--regions", "640300", "--kind",
               "choropleth", "--output", "map.png", NULL);
  program_assert_refused (&program, "needs borders: name a file with --boundaries FILE.geojson");
  program_run (&program, folder, "chart", dataset, "--indicator", "certified_share", "--regions", "640300", "--kind",
               "choropleth", "--boundaries", "bad.geojson", "--output", "map.png", NULL);
  program_assert_refused (&program, "“bad.geojson” cannot be used as boundaries: it is damaged");
  program_run (&program, folder, "chart", dataset, "--indicator", "certified_share", "--regions", "640300",
               "--boundaries", "good.geojson", "--output", "map.png", NULL);
  program_assert_refused (&program, "go with --kind choropleth");
  test_folder_remove (folder);
}

/* Without a size: 720 points at two pixels each, as high as suits; with a width alone, that many pixels. */
static void
test_size (void)
{
  char *folder = test_folder_make ();
  g_autofree char *dataset = atlas_dataset_dup_bundled_path ();
  g_auto (Program) program = { NULL };

  program_run (&program, folder, "chart", dataset, "--indicator", "population", "--within", "000000", "--level",
               "province", "--output", "a.png", NULL);
  program_assert_done (&program);
  assert_picture (folder, "a.png", 1440, 0);
  program_run (&program, folder, "chart", dataset, "--indicator", "population", "--within", "000000", "--level",
               "province", "--output", "b.png", "--size", "500", NULL);
  program_assert_done (&program);
  assert_picture (folder, "b.png", 500, 0);
  test_folder_remove (folder);
}

/* Ranks go with bars, and their change with a year; a range with rows. */
static void
test_ranks (void)
{
  char *folder = test_folder_make ();
  g_autofree char *dataset = atlas_dataset_dup_bundled_path ();
  g_auto (Program) program = { NULL };

  program_run (&program, folder, "chart", dataset, "--indicator", "certified_workers", "--within", "000000", "--level",
               "province", "--year", "2023", "--rank-change", "--output", "change.svg", NULL);
  program_assert_done (&program);
  program_run (&program, folder, "chart", dataset, "--indicator", "certified_workers", "--within", "000000", "--level",
               "province", "--ranks", "--output", "ranks.svg", NULL);
  program_assert_done (&program);
  g_assert_cmpuint (test_folder_count (folder), ==, 2);
  program_run (&program, folder, "chart", dataset, "--indicator", "certified_workers", "--within", "000000", "--level",
               "province", "--rank-change", "--output", "a.svg", NULL);
  program_assert_refused (&program, "--rank-change needs --year");
  program_run (&program, folder, "chart", dataset, "--indicator", "certified_workers", "--within", "000000", "--level",
               "province", "--ranks", "--kind", "line", "--output", "a.svg", NULL);
  program_assert_refused (&program, "go with --kind bar");
  program_run (&program, folder, "chart", dataset, "--indicator", "certified_workers", "--within", "000000", "--level",
               "province", "--ranks", "--sort", "code", "--limit", "3", "--output", "a.svg", NULL);
  program_assert_refused (&program, "take it with --sort value");
  program_run (&program, folder, "chart", dataset, "--indicator", "certified_workers", "--within", "000000", "--level",
               "province", "--rows", "11-20", "--output", "rows.svg", NULL);
  program_assert_done (&program);
  program_run (&program, folder, "chart", dataset, "--indicator", "certified_workers", "--within", "000000", "--level",
               "province", "--rows", "20-11", "--output", "a.svg", NULL);
  program_assert_refused (&program, "--rows cannot be “20-11”");
  program_run (&program, folder, "chart", dataset, "--indicator", "certified_workers", "--within", "000000", "--level",
               "province", "--rows", "1-5", "--kind", "line", "--output", "a.svg", NULL);
  program_assert_refused (&program, "A chart of kind line has no rows");
  test_folder_remove (folder);
}

/* The standard signs are those of a chart that asks for none; those of yearbooks draw another picture. */
static void
test_signs (void)
{
  char *folder = test_folder_make ();
  g_autofree char *dataset = atlas_dataset_dup_bundled_path ();
  g_autofree char *plain = g_build_filename (folder, "plain.svg", NULL);
  g_autofree char *standard = g_build_filename (folder, "standard.svg", NULL);
  g_autofree char *yearbook = g_build_filename (folder, "yearbook.svg", NULL);
  g_autofree char *texts[3] = { NULL };
  g_auto (Program) program = { NULL };

  program_run (&program, folder, "chart", dataset, "--indicator", "certified_workers", "--within", "000000", "--level",
               "province", "--year", "2023", "--output", "plain.svg", NULL);
  program_assert_done (&program);
  program_run (&program, folder, "chart", dataset, "--indicator", "certified_workers", "--within", "000000", "--level",
               "province", "--year", "2023", "--signs", "standard", "--output", "standard.svg", NULL);
  program_assert_done (&program);
  program_run (&program, folder, "chart", dataset, "--indicator", "certified_workers", "--within", "000000", "--level",
               "province", "--year", "2023", "--signs", "yearbook", "--output", "yearbook.svg", NULL);
  program_assert_done (&program);
  g_assert_true (g_file_get_contents (plain, &texts[0], NULL, NULL));
  g_assert_true (g_file_get_contents (standard, &texts[1], NULL, NULL));
  g_assert_true (g_file_get_contents (yearbook, &texts[2], NULL, NULL));
  g_assert_cmpstr (texts[0], ==, texts[1]);
  g_assert_cmpstr (texts[0], !=, texts[2]);
  program_run (&program, folder, "chart", dataset, "--indicator", "certified_workers", "--regions", "640000", "--signs",
               "book", "--output", "a.svg", NULL);
  program_assert_refused (&program, "--signs cannot be “book”; it can be: standard, yearbook");
  test_folder_remove (folder);
}

static void
test_wrong_calls (void)
{
  char *folder = test_folder_make ();
  g_autofree char *dataset = atlas_dataset_dup_bundled_path ();
  g_auto (Program) program = { NULL };

  program_run (&program, folder, "chart", dataset, "--indicator", "population", "--regions", "640000", NULL);
  program_assert_refused (&program, "--output");
  program_run (&program, folder, "chart", dataset, "--indicator", "population", "--regions", "640000", "--output",
               "a.gif", NULL);
  program_assert_refused (&program, "it has to end in .png, .svg or .pdf");
  program_run (&program, folder, "chart", dataset, "--indicator", "population", "--regions", "640000", "--output",
               "a.png", "--kind", "pie", NULL);
  program_assert_refused (&program, "--kind cannot be “pie”; it can be: bar, grouped-bar, stacked-bar");
  program_run (&program, folder, "chart", dataset, "--indicator", "population,stations", "--regions", "640000", "--output",
               "a.png", NULL);
  program_assert_refused (&program, "A chart of kind bar shows no more than 1 indicator");
  program_run (&program, folder, "chart", dataset, "--indicator", "population", "--regions", "640000", "--output",
               "a.png", "--panels", "colour", NULL);
  program_assert_refused (&program, "--panels cannot be “colour”; it can be: region, year, by, indicator");
  program_run (&program, folder, "chart", dataset, "--indicator", "population", "--regions", "640000", "--output",
               "a.png", "--size", "900x", NULL);
  program_assert_refused (&program, "--size cannot be “900x”");
  program_run (&program, folder, "chart", dataset, "--indicator", "population", "--regions", "640000", "--output",
               "a.png", "--size", "90000x100", NULL);
  program_assert_refused (&program, "A chart cannot be 90000 × 100");
  program_run (&program, folder, "chart", dataset, "--indicator", "no_such", "--regions", "640000", "--output", "a.png",
               NULL);
  program_assert_refused (&program, "no_such");
  program_run (&program, folder, "chart", dataset, "--indicator", "population", "--regions", "999999", "--output",
               "a.png", NULL);
  program_assert_refused (&program, "999999");
  program_run (&program, folder, "chart", dataset, "--indicator", "population", "--regions", "640000", "--year", "1950",
               "--no-stand-in", "--output", "a.png", NULL);
  program_assert_refused (&program, "There is nothing to draw");
  program_run (&program, folder, "chart", dataset, "--indicator", "population", "--regions", "640000", "--output",
               "no/such/a.png", NULL);
  program_assert_refused (&program, "a.png” cannot be written");
  g_assert_cmpuint (test_folder_count (folder), ==, 0);
  test_folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/kinds", test_kinds);
  g_test_add_func ("/chart/boundaries", test_boundaries);
  g_test_add_func ("/chart/size", test_size);
  g_test_add_func ("/chart/ranks", test_ranks);
  g_test_add_func ("/chart/signs", test_signs);
  g_test_add_func ("/chart/wrong-calls", test_wrong_calls);
  return g_test_run ();
}
