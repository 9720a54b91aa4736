/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "commands/programme-query.h"

#include <glib/gi18n.h>

#include "commands/numbered-texts.h"
#include "commands/text-table.h"
#include "dataset/decimal.h"
#include "dataset/dimension-values.h"
#include "indicators/figure-record.h"
#include "indicators/figure-year.h"
#include "indicators/number-format.h"
#include "indicators/programme-answer.h"
#include "indicators/programme-registers.h"
#include "indicators/programme-rows.h"
#include "indicators/region-list.h"

/* Leaves only the figures of REGIONS, unless there are none. */
static void
keep_regions (GPtrArray       *figures,
              AtlasRegionTree *tree,
              GPtrArray       *regions)
{
  for (guint i = regions->len > 0 ? figures->len : 0; i > 0; i--)
    {
      const AtlasFigure *figure = g_ptr_array_index (figures, i - 1);

      if (!g_ptr_array_find (regions, atlas_region_tree_lookup (tree, figure->region_code), NULL))
        g_ptr_array_remove_index (figures, i - 1);
    }
}

static char *
dup_break_down (const AtlasFigure *figure,
                AtlasCatalogue    *catalogue)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < figure->dimensions->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (figure->dimensions, i);
      const AtlasDimensionValue *value = atlas_catalogue_find_value (catalogue, pair->dimension, pair->value);

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "",
                              value != NULL ? atlas_dimension_value_get_name (value) : pair->value);
    }
  return g_string_free (text, FALSE);
}

static void
add_row (AtlasTextTable    *table,
         const AtlasFigure *figure,
         AtlasCatalogue    *catalogue,
         GPtrArray         *citations)
{
  const AtlasRegion *region = atlas_region_tree_lookup (atlas_catalogue_get_regions (catalogue), figure->region_code);
  const AtlasIndicator *indicator = atlas_catalogue_find_indicator (catalogue, figure->indicator_id);
  g_autofree char *by = dup_break_down (figure, catalogue);
  g_autofree char *period = atlas_format_period (atlas_figure_get_period (figure));
  g_autofree char *value = atlas_format_label_with_unit (atlas_decimal_to_double (figure->value), figure->qualifier,
                                                         atlas_catalogue_find_unit (catalogue, figure->unit), ATLAS_SCALE_ONE);
  g_autofree char *citation = atlas_source_dup_citation (figure->source);
  g_autofree char *source = g_strdup_printf ("[%u]", atlas_numbered_texts_add (citations, citation));
  const char *cells[] = {
    figure->region_code, atlas_region_get_display_name (region), atlas_indicator_get_name (indicator), by, period, value,
    source, NULL,
  };

  atlas_text_table_add (table, cells);
}

static void
append_figures (GString        *text,
                GPtrArray      *figures,
                AtlasCatalogue *catalogue)
{
  const char *headings[] = {
    _("Code"), _("Region"), _("Indicator"), _("Break-down"), _("Period"), _("Value"), _("Sources"), NULL,
  };
  const gboolean right[] = { FALSE, FALSE, FALSE, FALSE, FALSE, TRUE, FALSE };
  g_autoptr (AtlasTextTable) table = atlas_text_table_new (headings, right);
  g_autoptr (GPtrArray) citations = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *lines = NULL;

  for (guint i = 0; i < figures->len; i++)
    add_row (table, g_ptr_array_index (figures, i), catalogue, citations);
  lines = atlas_text_table_to_string (table);
  g_string_append (text, lines);
  atlas_numbered_texts_append (text, _("Sources"), "[]", citations);
}

/* "Ningxia, Hinggan League" */
static void
append_names (GString   *text,
              GPtrArray *regions)
{
  for (guint i = 0; i < regions->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? C_("list of names", ", ") : "",
                            atlas_region_get_display_name (g_ptr_array_index (regions, i)));
}

/* Who runs it, and how that is known. */
static void
append_regions (GString                     *text,
                const AtlasProgrammeFigures *found)
{
  g_string_append_printf (text, "%s\n", _("Run by"));
  for (int basis = 0; basis < ATLAS_PROGRAMME_N_BASES; basis++)
    {
      g_autoptr (GPtrArray) regions = atlas_programme_figures_list_by (found, (AtlasProgrammeBasis) basis);
      /* Translators: how it is known which divisions run a programme, before a list of them */
      g_autofree char *heading =
        g_strdup_printf (C_("list of divisions", "%s: "), atlas_programme_basis_get_name ((AtlasProgrammeBasis) basis));

      if (regions->len == 0)
        continue;
      g_string_append_printf (text, "  %s", heading);
      append_names (text, regions);
      g_string_append_c (text, '\n');
    }
  g_string_append_c (text, '\n');
}

static void
append_answer (GString    *text,
               AtlasTable *answer)
{
  const char *headings[] = { _("Region"), _("Indicator"), _("Value"), _("Ratio"), _("Period"), _("Notes"), NULL };
  const gboolean right[] = { FALSE, FALSE, TRUE, TRUE, FALSE, FALSE };
  g_autoptr (AtlasTextTable) table = atlas_text_table_new (headings, right);
  g_autoptr (GPtrArray) rows = atlas_programme_list_rows (answer);
  g_autofree char *lines = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      const AtlasProgrammeRow *row = g_ptr_array_index (rows, i);
      const char *cells[] = {
        atlas_region_get_display_name (row->region), row->item, row->value, row->ratio, row->period, row->note, NULL,
      };

      atlas_text_table_add (table, cells);
    }
  lines = atlas_text_table_to_string (table);
  g_string_append_printf (text, "\n%s", lines);
}

