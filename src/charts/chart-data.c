/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/chart-data.h"

#include <math.h>
#include <string.h>

#include "indicators/figure-year.h"

/* What a table can differ in from row to row. */
typedef enum {
  AXIS_REGION,
  AXIS_YEAR,
  AXIS_BY,
  AXIS_PART,
  N_AXES,
} Axis;

typedef struct {
  const AtlasChartSpec *spec;
  AtlasTable *table;
  gboolean varies[N_AXES];
  gboolean is_category[N_AXES]; /* else it makes series */
} Builder;

static void
entry_free (AtlasChartEntry *entry)
{
  g_free (entry->name);
  g_free (entry->key);
  g_free (entry);
}

gboolean
atlas_chart_kind_shows (AtlasChartKind          kind,
                        const AtlasObservation *observation)
{
  if (atlas_observation_is_missing (observation) || !isfinite (observation->value))
    return FALSE;
  return !atlas_chart_kind_get_traits (kind)->is_over_time || (!observation->stand_in && observation->year != 0);
}

static gboolean
asks_for_years (AtlasTable *table)
{
  const AtlasQuestion *question = atlas_table_get_question (table);

  return question->first_year != question->last_year;
}

static void
find_what_varies (Builder *builder)
{
  guint n_rows = atlas_table_get_n_rows (builder->table);
  const AtlasObservation *first = n_rows > 0 ? atlas_table_get_row (builder->table, 0) : NULL;

  const AtlasChartTraits *traits = atlas_chart_kind_get_traits (builder->spec->kind);

  builder->varies[AXIS_PART] = atlas_table_get_n_parts (builder->table) > 1;
  builder->varies[AXIS_YEAR] = traits->is_over_time || asks_for_years (builder->table);
  /* A lone bar of a break-down is that part, not the whole region. */
  builder->varies[AXIS_BY] = traits->is_flat && n_rows > 0 && first->by[0] != NULL;
  for (guint i = 1; i < n_rows; i++)
    {
      const AtlasObservation *row = atlas_table_get_row (builder->table, i);

      builder->varies[AXIS_REGION] |= row->region != first->region;
      builder->varies[AXIS_BY] |= !g_strv_equal ((const char *const *) row->by, (const char *const *) first->by);
    }
}

/* Flat kinds: every row its own category. Others: what is broken down by, and the indicators, make the series, else the
 * years do. */
static void
choose_axes (Builder *builder)
{
  const AtlasChartTraits *traits = atlas_chart_kind_get_traits (builder->spec->kind);
  gboolean *is_category = builder->is_category;

  is_category[AXIS_REGION] = is_category[AXIS_YEAR] = TRUE;
  if (traits->is_flat)
    is_category[AXIS_BY] = is_category[AXIS_PART] = TRUE;
  else if (traits->is_plane)
    is_category[AXIS_BY] = TRUE;
  else if (traits->is_over_time)
    is_category[AXIS_REGION] = FALSE;
  else if (!builder->varies[AXIS_BY] && !builder->varies[AXIS_PART] && builder->varies[AXIS_YEAR] &&
           (builder->varies[AXIS_REGION] || traits->is_paired))
    is_category[AXIS_YEAR] = FALSE;
}

static void
append_part (const Builder *builder,
             guint          row,
             gboolean       keys,
             GString       *text)
{
  guint part = atlas_table_get_part_of_row (builder->table, row);
  g_autofree char *name = keys ? g_strdup_printf ("#%u", part)
                               : atlas_table_dup_name (atlas_table_get_part (builder->table, part));

  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", name);
}

/* The texts of those of the axes that vary and are on the wanted side, joined. */
static char *
join_axes (const Builder *builder,
           guint          row,
           gboolean       category,
           gboolean       keys)
{
  const AtlasObservation *observation = atlas_table_get_row (builder->table, row);
  GString *text = g_string_new (NULL);

  if (builder->varies[AXIS_REGION] && builder->is_category[AXIS_REGION] == category)
    g_string_append (text, keys ? observation->region->code : atlas_region_get_display_name (observation->region));
  if (builder->varies[AXIS_BY] && builder->is_category[AXIS_BY] == category)
    for (guint i = 0; observation->by[i] != NULL; i++)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "",
                              keys ? observation->by[i] : atlas_table_get_by_name (builder->table, row, i));
  if (builder->varies[AXIS_PART] && builder->is_category[AXIS_PART] == category)
    append_part (builder, row, keys, text);
  if (builder->varies[AXIS_YEAR] && builder->is_category[AXIS_YEAR] == category)
    g_string_append_printf (text, "%s%d", text->len > 0 ? " · " : "", observation->year);
  if (text->len == 0 && !keys)
    g_string_append (text, category ? atlas_region_get_display_name (observation->region)
                                    : atlas_indicator_get_name (atlas_table_get_indicator (builder->table)));
  return g_string_free (text, FALSE);
}

