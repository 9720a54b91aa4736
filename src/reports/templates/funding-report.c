/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "indicators/figure-year.h"
#include "indicators/number-format.h"
#include "reports/sentences.h"
#include "reports/template-private.h"
#include "reports/templates/division-table.h"

/* A line needs so many years to show more than a sentence does. */
#define LEAST_YEARS 3
/* So many parts are easier to compare as areas than as pieces of a bar. */
#define MANY_PARTS 6

/* The answers that the sections are made of; those of the divisions below are NULL where none has a figure. */
typedef struct {
  AtlasSubject about;
  AtlasTable *funding;
  AtlasTable *trend;
  AtlasTable *purposes; /* of any period, as for the sentence on all of them */
  AtlasTable *by_source; /* (with by_purpose and by_stage) the parts of the total's own year that are not zero */
  AtlasTable *by_purpose;
  AtlasTable *by_stage;
  AtlasTable *per_station;
  AtlasTable *per_certified;
  AtlasTable *per_resident;
  AtlasTable *children;
  AtlasTable *child_per_station;
  AtlasTable *child_per_certified;
} Funding;

static const char *const indicators[] = {
  "funding", "funding_per_station", "funding_per_certified", "funding_per_resident",
  "station_building_per_station", NULL,
};

static const AtlasObservation *
get_total (Funding *self)
{
  return atlas_subject_find (&self->about, self->funding);
}

/* What of TABLE is there: a part of nothing says nothing. */
static AtlasTable *
keep_parts (Funding    *self,
            AtlasTable *table)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_observation_unref);

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (!atlas_observation_is_missing (row) && row->value > 0)
        g_ptr_array_add (rows, atlas_observation_ref ((AtlasObservation *) row));
    }
  return atlas_table_new (self->about.builder->catalogue, atlas_table_get_question (table), rows);
}

/* The parts by DIMENSION, of the year of the total: parts of several years make no whole. */
static gboolean
ask_parts (Funding     *self,
           const char  *dimension,
           AtlasTable **out_parts,
           GError     **error)
{
  g_autoptr (AtlasQuestion) question = atlas_report_builder_question (self->about.builder, "funding");
  const AtlasObservation *total = get_total (self);
  int year = atlas_observation_is_missing (total) ? 0 : atlas_period_get_year (total->period);
  g_autoptr (AtlasTable) all = NULL;

  atlas_question_set_by (question, dimension);
  if (year != 0)
    {
      atlas_question_set_years (question, year, year);
      question->stand_in = FALSE;
    }
  all = atlas_report_builder_ask (self->about.builder, question, error);
  if (all == NULL)
    return FALSE;
  *out_parts = keep_parts (self, all);
  return TRUE;
}

static gboolean
ask_all (Funding  *self,
         GError  **error)
{
  const AtlasReportQuestion questions[] = {
    { &self->funding, "funding", NULL },
    { &self->purposes, "funding", "purpose" },
    { &self->per_station, "funding_per_station", NULL },
    { &self->per_certified, "funding_per_certified", NULL },
    { &self->per_resident, "funding_per_resident", NULL },
  };

  if (!atlas_report_builder_ask_all (self->about.builder, questions, G_N_ELEMENTS (questions), error))
    return FALSE;
  self->trend = atlas_subject_ask_trend (&self->about, "funding", error);
  return self->trend != NULL && ask_parts (self, "source", &self->by_source, error) &&
         ask_parts (self, "purpose", &self->by_purpose, error) &&
         ask_parts (self, "stage", &self->by_stage, error) &&
         atlas_subject_ask_children (&self->about, "funding", &self->children, error) &&
         atlas_subject_ask_children (&self->about, "funding_per_station", &self->child_per_station, error) &&
         atlas_subject_ask_children (&self->about, "funding_per_certified", &self->child_per_certified, error);
}

