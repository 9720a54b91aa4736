/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charts/chart-label.h"
#include "charts/kinds/strip-chart.h"
#include "charts/label-field.h"
#include "charts/label-placement.h"

#define GAP 2.0
#define LABEL_SPACE 8.0 /* between the labels of a box */

double
atlas_strip_labels_measure (AtlasChartBuild *build)
{
  return 2.0 * (atlas_text_maker_get_pitch (build->text, ATLAS_TEXT_NOTE) + GAP);
}

gboolean
atlas_strip_chart_is_chosen (const AtlasStripChart *self,
                             guint                  category)
{
  const AtlasRegion *region = atlas_chart_data_get_category (self->build->data, category)->region;
  GHashTable *slots = self->build->spec->slots;

  return region != NULL && slots != NULL && g_hash_table_contains (slots, region->code);
}

char *
atlas_strip_chart_dup_label (const AtlasStripChart *self,
                             guint                  category,
                             guint                  series)
{
  const AtlasChartEntry *entry = atlas_chart_data_get_category (self->build->data, category);
  g_autofree char *name = entry->is_region ? atlas_region_dup_short_name (entry->region) : g_strdup (entry->name);
  g_autofree char *value = atlas_chart_build_dup_label (self->build, category, series, TRUE);

  return g_strdup_printf ("%s %s", name, value);
}

static AtlasTextRun *
box_run (const AtlasStripChart *self,
         double                 value,
         gboolean               is_median)
{
  const AtlasChartMeasure *measure = atlas_chart_data_get_measure (self->build->data, 0);
  g_autofree char *number = atlas_chart_dup_value_text (measure, value, ATLAS_QUALIFIER_EXACT);
  g_autofree char *text = NULL;

  if (is_median)
    /* Translators: beside a line that marks the median, its value */
    text = g_strdup_printf (C_("reference line", "Median %s"), number);
  return atlas_text_run_new (self->build->text, ATLAS_TEXT_NOTE, is_median ? text : number, 0.0, 1);
}

/* The median stays longest, and none leaves the chart. */
void
atlas_strip_labels_draw_box (const AtlasStripChart *self,
                             const AtlasStripRow   *row)
{
  AtlasChartBuild *build = self->build;
  const double values[] = { row->lower, row->median, row->upper };
  double pitch = atlas_text_maker_get_pitch (build->text, ATLAS_TEXT_NOTE);
  AtlasTextRun *runs[G_N_ELEMENTS (values)] = { NULL };
  AtlasLabelSlot slots[G_N_ELEMENTS (values)];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      if (isnan (values[i]))
        continue;
      runs[n] = box_run (self, values[i], i == 1);
      slots[n] = (AtlasLabelSlot) { atlas_value_axis_get_position (&self->axis, values[i]), runs[n]->width + LABEL_SPACE,
                                    i == 1 ? 1.0 : 0.0 };
      n++;
    }
  atlas_labels_spread (slots, n, row->rect.x - LABEL_SPACE / 2.0, row->rect.x + row->rect.width + LABEL_SPACE / 2.0);
  for (guint i = 0; i < n; i++)
    {
      if (!slots[i].dropped)
        atlas_text_run_place (runs[i], build->text, build->shapes, slots[i].placed - runs[i]->width / 2.0,
                              row->rect.y + row->rect.height - pitch, atlas_chart_build_dim (build));
      atlas_text_run_free (runs[i]);
    }
}

static AtlasLabelField *
make_field (const AtlasStripChart *self,
            const AtlasStripRow   *row)
{
  AtlasLabelField *field = atlas_label_field_new (row->rect);

  atlas_label_field_add_texts (field, self->build->shapes);
  if (!isnan (row->median))
    atlas_label_field_add_box (field, atlas_strip_chart_get_median (self, row));
  for (guint i = 0; i < row->n; i++)
    {
      AtlasRect box = { row->dots[i].along - self->radius, row->middle - row->dots[i].across - self->radius,
                        2.0 * self->radius, 2.0 * self->radius };

      atlas_label_field_add_box (field, box);
    }
  return field;
}

/* Over the dots, with a thin line down to its own. */
static gboolean
take_above (const AtlasStripChart *self,
            AtlasLabelField       *field,
            const AtlasStripRow   *row,
            AtlasPoint             at,
            const AtlasTextRun    *run,
            AtlasRect             *out_box)
{
  double right = row->rect.x + row->rect.width - run->width;
  AtlasPoint ends[2];

  *out_box = (AtlasRect) { CLAMP (at.x - run->width / 2.0, row->rect.x, MAX (right, row->rect.x)), row->rect.y, run->width,
                           run->height };
  if (!atlas_label_field_take (field, *out_box))
    return FALSE;
  ends[0] = (AtlasPoint) { at.x, out_box->y + out_box->height };
  ends[1] = (AtlasPoint) { at.x, at.y - self->radius };
  atlas_shape_list_add_line (self->build->shapes, ends, 2, FALSE, atlas_chart_build_dim (self->build), 0.8,
                             ATLAS_STROKE_SOLID);
  return TRUE;
}

static gboolean
draw_name (const AtlasStripChart *self,
           AtlasLabelField       *field,
           const AtlasStripRow   *row,
           guint                  dot,
           guint                  series)
{
  AtlasChartBuild *build = self->build;
  g_autofree char *text = atlas_strip_chart_dup_label (self, row->categories[dot], series);
  g_autoptr (AtlasTextRun) run = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, text, 0.0, 1);
  AtlasPoint at = { row->dots[dot].along, row->middle - row->dots[dot].across };
  AtlasRect box;

  if (!atlas_label_field_take_beside (field, at, self->radius + GAP, 0.0, run->width, run->height, &box) &&
      !take_above (self, field, row, at, run, &box))
    return FALSE;
  atlas_text_run_place (run, build->text, build->shapes, box.x, box.y, atlas_chart_build_text (build));
  return TRUE;
}

guint
atlas_strip_labels_draw_names (const AtlasStripChart *self,
                               guint                  series)
{
  const AtlasStripRow *row = &g_array_index (self->rows, AtlasStripRow, series);
  g_autoptr (AtlasLabelField) field = make_field (self, row);
  guint n_dropped = 0;

  for (guint i = 0; i < row->n; i++)
    if (atlas_strip_chart_is_chosen (self, row->categories[i]))
      n_dropped += !draw_name (self, field, row, i, series);
  for (guint i = 0; i < row->n; i++)
    if ((i == 0 || i == row->n - 1) && !atlas_strip_chart_is_chosen (self, row->categories[i]))
      n_dropped += !draw_name (self, field, row, i, series);
  return n_dropped;
}