static guint
by_order (const Builder *builder,
          guint          row)
{
  guint part = atlas_table_get_part_of_row (builder->table, row);
  const AtlasQuestion *question = atlas_table_get_question (atlas_table_get_part (builder->table, part));
  const AtlasObservation *observation = atlas_table_get_row (builder->table, row);
  const AtlasDimensionValue *value = NULL;

  if (observation->by[0] != NULL && observation->by[1] == NULL)
    value = atlas_catalogue_find_value (atlas_table_get_catalogue (builder->table), question->by[0], observation->by[0]);
  return value != NULL ? value->order : 0;
}

/* The entry of ROW on one side, made on first sight; returns its index. */
static guint
intern (const Builder *builder,
        GPtrArray     *entries,
        GHashTable    *known,
        guint          row,
        gboolean       category)
{
  const AtlasObservation *observation = atlas_table_get_row (builder->table, row);
  g_autofree char *key = join_axes (builder, row, category, TRUE);
  AtlasChartEntry *entry;
  gpointer index;

  if (g_hash_table_lookup_extended (known, key, NULL, &index))
    return GPOINTER_TO_UINT (index);
  entry = g_new0 (AtlasChartEntry, 1);
  entry->name = join_axes (builder, row, category, FALSE);
  /* Parts of one region are told apart by their own colours, as series are. */
  if (builder->is_category[AXIS_REGION] == category &&
      (category || builder->varies[AXIS_REGION] || !builder->varies[AXIS_BY]))
    entry->region = observation->region;
  if (builder->varies[AXIS_YEAR] && builder->is_category[AXIS_YEAR] == category)
    entry->year = observation->year;
  if (builder->varies[AXIS_BY] && builder->is_category[AXIS_BY] == category)
    entry->order = by_order (builder, row);
  if (builder->varies[AXIS_PART] && builder->is_category[AXIS_PART] == category)
    entry->part = atlas_table_get_part_of_row (builder->table, row);
  entry->is_region = entry->region != NULL &&
                     strcmp (entry->name, atlas_region_get_display_name (entry->region)) == 0;
  entry->key = g_strdup (key);
  g_ptr_array_add (entries, entry);
  g_hash_table_insert (known, entry->key, GUINT_TO_POINTER (entries->len - 1));
  return entries->len - 1;
}

/* Categories × series in the table's own order. */
static void
fill_cells (const Builder  *builder,
            AtlasChartData *self)
{
  g_autoptr (GHashTable) categories = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) series = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_rows = atlas_table_get_n_rows (builder->table);
  g_autofree guint *at = g_new (guint, 2 * n_rows + 1);

  for (guint i = 0; i < n_rows; i++)
    {
      at[2 * i] = intern (builder, self->categories, categories, i, TRUE);
      at[2 * i + 1] = intern (builder, self->series, series, i, FALSE);
    }
  self->cells = g_new (int, self->categories->len * self->series->len + 1);
  for (guint i = 0; i < self->categories->len * self->series->len; i++)
    self->cells[i] = -1;
  for (guint i = n_rows; i-- > 0;)
    self->cells[at[2 * i] * self->series->len + at[2 * i + 1]] = (int) i;
}

/* Puts the entries of one side into the order of INDICES, which may be fewer. */
static void
rearrange (AtlasChartData *self,
           GArray         *indices,
           gboolean        categories)
{
  GPtrArray *entries = categories ? self->categories : self->series;
  guint n_categories = categories ? indices->len : self->categories->len;
  guint n_series = categories ? self->series->len : indices->len;
  GPtrArray *moved = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  int *cells = g_new (int, n_categories * n_series + 1);

  for (guint c = 0; c < n_categories; c++)
    for (guint s = 0; s < n_series; s++)
      cells[c * n_series + s] = atlas_chart_data_get_row (self, categories ? g_array_index (indices, guint, c) : c,
                                                          categories ? s : g_array_index (indices, guint, s));
  for (guint i = 0; i < indices->len; i++)
    g_ptr_array_add (moved, g_steal_pointer (&entries->pdata[g_array_index (indices, guint, i)]));
  g_ptr_array_set_free_func (entries, NULL);
  for (guint i = 0; i < entries->len; i++)
    if (entries->pdata[i] != NULL)
      entry_free (entries->pdata[i]);
  g_ptr_array_unref (entries);
  *(categories ? &self->categories : &self->series) = moved;
  g_free (self->cells);
  self->cells = cells;
}

