/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/imports/new-figure-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/dimension-values.h"
#include "dataset/number-parse.h"
#include "dataset/text.h"
#include "indicators/number-format.h"
#include "window/imports/figure-entry.h"
#include "window/state/inquiry.h"

struct _AtlasNewFigureDialog
{
  AdwWindow parent_instance;

  AtlasSession *session;
  const AtlasRegion *shown; /* (nullable): the one in the window when this was opened */
  AtlasCatalogue *catalogue;
  GPtrArray *indicators;     /* (element-type AtlasIndicator): published ones, in the order of the list */
  GPtrArray *sources;        /* (element-type AtlasSource): in the order of the list, which begins with a new one */
  GPtrArray *dimension_rows; /* (element-type AdwComboRow): of the indicator chosen */
  GCancellable *saving;      /* (nullable): never cancelled; the dialog stays until it is done */
  gboolean ready;

  GtkWidget *save_button;
  AdwPreferencesGroup *what_group;
  GtkEditable *region_row;
  GtkLabel *region_path;
  GtkDropDown *indicator_list;
  GtkStringList *indicator_names;
  GtkEditable *printed_row;
  GtkLabel *reading;
  GtkEditable *date_row;
  GtkEditable *note_row;
  GtkDropDown *source_list;
  GtkStringList *source_names;
  GtkEditable *title_row;
  GtkEditable *publisher_row;
  GtkEditable *published_row;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (AtlasNewFigureDialog, atlas_new_figure_dialog, ADW_TYPE_WINDOW)

/* (nullable): the best match of what was typed. */
static const AtlasRegion *
find_region (AtlasNewFigureDialog *self)
{
  AtlasRegionTree *regions = atlas_catalogue_get_regions (self->catalogue);
  const char *text = gtk_editable_get_text (self->region_row);
  const AtlasRegion *region = atlas_region_tree_lookup (regions, text);
  g_autoptr (GPtrArray) found = NULL;

  if (region != NULL)
    return region;
  found = atlas_region_tree_search (regions, text, self->shown, 1);
  return found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
}

static const AtlasIndicator *
find_indicator (AtlasNewFigureDialog *self)
{
  guint position = gtk_drop_down_get_selected (self->indicator_list);

  return position < self->indicators->len ? g_ptr_array_index (self->indicators, position) : NULL;
}

/* (nullable): NULL for a new one. */
static AtlasSource *
find_source (AtlasNewFigureDialog *self)
{
  guint position = gtk_drop_down_get_selected (self->source_list);

  return position > 0 && position <= self->sources->len ? g_ptr_array_index (self->sources, position - 1) : NULL;
}

/* The values chosen in the dimension rows, whose first item is the total; (transfer full). */
static GPtrArray *
list_dimensions (AtlasNewFigureDialog *self)
{
  GPtrArray *dimensions = atlas_dimension_values_new ();

  for (guint i = 0; i < self->dimension_rows->len; i++)
    {
      AdwComboRow *row = g_ptr_array_index (self->dimension_rows, i);
      const char *dimension = g_object_get_data (G_OBJECT (row), "dimension");
      guint position = adw_combo_row_get_selected (row);
      GPtrArray *values = atlas_catalogue_get_values (self->catalogue, dimension);

      if (position > 0 && position != GTK_INVALID_LIST_POSITION)
        {
          const AtlasDimensionValue *value = g_ptr_array_index (values, position - 1);

          atlas_dimension_values_set (dimensions, dimension, value->value);
        }
    }
  return dimensions;
}

/* What the fields say; (nullable) (transfer full). */
static AtlasFigure *
read_fields (AtlasNewFigureDialog  *self,
             GError               **error)
{
  g_autoptr (GPtrArray) dimensions = list_dimensions (self);
  AtlasFigureEntry entry = {
    .region = find_region (self),
    .indicator = find_indicator (self),
    .dimensions = dimensions,
    .printed = gtk_editable_get_text (self->printed_row),
    .date = gtk_editable_get_text (self->date_row),
    .note = gtk_editable_get_text (self->note_row),
    .source = find_source (self),
    .title = gtk_editable_get_text (self->title_row),
    .publisher = gtk_editable_get_text (self->publisher_row),
    .published_on = gtk_editable_get_text (self->published_row),
  };

  return atlas_figure_entry_read (&entry, self->catalogue, error);
}

static void
show_region (AtlasNewFigureDialog *self)
{
  const AtlasRegion *region = find_region (self);
  g_autofree char *path = region != NULL ? atlas_region_dup_path (region, " › ") : NULL;

  gtk_label_set_label (self->region_path, path != NULL ? path : _("No such region"));
}

static void
show_reading (AtlasNewFigureDialog *self)
{
  const AtlasIndicator *indicator = find_indicator (self);
  AtlasParsedNumber number;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!atlas_number_parse (gtk_editable_get_text (self->printed_row), &number, &error))
    text = g_strdup (error->message);
  else if (number.is_missing || indicator == NULL)
    text = g_strdup ("—");
  else
    text = atlas_format_text (atlas_decimal_to_double (number.value), number.qualifier,
                              atlas_catalogue_find_unit (self->catalogue, indicator->unit));
  gtk_label_set_label (self->reading, text);
}

