/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/programme-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charts/chart-kind.h"
#include "dataset/dimension-values.h"
#include "dataset/language.h"
#include "indicators/figure-year.h"
#include "indicators/number-format.h"
#include "indicators/programme-answer.h"
#include "indicators/programme-registers.h"
#include "window/cards/card-grid.h"
#include "window/cards/chart-card.h"
#include "window/cards/register-card.h"
#include "window/chart-views/chart-titles.h"
#include "window/pages/programme-question.h"
#include "window/parts/panel-parts.h"
#include "window/parts/quiet-tooltip.h"
#include "window/parts/wrap-layout.h"
#include "window/state/inquiry.h"
#include "window/tables/answer-table.h"

/* So high the list of figures is at the most, in pixels. */
#define MAX_HEIGHT 420

struct _AtlasProgrammePage
{
  GtkWidget parent_instance;

  AtlasSession *session;
  AtlasProgrammeQuestion *question; /* (nullable): what is asked, or is shown */
  GCancellable *asking;             /* (nullable) */
  GPtrArray *figures;               /* (element-type AtlasFigure): in the order of the grid */
  GPtrArray *tables;                /* (element-type AtlasTable): of all charts and tables */
  char *shown;                      /* (nullable): id of the programme that was shown last */

  GtkScrolledWindow *scrolled;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *description;
  GtkBox *regions;
  GtkLabel *asked; /* the question of the programme */
  GtkBox *answers; /* an AtlasCardGrid of charts and the tables, made anew for each programme */
  GtkLabel *no_answer;
  GtkWidget *figures_section;
  GtkBox *figures_box;
  AtlasTextGrid *grid;
  GtkWidget *findings_section;
  GtkBox *findings;
  GtkWidget *documents_section;
  GtkBox *documents;
  GtkLabel *to_enter;
  GtkWidget *new_figure;
  GtkBox *registers;
};

enum {
  SHOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AtlasProgrammePage, atlas_programme_page, GTK_TYPE_WIDGET)

/* The name, and under it the group and the name in the other language: documents may be in either. */
static void
show_head (AtlasProgrammePage   *self,
           const AtlasProgramme *programme)
{
  const char *other = atlas_language_current () == ATLAS_LANGUAGE_CHINESE ? programme->name_en : programme->name_zh;
  g_autofree char *title = g_strdup_printf ("%s %s", programme->programme_id, atlas_programme_get_name (programme));
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", atlas_programme_get_group_name (programme), other);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_label_set_text (self->description, atlas_programme_get_description (programme));
  gtk_label_set_text (self->asked, atlas_programme_get_question (programme));
}

static GtkWidget *
region_button_new (const AtlasRegion *region)
{
  GtkWidget *button = gtk_button_new_with_label (atlas_region_get_display_name (region));
  g_autofree char *path = atlas_region_dup_path (region, " › ");

  gtk_widget_add_css_class (button, "pill-link");
  atlas_quiet_tooltip_describe (button, path);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.select-region");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", region->code);
  return button;
}

/* The divisions that are known by BASIS, under its name. */
static void
add_regions (AtlasProgrammePage          *self,
             const AtlasProgrammeFigures *found,
             AtlasProgrammeBasis          basis)
{
  g_autoptr (GPtrArray) regions = atlas_programme_figures_list_by (found, basis);
  GtkWidget *heading, *box;

  if (regions->len == 0)
    return;
  heading = gtk_label_new (atlas_programme_basis_get_name (basis));
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "dim-label");
  gtk_widget_add_css_class (heading, "caption");
  gtk_widget_set_layout_manager (box, g_object_new (ATLAS_TYPE_WRAP_LAYOUT, NULL));
  for (guint i = 0; i < regions->len; i++)
    gtk_box_append (GTK_BOX (box), region_button_new (g_ptr_array_index (regions, i)));
  gtk_box_append (self->regions, heading);
  gtk_box_append (self->regions, box);
}

static void
show_regions (AtlasProgrammePage          *self,
              const AtlasProgrammeFigures *found)
{
  atlas_panel_clear (self->regions);
  for (int basis = 0; basis < ATLAS_PROGRAMME_N_BASES; basis++)
    add_regions (self, found, (AtlasProgrammeBasis) basis);
}

static GtkWidget *
chart_card_new (AtlasProgrammePage         *self,
                const AtlasProgramme       *programme,
                const AtlasProgrammeAnswer *answer)
{
  g_autofree char *title = atlas_programme_answer_dup_title (answer, atlas_programme_get_name (programme));
  GtkWidget *card = atlas_chart_card_new (self->session);
  g_autoptr (AtlasChartSpec) spec = NULL;
  AtlasChartKind kind = ATLAS_CHART_BAR;

  atlas_chart_kind_from_id (answer->kind, &kind);
  spec = atlas_chart_spec_new (kind, answer->table);
  if (kind == ATLAS_CHART_LINE || kind == ATLAS_CHART_STEP)
    atlas_chart_spec_choose_slots (spec, atlas_session_get_dataset (self->session));
  atlas_chart_spec_set_card_titles (spec, title);
  atlas_chart_card_set_spec (ATLAS_CHART_CARD (card), spec);
  return card;
}

