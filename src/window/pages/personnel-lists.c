/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/personnel-cards.h"

#include <glib/gi18n.h>

#include "dataset/dimension-values.h"
#include "dataset/registers/station-education.h"
#include "indicators/number-format.h"
#include "indicators/required-hours.h"
#include "window/pages/page-questions.h"

/* The divisions below, or the region itself where it has none, by INDICATOR with its DIMENSION as VALUE (nullable). */
static AtlasTable *
ask (AtlasCardContext  *context,
     const char        *indicator,
     const char        *dimension,
     const char        *value,
     GError           **error)
{
  g_autoptr (AtlasQuestion) question = atlas_card_question (context, indicator);
  const char *codes[] = { context->region->code, NULL };

  if (context->region->n_children > 0 && context->region->level < ATLAS_REGION_LEVEL_COUNTY)
    atlas_question_set_within (question, context->region->code, context->region->level + 1);
  else
    atlas_question_set_regions (question, codes);
  if (dimension != NULL)
    atlas_dimension_values_set (question->where, dimension, value);
  question->sort = dimension != NULL ? ATLAS_SORT_VALUE : ATLAS_SORT_CODE;
  return atlas_card_ask (context, question, error);
}

static char *
dup_cell (AtlasTable             *table,
          const AtlasObservation *row)
{
  if (row == NULL || atlas_observation_is_missing (row))
    return g_strdup (_("not known"));
  return atlas_format_qualified_cell (row->value, row->qualifier, atlas_table_get_unit (table), ATLAS_SCALE_ONE);
}

static void
add_senior (AtlasCardContent *content,
            AtlasTable       *table,
            guint             n)
{
  const AtlasObservation *observation = atlas_table_get_row (table, n);
  AtlasCardRow *row = atlas_card_content_add_row (content, table, n);

  atlas_card_content_take_cell (content, row, atlas_region_dup_short_name (observation->region));
  atlas_card_content_take_cell (content, row, dup_cell (table, observation));
  atlas_card_content_take_cell (content, row, atlas_format_period (observation->period));
}

/* "3 people. Divisions with some: 2, with none: 5, not known: 15" */
static char *
dup_senior_summary (AtlasTable *table)
{
  guint some = 0, none = 0, unknown = 0;
  double sum = 0;
  g_autofree char *total = NULL;

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (atlas_observation_is_missing (row))
        unknown++;
      else
        {
          sum += row->value;
          some += row->value > 0;
          none += row->value <= 0;
        }
    }
  total = atlas_format_text (sum, ATLAS_QUALIFIER_EXACT, atlas_table_get_unit (table));
  /* Translators: a number of people, then three numbers of divisions */
  return g_strdup_printf (_("%1$s. Divisions with some: %2$u, with none: %3$u, not known: %4$u"), total, some, none, unknown);
}

AtlasCardContent *
atlas_personnel_make_seniors (AtlasCardContext  *context,
                              GError           **error)
{
  const char *title = _("Senior social workers");
  g_autoptr (AtlasTable) table = ask (context, "certified_workers", "grade", "senior", error);
  AtlasCardContent *content;
  g_autofree char *summary = NULL;

  if (table == NULL)
    return NULL;
  if (!atlas_table_has_values (table))
    return atlas_card_content_new_lacking (title,
                                           _("How many hold the senior grade is known of no division. Import the register of "
                                             "personnel, or enter the published number by grade."),
                                           "personnel", "certified_workers");
  summary = dup_senior_summary (table);
  content = atlas_card_content_new_list (title, summary);
  atlas_card_content_add_column (content, _("Division"), FALSE);
  atlas_card_content_add_column (content, _("Number"), TRUE);
  atlas_card_content_add_column (content, _("Period"), FALSE);
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    add_senior (content, table, i);
  return content;
}

/* What the columns of the exam are; the last three are shares of what their headings say. */
static const struct {
  const char *indicator;
  const char *stage; /* (nullable) */
  const char *title;
} exam_columns[] = {
  { "exam_candidates", "registered", NC_ ("exam", "Registered") },
  { "exam_candidates", "sat", NC_ ("exam", "Sat") },
  { "exam_candidates", "passed", NC_ ("exam", "Passed") },
  { "exam_pass_rate", NULL, NC_ ("exam", "Passed ÷ sat") },
  { "exam_pass_rate_registered", NULL, NC_ ("exam", "Passed ÷ registered") },
  { "exam_no_show_rate", NULL, NC_ ("exam", "Absent ÷ registered") },
};
#define N_EXAM_COLUMNS G_N_ELEMENTS (exam_columns)

static char *
dup_exam_cell (AtlasTable  *table,
               const char  *code)
{
  const AtlasObservation *row = atlas_table_find (table, code, 0, NULL);

  if (row == NULL || atlas_observation_is_missing (row))
    return g_strdup ("—");
  return atlas_format_label (row->value, row->qualifier, atlas_table_get_unit (table), ATLAS_SCALE_ONE);
}

