/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "reports/brief-parts.h"
#include "reports/report-file.h"
#include "reports/sentences.h"
#include "reports/template-private.h"

/* A line needs so many years to show more than a sentence does. */
#define LEAST_YEARS 3
#define FIRST_YEAR 2000
#define LAST_YEAR 2099
/* So many places of a ranking are told in a sentence; a longer one names its first. */
#define TOLD_PLACES 6

static const AtlasObservation *
find (AtlasTable        *table,
      const AtlasRegion *region)
{
  return atlas_table_find (table, region->code, 0, NULL);
}

/* The region's name once; then, as one writes, nothing in Chinese and a pronoun in English. */
static const char *
next_subject (GString    *text,
              const char *name)
{
  if (text->len == 0)
    return name;
  /* Translators: the region named before, as a subject; the Chinese sentence does without */
  return atlas_language_current () == ATLAS_LANGUAGE_CHINESE ? "" : C_("subject", "It");
}

/* A sentence on OBSERVATION: its level, with its period where that is not the one told last, and MORE
 * clauses, which rest on the observations BASES (each nullable). */
static void
append (AtlasBrief                    *self,
        GString                       *text,
        const AtlasObservation        *observation,
        const char *const             *more,
        guint                          n_more,
        const AtlasObservation *const *bases,
        guint                          n_bases)
{
  g_autofree char *level =
    atlas_clause_level (self->builder->catalogue, observation, next_subject (text, self->name));
  g_autofree char *period = NULL;
  g_autofree char *dated = NULL;
  g_autofree char *citation = NULL;
  g_autofree char *sentence = NULL;
  const char *clauses[6] = { NULL };
  const AtlasObservation *cited[6] = { observation };

  if (level == NULL)
    return;
  period = atlas_clause_period (observation, self->told_period);
  self->told_period = observation->period;
  clauses[0] = dated = g_strconcat (level, period, NULL);
  for (guint i = 0; i < n_more && i + 1 < G_N_ELEMENTS (clauses); i++)
    clauses[i + 1] = more[i];
  for (guint i = 0; i < n_bases && i + 1 < G_N_ELEMENTS (cited); i++)
    cited[i + 1] = bases[i];
  citation = atlas_report_builder_cite_several (self->builder, cited, G_N_ELEMENTS (cited));
  sentence = atlas_sentence_make (clauses, G_N_ELEMENTS (clauses), citation);
  atlas_sentence_append (text, sentence);
}

/* A sentence on one number. */
static void
append_level (AtlasBrief *self,
              GString    *text,
              AtlasTable *table)
{
  append (self, text, find (table, self->region), NULL, 0, NULL, 0);
}

/* The figure of the latest earlier year that has one, or NULL. */
static const AtlasObservation *
find_before (AtlasBrief             *self,
             const AtlasObservation *now)
{
  for (guint i = atlas_table_get_n_rows (self->trend); i-- > 0;)
    {
      const AtlasObservation *before = atlas_table_get_row (self->trend, i);

      if (!atlas_observation_is_missing (before) && before->year < now->year)
        return before;
    }
  return NULL;
}

static guint
count_values (AtlasTable *table)
{
  return atlas_table_get_n_rows (table) - atlas_table_count_missing (table);
}

/* How the share stands against the parent's and the nation's: "低于宁夏7.3个百分点", or NULL. */
static char *
dup_share_difference (AtlasBrief        *self,
                      const AtlasRegion *reference,
                      const char        *name)
{
  if (reference == NULL)
    return NULL;
  return atlas_clause_difference (find (self->share, self->region), find (self->share, reference), name);
}

/* "持证率约58.1%（2022年）": with its period where that is not the one of the number told before. */
static char *
dup_rate (AtlasBrief *self,
          const char *told)
{
  const AtlasObservation *share = find (self->share, self->region);
  g_autofree char *rate = atlas_clause_rate (share);
  g_autofree char *period = atlas_clause_period (share, told);

  return rate != NULL ? g_strconcat (rate, period, NULL) : NULL;
}

