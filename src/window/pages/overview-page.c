/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/overview-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "window/cards/card-context.h"
#include "window/cards/card-deck.h"
#include "window/cards/empty-notice.h"
#include "window/pages/attention-list.h"
#include "window/pages/funding-cards.h"
#include "window/pages/indicator-button.h"
#include "window/pages/overview-cards.h"
#include "window/pages/page-charts.h"
#include "window/pages/personnel-cards.h"
#include "window/parts/owned-task.h"
#include "window/parts/worker.h"
#include "window/parts/wrap-layout.h"
#include "window/regions/region-path.h"

static const AtlasCardKind figures[] = {
  { atlas_overview_make_certified, .form = ATLAS_CARD_KEY_FIGURE },
  { atlas_overview_make_stations, .form = ATLAS_CARD_KEY_FIGURE },
  { atlas_overview_make_funding, .form = ATLAS_CARD_KEY_FIGURE },
  { atlas_overview_make_organisations, .form = ATLAS_CARD_KEY_FIGURE },
};

static const AtlasCardKind charts[] = {
  { atlas_overview_make_grades }, { atlas_overview_make_purposes }, { atlas_overview_make_coverage },
  { atlas_overview_make_trend },  { atlas_overview_make_strip },    { atlas_funding_make_sources },
  { atlas_overview_make_ranking },
};

static const AtlasCardKind people[] = {
  { atlas_personnel_make_scatter },
  { atlas_personnel_make_seniors, .form = ATLAS_CARD_LIST },
  { atlas_personnel_make_expiring },
  { atlas_personnel_make_education },
  { atlas_personnel_make_education_by_station, .form = ATLAS_CARD_LIST },
  { atlas_personnel_make_exam, .form = ATLAS_CARD_LIST, .is_wide = TRUE },
};

struct _AtlasOverviewPage
{
  GtkWidget parent_instance;

  AtlasSession *session;
  gboolean is_stale;  /* changed since it was last shown */
  GCancellable *cancellable; /* (nullable): of the worker that looks for what needs attention */
  char *others; /* (nullable): what figures of the region there are that the page does not show */
  AtlasCardDeck *deck; /* (nullable): figures and charts, until the page is shown */
  AtlasCardDeck *people_deck; /* (nullable): the same on people, asked beside them */

  GtkWidget *scroller; /* bound so that the template takes it away */
  GtkWidget *bar;
  AtlasRegionPath *path;
  GtkLabel *title;
  GtkActionable *programmes_button;
  AtlasIndicatorButton *indicator_button;
  GtkWidget *figures;
  AtlasCardGrid *key_figures;
  AtlasCardGrid *charts;
  AtlasCardGrid *people;
  GtkWidget *attention_card;
  AtlasEmptyNotice *empty;

  AtlasAttentionList *attention; /* (nullable): until the page is shown */
};

static void page_init (AtlasPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasOverviewPage, atlas_overview_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ATLAS_TYPE_PAGE, page_init))

static void
update_title (AtlasOverviewPage *self,
              const AtlasRegion *region)
{
  atlas_region_path_show (self->path, self->session, region);
  gtk_label_set_text (self->title, atlas_region_get_display_name (region));
  gtk_actionable_set_action_target (self->programmes_button, "s", region->code);
  gtk_actionable_set_action_name (self->programmes_button, "win.show-programmes");
}

/* What needs attention, as found in a worker. */
typedef struct {
  GPtrArray *findings; /* (element-type AtlasFinding) */
  char *completeness;  /* (nullable) */
  char *others;        /* what figures there are that the page does not show; "" where there are none */
} Attention;

static void
attention_free (Attention *self)
{
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self->completeness);
  g_free (self->others);
  g_free (self);
}

/* "3 of 5 divisions have a figure": a gap that no check finds, since nothing contradicts it; (nullable). */
static char *
dup_completeness (AtlasCardContext *context)
{
  g_autoptr (AtlasTable) table = atlas_card_ask_children (context, context->indicator, NULL, NULL);
  guint n_rows, n_values;

  if (table == NULL || atlas_table_count_missing (table) == 0)
    return NULL;
  n_rows = atlas_table_get_n_rows (table);
  n_values = n_rows - atlas_table_count_missing (table);
  return g_strdup_printf (ngettext ("%u of %u division below has a figure of “%s”",
                                    "%u of %u divisions below have a figure of “%s”", n_rows),
                          n_values, n_rows, atlas_indicator_get_name (atlas_table_get_indicator (table)));
}

