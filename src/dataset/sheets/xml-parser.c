/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/xml-parser.h"

#include <expat.h>
#include <glib/gi18n.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "dataset/sheets/sheet-limits.h"

struct _AtlasXmlParser {
  XML_Parser expat;
  const AtlasXmlHandlers *handlers;
  gpointer user_data;
  char *file;
  char *part;
  guint depth;
  guint n_events;   /* so far */
  gsize used;       /* bytes that expat holds */
  gboolean stopped; /* by a handler; expat may call further ones for the same tag */
  GError *error;    /* of a handler, until it is handed on */
};

const char *
atlas_xml_local_name (const char *name)
{
  /* Names are too short for strchr() to pay. */
  for (const char *at = name; *at != '\0'; at++)
    if (*at == ':')
      return at + 1;
  return name;
}

const char *
atlas_xml_attribute (const char **attributes,
                     const char  *local_name)
{
  for (; *attributes != NULL; attributes += 2)
    if (strcmp (atlas_xml_local_name (attributes[0]), local_name) == 0)
      return attributes[1];
  return NULL;
}

/* Expat keeps an unfinished tag, and the name of every attribute it ever met: what it may take in all is
 * bounded here, and a file that wants more is refused. Its allocators take no user data, hence the account of
 * the parser now at work. */
#define MAX_EXPAT_BYTES ((gsize) 16 << 20)

static _Thread_local gsize *account;

typedef union {
  gsize size;
  max_align_t alignment;
} Block;

static void
account_free (void *memory)
{
  if (memory == NULL)
    return;
  *account -= ((Block *) memory - 1)->size;
  free ((Block *) memory - 1);
}

static void *
account_realloc (void  *memory,
                 size_t size)
{
  Block *block = memory == NULL ? NULL : (Block *) memory - 1;
  gsize held = block == NULL ? 0 : block->size;

  if (size > MAX_EXPAT_BYTES || *account - held + size > MAX_EXPAT_BYTES)
    return NULL;
  block = realloc (block, sizeof (Block) + size);
  if (block == NULL)
    return NULL;
  *account += size - held;
  block->size = size;
  return block + 1;
}

static void *
account_malloc (size_t size)
{
  return account_realloc (NULL, size);
}

static const XML_Memory_Handling_Suite account_suite = { account_malloc, account_realloc, account_free };

static void
stop (AtlasXmlParser *self)
{
  self->stopped = TRUE;
  XML_StopParser (self->expat, XML_FALSE);
}

/* Counts N more, and stops where they are too many. */
static gboolean
count_events (AtlasXmlParser *self,
              guint           n)
{
  self->n_events += n;
  if (self->n_events <= ATLAS_SHEET_MAX_XML_EVENTS)
    return TRUE;
  atlas_sheet_set_too_large (self->file, _("it has too many cells"), &self->error);
  stop (self);
  return FALSE;
}

static void
on_start (void        *data,
          const char  *name,
          const char **attributes)
{
  AtlasXmlParser *self = data;

  if (self->stopped || !count_events (self, 1 + XML_GetSpecifiedAttributeCount (self->expat) / 2))
    return;
  if (++self->depth > ATLAS_SHEET_MAX_DEPTH)
    {
      atlas_sheet_set_damaged (self->file, self->part, _("its elements are nested too deeply"), &self->error);
      stop (self);
    }
  else if (self->handlers->start != NULL &&
           !self->handlers->start (name, attributes, self->user_data, &self->error))
    stop (self);
}

static void
on_end (void       *data,
        const char *name)
{
  AtlasXmlParser *self = data;

  if (self->stopped)
    return;
  self->depth--;
  if (self->handlers->end != NULL && !self->handlers->end (name, self->user_data, &self->error))
    stop (self);
}

static void
on_text (void       *data,
         const char *text,
         int         length)
{
  AtlasXmlParser *self = data;

  if (self->stopped || !count_events (self, 1))
    return;
  if (!self->handlers->text (text, length, self->user_data, &self->error))
    stop (self);
}

