/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/state/session.h"

G_BEGIN_DECLS

/* A headline number on a card with a line of further numbers below. Each number is a link that selects its
 * observation, so that the source panel says where it comes from. */
#define ATLAS_TYPE_KEY_FIGURE_CARD (atlas_key_figure_card_get_type ())
G_DECLARE_FINAL_TYPE (AtlasKeyFigureCard, atlas_key_figure_card, ATLAS, KEY_FIGURE_CARD, GtkWidget)

GtkWidget  *atlas_key_figure_card_new        (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Row ROW of TABLE as the headline number, without details. */
void        atlas_key_figure_card_set_figure (AtlasKeyFigureCard *self, AtlasTable *table, guint row);
/* What the headline number is of, shorter than its table's name where the card has no room for that. */
void        atlas_key_figure_card_set_name   (AtlasKeyFigureCard *self, const char *name);
/* No number, since the question CAPTION could not be answered. */
void        atlas_key_figure_card_set_failed (AtlasKeyFigureCard *self, const char *caption, const char *message);
/* Adds TEXT, which tells ROW of TABLE; TABLE (nullable): a text that leads nowhere. NUMBER (nullable): what of it is not to be
 * broken. */
void        atlas_key_figure_card_add_detail (AtlasKeyFigureCard *self, const char *text, const char *number, AtlasTable *table,
                                              guint row);
/* Its YEARS as a spark line below the number, where there are enough of them. */
void        atlas_key_figure_card_set_trend  (AtlasKeyFigureCard *self, AtlasTable *years);

/* As shown, without markup: "4,072 人", "31.3% of professionals • 5.7 per 10,000". Borrowed; (transfer full). */
const char *atlas_key_figure_card_get_caption (AtlasKeyFigureCard *self);
const char *atlas_key_figure_card_get_value  (AtlasKeyFigureCard *self);
char       *atlas_key_figure_card_dup_details (AtlasKeyFigureCard *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
