/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/cards/card-content.h"
#include "window/cards/card-grid.h"

G_BEGIN_DECLS

/* Makes what a card shows of the view CONTEXT, in a worker; NULL on error. (transfer full) */
typedef AtlasCardContent *(*AtlasCardMaker) (AtlasCardContext *context, GError **error);

typedef enum {
  ATLAS_CARD_CHART,
  ATLAS_CARD_LIST,
  ATLAS_CARD_KEY_FIGURE,
} AtlasCardForm;

/**
 * AtlasCardKind:
 * @form: an AtlasChartCard, AtlasListCard or AtlasKeyFigureCard
 * @is_wide: takes the whole width of a page that is not very wide
 * @is_apart: takes so long that it is asked from the start, beside the others, and shown as soon as it is known
 */
typedef struct {
  AtlasCardMaker make;
  AtlasCardForm form;
  gboolean is_wide;
  gboolean is_apart;
} AtlasCardKind;

/**
 * AtlasCardDeck:
 *
 * Cards of a page, which are asked one after the other in a worker and shown as they are known, in their order and no more at a
 * time than lets the window go on; what is asked no longer is dropped.
 *
 * Signals: "found" (const char *finding): what is to be seen on a card, in a sentence, as the card is shown; "complete": all
 * cards are shown.
 */
#define ATLAS_TYPE_CARD_DECK (atlas_card_deck_get_type ())
G_DECLARE_FINAL_TYPE (AtlasCardDeck, atlas_card_deck, ATLAS, CARD_DECK, GObject)

AtlasCardDeck *atlas_card_deck_new         (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;
/* Puts a card of each of KINDS, which are kept and not copied, into GRID, in that order: hidden, until something is known. Before
 * the first of the following. */
void           atlas_card_deck_add         (AtlasCardDeck *self, AtlasCardGrid *grid, const AtlasCardKind *kinds, guint n_kinds);

/* Asks all cards of the view as it is now; what they show meanwhile is marked as stale. */
void           atlas_card_deck_ask         (AtlasCardDeck *self);
/* What is being asked is not shown any more. */
void           atlas_card_deck_stop        (AtlasCardDeck *self);

/* Whether all cards show what they were asked for last; FALSE also before they were asked, and where that was stopped. */
gboolean       atlas_card_deck_is_complete (AtlasCardDeck *self);
/* Whether any card has something to show. */
gboolean       atlas_card_deck_has_content (AtlasCardDeck *self);
/* The widget of the n-th card. */
GtkWidget     *atlas_card_deck_get_card    (AtlasCardDeck *self, guint n);

G_END_DECLS
