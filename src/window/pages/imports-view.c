/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/imports-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "dataset/registers/import-history.h"
#include "dataset/registers/register-names.h"
#include "indicators/number-format.h"
#include "window/imports/import-text.h"
#include "window/state/inquiry.h"

/* What a row of the grid stands for. */
typedef struct {
  gint64 import_id;
  const AtlasTableDefinition *table;
} Entry;

struct _AtlasImportsView
{
  GtkWidget parent_instance;

  AtlasSession *session;
  GArray *entries;      /* of Entry: in the order of the grid */
  GCancellable *asking; /* (nullable) */
  gboolean is_stale;

  GtkStack *stack;
  AdwStatusPage *empty;
  GtkBox *card;
  GtkActionable *show_button;
  GtkActionable *take_back_button;
  AtlasTextGrid *grid;
};

G_DEFINE_FINAL_TYPE (AtlasImportsView, atlas_imports_view, GTK_TYPE_WIDGET)

static char *
dup_count (gint64 number)
{
  return atlas_format_cell ((double) number, NULL, ATLAS_SCALE_ONE);
}

static char **
row_new (const AtlasImportRecord      *record,
         const AtlasImportRecordInput *input)
{
  char **cells = g_new0 (char *, 10);

  cells[0] = g_strdup_printf ("%lld", (long long) record->import_id);
  cells[1] = atlas_import_dup_time (record->imported_at);
  cells[2] = g_strdup (atlas_table_get_title (input->table));
  cells[3] = input->sheet[0] != '\0' ? g_strdup_printf ("%s · %s", input->file, input->sheet) : g_strdup (input->file);
  cells[4] = g_strdup (input->as_of);
  cells[5] = dup_count (input->inserted);
  cells[6] = dup_count (input->updated);
  cells[7] = dup_count (input->unchanged);
  cells[8] = dup_count (input->rejected);
  return cells;
}

static void
show_records (AtlasImportsView *self,
              GPtrArray        *records)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_array_set_size (self->entries, 0);
  for (guint i = 0; i < records->len; i++)
    {
      const AtlasImportRecord *record = g_ptr_array_index (records, i);

      for (guint j = 0; j < record->inputs->len; j++)
        {
          const AtlasImportRecordInput *input = g_ptr_array_index (record->inputs, j);
          Entry entry = { record->import_id, input->table };

          g_array_append_val (self->entries, entry);
          g_ptr_array_add (rows, row_new (record, input));
        }
    }
  atlas_text_grid_set_rows (self->grid, rows, 0);
}

static void
show_empty (AtlasImportsView *self,
            const char       *title,
            const char       *description)
{
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, description);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static gpointer
ask_history (AtlasDataset    *dataset,
             AtlasCatalogue  *catalogue,
             gconstpointer    nothing,
             GError         **error)
{
  return atlas_import_history_load (dataset, error);
}

/* ANSWER (transfer full) (nullable). */
static void
show_history (gpointer      view,
              gpointer      answer,
              const GError *error)
{
  AtlasImportsView *self = view;
  g_autoptr (GPtrArray) records = answer;

  if (records == NULL)
    {
      show_empty (self, _("The Imports Could Not Be Read"), error->message);
      return;
    }
  show_records (self, records);
  if (self->entries->len > 0)
    gtk_stack_set_visible_child_name (self->stack, "rows");
  else
    show_empty (self, _("Nothing Imported Yet"), _("Import the files that the offices have sent: spreadsheets or text, as "
                                                  "they are. Each import is listed here and can be taken back."));
}

static void
update (AtlasImportsView *self)
{
  static const AtlasInquiry inquiry = { ask_history, show_history, NULL, (GDestroyNotify) g_ptr_array_unref };

  if (atlas_session_get_dataset (self->session) == NULL)
    return;
  self->is_stale = FALSE;
  atlas_inquiry_begin (&inquiry, self->session, self, &self->asking, NULL);
}

