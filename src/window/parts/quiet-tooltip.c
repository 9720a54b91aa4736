/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/parts/quiet-tooltip.h"

static G_DEFINE_QUARK (atlas-quiet-tooltip, text)
static G_DEFINE_QUARK (atlas-quiet-tooltip-connected, connected)

const char *
atlas_quiet_tooltip_get (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  return g_object_get_qdata (G_OBJECT (widget), text_quark ());
}

static gboolean
query_cb (GtkWidget  *widget,
          int         x,
          int         y,
          gboolean    by_keyboard,
          GtkTooltip *tooltip)
{
  const char *text = atlas_quiet_tooltip_get (widget);

  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

void
atlas_quiet_tooltip_set (GtkWidget  *widget,
                         const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_object_set_qdata_full (G_OBJECT (widget), text_quark (), g_strdup (text), g_free);
  gtk_widget_set_has_tooltip (widget, text != NULL);
  if (text == NULL || g_object_get_qdata (G_OBJECT (widget), connected_quark ()) != NULL)
    return;
  g_object_set_qdata (G_OBJECT (widget), connected_quark (), (gpointer) "");
  g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_cb), NULL);
}

void
atlas_quiet_tooltip_describe (GtkWidget  *widget,
                              const char *text)
{
  g_return_if_fail (text != NULL);

  atlas_quiet_tooltip_set (widget, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}