static void
clear (gpointer state)
{
  Funding *self = state;
  AtlasTable **tables[] = {
    &self->funding, &self->trend, &self->purposes, &self->by_source, &self->by_purpose, &self->by_stage,
    &self->per_station, &self->per_certified, &self->per_resident, &self->children, &self->child_per_station,
    &self->child_per_certified,
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_clear_pointer (tables[i], atlas_table_unref);
}

static gboolean
is_empty (Funding *self)
{
  return atlas_observation_is_missing (get_total (self)) && self->children == NULL &&
         atlas_report_builder_count_regions (self->purposes) +
             atlas_report_builder_count_regions (self->by_source) ==
           0;
}

static void
add_key_figures (AtlasReportBuilder  *builder,
                 gpointer             state,
                 GError             **error)
{
  Funding *self = state;
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_key_figure_free);
  AtlasTable *tables[] = { self->funding, self->per_station, self->per_certified, self->per_resident };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    atlas_subject_add_key_figure (&self->about, figures, tables[i], atlas_subject_find (&self->about, tables[i]), NULL);
  if (figures->len >= 2)
    atlas_report_add_key_figures (builder->report, g_steal_pointer (&figures));
}

static void
append_change (Funding *self,
               GString *text)
{
  const AtlasObservation *now = get_total (self);
  const AtlasObservation *before = atlas_subject_find_before (self->trend, now);
  g_autofree char *change =
    before != NULL ? atlas_clause_change (now, before, atlas_table_get_unit (self->trend)) : NULL;
  g_autofree char *clause = NULL, *citation = NULL, *sentence = NULL;

  if (change == NULL)
    return;
  citation =
    atlas_report_builder_cite_several (self->about.builder, (const AtlasObservation *const[]) { now, before }, 2);
  /* Translators: behind it stands a change, such as “up 8.3% on the year before” */
  clause = g_strdup_printf (_("The total is %s"), change);
  sentence = atlas_sentence_make ((const char *const[]) { clause }, 1, citation);
  atlas_sentence_append (text, sentence);
}

/* Budgeted, allocated and spent are one money and not added up; what is known of them is told. */
static void
append_stages (Funding *self,
               GString *text)
{
  const AtlasRegion *region = self->about.region;
  const AtlasObservation *total = get_total (self);
  g_autofree char *parts = NULL, *clause = NULL, *citation = NULL, *sentence = NULL;

  if (atlas_observation_is_missing (total))
    return;
  parts = atlas_clause_parts (self->by_stage, region, total->period);
  if (parts == NULL)
    {
      atlas_sentence_append (text, _("Whether the money was budgeted, allocated or spent is not stated."));
      return;
    }
  citation = atlas_report_builder_cite_region (self->about.builder, self->by_stage, region);
  clause = g_strdup_printf (_("By stage: %s"), parts);
  sentence = atlas_sentence_make ((const char *const[]) { clause }, 1, citation);
  atlas_sentence_append (text, sentence);
}

/* Whether the section on purposes tells all that is known of them, so that it need not be told twice. */
static gboolean
tells_purposes_later (Funding *self)
{
  const AtlasObservation *total = get_total (self);

  if (atlas_observation_is_missing (total) || !atlas_report_builder_has_section (self->about.builder, "purposes"))
    return FALSE;
  for (guint i = 0; i < atlas_table_get_n_rows (self->purposes); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (self->purposes, i);

      if (!atlas_observation_is_missing (row) && row->value > 0 && strcmp (row->period, total->period) != 0)
        return FALSE;
    }
  return atlas_table_get_n_rows (self->by_purpose) > 0;
}

static char *
make_total (Funding *self)
{
  AtlasReportBuilder *builder = self->about.builder;
  const AtlasObservation *total = get_total (self);
  g_autofree char *level = NULL, *dated = NULL, *citation = NULL;

  if (!tells_purposes_later (self))
    {
      citation = atlas_report_builder_cite_funding (builder, total, self->purposes);
      return atlas_sentence_funding (builder->catalogue, total, self->purposes, self->about.name, citation);
    }
  citation = atlas_report_builder_cite_several (builder, &total, 1);
  level = atlas_clause_level (builder->catalogue, total, self->about.name);
  dated = atlas_clause_dated (level, total, "-");
  return atlas_sentence_make ((const char *const[]) { dated }, 1, citation);
}

static void
add_total_section (AtlasReportBuilder  *builder,
                   gpointer             state,
                   GError             **error)
{
  Funding *self = state;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *sentence = make_total (self);
  gboolean trended = atlas_table_get_n_rows (self->trend) - atlas_table_count_missing (self->trend) >= LEAST_YEARS;

  if (sentence == NULL)
    {
      atlas_report_builder_add_gap (builder, _("the total of funding"));
      return;
    }
  atlas_sentence_append (text, sentence);
  append_change (self, text);
  append_stages (self, text);
  atlas_report_add_heading (builder->report, 1, _("Total and stage"));
  atlas_report_builder_add_paragraph (builder, text, trended, 0);
  if (trended)
    atlas_report_add_chart (builder->report, atlas_report_builder_chart (builder, ATLAS_CHART_LINE, self->trend,
                                                                         _("Funding by year")));
}