/* Tables take the whole width, below the charts. */
static void
add_answer (AtlasProgrammePage         *self,
            AtlasCardGrid              *cards,
            const AtlasProgramme       *programme,
            const AtlasProgrammeAnswer *answer)
{
  g_ptr_array_add (self->tables, atlas_table_ref (answer->table));
  if (atlas_programme_answer_is_table (answer))
    gtk_box_append (self->answers, atlas_answer_table_new (self->session, answer->table));
  else
    atlas_card_grid_append (cards, chart_card_new (self, programme, answer));
}

/* What is said where no chart and no table answers; CONTENT: (nullable), with ERROR. */
static const char *
get_no_answer (const AtlasProgrammeFigures *found,
               const GError                *error)
{
  if (error != NULL)
    return error->message;
  return found->figures->len > 0 ? _("The figures below are all that is held; no chart answers this yet.")
                                 : _("The dataset holds no figures on this yet.");
}

/* Rows of registers stand below the tables. CONTENT: (nullable): ERROR says why. */
static void
show_answers (AtlasProgrammePage          *self,
              const AtlasProgrammeFigures *found,
              const AtlasProgrammeContent *content,
              const GError                *error)
{
  guint n = content != NULL ? content->answers->len + content->registers->len : 0;
  AtlasCardGrid *cards = g_object_new (ATLAS_TYPE_CARD_GRID, "column-width", 400, "max-columns", 2, NULL);

  atlas_panel_clear (self->answers);
  g_ptr_array_set_size (self->tables, 0);
  gtk_box_append (self->answers, GTK_WIDGET (cards));
  for (guint i = 0; content != NULL && i < content->answers->len; i++)
    add_answer (self, cards, found->programme, g_ptr_array_index (content->answers, i));
  for (guint i = 0; content != NULL && i < content->registers->len; i++)
    gtk_box_append (self->answers, atlas_register_card_new (g_ptr_array_index (content->registers, i)));
  gtk_widget_set_visible (GTK_WIDGET (cards), gtk_widget_get_first_child (GTK_WIDGET (cards)) != NULL);
  gtk_label_set_text (self->no_answer, get_no_answer (found, error));
  gtk_widget_set_visible (GTK_WIDGET (self->answers), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->no_answer), n == 0);
}

/* The indicator and the values it is broken down by. */
static char *
dup_figure_name (AtlasCatalogue    *catalogue,
                 const AtlasFigure *figure)
{
  const AtlasIndicator *indicator = atlas_catalogue_find_indicator (catalogue, figure->indicator_id);
  GString *text = g_string_new (indicator != NULL ? atlas_indicator_get_name (indicator) : figure->indicator_id);

  for (guint i = 0; i < figure->dimensions->len; i++)
    {
      const AtlasDimensionPair *pair = g_ptr_array_index (figure->dimensions, i);
      const AtlasDimensionValue *value = atlas_catalogue_find_value (catalogue, pair->dimension, pair->value);

      g_string_append_printf (text, " · %s", value != NULL ? atlas_dimension_value_get_name (value) : pair->value);
    }
  return g_string_free (text, FALSE);
}

static char **
figure_row_new (AtlasCatalogue    *catalogue,
                const AtlasFigure *figure)
{
  const AtlasRegion *region = atlas_region_tree_lookup (atlas_catalogue_get_regions (catalogue), figure->region_code);
  char **cells = g_new0 (char *, 6);

  cells[0] = atlas_region_dup_short_name (region);
  cells[1] = dup_figure_name (catalogue, figure);
  cells[2] = atlas_format_label_with_unit (atlas_decimal_to_double (figure->value), figure->qualifier,
                                           atlas_catalogue_find_unit (catalogue, figure->unit), ATLAS_SCALE_ONE);
  cells[3] = atlas_format_period (atlas_figure_get_period (figure));
  cells[4] = g_strdup (figure->source->title);
  return cells;
}

static void
show_figures (AtlasProgrammePage          *self,
              const AtlasProgrammeFigures *found)
{
  AtlasCatalogue *catalogue = atlas_session_get_catalogue (self->session);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_ptr_array_unref (self->figures);
  self->figures = g_ptr_array_ref (found->figures);
  for (guint i = 0; i < self->figures->len; i++)
    g_ptr_array_add (rows, figure_row_new (catalogue, g_ptr_array_index (self->figures, i)));
  atlas_text_grid_set_rows (self->grid, rows, 0);
  gtk_widget_set_visible (self->figures_section, self->figures->len > 0);
}

