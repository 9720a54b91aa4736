/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/sheet-reader.h"

#include <glib/gi18n.h>

#include "dataset/sheets/ods-content.h"
#include "dataset/sheets/ods-names.h"
#include "dataset/sheets/package.h"
#include "dataset/sheets/sheet-error.h"
#include "dataset/sheets/sheet-limits.h"

#define MANIFEST "META-INF/manifest.xml"

typedef struct {
  AtlasSheetReader head;
  AtlasPackage *package; /* (nullable): NULL for a flat file */
} OdsReader;

static gboolean
parse (OdsReader        *self,
       AtlasOdsContent  *content,
       GCancellable     *cancellable,
       GError          **error)
{
  if (self->package == NULL)
    return atlas_xml_parse_bytes (self->head.bytes, self->head.name, &atlas_ods_content_handlers, content,
                                  cancellable, error);
  return atlas_package_parse (self->package, "content.xml", &atlas_ods_content_handlers, content, cancellable, error);
}

static gboolean
ods_reader_read_sheet (AtlasSheetReader   *reader,
                       guint               sheet,
                       AtlasSheetRowFunc   func,
                       gpointer            user_data,
                       GCancellable       *cancellable,
                       GError            **error)
{
  g_autoptr (AtlasOdsContent) content = atlas_ods_content_new_rows (reader, sheet, func, user_data, cancellable);

  return parse ((OdsReader *) reader, content, cancellable, error);
}

static void
ods_reader_free (AtlasSheetReader *reader)
{
  OdsReader *self = (OdsReader *) reader;

  g_clear_pointer (&self->package, atlas_package_free);
  atlas_sheet_reader_clear (reader);
  g_free (self);
}

static const AtlasSheetReaderClass ods_reader_class = { ods_reader_read_sheet, ods_reader_free };

typedef struct {
  AtlasOdsNames *names;
  guint depth;
  gboolean is_encrypted;
} Manifest;

static gboolean
look_at_entry (const char  *name,
               const char **attributes,
               gpointer     user_data,
               GError     **error)
{
  Manifest *manifest = user_data;

  if (!atlas_ods_names_begin (manifest->names, ++manifest->depth, attributes))
    return FALSE;
  manifest->is_encrypted = atlas_ods_names_element (manifest->names, name) == ATLAS_ODS_ENCRYPTION;
  return !manifest->is_encrypted;
}

static gboolean
leave_entry (const char  *name,
             gpointer     user_data,
             GError     **error)
{
  Manifest *manifest = user_data;

  atlas_ods_names_end (manifest->names, manifest->depth--);
  return TRUE;
}

/* The manifest says which parts are encrypted. Nothing else in it is needed, so that one that cannot be read does not
 * hinder: old programs declare a document type there. */
static gboolean
check_encryption (OdsReader     *self,
                  GCancellable  *cancellable,
                  GError       **error)
{
  static const AtlasXmlHandlers handlers = { .start = look_at_entry, .end = leave_entry };
  g_autoptr (AtlasOdsNames) names = atlas_ods_names_new ();
  Manifest manifest = { names };

  if (atlas_package_has_part (self->package, MANIFEST))
    atlas_package_parse (self->package, MANIFEST, &handlers, &manifest, cancellable, NULL);
  if (manifest.is_encrypted)
    return atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_ENCRYPTED, self->head.name,
                               _("it is protected by a password; save it again without one"));
  return TRUE;
}

/* Going through all once finds every reason to refuse the file before the first row of it is handed on. */
static gboolean
list_sheets (OdsReader     *self,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (AtlasOdsContent) content = atlas_ods_content_new_list (&self->head, cancellable);

  if (!parse (self, content, cancellable, error))
    return FALSE;
  if (self->head.sheets->len == 0)
    return atlas_sheet_refuse (error, ATLAS_SHEET_ERROR_EMPTY_FILE, self->head.name, _("it has no sheets"));
  return TRUE;
}

/* A package cares for the length of its parts itself. */
static gboolean
check_flat (OdsReader  *self,
            GError    **error)
{
  if (g_bytes_get_size (self->head.bytes) > ATLAS_SHEET_MAX_PART_BYTES)
    return atlas_sheet_set_too_large (self->head.name, _("it is too long"), error);
  return TRUE;
}

static gboolean
check_package (OdsReader     *self,
               GCancellable  *cancellable,
               GError       **error)
{
  self->package = atlas_package_open (self->head.bytes, self->head.name, error);
  return self->package != NULL && check_encryption (self, cancellable, error);
}

AtlasSheetReader *
atlas_ods_reader_new (GBytes        *bytes,
                      const char    *name,
                      gboolean       flat,
                      GCancellable  *cancellable,
                      GError       **error)
{
  OdsReader *self = g_new0 (OdsReader, 1);

  atlas_sheet_reader_init (&self->head, &ods_reader_class, bytes, name);
  if ((flat ? check_flat (self, error) : check_package (self, cancellable, error)) &&
      list_sheets (self, cancellable, error))
    return &self->head;
  ods_reader_free (&self->head);
  return NULL;
}
