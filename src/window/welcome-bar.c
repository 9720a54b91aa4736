/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/welcome-bar.h"

#include <glib/gi18n.h>

#include "window/parts/quiet-tooltip.h"
#include "window/parts/wrap-layout.h"

struct _AtlasWelcomeBar
{
  GtkWidget parent_instance;

  gboolean revealed;
  GtkRevealer *revealer;
  GtkWidget *close_button;
};

enum {
  PROP_REVEALED = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (AtlasWelcomeBar, atlas_welcome_bar, GTK_TYPE_WIDGET)

static void
set_revealed (AtlasWelcomeBar *self,
              gboolean         revealed)
{
  if (self->revealed == revealed)
    return;
  self->revealed = revealed;
  gtk_revealer_set_reveal_child (self->revealer, revealed);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEALED]);
}

static void
close_cb (AtlasWelcomeBar *self)
{
  set_revealed (self, FALSE);
}

static void
atlas_welcome_bar_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  if (id == PROP_REVEALED)
    g_value_set_boolean (value, ATLAS_WELCOME_BAR (object)->revealed);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
atlas_welcome_bar_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  if (id == PROP_REVEALED)
    set_revealed (ATLAS_WELCOME_BAR (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
atlas_welcome_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ATLAS_TYPE_WELCOME_BAR);

  G_OBJECT_CLASS (atlas_welcome_bar_parent_class)->dispose (object);
}

static void
atlas_welcome_bar_class_init (AtlasWelcomeBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_welcome_bar_dispose;
  object_class->get_property = atlas_welcome_bar_get_property;
  object_class->set_property = atlas_welcome_bar_set_property;
  properties[PROP_REVEALED] = g_param_spec_boolean ("revealed", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (ATLAS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/welcome-bar.ui");
  gtk_widget_class_set_css_name (widget_class, "welcomebar");
  gtk_widget_class_bind_template_child (widget_class, AtlasWelcomeBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, AtlasWelcomeBar, close_button);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
atlas_welcome_bar_init (AtlasWelcomeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_quiet_tooltip_set (self->close_button, _("Close the welcome"));
}
