/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/difference-table.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charts/chart-data.h"
#include "window/parts/quiet-tooltip.h"
#include "window/parts/wide-grid.h"
#include "window/state/region-colours.h"
#include "window/tables/table-text.h"
#include "window/tables/text-list.h"

struct _AtlasDifferenceTable
{
  GtkWidget parent_instance;

  AtlasSession *session;
  GPtrArray *tables; /* (element-type AtlasTable): those shown */
  GPtrArray *cells;  /* (element-type GtkWidget): borrowed, by table and then region */
  guint n_regions;
  AtlasDifferenceMode mode;
  AtlasSiblingRanks *ranks; /* (nullable): of what is shown */

  AtlasWideGrid *grid;
};

G_DEFINE_FINAL_TYPE (AtlasDifferenceTable, atlas_difference_table, GTK_TYPE_WIDGET)

static GtkWidget *
label_new (const char *text,
           float       xalign,
           const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  return label;
}

/* That of all the line, which its head names. */
static AtlasScale
choose_scale (AtlasTable *table)
{
  return atlas_chart_choose_scale (table, ATLAS_CHART_BAR, 0);
}

static char *
dup_value (AtlasTable *table,
           guint       row)
{
  const AtlasObservation *figure = atlas_table_get_row (table, row);

  if (atlas_observation_is_missing (figure))
    return g_strdup ("—");
  return atlas_format_qualified_cell (figure->value, figure->qualifier, atlas_table_get_unit (table), choose_scale (table));
}

/* What is said beside a value of its DIFFERENCE to the reference, in the unit of the line; "" where there is nothing to say. */
static char *
dup_beside (AtlasTable            *table,
            const AtlasDifference *difference)
{
  const AtlasUnit *unit = atlas_table_get_unit (table);
  g_autofree char *number = NULL;

  if (difference->kind != ATLAS_DIFFERENCE_DISTANCE)
    return atlas_difference_dup_text (difference, unit);
  number = atlas_difference_dup_distance (difference, unit, choose_scale (table));
  if (number == NULL)
    return g_strdup ("");
  /* Translators: percentage points, as short as can be, in the cell of a table */
  return strcmp (unit->unit, "percent") == 0 ? g_strdup_printf (C_("cell", "%s pp"), number) : g_steal_pointer (&number);
}

static void
cell_clicked (AtlasDifferenceTable *self,
              GtkWidget            *cell)
{
  guint position;

  g_return_if_fail (g_ptr_array_find (self->cells, cell, &position));
  atlas_session_set_selection (self->session, g_ptr_array_index (self->tables, position / self->n_regions),
                               position % self->n_regions);
}

static void
selection_changed (AtlasDifferenceTable *self)
{
  guint row;
  AtlasTable *selected = atlas_session_get_selection (self->session, &row);

  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, i);
      gboolean is_selected = selected == g_ptr_array_index (self->tables, i / self->n_regions) &&
                             row == i % self->n_regions;

      if (is_selected)
        gtk_widget_add_css_class (cell, "selected");
      else
        gtk_widget_remove_css_class (cell, "selected");
    }
}

/* All of the region's column. */
static void
linked_changed (AtlasDifferenceTable *self)
{
  const char *code = atlas_session_get_linked (self->session);

  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, i);
      const AtlasRegion *region = atlas_table_get_row (g_ptr_array_index (self->tables, 0), i % self->n_regions)->region;

      if (g_strcmp0 (region->code, code) == 0)
        gtk_widget_add_css_class (cell, "linked");
      else
        gtk_widget_remove_css_class (cell, "linked");
    }
}

static GtkWidget *
difference_label_new (AtlasDifferenceTable *self,
                      AtlasTable           *table,
                      guint                 row)
{
  AtlasDifference difference = atlas_difference_between (table, row, 0, self->mode);
  g_autofree char *text = dup_beside (table, &difference);
  gboolean is_below = difference.kind != ATLAS_DIFFERENCE_SHARE && difference.number.value < 0;
  GtkWidget *label;

  if (text[0] == '\0')
    return NULL;
  label = label_new (text, 1, is_below ? "error" : "dim-label");
  gtk_widget_add_css_class (label, "caption");
  return label;
}

