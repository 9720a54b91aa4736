/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/programme-registers.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/dimension-values.h"
#include "dataset/figure-selector.h"
#include "dataset/registers/register-names.h"
#include "dataset/registers/rollup-series.h"
#include "dataset/registers/row-index.h"
#include "indicators/cell-text.h"
#include "indicators/programme-answer.h"
#include "indicators/programme-townships.h"

/* What a row tells of a register, besides the division it is of. */
static const struct { const char *table, *columns; } told[] = {
  { "stations", "name tier status opened_on operator" },
  { "organisations", "name org_kind registered_on incubator" },
  { "projects", "year name project_stage programme buyer provider amount_yuan" },
  { "training", "year name topic organiser held_on trainees" },
  { "posts", "institution category sector post_count set_up_on" },
  { "policies", "year title document_no subject issuer joint_issuers" },
  { "incentives", "year payment grade recipients amount_yuan rate_yuan" },
  { "funds", "name holder set_up_on raised_yuan spent_yuan" },
  { "inspections", "station_id inspected_on result score problems inspector" },
};

void
atlas_programme_register_free (AtlasProgrammeRegister *self)
{
  g_free (self->title);
  g_strfreev (self->headings);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self);
}

/* (nullable): the names of those of TABLE; NULL where it is no register, or one of people. */
static const char *
find_told (const AtlasTableDefinition *table)
{
  for (guint i = 0; table != NULL && i < G_N_ELEMENTS (told); i++)
    if (strcmp (told[i].table, table->name) == 0)
      return told[i].columns;
  return NULL;
}

/* The division, and what is told but for the words that all rows have. */
static GArray *
list_columns (const AtlasRowQuery *query)
{
  g_auto (GStrv) names = g_strsplit (find_told (query->table), " ", -1);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (int));
  int region = atlas_table_definition_find_column (query->table, "region_code");

  g_array_append_val (columns, region);
  for (guint i = 0; names[i] != NULL; i++)
    {
      int column = atlas_table_definition_find_column (query->table, names[i]);

      if (query->words[column] == NULL)
        g_array_append_val (columns, column);
    }
  return columns;
}

static gboolean
fail (const AtlasQuestion  *wanted,
      const char           *what,
      GError              **error)
{
  g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT,
               _("The rows of “%s” cannot be told: there is no register or column of words “%s”"), wanted->indicator, what);
  return FALSE;
}

/* What lies in both REGION (nullable: anywhere) and the division CODE is looked for; FALSE where nothing can. */
static gboolean
narrow_to_place (AtlasRowQuery     *query,
                 AtlasCatalogue    *catalogue,
                 const char        *code,
                 const AtlasRegion *region)
{
  const AtlasRegion *place = atlas_region_tree_lookup (atlas_catalogue_get_regions (catalogue), code);

  if (place == NULL || (region != NULL && !atlas_region_is_within (place, region) && !atlas_region_is_within (region, place)))
    return FALSE;
  if (region == NULL || atlas_region_is_within (place, region))
    {
      g_free (query->within);
      query->within = g_strdup (code);
    }
  return TRUE;
}

/* Narrows QUERY to the words that WANTED names; "region_code" is a division in which the rows lie. OUT_ANY: whether there can be
 * any. */
static gboolean
narrow (AtlasRowQuery        *query,
        AtlasCatalogue       *catalogue,
        const AtlasQuestion  *wanted,
        const AtlasRegion    *region,
        gboolean             *out_any,
        GError              **error)
{
  *out_any = TRUE;
  for (guint i = 0; i < wanted->where->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (wanted->where, i);
      int column = atlas_table_definition_find_column (query->table, pair->dimension);

      if (column < 0)
        return fail (wanted, pair->dimension, error);
      if (query->table->columns[column].kind == ATLAS_COLUMN_ENUM)
        query->words[column] = g_intern_string (pair->value);
      else
        *out_any &= narrow_to_place (query, catalogue, pair->value, region);
    }
  return TRUE;
}

/* "Projects · Three Areas Plan" */
static char *
dup_title (const AtlasTableDefinition *table,
           const AtlasRowQuery        *query)
{
  GString *title = g_string_new (atlas_table_get_title (table));

  for (guint i = 0; i < table->n_columns; i++)
    if (query->words[i] != NULL)
      g_string_append_printf (title, " · %s", atlas_cell_get_word (&table->columns[i], query->words[i]));
  return g_string_free (title, FALSE);
}

static char **
dup_headings (const AtlasTableDefinition *table,
              GArray                     *columns)
{
  char **headings = g_new0 (char *, columns->len + 1);

  for (guint i = 0; i < columns->len; i++)
    headings[i] = g_strdup (atlas_cell_get_title (&table->columns[g_array_index (columns, int, i)]));
  return headings;
}

