/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/source-panel.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "dataset/text.h"
#include "indicators/difference.h"
#include "indicators/explanation.h"
#include "indicators/number-format.h"
#include "window/pages/programme-links.h"
#include "window/parts/panel-parts.h"
#include "window/row-source.h"
#include "window/source-findings.h"
#include "window/source-questions.h"

struct _AtlasSourcePanel
{
  GtkWidget parent_instance;

  AtlasSession *session;
  GCancellable *asking;       /* (nullable): of what belongs to the selection alone */
  GCancellable *checking;     /* (nullable): of what is known of @checked */
  const AtlasRegion *checked; /* the region that was checked last, or is, of the catalogue open now */
  AtlasSourceFacts *facts;    /* (nullable): known of it */

  GtkStack *stack;
  GtkScrolledWindow *scrolled;
  GtkWidget *content;
  GtkLabel *subject;
  GtkLabel *value;
  GtkLabel *how;
  GtkBox *rows;
  GtkWidget *difference; /* (nullable): the last of @rows, until the answer is there */
  GtkWidget *documents_section;
  GtkLabel *documents_title;
  GtkBox *documents;
  GtkWidget *definition_section;
  GtkBox *definition;
  GtkWidget *others_section;
  GtkBox *others;
  GtkWidget *notes_section;
  GtkBox *notes;
  GtkWidget *findings_section;
  GtkBox *findings;
  GtkWidget *programmes_section;
  GtkBox *programmes;
};

G_DEFINE_FINAL_TYPE (AtlasSourcePanel, atlas_source_panel, GTK_TYPE_WIDGET)

/* The figure that is selected, and in OUT_TABLE the table that it is of; (nullable): borrowed. */
static const AtlasObservation *
get_figure (AtlasSourcePanel  *self,
            AtlasTable       **out_table)
{
  guint position;
  AtlasTable *table = atlas_session_get_selection (self->session, &position);

  *out_table = table != NULL ? atlas_table_find_part (table, position, &position) : NULL;
  return table != NULL ? atlas_table_get_row (*out_table, position) : NULL;
}

static char *
format_value (double           value,
              AtlasQualifier   qualifier,
              const AtlasUnit *unit)
{
  return atlas_format_label (value, qualifier, unit, atlas_scale_choose (value, value, unit));
}

static char *
format_value_with_unit (double           value,
                        AtlasQualifier   qualifier,
                        const AtlasUnit *unit)
{
  return atlas_format_label_with_unit (value, qualifier, unit, atlas_scale_choose (value, value, unit));
}

static void
show_head (AtlasSourcePanel       *self,
           AtlasTable             *table,
           const AtlasObservation *row)
{
  AtlasCatalogue *catalogue = atlas_table_get_catalogue (table);
  g_autofree char *what = atlas_explain_subject (catalogue, row);
  g_autofree char *subject = g_strdup_printf ("%s · %s", atlas_region_get_display_name (row->region), what);
  g_autofree char *value = NULL;
  g_autofree char *how = atlas_explain_calculation (catalogue, row);

  if (atlas_observation_is_missing (row))
    value = g_strdup ("—");
  else
    value = format_value_with_unit (row->value, row->qualifier, atlas_table_get_unit (table));
  gtk_label_set_label (self->subject, subject);
  gtk_label_set_label (self->value, value);
  gtk_label_set_label (self->how, how != NULL ? how : "");
  gtk_widget_set_visible (GTK_WIDGET (self->how), how != NULL);
}

static void
add_row (AtlasSourcePanel *self,
         const char       *name,
         const char       *value)
{
  if (value != NULL && value[0] != '\0')
    gtk_box_append (self->rows, atlas_panel_row_new (name, value));
}

static void
add_inputs (AtlasSourcePanel       *self,
            AtlasCatalogue         *catalogue,
            const AtlasObservation *row)
{
  for (guint i = 0; i < row->inputs->len; i++)
    {
      const AtlasObservation *input = g_ptr_array_index (row->inputs, i);
      const AtlasIndicator *indicator = atlas_catalogue_find_indicator (catalogue, input->indicator_id);
      g_autofree char *name = atlas_explain_subject (catalogue, input);
      g_autofree char *value = NULL;

      if (atlas_observation_is_missing (input) || indicator == NULL)
        value = g_strdup ("—");
      else
        value = format_value_with_unit (input->value, input->qualifier,
                                        atlas_catalogue_find_unit (catalogue, indicator->unit));
      add_row (self, name, value);
    }
}