static gboolean
belongs_to_whole (const AtlasChartData  *self,
                  const AtlasChartEntry *entry)
{
  const AtlasQuestion *question = atlas_table_get_question (self->table);
  const AtlasDimensionValue *value;

  if (question->by == NULL || question->by[0] == NULL)
    return TRUE;
  value = atlas_catalogue_find_value (atlas_table_get_catalogue (self->table), question->by[0], entry->key);
  return value == NULL || value->part_of_complete_set;
}

static gboolean
has_value (const AtlasChartData *self,
           guint                 index,
           gboolean              category)
{
  guint n = category ? self->series->len : self->categories->len;

  for (guint i = 0; i < n; i++)
    if (atlas_chart_data_get_value (self, category ? index : i, category ? i : index) != NULL)
      return TRUE;
  return FALSE;
}

/* Values of a dimension that nobody has a figure for are named under the chart instead of drawn as empty slots. A
 * complete set (the grades) keeps its gaps: there they mean that the whole is unknown. */
static void
drop_empty (AtlasChartData *self,
            AtlasChartKind  kind,
            gboolean        categories)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint));
  GPtrArray *entries = categories ? self->categories : self->series;

  if (self->n_values == 0 || atlas_chart_kind_get_traits (kind)->is_staged)
    return;
  for (guint i = 0; i < entries->len; i++)
    {
      const AtlasChartEntry *entry = g_ptr_array_index (entries, i);

      if (has_value (self, i, categories) || belongs_to_whole (self, entry))
        g_array_append_val (kept, i);
      else
        g_ptr_array_add (self->empty_names, g_strdup (entry->name));
    }
  if (kept->len < entries->len)
    rearrange (self, kept, categories);
}

typedef struct {
  const AtlasChartData *data;
  gboolean in_order;
  double *keys;
} Sorting;

/* By value, descending, missing last, ties by region code; a time axis and dimension values with an order of their own
 * keep it (C2, C21). */
static int
compare_categories (gconstpointer a,
                    gconstpointer b,
                    gpointer      user_data)
{
  const Sorting *sorting = user_data;
  guint i = *(const guint *) a, k = *(const guint *) b;
  const AtlasChartEntry *one = atlas_chart_data_get_category (sorting->data, i);
  const AtlasChartEntry *other = atlas_chart_data_get_category (sorting->data, k);
  double x = sorting->keys[i], y = sorting->keys[k];

  if (sorting->in_order)
    return one->order != other->order ? (one->order < other->order ? -1 : 1) : one->year - other->year;
  if (isnan (x) || isnan (y))
    return isnan (x) && isnan (y) ? strcmp (one->key, other->key) : (isnan (x) ? 1 : -1);
  return x > y ? -1 : x < y ? 1 : strcmp (one->key, other->key);
}

/* What a category is sorted by: its value, or the sum of its parts; NAN where it has none. */
static double
sort_key (const AtlasChartData *self,
          guint                 category)
{
  double sum = NAN;

  for (guint s = 0; s < self->series->len; s++)
    {
      const AtlasObservation *value = atlas_chart_data_get_value (self, category, s);

      if (value == NULL)
        continue;
      sum = isnan (sum) ? value->value : sum + value->value;
    }
  return sum;
}

/* Of two indicators, so that those across stand from left to right. */
static double
sort_key_across (const AtlasChartData *self,
                 guint                 category)
{
  const AtlasObservation *value = atlas_chart_data_get_value (self, category, 0);

  return value != NULL ? -value->value : NAN;
}

static void
sort_categories (AtlasChartData       *self,
                 const AtlasChartSpec *spec)
{
  g_autofree double *keys = g_new (double, self->categories->len + 1);
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  Sorting sorting = { self, TRUE, keys };
  gboolean is_plane = atlas_chart_kind_get_traits (spec->kind)->is_plane;

  for (guint i = 0; i < self->categories->len; i++)
    {
      const AtlasChartEntry *entry = atlas_chart_data_get_category (self, i);

      keys[i] = is_plane ? sort_key_across (self, i) : sort_key (self, i);
      sorting.in_order &= entry->order > 0 || (entry->year > 0 && g_ascii_isdigit (entry->name[0]));
      g_array_append_val (indices, i);
    }
  if ((spec->keep_order || atlas_chart_kind_get_traits (spec->kind)->is_staged) && !sorting.in_order)
    return;
  g_array_sort_with_data (indices, compare_categories, &sorting);
  rearrange (self, indices, TRUE);
}

