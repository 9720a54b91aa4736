/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/parts/quiet-tooltip.h"

static G_DEFINE_QUARK (atlas-quiet-tooltip, text)
static G_DEFINE_QUARK (atlas-quiet-tooltip-connected, connected)
static G_DEFINE_QUARK (atlas-quiet-tooltip-label, label)

/* Of a line, about: 40 Han characters. */
#define MAX_CHARS 60

const char *
atlas_quiet_tooltip_get (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  return g_object_get_qdata (G_OBJECT (widget), text_quark ());
}

static GtkWidget *
label_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

/* The label stays from one question to the next: the pointer asks wherever it moves. */
static GtkWidget *
ensure_label (GtkWidget *widget)
{
  GtkWidget *label = g_object_get_qdata (G_OBJECT (widget), label_quark ());

  if (label == NULL)
    {
      label = g_object_ref_sink (label_new ());
      g_object_set_qdata_full (G_OBJECT (widget), label_quark (), label, g_object_unref);
    }
  return label;
}

gboolean
atlas_quiet_tooltip_answer (GtkWidget  *widget,
                            GtkTooltip *tooltip,
                            const char *text)
{
  GtkWidget *label;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  if (text == NULL)
    return FALSE;
  label = ensure_label (widget);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_tooltip_set_custom (tooltip, label);
  return TRUE;
}

static gboolean
query_cb (GtkWidget  *widget,
          int         x,
          int         y,
          gboolean    by_keyboard,
          GtkTooltip *tooltip)
{
  return atlas_quiet_tooltip_answer (widget, tooltip, atlas_quiet_tooltip_get (widget));
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