static void
update_if_shown (AtlasImportsView *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
row_activated (AtlasImportsView *self,
               guint             row)
{
  const Entry *entry = &g_array_index (self->entries, Entry, row);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-rows", "(sx)", entry->table->name, entry->import_id);
}

/* BUTTON runs ACTION with TARGET, NULL for nothing to be done. An action must not be without its target even in between. */
static void
aim (GtkActionable *button,
     const char    *action,
     GVariant      *target)
{
  gtk_actionable_set_action_name (button, NULL);
  gtk_actionable_set_action_target_value (button, target);
  gtk_widget_set_sensitive (GTK_WIDGET (button), target != NULL);
  if (target != NULL)
    gtk_actionable_set_action_name (button, action);
}

/* The buttons are about the import that is chosen. */
static void
selection_changed (AtlasImportsView *self)
{
  guint row = atlas_text_grid_get_selected (self->grid);
  const Entry *entry = row < self->entries->len ? &g_array_index (self->entries, Entry, row) : NULL;
  GVariant *rows = entry != NULL ? g_variant_new ("(sx)", entry->table->name, entry->import_id) : NULL;
  GVariant *import = entry != NULL ? g_variant_new_int64 (entry->import_id) : NULL;

  aim (self->show_button, "win.show-rows", rows);
  aim (self->take_back_button, "win.take-back", import);
}

static void
atlas_imports_view_map (GtkWidget *widget)
{
  AtlasImportsView *self = ATLAS_IMPORTS_VIEW (widget);

  GTK_WIDGET_CLASS (atlas_imports_view_parent_class)->map (widget);
  if (self->is_stale)
    update (self);
}

static void
atlas_imports_view_dispose (GObject *object)
{
  AtlasImportsView *self = ATLAS_IMPORTS_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_IMPORTS_VIEW);
  atlas_inquiry_stop (&self->asking);
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_imports_view_parent_class)->dispose (object);
}

static void
atlas_imports_view_class_init (AtlasImportsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_imports_view_dispose;
  widget_class->map = atlas_imports_view_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/imports-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasImportsView, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportsView, empty);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportsView, card);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportsView, show_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportsView, take_back_button);
}

static void
add_grid (AtlasImportsView *self)
{
  const AtlasGridColumn columns[] = {
    { _("Import"), 64, TRUE }, { _("When"), 132 }, { _("Table"), 96 }, { _("File") }, { _("As of"), 96 },
    { _("New"), 80, TRUE }, { _("Changed"), 80, TRUE }, { _("As before"), 80, TRUE }, { _("Rejected"), 80, TRUE },
  };

  self->grid = ATLAS_TEXT_GRID (atlas_text_grid_new (_("Imports"), columns, G_N_ELEMENTS (columns)));
  gtk_widget_set_vexpand (GTK_WIDGET (self->grid), TRUE);
  g_signal_connect_object (self->grid, "row-activated", G_CALLBACK (row_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "selection-changed", G_CALLBACK (selection_changed), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->card, GTK_WIDGET (self->grid));
}

static void
atlas_imports_view_init (AtlasImportsView *self)
{
  self->is_stale = TRUE;
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  gtk_widget_init_template (GTK_WIDGET (self));
  add_grid (self);
  selection_changed (self);
}

GtkWidget *
atlas_imports_view_new (AtlasSession *session)
{
  AtlasImportsView *self = g_object_new (ATLAS_TYPE_IMPORTS_VIEW, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "dataset-changed", G_CALLBACK (update_if_shown), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

gboolean
atlas_imports_view_is_complete (AtlasImportsView *self)
{
  g_return_val_if_fail (ATLAS_IS_IMPORTS_VIEW (self), FALSE);

  return !self->is_stale && self->asking == NULL;
}

AtlasTextGrid *
atlas_imports_view_get_grid (AtlasImportsView *self)
{
  g_return_val_if_fail (ATLAS_IS_IMPORTS_VIEW (self), NULL);

  return self->grid;
}