static int
compare_series (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const AtlasChartData *self = user_data;
  guint i = *(const guint *) a, k = *(const guint *) b;
  const AtlasChartEntry *one = atlas_chart_data_get_series (self, i);
  const AtlasChartEntry *other = atlas_chart_data_get_series (self, k);

  if (one->order != other->order)
    return one->order < other->order ? -1 : 1;
  if (one->year != other->year)
    return one->year < other->year ? -1 : 1;
  return i < k ? -1 : 1;
}

static void
sort_series (AtlasChartData *self)
{
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->series->len; i++)
    g_array_append_val (indices, i);
  g_array_sort_with_data (indices, compare_series, self);
  rearrange (self, indices, FALSE);
}

/* A kind that sets two series against each other takes the first and the last. */
static void
drop_between (AtlasChartData *self,
              AtlasChartKind  kind)
{
  const AtlasChartTraits *traits = atlas_chart_kind_get_traits (kind);
  guint ends[] = { 0, MAX (self->series->len, 1) - 1 };
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (guint));

  if (!traits->is_paired || traits->n_parts_most > 2 || self->series->len <= 2)
    return;
  for (guint i = 1; i < ends[1]; i++)
    g_ptr_array_add (self->between_names, g_strdup (atlas_chart_data_get_series (self, i)->name));
  g_array_append_vals (kept, ends, 2);
  rearrange (self, kept, FALSE);
}

static gboolean
series_are_complete (const AtlasChartData *self)
{
  for (guint i = 0; i < self->series->len; i++)
    if (!belongs_to_whole (self, atlas_chart_data_get_series (self, i)))
      return FALSE;
  return TRUE;
}

/* The largest value chooses, but a scale that would write the smallest as 0.05 is too coarse for all of them. */
static AtlasScale
choose_scale (const AtlasChartMeasure *self,
              double                   smallest)
{
  AtlasScale scale = atlas_scale_choose (MAX (fabs (self->lowest), fabs (self->highest)), self->unit);

  while (scale > ATLAS_SCALE_ONE && smallest < 0.1 * atlas_scale_get_factor (scale))
    scale--;
  return scale;
}

/* Of the rows of PART, or of all where the parts have ONE unit. */
static AtlasChartMeasure
measure_part (const AtlasChartData *self,
              AtlasChartKind        kind,
              guint                 part)
{
  AtlasChartMeasure measure = { atlas_table_get_unit (atlas_table_get_part (self->table, part)), ATLAS_SCALE_ONE, 0.0,
                                0.0, 0, TRUE };
  guint n_rows = atlas_table_get_n_rows (self->table);
  double smallest = G_MAXDOUBLE;

  for (guint i = 0; i < n_rows; i++)
    {
      const AtlasObservation *row = atlas_table_get_row (self->table, i);

      if (!atlas_chart_kind_shows (kind, row) ||
          (!self->is_one_unit && atlas_table_get_part_of_row (self->table, i) != part))
        continue;
      measure.lowest = measure.n_values == 0 ? row->value : MIN (measure.lowest, row->value);
      measure.highest = measure.n_values == 0 ? row->value : MAX (measure.highest, row->value);
      measure.n_values++;
      measure.is_whole &= row->value == floor (row->value);
      if (row->value != 0.0)
        smallest = MIN (smallest, fabs (row->value));
    }
  measure.scale = choose_scale (&measure, smallest);
  return measure;
}

static gboolean
parts_have_one_unit (AtlasTable *table)
{
  for (guint i = 1; i < atlas_table_get_n_parts (table); i++)
    if (strcmp (atlas_table_get_unit (atlas_table_get_part (table, i))->unit, atlas_table_get_unit (table)->unit) != 0)
      return FALSE;
  return TRUE;
}

static void
find_extent (AtlasChartData *self,
             AtlasChartKind  kind)
{
  guint n_parts = atlas_table_get_n_parts (self->table);
  const AtlasChartMeasure *first;

  self->is_one_unit = !atlas_chart_kind_get_traits (kind)->is_plane && parts_have_one_unit (self->table);
  for (guint i = 0; i < n_parts; i++)
    {
      AtlasChartMeasure measure = measure_part (self, kind, i);

      g_array_append_val (self->measures, measure);
      if (i == 0 || !self->is_one_unit)
        self->n_values += measure.n_values;
    }
  first = &g_array_index (self->measures, AtlasChartMeasure, 0);
  self->unit = first->unit;
  self->scale = first->scale;
  self->lowest = first->lowest;
  self->highest = first->highest;
  self->is_whole = first->is_whole;
}

