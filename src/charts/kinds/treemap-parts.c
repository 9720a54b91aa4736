/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/kinds/treemap-parts.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charts/kinds/squarify.h"
#include "charts/parts-total.h"

/* What the names of a part and its group are made of. */
static void
set_names (const AtlasChartBuild *build,
           guint                  row,
           AtlasTreemapPart      *part,
           AtlasTreemapGroup     *group)
{
  const AtlasObservation *observation = atlas_table_get_row (build->data->table, row);
  gboolean has_region = atlas_chart_data_get_category (build->data, part->category)->region != NULL;

  group->key = "";
  if (observation->by[0] != NULL && observation->by[1] != NULL)
    {
      group->key = observation->by[0];
      group->name = atlas_table_get_by_name (build->data->table, row, 0);
      part->name = atlas_table_get_by_name (build->data->table, row, 1);
    }
  else if (observation->by[0] != NULL)
    {
      part->name = atlas_table_get_by_name (build->data->table, row, 0);
      group->key = observation->region->code;
      group->name = atlas_region_get_display_name (observation->region);
    }
  else
    part->name = has_region ? atlas_region_get_display_name (observation->region)
                            : atlas_chart_data_get_category (build->data, part->category)->name;
}

static guint
find_group (GArray                  *groups,
            const AtlasTreemapGroup *group)
{
  for (guint i = 0; i < groups->len; i++)
    {
      AtlasTreemapGroup *known = &g_array_index (groups, AtlasTreemapGroup, i);

      if (strcmp (known->key, group->key) != 0)
        continue;
      known->row = MIN (known->row, group->row);
      return i;
    }
  g_array_append_val (groups, *group);
  return groups->len - 1;
}

static void
collect (AtlasChartBuild *build,
         GArray          *parts,
         GArray          *groups)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autoptr (GPtrArray) zero = g_ptr_array_new ();
  g_autoptr (GPtrArray) negative = g_ptr_array_new ();
  int year = atlas_parts_get_year (build->data);

  for (guint c = 0; c < build->data->categories->len; c++)
    {
      AtlasTreemapPart part = { c };
      AtlasTreemapGroup group = { NULL };
      const AtlasObservation *observation = atlas_chart_data_get (build->data, c, 0);
      const AtlasObservation *value = atlas_chart_data_get_value (build->data, c, 0);
      char *name = atlas_chart_data_get_category (build->data, c)->name;

      if (observation == NULL || (year != 0 && observation->year != year))
        continue;
      if (value == NULL || !(value->value > 0.0))
        {
          g_ptr_array_add (value == NULL ? missing : value->value < 0.0 ? negative : zero, name);
          continue;
        }
      group.row = (guint) atlas_chart_data_get_row (build->data, c, 0);
      set_names (build, group.row, &part, &group);
      part.value = value->value;
      part.group = find_group (groups, &group);
      g_array_index (groups, AtlasTreemapGroup, part.group).value += part.value;
      g_array_append_val (parts, part);
    }
  atlas_chart_notes_add_names (build->notes, _("No value: %s"), missing);
  atlas_chart_notes_add_names (build->notes, _("Zero: %s"), zero);
  atlas_chart_notes_add_names (build->notes, _("Below zero, and so without an area: %s"), negative);
}

static void
choose_slots (GArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      AtlasTreemapGroup *group = &g_array_index (groups, AtlasTreemapGroup, i);

      for (guint k = 0; k < groups->len; k++)
        group->slot += g_array_index (groups, AtlasTreemapGroup, k).row < group->row;
    }
}

static int
compare_groups (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  GArray *groups = user_data;
  guint i = *(const guint *) a, k = *(const guint *) b;
  double x = g_array_index (groups, AtlasTreemapGroup, i).value, y = g_array_index (groups, AtlasTreemapGroup, k).value;

  return x > y ? -1 : x < y ? 1 : i < k ? -1 : i > k;
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const AtlasTreemapPart *one = a, *other = b;

  if (one->group != other->group)
    return one->group < other->group ? -1 : 1;
  return one->value > other->value ? -1 : one->value < other->value ? 1 : one->category < other->category ? -1 : 1;
}

/* Puts the groups in descending order, and the parts behind each other group by group. */
static GArray *
sort (GArray *parts,
      GArray *groups)
{
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (AtlasTreemapGroup));
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *places = g_new (guint, groups->len + 1);

  for (guint i = 0; i < groups->len; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_groups, groups);
  for (guint i = 0; i < order->len; i++)
    {
      places[g_array_index (order, guint, i)] = i;
      g_array_append_val (sorted, g_array_index (groups, AtlasTreemapGroup, g_array_index (order, guint, i)));
    }
  for (guint i = 0; i < parts->len; i++)
    g_array_index (parts, AtlasTreemapPart, i).group = places[g_array_index (parts, AtlasTreemapPart, i).group];
  g_array_sort (parts, compare_parts);
  g_array_unref (groups);
  return sorted;
}

static void
divide_group (GArray *parts,
              guint   first,
              guint   n,
              AtlasRect room)
{
  g_autofree double *values = g_new (double, n + 1);
  g_autofree AtlasRect *areas = g_new (AtlasRect, n + 1);

  for (guint i = 0; i < n; i++)
    values[i] = g_array_index (parts, AtlasTreemapPart, first + i).value;
  atlas_squarify (values, n, room, areas);
  for (guint i = 0; i < n; i++)
    g_array_index (parts, AtlasTreemapPart, first + i).area = areas[i];
}

static void
divide (GArray    *parts,
        GArray    *groups,
        AtlasRect  plot)
{
  g_autofree double *values = g_new (double, groups->len + 1);
  g_autofree AtlasRect *areas = g_new (AtlasRect, groups->len + 1);
  guint first = 0, n;

  for (guint i = 0; i < groups->len; i++)
    values[i] = g_array_index (groups, AtlasTreemapGroup, i).value;
  atlas_squarify (values, groups->len, plot, areas);
  for (guint i = 0; i < groups->len; i++, first += n)
    {
      g_array_index (groups, AtlasTreemapGroup, i).area = areas[i];
      for (n = 0; first + n < parts->len && g_array_index (parts, AtlasTreemapPart, first + n).group == i; n++)
        ;
      divide_group (parts, first, n, areas[i]);
    }
}

GArray *
atlas_treemap_parts_new (AtlasChartBuild  *build,
                         AtlasRect         plot,
                         GArray          **out_groups)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (AtlasTreemapPart));
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (AtlasTreemapGroup));

  collect (build, parts, groups);
  choose_slots (groups);
  /* Of one group alone the title says what it is. */
  if (groups->len == 1)
    g_array_index (groups, AtlasTreemapGroup, 0).name = NULL;
  groups = sort (parts, groups);
  divide (parts, groups, plot);
  *out_groups = groups;
  return parts;
}
