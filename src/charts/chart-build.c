/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/chart-build.h"

#include <string.h>

#include "charts/chart-label.h"
#include "charts/colour.h"

static const char *const slot_names[] = { "slot 0", "slot 1", "slot 2", "slot 3", "slot 4", "slot 5", "slot 6", "slot 7" };
static const char *const ramp_names[] = { "ramp 0", "ramp 1", "ramp 2" };
static const char *const class_names[] = { "class 0", "class 1", "class 2", "class 3", "class 4" };

G_STATIC_ASSERT (G_N_ELEMENTS (slot_names) == ATLAS_N_COLOUR_SLOTS);
G_STATIC_ASSERT (G_N_ELEMENTS (class_names) == ATLAS_N_CLASSES);

static void
mark_clear (gpointer data)
{
  AtlasPlacedMark *mark = data;

  g_free (mark->mark.label);
}

GArray *
atlas_chart_build_new_marks (void)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (AtlasPlacedMark));

  g_array_set_clear_func (marks, mark_clear);
  return marks;
}

void
atlas_chart_build_add_mark (AtlasChartBuild *build,
                            guint            category,
                            guint            series,
                            AtlasRect        bounds,
                            AtlasRect        hit,
                            char            *label)
{
  int row = atlas_chart_data_get_row (build->data, category, series);
  AtlasPlacedMark mark = { { atlas_table_get_row (build->data->table, (guint) row), (guint) row, bounds, hit, label },
                           build->first_category + category, series };

  g_array_append_val (build->marks, mark);
}

double
atlas_chart_build_draw_message (AtlasChartBuild *build,
                                AtlasRect        plot,
                                const char      *message)
{
  g_autoptr (AtlasTextRun) run = atlas_text_run_new (build->text, ATLAS_TEXT_LABEL, message, plot.width, 2);

  atlas_text_run_place (run, build->text, build->shapes, plot.x, plot.y, atlas_chart_build_dim (build));
  return plot.y + run->height;
}

AtlasPaint
atlas_chart_build_text (const AtlasChartBuild *build)
{
  return (AtlasPaint) { build->style->text, "text" };
}

AtlasPaint
atlas_chart_build_dim (const AtlasChartBuild *build)
{
  return (AtlasPaint) { build->style->dim_text, "dim" };
}

AtlasPaint
atlas_chart_build_axis (const AtlasChartBuild *build)
{
  return (AtlasPaint) { build->style->axis, "axis" };
}

AtlasPaint
atlas_chart_build_grid (const AtlasChartBuild *build)
{
  return (AtlasPaint) { build->style->grid, "grid" };
}

AtlasPaint
atlas_chart_build_slot (const AtlasChartBuild *build,
                        guint                  slot)
{
  slot %= ATLAS_N_COLOUR_SLOTS;
  return (AtlasPaint) { build->style->slots[slot], slot_names[slot] };
}

AtlasPaint
atlas_chart_build_region (const AtlasChartBuild *build,
                          const AtlasRegion     *region)
{
  gpointer slot;

  if (region != NULL && build->spec->slots != NULL &&
      g_hash_table_lookup_extended (build->spec->slots, region->code, NULL, &slot))
    return atlas_chart_build_slot (build, GPOINTER_TO_UINT (slot));
  return (AtlasPaint) { build->style->neutral, "neutral" };
}

/* The colour of VALUE in a DIMENSION that has one for each of its values; −1: it has not. */
static int
find_value_slot (const AtlasChartBuild *build,
                 const char            *dimension,
                 const char            *value)
{
  GPtrArray *values = atlas_catalogue_get_values (atlas_table_get_catalogue (build->data->table), dimension);
  guint n_slots = 0;
  int slot = -1;

  for (guint i = 0; i < values->len; i++)
    {
      const AtlasDimensionValue *other = g_ptr_array_index (values, i);

      if (other->kind != ATLAS_DIMENSION_BREAKDOWN)
        continue;
      if (strcmp (other->value, value) == 0)
        slot = (int) n_slots;
      n_slots++;
    }
  return n_slots <= ATLAS_N_COLOUR_SLOTS ? slot : -1;
}

AtlasPaint
atlas_chart_build_value_of (const AtlasChartBuild *build,
                            const char            *value,
                            guint                  place)
{
  char **by = atlas_table_get_question (build->data->table)->by;
  int slot = by != NULL && by[0] != NULL ? find_value_slot (build, by[0], value) : -1;

  return atlas_chart_build_slot (build, slot >= 0 ? (guint) slot : place);
}