/* What a screen reader says of a cell, which does not see the heads of line and column. RANK, DETAILS (nullable) */
static void
label_cell (AtlasDifferenceTable *self,
            GtkWidget            *cell,
            AtlasTable           *table,
            guint                 row,
            const char           *value,
            const char           *rank,
            const char           *details)
{
  const AtlasObservation *figure = atlas_table_get_row (table, row);
  AtlasDifference difference = atlas_difference_between (table, row, 0, self->mode);
  g_autofree char *beside = atlas_difference_dup_text (&difference, atlas_table_get_unit (table));
  g_autoptr (GString) label = g_string_new (NULL);
  g_autoptr (GString) tooltip = g_string_new (NULL);
  g_autofree char *note = atlas_observation_dup_note (figure);

  g_string_append_printf (label, "%s · %s: %s", atlas_region_get_display_name (figure->region),
                          atlas_indicator_get_name (atlas_table_get_indicator (table)), value);
  if (beside[0] != '\0')
    g_string_append_printf (label, " · %s", beside);
  if (rank != NULL)
    {
      g_string_append_printf (label, " · %s", rank);
      g_string_append_printf (tooltip, C_("rank and among whom", "%1$s %2$s"), rank, details);
    }
  if (note[0] != '\0')
    g_string_append_printf (tooltip, "%s%s", tooltip->len > 0 ? "\n" : "", note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, label->str, -1);
  atlas_quiet_tooltip_set (cell, tooltip->len > 0 ? tooltip->str : NULL);
}

/* The value with the difference beside it, and below them the rank (nullable). */
static GtkWidget *
cell_text_new (const char *value,
               GtkWidget  *difference,
               const char *rank)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_halign (line, GTK_ALIGN_END);
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (line), label_new (value, 1, "numeric"));
  if (difference != NULL)
    gtk_box_append (GTK_BOX (line), difference);
  gtk_box_append (GTK_BOX (box), line);
  if (rank != NULL)
    {
      GtkWidget *label = label_new (rank, 1, "dim-label");

      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

static GtkWidget *
cell_new (AtlasDifferenceTable *self,
          AtlasTable           *table,
          guint                 row)
{
  GtkWidget *cell = gtk_button_new ();
  const char *indicator = atlas_table_get_indicator (table)->indicator_id;
  g_autofree char *value = dup_value (table, row);
  g_autofree char *details = NULL;
  g_autofree char *rank = atlas_sibling_ranks_dup (self->ranks, indicator, atlas_table_get_row (table, row)->region,
                                                   &details);

  gtk_button_set_child (GTK_BUTTON (cell), cell_text_new (value, difference_label_new (self, table, row), rank));
  gtk_widget_add_css_class (cell, "flat");
  gtk_widget_add_css_class (cell, "table-cell");
  label_cell (self, cell, table, row, value, rank, details);
  g_signal_connect_swapped (cell, "clicked", G_CALLBACK (cell_clicked), self);
  g_ptr_array_add (self->cells, cell);
  return cell;
}

static GtkWidget *
indicator_label_new (AtlasTable *table)
{
  const AtlasTextColumn column = { ATLAS_TEXT_COLUMN_VALUE };
  g_autofree char *title = atlas_text_column_dup_title (&column, table);
  GtkWidget *label = label_new (title, 0, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 14);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28);
  gtk_widget_add_css_class (label, "table-name");
  atlas_quiet_tooltip_set (label, atlas_indicator_get_definition (atlas_table_get_indicator (table)));
  return label;
}

static void
append_separator (AtlasDifferenceTable *self,
                  int                   line)
{
  atlas_wide_grid_attach (self->grid, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), 0, line, self->n_regions + 1);
}

static GtkWidget *
region_head_new (AtlasDifferenceTable *self,
                 const AtlasRegion    *region,
                 gboolean              is_reference)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *swatch = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label;
  g_autofree char *name = atlas_region_dup_short_name (region);
  /* Translators: the head of a column: the region with which the others are compared */
  g_autofree char *reference = g_strdup_printf (_("%s (reference)"), name);

  gtk_widget_add_css_class (swatch, "swatch");
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  atlas_region_colours_set (swatch, atlas_session_get_slot (self->session, region->code));
  label = label_new (is_reference ? reference : name, 1, "caption-heading");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_add_css_class (box, "table-head");
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
append_head (AtlasDifferenceTable *self,
             AtlasTable           *table)
{
  GtkWidget *corner = label_new (_("Indicator"), 0, "caption-heading");

  gtk_widget_add_css_class (corner, "table-name");
  atlas_wide_grid_attach (self->grid, corner, 0, 0, 1);
  for (guint i = 0; i < self->n_regions; i++)
    atlas_wide_grid_attach (self->grid, region_head_new (self, atlas_table_get_row (table, i)->region, i == 0), i + 1, 0,
                            1);
}

static void
append_line (AtlasDifferenceTable *self,
             AtlasTable           *table,
             int                   line)
{
  append_separator (self, line);
  atlas_wide_grid_attach (self->grid, indicator_label_new (table), 0, line + 1, 1);
  for (guint i = 0; i < self->n_regions; i++)
    atlas_wide_grid_attach (self->grid, cell_new (self, table, i), i + 1, line + 1, 1);
}

static void
clear (AtlasDifferenceTable *self)
{
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->tables, 0);
  atlas_wide_grid_clear (self->grid);
}

