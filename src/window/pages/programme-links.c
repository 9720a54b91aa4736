/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/programme-links.h"

#include "indicators/programme-figures.h"
#include "window/parts/panel-parts.h"
#include "window/parts/quiet-tooltip.h"

static gboolean
takes_any (const AtlasProgramme *programme,
           GPtrArray            *figures)
{
  for (guint i = 0; i < figures->len; i++)
    if (atlas_programme_takes_figure (programme, g_ptr_array_index (figures, i)))
      return TRUE;
  return FALSE;
}

static GtkWidget *
link_new (const AtlasProgramme *programme)
{
  g_autofree char *text = g_strdup_printf ("%s %s", programme->programme_id, atlas_programme_get_name (programme));
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "path-button");
  atlas_quiet_tooltip_describe (button, atlas_programme_get_description (programme));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", programme->programme_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-programme");
  return button;
}

gboolean
atlas_programme_links_show (GtkBox    *box,
                            GPtrArray *programmes,
                            GPtrArray *figures)
{
  atlas_panel_clear (box);
  for (guint i = 0; i < programmes->len; i++)
    if (takes_any (g_ptr_array_index (programmes, i), figures))
      gtk_box_append (box, link_new (g_ptr_array_index (programmes, i)));
  return gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL;
}
