/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/catalogue.h"

G_BEGIN_DECLS

typedef enum {
  ATLAS_FIGURE_ENTRY_ERROR_NUMBER,
  ATLAS_FIGURE_ENTRY_ERROR_DATE,
  ATLAS_FIGURE_ENTRY_ERROR_DOCUMENT,
} AtlasFigureEntryError;

#define ATLAS_FIGURE_ENTRY_ERROR (atlas_figure_entry_error_quark ())
GQuark       atlas_figure_entry_error_quark (void);

/**
 * AtlasFigureEntry:
 * @dimensions: (element-type AtlasDimensionPair)
 * @printed: the number as the document prints it
 * @date: a year, a month or a day, or ""
 * @source: (nullable): a document that is in the dataset; else a new one from @title, @publisher and @published_on
 *
 * A figure as a person enters it.
 */
typedef struct {
  const AtlasRegion *region;
  const AtlasIndicator *indicator;
  GPtrArray *dimensions;
  const char *printed;
  const char *date;
  const char *note;
  AtlasSource *source;
  const char *title;
  const char *publisher;
  const char *published_on;
} AtlasFigureEntry;

/* The figure that it makes, without an id. The error says what is missing or cannot be. */
AtlasFigure *atlas_figure_entry_read (const AtlasFigureEntry *self, AtlasCatalogue *catalogue, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
