/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/shape-list.h"

#include <math.h>
#include <string.h>

#include "charts/text-paint.h"

#define HATCH_PITCH 4.0
#define HATCH_WIDTH 1.0
#define DASH_LENGTH 3.0

typedef enum {
  SHAPE_POLYGON,
  SHAPE_LINE,
  SHAPE_HATCH,
  SHAPE_CIRCLE,
  SHAPE_TEXT,
} ShapeKind;

/* Polygons of up to six corners, which nearly all are, need no memory of their own. */
#define N_INLINE_POINTS 6

typedef struct {
  ShapeKind kind;
  AtlasPaint paint;
  AtlasPaint edge;   /* of a circle */
  double width;      /* of a line or edge */
  double radius;
  gboolean closed;
  AtlasStroke stroke;
  guint n_points;
  AtlasPoint inline_points[N_INLINE_POINTS];
  AtlasPoint *more_points;
  PangoLayout *layout; /* of a text */
  AtlasTextLine *line; /* of a text instead of a layout */
  AtlasRect box;
} Shape;

struct _AtlasShapeList {
  GArray *shapes;
};

static void
shape_clear (gpointer data)
{
  Shape *shape = data;

  g_clear_pointer (&shape->more_points, g_free);
  g_clear_object (&shape->layout);
  g_clear_pointer (&shape->line, atlas_text_line_unref);
}

static const AtlasPoint *
shape_points (const Shape *shape)
{
  return shape->more_points != NULL ? shape->more_points : shape->inline_points;
}

AtlasShapeList *
atlas_shape_list_new (void)
{
  AtlasShapeList *self = g_new0 (AtlasShapeList, 1);

  self->shapes = g_array_sized_new (FALSE, TRUE, sizeof (Shape), 128);
  g_array_set_clear_func (self->shapes, shape_clear);
  return self;
}

void
atlas_shape_list_trim (AtlasShapeList *self)
{
  GArray *tight = g_array_sized_new (FALSE, TRUE, sizeof (Shape), self->shapes->len);

  g_array_append_vals (tight, self->shapes->data, self->shapes->len);
  g_array_set_clear_func (tight, shape_clear);
  g_array_set_clear_func (self->shapes, NULL);
  g_array_unref (self->shapes);
  self->shapes = tight;
}

void
atlas_shape_list_free (AtlasShapeList *self)
{
  g_array_unref (self->shapes);
  g_free (self);
}

void
atlas_shape_list_clear (AtlasShapeList *self)
{
  g_array_set_size (self->shapes, 0);
}

static Shape *
append (AtlasShapeList   *self,
        ShapeKind         kind,
        const AtlasPoint *points,
        guint             n_points,
        AtlasPaint        paint)
{
  Shape *shape;

  g_array_set_size (self->shapes, self->shapes->len + 1);
  shape = &g_array_index (self->shapes, Shape, self->shapes->len - 1);
  shape->kind = kind;
  shape->paint = paint;
  shape->n_points = n_points;
  if (n_points > N_INLINE_POINTS)
    shape->more_points = g_memdup2 (points, n_points * sizeof *points);
  else
    memcpy (shape->inline_points, points, n_points * sizeof *points);
  return shape;
}

void
atlas_shape_list_add_rect (AtlasShapeList *self,
                           AtlasRect       rect,
                           AtlasPaint      fill)
{
  AtlasPoint points[] = {
    { rect.x, rect.y },
    { rect.x + rect.width, rect.y },
    { rect.x + rect.width, rect.y + rect.height },
    { rect.x, rect.y + rect.height },
  };

  append (self, SHAPE_POLYGON, points, G_N_ELEMENTS (points), fill);
}

void
atlas_shape_list_add_polygon (AtlasShapeList   *self,
                              const AtlasPoint *points,
                              guint             n_points,
                              AtlasPaint        fill)
{
  append (self, SHAPE_POLYGON, points, n_points, fill);
}

void
atlas_shape_list_add_line (AtlasShapeList   *self,
                           const AtlasPoint *points,
                           guint             n_points,
                           gboolean          closed,
                           AtlasPaint        paint,
                           double            width,
                           AtlasStroke       stroke)
{
  Shape *shape = append (self, SHAPE_LINE, points, n_points, paint);

  shape->closed = closed;
  shape->width = width;
  shape->stroke = stroke;
}

void
atlas_shape_list_add_hatch (AtlasShapeList   *self,
                            const AtlasPoint *points,
                            guint             n_points,
                            AtlasPaint        paint)
{
  append (self, SHAPE_HATCH, points, n_points, paint);
}

void
atlas_shape_list_add_circle (AtlasShapeList *self,
                             AtlasPoint      centre,
                             double          radius,
                             AtlasPaint      fill,
                             AtlasPaint      edge,
                             double          width)
{
  Shape *shape = append (self, SHAPE_CIRCLE, &centre, 1, fill);

  shape->radius = radius;
  shape->edge = edge;
  shape->width = width;
}

