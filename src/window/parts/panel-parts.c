/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/parts/panel-parts.h"

#include <glib/gi18n.h>
#include <string.h>

#include "indicators/number-format.h"

GtkWidget *
atlas_panel_text_new (const char *text,
                      const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Up to so many characters a value stands in one line, and the name before it wraps. */
#define VALUE_CHARS 10

GtkWidget *
atlas_panel_row_new (const char *name,
                     const char *value)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name_label = atlas_panel_text_new (name, NULL);
  GtkWidget *value_label = atlas_panel_text_new (value, "property-value");

  gtk_widget_set_hexpand (name_label, TRUE);
  gtk_widget_set_valign (name_label, GTK_ALIGN_START);
  gtk_label_set_width_chars (GTK_LABEL (value_label), (int) MIN (g_utf8_strlen (value, -1), VALUE_CHARS));
  gtk_label_set_xalign (GTK_LABEL (value_label), 1);
  gtk_label_set_justify (GTK_LABEL (value_label), GTK_JUSTIFY_RIGHT);
  gtk_box_append (GTK_BOX (row), name_label);
  gtk_box_append (GTK_BOX (row), value_label);
  gtk_widget_add_css_class (row, "property-row");
  return row;
}

/* "Civil Affairs Department of Ningxia · 2023-05", or what of it is known; (nullable) (transfer full). */
static char *
describe_publication (const AtlasSource *source)
{
  if (source->publisher[0] == '\0' && source->published_on[0] == '\0')
    return NULL;
  if (source->published_on[0] == '\0')
    return g_strdup (source->publisher);
  if (source->publisher[0] == '\0')
    return atlas_format_period (source->published_on);
  else
    {
      g_autofree char *date = atlas_format_period (source->published_on);

      return g_strdup_printf ("%s · %s", source->publisher, date);
    }
}

static void
append_printed (GtkBox            *card,
                const AtlasFigure *figure)
{
  g_autofree char *quoted = NULL;

  if (figure->printed[0] == '\0')
    return;
  quoted = g_strdup_printf (_("“%s”"), figure->printed);
  gtk_box_append (card, atlas_panel_text_new (quoted, "printed"));
}

GtkWidget *
atlas_panel_card_new (const AtlasSource *source,
                      GPtrArray         *figures)
{
  GtkBox *card = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  g_autofree char *publication = describe_publication (source);

  gtk_box_append (card, atlas_panel_text_new (source->title, NULL));
  for (guint i = 0; i < figures->len; i++)
    {
      const AtlasFigure *figure = g_ptr_array_index (figures, i);

      if (strcmp (figure->source->source_id, source->source_id) == 0)
        append_printed (card, figure);
    }
  if (publication != NULL)
    gtk_box_append (card, atlas_panel_text_new (publication, "dim-label"));
  if (source->address[0] != '\0')
    gtk_box_append (card, atlas_panel_text_new (source->address, "dim-label"));
  gtk_widget_add_css_class (GTK_WIDGET (card), "card");
  gtk_widget_add_css_class (GTK_WIDGET (card), "document");
  return GTK_WIDGET (card);
}

void
atlas_panel_clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}
