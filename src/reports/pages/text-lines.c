/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/text-lines.h"

#include <string.h>

#include "charts/text-context.h"
#include "charts/text-line.h"
#include "reports/pages/even-lines.h"
#include "reports/pages/lacking-characters.h"
#include "reports/pages/line-keeping.h"
#include "reports/pages/page-tags.h"

/* Where the em box of a Han character lies on the baseline; lines are centred by it. */
#define EM_ASCENT 0.88
/* What a byte of text takes at least, in sizes of its font: an i, or a third of a Han character. */
#define LEAST_BYTE 0.2

struct _AtlasTextShaper
{
  const AtlasReportStyle *style;
  AtlasLanguage language;
  PangoContext *context;
  PangoFontDescription *fonts[ATLAS_N_TEXT_ROLES];
  PangoAttrList *features[ATLAS_N_TEXT_ROLES];
  AtlasLineFont *line_fonts[ATLAS_N_TEXT_ROLES]; /* with the features */
  GHashTable *lines[ATLAS_N_TEXT_ROLES]; /* text → AtlasTextLine: tables say the same again and again */
  const AtlasReferenceLinks *links; /* (nullable) */
  AtlasLackingCharacters *lacking; /* (nullable): without a grid faces are mixed on purpose */
};

struct _AtlasTextLines
{
  PangoLayout *layout; /* (nullable): where there may be several lines */
  AtlasTextLine *line; /* (nullable): the only one */
  AtlasColour colour;
  double *x; /* of each line */
  double only_x;
  guint n;
  double pitch;
  double baseline;
  double width;
  double last_width;
};

static AtlasLineFont *
new_line_font (PangoContext               *context,
               PangoAttrList              *features,
               const PangoFontDescription *font)
{
  PangoAttrList *attributes = pango_attr_list_copy (features);
  AtlasLineFont *line_font;

  pango_attr_list_insert (attributes, pango_attr_font_desc_new (font));
  line_font = atlas_line_font_new (context, attributes);
  pango_attr_list_unref (attributes);
  return line_font;
}

AtlasTextShaper *
atlas_text_shaper_new (const AtlasReportStyle *style,
                       AtlasLanguage           language)
{
  AtlasTextShaper *self = g_new0 (AtlasTextShaper, 1);

  self->style = style;
  self->language = language;
  self->context = atlas_text_context_new ();
  if (style->pitch > 0)
    self->lacking = atlas_lacking_characters_new ();
  for (guint i = 0; i < ATLAS_N_TEXT_ROLES; i++)
    {
      self->fonts[i] = atlas_report_style_dup_font (style, i);
      self->features[i] = atlas_report_style_dup_features (style, i, language);
      self->line_fonts[i] = new_line_font (self->context, self->features[i], self->fonts[i]);
      self->lines[i] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) atlas_text_line_unref);
    }
  return self;
}

void
atlas_text_shaper_free (AtlasTextShaper *self)
{
  for (guint i = 0; i < ATLAS_N_TEXT_ROLES; i++)
    {
      pango_font_description_free (self->fonts[i]);
      pango_attr_list_unref (self->features[i]);
      atlas_line_font_free (self->line_fonts[i]);
      g_hash_table_unref (self->lines[i]);
    }
  g_clear_pointer (&self->lacking, atlas_lacking_characters_free);
  g_object_unref (self->context);
  g_free (self);
}

void
atlas_text_shaper_forget (AtlasTextShaper *self)
{
  for (guint i = 0; i < ATLAS_N_TEXT_ROLES; i++)
    g_hash_table_remove_all (self->lines[i]);
}

const AtlasReportStyle *
atlas_text_shaper_get_style (AtlasTextShaper *self)
{
  return self->style;
}

AtlasLanguage
atlas_text_shaper_get_language (AtlasTextShaper *self)
{
  return self->language;
}

void
atlas_text_shaper_set_links (AtlasTextShaper           *self,
                             const AtlasReferenceLinks *links)
{
  self->links = links;
}

const AtlasReferenceLinks *
atlas_text_shaper_get_links (AtlasTextShaper *self)
{
  return self->links;
}

/* Whether a Chinese line may end between the two: Unicode has a quotation mark stick to what stands on either side, as it
 * does not know which of two it is. */