/* "1 figure of another kind is published: population": what the page does not show but the indicator button does. */
static char *
dup_other_figures (AtlasCardContext *context,
                   AtlasDataset     *dataset)
{
  const char *codes[] = { context->region->code, NULL };
  g_autoptr (GPtrArray) figures_of_region = atlas_dataset_load_figures (dataset, NULL, codes, NULL);
  guint n = figures_of_region != NULL ? figures_of_region->len : 0;
  const AtlasIndicator *first;

  if (n == 0)
    return g_strdup ("");
  first = atlas_catalogue_find_indicator (context->catalogue,
                                          ((AtlasFigure *) g_ptr_array_index (figures_of_region, 0))->indicator_id);
  return g_strdup_printf (ngettext ("%u figure of another kind is published (%s). ",
                                    "%u figures of other kinds are published (%s …). ", n),
                          n, atlas_indicator_get_name (first));
}

/* The checks of a nation's registers take as long as all else that the page shows. */
static Attention *
find (AtlasCardContext  *view,
      GError           **error)
{
  AtlasDataset *dataset = atlas_card_context_get_dataset (view, error);
  GPtrArray *findings = dataset != NULL ? atlas_checks_run (dataset, view->catalogue, view->region, error) : NULL;
  Attention *attention;

  if (findings == NULL)
    return NULL;
  attention = g_new0 (Attention, 1);
  attention->findings = findings;
  attention->completeness = dup_completeness (view);
  attention->others = dup_other_figures (view, dataset);
  return attention;
}

static void
find_in_worker (GTask        *task,
                gpointer      source,
                gpointer      context,
                GCancellable *cancellable)
{
  GError *error = NULL;
  Attention *attention = find (context, &error);

  atlas_card_context_close (context);
  if (attention != NULL)
    g_task_return_pointer (task, attention, (GDestroyNotify) attention_free);
  else
    g_task_return_error (task, error);
}

/* Once all is known. The nation's trend alone says nothing of a region. */
static void
update_empty (AtlasOverviewPage *self)
{
  const AtlasRegion *region = atlas_session_lookup_region (self->session);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (self->cancellable != NULL || !atlas_card_deck_is_complete (self->deck) || !atlas_card_deck_is_complete (self->people_deck))
    return;
  if (atlas_card_deck_has_content (self->deck) || atlas_card_deck_has_content (self->people_deck))
    {
      atlas_empty_notice_hide (self->empty);
      return;
    }
  title = g_strdup_printf (_("No Figures of %s Yet"), atlas_region_get_display_name (region));
  text = g_strconcat (self->others != NULL ? self->others : "", _("Enter one that has been published, with its document, or import a register."), NULL);
  atlas_empty_notice_show (self->empty, self->session, title, text);
}

static void
show_attention (AtlasOverviewPage *self,
                const Attention   *attention)
{
  atlas_attention_list_add_findings (self->attention, attention->findings);
  if (attention->completeness != NULL)
    atlas_attention_list_add_notice (self->attention, attention->completeness);
}

static void
found_cb (GObject      *owner,
          GAsyncResult *result,
          gpointer      user_data)
{
  AtlasOverviewPage *self = ATLAS_OVERVIEW_PAGE (owner);
  g_autoptr (GError) error = NULL;
  Attention *attention = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  atlas_attention_list_clear (self->attention);
  g_clear_pointer (&self->others, g_free);
  if (attention != NULL)
    {
      show_attention (self, attention);
      self->others = g_steal_pointer (&attention->others);
      attention_free (attention);
    }
  else
    {
      atlas_attention_list_add_notice (self->attention, error->message);
    }
  update_empty (self);
}

/* While the page fills. */
static void
begin_attention (AtlasOverviewPage *self)
{
  g_autoptr (GTask) task = NULL;

  self->cancellable = g_cancellable_new ();
  task = atlas_owned_task_new (self, self->cancellable, found_cb, NULL);
  g_task_set_source_tag (task, begin_attention);
  g_task_set_task_data (task, atlas_card_context_new (self->session), (GDestroyNotify) atlas_card_context_unref);
  atlas_worker_run (task, find_in_worker);
}

/* What is being looked for is asked no longer. */
static void
stop (AtlasOverviewPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->attention == NULL)
    return;
  atlas_card_deck_stop (self->deck);
  atlas_card_deck_stop (self->people_deck);
}

/* Among the charts, since on a large screen there is room beside it. */
static void
add_attention (AtlasOverviewPage *self)
{
  self->attention = ATLAS_ATTENTION_LIST (atlas_attention_list_new (self->session));
  gtk_box_append (GTK_BOX (self->attention_card), GTK_WIDGET (self->attention));
  atlas_card_grid_append (self->charts, self->attention_card);
  atlas_card_grid_set_least_width (self->charts, self->attention_card, ATLAS_CARD_GRID_WIDE);
}

