/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "indicators/number-format.h"
#include "reports/report-file.h"
#include "reports/sentences.h"
#include "reports/table-notes.h"
#include "reports/template-private.h"
#include "reports/templates/comparison-table.h"
#include "reports/templates/comparison-words.h"
#include "reports/templates/division-table.h"

/* The answers that the sections are made of. */
typedef struct {
  AtlasReportBuilder *builder;
  const AtlasRegion *reference;
  AtlasTable *certified;
  AtlasTable *professionals;
  AtlasTable *share;
  AtlasTable *grades;
  AtlasTable *upper_grades;
  AtlasTable *per_10k;
  AtlasTable *stations; /* township stations */
  AtlasTable *tiers;
  AtlasTable *coverage;
  AtlasTable *organisations;
  AtlasTable *funding;
  AtlasTable *purposes;
  AtlasTable *building_per_station;
} Comparison;

static gboolean
ask_all (Comparison  *self,
         GError     **error)
{
  const AtlasReportQuestion questions[] = {
    { &self->certified, "certified_workers", NULL },
    { &self->professionals, "social_workers", NULL },
    { &self->share, "certified_share", NULL },
    { &self->grades, "certified_workers", "grade" },
    { &self->upper_grades, "senior_and_intermediate_share", NULL },
    { &self->per_10k, "certified_per_10k", NULL },
    { &self->stations, "stations", NULL },
    { &self->tiers, "stations", "tier" },
    { &self->coverage, "township_coverage", NULL },
    { &self->organisations, "social_work_orgs", NULL },
    { &self->funding, "funding", NULL },
    { &self->purposes, "funding", "purpose" },
    { &self->building_per_station, "station_building_per_station", NULL },
  };

  return atlas_report_builder_ask_all (self->builder, questions, G_N_ELEMENTS (questions), error);
}

static void
clear (gpointer state)
{
  Comparison *self = state;
  AtlasTable **tables[] = {
    &self->certified, &self->professionals, &self->share, &self->grades, &self->upper_grades, &self->per_10k,
    &self->stations, &self->tiers, &self->coverage, &self->organisations, &self->funding, &self->purposes,
    &self->building_per_station,
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_clear_pointer (tables[i], atlas_table_unref);
}

static const AtlasObservation *
find (AtlasTable        *table,
      const AtlasRegion *region)
{
  return atlas_table_find (table, region->code, 0, NULL);
}

static const AtlasRegion *
nth_region (Comparison *self,
            guint       n)
{
  return g_ptr_array_index (self->builder->regions, n);
}

static const char *
name_of (Comparison        *self,
         const AtlasRegion *region)
{
  return atlas_report_builder_get_name (self->builder, region);
}

static char *
dup_title (Comparison *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < self->builder->regions->len; i++)
    g_ptr_array_add (names, (gpointer) name_of (self, nth_region (self, i)));
  list = atlas_sentence_list (names);
  /* Translators: the title of a report on several regions; the newline is where it is best broken */
  return g_strdup_printf (_("Social work compared:\n%s"), list);
}

/* The period that stands in the sentence before that on REGION, "-" before the first: it is not said again. */
static const char *
find_told_period (Comparison        *self,
                  AtlasTable        *table,
                  const AtlasRegion *region)
{
  const char *told = "-";

  for (guint i = 0; nth_region (self, i) != region; i++)
    {
      const AtlasObservation *observation = find (table, nth_region (self, i));

      if (!atlas_observation_is_missing (observation))
        told = observation->period;
    }
  return told;
}

/* "吴忠市持证社工753人（2023年）": with its period where that is not the one told last. */
static char *
make_level (Comparison             *self,
            const AtlasObservation *observation,
            AtlasTable             *table)
{
  g_autofree char *level =
    atlas_clause_level (self->builder->catalogue, observation, name_of (self, observation->region));

  return level != NULL ? atlas_clause_dated (level, observation, find_told_period (self, table, observation->region)) : NULL;
}