void
atlas_shape_list_add_text (AtlasShapeList *self,
                           PangoLayout    *layout,
                           double          x,
                           double          y,
                           AtlasRect       box,
                           AtlasPaint      paint)
{
  AtlasPoint origin = { x, y };
  Shape *shape = append (self, SHAPE_TEXT, &origin, 1, paint);

  shape->layout = layout;
  shape->box = box;
}

void
atlas_shape_list_add_text_line (AtlasShapeList *self,
                                AtlasTextLine  *line,
                                double          x,
                                double          baseline,
                                AtlasRect       box,
                                AtlasPaint      paint)
{
  AtlasPoint origin = { x, baseline };
  Shape *shape = append (self, SHAPE_TEXT, &origin, 1, paint);

  shape->line = line;
  shape->box = box;
}

static AtlasPoint *
shape_points_mutable (Shape *shape)
{
  return shape->more_points != NULL ? shape->more_points : shape->inline_points;
}

static void
shape_move (Shape  *shape,
            double  down)
{
  for (guint i = 0; i < shape->n_points; i++)
    shape_points_mutable (shape)[i].y += down;
  shape->box.y += down;
}

static void
shape_find_extent (const Shape *shape,
                   double      *low,
                   double      *high)
{
  const AtlasPoint *points = shape_points (shape);

  *low = shape->kind == SHAPE_TEXT ? shape->box.y : points[0].y;
  *high = shape->kind == SHAPE_TEXT ? shape->box.y + shape->box.height : points[0].y;
  for (guint i = 1; i < shape->n_points; i++)
    {
      *low = MIN (*low, points[i].y);
      *high = MAX (*high, points[i].y);
    }
}

static gboolean
runs_down (const Shape *shape)
{
  return shape->kind == SHAPE_LINE && !shape->closed && shape->n_points == 2 &&
         fabs (shape->inline_points[0].x - shape->inline_points[1].x) < 0.01;
}

/* Moves SHAPE to where it stands after the cut; FALSE where nothing of it is left. */
static gboolean
cut_shape (Shape              *shape,
           const AtlasBandCut *cut)
{
  double low, high;

  shape_find_extent (shape, &low, &high);
  if (high <= cut->top)
    return TRUE;
  if (low >= cut->bottom)
    {
      shape_move (shape, cut->top + (cut->to - cut->from) - cut->bottom);
      return !cut->drops_below;
    }
  if (runs_down (shape))
    {
      for (guint i = 0; i < 2; i++)
        shape->inline_points[i].y = CLAMP (shape->inline_points[i].y, cut->from, cut->to);
      low = shape->inline_points[0].y;
      high = shape->inline_points[1].y;
    }
  shape_move (shape, cut->top - cut->from);
  return runs_down (shape) ? fabs (high - low) > 0.1
                           : (low + high) / 2.0 >= cut->from && (low + high) / 2.0 < cut->to;
}

void
atlas_shape_list_cut (AtlasShapeList *self,
                      guint           first,
                      AtlasBandCut    cut)
{
  guint n_kept = first;

  for (guint i = first; i < self->shapes->len; i++)
    {
      Shape *shape = &g_array_index (self->shapes, Shape, i);

      if (cut_shape (shape, &cut))
        g_array_index (self->shapes, Shape, n_kept++) = *shape;
      else
        shape_clear (shape);
    }
  /* What stands behind them has been moved or cleared. */
  memset (&g_array_index (self->shapes, Shape, n_kept), 0, (self->shapes->len - n_kept) * sizeof (Shape));
  g_array_set_size (self->shapes, n_kept);
}

guint
atlas_shape_list_get_n_shapes (const AtlasShapeList *self)
{
  return self->shapes->len;
}

GArray *
atlas_shape_list_list_text_boxes (const AtlasShapeList *self,
                                  guint                 first)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (AtlasRect));

  for (guint i = first; i < self->shapes->len; i++)
    {
      const Shape *shape = &g_array_index (self->shapes, Shape, i);

      if (shape->kind == SHAPE_TEXT)
        g_array_append_val (boxes, shape->box);
    }
  return boxes;
}

static void
set_paint (cairo_t    *cr,
           AtlasPaint  paint)
{
  cairo_set_source_rgba (cr, paint.colour.red, paint.colour.green, paint.colour.blue, paint.colour.alpha);
}

