/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/dataset.h"
#include "indicators/question.h"

G_BEGIN_DECLS

/**
 * AtlasProgrammeFigures:
 * @programme: a reference
 * @regions: (element-type AtlasRegion): the divisions that run it: those that its documents name, then those with a figure
 *   that is about it, both in the order of their codes. Owned by the tree
 * @figures: (element-type AtlasFigure): what is about it, and of the divisions that run it what helps to answer its question;
 *   by division and figure id
 *
 * What a dataset holds about a programme.
 */
typedef struct {
  AtlasProgramme *programme;
  GPtrArray *regions;
  GPtrArray *figures;
} AtlasProgrammeFigures;

/* FIGURES: (element-type AtlasFigure): all figures of the dataset, as atlas_dataset_load_figures() gives them: by whom 85
 * programmes are gone through reads them once. */
AtlasProgrammeFigures *atlas_programme_figures_new  (AtlasRegionTree *tree, AtlasProgramme *programme, GPtrArray *figures)
  G_GNUC_WARN_UNUSED_RESULT;
/* The same with the figures of DATASET. */
AtlasProgrammeFigures *atlas_programme_figures_load (AtlasDataset *dataset, AtlasProgramme *programme, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
void                   atlas_programme_figures_free (AtlasProgrammeFigures *self);

/* Whether REGION runs it. */
gboolean               atlas_programme_figures_has_region (const AtlasProgrammeFigures *self, const AtlasRegion *region);
/* Whether its documents name REGION, rather than a figure alone. */
gboolean               atlas_programme_names_region (const AtlasProgramme *programme, const AtlasRegion *region);
/* Whether FIGURE belongs to PROGRAMME, wherever it is. */
gboolean               atlas_programme_takes_figure (const AtlasProgramme *programme, const AtlasFigure *figure);
/* The documents of all its figures, each once; (element-type AtlasSource) (transfer full). */
GPtrArray             *atlas_programme_figures_list_sources (const AtlasProgrammeFigures *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasProgrammeFigures, atlas_programme_figures_free)

G_END_DECLS
