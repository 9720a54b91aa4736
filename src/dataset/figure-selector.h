/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/figure.h"

G_BEGIN_DECLS

/**
 * AtlasFigureSelector:
 * @dimensions: (element-type AtlasDimensionPair): values that a figure must have; it may have others besides
 *
 * Which figures are meant: those of an indicator that have these dimension values. Written as an input of a formula:
 * "funding[purpose=training]".
 */
typedef struct {
  char *indicator_id;
  GPtrArray *dimensions;
} AtlasFigureSelector;

void       atlas_figure_selector_free (AtlasFigureSelector *self);

/* One of them, and several joined with ";" ("" for none; (element-type AtlasFigureSelector), with a free function set).
 * Whether the indicator and the values exist is not asked. */
AtlasFigureSelector *atlas_figure_selector_parse (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *atlas_figure_selectors_parse (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether FIGURE is meant by one of SELECTORS (element-type AtlasFigureSelector). */
gboolean   atlas_figure_selectors_match (GPtrArray *selectors, const AtlasFigure *figure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasFigureSelector, atlas_figure_selector_free)

G_END_DECLS