static gboolean
may_break (gunichar before,
           gunichar after)
{
  if (after == 0x201C) /* “ */
    return g_unichar_iswide (before) || before == 0x201D;
  return before == 0x201D && g_unichar_iswide (after) && !g_unichar_ispunct (after);
}

/* TEXT with a zero-width space where a line may end; NULL where there is none; (transfer full). */
static char *
dup_breakable (const char *text)
{
  GString *result = NULL;
  gunichar before = 0;

  if (strstr (text, "“") == NULL)
    return NULL;
  result = g_string_sized_new (strlen (text) + 16);
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar after = g_utf8_get_char (text);

      if (may_break (before, after))
        g_string_append_unichar (result, 0x200B);
      g_string_append_unichar (result, after);
      before = after;
    }
  return g_string_free (result, FALSE);
}

static PangoLayout *
create_layout (AtlasTextShaper *shaper,
               AtlasTextRole    role,
               const char      *text)
{
  PangoLayout *layout = pango_layout_new (shaper->context);
  g_autofree char *breakable = shaper->language == ATLAS_LANGUAGE_CHINESE ? dup_breakable (text) : NULL;

  pango_layout_set_font_description (layout, shaper->fonts[role]);
  pango_layout_set_attributes (layout, shaper->features[role]);
  pango_layout_set_text (layout, breakable != NULL ? breakable : text, -1);
  return layout;
}

static int
to_pango (double points)
{
  return (int) (points * PANGO_SCALE + 0.5);
}

static void
find_lines (AtlasTextLines *self)
{
  PangoLayoutIter *iter = pango_layout_get_iter (self->layout);

  self->n = pango_layout_get_line_count (self->layout);
  self->x = g_new (double, self->n);
  for (guint i = 0; i < self->n; i++)
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      self->x[i] = (double) logical.x / PANGO_SCALE;
      self->last_width = (double) logical.width / PANGO_SCALE;
      self->width = MAX (self->width, self->last_width);
      pango_layout_iter_next_line (iter);
    }
  pango_layout_iter_free (iter);
}

/* Each text once; (transfer none). */
static AtlasTextLine *
find_line (AtlasTextShaper *shaper,
           AtlasTextRole    role,
           const char      *text)
{
  AtlasTextLine *line = g_hash_table_lookup (shaper->lines[role], text);

  if (line != NULL)
    return line;
  line = atlas_text_line_new (shaper->line_fonts[role], text);
  g_hash_table_insert (shaper->lines[role], (gpointer) atlas_text_line_get_text (line), line);
  return line;
}

static void
set_line (AtlasTextLines  *self,
          AtlasTextShaper *shaper,
          AtlasTextRole    role,
          const char      *text)
{
  self->line = atlas_text_line_ref (find_line (shaper, role, text));
  self->width = self->last_width = atlas_text_line_get_width (self->line);
  self->x = &self->only_x;
  self->n = 1;
  if (shaper->lacking != NULL)
    atlas_lacking_characters_collect (shaper->lacking, shaper->context, shaper->fonts[role], text,
                                      atlas_text_line_get_runs (self->line));
}

/* Whether TEXT is so short that it is worth while to set it on one line and see: no character is as narrow for its bytes. */
static gboolean
may_fit (const AtlasTextShaper *shaper,
         AtlasTextRole          role,
         const char            *text,
         double                 width)
{
  return strlen (text) * shaper->style->texts[role].size * LEAST_BYTE < width && atlas_text_line_suits (text);
}

/* What is written from right to left has its beginning on the other side, which a layout knows. */
static gboolean
is_reversed (const AtlasTextLine *line)
{
  for (GSList *l = atlas_text_line_get_runs (line); l != NULL; l = l->next)
    if (((const PangoGlyphItem *) l->data)->item->analysis.level % 2 == 1)
      return TRUE;
  return FALSE;
}

static double
get_left (double         room,
          PangoAlignment alignment)
{
  return alignment == PANGO_ALIGN_LEFT ? 0 : alignment == PANGO_ALIGN_RIGHT ? room : room / 2;
}

/* Captions, heads of pages and most headings take one line. FALSE where TEXT takes more. */
static gboolean
set_only_line (AtlasTextLines  *self,
               AtlasTextShaper *shaper,
               AtlasTextRole    role,
               const char      *text,
               double           width,
               PangoAlignment   alignment,
               double           indent)
{
  const AtlasTextLine *line;
  double room;

  if (!may_fit (shaper, role, text, width - indent))
    return FALSE;
  line = find_line (shaper, role, text);
  room = width - indent - atlas_text_line_get_width (line);
  if (room < 0 || is_reversed (line))
    return FALSE;
  set_line (self, shaper, role, text);
  self->x[0] = indent + get_left (room, alignment);
  return TRUE;
}