static void
update_cb (AtlasNewFigureDialog *self)
{
  g_autoptr (AtlasFigure) figure = NULL;
  g_autoptr (GError) error = NULL;
  gboolean new_source;

  if (!self->ready)
    return;
  new_source = find_source (self) == NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->title_row), new_source);
  gtk_widget_set_visible (GTK_WIDGET (self->publisher_row), new_source);
  gtk_widget_set_visible (GTK_WIDGET (self->published_row), new_source);
  show_region (self);
  show_reading (self);
  figure = read_fields (self, &error);
  gtk_widget_set_sensitive (self->save_button, figure != NULL);
  gtk_label_set_label (self->problem, error != NULL ? error->message : "");
}

static AdwComboRow *
create_dimension_row (AtlasNewFigureDialog *self,
                      const char           *dimension)
{
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());
  GPtrArray *values = atlas_catalogue_get_values (self->catalogue, dimension);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  /* Names of dimensions stand within sentences; here they head a row. */
  g_autofree char *title = atlas_text_dup_capitalized (atlas_catalogue_get_dimension_name (self->catalogue, dimension));

  gtk_string_list_append (names, C_("dimension", "Total"));
  for (guint i = 0; i < values->len; i++)
    gtk_string_list_append (names, atlas_dimension_value_get_name (g_ptr_array_index (values, i)));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  g_object_set_data_full (G_OBJECT (row), "dimension", g_strdup (dimension), g_free);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  return row;
}

/* The dimensions are those of the indicator. */
static void
indicator_cb (AtlasNewFigureDialog *self)
{
  const AtlasIndicator *indicator = find_indicator (self);

  if (!self->ready || indicator == NULL)
    return;
  for (guint i = 0; i < self->dimension_rows->len; i++)
    adw_preferences_group_remove (self->what_group, g_ptr_array_index (self->dimension_rows, i));
  g_ptr_array_set_size (self->dimension_rows, 0);
  for (guint i = 0; indicator->dimensions[i] != NULL; i++)
    {
      AdwComboRow *row = create_dimension_row (self, indicator->dimensions[i]);

      adw_preferences_group_add (self->what_group, GTK_WIDGET (row));
      g_ptr_array_add (self->dimension_rows, row);
    }
  update_cb (self);
}

