/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/state/session.h"

G_BEGIN_DECLS

/* Which of the compared regions the others are set against. */
#define ATLAS_TYPE_REFERENCE_CHOOSER (atlas_reference_chooser_get_type ())
G_DECLARE_FINAL_TYPE (AtlasReferenceChooser, atlas_reference_chooser, ATLAS, REFERENCE_CHOOSER, GtkWidget)

GtkWidget *atlas_reference_chooser_new    (AtlasSession *session) G_GNUC_WARN_UNUSED_RESULT;

/* Offers the regions that the session compares now. */
void       atlas_reference_chooser_update (AtlasReferenceChooser *self);

G_END_DECLS
