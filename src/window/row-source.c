/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/row-source.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/registers/masking.h"
#include "dataset/registers/register-names.h"
#include "indicators/cell-text.h"
#include "indicators/number-format.h"
#include "window/imports/import-text.h"
#include "window/parts/panel-parts.h"
#include "window/tables/row-columns.h"

char *
atlas_row_source_dup_subject (const AtlasSelectedRow *row)
{
  g_autofree char *number = atlas_format_cell ((double) row->number, NULL, ATLAS_SCALE_ONE);

  /* Translators: a table and one of its rows, counted from 1: “Stations · row 5” */
  return g_strdup_printf (_("%s · row %s"), atlas_table_get_title (row->table), number);
}

const char *
atlas_row_source_get_name (const AtlasSelectedRow *row)
{
  static const char *const names[] = { "name", "title" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int column = atlas_table_definition_find_column (row->table, names[i]);

      if (column >= 0 && row->cells[column][0] != '\0')
        return row->cells[column];
    }
  return row->cells[0];
}

gboolean
atlas_row_source_is_masked (const AtlasSelectedRow *row)
{
  for (guint i = 0; i < row->table->n_columns; i++)
    if (atlas_column_is_personal (row->table, i) && atlas_is_masked (row->cells[i]))
      return TRUE;
  return FALSE;
}

/* As people read it; of a place with the code, since another may have the name too. (transfer full) */
static char *
dup_cell (AtlasCatalogue         *catalogue,
          const AtlasSelectedRow *row,
          guint                   number)
{
  const AtlasColumn *column = &row->table->columns[number];
  const char *cell = row->cells[number];
  g_autofree char *text = NULL;

  if (row->earlier != NULL && strcmp (row->earlier[number], cell) != 0)
    return atlas_cell_dup_change (catalogue, column, row->earlier[number], cell);
  if (cell[0] == '\0')
    return g_strdup ("—");
  text = atlas_cell_dup_text (catalogue, column, cell);
  if (atlas_cell_is_place (column) && strcmp (text, cell) != 0)
    return g_strdup_printf ("%s · %s", text, cell);
  return g_steal_pointer (&text);
}

void
atlas_row_source_add_cells (GtkBox                 *rows,
                            AtlasCatalogue         *catalogue,
                            const AtlasSelectedRow *row)
{
  guint order[ATLAS_TABLE_MAX_COLUMNS];

  atlas_row_columns_get_order (row->table, order);
  for (guint i = 0; i < row->table->n_columns; i++)
    {
      g_autofree char *text = dup_cell (catalogue, row, order[i]);

      if (row->cells[order[i]] != atlas_row_source_get_name (row))
        gtk_box_append (rows, atlas_panel_row_new (atlas_cell_get_title (&row->table->columns[order[i]]), text));
    }
}

/* LINE: 0 where it is not known. */
static GtkWidget *
file_card_new (const AtlasImportRecord      *import,
               const AtlasImportRecordInput *input,
               guint                         line)
{
  GtkBox *card = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  g_autofree char *name = input->sheet[0] != '\0' ? g_strdup_printf ("%s · %s", input->file, input->sheet)
                                                  : g_strdup (input->file);
  g_autofree char *time = atlas_import_dup_time (import->imported_at);
  g_autofree char *when = g_strdup_printf (_("Imported %s"), time);
  g_autofree char *date = atlas_format_period (input->as_of);
  g_autofree char *as_of = g_strdup_printf (_("As of %s"), date);

  gtk_box_append (card, atlas_panel_text_new (name, NULL));
  if (line > 0)
    {
      g_autofree char *number = atlas_format_cell ((double) line, NULL, ATLAS_SCALE_ONE);
      /* Translators: where in a file or sheet a row stands, as a spreadsheet or an editor counts */
      g_autofree char *place = g_strdup_printf (_("Line %s"), number);

      gtk_box_append (card, atlas_panel_text_new (place, NULL));
    }
  gtk_box_append (card, atlas_panel_text_new (when, "dim-label"));
  if (input->as_of[0] != '\0')
    gtk_box_append (card, atlas_panel_text_new (as_of, "dim-label"));
  gtk_widget_add_css_class (GTK_WIDGET (card), "card");
  gtk_widget_add_css_class (GTK_WIDGET (card), "document");
  return GTK_WIDGET (card);
}

/* Of a row that an earlier version of the program imported it is not known which of several files it came with. */
static void
add_possible_cards (GtkBox                  *documents,
                    const AtlasImportRecord *import,
                    const AtlasSelectedRow  *row)
{
  guint n = 0;

  for (guint i = 0; i < import->inputs->len; i++)
    if (((AtlasImportRecordInput *) g_ptr_array_index (import->inputs, i))->table == row->table)
      n++;
  if (n > 1)
    gtk_box_append (documents, atlas_panel_text_new (_("In one of these files:"), NULL));
  for (guint i = 0; i < import->inputs->len; i++)
    {
      const AtlasImportRecordInput *input = g_ptr_array_index (import->inputs, i);

      if (input->table == row->table)
        gtk_box_append (documents, file_card_new (import, input, 0));
    }
}

static void
add_cards (GtkBox                  *documents,
           const AtlasImportRecord *import,
           const AtlasSelectedRow  *row)
{
  if (row->line > 0 && row->input < import->inputs->len)
    gtk_box_append (documents, file_card_new (import, g_ptr_array_index (import->inputs, row->input), row->line));
  else
    add_possible_cards (documents, import, row);
}

static GtkWidget *
rows_button_new (const AtlasSelectedRow *row)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Show This Import"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", row->table->name, row->import_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-rows");
  return button;
}

void
atlas_row_source_add_files (GtkBox                  *documents,
                            const AtlasImportRecord *import,
                            const AtlasSelectedRow  *row)
{
  if (import == NULL)
    {
      gtk_box_append (documents, atlas_panel_text_new (_("Not imported: it came with the published dataset, or was entered "
                                                         "by hand."), NULL));
      return;
    }
  add_cards (documents, import, row);
  gtk_box_append (documents, rows_button_new (row));
}