/* The id of the figure that is written, by a connection of its own. */
static gpointer
write_figure (AtlasDataset    *dataset,
              AtlasCatalogue  *catalogue,
              gconstpointer    figure,
              GError         **error)
{
  g_autoptr (AtlasDataset) written = atlas_dataset_open (atlas_dataset_get_path (dataset), ATLAS_DATASET_READ_WRITE, error);
  char *figure_id = NULL;

  if (written == NULL || !atlas_dataset_add_figure (written, figure, &figure_id, error))
    return NULL;
  return figure_id;
}

/* ANSWER (transfer full) (nullable). */
static void
written_cb (gpointer      dialog,
            gpointer      answer,
            const GError *error)
{
  AtlasNewFigureDialog *self = dialog;
  g_autofree char *figure_id = answer;

  if (figure_id != NULL)
    atlas_session_notice_change (self->session);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self))) /* with its window */
    return;
  if (figure_id != NULL)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_label (self->problem, error->message);
  gtk_widget_set_sensitive (self->save_button, TRUE);
}

gboolean
atlas_new_figure_dialog_save (AtlasNewFigureDialog *self)
{
  static const AtlasInquiry writing = { write_figure, written_cb, (GDestroyNotify) atlas_figure_unref, g_free };
  g_autoptr (GError) error = NULL;
  AtlasFigure *figure;

  g_return_val_if_fail (ATLAS_IS_NEW_FIGURE_DIALOG (self), FALSE);

  if (self->saving != NULL)
    return FALSE;
  figure = read_fields (self, &error);
  if (figure == NULL)
    {
      gtk_label_set_label (self->problem, error->message);
      return FALSE;
    }
  gtk_widget_set_sensitive (self->save_button, FALSE);
  atlas_inquiry_begin (&writing, self->session, self, &self->saving, figure);
  return TRUE;
}

/* Not while it is written: whether it could be is said in the dialog. */
static gboolean
atlas_new_figure_dialog_close_request (GtkWindow *window)
{
  return ATLAS_NEW_FIGURE_DIALOG (window)->saving != NULL ||
         GTK_WINDOW_CLASS (atlas_new_figure_dialog_parent_class)->close_request (window);
}

static void
save_clicked_cb (AtlasNewFigureDialog *self)
{
  atlas_new_figure_dialog_save (self);
}

void
atlas_new_figure_dialog_fill (AtlasNewFigureDialog *self,
                              const char           *field,
                              const char           *text)
{
  const struct {
    const char *field;
    GtkEditable *row;
  } rows[] = {
    { "region", self->region_row }, { "printed", self->printed_row }, { "date", self->date_row },
    { "note", self->note_row }, { "title", self->title_row }, { "publisher", self->publisher_row },
    { "published", self->published_row },
  };

  g_return_if_fail (ATLAS_IS_NEW_FIGURE_DIALOG (self));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strcmp (rows[i].field, field) == 0)
      gtk_editable_set_text (rows[i].row, text);
}

const char *
atlas_new_figure_dialog_get_reading (AtlasNewFigureDialog *self)
{
  g_return_val_if_fail (ATLAS_IS_NEW_FIGURE_DIALOG (self), NULL);

  return gtk_label_get_label (self->reading);
}

/* A derived indicator is computed, not entered: but a document may print its value as well, so it stands in the list. */
static void
list_indicators (AtlasNewFigureDialog *self)
{
  for (guint i = 0; i < atlas_catalogue_get_n_indicators (self->catalogue); i++)
    {
      const AtlasIndicator *indicator = atlas_catalogue_get_nth_indicator (self->catalogue, i);

      g_ptr_array_add (self->indicators, (gpointer) indicator);
      gtk_string_list_append (self->indicator_names, atlas_indicator_get_name (indicator));
      if (strcmp (indicator->indicator_id, atlas_session_get_indicator (self->session)) == 0)
        gtk_drop_down_set_selected (self->indicator_list, i);
    }
}

