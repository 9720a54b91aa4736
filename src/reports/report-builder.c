/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/report-builder.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charts/chart-style.h"
#include "dataset/dimension-values.h"
#include "indicators/number-format.h"
#include "reports/report-file.h"
#include "reports/sentences.h"

static gboolean
is_slot_taken (AtlasReportBuilder *self,
               guint               slot)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (GPOINTER_TO_UINT (value) == slot)
      return TRUE;
  return FALSE;
}

static guint
get_usual_slot (AtlasReportBuilder *self,
                const AtlasRegion  *region)
{
  gpointer slot;

  if (self->request->slots != NULL && g_hash_table_lookup_extended (self->request->slots, region->code, NULL, &slot))
    return GPOINTER_TO_UINT (slot);
  return atlas_dataset_get_colour_slot (self->dataset, region->code);
}

/* The slot the region usually has; where another region of this report has it already, the next free one. */
static guint
choose_slot (AtlasReportBuilder *self,
             const AtlasRegion  *region)
{
  guint slot = get_usual_slot (self, region) % ATLAS_N_COLOUR_SLOTS;

  for (guint i = 0; i < ATLAS_N_COLOUR_SLOTS && is_slot_taken (self, slot); i++)
    slot = (slot + 1) % ATLAS_N_COLOUR_SLOTS;
  return slot;
}

void
atlas_report_builder_add_region (AtlasReportBuilder *self,
                                 const AtlasRegion  *region)
{
  if (g_hash_table_contains (self->names, region->code))
    return;
  g_hash_table_insert (self->slots, (gpointer) region->code, GUINT_TO_POINTER (choose_slot (self, region)));
  g_hash_table_insert (self->names, (gpointer) region->code, atlas_region_dup_short_name (region));
}

const char *
atlas_report_builder_get_name (AtlasReportBuilder *self,
                               const AtlasRegion  *region)
{
  const char *name = g_hash_table_lookup (self->names, region->code);

  return name != NULL ? name : atlas_region_get_display_name (region);
}

static gboolean
find_regions (AtlasReportBuilder  *self,
              GError             **error)
{
  for (guint i = 0; self->request->regions[i] != NULL; i++)
    {
      const char *code = self->request->regions[i];
      const AtlasRegion *region =
        atlas_region_tree_lookup (atlas_catalogue_get_regions (self->catalogue), code);

      if (region == NULL)
        {
          g_set_error (error, ATLAS_QUESTION_ERROR, ATLAS_QUESTION_ERROR_UNKNOWN_REGION,
                       _("There is no division with the code “%s”"), code);
          return FALSE;
        }
      if (g_ptr_array_find (self->regions, region, NULL))
        {
          g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_TEMPLATE,
                       _("The division %s is named twice"), code);
          return FALSE;
        }
      g_ptr_array_add (self->regions, (gpointer) region);
    }
  atlas_dataset_give_colour_slots (self->dataset, self->request->regions);
  for (guint i = 0; i < self->regions->len; i++)
    atlas_report_builder_add_region (self, g_ptr_array_index (self->regions, i));
  return TRUE;
}

AtlasReportBuilder *
atlas_report_builder_new (AtlasDataset              *dataset,
                          AtlasCatalogue            *catalogue,
                          const AtlasReportRequest  *request,
                          GPtrArray                 *sections,
                          GError                   **error)
{
  AtlasReportBuilder *self = g_new0 (AtlasReportBuilder, 1);

  self->dataset = g_object_ref (dataset);
  self->catalogue = atlas_catalogue_ref (catalogue);
  self->request = request;
  self->sections = sections;
  self->regions = g_ptr_array_new ();
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->slots = g_hash_table_new (g_str_hash, g_str_equal);
  self->gaps = g_ptr_array_new_with_free_func (g_free);
  self->region_gaps = g_ptr_array_new_with_free_func (g_free);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);
  self->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_figure_unref);
  self->uncited = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_source_unref);
  if (!find_regions (self, error))
    g_clear_pointer (&self, atlas_report_builder_free);
  return self;
}

void
atlas_report_builder_free (AtlasReportBuilder *self)
{
  g_clear_pointer (&self->report, atlas_report_free);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->regions);
  g_ptr_array_unref (self->gaps);
  g_ptr_array_unref (self->region_gaps);
  g_ptr_array_unref (self->tables);
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->uncited);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->slots);
  atlas_catalogue_unref (self->catalogue);
  g_object_unref (self->dataset);
  g_free (self);
}

gboolean
atlas_report_builder_has_section (AtlasReportBuilder *self,
                                  const char         *id)
{
  for (guint i = 0; i < self->sections->len; i++)
    if (g_str_equal (((const AtlasReportSection *) g_ptr_array_index (self->sections, i))->id, id))
      return TRUE;
  return FALSE;
}

