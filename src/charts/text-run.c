/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/text-run.h"

#include "charts/text-context.h"

/* Height of a line by its font size, and where its baseline lies, so that Han characters (which reach from −0.12 to
 * 0.88) and digits (0 to 0.7) look centred. What the fonts say themselves differs between a line with and one without
 * Han characters, and neighbours would not line up. */
#define PITCH 1.36
#define BASELINE 1.04

/* Where the ink of a line lies in its pitch: what must not touch other ink. */
#define INK_TOP 0.12
#define INK_HEIGHT 1.08

/* The same text is often asked for again: measured for the height, measured for the column, and then placed; once more
 * when the notes below have to give way. */
struct _AtlasTextMaker {
  PangoContext *context;
  GHashTable *lines[ATLAS_N_TEXT_ROLES];   /* text → AtlasTextRun */
  GHashTable *wrapped[ATLAS_N_TEXT_ROLES]; /* "width lines text" → AtlasTextRun */
  AtlasLineFont *line_fonts[ATLAS_N_TEXT_ROLES];
  PangoFontDescription *fonts[ATLAS_N_TEXT_ROLES];
  double sizes[ATLAS_N_TEXT_ROLES];
};

static GHashTable *
new_runs (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) atlas_text_run_free);
}

static AtlasLineFont *
new_line_font (PangoContext               *context,
               const PangoFontDescription *font)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  AtlasLineFont *line_font;

  pango_attr_list_insert (attributes, pango_attr_font_desc_new (font));
  line_font = atlas_line_font_new (context, attributes);
  pango_attr_list_unref (attributes);
  return line_font;
}

AtlasTextMaker *
atlas_text_maker_new (const AtlasChartStyle *style)
{
  AtlasTextMaker *self = g_new0 (AtlasTextMaker, 1);

  self->context = atlas_text_context_new ();
  self->sizes[ATLAS_TEXT_TITLE] = style->title_size;
  self->sizes[ATLAS_TEXT_LABEL] = style->text_size;
  self->sizes[ATLAS_TEXT_STRONG] = style->text_size;
  self->sizes[ATLAS_TEXT_SMALL] = (style->text_size + style->note_size) / 2.0;
  self->sizes[ATLAS_TEXT_NOTE] = style->note_size;
  for (AtlasTextRole role = 0; role < ATLAS_N_TEXT_ROLES; role++)
    {
      gboolean bold = role == ATLAS_TEXT_TITLE || role == ATLAS_TEXT_STRONG;

      self->lines[role] = new_runs ();
      self->wrapped[role] = new_runs ();
      self->fonts[role] = atlas_text_font_new (self->sizes[role], bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
      self->line_fonts[role] = new_line_font (self->context, self->fonts[role]);
    }
  return self;
}

void
atlas_text_maker_free (AtlasTextMaker *self)
{
  for (AtlasTextRole role = 0; role < ATLAS_N_TEXT_ROLES; role++)
    {
      g_hash_table_unref (self->lines[role]);
      g_hash_table_unref (self->wrapped[role]);
      atlas_line_font_free (self->line_fonts[role]);
      pango_font_description_free (self->fonts[role]);
    }
  g_object_unref (self->context);
  g_free (self);
}

double
atlas_text_maker_get_size (const AtlasTextMaker *self,
                           AtlasTextRole         role)
{
  return self->sizes[role];
}

double
atlas_text_maker_get_pitch (const AtlasTextMaker *self,
                            AtlasTextRole         role)
{
  return self->sizes[role] * PITCH;
}

static void
wrap (PangoLayout *layout,
      double       max_width,
      guint        max_lines,
      double       pitch)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_line_height_new_absolute ((int) (pitch * PANGO_SCALE)));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (layout, (int) (max_width * PANGO_SCALE));
  pango_layout_set_height (layout, -(int) max_lines);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
}

/* A blank at the end of a line reaches over the edge that the line is broken at, where there is nothing to see. */
static double
get_width (PangoLayout *layout,
           double       max_width)
{
  PangoRectangle ink, logical;

  pango_layout_get_extents (layout, NULL, &logical);
  if (max_width <= 0.0 || logical.width <= max_width * PANGO_SCALE)
    return (double) logical.width / PANGO_SCALE;
  pango_layout_get_extents (layout, &ink, NULL);
  return MAX ((double) (ink.x + ink.width) / PANGO_SCALE, max_width);
}

static AtlasTextRun *
set_line (AtlasTextMaker *maker,
          AtlasTextRole   role,
          const char     *text)
{
  AtlasTextRun *self = g_new0 (AtlasTextRun, 1);

  self->role = role;
  self->line = atlas_text_line_new (maker->line_fonts[role], text);
  self->width = atlas_text_line_get_width (self->line);
  self->n_lines = 1;
  self->height = maker->sizes[role] * PITCH;
  return self;
}

static AtlasTextRun *
set_lines (AtlasTextMaker *maker,
           AtlasTextRole   role,
           const char     *text,
           double          max_width,
           guint           max_lines)
{
  AtlasTextRun *self = g_new0 (AtlasTextRun, 1);

  self->role = role;
  self->layout = pango_layout_new (maker->context);
  pango_layout_set_font_description (self->layout, maker->fonts[role]);
  pango_layout_set_text (self->layout, text, -1);
  if (max_width > 0.0)
    wrap (self->layout, max_width, MAX (max_lines, 1), maker->sizes[role] * PITCH);
  self->width = get_width (self->layout, max_width);
  self->n_lines = (guint) pango_layout_get_line_count (self->layout);
  self->height = self->n_lines * maker->sizes[role] * PITCH;
  self->is_ellipsized = max_width > 0.0 && pango_layout_is_ellipsized (self->layout);
  return self;
}

