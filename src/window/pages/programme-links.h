/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "dataset/programme.h"

G_BEGIN_DECLS

/* Fills BOX with links to those of PROGRAMMES (element-type AtlasProgramme) to which one of FIGURES (element-type AtlasFigure)
 * belongs; FALSE where there are none. */
gboolean atlas_programme_links_show (GtkBox *box, GPtrArray *programmes, GPtrArray *figures);

G_END_DECLS
