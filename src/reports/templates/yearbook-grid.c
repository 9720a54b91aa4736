/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/templates/yearbook-grid.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "dataset/language.h"
#include "reports/sentences.h"
#include "reports/table-notes.h"
#include "reports/templates/yearbook-basis.h"

/* A column for so few of so many more would be blank. */
#define MAX_SPARSE 3
#define MANY 10

static AtlasTable *
ask_column (AtlasReportBuilder         *builder,
            const char *const          *codes,
            const AtlasYearbookColumn  *column,
            GError                    **error)
{
  g_autoptr (AtlasQuestion) question = atlas_report_builder_question (builder, column->indicator);

  atlas_question_set_regions (question, codes);
  if (column->dimension != NULL)
    atlas_question_set_where (question, column->dimension, column->value);
  return atlas_report_builder_ask (builder, question, error);
}

static AtlasTable *
get_table (const AtlasYearbookGrid *self,
           guint                    column)
{
  return g_ptr_array_index (self->tables, column);
}

const AtlasObservation *
atlas_yearbook_grid_find (const AtlasYearbookGrid *self,
                          guint                    column,
                          const AtlasRegion       *region)
{
  return atlas_table_find (get_table (self, column), region->code, 0, NULL);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* What suits most divisions: the whole is many times larger. Only money is scaled. */
static AtlasScale
choose_scale (const AtlasYearbookGrid *self,
              guint                    column)
{
  AtlasTable *table = get_table (self, column);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  double typical;

  if (!atlas_table_get_unit (table)->is_money)
    return ATLAS_SCALE_ONE;
  for (guint i = 1; i < self->regions->len; i++)
    {
      const AtlasObservation *row = atlas_yearbook_grid_find (self, column, g_ptr_array_index (self->regions, i));

      if (!atlas_observation_is_missing (row))
        g_array_append_val (values, row->value);
    }
  if (values->len == 0)
    return ATLAS_SCALE_ONE;
  g_array_sort (values, compare_numbers);
  typical = g_array_index (values, double, values->len / 2);
  return atlas_scale_choose (typical, typical, atlas_table_get_unit (table));
}

static void
choose_scales (AtlasYearbookGrid *self)
{
  self->scales = g_array_new (FALSE, FALSE, sizeof (AtlasScale));
  for (guint c = 0; c < self->n_columns; c++)
    {
      AtlasScale scale = choose_scale (self, c);

      g_array_append_val (self->scales, scale);
    }
}

AtlasYearbookGrid *
atlas_yearbook_grid_new (AtlasReportBuilder         *builder,
                         GPtrArray                  *regions,
                         const AtlasYearbookColumn  *columns,
                         guint                       n,
                         GError                    **error)
{
  g_autoptr (AtlasYearbookGrid) self = g_new0 (AtlasYearbookGrid, 1);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  self->builder = builder;
  self->columns = columns;
  self->n_columns = n;
  self->regions = g_ptr_array_ref (regions);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);
  for (guint i = 0; i < regions->len; i++)
    g_ptr_array_add (codes, (gpointer) ((const AtlasRegion *) g_ptr_array_index (regions, i))->code);
  g_ptr_array_add (codes, NULL);
  for (guint i = 0; i < n; i++)
    {
      AtlasTable *table = ask_column (builder, (const char *const *) codes->pdata, &columns[i], error);

      if (table == NULL)
        return NULL;
      g_ptr_array_add (self->tables, table);
    }
  choose_scales (self);
  return g_steal_pointer (&self);
}

void
atlas_yearbook_grid_free (AtlasYearbookGrid *self)
{
  g_ptr_array_unref (self->regions);
  g_ptr_array_unref (self->tables);
  g_clear_pointer (&self->scales, g_array_unref);
  g_free (self);
}