char *
atlas_chart_dup_period_key (const AtlasObservation *observation)
{
  int year = observation->stand_in ? atlas_period_get_year (observation->period) : observation->year;

  if (atlas_period_is_interval (observation->period))
    return g_strdup (observation->period);
  return year != 0 ? g_strdup_printf ("%d", year) : g_strdup ("");
}

/* The period most of the values are of; where they are of several, that of the question if it names one. */
static void
find_period (AtlasChartData *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const AtlasQuestion *question = atlas_table_get_question (self->table);
  guint n_rows = atlas_table_get_n_rows (self->table), best = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      const AtlasObservation *row = atlas_table_get_row (self->table, i);
      g_autofree char *key = atlas_observation_is_missing (row) ? NULL : atlas_chart_dup_period_key (row);
      guint count;

      if (key == NULL)
        continue;
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;
      g_hash_table_insert (counts, g_strdup (key), GUINT_TO_POINTER (count));
      if (count > best || (count == best && strcmp (key, self->period) > 0))
        {
          best = count;
          g_free (self->period);
          self->period = g_strdup (key);
        }
    }
  self->is_one_period = best == self->n_values;
  if (question->first_year != 0 && question->first_year == question->last_year && !self->is_one_period)
    {
      g_free (self->period);
      self->period = g_strdup_printf ("%d", question->first_year);
    }
  if (self->period == NULL)
    self->period = g_strdup ("");
}

AtlasChartData *
atlas_chart_data_new (const AtlasChartSpec *spec)
{
  AtlasChartData *self = g_new0 (AtlasChartData, 1);
  Builder builder = { spec, spec->table };

  self->table = atlas_table_ref (spec->table);
  self->measures = g_array_new (FALSE, FALSE, sizeof (AtlasChartMeasure));
  self->categories = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->empty_names = g_ptr_array_new_with_free_func (g_free);
  self->between_names = g_ptr_array_new_with_free_func (g_free);
  find_extent (self, spec->kind);
  find_period (self);
  find_what_varies (&builder);
  self->has_years = builder.varies[AXIS_YEAR];
  choose_axes (&builder);
  fill_cells (&builder, self);
  if (builder.varies[AXIS_BY])
    drop_empty (self, spec->kind, builder.is_category[AXIS_BY]);
  self->is_complete = series_are_complete (self);
  sort_series (self);
  drop_between (self, spec->kind);
  sort_categories (self, spec);
  if (spec->show_ranks)
    self->ranking = atlas_ranking_new (spec->table, spec->earlier);
  return self;
}

void
atlas_chart_data_free (AtlasChartData *self)
{
  g_ptr_array_unref (self->categories);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->empty_names);
  g_ptr_array_unref (self->between_names);
  g_array_unref (self->measures);
  g_free (self->cells);
  g_free (self->period);
  g_clear_pointer (&self->ranking, atlas_ranking_free);
  atlas_table_unref (self->table);
  g_free (self);
}

int
atlas_chart_data_get_row (const AtlasChartData *self,
                          guint                 category,
                          guint                 series)
{
  return self->cells[category * self->series->len + series];
}

const AtlasObservation *
atlas_chart_data_get (const AtlasChartData *self,
                      guint                 category,
                      guint                 series)
{
  int row = atlas_chart_data_get_row (self, category, series);

  return row >= 0 ? atlas_table_get_row (self->table, (guint) row) : NULL;
}

const AtlasObservation *
atlas_chart_data_get_value (const AtlasChartData *self,
                            guint                 category,
                            guint                 series)
{
  const AtlasObservation *observation = atlas_chart_data_get (self, category, series);

  if (observation == NULL || atlas_observation_is_missing (observation) || !isfinite (observation->value))
    return NULL;
  return observation;
}

const AtlasChartEntry *
atlas_chart_data_get_category (const AtlasChartData *self,
                               guint                 category)
{
  return g_ptr_array_index (self->categories, category);
}

const AtlasChartEntry *
atlas_chart_data_get_series (const AtlasChartData *self,
                             guint                 series)
{
  return g_ptr_array_index (self->series, series);
}

const AtlasChartMeasure *
atlas_chart_data_get_measure (const AtlasChartData *self,
                              guint                 series)
{
  return &g_array_index (self->measures, AtlasChartMeasure, atlas_chart_data_get_series (self, series)->part);
}

const AtlasChartMeasure *
atlas_chart_data_get_row_measure (const AtlasChartData *self,
                                  guint                 row)
{
  return &g_array_index (self->measures, AtlasChartMeasure, atlas_table_get_part_of_row (self->table, row));
}
