/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/imports/import-mapping.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/registers/header-names.h"
#include "dataset/registers/register-names.h"
#include "window/imports/import-text.h"

struct _AtlasImportMapping
{
  AdwBin parent_instance;

  char *file;
  char *sheet;
  char **header;
  const AtlasTableDefinition *table;
  GPtrArray *rows; /* (element-type AdwComboRow): one for each column of the table */
  gboolean updating;

  AdwPreferencesGroup *what;
  AdwComboRow *table_row;
  AdwPreferencesGroup *columns;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasImportMapping, atlas_import_mapping, ADW_TYPE_BIN)

/* The header that means COLUMN, or −1. */
static int
find_header (AtlasImportMapping *self,
             guint               column)
{
  for (guint i = 0; self->header[i] != NULL; i++)
    {
      AtlasHeaderMatch match;

      if (atlas_header_names_find (self->table, NULL, self->header[i], &match) && match.column == (int) column)
        return (int) i;
    }
  return -1;
}

static GListModel *
list_headers (AtlasImportMapping *self)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _("(not in the file)"));
  for (guint i = 0; self->header[i] != NULL; i++)
    {
      g_autofree char *unnamed = g_strdup_printf (_("Column %u"), i + 1);

      gtk_string_list_append (list, self->header[i][0] != '\0' ? self->header[i] : unnamed);
    }
  return G_LIST_MODEL (list);
}

static void
changed (AtlasImportMapping *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_row (AtlasImportMapping *self,
         guint               column)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());
  g_autoptr (GListModel) headers = list_headers (self);
  gboolean required = atlas_header_names_is_required (self->table, column);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), atlas_column_get_title (&self->table->columns[column]));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), required ? _("Required") : _("Optional"));
  adw_combo_row_set_model (row, headers);
  adw_combo_row_set_selected (row, (guint) (find_header (self, column) + 1));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->columns, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

static void
rebuild (AtlasImportMapping *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->columns, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->table->n_columns; i++)
    add_row (self, i);
}

static void
table_chosen (AtlasImportMapping *self)
{
  guint selected = adw_combo_row_get_selected (self->table_row);

  if (self->updating || selected >= ATLAS_N_IMPORTED_TABLES)
    return;
  self->table = atlas_table_definition_get_imported (selected);
  rebuild (self);
  changed (self);
}

static void
atlas_import_mapping_finalize (GObject *object)
{
  AtlasImportMapping *self = ATLAS_IMPORT_MAPPING (object);

  g_free (self->file);
  g_free (self->sheet);
  g_strfreev (self->header);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (atlas_import_mapping_parent_class)->finalize (object);
}

static void
atlas_import_mapping_class_init (AtlasImportMappingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_import_mapping_finalize;

  signals[CHANGED] = g_signal_new ("changed", ATLAS_TYPE_IMPORT_MAPPING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
add_table_row (AtlasImportMapping *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < ATLAS_N_IMPORTED_TABLES; i++)
    gtk_string_list_append (titles, atlas_table_get_title (atlas_table_definition_get_imported (i)));
  self->table_row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->table_row), _("The rows are"));
  adw_combo_row_set_model (self->table_row, G_LIST_MODEL (titles));
  g_signal_connect_object (self->table_row, "notify::selected", G_CALLBACK (table_chosen), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->what, GTK_WIDGET (self->table_row));
}

static void
atlas_import_mapping_init (AtlasImportMapping *self)
{
  GtkWidget *page = adw_preferences_page_new ();

  self->rows = g_ptr_array_new ();
  self->updating = TRUE;
  self->what = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->columns = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->what, _("Table")); /* until a file is shown */
  adw_preferences_group_set_title (self->columns, _("Which Column Is Which"));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->what);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->columns);
  add_table_row (self);
  self->updating = FALSE;
  adw_bin_set_child (ADW_BIN (self), page);
}

GtkWidget *
atlas_import_mapping_new (void)
{
  return g_object_new (ATLAS_TYPE_IMPORT_MAPPING, NULL);
}

void
atlas_import_mapping_set_input (AtlasImportMapping     *self,
                                const AtlasImportInput *input,
                                gboolean                is_one_of_several)
{
  g_autofree char *name = atlas_import_dup_name (input);

  g_return_if_fail (ATLAS_IS_IMPORT_MAPPING (self));
  g_return_if_fail (input->header != NULL);

  g_free (self->file);
  g_free (self->sheet);
  g_strfreev (self->header);
  self->file = g_strdup (input->file);
  self->sheet = g_strdup (input->sheet);
  self->header = g_strdupv (input->header);
  adw_preferences_group_set_title (self->what, name);
  adw_preferences_group_set_description (self->what, is_one_of_several ? _("This one is then imported alone: import the "
                                                                           "others afterwards.") : NULL);
  atlas_import_mapping_set_table (self, input->table != NULL ? input->table : atlas_table_definition_get_imported (0));
}

void
atlas_import_mapping_set_table (AtlasImportMapping         *self,
                                const AtlasTableDefinition *table)
{
  g_return_if_fail (ATLAS_IS_IMPORT_MAPPING (self));

  self->updating = TRUE;
  self->table = table;
  for (guint i = 0; i < ATLAS_N_IMPORTED_TABLES; i++)
    if (atlas_table_definition_get_imported (i) == table)
      adw_combo_row_set_selected (self->table_row, i);
  rebuild (self);
  self->updating = FALSE;
  changed (self);
}

void
atlas_import_mapping_assign (AtlasImportMapping *self,
                             guint               column,
                             const char         *header)
{
  g_return_if_fail (ATLAS_IS_IMPORT_MAPPING (self));
  g_return_if_fail (column < self->rows->len);

  for (guint i = 0; self->header[i] != NULL; i++)
    if (strcmp (self->header[i], header) == 0)
      adw_combo_row_set_selected (g_ptr_array_index (self->rows, column), i + 1);
}

gboolean
atlas_import_mapping_is_complete (AtlasImportMapping *self)
{
  g_return_val_if_fail (ATLAS_IS_IMPORT_MAPPING (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    if (atlas_header_names_is_required (self->table, i) &&
        adw_combo_row_get_selected (g_ptr_array_index (self->rows, i)) == 0)
      return FALSE;
  return self->rows->len > 0;
}

void
atlas_import_mapping_apply (AtlasImportMapping *self,
                            AtlasImportRequest *request)
{
  const char *paths[] = { self->file, NULL };

  g_return_if_fail (ATLAS_IS_IMPORT_MAPPING (self));

  if (request->paths != NULL)
    {
      g_strfreev (request->paths);
      request->paths = g_strdupv ((char **) paths);
    }
  g_free (request->sheet);
  request->sheet = self->sheet[0] != '\0' ? g_strdup (self->sheet) : NULL;
  request->table = self->table;
  g_free (request->columns);
  request->columns = g_new (int, self->table->n_columns);
  for (guint i = 0; i < self->rows->len; i++)
    request->columns[i] = (int) adw_combo_row_get_selected (g_ptr_array_index (self->rows, i)) - 1;
}
