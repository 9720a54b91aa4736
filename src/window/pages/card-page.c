/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/card-page.h"

#include <glib/gi18n.h>

#include "window/cards/card-display.h"
#include "window/cards/card-grid.h"
#include "window/cards/chart-card.h"
#include "window/cards/empty-notice.h"
#include "window/cards/list-card.h"
#include "window/pages/indicator-button.h"
#include "window/pages/page-charts.h"
#include "window/parts/owned-task.h"
#include "window/parts/wrap-layout.h"
#include "window/regions/region-path.h"

struct _AtlasCardPage
{
  GtkWidget parent_instance;

  AtlasSession *session;
  const AtlasCardPageKind *kind;
  GtkWidget **cards;          /* (nullable): until the page is shown */
  gboolean is_stale;          /* changed since it was last shown */
  GCancellable *cancellable;  /* (nullable): of what is being asked */
  AtlasCardContext *context;  /* (nullable): what is being asked; it holds the dataset open */
  guint next_card;            /* to be asked, of those that are asked one after the other */
  guint n_shown;              /* cards so far */
  gboolean has_content;       /* whether any card has something to show */
  GString *findings;

  GtkWidget *scroller; /* bound so that the template takes it away */
  AtlasRegionPath *path;
  GtkLabel *title;
  AtlasIndicatorButton *indicator_button;
  GtkLabel *finding;
  AtlasEmptyNotice *empty;
  AtlasCardGrid *grid;
};

typedef struct {
  AtlasCardContext *context;
  AtlasCardMaker make;
} Job;

static void ask_next (AtlasCardPage *self);
static void page_init (AtlasPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasCardPage, atlas_card_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ATLAS_TYPE_PAGE, page_init))

static void
job_free (Job *self)
{
  atlas_card_context_unref (self->context);
  g_free (self);
}

static void
make_in_worker (GTask        *task,
                gpointer      owner,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  AtlasCardContent *content = job->make (job->context, &error);

  if (content != NULL)
    g_task_return_pointer (task, content, (GDestroyNotify) atlas_card_content_free);
  else
    g_task_return_error (task, error);
}

static void
add_finding (AtlasCardPage *self,
             const char    *finding)
{
  if (finding == NULL)
    return;
  g_string_append_printf (self->findings, "%s%s", self->findings->len > 0 ? "\n" : "", finding);
}

/* Takes CONTENT. */
static void
show_content (AtlasCardPage    *self,
              guint             n,
              AtlasCardContent *content)
{
  add_finding (self, content->finding);
  atlas_card_grid_set_lacking (self->grid, self->cards[n], atlas_card_content_is_lacking (content));
  self->has_content |= atlas_card_show (self->cards[n], self->session, content);
}

static void
update_empty (AtlasCardPage *self)
{
  if (self->has_content)
    atlas_empty_notice_hide (self->empty);
  else
    atlas_empty_notice_show (self->empty, self->context->region, gettext (self->kind->empty_title),
                             gettext (self->kind->empty_advice));
}

static void
finish (AtlasCardPage *self)
{
  update_empty (self);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->context, atlas_card_context_unref);
  gtk_label_set_text (self->finding, self->findings->str);
  gtk_widget_set_visible (GTK_WIDGET (self->finding), self->findings->len > 0);
  gtk_widget_remove_css_class (GTK_WIDGET (self->finding), "stale");
}

static void
made_cb (GObject      *owner,
         GAsyncResult *result,
         gpointer      user_data)
{
  AtlasCardPage *self = ATLAS_CARD_PAGE (owner);
  guint n = GPOINTER_TO_UINT (user_data);
  g_autoptr (GError) error = NULL;
  AtlasCardContent *content = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (content == NULL)
    content = atlas_card_content_new_empty (_("The dataset could not be asked"), error->message);
  show_content (self, n, content);
  self->n_shown++;
  if (!self->kind->cards[n].is_apart)
    ask_next (self);
  if (self->n_shown == self->kind->n_cards)
    finish (self);
}

/* Takes CONTEXT. */
static void
ask (AtlasCardPage    *self,
     guint             n,
     AtlasCardContext *context)
{
  g_autoptr (GTask) task = atlas_owned_task_new (self, self->cancellable, made_cb, GUINT_TO_POINTER (n));
  Job *job = g_new0 (Job, 1);

  job->context = context;
  job->make = self->kind->cards[n].make;
  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, make_in_worker);
}

static void
ask_next (AtlasCardPage *self)
{
  while (self->next_card < self->kind->n_cards && self->kind->cards[self->next_card].is_apart)
    self->next_card++;
  if (self->next_card < self->kind->n_cards)
    ask (self, self->next_card++, atlas_card_context_ref (self->context));
}

/* Each with a connection of its own. */
static void
ask_apart (AtlasCardPage *self)
{
  for (guint i = 0; i < self->kind->n_cards; i++)
    if (self->kind->cards[i].is_apart)
      ask (self, i, atlas_card_context_new (self->session));
}

static void
stop (AtlasCardPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->context, atlas_card_context_unref);
}

