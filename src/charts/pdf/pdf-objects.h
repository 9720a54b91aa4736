/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The objects of a PDF that cairo has written: each at the place that its table of references names, none in another. */
typedef struct _AtlasPdfObjects AtlasPdfObjects;

/* NULL with ERROR where PDF is none, or of another kind. */
AtlasPdfObjects *atlas_pdf_objects_new   (GBytes *pdf, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void             atlas_pdf_objects_free  (AtlasPdfObjects *self);
/* Numbers of objects are below that. */
guint            atlas_pdf_objects_get_n (const AtlasPdfObjects *self);
/* The number of the object that the trailer calls NAME, "/Root"; 0 if it names none. */
guint            atlas_pdf_objects_find  (const AtlasPdfObjects *self, const char *name);

/**
 * AtlasPdfObject:
 * @data: (nullable): of a stream, as it is written, within the PDF
 * @size: of @data
 * @length: the number of another object that has nothing but @size; 0 if none does
 */
typedef struct {
  const char *data;
  gsize size;
  guint length;
} AtlasPdfObject;

/* Reads the object NUMBER: what it says, with no more white space than it needs, takes the place of TEXT. FALSE where
 * there is none, or with ERROR set where it cannot be read. */
gboolean         atlas_pdf_objects_read  (const AtlasPdfObjects *self, guint number, GString *text,
                                          AtlasPdfObject *out, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasPdfObjects, atlas_pdf_objects_free)

G_END_DECLS
