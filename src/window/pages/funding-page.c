/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/funding-page.h"

#include <glib/gi18n.h>

#include "window/pages/funding-cards.h"

static const AtlasCardKind cards[] = {
  { atlas_funding_make_years },
  { atlas_funding_make_sources },
  { atlas_funding_make_purposes, .is_wide = TRUE },
  { atlas_funding_make_per_station },
  { atlas_funding_make_divisions },
  { atlas_funding_make_per_certified },
  { atlas_funding_make_per_resident },
  { atlas_funding_make_stages },
  { atlas_funding_make_execution, .form = ATLAS_CARD_LIST },
  { atlas_funding_make_scatter, .is_wide = TRUE },
};

static const AtlasCardPageKind kind = {
  cards,
  G_N_ELEMENTS (cards),
  .has_indicator = FALSE,
  .empty_title = N_("No Figures on Funding Yet"),
  .empty_advice = N_("Import the ledger of funding, with source, purpose and stage of each entry, or enter amounts that have "
                     "been published."),
};

GtkWidget *
atlas_funding_page_new (AtlasSession *session)
{
  return atlas_card_page_new (session, &kind);
}