static void
trace (cairo_t     *cr,
       const Shape *shape)
{
  const AtlasPoint *points = shape_points (shape);

  cairo_new_path (cr);
  for (guint i = 0; i < shape->n_points; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
  if (shape->closed || shape->kind != SHAPE_LINE)
    cairo_close_path (cr);
}

static void
draw_line (cairo_t     *cr,
           const Shape *shape)
{
  const double dashes[] = { DASH_LENGTH, DASH_LENGTH };

  trace (cr, shape);
  set_paint (cr, shape->paint);
  cairo_set_line_width (cr, shape->width);
  cairo_set_line_join (cr, shape->closed ? CAIRO_LINE_JOIN_MITER : CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, dashes, shape->stroke == ATLAS_STROKE_DASHED ? 2 : 0, 0.0);
  cairo_stroke (cr);
}

static void
draw_hatch (cairo_t     *cr,
            const Shape *shape)
{
  double left, top, right, bottom;

  cairo_save (cr);
  trace (cr, shape);
  cairo_path_extents (cr, &left, &top, &right, &bottom);
  cairo_clip (cr);
  for (double x = left - (bottom - top); x < right; x += HATCH_PITCH)
    {
      cairo_move_to (cr, x, bottom);
      cairo_line_to (cr, x + (bottom - top), top);
    }
  set_paint (cr, shape->paint);
  cairo_set_line_width (cr, HATCH_WIDTH);
  cairo_set_dash (cr, NULL, 0, 0.0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_circle (cairo_t     *cr,
             const Shape *shape)
{
  cairo_new_path (cr);
  cairo_arc (cr, shape->inline_points[0].x, shape->inline_points[0].y, shape->radius, 0.0, 2.0 * G_PI);
  set_paint (cr, shape->paint);
  cairo_fill_preserve (cr);
  if (shape->width > 0.0)
    {
      set_paint (cr, shape->edge);
      cairo_set_line_width (cr, shape->width);
      cairo_set_dash (cr, NULL, 0, 0.0);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
}

static void
draw_text (cairo_t     *cr,
           const Shape *shape)
{
  AtlasPoint origin = shape->inline_points[0];

  set_paint (cr, shape->paint);
  if (shape->line != NULL)
    {
      atlas_text_line_draw (shape->line, cr, origin.x, origin.y);
      return;
    }
  cairo_move_to (cr, origin.x, origin.y);
  atlas_text_paint_layout (cr, shape->layout);
}

static void
draw_shape (cairo_t     *cr,
            const Shape *shape)
{
  switch (shape->kind)
    {
    case SHAPE_POLYGON:
      trace (cr, shape);
      set_paint (cr, shape->paint);
      cairo_fill (cr);
      break;
    case SHAPE_LINE:
      draw_line (cr, shape);
      break;
    case SHAPE_HATCH:
      draw_hatch (cr, shape);
      break;
    case SHAPE_CIRCLE:
      draw_circle (cr, shape);
      break;
    case SHAPE_TEXT:
      draw_text (cr, shape);
      break;
    default:
      g_assert_not_reached ();
    }
}

PangoLayout *
atlas_shape_list_find_text (const AtlasShapeList *self,
                            const char           *text,
                            double               *x,
                            double               *y)
{
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const Shape *shape = &g_array_index (self->shapes, Shape, i);

      if (shape->layout != NULL && g_str_equal (pango_layout_get_text (shape->layout), text))
        {
          *x = shape_points (shape)->x;
          *y = shape_points (shape)->y;
          return shape->layout;
        }
    }
  return NULL;
}

void
atlas_shape_list_draw (const AtlasShapeList *self,
                       cairo_t              *cr)
{
  cairo_save (cr);
  for (guint i = 0; i < self->shapes->len; i++)
    draw_shape (cr, &g_array_index (self->shapes, Shape, i));
  cairo_new_path (cr);
  cairo_restore (cr);
}

/* Rounded to a tenth, and never "-0.0". */
static double
tenth (double value)
{
  return round (value * 10.0) / 10.0 + 0.0;
}

static void
dump_shape (const Shape *shape,
            GString     *out)
{
  static const char *const names[] = { "polygon", "line", "hatch", "circle", "text" };
  const AtlasPoint *points = shape_points (shape);

  g_string_append (out, names[shape->kind]);
  if (shape->kind == SHAPE_TEXT)
    {
      g_string_append_printf (out, " %.1f %.1f %.1f %.1f", tenth (shape->box.x), tenth (shape->box.y),
                              tenth (shape->box.width), tenth (shape->box.height));
    }
  else
    {
      for (guint i = 0; i < shape->n_points; i++)
        g_string_append_printf (out, " %.1f,%.1f", tenth (points[i].x), tenth (points[i].y));
    }
  if (shape->kind == SHAPE_CIRCLE)
    g_string_append_printf (out, " r=%.1f", tenth (shape->radius));
  if (shape->kind == SHAPE_LINE && shape->stroke == ATLAS_STROKE_DASHED)
    g_string_append (out, " dashed");
  g_string_append_printf (out, " [%s]", shape->paint.name);
  if (shape->kind == SHAPE_TEXT)
    g_string_append_printf (out, " %s", shape->line != NULL ? atlas_text_line_get_text (shape->line)
                                                            : pango_layout_get_text (shape->layout));
  g_string_append_c (out, '\n');
}

void
atlas_shape_list_dump (const AtlasShapeList *self,
                       GString              *out)
{
  for (guint i = 0; i < self->shapes->len; i++)
    dump_shape (&g_array_index (self->shapes, Shape, i), out);
}
