/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/area-cell.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charts/chart-label.h"
#include "charts/colour.h"

#define DASH_INSET 3.0
#define DASH_LIFT 2.5
#define PADDING 2.0

AtlasRect
atlas_area_inset (AtlasRect rect)
{
  double x = MIN (ATLAS_AREA_GAP, rect.width / 2.0), y = MIN (ATLAS_AREA_GAP, rect.height / 2.0);

  return (AtlasRect) { rect.x + x / 2.0, rect.y + y / 2.0, rect.width - x, rect.height - y };
}

/* Along the lower edge, where it crosses no text; between the fill and the text on it, so as not to be louder than that. */
static void
draw_dashes (AtlasChartBuild *build,
             AtlasRect        cell,
             AtlasPaint       paint)
{
  double inset = MIN (DASH_INSET, cell.width / 4.0), y = cell.y + cell.height - MIN (DASH_LIFT, cell.height / 4.0);
  AtlasPoint ends[] = { { cell.x + inset, y }, { cell.x + cell.width - inset, y } };
  AtlasColour text = atlas_colour_text_on (paint.colour);
  AtlasPaint dashes = { atlas_colour_mix (text, paint.colour, 0.25), "dashes" };

  atlas_shape_list_add_line (build->shapes, ends, 2, FALSE, dashes, 1.2, ATLAS_STROKE_DASHED);
}

void
atlas_area_draw_value (AtlasChartBuild        *build,
                       AtlasRect               cell,
                       AtlasPaint              paint,
                       const AtlasObservation *value)
{
  atlas_shape_list_add_rect (build->shapes, cell, paint);
  if (value->stand_in)
    draw_dashes (build, cell, paint);
}

void
atlas_area_draw_hatch (AtlasChartBuild *build,
                       AtlasRect        cell)
{
  double right = cell.x + cell.width, bottom = cell.y + cell.height;
  AtlasPoint corners[] = { { cell.x, cell.y }, { right, cell.y }, { right, bottom }, { cell.x, bottom } };

  atlas_shape_list_add_rect (build->shapes, cell, atlas_chart_build_grid (build));
  atlas_shape_list_add_hatch (build->shapes, corners, 4, atlas_chart_build_axis (build));
}

gboolean
atlas_area_draw_missing (AtlasChartBuild        *build,
                         AtlasRect               cell,
                         const AtlasObservation *observation)
{
  AtlasPaint background = { build->style->background, "background" };
  const char *symbol = atlas_chart_notes_get_symbol (build->notes, observation->missing);
  g_autoptr (AtlasTextRun) sign = atlas_text_run_new (build->text, ATLAS_TEXT_NOTE, symbol, 0.0, 1);
  AtlasRect plate = { cell.x + (cell.width - sign->width) / 2.0 - PADDING, cell.y + (cell.height - sign->height) / 2.0,
                      sign->width + 2.0 * PADDING, sign->height };

  if (atlas_chart_notes_leave_blank (build->notes))
    {
      atlas_chart_notes_use_symbol (build->notes, observation->missing);
      return TRUE;
    }
  atlas_area_draw_hatch (build, cell);
  if (plate.width > cell.width || plate.height > cell.height)
    return FALSE;
  atlas_shape_list_add_rect (build->shapes, plate, background);
  atlas_area_place (build, cell, sign, atlas_chart_build_dim (build));
  atlas_chart_notes_use_symbol (build->notes, observation->missing);
  return TRUE;
}

AtlasTextRun *
atlas_area_label_new (AtlasChartBuild *build,
                      AtlasTextRole    role,
                      guint            category,
                      guint            series,
                      double           width)
{
  g_autofree char *full = atlas_chart_build_dup_label (build, category, series, TRUE);
  g_autofree char *number = atlas_chart_build_dup_number (build, category, series);
  g_autofree char *short_form = g_strconcat (number, " *", NULL);
  const char *texts[] = { full, short_form };
  guint n = strcmp (full, number) != 0 ? 2 : 1;

  for (guint i = 0; i < n; i++)
    {
      AtlasTextRun *run = atlas_text_run_new (build->text, role, texts[i], 0.0, 1);

      if (run->width <= width)
        {
          if (i > 0)
            atlas_chart_notes_add (build->notes, _("*: of another period or with a note, see the table"));
          return run;
        }
      atlas_text_run_free (run);
    }
  return NULL;
}

void
atlas_area_place (AtlasChartBuild    *build,
                  AtlasRect           cell,
                  const AtlasTextRun *run,
                  AtlasPaint          paint)
{
  atlas_text_run_place_centred (run, build->text, build->shapes, cell.x + cell.width / 2.0,
                                cell.y + (cell.height - run->height) / 2.0, paint);
}
