/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "window/pages/page.h"

G_BEGIN_DECLS

/* The place of a page in the window. The page itself is made when it is first shown, and when it is first asked for: seven
 * pages at once would keep the window waiting for its first frame. */
#define ATLAS_TYPE_PAGE_PLACE (atlas_page_place_get_type ())
G_DECLARE_FINAL_TYPE (AtlasPagePlace, atlas_page_place, ATLAS, PAGE_PLACE, GtkWidget)

typedef GtkWidget *(*AtlasPageMaker) (gpointer data);

/* The page will be MAKE of DATA, which has to live as long as the place may be shown. */
GtkWidget *atlas_page_place_new        (AtlasPageMaker make, gpointer data) G_GNUC_WARN_UNUSED_RESULT;
/* Made now, if it was not there yet. */
AtlasPage *atlas_page_place_get_page   (AtlasPagePlace *self);
/* Until then being shown makes no page: there is nothing to show in it. */
void       atlas_page_place_set_active (AtlasPagePlace *self, gboolean active);

G_END_DECLS
