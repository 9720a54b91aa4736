/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes a PDF of objects that are complete: streams as they come, all else many together and compressed. */
typedef struct _AtlasPdfPacker AtlasPdfPacker;

/* Numbers of objects are below N. */
AtlasPdfPacker *atlas_pdf_packer_new        (guint n) G_GNUC_WARN_UNUSED_RESULT;
void            atlas_pdf_packer_free       (AtlasPdfPacker *self);
/* The object NUMBER, from 1 on, each once. */
void            atlas_pdf_packer_add        (AtlasPdfPacker *self, guint number, const char *text, gsize length);
/* DICTIONARY says how long DATA is and how it is encoded. */
void            atlas_pdf_packer_add_stream (AtlasPdfPacker *self, guint number, const char *dictionary,
                                             const char *data, gsize size);
/* DICTIONARY: what it says besides how long it is and how it is compressed, which happens here. */
void            atlas_pdf_packer_add_compressed (AtlasPdfPacker *self, guint number, const char *dictionary,
                                                 const guint8 *data, gsize size);
/* All of it, with an identifier that is the same for the same content. ROOT and INFO (0: none) are among the
 * objects. Called once. */
GBytes         *atlas_pdf_packer_finish     (AtlasPdfPacker *self, guint root, guint info) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasPdfPacker, atlas_pdf_packer_free)

G_END_DECLS
