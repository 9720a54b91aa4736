/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "many-charts.h"

#include <libintl.h>

#include "indicators/bundled.h"

#define N_RANDOM 150

/* WITHIN with a level, or REGIONS; OTHER (nullable): the indicator that it is joined with. */
typedef struct {
  const char *indicator;
  const char *other;
  const char *regions;
  const char *within;
  AtlasRegionLevel level;
  const char *by;
  int first_year, last_year;
} Asked;

static const Asked asked[] = {
  { .indicator = "certified_workers", .within = "000000", .level = ATLAS_REGION_LEVEL_PROVINCE },
  { .indicator = "certified_workers", .regions = "640000,640300,532900,500110", .first_year = 2023, .last_year = 2023 },
  { .indicator = "certified_workers", .regions = "640000,640300,532900,500110", .by = "grade" },
  { .indicator = "township_coverage", .regions = "640000,640300,532900,500110" },
  { .indicator = "funding", .regions = "640000,640300,532900,500110", .by = "purpose" },
  { .indicator = "certified_per_10k", .within = "000000", .level = ATLAS_REGION_LEVEL_PROVINCE },
  { .indicator = "exam_candidates", .regions = "640300", .by = "stage", .first_year = 2023, .last_year = 2023 },
  { .indicator = "certified_workers", .regions = "000000", .first_year = 2008, .last_year = 2024 },
  { .indicator = "certified_workers", .regions = "320000,350000,310000,330000", .first_year = 2015, .last_year = 2023 },
  { .indicator = "certified_workers", .regions = "320000,450000,350000,460000", .first_year = 2020, .last_year = 2023 },
  { .indicator = "township_coverage", .other = "coverage_rate", .regions = "640000,640300,532900,500110" },
  { .indicator = "population", .other = "certified_workers", .within = "000000", .level = ATLAS_REGION_LEVEL_PROVINCE },
  { .indicator = "certified_per_10k", .other = "township_coverage", .within = "000000",
    .level = ATLAS_REGION_LEVEL_PROVINCE },
};

static AtlasTable *
ask_one (const Asked *what,
         const char  *indicator)
{
  AtlasQuestion *question = atlas_question_new (indicator);
  g_auto (GStrv) codes = what->regions != NULL ? g_strsplit (what->regions, ",", -1) : NULL;

  question->stand_in = TRUE;
  if (codes != NULL)
    atlas_question_set_regions (question, (const char *const *) codes);
  else
    atlas_question_set_within (question, what->within, what->level);
  atlas_question_set_by (question, what->by);
  atlas_question_set_years (question, what->first_year, what->last_year);
  return bundled_answer (question);
}

static AtlasTable *
ask (const Asked *what)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);

  if (what->other == NULL)
    return ask_one (what, what->indicator);
  g_ptr_array_add (parts, ask_one (what, what->indicator));
  g_ptr_array_add (parts, ask_one (what, what->other));
  return atlas_table_join (parts);
}

static gboolean
suits (const AtlasChartTraits *traits,
       const Asked            *what)
{
  guint n_parts = what->other != NULL ? 2 : 1;
  int n_years = what->last_year - what->first_year;

  if (n_parts < traits->n_parts_least || n_parts > traits->n_parts_most || traits->is_over_time != (n_years > 0))
    return traits->is_paired && n_parts == 1 && n_years == 3;
  /* Only shares of one population share an axis. */
  if (n_parts == 2 && traits->has_one_axis && g_strcmp0 (what->other, "coverage_rate") != 0)
    return FALSE;
  if (traits->is_staged || g_strcmp0 (what->by, "stage") == 0)
    return traits->is_staged == (g_strcmp0 (what->by, "stage") == 0);
  return !traits->is_paired || n_parts == 2;
}

static void
check_one (AtlasChartSpec        *spec,
           const AtlasChartStyle *style,
           double                 width,
           CheckChart             check)
{
  Chart chart = { spec, atlas_chart_kind_get_traits (spec->kind), style };

  chart.layout = atlas_chart_layout_new (spec, style, width, 0.0);
  chart.shapes = sample_list_shapes (chart.layout);
  g_test_message ("%s, %g points, %s", chart.traits->id, width, style->name);
  check (&chart);
  g_ptr_array_unref (chart.shapes);
  atlas_chart_layout_free (chart.layout);
}

static guint
check_kind (AtlasChartKind kind,
            CheckChart     check)
{
  static const double widths[] = { 320.0, 720.0 };
  guint n_charts = 0;

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autoptr (AtlasTable) table = NULL;
      g_autoptr (AtlasChartSpec) spec = NULL;

      if (!suits (atlas_chart_kind_get_traits (kind), &asked[i]))
        continue;
      table = ask (&asked[i]);
      spec = sample_spec (kind, table);
      for (guint k = 0; k < G_N_ELEMENTS (widths); k++, n_charts++)
        check_one (spec, atlas_chart_style_light (), widths[k], check);
    }
  return n_charts;
}

static void
set_language (const char *language)
{
  g_setenv ("LANGUAGE", language, TRUE);
  textdomain (GETTEXT_PACKAGE);
}

void
check_real_charts (CheckChart check)
{
  static const char *const languages[] = { "zh_CN", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      set_language (languages[i]);
      for (AtlasChartKind kind = 0; kind < ATLAS_N_CHART_KINDS; kind++)
        g_assert_cmpuint (check_kind (kind, check), >, 0);
    }
}

void
check_random_charts (CheckChart check)
{
  for (guint i = 0; i < N_RANDOM; i++)
    {
      AtlasChartKind kind = (AtlasChartKind) (i % ATLAS_N_CHART_KINDS);
      g_autoptr (AtlasTable) table = sample_for (kind, (guint) g_test_rand_int_range (1, 40));
      g_autoptr (AtlasChartSpec) spec = sample_spec (kind, table);

      check_one (spec, g_test_rand_bit () ? atlas_chart_style_light () : atlas_chart_style_print (),
                 g_test_rand_double_range (300.0, 1000.0), check);
    }
}