static void
atlas_difference_table_dispose (GObject *object)
{
  AtlasDifferenceTable *self = ATLAS_DIFFERENCE_TABLE (object);

  if (self->grid != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->grid)));
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->ranks, atlas_sibling_ranks_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atlas_difference_table_parent_class)->dispose (object);
}

static void
atlas_difference_table_class_init (AtlasDifferenceTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atlas_difference_table_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
atlas_difference_table_init (AtlasDifferenceTable *self)
{
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);
  self->cells = g_ptr_array_new ();
  /* Eight regions on a narrow window: the table is moved under the pointer rather than squeezed. */
  self->grid = ATLAS_WIDE_GRID (atlas_wide_grid_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
}

GtkWidget *
atlas_difference_table_new (AtlasSession *session)
{
  AtlasDifferenceTable *self = g_object_new (ATLAS_TYPE_DIFFERENCE_TABLE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "linked-changed", G_CALLBACK (linked_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
show_tables (AtlasDifferenceTable *self,
             GPtrArray            *tables)
{
  int line = 1;

  clear (self);
  if (tables->len == 0)
    return;
  self->n_regions = atlas_table_get_n_rows (g_ptr_array_index (tables, 0));
  append_head (self, g_ptr_array_index (tables, 0));
  for (guint i = 0; i < tables->len; i++)
    {
      AtlasTable *table = g_ptr_array_index (tables, i);

      if (atlas_table_count_missing (table) == atlas_table_get_n_rows (table))
        continue;
      g_ptr_array_add (self->tables, atlas_table_ref (table));
      append_line (self, table, line);
      line += 2;
    }
  selection_changed (self);
  linked_changed (self);
}

void
atlas_difference_table_set_tables (AtlasDifferenceTable *self,
                                   GPtrArray            *tables,
                                   AtlasSiblingRanks    *ranks)
{
  g_return_if_fail (ATLAS_IS_DIFFERENCE_TABLE (self));

  g_clear_pointer (&self->ranks, atlas_sibling_ranks_free);
  self->ranks = ranks;
  show_tables (self, tables);
}

void
atlas_difference_table_set_mode (AtlasDifferenceTable *self,
                                 AtlasDifferenceMode   mode)
{
  g_autoptr (GPtrArray) tables = NULL;

  g_return_if_fail (ATLAS_IS_DIFFERENCE_TABLE (self));

  if (self->mode == mode)
    return;
  self->mode = mode;
  tables = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);
  for (guint i = 0; i < self->tables->len; i++)
    g_ptr_array_add (tables, atlas_table_ref (g_ptr_array_index (self->tables, i)));
  show_tables (self, tables);
}

static void
append_head_cells (AtlasDifferenceTable *self,
                   GString              *text)
{
  atlas_text_list_append_cell (text, _("Indicator"), '\t');
  for (guint i = 0; i < self->n_regions; i++)
    {
      const AtlasRegion *region = atlas_table_get_row (g_ptr_array_index (self->tables, 0), i)->region;

      atlas_text_list_append_cell (text, atlas_region_get_display_name (region), '\t');
      if (i > 0)
        atlas_text_list_append_cell (text, _("Difference"), '\t');
      atlas_text_list_append_cell (text, _("Rank"), i + 1 < self->n_regions ? '\t' : '\n');
    }
}

static void
append_cells (AtlasDifferenceTable *self,
              GString              *text,
              AtlasTable           *table)
{
  const AtlasTextColumn column = { ATLAS_TEXT_COLUMN_VALUE };
  g_autofree char *name = atlas_text_column_dup_title (&column, table);

  atlas_text_list_append_cell (text, name, '\t');
  for (guint i = 0; i < self->n_regions; i++)
    {
      AtlasDifference difference = atlas_difference_between (table, i, 0, self->mode);
      g_autofree char *value = dup_value (table, i);
      g_autofree char *beside = dup_beside (table, &difference);
      g_autofree char *details = NULL;
      g_autofree char *rank =
        atlas_sibling_ranks_dup (self->ranks, atlas_table_get_indicator (table)->indicator_id,
                                 atlas_table_get_row (table, i)->region, &details);

      atlas_text_list_append_cell (text, value, '\t');
      if (i > 0)
        atlas_text_list_append_cell (text, beside, '\t');
      atlas_text_list_append_cell (text, rank != NULL ? rank : "", i + 1 < self->n_regions ? '\t' : '\n');
    }
}

char *
atlas_difference_table_dup_tsv (AtlasDifferenceTable *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (ATLAS_IS_DIFFERENCE_TABLE (self), g_string_free (text, FALSE));

  if (self->tables->len > 0)
    append_head_cells (self, text);
  for (guint i = 0; i < self->tables->len; i++)
    append_cells (self, text, g_ptr_array_index (self->tables, i));
  return g_string_free (text, FALSE);
}
