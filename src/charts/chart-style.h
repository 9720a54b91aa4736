/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  double red, green, blue, alpha;
} AtlasColour;

/* How many region colours there are: told apart pairwise, also by the colour-blind and in grey (C18). */
#define ATLAS_N_COLOUR_SLOTS 8

/* Into how many classes values are put at the most where their colour tells them apart (C16). */
#define ATLAS_N_CLASSES 5

/**
 * AtlasChartStyle:
 *
 * Colours and sizes of everything drawn: for the screen light, dark and high contrast, and for paper. Borrowed,
 * static. Sizes in points (pixels on screen).
 */
typedef struct {
  const char *name;
  AtlasColour background;
  AtlasColour text;
  AtlasColour dim_text;
  AtlasColour axis;
  AtlasColour grid;
  AtlasColour slots[ATLAS_N_COLOUR_SLOTS];
  AtlasColour ramp[3]; /* ordered: assistant, intermediate, senior (C21) */
  AtlasColour classes[ATLAS_N_CLASSES]; /* of values in areas, from the lowest; away from the background */
  AtlasColour neutral; /* bars that are no region of a comparison */
  AtlasColour warning;
  double title_size;
  double text_size;
  double note_size;
} AtlasChartStyle;

const AtlasChartStyle *atlas_chart_style_light         (void);
const AtlasChartStyle *atlas_chart_style_dark          (void);
const AtlasChartStyle *atlas_chart_style_high_contrast (void);
/* The dark one with texts, axes and grid that stand out. */
const AtlasChartStyle *atlas_chart_style_dark_high_contrast (void);
const AtlasChartStyle *atlas_chart_style_print         (void);
/* As print, on a printer without colours: each colour as light as it is, so that what is told apart stays so. */
const AtlasChartStyle *atlas_chart_style_grey          (void);

/* The grey that is as light as SELF. */
AtlasColour            atlas_colour_to_grey            (AtlasColour self);

G_END_DECLS