/* "2022, standing in for 2023", "2023 (inferred)"; (transfer full). */
static char *
describe_period (const AtlasObservation *row,
                 int                     year_asked)
{
  g_autofree char *period = atlas_format_period (row->period);

  if (row->stand_in && year_asked != 0)
    return g_strdup_printf (_("%s, standing in for %d"), period, year_asked);
  if (row->stand_in)
    return g_strdup_printf (_("%s, standing in"), period);
  if (row->year_inferred)
    return g_strdup_printf (_("%s (inferred from the document)"), period);
  return g_steal_pointer (&period);
}

static void
add_facts (AtlasSourcePanel       *self,
           AtlasTable             *table,
           const AtlasObservation *row)
{
  g_autofree char *period = NULL;

  if (atlas_observation_is_missing (row))
    return;
  period = describe_period (row, atlas_table_get_question (table)->last_year);
  add_row (self, _("Qualifier"), atlas_qualifier_get_name (row->qualifier));
  add_row (self, _("Period"), period);
  add_row (self, _("Status"), atlas_status_get_name (row->status));
  add_row (self, _("Basis"), atlas_basis_get_name (row->basis));
}

/* The same question for the reference region; (nullable) (transfer full): NULL where there is nothing to be held against it. */
static AtlasQuestion *
reference_question_new (AtlasSourcePanel       *self,
                        AtlasTable             *table,
                        const AtlasObservation *row)
{
  const char *reference = atlas_session_get_reference (self->session);
  const char *codes[] = { reference, NULL };
  AtlasQuestion *question;

  if (reference == NULL || strcmp (reference, row->region->code) == 0 || atlas_observation_is_missing (row))
    return NULL;
  question = atlas_question_copy (atlas_table_get_question (table));
  g_clear_pointer (&question->within, g_free);
  atlas_question_set_regions (question, codes);
  question->limit = 0;
  return question;
}

/* TEXT is what ROW is against the reference. */
static void
add_difference_row (AtlasSourcePanel *self,
                    const char       *text)
{
  AtlasRegionTree *regions = atlas_catalogue_get_regions (atlas_session_get_catalogue (self->session));
  const AtlasRegion *reference = atlas_region_tree_lookup (regions, atlas_session_get_reference (self->session));
  g_autofree char *short_name = atlas_region_dup_short_name (reference);
  g_autofree char *name = g_strdup_printf (_("Against %s"), short_name);

  add_row (self, name, text);
}

/* ANSWER (transfer full) (nullable). */
static void
show_difference (gpointer      panel,
                 gpointer      answer,
                 const GError *error)
{
  AtlasSourcePanel *self = panel;
  g_autoptr (AtlasTable) reference_table = answer;
  AtlasTable *table;
  const AtlasObservation *row = get_figure (self, &table);
  const AtlasObservation *reference = NULL;
  AtlasDifference difference = { 0 };
  g_autofree char *text = NULL;

  gtk_box_remove (self->rows, g_steal_pointer (&self->difference));
  if (reference_table != NULL)
    reference = atlas_table_find (reference_table, atlas_session_get_reference (self->session), 0, row->by[0]);
  if (reference != NULL)
    difference = atlas_difference_of (atlas_table_get_indicator (table), atlas_table_get_unit (table), row, reference);
  if (difference.kind == ATLAS_DIFFERENCE_NONE)
    return;
  text = atlas_difference_dup_text (&difference, atlas_table_get_unit (table));
  add_difference_row (self, text);
}

/* Its place is kept until it is known. */
static void
add_difference (AtlasSourcePanel       *self,
                AtlasTable             *table,
                const AtlasObservation *row)
{
  static const AtlasInquiry inquiry = { atlas_source_ask_reference, show_difference, (GDestroyNotify) atlas_question_free,
                                        (GDestroyNotify) atlas_table_unref };
  AtlasQuestion *question = reference_question_new (self, table, row);

  if (question == NULL)
    return;
  add_difference_row (self, "…");
  self->difference = gtk_widget_get_last_child (GTK_WIDGET (self->rows));
  atlas_inquiry_begin (&inquiry, self->session, self, &self->asking, question);
}