static void
append_certified (AtlasBrief *self,
                  GString    *text)
{
  const AtlasObservation *certified = find (self->certified, self->region);
  const AtlasObservation *before = find_before (self, certified);
  g_autofree char *change =
    before != NULL ? atlas_clause_change (certified, before, atlas_table_get_unit (self->trend)) : NULL;
  g_autofree char *part = NULL;
  g_autofree char *rate = dup_rate (self, certified->period);
  g_autofree char *above = dup_share_difference (self, self->parent, self->parent_name);
  g_autofree char *nation =
    self->parent != self->nation ? dup_share_difference (self, self->nation, self->nation_name) : NULL;
  const char *clauses[] = { change, NULL, rate, above, nation };
  const AtlasObservation *bases[] = {
    change != NULL ? before : NULL,
    NULL,
    rate != NULL ? find (self->share, self->region) : NULL,
    above != NULL ? find (self->share, self->parent) : NULL,
    nation != NULL ? find (self->share, self->nation) : NULL,
  };

  if (self->parent != NULL)
    clauses[1] = part = atlas_clause_part_of (self->builder->catalogue, certified,
                                              find (self->certified, self->parent), self->parent_name);
  if (part != NULL)
    bases[1] = find (self->certified, self->parent);
  append (self, text, certified, clauses, G_N_ELEMENTS (clauses), bases, G_N_ELEMENTS (bases));
}

static void
append_grades (AtlasBrief *self,
               GString    *text)
{
  g_autofree char *parts = atlas_clause_parts (self->grades, self->region, self->told_period);
  g_autofree char *citation = atlas_report_builder_cite_region (self->builder, self->grades, self->region);
  g_autofree char *clause = parts != NULL ? g_strdup_printf (_("In %1$s there are %2$s"), self->name, parts)
                                          : NULL;
  const char *clauses[] = { clause };
  g_autofree char *sentence = atlas_sentence_make (clauses, 1, citation);

  atlas_sentence_append (text, sentence);
  for (guint i = 0; i < atlas_table_get_n_rows (self->grades); i++)
    if (!atlas_observation_is_missing (atlas_table_get_row (self->grades, i)))
      self->told_period = atlas_table_get_row (self->grades, i)->period;
}

static void
add_bar (AtlasBrief *self,
         AtlasTable *table,
         const char *title)
{
  atlas_report_add_chart (self->builder->report,
                          atlas_report_builder_chart (self->builder, ATLAS_CHART_BAR, table, title));
}

static void
add_certified_section (AtlasBrief *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean compared = atlas_report_builder_has_value (self->share, self->region) &&
                      count_values (self->share) >= 2;
  gboolean graded = atlas_report_builder_count_complete (self->grades) == 1;
  gboolean trended = count_values (self->trend) >= LEAST_YEARS;

  append_level (self, text, self->professionals);
  append_certified (self, text);
  append_grades (self, text);
  append_level (self, text, self->per_10k);
  if (text->len == 0)
    {
      atlas_report_builder_add_gap (self->builder, _("certified social workers"));
      return;
    }
  atlas_report_add_heading (self->builder->report, 1, _("Certified social workers"));
  atlas_report_builder_add_paragraph (self->builder, text, compared + graded + trended, 0);
  if (trended)
    atlas_report_add_chart (self->builder->report,
                            atlas_report_builder_chart (self->builder, ATLAS_CHART_LINE, self->trend,
                                                        _("Certified social workers by year")));
  if (compared)
    add_bar (self, self->share, NULL);
  if (graded)
    atlas_report_add_chart (self->builder->report,
                            atlas_report_builder_chart (self->builder, ATLAS_CHART_PERCENT_BAR, self->grades,
                                                        _("Certified social workers by grade")));
}

static void
add_children_section (AtlasBrief *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *ranking = NULL;

  if (self->children == NULL || atlas_report_builder_count_regions (self->children) < 2)
    return;
  ranking = atlas_table_get_n_rows (self->children) <= TOLD_PLACES
              ? atlas_sentence_ranking (self->children, self->builder->names)
              : atlas_sentence_leaders (self->children, self->builder->names);
  atlas_sentence_append (text, ranking);
  atlas_report_add_heading (self->builder->report, 1, _("Divisions below"));
  atlas_report_builder_add_paragraph (self->builder, text, 1, 0);
  add_bar (self, self->children, _("Certified social workers by division"));
}

