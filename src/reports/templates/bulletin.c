/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "reports/sentences.h"
#include "reports/subject.h"
#include "reports/template-private.h"

/* What a bulletin tells, in this order. It fills one page, and so has neither charts nor headings but that of its sources. */
static const char *const indicators[] = {
  "social_workers", "certified_workers", "certified_share", "certified_per_10k", "stations", "township_coverage",
  "station_workers", "social_work_orgs", "supervisors", "social_work_posts", "registered_volunteers", "funding",
};

#define N_INDICATORS G_N_ELEMENTS (indicators)

/* What gives way so that it fills one page and no more: headlines, which the table has too; the findings beyond the first
 * ones, and all; the tiers; then row after row. */
enum {
  CUT_HEADLINES = 1,
  CUT_MOST_FINDINGS,
  CUT_FINDINGS,
  CUT_TIERS,
  CUT_ROWS,
  N_CUTS = CUT_ROWS + 7,
};

#define FEW_FINDINGS 2

typedef struct {
  AtlasSubject about;
  AtlasTable *tables[N_INDICATORS];
  AtlasTable *trends[N_INDICATORS];
  AtlasTable *grades;
  AtlasTable *tiers;
} Bulletin;

static const AtlasObservation *
find (Bulletin *self,
      guint     n)
{
  return atlas_subject_find (&self->about, self->tables[n]);
}

static void
add_key_figures (AtlasReportBuilder  *builder,
                 gpointer             state,
                 GError             **error)
{
  static const guint chosen[] = { 0, 1, 5, 11, 7, 2 };
  Bulletin *self = state;
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_key_figure_free);

  for (guint i = 0; i < G_N_ELEMENTS (chosen); i++)
    {
      g_autofree char *fraction = chosen[i] == 5 ? atlas_subject_dup_fraction (find (self, 5)) : NULL;

      atlas_subject_add_key_figure (&self->about, figures, self->tables[chosen[i]], find (self, chosen[i]), fraction);
    }
  if (figures->len >= 2 && builder->n_cuts < CUT_HEADLINES)
    atlas_report_add_key_figures (builder->report, figures);
  else
    g_ptr_array_unref (figures);
}

/* Whether row N gave way so that all goes on one page. */
static gboolean
is_cut (Bulletin *self,
        guint     n)
{
  static const guint order[] = { 10, 8, 9, 6, 7, 3, 2, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (order) && self->about.builder->n_cuts >= CUT_ROWS + i; i++)
    if (order[i] == n)
      return TRUE;
  return FALSE;
}

/* "up 8.3% on the year before", or a dash where documents do not allow to say. */
static char *
dup_change (Bulletin *self,
            guint     n)
{
  const AtlasObservation *now = find (self, n);
  const AtlasObservation *before = atlas_subject_find_before (self->trends[n], now);
  char *change = before != NULL ? atlas_clause_change (now, before, atlas_table_get_unit (self->trends[n])) : NULL;

  return change != NULL ? change : g_strdup ("—");
}

static void
add_row (Bulletin         *self,
         AtlasReportTable *table,
         guint             n)
{
  const AtlasObservation *row = find (self, n);
  const AtlasUnit *unit = atlas_table_get_unit (self->tables[n]);
  AtlasScale scale = atlas_table_choose_scale (self->tables[n]);
  g_autofree char *name = atlas_report_builder_dup_table_name (self->tables[n]);
  g_autofree char *label = atlas_report_builder_format_label (name, scale, unit);
  g_autofree char *value = atlas_report_builder_format_cell (self->about.builder, row, unit, scale);
  g_autofree char *period = atlas_format_period (row->period);
  g_autofree char *change = dup_change (self, n);
  g_autofree char *citation = atlas_report_builder_cite_region (self->about.builder, self->tables[n], self->about.region);

  atlas_report_table_add_row (table);
  atlas_report_table_add_cell (table, label);
  atlas_report_table_add_cell (table, value);
  atlas_report_table_add_cell (table, period);
  atlas_report_table_add_cell (table, change);
  atlas_report_table_add_cell (table, citation);
}

/* Of row N, within a sentence. */
static char *
dup_name (Bulletin *self,
          guint     n)
{
  g_autofree char *name = atlas_report_builder_dup_table_name (self->tables[n]);

  return atlas_sentence_dup_name (name);
}