static AtlasTextRun *
copy (const AtlasTextRun *self)
{
  AtlasTextRun *run = g_memdup2 (self, sizeof *self);

  if (run->line != NULL)
    atlas_text_line_ref (run->line);
  if (run->layout != NULL)
    g_object_ref (run->layout);
  return run;
}

static AtlasTextRun *
find_line (AtlasTextMaker *maker,
           AtlasTextRole   role,
           const char     *text)
{
  AtlasTextRun *run = g_hash_table_lookup (maker->lines[role], text);

  if (run == NULL)
    {
      run = atlas_text_line_suits (text) ? set_line (maker, role, text) : set_lines (maker, role, text, 0.0, 1);
      g_hash_table_insert (maker->lines[role], g_strdup (text), run);
    }
  return run;
}

static AtlasTextRun *
find_lines (AtlasTextMaker *maker,
            AtlasTextRole   role,
            const char     *text,
            double          max_width,
            guint           max_lines)
{
  g_autofree char *key = g_strdup_printf ("%.17g %u %s", max_width, max_lines, text);
  AtlasTextRun *run = g_hash_table_lookup (maker->wrapped[role], key);

  if (run == NULL)
    {
      run = set_lines (maker, role, text, max_width, max_lines);
      g_hash_table_insert (maker->wrapped[role], g_steal_pointer (&key), run);
    }
  return run;
}

AtlasTextRun *
atlas_text_run_new (AtlasTextMaker *maker,
                    AtlasTextRole   role,
                    const char     *text,
                    double          max_width,
                    guint           max_lines)
{
  return copy (max_width > 0.0 ? find_lines (maker, role, text, max_width, max_lines) : find_line (maker, role, text));
}

void
atlas_text_run_free (AtlasTextRun *self)
{
  g_clear_pointer (&self->line, atlas_text_line_unref);
  g_clear_object (&self->layout);
  g_free (self);
}

const char *
atlas_text_run_get_text (const AtlasTextRun *self)
{
  return self->line != NULL ? atlas_text_line_get_text (self->line) : pango_layout_get_text (self->layout);
}

static AtlasRect
ink_box (const AtlasTextRun   *self,
         const AtlasTextMaker *maker,
         double                x,
         double                y)
{
  double size = maker->sizes[self->role];

  return (AtlasRect) { x, y + size * INK_TOP, self->width, (self->n_lines - 1) * size * PITCH + size * INK_HEIGHT };
}

/* Aligning a wrapped layout moves its text within the width it was given. Others may have the same layout elsewhere. */
static PangoLayout *
dup_aligned (PangoLayout    *layout,
             PangoAlignment  alignment)
{
  PangoLayout *aligned;

  if (pango_layout_get_alignment (layout) == alignment)
    return g_object_ref (layout);
  aligned = pango_layout_copy (layout);
  pango_layout_set_alignment (aligned, alignment);
  return aligned;
}

/* SHARE: of its width, that is to the left of X. */
static void
place (const AtlasTextRun *self,
       AtlasTextMaker     *maker,
       AtlasShapeList     *shapes,
       double              x,
       double              y,
       double              share,
       PangoAlignment      alignment,
       AtlasPaint          paint)
{
  AtlasRect box = ink_box (self, maker, x - self->width * share, y);
  double baseline = y + maker->sizes[self->role] * BASELINE, set_width;
  PangoLayout *layout;

  if (self->line != NULL)
    {
      atlas_shape_list_add_text_line (shapes, atlas_text_line_ref (self->line), box.x, baseline, box, paint);
      return;
    }
  set_width = (double) pango_layout_get_width (self->layout) / PANGO_SCALE;
  layout = dup_aligned (self->layout, alignment);
  atlas_shape_list_add_text (shapes, layout, set_width > 0.0 ? x - set_width * share : box.x,
                             baseline - (double) pango_layout_get_baseline (layout) / PANGO_SCALE, box, paint);
}

void
atlas_text_run_place (const AtlasTextRun *self,
                      AtlasTextMaker     *maker,
                      AtlasShapeList     *shapes,
                      double              x,
                      double              y,
                      AtlasPaint          paint)
{
  place (self, maker, shapes, x, y, 0.0, PANGO_ALIGN_LEFT, paint);
}

void
atlas_text_run_place_right (const AtlasTextRun *self,
                            AtlasTextMaker     *maker,
                            AtlasShapeList     *shapes,
                            double              right,
                            double              y,
                            AtlasPaint          paint)
{
  place (self, maker, shapes, right, y, 1.0, PANGO_ALIGN_RIGHT, paint);
}

void
atlas_text_run_place_centred (const AtlasTextRun *self,
                              AtlasTextMaker     *maker,
                              AtlasShapeList     *shapes,
                              double              middle,
                              double              y,
                              AtlasPaint          paint)
{
  place (self, maker, shapes, middle, y, 0.5, PANGO_ALIGN_CENTER, paint);
}
