/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/cards/card-content.h"

G_BEGIN_DECLS

/**
 * AtlasListCard:
 *
 * A card with a list: names and numbers that are no chart, in lines under headings. The first cell of a line is a button
 * that selects the observation of its number, if there is one. Action list.copy (Ctrl+C) copies all of it.
 */
#define ATLAS_TYPE_LIST_CARD (atlas_list_card_get_type ())
G_DECLARE_FINAL_TYPE (AtlasListCard, atlas_list_card, ATLAS, LIST_CARD, GtkWidget)

GtkWidget *atlas_list_card_new         (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* CONTENT (transfer full): a list, or why there is none. */
void       atlas_list_card_take_content (AtlasListCard *self, AtlasCardContent *content);
/* Borrowed. */
const char *atlas_list_card_get_title  (AtlasListCard *self);
/* For a spreadsheet: headings and lines, cells divided by tabs; "" where there is no list; (transfer full). */
char      *atlas_list_card_dup_tsv     (AtlasListCard *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
