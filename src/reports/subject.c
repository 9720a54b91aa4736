/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/subject.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "dataset/language.h"
#include "indicators/number-format.h"
#include "reports/report-file.h"
#include "reports/sentences.h"
#include "reports/table-notes.h"

#define FIRST_YEAR 2000
#define LAST_YEAR 2099
#define MAX_KEY_FIGURES 4
/* Of money, a fen: sums that differ by less are the same. */
#define LEAST_AMOUNT 0.01

void
atlas_subject_init (AtlasSubject       *self,
                    AtlasReportBuilder *builder)
{
  self->builder = builder;
  self->told_period = "-";
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

void
atlas_subject_append (AtlasSubject                  *self,
                      GString                       *text,
                      const AtlasObservation        *observation,
                      const char *const             *more,
                      guint                          n_more,
                      const AtlasObservation *const *bases,
                      guint                          n_bases)
{
  g_autofree char *level =
    atlas_clause_level (self->builder->catalogue, observation, next_subject (text, self->name));
  g_autofree char *dated = NULL;
  g_autofree char *citation = NULL;
  g_autofree char *sentence = NULL;
  const char *clauses[6] = { NULL };
  const AtlasObservation *cited[6] = { observation };

  if (level == NULL)
    return;
  clauses[0] = dated = atlas_clause_dated (level, observation, self->told_period);
  self->told_period = observation->period;
  for (guint i = 0; i < n_more && i + 1 < G_N_ELEMENTS (clauses); i++)
    clauses[i + 1] = more[i];
  for (guint i = 0; i < n_bases && i + 1 < G_N_ELEMENTS (cited); i++)
    cited[i + 1] = bases[i];
  citation = atlas_report_builder_cite_several (self->builder, cited, G_N_ELEMENTS (cited));
  sentence = atlas_sentence_make (clauses, G_N_ELEMENTS (clauses), citation);
  atlas_sentence_append (text, sentence);
}

gboolean
atlas_subject_check_figures (const AtlasSubject  *self,
                             gboolean             are,
                             GError             **error)
{
  if (!are)
    g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_EMPTY,
                 _("There is no figure of %s: import its registers or enter what has been published"), self->name);
  return are;
}

const AtlasObservation *
atlas_subject_find (const AtlasSubject *self,
                    AtlasTable         *table)
{
  return atlas_table_find (table, self->region->code, 0, NULL);
}

const AtlasObservation *
atlas_subject_find_before (AtlasTable             *trend,
                           const AtlasObservation *now)
{
  for (guint i = atlas_table_get_n_rows (trend); i-- > 0;)
    {
      const AtlasObservation *before = atlas_table_get_row (trend, i);

      if (!atlas_observation_is_missing (before) && before->year < now->year)
        return before;
    }
  return NULL;
}

AtlasTable *
atlas_subject_ask_trend (const AtlasSubject  *self,
                         const char          *indicator,
                         GError             **error)
{
  g_autoptr (AtlasQuestion) question = atlas_report_builder_question (self->builder, indicator);
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

gboolean
atlas_subject_ask_children (const AtlasSubject  *self,
                            const char          *indicator,
                            AtlasTable         **out_children,
                            GError             **error)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new (indicator);
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
  question = atlas_report_builder_question (self->builder, indicator);
  atlas_question_set_regions (question, (const char *const *) codes->pdata);
  *out_children = atlas_report_builder_ask (self->builder, question, error);
  return *out_children != NULL;
}

AtlasTable *
atlas_subject_ask_compared (const AtlasSubject  *self,
                            const char          *indicator,
                            GError             **error)
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

/* "4,072" and "people", "≥ 8175" and "万元", "≥ 5.315" and "million yuan", "31.3%" and "", "5.65" and "人" of a rate whose name says for
 * how many it is: a number as in running text, with a sign in place of a word before it. */
static void
split_value (const AtlasObservation  *observation,
             AtlasTable              *table,
             char                   **out_value,
             char                   **out_unit)
{
  g_autofree char *text = atlas_clause_value (observation, atlas_table_get_unit (table));
  const char *first = text + strcspn (text, "0123456789");
  gsize length = strspn (first, "0123456789,.%");
  g_autofree char *digits = g_strndup (first, length);

  *out_value = g_strconcat (atlas_qualifier_get_sign (observation->qualifier), digits, NULL);
  *out_unit = g_strstrip (g_strdup (first + length));
}

void
atlas_subject_add_key_figure (AtlasSubject           *self,
                              GPtrArray              *figures,
                              AtlasTable             *table,
                              const AtlasObservation *observation,
                              const char             *more)
{
  g_autofree char *name = atlas_report_builder_dup_table_name (table);
  g_autofree char *value = NULL, *unit = NULL, *period = NULL, *detail = NULL;

  if (atlas_observation_is_missing (observation) || figures->len == MAX_KEY_FIGURES)
    return;
  split_value (observation, table, &value, &unit);
  period = atlas_format_period (observation->period);
  detail = more != NULL ? g_strdup_printf (C_("key figure", "%1$s; %2$s"), period, more) : g_strdup (period);
  g_ptr_array_add (figures, atlas_key_figure_new (name, value, unit, detail));
  atlas_report_rest_on (self->builder->report, table);
  if (observation->sources != NULL)
    g_ptr_array_extend (self->builder->uncited, observation->sources, (GCopyFunc) atlas_source_ref, NULL);
}

