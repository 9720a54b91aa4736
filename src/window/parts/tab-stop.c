/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/parts/tab-stop.h"

struct _AtlasTabStop
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasTabStop, atlas_tab_stop, GTK_TYPE_WIDGET)

/* On a row of a list, rather than in the heading over it. */
static gboolean
is_on_row (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget) &&
         (GTK_IS_LIST_VIEW (focus) || gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW) != NULL);
}

static gboolean
focus (GtkWidget        *widget,
       GtkDirectionType  direction)
{
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;
  GtkWidgetClass *base = g_type_class_peek (GTK_TYPE_WIDGET);

  return !(is_tab && is_on_row (widget)) && base->focus (widget, direction);
}

static void
atlas_tab_stop_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (atlas_tab_stop_parent_class)->dispose (object);
}

static void
atlas_tab_stop_class_init (AtlasTabStopClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_tab_stop_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  atlas_tab_stop_install (widget_class);
}

static void
atlas_tab_stop_init (AtlasTabStop *self)
{
}

GtkWidget *
atlas_tab_stop_new (GtkWidget *child)
{
  GtkWidget *self = g_object_new (ATLAS_TYPE_TAB_STOP, NULL);

  gtk_widget_set_parent (child, self);
  return self;
}

void
atlas_tab_stop_install (GtkWidgetClass *widget_class)
{
  widget_class->focus = focus;
}
