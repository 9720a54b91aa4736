/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>

#include "reports/sentences.h"
#include "reports/template-private.h"
#include "reports/templates/coverage-parts.h"
#include "reports/templates/division-table.h"

/* A line needs so many years to show more than a sentence does. */
#define LEAST_YEARS 3

/* The answers that the sections are made of; those of the divisions below are NULL where none has a figure. */
typedef struct {
  AtlasSubject about;
  AtlasTable *coverage; /* (with claim) of the region, its parent and the nation */
  AtlasTable *claim;
  AtlasTable *trend;
  AtlasTable *tiers;
  AtlasTable *workers;
  AtlasTable *workers_per_station;
  AtlasTable *children;
  AtlasTable *child_claims;
  AtlasTable *map; /* of all provinces, with those that have no figure; NULL but for the nation */
} Coverage;

static const char *const indicators[] = { "stations", "coverage_rate", "township_coverage", "townships", NULL };

static gboolean
ask_map (Coverage  *self,
         GError   **error)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new ("township_coverage");
  int year = self->about.builder->request->year;

  if (self->about.parent != NULL)
    return TRUE;
  question->stand_in = TRUE;
  atlas_question_set_years (question, year, year);
  atlas_question_set_within (question, self->about.region->code, ATLAS_REGION_LEVEL_PROVINCE);
  self->map = atlas_report_builder_ask (self->about.builder, question, error);
  return self->map != NULL;
}

static gboolean
ask_all (Coverage  *self,
         GError   **error)
{
  AtlasReportBuilder *builder = self->about.builder;

  self->coverage = atlas_subject_ask_compared (&self->about, "township_coverage", error);
  if (self->coverage == NULL)
    return FALSE;
  self->claim = atlas_subject_ask_compared (&self->about, "coverage_rate", error);
  if (self->claim == NULL)
    return FALSE;
  self->trend = atlas_subject_ask_trend (&self->about, "township_coverage", error);
  if (self->trend == NULL)
    return FALSE;
  self->tiers = atlas_report_builder_ask_indicator (builder, "stations", "tier", error);
  if (self->tiers == NULL)
    return FALSE;
  self->workers = atlas_report_builder_ask_indicator (builder, "station_workers", NULL, error);
  if (self->workers == NULL)
    return FALSE;
  self->workers_per_station = atlas_report_builder_ask_indicator (builder, "workers_per_station", NULL, error);
  return self->workers_per_station != NULL &&
         atlas_subject_ask_children (&self->about, "township_coverage", &self->children, error) &&
         atlas_subject_ask_children (&self->about, "coverage_rate", &self->child_claims, error) &&
         ask_map (self, error);
}

static void
clear (gpointer state)
{
  Coverage *self = state;
  AtlasTable **tables[] = {
    &self->coverage, &self->claim, &self->trend, &self->tiers, &self->workers, &self->workers_per_station,
    &self->children, &self->child_claims, &self->map,
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_clear_pointer (tables[i], atlas_table_unref);
}

static const AtlasObservation *
get_coverage (Coverage *self)
{
  return atlas_subject_find (&self->about, self->coverage);
}

static gboolean
has_claim (Coverage *self)
{
  return atlas_report_builder_has_value (self->claim, self->about.region);
}

static gboolean
is_empty (Coverage *self)
{
  return atlas_observation_is_missing (get_coverage (self)) && self->children == NULL && self->child_claims == NULL &&
         !has_claim (self) && atlas_report_builder_count_regions (self->tiers) == 0;
}

static void
add_key_figures (AtlasReportBuilder  *builder,
                 gpointer             state,
                 GError             **error)
{
  Coverage *self = state;
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_key_figure_free);
  g_autofree char *fraction = atlas_subject_dup_fraction (get_coverage (self));

  atlas_subject_add_key_figure (&self->about, figures, self->coverage, get_coverage (self), fraction);
  atlas_subject_add_key_figure (&self->about, figures, self->claim, atlas_subject_find (&self->about, self->claim), NULL);
  atlas_subject_add_key_figure (&self->about, figures, self->workers, atlas_subject_find (&self->about, self->workers), NULL);
  atlas_subject_add_key_figure (&self->about, figures, self->workers_per_station,
                                atlas_subject_find (&self->about, self->workers_per_station), NULL);
  if (figures->len >= 2)
    atlas_report_add_key_figures (builder->report, g_steal_pointer (&figures));
}

