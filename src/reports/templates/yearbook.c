/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "reports/report-file.h"
#include "reports/sentences.h"
#include "reports/template-private.h"
#include "reports/templates/yearbook-basis.h"
#include "reports/templates/yearbook-parts.h"

/* Hong Kong, Macao and Taiwan are not in the statistics of social work. */
static gboolean
is_counted_division (const AtlasRegion *region)
{
  return region->statutory && region->level <= ATLAS_REGION_LEVEL_COUNTY && strcmp (region->code, "710000") < 0;
}

/* Of the nation the provinces, else all down to the counties. */
static void
add_divisions (GPtrArray         *regions,
               const AtlasRegion *region,
               gboolean           deep)
{
  for (guint i = 0; i < region->n_children; i++)
    {
      const AtlasRegion *child = region->children[i];

      if (!is_counted_division (child))
        continue;
      g_ptr_array_add (regions, (gpointer) child);
      if (deep)
        add_divisions (regions, child, TRUE);
    }
}

/* So that sentences have short names too. */
static void
name_divisions (AtlasYearbook *self)
{
  GHashTable *names = self->about.builder->names;

  for (guint i = 0; i < self->regions->len; i++)
    {
      const AtlasRegion *region = g_ptr_array_index (self->regions, i);

      if (!g_hash_table_contains (names, region->code))
        g_hash_table_insert (names, (gpointer) region->code, atlas_region_dup_short_name (region));
    }
}

static gboolean
is_empty (AtlasYearbook *self)
{
  for (guint g = 0; g < ATLAS_N_YEARBOOK_CHAPTERS; g++)
    for (guint c = 0; c < self->grids[g]->n_columns; c++)
      if (atlas_yearbook_grid_is_known (self->grids[g], c, NULL))
        return FALSE;
  return TRUE;
}

static void
add_overview (AtlasReportBuilder  *builder,
              gpointer             state,
              GError             **error)
{
  AtlasYearbook *self = state;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *published = NULL;
  const struct {
    AtlasYearbookChapter grid;
    guint column;
  } told[] = {
    /* What may be published stands together, and so does what is counted. */
    { ATLAS_YEARBOOK_PEOPLE, 1 }, { ATLAS_YEARBOOK_PEOPLE, 6 }, { ATLAS_YEARBOOK_PEOPLE, 0 }, { ATLAS_YEARBOOK_PEOPLE, 5 },
    { ATLAS_YEARBOOK_STATIONS, 2 }, { ATLAS_YEARBOOK_STATIONS, 5 }, { ATLAS_YEARBOOK_FUNDING, 0 },
    { ATLAS_YEARBOOK_SERVICES, 0 }, { ATLAS_YEARBOOK_ORGANISATIONS, 0 }, { ATLAS_YEARBOOK_ORGANISATIONS, 3 },
  };

  atlas_yearbook_add_key_figures (self, self->about.region);
  self->about.told_period = "-";
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    atlas_subject_append (&self->about, text,
                          atlas_yearbook_grid_find (self->grids[told[i].grid], told[i].column, self->about.region), NULL, 0,
                          NULL, 0);
  if (text->len == 0)
    return;
  published = atlas_yearbook_basis_dup_own (self->grids[ATLAS_YEARBOOK_PEOPLE], self->about.region);
  atlas_sentence_append (text, published);
  atlas_report_add_heading (builder->report, 1, _("Overview"));
  atlas_report_builder_add_paragraph (builder, text, 0, 0);
}

static void
add_stations (AtlasReportBuilder  *builder,
              gpointer             state,
              GError             **error)
{
  atlas_yearbook_add_chapter (state, ATLAS_YEARBOOK_STATIONS);
}

static void
add_people (AtlasReportBuilder  *builder,
            gpointer             state,
            GError             **error)
{
  atlas_yearbook_add_chapter (state, ATLAS_YEARBOOK_PEOPLE);
}

static void
add_funding (AtlasReportBuilder  *builder,
             gpointer             state,
             GError             **error)
{
  atlas_yearbook_add_chapter (state, ATLAS_YEARBOOK_FUNDING);
}

