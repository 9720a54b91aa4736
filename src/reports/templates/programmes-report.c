/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "indicators/number-format.h"
#include "indicators/programme-answer.h"
#include "indicators/programme-registers.h"
#include "indicators/programme-rows.h"
#include "reports/figure-table.h"
#include "reports/sentences.h"
#include "reports/template-private.h"
#include "reports/templates/programme-captions.h"
#include "reports/templates/programme-selection.h"
#include "reports/templates/programme-table.h"
#include "reports/templates/programmes-overview.h"

/* So many divisions that run a programme are named; of more their number is told. */
#define MAX_NAMED 12
/* So many charts and tables answer the question of one programme. */
#define MAX_ANSWERS 2
/* A report on a nation or province is no list of all that its counties have published: so many figures of a programme stand in it. */
#define MAX_FIGURES 12
/* And so many divisions in a chart, which says of how many they are the first. */
#define MAX_ROWS 12
/* So many findings are told; the report on checks has all. */
#define MAX_FINDINGS 5

typedef struct {
  AtlasReportBuilder *builder;
  const AtlasRegion *region;
  GPtrArray *programmes; /* (element-type AtlasProgramme) */
  GPtrArray *found;      /* (element-type AtlasProgrammeFigures): of each */
  GPtrArray *figures;    /* (element-type AtlasFigure): all of the dataset */
  AtlasRegisterUse *use;
  GPtrArray *findings;   /* (element-type AtlasFinding): within the region */
  GPtrArray *silent;     /* (element-type AtlasProgramme): of which nothing is known here */
} Programmes;

static gboolean
is_within (Programmes        *self,
           const AtlasRegion *region)
{
  return region != NULL && atlas_region_is_within (region, self->region);
}

/* The figures of the region and what lies in it, none of later years. */
static GPtrArray *
list_figures (Programmes                  *self,
              const AtlasProgrammeFigures *found)
{
  GPtrArray *figures = g_ptr_array_new ();
  AtlasRegionTree *tree = atlas_catalogue_get_regions (self->builder->catalogue);

  for (guint i = 0; i < found->figures->len; i++)
    {
      AtlasFigure *figure = g_ptr_array_index (found->figures, i);

      if (is_within (self, atlas_region_tree_lookup (tree, figure->region_code)) &&
          !atlas_figure_is_later (self->builder, figure))
        g_ptr_array_add (figures, figure);
    }
  return figures;
}

/* The names of those in the region that are known by BASIS to run it; by registers all that have rows. */
static GPtrArray *
list_names (Programmes                  *self,
            const AtlasProgrammeFigures *found,
            AtlasProgrammeBasis          basis)
{
  g_autoptr (GPtrArray) regions = basis == ATLAS_PROGRAMME_BY_REGISTERS ? g_ptr_array_ref (found->keepers)
                                                                        : atlas_programme_figures_list_by (found, basis);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < regions->len; i++)
    {
      const AtlasRegion *region = g_ptr_array_index (regions, i);
      const char *name = atlas_region_get_display_name (region);

      if (is_within (self, region) && atlas_programme_figures_get_basis (found, region) == basis &&
          !g_ptr_array_find (names, name, NULL))
        g_ptr_array_add (names, (gpointer) name);
    }
  return names;
}

/* LIST names the divisions, or tells how many they are. */
static char *
dup_run_by (AtlasProgrammeBasis  basis,
            const char          *list)
{
  switch (basis)
    {
    case ATLAS_PROGRAMME_BY_DOCUMENTS:
      /* Translators: a programme is run in these divisions, of which there are names or their number */
      return g_strdup_printf (C_("programme", "By documents it is run in %s."), list);
    case ATLAS_PROGRAMME_BY_FIGURES:
      /* Translators: a programme is run in these divisions, of which there are names or their number */
      return g_strdup_printf (C_("programme", "By figures it is run in %s."), list);
    case ATLAS_PROGRAMME_BY_REGISTERS:
    default:
      /* Translators: a programme is run in these divisions, of which there are names or their number */
      return g_strdup_printf (C_("programme", "By registers it is run in %s."), list);
    }
}