gboolean
atlas_yearbook_grid_is_known (const AtlasYearbookGrid *self,
                              guint                    column,
                              const AtlasRegion       *region)
{
  if (region != NULL)
    return !atlas_observation_is_missing (atlas_yearbook_grid_find (self, column, region));
  for (guint i = 1; i < self->regions->len; i++)
    if (atlas_yearbook_grid_is_known (self, column, g_ptr_array_index (self->regions, i)))
      return TRUE;
  return FALSE;
}

AtlasTable *
atlas_yearbook_grid_filter (const AtlasYearbookGrid *self,
                            guint                    column,
                            AtlasRegionLevel         level,
                            gboolean                 with_missing)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_observation_unref);
  AtlasTable *table = get_table (self, column);

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (row->region->level == level && row->region != g_ptr_array_index (self->regions, 0) &&
          (with_missing || !atlas_observation_is_missing (row)))
        g_ptr_array_add (rows, atlas_observation_ref ((AtlasObservation *) row));
    }
  return atlas_table_new (self->builder->catalogue, atlas_table_get_question (table), rows);
}

char *
atlas_yearbook_grid_dup_name (const AtlasYearbookGrid *self,
                              guint                    column)
{
  const AtlasYearbookColumn *described = &self->columns[column];
  const AtlasDimensionValue *value;

  if (described->header != NULL)
    return g_strdup (_(described->header));
  if (described->dimension == NULL)
    return g_strdup (atlas_indicator_get_name (atlas_table_get_indicator (get_table (self, column))));
  value = atlas_catalogue_find_value (self->builder->catalogue, described->dimension, described->value);
  return g_strdup (value != NULL ? atlas_dimension_value_get_name (value) : described->value);
}

char *
atlas_yearbook_grid_dup_told_name (const AtlasYearbookGrid *self,
                                   guint                    column)
{
  g_autofree char *name = atlas_yearbook_grid_dup_name (self, column);

  return atlas_sentence_dup_name (name);
}

char *
atlas_yearbook_grid_dup_label (const AtlasYearbookGrid *self,
                               guint                    column)
{
  g_autofree char *name = atlas_yearbook_grid_dup_name (self, column);

  if (self->columns[column].part != ATLAS_DIVISION_VALUE)
    return g_steal_pointer (&name);
  return atlas_report_builder_format_label (name, g_array_index (self->scales, AtlasScale, column),
                                            atlas_table_get_unit (get_table (self, column)));
}

static char *
dup_part (double         value,
          AtlasQualifier qualifier)
{
  return isfinite (value) ? atlas_format_label (value, qualifier, NULL, ATLAS_SCALE_ONE) : g_strdup ("—");
}

static char *
dup_cell (const AtlasYearbookGrid *self,
          guint                    column,
          const AtlasRegion       *region,
          AtlasScale               scale)
{
  const AtlasObservation *row = atlas_yearbook_grid_find (self, column, region);

  if (!atlas_observation_is_missing (row) && self->columns[column].part == ATLAS_DIVISION_NUMERATOR)
    return dup_part (row->numerator, row->numerator_qualifier);
  if (!atlas_observation_is_missing (row) && self->columns[column].part == ATLAS_DIVISION_DENOMINATOR)
    return dup_part (row->denominator, row->denominator_qualifier);
  return atlas_report_builder_format_cell (self->builder, row, atlas_table_get_unit (get_table (self, column)), scale);
}

char *
atlas_yearbook_grid_dup_cell (const AtlasYearbookGrid *self,
                              guint                    column,
                              const AtlasRegion       *region)
{
  return dup_cell (self, column, region, g_array_index (self->scales, AtlasScale, column));
}

/* In the table of a chapter an indicator and its parts, which stand side by side, are written in one scale: the finest of
 * theirs, but no millions in single yuan for one small part. */
static AtlasScale
find_table_scale (const AtlasYearbookGrid *self,
                  guint                    column)
{
  AtlasScale finest = g_array_index (self->scales, AtlasScale, column);

  for (guint c = 0; c < self->n_columns; c++)
    {
      AtlasScale scale = g_array_index (self->scales, AtlasScale, c);

      if (g_str_equal (self->columns[c].indicator, self->columns[column].indicator) && scale != ATLAS_SCALE_ONE &&
          atlas_yearbook_grid_is_known (self, c, NULL))
        finest = finest == ATLAS_SCALE_ONE ? scale : MIN (finest, scale);
    }
  return finest;
}