/* Made when the page is first shown. */
static void
add_cards (AtlasCardPage *self)
{
  self->cards = g_new0 (GtkWidget *, self->kind->n_cards);
  for (guint i = 0; i < self->kind->n_cards; i++)
    {
      const AtlasCardKind *kind = &self->kind->cards[i];

      self->cards[i] = kind->is_list ? atlas_list_card_new (self->session) : atlas_chart_card_new (self->session);
      gtk_widget_set_visible (self->cards[i], FALSE);
      atlas_card_grid_append (self->grid, self->cards[i]);
      atlas_card_grid_set_wide (self->grid, self->cards[i], kind->is_wide);
    }
}

static void
update (AtlasCardPage *self)
{
  const AtlasRegion *region = atlas_session_lookup_region (self->session);

  if (self->cards == NULL)
    add_cards (self);
  self->is_stale = FALSE;
  self->next_card = self->n_shown = 0;
  self->has_content = FALSE;
  g_string_truncate (self->findings, 0);
  atlas_region_path_show (self->path, self->session, region);
  gtk_label_set_text (self->title, atlas_region_get_display_name (region));
  for (guint i = 0; i < self->kind->n_cards; i++)
    gtk_widget_add_css_class (self->cards[i], "stale");
  gtk_widget_add_css_class (GTK_WIDGET (self->finding), "stale");
  self->context = atlas_card_context_new (self->session);
  self->cancellable = g_cancellable_new ();
  ask_apart (self);
  ask_next (self);
}

static void
subject_changed (AtlasCardPage *self)
{
  stop (self);
  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && atlas_session_lookup_region (self->session) != NULL)
    update (self);
}

static void
atlas_card_page_map (GtkWidget *widget)
{
  AtlasCardPage *self = ATLAS_CARD_PAGE (widget);

  if (self->is_stale && atlas_session_lookup_region (self->session) != NULL)
    update (self);
  GTK_WIDGET_CLASS (atlas_card_page_parent_class)->map (widget);
}

static gboolean
is_complete (AtlasPage *page)
{
  AtlasCardPage *self = ATLAS_CARD_PAGE (page);

  return !self->is_stale && self->n_shown == self->kind->n_cards;
}

static void
page_init (AtlasPageInterface *iface)
{
  atlas_page_charts_init (iface);
  iface->is_complete = is_complete;
}

static void
atlas_card_page_dispose (GObject *object)
{
  AtlasCardPage *self = ATLAS_CARD_PAGE (object);

  stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_CARD_PAGE);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atlas_card_page_parent_class)->dispose (object);
}

static void
atlas_card_page_finalize (GObject *object)
{
  AtlasCardPage *self = ATLAS_CARD_PAGE (object);

  g_free (self->cards);
  g_string_free (self->findings, TRUE);
  G_OBJECT_CLASS (atlas_card_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/card-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasCardPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, AtlasCardPage, path);
  gtk_widget_class_bind_template_child (widget_class, AtlasCardPage, title);
  gtk_widget_class_bind_template_child (widget_class, AtlasCardPage, indicator_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasCardPage, finding);
  gtk_widget_class_bind_template_child (widget_class, AtlasCardPage, grid);
  gtk_widget_class_bind_template_child (widget_class, AtlasCardPage, empty);
}

static void
atlas_card_page_class_init (AtlasCardPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_card_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = atlas_card_page_finalize;
  widget_class->map = atlas_card_page_map;
  g_type_ensure (ATLAS_TYPE_CARD_GRID);
  g_type_ensure (ATLAS_TYPE_EMPTY_NOTICE);
  g_type_ensure (ATLAS_TYPE_INDICATOR_BUTTON);
  g_type_ensure (ATLAS_TYPE_REGION_PATH);
  g_type_ensure (ATLAS_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
}

static void
atlas_card_page_init (AtlasCardPage *self)
{
  self->is_stale = TRUE;
  self->findings = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
atlas_card_page_new (AtlasSession            *session,
                     const AtlasCardPageKind *kind)
{
  AtlasCardPage *self = g_object_new (ATLAS_TYPE_CARD_PAGE, NULL);

  self->session = g_object_ref (session);
  self->kind = kind;
  atlas_indicator_button_set_session (self->indicator_button, session);
  gtk_widget_set_visible (GTK_WIDGET (self->indicator_button), kind->has_indicator);
  g_signal_connect_object (session, "subject-changed", G_CALLBACK (subject_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "dataset-changed", G_CALLBACK (subject_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

GtkWidget *
atlas_card_page_get_card (AtlasCardPage *self,
                          guint          n)
{
  g_return_val_if_fail (ATLAS_IS_CARD_PAGE (self), NULL);
  g_return_val_if_fail (n < self->kind->n_cards && self->cards != NULL, NULL);

  return self->cards[n];
}

const char *
atlas_card_page_get_findings (AtlasCardPage *self)
{
  g_return_val_if_fail (ATLAS_IS_CARD_PAGE (self), NULL);

  return gtk_label_get_text (self->finding);
}