/* Who runs it, and how that is known; "" for nobody here. */
static char *
dup_run (Programmes                  *self,
         const AtlasProgrammeFigures *found)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int basis = 0; basis < ATLAS_PROGRAMME_N_BASES; basis++)
    {
      g_autoptr (GPtrArray) names = list_names (self, found, (AtlasProgrammeBasis) basis);
      g_autofree char *number = atlas_format_cell (names->len, NULL, ATLAS_SCALE_ONE);
      g_autofree char *list =
        names->len <= MAX_NAMED
          ? atlas_sentence_list (names)
          /* Translators: so many divisions run a programme */
          : g_strdup_printf (ngettext ("%s division", "%s divisions", names->len), number);
      g_autofree char *sentence = NULL;

      if (names->len == 0)
        continue;
      sentence = dup_run_by ((AtlasProgrammeBasis) basis, list);
      atlas_sentence_append (text, sentence);
    }
  return g_strdup (text->str);
}

/* What it is, who runs it, and TOLD, the numbers that are no chart. */
static void
add_description (Programmes     *self,
                 AtlasProgramme *programme,
                 const char     *run,
                 const char     *told,
                 guint           n_known,
                 guint           n_charts,
                 guint           n_tables)
{
  g_autoptr (GString) text = g_string_new (atlas_programme_get_description (programme));

  if (run[0] != '\0')
    atlas_sentence_append (text, run);
  if (told[0] != '\0')
    atlas_sentence_append (text, told);
  if (n_known == 0 && told[0] == '\0')
    {
      g_autofree char *what = atlas_sentence_dup_name (atlas_programme_get_to_enter (programme));
      g_autofree char *to_enter = g_strdup_printf (_("The documents give no figure; to be entered: %s"), what);

      atlas_sentence_append (text, to_enter);
    }
  atlas_report_builder_add_paragraph (self->builder, text, n_charts, n_tables);
}

/* Under a table of figures: N others are left out. */
static void
note_left_out (AtlasReportTable *table,
               guint             n)
{
  g_autofree char *before = table->note;
  g_autofree char *left_out =
    g_strdup_printf (ngettext ("%u earlier figure or figure of a division is not listed.",
                               "%u earlier figures and figures of divisions are not listed.", n), n);
  g_autoptr (GString) text = g_string_new (before);

  atlas_sentence_append (text, left_out);
  table->note = g_strdup (text->str);
}

static void
add_figures (Programmes     *self,
             AtlasProgramme *programme,
             GPtrArray      *figures)
{
  g_autofree char *title = g_strdup_printf (_("%s: figures"), atlas_programme_get_name (programme));
  gboolean is_regional = self->region->level < ATLAS_REGION_LEVEL_COUNTY;
  g_autoptr (GPtrArray) selected =
    is_regional ? atlas_programme_select_figures (atlas_catalogue_get_regions (self->builder->catalogue), self->region, figures,
                                                  MAX_FIGURES)
                : g_ptr_array_ref (figures);
  AtlasReportTable *table;

  if (figures->len == 0)
    return;
  table = atlas_figure_table_new (title, is_regional);
  for (guint i = 0; i < selected->len; i++)
    atlas_figure_table_add (table, self->builder, g_ptr_array_index (selected, i), is_regional);
  if (selected->len < figures->len)
    note_left_out (table, figures->len - selected->len);
  atlas_report_add_table (self->builder->report, table);
}

/* Figures of documents stand in the table already. */
static gboolean
says_more (AtlasTable *table)
{
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (!atlas_observation_is_missing (row) && row->basis != ATLAS_BASIS_PUBLISHED)
        return TRUE;
    }
  return FALSE;
}

static void
add_chart (Programmes     *self,
           AtlasChartKind  kind,
           AtlasTable     *table,
           const char     *title)
{
  AtlasChartSpec *chart = atlas_report_builder_chart (self->builder, kind, table, title);

  if (self->region->level < ATLAS_REGION_LEVEL_COUNTY)
    chart->n_categories = MAX_ROWS;
  atlas_report_add_chart (self->builder->report, chart);
}

static void
add_answer (Programmes                 *self,
            AtlasProgramme             *programme,
            GPtrArray                  *answers,
            const AtlasProgrammeAnswer *answer)
{
  AtlasReportBuilder *builder = self->builder;
  g_autofree char *title = atlas_programme_dup_caption (programme, answers, answer);
  AtlasChartKind kind;

  g_ptr_array_add (builder->tables, atlas_table_ref (answer->table));
  if (atlas_programme_answer_is_table (answer))
    atlas_report_add_table (builder->report, atlas_programme_table_new (builder, title, answer->table, self->region));
  else if (atlas_chart_kind_from_id (answer->kind, &kind))
    add_chart (self, kind, answer->table, title);
}

static guint
count_known (const AtlasProgrammeAnswer *answer)
{
  return atlas_table_get_n_rows (answer->table) - atlas_table_count_missing (answer->table);
}

