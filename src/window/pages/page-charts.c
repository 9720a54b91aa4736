/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/page-charts.h"

#include <glib/gi18n.h>

#include "window/cards/chart-card.h"
#include "window/cards/key-figure-card.h"
#include "window/cards/list-card.h"
#include "window/pages/attention-list.h"
#include "window/pages/difference-table.h"

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
choose_card (GPtrArray *cards)
{
  for (guint i = 0; i < cards->len; i++)
    if (has_focus (g_ptr_array_index (cards, i)))
      return i;
  for (guint i = 0; i < cards->len; i++)
    if (atlas_chart_view_get_selected (atlas_chart_card_get_view (g_ptr_array_index (cards, i))) >= 0)
      return i;
  return 0;
}

/* On the screen the card says the titles: a picture of its own needs them. */
AtlasChartSpec *
atlas_page_charts_dup_chart (GtkWidget *page)
{
  g_autoptr (GPtrArray) cards = atlas_page_charts_list_cards (page);
  AtlasChartSpec *spec;

  if (cards->len == 0)
    return NULL;
  spec = atlas_chart_spec_copy (get_spec (cards, choose_card (cards)));
  spec->show_titles = TRUE;
  return spec;
}

static AtlasChartSpec *
dup_chart (AtlasPage *page)
{
  return atlas_page_charts_dup_chart (GTK_WIDGET (page));
}

static GPtrArray *
dup_tables (AtlasPage *page)
{
  g_autoptr (GPtrArray) cards = atlas_page_charts_list_cards (GTK_WIDGET (page));
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);

  for (guint i = 0; i < cards->len; i++)
    g_ptr_array_add (tables, atlas_table_ref (get_spec (cards, i)->table));
  return tables;
}

/* TEXT (transfer full): "" where the card has nothing to list. */
static void
add_list (GPtrArray  *lists,
          const char *title,
          char       *text)
{
  if (text[0] != '\0')
    g_ptr_array_add (lists, atlas_text_list_new (title, text));
  else
    g_free (text);
}

/* Whether WIDGET is one that has a list: then it is among LISTS. */
static gboolean
take_list (GtkWidget *widget,
           GPtrArray *lists)
{
  if (ATLAS_IS_LIST_CARD (widget))
    add_list (lists, atlas_list_card_get_title (ATLAS_LIST_CARD (widget)),
              atlas_list_card_dup_tsv (ATLAS_LIST_CARD (widget)));
  else if (ATLAS_IS_DIFFERENCE_TABLE (widget))
    add_list (lists, _("Indicators side by side"), atlas_difference_table_dup_tsv (ATLAS_DIFFERENCE_TABLE (widget)));
  else if (ATLAS_IS_ATTENTION_LIST (widget))
    add_list (lists, _("What needs attention"), atlas_attention_list_dup_tsv (ATLAS_ATTENTION_LIST (widget)));
  else
    return FALSE;
  return TRUE;
}

static void
collect_lists (GtkWidget *widget,
               GPtrArray *lists,
               GString   *figures)
{
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget) || take_list (widget, lists))
    return;
  if (ATLAS_IS_KEY_FIGURE_CARD (widget))
    {
      g_autofree char *details = atlas_key_figure_card_dup_details (ATLAS_KEY_FIGURE_CARD (widget));

      atlas_text_list_append_cell (figures, atlas_key_figure_card_get_caption (ATLAS_KEY_FIGURE_CARD (widget)), '\t');
      atlas_text_list_append_cell (figures, atlas_key_figure_card_get_value (ATLAS_KEY_FIGURE_CARD (widget)), '\t');
      atlas_text_list_append_cell (figures, details, '\n');
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_lists (child, lists, figures);
}

static GPtrArray *
dup_lists (AtlasPage *page)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_text_list_free);
  g_autoptr (GString) figures = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (page)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_lists (child, lists, figures);
  if (figures->len > 0)
    {
      g_autofree char *head = g_strdup_printf ("%s\t%s\t%s\n", _("Indicator"), _("Value"), _("Details"));

      g_string_prepend (figures, head);
      g_ptr_array_insert (lists, 0, atlas_text_list_new (_("Key figures"), g_strdup (figures->str)));
    }
  return lists;
}

void
atlas_page_charts_init (AtlasPageInterface *iface)
{
  iface->dup_chart = dup_chart;
  iface->dup_tables = dup_tables;
  iface->dup_lists = dup_lists;
}
