/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Text at places known beforehand, for the programs that measure the least that drawing can take. */

/* (transfer full): of FAMILIES, SIZE in points. */
PangoLayout *floor_layout_new (PangoContext *context, const char *families, double size, PangoWeight weight)
  G_GNUC_WARN_UNUSED_RESULT;
void         floor_show       (cairo_t *cr, PangoLayout *layout, double x, double y, const char *text);

G_END_DECLS
