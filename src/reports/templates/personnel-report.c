/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>

#include "reports/sentences.h"
#include "reports/template-private.h"
#include "reports/templates/certified-text.h"
#include "reports/templates/division-table.h"

/* A line needs so many years to show more than a sentence does. */
#define LEAST_YEARS 3
/* Rates of more divisions than these are left to the table, so that the report stays short. */
#define MAX_SECOND_CHART 16

/* The answers that the sections are made of; those of the divisions below are NULL where none has a figure. */
typedef struct {
  AtlasSubject about;
  AtlasTable *certified; /* with share: of the region, its parent and the nation */
  AtlasTable *share;
  AtlasTable *trend;
  AtlasTable *professionals;
  AtlasTable *grades;
  AtlasTable *upper_grades;
  AtlasTable *per_10k;
  AtlasTable *newly;
  AtlasTable *registered;
  AtlasTable *workers;
  AtlasTable *workers_per_station;
  AtlasTable *children;
  AtlasTable *child_per_10k;
  AtlasTable *child_share;
} Personnel;

static const char *const indicators[] = {
  "certified_workers", "social_workers", "certified_share", "certified_per_10k", "senior_and_intermediate_share",
  "station_workers", "workers_per_station", "registered_workers", "newly_certified", "incentive_recipients", NULL,
};

static gboolean
ask_compared (Personnel  *self,
              GError    **error)
{
  self->certified = atlas_subject_ask_compared (&self->about, "certified_workers", error);
  if (self->certified == NULL)
    return FALSE;
  self->share = atlas_subject_ask_compared (&self->about, "certified_share", error);
  if (self->share == NULL)
    return FALSE;
  self->trend = atlas_subject_ask_trend (&self->about, "certified_workers", error);
  return self->trend != NULL &&
         atlas_subject_ask_children (&self->about, "certified_workers", &self->children, error) &&
         atlas_subject_ask_children (&self->about, "certified_per_10k", &self->child_per_10k, error) &&
         atlas_subject_ask_children (&self->about, "certified_share", &self->child_share, error);
}

static gboolean
ask_all (Personnel  *self,
         GError    **error)
{
  const AtlasReportQuestion questions[] = {
    { &self->professionals, "social_workers", NULL },
    { &self->grades, "certified_workers", "grade" },
    { &self->upper_grades, "senior_and_intermediate_share", NULL },
    { &self->per_10k, "certified_per_10k", NULL },
    { &self->newly, "newly_certified", NULL },
    { &self->registered, "registered_workers", NULL },
    { &self->workers, "station_workers", NULL },
    { &self->workers_per_station, "workers_per_station", NULL },
  };

  if (!atlas_report_builder_ask_all (self->about.builder, questions, G_N_ELEMENTS (questions), error))
    return FALSE;
  return ask_compared (self, error);
}

static void
clear (gpointer state)
{
  Personnel *self = state;
  AtlasTable **tables[] = {
    &self->certified, &self->share, &self->trend, &self->professionals, &self->grades, &self->upper_grades,
    &self->per_10k, &self->newly, &self->registered, &self->workers, &self->workers_per_station, &self->children,
    &self->child_per_10k, &self->child_share,
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_clear_pointer (tables[i], atlas_table_unref);
}

static const AtlasObservation *
find (Personnel  *self,
      AtlasTable *table)
{
  return atlas_subject_find (&self->about, table);
}

static gboolean
is_empty (Personnel *self)
{
  return atlas_observation_is_missing (find (self, self->certified)) && self->children == NULL &&
         atlas_report_builder_count_regions (self->professionals) +
             atlas_report_builder_count_regions (self->grades) + atlas_report_builder_count_regions (self->workers) ==
           0;
}

static void
append_level (Personnel  *self,
              GString    *text,
              AtlasTable *table)
{
  atlas_subject_append (&self->about, text, find (self, table), NULL, 0, NULL, 0);
}

static void
add_key_figures (AtlasReportBuilder  *builder,
                 gpointer             state,
                 GError             **error)
{
  Personnel *self = state;
  const AtlasSubject *about = &self->about;
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_key_figure_free);
  g_autofree char *part = NULL, *difference = NULL;

  if (about->parent != NULL)
    {
      part = atlas_clause_part_of (about->builder->catalogue, find (self, self->certified),
                                   atlas_table_find (self->certified, about->parent->code, 0, NULL),
                                   about->parent_name);
      difference = atlas_clause_difference (find (self, self->share),
                                            atlas_table_find (self->share, about->parent->code, 0, NULL),
                                            about->parent_name);
    }
  atlas_subject_add_key_figure (&self->about, figures, self->certified, find (self, self->certified), part);
  atlas_subject_add_key_figure (&self->about, figures, self->per_10k, find (self, self->per_10k), NULL);
  atlas_subject_add_key_figure (&self->about, figures, self->share, find (self, self->share), difference);
  atlas_subject_add_key_figure (&self->about, figures, self->upper_grades, find (self, self->upper_grades), NULL);
  atlas_subject_add_key_figure (&self->about, figures, self->registered, find (self, self->registered), NULL);
  if (figures->len >= 2)
    atlas_report_add_key_figures (about->builder->report, g_steal_pointer (&figures));
}

