/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "indicators/number-format.h"
#include "reports/return-groups.h"
#include "reports/sentences.h"

static void
add_fact (GPtrArray  *facts,
          const char *label,
          const char *value)
{
  if (value != NULL && value[0] != '\0')
    g_ptr_array_add (facts, atlas_key_figure_new (label, value, NULL, NULL));
}

static char *
dup_regions (AtlasReportBuilder *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->regions->len; i++)
    g_ptr_array_add (names, (gpointer) atlas_region_get_display_name (g_ptr_array_index (self->regions, i)));
  return atlas_sentence_list (names);
}

static char *
dup_period (AtlasReportBuilder *self)
{
  g_autofree char *year = g_strdup_printf ("%d", self->request->year);

  return self->request->year != 0 ? atlas_format_period (year) : g_strdup (_("latest available"));
}

/* "stations and personnel: 22 of 22 divisions of the county level (2024)". */
static char *
format_returns (const AtlasReturnGroup *group)
{
  g_autofree char *names = atlas_return_group_dup_names (group);
  g_autofree char *n = atlas_format_text (group->n, ATLAS_QUALIFIER_EXACT, NULL);
  g_autofree char *of = atlas_format_text (group->of, ATLAS_QUALIFIER_EXACT, NULL);

  if (group->n == group->of)
    /* Translators: on a cover: registers, how many divisions have all returned them, the year */
    return g_strdup_printf (_("%1$s: all %2$s divisions of the county level (%3$d)"), names, of, group->year);
  /* Translators: on a cover: registers, how many divisions have returned them and of how many, the year */
  return g_strdup_printf (_("%1$s: %2$s of %3$s divisions of the county level (%4$d)"), names, n, of, group->year);
}

/* Whether sections were chosen: a cover among them is always there. */
static gboolean
is_named (AtlasReportBuilder *self)
{
  return self->request->sections != NULL;
}

/* Where no register answers: how many of the figures asked for there are. Of a choice of sections, what those have used
 * and what they missed. */
static char *
dup_share (AtlasReportBuilder *self)
{
  GPtrArray *answers = is_named (self) ? atlas_report_get_answers (self->report) : self->tables;
  guint missing = is_named (self) ? self->gaps->len * self->regions->len : 0;
  guint n = missing;

  for (guint i = 0; i < answers->len; i++)
    {
      n += atlas_table_get_n_rows (g_ptr_array_index (answers, i));
      missing += atlas_table_count_missing (g_ptr_array_index (answers, i));
    }
  if (n == 0)
    return NULL;
  return g_strdup_printf (_("%1$u of the %2$u figures asked for are published (%3$.1f%%)"), n - missing, n,
                          100.0 * (n - missing) / n);
}

static char *
dup_completeness (AtlasReportBuilder *self)
{
  g_autoptr (GPtrArray) groups = atlas_return_groups_list (self, self->regions);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const AtlasReturnGroup *group = g_ptr_array_index (groups, i);
      g_autofree char *returns = group->n > 0 ? format_returns (group) : NULL;

      if (returns != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? C_("returns", "; ") : "", returns);
    }
  return text->len > 0 ? g_strdup (text->str) : dup_share (self);
}

/* The latest date that a source of the report speaks of or was published on; "" if none says; borrowed. */
static const char *
find_newest (AtlasReportBuilder *self)
{
  GPtrArray *sources = atlas_report_get_sources (self->report);
  const char *newest = "";

  for (guint i = 0; i < sources->len; i++)
    {
      const AtlasSource *source = g_ptr_array_index (sources, i);
      const char *date = source->published_on[0] != '\0' ? source->published_on : source->as_of;

      if (strcmp (date, newest) > 0)
        newest = date;
    }
  return newest;
}

static char *
dup_foot (AtlasReportBuilder *self)
{
  g_autoptr (GDateTime) now = atlas_report_dup_date ();
  g_autofree char *iso = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *date = atlas_format_period (iso);

  return self->request->author != NULL ? g_strconcat (self->request->author, "\n", date, NULL)
                                       : g_steal_pointer (&date);
}

static void
add_cover (AtlasReportBuilder *self,
           gboolean            when_long)
{
  GPtrArray *blocks = atlas_report_get_blocks (self->report);

  atlas_report_add_cover (self->report, g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_key_figure_free), NULL,
                          when_long);
  self->cover = g_ptr_array_index (blocks, blocks->len - 1);
}

void
atlas_report_builder_fill_cover (AtlasReportBuilder *self)
{
  g_autofree char *regions = dup_regions (self);
  g_autofree char *period = dup_period (self);
  g_autofree char *completeness = dup_completeness (self);
  g_autofree char *newest = atlas_format_period (find_newest (self));
  GPtrArray *facts;

  if (self->cover == NULL)
    return;
  facts = self->cover->key_figures;
  add_fact (facts, self->regions->len > 1 ? _("Regions") : _("Region"), regions);
  add_fact (facts, C_("cover", "Period"), period);
  add_fact (facts, _("Completeness"), completeness);
  add_fact (facts, _("Newest source"), find_newest (self)[0] != '\0' ? newest : NULL);
  self->cover->detail = dup_foot (self);
}

void
atlas_report_builder_add_cover (AtlasReportBuilder  *self,
                                gpointer             state,
                                GError             **error)
{
  add_cover (self, FALSE);
}

void
atlas_report_builder_add_long_cover (AtlasReportBuilder  *self,
                                     gpointer             state,
                                     GError             **error)
{
  add_cover (self, !is_named (self));
}

void
atlas_report_builder_add_contents (AtlasReportBuilder  *self,
                                   gpointer             state,
                                   GError             **error)
{
  atlas_report_add_contents (self->report, C_("heading", "Contents"));
}
