/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>

#include "reports/division-words.h"
#include "reports/sentences.h"
#include "reports/table-notes.h"
#include "reports/templates/yearbook-parts.h"

/* Bars of more divisions than these would run over pages; those of the level above are drawn then. */
#define MAX_BARS 60
#define MAX_TOLD 3

/* So many divisions without a figure are named where it is told; of more it is said how many. */
#define MAX_NAMED 3

/**
 * Chapter:
 * @section: its id among the sections
 * @told: which columns the text tells of and, the first that is known, the chart shows; ended by −1
 * @is_ranked_if_counted: whether documents differ too much to be ranked
 */
typedef struct {
  const char *section;
  const char *heading;
  const char *title;
  const char *gap;
  const AtlasYearbookColumn *columns;
  guint n_columns;
  int told[MAX_TOLD + 1];
  gboolean is_ranked_if_counted;
} Chapter;

static const AtlasYearbookColumn stations[] = {
  { "township_coverage", NULL, NULL, ATLAS_DIVISION_DENOMINATOR, N_("Townships"), NC_("column", "Townships"), TRUE },
  { "stations", NULL, NULL, ATLAS_DIVISION_VALUE, N_("Township stations"), NC_("column", "Township stations"), TRUE },
  { "township_coverage", NULL, NULL, ATLAS_DIVISION_VALUE, NULL, NC_("column", "Coverage"), FALSE },
  { "stations", "tier", "county_centre", ATLAS_DIVISION_VALUE, NULL, NC_("column", "County centres"), TRUE },
  { "stations", "tier", "community_room", ATLAS_DIVISION_VALUE, NULL, NC_("column", "Community rooms"), TRUE },
  { "station_workers", NULL, NULL, ATLAS_DIVISION_VALUE, NULL, NC_("column", "Station social workers"), TRUE },
  { "workers_per_station", NULL, NULL, ATLAS_DIVISION_VALUE, NULL, NC_("column", "Workers per station"), TRUE },
};

static const AtlasYearbookColumn people[] = {
  { "social_workers", NULL, NULL, ATLAS_DIVISION_VALUE, NULL, NC_("column", "All workers"), FALSE },
  { "certified_workers", NULL, NULL, ATLAS_DIVISION_VALUE, NULL, NC_("column", "Certified"), FALSE },
  { "certified_workers", "grade", "assistant", ATLAS_DIVISION_VALUE, NULL, NC_("column", "Assistant"), FALSE },
  { "certified_workers", "grade", "intermediate", ATLAS_DIVISION_VALUE, NULL, NC_("column", "Social worker"), FALSE },
  { "certified_workers", "grade", "senior", ATLAS_DIVISION_VALUE, NULL, NC_("column", "Senior"), FALSE },
  { "certified_share", NULL, NULL, ATLAS_DIVISION_VALUE, NULL, NC_("column", "Certified share"), FALSE },
  { "certified_per_10k", NULL, NULL, ATLAS_DIVISION_VALUE, NULL, NC_("column", "Certified per 10,000 residents"), TRUE },
  { "newly_certified", NULL, NULL, ATLAS_DIVISION_VALUE, NULL, NC_("column", "Newly certified"), FALSE },
  { "registered_workers", NULL, NULL, ATLAS_DIVISION_VALUE, NULL, NC_("column", "On the register"), FALSE },
};

static const AtlasYearbookColumn funding[] = {
  { "funding", NULL, NULL, ATLAS_DIVISION_VALUE, NULL, NC_("column", "Total"), FALSE },
  { "funding", "source", "central", ATLAS_DIVISION_VALUE, NULL, NC_("column", "Central"), FALSE },
  { "funding", "source", "provincial", ATLAS_DIVISION_VALUE, NULL, NC_("column", "Provincial"), FALSE },
  { "funding", "source", "prefectural", ATLAS_DIVISION_VALUE, NULL, NC_("column", "City"), FALSE },
  { "funding", "source", "county", ATLAS_DIVISION_VALUE, NULL, NC_("column", "County"), FALSE },
  { "funding", "source", "welfare_lottery", ATLAS_DIVISION_VALUE, NULL, NC_("column", "Welfare lottery"), FALSE },
  { "funding_per_station", NULL, NULL, ATLAS_DIVISION_VALUE, NULL, NC_("column", "Per station"), FALSE },
  { "funding_per_certified", NULL, NULL, ATLAS_DIVISION_VALUE, N_("Funding per certified worker"), NC_("column", "Per holder"),
    FALSE },
  { "funding_per_resident", NULL, NULL, ATLAS_DIVISION_VALUE, NULL, NC_("column", "Per resident"), FALSE },
};

