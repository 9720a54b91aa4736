/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/imports/import-preview.h"

#include <glib/gi18n.h>

#include "dataset/registers/register-error.h"
#include "dataset/registers/register-names.h"
#include "indicators/number-format.h"
#include "indicators/period-format.h"
#include "window/imports/import-text.h"

/* Of the table of rejected rows, in pixels: a few, with their reasons; more are scrolled. */
#define MAX_HEIGHT 260
/* More rejected rows than these nobody reads here: the file has them all. */
#define MAX_SHOWN 1000

struct _AtlasImportPreview
{
  AdwBin parent_instance;

  GPtrArray *rows; /* (element-type GtkWidget): of the files */
  AdwPreferencesPage *page;
  AdwPreferencesGroup *problem_group;
  GtkLabel *problem;
  AdwPreferencesGroup *files;
  AdwPreferencesGroup *rejected_group;
  AdwBin *rejected_place;
  AtlasTextGrid *rejected;
};

enum {
  ASSIGN_COLUMNS,
  SAVE_REJECTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasImportPreview, atlas_import_preview, ADW_TYPE_BIN)

/* The day that all rows speak of: registers whose rows have years of their own do not need one. */
static void
append_as_of (GString                *text,
              const AtlasImportInput *input)
{
  g_autofree char *day = NULL;

  if (input->as_of == NULL || !atlas_table_definition_is_register (input->table) ||
      atlas_table_definition_find_column (input->table, "year") >= 0)
    return;
  day = atlas_format_period (input->as_of);
  /* Translators: the day that the rows of a register speak of */
  g_string_append_printf (text, _("as of %s"), day);
  g_string_append (text, " · ");
}

/* "Stations · as of 31 December 2023 · GB18030 · 12 new, 3 changed", or why it was refused, and below it what was decided on
 * the way. */
static char *
dup_subtitle (const AtlasImportInput *input)
{
  GString *text = g_string_new (NULL);
  g_autofree char *counts = atlas_import_dup_counts (input);

  if (input->table != NULL)
    g_string_append_printf (text, "%s · ", atlas_table_get_title (input->table));
  append_as_of (text, input);
  if (input->encoding != NULL)
    g_string_append_printf (text, "%s · ", input->encoding);
  g_string_append (text, input->refused != NULL ? _("refused") : counts);
  if (input->refused != NULL)
    g_string_append_printf (text, "\n%s", input->refused->message);
  for (guint i = 0; i < input->notices->len; i++)
    g_string_append_printf (text, "\n%s", (const char *) g_ptr_array_index (input->notices, i));
  return g_string_free (text, FALSE);
}

/* Whether the user could say what the columns are. */
static gboolean
can_be_assigned (const AtlasImportInput *input)
{
  return input->header != NULL && input->header[0] != NULL &&
         (g_error_matches (input->refused, ATLAS_REGISTER_ERROR, ATLAS_REGISTER_ERROR_MISSING_COLUMN) ||
          g_error_matches (input->refused, ATLAS_REGISTER_ERROR, ATLAS_REGISTER_ERROR_DUPLICATE_COLUMN) ||
          g_error_matches (input->refused, ATLAS_REGISTER_ERROR, ATLAS_REGISTER_ERROR_UNKNOWN_TABLE));
}

static void
assign_clicked (AtlasImportPreview *self,
                GtkWidget          *button)
{
  guint input = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "input"));

  g_signal_emit (self, signals[ASSIGN_COLUMNS], 0, input);
}

static GtkWidget *
assign_button_new (AtlasImportPreview *self,
                   guint               number)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Assign Columns…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "input", GUINT_TO_POINTER (number));
  g_signal_connect_object (button, "clicked", G_CALLBACK (assign_clicked), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
row_new (AtlasImportPreview     *self,
         const AtlasImportInput *input,
         guint                   number)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (input->refused != NULL ? "dialog-warning-symbolic"
                                                                         : "atlas-data-symbolic");
  g_autofree char *title = atlas_import_dup_name (input);
  g_autofree char *subtitle = dup_subtitle (input);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (input->refused != NULL)
    gtk_widget_add_css_class (icon, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (can_be_assigned (input))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), assign_button_new (self, number));
  return row;
}

static void
show_files (AtlasImportPreview      *self,
            const AtlasImportResult *result)
{
  g_autofree char *total = atlas_import_dup_total (result);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->files, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < result->inputs->len; i++)
    {
      GtkWidget *row = row_new (self, g_ptr_array_index (result->inputs, i), i);

      adw_preferences_group_add (self->files, row);
      g_ptr_array_add (self->rows, row);
    }
  adw_preferences_group_set_description (self->files, total);
}

