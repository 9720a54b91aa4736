/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "indicators/catalogue.h"

G_BEGIN_DECLS

/* Published figures as records for files and other programs: the columns of an answer (table-record.h), with every
 * dimension that one of them has. */

/* FIGURES: (element-type AtlasFigure); (transfer full). */
char **atlas_figures_dup_columns (GPtrArray *figures) G_GNUC_WARN_UNUSED_RESULT;
/* The cells of FIGURE for COLUMNS; (transfer full). */
char **atlas_figure_dup_cells    (const AtlasFigure *figure, AtlasCatalogue *catalogue, const char *const *columns)
  G_GNUC_WARN_UNUSED_RESULT;
/* All of them as CSV or JSON, as atlas_table_to_csv() writes an answer; (transfer full). */
char  *atlas_figures_to_csv      (GPtrArray *figures, AtlasCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;
char  *atlas_figures_to_json     (GPtrArray *figures, AtlasCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