static void
add_services (AtlasReportBuilder  *builder,
              gpointer             state,
              GError             **error)
{
  atlas_yearbook_add_chapter (state, ATLAS_YEARBOOK_SERVICES);
}

static void
add_organisations (AtlasReportBuilder  *builder,
                   gpointer             state,
                   GError             **error)
{
  atlas_yearbook_add_chapter (state, ATLAS_YEARBOOK_ORGANISATIONS);
}

static void
add_completeness (AtlasReportBuilder  *builder,
                  gpointer             state,
                  GError             **error)
{
  atlas_yearbook_add_completeness (state);
}

static void
add_profiles (AtlasReportBuilder  *builder,
              gpointer             state,
              GError             **error)
{
  atlas_yearbook_add_profiles (state);
}

static gboolean
ask_all (AtlasYearbook  *self,
         GError        **error)
{
  for (guint g = 0; g < ATLAS_N_YEARBOOK_CHAPTERS; g++)
    {
      self->grids[g] = atlas_yearbook_chapter_ask (self, g, error);
      if (self->grids[g] == NULL)
        return FALSE;
    }
  return atlas_subject_check_figures (&self->about, !is_empty (self), error);
}

static gboolean
start (AtlasReportBuilder  *builder,
       gpointer             state,
       GError             **error)
{
  AtlasYearbook *self = state;
  g_autofree char *title = NULL;

  atlas_subject_init (&self->about, builder);
  self->regions = g_ptr_array_new ();
  g_ptr_array_add (self->regions, (gpointer) self->about.region);
  add_divisions (self->regions, self->about.region, self->about.parent != NULL);
  if (self->regions->len < 2)
    {
      g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_TEMPLATE,
                   _("A yearbook is about the divisions of a region down to the counties, and %s has none"), self->about.name);
      return FALSE;
    }
  name_divisions (self);
  if (!ask_all (self, error))
    return FALSE;
  title = g_strdup_printf (_("Social work in %s:\nyearbook"), atlas_region_get_display_name (self->about.region));
  atlas_report_builder_begin (builder, title, _("All divisions by stations, people, funding and services"));
  return TRUE;
}

static void
clear (gpointer state)
{
  AtlasYearbook *self = state;

  for (guint g = 0; g < ATLAS_N_YEARBOOK_CHAPTERS; g++)
    g_clear_pointer (&self->grids[g], atlas_yearbook_grid_free);
  g_clear_pointer (&self->ranks, g_hash_table_unref);
  g_ptr_array_unref (self->regions);
}

static const AtlasReportSection sections[] = {
  { "cover", N_("Cover"), ATLAS_SECTION_OPENING, atlas_report_builder_add_cover },
  { "contents", N_("Contents"), ATLAS_SECTION_OPENING, atlas_report_builder_add_contents },
  { "overview", N_("Overview"), 0, add_overview },
  { "stations", N_("Stations and coverage"), 0, add_stations },
  { "certified", N_("Certified social workers"), 0, add_people },
  { "funding", N_("Funding"), 0, add_funding },
  { "services", N_("Services"), 0, add_services },
  { "organisations", N_("Organisations and volunteers"), 0, add_organisations },
  { "completeness", N_("Completeness"), 0, add_completeness },
  { "profiles", N_("Profiles of the divisions"), 0, add_profiles },
  { "checks", N_("Figures that contradict each other"), 0, atlas_report_builder_add_all_findings },
  { "missing", N_("What is missing"), ATLAS_SECTION_CLOSING, atlas_report_builder_add_gaps },
  { "method", N_("On method"), ATLAS_SECTION_CLOSING, atlas_report_builder_add_method },
  { "definitions", N_("Definitions"), ATLAS_SECTION_CLOSING, atlas_report_builder_add_definitions },
  { "sources", N_("List of sources"), ATLAS_SECTION_CLOSING | ATLAS_SECTION_ALWAYS, atlas_report_builder_add_sources },
};

const AtlasTemplate atlas_template_yearbook = {
  "yearbook", N_("Yearbook of all divisions"), 1, 1, sizeof (AtlasYearbook), start, clear, 0, sections, G_N_ELEMENTS (sections),
};
