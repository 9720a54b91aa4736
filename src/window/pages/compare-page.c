/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/compare-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "reports/sentences.h"
#include "window/cards/card-deck.h"
#include "window/pages/compare-bar.h"
#include "window/pages/compare-cards.h"
#include "window/pages/compare-gaps.h"
#include "window/pages/compare-lines.h"
#include "window/pages/difference-table.h"
#include "window/pages/page-charts.h"
#include "window/pages/page-questions.h"
#include "window/pages/reference-chooser.h"
#include "window/parts/owned-task.h"
#include "window/parts/worker.h"
#include "window/parts/wrap-layout.h"

static const AtlasCardKind cards[] = {
  { atlas_compare_make_chart },  { atlas_compare_make_chart }, { atlas_compare_make_chart },  { atlas_compare_make_chart },
  { atlas_compare_make_chart },  { atlas_compare_make_chart }, { atlas_compare_make_change }, { atlas_compare_make_grades },
};

struct _AtlasComparePage
{
  GtkWidget parent_instance;

  AtlasSession *session;
  gboolean is_stale;         /* changed since it was last shown */
  char *subject;             /* (nullable): what is shown, but for the answers themselves */
  AtlasCardDeck *deck;       /* (nullable): the charts, until there is something to compare */
  GCancellable *cancellable; /* (nullable): of the worker that is asked for what stands side by side */

  GtkWidget *scroller; /* bound so that the template takes it away */
  GtkWidget *content;
  GtkWidget *comparison;
  GtkLabel *finding;
  GtkDropDown *difference_mode; /* in the order of AtlasDifferenceMode */
  GtkWidget *empty;
  AtlasCardGrid *charts;
  AtlasCardGrid *tables;
  GtkWidget *table_controls;
  GtkWidget *table_card;
  GtkButton *suggestion;
  AtlasCompareBar *bar;
  AtlasReferenceChooser *reference_chooser;
  AtlasDifferenceTable *differences;
  AtlasCompareGaps *gaps;
};

static void page_init (AtlasPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasComparePage, atlas_compare_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ATLAS_TYPE_PAGE, page_init))

static const AtlasRegion *
lookup (AtlasComparePage *self,
        const char       *code)
{
  return atlas_region_tree_lookup (atlas_catalogue_get_regions (atlas_session_get_catalogue (self->session)), code);
}

static guint
count_regions (AtlasComparePage *self)
{
  return g_strv_length ((char **) atlas_session_get_compare (self->session));
}

/* In what they differ most, said in a sentence; where that cannot be said, nothing is. */
static void
show_finding (AtlasComparePage *self,
              GPtrArray        *tables)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  const char *const *codes = atlas_session_get_compare (self->session);
  g_autofree char *sentence = NULL;
  AtlasSpread spread;

  for (guint i = 0; codes[i] != NULL; i++)
    g_hash_table_insert (names, (gpointer) codes[i], atlas_region_dup_short_name (lookup (self, codes[i])));
  if (atlas_spread_find_widest (tables, &spread))
    sentence = atlas_sentence_spread (&spread, names);
  gtk_label_set_label (self->finding, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->finding), sentence != NULL);
}

/* What the table needs, in pixels: with its card, the names of indicators and numbers beside their differences. */
static int
measure_table (guint n_regions)
{
  return 260 + (int) n_regions * 190;
}

static void
set_lines_stale (AtlasComparePage *self,
                 gboolean          is_stale)
{
  GtkWidget *widgets[] = { self->table_card, GTK_WIDGET (self->finding), GTK_WIDGET (self->gaps) };

  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    if (is_stale)
      gtk_widget_add_css_class (widgets[i], "stale");
    else
      gtk_widget_remove_css_class (widgets[i], "stale");
}

static void
ask_in_worker (GTask        *task,
               gpointer      source,
               gpointer      context,
               GCancellable *cancellable)
{
  GError *error = NULL;
  AtlasCompareLines *lines = atlas_compare_lines_new (context, cancellable, &error);

  atlas_card_context_close (context);
  if (lines != NULL)
    g_task_return_pointer (task, lines, (GDestroyNotify) atlas_compare_lines_free);
  else
    g_task_return_error (task, error);
}

