/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/cards/list-card.h"

#include <glib/gi18n.h>

#include "window/cards/enter-bar.h"
#include "window/parts/quiet-tooltip.h"
#include "window/parts/wide-grid.h"

/* Wrapped names are given so much room at least, in characters. */
#define LEAST_TEXT_WIDTH 8
#define MOST_TEXT_WIDTH 60

struct _AtlasListCard
{
  GtkWidget parent_instance;

  AtlasSession *session;
  AtlasCardContent *content; /* (nullable) */
  GPtrArray *buttons;        /* (element-type GtkWidget) (nullable): borrowed, one for each row */

  GtkWidget *frame;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *menu_button;
  GtkLabel *empty;
  AtlasEnterBar *enter_bar;
  AtlasWideGrid *grid;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (AtlasListCard, atlas_list_card, GTK_TYPE_WIDGET)

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

static void
button_clicked (AtlasListCard *self,
                GtkWidget     *button)
{
  const AtlasCardRow *row;
  guint position;

  g_return_if_fail (g_ptr_array_find (self->buttons, button, &position));
  row = g_ptr_array_index (self->content->rows, position);
  atlas_session_set_selection (self->session, row->table, row->row);
}

static void
selection_changed (AtlasListCard *self)
{
  guint selected_row;
  AtlasTable *selected = atlas_session_get_selection (self->session, &selected_row);

  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);
      const AtlasCardRow *row = g_ptr_array_index (self->content->rows, i);

      if (button != NULL && selected == row->table && selected_row == row->row)
        gtk_widget_add_css_class (button, "selected");
      else if (button != NULL)
        gtk_widget_remove_css_class (button, "selected");
    }
}

static GtkWidget *
label_new (const AtlasCardColumn *column,
           const char            *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column->is_number ? 1 : 0);
  if (column->is_number)
    gtk_widget_add_css_class (label, "numeric");
  if (!column->wraps)
    return label;
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_TEXT_WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_TEXT_WIDTH);
  return label;
}

/* A button says all of its line to those who cannot see that it belongs together. */
static GtkWidget *
button_new (AtlasListCard      *self,
            const AtlasCardRow *row,
            GtkWidget          *label)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *text = g_strjoinv (" · ", row->cells);

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "table-cell");
  gtk_widget_add_css_class (button, "list-cell");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (button_clicked), self);
  return button;
}

/* Texts at the end take what is left. Without them all columns share it, as names alone would push the numbers to the other
 * side of the card. */
static gboolean
is_expanding (AtlasListCard *self,
              guint          at)
{
  const AtlasCardColumn *last = g_ptr_array_index (self->content->columns, self->content->columns->len - 1);

  return !last->wraps || at + 1 == self->content->columns->len;
}

static GtkWidget *
append_cell (AtlasListCard         *self,
             const AtlasCardColumn *column,
             const AtlasCardRow    *row,
             guint                  at,
             int                    line)
{
  GtkWidget *label = label_new (column, row->cells[at]);
  GtkWidget *button = NULL;

  gtk_widget_set_hexpand (label, is_expanding (self, at));
  if (row->marked_from > 0 && at >= row->marked_from)
    gtk_widget_add_css_class (label, "error");
  if (at == 0 && row->table != NULL)
    button = button_new (self, row, label);
  else
    gtk_widget_add_css_class (label, "list-cell");
  atlas_wide_grid_attach (self->grid, button != NULL ? button : label, (int) at, line, 1);
  return button;
}

static void
append_line (AtlasListCard      *self,
             const AtlasCardRow *row,
             int                 line)
{
  GPtrArray *columns = self->content->columns;

  atlas_wide_grid_attach (self->grid, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), 0, line, (int) columns->len);
  for (guint i = 0; row->cells[i] != NULL; i++)
    {
      GtkWidget *button = append_cell (self, g_ptr_array_index (columns, i), row, i, line + 1);

      if (i == 0)
        g_ptr_array_add (self->buttons, button);
    }
}

