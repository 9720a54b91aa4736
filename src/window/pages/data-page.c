/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/data-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "dataset/registers/register-names.h"
#include "indicators/number-format.h"
#include "window/imports/import-text.h"
#include "window/pages/page-charts.h"
#include "window/parts/wrap-layout.h"
#include "window/state/inquiry.h"
#include "window/tables/row-filter.h"
#include "window/tables/row-model.h"

/* For each imported table the import that last brought rows of it; 0: none has. */
typedef struct {
  gint64 of[ATLAS_N_IMPORTED_TABLES];
} LastImports;

struct _AtlasDataPage
{
  GtkWidget parent_instance;

  AtlasSession *session;
  LastImports last_imports;
  GCancellable *asking; /* (nullable): of @last_imports */
  gboolean has_imports; /* @last_imports is of the dataset as it is */
  gboolean is_stale;
  gboolean updating;
  gboolean has_chosen; /* a table */
  gint64 import_id;    /* whose rows "latest" narrows to; 0: the last import's */

  GtkWidget *content;
  GtkDropDown *tables;
  GtkWidget *filters;
  GtkEditable *search;
  AtlasRowFilter *words;
  GtkToggleButton *here;
  GtkToggleButton *latest;
  GtkToggleButton *unmasked;
  GtkStack *stack;
  GtkBox *card;
  GtkLabel *count;
  GtkSpinner *spinner;
  AdwStatusPage *empty;
  GtkWidget *import_button; /* of the empty page */
  AtlasRowGrid *grid;
  AtlasImportsView *imports;
  AtlasReturnsView *returns;
  AtlasProgrammesView *programmes;
};

static void page_init (AtlasPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasDataPage, atlas_data_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ATLAS_TYPE_PAGE, page_init))

/* What stands below the tables in the list: page and title. */
static const struct {
  const char *name;
  const char *title;
} views[] = {
  { "imports", NC_("data page", "Imports") },
  { "returns", NC_("data page", "Returned") },
  { "programmes", NC_("data page", "Programmes") },
};

/* (nullable): NULL where no table is chosen, but a view. */
static const AtlasTableDefinition *
get_table (AtlasDataPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->tables);

  return selected < ATLAS_N_IMPORTED_TABLES ? atlas_table_definition_get_imported (selected) : NULL;
}

static gint64
get_last_import (AtlasDataPage              *self,
                 const AtlasTableDefinition *table)
{
  for (guint i = 0; i < ATLAS_N_IMPORTED_TABLES; i++)
    if (atlas_table_definition_get_imported (i) == table)
      return self->last_imports.of[i];
  return 0;
}

static gboolean
has_regions (const AtlasTableDefinition *table)
{
  return strcmp (table->name, "sources") != 0;
}

/* What the user has narrowed the rows to, as the empty page says it. */
static gboolean
is_narrowed (const AtlasRowQuery *query)
{
  gboolean has_word = FALSE;

  for (guint i = 0; i < query->table->n_columns; i++)
    has_word |= query->words[i] != NULL;
  return has_word || query->within != NULL || query->import_id != 0 || query->text != NULL;
}

static AtlasRowQuery *
make_query (AtlasDataPage *self)
{
  AtlasRowQuery *query = atlas_row_query_new (get_table (self));
  const AtlasRegion *region = atlas_session_lookup_region (self->session);
  const char *text = gtk_editable_get_text (self->search);

  if (region != NULL && region->parent != NULL && has_regions (query->table) && gtk_toggle_button_get_active (self->here))
    query->within = g_strdup (region->code);
  query->text = text[0] != '\0' ? g_strdup (text) : NULL;
  query->unmasked = gtk_toggle_button_get_active (self->unmasked);
  atlas_row_filter_apply (self->words, query);
  if (gtk_toggle_button_get_active (self->latest))
    query->import_id = self->import_id != 0 ? self->import_id : get_last_import (self, query->table);
  return query;
}

static void
update_filters (AtlasDataPage *self)
{
  const AtlasRegion *region = atlas_session_lookup_region (self->session);
  const AtlasTableDefinition *table = get_table (self);
  g_autofree char *short_name = region != NULL ? atlas_region_dup_short_name (region) : NULL;
  /* Translators: narrows a table to a region: “Only Ningxia” */
  g_autofree char *label = g_strdup_printf (_("Only %s"), short_name != NULL ? short_name : "");
  gint64 last = get_last_import (self, table);
  /* Translators: narrows a table to what one import brought; its number */
  g_autofree char *import = g_strdup_printf (_("Import %lld"), (long long) self->import_id);

  gtk_button_set_label (GTK_BUTTON (self->latest),
                        self->import_id == 0 || self->import_id == last ? _("Last Import") : import);
  gtk_button_set_label (GTK_BUTTON (self->here), label);
  gtk_widget_set_visible (GTK_WIDGET (self->here), region != NULL && region->parent != NULL && has_regions (table));
  gtk_widget_set_visible (GTK_WIDGET (self->latest), last != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->unmasked), strcmp (table->name, "personnel") == 0);
}

