/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/tables/row-cell.h"

#include <glib/gi18n.h>
#include <string.h>

#include "indicators/cell-text.h"
#include "window/parts/quiet-tooltip.h"

gboolean
atlas_row_cell_is_number (const AtlasColumn *column)
{
  return column->kind == ATLAS_COLUMN_NUMBER || column->kind == ATLAS_COLUMN_COUNT ||
         atlas_column_kind_has_qualifier (column->kind);
}

/* What stands in a cell, or stood there and stands there now. A name may be that of another place, too: in the tooltip the
 * code tells. */
static void
show_text (GtkLabel   *label,
           const char *text,
           const char *cell,
           gboolean    changed)
{
  g_autofree char *tip = strcmp (text, cell) == 0 || changed ? g_strdup (text) : g_strdup_printf ("%s · %s", text, cell);

  gtk_label_set_text (label, text);
  atlas_quiet_tooltip_set (GTK_WIDGET (label), text[0] != '\0' ? tip : NULL);
  if (changed)
    gtk_widget_add_css_class (GTK_WIDGET (label), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "accent");
}

void
atlas_row_cell_show (GtkLabel          *label,
                     AtlasRowItem      *item,
                     guint              number,
                     const AtlasColumn *column,
                     AtlasCatalogue    *catalogue)
{
  const char *cell = atlas_row_item_get_cell (item, number);
  const char *earlier = atlas_row_item_get_earlier (item, number);
  gboolean changed = earlier != NULL && strcmp (earlier, cell) != 0;
  g_autofree char *text = changed ? atlas_cell_dup_change (catalogue, column, earlier, cell)
                                  : atlas_cell_dup_text (catalogue, column, cell);

  show_text (label, text, cell, changed);
}

void
atlas_row_cell_show_change (GtkLabel       *label,
                            AtlasRowChange  change)
{
  static const char *const words[] = {
    [ATLAS_ROW_CHANGE_NONE] = NULL,
    [ATLAS_ROW_CHANGE_NEW] = NC_("row", "New"),
    [ATLAS_ROW_CHANGE_CHANGED] = NC_("row", "Changed"),
  };
  const char *word = words[change] != NULL ? g_dpgettext2 (NULL, "row", words[change]) : "";

  show_text (label, word, word, change == ATLAS_ROW_CHANGE_CHANGED);
}
