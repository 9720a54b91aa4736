/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charts/chart-label.h"
#include "charts/kinds/scatter-chart.h"

#define OFFSET 7.0
#define ARROW_LIFT 7.0
/* Of more points than this only the chosen and the most unusual are named. */
#define MAX_ALL_NAMED 40
#define MAX_UNUSUAL 20

/* The periods of the values that are not of that of the chart: the one there is, or both if they differ. */
static char *
dup_periods (const AtlasScatterChart *self,
             const AtlasScatterPoint *point)
{
  g_autofree char *x = atlas_chart_dup_other_period (self->build->data, point->x);
  g_autofree char *y = atlas_chart_dup_other_period (self->build->data, point->y);

  if (x == NULL && y == NULL)
    return g_strdup ("");
  if (g_strcmp0 (x, y) == 0)
    return g_strdup_printf (C_("period of a value", " (%s)"), x);
  if (y == NULL)
    /* Translators: behind the name of a point of a scatter chart: of what period its value on the horizontal axis is */
    return g_strdup_printf (C_("period of a value", " (across: %s)"), x);
  if (x == NULL)
    /* Translators: behind the name of a point of a scatter chart: of what period its value on the vertical axis is */
    return g_strdup_printf (C_("period of a value", " (up: %s)"), y);
  /* Translators: behind the name of a point of a scatter chart: of what periods its values on the two axes are */
  return g_strdup_printf (C_("period of a value", " (across: %s, up: %s)"), x, y);
}

static char *
dup_name (const AtlasScatterChart *self,
          const AtlasScatterPoint *point)
{
  const AtlasChartEntry *entry = atlas_chart_data_get_category (self->build->data, point->category);

  return entry->is_region ? atlas_region_dup_short_name (entry->region) : g_strdup (entry->name);
}

char *
atlas_scatter_chart_dup_label (const AtlasScatterChart *self,
                               const AtlasScatterPoint *point)
{
  const AtlasChartData *data = self->build->data;
  g_autofree char *name = dup_name (self, point);
  g_autofree char *periods = dup_periods (self, point);
  const char *marks[2];

  for (guint s = 0; s < G_N_ELEMENTS (marks); s++)
    marks[s] = atlas_chart_notes_get_mark (self->build->notes, (guint) atlas_chart_data_get_row (data, point->category, s));
  return g_strconcat (name, periods, marks[0], strcmp (marks[0], marks[1]) != 0 ? marks[1] : "", NULL);
}

static int
by_priority (gconstpointer a,
             gconstpointer b)
{
  const AtlasScatterPoint *one = *(AtlasScatterPoint *const *) a, *other = *(AtlasScatterPoint *const *) b;

  if (one->is_chosen != other->is_chosen)
    return one->is_chosen ? -1 : 1;
  if (one->priority != other->priority)
    return one->priority > other->priority ? -1 : 1;
  return one->category < other->category ? -1 : 1;
}

static gboolean
place_text (const AtlasScatterChart *self,
            const AtlasScatterPoint *point,
            const char              *text)
{
  AtlasChartBuild *build = self->build;
  g_autoptr (AtlasTextRun) run = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, text, 0.0, 1);
  double lift = point->y->qualifier == ATLAS_QUALIFIER_AT_LEAST ? ARROW_LIFT : 0.0;
  AtlasRect box;

  if (!atlas_label_field_take_beside (self->field, point->at, OFFSET, lift, run->width, run->height, &box))
    return FALSE;
  atlas_text_run_place (run, build->text, build->shapes, box.x, box.y,
                        point->is_chosen ? atlas_chart_build_text (build) : atlas_chart_build_dim (build));
  return TRUE;
}

/* In full or, where there is no room for that, the name with a sign that there is more to it. */
static gboolean
place_label (const AtlasScatterChart *self,
             const AtlasScatterPoint *point)
{
  g_autofree char *text = atlas_scatter_chart_dup_label (self, point);
  g_autofree char *name = dup_name (self, point);
  g_autofree char *short_form = g_strconcat (name, " *", NULL);

  if (place_text (self, point, text))
    return TRUE;
  if (strcmp (text, name) == 0 || !place_text (self, point, short_form))
    return FALSE;
  atlas_chart_notes_add (self->build->notes, _("*: of another period or with a note, see the table"));
  return TRUE;
}

void
atlas_scatter_labels_draw (AtlasScatterChart *self)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  guint n_dropped = 0, n_unusual = 0, most = self->points->len <= MAX_ALL_NAMED ? MAX_ALL_NAMED : MAX_UNUSUAL;

  for (guint i = 0; i < self->points->len; i++)
    g_ptr_array_add (order, &g_array_index (self->points, AtlasScatterPoint, i));
  g_ptr_array_sort (order, by_priority);
  for (guint i = 0; i < order->len; i++)
    {
      const AtlasScatterPoint *point = g_ptr_array_index (order, i);

      if (!point->is_chosen && n_unusual++ >= most)
        break;
      n_dropped += !place_label (self, point);
    }
  atlas_chart_notes_add_hidden (self->build->notes, n_dropped);
}