/* The regions that have a figure in a column, up to one more than MOST. */
static GPtrArray *
list_known (const AtlasYearbookGrid *self,
            guint                    column,
            guint                    most)
{
  GPtrArray *known = g_ptr_array_new ();

  for (guint i = 0; i < self->regions->len && known->len <= most; i++)
    if (atlas_yearbook_grid_is_known (self, column, g_ptr_array_index (self->regions, i)))
      g_ptr_array_add (known, g_ptr_array_index (self->regions, i));
  return known;
}

/* Whether a column would be blank but for very few regions: they are named under the table instead. */
static gboolean
is_sparse (const AtlasYearbookGrid *self,
           guint                    column)
{
  g_autoptr (GPtrArray) known = list_known (self, column, MAX_SPARSE);

  return known->len <= MAX_SPARSE && known->len * MANY < self->regions->len;
}

/* Whether a column stands in the table of its chapter: a sparse one does among others that are no fuller. */
static gboolean
is_in_table (const AtlasYearbookGrid *self,
             guint                    column)
{
  if (!atlas_yearbook_grid_is_known (self, column, NULL))
    return FALSE;
  if (!is_sparse (self, column))
    return TRUE;
  for (guint c = 0; c < self->n_columns; c++)
    {
      g_autoptr (GPtrArray) known = list_known (self, c, self->regions->len);

      if (known->len * 2 > self->regions->len)
        return FALSE;
    }
  return TRUE;
}

/* "社工服务项目仅广州市有数据（430个，2023年），未列入表中。": of each column that is left out. */
static void
append_sparse (const AtlasYearbookGrid *self,
               GString                 *note)
{
  for (guint c = 0; c < self->n_columns; c++)
    {
      g_autoptr (GPtrArray) known = list_known (self, c, MAX_SPARSE), texts = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *name = atlas_yearbook_grid_dup_told_name (self, c), *list = NULL, *clause = NULL, *sentence = NULL;
      g_autofree char *citation = NULL;
      const AtlasObservation *cited[MAX_SPARSE] = { NULL };

      if (!atlas_yearbook_grid_is_known (self, c, NULL) || is_in_table (self, c))
        continue;
      atlas_report_rest_on (self->builder->report, get_table (self, c));
      for (guint i = 0; i < known->len; i++)
        {
          const AtlasObservation *row = atlas_yearbook_grid_find (self, c, g_ptr_array_index (known, i));
          g_autofree char *value = atlas_clause_value (row, atlas_table_get_unit (get_table (self, c)));
          g_autofree char *period = atlas_format_period (row->period);

          cited[i] = row;
          /* Translators: a division, its figure, and the period of that */
          g_ptr_array_add (texts, g_strdup_printf (C_("sparse", "%1$s (%2$s, %3$s)"),
                                                   atlas_report_builder_get_name (self->builder, row->region), value, period));
        }
      list = atlas_sentence_list (texts);
      /* Translators: an indicator, and the few divisions that have a figure of it */
      clause = g_strdup_printf (_("There is no column for %1$s, of which only these have a figure: %2$s"), name, list);
      citation = atlas_report_builder_cite_several (self->builder, cited, known->len);
      sentence = atlas_sentence_make ((const char *const[]) { clause }, 1, citation);
      atlas_sentence_append (note, sentence);
    }
}

/* What the header or the table's unit has to say of a column; "" where nothing has to be said. */
static char *
dup_table_unit (const AtlasYearbookGrid *self,
                guint                    column)
{
  if (self->columns[column].part != ATLAS_DIVISION_VALUE || self->columns[column].says_unit)
    return g_strdup ("");
  return atlas_scale_dup_unit (find_table_scale (self, column), atlas_table_get_unit (get_table (self, column)));
}

