/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/text-line.h"

#include <string.h>

struct _AtlasTextLine
{
  guint n_refs;
  char *text;
  GSList *runs; /* (element-type PangoGlyphItem) */
  int width;    /* in units of Pango */
};

/* In UTF-8, the separators of lines and paragraphs (U+2028 and U+2029) are the only characters that begin so. */
#define SEPARATOR "\xE2\x80"

gboolean
atlas_text_line_suits (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if ((guchar) *at < ' ')
      return FALSE;
  for (const char *at = strstr (text, SEPARATOR); at != NULL; at = strstr (at + 1, SEPARATOR))
    if (at[2] == '\xA8' || at[2] == '\xA9')
      return FALSE;
  return TRUE;
}

static PangoGlyphItem *
shape (PangoItem  *item,
       const char *text)
{
  PangoGlyphItem *run = g_slice_new0 (PangoGlyphItem);

  run->item = item;
  run->glyphs = pango_glyph_string_new ();
  pango_shape_item (item, text, -1, NULL, run->glyphs, PANGO_SHAPE_NONE);
  return run;
}

AtlasTextLine *
atlas_text_line_new (PangoContext  *context,
                     PangoAttrList *attributes,
                     const char    *text)
{
  AtlasTextLine *self = g_new0 (AtlasTextLine, 1);
  GList *items, *ordered;

  self->n_refs = 1;
  self->text = g_strdup (text);
  items = pango_itemize (context, self->text, 0, (int) strlen (text), attributes, NULL);
  ordered = pango_reorder_items (items);
  for (GList *l = ordered; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = shape (l->data, self->text);

      self->width += pango_glyph_string_get_width (run->glyphs);
      self->runs = g_slist_prepend (self->runs, run);
    }
  self->runs = g_slist_reverse (self->runs);
  g_list_free (items);
  g_list_free (ordered);
  return self;
}

AtlasTextLine *
atlas_text_line_ref (AtlasTextLine *self)
{
  self->n_refs++;
  return self;
}

void
atlas_text_line_unref (AtlasTextLine *self)
{
  if (--self->n_refs > 0)
    return;
  g_slist_free_full (self->runs, (GDestroyNotify) pango_glyph_item_free);
  g_free (self->text);
  g_free (self);
}

const char *
atlas_text_line_get_text (const AtlasTextLine *self)
{
  return self->text;
}

double
atlas_text_line_get_width (const AtlasTextLine *self)
{
  return (double) self->width / PANGO_SCALE;
}

GSList *
atlas_text_line_get_runs (const AtlasTextLine *self)
{
  return self->runs;
}

void
atlas_text_line_draw (const AtlasTextLine *self,
                      cairo_t             *cr,
                      double               x,
                      double               baseline)
{
  for (GSList *l = self->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;

      cairo_move_to (cr, x, baseline);
      pango_cairo_show_glyph_item (cr, self->text, run);
      x += (double) pango_glyph_string_get_width (run->glyphs) / PANGO_SCALE;
    }
}