static void
collect_lacking (AtlasTextShaper *shaper,
                 AtlasTextRole    role,
                 PangoLayout     *layout)
{
  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    atlas_lacking_characters_collect (shaper->lacking, shaper->context, shaper->fonts[role],
                                      pango_layout_get_text (layout), pango_layout_get_line_readonly (layout, i)->runs);
}

static void
set_lines (AtlasTextLines  *self,
           AtlasTextShaper *shaper,
           AtlasTextRole    role,
           const char      *text,
           double           width,
           PangoAlignment   alignment,
           double           indent,
           gboolean         justify)
{
  self->layout = create_layout (shaper, role, text);
  if (width >= 0)
    {
      pango_layout_set_width (self->layout, to_pango (width));
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_alignment (self->layout, alignment);
      pango_layout_set_indent (self->layout, to_pango (indent));
      atlas_line_keeping_apply (shaper, role, self->layout, width, justify);
      if (justify)
        atlas_even_lines (self->layout, shaper->style->texts[role].size);
    }
  find_lines (self);
  if (shaper->lacking != NULL)
    collect_lacking (shaper, role, self->layout);
}

AtlasTextLines *
atlas_text_lines_new (AtlasTextShaper *shaper,
                      AtlasTextRole    role,
                      const char      *text,
                      double           width,
                      PangoAlignment   alignment,
                      double           indent,
                      gboolean         justify)
{
  AtlasTextLines *self = g_new0 (AtlasTextLines, 1);
  const AtlasTextStyle *style = &shaper->style->texts[role];

  self->colour = style->dim ? shaper->style->dim_text : shaper->style->text;
  self->pitch = atlas_report_style_get_leading (shaper->style, role, shaper->language);
  self->baseline = (self->pitch - style->size) / 2 + style->size * EM_ASCENT;
  if (width < 0 && atlas_text_line_suits (text))
    set_line (self, shaper, role, text);
  else if (width < 0 || !set_only_line (self, shaper, role, text, width, alignment, indent))
    set_lines (self, shaper, role, text, width, alignment, indent, justify);
  return self;
}

AtlasTextLines *
atlas_text_lines_new_plain (AtlasTextShaper *shaper,
                            AtlasTextRole    role,
                            const char      *text,
                            double           width)
{
  return atlas_text_lines_new (shaper, role, text, width, PANGO_ALIGN_LEFT, 0, FALSE);
}

/* The least width, to a point, in which the text takes no more lines than in WIDTH. */
static double
find_balanced_width (AtlasTextShaper *shaper,
                     AtlasTextRole    role,
                     const char      *text,
                     double           width)
{
  g_autoptr (PangoLayout) layout = create_layout (shaper, role, text);
  double least = width / 4;
  int n;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, to_pango (width));
  n = pango_layout_get_line_count (layout);
  while (width - least > 1)
    {
      double middle = (width + least) / 2;

      pango_layout_set_width (layout, to_pango (middle));
      *(pango_layout_get_line_count (layout) > n ? &least : &width) = middle;
    }
  return width;
}

AtlasTextLines *
atlas_text_lines_new_balanced (AtlasTextShaper *shaper,
                               AtlasTextRole    role,
                               const char      *text,
                               double           width)
{
  double narrow = find_balanced_width (shaper, role, text, width);
  AtlasTextLines *self = atlas_text_lines_new (shaper, role, text, narrow, PANGO_ALIGN_CENTER, 0, FALSE);

  for (guint i = 0; i < self->n; i++)
    self->x[i] += (width - narrow) / 2;
  return self;
}

AtlasTextLines *
atlas_text_lines_new_title (AtlasTextShaper *shaper,
                            const char      *title,
                            double           width)
{
  g_auto (GStrv) parts = g_strsplit (title, "\n", -1);
  g_autofree char *joined = g_strjoinv (shaper->language == ATLAS_LANGUAGE_CHINESE ? "" : " ", parts);
  gboolean fits = atlas_text_shaper_measure (shaper, ATLAS_TEXT_TITLE, joined) <= width;

  return atlas_text_lines_new_balanced (shaper, ATLAS_TEXT_TITLE, fits ? joined : title, width);
}