/* What the signs mean that the table has. */
static void
append_signs (Bulletin *self,
              GString  *note)
{
  const struct {
    AtlasQualifier qualifier;
    const char *meaning;
  } signs[] = {
    { ATLAS_QUALIFIER_AT_LEAST, _("≥: at least.") },
    { ATLAS_QUALIFIER_AT_MOST, _("≤: at most.") },
    { ATLAS_QUALIFIER_ABOUT, _("≈: about.") },
    { ATLAS_QUALIFIER_NEARLY, _("<: nearly.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    for (guint n = 0; n < N_INDICATORS; n++)
      if (!is_cut (self, n) && !atlas_observation_is_missing (find (self, n)) &&
          find (self, n)->qualifier == signs[i].qualifier)
        {
          atlas_sentence_append (note, signs[i].meaning);
          break;
        }
}

static void
add_figures (AtlasReportBuilder  *builder,
             gpointer             state,
             GError             **error)
{
  Bulletin *self = state;
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) cut = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) note = g_string_new (NULL);
  g_autofree char *names = NULL, *sentence = NULL, *cut_names = NULL, *cut_sentence = NULL;
  AtlasReportTable *table = atlas_report_table_new (_("Main figures"), NULL);

  atlas_report_table_add_column (table, _("Indicator"), FALSE);
  atlas_report_table_add_column (table, _("Value"), TRUE);
  atlas_report_table_add_column (table, _("Period"), TRUE);
  atlas_report_table_add_column (table, _("Change"), FALSE);
  atlas_report_table_add_column (table, C_("column", "Source"), TRUE);
  for (guint i = 0; i < N_INDICATORS; i++)
    if (atlas_observation_is_missing (find (self, i)))
      g_ptr_array_add (missing, dup_name (self, i));
    else if (is_cut (self, i))
      g_ptr_array_add (cut, dup_name (self, i));
    else
      add_row (self, table, i);
  names = atlas_sentence_list (missing);
  sentence = missing->len > 0 ? g_strdup_printf (_("There is no figure for %s."), names) : NULL;
  atlas_sentence_append (note, _("Change: only between figures that can be compared; —: not stated."));
  append_signs (self, note);
  atlas_sentence_append (note, sentence);
  cut_names = atlas_sentence_list (cut);
  cut_sentence = cut->len > 0 ? g_strdup_printf (_("Left out for lack of room: %s."), cut_names) : NULL;
  atlas_sentence_append (note, cut_sentence);
  table->note = g_strdup (note->str);
  atlas_report_add_table (builder->report, table);
}

/* Whether all parts and the whole are exact and of one period, so that their sum can be held against it; then SUM. */
static gboolean
can_be_summed (AtlasTable             *parts,
               const AtlasObservation *whole,
               double                 *sum)
{
  *sum = 0;
  if (atlas_observation_is_missing (whole) || whole->qualifier != ATLAS_QUALIFIER_EXACT)
    return FALSE;
  for (guint i = 0; i < atlas_table_get_n_rows (parts); i++)
    {
      const AtlasObservation *part = atlas_table_get_row (parts, i);

      if (atlas_observation_is_missing (part) || part->qualifier != ATLAS_QUALIFIER_EXACT ||
          !g_str_equal (part->period, whole->period))
        return FALSE;
      *sum += part->value;
    }
  return atlas_table_get_n_rows (parts) > 0;
}

/* "The grades add up to 4,072 people, the total published." */
static void
append_sum (Bulletin *self,
            GString  *text)
{
  const AtlasObservation *whole = find (self, 1);
  const AtlasUnit *unit = atlas_table_get_unit (self->tables[1]);
  g_autofree char *parts = atlas_clause_parts (self->grades, self->about.region, "-");
  g_autofree char *citation = NULL, *clause = NULL, *check = NULL, *sum_text = NULL, *total = NULL, *sentence = NULL;
  double sum;

  if (parts == NULL)
    return;
  if (can_be_summed (self->grades, whole, &sum))
    {
      sum_text = atlas_format_text (sum, ATLAS_QUALIFIER_EXACT, unit);
      total = atlas_format_observation (whole, unit);
      check = fabs (sum - whole->value) < 0.5 ? g_strdup_printf (_("together %s, which is the total"), sum_text)
                                              : g_strdup_printf (_("together %1$s, where the total is %2$s"), sum_text, total);
    }
  else
    check = g_strdup (_("of different periods or not exact, so their sum is not compared with the total"));
  citation = atlas_report_builder_cite_region (self->about.builder, self->grades, self->about.region);
  clause = g_strdup_printf (_("By grade: %s"), parts);
  sentence = atlas_sentence_make ((const char *const[]) { clause, check }, 2, citation);
  atlas_sentence_append (text, sentence);
}

static void
append_tiers (Bulletin *self,
              GString  *text)
{
  g_autofree char *parts = atlas_clause_parts (self->tiers, self->about.region, "-");
  g_autofree char *citation = NULL, *clause = NULL, *sentence = NULL;

  if (parts == NULL)
    return;
  citation = atlas_report_builder_cite_region (self->about.builder, self->tiers, self->about.region);
  clause = g_strdup_printf (_("Stations by tier: %s"), parts);
  sentence = atlas_sentence_make ((const char *const[]) { clause }, 1, citation);
  atlas_sentence_append (text, sentence);
}

/* "Funding (2023): published as 2,613,000 yuan; …": a finding that stands in no table says what it is about. */
static void
append_finding (AtlasReportBuilder *builder,
                const AtlasFinding *finding,
                GString            *text)
{
  g_autofree char *period = atlas_format_period (finding->period);
  g_autofree char *subject = atlas_report_builder_dup_finding_subject (builder, finding);
  g_autofree char *clause = NULL, *sentence = NULL;

  if (subject[0] != '\0')
    /* Translators: indicator, period, what the checks found */
    clause = g_strdup_printf (C_("finding", "%1$s (%2$s): %3$s"), subject, period, finding->message);
  else
    clause = g_strdup (finding->message);
  sentence = atlas_sentence_make ((const char *const[]) { clause }, 1, "");
  atlas_sentence_append (text, sentence);
}

static void
append_findings (Bulletin  *self,
                 GString   *text,
                 GError   **error)
{
  AtlasReportBuilder *builder = self->about.builder;
  g_autoptr (GPtrArray) findings = atlas_checks_run (builder->dataset, builder->catalogue, self->about.region, error);
  guint max = builder->n_cuts >= CUT_FINDINGS ? 0 : builder->n_cuts >= CUT_MOST_FINDINGS ? FEW_FINDINGS : G_MAXUINT, n = 0;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const AtlasFinding *finding = g_ptr_array_index (findings, i);

      if (finding->region == self->about.region && finding->severity == ATLAS_SEVERITY_WARNING &&
          !atlas_report_builder_is_later (builder, finding) && n++ < max)
        append_finding (builder, finding, text);
    }
  if (n > max)
    {
      g_autofree char *rest = g_strdup_printf (ngettext ("%u more finding stands in the report on checks.",
                                                         "%u more findings stand in the report on checks.",
                                                         n - max),
                                               n - max);

      atlas_sentence_append (text, rest);
    }
}

