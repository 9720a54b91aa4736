/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "chart-asserts.h"

static gboolean
overlap (AtlasRect a,
         AtlasRect b)
{
  return a.x + a.width > b.x + SAMPLE_TOLERANCE && b.x + b.width > a.x + SAMPLE_TOLERANCE &&
         a.y + a.height > b.y + SAMPLE_TOLERANCE && b.y + b.height > a.y + SAMPLE_TOLERANCE;
}

void
assert_texts_apart (const AtlasChartLayout *layout,
                    GPtrArray              *shapes)
{
  for (guint i = 0; i < shapes->len; i++)
    for (guint k = 0; k < i; k++)
      {
        const SampleShape *a = g_ptr_array_index (shapes, i), *b = g_ptr_array_index (shapes, k);

        if (a->text != NULL && b->text != NULL && overlap (a->box, b->box))
          g_error ("“%s” and “%s” overlap in\n%s", a->text, b->text, atlas_chart_layout_dump (layout));
      }
}

void
assert_all_inside (const AtlasChartLayout *layout,
                   GPtrArray              *shapes)
{
  double width = atlas_chart_layout_get_width (layout), height = atlas_chart_layout_get_height (layout);

  for (guint i = 0; i < shapes->len; i++)
    {
      const SampleShape *shape = g_ptr_array_index (shapes, i);

      if (shape->box.x < -SAMPLE_TOLERANCE || shape->box.y < -SAMPLE_TOLERANCE ||
          shape->box.x + shape->box.width > width + SAMPLE_TOLERANCE ||
          shape->box.y + shape->box.height > height + SAMPLE_TOLERANCE)
        g_error ("a %s “%s” lies outside of\n%s", shape->kind, shape->text, atlas_chart_layout_dump (layout));
    }
}
