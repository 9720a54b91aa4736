/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/even-lines.h"

#include <string.h>

#include "reports/pages/line-breaks.h"

/* Marks that have a blank as wide as half a character behind them, and before them. */
#define CLOSING_MARKS "，、。；：）〕》〉】」』”"
#define OPENING_MARKS "（〔《〈【「『“"
#define BLANK 0.5
/* In a proportional face a mark has no blank to lose. */
#define FULL_WIDTH 0.9
/* A number stays with its unit unless its line would lack so much. */
#define UNIT_PENALTY 3.0

static int
to_pango (double points)
{
  return (int) (points * PANGO_SCALE + 0.5);
}

static gboolean
is_among (gunichar    character,
          const char *marks)
{
  return g_utf8_strchr (marks, -1, character) != NULL;
}

/* What CHARACTER, WIDTH wide, may lose. */
static int
get_shrink (gunichar character,
            int      width,
            double   size)
{
  if (width < to_pango (FULL_WIDTH * size) || !(is_among (character, CLOSING_MARKS) || is_among (character, OPENING_MARKS)))
    return 0;
  return (int) (width * BLANK);
}

/* Whether glyph I begins what can be told apart from what stands before it: no zero-width space. */
static gboolean
begins_character (const PangoGlyphString *glyphs,
                  int                     i)
{
  return glyphs->glyphs[i].attr.is_cluster_start && glyphs->glyphs[i].geometry.width > 0;
}

/* How many characters of LINE have one behind them. */
static int
count_gaps (PangoLayoutLine *line)
{
  int n = 0;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      const PangoGlyphString *glyphs = ((const PangoGlyphItem *) l->data)->glyphs;

      for (int i = 0; i < glyphs->num_glyphs; i++)
        n += begins_character (glyphs, i) ? 1 : 0;
    }
  return n - 1;
}

/* Sets the characters of LINE further apart, so that they take up SPREAD more in all. Pango would put all of it into
 * the one space of a line that has one. */
static void
spread_line (PangoLayoutLine *line,
             int              spread)
{
  int n = count_gaps (line), gap = 0;

  for (GSList *l = line->runs; l != NULL && n > 0; l = l->next)
    {
      PangoGlyphString *glyphs = ((PangoGlyphItem *) l->data)->glyphs;

      for (int i = 0; i < glyphs->num_glyphs; i++)
        if (begins_character (glyphs, i) && gap < n)
          {
            glyphs->glyphs[i].geometry.width += (int) ((gint64) spread * (gap + 1) / n - (gint64) spread * gap / n);
            gap++;
          }
    }
}

/* The character that glyph I of ITEM stands for. */
static gunichar
get_character (const char           *text,
               const PangoGlyphItem *item,
               int                   i)
{
  return g_utf8_get_char (text + item->item->offset + item->glyphs->log_clusters[i]);
}

static int
sum_shrink (PangoLayout     *layout,
            PangoLayoutLine *line,
            double           size)
{
  const char *text = pango_layout_get_text (layout);
  int sum = 0;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      const PangoGlyphItem *item = l->data;

      for (int i = 0; i < item->glyphs->num_glyphs; i++)
        sum += get_shrink (get_character (text, item, i), item->glyphs->glyphs[i].geometry.width, size);
    }
  return sum;
}

/* The blanks of LINE lose so much in all, each in proportion. */
static void
squeeze_line (PangoLayout     *layout,
              PangoLayoutLine *line,
              int              excess,
              double           size)
{
  const char *text = pango_layout_get_text (layout);
  gint64 sum = sum_shrink (layout, line, size), passed = 0;

  for (GSList *l = line->runs; l != NULL && sum > 0; l = l->next)
    {
      const PangoGlyphItem *item = l->data;

      for (int i = 0; i < item->glyphs->num_glyphs; i++)
        {
          PangoGlyphGeometry *geometry = &item->glyphs->glyphs[i].geometry;
          gunichar character = get_character (text, item, i);
          gint64 shrink = get_shrink (character, geometry->width, size);
          int less = (int) (excess * (passed + shrink) / sum - excess * passed / sum);

          passed += shrink;
          geometry->width -= less;
          if (is_among (character, OPENING_MARKS))
            geometry->x_offset -= less;
        }
    }
}