/* Whether nobody has handed in anything for TABLE yet. */
static gboolean
is_never_filled (AtlasDataPage              *self,
                 const AtlasTableDefinition *table)
{
  if (strcmp (table->name, "figures") == 0)
    return !atlas_catalogue_has_figures (atlas_session_get_catalogue (self->session));
  return atlas_table_definition_is_register (table) && get_last_import (self, table) == 0;
}

/* The first time, the first register that has rows; without any, the figures. */
static void
choose_first_table (AtlasDataPage *self)
{
  guint first = 0;

  while (first < ATLAS_N_IMPORTED_TABLES && atlas_table_definition_is_register (atlas_table_definition_get_imported (first)) &&
         is_never_filled (self, atlas_table_definition_get_imported (first)))
    first++;
  self->has_chosen = TRUE;
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->tables, first);
  atlas_row_filter_set_table (self->words, get_table (self));
  self->updating = FALSE;
}

static void
load_rows (AtlasDataPage *self)
{
  g_autoptr (AtlasRowQuery) query = NULL;

  self->updating = TRUE;
  update_filters (self);
  self->updating = FALSE;
  query = make_query (self);
  gtk_spinner_start (self->spinner);
  atlas_session_select_row (self->session, NULL);
  atlas_row_grid_set_query (self->grid, query);
}

/* The name of the view that is chosen, where get_table() is NULL. */
static const char *
get_view (AtlasDataPage *self)
{
  return views[gtk_drop_down_get_selected (self->tables) - ATLAS_N_IMPORTED_TABLES].name;
}

