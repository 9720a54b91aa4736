/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/kinds/map-projection.h"

#include <math.h>

/* Of a single place there is no extent to divide by. */
#define LEAST_EXTENT 1e-6

AtlasMapProjection
atlas_map_projection_new (AtlasBoundaries *boundaries,
                          AtlasRect        room)
{
  double west = 180.0, east = -180.0, south = 90.0, north = -90.0, width, height;
  AtlasMapProjection self;

  for (guint i = 0; i < atlas_boundaries_get_n_areas (boundaries); i++)
    {
      GArray *rings = atlas_boundaries_get_nth (boundaries, i)->rings;

      for (guint k = 0; k < rings->len; k++)
        {
          GArray *places = g_array_index (rings, AtlasRing, k).places;

          for (guint p = 0; p < places->len; p++)
            {
              AtlasPlace place = g_array_index (places, AtlasPlace, p);

              west = MIN (west, place.longitude);
              east = MAX (east, place.longitude);
              south = MIN (south, place.latitude);
              north = MAX (north, place.latitude);
            }
        }
    }
  self = (AtlasMapProjection) { west, north, MAX (cos ((north + south) / 2.0 * G_PI / 180.0), 0.01) };
  width = MAX ((east - west) * self.shortening, LEAST_EXTENT);
  height = MAX (north - south, LEAST_EXTENT);
  self.scale = MIN (room.width / width, room.height / height);
  self.width = width * self.scale;
  self.height = height * self.scale;
  self.x = room.x + (room.width - self.width) / 2.0;
  self.y = room.y + (room.height - self.height) / 2.0;
  return self;
}

AtlasPoint
atlas_map_projection_place (const AtlasMapProjection *self,
                            AtlasPlace                place)
{
  return (AtlasPoint) { self->x + (place.longitude - self->west) * self->shortening * self->scale,
                        self->y + (self->north - place.latitude) * self->scale };
}

static void
append_ring (const AtlasMapProjection *self,
             const AtlasRing          *ring,
             GArray                   *points)
{
  for (guint i = 0; i < ring->places->len; i++)
    {
      AtlasPoint point = atlas_map_projection_place (self, g_array_index (ring->places, AtlasPlace, i));

      g_array_append_val (points, point);
    }
}

GArray *
atlas_map_projection_ring (const AtlasMapProjection *self,
                           const AtlasRing          *ring)
{
  GArray *points = g_array_sized_new (FALSE, FALSE, sizeof (AtlasPoint), ring->places->len);

  append_ring (self, ring, points);
  return points;
}

/* From the outer ring's first corner to the hole, round it, and back. */
static void
append_hole (const AtlasMapProjection *self,
             const AtlasRing          *ring,
             GArray                   *points)
{
  AtlasPoint anchor = g_array_index (points, AtlasPoint, 0);
  AtlasPoint first = atlas_map_projection_place (self, g_array_index (ring->places, AtlasPlace, 0));

  g_array_append_val (points, anchor);
  append_ring (self, ring, points);
  g_array_append_val (points, first);
  g_array_append_val (points, anchor);
}

GPtrArray *
atlas_map_projection_polygons (const AtlasMapProjection *self,
                               const AtlasBoundary      *area)
{
  GPtrArray *polygons = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < area->rings->len; i++)
    {
      const AtlasRing *ring = &g_array_index (area->rings, AtlasRing, i);

      if (ring->is_hole)
        append_hole (self, ring, g_ptr_array_index (polygons, polygons->len - 1));
      else
        g_ptr_array_add (polygons, atlas_map_projection_ring (self, ring));
    }
  return polygons;
}

/* The area within the corners and its centroid, which for a sliver is that of the box. */
static void
measure_body (AtlasMapBody *body)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE, area = 0.0, x = 0.0, y = 0.0;

  for (guint i = 0; i < body->corners->len; i++)
    {
      AtlasPoint a = g_array_index (body->corners, AtlasPoint, i);
      AtlasPoint b = g_array_index (body->corners, AtlasPoint, (i + 1) % body->corners->len);
      double cross = a.x * b.y - b.x * a.y;

      left = MIN (left, a.x);
      right = MAX (right, a.x);
      top = MIN (top, a.y);
      bottom = MAX (bottom, a.y);
      area += cross / 2.0;
      x += (a.x + b.x) * cross / 6.0;
      y += (a.y + b.y) * cross / 6.0;
    }
  body->box = (AtlasRect) { left, top, right - left, bottom - top };
  body->centroid = (AtlasPoint) { left + body->box.width / 2.0, top + body->box.height / 2.0 };
  body->area = fabs (area);
  if (body->area > 1e-3)
    body->centroid = (AtlasPoint) { CLAMP (x / area, left, right), CLAMP (y / area, top, bottom) };
}

AtlasMapBody
atlas_map_body_find (const AtlasMapProjection *self,
                     const AtlasBoundary      *area)
{
  AtlasMapBody best = { NULL };

  for (guint i = 0; i < area->rings->len; i++)
    {
      const AtlasRing *ring = &g_array_index (area->rings, AtlasRing, i);
      AtlasMapBody body = { NULL };

      if (ring->is_hole)
        continue;
      body.corners = atlas_map_projection_ring (self, ring);
      measure_body (&body);
      if (best.corners != NULL && body.area <= best.area)
        {
          atlas_map_body_clear (&body);
          continue;
        }
      atlas_map_body_clear (&best);
      best = body;
    }
  return best;
}

void
atlas_map_body_clear (AtlasMapBody *self)
{
  g_clear_pointer (&self->corners, g_array_unref);
}

static gboolean
contains_point (const AtlasMapBody *self,
                double              x,
                double              y)
{
  gboolean inside = FALSE;

  for (guint i = 0; i < self->corners->len; i++)
    {
      AtlasPoint a = g_array_index (self->corners, AtlasPoint, i);
      AtlasPoint b = g_array_index (self->corners, AtlasPoint, (i + 1) % self->corners->len);

      if ((a.y > y) != (b.y > y) && x < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
        inside = !inside;
    }
  return inside;
}

gboolean
atlas_map_body_contains (const AtlasMapBody *self,
                         AtlasRect           rect)
{
  return contains_point (self, rect.x, rect.y) && contains_point (self, rect.x + rect.width, rect.y) &&
         contains_point (self, rect.x, rect.y + rect.height) &&
         contains_point (self, rect.x + rect.width, rect.y + rect.height);
}
