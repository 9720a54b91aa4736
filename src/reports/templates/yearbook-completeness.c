/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>

#include "dataset/registers/register-names.h"
#include "indicators/number-format.h"
#include "reports/return-groups.h"
#include "reports/sentences.h"
#include "reports/templates/yearbook-parts.h"

/* So many that have not returned are named; of more the table tells. */
#define MAX_NAMED 20

/* (transfer container): the region of the yearbook alone. */
static GPtrArray *
list_whole (AtlasYearbook *self)
{
  GPtrArray *regions = g_ptr_array_new ();

  g_ptr_array_add (regions, (gpointer) self->about.region);
  return regions;
}

/* The year that returns of TABLE are looked at for; 0 where there are none. */
static int
find_year (AtlasYearbook              *self,
           const AtlasTableDefinition *table)
{
  g_autoptr (GPtrArray) whole = list_whole (self);

  return atlas_return_groups_get_year (self->about.builder, whole, table);
}

/* The registers that any division has returned. */
static GPtrArray *
list_registers (AtlasYearbook *self)
{
  GPtrArray *registers = g_ptr_array_new ();

  for (guint i = 0; i < ATLAS_N_TABLES; i++)
    if (atlas_table_definition_is_register (&atlas_table_definitions[i]) &&
        find_year (self, &atlas_table_definitions[i]) != 0)
      g_ptr_array_add (registers, (gpointer) &atlas_table_definitions[i]);
  return registers;
}

/* How many of the figures that the chapters ask for REGION there are. */
static guint
count_figures (AtlasYearbook     *self,
               const AtlasRegion *region,
               guint             *out_of)
{
  guint n = 0;

  *out_of = 0;
  for (guint g = 0; g < ATLAS_N_YEARBOOK_CHAPTERS; g++)
    for (guint c = 0; atlas_yearbook_has_chapter (self, g) && c < self->grids[g]->n_columns; c++)
      {
        (*out_of)++;
        n += atlas_yearbook_grid_is_known (self->grids[g], c, region) ? 1 : 0;
      }
  return n;
}

gboolean
atlas_yearbook_is_silent (AtlasYearbook     *self,
                          const AtlasRegion *region)
{
  guint of;

  return count_figures (self, region, &of) == 0;
}

/* "2,851/2,854" */
static char *
format_share (guint n,
              guint of)
{
  g_autofree char *part = atlas_format_cell (n, NULL, ATLAS_SCALE_ONE);
  g_autofree char *whole = atlas_format_cell (of, NULL, ATLAS_SCALE_ONE);

  return g_strdup_printf ("%s/%s", part, whole);
}

static void
add_returns (AtlasYearbook              *self,
             AtlasReportTable           *table,
             const AtlasTableDefinition *definition,
             const AtlasRegion          *region)
{
  guint of;
  guint n = atlas_register_coverage_count (atlas_catalogue_get_register_coverage (self->about.builder->catalogue),
                                           definition, region, find_year (self, definition), &of);
  g_autofree char *cell = format_share (n, of);

  atlas_report_table_add_cell (table, cell);
}

static void
add_row (AtlasYearbook     *self,
         AtlasReportTable  *table,
         GPtrArray         *registers,
         const AtlasRegion *region)
{
  guint of, n = count_figures (self, region, &of);
  g_autofree char *name = atlas_yearbook_dup_row_name (region, self->about.region);
  g_autofree char *figures = format_share (n, of);
  g_autofree char *share = g_strdup_printf ("%.1f", 100.0 * n / of);

  atlas_report_table_add_row (table);
  atlas_report_table_add_cell (table, name);
  for (guint i = 0; i < registers->len; i++)
    add_returns (self, table, g_ptr_array_index (registers, i), region);
  atlas_report_table_add_cell (table, figures);
  atlas_report_table_add_cell (table, share);
}

/* "Stations, Personnel of 2023: 20 of 22 divisions have returned them, not A and B." */
static void
append_returns (GString                *text,
                const AtlasReturnGroup *group)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autofree char *names = atlas_return_group_dup_names (group);
  g_autofree char *list = NULL, *clause = NULL, *lacking = NULL, *sentence = NULL;
  g_autofree char *n = atlas_format_text (group->n, ATLAS_QUALIFIER_EXACT, NULL);
  g_autofree char *of = atlas_format_text (group->of, ATLAS_QUALIFIER_EXACT, NULL);

  for (guint i = 0; i < group->missing->len; i++)
    g_ptr_array_add (missing, (gpointer) atlas_region_get_display_name (g_ptr_array_index (group->missing, i)));
  list = atlas_sentence_list (missing);
  if (missing->len > 0 && missing->len <= MAX_NAMED)
    lacking = g_strdup_printf (_("but not by %s"), list);
  if (group->n == group->of)
    /* Translators: registers, their year, how many divisions have all returned them */
    clause = g_strdup_printf (_("%1$s of %2$d: returned by all %3$s divisions of the county level"), names,
                              group->year, of);
  else
    /* Translators: registers, their year, how many divisions have returned them, and of how many */
    clause = g_strdup_printf (_("%1$s of %2$d: returned by %3$s of %4$s divisions of the county level"), names,
                              group->year, n, of);
  sentence = atlas_sentence_make ((const char *const[]) { clause, lacking }, 2, "");
  atlas_sentence_append (text, sentence);
}