static void
show_error (AtlasDataPage *self,
            const GError  *error)
{
  adw_status_page_set_title (self->empty, _("The Rows Could Not Be Read"));
  adw_status_page_set_description (self->empty, error->message);
  gtk_widget_set_visible (self->import_button, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void load (AtlasDataPage *self);

static gpointer
ask_last_imports (AtlasDataset    *dataset,
                  AtlasCatalogue  *catalogue,
                  gconstpointer    nothing,
                  GError         **error)
{
  LastImports *last = g_new0 (LastImports, 1);

  for (guint i = 0; i < ATLAS_N_IMPORTED_TABLES; i++)
    last->of[i] = atlas_row_query_find_last_import (dataset, atlas_table_definition_get_imported (i));
  return last;
}

/* ANSWER (transfer full) (nullable). */
static void
take_last_imports (gpointer      page,
                   gpointer      answer,
                   const GError *error)
{
  AtlasDataPage *self = page;
  g_autofree LastImports *last = answer;

  if (last == NULL)
    {
      show_error (self, error);
      return;
    }
  self->last_imports = *last;
  self->has_imports = TRUE;
  load (self);
}

/* A view sees to itself what it shows. */
static void
load (AtlasDataPage *self)
{
  static const AtlasInquiry inquiry = { ask_last_imports, take_last_imports, NULL, g_free };

  if (atlas_session_get_dataset (self->session) == NULL)
    return;
  if (!self->has_imports && (!self->has_chosen || get_table (self) != NULL))
    {
      atlas_inquiry_begin (&inquiry, self->session, self, &self->asking, NULL);
      return;
    }
  if (!self->has_chosen)
    choose_first_table (self);
  self->is_stale = FALSE;
  gtk_widget_set_visible (self->filters, get_table (self) != NULL);
  if (get_table (self) != NULL)
    load_rows (self);
  else
    gtk_stack_set_visible_child_name (self->stack, get_view (self));
}

static void
load_if_shown (AtlasDataPage *self)
{
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    load (self);
}

static void
dataset_changed (AtlasDataPage *self)
{
  atlas_inquiry_stop (&self->asking);
  self->has_imports = FALSE;
  load_if_shown (self);
}

static void
filter_changed (AtlasDataPage *self)
{
  if (self->updating)
    return;
  if (!gtk_toggle_button_get_active (self->latest))
    self->import_id = 0;
  load_if_shown (self);
}

static void
table_chosen (AtlasDataPage *self)
{
  if (self->updating)
    return;
  self->has_chosen = TRUE;
  /* What is shown of one table says nothing about another. */
  self->updating = TRUE;
  gtk_toggle_button_set_active (self->unmasked, FALSE);
  gtk_toggle_button_set_active (self->latest, FALSE);
  self->import_id = 0;
  if (get_table (self) != NULL)
    atlas_row_filter_set_table (self->words, get_table (self));
  self->updating = FALSE;
  load_if_shown (self);
}

static void
show_empty (AtlasDataPage *self)
{
  const AtlasRowQuery *query = atlas_row_grid_get_query (self->grid);
  const char *title = atlas_table_get_title (query->table);

  if (is_narrowed (query) && !is_never_filled (self, query->table))
    {
      adw_status_page_set_title (self->empty, _("No Rows Found"));
      adw_status_page_set_description (self->empty, _("Nothing in this table answers the search. Choose another region or "
                                                      "search for something else."));
    }
  else
    {
      adw_status_page_set_title (self->empty, title);
      adw_status_page_set_description (self->empty, _("This table is empty so far. Import the files that the offices "
                                                      "have sent: spreadsheets or text, as they are."));
    }
  gtk_widget_set_visible (self->import_button, is_never_filled (self, query->table));
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

/* Appends what is not among the rows of an import, since a later one has changed it again. */
static void
append_replaced (GString       *text,
                 AtlasRowIndex *rows)
{
  guint n = atlas_row_index_get_n_replaced (rows);
  g_autofree char *number = atlas_format_cell (n, NULL, ATLAS_SCALE_ONE);

  if (n > 0)
    {
      g_string_append (text, " · ");
      /* Translators: of the rows that an import brought */
      g_string_append_printf (text, ngettext ("%s has been changed again since", "%s have been changed again since", n), number);
    }
}

/* "3 rows", and of an import "3 rows: 2 new, 1 changed"; (transfer full). */
static char *
dup_count (AtlasDataPage *self,
           guint          n_rows)
{
  g_autoptr (AtlasRowIndex) rows = atlas_row_grid_ref_rows (self->grid);
  g_autofree char *number = atlas_format_cell (n_rows, NULL, ATLAS_SCALE_ONE);
  g_autofree char *count = g_strdup_printf (ngettext ("%s row", "%s rows", n_rows), number);
  g_autofree char *changes = NULL;
  GString *text;

  if (rows == NULL || n_rows == 0 || atlas_row_index_get_query (rows)->import_id == 0)
    return g_steal_pointer (&count);
  changes = atlas_import_dup_changes (n_rows - atlas_row_index_get_n_changed (rows), atlas_row_index_get_n_changed (rows));
  text = g_string_new (NULL);
  /* Translators: how many rows an import brought or changed: “3 rows: 2 new, 1 changed” */
  g_string_append_printf (text, C_("rows", "%s: %s"), count, changes);
  append_replaced (text, rows);
  return g_string_free (text, FALSE);
}

static void
loaded (AtlasDataPage *self)
{
  guint n_rows = atlas_row_grid_get_n_rows (self->grid);
  g_autofree char *count = dup_count (self, n_rows);

  gtk_spinner_stop (self->spinner);
  gtk_label_set_text (self->count, count);
  if (get_table (self) == NULL) /* another choice was quicker */
    return;
  if (atlas_row_grid_get_error (self->grid) != NULL)
    show_error (self, atlas_row_grid_get_error (self->grid));
  else if (n_rows == 0)
    show_empty (self);
  else
    gtk_stack_set_visible_child_name (self->stack, "rows");
}

static const char *
get_cell (AtlasDataPage *self,
          AtlasRowItem  *item,
          const char    *column)
{
  return atlas_row_item_get_cell (item, atlas_table_definition_find_column (get_table (self), column));
}

/* A published figure is shown with its document, as a mark of a chart is. */
static void
row_selected (AtlasDataPage *self,
              AtlasRowItem  *item)
{
  if (get_table (self) != NULL && strcmp (get_table (self)->name, "figures") == 0)
    atlas_session_select_figure (self->session, get_cell (self, item, "figure_id"), get_cell (self, item, "indicator_id"),
                                 get_cell (self, item, "region_code"), NULL);
  else
    atlas_session_select_row (self->session, atlas_row_item_dup_row (item));
}

/* The page of a programme, if that is shown; else NULL. */
static GtkWidget *
get_programme_page (AtlasDataPage *self)
{
  gboolean shown = get_table (self) == NULL && strcmp (get_view (self), "programmes") == 0;
  AtlasProgrammePage *page = shown ? atlas_programmes_view_get_page (self->programmes) : NULL;

  return page != NULL ? GTK_WIDGET (page) : NULL;
}

static AtlasChartSpec *
dup_chart (AtlasPage *page)
{
  AtlasDataPage *self = ATLAS_DATA_PAGE (page);
  GtkWidget *programme = get_programme_page (self);

  return programme != NULL ? atlas_page_charts_dup_chart (programme) : NULL;
}

static GPtrArray *
dup_tables (AtlasPage *page)
{
  GtkWidget *programme = get_programme_page (ATLAS_DATA_PAGE (page));

  return programme != NULL ? atlas_programme_page_dup_tables (ATLAS_PROGRAMME_PAGE (programme)) : g_ptr_array_new ();
}

/* The list that a view shows; (nullable): the page of a programme has charts instead. */
static AtlasTextGrid *
get_text_grid (AtlasDataPage *self)
{
  if (strcmp (get_view (self), "imports") == 0)
    return atlas_imports_view_get_grid (self->imports);
  if (strcmp (get_view (self), "returns") == 0)
    return atlas_returns_view_get_grid (self->returns);
  return get_programme_page (self) == NULL ? atlas_programmes_view_get_grid (self->programmes) : NULL;
}

static char *
dup_text (AtlasPage *page)
{
  AtlasDataPage *self = ATLAS_DATA_PAGE (page);
  AtlasTextGrid *grid = get_table (self) == NULL ? get_text_grid (self) : NULL;

  return grid != NULL ? atlas_text_grid_dup_tsv (grid) : NULL;
}

static AtlasRowIndex *
ref_rows (AtlasPage *page)
{
  AtlasDataPage *self = ATLAS_DATA_PAGE (page);

  return get_table (self) != NULL ? atlas_row_grid_ref_rows (self->grid) : NULL;
}

static gboolean
is_view_complete (AtlasDataPage *self)
{
  if (strcmp (get_view (self), "imports") == 0)
    return atlas_imports_view_is_complete (self->imports);
  return strcmp (get_view (self), "programmes") != 0 || atlas_programmes_view_is_complete (self->programmes);
}

static gboolean
is_complete (AtlasPage *page)
{
  AtlasDataPage *self = ATLAS_DATA_PAGE (page);

  return !self->is_stale && (get_table (self) != NULL ? !atlas_row_grid_is_loading (self->grid) : is_view_complete (self));
}

static void
page_init (AtlasPageInterface *iface)
{
  iface->is_complete = is_complete;
  iface->dup_text = dup_text;
  iface->ref_rows = ref_rows;
  iface->dup_chart = dup_chart;
  iface->dup_tables = dup_tables;
}

static void
atlas_data_page_map (GtkWidget *widget)
{
  AtlasDataPage *self = ATLAS_DATA_PAGE (widget);

  GTK_WIDGET_CLASS (atlas_data_page_parent_class)->map (widget);
  if (self->is_stale)
    load (self);
}

static void
atlas_data_page_dispose (GObject *object)
{
  AtlasDataPage *self = ATLAS_DATA_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_DATA_PAGE);
  atlas_inquiry_stop (&self->asking);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_data_page_parent_class)->dispose (object);
}

static void
atlas_data_page_class_init (AtlasDataPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_data_page_dispose;
  widget_class->map = atlas_data_page_map;
  g_type_ensure (ATLAS_TYPE_ROW_FILTER);
  g_type_ensure (ATLAS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasDataPage, content);
  gtk_widget_class_bind_template_child (widget_class, AtlasDataPage, tables);
  gtk_widget_class_bind_template_child (widget_class, AtlasDataPage, filters);
  gtk_widget_class_bind_template_child (widget_class, AtlasDataPage, search);
  gtk_widget_class_bind_template_child (widget_class, AtlasDataPage, words);
  gtk_widget_class_bind_template_child (widget_class, AtlasDataPage, here);
  gtk_widget_class_bind_template_child (widget_class, AtlasDataPage, latest);
  gtk_widget_class_bind_template_child (widget_class, AtlasDataPage, unmasked);
  gtk_widget_class_bind_template_child (widget_class, AtlasDataPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasDataPage, card);
  gtk_widget_class_bind_template_child (widget_class, AtlasDataPage, count);
  gtk_widget_class_bind_template_child (widget_class, AtlasDataPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, AtlasDataPage, empty);
  gtk_widget_class_bind_template_child (widget_class, AtlasDataPage, import_button);
  gtk_widget_class_bind_template_callback (widget_class, table_chosen);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed);
}

