/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "window/state/session.h"

G_BEGIN_DECLS

/* At the head of a page without any figure: that there is none, and buttons that lead to where one is entered or found. */
#define ATLAS_TYPE_EMPTY_NOTICE (atlas_empty_notice_get_type ())
G_DECLARE_FINAL_TYPE (AtlasEmptyNotice, atlas_empty_notice, ATLAS, EMPTY_NOTICE, GtkWidget)

/* That there is no figure of the region SESSION shows. */
void atlas_empty_notice_show (AtlasEmptyNotice *self, AtlasSession *session, const char *title, const char *text);
void atlas_empty_notice_hide (AtlasEmptyNotice *self);

G_END_DECLS
