/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/pdf/pdf-objects.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charts/chart-file.h"
#include "charts/pdf/pdf-string.h"

/* "0000851922 00000 n \n" */
#define ENTRY_SIZE 20
/* "startxref", the number and "%%EOF" stand in the last bytes. */
#define TAIL_SIZE 64

struct _AtlasPdfObjects
{
  GBytes *pdf;
  const char *data;
  const char *end;
  const char *entries; /* of the table of references */
  const char *trailer;
  guint n;
};

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, ATLAS_CHART_ERROR, ATLAS_CHART_ERROR_DRAW,
                       _("The PDF could not be completed: cairo has not written it as expected"));
  return FALSE;
}

/* Moves AT behind the number that stands there; FALSE if none does. */
static gboolean
take_number (const char **at,
             const char  *end,
             guint64     *out)
{
  const char *p = *at;
  guint64 number = 0;

  while (p < end && g_ascii_isspace (*p))
    p++;
  if (p == end || !g_ascii_isdigit (*p))
    return FALSE;
  for (; p < end && g_ascii_isdigit (*p) && number < G_MAXUINT32; p++)
    number = number * 10 + (guint64) (*p - '0');
  *at = p;
  *out = number;
  return TRUE;
}

static gboolean
take_word (const char **at,
           const char  *end,
           const char  *word)
{
  gsize length = strlen (word);
  const char *p = *at;

  while (p < end && g_ascii_isspace (*p))
    p++;
  if ((gsize) (end - p) < length || memcmp (p, word, length) != 0)
    return FALSE;
  *at = p + length;
  return TRUE;
}

static gboolean
find_table (AtlasPdfObjects *self)
{
  const char *tail = self->end - self->data > TAIL_SIZE ? self->end - TAIL_SIZE : self->data;
  const char *at = g_strrstr_len (tail, self->end - tail, "startxref");
  guint64 offset, first, n;

  if (at == NULL || !take_word (&at, self->end, "startxref") || !take_number (&at, self->end, &offset) ||
      offset >= (guint64) (self->end - self->data))
    return FALSE;
  at = self->data + offset;
  if (!take_word (&at, self->end, "xref") || !take_number (&at, self->end, &first) || first != 0 ||
      !take_number (&at, self->end, &n) || !take_word (&at, self->end, ""))
    return FALSE;
  if (n > (guint64) (self->end - at) / ENTRY_SIZE)
    return FALSE;
  self->entries = at;
  self->n = (guint) n;
  self->trailer = at + n * ENTRY_SIZE;
  /* Of a file that something was added to, the table names only what was added. */
  return take_word (&self->trailer, self->end, "trailer") &&
         g_strstr_len (self->trailer, self->end - self->trailer, "/Prev") == NULL;
}

AtlasPdfObjects *
atlas_pdf_objects_new (GBytes  *pdf,
                       GError **error)
{
  g_autoptr (AtlasPdfObjects) self = g_new0 (AtlasPdfObjects, 1);
  gsize size;

  self->pdf = g_bytes_ref (pdf);
  self->data = g_bytes_get_data (pdf, &size);
  self->end = size > 0 ? self->data + size : NULL;
  if (size > 0 && find_table (self))
    return g_steal_pointer (&self);
  fail (error);
  return NULL;
}

void
atlas_pdf_objects_free (AtlasPdfObjects *self)
{
  g_bytes_unref (self->pdf);
  g_free (self);
}

guint
atlas_pdf_objects_get_n (const AtlasPdfObjects *self)
{
  return self->n;
}

guint
atlas_pdf_objects_find (const AtlasPdfObjects *self,
                        const char            *name)
{
  const char *at = g_strstr_len (self->trailer, self->end - self->trailer, name);
  guint64 number;

  if (at == NULL)
    return 0;
  at += strlen (name);
  return take_number (&at, self->end, &number) && number < self->n ? (guint) number : 0;
}

typedef enum {
  CHARACTER_OF_WORD,
  CHARACTER_SPACE,
  CHARACTER_DELIMITER, /* needs no white space around it */
} CharacterKind;

static const guint8 kinds[256] = {
  ['\0'] = CHARACTER_SPACE,    ['\t'] = CHARACTER_SPACE,    ['\n'] = CHARACTER_SPACE,    ['\f'] = CHARACTER_SPACE,
  ['\r'] = CHARACTER_SPACE,    [' '] = CHARACTER_SPACE,     ['('] = CHARACTER_DELIMITER, [')'] = CHARACTER_DELIMITER,
  ['<'] = CHARACTER_DELIMITER, ['>'] = CHARACTER_DELIMITER, ['['] = CHARACTER_DELIMITER, [']'] = CHARACTER_DELIMITER,
  ['{'] = CHARACTER_DELIMITER, ['}'] = CHARACTER_DELIMITER, ['/'] = CHARACTER_DELIMITER, ['%'] = CHARACTER_DELIMITER,
};

static CharacterKind
get_kind (char c)
{
  return kinds[(guchar) c];
}

/* Comments count as such: cairo notes the number of a page. */
static const char *
skip_space (const char *at,
            const char *end)
{
  gboolean in_comment = FALSE;

  for (; at < end && (in_comment || *at == '%' || get_kind (*at) == CHARACTER_SPACE); at++)
    in_comment = *at == '%' || (in_comment && *at != '\n');
  return at;
}

static const char *
skip_word (const char *at,
           const char *end)
{
  while (at < end && get_kind (*at) == CHARACTER_OF_WORD)
    at++;
  return at;
}

