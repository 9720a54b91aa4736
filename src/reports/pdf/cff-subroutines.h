/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes nothing of the subroutines of a font that none of its glyphs calls; all others stay where they are. cairo means to leave
 * these out of what it embeds, but keeps all of them, ten times the rest, where it loses count of the hints of a glyph. FALSE where
 * FONT, in Compact Font Format, is written in a way that is not understood; then it is as it was. */
gboolean atlas_cff_clear_unused (guint8 *font, gsize size) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
