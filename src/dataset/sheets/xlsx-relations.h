/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sheets/package.h"

G_BEGIN_DECLS

/**
 * AtlasXlsxRelation:
 * @kind: the last word of its type: "worksheet"; the same in transitional and strict workbooks
 * @part: what it leads to
 *
 * A link from a part of a package to another.
 */
typedef struct {
  char *id;
  char *kind;
  char *part;
} AtlasXlsxRelation;

/* (element-type AtlasXlsxRelation): of PART; "" is the package itself. Those that lead out of the package are
 * left out. */
GPtrArray  *atlas_xlsx_relations_read      (AtlasPackage *package, const char *part, GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable): the one with this ID. */
const AtlasXlsxRelation *
            atlas_xlsx_relations_find_id   (GPtrArray *relations, const char *id);
/* (nullable): the part that the first of this KIND leads to. */
const char *atlas_xlsx_relations_find_part (GPtrArray *relations, const char *kind);

G_END_DECLS
