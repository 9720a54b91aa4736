/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/cards/card-display.h"

#include "window/cards/chart-card.h"
#include "window/cards/key-figure-card.h"
#include "window/cards/list-card.h"

/* Colours are given to regions by the file, which only the session may write. */
static void
show_chart (AtlasChartCard   *card,
            AtlasSession     *session,
            AtlasCardContent *content)
{
  if (content->spec == NULL)
    {
      atlas_chart_card_set_empty (card, content->title, content->empty);
      atlas_chart_card_offer (card, content->enter_table, content->enter_indicator);
      return;
    }
  if (content->has_regions)
    atlas_chart_spec_choose_slots (content->spec, atlas_session_get_dataset (session));
  atlas_chart_card_set_spec (card, content->spec);
  atlas_chart_card_set_note (card, content->note, content->note_class);
}

static void
show_figure (AtlasKeyFigureCard     *card,
             const AtlasCardContent *content)
{
  if (content->figure != NULL)
    atlas_key_figure_card_show (card, content->figure);
  else
    atlas_key_figure_card_set_failed (card, content->title, content->empty);
}

gboolean
atlas_card_show (GtkWidget        *card,
                 AtlasSession     *session,
                 AtlasCardContent *content)
{
  gboolean has_values = atlas_card_content_has_values (content);

  gtk_widget_set_visible (card, !content->is_hidden);
  gtk_widget_remove_css_class (card, "stale");
  if (ATLAS_IS_LIST_CARD (card))
    {
      atlas_list_card_take_content (ATLAS_LIST_CARD (card), content);
      return has_values;
    }
  if (ATLAS_IS_KEY_FIGURE_CARD (card))
    show_figure (ATLAS_KEY_FIGURE_CARD (card), content);
  else if (!content->is_hidden)
    show_chart (ATLAS_CHART_CARD (card), session, content);
  atlas_card_content_free (content);
  return has_values;
}