gboolean
atlas_text_lines_fit (AtlasTextLines *self,
                      double          width,
                      PangoAlignment  alignment)
{
  if (self->n > 1 || self->width > width)
    return FALSE;
  self->x[0] = alignment == PANGO_ALIGN_RIGHT ? width - self->width : 0;
  return TRUE;
}

void
atlas_text_lines_free (AtlasTextLines *self)
{
  g_clear_object (&self->layout);
  g_clear_pointer (&self->line, atlas_text_line_unref);
  if (self->x != &self->only_x)
    g_free (self->x);
  g_free (self);
}

guint
atlas_text_lines_get_n (const AtlasTextLines *self)
{
  return self->n;
}

double
atlas_text_lines_get_pitch (const AtlasTextLines *self)
{
  return self->pitch;
}

double
atlas_text_lines_get_height (const AtlasTextLines *self)
{
  return self->n * self->pitch;
}

double
atlas_text_lines_get_width (const AtlasTextLines *self)
{
  return self->width;
}

double
atlas_text_lines_get_last_width (const AtlasTextLines *self)
{
  return self->last_width;
}

double
atlas_text_lines_get_baseline (const AtlasTextLines *self)
{
  return self->baseline;
}

void
atlas_text_lines_draw (const AtlasTextLines *self,
                       cairo_t              *cr,
                       double                x,
                       double                y,
                       guint                 first,
                       guint                 n)
{
  const AtlasColour *colour = &self->colour;

  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
  for (guint i = first; i < MIN (first + n, self->n); i++)
    {
      double left = x + self->x[i], baseline = y + (i - first) * self->pitch + self->baseline;

      if (self->line != NULL)
        {
          atlas_text_line_draw (self->line, cr, left, baseline);
          continue;
        }
      cairo_move_to (cr, left, baseline);
      pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (self->layout, i));
    }
}

static void
link_line (const AtlasTextLine       *line,
           const AtlasReferenceLinks *links,
           cairo_t                   *cr,
           double                     x,
           double                     baseline)
{
  const char *text = atlas_text_line_get_text (line);

  atlas_reference_links_add_runs (links, text, 0, (int) strlen (text), atlas_text_line_get_runs (line), cr, x, baseline);
}

void
atlas_text_lines_link (const AtlasTextLines      *self,
                       const AtlasReferenceLinks *links,
                       cairo_t                   *cr,
                       double                     x,
                       double                     y,
                       guint                      first,
                       guint                      n)
{
  for (guint i = first; links != NULL && i < MIN (first + n, self->n); i++)
    {
      double left = x + self->x[i], baseline = y + (i - first) * self->pitch + self->baseline;

      if (self->line != NULL)
        link_line (self->line, links, cr, left, baseline);
      else
        atlas_reference_links_add_line (links, self->layout, i, cr, left, baseline);
    }
}

void
atlas_text_lines_draw_all (const AtlasTextLines *self,
                           cairo_t              *cr,
                           double                x,
                           double                y)
{
  atlas_text_lines_draw (self, cr, x, y, 0, self->n);
}

void
atlas_text_lines_draw_tagged (const AtlasTextLines *self,
                              cairo_t              *cr,
                              const char           *tag,
                              double                x,
                              double                y)
{
  atlas_page_tag_begin (cr, tag);
  atlas_text_lines_draw_all (self, cr, x, y);
  atlas_page_tag_end (cr, tag);
}

double
atlas_text_shaper_measure (AtlasTextShaper *self,
                           AtlasTextRole    role,
                           const char      *text)
{
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle logical;

  if (atlas_text_line_suits (text))
    return atlas_text_line_get_width (find_line (self, role, text));
  layout = create_layout (self, role, text);
  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

double
atlas_text_shaper_measure_rise (AtlasTextShaper *self,
                                AtlasTextRole    role,
                                const char      *text)
{
  g_autoptr (PangoLayout) layout = create_layout (self, role, text);
  PangoRectangle ink;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, 0), &ink, NULL);
  return (double) -ink.y / PANGO_SCALE;
}

char *
atlas_text_shaper_dup_lacking (AtlasTextShaper *self)
{
  return self->lacking != NULL ? atlas_lacking_characters_dup_sentence (self->lacking) : NULL;
}
