/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <pango/pangocairo.h>

#include "charts/chart-layout.h"
#include "charts/chart-style.h"
#include "charts/text-line.h"

G_BEGIN_DECLS

/**
 * AtlasPaint:
 * @name: of the colour in its style, for dumps: "text", "slot 2"; static
 */
typedef struct {
  AtlasColour colour;
  const char *name;
} AtlasPaint;

typedef struct {
  double x, y;
} AtlasPoint;

typedef enum {
  ATLAS_STROKE_SOLID,
  ATLAS_STROKE_DASHED,
} AtlasStroke;

/* What a chart is drawn of, in drawing order: filled and stroked polygons, circles and text, in points. */
typedef struct _AtlasShapeList AtlasShapeList;

AtlasShapeList *atlas_shape_list_new         (void) G_GNUC_WARN_UNUSED_RESULT;
/* Gives back the room for further shapes, of which there are none. */
void            atlas_shape_list_trim        (AtlasShapeList *self);
void            atlas_shape_list_free        (AtlasShapeList *self);
void            atlas_shape_list_clear       (AtlasShapeList *self);

void            atlas_shape_list_add_rect    (AtlasShapeList *self, AtlasRect rect, AtlasPaint fill);
void            atlas_shape_list_add_polygon (AtlasShapeList *self, const AtlasPoint *points, guint n_points,
                                              AtlasPaint fill);
/* A line through POINTS, closed or open. */
void            atlas_shape_list_add_line    (AtlasShapeList *self, const AtlasPoint *points, guint n_points,
                                              gboolean closed, AtlasPaint paint, double width, AtlasStroke stroke);
/* Slanted lines within a polygon. */
void            atlas_shape_list_add_hatch   (AtlasShapeList *self, const AtlasPoint *points, guint n_points,
                                              AtlasPaint paint);
/* FILL and, if WIDTH is not 0, an edge of EDGE. */
void            atlas_shape_list_add_circle  (AtlasShapeList *self, AtlasPoint centre, double radius, AtlasPaint fill,
                                              AtlasPaint edge, double width);
/* LAYOUT (transfer full) with its own origin at X, Y; BOX is where its ink lies. */
void            atlas_shape_list_add_text    (AtlasShapeList *self, PangoLayout *layout, double x, double y,
                                              AtlasRect box, AtlasPaint paint);
/* LINE (transfer full) with its left end at X and its characters on BASELINE. */
void            atlas_shape_list_add_text_line (AtlasShapeList *self, AtlasTextLine *line, double x, double baseline,
                                                AtlasRect box, AtlasPaint paint);

/**
 * AtlasBandCut:
 * @top: (with @bottom) of all rows of a plot
 * @from: (with @to) of those that are kept
 * @drops_below: whether what stands below the rows goes
 */
typedef struct {
  double top, bottom;
  double from, to;
  gboolean drops_below;
} AtlasBandCut;

/* Of the shapes from FIRST on, keeps what stands above the rows, the rows of the band, which move up to the top, and what
 * stands below all rows, which moves up behind them. Lines that run down through the rows are cut. */
void            atlas_shape_list_cut         (AtlasShapeList *self, guint first, AtlasBandCut cut);
guint           atlas_shape_list_get_n_shapes (const AtlasShapeList *self);
/* The boxes of the texts from the FIRST shape on; (element-type AtlasRect) (transfer full). */
GArray         *atlas_shape_list_list_text_boxes (const AtlasShapeList *self, guint first) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable) (transfer none): the text TEXT, which is wrapped, as it was set; X, Y: where its own origin is. */
PangoLayout    *atlas_shape_list_find_text   (const AtlasShapeList *self, const char *text, double *x, double *y);
void            atlas_shape_list_draw        (const AtlasShapeList *self, cairo_t *cr);
void            atlas_shape_list_dump        (const AtlasShapeList *self, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasShapeList, atlas_shape_list_free)

G_END_DECLS
