/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/trends-page.h"

#include <glib/gi18n.h>

#include "window/pages/trends-cards.h"

static const AtlasCardKind cards[] = {
  { atlas_trends_make_line },
  { atlas_trends_make_changes, .form = ATLAS_CARD_LIST },
  { atlas_trends_make_slope },
  { atlas_trends_make_ranks, .form = ATLAS_CARD_LIST },
  { atlas_trends_make_children, .is_wide = TRUE },
  { atlas_trends_make_grades },
  { atlas_trends_make_stations },
  { atlas_trends_make_around },
  { atlas_trends_make_versions, .form = ATLAS_CARD_LIST },
};

static const AtlasCardPageKind kind = {
  cards,
  G_N_ELEMENTS (cards),
  .has_indicator = TRUE,
  .empty_title = N_("No Figures over the Years Yet"),
  .empty_advice = N_("Enter figures of two years or more that have been published, or import registers with dates: of "
                     "certificates, of stations, of funding."),
};

GtkWidget *
atlas_trends_page_new (AtlasSession *session)
{
  return atlas_card_page_new (session, &kind);
}
