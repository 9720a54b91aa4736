/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>

#include "indicators/number-format.h"
#include "reports/report-builder.h"
#include "reports/return-groups.h"
#include "reports/sentences.h"

/* "{region}" in the title that the request has stands for the names of the regions. */
static char *
dup_own_title (AtlasReportBuilder *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GString) title = g_string_new (self->request->title);
  g_autofree char *list = NULL;

  for (guint i = 0; i < self->regions->len; i++)
    g_ptr_array_add (names, (gpointer) (self->regions->len == 1
                                          ? atlas_region_get_display_name (g_ptr_array_index (self->regions, 0))
                                          : atlas_report_builder_get_name (self, g_ptr_array_index (self->regions, i))));
  list = atlas_sentence_list (names);
  g_string_replace (title, "{region}", list, 0);
  return g_string_free (g_steal_pointer (&title), FALSE);
}

static gboolean
has_counted (AtlasTable *table)
{
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    if (atlas_table_get_row (table, i)->basis == ATLAS_BASIS_REGISTERS)
      return TRUE;
  return FALSE;
}

static gboolean
has_returns (AtlasReportBuilder *self)
{
  g_autoptr (GPtrArray) groups = atlas_return_groups_list (self, self->regions);

  for (guint i = 0; i < groups->len; i++)
    if (((const AtlasReturnGroup *) g_ptr_array_index (groups, i))->n > 0)
      return TRUE;
  return FALSE;
}

/* A report that asks nothing has read all that there is, as that on the checks does. */
static gboolean
rests_on_registers (AtlasReportBuilder *self)
{
  GPtrArray *answers = atlas_report_get_answers (self->report);

  if (answers->len == 0)
    return has_returns (self);
  for (guint i = 0; i < answers->len; i++)
    if (has_counted (g_ptr_array_index (answers, i)))
      return TRUE;
  return FALSE;
}

void
atlas_report_builder_fill_title (AtlasReportBuilder *self)
{
  AtlasBlock *title = g_ptr_array_index (atlas_report_get_blocks (self->report), 0);
  g_autoptr (GDateTime) now = atlas_report_dup_date ();
  g_autofree char *iso = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *date = atlas_format_period (iso);

  g_free (title->detail);
  if (self->request->year != 0)
    /* Translators: under the title: the year asked for, and the day the report was made */
    title->detail = g_strdup_printf (_("Figures of %1$d · made on %2$s"), self->request->year, date);
  else if (rests_on_registers (self))
    title->detail = g_strdup_printf (_("Latest figures of registers and documents · made on %s"), date);
  else
    title->detail = g_strdup_printf (_("Latest published figures · made on %s"), date);
}

void
atlas_report_builder_begin (AtlasReportBuilder *self,
                            const char         *title,
                            const char         *subject)
{
  g_autofree char *own = self->request->title != NULL ? dup_own_title (self) : NULL;

  self->report = atlas_report_new (own != NULL ? own : title);
  atlas_report_set_subject (self->report, subject);
  atlas_report_set_author (self->report, self->request->author);
  atlas_report_set_signs (self->report, self->request->signs);
  atlas_report_add_title (self->report, NULL);
}

void
atlas_report_builder_begin_again (AtlasReportBuilder *self)
{
  AtlasReport *former = self->report;
  const AtlasBlock *title = g_ptr_array_index (atlas_report_get_blocks (former), 0);

  self->report = atlas_report_new (title->text);
  atlas_report_set_subject (self->report, atlas_report_get_subject (former));
  atlas_report_set_author (self->report, self->request->author);
  atlas_report_add_title (self->report, NULL);
  g_ptr_array_set_size (self->gaps, 0);
  g_ptr_array_set_size (self->region_gaps, 0);
  g_ptr_array_set_size (self->figures, 0);
  g_ptr_array_set_size (self->uncited, 0);
  self->cover = NULL;
  atlas_report_free (former);
}

void
atlas_report_builder_add_gaps (AtlasReportBuilder  *self,
                               gpointer             state,
                               GError             **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->region_gaps->len; i++)
    atlas_sentence_append (text, g_ptr_array_index (self->region_gaps, i));
  if (self->gaps->len > 0)
    {
      g_autofree char *list = atlas_sentence_list (self->gaps);
      g_autofree char *sentence = NULL;

      if (self->request->year != 0)
        sentence = g_strdup_printf (_("No figures of %1$d or earlier are published on %2$s; these parts are left out."),
                                    self->request->year, list);
      else
        sentence = g_strdup_printf (_("No figures at all are published on %s; these parts are left out."), list);
      atlas_sentence_append (text, sentence);
    }
  if (text->len == 0)
    return;
  atlas_sentence_append (text, _("The departments in charge of social work there can supply what is missing."));
  atlas_report_add_heading (self->report, 1, _("What is missing"));
  atlas_report_add_paragraph (self->report, text->str);
}

/* What occurs among the observations of the report, and so has to be explained. */
typedef struct {
  gboolean bounds;
  gboolean vague;
  gboolean stand_ins;
  gboolean undated;
  gboolean parts;
  gboolean unreliable;
  gboolean counted;
  gboolean shares; /* per cent, whose differences are said */
} Method;