/* A chart of one mark says no more than the figure itself. */
static gboolean
is_drawn (const AtlasProgrammeAnswer *answer)
{
  AtlasChartKind kind;

  if (count_known (answer) < 2)
    return FALSE;
  return atlas_programme_answer_is_table (answer) ? says_more (answer->table)
                                                  : atlas_chart_kind_from_id (answer->kind, &kind);
}

/* "2023年，资金·考证奖励：8.782万元〔3〕。": a number that stands in no chart, since it is the only one, and in no table, since no document
 * has it. */
static void
tell_number (Programmes *self,
             GString    *text,
             AtlasTable *table)
{
  g_autoptr (GPtrArray) rows = atlas_programme_list_rows (table);

  for (guint i = 0; i < rows->len; i++)
    {
      const AtlasProgrammeRow *row = g_ptr_array_index (rows, i);
      const AtlasObservation *number = atlas_table_get_row (table, row->row);
      AtlasCatalogue *catalogue = self->builder->catalogue;
      g_autofree char *value = NULL, *clause = NULL, *dated = NULL, *citation = NULL, *sentence = NULL;

      if (atlas_observation_is_missing (number) || number->basis == ATLAS_BASIS_PUBLISHED)
        continue;
      value = atlas_clause_value (
        number, atlas_catalogue_find_unit (catalogue, atlas_catalogue_find_indicator (catalogue, number->indicator_id)->unit));
      clause = g_strdup_printf (C_("parts", "%1$s: %2$s"), row->item, value);
      dated = atlas_clause_dated (clause, number, "-");
      citation = atlas_report_builder_cite_several (self->builder, &number, 1);
      sentence = atlas_sentence_make ((const char *const[]) { dated }, 1, citation);
      if (strstr (text->str, sentence) == NULL)
        atlas_sentence_append (text, sentence);
    }
}

/* The first charts and tables that answer the question; OUT_CHARTS: how many of them are charts. What is too little for one is
 * added to TOLD where SELF is of one region: a sentence has none. */
static GPtrArray *
ask (Programmes                   *self,
     const AtlasProgrammeFigures  *found,
     GString                      *told,
     guint                        *out_charts,
     GError                      **error)
{
  const AtlasRegion *region = self->region->parent != NULL ? self->region : NULL;
  GPtrArray *answers =
    atlas_programme_ask (self->builder->dataset, self->builder->catalogue, found, region, error);

  *out_charts = 0;
  if (answers == NULL)
    return NULL;
  for (guint i = 0; region != NULL && i < answers->len; i++)
    {
      const AtlasProgrammeAnswer *answer = g_ptr_array_index (answers, i);

      if (!is_drawn (answer) && count_known (answer) == 1)
        tell_number (self, told, answer->table);
    }
  for (guint i = answers->len; i-- > 0;)
    if (!is_drawn (g_ptr_array_index (answers, i)))
      g_ptr_array_remove_index (answers, i);
  atlas_programme_drop_namesakes (found->programme, answers);
  if (answers->len > MAX_ANSWERS)
    g_ptr_array_remove_range (answers, MAX_ANSWERS, answers->len - MAX_ANSWERS);
  for (guint i = 0; i < answers->len; i++)
    *out_charts += atlas_programme_answer_is_table (g_ptr_array_index (answers, i)) ? 0 : 1;
  return answers;
}

/* Rows of a register that no number tells. */
static void
add_register (Programmes                   *self,
              const AtlasProgrammeRegister *rows)
{
  AtlasReportTable *table = atlas_report_table_new (rows->title, NULL);

  for (guint i = 0; rows->headings[i] != NULL; i++)
    atlas_report_table_add_column (table, rows->headings[i], FALSE);
  for (guint i = 0; i < rows->rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows->rows, i);

      atlas_report_table_add_row (table);
      for (guint j = 0; cells[j] != NULL; j++)
        atlas_report_table_add_cell (table, cells[j]);
    }
  table->note = rows->n_rows > rows->rows->len
                  /* Translators: under a table: how many rows of the register it has */
                  ? g_strdup_printf (_("From the register: the last %1$u of %2$u rows."), rows->rows->len, rows->n_rows)
                  : g_strdup (_("From the register."));
  atlas_report_add_table (self->builder->report, table);
}

/* (element-type AtlasProgrammeRegister) */
static GPtrArray *
list_registers (Programmes      *self,
                AtlasProgramme  *programme,
                GError         **error)
{
  return atlas_programme_list_registers (self->builder->dataset, self->builder->catalogue, programme,
                                         self->region->parent != NULL ? self->region : NULL, error);
}