static void
show_findings (AtlasProgrammePage          *self,
               const AtlasProgrammeContent *content)
{
  atlas_panel_clear (self->findings);
  for (guint i = 0; content != NULL && i < content->findings->len; i++)
    {
      const AtlasFinding *finding = g_ptr_array_index (content->findings, i);

      gtk_box_append (self->findings, atlas_panel_text_new (finding->message, finding->severity == ATLAS_SEVERITY_WARNING
                                                                                ? "warning" : NULL));
    }
  gtk_widget_set_visible (self->findings_section, content != NULL && content->findings->len > 0);
}

/* The documents that describe it. */
static void
show_documents (AtlasProgrammePage   *self,
                const AtlasProgramme *programme)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  atlas_panel_clear (self->documents);
  for (guint i = 0; programme->sources[i] != NULL; i++)
    {
      AtlasSource *source =
        atlas_catalogue_find_source (atlas_session_get_catalogue (self->session), programme->sources[i]);

      if (source != NULL)
        gtk_box_append (self->documents, atlas_panel_card_new (source, none));
    }
  gtk_widget_set_visible (self->documents_section, gtk_widget_get_first_child (GTK_WIDGET (self->documents)) != NULL);
}

/* Where it is entered: as a figure of a document, or as rows of these registers. */
static void
show_entry (AtlasProgrammePage   *self,
            const AtlasProgramme *programme)
{
  const AtlasIndicator *indicator =
    atlas_programme_find_indicator (programme, atlas_session_get_catalogue (self->session));
  g_autoptr (GPtrArray) tables = atlas_programme_list_tables (programme);

  gtk_label_set_text (self->to_enter, atlas_programme_get_to_enter (programme));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->new_figure), "s",
                                    indicator != NULL ? indicator->indicator_id : "");
  atlas_panel_clear (self->registers);
  for (guint i = 0; i < tables->len; i++)
    gtk_box_append (self->registers, atlas_register_link_new (g_ptr_array_index (tables, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->registers), tables->len > 0);
}