static void
add_level_section (AtlasReportBuilder  *builder,
                   gpointer             state,
                   GError             **error)
{
  Personnel *self = state;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean trended = atlas_table_get_n_rows (self->trend) - atlas_table_count_missing (self->trend) >= LEAST_YEARS;

  append_level (self, text, self->professionals);
  atlas_subject_append_certified (&self->about, text, self->certified, self->share, self->trend);
  append_level (self, text, self->per_10k);
  append_level (self, text, self->newly);
  append_level (self, text, self->registered);
  if (text->len == 0)
    {
      atlas_report_builder_add_gap (builder, _("certified social workers"));
      return;
    }
  atlas_report_add_heading (builder->report, 1, _("Number and change"));
  atlas_report_builder_add_paragraph (builder, text, trended, 0);
  if (trended)
    atlas_report_add_chart (builder->report, atlas_report_builder_chart (builder, ATLAS_CHART_LINE, self->trend,
                                                                         _("Certified social workers by year")));
}

static void
add_grade_section (AtlasReportBuilder  *builder,
                   gpointer             state,
                   GError             **error)
{
  Personnel *self = state;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean whole = atlas_report_builder_count_complete (self->grades) == 1;
  AtlasReportTable *table =
    atlas_subject_break_down (&self->about, self->grades, find (self, self->certified), _("Certified social workers by grade"),
                              _("Grade"));

  atlas_subject_append_grades (&self->about, text, self->grades);
  append_level (self, text, self->upper_grades);
  if (text->len == 0)
    {
      atlas_report_builder_add_gap (builder, _("grades of certified social workers"));
      return;
    }
  atlas_report_add_heading (builder->report, 1, _("Grades"));
  atlas_report_builder_add_paragraph (builder, text, whole, table != NULL);
  if (whole)
    atlas_report_add_chart (builder->report,
                            atlas_report_builder_chart (builder, ATLAS_CHART_PERCENT_BAR, self->grades,
                                                        _("Certified social workers by grade")));
  if (table != NULL)
    atlas_report_add_table (builder->report, table);
}

static void
add_station_section (AtlasReportBuilder  *builder,
                     gpointer             state,
                     GError             **error)
{
  Personnel *self = state;
  g_autoptr (GString) text = g_string_new (NULL);

  append_level (self, text, self->workers);
  append_level (self, text, self->workers_per_station);
  if (text->len == 0)
    {
      atlas_report_builder_add_gap (builder, _("station staff"));
      return;
    }
  atlas_sentence_append (text, _("How many of them are certified is not counted."));
  atlas_report_add_heading (builder->report, 1, _("Station staff"));
  atlas_report_add_paragraph (builder->report, text->str);
}

static gboolean
deserves_chart (AtlasTable *table)
{
  return table != NULL && atlas_report_builder_count_regions (table) >= 2;
}

static void
add_ranking (Personnel  *self,
             AtlasTable *table,
             const char *title)
{
  AtlasChartSpec *chart;

  if (!deserves_chart (table))
    return;
  chart = atlas_report_builder_chart (self->about.builder, ATLAS_CHART_BAR, table, title);
  chart->show_ranks = atlas_division_are_ranked (table);
  atlas_report_add_chart (self->about.builder->report, chart);
}

static AtlasTable *
get_ranked (AtlasTable *table)
{
  return atlas_division_are_ranked (table) ? table : NULL;
}

