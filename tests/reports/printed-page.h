/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <poppler.h>

G_BEGIN_DECLS

/* Of PDFs read back. */

/* PAGE on white, a pixel a point; (transfer full). */
cairo_surface_t *printed_page_draw    (PopplerPage *page) G_GNUC_WARN_UNUSED_RESULT;

/* TEXT without any blanks: how wide one has to be to be told is poppler's to say; (transfer full). */
char            *printed_text_squeeze (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
