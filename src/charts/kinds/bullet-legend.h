/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-build.h"

G_BEGIN_DECLS

typedef enum {
  ATLAS_BULLET_ACTUAL,
  ATLAS_BULLET_TARGET, /* or what it is compared with */
  ATLAS_BULLET_CLAIM,
  ATLAS_N_BULLET_PARTS,
} AtlasBulletPart;

/* Which series is which part; −1 where there is none. The latest year is the actual one. */
typedef struct {
  int series[ATLAS_N_BULLET_PARTS];
} AtlasBullet;

AtlasBullet atlas_bullet_of            (const AtlasChartData *data);
/* What stands before a part's number: "", "┃", "◇"; static. */
const char *atlas_bullet_part_get_sign (AtlasBulletPart part);
/* How far a tick reaches on either side, with the background around it. */
#define ATLAS_BULLET_TICK_REACH 2.75
/* A tick of HEIGHT across a bar, with a gap of background on either side; returns its bounds. */
AtlasRect   atlas_bullet_draw_tick     (AtlasChartBuild *build, double x, double middle, double height,
                                        gboolean stand_in);
AtlasRect   atlas_bullet_draw_diamond  (AtlasChartBuild *build, AtlasPoint centre, double radius, gboolean stand_in);
/* The parts with their signs in lines of PLOT's width, at its top; only measured unless IS_DRAWN. Returns the height. */
double      atlas_bullet_legend_draw   (AtlasChartBuild *build, AtlasRect plot, gboolean is_drawn);

G_END_DECLS