static const AtlasYearbookColumn services[] = {
  { "household_visits", NULL, NULL, ATLAS_DIVISION_VALUE, NULL, NC_("column", "Households visited"), TRUE },
  { "case_services", NULL, NULL, ATLAS_DIVISION_VALUE, NULL, NC_("column", "Individual cases"), TRUE },
  { "activities", NULL, NULL, ATLAS_DIVISION_VALUE, NULL, NC_("column", "Service activities"), TRUE },
  { "service_person_times", NULL, NULL, ATLAS_DIVISION_VALUE, NULL, NC_("column", "Service person-times"), TRUE },
  { "service_projects", NULL, NULL, ATLAS_DIVISION_VALUE, NULL, NC_("column", "Service projects"), TRUE },
};

static const AtlasYearbookColumn organisations[] = {
  { "social_work_orgs", NULL, NULL, ATLAS_DIVISION_VALUE, NULL, NC_("column", "Social work service organisations"), TRUE },
  { "community_social_orgs", NULL, NULL, ATLAS_DIVISION_VALUE, NULL, NC_("column", "Community social organisations"), TRUE },
  { "volunteer_orgs", NULL, NULL, ATLAS_DIVISION_VALUE, NULL, NC_("column", "Volunteer organisations"), TRUE },
  { "registered_volunteers", NULL, NULL, ATLAS_DIVISION_VALUE, NULL, NC_("column", "Registered volunteers"), TRUE },
  { "volunteer_activities", NULL, NULL, ATLAS_DIVISION_VALUE, NULL, NC_("column", "Volunteer activities"), TRUE },
  { "volunteer_hours", NULL, NULL, ATLAS_DIVISION_VALUE, NULL, NC_("column", "Volunteer hours"), TRUE },
};

static const Chapter chapters[ATLAS_N_YEARBOOK_CHAPTERS] = {
  [ATLAS_YEARBOOK_STATIONS] = { "stations", N_("Stations and coverage"), N_("Stations and their coverage by division"), N_("stations"),
                                stations, G_N_ELEMENTS (stations), { 2, 5, -1 }, FALSE },
  [ATLAS_YEARBOOK_PEOPLE] = { "certified", N_("Certified social workers"), N_("Certified social workers by division and grade"),
                              N_("certified social workers"), people, G_N_ELEMENTS (people), { 1, 6, 5, -1 }, FALSE },
  [ATLAS_YEARBOOK_FUNDING] = { "funding", N_("Funding"), N_("Funding by division and source"), N_("funding"), funding,
                               G_N_ELEMENTS (funding), { 0, 6, -1 }, TRUE },
  [ATLAS_YEARBOOK_SERVICES] = { "services", N_("Services"), N_("Services by division"), N_("services"), services,
                                G_N_ELEMENTS (services), { 0, 1, 3, -1 }, TRUE },
  [ATLAS_YEARBOOK_ORGANISATIONS] = { "organisations", N_("Organisations and volunteers"), N_("Organisations and volunteers by division"),
                                     N_("organisations and volunteers"), organisations, G_N_ELEMENTS (organisations),
                                     { 0, 3, 4, -1 }, FALSE },
};

gboolean
atlas_yearbook_has_chapter (AtlasYearbook        *self,
                            AtlasYearbookChapter  chapter)
{
  return atlas_report_builder_has_section (self->about.builder, chapters[chapter].section) ||
         atlas_report_builder_has_section (self->about.builder, "profiles");
}

gboolean
atlas_yearbook_chapter_is_known (AtlasYearbook        *self,
                                 AtlasYearbookChapter  chapter)
{
  for (guint i = 1; i < self->regions->len; i++)
    if (atlas_yearbook_grid_has_figure (self->grids[chapter], g_ptr_array_index (self->regions, i)))
      return TRUE;
  return FALSE;
}

const char *
atlas_yearbook_chapter_get_heading (AtlasYearbookChapter chapter)
{
  return _(chapters[chapter].heading);
}

AtlasYearbookGrid *
atlas_yearbook_chapter_ask (AtlasYearbook         *self,
                            AtlasYearbookChapter   chapter,
                            GError               **error)
{
  return atlas_yearbook_grid_new (self->about.builder, self->regions, chapters[chapter].columns,
                                  chapters[chapter].n_columns, error);
}

