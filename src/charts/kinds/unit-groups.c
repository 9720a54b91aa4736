/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/kinds/unit-groups.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charts/area-cell.h"

#define SWATCH 10.0
#define SWATCH_GAP 5.0
#define ITEM_GAP 16.0
#define GAP_BELOW 8.0
#define EDGE 1.2

static gboolean
is_excluded (const AtlasChartBuild *build,
             const AtlasRegion     *region)
{
  const AtlasQuestion *question = atlas_table_get_question (build->data->table);
  const AtlasDenominator *denominator = NULL;

  if (question->within != NULL)
    denominator = atlas_catalogue_find_denominator (atlas_table_get_catalogue (build->data->table), question->within);
  return !region->statutory ||
         (denominator != NULL && g_strv_contains ((const char *const *) denominator->excluded, region->code));
}

void
atlas_unit_note_excluded (AtlasChartBuild *build,
                          guint            series)
{
  gboolean is_statutory = FALSE, is_other = FALSE;

  for (guint c = 0; c < build->data->categories->len; c++)
    {
      const AtlasObservation *observation = atlas_chart_data_get (build->data, c, series);

      if (observation == NULL || !is_excluded (build, observation->region))
        continue;
      is_statutory |= observation->region->statutory;
      is_other |= !observation->region->statutory;
    }
  if (is_other)
    atlas_chart_notes_add (build->notes, _("Not counted: development zones and the like, which are no statutory divisions"));
  if (is_statutory)
    atlas_chart_notes_add (build->notes, _("Not counted: divisions that are administered elsewhere"));
}

AtlasUnitKind
atlas_unit_get_kind (const AtlasChartBuild *build,
                     guint                  category,
                     guint                  series)
{
  const AtlasObservation *observation = atlas_chart_data_get (build->data, category, series);
  const AtlasObservation *value = atlas_chart_data_get_value (build->data, category, series);

  if (observation != NULL && is_excluded (build, observation->region))
    return ATLAS_UNIT_EXCLUDED;
  if (value != NULL)
    return value->value > 0.0 ? ATLAS_UNIT_SOME : ATLAS_UNIT_NONE;
  if (observation != NULL && observation->missing == ATLAS_MISSING_NOT_APPLICABLE)
    return ATLAS_UNIT_NOT_APPLICABLE;
  return ATLAS_UNIT_MISSING;
}

static const AtlasRegion *
above (const AtlasRegion *region)
{
  if (region == NULL)
    return NULL;
  return region->level > ATLAS_REGION_LEVEL_COUNTY && region->parent != NULL ? atlas_region_get_county (region)
                                                                             : region->parent;
}

static const AtlasRegion *
far_above (const AtlasRegion *region,
           guint              coarser)
{
  const AtlasRegion *found = above (region);

  for (guint i = 0; i < coarser && found != NULL && found->parent != NULL; i++)
    found = found->parent;
  return found;
}

GArray *
atlas_unit_groups_new (const AtlasChartBuild *build,
                       guint                  series,
                       guint                  coarser)
{
  GArray *groups = g_array_new (FALSE, TRUE, sizeof (AtlasUnitGroup));

  for (guint c = 0; c < build->data->categories->len; c++)
    {
      const AtlasRegion *county = far_above (atlas_chart_data_get_category (build->data, c)->region, coarser);
      AtlasUnitGroup fresh = { county, c };

      if (atlas_chart_data_get (build->data, c, series) == NULL)
        continue;
      if (groups->len == 0 || g_array_index (groups, AtlasUnitGroup, groups->len - 1).above != county)
        g_array_append_val (groups, fresh);
      g_array_index (groups, AtlasUnitGroup, groups->len - 1).n++;
      g_array_index (groups, AtlasUnitGroup, groups->len - 1).n_of_kind[atlas_unit_get_kind (build, c, series)]++;
    }
  return groups;
}

char *
atlas_unit_group_dup_title (const AtlasUnitGroup *self)
{
  guint n = self->n - self->n_of_kind[ATLAS_UNIT_EXCLUDED] - self->n_of_kind[ATLAS_UNIT_NOT_APPLICABLE];

  if (self->above == NULL)
    return g_strdup_printf ("%u/%u", self->n_of_kind[ATLAS_UNIT_SOME], n);
  return g_strdup_printf ("%s %u/%u", atlas_region_get_display_name (self->above), self->n_of_kind[ATLAS_UNIT_SOME], n);
}