static void
collect_sign (AtlasQualifier  qualifier,
              AtlasStatus     status,
              Method         *method)
{
  method->bounds |= qualifier == ATLAS_QUALIFIER_AT_LEAST || qualifier == ATLAS_QUALIFIER_AT_MOST;
  method->vague |= qualifier == ATLAS_QUALIFIER_ABOUT || qualifier == ATLAS_QUALIFIER_NEARLY;
  method->unreliable |= status == ATLAS_STATUS_LOW_RELIABILITY;
}

/* An answer that says nothing of the report's own regions is left out of it, even if it has the value of one that they
 * would have been compared with. */
static gboolean
is_silent (AtlasReportBuilder *self,
           AtlasTable         *table)
{
  gboolean asked = FALSE;

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (!g_ptr_array_find (self->regions, row->region, NULL))
        continue;
      if (!atlas_observation_is_missing (row))
        return FALSE;
      asked = TRUE;
    }
  return asked;
}

static void
collect_method (AtlasTable *table,
                Method     *method)
{
  gboolean is_share = atlas_unit_is_percent (atlas_table_get_unit (table));

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (atlas_observation_is_missing (row))
        continue;
      collect_sign (row->qualifier, row->status, method);
      method->stand_ins |= row->stand_in;
      method->undated |= row->period[0] == '\0';
      method->parts |= row->basis == ATLAS_BASIS_PUBLISHED_PARTS;
      method->counted |= row->basis == ATLAS_BASIS_REGISTERS;
      method->shares |= is_share;
    }
}

void
atlas_report_builder_add_method (AtlasReportBuilder  *self,
                                 gpointer             state,
                                 GError             **error)
{
  const AtlasReportStyle *style = self->request->style;
  g_autofree char *fonts = style != NULL ? atlas_report_style_dup_stand_ins (style) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *answers = atlas_report_get_answers (self->report);
  Method method = { FALSE };

  for (guint i = 0; i < answers->len; i++)
    if (!is_silent (self, g_ptr_array_index (answers, i)))
      collect_method (g_ptr_array_index (answers, i), &method);
  for (guint i = 0; i < self->figures->len; i++)
    {
      const AtlasFigure *figure = g_ptr_array_index (self->figures, i);

      collect_sign (figure->qualifier, figure->status, &method);
    }
  atlas_sentence_append (
    text, method.counted
            ? _("Where a register has been returned for a region and a year, its rows are counted; all other figures come "
                "from published documents and are given as printed there.")
            : _("All figures come from published documents and are given as printed there; what is "
                "computed from them is named as such."));
  if (method.bounds)
    atlas_sentence_append (
      text, _("“More than”, “at least” and “≥” stand where a document says that the number is at least so high, or where "
              "a part of a sum is not known; they are not turned into exact numbers, and no growth is computed from "
              "them."));
  if (method.vague)
    atlas_sentence_append (text, _("“About” and “≈” stand for rounded or approximate numbers."));
  if (method.shares)
    atlas_sentence_append (text, _("Differences between shares or rates are those of the numbers as shown, and numbers that are equal as shown share a "
              "rank; changes in per cent are computed from numbers that are not rounded."));
  if (method.undated)
    atlas_sentence_append (
      text, _("“Undated” figures come from documents that do not say what date they speak of; "
              "comparing them with figures of a year calls for care."));
  if (method.stand_ins)
    atlas_sentence_append (text,
                           _("Where the year asked for has no figure, the latest earlier or an undated one "
                             "stands in, with its own period."));
  if (method.parts)
    atlas_sentence_append (
      text, _("Where no document prints a total of funding, the printed parts are added up; what "
              "no document prints is not in the sum."));
  if (method.unreliable)
    atlas_sentence_append (text, _("Some figures come from secondary reports and are less reliable."));
  atlas_report_add_heading (self->report, 1, _("On method"));
  atlas_report_add_paragraph (self->report, text->str);
  if (fonts != NULL)
    atlas_report_add_note (self->report, fonts);
}

static void
cite_uncited (AtlasReportBuilder *self)
{
  for (guint i = 0; i < self->uncited->len; i++)
    atlas_report_cite (self->report, g_ptr_array_index (self->uncited, i));
}

void
atlas_report_builder_add_sources_run_in (AtlasReportBuilder  *self,
                                         gpointer             state,
                                         GError             **error)
{
  cite_uncited (self);
  if (atlas_report_get_sources (self->report)->len > 0)
    atlas_report_add_sources_run_in (self->report);
}

void
atlas_report_builder_add_sources (AtlasReportBuilder  *self,
                                  gpointer             state,
                                  GError             **error)
{
  GPtrArray *sources = atlas_report_get_sources (self->report);

  cite_uncited (self);
  if (sources->len == 0)
    return;
  atlas_report_add_heading (self->report, 1, C_("heading", "Sources"));
  for (guint i = 0; i < sources->len; i++)
    {
      g_autofree char *citation = atlas_source_dup_citation (g_ptr_array_index (sources, i));

      atlas_report_add_source (self->report, i + 1, citation);
    }
}
