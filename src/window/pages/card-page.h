/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/cards/card-deck.h"
#include "window/pages/page.h"

G_BEGIN_DECLS

/**
 * AtlasCardPageKind:
 * @cards: in reading order
 * @has_indicator: whether the page shows the indicator of the view: then it can be chosen there
 * @empty_title: (with @empty_advice) untranslated: where no card has anything to show
 */
typedef struct {
  const AtlasCardKind *cards;
  guint n_cards;
  gboolean has_indicator;
  const char *empty_title;
  const char *empty_advice;
} AtlasCardPageKind;

/**
 * AtlasCardPage:
 *
 * A page of the session's region: its path, what is to be seen in a sentence, and cards. While it is shown it asks anew
 * where the view or the dataset changes, card by card and in a worker; what is asked no longer is dropped.
 */
#define ATLAS_TYPE_CARD_PAGE (atlas_card_page_get_type ())
G_DECLARE_FINAL_TYPE (AtlasCardPage, atlas_card_page, ATLAS, CARD_PAGE, GtkWidget)

/* KIND is kept, not copied. */
GtkWidget  *atlas_card_page_new          (AtlasSession *session, const AtlasCardPageKind *kind) G_GNUC_WARN_UNUSED_RESULT;
/* The widget of the n-th card of a page that has been shown: an AtlasChartCard or an AtlasListCard. */
GtkWidget  *atlas_card_page_get_card     (AtlasCardPage *self, guint n);

/* The sentences at its head, one a line; borrowed. */
const char *atlas_card_page_get_findings (AtlasCardPage *self);

G_END_DECLS