/* What the checks find about its figures, in the words of the checks. */
static void
add_findings (Programmes                  *self,
              const AtlasProgrammeFigures *found)
{
  g_autoptr (GPtrArray) findings = atlas_programme_pick_findings (found, self->findings);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const AtlasFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *clause =
        g_strdup_printf (C_("finding", "%1$s: %2$s"), atlas_region_get_display_name (finding->region), finding->message);
      g_autofree char *sentence = NULL;

      if (atlas_report_builder_is_later (self->builder, finding))
        continue;
      sentence = atlas_sentence_make ((const char *const[]) { clause }, 1, "");
      /* Figures of several periods may be at odds in the same way. */
      if (g_hash_table_add (told, g_strdup (clause)) && g_hash_table_size (told) <= MAX_FINDINGS)
        atlas_sentence_append (text, sentence);
    }
  if (g_hash_table_size (told) > MAX_FINDINGS)
    {
      guint n = g_hash_table_size (told) - MAX_FINDINGS;
      g_autofree char *others = g_strdup_printf (
        ngettext ("%u more finding stands in the report on checks.", "%u more findings stand in the report on checks.", n), n);

      atlas_sentence_append (text, others);
    }
  if (text->len > 0)
    atlas_report_add_note (self->builder->report, text->str);
}

/* Under the heading of its group, if that is still to come. */
static void
add_programme (Programmes             *self,
               AtlasProgrammeFigures  *found,
               const char            **group,
               GError                **error)
{
  AtlasReportBuilder *builder = self->builder;
  AtlasProgramme *programme = found->programme;
  g_autoptr (GPtrArray) figures = list_figures (self, found);
  g_autofree char *run = dup_run (self, found);
  g_autoptr (GPtrArray) registers = list_registers (self, programme, error);
  g_autoptr (GPtrArray) answers = NULL;
  g_autoptr (GString) told = g_string_new (NULL);
  g_autofree char *heading =
    g_strdup_printf (C_("programme", "%2$s (%1$s)"), programme->programme_id, atlas_programme_get_name (programme));
  guint n_charts, n_tables;

  if (registers == NULL)
    return;
  if (figures->len == 0 && run[0] == '\0')
    {
      g_ptr_array_add (self->silent, programme);
      return;
    }
  answers = ask (self, found, told, &n_charts, error);
  if (answers == NULL)
    return;
  if (g_strcmp0 (*group, programme->group) != 0)
    atlas_report_add_heading (builder->report, 1, atlas_programme_get_group_name (programme));
  *group = programme->group;
  atlas_report_add_heading (builder->report, 2, heading);
  n_tables = (figures->len > 0) + answers->len - n_charts + registers->len;
  add_description (self, programme, run, told->str, figures->len + answers->len + registers->len, n_charts, n_tables);
  add_figures (self, programme, figures);
  for (guint i = 0; i < answers->len; i++)
    add_answer (self, programme, answers, g_ptr_array_index (answers, i));
  for (guint i = 0; i < registers->len; i++)
    add_register (self, g_ptr_array_index (registers, i));
  add_findings (self, found);
}