static void
add_station_section (AtlasBrief *self)
{
  const AtlasObservation *coverage = find (self->coverage, self->region);
  g_autoptr (GString) text = g_string_new (NULL);

  append_level (self, text, self->coverage);
  for (guint i = 0; i < atlas_table_get_n_rows (self->tiers); i++)
    {
      const AtlasObservation *tier = atlas_table_get_row (self->tiers, i);

      /* The coverage has told the number of township stations. */
      if (atlas_observation_is_missing (coverage) || strcmp (tier->by[0], "township_station") != 0)
        append (self, text, tier, NULL, 0, NULL, 0);
    }
  append_level (self, text, self->organisations);
  if (text->len == 0)
    {
      atlas_report_builder_add_gap (self->builder, _("stations and organisations"));
      return;
    }
  atlas_report_add_heading (self->builder->report, 1, _("Stations and organisations"));
  atlas_report_add_paragraph (self->builder->report, text->str);
}

static void
add_funding_section (AtlasBrief *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *citation =
    atlas_report_builder_cite_funding (self->builder, find (self->funding, self->region), self->purposes);
  g_autofree char *sentence = atlas_sentence_funding (
    self->builder->catalogue, find (self->funding, self->region), self->purposes, self->name, citation);
  AtlasReportTable *table = atlas_brief_purpose_table (self);

  if (sentence == NULL)
    {
      atlas_report_builder_add_gap (self->builder, _("funding"));
      return;
    }
  atlas_sentence_append (text, sentence);
  atlas_report_add_heading (self->builder->report, 1, _("Funding"));
  atlas_report_builder_add_paragraph (self->builder, text, 0, table != NULL);
  if (table != NULL)
    atlas_report_add_table (self->builder->report, table);
}

static gboolean
add_others_section (AtlasBrief  *self,
                    GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  AtlasReportTable *table = atlas_brief_other_figures_table (self, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (table == NULL)
    return TRUE;
  atlas_report_add_heading (self->builder->report, 1, _("Other published figures"));
  atlas_report_add_table (self->builder->report, table);
  return TRUE;
}

/* The years of the region's own figures; a table of one row where there are fewer than two. */
static AtlasTable *
ask_trend (AtlasBrief  *self,
           GError     **error)
{
  g_autoptr (AtlasQuestion) question = atlas_report_builder_question (self->builder, "certified_workers");
  g_autoptr (AtlasTable) wide = NULL;
  int first = 0, last = 0;

  atlas_question_set_years (question, FIRST_YEAR,
                            self->builder->request->year != 0 ? self->builder->request->year : LAST_YEAR);
  question->stand_in = FALSE;
  wide = atlas_answer (self->builder->dataset, self->builder->catalogue, question, error);
  if (wide == NULL)
    return NULL;
  for (guint i = 0; i < atlas_table_get_n_rows (wide); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (wide, i);

      if (atlas_observation_is_missing (row))
        continue;
      first = first == 0 ? row->year : MIN (first, row->year);
      last = MAX (last, row->year);
    }
  if (first == 0)
    return g_steal_pointer (&wide);
  atlas_question_set_years (question, first, last);
  return atlas_report_builder_ask (self->builder, question, error);
}

/* The divisions below that have a figure; NULL without ERROR where there are none. */
static gboolean
ask_children (AtlasBrief  *self,
              GError     **error)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new ("certified_workers");
  g_autoptr (AtlasTable) all = NULL;
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  if (self->region->level >= ATLAS_REGION_LEVEL_COUNTY)
    return TRUE;
  question->stand_in = TRUE;
  atlas_question_set_within (question, self->region->code, self->region->level + 1);
  atlas_question_set_years (question, self->builder->request->year, self->builder->request->year);
  all = atlas_answer (self->builder->dataset, self->builder->catalogue, question, error);
  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < atlas_table_get_n_rows (all); i++)
    if (!atlas_observation_is_missing (atlas_table_get_row (all, i)))
      g_ptr_array_add (codes, (gpointer) atlas_table_get_row (all, i)->region->code);
  if (codes->len == 0)
    return TRUE;
  g_ptr_array_add (codes, NULL);
  g_clear_pointer (&question, atlas_question_free);
  question = atlas_report_builder_question (self->builder, "certified_workers");
  atlas_question_set_regions (question, (const char *const *) codes->pdata);
  self->children = atlas_report_builder_ask (self->builder, question, error);
  return self->children != NULL;
}

