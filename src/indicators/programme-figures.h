/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/dataset.h"
#include "indicators/question.h"
#include "indicators/register-use.h"

G_BEGIN_DECLS

/* How it is known that a division runs a programme: what comes first is said. */
typedef enum {
  ATLAS_PROGRAMME_BY_DOCUMENTS, /* that describe it name the division */
  ATLAS_PROGRAMME_BY_FIGURES,   /* there is a figure about it */
  ATLAS_PROGRAMME_BY_REGISTERS, /* rows of the registers are about it */
} AtlasProgrammeBasis;
#define ATLAS_PROGRAMME_N_BASES 3

/**
 * AtlasProgrammeFigures:
 * @programme: a reference
 * @regions: (element-type AtlasRegion): the divisions that run it: those that its documents name, then those with a figure
 *   that is about it, then those with rows in a register that are, each in the order of their codes; where the last would be
 *   too many, the divisions above them. Owned by the tree
 * @keepers: (element-type AtlasRegion): all divisions with such rows, none below the county level
 * @figures: (element-type AtlasFigure): what is about it, and of the divisions that run it what helps to answer its question;
 *   by division and figure id
 *
 * What a dataset holds about a programme.
 */
typedef struct {
  AtlasProgramme *programme;
  GPtrArray *regions;
  GPtrArray *keepers;
  GPtrArray *figures;
} AtlasProgrammeFigures;

/* FIGURES: (element-type AtlasFigure): all figures of the dataset, as atlas_dataset_load_figures() gives them, and USE its
 * registers: by whom 85 programmes are gone through reads them once. */
AtlasProgrammeFigures *atlas_programme_figures_new  (AtlasRegionTree *tree, AtlasProgramme *programme, GPtrArray *figures,
                                                     AtlasRegisterUse *use) G_GNUC_WARN_UNUSED_RESULT;
/* The same with the figures and registers of DATASET. */
AtlasProgrammeFigures *atlas_programme_figures_load (AtlasDataset *dataset, AtlasProgramme *programme, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
void                   atlas_programme_figures_free (AtlasProgrammeFigures *self);

/* Whether REGION is one of its divisions. */
gboolean               atlas_programme_figures_has_region (const AtlasProgrammeFigures *self, const AtlasRegion *region);
/* Whether REGION, or a division in it, runs it, by USE in whatever small part of it. */
gboolean               atlas_programme_figures_is_run_in  (const AtlasProgrammeFigures *self, AtlasRegisterUse *use,
                                                           const AtlasRegion *region);
/* How it is known of REGION, which is one of its divisions. */
AtlasProgrammeBasis    atlas_programme_figures_get_basis  (const AtlasProgrammeFigures *self, const AtlasRegion *region);
/* Those of its divisions that are known by BASIS; (element-type AtlasRegion) (transfer container). */
GPtrArray             *atlas_programme_figures_list_by    (const AtlasProgrammeFigures *self, AtlasProgrammeBasis basis)
  G_GNUC_WARN_UNUSED_RESULT;
/* "By documents" … in the user's language, borrowed. */
const char            *atlas_programme_basis_get_name     (AtlasProgrammeBasis basis);
/* Whether its documents name REGION, rather than a figure or a register alone. */
gboolean               atlas_programme_names_region (const AtlasProgramme *programme, const AtlasRegion *region);
/* Whether FIGURE belongs to PROGRAMME, wherever it is. */
gboolean               atlas_programme_takes_figure (const AtlasProgramme *programme, const AtlasFigure *figure);
/* The documents of all its figures, each once; (element-type AtlasSource) (transfer full). */
GPtrArray             *atlas_programme_figures_list_sources (const AtlasProgrammeFigures *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasProgrammeFigures, atlas_programme_figures_free)

G_END_DECLS