static void
draw_outline (AtlasChartBuild *build,
              AtlasRect        cell,
              AtlasPaint       paint,
              AtlasStroke      stroke)
{
  double in = MIN (EDGE, cell.width / 2.0) / 2.0, right = cell.x + cell.width - in, bottom = cell.y + cell.height - in;
  AtlasPoint corners[] = { { cell.x + in, cell.y + in }, { right, cell.y + in }, { right, bottom },
                           { cell.x + in, bottom } };

  atlas_shape_list_add_line (build->shapes, corners, 4, TRUE, paint, 2.0 * in, stroke);
}

static void
draw_cross (AtlasChartBuild *build,
            AtlasRect        cell)
{
  AtlasPoint down[] = { { cell.x, cell.y }, { cell.x + cell.width, cell.y + cell.height } };
  AtlasPoint up[] = { { cell.x, cell.y + cell.height }, { cell.x + cell.width, cell.y } };

  atlas_shape_list_add_line (build->shapes, down, 2, FALSE, atlas_chart_build_dim (build), 1.0, ATLAS_STROKE_SOLID);
  atlas_shape_list_add_line (build->shapes, up, 2, FALSE, atlas_chart_build_dim (build), 1.0, ATLAS_STROKE_SOLID);
}

void
atlas_unit_draw (AtlasChartBuild        *build,
                 AtlasRect               cell,
                 AtlasUnitKind           kind,
                 const AtlasObservation *observation)
{
  AtlasPaint paint = { build->style->neutral, "neutral" };

  switch (kind)
    {
    case ATLAS_UNIT_SOME:
      if (observation != NULL)
        atlas_area_draw_value (build, cell, paint, observation);
      else
        atlas_shape_list_add_rect (build->shapes, cell, paint);
      break;
    case ATLAS_UNIT_NONE:
      draw_outline (build, cell, paint, ATLAS_STROKE_SOLID);
      break;
    case ATLAS_UNIT_MISSING:
      atlas_area_draw_hatch (build, cell);
      break;
    case ATLAS_UNIT_NOT_APPLICABLE:
      draw_cross (build, cell);
      break;
    case ATLAS_UNIT_EXCLUDED:
    case ATLAS_N_UNIT_KINDS:
    default:
      draw_outline (build, cell, atlas_chart_build_dim (build), ATLAS_STROKE_DASHED);
      break;
    }
}

static char *
dup_legend_text (AtlasUnitKind kind,
                 guint         n)
{
  static const char *const texts[ATLAS_N_UNIT_KINDS] = {
    /* Translators: kinds of divisions in the legend of a grid, with how many there are */
    NC_ ("kind of unit", "above zero: %u"), NC_ ("kind of unit", "zero: %u"), NC_ ("kind of unit", "no value: %u"),
    NC_ ("kind of unit", "not applicable: %u"), NC_ ("kind of unit", "not counted: %u"),
  };
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_auto (GStrv) parts = g_strsplit (g_dpgettext2 (NULL, "kind of unit", texts[kind]), "%u", 2);

  return g_strjoinv (number, parts);
}

double
atlas_unit_legend (AtlasChartBuild *build,
                   GArray          *groups,
                   AtlasRect        plot,
                   gboolean         measure_only)
{
  double pitch = atlas_text_maker_get_pitch (build->text, ATLAS_TEXT_NOTE), x = 0.0, y = 0.0;

  for (AtlasUnitKind kind = 0; kind < ATLAS_N_UNIT_KINDS; kind++)
    {
      g_autofree char *text = NULL;
      g_autoptr (AtlasTextRun) run = NULL;
      guint n = 0;

      for (guint i = 0; i < groups->len; i++)
        n += g_array_index (groups, AtlasUnitGroup, i).n_of_kind[kind];
      if (n == 0)
        continue;
      text = dup_legend_text (kind, n);
      run = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, text, 0.0, 1);
      if (x > 0.0 && x + SWATCH + SWATCH_GAP + run->width > plot.width)
        {
          x = 0.0;
          y += pitch;
        }
      if (!measure_only)
        {
          AtlasRect swatch = { plot.x + x, plot.y + y + (pitch - SWATCH) / 2.0, SWATCH, SWATCH };

          atlas_unit_draw (build, swatch, kind, NULL);
          atlas_text_run_place (run, build->text, build->shapes, swatch.x + SWATCH + SWATCH_GAP, plot.y + y,
                                atlas_chart_build_dim (build));
        }
      x += SWATCH + SWATCH_GAP + run->width + ITEM_GAP;
    }
  return groups->len > 0 ? ceil (y + pitch + GAP_BELOW) : 0.0;
}
