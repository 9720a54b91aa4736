/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/card-page.h"

#include <glib/gi18n.h>

#include "window/cards/empty-notice.h"
#include "window/pages/indicator-button.h"
#include "window/pages/page-charts.h"
#include "window/parts/wrap-layout.h"
#include "window/regions/region-path.h"

struct _AtlasCardPage
{
  GtkWidget parent_instance;

  AtlasSession *session;
  const AtlasCardPageKind *kind;
  AtlasCardDeck *deck; /* (nullable): until the page is shown */
  gboolean is_stale;   /* changed since it was last shown */
  GString *findings;

  GtkWidget *scroller; /* bound so that the template takes it away */
  AtlasRegionPath *path;
  GtkLabel *title;
  AtlasIndicatorButton *indicator_button;
  GtkLabel *finding;
  AtlasEmptyNotice *empty;
  AtlasCardGrid *grid;
};

static void page_init (AtlasPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasCardPage, atlas_card_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (ATLAS_TYPE_PAGE, page_init))

static void
add_finding (AtlasCardPage *self,
             const char    *finding)
{
  g_string_append_printf (self->findings, "%s%s", self->findings->len > 0 ? "\n" : "", finding);
}

static void
update_empty (AtlasCardPage *self)
{
  if (atlas_card_deck_has_content (self->deck))
    atlas_empty_notice_hide (self->empty);
  else
    atlas_empty_notice_show (self->empty, self->session, gettext (self->kind->empty_title),
                             gettext (self->kind->empty_advice));
}

static void
complete (AtlasCardPage *self)
{
  update_empty (self);
  gtk_label_set_text (self->finding, self->findings->str);
  gtk_widget_set_visible (GTK_WIDGET (self->finding), self->findings->len > 0);
  gtk_widget_remove_css_class (GTK_WIDGET (self->finding), "stale");
}

/* When the page is first shown. */
static void
add_cards (AtlasCardPage *self)
{
  self->deck = atlas_card_deck_new (self->session);
  atlas_card_deck_add (self->deck, self->grid, self->kind->cards, self->kind->n_cards);
  g_signal_connect_object (self->deck, "found", G_CALLBACK (add_finding), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->deck, "complete", G_CALLBACK (complete), self, G_CONNECT_SWAPPED);
}

static void
update (AtlasCardPage *self)
{
  const AtlasRegion *region = atlas_session_lookup_region (self->session);

  if (self->deck == NULL)
    add_cards (self);
  self->is_stale = FALSE;
  g_string_truncate (self->findings, 0);
  atlas_region_path_show (self->path, self->session, region);
  gtk_label_set_text (self->title, atlas_region_get_display_name (region));
  gtk_widget_add_css_class (GTK_WIDGET (self->finding), "stale");
  atlas_card_deck_ask (self->deck);
}

static void
subject_changed (AtlasCardPage *self)
{
  if (self->deck != NULL)
    atlas_card_deck_stop (self->deck);
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

  return !self->is_stale && atlas_card_deck_is_complete (self->deck);
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

  if (self->deck != NULL)
    atlas_card_deck_stop (self->deck);
  g_clear_object (&self->deck);
  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_CARD_PAGE);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atlas_card_page_parent_class)->dispose (object);
}

static void
atlas_card_page_finalize (GObject *object)
{
  g_string_free (ATLAS_CARD_PAGE (object)->findings, TRUE);
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
  g_return_val_if_fail (self->deck != NULL, NULL);

  return atlas_card_deck_get_card (self->deck, n);
}

const char *
atlas_card_page_get_findings (AtlasCardPage *self)
{
  g_return_val_if_fail (ATLAS_IS_CARD_PAGE (self), NULL);

  return gtk_label_get_text (self->finding);
}
