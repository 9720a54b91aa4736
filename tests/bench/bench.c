/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* How fast the road of the data is, stretch by stretch: a new dataset, 1,000 questions, 100 charts, 100 report pages.
 * No test: prints milliseconds and rates, to be compared before and after a change on the same machine. */

#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>

#include "charts/chart-layout.h"
#include "indicators/answer.h"
#include "measure.h"
#include "reports/report-file.h"
#include "reports/report-template.h"

#define N_QUESTIONS 1000
#define N_CHARTS 100
#define N_PAGES 100

static const char *const compared[] = { "640000", "640300", "532900", "500110", NULL };

static void
bench_new (const char *path)
{
  g_autofree char *csv_dir = atlas_dataset_dup_bundled_csv_dir ();
  gint64 start = g_get_monotonic_time ();
  GError *error = NULL;

  atlas_dataset_create (path, csv_dir, TRUE, &error);
  measure_fail_on (error);
  measure_print_rate ("new dataset", 1, start);
}

/* The N-th of a mix: every indicator in turn, of one region, of four, of all provinces, or broken down. */
static AtlasQuestion *
make_question (AtlasCatalogue *catalogue,
               guint           n)
{
  guint n_indicators = atlas_catalogue_get_n_indicators (catalogue);
  const AtlasIndicator *indicator = atlas_catalogue_get_nth_indicator (catalogue, n % n_indicators);
  const char *one[] = { compared[n % 4], NULL };
  AtlasQuestion *question = atlas_question_new (indicator->indicator_id);

  question->stand_in = TRUE;
  switch ((n / n_indicators) % 4)
    {
    case 0:
      atlas_question_set_regions (question, one);
      break;
    case 1:
      atlas_question_set_regions (question, compared);
      break;
    case 2:
      atlas_question_set_within (question, "000000", ATLAS_REGION_LEVEL_PROVINCE);
      break;
    default:
      atlas_question_set_regions (question, compared);
      if (indicator->dimensions != NULL && indicator->dimensions[0] != NULL)
        atlas_question_set_by (question, indicator->dimensions[0]);
      break;
    }
  return question;
}

static void
bench_questions (AtlasDataset   *dataset,
                 AtlasCatalogue *catalogue)
{
  g_autoptr (GPtrArray) questions = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_question_free);
  gint64 start;

  for (guint n = 0; n < N_QUESTIONS; n++)
    g_ptr_array_add (questions, make_question (catalogue, n));
  start = g_get_monotonic_time ();
  for (guint n = 0; n < N_QUESTIONS; n++)
    {
      GError *error = NULL;
      g_autoptr (AtlasTable) table = atlas_answer (dataset, catalogue, questions->pdata[n], &error);

      measure_fail_on (error);
    }
  measure_print_rate ("questions", N_QUESTIONS, start);
}

static void
draw_chart (AtlasTable *table,
            cairo_t    *cr)
{
  const AtlasChartStyle *style = atlas_chart_style_light ();
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);
  double height = atlas_chart_measure_height (spec, style, 640);
  g_autoptr (AtlasChartLayout) layout = atlas_chart_layout_new (spec, style, 640, height);

  atlas_chart_layout_draw (layout, cr);
}

/* Layout and drawing of bars of all provinces and of four regions, at the size of a card in the window. */
static void
bench_charts (AtlasDataset   *dataset,
              AtlasCatalogue *catalogue)
{
  g_autoptr (AtlasQuestion) few = atlas_question_new ("certified_workers");
  g_autoptr (AtlasQuestion) many = atlas_question_copy (few);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 640, 1200);
  cairo_t *cr = cairo_create (surface);
  AtlasTable *tables[2];
  GError *error = NULL;
  gint64 start;

  few->stand_in = many->stand_in = TRUE;
  atlas_question_set_regions (few, compared);
  atlas_question_set_within (many, "000000", ATLAS_REGION_LEVEL_PROVINCE);
  tables[0] = atlas_answer (dataset, catalogue, few, &error);
  measure_fail_on (error);
  tables[1] = atlas_answer (dataset, catalogue, many, &error);
  measure_fail_on (error);

  start = g_get_monotonic_time ();
  for (guint n = 0; n < N_CHARTS; n++)
    draw_chart (tables[n % 2], cr);
  measure_print_rate ("charts", N_CHARTS, start);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    atlas_table_unref (tables[i]);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Asks, lays out and writes one comparison; returns its pages. */
static guint
write_report (AtlasDataset   *dataset,
              AtlasCatalogue *catalogue,
              const char     *path)
{
  AtlasReportRequest request = { "comparison", compared, 0 };
  GError *error = NULL;
  AtlasReport *report = atlas_report_build (dataset, catalogue, &request, &error);
  g_autoptr (AtlasReportPages) pages = NULL;

  measure_fail_on (error);
  pages = atlas_report_pages_new (report);
  atlas_report_save_pdf (pages, "", path, &error);
  measure_fail_on (error);
  return atlas_report_pages_get_n_pages (pages);
}

static void
bench_pages (AtlasDataset   *dataset,
             AtlasCatalogue *catalogue,
             const char     *path)
{
  gint64 start = g_get_monotonic_time ();
  guint n_pages = 0;

  while (n_pages < N_PAGES)
    n_pages += write_report (dataset, catalogue, path);
  measure_print_rate ("report pages", n_pages, start);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-bench-XXXXXX", NULL);
  g_autofree char *dataset_path = g_build_filename (folder, "bench.atlas", NULL);
  g_autofree char *report_path = g_build_filename (folder, "bench.pdf", NULL);
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (AtlasCatalogue) catalogue = NULL;
  GError *error = NULL;

  setlocale (LC_ALL, "C.UTF-8");
  bench_new (dataset_path);
  dataset = atlas_dataset_open (dataset_path, ATLAS_DATASET_READ_ONLY, &error);
  measure_fail_on (error);
  catalogue = atlas_catalogue_new (dataset, &error);
  measure_fail_on (error);
  bench_questions (dataset, catalogue);
  bench_charts (dataset, catalogue);
  bench_pages (dataset, catalogue, report_path);

  g_remove (report_path);
  g_remove (dataset_path);
  g_rmdir (folder);
  return 0;
}
