/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Borders of divisions as a user supplies them: the program has none of its own. Immutable; reference counted. */
typedef struct _AtlasBoundaries AtlasBoundaries;

/* Degrees: longitude, and latitude to the north. */
typedef struct {
  double longitude, latitude;
} AtlasPlace;

/**
 * AtlasRing:
 * @places: (element-type AtlasPlace): its corners, the first not repeated at the end; an outer one runs the one way round,
 *   holes the other
 * @is_hole: whether it is cut out of the outer ring before it
 */
typedef struct {
  GArray *places;
  gboolean is_hole;
} AtlasRing;

/**
 * AtlasBoundary:
 * @code: of the division: six digits, or nine for a township
 * @name: as the file has it, "" where it has none
 * @rings: (element-type AtlasRing): of all its polygons
 */
typedef struct {
  char *code;
  char *name;
  GArray *rings;
} AtlasBoundary;

typedef enum {
  ATLAS_BOUNDARIES_ERROR_READ,
  ATLAS_BOUNDARIES_ERROR_SIZE,   /* too large, or nested too deeply */
  ATLAS_BOUNDARIES_ERROR_FORMAT, /* no GeoJSON, or one without divisions */
} AtlasBoundariesError;

#define ATLAS_BOUNDARIES_ERROR (atlas_boundaries_error_quark ())
GQuark               atlas_boundaries_error_quark (void);

/* Reads a GeoJSON file of polygons in degrees. The code of a division is looked for in the properties adcode, code, gb and id,
 * then in the feature's id; with or without the zeros at its end. */
AtlasBoundaries     *atlas_boundaries_load  (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same for LENGTH bytes of TEXT that were read from PATH. */
AtlasBoundaries     *atlas_boundaries_parse (const char *text, gsize length, const char *path, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
AtlasBoundaries     *atlas_boundaries_ref   (AtlasBoundaries *self);
void                 atlas_boundaries_unref (AtlasBoundaries *self);

guint                atlas_boundaries_get_n_areas (AtlasBoundaries *self);
const AtlasBoundary *atlas_boundaries_get_nth     (AtlasBoundaries *self, guint n);
/* (nullable) */
const AtlasBoundary *atlas_boundaries_find        (AtlasBoundaries *self, const char *code);
/* How many features of the file are left out, having no code or no polygons. */
guint                atlas_boundaries_get_n_skipped (AtlasBoundaries *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasBoundaries, atlas_boundaries_unref)

G_END_DECLS
