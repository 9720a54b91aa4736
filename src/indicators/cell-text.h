/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/table-definition.h"
#include "indicators/catalogue.h"

G_BEGIN_DECLS

/* How the rows of tables read on screen: where the file has a code or an id, the name it stands for. */

/* "Region" for a column of division codes, else as in the file's own head; borrowed. */
const char *atlas_cell_get_title (const AtlasColumn *column);
/* CELL as people read it; (transfer full). */
char       *atlas_cell_dup_text  (AtlasCatalogue *catalogue, const AtlasColumn *column, const char *cell)
  G_GNUC_WARN_UNUSED_RESULT;
/* The same with what it was before: “planned → operating”. */
char       *atlas_cell_dup_change (AtlasCatalogue *catalogue, const AtlasColumn *column, const char *earlier,
                                   const char *cell) G_GNUC_WARN_UNUSED_RESULT;
/* A WORD of a column of words as people read it; borrowed. */
const char *atlas_cell_get_word  (const AtlasColumn *column, const char *word);
/* Whether its cells name divisions. */
gboolean    atlas_cell_is_place  (const AtlasColumn *column);

G_END_DECLS
