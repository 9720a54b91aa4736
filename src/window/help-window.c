/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/help-window.h"

#include "window/manual.h"

struct _AtlasHelpWindow
{
  AdwWindow parent_instance;

  GPtrArray *chapters; /* (element-type AtlasManualChapter): as the rows of the list */

  AdwLeaflet *leaflet;
  GtkWidget *contents;
  GtkWidget *reading;
  GtkEditable *search;
  GtkListBox *list;
  AdwWindowTitle *chapter_title;
  GtkScrolledWindow *scroller;
  GtkBox *text;
};

G_DEFINE_FINAL_TYPE (AtlasHelpWindow, atlas_help_window, ADW_TYPE_WINDOW)

static const AtlasManualChapter *
get_chapter (AtlasHelpWindow *self,
             GtkListBoxRow   *row)
{
  return g_ptr_array_index (self->chapters, gtk_list_box_row_get_index (row));
}

/* The mark of an item stands beside its text, so that further lines are flush with the first. */
static GtkWidget *
item_new (GtkWidget *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *mark = gtk_label_new ("•");

  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_set_margin_start (box, 6);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
block_new (const AtlasManualBlock *block)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), block->markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (block->kind == ATLAS_MANUAL_CODE)
    {
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "help-code");
    }
  return block->kind == ATLAS_MANUAL_ITEM ? item_new (label) : label;
}

static void
show_chapter (AtlasHelpWindow          *self,
              const AtlasManualChapter *chapter)
{
  GtkWidget *child;
  GtkWidget *title = gtk_label_new (chapter->title);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->text))) != NULL)
    gtk_box_remove (self->text, child);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "title-2");
  gtk_box_append (self->text, title);
  for (guint i = 0; i < chapter->blocks->len; i++)
    gtk_box_append (self->text, block_new (g_ptr_array_index (chapter->blocks, i)));
  adw_window_title_set_title (self->chapter_title, chapter->title);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
row_selected_cb (AtlasHelpWindow *self,
                 GtkListBoxRow   *row)
{
  if (row != NULL)
    show_chapter (self, get_chapter (self, row));
}

/* On a narrow window the list gives way to the chapter. */
static void
row_activated_cb (AtlasHelpWindow *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->reading);
}

static void
back_cb (AtlasHelpWindow *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->contents);
}

static gboolean
is_found (GtkListBoxRow *row,
          gpointer       user_data)
{
  AtlasHelpWindow *self = user_data;

  return atlas_manual_chapter_mentions (get_chapter (self, row), gtk_editable_get_text (self->search));
}

static void
search_changed_cb (AtlasHelpWindow *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

/* Enter opens the first that was found. */
static void
search_activated_cb (AtlasHelpWindow *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (is_found (row, self))
      {
        gtk_list_box_select_row (self->list, row);
        row_activated_cb (self);
        return;
      }
}

static void
add_rows (AtlasHelpWindow *self)
{
  for (guint i = 0; i < self->chapters->len; i++)
    {
      const AtlasManualChapter *chapter = g_ptr_array_index (self->chapters, i);
      GtkWidget *label = gtk_label_new (chapter->title);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_list_box_append (self->list, label);
    }
  gtk_list_box_set_filter_func (self->list, is_found, self, NULL);
}

static void
atlas_help_window_dispose (GObject *object)
{
  AtlasHelpWindow *self = ATLAS_HELP_WINDOW (object);

  if (self->list != NULL)
    gtk_list_box_set_filter_func (self->list, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_HELP_WINDOW);
  g_clear_pointer (&self->chapters, g_ptr_array_unref);

  G_OBJECT_CLASS (atlas_help_window_parent_class)->dispose (object);
}

static void
atlas_help_window_class_init (AtlasHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_help_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasHelpWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, AtlasHelpWindow, contents);
  gtk_widget_class_bind_template_child (widget_class, AtlasHelpWindow, reading);
  gtk_widget_class_bind_template_child (widget_class, AtlasHelpWindow, search);
  gtk_widget_class_bind_template_child (widget_class, AtlasHelpWindow, list);
  gtk_widget_class_bind_template_child (widget_class, AtlasHelpWindow, chapter_title);
  gtk_widget_class_bind_template_child (widget_class, AtlasHelpWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, AtlasHelpWindow, text);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
atlas_help_window_init (AtlasHelpWindow *self)
{
  g_autoptr (GError) error = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->chapters = atlas_manual_load (g_get_language_names (), &error);
  g_assert_no_error (error); /* it is built in */
  add_rows (self);
}

GtkWidget *
atlas_help_window_new (void)
{
  return g_object_new (ATLAS_TYPE_HELP_WINDOW, NULL);
}

void
atlas_help_window_show (AtlasHelpWindow *self,
                        const char      *id)
{
  guint position = 0;

  g_return_if_fail (ATLAS_IS_HELP_WINDOW (self));
  g_return_if_fail (id != NULL);

  for (guint i = 0; i < self->chapters->len; i++)
    if (g_str_equal (((const AtlasManualChapter *) g_ptr_array_index (self->chapters, i))->id, id))
      position = i;
  gtk_editable_set_text (self->search, "");
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, position));
  adw_leaflet_set_visible_child (self->leaflet, self->reading);
  gtk_window_present (GTK_WINDOW (self));
}