char *
atlas_subject_dup_fraction (const AtlasObservation *coverage)
{
  g_autofree char *covered = NULL, *townships = NULL;

  if (atlas_observation_is_missing (coverage) || !isfinite (coverage->numerator) || !isfinite (coverage->denominator))
    return NULL;
  covered = atlas_format_label (coverage->numerator, coverage->numerator_qualifier, NULL, ATLAS_SCALE_ONE);
  townships = atlas_format_label (coverage->denominator, coverage->denominator_qualifier, NULL, ATLAS_SCALE_ONE);
  if (coverage->basis == ATLAS_BASIS_REGISTERS)
    return g_strdup_printf (_("%1$s of %2$s townships"), covered, townships);
  return g_strdup_printf (_("%1$s stations for %2$s townships"), covered, townships);
}

/* Whether PARTS are all of TOTAL, in the same period and exact, so that shares of it can be told. */
static gboolean
make_up (AtlasTable             *parts,
         const AtlasObservation *total)
{
  double sum = 0;

  if (total == NULL || atlas_observation_is_missing (total) || total->qualifier != ATLAS_QUALIFIER_EXACT || total->value <= 0)
    return FALSE;
  for (guint i = 0; i < atlas_table_get_n_rows (parts); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (parts, i);

      if (atlas_observation_is_missing (row))
        continue;
      if (row->qualifier != ATLAS_QUALIFIER_EXACT || g_strcmp0 (row->period, total->period) != 0)
        return FALSE;
      sum += row->value;
    }
  return fabs (sum - total->value) < LEAST_AMOUNT;
}

/* Whether the shares of TOTAL, as they are printed, do not add up to 100.0. */
static gboolean
is_rounded (AtlasTable             *parts,
            const AtlasObservation *total)
{
  double tenths = 0;

  for (guint i = 0; i < atlas_table_get_n_rows (parts); i++)
    if (!atlas_observation_is_missing (atlas_table_get_row (parts, i)))
      tenths += round (atlas_table_get_row (parts, i)->value / total->value * 1000);
  return tenths != 1000;
}

static void
add_part (const AtlasSubject     *self,
          AtlasReportTable       *table,
          AtlasTable             *parts,
          const char             *name,
          const AtlasObservation *part,
          const AtlasObservation *total)
{
  g_autofree char *amount = atlas_report_builder_format_cell (self->builder, part, atlas_table_get_unit (parts),
                                                              atlas_table_choose_scale (parts));
  g_autofree char *period = atlas_format_period (part->period);

  atlas_report_table_add_row (table);
  atlas_report_table_add_cell (table, name);
  atlas_report_table_add_cell (table, amount);
  if (total != NULL)
    {
      g_autofree char *share = atlas_format_cell (part->value / total->value * 100,
                                                  atlas_catalogue_find_unit (self->builder->catalogue, "percent"), ATLAS_SCALE_ONE);

      atlas_report_table_add_cell (table, share);
    }
  atlas_report_table_add_cell (table, period);
}

static void
prepend_rounding (AtlasReportTable *table)
{
  const char *clause = _("Parts may not add up to the total as they are rounded");
  GString *note = g_string_new (NULL);
  g_autofree char *sentence = atlas_sentence_make (&clause, 1, "");

  atlas_sentence_append (note, sentence);
  atlas_sentence_append (note, table->note);
  g_free (table->note);
  table->note = g_string_free (note, FALSE);
}

AtlasReportTable *
atlas_subject_break_down (const AtlasSubject     *self,
                          AtlasTable             *parts,
                          const AtlasObservation *total,
                          const char             *title,
                          const char             *header)
{
  const AtlasObservation *whole = make_up (parts, total) ? total : NULL;
  g_autofree char *symbol = atlas_scale_dup_unit (atlas_table_choose_scale (parts), atlas_table_get_unit (parts));
  g_autofree char *unit_line = atlas_report_format_unit (symbol);
  g_autoptr (AtlasReportTable) table = atlas_report_table_new (title, unit_line);

  atlas_report_table_add_column (table, header, FALSE);
  atlas_report_table_add_column (table, atlas_table_get_unit (parts)->is_money ? _("Amount") : _("Number"), TRUE);
  if (whole != NULL)
    atlas_report_table_add_column (table, _("Share (%)"), TRUE);
  atlas_report_table_add_column (table, _("Period"), TRUE);
  for (guint i = 0; i < atlas_table_get_n_rows (parts); i++)
    if (!atlas_observation_is_missing (atlas_table_get_row (parts, i)))
      add_part (self, table, parts, atlas_table_get_by_name (parts, i, 0), atlas_table_get_row (parts, i), whole);
  if (table->rows->len < 2)
    return NULL;
  if (whole != NULL)
    add_part (self, table, parts, C_("dimension", "Total"), whole, whole);
  table->note = atlas_report_dup_breakdown_note (self->builder->report, parts, FALSE);
  if (whole != NULL && is_rounded (parts, whole))
    prepend_rounding (table);
  return g_steal_pointer (&table);
}