/* The unit that most columns share, and OUT_ALL, whether all of those that have one do; NULL where none is shared. */
static char *
find_shared_unit (const AtlasYearbookGrid *self,
                  gboolean                *out_all)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_free);
  const char *shared = NULL;
  guint most = 1;

  for (guint c = 0; c < self->n_columns; c++)
    {
      g_autofree char *unit = dup_table_unit (self, c);

      if (unit[0] != '\0' && is_in_table (self, c))
        g_ptr_array_add (units, g_steal_pointer (&unit));
    }
  for (guint i = 0; i < units->len; i++)
    {
      guint n = 0;

      for (guint k = 0; k < units->len; k++)
        n += g_str_equal (g_ptr_array_index (units, i), g_ptr_array_index (units, k)) ? 1 : 0;
      if (n > most)
        {
          most = n;
          shared = g_ptr_array_index (units, i);
        }
    }
  *out_all = most == units->len;
  return g_strdup (shared);
}

/* The name of a column in the table of its chapter, with its unit if that is not the SHARED one (nullable). */
static char *
dup_table_label (const AtlasYearbookGrid *self,
                 guint                    column,
                 const char              *shared)
{
  const char *brief = self->columns[column].brief;
  g_autofree char *name = brief != NULL ? g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "column", brief))
                                        : atlas_yearbook_grid_dup_name (self, column);
  g_autofree char *unit = dup_table_unit (self, column);

  if (unit[0] == '\0' || g_strcmp0 (unit, shared) == 0)
    return g_steal_pointer (&name);
  return atlas_report_builder_format_label (name, find_table_scale (self, column),
                                            atlas_table_get_unit (get_table (self, column)));
}

/* (nullable): over the table. */
static char *
say_shared_unit (const char *shared,
                 gboolean    all)
{
  if (shared == NULL)
    return NULL;
  /* Translators: a unit, over a table in which only some columns name another */
  return g_strdup_printf (all ? _("Unit: %s") : _("Unit: %s, unless the column names another"), shared);
}

/* The period that most figures are of; "" where all are undated, or there are none. */
static const char *
find_period (const AtlasYearbookGrid *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *period = "";
  guint most = 0;

  for (guint c = 0; c < self->n_columns; c++)
    for (guint i = 0; i < self->regions->len; i++)
      {
        const AtlasObservation *row = atlas_yearbook_grid_find (self, c, g_ptr_array_index (self->regions, i));
        guint n;

        if (atlas_observation_is_missing (row) || row->period[0] == '\0')
          continue;
        n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, row->period)) + 1;
        g_hash_table_insert (counts, row->period, GUINT_TO_POINTER (n));
        if (n > most)
          {
            most = n;
            period = row->period;
          }
      }
  return period;
}

/* The number and, where it is not of the usual PERIOD, its own under it. */
static void
add_cell (const AtlasYearbookGrid *self,
          AtlasReportTable        *table,
          guint                    column,
          const AtlasRegion       *region,
          const char              *period)
{
  const AtlasObservation *row = atlas_yearbook_grid_find (self, column, region);
  g_autofree char *cell = dup_cell (self, column, region, find_table_scale (self, column));
  g_autofree char *own = NULL, *dated = NULL;

  if (atlas_observation_is_missing (row) || g_str_equal (row->period, period))
    {
      atlas_report_table_add_cell (table, cell);
      return;
    }
  own = atlas_format_period (row->period);
  dated = g_strdup_printf ("%s\n%s", cell, own);
  atlas_report_table_add_cell (table, dated);
}

char *
atlas_yearbook_dup_row_name (const AtlasRegion *region,
                             const AtlasRegion *whole)
{
  /* Latin text has the wide spaces narrow. */
  const char *indent = atlas_language_current () == ATLAS_LANGUAGE_CHINESE ? "　" : "\u00a0\u00a0\u00a0";
  g_autofree char *name = atlas_region_dup_short_name (region);

  return g_strconcat (region != whole && region->parent != whole ? indent : "", name, NULL);
}

