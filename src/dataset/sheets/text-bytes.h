/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasTextBytes:
 * @data: borrowed
 * @mapped: they are those of a mapped file
 *
 * The bytes of a text file, which may be larger than the memory they shall take.
 */
typedef struct {
  const char *data;
  gsize length;
  gboolean mapped;
} AtlasTextBytes;

/* Says that the bytes between START and END were read: of a mapped file, they no longer take memory, and come from
 * the file again where they are read once more. */
void     atlas_text_bytes_release     (const AtlasTextBytes *self, const char *start, const char *end);

gboolean atlas_text_bytes_begins_with (const AtlasTextBytes *self, const char *mark);

G_END_DECLS