static void
list_tables (AtlasDataPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < ATLAS_N_IMPORTED_TABLES; i++)
    gtk_string_list_append (titles, atlas_table_get_title (atlas_table_definition_get_imported (i)));
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    gtk_string_list_append (titles, g_dpgettext2 (NULL, "data page", views[i].title));
  gtk_drop_down_set_model (self->tables, G_LIST_MODEL (titles));
}

static void
atlas_data_page_init (AtlasDataPage *self)
{
  self->is_stale = TRUE;
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  /* On a narrow window the search gives way, so that all stays in one line. */
  atlas_wrap_layout_set_squeezes (ATLAS_WRAP_LAYOUT (gtk_widget_get_layout_manager (gtk_widget_get_parent (self->filters))), TRUE);
  list_tables (self);
  self->updating = FALSE;
}

GtkWidget *
atlas_data_page_new (AtlasSession *session)
{
  AtlasDataPage *self = g_object_new (ATLAS_TYPE_DATA_PAGE, NULL);

  self->session = g_object_ref (session);
  self->grid = ATLAS_ROW_GRID (atlas_row_grid_new (session));
  gtk_widget_set_vexpand (GTK_WIDGET (self->grid), TRUE);
  gtk_box_append (self->card, GTK_WIDGET (self->grid));
  self->imports = ATLAS_IMPORTS_VIEW (atlas_imports_view_new (session));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->imports), "imports");
  self->returns = ATLAS_RETURNS_VIEW (atlas_returns_view_new (session));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->returns), "returns");
  self->programmes = ATLAS_PROGRAMMES_VIEW (atlas_programmes_view_new (session));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->programmes), "programmes");
  g_signal_connect_object (self->grid, "loaded", G_CALLBACK (loaded), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "row-selected", G_CALLBACK (row_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "subject-changed", G_CALLBACK (load_if_shown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "dataset-changed", G_CALLBACK (dataset_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
atlas_data_page_show_table (AtlasDataPage *self,
                            const char    *name)
{
  g_return_if_fail (ATLAS_IS_DATA_PAGE (self));

  self->has_chosen = TRUE;
  for (guint i = 0; i < ATLAS_N_IMPORTED_TABLES; i++)
    if (strcmp (atlas_table_definition_get_imported (i)->name, name) == 0)
      gtk_drop_down_set_selected (self->tables, i);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (strcmp (views[i].name, name) == 0)
      gtk_drop_down_set_selected (self->tables, ATLAS_N_IMPORTED_TABLES + i);
}

void
atlas_data_page_show_rows (AtlasDataPage *self,
                           const char    *name,
                           gint64         import_id)
{
  g_return_if_fail (ATLAS_IS_DATA_PAGE (self));

  atlas_data_page_show_table (self, name);
  if (get_table (self) == NULL) /* a list that is no table of rows, such as that of the imports */
    return;
  self->updating = TRUE;
  gtk_editable_set_text (self->search, "");
  atlas_row_filter_set_table (self->words, get_table (self));
  gtk_toggle_button_set_active (self->here, import_id == 0);
  gtk_toggle_button_set_active (self->latest, import_id != 0);
  self->import_id = import_id;
  self->updating = FALSE;
  load_if_shown (self);
}

AtlasImportsView *
atlas_data_page_get_imports (AtlasDataPage *self)
{
  g_return_val_if_fail (ATLAS_IS_DATA_PAGE (self), NULL);

  return self->imports;
}

AtlasReturnsView *
atlas_data_page_get_returns (AtlasDataPage *self)
{
  g_return_val_if_fail (ATLAS_IS_DATA_PAGE (self), NULL);

  return self->returns;
}

AtlasProgrammesView *
atlas_data_page_get_programmes (AtlasDataPage *self)
{
  g_return_val_if_fail (ATLAS_IS_DATA_PAGE (self), NULL);

  return self->programmes;
}

AtlasRowGrid *
atlas_data_page_get_grid (AtlasDataPage *self)
{
  g_return_val_if_fail (ATLAS_IS_DATA_PAGE (self), NULL);

  return self->grid;
}

AtlasRowFilter *
atlas_data_page_get_filter (AtlasDataPage *self)
{
  g_return_val_if_fail (ATLAS_IS_DATA_PAGE (self), NULL);

  return self->words;
}
