/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The one place where a Pango context is made, so that screen, PDF, PNG, SVG and printer measure alike: resolution 72
 * (a font size is in points, one layout unit is one point), language zh-cn or en, hinting and metrics hinting off,
 * glyph positions not rounded, and families that name an SC face explicitly. */
PangoContext         *atlas_text_context_new    (void) G_GNUC_WARN_UNUSED_RESULT;

/* Sans for charts and tables: "Cantarell, Noto Sans CJK SC". Size in points; (transfer full). */
PangoFontDescription *atlas_text_font_new       (double size, PangoWeight weight) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
