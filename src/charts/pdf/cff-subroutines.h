/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* cairo means to leave out of the fonts that it embeds the subroutines that no glyph calls. Where it loses count of the hints of a
 * glyph it either keeps all of them, ten times the rest, or leaves out some that are called: such a glyph is not drawn. */

/* Makes nothing of the subroutines of a font that none of its glyphs calls; all others stay where they are. HAS_GAP: whether one
 * is called that has been left out; then the font is as it was. FALSE where FONT, in Compact Font Format, is written in a way that
 * is not understood; then it is as it was too. */
gboolean atlas_cff_clear_unused (guint8 *font, gsize size, gboolean *has_gap) G_GNUC_WARN_UNUSED_RESULT;
/* FONT with all subroutines that its glyphs call, and no others, from ORIGINAL, which it is a part of; NULL where it is not.
 * (transfer full) */
GByteArray *atlas_cff_fill_gaps (GByteArray *font, GBytes *original) G_GNUC_WARN_UNUSED_RESULT;
/* The PostScript name of FONT, or NULL; (transfer full). */
char *atlas_cff_dup_name (GByteArray *font);

G_END_DECLS
