/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/table.h"

G_BEGIN_DECLS

/**
 * AtlasCardDetail:
 * @text: what it says
 * @number: (nullable): what of it is not to be broken
 * @table: (nullable): of which it tells @row; NULL: a text that leads nowhere
 */
typedef struct {
  char *text;
  char *number;
  AtlasTable *table;
  guint row;
} AtlasCardDetail;

/**
 * AtlasCardFigure:
 * @table: whose first row is the number
 * @name: (nullable): what it is of, where that is shorter than the name of the table
 * @details: (element-type AtlasCardDetail): what is said below it
 * @years: (nullable): how it came about
 *
 * A headline number with what puts it in proportion. A plain value, made in a worker.
 */
typedef struct {
  AtlasTable *table;
  char *name;
  GPtrArray *details;
  AtlasTable *years;
} AtlasCardFigure;

AtlasCardFigure *atlas_card_figure_new        (AtlasTable *table) G_GNUC_WARN_UNUSED_RESULT;
void             atlas_card_figure_free       (AtlasCardFigure *self);

/* Its observation. */
const AtlasObservation *atlas_card_figure_get (const AtlasCardFigure *self);
/* Adds TEXT, which tells ROW of TABLE (nullable), with NUMBER (nullable) in it. */
void             atlas_card_figure_add_detail (AtlasCardFigure *self, const char *text, const char *number, AtlasTable *table,
                                              guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasCardFigure, atlas_card_figure_free)

G_END_DECLS
