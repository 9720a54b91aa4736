/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The outlines, in Compact Font Format, of the installed fonts of that PostScript name: of GBytes, which may be none.
 * (transfer full) */
GPtrArray *atlas_font_file_list_outlines (const char *name);

G_END_DECLS