static gboolean
any_has_values (GPtrArray *tables)
{
  for (guint i = 0; i < tables->len; i++)
    if (atlas_table_has_values (g_ptr_array_index (tables, i)))
      return TRUE;
  return FALSE;
}

/* What cannot be asked is said on a chart's card already. */
static void
answered_cb (GObject      *owner,
             GAsyncResult *result,
             gpointer      user_data)
{
  AtlasComparePage *self = ATLAS_COMPARE_PAGE (owner);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasCompareLines) lines = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  GPtrArray *tables = lines != NULL ? lines->tables : none;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (self->table_card, any_has_values (tables));
  atlas_difference_table_set_tables (self->differences, tables, lines != NULL ? g_steal_pointer (&lines->ranks) : NULL);
  atlas_card_grid_set_least_width (self->tables, self->table_card, measure_table (count_regions (self)));
  atlas_compare_gaps_show (self->gaps, tables);
  show_finding (self, tables);
  set_lines_stale (self, FALSE);
}

static void
begin_lines (AtlasComparePage *self)
{
  g_autoptr (GTask) task = NULL;

  set_lines_stale (self, TRUE);
  self->cancellable = g_cancellable_new ();
  task = atlas_owned_task_new (self, self->cancellable, answered_cb, NULL);
  g_task_set_source_tag (task, begin_lines);
  g_task_set_task_data (task, atlas_card_context_new (self->session), (GDestroyNotify) atlas_card_context_unref);
  atlas_worker_run (task, ask_in_worker);
}

/* What could be compared at once: the shown region with the one above it. */
static void
update_suggestion (AtlasComparePage *self)
{
  const AtlasRegion *region = atlas_session_lookup_region (self->session);
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->suggestion), region != NULL && region->parent != NULL);
  if (region == NULL || region->parent == NULL)
    return;
  /* Translators: a region and the one above it, such as "Compare Wuzhong with Ningxia" */
  label = g_strdup_printf (_("Compare %s with %s"), atlas_region_get_display_name (region),
                           atlas_region_get_display_name (region->parent));
  gtk_button_set_label (self->suggestion, label);
}

static void
begin (AtlasComparePage *self)
{
  if (self->deck == NULL)
    {
      self->deck = atlas_card_deck_new (self->session);
      atlas_card_deck_add (self->deck, self->charts, cards, G_N_ELEMENTS (cards));
    }
  atlas_card_deck_ask (self->deck);
  begin_lines (self);
}

/* What is being asked is shown no more. */
static void
stop (AtlasComparePage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->deck != NULL)
    atlas_card_deck_stop (self->deck);
}

/* All of the view that a comparison depends on; (transfer full). */
static char *
dup_subject (AtlasComparePage *self)
{
  g_autofree char *codes = g_strjoinv (",", (char **) atlas_session_get_compare (self->session));

  return g_strdup_printf ("%s/%s/%d/%d/%d/%d/%d", codes, atlas_session_get_indicator (self->session),
                          atlas_session_get_first_year (self->session), atlas_session_get_last_year (self->session),
                          atlas_session_get_stand_in (self->session), atlas_session_get_per_10k (self->session),
                          atlas_session_get_as_index (self->session));
}

static void
update (AtlasComparePage *self)
{
  gboolean enough = count_regions (self) >= 2;

  self->is_stale = FALSE;
  g_free (self->subject);
  self->subject = dup_subject (self);
  atlas_compare_bar_update (self->bar);
  atlas_reference_chooser_update (self->reference_chooser);
  gtk_widget_set_visible (self->comparison, enough);
  gtk_widget_set_visible (self->empty, !enough);
  if (enough)
    begin (self);
  else
    update_suggestion (self);
}

static void
ask_anew (AtlasComparePage *self)
{
  stop (self);
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && atlas_session_get_catalogue (self->session) != NULL)
    update (self);
}

/* A comparison of regions is the same whichever region is chosen. */
static void
subject_changed (AtlasComparePage *self)
{
  g_autofree char *subject = dup_subject (self);

  if (self->is_stale || count_regions (self) < 2 || g_strcmp0 (subject, self->subject) != 0)
    ask_anew (self);
}

static void
atlas_compare_page_map (GtkWidget *widget)
{
  AtlasComparePage *self = ATLAS_COMPARE_PAGE (widget);

  if (self->is_stale && atlas_session_get_catalogue (self->session) != NULL)
    update (self);
  GTK_WIDGET_CLASS (atlas_compare_page_parent_class)->map (widget);
}

