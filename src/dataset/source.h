/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* In the order in which they are believed. */
typedef enum {
  ATLAS_SOURCE_KIND_OFFICIAL,
  ATLAS_SOURCE_KIND_INSTITUTION,
  ATLAS_SOURCE_KIND_PRESS,
  ATLAS_SOURCE_KIND_SECONDARY,
} AtlasSourceKind;

/**
 * AtlasSource:
 * @published_on: ISO 8601 date, month or year, or ""
 * @as_of: the date its figures speak of where they say nothing themselves, or ""
 * @as_of_inferred: whether @as_of was inferred rather than printed
 * @address: where it was found, or ""
 *
 * A document that figures were copied from. Texts are never NULL.
 */
typedef struct {
  char *source_id;
  char *title;
  char *publisher;
  char *published_on;
  char *as_of;
  gboolean as_of_inferred;
  AtlasSourceKind kind;
  char *address;
} AtlasSource;

#define ATLAS_TYPE_SOURCE (atlas_source_get_type ())
GType        atlas_source_get_type (void);
AtlasSource *atlas_source_new      (void) G_GNUC_WARN_UNUSED_RESULT;
AtlasSource *atlas_source_ref      (AtlasSource *self);
void         atlas_source_unref    (AtlasSource *self);

/* "“微”服务释放“大”能量——……, 2023" as it stands under a chart or table. */
char        *atlas_source_dup_citation (const AtlasSource *self) G_GNUC_WARN_UNUSED_RESULT;

const char  *atlas_source_kind_to_id   (AtlasSourceKind kind);
gboolean     atlas_source_kind_from_id (const char *id, AtlasSourceKind *out);
const char  *atlas_source_kind_get_name (AtlasSourceKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasSource, atlas_source_unref)

G_END_DECLS