/* One sentence a region: MORE clauses add what ALSO (nullable) says beyond the level. */
static void
append_region (Comparison             *self,
               GString                *text,
               AtlasTable             *table,
               const AtlasRegion      *region,
               const char *const      *more,
               guint                   n_more,
               const AtlasObservation *also)
{
  const AtlasObservation *observation = find (table, region);
  g_autofree char *level = make_level (self, observation, table);
  g_autofree char *citation = NULL;
  g_autofree char *sentence = NULL;
  const char *clauses[4] = { level };

  if (level == NULL)
    return;
  for (guint i = 0; i < n_more && i + 1 < G_N_ELEMENTS (clauses); i++)
    clauses[i + 1] = more[i];
  citation = atlas_report_builder_cite_several (
    self->builder, (const AtlasObservation *const[]) { observation, also }, 2);
  sentence = atlas_sentence_make (clauses, G_N_ELEMENTS (clauses), citation);
  atlas_sentence_append (text, sentence);
}

static void
append_levels (Comparison *self,
               GString    *text,
               AtlasTable *table)
{
  for (guint i = 0; i < self->builder->regions->len; i++)
    append_region (self, text, table, nth_region (self, i), NULL, 0, NULL);
}

static void
append_missing (Comparison *self,
                GString    *text,
                AtlasTable *table)
{
  g_autofree char *sentence = atlas_sentence_missing (table, self->builder->names);

  atlas_sentence_append (text, sentence);
}

static void
append_certified (Comparison        *self,
                  GString           *text,
                  const AtlasRegion *region)
{
  const AtlasObservation *share = find (self->share, region);
  const AtlasObservation *reference = find (self->share, self->reference);
  gboolean first = region == self->reference;
  g_autofree char *part =
    atlas_clause_part_of (self->builder->catalogue, find (self->certified, region),
                          find (self->certified, self->reference), name_of (self, self->reference));
  g_autofree char *said = first ? atlas_clause_share (share) : atlas_clause_rate (share);
  g_autofree char *period = atlas_clause_period (share, find (self->certified, region)->period);
  g_autofree char *rate = said != NULL ? g_strconcat (said, period, NULL) : NULL;
  g_autofree char *difference = atlas_clause_difference (share, reference, name_of (self, self->reference));
  const char *clauses[] = { part, rate, difference };

  append_region (self, text, self->certified, region, clauses, G_N_ELEMENTS (clauses),
                 rate != NULL ? share : NULL);
}

static void
add_findings (AtlasReportBuilder  *builder,
              gpointer             state,
              GError             **error)
{
  Comparison *self = state;
  AtlasTable *tables[] = { self->certified, self->share, self->per_10k, self->coverage, self->funding };
  guint n_tables = atlas_division_are_counted (self->funding) ? G_N_ELEMENTS (tables) : G_N_ELEMENTS (tables) - 1;
  gboolean headed = FALSE;

  for (guint i = 0; i < n_tables; i++)
    {
      g_autofree char *ranking = atlas_sentence_ranking (tables[i], builder->names);

      if (ranking == NULL)
        continue;
      if (!headed)
        atlas_report_add_heading (builder->report, 1, _("Main findings"));
      headed = TRUE;
      atlas_report_add_paragraph (builder->report, ranking);
    }
}

/* A chart says more than a sentence only where there are two regions to compare. */
static gboolean
deserves_chart (AtlasTable *table)
{
  return atlas_report_builder_count_regions (table) >= 2;
}

static void
add_chart (Comparison     *self,
           AtlasChartKind  kind,
           AtlasTable     *table,
           const char     *title)
{
  if (deserves_chart (table))
    atlas_report_add_chart (self->builder->report,
                            atlas_report_builder_chart (self->builder, kind, table, title));
}

static void
add_share_chart (Comparison *self)
{
  const AtlasObservation *reference = find (self->share, self->reference);
  AtlasChartSpec *chart;

  if (!deserves_chart (self->share))
    return;
  chart = atlas_report_builder_chart (self->builder, ATLAS_CHART_BAR, self->share, NULL);
  if (!atlas_observation_is_missing (reference))
    atlas_chart_spec_set_reference (chart, reference->value, name_of (self, self->reference));
  atlas_report_add_chart (self->builder->report, chart);
}