static gboolean
is_complete (AtlasPage *page)
{
  AtlasComparePage *self = ATLAS_COMPARE_PAGE (page);

  return !self->is_stale && self->cancellable == NULL && (count_regions (self) < 2 || atlas_card_deck_is_complete (self->deck));
}

static void
page_init (AtlasPageInterface *iface)
{
  atlas_page_charts_init (iface);
  iface->is_complete = is_complete;
}

static void
difference_mode_chosen (AtlasComparePage *self)
{
  if (self->differences != NULL) /* not while the template is read */
    atlas_difference_table_set_mode (self->differences, gtk_drop_down_get_selected (self->difference_mode));
}

static void
suggestion_clicked (AtlasComparePage *self)
{
  const AtlasRegion *region = atlas_session_lookup_region (self->session);
  const char *codes[] = { region->parent->code, region->code, NULL };

  atlas_session_set_compare (self->session, codes);
}

static void
atlas_compare_page_dispose (GObject *object)
{
  AtlasComparePage *self = ATLAS_COMPARE_PAGE (object);

  stop (self);
  g_clear_object (&self->deck);
  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_COMPARE_PAGE);
  g_clear_pointer (&self->subject, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atlas_compare_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasComparePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, AtlasComparePage, content);
  gtk_widget_class_bind_template_child (widget_class, AtlasComparePage, comparison);
  gtk_widget_class_bind_template_child (widget_class, AtlasComparePage, finding);
  gtk_widget_class_bind_template_child (widget_class, AtlasComparePage, difference_mode);
  gtk_widget_class_bind_template_child (widget_class, AtlasComparePage, empty);
  gtk_widget_class_bind_template_child (widget_class, AtlasComparePage, charts);
  gtk_widget_class_bind_template_child (widget_class, AtlasComparePage, tables);
  gtk_widget_class_bind_template_child (widget_class, AtlasComparePage, table_controls);
  gtk_widget_class_bind_template_child (widget_class, AtlasComparePage, table_card);
  gtk_widget_class_bind_template_child (widget_class, AtlasComparePage, suggestion);
  gtk_widget_class_bind_template_callback (widget_class, difference_mode_chosen);
  gtk_widget_class_bind_template_callback (widget_class, suggestion_clicked);
}

static void
atlas_compare_page_class_init (AtlasComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_compare_page_dispose;
  widget_class->map = atlas_compare_page_map;
  g_type_ensure (ATLAS_TYPE_CARD_GRID);
  g_type_ensure (ATLAS_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
}

static void
atlas_compare_page_init (AtlasComparePage *self)
{
  self->is_stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A region dragged from the list; what else a text may be is no region that the session knows. */
static gboolean
region_dropped_cb (AtlasComparePage *self,
                   const GValue     *value)
{
  return atlas_session_toggle_compare (self->session, g_value_get_string (value), TRUE);
}

static void
take_drops (AtlasComparePage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (region_dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
atlas_compare_page_new (AtlasSession *session)
{
  AtlasComparePage *self = g_object_new (ATLAS_TYPE_COMPARE_PAGE, NULL);

  self->session = g_object_ref (session);
  self->bar = ATLAS_COMPARE_BAR (atlas_compare_bar_new (session));
  gtk_box_prepend (GTK_BOX (self->content), GTK_WIDGET (self->bar));
  self->reference_chooser = ATLAS_REFERENCE_CHOOSER (atlas_reference_chooser_new (session));
  gtk_box_prepend (GTK_BOX (self->table_controls), GTK_WIDGET (self->reference_chooser));
  self->differences = ATLAS_DIFFERENCE_TABLE (atlas_difference_table_new (session));
  gtk_box_append (GTK_BOX (self->table_card), GTK_WIDGET (self->differences));
  self->gaps = ATLAS_COMPARE_GAPS (atlas_compare_gaps_new (session));
  /* Until something is found to be missing. */
  gtk_widget_set_visible (GTK_WIDGET (self->gaps), FALSE);
  atlas_card_grid_append (self->tables, GTK_WIDGET (self->gaps));
  take_drops (self);
  g_signal_connect_object (session, "subject-changed", G_CALLBACK (subject_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "dataset-changed", G_CALLBACK (ask_anew), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
