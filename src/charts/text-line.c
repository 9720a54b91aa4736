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

/* What numbers are written in. */
#define DIGITS "0123456789,."

struct _AtlasLineFont
{
  PangoContext *context;
  PangoAttrList *attributes;
  PangoItem *number; /* (nullable): what a number of DIGITS is; NULL where a font lacks some of them */
};

/* The items of TEXT in their order from left to right; (element-type PangoItem) (transfer full). */
static GList *
itemize (const AtlasLineFont *font,
         const char          *text)
{
  GList *items = pango_itemize (font->context, text, 0, (int) strlen (text), font->attributes, NULL);
  GList *ordered = pango_reorder_items (items);

  g_list_free (items);
  return ordered;
}

AtlasLineFont *
atlas_line_font_new (PangoContext  *context,
                     PangoAttrList *attributes)
{
  AtlasLineFont *self = g_new0 (AtlasLineFont, 1);
  GList *items;

  self->context = g_object_ref (context);
  self->attributes = pango_attr_list_ref (attributes);
  items = itemize (self, DIGITS);
  if (items->next == NULL)
    self->number = pango_item_copy (items->data);
  g_list_free_full (items, (GDestroyNotify) pango_item_free);
  return self;
}

void
atlas_line_font_free (AtlasLineFont *self)
{
  g_clear_pointer (&self->number, pango_item_free);
  pango_attr_list_unref (self->attributes);
  g_object_unref (self->context);
  g_free (self);
}

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

/* ITEM (transfer full). */
static void
add_run (AtlasTextLine *self,
         PangoItem     *item)
{
  PangoGlyphItem *run = shape (item, self->text);

  self->width += pango_glyph_string_get_width (run->glyphs);
  self->runs = g_slist_prepend (self->runs, run);
}

/* Two in three texts of a table are numbers, and finding out again and again that they are of one script and in one font takes
 * as long as shaping them. */
static gboolean
set_number (AtlasTextLine       *self,
            const AtlasLineFont *font)
{
  gsize length = strspn (self->text, DIGITS);
  PangoItem *item;

  if (font->number == NULL || length == 0 || self->text[length] != '\0')
    return FALSE;
  item = pango_item_copy (font->number);
  item->length = item->num_chars = (int) length;
  add_run (self, item);
  return TRUE;
}

AtlasTextLine *
atlas_text_line_new (const AtlasLineFont *font,
                     const char          *text)
{
  AtlasTextLine *self = g_new0 (AtlasTextLine, 1);
  GList *items;

  self->n_refs = 1;
  self->text = g_strdup (text);
  if (set_number (self, font))
    return self;
  items = itemize (font, self->text);
  for (GList *l = items; l != NULL; l = l->next)
    add_run (self, l->data);
  self->runs = g_slist_reverse (self->runs);
  g_list_free (items);
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
