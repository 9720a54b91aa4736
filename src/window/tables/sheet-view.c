/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/tables/sheet-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "window/parts/owned-task.h"
#include "window/parts/worker.h"

#define LEAST_WIDTH 60

/* Of an upright A4 page, on which widths are stated, in points. */
#define UPRIGHT_WIDTH 595.276

struct _AtlasSheetView
{
  GtkWidget parent_instance;

  AtlasReportSheets *sheets; /* (nullable) */
  guint sheet;
  int usual_width;
  int fixed_width; /* 0: none */
  GdkTexture *painting; /* (nullable) */
  gboolean is_painted;  /* it is that of the sheet, in its size */
  gboolean is_painting;
};

G_DEFINE_FINAL_TYPE (AtlasSheetView, atlas_sheet_view, GTK_TYPE_WIDGET)

/* What the worker is told. */
typedef struct {
  AtlasReportSheets *sheets;
  guint sheet;
  int width; /* in pixels of the display */
} Order;

static void
order_free (Order *self)
{
  atlas_report_sheets_unref (self->sheets);
  g_free (self);
}

static GdkTexture *
create_texture (cairo_surface_t *surface)
{
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static GdkTexture *
paint (const Order *order)
{
  cairo_surface_t *surface;
  cairo_t *cr;
  double width, height;

  atlas_report_sheets_get_size (order->sheets, order->sheet, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, order->width,
                                        MAX (1, (int) lround (order->width * height / width)));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, order->width / width, order->width / width);
  atlas_report_sheets_draw (order->sheets, order->sheet, cr);
  cairo_destroy (cr);
  return create_texture (surface);
}

static void
paint_in_worker (GTask        *task,
                 gpointer      view,
                 gpointer      order,
                 GCancellable *cancellable)
{
  g_task_return_pointer (task, paint (order), g_object_unref);
}

static void queue_paint (AtlasSheetView *self);

static int
get_pixel_width (AtlasSheetView *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) * gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

static void
painted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  AtlasSheetView *self = ATLAS_SHEET_VIEW (object);
  const Order *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GdkTexture) painting = g_task_propagate_pointer (G_TASK (result), NULL);

  self->is_painting = FALSE;
  if (self->sheets == NULL)
    return;
  if (order->sheets == self->sheets && order->sheet == self->sheet && order->width == get_pixel_width (self))
    {
      self->is_painted = TRUE;
      g_set_object (&self->painting, painting);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  else
    {
      queue_paint (self);
    }
}

/* One painting at a time: what was asked for meanwhile is begun when it is there. */
static void
queue_paint (AtlasSheetView *self)
{
  g_autoptr (GTask) task = NULL;
  Order *order;

  if (self->is_painting || self->is_painted || self->sheets == NULL || get_pixel_width (self) == 0)
    return;
  self->is_painting = TRUE;
  order = g_new0 (Order, 1);
  order->sheets = atlas_report_sheets_ref (self->sheets);
  order->sheet = self->sheet;
  order->width = get_pixel_width (self);
  task = atlas_owned_task_new (self, NULL, painted_cb, NULL);
  g_task_set_source_tag (task, queue_paint);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  atlas_worker_run (task, paint_in_worker);
}

static void
repaint (AtlasSheetView *self)
{
  self->is_painted = FALSE;
  queue_paint (self);
}

static void
get_size (AtlasSheetView *self,
          double         *width,
          double         *height)
{
  *width = UPRIGHT_WIDTH;
  *height = 841.89;
  if (self->sheets != NULL)
    atlas_report_sheets_get_size (self->sheets, self->sheet, width, height);
}

static void
describe (AtlasSheetView *self)
{
  const char *summary = self->sheets != NULL ? atlas_report_sheets_get_summary (self->sheets, self->sheet) : NULL;
  g_autofree char *label = NULL;

  if (self->sheets == NULL)
    return;
  label = g_strdup_printf (_("Page %u of %u"), self->sheet + 1, atlas_report_sheets_get_n (self->sheets));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary != NULL ? summary : "", -1);
}

void
atlas_sheet_view_set_sheet (AtlasSheetView    *self,
                            AtlasReportSheets *sheets,
                            guint              sheet)
{
  double old_width, old_height, width, height;

  g_return_if_fail (ATLAS_IS_SHEET_VIEW (self));

  if (sheets == self->sheets && sheet == self->sheet)
    return;
  get_size (self, &old_width, &old_height);
  if (sheets != NULL)
    atlas_report_sheets_ref (sheets);
  g_clear_pointer (&self->sheets, atlas_report_sheets_unref);
  self->sheets = sheets;
  self->sheet = sheet;
  if (sheets == NULL)
    g_clear_object (&self->painting);
  get_size (self, &width, &height);
  if (width != old_width || height != old_height)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  repaint (self);
}

void
atlas_sheet_view_set_width (AtlasSheetView *self,
                            int             width)
{
  g_return_if_fail (ATLAS_IS_SHEET_VIEW (self));

  if (width == self->fixed_width)
    return;
  self->fixed_width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

gboolean
atlas_sheet_view_is_painted (AtlasSheetView *self)
{
  g_return_val_if_fail (ATLAS_IS_SHEET_VIEW (self), FALSE);

  return self->is_painted;
}

static GtkSizeRequestMode
atlas_sheet_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
atlas_sheet_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  AtlasSheetView *self = ATLAS_SHEET_VIEW (widget);
  double width, height;
  int full;

  get_size (self, &width, &height);
  full = (int) lround ((self->fixed_width > 0 ? self->fixed_width : self->usual_width) * width / UPRIGHT_WIDTH);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->fixed_width > 0 ? full : MIN (LEAST_WIDTH, full);
      *natural = full;
      return;
    }
  if (for_size > 0 && self->fixed_width == 0)
    full = MIN (for_size, full);
  *minimum = *natural = MAX (1, (int) lround (full * height / width));
}

static void
atlas_sheet_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  AtlasSheetView *self = ATLAS_SHEET_VIEW (widget);

  if (self->painting == NULL || gdk_texture_get_width (self->painting) != get_pixel_width (self))
    repaint (self);
}

static void
atlas_sheet_view_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  AtlasSheetView *self = ATLAS_SHEET_VIEW (widget);
  graphene_rect_t paper =
    GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));

  if (self->sheets == NULL)
    return;
  if (self->painting != NULL)
    gtk_snapshot_append_texture (snapshot, self->painting, &paper);
  else
    gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &paper);
}

static void
scale_changed_cb (AtlasSheetView *self)
{
  repaint (self);
}

static void
atlas_sheet_view_dispose (GObject *object)
{
  AtlasSheetView *self = ATLAS_SHEET_VIEW (object);

  g_clear_pointer (&self->sheets, atlas_report_sheets_unref);
  g_clear_object (&self->painting);
  G_OBJECT_CLASS (atlas_sheet_view_parent_class)->dispose (object);
}

static void
atlas_sheet_view_class_init (AtlasSheetViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_sheet_view_dispose;
  widget_class->get_request_mode = atlas_sheet_view_get_request_mode;
  widget_class->measure = atlas_sheet_view_measure;
  widget_class->size_allocate = atlas_sheet_view_size_allocate;
  widget_class->snapshot = atlas_sheet_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
atlas_sheet_view_init (AtlasSheetView *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_changed_cb), NULL);
}

GtkWidget *
atlas_sheet_view_new (int width)
{
  AtlasSheetView *self = g_object_new (ATLAS_TYPE_SHEET_VIEW, NULL);

  self->usual_width = width;
  return GTK_WIDGET (self);
}