static void
add_row (const AtlasYearbookGrid *self,
         AtlasReportTable        *table,
         const AtlasRegion       *region,
         const char              *period)
{
  g_autofree char *name = atlas_yearbook_dup_row_name (region, g_ptr_array_index (self->regions, 0));

  atlas_report_table_add_row (table);
  atlas_report_table_add_cell (table, name);
  for (guint c = 0; c < self->n_columns; c++)
    if (is_in_table (self, c))
      add_cell (self, table, c, region, period);
}

gboolean
atlas_yearbook_grid_has_figure (const AtlasYearbookGrid *self,
                                const AtlasRegion       *region)
{
  for (guint c = 0; c < self->n_columns; c++)
    if (atlas_yearbook_grid_is_known (self, c, region))
      return TRUE;
  return FALSE;
}

/* Whether any figure is of another period than PERIOD. */
static gboolean
has_other_periods (const AtlasYearbookGrid *self,
                   const char              *period)
{
  for (guint c = 0; c < self->n_columns; c++)
    for (guint i = 0; i < self->regions->len; i++)
      {
        const AtlasObservation *row = atlas_yearbook_grid_find (self, c, g_ptr_array_index (self->regions, i));

        if (!atlas_observation_is_missing (row) && !g_str_equal (row->period, period) && is_in_table (self, c))
          return TRUE;
      }
  return FALSE;
}

static char *
say_period (const AtlasYearbookGrid *self,
            const char              *period)
{
  g_autofree char *usual = atlas_format_period (period);

  if (!has_other_periods (self, period))
    return g_strdup_printf (_("Figures are of %s."), usual);
  return g_strdup_printf (_("Figures are of %s, unless another period stands below them."), usual);
}

static char *
dup_note (AtlasYearbookGrid *self,
          AtlasReportTable  *table,
          const char        *period)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autoptr (GString) note = g_string_new (NULL);
  g_autofree char *dated = say_period (self, period);
  g_autofree char *mixture = atlas_yearbook_basis_dup_mixture (&self, 1, self->regions, TRUE);
  g_autofree char *basis = NULL;

  for (guint c = 0; c < self->n_columns; c++)
    if (is_in_table (self, c))
      g_ptr_array_add (known, get_table (self, c));
  basis = atlas_report_dup_table_note (self->builder->report, known);
  if (table->rows->len < self->regions->len)
    atlas_sentence_append (note, _("Divisions without any of these figures are left out."));
  if (period[0] != '\0')
    atlas_sentence_append (note, dated);
  append_sparse (self, note);
  atlas_sentence_append (note, mixture);
  atlas_sentence_append (note, basis);
  return g_string_free (g_steal_pointer (&note), FALSE);
}

AtlasReportTable *
atlas_yearbook_grid_tabulate (AtlasYearbookGrid *self,
                              const char        *title)
{
  const char *period = find_period (self);
  gboolean all_share;
  g_autofree char *shared = find_shared_unit (self, &all_share);
  g_autofree char *unit = say_shared_unit (shared, all_share);
  AtlasReportTable *table = atlas_report_table_new (title, unit);

  atlas_report_table_add_column (table, _("Division"), FALSE);
  for (guint c = 0; c < self->n_columns; c++)
    if (is_in_table (self, c))
      {
        g_autofree char *label = dup_table_label (self, c, shared);

        atlas_report_table_add_column (table, label, TRUE);
      }
  for (guint i = 0; i < self->regions->len; i++)
    if (atlas_yearbook_grid_has_figure (self, g_ptr_array_index (self->regions, i)))
      add_row (self, table, g_ptr_array_index (self->regions, i), period);
  table->note = dup_note (self, table, period);
  if (table->columns->len > 1)
    return table;
  atlas_report_table_free (table);
  return NULL;
}