/* Whether the parts are of one period, so that shares of their sum mean something. */
static gboolean
is_whole (AtlasTable *parts)
{
  for (guint i = 1; i < atlas_table_get_n_rows (parts); i++)
    if (g_strcmp0 (atlas_table_get_row (parts, i)->period, atlas_table_get_row (parts, 0)->period) != 0)
      return FALSE;
  return atlas_table_get_n_rows (parts) >= 2;
}

static gboolean
has_many (AtlasTable *parts)
{
  return is_whole (parts) && atlas_table_get_n_rows (parts) >= MANY_PARTS;
}

/* PARTS in a sentence, as a bar of 100 % and as a table; GAP is what is missing if there are none, AREAS (nullable) the
 * title of a treemap of many. */
static void
add_mix (Funding    *self,
         AtlasTable *parts,
         const char *heading,
         const char *title,
         const char *header,
         const char *gap,
         const char *areas)
{
  AtlasReportBuilder *builder = self->about.builder;
  AtlasReportTable *table = atlas_subject_break_down (&self->about, parts, get_total (self), title, header);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *list = atlas_clause_parts (parts, self->about.region, "-");
  g_autofree char *citation = atlas_report_builder_cite_region (builder, parts, self->about.region);
  g_autofree char *clause = NULL, *sentence = NULL;

  if (list == NULL)
    {
      atlas_report_builder_add_gap (builder, gap);
      return;
    }
  /* Translators: what funding is broken down by, and amounts: “Funding by source: charity 7.86 million yuan” */
  clause = g_strdup_printf (C_("parts", "%1$s: %2$s"), title, list);
  sentence = atlas_sentence_make ((const char *const[]) { clause }, 1, citation);
  atlas_sentence_append (text, sentence);
  atlas_report_add_heading (builder->report, 1, heading);
  atlas_report_builder_add_paragraph (builder, text, is_whole (parts) + (areas != NULL && has_many (parts)),
                                      table != NULL);
  if (is_whole (parts))
    atlas_report_add_chart (builder->report,
                            atlas_report_builder_chart (builder, ATLAS_CHART_PERCENT_BAR, parts, title));
  if (areas != NULL && has_many (parts))
    atlas_report_add_chart (builder->report, atlas_report_builder_chart (builder, ATLAS_CHART_TREEMAP, parts, areas));
  if (table != NULL)
    atlas_report_add_table (builder->report, table);
}

static void
add_rate_section (AtlasReportBuilder  *builder,
                  gpointer             state,
                  GError             **error)
{
  Funding *self = state;
  AtlasTable *tables[] = { self->per_station, self->per_certified, self->per_resident };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (atlas_report_builder_count_regions (tables[i]) == 0)
        g_ptr_array_add (missing, tables[i]);
      atlas_subject_append (&self->about, text, atlas_subject_find (&self->about, tables[i]), NULL, 0, NULL, 0);
    }
  if (text->len == 0)
    return;
  for (guint i = 0; i < missing->len; i++)
    {
      g_autofree char *sentence =
        atlas_sentence_missing (g_ptr_array_index (missing, i), builder->names);

      atlas_sentence_append (text, sentence);
    }
  atlas_report_add_heading (builder->report, 1, _("For every station, worker and resident"));
  atlas_report_add_paragraph (builder->report, text->str);
}

static void
add_ranking (Funding *self)
{
  AtlasChartSpec *chart =
    atlas_report_builder_chart (self->about.builder, ATLAS_CHART_BAR, self->children, _("Funding by division"));

  chart->show_ranks = TRUE;
  atlas_report_add_chart (self->about.builder->report, chart);
}