static gboolean
is_counted (AtlasTable *table)
{
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (!atlas_observation_is_missing (row) && row->basis != ATLAS_BASIS_REGISTERS)
        return FALSE;
    }
  return TRUE;
}

static gboolean
may_be_ranked (const Chapter *chapter,
               AtlasTable    *table)
{
  return atlas_report_builder_count_regions (table) >= 2 && (!chapter->is_ranked_if_counted || is_counted (table));
}

/* The levels of the divisions, the upper one first; returns how many: one or two. */
static guint
list_levels (AtlasYearbook    *self,
             AtlasRegionLevel  levels[2])
{
  guint n = 0;

  for (guint i = 1; i < self->regions->len && n < 2; i++)
    {
      AtlasRegionLevel level = ((const AtlasRegion *) g_ptr_array_index (self->regions, i))->level;

      if (n == 0 || levels[0] != level)
        levels[n++] = level;
    }
  if (n == 2 && levels[0] > levels[1])
    {
      AtlasRegionLevel swapped = levels[0];

      levels[0] = levels[1];
      levels[1] = swapped;
    }
  return n;
}

/* "Certified social workers by county" */
static char *
dup_title (AtlasYearbook    *self,
           const char       *name,
           AtlasRegionLevel  level)
{
  g_autoptr (GPtrArray) divisions = g_ptr_array_new ();

  for (guint i = 1; i < self->regions->len; i++)
    if (((const AtlasRegion *) g_ptr_array_index (self->regions, i))->level == level)
      g_ptr_array_add (divisions, g_ptr_array_index (self->regions, i));
  switch (level)
    {
    case ATLAS_REGION_LEVEL_PROVINCE:
      return g_strdup_printf (_("%s by province"), name);
    case ATLAS_REGION_LEVEL_PREFECTURE:
      if (atlas_division_words_are_cities (divisions))
        return g_strdup_printf (C_("cities", "%s by prefecture"), name);
      return g_strdup_printf (_("%s by prefecture"), name);
    default:
      return g_strdup_printf (_("%s by county"), name);
    }
}

/* How many divisions have no figure in COLUMN. */
static guint
count_silent (AtlasYearbook     *self,
              AtlasYearbookGrid *grid,
              guint              column)
{
  guint n = 0;

  for (guint i = 1; i < self->regions->len; i++)
    n += atlas_observation_is_missing (atlas_yearbook_grid_find (grid, column, g_ptr_array_index (self->regions, i))) ? 1 : 0;
  return n;
}

/* The divisions that have a figure in COLUMN. */
static char *
list_known (AtlasYearbook     *self,
            AtlasYearbookGrid *grid,
            guint              column)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 1; i < self->regions->len; i++)
    if (!atlas_observation_is_missing (atlas_yearbook_grid_find (grid, column, g_ptr_array_index (self->regions, i))))
      g_ptr_array_add (names, (gpointer) atlas_report_builder_get_name (self->about.builder,
                                                                        g_ptr_array_index (self->regions, i)));
  return atlas_sentence_list (names);
}

/* "31个省（自治区、直辖市）": all divisions. */
static char *
count_all (AtlasYearbook *self)
{
  g_autoptr (GPtrArray) divisions = g_ptr_array_new ();

  g_ptr_array_extend (divisions, self->regions, NULL, NULL);
  g_ptr_array_remove_index (divisions, 0);
  return atlas_division_words_count (divisions->len, divisions);
}

/* Who lacks the first figure of the chapter, level by level. Where there are many, how many have none at all in it: who they
 * are is said once, for all chapters. */