AtlasQuestion *
atlas_report_builder_question (AtlasReportBuilder *self,
                               const char         *indicator)
{
  AtlasQuestion *question = atlas_question_new (indicator);

  atlas_question_set_regions (question, self->request->regions);
  atlas_question_set_years (question, self->request->year, self->request->year);
  question->stand_in = TRUE;
  return question;
}

AtlasTable *
atlas_report_builder_ask (AtlasReportBuilder   *self,
                          const AtlasQuestion  *question,
                          GError              **error)
{
  AtlasTable *table = atlas_answer (self->dataset, self->catalogue, question, error);

  if (table != NULL)
    g_ptr_array_add (self->tables, atlas_table_ref (table));
  return table;
}

AtlasTable *
atlas_report_builder_ask_indicator (AtlasReportBuilder  *self,
                                    const char          *indicator,
                                    const char          *by,
                                    GError             **error)
{
  g_autoptr (AtlasQuestion) question = atlas_report_builder_question (self, indicator);

  atlas_question_set_by (question, by);
  return atlas_report_builder_ask (self, question, error);
}

gboolean
atlas_report_builder_ask_all (AtlasReportBuilder         *self,
                              const AtlasReportQuestion  *questions,
                              guint                       n_questions,
                              GError                    **error)
{
  for (guint i = 0; i < n_questions; i++)
    {
      *questions[i].table = atlas_report_builder_ask_indicator (self, questions[i].indicator, questions[i].by, error);
      if (*questions[i].table == NULL)
        return FALSE;
    }
  return TRUE;
}

guint
atlas_report_builder_count_regions (AtlasTable *table)
{
  g_autoptr (GHashTable) regions = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (!atlas_observation_is_missing (row))
        g_hash_table_add (regions, (gpointer) row->region);
    }
  return g_hash_table_size (regions);
}

guint
atlas_report_builder_count_complete (AtlasTable *table)
{
  g_autoptr (GHashTable) regions = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    g_hash_table_add (regions, (gpointer) atlas_table_get_row (table, i)->region);
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    if (atlas_observation_is_missing (atlas_table_get_row (table, i)))
      g_hash_table_remove (regions, atlas_table_get_row (table, i)->region);
  return g_hash_table_size (regions);
}

gboolean
atlas_report_builder_has_value (AtlasTable        *table,
                                const AtlasRegion *region)
{
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (row->region == region && !atlas_observation_is_missing (row))
        return TRUE;
    }
  return FALSE;
}

void
atlas_report_builder_add_gap (AtlasReportBuilder *self,
                              const char         *what)
{
  g_ptr_array_add (self->gaps, g_strdup (what));
}

AtlasChartSpec *
atlas_report_builder_chart (AtlasReportBuilder *self,
                            AtlasChartKind      kind,
                            AtlasTable         *table,
                            const char         *title)
{
  AtlasChartSpec *chart = atlas_chart_spec_new (kind, table);
  GHashTableIter iter;
  gpointer code, slot;

  atlas_chart_spec_set_titles (chart, title, NULL);
  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, &code, &slot))
    atlas_chart_spec_set_slot (chart, code, GPOINTER_TO_UINT (slot));
  return chart;
}

static gboolean
has_row (AtlasTable             *table,
         const AtlasObservation *observation)
{
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    if (atlas_table_get_row (table, i) == observation)
      return TRUE;
  return FALSE;
}

void
atlas_report_builder_rest_on (AtlasReportBuilder     *self,
                              const AtlasObservation *observation)
{
  for (guint i = 0; i < self->tables->len; i++)
    if (has_row (g_ptr_array_index (self->tables, i), observation))
      {
        atlas_report_rest_on (self->report, g_ptr_array_index (self->tables, i));
        return;
      }
}

char *
atlas_report_builder_cite_several (AtlasReportBuilder            *self,
                                   const AtlasObservation *const *observations,
                                   guint                          n)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    if (observations[i] != NULL && observations[i]->sources != NULL)
      {
        g_ptr_array_extend (sources, observations[i]->sources, NULL, NULL);
        atlas_report_builder_rest_on (self, observations[i]);
      }
  return atlas_report_cite_all (self->report, sources);
}

char *
atlas_report_builder_cite_region (AtlasReportBuilder *self,
                                  AtlasTable         *table,
                                  const AtlasRegion  *region)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      for (guint j = 0; row->region == region && row->sources != NULL && j < row->sources->len; j++)
        g_ptr_array_add (sources, g_ptr_array_index (row->sources, j));
    }
  if (sources->len > 0)
    atlas_report_rest_on (self->report, table);
  return atlas_report_cite_all (self->report, sources);
}

