/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/coverage-page.h"

#include <glib/gi18n.h>

#include "window/pages/coverage-cards.h"

static const AtlasCardKind cards[] = {
  { atlas_coverage_make_divisions },
  { atlas_coverage_make_trend },
  { atlas_coverage_make_map },
  { atlas_coverage_make_claims },
  { atlas_coverage_make_townships, .is_wide = TRUE },
  { atlas_coverage_make_uncovered, .form = ATLAS_CARD_LIST, .is_wide = TRUE },
  { atlas_coverage_make_tiers },
  { atlas_coverage_make_staffing },
  { atlas_coverage_make_staff_spread },
  { atlas_coverage_make_below_standard },
  { atlas_coverage_make_uncertified, .form = ATLAS_CARD_LIST, .is_wide = TRUE, .is_apart = TRUE },
  { atlas_coverage_make_inspections, .form = ATLAS_CARD_LIST, .is_wide = TRUE },
  { atlas_coverage_make_returns, .form = ATLAS_CARD_LIST, .is_wide = TRUE },
};

static const AtlasCardPageKind kind = {
  cards,
  G_N_ELEMENTS (cards),
  .has_indicator = FALSE,
  .empty_title = N_("No Figures on Stations Yet"),
  .empty_advice = N_("Import the register of stations, which tells which townships have one, or enter the number of "
                     "township stations that has been published."),
};

GtkWidget *
atlas_coverage_page_new (AtlasSession *session)
{
  return atlas_card_page_new (session, &kind);
}