static char **
dup_row (AtlasProgrammeRegister *self,
         AtlasCatalogue         *catalogue,
         GArray                 *columns,
         AtlasRowPage           *page,
         guint                   row)
{
  char **cells = g_new0 (char *, columns->len + 1);

  for (guint i = 0; i < columns->len; i++)
    {
      guint column = (guint) g_array_index (columns, int, i);

      cells[i] = atlas_cell_dup_text (catalogue, &self->table->columns[column], atlas_row_page_get_cell (page, row, column));
    }
  return cells;
}

/* Those that came last come first. */
static gboolean
take_rows (AtlasProgrammeRegister  *self,
           AtlasDataset            *dataset,
           AtlasCatalogue          *catalogue,
           GArray                  *columns,
           AtlasRowIndex           *index,
           GError                 **error)
{
  guint first = self->n_rows - MIN (self->n_rows, ATLAS_PROGRAMME_MAX_ROWS);
  g_autoptr (AtlasRowPage) page = NULL;
  guint number = G_MAXUINT;

  for (guint i = self->n_rows; i-- > first;)
    {
      if (i / ATLAS_ROW_PAGE_SIZE != number)
        {
          g_clear_pointer (&page, atlas_row_page_unref);
          number = i / ATLAS_ROW_PAGE_SIZE;
          page = atlas_row_index_load_page (index, dataset, number, error);
        }
      if (page == NULL)
        return FALSE;
      g_ptr_array_add (self->rows, dup_row (self, catalogue, columns, page, i % ATLAS_ROW_PAGE_SIZE));
    }
  return TRUE;
}

static gboolean
is_empty (const AtlasProgrammeRegister *self,
          guint                         column)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (((char **) g_ptr_array_index (self->rows, i))[column][0] != '\0')
      return FALSE;
  return TRUE;
}

static void
remove_cell (char  **cells,
             guint   column)
{
  g_free (cells[column]);
  memmove (cells + column, cells + column + 1, (g_strv_length (cells + column + 1) + 1) * sizeof *cells);
}

/* What no row says has no column. */
static void
remove_empty_columns (AtlasProgrammeRegister *self)
{
  for (guint i = g_strv_length (self->headings); self->n_rows > 0 && i-- > 0;)
    if (is_empty (self, i))
      {
        remove_cell (self->headings, i);
        for (guint j = 0; j < self->rows->len; j++)
          remove_cell (g_ptr_array_index (self->rows, j), i);
      }
}

/* (nullable): what there is of WANTED. */
static AtlasProgrammeRegister *
read_register (AtlasDataset         *dataset,
               AtlasCatalogue       *catalogue,
               const AtlasQuestion  *wanted,
               const AtlasRegion    *region,
               GError              **error)
{
  const AtlasTableDefinition *table = atlas_table_definition_find (wanted->indicator);
  g_autoptr (AtlasProgrammeRegister) self = g_new0 (AtlasProgrammeRegister, 1);
  g_autoptr (AtlasRowQuery) query = find_told (table) != NULL ? atlas_row_query_new (table) : NULL;
  g_autoptr (AtlasRowIndex) index = NULL;
  g_autoptr (GArray) columns = NULL;
  gboolean any;

  if (query == NULL)
    {
      fail (wanted, wanted->indicator, error);
      return NULL;
    }
  query->within = region != NULL ? g_strdup (region->code) : NULL;
  if (!narrow (query, catalogue, wanted, region, &any, error))
    return NULL;
  if (!any)
    return g_steal_pointer (&self);
  index = atlas_row_index_new (dataset, query, NULL, error);
  if (index == NULL)
    return NULL;
  columns = list_columns (query);
  self->table = table;
  self->title = dup_title (table, query);
  self->headings = dup_headings (table, columns);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->n_rows = atlas_row_index_get_n_rows (index);
  if (!take_rows (self, dataset, catalogue, columns, index, error))
    return NULL;
  remove_empty_columns (self);
  return g_steal_pointer (&self);
}

/* (element-type AtlasQuestion): of each register whose rows are part of the answer. */
static GPtrArray *
list_wanted (GPtrArray *parts)
{
  GPtrArray *wanted = g_ptr_array_new ();

  for (guint i = 0; i < parts->len; i++)
    {
      const AtlasProgrammePart *part = g_ptr_array_index (parts, i);

      if (strcmp (part->kind, ATLAS_PROGRAMME_ROWS) == 0)
        g_ptr_array_extend (wanted, part->questions, NULL, NULL);
    }
  return wanted;
}

/* Takes NEW (nullable: an error) unless it has no rows. */
static gboolean
take_register (GPtrArray              *registers,
               AtlasProgrammeRegister *new)
{
  if (new == NULL)
    return FALSE;
  if (new->n_rows > 0)
    g_ptr_array_add (registers, new);
  else
    atlas_programme_register_free (new);
  return TRUE;
}

