/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <cairo.h>
#include <glib.h>

/* Structure tags (P, Table, Figure ...) of a tagged PDF. Written only on a cairo_t for which they were
 * enabled: a printer's or a preview's has no Document around them. */
void atlas_page_tags_enable (cairo_t *cr);
void atlas_page_tag_begin   (cairo_t *cr, const char *name);
/* How many pages were drawn before those of a report, so that links lead to the right ones. */
void atlas_page_tags_set_first (cairo_t *cr, guint first);
/* X, Y on this page is the TARGET of links within the same report. */
void atlas_page_target         (cairo_t *cr, guint target, double x, double y);
/* Targets from here on are parts of the whole document: in the report that is drawn first they lead to the others. */
#define ATLAS_PAGE_PART (1u << 20)
/* Targets between this and that are what references lead to. */
#define ATLAS_PAGE_REFERENCE (1u << 17)
/* What is drawn until the end leads to TARGET. */
void atlas_page_link_begin     (cairo_t *cr, guint target);
void atlas_page_link_end       (cairo_t *cr);
/* The area, in points of the page, leads to TARGET. */
void atlas_page_link_area      (cairo_t *cr, guint target, double x, double y, double width, double height);
void atlas_page_tag_end     (cairo_t *cr, const char *name);
