/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/parts/wide-grid.h"

#include "window/parts/reading-layout.h"

struct _AtlasWideGrid
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (AtlasWideGrid, atlas_wide_grid, GTK_TYPE_WIDGET)

static int
get_used_width (AtlasWideGrid *self,
                int            width)
{
  int natural;

  if (width <= ATLAS_READING_WIDTH)
    return width;
  gtk_widget_measure (self->grid, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return MIN (width, MAX (natural, ATLAS_READING_WIDTH));
}

static GtkSizeRequestMode
atlas_wide_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A scrolled window asks for the height that its child has at its narrowest, which leaves much below a table whose
 * names need not be wrapped: here it is as high as the grid is at the width that it gets. */
static void
atlas_wide_grid_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  AtlasWideGrid *self = ATLAS_WIDE_GRID (widget);
  int narrowest;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->scroller, orientation, for_size, minimum, natural, NULL, NULL);
      return;
    }
  gtk_widget_measure (self->grid, GTK_ORIENTATION_HORIZONTAL, -1, &narrowest, NULL, NULL, NULL);
  gtk_widget_measure (self->grid, orientation, MAX (get_used_width (self, for_size), narrowest), minimum, natural, NULL, NULL);
}

static void
atlas_wide_grid_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  AtlasWideGrid *self = ATLAS_WIDE_GRID (widget);
  int used = get_used_width (self, width);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_widget_size_allocate (self->scroller, &(GtkAllocation) { mirrored ? width - used : 0, 0, used, height }, -1);
}

static void
atlas_wide_grid_dispose (GObject *object)
{
  g_clear_pointer (&ATLAS_WIDE_GRID (object)->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (atlas_wide_grid_parent_class)->dispose (object);
}

static void
atlas_wide_grid_class_init (AtlasWideGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_wide_grid_dispose;
  widget_class->get_request_mode = atlas_wide_grid_get_request_mode;
  widget_class->measure = atlas_wide_grid_measure;
  widget_class->size_allocate = atlas_wide_grid_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "widegrid");
}

static void
atlas_wide_grid_init (AtlasWideGrid *self)
{
  GtkScrolledWindow *scroller;

  self->grid = gtk_grid_new ();
  self->scroller = gtk_scrolled_window_new ();
  scroller = GTK_SCROLLED_WINDOW (self->scroller);
  gtk_scrolled_window_set_policy (scroller, GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (scroller, self->grid);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
atlas_wide_grid_new (void)
{
  return g_object_new (ATLAS_TYPE_WIDE_GRID, NULL);
}

void
atlas_wide_grid_attach (AtlasWideGrid *self,
                        GtkWidget     *cell,
                        int            column,
                        int            line,
                        int            n_columns)
{
  g_return_if_fail (ATLAS_IS_WIDE_GRID (self));

  gtk_grid_attach (GTK_GRID (self->grid), cell, column, line, n_columns, 1);
}

void
atlas_wide_grid_clear (AtlasWideGrid *self)
{
  GtkWidget *child;

  g_return_if_fail (ATLAS_IS_WIDE_GRID (self));

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
}
