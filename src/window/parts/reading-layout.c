/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/parts/reading-layout.h"

struct _AtlasReadingLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasReadingLayout, atlas_reading_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
atlas_reading_layout_measure (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              GtkOrientation    orientation,
                              int               for_size,
                              int              *minimum,
                              int              *natural,
                              int              *minimum_baseline,
                              int              *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_VERTICAL)
    for_size = MIN (for_size, ATLAS_READING_WIDTH);
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural, NULL, NULL);
}

static void
atlas_reading_layout_allocate (GtkLayoutManager *manager,
                               GtkWidget        *widget,
                               int               width,
                               int               height,
                               int               baseline)
{
  int used = MIN (width, ATLAS_READING_WIDTH);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_widget_size_allocate (gtk_widget_get_first_child (widget),
                            &(GtkAllocation) { mirrored ? width - used : 0, 0, used, height }, -1);
}

static GtkSizeRequestMode
atlas_reading_layout_get_request_mode (GtkLayoutManager *manager,
                                       GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
atlas_reading_layout_class_init (AtlasReadingLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = atlas_reading_layout_get_request_mode;
  layout_class->measure = atlas_reading_layout_measure;
  layout_class->allocate = atlas_reading_layout_allocate;
}

static void
atlas_reading_layout_init (AtlasReadingLayout *self)
{
}