/* The period of the grades of REGION, or TOLD where none is known. */
static const char *
find_grade_period (Comparison        *self,
                   const AtlasRegion *region,
                   const char        *told)
{
  for (guint i = 0; i < atlas_table_get_n_rows (self->grades); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (self->grades, i);

      if (row->region == region && !atlas_observation_is_missing (row))
        return row->period;
    }
  return told;
}

static void
add_grades (Comparison *self)
{
  gboolean charted = atlas_report_builder_count_complete (self->grades) >= 2;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *shares = charted ? atlas_comparison_list (self->builder, self->upper_grades) : NULL;
  const char *told = "-";

  for (guint i = 0; shares == NULL && i < self->builder->regions->len; i++)
    {
      const AtlasRegion *region = nth_region (self, i);
      g_autofree char *parts = atlas_clause_parts (self->grades, region, told);
      g_autofree char *citation = atlas_report_builder_cite_region (self->builder, self->grades, region);
      g_autofree char *clause =
        parts != NULL ? g_strdup_printf (_("In %1$s there are %2$s"), name_of (self, region), parts) : NULL;
      const char *clauses[] = { clause };
      g_autofree char *sentence = atlas_sentence_make (clauses, 1, citation);

      atlas_sentence_append (text, sentence);
      told = find_grade_period (self, region, told);
    }
  atlas_sentence_append (text, shares);
  if (text->len == 0)
    {
      atlas_report_builder_add_gap (self->builder, _("grades of certified social workers"));
      return;
    }
  append_missing (self, text, self->grades);
  atlas_report_builder_add_paragraph (self->builder, text, charted, 0);
  if (charted)
    add_chart (self, ATLAS_CHART_PERCENT_BAR, self->grades, _("Certified social workers by grade"));
}

static void
add_per_10k (Comparison *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *list = NULL;

  if (!deserves_chart (self->per_10k))
    return;
  list = atlas_comparison_list (self->builder, self->per_10k);
  if (list == NULL)
    append_levels (self, text, self->per_10k);
  atlas_sentence_append (text, list);
  append_missing (self, text, self->per_10k);
  atlas_report_builder_add_paragraph (self->builder, text, 1, 0);
  add_chart (self, ATLAS_CHART_BAR, self->per_10k, NULL);
}

static void
add_certified_section (AtlasReportBuilder  *builder,
                       gpointer             state,
                       GError             **error)
{
  Comparison *self = state;
  g_autoptr (GString) text = g_string_new (NULL);

  if (atlas_report_builder_count_regions (self->certified) == 0)
    {
      atlas_report_builder_add_gap (builder, _("certified social workers"));
      return;
    }
  atlas_report_add_heading (builder->report, 1, _("Certified social workers"));
  for (guint i = 0; i < builder->regions->len; i++)
    append_certified (self, text, nth_region (self, i));
  append_missing (self, text, self->share);
  atlas_report_builder_add_paragraph (builder, text,
                                      deserves_chart (self->certified) + deserves_chart (self->share), 0);
  add_chart (self, ATLAS_CHART_BAR, self->certified, NULL);
  add_share_chart (self);
  add_grades (self);
  add_per_10k (self);
}

static void
add_coverage_chart (Comparison *self)
{
  AtlasChartSpec *chart;

  if (!deserves_chart (self->coverage))
    return;
  chart = atlas_report_builder_chart (self->builder, ATLAS_CHART_BAR, self->coverage, NULL);
  chart->show_fraction = TRUE;
  atlas_chart_spec_set_reference (chart, 100, "100%");
  atlas_report_add_chart (self->builder->report, chart);
}

static void
add_station_section (AtlasReportBuilder  *builder,
                     gpointer             state,
                     GError             **error)
{
  Comparison *self = state;
  g_autoptr (GString) text = g_string_new (NULL);

  if (atlas_report_builder_count_regions (self->tiers) == 0)
    {
      atlas_report_builder_add_gap (builder, _("stations"));
      return;
    }
  atlas_report_add_heading (builder->report, 1, _("Stations and coverage"));
  append_levels (self, text, self->coverage);
  append_missing (self, text, self->coverage);
  atlas_report_builder_add_paragraph (builder, text, deserves_chart (self->coverage), 1);
  add_coverage_chart (self);
  atlas_report_add_table (
    builder->report,
    atlas_comparison_table_break_down (builder, self->tiers, _("Stations by tier"), _("Tier")));
}

