/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* How long a report of many charts and long tables takes: laid out, and written as PDF.
 *
 *     report              # times in milliseconds of processor time, and pages a second
 *     report FILE.pdf     # one file, for the time and memory of a cold process
 *     report FILE.pdf N   # one of N pages */

#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>

#include "indicators/answer.h"
#include "measure.h"
#include "report-pages-sample.h"
#include "reports/report-file.h"

#define N_TIMES 5

static AtlasDataset *dataset;
static AtlasCatalogue *catalogue;

static AtlasTable *
ask (void)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new ("certified_workers");
  const char *const regions[] = { "110000", "310000", "320000", "330000", "370000", "440000", "610000", "640000", NULL };
  GError *error = NULL;
  AtlasTable *table;

  question->stand_in = TRUE;
  atlas_question_set_regions (question, regions);
  table = atlas_answer (dataset, catalogue, question, &error);
  measure_fail_on (error);
  return table;
}

static void
add_table (AtlasReport *report,
           guint        n)
{
  AtlasReportTable *table = atlas_report_table_new (PAGE_TABLE_TITLE, PAGE_UNIT);

  for (guint c = 0; c < PAGE_N_COLUMNS; c++)
    atlas_report_table_add_column (table, page_sample_get_header (c), c > 0);
  for (guint r = 0; r < PAGE_N_ROWS; r++)
    {
      atlas_report_table_add_row (table);
      for (guint c = 0; c < PAGE_N_COLUMNS; c++)
        {
          g_autofree char *cell = page_sample_dup_cell (n, r, c);

          atlas_report_table_add_cell (table, cell);
        }
    }
  table->note = g_strdup (PAGE_NOTE);
  atlas_report_add_table (report, table);
}

/* Of two pages for each part. */
static AtlasReport *
make_report (AtlasTable *answer,
             guint       n_parts)
{
  AtlasReport *report = atlas_report_new ("各地社会工作情况");

  for (guint n = 0; n < n_parts; n++)
    {
      atlas_report_add_chart (report, atlas_chart_spec_new (ATLAS_CHART_BAR, answer));
      add_table (report, n);
      atlas_report_add (report, atlas_block_new (ATLAS_BLOCK_PAGE_BREAK, NULL));
    }
  return report;
}

static guint
write_report (AtlasTable *answer,
              guint       n_parts,
              const char *path,
              double     *out_laid_out)
{
  double start = measure_get_processor ();
  g_autoptr (AtlasReportPages) pages = atlas_report_pages_new (make_report (answer, n_parts));
  GError *error = NULL;

  *out_laid_out = measure_get_processor () - start;
  atlas_report_save_pdf (pages, "", path, &error);
  measure_fail_on (error);
  return atlas_report_pages_get_n_pages (pages);
}

/* N_PAGES (nullable): how many, in digits. */
static void
write_one (AtlasTable *answer,
           const char *path,
           const char *n_pages)
{
  guint n = n_pages != NULL ? (guint) g_ascii_strtoull (n_pages, NULL, 10) : 2 * PAGE_N_PARTS;
  double laid_out;

  g_print ("%u pages\n", write_report (answer, MAX (n / 2, 1), path, &laid_out));
  measure_print_usage ();
}

static void
print_times (AtlasTable *answer,
             const char *path)
{
  double laid_out[N_TIMES], whole[N_TIMES];
  guint n_pages = 0;

  for (guint i = 0; i < N_TIMES; i++)
    {
      double start = measure_get_processor ();

      n_pages = write_report (answer, PAGE_N_PARTS, path, &laid_out[i]);
      whole[i] = measure_get_processor () - start;
    }
  measure_print_spread ("laid out", laid_out, N_TIMES);
  measure_print_spread ("whole", whole, N_TIMES);
  g_print ("%u pages, %.0f a second\n", n_pages, n_pages * 1000.0 / whole[N_TIMES / 2]);
  measure_print_usage ();
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-bench-XXXXXX", NULL);
  g_autofree char *dataset_path = g_build_filename (folder, "bench.atlas", NULL);
  g_autofree char *report_path = g_build_filename (folder, "bench.pdf", NULL);
  g_autofree char *csv_dir = atlas_dataset_dup_bundled_csv_dir ();
  g_autoptr (AtlasTable) answer = NULL;
  GError *error = NULL;

  setlocale (LC_ALL, "C.UTF-8");
  atlas_dataset_create (dataset_path, csv_dir, TRUE, &error);
  measure_fail_on (error);
  dataset = atlas_dataset_open (dataset_path, ATLAS_DATASET_READ_ONLY, &error);
  measure_fail_on (error);
  catalogue = atlas_catalogue_new (dataset, &error);
  measure_fail_on (error);
  answer = ask ();
  if (argc > 1)
    write_one (answer, argv[1], argc > 2 ? argv[2] : NULL);
  else
    print_times (answer, report_path);
  atlas_catalogue_unref (catalogue);
  g_object_unref (dataset);
  g_remove (report_path);
  g_remove (dataset_path);
  g_rmdir (folder);
  return 0;
}
