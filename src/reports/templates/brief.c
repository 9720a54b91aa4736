/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "reports/sentences.h"
#include "reports/template-private.h"
#include "reports/templates/brief-parts.h"
#include "reports/templates/certified-text.h"
#include "reports/templates/division-table.h"

/* A line needs so many years to show more than a sentence does. */
#define LEAST_YEARS 3
/* So many places of a ranking are told in a sentence; a longer one names its first. */
#define TOLD_PLACES 6

static const AtlasObservation *
find (AtlasTable        *table,
      const AtlasRegion *region)
{
  return atlas_table_find (table, region->code, 0, NULL);
}

/* A sentence on one number. */
static void
append_level (AtlasBrief *self,
              GString    *text,
              AtlasTable *table)
{
  atlas_subject_append (&self->about, text, find (table, self->about.region), NULL, 0, NULL, 0);
}

static guint
count_values (AtlasTable *table)
{
  return atlas_table_get_n_rows (table) - atlas_table_count_missing (table);
}

static void
add_bar (AtlasBrief *self,
         AtlasTable *table,
         const char *title)
{
  atlas_report_add_chart (self->about.builder->report,
                          atlas_report_builder_chart (self->about.builder, ATLAS_CHART_BAR, table, title));
}

static void
add_certified_section (AtlasReportBuilder  *builder,
                       gpointer             state,
                       GError             **error)
{
  AtlasBrief *self = state;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean compared = atlas_report_builder_has_value (self->share, self->about.region) &&
                      count_values (self->share) >= 2;
  gboolean graded = atlas_report_builder_count_complete (self->grades) == 1;
  gboolean trended = count_values (self->trend) >= LEAST_YEARS;

  append_level (self, text, self->professionals);
  atlas_subject_append_certified (&self->about, text, self->certified, self->share, self->trend);
  atlas_subject_append_grades (&self->about, text, self->grades);
  append_level (self, text, self->per_10k);
  if (text->len == 0)
    {
      atlas_report_builder_add_gap (builder, _("certified social workers"));
      return;
    }
  atlas_report_add_heading (builder->report, 1, _("Certified social workers"));
  atlas_report_builder_add_paragraph (builder, text, compared + graded + trended, 0);
  if (trended)
    atlas_report_add_chart (builder->report,
                            atlas_report_builder_chart (builder, ATLAS_CHART_LINE, self->trend,
                                                        _("Certified social workers by year")));
  if (compared)
    add_bar (self, self->share, NULL);
  if (graded)
    atlas_report_add_chart (builder->report,
                            atlas_report_builder_chart (builder, ATLAS_CHART_PERCENT_BAR,
                                                        self->grades, _("Certified social workers by grade")));
}

static void
add_children_section (AtlasReportBuilder  *builder,
                      gpointer             state,
                      GError             **error)
{
  AtlasBrief *self = state;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *ranking = NULL;

  if (self->children == NULL || atlas_report_builder_count_regions (self->children) < 2)
    return;
  ranking = atlas_table_get_n_rows (self->children) <= TOLD_PLACES
              ? atlas_sentence_ranking (self->children, builder->names)
              : atlas_sentence_leaders (self->children, atlas_division_count (&self->about), builder->names);
  atlas_sentence_append (text, ranking);
  atlas_report_add_heading (builder->report, 1, _("Divisions below"));
  atlas_report_builder_add_paragraph (builder, text, 1, 0);
  add_bar (self, self->children, _("Certified social workers by division"));
}

static void
add_station_section (AtlasReportBuilder  *builder,
                     gpointer             state,
                     GError             **error)
{
  AtlasBrief *self = state;
  const AtlasObservation *coverage = find (self->coverage, self->about.region);
  g_autoptr (GString) text = g_string_new (NULL);

  append_level (self, text, self->coverage);
  for (guint i = 0; i < atlas_table_get_n_rows (self->tiers); i++)
    {
      const AtlasObservation *tier = atlas_table_get_row (self->tiers, i);

      /* The coverage has told the number of township stations. */
      if (atlas_observation_is_missing (coverage) || strcmp (tier->by[0], "township_station") != 0)
        atlas_subject_append (&self->about, text, tier, NULL, 0, NULL, 0);
    }
  append_level (self, text, self->organisations);
  if (text->len == 0)
    {
      atlas_report_builder_add_gap (builder, _("stations and organisations"));
      return;
    }
  atlas_report_add_heading (builder->report, 1, _("Stations and organisations"));
  atlas_report_add_paragraph (builder->report, text->str);
}

static void
add_funding_section (AtlasReportBuilder  *builder,
                     gpointer             state,
                     GError             **error)
{
  AtlasBrief *self = state;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *citation =
    atlas_report_builder_cite_funding (builder, find (self->funding, self->about.region),
                                       self->purposes);
  g_autofree char *sentence = atlas_sentence_funding (
    builder->catalogue, find (self->funding, self->about.region), self->purposes,
    self->about.name, citation);
  AtlasReportTable *table =
    atlas_subject_break_down (&self->about, self->purposes, find (self->funding, self->about.region), _("Funding by purpose"),
                              _("Purpose"));

  if (sentence == NULL)
    {
      atlas_report_builder_add_gap (builder, _("funding"));
      return;
    }
  atlas_sentence_append (text, sentence);
  atlas_report_add_heading (builder->report, 1, _("Funding"));
  atlas_report_builder_add_paragraph (builder, text, 0, table != NULL);
  if (table != NULL)
    atlas_report_add_table (builder->report, table);
}

