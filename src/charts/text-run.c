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
 * when the notes below have to give way. Only those in one line, since wrapped ones are set to a side when they are placed. */
struct _AtlasTextMaker {
  PangoContext *context;
  GHashTable *lines[ATLAS_N_TEXT_ROLES]; /* text → AtlasTextRun */
  PangoFontDescription *fonts[ATLAS_N_TEXT_ROLES];
  double sizes[ATLAS_N_TEXT_ROLES];
};

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

      self->lines[role] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) atlas_text_run_free);
      self->fonts[role] = atlas_text_font_new (self->sizes[role], bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    }
  return self;
}

void
atlas_text_maker_free (AtlasTextMaker *self)
{
  for (AtlasTextRole role = 0; role < ATLAS_N_TEXT_ROLES; role++)
    {
      g_hash_table_unref (self->lines[role]);
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
set_text (AtlasTextMaker *maker,
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

  g_object_ref (run->layout);
  return run;
}

AtlasTextRun *
atlas_text_run_new (AtlasTextMaker *maker,
                    AtlasTextRole   role,
                    const char     *text,
                    double          max_width,
                    guint           max_lines)
{
  AtlasTextRun *line;

  if (max_width > 0.0)
    return set_text (maker, role, text, max_width, max_lines);
  line = g_hash_table_lookup (maker->lines[role], text);
  if (line == NULL)
    {
      line = set_text (maker, role, text, 0.0, 1);
      g_hash_table_insert (maker->lines[role], g_strdup (text), line);
    }
  return copy (line);
}

void
atlas_text_run_free (AtlasTextRun *self)
{
  g_object_unref (self->layout);
  g_free (self);
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

void
atlas_text_run_place (const AtlasTextRun *self,
                      AtlasTextMaker     *maker,
                      AtlasShapeList     *shapes,
                      double              x,
                      double              y,
                      AtlasPaint          paint)
{
  double baseline = (double) pango_layout_get_baseline (self->layout) / PANGO_SCALE;
  AtlasRect box = ink_box (self, maker, x, y);

  atlas_shape_list_add_text (shapes, g_object_ref (self->layout), x, y + maker->sizes[self->role] * BASELINE - baseline,
                             box, paint);
}

void
atlas_text_run_place_right (const AtlasTextRun *self,
                            AtlasTextMaker     *maker,
                            AtlasShapeList     *shapes,
                            double              right,
                            double              y,
                            AtlasPaint          paint)
{
  double set_width = (double) pango_layout_get_width (self->layout) / PANGO_SCALE;
  double baseline = (double) pango_layout_get_baseline (self->layout) / PANGO_SCALE;
  AtlasRect box = ink_box (self, maker, right - self->width, y);

  /* Aligning a wrapped layout moves its text within the width it was given. */
  pango_layout_set_alignment (self->layout, PANGO_ALIGN_RIGHT);
  atlas_shape_list_add_text (shapes, g_object_ref (self->layout),
                             set_width > 0.0 ? right - set_width : box.x,
                             y + maker->sizes[self->role] * BASELINE - baseline, box, paint);
}

void
atlas_text_run_place_centred (const AtlasTextRun *self,
                              AtlasTextMaker     *maker,
                              AtlasShapeList     *shapes,
                              double              middle,
                              double              y,
                              AtlasPaint          paint)
{
  double set_width = (double) pango_layout_get_width (self->layout) / PANGO_SCALE;
  double baseline = (double) pango_layout_get_baseline (self->layout) / PANGO_SCALE;
  AtlasRect box = ink_box (self, maker, middle - self->width / 2.0, y);

  pango_layout_set_alignment (self->layout, PANGO_ALIGN_CENTER);
  atlas_shape_list_add_text (shapes, g_object_ref (self->layout),
                             set_width > 0.0 ? middle - set_width / 2.0 : box.x,
                             y + maker->sizes[self->role] * BASELINE - baseline, box, paint);
}