/* The last rows of a register, and how many there are. */
static void
append_register (GString                      *text,
                 const AtlasProgrammeRegister *rows)
{
  g_autofree gboolean *right = g_new0 (gboolean, g_strv_length (rows->headings));
  g_autoptr (AtlasTextTable) table = atlas_text_table_new ((const char *const *) rows->headings, right);
  g_autofree char *lines = NULL;

  for (guint i = 0; i < rows->rows->len; i++)
    atlas_text_table_add (table, g_ptr_array_index (rows->rows, i));
  lines = atlas_text_table_to_string (table);
  g_string_append_printf (text, "\n%s", rows->title);
  if (rows->n_rows > rows->rows->len)
    {
      g_autofree char *count = g_strdup_printf (_("the last %1$u of %2$u rows"), rows->rows->len, rows->n_rows);

      g_string_append_printf (text, C_("count behind a title", " (%s)"), count);
    }
  g_string_append_printf (text, "\n%s", lines);
}

/* What is asked: the programme as it was found, and the divisions that were named; none: all. */
typedef struct {
  AtlasDataset *dataset;
  AtlasCatalogue *catalogue;
  AtlasProgrammeFigures *found;
  GPtrArray *regions;
} ProgrammeQuery;

/* What figures and registers say to the question in REGION (nullable: wherever it is run). */
static gboolean
append_answers_of (GString               *text,
                   const ProgrammeQuery  *self,
                   const AtlasRegion     *region,
                   GError               **error)
{
  g_autoptr (GPtrArray) answers = atlas_programme_ask (self->dataset, self->catalogue, self->found, region, error);
  g_autoptr (GPtrArray) registers = NULL;

  if (answers == NULL)
    return FALSE;
  registers = atlas_programme_list_registers (self->dataset, self->catalogue, self->found->programme, region, error);
  if (registers == NULL)
    return FALSE;
  for (guint i = 0; i < answers->len; i++)
    append_answer (text, ((const AtlasProgrammeAnswer *) g_ptr_array_index (answers, i))->table);
  for (guint i = 0; i < registers->len; i++)
    append_register (text, g_ptr_array_index (registers, i));
  return TRUE;
}

/* (nullable): for the divisions that were named, else all. */
static char *
dup_answers (const ProgrammeQuery  *self,
             GError               **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MAX (self->regions->len, 1); i++)
    if (!append_answers_of (text, self, self->regions->len > 0 ? g_ptr_array_index (self->regions, i) : NULL, error))
      return NULL;
  return g_strdup (text->str);
}

static char *
dup_nothing (const AtlasProgramme *programme)
{
  /* Translators: what a department would enter about a programme */
  return g_strdup_printf (_("There are no figures. To enter: %s"), atlas_programme_get_to_enter (programme));
}

static char *
dup_text (const ProgrammeQuery  *self,
          GError               **error)
{
  const AtlasProgramme *programme = self->found->programme;
  g_autofree char *nothing = dup_nothing (programme);
  g_autofree char *answers = dup_answers (self, error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (answers == NULL)
    return NULL;
  g_string_append_printf (text, "%s %s\n%s\n", programme->programme_id, atlas_programme_get_name (programme),
                          atlas_programme_get_description (programme));
  append_regions (text, self->found);
  if (self->found->figures->len > 0)
    append_figures (text, self->found->figures, self->catalogue);
  if (answers[0] != '\0')
    g_string_append_printf (text, "%s%s\n%s", self->found->figures->len > 0 ? "\n" : "",
                            atlas_programme_get_question (programme), answers);
  if (self->found->figures->len > 0 || answers[0] != '\0')
    /* Translators: what a department would enter about a programme, behind what is known of it */
    g_string_append_printf (text, _("\nTo enter: %s\n"), atlas_programme_get_to_enter (programme));
  else
    g_string_append_printf (text, "%s\n", nothing);
  return g_strdup (text->str);
}

static char *
dup_records (const ProgrammeQuery *self,
             gboolean              json)
{
  GPtrArray *figures = self->found->figures;

  if (figures->len == 0)
    {
      g_autofree char *nothing = dup_nothing (self->found->programme);

      g_printerr ("%s\n", nothing);
    }
  return json ? atlas_figures_to_json (figures, self->catalogue) : atlas_figures_to_csv (figures, self->catalogue);
}

/* The divisions that QUESTION names, none where it names none; (element-type AtlasRegion). */
static GPtrArray *
list_regions (AtlasCatalogue       *catalogue,
              const AtlasQuestion  *question,
              GError              **error)
{
  if (question->regions == NULL && question->within == NULL)
    return g_ptr_array_new ();
  return atlas_region_list (catalogue, question, error);
}

char *
atlas_programme_query (AtlasDataset         *dataset,
                       const char           *id,
                       const AtlasQuestion  *question,
                       int                   format,
                       GError              **error)
{
  g_autoptr (AtlasCatalogue) catalogue = atlas_catalogue_new (dataset, error);
  g_autoptr (GPtrArray) programmes = catalogue != NULL ? atlas_dataset_load_programmes (dataset, error) : NULL;
  AtlasProgramme *programme = programmes != NULL ? atlas_programmes_find (programmes, id, error) : NULL;
  g_autoptr (GPtrArray) regions = programme != NULL ? list_regions (catalogue, question, error) : NULL;
  g_autoptr (AtlasProgrammeFigures) found = regions != NULL ? atlas_programme_figures_load (dataset, programme, error) : NULL;
  const ProgrammeQuery query = { dataset, catalogue, found, regions };

  if (found == NULL)
    return NULL;
  keep_regions (found->figures, atlas_catalogue_get_regions (catalogue), regions);
  return format == 0 ? dup_text (&query, error) : dup_records (&query, format == 2);
}