/* A break parts a number from what is counted, or 第 from its number. */
static double
get_penalty (gunichar before,
             gunichar after)
{
  if (before < 0x80 && g_unichar_isdigit (before) && g_unichar_iswide (after) && !g_unichar_ispunct (after))
    return UNIT_PENALTY;
  return before == 0x7B2C && after < 0x80 && g_unichar_isdigit (after) ? UNIT_PENALTY : 0; /* 第 */
}

/* The characters of LAYOUT, which is one line that runs from left to right; OUT_STARTS: where each begins in its text. NULL
 * where it does not. */
static GArray *
list_units (PangoLayout *layout,
            double       size,
            GArray      *out_starts)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  const char *text = pango_layout_get_text (layout), *at = text;
  const PangoLogAttr *log_attrs = pango_layout_get_log_attrs_readonly (layout, NULL);
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (AtlasLineUnit));
  gunichar before = 0;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      const PangoGlyphItem *item = l->data;

      if (item->item->analysis.level % 2 != 0)
        return NULL;
      for (int i = 0; i < item->glyphs->num_glyphs; i++)
        {
          int width = item->glyphs->glyphs[i].geometry.width, start = item->item->offset + item->glyphs->log_clusters[i];
          gunichar character = g_utf8_get_char (text + start);
          AtlasLineUnit unit = { width, get_shrink (character, width, size), FALSE, get_penalty (before, character) };

          if (!item->glyphs->glyphs[i].attr.is_cluster_start)
            {
              g_array_index (units, AtlasLineUnit, units->len - 1).width += width;
              continue;
            }
          for (; at < text + start; at = g_utf8_next_char (at))
            log_attrs++;
          unit.may_break = log_attrs->is_line_break;
          g_array_append_val (units, unit);
          g_array_append_val (out_starts, start);
          before = character;
        }
    }
  return g_steal_pointer (&units);
}

/* Has LAYOUT end its lines before the characters that begin the other ones. */
static void
break_before (PangoLayout *layout,
              GArray      *lines,
              GArray      *starts)
{
  const char *text = pango_layout_get_text (layout);
  g_autoptr (GString) broken = g_string_sized_new (strlen (text) + 3 * lines->len);
  int begin = 0;

  for (guint i = 1; i < lines->len; i++)
    {
      int end = g_array_index (starts, int, g_array_index (lines, guint, i));

      g_string_append_len (broken, text + begin, end - begin);
      g_string_append_unichar (broken, 0x2028);
      begin = end;
    }
  g_string_append (broken, text + begin);
  pango_layout_set_text (layout, broken->str, -1);
}

/* FALSE where it stays as Pango would break it. */
static gboolean
break_best (PangoLayout *layout,
            double       size)
{
  int width = pango_layout_get_width (layout), indent = pango_layout_get_indent (layout);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) units = NULL;
  g_autoptr (GArray) lines = NULL;

  pango_layout_set_width (layout, -1);
  if (pango_layout_get_line_count (layout) == 1)
    units = list_units (layout, size, starts);
  if (units != NULL)
    lines = atlas_line_breaks_find ((const AtlasLineUnit *) units->data, units->len, indent, width, to_pango (size));
  if (lines == NULL)
    pango_layout_set_width (layout, width);
  else if (lines->len > 1)
    break_before (layout, lines, starts);
  return lines != NULL;
}

void
atlas_even_lines (PangoLayout *layout,
                  double       size)
{
  int width = pango_layout_get_width (layout), indent = pango_layout_get_indent (layout);
  gboolean best = break_best (layout, size);
  int n = pango_layout_get_line_count (layout);

  for (int i = 0; i < n; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line (layout, i);
      gboolean is_last = i + 1 == n || pango_layout_get_line_readonly (layout, i + 1)->is_paragraph_start;
      PangoRectangle logical;
      int lack;

      pango_layout_line_get_extents (line, NULL, &logical);
      lack = width - (line->is_paragraph_start ? indent : 0) - logical.width;
      if (lack > 0 && lack <= to_pango (ATLAS_MAX_SPREAD * size) && !is_last)
        spread_line (line, lack);
      else if (lack < 0 && best)
        squeeze_line (layout, line, -lack, size);
    }
}
