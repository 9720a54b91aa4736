/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/text-line.h"

#include <string.h>

#include "charts/text-paint.h"

/* A run with all that it consists of. */
typedef struct {
  GSList link;
  PangoGlyphItem run;
  PangoItem item;
  PangoGlyphString glyphs;
} Run;

/* In one piece of memory: a long report has tens of thousands. */
struct _AtlasTextLine
{
  guint n_refs;
  int width; /* in units of Pango */
  const char *text;
  guint n_runs;
  Run runs[]; /* and behind them all glyphs, what character each belongs to, and the text */
};

/* What numbers are written in. */
#define DIGITS "0123456789,."

struct _AtlasLineFont
{
  PangoContext *context;
  PangoAttrList *attributes;
  PangoItem *number; /* (nullable): what a number of DIGITS is; NULL where a font lacks some of them */
  PangoGlyphString *glyphs; /* of a number, while it is packed */
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
  self->glyphs = pango_glyph_string_new ();
  g_list_free_full (items, (GDestroyNotify) pango_item_free);
  return self;
}

void
atlas_line_font_free (AtlasLineFont *self)
{
  g_clear_pointer (&self->number, pango_item_free);
  pango_glyph_string_free (self->glyphs);
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

/* What Pango keeps behind an item of its own, and says so by a flag, is not there behind a copy. */
#define PUBLIC_FLAGS (PANGO_ANALYSIS_FLAG_CENTERED_BASELINE | PANGO_ANALYSIS_FLAG_IS_ELLIPSIS | PANGO_ANALYSIS_FLAG_NEED_HYPHEN)

static void
pack_item (Run             *self,
           const PangoItem *item)
{
  self->item = *item;
  self->item.analysis.flags &= PUBLIC_FLAGS;
  self->item.analysis.extra_attrs = NULL; /* features, which have had their effect */
  g_object_ref (self->item.analysis.font);
  self->run = (PangoGlyphItem) { .item = &self->item, .glyphs = &self->glyphs };
  self->link.data = &self->run;
  self->link.next = NULL;
}

static void
pack_glyphs (Run                    *self,
             const PangoGlyphString *from,
             PangoGlyphInfo         *glyphs,
             int                    *clusters)
{
  memcpy (glyphs, from->glyphs, from->num_glyphs * sizeof *glyphs);
  memcpy (clusters, from->log_clusters, from->num_glyphs * sizeof *clusters);
  self->glyphs = (PangoGlyphString) { .num_glyphs = from->num_glyphs, .glyphs = glyphs, .log_clusters = clusters };
}

static int
count_glyphs (const PangoGlyphItem *runs,
              guint                 n_runs)
{
  int n = 0;

  for (guint i = 0; i < n_runs; i++)
    n += runs[i].glyphs->num_glyphs;
  return n;
}

static AtlasTextLine *
pack (const char           *text,
      const PangoGlyphItem *runs,
      guint                 n_runs)
{
  int n_glyphs = count_glyphs (runs, n_runs);
  gsize size = strlen (text) + 1;
  AtlasTextLine *self = g_malloc (sizeof *self + n_runs * sizeof (Run) +
                                  n_glyphs * (sizeof (PangoGlyphInfo) + sizeof (int)) + size);
  PangoGlyphInfo *glyphs = (PangoGlyphInfo *) &self->runs[n_runs];
  int *clusters = (int *) (glyphs + n_glyphs);

  *self = (AtlasTextLine) { .n_refs = 1, .n_runs = n_runs };
  self->text = memcpy (clusters + n_glyphs, text, size);
  for (guint i = 0; i < n_runs; i++)
    {
      pack_item (&self->runs[i], runs[i].item);
      pack_glyphs (&self->runs[i], runs[i].glyphs, glyphs, clusters);
      glyphs += runs[i].glyphs->num_glyphs;
      clusters += runs[i].glyphs->num_glyphs;
      self->width += pango_glyph_string_get_width (runs[i].glyphs);
      if (i > 0)
        self->runs[i - 1].link.next = &self->runs[i].link;
    }
  return self;
}

static gboolean
is_number (const char *text)
{
  gsize length = strspn (text, DIGITS);

  return length > 0 && text[length] == '\0';
}

/* Two in three texts of a table are numbers, and finding out again and again that they are of one script and in one font takes
 * as long as shaping them. */
static AtlasTextLine *
new_number (const AtlasLineFont *font,
            const char          *text)
{
  PangoItem item = *font->number;
  PangoGlyphItem run = { .item = &item, .glyphs = font->glyphs };

  item.analysis.flags &= PUBLIC_FLAGS;
  item.length = item.num_chars = (int) strlen (text);
  pango_shape_item (&item, text, -1, NULL, font->glyphs, PANGO_SHAPE_NONE);
  return pack (text, &run, 1);
}

AtlasTextLine *
atlas_text_line_new (const AtlasLineFont *font,
                     const char          *text)
{
  g_autoptr (GArray) runs = NULL;
  AtlasTextLine *self;
  GList *items;

  if (font->number != NULL && is_number (text))
    return new_number (font, text);
  runs = g_array_new (FALSE, FALSE, sizeof (PangoGlyphItem));
  items = itemize (font, text);
  for (GList *l = items; l != NULL; l = l->next)
    {
      PangoGlyphItem run = { .item = l->data, .glyphs = pango_glyph_string_new () };

      pango_shape_item (run.item, text, -1, NULL, run.glyphs, PANGO_SHAPE_NONE);
      g_array_append_val (runs, run);
    }
  self = pack (text, (const PangoGlyphItem *) runs->data, runs->len);
  for (guint i = 0; i < runs->len; i++)
    pango_glyph_string_free (g_array_index (runs, PangoGlyphItem, i).glyphs);
  g_list_free_full (items, (GDestroyNotify) pango_item_free);
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
  for (guint i = 0; i < self->n_runs; i++)
    g_object_unref (self->runs[i].item.analysis.font);
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
  return self->n_runs > 0 ? (GSList *) &self->runs[0].link : NULL;
}

void
atlas_text_line_draw (const AtlasTextLine *self,
                      cairo_t             *cr,
                      double               x,
                      double               baseline)
{
  for (guint i = 0; i < self->n_runs; i++)
    {
      const Run *run = &self->runs[i];

      cairo_move_to (cr, x, baseline);
      atlas_text_paint_item (cr, self->text, (PangoGlyphItem *) &run->run);
      x += (double) pango_glyph_string_get_width ((PangoGlyphString *) &run->glyphs) / PANGO_SCALE;
    }
}
