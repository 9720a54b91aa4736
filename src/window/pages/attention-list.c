/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/attention-list.h"

#include <glib/gi18n.h>

#include "indicators/number-format.h"
#include "window/pages/page-questions.h"
#include "window/parts/reading-layout.h"
#include "window/tables/text-list.h"

/* More than an official reads at a glance: the rest is counted. */
#define MAX_FINDINGS 8

struct _AtlasAttentionList
{
  GtkWidget parent_instance;

  AtlasSession *session;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (AtlasAttentionList, atlas_attention_list, GTK_TYPE_WIDGET)

static GtkWidget *
label_new (const char *text,
           gboolean    is_tag)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), is_tag ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (is_tag)
    {
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }
  else
    {
      gtk_widget_set_hexpand (label, TRUE);
    }
  return label;
}

static GtkWidget *
icon_new (AtlasSeverity severity)
{
  gboolean is_warning = severity == ATLAS_SEVERITY_WARNING;
  GtkWidget *icon = gtk_image_new_from_icon_name (is_warning ? "dialog-warning-symbolic"
                                                             : "dialog-information-symbolic");

  gtk_widget_add_css_class (icon, is_warning ? "warning" : "dim-label");
  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_warning ? _("Contradiction") : _("Notice"), -1);
  return icon;
}

/* What a finding is about: "吴忠市 · 社工站点数 · 2023年", the region only where it is not the shown one. */
static char *
dup_tag (AtlasAttentionList *self,
         const AtlasFinding *finding)
{
  AtlasCatalogue *catalogue = atlas_session_get_catalogue (self->session);
  const AtlasIndicator *indicator =
    finding->indicator_id != NULL ? atlas_catalogue_find_indicator (catalogue, finding->indicator_id) : NULL;
  gboolean is_shown = finding->region == atlas_session_lookup_region (self->session);
  g_autofree char *name = is_shown ? NULL : atlas_region_dup_short_name (finding->region);
  g_autofree char *when = finding->period[0] != '\0' ? atlas_format_period (finding->period) : NULL;
  const char *parts[] = { name, indicator != NULL ? atlas_indicator_get_name (indicator) : NULL, when };
  GString *tag = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (tag, "%s%s", tag->len > 0 ? " · " : "", parts[i]);
  return g_string_free (tag, FALSE);
}

/* FIGURE (nullable): what is shown when the line is activated, in PERIOD. In a grid: a box would ask a label that wraps how wide
 * it has to be for a height, again and again, and each time the label tries some ten widths. */
static void
append_line (AtlasAttentionList *self,
             AtlasSeverity       severity,
             const char         *text,
             const char         *tag,
             AtlasFigure        *figure,
             const char         *period)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (grid, "attention-line");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_attach (GTK_GRID (grid), icon_new (severity), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), label_new (text, FALSE), 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), label_new (tag, TRUE), 2, 0, 1, 1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), grid);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), figure != NULL);
  if (figure != NULL)
    {
      g_object_set_data_full (G_OBJECT (row), "figure", atlas_figure_ref (figure),
                              (GDestroyNotify) atlas_figure_unref);
      g_object_set_data_full (G_OBJECT (row), "period", g_strdup (period), g_free);
    }
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
row_activated (AtlasAttentionList *self,
               GtkListBoxRow      *row)
{
  const AtlasFigure *figure = g_object_get_data (G_OBJECT (row), "figure");
  const char *period = g_object_get_data (G_OBJECT (row), "period");

  atlas_session_select_figure (self->session, figure->figure_id, figure->indicator_id, figure->region_code, period);
}

static void
atlas_attention_list_dispose (GObject *object)
{
  AtlasAttentionList *self = ATLAS_ATTENTION_LIST (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atlas_attention_list_parent_class)->dispose (object);
}

static void
atlas_attention_list_class_init (AtlasAttentionListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_attention_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), ATLAS_TYPE_READING_LAYOUT);
}

static void
atlas_attention_list_init (AtlasAttentionList *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_show_separators (GTK_LIST_BOX (self->list), TRUE);
  gtk_widget_add_css_class (self->list, "attention");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What needs attention"), -1);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), label_new (_("Nothing contradicts itself here."), FALSE));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated), self);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

GtkWidget *
atlas_attention_list_new (AtlasSession *session)
{
  AtlasAttentionList *self = g_object_new (ATLAS_TYPE_ATTENTION_LIST, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
atlas_attention_list_clear (AtlasAttentionList *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (ATLAS_IS_ATTENTION_LIST (self));

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

void
atlas_attention_list_add_notice (AtlasAttentionList *self,
                                 const char         *text)
{
  g_return_if_fail (ATLAS_IS_ATTENTION_LIST (self));

  append_line (self, ATLAS_SEVERITY_NOTICE, text, "", NULL, NULL);
}

void
atlas_attention_list_add_findings (AtlasAttentionList *self,
                                   GPtrArray          *findings)
{
  g_return_if_fail (ATLAS_IS_ATTENTION_LIST (self));

  for (guint i = 0; i < MIN (findings->len, MAX_FINDINGS); i++)
    {
      const AtlasFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *tag = dup_tag (self, finding);

      append_line (self, finding->severity, finding->message, tag,
                   finding->figures->len > 0 ? g_ptr_array_index (finding->figures, 0) : NULL, finding->period);
    }
  if (findings->len > MAX_FINDINGS)
    {
      guint n_more = findings->len - MAX_FINDINGS;
      g_autofree char *text = g_strdup_printf (ngettext ("%u more", "%u more", n_more), n_more);

      atlas_attention_list_add_notice (self, text);
    }
}

char *
atlas_attention_list_dup_tsv (AtlasAttentionList *self)
{
  GString *text = g_string_new (NULL);
  GtkListBoxRow *row;

  g_return_val_if_fail (ATLAS_IS_ATTENTION_LIST (self), g_string_free (text, FALSE));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    {
      GtkWidget *icon = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));
      GtkWidget *message = gtk_widget_get_next_sibling (icon);

      if (i == 0)
        g_string_append_printf (text, "%s\t%s\n", _("Finding"), _("About"));
      atlas_text_list_append_cell (text, gtk_label_get_text (GTK_LABEL (message)), '\t');
      atlas_text_list_append_cell (text, gtk_label_get_text (GTK_LABEL (gtk_widget_get_next_sibling (message))), '\n');
    }
  return g_string_free (text, FALSE);
}
