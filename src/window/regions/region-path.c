/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/regions/region-path.h"

struct _AtlasRegionPath
{
  GtkWidget parent_instance;

  AtlasSession *session; /* (nullable): until something is shown */
};

G_DEFINE_FINAL_TYPE (AtlasRegionPath, atlas_region_path, GTK_TYPE_WIDGET)

static void
ancestor_clicked (AtlasRegionPath *self,
                  GtkWidget       *button)
{
  g_autofree char *code = g_strdup (g_object_get_data (G_OBJECT (button), "code"));

  atlas_session_set_region (self->session, code);
}

/* From the nation down: the region above first gets its own ancestors before it. */
static void
append_ancestors (AtlasRegionPath   *self,
                  const AtlasRegion *region)
{
  GtkWidget *button, *arrow;

  if (region == NULL)
    return;
  append_ancestors (self, region->parent);
  button = gtk_button_new_with_label (atlas_region_get_display_name (region));
  arrow = gtk_label_new ("›");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "path-button");
  gtk_widget_add_css_class (arrow, "dim-label");
  g_object_set_data_full (G_OBJECT (button), "code", g_strdup (region->code), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (ancestor_clicked), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  gtk_widget_set_parent (arrow, GTK_WIDGET (self));
}

static void
clear (AtlasRegionPath *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
atlas_region_path_dispose (GObject *object)
{
  clear (ATLAS_REGION_PATH (object));
  g_clear_object (&ATLAS_REGION_PATH (object)->session);
  G_OBJECT_CLASS (atlas_region_path_parent_class)->dispose (object);
}

static void
atlas_region_path_class_init (AtlasRegionPathClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_region_path_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
atlas_region_path_init (AtlasRegionPath *self)
{
}

void
atlas_region_path_show (AtlasRegionPath   *self,
                        AtlasSession      *session,
                        const AtlasRegion *region)
{
  g_return_if_fail (ATLAS_IS_REGION_PATH (self));

  g_set_object (&self->session, session);
  clear (self);
  append_ancestors (self, region->parent);
  gtk_widget_set_visible (GTK_WIDGET (self), region->parent != NULL);
}
