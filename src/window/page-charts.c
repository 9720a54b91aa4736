/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/page-charts.h"

#include "window/chart-card.h"

static void
collect_cards (GtkWidget *widget,
               GPtrArray *cards)
{
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return;
  if (ATLAS_IS_CHART_CARD (widget))
    {
      if (atlas_chart_card_has_chart (ATLAS_CHART_CARD (widget)))
        g_ptr_array_add (cards, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_cards (child, cards);
}

GPtrArray *
atlas_page_charts_list_cards (GtkWidget *page)
{
  GPtrArray *cards = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (page); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_cards (child, cards);
  return cards;
}

static const AtlasChartSpec *
get_spec (GPtrArray *cards,
          guint      n)
{
  return atlas_chart_view_get_spec (atlas_chart_card_get_view (g_ptr_array_index (cards, n)));
}

static gboolean
has_focus (GtkWidget *card)
{
  GtkRoot *root = gtk_widget_get_root (card);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, card);
}

static guint
choose_card (GPtrArray  *cards,
             AtlasTable *selected)
{
  for (guint i = 0; i < cards->len; i++)
    if (has_focus (g_ptr_array_index (cards, i)))
      return i;
  for (guint i = 0; i < cards->len; i++)
    if (selected != NULL && get_spec (cards, i)->table == selected)
      return i;
  return 0;
}

/* On the screen the card says the titles: a picture of its own needs them. */
AtlasChartSpec *
atlas_page_charts_dup_chart (GtkWidget    *page,
                             AtlasSession *session)
{
  g_autoptr (GPtrArray) cards = atlas_page_charts_list_cards (page);
  AtlasChartSpec *spec;

  if (cards->len == 0)
    return NULL;
  spec = atlas_chart_spec_copy (get_spec (cards, choose_card (cards, atlas_session_get_selection (session, NULL))));
  spec->show_titles = TRUE;
  return spec;
}

GPtrArray *
atlas_page_charts_dup_tables (GtkWidget *page)
{
  g_autoptr (GPtrArray) cards = atlas_page_charts_list_cards (page);
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);

  for (guint i = 0; i < cards->len; i++)
    g_ptr_array_add (tables, atlas_table_ref (get_spec (cards, i)->table));
  return tables;
}
