/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "indicators/observation.h"

G_BEGIN_DECLS

/* Fills BOX with those of FINDINGS (element-type AtlasFinding) that touch ROW, or FIGURES (element-type AtlasFigure) behind it;
 * FALSE where there are none. */
gboolean atlas_source_findings_show (GtkBox *box, GPtrArray *findings, const AtlasObservation *row, GPtrArray *figures);

G_END_DECLS