static gboolean
take_part (GPtrArray                 *registers,
           AtlasDataset              *dataset,
           AtlasCatalogue            *catalogue,
           const AtlasProgrammePart  *part,
           const AtlasRegion         *region,
           GError                   **error)
{
  gboolean is_rows = strcmp (part->kind, ATLAS_PROGRAMME_ROWS) == 0;

  if (!is_rows && (strcmp (part->kind, ATLAS_PROGRAMME_TOWNSHIPS) != 0 || region == NULL))
    return TRUE;
  for (guint i = 0; i < part->questions->len; i++)
    {
      const AtlasQuestion *wanted = g_ptr_array_index (part->questions, i);

      if (!take_register (registers, is_rows ? read_register (dataset, catalogue, wanted, region, error)
                                             : atlas_programme_list_townships (dataset, catalogue, wanted, region, error)))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
atlas_programme_list_registers (AtlasDataset          *dataset,
                                AtlasCatalogue        *catalogue,
                                const AtlasProgramme  *programme,
                                const AtlasRegion     *region,
                                GError               **error)
{
  g_autoptr (GPtrArray) registers = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_programme_register_free);
  g_autoptr (GPtrArray) parts = atlas_programme_parse_answer (programme->answer, error);

  if (parts == NULL)
    return NULL;
  for (guint i = 0; i < parts->len; i++)
    if (!take_part (registers, dataset, catalogue, g_ptr_array_index (parts, i), region, error))
      return NULL;
  return g_steal_pointer (&registers);
}

static void
add_table (GPtrArray                  *tables,
           const AtlasTableDefinition *table)
{
  if (table != NULL && !g_ptr_array_find (tables, table, NULL))
    g_ptr_array_add (tables, (gpointer) table);
}

/* The register that counts INDICATOR_ID, if one does. */
static void
add_counting (GPtrArray  *tables,
              const char *indicator_id)
{
  for (guint i = 0; i < ATLAS_SERIES_END; i++)
    {
      const AtlasSeries *series = atlas_series_get (i);

      if (series->table != NULL && strcmp (series->indicator_id, indicator_id) == 0)
        add_table (tables, series->table);
    }
}

/* Calls FUNC for each indicator that figures or the answer of PROGRAMME are of, until it returns FALSE. */
typedef gboolean (*IndicatorFunc) (const char *indicator_id, gpointer user_data);

static gboolean
each_selector (GPtrArray     *selectors,
               IndicatorFunc  func,
               gpointer       user_data)
{
  for (guint i = 0; i < selectors->len; i++)
    if (!func (((const AtlasFigureSelector *) g_ptr_array_index (selectors, i))->indicator_id, user_data))
      return FALSE;
  return TRUE;
}

static void
each_indicator (const AtlasProgramme *programme,
                GPtrArray            *parts,
                IndicatorFunc         func,
                gpointer              user_data)
{
  if (!each_selector (programme->indicators, func, user_data) || !each_selector (programme->related, func, user_data))
    return;
  for (guint i = 0; i < parts->len; i++)
    {
      const AtlasProgrammePart *part = g_ptr_array_index (parts, i);

      for (guint j = 0; strcmp (part->kind, ATLAS_PROGRAMME_ROWS) != 0 && j < part->questions->len; j++)
        if (!func (((const AtlasQuestion *) g_ptr_array_index (part->questions, j))->indicator, user_data))
          return;
    }
}

static gboolean
add_counting_cb (const char *indicator_id,
                 gpointer    tables)
{
  add_counting (tables, indicator_id);
  return TRUE;
}

static int
compare_tables (gconstpointer a,
                gconstpointer b)
{
  const AtlasTableDefinition *const *first = a, *const *second = b;

  return *first < *second ? -1 : *first > *second;
}

GPtrArray *
atlas_programme_list_tables (const AtlasProgramme *programme)
{
  GPtrArray *tables = g_ptr_array_new ();
  g_autoptr (GPtrArray) parts = atlas_programme_parse_answer (programme->answer, NULL);
  g_autoptr (GPtrArray) wanted = parts != NULL ? list_wanted (parts) : g_ptr_array_new ();

  if (parts != NULL)
    each_indicator (programme, parts, add_counting_cb, tables);
  for (guint i = 0; i < wanted->len; i++)
    add_table (tables, atlas_table_definition_find (((const AtlasQuestion *) g_ptr_array_index (wanted, i))->indicator));
  g_ptr_array_sort (tables, compare_tables);
  return tables;
}

typedef struct {
  AtlasCatalogue *catalogue;
  const AtlasIndicator *found;
} Search;

/* What is worked out is not entered. */
static gboolean
find_published_cb (const char *indicator_id,
                   gpointer    user_data)
{
  Search *search = user_data;
  const AtlasIndicator *indicator = atlas_catalogue_find_indicator (search->catalogue, indicator_id);

  if (indicator != NULL && indicator->formula[0] == '\0')
    search->found = indicator;
  return search->found == NULL;
}

const AtlasIndicator *
atlas_programme_find_indicator (const AtlasProgramme *programme,
                                AtlasCatalogue       *catalogue)
{
  Search search = { catalogue, NULL };
  g_autoptr (GPtrArray) parts = atlas_programme_parse_answer (programme->answer, NULL);

  if (parts != NULL)
    each_indicator (programme, parts, find_published_cb, &search);
  return search.found;
}
