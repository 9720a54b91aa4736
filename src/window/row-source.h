/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

#include "dataset/registers/import-history.h"
#include "window/state/session.h"

G_BEGIN_DECLS

/* What the source panel tells of a row of a register or of documents. */

/* "Stations · row 5"; (transfer full). */
char *atlas_row_source_dup_subject (const AtlasSelectedRow *row) G_GNUC_WARN_UNUSED_RESULT;
/* What the row is called; borrowed. */
const char *atlas_row_source_get_name (const AtlasSelectedRow *row);
/* Whether cells of it are masked. */
gboolean atlas_row_source_is_masked (const AtlasSelectedRow *row);
/* Puts each cell but the name, with its title, into ROWS. */
void  atlas_row_source_add_cells   (GtkBox *rows, AtlasCatalogue *catalogue, const AtlasSelectedRow *row);
/* Puts the files that it was imported from, by IMPORT (nullable: it was not), into DOCUMENTS, and the way to what else came with
 * them. */
void  atlas_row_source_add_files   (GtkBox *documents, const AtlasImportRecord *import, const AtlasSelectedRow *row);

G_END_DECLS
