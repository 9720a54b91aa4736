/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/reference-chooser.h"

struct _AtlasReferenceChooser
{
  GtkWidget parent_instance;

  AtlasSession *session;
  gboolean is_updating;

  GtkWidget *label; /* bound so that the template takes it away */
  GtkDropDown *names; /* of the regions, in the order of the comparison */
};

G_DEFINE_FINAL_TYPE (AtlasReferenceChooser, atlas_reference_chooser, GTK_TYPE_WIDGET)

static void
name_chosen (AtlasReferenceChooser *self)
{
  const char *const *codes = atlas_session_get_compare (self->session);
  guint selected = gtk_drop_down_get_selected (self->names);

  if (!self->is_updating && selected < g_strv_length ((char **) codes))
    atlas_session_set_reference (self->session, codes[selected]);
}

static void
atlas_reference_chooser_dispose (GObject *object)
{
  AtlasReferenceChooser *self = ATLAS_REFERENCE_CHOOSER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_REFERENCE_CHOOSER);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atlas_reference_chooser_parent_class)->dispose (object);
}

static void
atlas_reference_chooser_class_init (AtlasReferenceChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_reference_chooser_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/reference-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasReferenceChooser, label);
  gtk_widget_class_bind_template_child (widget_class, AtlasReferenceChooser, names);
  gtk_widget_class_bind_template_callback (widget_class, name_chosen);
}

static void
atlas_reference_chooser_init (AtlasReferenceChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
atlas_reference_chooser_new (AtlasSession *session)
{
  AtlasReferenceChooser *self = g_object_new (ATLAS_TYPE_REFERENCE_CHOOSER, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

static char **
dup_names (AtlasReferenceChooser *self)
{
  const char *const *codes = atlas_session_get_compare (self->session);
  AtlasRegionTree *tree = atlas_catalogue_get_regions (atlas_session_get_catalogue (self->session));
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (names, atlas_region_dup_short_name (atlas_region_tree_lookup (tree, codes[i])));
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

/* The model stays: this comes of a choice too, and GTK goes on with what was chosen in. */
void
atlas_reference_chooser_update (AtlasReferenceChooser *self)
{
  GtkStringList *model;
  g_auto (GStrv) names = NULL;

  g_return_if_fail (ATLAS_IS_REFERENCE_CHOOSER (self));

  self->is_updating = TRUE;
  names = dup_names (self);
  model = GTK_STRING_LIST (gtk_drop_down_get_model (self->names));
  gtk_string_list_splice (model, 0, g_list_model_get_n_items (G_LIST_MODEL (model)), (const char *const *) names);
  gtk_drop_down_set_selected (self->names, 0);
  self->is_updating = FALSE;
}
