/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sheets/encoding.h"

G_BEGIN_DECLS

/* Gives the text of a file block by block, in UTF-8 and without a byte order mark. A byte that belongs to no
 * character gives one that is no UTF-8. */
typedef struct _AtlasTextDecoder AtlasTextDecoder;

AtlasTextDecoder *atlas_text_decoder_new      (const AtlasTextBytes *bytes, const AtlasEncoding *encoding)
  G_GNUC_WARN_UNUSED_RESULT;
void              atlas_text_decoder_free     (AtlasTextDecoder *self);
/* (nullable): the next block, of at most some 64 KiB and perhaps empty, valid until the next call; NULL at the end.
 * A block may end within a character. */
const char       *atlas_text_decoder_next     (AtlasTextDecoder *self, gsize *length);
/* Whether all blocks so far are UTF-8 without NUL bytes. */
gboolean          atlas_text_decoder_is_sound (const AtlasTextDecoder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTextDecoder, atlas_text_decoder_free)

G_END_DECLS