static void
append_head (AtlasListCard *self)
{
  for (guint i = 0; i < self->content->columns->len; i++)
    {
      const AtlasCardColumn *column = g_ptr_array_index (self->content->columns, i);
      GtkWidget *label = label_new (column, column->title);

      gtk_widget_add_css_class (label, "caption-heading");
      gtk_widget_add_css_class (label, "list-cell");
      atlas_wide_grid_attach (self->grid, label, (int) i, 0, 1);
    }
}

static void
copy (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  g_autofree char *text = atlas_list_card_dup_tsv (ATLAS_LIST_CARD (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
atlas_list_card_dispose (GObject *object)
{
  AtlasListCard *self = ATLAS_LIST_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_LIST_CARD);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_clear_pointer (&self->content, atlas_card_content_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atlas_list_card_parent_class)->dispose (object);
}

static void
atlas_list_card_class_init (AtlasListCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_list_card_dispose;
  g_type_ensure (ATLAS_TYPE_ENTER_BAR);
  g_type_ensure (ATLAS_TYPE_WIDE_GRID);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/list-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasListCard, frame);
  gtk_widget_class_bind_template_child (widget_class, AtlasListCard, title);
  gtk_widget_class_bind_template_child (widget_class, AtlasListCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, AtlasListCard, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasListCard, empty);
  gtk_widget_class_bind_template_child (widget_class, AtlasListCard, enter_bar);
  gtk_widget_class_bind_template_child (widget_class, AtlasListCard, grid);
  gtk_widget_class_bind_template_child (widget_class, AtlasListCard, note);
  gtk_widget_class_install_action (widget_class, "list.copy", NULL, copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "list.copy", NULL);
}

static void
atlas_list_card_init (AtlasListCard *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_quiet_tooltip_describe (GTK_WIDGET (self->menu_button), _("What can be done with this list"));
}

GtkWidget *
atlas_list_card_new (AtlasSession *session)
{
  AtlasListCard *self = g_object_new (ATLAS_TYPE_LIST_CARD, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
atlas_list_card_take_content (AtlasListCard    *self,
                              AtlasCardContent *content)
{
  gboolean has_list = content->empty == NULL && content->rows->len > 0;

  g_return_if_fail (ATLAS_IS_LIST_CARD (self));

  g_ptr_array_set_size (self->buttons, 0);
  atlas_wide_grid_clear (self->grid);
  g_clear_pointer (&self->content, atlas_card_content_free);
  self->content = content;
  set_text (self->title, content->title);
  set_text (self->subtitle, content->subtitle);
  set_text (self->empty, content->empty);
  atlas_enter_bar_offer (self->enter_bar, content->enter_table, content->enter_indicator);
  set_text (self->note, content->note);
  gtk_widget_set_visible (self->menu_button, has_list);
  gtk_widget_set_visible (GTK_WIDGET (self->grid), has_list);
  if (!has_list)
    return;
  append_head (self);
  for (guint i = 0; i < content->rows->len; i++)
    append_line (self, g_ptr_array_index (content->rows, i), (int) i * 2 + 1);
  selection_changed (self);
}

const char *
atlas_list_card_get_title (AtlasListCard *self)
{
  g_return_val_if_fail (ATLAS_IS_LIST_CARD (self), NULL);

  return gtk_label_get_text (self->title);
}

char *
atlas_list_card_dup_tsv (AtlasListCard *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (ATLAS_IS_LIST_CARD (self), g_string_free (text, FALSE));

  if (self->content == NULL || self->content->rows->len == 0)
    return g_string_free (text, FALSE);
  for (guint i = 0; i < self->content->columns->len; i++)
    {
      const AtlasCardColumn *column = g_ptr_array_index (self->content->columns, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", column->title);
    }
  g_string_append_c (text, '\n');
  for (guint i = 0; i < self->content->rows->len; i++)
    {
      const AtlasCardRow *row = g_ptr_array_index (self->content->rows, i);
      g_autofree char *line = g_strjoinv ("\t", row->cells);

      g_string_append_printf (text, "%s\n", line);
    }
  return g_string_free (text, FALSE);
}