static void
append_figures (AtlasYearbook *self,
                GString       *text)
{
  guint of = 0, n = 0;
  g_autofree char *sentence = NULL, *asked = NULL, *known = NULL;

  for (guint i = 1; i < self->regions->len; i++)
    {
      guint all;

      n += count_figures (self, g_ptr_array_index (self->regions, i), &all);
      of += all;
    }
  asked = atlas_format_text (of, ATLAS_QUALIFIER_EXACT, NULL);
  known = atlas_format_text (n, ATLAS_QUALIFIER_EXACT, NULL);
  sentence = g_strdup_printf (_("Of the %1$s figures that this yearbook asks for its divisions, %2$s are known (%3$.1f%%)."),
                              asked, known, 100.0 * n / of);
  atlas_sentence_append (text, sentence);
}

/* The divisions that say nothing at all or, of a CHAPTER, those that say nothing in it but elsewhere. */
static GPtrArray *
list_silent (AtlasYearbook        *self,
             AtlasYearbookChapter  chapter)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 1; i < self->regions->len; i++)
    {
      const AtlasRegion *region = g_ptr_array_index (self->regions, i);
      gboolean is_silent = atlas_yearbook_is_silent (self, region);

      if (chapter < ATLAS_N_YEARBOOK_CHAPTERS)
        is_silent = !is_silent && !atlas_yearbook_grid_has_figure (self->grids[chapter], region);
      if (is_silent)
        g_ptr_array_add (names, (gpointer) atlas_report_builder_get_name (self->about.builder, region));
    }
  return names;
}

/* Each division of which nothing is known is named once here, and nowhere else: of the whole report, then of each chapter
 * those of which another tells. */
static void
add_silent (AtlasYearbook *self)
{
  AtlasReport *report = self->about.builder->report;
  g_autoptr (GPtrArray) all = list_silent (self, ATLAS_N_YEARBOOK_CHAPTERS);
  g_autofree char *list = atlas_sentence_list (all);
  g_autofree char *sentence = g_strdup_printf (_("Without any figure (%1$u): %2$s."), all->len, list);
  g_autoptr (GString) text = g_string_new (NULL);

  if (all->len > 0)
    atlas_report_add_paragraph (report, sentence);
  for (guint g = 0; g < ATLAS_N_YEARBOOK_CHAPTERS; g++)
    {
      g_autoptr (GPtrArray) some = list_silent (self, g);
      g_autofree char *names = atlas_sentence_list (some);
      /* Translators: a chapter, how many divisions have no figure in it, and which */
      g_autofree char *lacking = g_strdup_printf (_("Without any figure in “%1$s” (%2$u): %3$s."),
                                                  atlas_yearbook_chapter_get_heading (g), some->len, names);

      if (some->len > 0 && atlas_yearbook_has_chapter (self, g) && atlas_yearbook_chapter_is_known (self, g))
        atlas_sentence_append (text, lacking);
    }
  if (text->len > 0)
    atlas_report_add_paragraph (report, text->str);
}

/* Cities without counties return registers of their own: that is why more are due than there are counties. */
static void
append_cities (AtlasYearbook    *self,
               AtlasReportTable *table)
{
  g_autoptr (GPtrArray) units = atlas_register_coverage_list_units (
    atlas_catalogue_get_register_coverage (self->about.builder->catalogue), self->about.region);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *basis = g_steal_pointer (&table->note), *list = NULL, *sentence = NULL;
  g_autoptr (GString) note = g_string_new (basis);

  for (guint i = 0; i < units->len; i++)
    if (((const AtlasRegion *) g_ptr_array_index (units, i))->level < ATLAS_REGION_LEVEL_COUNTY)
      g_ptr_array_add (names, (gpointer) atlas_region_get_display_name (g_ptr_array_index (units, i)));
  list = atlas_sentence_list (names);
  /* Translators: cities in which there are no counties */
  sentence = g_strdup_printf (_("Those that have to return it include %s, where there are no counties."), list);
  if (names->len > 0)
    atlas_sentence_append (note, sentence);
  table->note = g_string_free (g_steal_pointer (&note), FALSE);
}

void
atlas_yearbook_add_completeness (AtlasYearbook *self)
{
  AtlasReportBuilder *builder = self->about.builder;
  g_autoptr (GPtrArray) registers = list_registers (self);
  g_autoptr (GPtrArray) whole = list_whole (self);
  g_autoptr (GPtrArray) groups = atlas_return_groups_list (builder, whole);
  g_autoptr (GString) text = g_string_new (NULL);
  AtlasReportTable *table = atlas_report_table_new (_("Completeness by division"), NULL);

  atlas_report_table_add_column (table, _("Division"), FALSE);
  for (guint i = 0; i < groups->len; i++)
    append_returns (text, g_ptr_array_index (groups, i));
  for (guint i = 0; i < registers->len; i++)
    atlas_report_table_add_column (table, atlas_table_get_title (g_ptr_array_index (registers, i)), TRUE);
  append_figures (self, text);
  atlas_report_table_add_column (table, _("Figures known"), TRUE);
  atlas_report_table_add_column (table, _("Share (%)"), TRUE);
  for (guint i = 0; i < self->regions->len; i++)
    if (registers->len > 0 || !atlas_yearbook_is_silent (self, g_ptr_array_index (self->regions, i)))
      add_row (self, table, registers, g_ptr_array_index (self->regions, i));
  table->note = g_strdup (registers->len > 0
                            ? _("Registers: divisions of the county level that have returned the register, out of all. Figures: how many "
                                "of those that the chapters ask for are counted, published or can be computed.")
                            : _("How many of the figures that the chapters ask for are published or can be computed."));
  if (registers->len > 0)
    append_cities (self, table);
  atlas_report_add_heading (builder->report, 1, _("Completeness"));
  atlas_report_builder_add_paragraph (builder, text, 0, 1);
  atlas_report_add_table (builder->report, table);
  add_silent (self);
}
