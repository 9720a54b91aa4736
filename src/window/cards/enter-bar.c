/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/cards/enter-bar.h"

#include <glib/gi18n.h>

#include "dataset/registers/register-names.h"
#include "window/parts/wrap-layout.h"

struct _AtlasEnterBar
{
  GtkWidget parent_instance;

  GtkWidget *import_button;
  GtkWidget *figure_button;
};

G_DEFINE_FINAL_TYPE (AtlasEnterBar, atlas_enter_bar, GTK_TYPE_WIDGET)

static void
atlas_enter_bar_dispose (GObject *object)
{
  AtlasEnterBar *self = ATLAS_ENTER_BAR (object);

  g_clear_pointer (&self->import_button, gtk_widget_unparent);
  g_clear_pointer (&self->figure_button, gtk_widget_unparent);
  G_OBJECT_CLASS (atlas_enter_bar_parent_class)->dispose (object);
}

static void
atlas_enter_bar_class_init (AtlasEnterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_enter_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), ATLAS_TYPE_WRAP_LAYOUT);
}

static void
atlas_enter_bar_init (AtlasEnterBar *self)
{
  self->import_button = gtk_button_new_with_label (_("Import…"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->import_button), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->import_button), "win.import");
  gtk_widget_set_parent (self->import_button, GTK_WIDGET (self));
  self->figure_button = gtk_button_new_with_label (_("New Figure…"));
  gtk_widget_set_parent (self->figure_button, GTK_WIDGET (self));
  atlas_enter_bar_offer (self, NULL, NULL);
}

void
atlas_enter_bar_offer (AtlasEnterBar *self,
                       const char    *table,
                       const char    *indicator)
{
  g_return_if_fail (ATLAS_IS_ENTER_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), table != NULL || indicator != NULL);
  gtk_widget_set_visible (self->import_button, table != NULL);
  gtk_widget_set_visible (self->figure_button, indicator != NULL);
  if (table != NULL)
    {
      /* Translators: the name of a register */
      g_autofree char *tip = g_strdup_printf (_("Import the register “%s”"),
                                              atlas_table_get_title (atlas_table_definition_find (table)));

      gtk_widget_set_tooltip_text (self->import_button, tip);
    }
  if (indicator != NULL)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->figure_button), "s", indicator);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->figure_button), "win.new-figure-on");
    }
}
