/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A GeoJSON file of the provinces as squares where their tiles stand: an example for those who have no borders at hand. It
 * shows none of the country's. (transfer full). */
char *atlas_schematic_map_dup_geojson (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
