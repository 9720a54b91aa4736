/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <cairo.h>

/* Structure tags (P, Table, Figure ...) of a tagged PDF. Written only on a cairo_t for which they were
 * enabled: a printer's or a preview's has no Document around them. */
void atlas_page_tags_enable (cairo_t *cr);
void atlas_page_tag_begin   (cairo_t *cr, const char *name);
void atlas_page_tag_end     (cairo_t *cr, const char *name);
