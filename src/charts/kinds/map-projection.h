/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/boundaries.h"
#include "charts/shape-list.h"

G_BEGIN_DECLS

/* Places on paper: degrees of longitude shortened as at the middle latitude, which keeps shapes and distances near it. */
typedef struct {
  double west, north;
  double shortening;
  double scale; /* points for a degree of latitude */
  double x, y;  /* of the north-western corner */
  double width, height;
} AtlasMapProjection;

/* As large as fits in ROOM, about its middle; all of BOUNDARIES lie within. */
AtlasMapProjection atlas_map_projection_new   (AtlasBoundaries *boundaries, AtlasRect room);
AtlasPoint         atlas_map_projection_place (const AtlasMapProjection *self, AtlasPlace place);
/* The corners of RING; (element-type AtlasPoint) (transfer full). */
GArray            *atlas_map_projection_ring  (const AtlasMapProjection *self, const AtlasRing *ring)
  G_GNUC_WARN_UNUSED_RESULT;
/* The polygons of AREA, each one outline that goes round its holes by way of its first corner; (element-type GArray of
 * AtlasPoint) (transfer full). */
GPtrArray         *atlas_map_projection_polygons (const AtlasMapProjection *self, const AtlasBoundary *area)
  G_GNUC_WARN_UNUSED_RESULT;

/* The largest of AREA's outer rings, where its label and symbol stand; its centroid and the box around it. */
typedef struct {
  GArray *corners; /* (element-type AtlasPoint) */
  AtlasPoint centroid;
  AtlasRect box;
  double area;
} AtlasMapBody;

AtlasMapBody       atlas_map_body_find     (const AtlasMapProjection *self, const AtlasBoundary *area);
void               atlas_map_body_clear    (AtlasMapBody *self);
/* Whether all of RECT's corners lie within. */
gboolean           atlas_map_body_contains (const AtlasMapBody *self, AtlasRect rect);

G_END_DECLS