static void
append_missing (AtlasYearbook     *self,
                AtlasYearbookGrid *grid,
                guint              column,
                GString           *text)
{
  g_autofree char *counted = NULL, *all_divisions = count_all (self);
  AtlasRegionLevel levels[2];
  guint n_levels = list_levels (self, levels), n_silent = 0;

  for (guint i = 1; i < self->regions->len; i++)
    n_silent += atlas_yearbook_grid_has_figure (grid, g_ptr_array_index (self->regions, i)) ? 0 : 1;
  if (n_silent > MAX_NAMED && atlas_report_builder_has_section (self->about.builder, "completeness"))
    {
      /* Translators: how many, of “31 divisions”; who they are is listed in the section “Completeness” */
      counted = g_strdup_printf (_("Of %2$s, %1$u have no figure for this part; “Completeness” names them."), n_silent,
                                 all_divisions);
      atlas_sentence_append (text, counted);
      return;
    }
  n_silent = count_silent (self, grid, column);
  if (n_silent > MAX_NAMED)
    {
      g_autofree char *name = atlas_yearbook_grid_dup_name (grid, column);
      g_autofree char *told_name = atlas_yearbook_grid_dup_told_name (grid, column);
      g_autofree char *known = list_known (self, grid, column);

      if (known[0] != '\0' && self->regions->len - 1 - n_silent <= MAX_NAMED)
        /* Translators: the few divisions that have a figure, and an indicator */
        counted = g_strdup_printf (_("%2$s: there is a figure for %1$s only."), known, name);
      else
        /* Translators: how many, of “31 divisions”, and an indicator */
        counted = g_strdup_printf (_("Of %2$s, %1$u have no figure for %3$s."), n_silent, all_divisions, told_name);
      atlas_sentence_append (text, counted);
      return;
    }
  for (guint i = 0; i < n_levels; i++)
    {
      g_autoptr (AtlasTable) all = atlas_yearbook_grid_filter (grid, column, levels[i], TRUE);
      g_autofree char *missing = atlas_sentence_missing (all, self->about.builder->names);

      atlas_sentence_append (text, missing);
    }
}

/* What the divisions of the upper LEVEL have of the money of the whole. */
static void
append_rest (AtlasYearbook     *self,
             AtlasYearbookGrid *grid,
             guint              column,
             AtlasRegionLevel   level,
             GString           *text)
{
  g_autoptr (AtlasTable) known = atlas_yearbook_grid_filter (grid, column, level, FALSE);
  g_autofree char *rest = NULL;

  if (!atlas_table_get_unit (known)->is_money || atlas_table_get_n_rows (known) < 2)
    return;
  rest = atlas_division_dup_rest (known, atlas_yearbook_grid_find (grid, column, self->about.region));
  atlas_sentence_append (text, rest);
}

/* Where what is known of the whole is of another date, or a document's and not counted, it is no sum of the divisions of LEVEL. */
static void
append_apart (AtlasYearbook     *self,
              AtlasYearbookGrid *grid,
              guint              column,
              AtlasRegionLevel   level,
              GString           *text)
{
  g_autoptr (AtlasTable) known = atlas_yearbook_grid_filter (grid, column, level, FALSE);
  const AtlasObservation *whole = atlas_yearbook_grid_find (grid, column, self->about.region);
  g_autofree char *sentence = NULL;
  guint n_counted = 0;

  for (guint i = 0; i < atlas_table_get_n_rows (known); i++)
    n_counted += atlas_table_get_row (known, i)->basis == ATLAS_BASIS_REGISTERS ? 1 : 0;
  if (atlas_observation_is_missing (whole) || whole->basis == ATLAS_BASIS_REGISTERS || n_counted < 2 ||
      n_counted * 2 < atlas_table_get_n_rows (known) || !g_str_equal (atlas_table_get_indicator (known)->over_regions, "sum"))
    return;
  /* Translators: a region, whose figure is a published one while those of the divisions in it are counted */
  sentence = g_strdup_printf (_("The figure for %s is a published one; those of its divisions are counted in registers and "
                                "do not add up to it."), self->about.name);
  atlas_sentence_append (text, sentence);
}

/* Where not all of the whole has been returned, that is said once for the chapter. */
static void
append_partial (AtlasYearbook     *self,
                AtlasYearbookGrid *grid,
                guint              column,
                GString           *text)
{
  const AtlasObservation *whole = atlas_yearbook_grid_find (grid, column, self->about.region);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *sentence = NULL;

  if (!atlas_observation_is_missing (whole) && whole->is_partial)
    g_ptr_array_add (names, (gpointer) self->about.name);
  sentence = atlas_report_dup_partial_note (names);
  atlas_sentence_append (text, sentence);
}