static void
add_division_section (AtlasReportBuilder  *builder,
                      gpointer             state,
                      GError             **error)
{
  Personnel *self = state;
  const AtlasDivisionColumn columns[] = {
    { self->children, ATLAS_DIVISION_VALUE, NULL },
    { get_ranked (self->children), ATLAS_DIVISION_RANK, _("Rank") },
    { self->child_per_10k, ATLAS_DIVISION_VALUE, NULL },
    { get_ranked (self->child_per_10k), ATLAS_DIVISION_RANK, _("Rank") },
    { self->child_share, ATLAS_DIVISION_VALUE, NULL },
  };
  gboolean rated = deserves_chart (self->child_per_10k) &&
                   atlas_table_get_n_rows (self->child_per_10k) <= MAX_SECOND_CHART;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *leaders = NULL, *rates = NULL;
  guint n_divisions = atlas_division_count (&self->about);

  if (!deserves_chart (self->children))
    {
      if (self->about.region->level < ATLAS_REGION_LEVEL_COUNTY)
        atlas_report_builder_add_gap (builder, _("certified social workers of the divisions below"));
      return;
    }
  leaders = atlas_sentence_leaders (self->children, n_divisions, builder->names);
  rates = self->child_per_10k != NULL ? atlas_sentence_leaders (self->child_per_10k, n_divisions, builder->names) : NULL;
  atlas_sentence_append (text, leaders);
  atlas_sentence_append (text, rates);
  atlas_report_add_heading (builder->report, 1, _("Divisions below"));
  atlas_report_builder_add_paragraph (builder, text, 1 + rated, 1);
  atlas_report_add_table (builder->report,
                          atlas_division_table_new (&self->about, _("Certified social workers of the divisions"), columns,
                                                    G_N_ELEMENTS (columns)));
  add_ranking (self, self->children, _("Certified social workers by division"));
  if (rated)
    add_ranking (self, self->child_per_10k, _("Certified social workers for every 10,000 residents by division"));
}

static void
add_check_section (AtlasReportBuilder  *builder,
                   gpointer             state,
                   GError             **error)
{
  atlas_report_builder_add_findings (builder, indicators, error);
}

static void
add_method_section (AtlasReportBuilder  *builder,
                    gpointer             state,
                    GError             **error)
{
  atlas_report_builder_add_method (builder, state, error);
  atlas_report_add_note (builder->report, _("This report holds counts only, and nothing on single people."));
}

static gboolean
start (AtlasReportBuilder  *builder,
       gpointer             state,
       GError             **error)
{
  Personnel *self = state;
  g_autofree char *title = NULL;

  atlas_subject_init (&self->about, builder);
  if (!ask_all (self, error) || !atlas_subject_check_figures (&self->about, !is_empty (self), error))
    return FALSE;
  title = g_strdup_printf (_("Social workers in %s:\npersonnel"), atlas_region_get_display_name (self->about.region));
  atlas_report_builder_begin (builder, title, _("Certified social workers and station staff"));
  return TRUE;
}

static const AtlasReportSection sections[] = {
  { "cover", N_("Cover"), ATLAS_SECTION_OPENING, atlas_report_builder_add_long_cover },
  { "contents", N_("Contents"), ATLAS_SECTION_OPENING, atlas_report_builder_add_contents },
  { "key-figures", N_("Key figures"), 0, add_key_figures },
  { "level", N_("Number and change"), 0, add_level_section },
  { "grades", N_("Grades"), 0, add_grade_section },
  { "divisions", N_("Divisions below"), 0, add_division_section },
  { "stations", N_("Station staff"), 0, add_station_section },
  { "checks", N_("Figures that contradict each other"), 0, add_check_section },
  { "missing", N_("What is missing"), ATLAS_SECTION_CLOSING, atlas_report_builder_add_gaps },
  { "method", N_("On method"), ATLAS_SECTION_CLOSING, add_method_section },
  { "definitions", N_("Definitions"), ATLAS_SECTION_CLOSING, atlas_report_builder_add_definitions },
  { "sources", N_("List of sources"), ATLAS_SECTION_CLOSING | ATLAS_SECTION_ALWAYS, atlas_report_builder_add_sources },
};

const AtlasTemplate atlas_template_personnel = {
  "personnel", N_("Social workers of one region"), 1, 1, sizeof (Personnel), start, clear, 0, sections, G_N_ELEMENTS (sections),
};