/* A line for each division that any of TABLES has a value of. */
static void
add_exam_rows (AtlasCardContent  *content,
               AtlasTable       **tables)
{
  for (guint i = 0; i < atlas_table_get_n_rows (tables[0]); i++)
    {
      const AtlasRegion *region = atlas_table_get_row (tables[0], i)->region;
      gboolean any = FALSE;
      AtlasCardRow *line;

      for (guint c = 0; c < N_EXAM_COLUMNS; c++)
        any = any || !atlas_observation_is_missing (atlas_table_find (tables[c], region->code, 0, NULL));
      if (!any)
        continue;
      line = atlas_card_content_add_row (content, tables[0], i);
      atlas_card_content_take_cell (content, line, atlas_region_dup_short_name (region));
      for (guint c = 0; c < N_EXAM_COLUMNS; c++)
        atlas_card_content_take_cell (content, line, dup_exam_cell (tables[c], region->code));
    }
}

static gboolean
ask_exam (AtlasCardContext  *context,
          AtlasTable       **tables,
          GError           **error)
{
  for (guint c = 0; c < N_EXAM_COLUMNS; c++)
    {
      g_autoptr (AtlasQuestion) question = atlas_card_question (context, exam_columns[c].indicator);
      g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
      g_auto (GStrv) list = NULL;
      g_auto (GStrv) children = atlas_card_list_children (context);

      g_strv_builder_add (codes, context->region->code);
      if (context->region->level < ATLAS_REGION_LEVEL_COUNTY)
        g_strv_builder_addv (codes, (const char **) children);
      list = g_strv_builder_end (codes);
      atlas_question_set_regions (question, (const char *const *) list);
      if (exam_columns[c].stage != NULL)
        atlas_dimension_values_set (question->where, "stage", exam_columns[c].stage);
      if ((tables[c] = atlas_card_ask (context, question, error)) == NULL)
        return FALSE;
    }
  return TRUE;
}

AtlasCardContent *
atlas_personnel_make_exam (AtlasCardContext  *context,
                           GError           **error)
{
  AtlasTable *tables[N_EXAM_COLUMNS] = { NULL };
  AtlasCardContent *content = NULL;

  if (context->region->level > ATLAS_REGION_LEVEL_COUNTY)
    return atlas_card_content_new_hidden ();
  if (ask_exam (context, tables, error))
    {
      content = atlas_card_content_new_list (_("Exam: registered, sat, passed"),
                                             _("Pass rate of those who sat, pass rate of those registered, share of those registered "
                                               "who did not sit"));
      atlas_card_content_add_column (content, _("Division"), FALSE);
      for (guint c = 0; c < N_EXAM_COLUMNS; c++)
        atlas_card_content_add_column (content, g_dpgettext2 (NULL, "exam", exam_columns[c].title), TRUE);
      add_exam_rows (content, tables);
    }
  for (guint c = 0; c < N_EXAM_COLUMNS; c++)
    g_clear_pointer (&tables[c], atlas_table_unref);
  if (content == NULL || content->rows->len > 0)
    return content;
  atlas_card_content_free (content);
  return atlas_card_content_new_lacking (_("Exam: registered, sat, passed"),
                                         _("No candidates are known. Enter the published numbers of those who registered, sat and "
                                           "passed (“Exam candidates” by stage) of the region and of each division, or import a "
                                           "table of published figures."),
                                         "figures", "exam_candidates");
}

AtlasCardContent *
atlas_personnel_make_education_by_station (AtlasCardContext  *context,
                                           GError           **error)
{
  AtlasDataset *dataset = atlas_card_context_get_dataset (context, error);
  g_autoptr (GPtrArray) stations = NULL;
  AtlasCardContent *content;
  AtlasRequiredHours required;

  if (dataset == NULL)
    return NULL;
  if (context->region->level < ATLAS_REGION_LEVEL_COUNTY)
    return atlas_card_content_new_hidden (); /* the chart beside it tells of the divisions */
  if (!atlas_required_hours_find (dataset, context->catalogue, context->region, context->last_year, &required, error))
    return NULL;
  stations = atlas_station_education_list (dataset, context->region, &required, error);
  if (stations == NULL)
    return NULL;
  if (stations->len == 0)
    return atlas_card_content_new_hidden ();
  content = atlas_card_content_new_list (_("Short of hours, by station"), NULL);
  atlas_card_content_add_texts (content, _("Station"));
  atlas_card_content_add_column (content, _("Short of hours"), TRUE);
  atlas_card_content_add_column (content, _("Holders with known hours"), TRUE);
  for (guint i = 0; i < stations->len; i++)
    {
      const AtlasStationEducation *station = g_ptr_array_index (stations, i);
      AtlasCardRow *row = atlas_card_content_add_row (content, NULL, 0);

      atlas_card_content_take_cell (content, row, g_strdup (station->name[0] != '\0' ? station->name : _("At no station")));
      atlas_card_content_take_cell (content, row, g_strdup_printf ("%u", station->n_short));
      atlas_card_content_take_cell (content, row, g_strdup_printf ("%u", station->n_known));
    }
  return content;
}
