/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* How long the preview of a report takes, from the question to pages that can be shown, in an open dataset:
 *
 *     preview FILE.atlas REGION…     # each template that takes one region, for each of them
 *
 * Milliseconds of processor time, the median of the repetitions. */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "measure.h"
#include "reports/files/report-sheets.h"
#include "reports/report-template.h"

#define N_TIMES 5

typedef struct {
  double answered[N_TIMES];
  double laid_out[N_TIMES];
  double shown[N_TIMES];
  guint n_pages;
} Times;

static double
measure_since (double *start)
{
  double before = *start;

  *start = measure_get_processor ();
  return *start - before;
}

/* FALSE: there is nothing to report on. */
static gboolean
preview (AtlasDataset             *dataset,
         AtlasCatalogue           *catalogue,
         const AtlasReportRequest *request,
         guint                     n,
         Times                    *times)
{
  double start = measure_get_processor ();
  AtlasReport *report = atlas_report_build (dataset, catalogue, request, NULL);
  g_autoptr (AtlasReportPages) pages = NULL;
  AtlasReportSheets *sheets;

  if (report == NULL)
    return FALSE;
  times->answered[n] = measure_since (&start);
  pages = atlas_report_pages_new_styled (report, request->style);
  times->n_pages = atlas_report_pages_get_n_pages (pages);
  times->laid_out[n] = measure_since (&start);
  sheets = atlas_report_sheets_new (g_steal_pointer (&pages));
  times->shown[n] = measure_since (&start);
  atlas_report_sheets_unref (sheets);
  return TRUE;
}

static int
compare_times (const void *a,
               const void *b)
{
  const double *one = a, *other = b;

  return (*one > *other) - (*one < *other);
}

static double
get_median (double *times)
{
  qsort (times, N_TIMES, sizeof *times, compare_times);
  return times[N_TIMES / 2];
}

static void
print_template (AtlasDataset   *dataset,
                AtlasCatalogue *catalogue,
                const char     *template_name,
                const char     *region)
{
  const char *const regions[] = { region, NULL };
  AtlasReportRequest request = { .template_name = template_name, .regions = regions,
                                 .style = atlas_report_style_find ("plain") };
  Times times;

  for (guint i = 0; i < N_TIMES; i++)
    if (!preview (dataset, catalogue, &request, i, &times))
      return;
  g_print ("%-12s %-8s %4u pages  answered %8.1f  laid out %8.1f  drawn %8.1f ms\n", template_name, region, times.n_pages,
           get_median (times.answered), get_median (times.laid_out), get_median (times.shown));
}

int
main (int   argc,
      char *argv[])
{
  static const char *const templates[] = { "brief", "coverage", "personnel", "funding", "yearbook" };
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (AtlasCatalogue) catalogue = NULL;
  GError *error = NULL;

  setlocale (LC_ALL, "C.UTF-8");
  if (argc < 3)
    measure_fail ("preview", "FILE.atlas REGION…");
  dataset = atlas_dataset_open (argv[1], ATLAS_DATASET_READ_ONLY, &error);
  measure_fail_on (error);
  catalogue = atlas_catalogue_new (dataset, &error);
  measure_fail_on (error);
  for (int i = 2; i < argc; i++)
    for (guint t = 0; t < G_N_ELEMENTS (templates); t++)
      print_template (dataset, catalogue, templates[t], argv[i]);
  return 0;
}