static void
show_rows_clicked (AtlasSourcePanel *self)
{
  AtlasTable *table;
  const AtlasObservation *row = get_figure (self, &table);
  const char *name;

  if (row == NULL || row->table == NULL)
    return;
  name = row->table->name;
  atlas_session_set_region (self->session, row->region->code); /* which clears the selection, and with it the row */
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-rows", "(sx)", name, (gint64) 0);
}

/* What was counted from a register can be looked at, row by row. */
static void
add_rows_button (AtlasSourcePanel       *self,
                 const AtlasObservation *row)
{
  GtkWidget *button;

  if (row->basis != ATLAS_BASIS_REGISTERS || row->table == NULL)
    return;
  button = gtk_button_new_with_mnemonic (_("_Show Rows"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_rows_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->documents, button);
}

static void
show_documents (AtlasSourcePanel       *self,
                const AtlasObservation *row)
{
  g_autoptr (GPtrArray) figures = atlas_explain_list_figures (row);

  gtk_label_set_label (self->documents_title, _("Documents"));
  atlas_panel_clear (self->documents);
  for (guint i = 0; i < row->sources->len; i++)
    gtk_box_append (self->documents, atlas_panel_card_new (g_ptr_array_index (row->sources, i), figures));
  add_rows_button (self, row);
  gtk_widget_set_visible (self->documents_section, row->sources->len > 0);
}

static void
show_definition (AtlasSourcePanel *self,
                 AtlasTable       *table)
{
  const char *text = atlas_indicator_get_definition (atlas_table_get_indicator (table));

  atlas_panel_clear (self->definition);
  gtk_box_append (self->definition, atlas_panel_text_new (text, NULL));
  gtk_widget_set_visible (self->definition_section, text[0] != '\0');
}

static void
show_others (AtlasSourcePanel       *self,
             AtlasTable             *table,
             const AtlasObservation *row)
{
  const AtlasUnit *unit = atlas_table_get_unit (table);

  atlas_panel_clear (self->others);
  for (guint i = 0; i < row->others->len; i++)
    {
      const AtlasFigure *figure = g_ptr_array_index (row->others, i);
      const char *when = figure->period[0] != '\0' ? figure->period : figure->as_of;
      g_autofree char *value = format_value (atlas_decimal_to_double (figure->value), figure->qualifier, unit);
      g_autofree char *period = atlas_format_period (when);
      g_autofree char *name = g_strdup_printf ("%s\n%s", period, figure->source->title);

      gtk_box_append (self->others, atlas_panel_row_new (name, value));
    }
  gtk_widget_set_visible (self->others_section, row->others->len > 0);
}

static void
show_notes (AtlasSourcePanel       *self,
            const AtlasObservation *row)
{
  atlas_panel_clear (self->notes);
  for (guint i = 0; i < row->notes->len; i++)
    {
      g_autofree char *note = atlas_text_dup_capitalized (g_ptr_array_index (row->notes, i));

      gtk_box_append (self->notes, atlas_panel_text_new (note, NULL));
    }
  gtk_widget_set_visible (self->notes_section, row->notes->len > 0);
}

/* What else is known: findings that touch the figure, and the programmes that it belongs to. */
static void
show_facts (AtlasSourcePanel       *self,
            const AtlasObservation *row)
{
  g_autoptr (GPtrArray) figures = atlas_explain_list_figures (row);

  gtk_widget_set_visible (self->findings_section,
                          self->facts != NULL && atlas_source_findings_show (self->findings, self->facts->findings, row, figures));
  gtk_widget_set_visible (self->programmes_section,
                          self->facts != NULL &&
                            atlas_programme_links_show (self->programmes, self->facts->programmes, figures));
}

static void
forget_facts (AtlasSourcePanel *self)
{
  atlas_inquiry_stop (&self->asking);
  atlas_inquiry_stop (&self->checking);
  g_clear_pointer (&self->facts, atlas_source_facts_free);
  self->checked = NULL;
}

/* ANSWER (transfer full) (nullable). */
static void
take_facts (gpointer      panel,
            gpointer      answer,
            const GError *error)
{
  AtlasSourcePanel *self = panel;
  AtlasTable *table;
  const AtlasObservation *row = get_figure (self, &table);

  self->facts = answer;
  if (answer == NULL)
    {
      g_warning ("The figures of %s could not be checked: %s", self->checked->code, error->message);
      self->checked = NULL; /* at the next figure of it again */
    }
  if (answer != NULL && row != NULL && row->region == self->checked)
    show_facts (self, row);
}

/* Checks are run once for a region, not for each of its figures. */
static void
learn_facts (AtlasSourcePanel  *self,
             const AtlasRegion *region)
{
  static const AtlasInquiry inquiry = { atlas_source_ask_facts, take_facts, NULL, (GDestroyNotify) atlas_source_facts_free };

  if (self->checked == region)
    return;
  g_clear_pointer (&self->facts, atlas_source_facts_free);
  self->checked = region;
  atlas_inquiry_begin (&inquiry, self->session, self, &self->checking, (gpointer) region);
}

static void
show_figure (AtlasSourcePanel *self)
{
  AtlasTable *table;
  const AtlasObservation *row = get_figure (self, &table);

  show_head (self, table, row);
  add_inputs (self, atlas_table_get_catalogue (table), row);
  add_facts (self, table, row);
  add_difference (self, table, row);
  show_documents (self, row);
  show_definition (self, table);
  show_others (self, table, row);
  show_notes (self, row);
  learn_facts (self, row->region);
  show_facts (self, row);
}

/* ANSWER (transfer full) (nullable). */
static void
show_import (gpointer      panel,
             gpointer      answer,
             const GError *error)
{
  AtlasSourcePanel *self = panel;
  g_autoptr (AtlasImportRecord) import = answer;

  if (import != NULL)
    atlas_row_source_add_files (self->documents, import, atlas_session_get_selected_row (self->session));
  else
    gtk_box_append (self->documents, atlas_panel_text_new (error->message, "warning"));
}

static void
show_files (AtlasSourcePanel       *self,
            const AtlasSelectedRow *row)
{
  static const AtlasInquiry inquiry = { atlas_source_ask_import, show_import, g_free, (GDestroyNotify) atlas_import_record_free };

  atlas_panel_clear (self->documents);
  if (row->import_id == 0)
    atlas_row_source_add_files (self->documents, NULL, row);
  else
    atlas_inquiry_begin (&inquiry, self->session, self, &self->asking, g_memdup2 (&row->import_id, sizeof row->import_id));
}

/* A row is what it is: nothing was computed, and nothing else says otherwise. */
static void
show_row (AtlasSourcePanel       *self,
          const AtlasSelectedRow *row)
{
  GtkWidget *unsaid[] = { self->definition_section, self->others_section, self->notes_section, self->findings_section,
                          self->programmes_section };
  g_autofree char *subject = atlas_row_source_dup_subject (row);

  gtk_label_set_label (self->subject, subject);
  gtk_label_set_label (self->value, atlas_row_source_get_name (row));
  gtk_label_set_label (self->how, _("Personal data is masked."));
  gtk_widget_set_visible (GTK_WIDGET (self->how), atlas_row_source_is_masked (row));
  atlas_row_source_add_cells (self->rows, atlas_session_get_catalogue (self->session), row);
  gtk_label_set_label (self->documents_title, C_("row", "File"));
  show_files (self, row);
  gtk_widget_set_visible (self->documents_section, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (unsaid); i++)
    gtk_widget_set_visible (unsaid[i], FALSE);
}

/* A number is to be seen first, a name may be long. */
static void
set_value_class (AtlasSourcePanel *self,
                 gboolean          is_name)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->value), is_name ? "source-value" : "title-3");
  gtk_widget_add_css_class (GTK_WIDGET (self->value), is_name ? "title-3" : "source-value");
}

