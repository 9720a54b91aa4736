/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/reference-links.h"

#include <string.h>

#include "reports/pages/page-tags.h"

typedef enum {
  REFERENCE_CHART,
  REFERENCE_TABLE,
  REFERENCE_SOURCE,
  N_REFERENCES,
} ReferenceKind;

/* What stands before and behind the number in the report's language: “Table ” and nothing, “[” and “]”. */
typedef struct {
  char *before;
  char *behind;
  guint n;
} Reference;

struct _AtlasReferenceLinks
{
  Reference references[N_REFERENCES];
};

/* EXAMPLE: how 0 is referred to; taken. */
static void
set_reference (AtlasReferenceLinks *self,
               ReferenceKind        kind,
               char                *example,
               guint                n)
{
  const char *zero = strchr (example, '0');

  self->references[kind] = (Reference) { g_strndup (example, zero - example), g_strdup (zero + 1), n };
  g_free (example);
}

AtlasReferenceLinks *
atlas_reference_links_new (AtlasReport *report)
{
  AtlasReferenceLinks *self = g_new0 (AtlasReferenceLinks, 1);

  set_reference (self, REFERENCE_CHART, atlas_report_format_chart_number (0), atlas_report_get_next_chart (report) - 1);
  set_reference (self, REFERENCE_TABLE, atlas_report_format_table_number (0), atlas_report_get_next_table (report) - 1);
  set_reference (self, REFERENCE_SOURCE, atlas_report_format_citation (0), atlas_report_get_sources (report)->len);
  return self;
}

void
atlas_reference_links_free (AtlasReferenceLinks *self)
{
  for (ReferenceKind kind = 0; kind < N_REFERENCES; kind++)
    {
      g_free (self->references[kind].before);
      g_free (self->references[kind].behind);
    }
  g_free (self);
}

static guint
get_target (ReferenceKind kind,
            guint         number)
{
  return ATLAS_PAGE_REFERENCE * (kind + 1) + number;
}

/* Whether the digits from DIGITS to END, in what begins at TEXT, are the number of REFERENCE; then all that it takes up. */
static gboolean
match (const Reference  *reference,
       const char       *text,
       const char       *digits,
       const char       *end,
       const char      **begin,
       const char      **behind)
{
  gsize before = strlen (reference->before);
  guint64 number;

  /* Most numbers are none, which this tells. */
  if ((gsize) (digits - text) < before || memcmp (digits - before, reference->before, before) != 0)
    return FALSE;
  number = g_ascii_strtoull (digits, NULL, 10);
  if (number < 1 || number > reference->n || !g_str_has_prefix (end, reference->behind))
    return FALSE;
  *begin = digits - before;
  *behind = end + strlen (reference->behind);
  return TRUE;
}

/* Where the byte INDEX of TEXT begins in RUNS. */
static double
find_x (const char *text,
        GSList     *runs,
        int         index)
{
  int left = 0;

  for (GSList *l = runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;
      int offset = run->item->offset, length = run->item->length, within;

      if (index >= offset && index < offset + length)
        {
          pango_glyph_string_index_to_x (run->glyphs, text + offset, length, &run->item->analysis, index - offset, FALSE,
                                         &within);
          return (double) (left + within) / PANGO_SCALE;
        }
      left += pango_glyph_string_get_width (run->glyphs);
    }
  return (double) left / PANGO_SCALE;
}

/* How far RUNS reach above the baseline, and how high they are. */
static void
find_height (GSList *runs,
             double *rise,
             double *height)
{
  int top = 0, bottom = 0;

  for (GSList *l = runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = l->data;
      PangoRectangle logical;

      pango_glyph_string_extents (run->glyphs, run->item->analysis.font, NULL, &logical);
      top = MIN (top, logical.y);
      bottom = MAX (bottom, logical.y + logical.height);
    }
  *rise = (double) -top / PANGO_SCALE;
  *height = (double) (bottom - top) / PANGO_SCALE;
}

static void
add_link (const char *text,
          GSList     *runs,
          int         begin,
          int         end,
          guint       target,
          cairo_t    *cr,
          double      x,
          double      baseline)
{
  double left = find_x (text, runs, begin), right = find_x (text, runs, end), rise, height;

  find_height (runs, &rise, &height);
  atlas_page_link_area (cr, target, x + left, baseline - rise, right - left, height);
}

/* The first reference in TEXT, which goes on until END, whose number begins at AT or later; FALSE where there is none. OUT_BEHIND:
 * where to look for the next. */
static gboolean
find_reference (const AtlasReferenceLinks  *self,
                const char                 *text,
                const char                 *at,
                const char                 *end,
                const char                **out_begin,
                const char                **out_behind,
                guint                      *out_target)
{
  for (const char *next; at < end; at = next)
    {
      for (next = at + 1; g_ascii_isdigit (*at) && next < end && g_ascii_isdigit (*next); next++)
        ;
      for (ReferenceKind kind = 0; g_ascii_isdigit (*at) && kind < N_REFERENCES; kind++)
        if (match (&self->references[kind], text, at, next, out_begin, out_behind))
          {
            *out_target = get_target (kind, g_ascii_strtoull (at, NULL, 10));
            return TRUE;
          }
    }
  return FALSE;
}

gboolean
atlas_reference_links_has (const AtlasReferenceLinks *self,
                           const char                *text,
                           int                        begin,
                           int                        end)
{
  const char *front, *behind;
  guint target;

  return find_reference (self, text + begin, text + begin, text + end, &front, &behind, &target);
}

void
atlas_reference_links_add_runs (const AtlasReferenceLinks *self,
                                const char                *text,
                                int                        begin,
                                int                        end,
                                GSList                    *runs,
                                cairo_t                   *cr,
                                double                     x,
                                double                     baseline)
{
  const char *at = text + begin, *front, *behind;
  guint target;

  for (; find_reference (self, text + begin, at, text + end, &front, &behind, &target); at = behind)
    add_link (text, runs, (int) (front - text), (int) (behind - text), target, cr, x, baseline);
}

void
atlas_reference_links_add_line (const AtlasReferenceLinks *self,
                                PangoLayout               *layout,
                                int                        line,
                                cairo_t                   *cr,
                                double                     x,
                                double                     baseline)
{
  PangoLayoutLine *set = pango_layout_get_line_readonly (layout, line);

  atlas_reference_links_add_runs (self, pango_layout_get_text (layout), set->start_index, set->start_index + set->length,
                                  set->runs, cr, x, baseline);
}

void
atlas_reference_links_add_layout (const AtlasReferenceLinks *self,
                                  PangoLayout               *layout,
                                  cairo_t                   *cr,
                                  double                     x,
                                  double                     y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int line = 0;

  do
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      atlas_reference_links_add_line (self, layout, line++, cr, x + (double) logical.x / PANGO_SCALE,
                                      y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

void
atlas_reference_target (cairo_t          *cr,
                        const AtlasBlock *block,
                        double            x,
                        double            y)
{
  if (block->number == 0)
    return;
  for (guint i = 1; block->is_run_in && i < block->number; i++)
    atlas_page_target (cr, get_target (REFERENCE_SOURCE, i), x, y);
  if (block->kind == ATLAS_BLOCK_CHART)
    atlas_page_target (cr, get_target (REFERENCE_CHART, block->number), x, y);
  else if (block->kind == ATLAS_BLOCK_TABLE)
    atlas_page_target (cr, get_target (REFERENCE_TABLE, block->number), x, y);
  else if (block->kind == ATLAS_BLOCK_NOTE)
    atlas_page_target (cr, get_target (REFERENCE_SOURCE, block->number), x, y);
}
