/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-layout.h"

G_BEGIN_DECLS

/* A chart drawn on its style's background, SCALE pixels to a point. */
typedef struct {
  cairo_surface_t *surface;
  double scale;
} Picture;

typedef const AtlasChartStyle *(*GetStyle) (void);

#define N_STYLES 4
/* Light, dark, high contrast, print. */
extern const GetStyle picture_styles[N_STYLES];

void        picture_init  (Picture *self, const AtlasChartLayout *layout, const AtlasChartStyle *style, double scale);
void        picture_clear (Picture *self);
/* The colour at a point of the chart. */
AtlasColour picture_get   (const Picture *self, double x, double y);
/* Whether the two are the same in eight bits. */
gboolean    picture_same  (AtlasColour a, AtlasColour b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

G_END_DECLS
