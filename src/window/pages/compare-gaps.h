/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/state/session.h"

G_BEGIN_DECLS

/* What has to be entered before regions can be compared in full: the figures that are missing, of which regions, the register that
 * counts them, and a button for each that leads to entering it. Hidden where nothing is missing. */
#define ATLAS_TYPE_COMPARE_GAPS (atlas_compare_gaps_get_type ())
G_DECLARE_FINAL_TYPE (AtlasCompareGaps, atlas_compare_gaps, ATLAS, COMPARE_GAPS, GtkWidget)

GtkWidget *atlas_compare_gaps_new  (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* TABLES (element-type AtlasTable): the answers that are compared. */
void       atlas_compare_gaps_show (AtlasCompareGaps *self, GPtrArray *tables);
/* What it says, one line for each figure; (transfer full). */
char      *atlas_compare_gaps_dup_text (AtlasCompareGaps *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