static void
add_organisation_section (AtlasReportBuilder  *builder,
                          gpointer             state,
                          GError             **error)
{
  Comparison *self = state;
  g_autoptr (GString) text = g_string_new (NULL);

  if (atlas_report_builder_count_regions (self->organisations) == 0)
    {
      atlas_report_builder_add_gap (builder, _("social work service organisations"));
      return;
    }
  atlas_report_add_heading (builder->report, 1, _("Social work service organisations"));
  append_levels (self, text, self->organisations);
  append_missing (self, text, self->organisations);
  atlas_report_builder_add_paragraph (builder, text, deserves_chart (self->organisations), 0);
  add_chart (self, ATLAS_CHART_BAR, self->organisations, NULL);
}

/* The parts of a total stand in the table below; those that make no total, or are of other periods, are told.
 * FALSE where there is nothing to say. */
static gboolean
append_funding (Comparison        *self,
                GString           *text,
                const AtlasRegion *region)
{
  if (atlas_comparison_tells_total (find (self->funding, region), self->purposes))
    {
      append_region (self, text, self->funding, region, NULL, 0, NULL);
      return TRUE;
    }
  g_autofree char *citation =
    atlas_report_builder_cite_funding (self->builder, find (self->funding, region), self->purposes);
  g_autofree char *sentence = atlas_sentence_funding (self->builder->catalogue, find (self->funding, region),
                                                      self->purposes, name_of (self, region), citation);

  atlas_sentence_append (text, sentence);
  return sentence != NULL;
}

static void
add_funding_section (AtlasReportBuilder  *builder,
                     gpointer             state,
                     GError             **error)
{
  Comparison *self = state;
  gboolean broken_down = atlas_report_builder_count_regions (self->purposes) > 0;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *list = atlas_comparison_list_totals (builder, self->funding, self->purposes);
  guint n_told = list != NULL ? builder->regions->len : 0;

  for (guint i = 0; list == NULL && i < builder->regions->len; i++)
    n_told += append_funding (self, text, nth_region (self, i)) ? 1 : 0;
  atlas_sentence_append (text, list);
  if (text->len == 0)
    {
      atlas_report_builder_add_gap (builder, _("funding"));
      return;
    }
  if (n_told >= 2 && !atlas_division_are_counted (self->funding))
    atlas_sentence_append (text, _("The documents differ in scope and period, so the amounts are not ranked."));
  atlas_report_add_heading (builder->report, 1, _("Funding"));
  atlas_report_builder_add_paragraph (builder, text, 0, broken_down);
  if (broken_down)
    atlas_report_add_table (builder->report,
                            atlas_comparison_table_break_down (builder, self->purposes,
                                                               _("Funding by purpose"), _("Purpose")));
}

static void
add_overview_section (AtlasReportBuilder  *builder,
                      gpointer             state,
                      GError             **error)
{
  Comparison *self = state;
  AtlasTable *tables[] = {
    self->professionals, self->certified, self->share, self->upper_grades, self->per_10k, self->stations,
    self->coverage, self->organisations, self->funding, self->building_per_station,
  };
  AtlasReportTable *table =
    atlas_comparison_table_new (builder, tables, G_N_ELEMENTS (tables), self->reference);
  g_autoptr (GString) text = g_string_new (_("All that the parts of this report compare stands side by side here."));

  if (table == NULL)
    return;
  atlas_report_add_heading (builder->report, 1, _("Main indicators side by side"));
  atlas_report_builder_add_paragraph (builder, text, 0, 1);
  atlas_report_add_table (builder->report, table);
}

/* What REGION lacks that others have, NULL for nothing; what all lack is said of the report as a whole. */
static char *
list_lacking (Comparison        *self,
              const AtlasRegion *region)
{
  AtlasTable *tables[] = {
    self->certified, self->professionals, self->grades, self->tiers, self->organisations, self->funding,
  };
  const char *names[] = {
    _("certified social workers"), _("social work professionals"), _("grades of certified social workers"),
    _("stations"), _("social work service organisations"), _("funding"),
  };
  const char *sections[] = { "certified", "indicators", "certified", "stations", "organisations", "funding" };
  g_autoptr (GPtrArray) lacking = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (atlas_report_builder_has_section (self->builder, sections[i]) &&
        atlas_report_builder_count_regions (tables[i]) > 0 &&
        !atlas_report_builder_has_value (tables[i], region))
      g_ptr_array_add (lacking, (gpointer) names[i]);
  return lacking->len > 0 ? atlas_sentence_list (lacking) : NULL;
}

