/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "charts/chart-style.h"
#include "indicators/sign-set.h"

G_BEGIN_DECLS

/* The chart style that suits the desktop's present appearance: light, dark or high contrast. Borrowed, static. */
const AtlasChartStyle *atlas_screen_style      (void);
/* Calls CALLBACK (void (*) (gpointer object)) whenever the style becomes another, for as long as OBJECT lives. */
void                   atlas_screen_style_watch (gpointer object, GCallback callback);

/* In which signs charts and tables say what is missing or very small; the standard ones until others are set. Who shows any has
 * to be told to show it anew. */
AtlasSignSet           atlas_screen_get_signs   (void);
void                   atlas_screen_set_signs   (AtlasSignSet signs);

GdkRGBA                atlas_colour_to_rgba     (AtlasColour colour);

G_END_DECLS