static const char *
find_title (const AtlasTableDefinition *table,
            const char                 *column)
{
  int number = table != NULL ? atlas_table_definition_find_column (table, column) : -1;

  return number >= 0 ? atlas_column_get_title (&table->columns[number]) : column;
}

static void
add_rejected (GPtrArray              *rows,
              const AtlasImportInput *input)
{
  for (guint i = 0; i < input->rejected->len && rows->len < MAX_SHOWN; i++)
    {
      const AtlasRejection *rejection = g_ptr_array_index (input->rejected, i);
      char **cells = g_new0 (char *, 6);

      cells[0] = atlas_format_cell (rejection->line, NULL, ATLAS_SCALE_ONE);
      cells[1] = g_strdup (find_title (input->table, rejection->column));
      cells[2] = g_strdup (rejection->value);
      cells[3] = g_strdup (rejection->reason);
      cells[4] = atlas_import_dup_name (input);
      g_ptr_array_add (rows, cells);
    }
}

static void
show_rejected (AtlasImportPreview      *self,
               const AtlasImportResult *result)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree char *description = NULL;
  guint64 n_rejected = 0;

  for (guint i = 0; i < result->inputs->len; i++)
    {
      const AtlasImportInput *input = g_ptr_array_index (result->inputs, i);

      add_rejected (rows, input);
      n_rejected += input->n_rejected;
    }
  if (n_rejected > rows->len)
    {
      g_autofree char *shown = atlas_format_cell (rows->len, NULL, ATLAS_SCALE_ONE);
      g_autofree char *all = atlas_format_cell ((double) n_rejected, NULL, ATLAS_SCALE_ONE);

      description = g_strdup_printf (_("The first %s of %s"), shown, all);
    }
  adw_preferences_group_set_description (self->rejected_group, description);
  atlas_text_grid_set_rows (self->rejected, rows, 0);
  atlas_text_grid_show_column (self->rejected, 4, result->inputs->len > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->rejected_group), rows->len > 0);
}

static void
save_clicked (AtlasImportPreview *self)
{
  g_signal_emit (self, signals[SAVE_REJECTED], 0);
}

static void
atlas_import_preview_finalize (GObject *object)
{
  AtlasImportPreview *self = ATLAS_IMPORT_PREVIEW (object);

  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (atlas_import_preview_parent_class)->finalize (object);
}

static void
atlas_import_preview_class_init (AtlasImportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_import_preview_finalize;

  signals[ASSIGN_COLUMNS] = g_signal_new ("assign-columns", ATLAS_TYPE_IMPORT_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SAVE_REJECTED] = g_signal_new ("save-rejected", ATLAS_TYPE_IMPORT_PREVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/import-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasImportPreview, page);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportPreview, problem_group);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportPreview, problem);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportPreview, files);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportPreview, rejected_group);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportPreview, rejected_place);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked);
}

static void
atlas_import_preview_init (AtlasImportPreview *self)
{
  const AtlasGridColumn columns[] = {
    { _("Line"), 56, TRUE }, { _("Column"), 104 }, { _("Value"), 100 }, { _("Reason"), .wraps = TRUE }, { _("File"), 100 },
  };

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rejected = ATLAS_TEXT_GRID (atlas_text_grid_new (_("Rejected rows"), columns, G_N_ELEMENTS (columns)));
  atlas_text_grid_set_max_height (self->rejected, MAX_HEIGHT);
  adw_bin_set_child (self->rejected_place, GTK_WIDGET (self->rejected));
}

GtkWidget *
atlas_import_preview_new (void)
{
  return g_object_new (ATLAS_TYPE_IMPORT_PREVIEW, NULL);
}

/* What is wrong stands at the head, which may have been scrolled away on the way to the options. */
static void
scroll_to_head (AtlasImportPreview *self)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self->problem_group), GTK_TYPE_SCROLLED_WINDOW);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)), 0);
}

void
atlas_import_preview_show (AtlasImportPreview      *self,
                           const AtlasImportResult *result,
                           const char              *problem)
{
  g_return_if_fail (ATLAS_IS_IMPORT_PREVIEW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->problem_group), problem != NULL);
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  if (problem != NULL)
    scroll_to_head (self);
  if (result == NULL)
    return;
  show_files (self, result);
  show_rejected (self, result);
}

void
atlas_import_preview_set_options (AtlasImportPreview  *self,
                                  AdwPreferencesGroup *options)
{
  g_return_if_fail (ATLAS_IS_IMPORT_PREVIEW (self));

  adw_preferences_page_add (self->page, options);
}

AtlasTextGrid *
atlas_import_preview_get_rejected (AtlasImportPreview *self)
{
  g_return_val_if_fail (ATLAS_IS_IMPORT_PREVIEW (self), NULL);

  return self->rejected;
}
