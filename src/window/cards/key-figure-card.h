/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/cards/card-figure.h"
#include "window/state/session.h"

G_BEGIN_DECLS

/* A headline number on a card with a line of further numbers below. Each number is a link that selects its
 * observation, so that the source panel says where it comes from. */
#define ATLAS_TYPE_KEY_FIGURE_CARD (atlas_key_figure_card_get_type ())
G_DECLARE_FINAL_TYPE (AtlasKeyFigureCard, atlas_key_figure_card, ATLAS, KEY_FIGURE_CARD, GtkWidget)

GtkWidget  *atlas_key_figure_card_new        (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;

void        atlas_key_figure_card_show       (AtlasKeyFigureCard *self, const AtlasCardFigure *figure);
/* No number, since the question CAPTION could not be answered. */
void        atlas_key_figure_card_set_failed (AtlasKeyFigureCard *self, const char *caption, const char *message);

/* As shown, without markup: "4,072 人", "31.3% of professionals • 5.7 per 10,000". Borrowed; (transfer full). */
const char *atlas_key_figure_card_get_caption (AtlasKeyFigureCard *self);
const char *atlas_key_figure_card_get_value  (AtlasKeyFigureCard *self);
char       *atlas_key_figure_card_dup_details (AtlasKeyFigureCard *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