/* The whole and, level by level, who is first and last; then, with the first column, who is missing. */
static void
append_column (AtlasYearbook *self,
               const Chapter *chapter,
               AtlasYearbookGrid *grid,
               guint              column,
               gboolean           is_first,
               GString           *text)
{
  AtlasRegionLevel levels[2];
  guint n = list_levels (self, levels);

  atlas_subject_append (&self->about, text, atlas_yearbook_grid_find (grid, column, self->about.region), NULL, 0, NULL, 0);
  if (is_first)
    append_partial (self, grid, column, text);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AtlasTable) known = atlas_yearbook_grid_filter (grid, column, levels[i], FALSE);
      g_autoptr (AtlasTable) all = atlas_yearbook_grid_filter (grid, column, levels[i], TRUE);
      g_autofree char *leaders = NULL;

      if (may_be_ranked (chapter, known))
        leaders = atlas_sentence_leaders (known, atlas_table_get_n_rows (all), self->about.builder->names);
      atlas_sentence_append (text, leaders);
    }
  append_apart (self, grid, column, levels[0], text);
  if (is_first)
    {
      append_rest (self, grid, column, levels[0], text);
      append_missing (self, grid, column, text);
    }
}

static void
append_unknown (AtlasYearbookGrid *grid,
                GString           *text)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL, *sentence = NULL;

  for (guint c = 0; c < grid->n_columns; c++)
    if (!atlas_yearbook_grid_is_known (grid, c, NULL))
      g_ptr_array_add (names, atlas_yearbook_grid_dup_told_name (grid, c));
  if (names->len == 0)
    return;
  list = atlas_sentence_list_none (names);
  /* Translators: indicators */
  sentence = g_strdup_printf (_("None of the divisions has a figure for %s."), list);
  atlas_sentence_append (text, sentence);
}

/* The bars of the first of the told columns that bears ranking, of the lowest level that is not too long; NULL if none
 * does. */
static AtlasChartSpec *
make_chart (AtlasYearbook     *self,
            const Chapter     *chapter,
            AtlasYearbookGrid *grid)
{
  AtlasRegionLevel levels[2];

  for (guint t = 0; chapter->told[t] >= 0; t++)
    for (guint n = list_levels (self, levels); n > 0; n--)
      {
        g_autoptr (AtlasTable) table = atlas_yearbook_grid_filter (grid, chapter->told[t], levels[n - 1], FALSE);
        g_autofree char *name = atlas_yearbook_grid_dup_name (grid, chapter->told[t]);
        g_autofree char *title = dup_title (self, name, levels[n - 1]);
        AtlasChartSpec *chart;

        if (!may_be_ranked (chapter, table) || atlas_table_get_n_rows (table) > MAX_BARS)
          continue;
        chart = atlas_report_builder_chart (self->about.builder, ATLAS_CHART_BAR, table, title);
        chart->show_ranks = atlas_division_are_ranked (table);
        return chart;
      }
  return NULL;
}

/* Ledgers are kept at every level, and the table has the main sources alone: neither column nor row adds up. */
static void
explain_sums (AtlasReportTable *table)
{
  g_autofree char *basis = g_steal_pointer (&table->note);
  GString *note = g_string_new (_("Funding is that of the division itself and of those below it. Charity and other sources "
                                  "are in the total, and have no column."));

  atlas_sentence_append (note, basis);
  table->note = g_string_free (note, FALSE);
}

void
atlas_yearbook_add_chapter (AtlasYearbook        *self,
                            AtlasYearbookChapter  which)
{
  const Chapter *chapter = &chapters[which];
  AtlasReportBuilder *builder = self->about.builder;
  AtlasYearbookGrid *grid = self->grids[which];
  AtlasReportTable *table = atlas_yearbook_grid_tabulate (grid, _(chapter->title));
  g_autoptr (GString) text = g_string_new (NULL);
  AtlasChartSpec *chart;
  gboolean is_first = TRUE;

  if (table == NULL)
    {
      atlas_report_builder_add_gap (builder, _(chapter->gap));
      return;
    }
  if (which == ATLAS_YEARBOOK_FUNDING && is_counted (g_ptr_array_index (grid->tables, 0)))
    explain_sums (table);
  self->about.told_period = "-";
  for (guint t = 0; chapter->told[t] >= 0; t++)
    if (atlas_yearbook_grid_is_known (grid, chapter->told[t], NULL))
      {
        /* Of its own, since "it" would be what the column before spoke of last. */
        g_autoptr (GString) column = g_string_new (NULL);

        append_column (self, chapter, grid, chapter->told[t], is_first, column);
        atlas_sentence_append (text, column->str);
        is_first = FALSE;
      }
  append_unknown (grid, text);
  chart = make_chart (self, chapter, grid);
  atlas_report_add_heading (builder->report, 1, _(chapter->heading));
  atlas_report_builder_add_paragraph (builder, text, chart != NULL, 1);
  atlas_report_add_table (builder->report, table);
  if (chart != NULL)
    atlas_report_add_chart (builder->report, chart);
}
