/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/label-field.h"

#define CLEARANCE 2.0

struct _AtlasLabelField {
  AtlasRect area;
  GArray *boxes; /* (element-type AtlasRect) */
  GArray *lines; /* (element-type AtlasPoint): two for each */
};

AtlasLabelField *
atlas_label_field_new (AtlasRect area)
{
  AtlasLabelField *self = g_new0 (AtlasLabelField, 1);

  self->area = area;
  self->boxes = g_array_new (FALSE, FALSE, sizeof (AtlasRect));
  self->lines = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));
  return self;
}

void
atlas_label_field_free (AtlasLabelField *self)
{
  g_array_unref (self->boxes);
  g_array_unref (self->lines);
  g_free (self);
}

void
atlas_label_field_add_box (AtlasLabelField *self,
                           AtlasRect        box)
{
  g_array_append_val (self->boxes, box);
}

void
atlas_label_field_add_line (AtlasLabelField *self,
                            AtlasPoint       a,
                            AtlasPoint       b)
{
  g_array_append_val (self->lines, a);
  g_array_append_val (self->lines, b);
}

void
atlas_label_field_add_texts (AtlasLabelField      *self,
                             const AtlasShapeList *shapes)
{
  g_autoptr (GArray) boxes = atlas_shape_list_list_text_boxes (shapes, 0);

  g_array_append_vals (self->boxes, boxes->data, boxes->len);
}

static gboolean
overlap (AtlasRect a,
         AtlasRect b)
{
  return a.x < b.x + b.width + CLEARANCE && b.x < a.x + a.width + CLEARANCE && a.y < b.y + b.height &&
         b.y < a.y + a.height;
}

/* Whether the straight line from A to B comes into BOX: its part between the box's sides lies neither all above nor all
 * below. */
static gboolean
line_crosses (AtlasPoint a,
              AtlasPoint b,
              AtlasRect  box)
{
  double left = box.x - CLEARANCE, right = box.x + box.width + CLEARANCE, width = b.x - a.x;
  double from = 0.0, to = 1.0, one, other;

  if (MAX (a.x, b.x) < left || MIN (a.x, b.x) > right)
    return FALSE;
  if (width != 0.0)
    {
      double enters = (left - a.x) / width, leaves = (right - a.x) / width;

      from = MAX (from, MIN (enters, leaves));
      to = MIN (to, MAX (enters, leaves));
    }
  one = a.y + from * (b.y - a.y);
  other = a.y + to * (b.y - a.y);
  return MAX (one, other) >= box.y && MIN (one, other) <= box.y + box.height;
}

static gboolean
is_free (const AtlasLabelField *self,
         AtlasRect              box)
{
  const AtlasRect *area = &self->area;

  if (box.x < area->x || box.x + box.width > area->x + area->width || box.y < area->y ||
      box.y + box.height > area->y + area->height)
    return FALSE;
  for (guint i = 0; i < self->boxes->len; i++)
    if (overlap (box, g_array_index (self->boxes, AtlasRect, i)))
      return FALSE;
  for (guint i = 0; i + 1 < self->lines->len; i += 2)
    if (line_crosses (g_array_index (self->lines, AtlasPoint, i), g_array_index (self->lines, AtlasPoint, i + 1), box))
      return FALSE;
  return TRUE;
}

gboolean
atlas_label_field_take (AtlasLabelField *self,
                        AtlasRect        box)
{
  if (!is_free (self, box))
    return FALSE;
  atlas_label_field_add_box (self, box);
  return TRUE;
}

gboolean
atlas_label_field_take_beside (AtlasLabelField *self,
                               AtlasPoint       at,
                               double           offset,
                               double           lift,
                               double           width,
                               double           height,
                               AtlasRect       *out_box)
{
  double above = at.y - offset - height - lift, below = at.y + offset;
  double left = at.x - offset - width, right = at.x + offset;
  double nearer = offset / 2.0; /* across corners */
  const AtlasPoint places[] = {
    { at.x - 0.5 * width, above },   { at.x - 0.8 * width, above },   { at.x - 0.2 * width, above },
    { at.x - 0.5 * width, below },   { at.x - 0.2 * width, below },   { at.x - 0.8 * width, below },
    { left, at.y - 0.8 * height },   { right, at.y - 0.2 * height },  { left, at.y - 0.2 * height },
    { right, at.y - 0.8 * height },  { right - nearer, above + 2.0 }, { left + nearer, above + 2.0 },
    { right - nearer, below - 2.0 }, { left + nearer, below - 2.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      *out_box = (AtlasRect) { places[i].x, places[i].y, width, height };
      if (atlas_label_field_take (self, *out_box))
        return TRUE;
    }
  return FALSE;
}
