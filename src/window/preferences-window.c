/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/preferences-window.h"

struct _AtlasPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  AdwComboRow *scheme;
  GtkSwitch *stand_in;
  GtkSwitch *yearbook_signs;
  GtkSwitch *reopen;
};

G_DEFINE_FINAL_TYPE (AtlasPreferencesWindow, atlas_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* In the order of the list in the template. */
static const char *scheme_names[] = { "system", "light", "dark" };

static gboolean
scheme_to_position (GValue   *value,
                    GVariant *variant,
                    gpointer  user_data)
{
  const char *name = g_variant_get_string (variant, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (scheme_names); i++)
    if (g_str_equal (name, scheme_names[i]))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
position_to_scheme (const GValue       *value,
                    const GVariantType *type,
                    gpointer            user_data)
{
  guint position = g_value_get_uint (value);

  return g_variant_new_string (scheme_names[MIN (position, G_N_ELEMENTS (scheme_names) - 1)]);
}

static void
atlas_preferences_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ATLAS_TYPE_PREFERENCES_WINDOW);

  G_OBJECT_CLASS (atlas_preferences_window_parent_class)->dispose (object);
}

static void
atlas_preferences_window_class_init (AtlasPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_preferences_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasPreferencesWindow, scheme);
  gtk_widget_class_bind_template_child (widget_class, AtlasPreferencesWindow, stand_in);
  gtk_widget_class_bind_template_child (widget_class, AtlasPreferencesWindow, yearbook_signs);
  gtk_widget_class_bind_template_child (widget_class, AtlasPreferencesWindow, reopen);
}

static void
atlas_preferences_window_init (AtlasPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
atlas_preferences_window_new (GSettings    *settings,
                              AtlasSession *session)
{
  AtlasPreferencesWindow *self = g_object_new (ATLAS_TYPE_PREFERENCES_WINDOW, NULL);

  g_settings_bind_with_mapping (settings, "colour-scheme", self->scheme, "selected", G_SETTINGS_BIND_DEFAULT,
                                scheme_to_position, position_to_scheme, NULL, NULL);
  g_settings_bind (settings, "yearbook-signs", self->yearbook_signs, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "reopen-last-file", self->reopen, "active", G_SETTINGS_BIND_DEFAULT);
  g_object_bind_property (session, "stand-in", self->stand_in, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  return GTK_WIDGET (self);
}
