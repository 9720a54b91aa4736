/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/page-place.h"

struct _AtlasPagePlace
{
  GtkWidget parent_instance;

  AtlasPageMaker make;
  gpointer data;
  GtkWidget *page; /* (nullable): until it is made */
  gboolean is_active;
};

G_DEFINE_FINAL_TYPE (AtlasPagePlace, atlas_page_place, GTK_TYPE_WIDGET)

static void
ensure_page (AtlasPagePlace *self)
{
  if (self->page != NULL)
    return;
  self->page = self->make (self->data);
  gtk_widget_set_parent (self->page, GTK_WIDGET (self));
}

static void
atlas_page_place_map (GtkWidget *widget)
{
  if (ATLAS_PAGE_PLACE (widget)->is_active)
    ensure_page (ATLAS_PAGE_PLACE (widget));
  GTK_WIDGET_CLASS (atlas_page_place_parent_class)->map (widget);
}

static void
atlas_page_place_dispose (GObject *object)
{
  g_clear_pointer (&ATLAS_PAGE_PLACE (object)->page, gtk_widget_unparent);
  G_OBJECT_CLASS (atlas_page_place_parent_class)->dispose (object);
}

static void
atlas_page_place_class_init (AtlasPagePlaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_page_place_dispose;
  widget_class->map = atlas_page_place_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
atlas_page_place_init (AtlasPagePlace *self)
{
}

GtkWidget *
atlas_page_place_new (AtlasPageMaker make,
                      gpointer       data)
{
  AtlasPagePlace *self = g_object_new (ATLAS_TYPE_PAGE_PLACE, NULL);

  self->make = make;
  self->data = data;
  return GTK_WIDGET (self);
}

AtlasPage *
atlas_page_place_get_page (AtlasPagePlace *self)
{
  g_return_val_if_fail (ATLAS_IS_PAGE_PLACE (self), NULL);

  ensure_page (self);
  return ATLAS_PAGE (self->page);
}

void
atlas_page_place_set_active (AtlasPagePlace *self,
                             gboolean        active)
{
  g_return_if_fail (ATLAS_IS_PAGE_PLACE (self));

  self->is_active = active;
  if (active && gtk_widget_get_mapped (GTK_WIDGET (self)))
    ensure_page (self);
}