/* "48个，法定乡镇（街道）47个，覆盖率102.1%，同比……，高于宁夏2.5个百分点" */
static void
append_coverage (Coverage *self,
                 GString  *text)
{
  const AtlasSubject *about = &self->about;
  const AtlasObservation *now = get_coverage (self);
  const AtlasObservation *before = atlas_subject_find_before (self->trend, now);
  const AtlasObservation *parent =
    about->parent != NULL ? atlas_table_find (self->coverage, about->parent->code, 0, NULL) : NULL;
  g_autofree char *change =
    before != NULL ? atlas_clause_change (now, before, atlas_table_get_unit (self->trend)) : NULL;
  g_autofree char *above = parent != NULL ? atlas_clause_difference (now, parent, about->parent_name) : NULL;
  const char *clauses[] = { change, above };
  const AtlasObservation *bases[] = { change != NULL ? before : NULL, above != NULL ? parent : NULL };

  atlas_subject_append (&self->about, text, now, clauses, G_N_ELEMENTS (clauses), bases, G_N_ELEMENTS (bases));
}

static void
append_claim (Coverage *self,
              GString  *text)
{
  const AtlasObservation *claim = atlas_subject_find (&self->about, self->claim);
  const AtlasObservation *bases[] = { claim, get_coverage (self) };
  g_autofree char *citation =
    atlas_report_builder_cite_several (self->about.builder, bases, G_N_ELEMENTS (bases));
  g_autofree char *sentence = atlas_sentence_claim (claim, get_coverage (self), self->about.name, citation);

  atlas_sentence_append (text, sentence);
}

static void
add_level_section (AtlasReportBuilder  *builder,
                   gpointer             state,
                   GError             **error)
{
  Coverage *self = state;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *missing = NULL;
  gboolean trended = atlas_table_get_n_rows (self->trend) - atlas_table_count_missing (self->trend) >= LEAST_YEARS;

  append_coverage (self, text);
  if (text->len == 0)
    {
      g_autoptr (AtlasTable) own =
        atlas_report_builder_ask_indicator (builder, "township_coverage", NULL, NULL);

      missing = own != NULL ? atlas_sentence_missing (own, builder->names) : NULL;
      atlas_sentence_append (text, missing);
    }
  append_claim (self, text);
  if (text->len == 0)
    return;
  atlas_report_add_heading (builder->report, 1, _("Level of coverage"));
  atlas_report_builder_add_paragraph (builder, text, trended, 0);
  if (trended)
    atlas_report_add_chart (builder->report,
                            atlas_report_builder_chart (builder, ATLAS_CHART_LINE, self->trend,
                                                        _("Township station coverage by year")));
}

static void
add_claimed (GPtrArray  *codes,
             AtlasTable *claims)
{
  for (guint i = 0; claims != NULL && i < atlas_table_get_n_rows (claims); i++)
    if (!atlas_observation_is_missing (atlas_table_get_row (claims, i)))
      g_ptr_array_add (codes, (gpointer) atlas_table_get_row (claims, i)->region->code);
}

/* (array zero-terminated=1) (transfer container): those of which a claim is known, if it is the region or one below: with
 * those that it is compared with. */
static GPtrArray *
list_claimed (Coverage *self)
{
  GPtrArray *codes = g_ptr_array_new ();

  if (has_claim (self) || self->child_claims != NULL)
    {
      add_claimed (codes, self->claim);
      add_claimed (codes, self->child_claims);
    }
  g_ptr_array_add (codes, NULL);
  return codes;
}

static AtlasTable *
ask_for (Coverage    *self,
         const char  *indicator,
         GPtrArray   *codes,
         GError     **error)
{
  g_autoptr (AtlasQuestion) question = atlas_report_builder_question (self->about.builder, indicator);

  atlas_question_set_regions (question, (const char *const *) codes->pdata);
  return atlas_report_builder_ask (self->about.builder, question, error);
}

/* What is computed as bars, what is claimed as a tick on each. */
static void
add_claim_section (AtlasReportBuilder  *builder,
                   gpointer             state,
                   GError             **error)
{
  Coverage *self = state;
  g_autoptr (GPtrArray) codes = list_claimed (self);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (AtlasTable) joined = NULL;
  const char *const asked[] = { "township_coverage", "coverage_rate" };

  if (!has_claim (self))
    atlas_report_builder_add_gap (builder, _("a claimed coverage"));
  if (codes->len <= 1)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      AtlasTable *table = ask_for (self, asked[i], codes, error);

      if (table == NULL)
        return;
      atlas_table_set_name (table, i == 0 ? _("Computed coverage") : _("Published coverage"));
      g_ptr_array_add (parts, table);
    }
  if (atlas_report_builder_count_regions (g_ptr_array_index (parts, 0)) == 0)
    return;
  joined = atlas_table_join (parts);
  g_string_append (text, _("The coverage that documents print is set against the one computed from stations and the list of "
                           "divisions."));
  atlas_report_add_heading (builder->report, 1, _("Claimed and computed"));
  atlas_report_builder_add_paragraph (builder, text, 1, 0);
  atlas_report_add_chart (builder->report,
                          atlas_report_builder_chart (builder, ATLAS_CHART_BULLET, joined,
                                                      _("Claimed and computed township station coverage")));
}

