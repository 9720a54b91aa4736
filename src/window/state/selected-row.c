/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/state/selected-row.h"

void
atlas_selected_row_free (AtlasSelectedRow *self)
{
  g_strfreev (self->cells);
  g_strfreev (self->earlier);
  g_free (self);
}
