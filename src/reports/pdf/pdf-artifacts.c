/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pdf/pdf-artifacts.h"

#include <string.h>

#include "charts/pdf/pdf-string.h"

#define BEGIN_ARTIFACT "/Artifact BMC\n"
#define END_MARK "EMC\n"
/* Down from the page's upper edge, as cairo draws. */
#define PAGE_BEGINS "1 0 0 -1 0 "

/* OPERANDS: where those of the operator that comes next begin. */
typedef struct {
  const char *at;
  const char *end;
  const char *operands;
} Scanner;

/* What stands between two marks, or in one, begins at BEGIN. */
typedef struct {
  GByteArray *out;
  const char *begin;
  gboolean is_drawn;
  gboolean in_text;
  guint depth; /* of marks */
} Marking;

gboolean
atlas_pdf_is_page_content (const guint8 *content,
                           gsize         size)
{
  return size >= strlen (PAGE_BEGINS) && memcmp (content, PAGE_BEGINS, strlen (PAGE_BEGINS)) == 0;
}

static gboolean
is_delimiter (char character)
{
  return character == '\0' || g_ascii_isspace (character) || strchr ("()<>[]{}/%", character) != NULL;
}

/* Behind the string in brackets that begins at AT. */
static const char *
skip_string (const char *at,
             const char *end)
{
  const char *close = atlas_pdf_string_skip (at + 1, end);

  return close != NULL ? close : end;
}

/* Behind the string in hexadecimal digits, or the bracket of a dictionary, that begins at AT. */
static const char *
skip_angle (const char *at,
            const char *end)
{
  const char *close;

  if (at + 1 < end && at[1] == '<')
    return at + 2;
  close = memchr (at, '>', end - at);
  return close != NULL ? close + 1 : end;
}

/* Behind what begins at AT: a string, a bracket, a name, a number or an operator. */
static const char *
skip_token (const char *at,
            const char *end)
{
  if (*at == '(')
    return skip_string (at, end);
  if (*at == '<')
    return skip_angle (at, end);
  if (is_delimiter (*at) && *at != '/')
    return at + 1;
  for (at++; at < end && !is_delimiter (*at); at++)
    ;
  return at;
}

/* The next operator, which goes from OUT_BEGIN to the scanner's place; FALSE at the end. */
static gboolean
find_operator (Scanner     *self,
               const char **out_begin)
{
  self->operands = NULL;
  for (;;)
    {
      while (self->at < self->end && g_ascii_isspace (*self->at))
        self->at++;
      if (self->at >= self->end)
        return FALSE;
      *out_begin = self->at;
      if (self->operands == NULL)
        self->operands = self->at;
      self->at = skip_token (self->at, self->end);
      if (g_ascii_isalpha (**out_begin) || **out_begin == '\'' || **out_begin == '"')
        return TRUE;
    }
}

static gboolean
is_operator (const char *begin,
             const char *end,
             const char *name)
{
  return (gsize) (end - begin) == strlen (name) && memcmp (begin, name, end - begin) == 0;
}

static gboolean
draws (const char *begin,
       const char *end)
{
  static const char *const names[] = { "Tj", "TJ", "'", "\"", "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "EI" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (is_operator (begin, end, names[i]))
      return TRUE;
  return FALSE;
}

static void
append (GByteArray *out,
        const char *begin,
        const char *end)
{
  g_byte_array_append (out, (const guint8 *) begin, (guint) (end - begin));
}

static void
append_text (GByteArray *out,
             const char *text)
{
  append (out, text, text + strlen (text));
}

/* What stands outside of marks until END. */
static void
end_outside (Marking    *self,
             const char *end)
{
  if (self->is_drawn)
    append_text (self->out, BEGIN_ARTIFACT);
  append (self->out, self->begin, end);
  if (self->is_drawn)
    append_text (self->out, end > self->begin && !g_ascii_isspace (end[-1]) ? "\n" END_MARK : END_MARK);
  self->begin = end;
  self->is_drawn = FALSE;
}

/* The operator from BEGIN to the place of SCANNER; FALSE where it begins a mark within text. */
static gboolean
go_on (Marking       *self,
       const Scanner *scanner,
       const char    *begin)
{
  if (is_operator (begin, scanner->at, "BDC") || is_operator (begin, scanner->at, "BMC"))
    {
      if (self->depth++ == 0)
        end_outside (self, scanner->operands);
      return !self->in_text;
    }
  if (is_operator (begin, scanner->at, "EMC") && self->depth > 0 && --self->depth == 0)
    {
      const char *end = scanner->at < scanner->end && *scanner->at == '\n' ? scanner->at + 1 : scanner->at;

      append (self->out, self->begin, end);
      self->begin = end;
    }
  else if (is_operator (begin, scanner->at, "BT") || is_operator (begin, scanner->at, "ET"))
    self->in_text = *begin == 'B';
  else
    self->is_drawn |= self->depth == 0 && draws (begin, scanner->at);
  return TRUE;
}

GByteArray *
atlas_pdf_mark_artifacts (const guint8 *content,
                          gsize         size)
{
  Scanner scanner = { (const char *) content, (const char *) content + size, NULL };
  Marking marking = { g_byte_array_sized_new ((guint) size + 256), scanner.at, FALSE, FALSE, 0 };
  const char *begin;

  while (find_operator (&scanner, &begin))
    if (!go_on (&marking, &scanner, begin))
      {
        g_byte_array_unref (marking.out);
        return NULL;
      }
  end_outside (&marking, scanner.end);
  return marking.out;
}