static void
add_programmes (AtlasReportBuilder  *builder,
                gpointer             state,
                GError             **error)
{
  Programmes *self = state;
  const char *group = NULL;
  g_autoptr (GError) local_error = NULL;

  for (guint i = 0; i < self->found->len && local_error == NULL; i++)
    add_programme (self, g_ptr_array_index (self->found, i), &group, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
}

static void
summary_free (AtlasProgrammeSummary *summary)
{
  g_ptr_array_unref (summary->figures);
  g_free (summary);
}

static AtlasProgrammeSummary *
summarize (Programmes                  *self,
           const AtlasProgrammeFigures *found)
{
  AtlasProgrammeSummary *summary = g_new0 (AtlasProgrammeSummary, 1);

  summary->programme = found->programme;
  summary->figures = list_figures (self, found);
  for (guint i = 0; i < ATLAS_PROGRAMME_N_BASES; i++)
    {
      g_autoptr (GPtrArray) names = list_names (self, found, (AtlasProgrammeBasis) i);

      summary->n_regions[i] = names->len;
    }
  return summary;
}

static void
add_overview (AtlasReportBuilder  *builder,
              gpointer             state,
              GError             **error)
{
  Programmes *self = state;
  g_autoptr (GPtrArray) summaries = g_ptr_array_new_with_free_func ((GDestroyNotify) summary_free);

  for (guint i = 0; i < self->found->len; i++)
    g_ptr_array_add (summaries, summarize (self, g_ptr_array_index (self->found, i)));
  atlas_programmes_overview_add (builder, self->region, summaries);
}

/* What the region does not run by the documents, and what it would enter if it does. */
static void
add_silent (AtlasReportBuilder  *builder,
            gpointer             state,
            GError             **error)
{
  Programmes *self = state;
  AtlasReportTable *table;
  g_autoptr (GString) text = g_string_new (
    _("Nothing is published here on these programmes; where they are run, the figures of the last column are to be entered."));

  if (self->silent->len == 0)
    return;
  table = atlas_report_table_new (_("Programmes without figures"), NULL);
  atlas_report_table_add_column (table, _("Programme"), FALSE);
  atlas_report_table_add_column (table, _("Group"), FALSE);
  atlas_report_table_add_column (table, _("To be entered"), FALSE);
  for (guint i = 0; i < self->silent->len; i++)
    {
      AtlasProgramme *programme = g_ptr_array_index (self->silent, i);
      g_autofree char *name =
        g_strdup_printf (C_("programme", "%1$s %2$s"), programme->programme_id, atlas_programme_get_name (programme));

      atlas_report_table_add_row (table);
      atlas_report_table_add_cell (table, name);
      atlas_report_table_add_cell (table, atlas_programme_get_group_name (programme));
      atlas_report_table_add_cell (table, atlas_programme_get_to_enter (programme));
    }
  table->note = g_strdup (_("Programmes S01 to S85 as the source documents describe them."));
  atlas_report_add_heading (builder->report, 1, _("Programmes without figures"));
  atlas_report_builder_add_paragraph (builder, text, 0, 1);
  atlas_report_add_table (builder->report, table);
}

static gboolean
start (AtlasReportBuilder  *builder,
       gpointer             state,
       GError             **error)
{
  Programmes *self = state;
  g_autofree char *title = NULL;

  self->builder = builder;
  self->region = g_ptr_array_index (builder->regions, 0);
  self->silent = g_ptr_array_new ();
  self->programmes = atlas_dataset_load_programmes (builder->dataset, error);
  if (self->programmes == NULL)
    return FALSE;
  self->figures = atlas_dataset_load_figures (builder->dataset, NULL, NULL, error);
  if (self->figures == NULL)
    return FALSE;
  self->use = atlas_register_use_load (builder->dataset, error);
  if (self->use == NULL)
    return FALSE;
  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_programme_figures_free);
  for (guint i = 0; i < self->programmes->len; i++)
    g_ptr_array_add (self->found, atlas_programme_figures_new (atlas_catalogue_get_regions (builder->catalogue),
                                                               g_ptr_array_index (self->programmes, i), self->figures, self->use));
  self->findings = atlas_checks_run (builder->dataset, builder->catalogue, self->region, error);
  if (self->findings == NULL)
    return FALSE;
  title = g_strdup_printf (_("Social work in %s:\nprogrammes"), atlas_region_get_display_name (self->region));
  atlas_report_builder_begin (builder, title, _("Systems, mechanisms and programmes S01 to S85"));
  return TRUE;
}

static void
clear (gpointer state)
{
  Programmes *self = state;

  g_clear_pointer (&self->silent, g_ptr_array_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->programmes, g_ptr_array_unref);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_pointer (&self->use, atlas_register_use_free);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
}

static const AtlasReportSection sections[] = {
  { "cover", N_("Cover"), ATLAS_SECTION_OPENING, atlas_report_builder_add_long_cover },
  { "contents", N_("Contents"), ATLAS_SECTION_OPENING, atlas_report_builder_add_contents },
  { "overview", N_("Overview"), 0, add_overview },
  { "programmes", N_("Programmes by group"), 0, add_programmes },
  { "without", N_("Programmes without figures"), ATLAS_SECTION_CLOSING, add_silent },
  { "method", N_("On method"), ATLAS_SECTION_CLOSING, atlas_report_builder_add_method },
  { "sources", N_("List of sources"), ATLAS_SECTION_CLOSING | ATLAS_SECTION_ALWAYS, atlas_report_builder_add_sources },
};

const AtlasTemplate atlas_template_programmes = {
  "programmes", N_("Programmes S01 to S85"), 1, 1, sizeof (Programmes), start, clear, 0, sections, G_N_ELEMENTS (sections),
};
