/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/parts/busy-bar.h"

#include <glib/gi18n.h>

/* So long nobody wonders what is going on. */
#define DELAY_MS 400

struct _AtlasBusyBar
{
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkWidget *label;
  GCancellable *cancellable; /* (nullable): nothing is under way */
  guint timer;
};

G_DEFINE_FINAL_TYPE (AtlasBusyBar, atlas_busy_bar, GTK_TYPE_WIDGET)

static void
atlas_busy_bar_dispose (GObject *object)
{
  AtlasBusyBar *self = ATLAS_BUSY_BAR (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (atlas_busy_bar_parent_class)->dispose (object);
}

static void
atlas_busy_bar_class_init (AtlasBusyBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_busy_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
atlas_busy_bar_init (AtlasBusyBar *self)
{
  GtkWidget *bar = gtk_action_bar_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_margin_start (self->label, 6);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (atlas_busy_bar_cancel), self);
  gtk_action_bar_pack_start (GTK_ACTION_BAR (bar), self->label);
  gtk_action_bar_pack_end (GTK_ACTION_BAR (bar), button);
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer), GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), bar);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
}

static gboolean
reveal (gpointer user_data)
{
  AtlasBusyBar *self = user_data;

  self->timer = 0;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  return G_SOURCE_REMOVE;
}

void
atlas_busy_bar_show (AtlasBusyBar *self,
                     const char   *message,
                     GCancellable *cancellable)
{
  g_return_if_fail (ATLAS_IS_BUSY_BAR (self));

  g_set_object (&self->cancellable, cancellable);
  gtk_label_set_text (GTK_LABEL (self->label), message);
  if (self->timer == 0)
    self->timer = g_timeout_add (DELAY_MS, reveal, self);
}

void
atlas_busy_bar_hide (AtlasBusyBar *self)
{
  g_return_if_fail (ATLAS_IS_BUSY_BAR (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->cancellable);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
}

void
atlas_busy_bar_cancel (AtlasBusyBar *self)
{
  g_return_if_fail (ATLAS_IS_BUSY_BAR (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}