/* When the page is first shown. */
static void
add_cards (AtlasOverviewPage *self)
{
  self->deck = atlas_card_deck_new (self->session);
  atlas_card_deck_add (self->deck, self->key_figures, figures, G_N_ELEMENTS (figures));
  atlas_card_deck_add (self->deck, self->charts, charts, G_N_ELEMENTS (charts));
  add_attention (self);
  g_signal_connect_object (self->deck, "complete", G_CALLBACK (update_empty), self, G_CONNECT_SWAPPED);
  self->people_deck = atlas_card_deck_new (self->session);
  atlas_card_deck_add (self->people_deck, self->people, people, G_N_ELEMENTS (people));
  g_signal_connect_object (self->people_deck, "complete", G_CALLBACK (update_empty), self, G_CONNECT_SWAPPED);
}

static void
update (AtlasOverviewPage *self)
{
  const AtlasRegion *region = atlas_session_lookup_region (self->session);

  stop (self);
  if (self->attention == NULL)
    add_cards (self);
  self->is_stale = FALSE;
  update_title (self, region);
  atlas_card_deck_ask (self->deck);
  atlas_card_deck_ask (self->people_deck);
  begin_attention (self);
}

static void
subject_changed (AtlasOverviewPage *self)
{
  stop (self);
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && atlas_session_lookup_region (self->session) != NULL)
    update (self);
}

static void
atlas_overview_page_map (GtkWidget *widget)
{
  AtlasOverviewPage *self = ATLAS_OVERVIEW_PAGE (widget);

  if (self->is_stale && atlas_session_lookup_region (self->session) != NULL)
    update (self);
  GTK_WIDGET_CLASS (atlas_overview_page_parent_class)->map (widget);
}

static gboolean
is_complete (AtlasPage *page)
{
  AtlasOverviewPage *self = ATLAS_OVERVIEW_PAGE (page);

  return !self->is_stale && self->cancellable == NULL && atlas_card_deck_is_complete (self->deck) &&
         atlas_card_deck_is_complete (self->people_deck);
}

static void
page_init (AtlasPageInterface *iface)
{
  atlas_page_charts_init (iface);
  iface->is_complete = is_complete;
}

static void
atlas_overview_page_dispose (GObject *object)
{
  AtlasOverviewPage *self = ATLAS_OVERVIEW_PAGE (object);

  stop (self);
  g_clear_object (&self->deck);
  g_clear_object (&self->people_deck);
  g_clear_pointer (&self->others, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_OVERVIEW_PAGE);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atlas_overview_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasOverviewPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, AtlasOverviewPage, bar);
  gtk_widget_class_bind_template_child (widget_class, AtlasOverviewPage, path);
  gtk_widget_class_bind_template_child (widget_class, AtlasOverviewPage, title);
  gtk_widget_class_bind_template_child (widget_class, AtlasOverviewPage, indicator_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasOverviewPage, programmes_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasOverviewPage, figures);
  gtk_widget_class_bind_template_child (widget_class, AtlasOverviewPage, key_figures);
  gtk_widget_class_bind_template_child (widget_class, AtlasOverviewPage, charts);
  gtk_widget_class_bind_template_child (widget_class, AtlasOverviewPage, people);
  gtk_widget_class_bind_template_child (widget_class, AtlasOverviewPage, attention_card);
  gtk_widget_class_bind_template_child (widget_class, AtlasOverviewPage, empty);
}

static void
atlas_overview_page_class_init (AtlasOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_overview_page_dispose;
  widget_class->map = atlas_overview_page_map;
  g_type_ensure (ATLAS_TYPE_CARD_GRID);
  g_type_ensure (ATLAS_TYPE_EMPTY_NOTICE);
  g_type_ensure (ATLAS_TYPE_INDICATOR_BUTTON);
  g_type_ensure (ATLAS_TYPE_REGION_PATH);
  g_type_ensure (ATLAS_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
}

static void
atlas_overview_page_init (AtlasOverviewPage *self)
{
  self->is_stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
atlas_overview_page_new (AtlasSession *session)
{
  AtlasOverviewPage *self = g_object_new (ATLAS_TYPE_OVERVIEW_PAGE, NULL);

  self->session = g_object_ref (session);
  atlas_indicator_button_set_session (self->indicator_button, session);
  g_signal_connect_object (session, "subject-changed", G_CALLBACK (subject_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "dataset-changed", G_CALLBACK (subject_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