/* Regions that lack the same share a sentence. */
static void
collect_gaps (Comparison *self,
              GPtrArray  *lines)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->builder->regions->len; i++)
    {
      g_autofree char *list = list_lacking (self, nth_region (self, i));
      guint position;

      if (list == NULL)
        continue;
      if (!g_ptr_array_find_with_equal_func (lists, list, g_str_equal, &position))
        {
          position = lists->len;
          g_ptr_array_add (lists, g_steal_pointer (&list));
          g_ptr_array_add (groups, g_ptr_array_new ());
        }
      g_ptr_array_add (g_ptr_array_index (groups, position), (gpointer) name_of (self, nth_region (self, i)));
    }
  for (guint i = 0; i < lists->len; i++)
    {
      g_autofree char *names = atlas_sentence_list (g_ptr_array_index (groups, i));

      /* Translators: regions, and what is not published for them */
      g_ptr_array_add (lines, g_strdup_printf (_("%1$s: no figures on %2$s."), names,
                                               (const char *) g_ptr_array_index (lists, i)));
    }
}

static gboolean
is_empty (Comparison *self)
{
  for (guint i = 0; i < self->builder->tables->len; i++)
    if (atlas_report_builder_count_regions (g_ptr_array_index (self->builder->tables, i)) > 0)
      return FALSE;
  return TRUE;
}

static void
add_missing_section (AtlasReportBuilder  *builder,
                     gpointer             state,
                     GError             **error)
{
  collect_gaps (state, builder->region_gaps);
  atlas_report_builder_add_gaps (builder, state, error);
}

static gboolean
start (AtlasReportBuilder  *builder,
       gpointer             state,
       GError             **error)
{
  Comparison *self = state;
  g_autofree char *title = NULL;

  self->builder = builder;
  self->reference = g_ptr_array_index (builder->regions, 0);
  if (!ask_all (self, error))
    return FALSE;
  if (is_empty (self))
    {
      g_set_error_literal (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_EMPTY,
                           _("There is no figure of any of these regions: import their registers or enter what has been published"));
      return FALSE;
    }
  title = dup_title (self);
  atlas_report_builder_begin (builder, title, _("Social work stations, certified social workers and funding"));
  return TRUE;
}

static const AtlasReportSection sections[] = {
  { "cover", N_("Cover"), ATLAS_SECTION_OPENING, atlas_report_builder_add_long_cover },
  { "contents", N_("Contents"), ATLAS_SECTION_OPENING, atlas_report_builder_add_contents },
  { "findings", N_("Main findings"), 0, add_findings },
  { "certified", N_("Certified social workers"), 0, add_certified_section },
  { "stations", N_("Stations and coverage"), 0, add_station_section },
  { "organisations", N_("Social work service organisations"), 0, add_organisation_section },
  { "funding", N_("Funding"), 0, add_funding_section },
  { "indicators", N_("Main indicators side by side"), 0, add_overview_section },
  { "checks", N_("Figures that contradict each other"), 0, atlas_report_builder_add_all_findings },
  { "missing", N_("What is missing"), ATLAS_SECTION_CLOSING, add_missing_section },
  { "method", N_("On method"), ATLAS_SECTION_CLOSING, atlas_report_builder_add_method },
  { "definitions", N_("Definitions"), ATLAS_SECTION_CLOSING, atlas_report_builder_add_definitions },
  { "sources", N_("List of sources"), ATLAS_SECTION_CLOSING | ATLAS_SECTION_ALWAYS, atlas_report_builder_add_sources },
};

const AtlasTemplate atlas_template_comparison = {
  "comparison", N_("Comparison of regions"), 2, 8, sizeof (Comparison), start, clear, 0, sections, G_N_ELEMENTS (sections),
};