/* What stands behind the slash is its name. */
static const char *
skip_delimiter (const char *at,
                const char *end)
{
  if (*at == '(')
    return atlas_pdf_string_skip (at + 1, end);
  return *at == '/' ? skip_word (at + 1, end) : at + 1;
}

static gboolean
ends_object (const char *word,
             const char *end)
{
  return end - word == 6 && (memcmp (word, "stream", 6) == 0 || memcmp (word, "endobj", 6) == 0);
}

/* Up to white space, or to the word that ends the object, which then is END_OF_OBJECT; NULL where a string has no end. */
static const char *
skip_span (const char  *at,
           const char  *end,
           const char **end_of_object)
{
  while (at != NULL && at < end && get_kind (*at) != CHARACTER_SPACE && *at != '%')
    {
      const char *from = at;

      at = get_kind (*at) == CHARACTER_DELIMITER ? skip_delimiter (at, end) : skip_word (at, end);
      if (at == NULL || !ends_object (from, at))
        continue;
      *end_of_object = from;
      return from;
    }
  return at;
}

/* Copies what stands from AT on into TEXT, up to the word that ends it, "stream" or "endobj"; returns the place of that, or
 * NULL. */
static const char *
copy_tight (const char *at,
            const char *end,
            GString    *text)
{
  const char *end_of_object = NULL;
  gboolean follows_word = FALSE;

  g_string_truncate (text, 0);
  while (end_of_object == NULL)
    {
      const char *from = skip_space (at, end);

      at = skip_span (from, end, &end_of_object);
      if (at == NULL || (at == from && end_of_object == NULL))
        return NULL;
      if (at == from)
        break;
      if (follows_word && get_kind (*from) == CHARACTER_OF_WORD)
        g_string_append_c (text, ' ');
      g_string_append_len (text, from, at - from);
      follows_word = at[-1] == '/' || get_kind (at[-1]) == CHARACTER_OF_WORD;
    }
  return end_of_object;
}

/* The entry of the object NUMBER; NULL where it is not in use. */
static const char *
find_entry (const AtlasPdfObjects *self,
            guint                  number)
{
  const char *entry = self->entries + (gsize) number * ENTRY_SIZE;

  return number < self->n && entry[17] != 'f' ? entry : NULL;
}

/* Where ENTRY of the object NUMBER leads to, the place behind its head; NULL where none is there. */
static const char *
find_object (const AtlasPdfObjects *self,
             guint                  number,
             const char            *entry)
{
  const char *at = entry;
  guint64 offset, found, generation;

  if (!take_number (&at, entry + 10, &offset) || entry[17] != 'n' || offset >= (guint64) (self->end - self->data))
    return NULL;
  at = self->data + offset;
  if (!take_number (&at, self->end, &found) || found != number || !take_number (&at, self->end, &generation) ||
      generation != 0 || !take_word (&at, self->end, "obj"))
    return NULL;
  return at;
}

/* "12 0 R" at AT, where TEXT ends at END; returns the place behind it and the object, else NULL. */
static const char *
find_reference (const char *at,
                const char *end,
                guint64    *out)
{
  guint64 generation;

  return take_number (&at, end, out) && take_number (&at, end, &generation) && take_word (&at, end, "R") ? at : NULL;
}

/* The "/Length 12 0 R" in TEXT says what object 12 says, which takes the place of it. */
static gboolean
resolve_length (const AtlasPdfObjects *self,
                GString               *text,
                AtlasPdfObject        *out)
{
  const char *key = strstr (text->str, "/Length "), *end = text->str + text->len, *said, *behind, *entry;
  g_autofree char *size_text = NULL;
  guint64 size, number;
  gsize place;

  if (key == NULL)
    return FALSE;
  key = said = key + strlen ("/Length ");
  behind = find_reference (key, end, &number);
  if (behind != NULL)
    {
      entry = find_entry (self, (guint) number);
      said = entry != NULL ? find_object (self, (guint) number, entry) : NULL;
    }
  if (said == NULL || !take_number (&said, behind != NULL ? self->end : end, &size))
    return FALSE;
  out->size = size;
  if (behind == NULL)
    return TRUE;
  out->length = (guint) number;
  size_text = g_strdup_printf ("%" G_GSIZE_FORMAT, out->size);
  place = key - text->str;
  g_string_erase (text, place, behind - key);
  g_string_insert (text, place, size_text);
  return TRUE;
}

/* AT is at the word "stream". */
static gboolean
find_data (const AtlasPdfObjects *self,
           const char            *at,
           GString               *text,
           AtlasPdfObject        *out)
{
  at += strlen ("stream");
  if (at < self->end && *at == '\r')
    at++;
  if (at >= self->end || *at++ != '\n' || !resolve_length (self, text, out) || out->size > (gsize) (self->end - at))
    return FALSE;
  out->data = at;
  at += out->size;
  return take_word (&at, self->end, "endstream");
}

gboolean
atlas_pdf_objects_read (const AtlasPdfObjects  *self,
                        guint                   number,
                        GString                *text,
                        AtlasPdfObject         *out,
                        GError                **error)
{
  const char *entry = find_entry (self, number), *at;

  *out = (AtlasPdfObject) { NULL, 0, 0 };
  if (entry == NULL)
    return FALSE;
  at = find_object (self, number, entry);
  if (at != NULL)
    at = copy_tight (at, self->end, text);
  if (at == NULL || (*at == 's' && !find_data (self, at, text, out)))
    return fail (error);
  return TRUE;
}