static void
add_division_section (AtlasReportBuilder  *builder,
                      gpointer             state,
                      GError             **error)
{
  Funding *self = state;
  gboolean ranked = self->children != NULL && atlas_division_are_counted (self->children) &&
                    atlas_division_are_ranked (self->children);
  const AtlasDivisionColumn columns[] = {
    { self->children, ATLAS_DIVISION_VALUE, NULL },
    { ranked ? self->children : NULL, ATLAS_DIVISION_RANK, _("Rank") },
    { self->child_per_station, ATLAS_DIVISION_VALUE, NULL },
    { self->child_per_certified, ATLAS_DIVISION_VALUE, NULL },
  };
  AtlasReportTable *table = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *leaders = NULL, *rest = NULL;

  if (self->children == NULL || atlas_report_builder_count_regions (self->children) < 2)
    {
      if (self->about.region->level < ATLAS_REGION_LEVEL_COUNTY)
        atlas_report_builder_add_gap (builder, _("the funding of the divisions below"));
      return;
    }
  leaders = ranked ? atlas_sentence_leaders (self->children, atlas_division_count (&self->about), builder->names)
                   : g_strdup (_("The documents differ in scope and period, so the amounts are not ranked."));
  rest = ranked ? atlas_division_dup_rest (self->children, get_total (self)) : NULL;
  atlas_sentence_append (text, leaders);
  atlas_sentence_append (text, rest);
  atlas_report_add_heading (builder->report, 1, _("Divisions below"));
  atlas_report_builder_add_paragraph (builder, text, ranked, 1);
  if (ranked)
    add_ranking (self);
  table = atlas_division_table_new (&self->about, _("Funding of the divisions"), columns, G_N_ELEMENTS (columns));
  atlas_report_add_table (builder->report, table);
}

static void
add_source_section (AtlasReportBuilder  *builder,
                    gpointer             state,
                    GError             **error)
{
  Funding *self = state;

  add_mix (self, self->by_source, _("Sources of the money"), _("Funding by source"), C_("money", "Source"),
           _("the sources of funding"), NULL);
}

static void
add_purpose_section (AtlasReportBuilder  *builder,
                     gpointer             state,
                     GError             **error)
{
  Funding *self = state;

  add_mix (self, self->by_purpose, _("Purposes of the money"), _("Funding by purpose"), _("Purpose"),
           _("the purposes of funding"), _("Amounts by purpose"));
}

static void
add_check_section (AtlasReportBuilder  *builder,
                   gpointer             state,
                   GError             **error)
{
  atlas_report_builder_add_findings (builder, indicators, error);
}

static gboolean
start (AtlasReportBuilder  *builder,
       gpointer             state,
       GError             **error)
{
  Funding *self = state;
  g_autofree char *title = NULL;

  atlas_subject_init (&self->about, builder);
  if (!ask_all (self, error) || !atlas_subject_check_figures (&self->about, !is_empty (self), error))
    return FALSE;
  title = g_strdup_printf (_("Social work in %s:\nfunding"), atlas_region_get_display_name (self->about.region));
  atlas_report_builder_begin (builder, title, _("Funding by source and purpose"));
  return TRUE;
}

static const AtlasReportSection sections[] = {
  { "cover", N_("Cover"), ATLAS_SECTION_OPENING, atlas_report_builder_add_long_cover },
  { "contents", N_("Contents"), ATLAS_SECTION_OPENING, atlas_report_builder_add_contents },
  { "key-figures", N_("Key figures"), 0, add_key_figures },
  { "total", N_("Total and stage"), 0, add_total_section },
  { "sources-of-money", N_("Sources of the money"), 0, add_source_section },
  { "purposes", N_("Purposes of the money"), 0, add_purpose_section },
  { "rates", N_("For every station, worker and resident"), 0, add_rate_section },
  { "divisions", N_("Divisions below"), 0, add_division_section },
  { "checks", N_("Figures that contradict each other"), 0, add_check_section },
  { "missing", N_("What is missing"), ATLAS_SECTION_CLOSING, atlas_report_builder_add_gaps },
  { "method", N_("On method"), ATLAS_SECTION_CLOSING, atlas_report_builder_add_method },
  { "definitions", N_("Definitions"), ATLAS_SECTION_CLOSING, atlas_report_builder_add_definitions },
  { "sources", N_("List of sources"), ATLAS_SECTION_CLOSING | ATLAS_SECTION_ALWAYS, atlas_report_builder_add_sources },
};

const AtlasTemplate atlas_template_funding = {
  "funding", N_("Funding of one region"), 1, 1, sizeof (Funding), start, clear, 0, sections, G_N_ELEMENTS (sections),
};