/* Grades, tiers and years of a series: three at the most, in one ordered hue. */
static gboolean
is_ordered (const AtlasChartBuild *build)
{
  guint n_series = build->data->series->len;

  for (guint i = 0; i < n_series; i++)
    {
      const AtlasChartEntry *entry = atlas_chart_data_get_series (build->data, i);

      if (entry->region != NULL || (entry->order == 0 && entry->year == 0) || entry->order > G_N_ELEMENTS (ramp_names))
        return FALSE;
    }
  return n_series <= G_N_ELEMENTS (ramp_names);
}

AtlasPaint
atlas_chart_build_series (const AtlasChartBuild *build,
                          guint                  series)
{
  const AtlasChartEntry *entry = atlas_chart_data_get_series (build->data, series);
  const AtlasChartEntry *panel = g_ptr_array_index (build->data->panels, build->data->panel);
  gpointer slot;

  if (entry->region != NULL && build->spec->slots != NULL &&
      g_hash_table_lookup_extended (build->spec->slots, entry->region->code, NULL, &slot))
    return atlas_chart_build_slot (build, GPOINTER_TO_UINT (slot));
  if (build->data->series->len == 1)
    return atlas_chart_build_region (build, panel->region);
  if (is_ordered (build) && !atlas_chart_kind_get_traits (build->spec->kind)->is_over_time)
    {
      guint step = entry->order > 0 ? entry->order - 1 : series + G_N_ELEMENTS (ramp_names) - build->data->series->len;

      return (AtlasPaint) { build->style->ramp[step], ramp_names[step] };
    }
  return atlas_chart_build_value_of (build, entry->key, series);
}

/* Of few classes the middle ones: two are told apart best a step from each other, and neither is near the paper. */
AtlasPaint
atlas_chart_build_class (const AtlasChartBuild *build,
                         guint                  n_classes,
                         guint                  n)
{
  static const guint steps[][ATLAS_N_CLASSES] = { { 2 }, { 2 }, { 1, 3 }, { 1, 2, 3 }, { 0, 1, 2, 3 }, { 0, 1, 2, 3, 4 } };
  guint step = steps[n_classes][n];

  return (AtlasPaint) { build->style->classes[step], class_names[step] };
}

AtlasPaint
atlas_chart_build_value (const AtlasChartBuild *build,
                         const AtlasClassScale *classes,
                         double                 value)
{
  return atlas_chart_build_class (build, classes->n_classes, atlas_class_scale_find (classes, value));
}

gboolean
atlas_chart_build_is_hatched (const AtlasChartBuild *build,
                              guint                  series)
{
  return series >= ATLAS_N_COLOUR_SLOTS;
}

AtlasPaint
atlas_chart_build_text_on (AtlasPaint paint)
{
  return (AtlasPaint) { atlas_colour_text_on (paint.colour), "on fill" };
}

AtlasPaint
atlas_chart_build_lighter (const AtlasChartBuild *build,
                           AtlasPaint             paint)
{
  return (AtlasPaint) { atlas_colour_mix (paint.colour, build->style->background, 0.7), "lighter" };
}

char *
atlas_chart_build_dup_number (const AtlasChartBuild *build,
                              guint                  category,
                              guint                  series)
{
  const AtlasObservation *value = atlas_chart_data_get_value (build->data, category, series);
  guint row = (guint) atlas_chart_data_get_row (build->data, category, series);
  const AtlasChartMeasure *measure = atlas_chart_data_get_row_measure (build->data, row);

  if (!atlas_sign_set_hides (build->spec->signs, value, measure->unit, measure->scale))
    return atlas_chart_dup_value_text (measure, value->value, value->qualifier);
  atlas_chart_notes_use_small (build->notes);
  return g_strdup ("…");
}

char *
atlas_chart_build_dup_label (const AtlasChartBuild *build,
                             guint                  category,
                             guint                  series,
                             gboolean               terse)
{
  const AtlasObservation *observation = atlas_chart_data_get (build->data, category, series);
  guint row = (guint) atlas_chart_data_get_row (build->data, category, series);
  g_autofree char *value = NULL;
  g_autofree char *period = NULL;
  g_autofree char *fraction = NULL;

  if (atlas_chart_data_get_value (build->data, category, series) == NULL)
    return atlas_chart_dup_missing_text (build->data->table, observation);
  value = atlas_chart_build_dup_number (build, category, series);
  period = atlas_chart_dup_period_mark (build->data, observation);
  if (build->spec->show_fraction && !terse)
    fraction = atlas_chart_dup_fraction (observation);
  return g_strconcat (fraction != NULL ? fraction : "", fraction != NULL ? "   " : "", value, period,
                      atlas_chart_notes_get_mark (build->notes, row), NULL);
}