/* "下一级区划31个，其中12个可测算覆盖率，达到100%的有2个" */
static char *
say_divisions (Coverage *self)
{
  guint n = atlas_report_builder_count_regions (self->children), n_full = 0;
  guint n_divisions = atlas_division_count (&self->about);
  g_autofree char *computed =
    n == n_divisions ? g_strdup_printf (_("Coverage can be computed for all %u divisions one level below"), n)
                     : g_strdup_printf (_("Coverage can be computed for %1$u of %2$u divisions one level below"), n, n_divisions);
  g_autofree char *full = NULL;

  for (guint i = 0; i < atlas_table_get_n_rows (self->children); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (self->children, i);

      if (!atlas_observation_is_missing (row) && row->value >= 100 && row->qualifier != ATLAS_QUALIFIER_AT_MOST &&
          row->qualifier != ATLAS_QUALIFIER_NEARLY)
        n_full++;
    }
  full = n_full > 0 ? g_strdup_printf (ngettext ("of which %u reaches 100%%", "of which %u reach 100%%", n_full), n_full)
                    : g_strdup (_("none of which reaches 100%"));
  return atlas_sentence_make ((const char *const[]) { computed, full }, 2, "");
}

static void
add_division_charts (Coverage         *self,
                     AtlasReportTable *table)
{
  AtlasChartSpec *chart = atlas_report_builder_chart (self->about.builder, ATLAS_CHART_BAR, self->children,
                                                      _("Township station coverage by division"));

  chart->show_fraction = TRUE;
  chart->show_ranks = atlas_division_are_ranked (self->children);
  atlas_report_add_chart (self->about.builder->report, chart);
  atlas_report_add_table (self->about.builder->report, table);
  if (self->map != NULL)
    atlas_report_add_chart (self->about.builder->report,
                            atlas_report_builder_chart (self->about.builder, ATLAS_CHART_TILE_MAP, self->map,
                                                        _("Township station coverage of the provinces")));
}

/* What the coverage counts: documents stations, registers the townships that have one. */
static const char *
name_numerator (AtlasTable *coverage)
{
  guint n_counted = 0;

  for (guint i = 0; coverage != NULL && i < atlas_table_get_n_rows (coverage); i++)
    n_counted += atlas_table_get_row (coverage, i)->basis == ATLAS_BASIS_REGISTERS ? 1 : 0;
  if (coverage != NULL && n_counted == atlas_table_get_n_rows (coverage))
    return _("With a station");
  return n_counted == 0 ? _("Township stations") : _("Stations, or townships with one");
}

/* A table of one row would say no more. */
static void
append_only_division (Coverage *self,
                      GString  *text)
{
  AtlasReportBuilder *builder = self->about.builder;
  const AtlasObservation *only = atlas_table_get_row (self->children, 0);
  g_autofree char *name = atlas_region_dup_short_name (only->region);
  g_autofree char *level = atlas_clause_level (builder->catalogue, only, name);
  g_autofree char *dated = atlas_clause_dated (level, only, "-");
  g_autofree char *citation = atlas_report_builder_cite_region (builder, self->children, only->region);
  g_autofree char *sentence = atlas_sentence_make ((const char *const[]) { dated }, 1, citation);

  atlas_sentence_append (text, sentence);
}

static void
add_division_section (AtlasReportBuilder  *builder,
                      gpointer             state,
                      GError             **error)
{
  Coverage *self = state;
  const AtlasDivisionColumn columns[] = {
    { self->children, ATLAS_DIVISION_VALUE, NULL },
    { atlas_division_are_ranked (self->children) ? self->children : NULL, ATLAS_DIVISION_RANK, _("Rank") },
    { self->children, ATLAS_DIVISION_NUMERATOR, name_numerator (self->children) },
    { self->children, ATLAS_DIVISION_DENOMINATOR, _("Townships") },
    { self->child_claims, ATLAS_DIVISION_VALUE, _("Claimed (%)") },
  };
  AtlasReportTable *table;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *divisions = NULL, *ranking = NULL;

  if (self->children == NULL && self->about.region->level < ATLAS_REGION_LEVEL_COUNTY)
    atlas_report_builder_add_gap (builder, _("the coverage of the divisions below"));
  if (self->children == NULL)
    return;
  divisions = say_divisions (self);
  ranking = atlas_sentence_leaders (self->children, atlas_division_count (&self->about), builder->names);
  atlas_sentence_append (text, divisions);
  atlas_sentence_append (text, ranking);
  atlas_report_add_heading (builder->report, 1, _("Divisions below"));
  table = atlas_division_table_new (&self->about, _("Township station coverage of the divisions"), columns,
                                    G_N_ELEMENTS (columns));
  if (table == NULL)
    append_only_division (self, text);
  atlas_report_builder_add_paragraph (builder, text, table != NULL ? 1 + (self->map != NULL) : 0,
                                      table != NULL);
  if (table != NULL)
    add_division_charts (self, table);
}