static void
add_others_section (AtlasReportBuilder  *builder,
                    gpointer             state,
                    GError             **error)
{
  AtlasBrief *self = state;
  AtlasReportTable *table = atlas_brief_other_figures_table (self, error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (table == NULL)
    return;
  atlas_report_add_heading (builder->report, 1, _("Other published figures"));
  g_string_append_printf (text, _("What else is published on %s is listed with its period and source."), self->about.name);
  atlas_report_builder_add_paragraph (builder, text, 0, 1);
  atlas_report_add_table (builder->report, table);
}

static gboolean
ask_all (AtlasBrief  *self,
         GError     **error)
{
  const AtlasReportQuestion questions[] = {
    { &self->professionals, "social_workers", NULL },
    { &self->grades, "certified_workers", "grade" },
    { &self->per_10k, "certified_per_10k", NULL },
    { &self->tiers, "stations", "tier" },
    { &self->coverage, "township_coverage", NULL },
    { &self->organisations, "social_work_orgs", NULL },
    { &self->funding, "funding", NULL },
    { &self->purposes, "funding", "purpose" },
  };

  if (!atlas_report_builder_ask_all (self->about.builder, questions, G_N_ELEMENTS (questions), error))
    return FALSE;
  self->certified = atlas_subject_ask_compared (&self->about, "certified_workers", error);
  if (self->certified == NULL)
    return FALSE;
  self->share = atlas_subject_ask_compared (&self->about, "certified_share", error);
  if (self->share == NULL)
    return FALSE;
  self->trend = atlas_subject_ask_trend (&self->about, "certified_workers", error);
  return self->trend != NULL &&
         atlas_subject_ask_children (&self->about, "certified_workers", &self->children, error);
}

static void
clear (gpointer state)
{
  AtlasBrief *self = state;
  AtlasTable **tables[] = {
    &self->certified, &self->professionals, &self->share, &self->grades, &self->per_10k, &self->tiers,
    &self->coverage, &self->organisations, &self->funding, &self->purposes, &self->trend, &self->children,
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_clear_pointer (tables[i], atlas_table_unref);
}

/* Published or counted. How many people live there is no figure on social work. */
static gboolean
has_any_figure (AtlasBrief *self)
{
  g_autoptr (GPtrArray) figures = atlas_dataset_load_figures (
    self->about.builder->dataset, NULL, (const char *const[]) { self->about.region->code, NULL }, NULL);

  for (guint i = 0; figures != NULL && i < figures->len; i++)
    {
      const AtlasFigure *figure = g_ptr_array_index (figures, i);

      if (strcmp (figure->indicator_id, "population") != 0)
        return TRUE;
    }
  return atlas_register_coverage_has_region (
    atlas_catalogue_get_register_coverage (self->about.builder->catalogue), self->about.region);
}

static void
add_key_figures (AtlasReportBuilder  *builder,
                 gpointer             state,
                 GError             **error)
{
  atlas_brief_add_key_figures (state);
}

static gboolean
start (AtlasReportBuilder  *builder,
       gpointer             state,
       GError             **error)
{
  AtlasBrief *self = state;
  g_autofree char *title = NULL;

  atlas_subject_init (&self->about, builder);
  if (!atlas_subject_check_figures (&self->about, has_any_figure (self), error) || !ask_all (self, error))
    return FALSE;
  title = g_strdup_printf (_("Social work in %s:\na brief"), atlas_region_get_display_name (self->about.region));
  atlas_report_builder_begin (builder, title, _("Social work stations, certified social workers and funding"));
  return TRUE;
}

static const AtlasReportSection sections[] = {
  { "cover", N_("Cover"), ATLAS_SECTION_OPENING | ATLAS_SECTION_OPTIONAL, atlas_report_builder_add_cover },
  { "contents", N_("Contents"), ATLAS_SECTION_OPENING, atlas_report_builder_add_contents },
  { "key-figures", N_("Key figures"), 0, add_key_figures },
  { "certified", N_("Certified social workers"), 0, add_certified_section },
  { "divisions", N_("Divisions below"), 0, add_children_section },
  { "stations", N_("Stations and organisations"), 0, add_station_section },
  { "funding", N_("Funding"), 0, add_funding_section },
  { "others", N_("Other published figures"), 0, add_others_section },
  { "checks", N_("Figures that contradict each other"), 0, atlas_report_builder_add_all_findings },
  { "missing", N_("What is missing"), ATLAS_SECTION_CLOSING, atlas_report_builder_add_gaps },
  { "method", N_("On method"), ATLAS_SECTION_CLOSING, atlas_report_builder_add_method },
  { "definitions", N_("Definitions"), ATLAS_SECTION_CLOSING | ATLAS_SECTION_OPTIONAL, atlas_report_builder_add_definitions },
  { "sources", N_("List of sources"), ATLAS_SECTION_CLOSING | ATLAS_SECTION_ALWAYS, atlas_report_builder_add_sources },
};

const AtlasTemplate atlas_template_brief = {
  "brief", N_("Brief on one region"), 1, 1, sizeof (AtlasBrief), start, clear, 0, sections, G_N_ELEMENTS (sections),
};