static void
on_document_type (void       *data,
                  const char *name,
                  const char *system_id,
                  const char *public_id,
                  int         has_internal_subset)
{
  AtlasXmlParser *self = data;

  if (self->stopped)
    return;
  atlas_sheet_set_damaged (self->file, self->part, _("it declares a document type, which no table needs"),
                           &self->error);
  stop (self);
}

AtlasXmlParser *
atlas_xml_parser_new (const AtlasXmlHandlers *handlers,
                      gpointer                user_data,
                      const char             *file,
                      const char             *part)
{
  AtlasXmlParser *self = g_new0 (AtlasXmlParser, 1);
  gsize *outer = account;

  self->handlers = handlers;
  self->user_data = user_data;
  self->file = g_strdup (file);
  self->part = g_strdup (part);
  account = &self->used;
  self->expat = XML_ParserCreate_MM (NULL, &account_suite, NULL);
  account = outer;
  if (self->expat == NULL)
    g_error ("Out of memory");
  XML_SetUserData (self->expat, self);
  XML_SetElementHandler (self->expat, on_start, on_end);
  XML_SetStartDoctypeDeclHandler (self->expat, on_document_type);
  if (handlers->text != NULL)
    XML_SetCharacterDataHandler (self->expat, on_text);
  return self;
}

void
atlas_xml_parser_free (AtlasXmlParser *self)
{
  gsize *outer = account;

  account = &self->used;
  XML_ParserFree (self->expat);
  account = outer;
  g_clear_error (&self->error);
  g_free (self->file);
  g_free (self->part);
  g_free (self);
}

static gboolean
set_syntax_error (AtlasXmlParser  *self,
                  GError         **error)
{
  g_autofree char *reason = NULL;

  if (XML_GetErrorCode (self->expat) == XML_ERROR_NO_MEMORY)
    return atlas_sheet_set_too_large (self->file, _("a tag in it is too long"), error);
  reason = g_strdup_printf (_("its XML is not valid in line %lu"),
                            (gulong) XML_GetCurrentLineNumber (self->expat));
  return atlas_sheet_set_damaged (self->file, self->part, reason, error);
}

static gboolean
parse (AtlasXmlParser  *self,
       const char      *data,
       gsize            length,
       gboolean         is_last,
       GError         **error)
{
  gsize *outer = account;
  enum XML_Status status;

  if (self->stopped)
    return FALSE;
  account = &self->used;
  status = XML_Parse (self->expat, data, length, is_last);
  account = outer;
  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  else if (status != XML_STATUS_OK && !self->stopped)
    set_syntax_error (self, error);
  return status == XML_STATUS_OK && !self->stopped;
}

gboolean
atlas_xml_parser_feed (AtlasXmlParser  *self,
                       const char      *data,
                       gsize            length,
                       GError         **error)
{
  g_return_val_if_fail (length <= G_MAXINT, FALSE);
  return parse (self, data, length, FALSE, error);
}

gboolean
atlas_xml_parser_finish (AtlasXmlParser  *self,
                         GError         **error)
{
  return parse (self, NULL, 0, TRUE, error);
}

gboolean
atlas_xml_parse_bytes (GBytes                  *bytes,
                       const char              *file,
                       const AtlasXmlHandlers  *handlers,
                       gpointer                 user_data,
                       GCancellable            *cancellable,
                       GError                 **error)
{
  g_autoptr (AtlasXmlParser) parser = atlas_xml_parser_new (handlers, user_data, file, NULL);
  g_autoptr (GError) failure = NULL;
  const gsize piece = 256 * 1024;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gboolean more = TRUE;

  for (gsize done = 0; done < length && more; done += piece)
    more = !g_cancellable_set_error_if_cancelled (cancellable, &failure) &&
           atlas_xml_parser_feed (parser, data + done, MIN (piece, length - done), &failure);
  if (more)
    atlas_xml_parser_finish (parser, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}