static void
list_sources (AtlasNewFigureDialog *self)
{
  GPtrArray *sources = atlas_catalogue_get_sources (self->catalogue);

  gtk_string_list_append (self->source_names, _("A new document"));
  for (guint i = 0; i < sources->len; i++)
    {
      AtlasSource *source = g_ptr_array_index (sources, i);

      g_ptr_array_add (self->sources, atlas_source_ref (source));
      gtk_string_list_append (self->source_names, source->title);
    }
}

static void
atlas_new_figure_dialog_dispose (GObject *object)
{
  AtlasNewFigureDialog *self = ATLAS_NEW_FIGURE_DIALOG (object);

  self->ready = FALSE;
  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_NEW_FIGURE_DIALOG);
  g_clear_pointer (&self->indicators, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->dimension_rows, g_ptr_array_unref);
  g_clear_pointer (&self->catalogue, atlas_catalogue_unref);

  G_OBJECT_CLASS (atlas_new_figure_dialog_parent_class)->dispose (object);
}

/* The session is there as long as the dialog, which a worker may hold when its window has gone. */
static void
atlas_new_figure_dialog_finalize (GObject *object)
{
  g_clear_object (&ATLAS_NEW_FIGURE_DIALOG (object)->session);

  G_OBJECT_CLASS (atlas_new_figure_dialog_parent_class)->finalize (object);
}

static void
atlas_new_figure_dialog_class_init (AtlasNewFigureDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_new_figure_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = atlas_new_figure_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = atlas_new_figure_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/new-figure-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasNewFigureDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasNewFigureDialog, what_group);
  gtk_widget_class_bind_template_child (widget_class, AtlasNewFigureDialog, region_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasNewFigureDialog, region_path);
  gtk_widget_class_bind_template_child (widget_class, AtlasNewFigureDialog, indicator_list);
  gtk_widget_class_bind_template_child (widget_class, AtlasNewFigureDialog, indicator_names);
  gtk_widget_class_bind_template_child (widget_class, AtlasNewFigureDialog, printed_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasNewFigureDialog, reading);
  gtk_widget_class_bind_template_child (widget_class, AtlasNewFigureDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasNewFigureDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasNewFigureDialog, source_list);
  gtk_widget_class_bind_template_child (widget_class, AtlasNewFigureDialog, source_names);
  gtk_widget_class_bind_template_child (widget_class, AtlasNewFigureDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasNewFigureDialog, publisher_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasNewFigureDialog, published_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasNewFigureDialog, problem);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, indicator_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
atlas_new_figure_dialog_init (AtlasNewFigureDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->indicators = g_ptr_array_new ();
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_source_unref);
  self->dimension_rows = g_ptr_array_new ();
}

GtkWidget *
atlas_new_figure_dialog_new (AtlasSession *session)
{
  AtlasNewFigureDialog *self = g_object_new (ATLAS_TYPE_NEW_FIGURE_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->shown = atlas_session_lookup_region (session);
  self->catalogue = atlas_catalogue_ref (atlas_session_get_catalogue (session));
  list_indicators (self);
  list_sources (self);
  gtk_editable_set_text (self->region_row, self->shown != NULL ? self->shown->code : "");
  self->ready = TRUE;
  indicator_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->printed_row));
  return GTK_WIDGET (self);
}

void
atlas_new_figure_dialog_set_indicator (AtlasNewFigureDialog *self,
                                       const char           *indicator_id)
{
  g_return_if_fail (ATLAS_IS_NEW_FIGURE_DIALOG (self));

  for (guint i = 0; i < self->indicators->len; i++)
    if (strcmp (((const AtlasIndicator *) g_ptr_array_index (self->indicators, i))->indicator_id, indicator_id) == 0)
      gtk_drop_down_set_selected (self->indicator_list, i);
}

const AtlasIndicator *
atlas_new_figure_dialog_get_indicator (AtlasNewFigureDialog *self)
{
  g_return_val_if_fail (ATLAS_IS_NEW_FIGURE_DIALOG (self), NULL);

  return find_indicator (self);
}
