/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/state/inquiry.h"

G_BEGIN_DECLS

/* What the source panel asks, in a worker: each is the "ask" of an AtlasInquiry. */

/**
 * AtlasSourceFacts:
 * @findings: (element-type AtlasFinding): what the checks find in the figures and registers of a region
 * @programmes: (element-type AtlasProgramme): all
 *
 * What all figures of a region share.
 */
typedef struct {
  GPtrArray *findings;
  GPtrArray *programmes;
} AtlasSourceFacts;

void     atlas_source_facts_free    (AtlasSourceFacts *self);

/* QUESTION: an AtlasQuestion. An AtlasTable. */
gpointer atlas_source_ask_reference (AtlasDataset *dataset, AtlasCatalogue *catalogue, gconstpointer question, GError **error);
/* REGION: an AtlasRegion of CATALOGUE. AtlasSourceFacts. */
gpointer atlas_source_ask_facts     (AtlasDataset *dataset, AtlasCatalogue *catalogue, gconstpointer region, GError **error);
/* IMPORT_ID: a gint64. An AtlasImportRecord. */
gpointer atlas_source_ask_import    (AtlasDataset *dataset, AtlasCatalogue *catalogue, gconstpointer import_id, GError **error);

G_END_DECLS