/* ANSWER (transfer full) (nullable): ERROR says why. */
static void
show (gpointer      page,
      gpointer      answer,
      const GError *error)
{
  AtlasProgrammePage *self = page;
  g_autoptr (AtlasProgrammeContent) content = answer;
  const AtlasProgrammeFigures *found = self->question->found;

  show_head (self, found->programme);
  show_regions (self, found);
  show_answers (self, found, content, error);
  show_figures (self, found);
  show_findings (self, content);
  show_entry (self, found->programme);
  show_documents (self, found->programme);
  if (g_strcmp0 (self->shown, found->programme->programme_id) != 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  g_free (self->shown);
  self->shown = g_strdup (found->programme->programme_id);
  g_signal_emit (self, signals[SHOWN], 0);
}

void
atlas_programme_page_show (AtlasProgrammePage          *self,
                           AtlasProgrammeList          *list,
                           const AtlasProgrammeFigures *figures)
{
  static const AtlasInquiry inquiry = { atlas_programme_question_ask, show, (GDestroyNotify) atlas_programme_question_free,
                                        (GDestroyNotify) atlas_programme_content_free };
  const AtlasRegion *region = atlas_session_lookup_region (self->session);

  g_return_if_fail (ATLAS_IS_PROGRAMME_PAGE (self));

  g_clear_pointer (&self->question, atlas_programme_question_free);
  self->question = atlas_programme_question_new (list, figures, region);
  atlas_inquiry_begin (&inquiry, self->session, self, &self->asking, atlas_programme_question_new (list, figures, region));
}

void
atlas_programme_page_stop (AtlasProgrammePage *self)
{
  g_return_if_fail (ATLAS_IS_PROGRAMME_PAGE (self));

  atlas_inquiry_stop (&self->asking);
}

gboolean
atlas_programme_page_is_asking (AtlasProgrammePage *self)
{
  g_return_val_if_fail (ATLAS_IS_PROGRAMME_PAGE (self), FALSE);

  return self->asking != NULL;
}

/* The figure with its document, as a mark of a chart is shown. */
static void
figure_selected (AtlasProgrammePage *self)
{
  guint row = atlas_text_grid_get_selected (self->grid);
  const AtlasFigure *figure = row < self->figures->len ? g_ptr_array_index (self->figures, row) : NULL;

  if (figure != NULL)
    atlas_session_select_figure (self->session, figure->figure_id, figure->indicator_id, figure->region_code, NULL);
}

static void
atlas_programme_page_dispose (GObject *object)
{
  AtlasProgrammePage *self = ATLAS_PROGRAMME_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_PROGRAMME_PAGE);
  atlas_inquiry_stop (&self->asking);
  g_clear_pointer (&self->question, atlas_programme_question_free);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_pointer (&self->tables, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (atlas_programme_page_parent_class)->dispose (object);
}

static void
atlas_programme_page_class_init (AtlasProgrammePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_programme_page_dispose;
  signals[SHOWN] = g_signal_new ("shown", ATLAS_TYPE_PROGRAMME_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (ATLAS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/programme-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasProgrammePage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, AtlasProgrammePage, title);
  gtk_widget_class_bind_template_child (widget_class, AtlasProgrammePage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, AtlasProgrammePage, description);
  gtk_widget_class_bind_template_child (widget_class, AtlasProgrammePage, regions);
  gtk_widget_class_bind_template_child (widget_class, AtlasProgrammePage, asked);
  gtk_widget_class_bind_template_child (widget_class, AtlasProgrammePage, answers);
  gtk_widget_class_bind_template_child (widget_class, AtlasProgrammePage, no_answer);
  gtk_widget_class_bind_template_child (widget_class, AtlasProgrammePage, figures_section);
  gtk_widget_class_bind_template_child (widget_class, AtlasProgrammePage, figures_box);
  gtk_widget_class_bind_template_child (widget_class, AtlasProgrammePage, findings_section);
  gtk_widget_class_bind_template_child (widget_class, AtlasProgrammePage, findings);
  gtk_widget_class_bind_template_child (widget_class, AtlasProgrammePage, documents_section);
  gtk_widget_class_bind_template_child (widget_class, AtlasProgrammePage, documents);
  gtk_widget_class_bind_template_child (widget_class, AtlasProgrammePage, to_enter);
  gtk_widget_class_bind_template_child (widget_class, AtlasProgrammePage, new_figure);
  gtk_widget_class_bind_template_child (widget_class, AtlasProgrammePage, registers);
}

static void
add_grid (AtlasProgrammePage *self)
{
  const AtlasGridColumn columns[] = {
    { _("Region"), 84 }, { _("Figure"), .wraps = TRUE }, { _("Value"), 120, TRUE }, { _("Period"), 88 },
    { _("Document"), 150 },
  };

  self->grid = ATLAS_TEXT_GRID (atlas_text_grid_new (_("Published figures"), columns, G_N_ELEMENTS (columns)));
  atlas_text_grid_set_max_height (self->grid, MAX_HEIGHT);
  g_signal_connect_object (self->grid, "selection-changed", G_CALLBACK (figure_selected), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->figures_box, GTK_WIDGET (self->grid));
}

static void
atlas_programme_page_init (AtlasProgrammePage *self)
{
  self->figures = g_ptr_array_new ();
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
atlas_programme_page_new (AtlasSession *session)
{
  AtlasProgrammePage *self = g_object_new (ATLAS_TYPE_PROGRAMME_PAGE, NULL);

  self->session = g_object_ref (session);
  add_grid (self);
  return GTK_WIDGET (self);
}

static gpointer
ref_table (gconstpointer table,
           gpointer      data)
{
  return atlas_table_ref ((AtlasTable *) table);
}

GPtrArray *
atlas_programme_page_dup_tables (AtlasProgrammePage *self)
{
  g_return_val_if_fail (ATLAS_IS_PROGRAMME_PAGE (self), NULL);

  return g_ptr_array_copy (self->tables, ref_table, NULL);
}

AtlasTextGrid *
atlas_programme_page_get_grid (AtlasProgrammePage *self)
{
  g_return_val_if_fail (ATLAS_IS_PROGRAMME_PAGE (self), NULL);

  return self->grid;
}

static void
append_children (GtkWidget *box,
                 GString   *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child))
      g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (child)));
    else if (GTK_IS_BUTTON (child))
      g_string_append_printf (text, "%s\n", gtk_button_get_label (GTK_BUTTON (child)));
    else
      append_children (child, text);
}

char *
atlas_programme_page_dup_text (AtlasProgrammePage *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (ATLAS_IS_PROGRAMME_PAGE (self), NULL);

  g_string_append_printf (text, "%s\n%s\n%s\n", gtk_label_get_text (self->title), gtk_label_get_text (self->subtitle),
                          gtk_label_get_text (self->description));
  append_children (GTK_WIDGET (self->regions), text);
  g_string_append_printf (text, "%s\n", gtk_label_get_text (self->asked));
  if (gtk_widget_get_visible (GTK_WIDGET (self->no_answer)))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (self->no_answer));
  append_children (GTK_WIDGET (self->findings), text);
  append_children (GTK_WIDGET (self->documents), text);
  g_string_append_printf (text, "%s\n", gtk_label_get_text (self->to_enter));
  append_children (GTK_WIDGET (self->registers), text);
  return g_string_free (text, FALSE);
}