static void
add_sums (AtlasReportBuilder  *builder,
          gpointer             state,
          GError             **error)
{
  Bulletin *self = state;
  g_autoptr (GString) text = g_string_new (NULL);

  append_sum (self, text);
  if (builder->n_cuts < CUT_TIERS)
    append_tiers (self, text);
  append_findings (self, text, error);
  if (text->len > 0)
    atlas_report_add_paragraph (builder->report, text->str);
}

static gboolean
ask_all (Bulletin  *self,
         GError   **error)
{
  const AtlasReportQuestion parts[] = {
    { &self->grades, "certified_workers", "grade" },
    { &self->tiers, "stations", "tier" },
  };

  for (guint i = 0; i < N_INDICATORS; i++)
    {
      self->tables[i] = atlas_report_builder_ask_indicator (self->about.builder, indicators[i], NULL, error);
      if (self->tables[i] == NULL)
        return FALSE;
      self->trends[i] = atlas_subject_ask_trend (&self->about, indicators[i], error);
      if (self->trends[i] == NULL)
        return FALSE;
    }
  return atlas_report_builder_ask_all (self->about.builder, parts, G_N_ELEMENTS (parts), error);
}

static gboolean
is_empty (Bulletin *self)
{
  for (guint i = 0; i < N_INDICATORS; i++)
    if (!atlas_observation_is_missing (find (self, i)))
      return FALSE;
  return TRUE;
}

static gboolean
start (AtlasReportBuilder  *builder,
       gpointer             state,
       GError             **error)
{
  Bulletin *self = state;
  g_autofree char *title = NULL;

  atlas_subject_init (&self->about, builder);
  if (!ask_all (self, error) || !atlas_subject_check_figures (&self->about, !is_empty (self), error))
    return FALSE;
  title = g_strdup_printf (_("Social work in %s:\nbulletin"), atlas_region_get_display_name (self->about.region));
  atlas_report_builder_begin (builder, title, _("The headline figures of a region, and whether their parts add up"));
  return TRUE;
}

static void
clear (gpointer state)
{
  Bulletin *self = state;

  for (guint i = 0; i < N_INDICATORS; i++)
    {
      g_clear_pointer (&self->tables[i], atlas_table_unref);
      g_clear_pointer (&self->trends[i], atlas_table_unref);
    }
  g_clear_pointer (&self->grades, atlas_table_unref);
  g_clear_pointer (&self->tiers, atlas_table_unref);
}

static const AtlasReportSection sections[] = {
  { "cover", N_("Cover"), ATLAS_SECTION_OPENING | ATLAS_SECTION_OPTIONAL, atlas_report_builder_add_cover },
  { "key-figures", N_("Key figures"), 0, add_key_figures },
  { "figures", N_("Main figures"), 0, add_figures },
  { "sums", N_("Parts and sums"), 0, add_sums },
  { "method", N_("On method"), ATLAS_SECTION_CLOSING | ATLAS_SECTION_OPTIONAL, atlas_report_builder_add_method },
  { "sources", N_("List of sources"), ATLAS_SECTION_CLOSING | ATLAS_SECTION_ALWAYS, atlas_report_builder_add_sources_run_in },
};

const AtlasTemplate atlas_template_bulletin = {
  "bulletin", N_("Bulletin of key figures"), 1, 1, sizeof (Bulletin), start, clear, N_CUTS, sections, G_N_ELEMENTS (sections),
};
