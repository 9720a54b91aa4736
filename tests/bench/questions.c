/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

/* How fast charts are answered from registers: the questions behind charts of the country, of provinces and of counties,
 * each many times in processor time, and what it takes to count all registers anew. */

#include "config.h"

#include <locale.h>

#include "dataset/registers/rollup.h"
#include "indicators/answer.h"
#include "measure.h"

#define N_TIMES 51

/* A question: of REGION, or of all divisions of LEVEL in it. */
typedef struct {
  const char *name;
  const char *indicator;
  const char *region;
  int level; /* −1: the region itself */
  const char *by;
  int n_years; /* up to the last; 0: without a year */
} Chart;

static const Chart charts[] = {
  { "31 provinces by grade", "certified_workers", "000000", ATLAS_REGION_LEVEL_PROVINCE, "grade", 1 },
  { "31 provinces, 10 years", "certified_workers", "000000", ATLAS_REGION_LEVEL_PROVINCE, NULL, 10 },
  { "31 provinces, per 10,000", "certified_per_10k", "000000", ATLAS_REGION_LEVEL_PROVINCE, NULL, 1 },
  { "31 provinces, coverage", "township_coverage", "000000", ATLAS_REGION_LEVEL_PROVINCE, NULL, 1 },
  { "31 provinces, by source", "funding", "000000", ATLAS_REGION_LEVEL_PROVINCE, "source", 1 },
  { "31 provinces, per station", "funding_per_station", "000000", ATLAS_REGION_LEVEL_PROVINCE, NULL, 1 },
  { "22 counties by grade", "certified_workers", "640000", ATLAS_REGION_LEVEL_COUNTY, "grade", 1 },
  { "22 counties, coverage", "township_coverage", "640000", ATLAS_REGION_LEVEL_COUNTY, NULL, 1 },
  { "22 counties by purpose", "funding", "640000", ATLAS_REGION_LEVEL_COUNTY, "purpose", 1 },
  { "22 counties, latest", "household_visits", "640000", ATLAS_REGION_LEVEL_COUNTY, NULL, 0 },
  { "nation by source, 10 years", "funding", "000000", -1, "source", 10 },
  { "nation by grade, 10 years", "certified_workers", "000000", -1, "grade", 10 },
  { "county's townships", "certified_workers", "110108", ATLAS_REGION_LEVEL_TOWNSHIP, NULL, 1 },
  { "all counties", "certified_workers", "000000", ATLAS_REGION_LEVEL_COUNTY, NULL, 1 },
  { "all townships", "certified_workers", "000000", ATLAS_REGION_LEVEL_TOWNSHIP, NULL, 1 },
  { "all townships, money", "funding", "000000", ATLAS_REGION_LEVEL_TOWNSHIP, NULL, 1 },
};

static AtlasQuestion *
make_question (const Chart *chart,
               int          last_year)
{
  AtlasQuestion *question = atlas_question_new (chart->indicator);

  if (chart->level < 0)
    atlas_question_set_regions (question, (const char *const[]) { chart->region, NULL });
  else
    atlas_question_set_within (question, chart->region, (AtlasRegionLevel) chart->level);
  atlas_question_set_by (question, chart->by);
  if (chart->n_years > 0)
    atlas_question_set_years (question, last_year + 1 - chart->n_years, last_year);
  return question;
}

static void
measure_chart (AtlasDataset   *dataset,
               AtlasCatalogue *catalogue,
               const Chart    *chart,
               int             last_year)
{
  g_autoptr (AtlasQuestion) question = make_question (chart, last_year);
  double times[N_TIMES];

  for (guint i = 0; i < N_TIMES; i++)
    {
      double start = measure_get_processor ();
      GError *error = NULL;
      g_autoptr (AtlasTable) table = atlas_answer (dataset, catalogue, question, &error);

      times[i] = measure_get_processor () - start;
      measure_fail_on (error);
    }
  measure_print_spread (chart->name, times, N_TIMES);
}

/* In a transaction that is taken back. */
static void
measure_rebuild (const char      *path,
                 AtlasRegionTree *regions)
{
  gint64 start;
  GError *error = NULL;
  sqlite3 *db;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    measure_fail (path, sqlite3_errmsg (db));
  atlas_sqlite_run (db, "BEGIN", &error);
  start = g_get_monotonic_time ();
  if (error == NULL)
    atlas_rollups_rebuild (db, regions, &error);
  measure_fail_on (error);
  measure_print_rate ("counting anew", 1, start);
  atlas_sqlite_run (db, "ROLLBACK", NULL);
  sqlite3_close (db);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (AtlasCatalogue) catalogue = NULL;
  GError *error = NULL;
  gint64 start;

  setlocale (LC_ALL, "C.UTF-8");
  if (argc != 3)
    measure_fail ("usage", "questions FILE.atlas LAST-YEAR");
  dataset = atlas_dataset_open (argv[1], ATLAS_DATASET_READ_ONLY, &error);
  measure_fail_on (error);
  start = g_get_monotonic_time ();
  catalogue = atlas_catalogue_new (dataset, &error);
  measure_fail_on (error);
  measure_print_rate ("catalogue", 1, start);
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    measure_chart (dataset, catalogue, &charts[i], atoi (argv[2]));
  measure_rebuild (argv[1], atlas_dataset_get_regions (dataset));
  measure_print_usage ();
  return 0;
}
