/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "reports/pages/text-shaper.h"

G_BEGIN_DECLS

/* Says where no line of LAYOUT, a text of ROLE that is WIDTH points wide, is to end: before a citation, within a word
 * that has a hyphen, between a sign and its number, and between a number and 图 or 表; unless its edges are made even (JUSTIFY), between a number and its unit; within the brackets of a header, and within
 * some words of headers, cells and cards. */
void atlas_line_keeping_apply (AtlasTextShaper *shaper, AtlasTextRole role, PangoLayout *layout, double width,
                               gboolean justify);

G_END_DECLS