static void
show_selection (AtlasSourcePanel *self)
{
  const AtlasSelectedRow *row = atlas_session_get_selected_row (self->session);

  atlas_inquiry_stop (&self->asking);
  if (!atlas_session_has_selection (self->session))
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  atlas_panel_clear (self->rows);
  self->difference = NULL;
  set_value_class (self, row != NULL);
  if (row != NULL)
    show_row (self, row);
  else
    show_figure (self);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), gtk_widget_get_first_child (GTK_WIDGET (self->rows)) != NULL);
  gtk_stack_set_visible_child_name (self->stack, "figure");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

static void
append_texts (GtkWidget *widget,
              GString   *text)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      append_texts (child, text);
}

char *
atlas_source_panel_dup_text (AtlasSourcePanel *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (ATLAS_IS_SOURCE_PANEL (self), NULL);

  append_texts (gtk_stack_get_visible_child (self->stack), text);
  return g_string_free (text, FALSE);
}

/* (nullable): the first below WIDGET */
static GtkWidget *
find_heading (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LABEL (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_heading (child);
  return found;
}

/* Nothing can be done at it: the tab key passes it by. */
static void
heading_left (GtkWidget *heading)
{
  if (!gtk_widget_has_focus (heading))
    gtk_widget_set_focusable (heading, FALSE);
}

void
atlas_source_panel_read (AtlasSourcePanel *self)
{
  GtkWidget *heading;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *spoken = NULL;

  g_return_if_fail (ATLAS_IS_SOURCE_PANEL (self));

  heading = find_heading (gtk_stack_get_visible_child (self->stack));
  text = atlas_source_panel_dup_text (self);
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  spoken = g_strjoinv (C_("cells read aloud", ", "), lines);
  g_signal_handlers_disconnect_by_func (heading, heading_left, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_focusable (heading, TRUE);
  /* A label that nobody can select takes no focus by itself. */
  gtk_root_set_focus (gtk_widget_get_root (heading), heading);
  g_signal_connect (heading, "notify::has-focus", G_CALLBACK (heading_left), NULL);
}

void
atlas_source_panel_set_session (AtlasSourcePanel *self,
                                AtlasSession     *session)
{
  g_return_if_fail (ATLAS_IS_SOURCE_PANEL (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "dataset-changed", G_CALLBACK (forget_facts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selection-changed", G_CALLBACK (show_selection), self, G_CONNECT_SWAPPED);
  show_selection (self);
}

static void
atlas_source_panel_dispose (GObject *object)
{
  AtlasSourcePanel *self = ATLAS_SOURCE_PANEL (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_SOURCE_PANEL);
  forget_facts (self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_source_panel_parent_class)->dispose (object);
}

static void
atlas_source_panel_class_init (AtlasSourcePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_source_panel_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/source-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasSourcePanel, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlasSourcePanel, scrolled);
  gtk_widget_class_bind_template_child (widget_class, AtlasSourcePanel, content);
  gtk_widget_class_bind_template_child (widget_class, AtlasSourcePanel, subject);
  gtk_widget_class_bind_template_child (widget_class, AtlasSourcePanel, value);
  gtk_widget_class_bind_template_child (widget_class, AtlasSourcePanel, how);
  gtk_widget_class_bind_template_child (widget_class, AtlasSourcePanel, rows);
  gtk_widget_class_bind_template_child (widget_class, AtlasSourcePanel, documents_section);
  gtk_widget_class_bind_template_child (widget_class, AtlasSourcePanel, documents_title);
  gtk_widget_class_bind_template_child (widget_class, AtlasSourcePanel, documents);
  gtk_widget_class_bind_template_child (widget_class, AtlasSourcePanel, definition_section);
  gtk_widget_class_bind_template_child (widget_class, AtlasSourcePanel, definition);
  gtk_widget_class_bind_template_child (widget_class, AtlasSourcePanel, others_section);
  gtk_widget_class_bind_template_child (widget_class, AtlasSourcePanel, others);
  gtk_widget_class_bind_template_child (widget_class, AtlasSourcePanel, notes_section);
  gtk_widget_class_bind_template_child (widget_class, AtlasSourcePanel, notes);
  gtk_widget_class_bind_template_child (widget_class, AtlasSourcePanel, findings_section);
  gtk_widget_class_bind_template_child (widget_class, AtlasSourcePanel, findings);
  gtk_widget_class_bind_template_child (widget_class, AtlasSourcePanel, programmes_section);
  gtk_widget_class_bind_template_child (widget_class, AtlasSourcePanel, programmes);
  gtk_widget_class_set_css_name (widget_class, "sourcepanel");
}

static void
atlas_source_panel_init (AtlasSourcePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
