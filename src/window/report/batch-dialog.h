/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <adwaita.h>

#include "window/report/report-settings.h"
#include "window/state/session.h"

G_BEGIN_DECLS

/* Asks for which level and whereto, makes a report on each division of it by the settings of the page Report, tells how
 * far it is, and at the end what came of it. */
#define ATLAS_TYPE_BATCH_DIALOG (atlas_batch_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AtlasBatchDialog, atlas_batch_dialog, ATLAS, BATCH_DIALOG, AdwWindow)

/* On the divisions in the region that SESSION shows, which has some. */
GtkWidget *atlas_batch_dialog_new        (AtlasSession *session, AtlasReportSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
/* LEVEL by its id; one that there is not changes nothing. */
void       atlas_batch_dialog_set_level  (AtlasBatchDialog *self, const char *level);
void       atlas_batch_dialog_set_folder (AtlasBatchDialog *self, const char *path);
/* Begins, where there is a folder. */
void       atlas_batch_dialog_start      (AtlasBatchDialog *self);

G_END_DECLS