/* The three tiers, and who works in the stations. */
static void
add_station_section (AtlasReportBuilder  *builder,
                     gpointer             state,
                     GError             **error)
{
  Coverage *self = state;
  g_autoptr (GString) text = g_string_new (NULL);
  AtlasReportTable *table =
    atlas_subject_break_down (&self->about, self->tiers, NULL, _("Stations by tier"), _("Tier"));

  for (guint i = 0; i < atlas_table_get_n_rows (self->tiers); i++)
    {
      const AtlasObservation *tier = atlas_table_get_row (self->tiers, i);

      /* The coverage has told the number of township stations, but for that of a register. */
      if (atlas_observation_is_missing (get_coverage (self)) || get_coverage (self)->basis == ATLAS_BASIS_REGISTERS ||
          !g_str_equal (tier->by[0], "township_station"))
        atlas_subject_append (&self->about, text, tier, NULL, 0, NULL, 0);
    }
  atlas_subject_append (&self->about, text, atlas_subject_find (&self->about, self->workers), NULL, 0, NULL, 0);
  atlas_subject_append (&self->about, text, atlas_subject_find (&self->about, self->workers_per_station), NULL, 0,
                        NULL, 0);
  if (atlas_report_builder_count_regions (self->workers) == 0)
    atlas_report_builder_add_gap (builder, _("station staff"));
  if (text->len == 0)
    return;
  atlas_report_add_heading (builder->report, 1, _("Stations and their staff"));
  atlas_report_builder_add_paragraph (builder, text, 0, table != NULL);
  if (table != NULL)
    atlas_report_add_table (builder->report, table);
}

static void
add_township_section (AtlasReportBuilder  *builder,
                      gpointer             state,
                      GError             **error)
{
  Coverage *self = state;

  atlas_coverage_add_townships (&self->about, get_coverage (self), error);
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
  Coverage *self = state;
  g_autofree char *title = NULL;

  atlas_subject_init (&self->about, builder);
  if (!ask_all (self, error) || !atlas_subject_check_figures (&self->about, !is_empty (self), error))
    return FALSE;
  title = g_strdup_printf (_("Township stations in %s:\ncoverage"), atlas_region_get_display_name (self->about.region));
  atlas_report_builder_begin (builder, title, _("Coverage of townships by social work stations"));
  return TRUE;
}

static const AtlasReportSection sections[] = {
  { "cover", N_("Cover"), ATLAS_SECTION_OPENING, atlas_report_builder_add_long_cover },
  { "contents", N_("Contents"), ATLAS_SECTION_OPENING, atlas_report_builder_add_contents },
  { "key-figures", N_("Key figures"), 0, add_key_figures },
  { "level", N_("Level of coverage"), 0, add_level_section },
  { "claims", N_("Claimed and computed"), 0, add_claim_section },
  { "divisions", N_("Divisions below"), 0, add_division_section },
  { "townships", N_("Townships without a station"), 0, add_township_section },
  { "stations", N_("Stations and their staff"), 0, add_station_section },
  { "checks", N_("Figures that contradict each other"), 0, add_check_section },
  { "missing", N_("What is missing"), ATLAS_SECTION_CLOSING, atlas_report_builder_add_gaps },
  { "method", N_("On method"), ATLAS_SECTION_CLOSING, atlas_report_builder_add_method },
  { "definitions", N_("Definitions"), ATLAS_SECTION_CLOSING, atlas_report_builder_add_definitions },
  { "sources", N_("List of sources"), ATLAS_SECTION_CLOSING | ATLAS_SECTION_ALWAYS, atlas_report_builder_add_sources },
};

const AtlasTemplate atlas_template_coverage = {
  "coverage", N_("Coverage by township stations"), 1, 1, sizeof (Coverage), start, clear, 0, sections, G_N_ELEMENTS (sections),
};