/* INDICATOR for the region and those it is compared with. */
static AtlasTable *
ask_compared (AtlasBrief  *self,
              const char  *indicator,
              GError     **error)
{
  g_autoptr (AtlasQuestion) question = atlas_report_builder_question (self->builder, indicator);
  const char *codes[4] = { self->region->code };
  guint n = 1;

  if (self->parent != NULL)
    codes[n++] = self->parent->code;
  if (self->parent != NULL && self->parent != self->nation)
    codes[n++] = self->nation->code;
  atlas_question_set_regions (question, codes);
  return atlas_report_builder_ask (self->builder, question, error);
}

static gboolean
ask_all (AtlasBrief  *self,
         GError     **error)
{
  const struct {
    AtlasTable **table;
    const char *indicator;
    const char *by;
  } questions[] = {
    { &self->professionals, "social_workers", NULL },
    { &self->grades, "certified_workers", "grade" },
    { &self->per_10k, "certified_per_10k", NULL },
    { &self->tiers, "stations", "tier" },
    { &self->coverage, "township_coverage", NULL },
    { &self->organisations, "social_work_orgs", NULL },
    { &self->funding, "funding", NULL },
    { &self->purposes, "funding", "purpose" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      *questions[i].table =
        atlas_report_builder_ask_indicator (self->builder, questions[i].indicator, questions[i].by, error);
      if (*questions[i].table == NULL)
        return FALSE;
    }
  self->certified = ask_compared (self, "certified_workers", error);
  if (self->certified == NULL)
    return FALSE;
  self->share = ask_compared (self, "certified_share", error);
  if (self->share == NULL)
    return FALSE;
  self->trend = ask_trend (self, error);
  return self->trend != NULL && ask_children (self, error);
}

static void
brief_clear (AtlasBrief *self)
{
  AtlasTable **tables[] = {
    &self->certified, &self->professionals, &self->share, &self->grades, &self->per_10k, &self->tiers,
    &self->coverage, &self->organisations, &self->funding, &self->purposes, &self->trend, &self->children,
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_clear_pointer (tables[i], atlas_table_unref);
}

/* How many people live there is no figure on social work. */
static gboolean
has_any_figure (AtlasBrief *self)
{
  g_autoptr (GPtrArray) figures = atlas_dataset_load_figures (
    self->builder->dataset, NULL, (const char *const[]) { self->region->code, NULL }, NULL);

  for (guint i = 0; figures != NULL && i < figures->len; i++)
    {
      const AtlasFigure *figure = g_ptr_array_index (figures, i);

      if (strcmp (figure->indicator_id, "population") != 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
build (AtlasBrief  *self,
       GError     **error)
{
  g_autofree char *title = g_strdup_printf (_("Social work in %s:\na brief"),
                                            atlas_region_get_display_name (self->region));

  self->builder->report = atlas_report_new (title);
  atlas_report_set_subject (self->builder->report,
                            _("Social work stations, certified social workers and funding"));
  atlas_report_builder_add_title (self->builder);
  atlas_brief_add_key_figures (self);
  add_certified_section (self);
  add_children_section (self);
  add_station_section (self);
  add_funding_section (self);
  if (!add_others_section (self, error) || !atlas_report_builder_add_findings (self->builder, error))
    return FALSE;
  atlas_report_builder_add_gaps (self->builder);
  atlas_report_builder_add_method (self->builder);
  atlas_report_builder_add_sources (self->builder);
  return TRUE;
}

static void
find_compared (AtlasBrief *self)
{
  AtlasReportBuilder *builder = self->builder;

  self->region = g_ptr_array_index (builder->regions, 0);
  self->name = atlas_report_builder_get_name (builder, self->region);
  self->parent = self->region->parent;
  self->nation = atlas_region_tree_get_root (atlas_catalogue_get_regions (builder->catalogue));
  if (self->parent == NULL)
    return;
  atlas_report_builder_add_region (builder, self->parent);
  atlas_report_builder_add_region (builder, self->nation);
  self->parent_name = atlas_report_builder_get_name (builder, self->parent);
  self->nation_name = atlas_report_builder_get_name (builder, self->nation);
}

gboolean
atlas_template_brief (AtlasReportBuilder  *builder,
                      GError             **error)
{
  AtlasBrief self = { .builder = builder, .told_period = "-" };
  gboolean done = FALSE;

  find_compared (&self);
  if (!has_any_figure (&self))
    g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_EMPTY, _("No figure is published for %s"),
                 self.name);
  else if (ask_all (&self, error))
    done = build (&self, error);
  brief_clear (&self);
  return done;
}
