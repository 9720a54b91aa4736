/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/pages/text-lines.h"

G_BEGIN_DECLS

/* What stands on every page beside its text: the page NUMBER, from 1, of N_PAGES (0: a page before those that are counted,
 * with its own small Roman number) and, in a style without a grid, the running head TITLE (nullable: none). It carries no
 * tag: a reader need not hear it. */
void atlas_page_furniture_draw (AtlasTextShaper *shaper, const char *title, guint number, guint n_pages,
                                gboolean landscape, cairo_t *cr);

G_END_DECLS
