/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

#include "dataset/language.h"

G_BEGIN_DECLS

/* What cairo cannot write into a tagged PDF is added to the finished one: the language, DESCRIPTIONS
 * (element-type utf8) as alternative text of the figures in reading order, the scope of table headers, marks
 * around what is no part of the text, page labels (i, ii … for the first N_FRONT, then 1, 2 …), that the
 * window's title be the document's, and an identifier that is the same for the same content. NULL with ERROR if
 * PDF is none. */
GBytes *atlas_pdf_make_accessible (GBytes *pdf, AtlasLanguage language, GPtrArray *descriptions,
                                   guint n_front, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
