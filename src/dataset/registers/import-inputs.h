/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/registers/import-run.h"

G_BEGIN_DECLS

/* Takes all of PLANNED, in its order; FALSE with ERROR set where nothing of it may stay: a refusal is noted in its input, too. */
gboolean atlas_import_inputs_take (AtlasImportRun *self, GPtrArray *planned, GError **error);

G_END_DECLS