char *
atlas_report_builder_cite_funding (AtlasReportBuilder     *self,
                                   const AtlasObservation *total,
                                   AtlasTable             *purposes)
{
  g_autoptr (GPtrArray) bases = g_ptr_array_new ();

  g_ptr_array_add (bases, (gpointer) total);
  for (guint i = 0; i < atlas_table_get_n_rows (purposes); i++)
    if (atlas_table_get_row (purposes, i)->region == total->region)
      g_ptr_array_add (bases, (gpointer) atlas_table_get_row (purposes, i));
  return atlas_report_builder_cite_several (self, (const AtlasObservation *const *) bases->pdata, bases->len);
}

void
atlas_report_builder_add_paragraph (AtlasReportBuilder *self,
                                    GString            *paragraph,
                                    guint               n_charts,
                                    guint               n_tables)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);

  if (paragraph->len == 0)
    return;
  for (guint i = 0; i < n_charts; i++)
    g_ptr_array_add (numbers,
                     atlas_report_format_chart_number (atlas_report_get_next_chart (self->report) + i));
  for (guint i = 0; i < n_tables; i++)
    g_ptr_array_add (numbers,
                     atlas_report_format_table_number (atlas_report_get_next_table (self->report) + i));
  if (numbers->len > 0)
    {
      g_autofree char *list = atlas_sentence_list (numbers);
      /* Translators: charts and tables, such as “See Figure 1 and Table 2.” */
      g_autofree char *sentence = g_strdup_printf (_("See %s."), list);

      atlas_sentence_append (paragraph, sentence);
    }
  atlas_report_add_paragraph (self->report, paragraph->str);
}

/* Of these a whole one is as exact as its neighbours: "4.00" beside "3.89". */
static gboolean
is_rate (const AtlasUnit *unit)
{
  return unit != NULL && (g_str_has_suffix (unit->unit, "_per_station") || g_str_has_suffix (unit->unit, "_per_10k"));
}

char *
atlas_report_builder_format_cell (AtlasReportBuilder     *self,
                                  const AtlasObservation *observation,
                                  const AtlasUnit        *unit,
                                  AtlasScale              scale)
{
  g_autofree char *digits = NULL;

  if (observation == NULL || atlas_observation_is_missing (observation))
    return g_strdup (self->request->signs == ATLAS_SIGNS_YEARBOOK ? "" : "—");
  if (atlas_sign_set_hides (self->request->signs, observation, unit, scale))
    return g_strdup ("…");
  digits = atlas_format_qualified_cell (observation->value, observation->qualifier, unit, scale);
  if (is_rate (unit) && observation->value != 0 && observation->qualifier == ATLAS_QUALIFIER_EXACT && strchr (digits, '.') == NULL)
    return g_strconcat (digits, ".00", NULL);
  return g_steal_pointer (&digits);
}

/* Letters of a unit that is a word of its own. */
#define LEAST_UNIT_WORD 4

/* "Certified workers per 10,000 residents" and "Households visited" have their units in them; 人 in 持证社工人数 is none. */
static gboolean
names_unit (const char *name,
            const char *symbol)
{
  g_autofree char *folded_name = g_utf8_casefold (name, -1);
  g_autofree char *folded_symbol = g_utf8_casefold (symbol, -1);

  return g_utf8_strlen (symbol, -1) >= LEAST_UNIT_WORD && strstr (folded_name, folded_symbol) != NULL;
}

char *
atlas_report_builder_format_label (const char      *name,
                                   AtlasScale       scale,
                                   const AtlasUnit *unit)
{
  g_autofree char *symbol = atlas_scale_dup_unit (scale, unit);

  if (symbol[0] == '\0' || names_unit (name, symbol))
    return g_strdup (name);
  /* Translators: an indicator and its unit, at the head of a row */
  return g_strdup_printf (C_("row", "%1$s (%2$s)"), name, symbol);
}

/* The value of DIMENSION that TABLE is asked for or has by default, NULL for none. */
static const char *
find_where (AtlasTable *table,
            const char *dimension)
{
  GPtrArray *lists[] = { atlas_table_get_question (table)->where, atlas_table_get_indicator (table)->defaults };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      {
        const AtlasDimensionPair *pair = g_ptr_array_index (lists[i], j);

        if (g_str_equal (pair->dimension, dimension))
          return pair->value;
      }
  return NULL;
}

char *
atlas_report_builder_dup_table_name (AtlasTable *table)
{
  const char *id = atlas_table_get_indicator (table)->indicator_id;
  const char *tier = find_where (table, "tier");
  const AtlasDimensionValue *value =
    tier != NULL ? atlas_catalogue_find_value (atlas_table_get_catalogue (table), "tier", tier) : NULL;

  if (strcmp (id, "stations") == 0 && value != NULL)
    return g_strdup (atlas_dimension_value_get_name (value));
  if (strcmp (id, "coverage_rate") == 0)
    return g_strdup (_("Published coverage"));
  return atlas_table_dup_name (table);
}
