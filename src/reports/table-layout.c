/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/table-layout.h"

#include <glib/gi18n.h>
#include <string.h>

#include "reports/column-widths.h"
#include "reports/page-tags.h"
#include "reports/report.h"

#define CELL_PADDING_X 5.0
#define CELL_PADDING_Y 3.0
#define CAPTION_GAP 4.0 /* between caption and upper rule, and between lower rule and note */
#define STRONG_RULE 1.1
#define FINE_RULE 0.5
/* A text column is not made narrower than so many characters if its text is longer. */
#define LEAST_CHARACTERS 5
/* Nor a header over numbers. */
#define LEAST_HEADER 4
/* A header over numbers that is longer stands on two lines, so that one long name does not push the others
 * aside. */
#define ONE_LINE_CHARACTERS 6

/* A cell: its text, and what stands smaller under it. */
typedef struct {
  AtlasTextLines *text;
  AtlasTextLines *detail; /* (nullable) */
} Cell;

struct _AtlasTableLayout
{
  const AtlasReportTable *table;
  const AtlasReportStyle *style;
  const AtlasReferenceLinks *links; /* (nullable) */
  gboolean landscape;
  double width;
  AtlasTextLines *caption;
  AtlasTextLines *continued;
  AtlasTextLines *unit; /* (nullable) */
  AtlasTextLines *note; /* (nullable) */
  gboolean unit_below_caption; /* no room for it at the caption's side */
  guint n_columns;
  double *widths;
  Cell *header;
  double header_height;
  Cell *cells;
  double *rows;
};

static double
cell_height (const Cell *cell)
{
  double height = atlas_text_lines_get_height (cell->text);

  return cell->detail != NULL ? height + atlas_text_lines_get_height (cell->detail) : height;
}

/* What stands below the first line of TEXT; NULL where nothing does. */
static const char *
get_detail (const char *text)
{
  const char *newline = strchr (text, '\n');

  return newline != NULL ? newline + 1 : NULL;
}

static char *
dup_main (const char *text)
{
  return g_strndup (text, strcspn (text, "\n"));
}

/* Each text on one line: as such most fit. */
static Cell
cell_new (AtlasTextShaper *shaper,
          AtlasTextRole    role,
          const char      *text)
{
  const char *detail = get_detail (text);
  g_autofree char *main_text = detail != NULL ? dup_main (text) : NULL;
  Cell cell = { atlas_text_lines_new_plain (shaper, role, detail != NULL ? main_text : text, -1), NULL };

  if (detail != NULL)
    cell.detail = atlas_text_lines_new_plain (shaper, ATLAS_TEXT_CELL_DETAIL, detail, -1);
  return cell;
}

/* Both on one line, or broken into as many as they need. */
static void
cell_fit (Cell            *cell,
          AtlasTextShaper *shaper,
          AtlasTextRole    role,
          const char      *text,
          double           width,
          gboolean         numeric)
{
  PangoAlignment alignment = numeric ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
  /* A hair more than the text was measured at, so that rounding never breaks a number. */
  double inner = MAX (width - 2 * CELL_PADDING_X, 1) + 0.05;

  if (!atlas_text_lines_fit (cell->text, inner, alignment))
    {
      g_autofree char *main_text = dup_main (text);

      atlas_text_lines_free (cell->text);
      cell->text = atlas_text_lines_new (shaper, role, main_text, inner, alignment, 0, FALSE);
    }
  if (cell->detail != NULL && !atlas_text_lines_fit (cell->detail, inner, alignment))
    {
      atlas_text_lines_free (cell->detail);
      cell->detail =
        atlas_text_lines_new (shaper, ATLAS_TEXT_CELL_DETAIL, get_detail (text), inner, alignment, 0, FALSE);
    }
}

static void
cell_clear (Cell *cell)
{
  atlas_text_lines_free (cell->text);
  g_clear_pointer (&cell->detail, atlas_text_lines_free);
}

/* The width of the longest piece of the first line of TEXT that cannot be broken. */
static double
measure_least (AtlasTextShaper *shaper,
               AtlasTextRole    role,
               const char      *text)
{
  g_autofree char *main_text = dup_main (text);
  g_auto (GStrv) words = g_strsplit (main_text, " ", -1);
  double least = 0;

  for (guint i = 0; words[i] != NULL; i++)
    least = MAX (least, atlas_text_shaper_measure (shaper, role, words[i]));
  return least;
}

static void
need_text (AtlasTextShaper *shaper,
           AtlasTextRole    role,
           const char      *text,
           double           natural,
           AtlasColumnNeed *need)
{
  double size = atlas_text_shaper_get_style (shaper)->texts[role].size;
  double least = natural;

  /* Numbers are never broken; their headers and all other texts may be. */
  if (!need->numeric || role == ATLAS_TEXT_CELL_HEADER)
    {
      least = MIN (natural, (need->numeric ? LEAST_HEADER : LEAST_CHARACTERS) * size);
      if (least < natural && atlas_text_shaper_get_language (shaper) != ATLAS_LANGUAGE_CHINESE)
        least = MAX (least, MIN (measure_least (shaper, role, text), 2 * LEAST_CHARACTERS * size));
    }
  if (need->numeric && role == ATLAS_TEXT_CELL_HEADER && natural > ONE_LINE_CHARACTERS * size)
    natural = MAX (least, natural / 2 + size);
  need->natural = MAX (need->natural, natural + 2 * CELL_PADDING_X);
  need->least = MAX (need->least, least + 2 * CELL_PADDING_X);
}

static void
need_cell (AtlasTextShaper *shaper,
           AtlasTextRole    role,
           const Cell      *cell,
           const char      *text,
           AtlasColumnNeed *need)
{
  need_text (shaper, role, text, atlas_text_lines_get_width (cell->text), need);
  if (cell->detail != NULL)
    need_text (shaper, ATLAS_TEXT_CELL_DETAIL, get_detail (text), atlas_text_lines_get_width (cell->detail), need);
}

static Cell *
nth_cell (const AtlasTableLayout *self,
          guint                   row,
          guint                   column)
{
  return &self->cells[row * self->n_columns + column];
}

static void
choose_widths (AtlasTableLayout *self,
               AtlasTextShaper  *shaper,
               double            portrait_width,
               double            landscape_width)
{
  g_autofree AtlasColumnNeed *needs = g_new0 (AtlasColumnNeed, self->n_columns);

  for (guint c = 0; c < self->n_columns; c++)
    {
      needs[c].numeric = atlas_report_table_is_numeric (self->table, c);
      need_cell (shaper, ATLAS_TEXT_CELL_HEADER, &self->header[c], g_ptr_array_index (self->table->columns, c), &needs[c]);
      for (guint r = 0; r < self->table->rows->len; r++)
        need_cell (shaper, ATLAS_TEXT_CELL, nth_cell (self, r, c), atlas_report_table_get_cell (self->table, r, c),
                   &needs[c]);
    }
  self->landscape = !atlas_column_widths_fit (needs, self->n_columns, portrait_width);
  self->width = self->landscape ? landscape_width : portrait_width;
  self->widths = g_new0 (double, self->n_columns);
  atlas_column_widths_share (needs, self->n_columns, self->width, self->widths);
}

static void
create_cells (AtlasTableLayout *self,
              AtlasTextShaper  *shaper)
{
  guint n_rows = self->table->rows->len;

  self->header = g_new0 (Cell, self->n_columns);
  self->cells = g_new0 (Cell, n_rows * self->n_columns);
  for (guint c = 0; c < self->n_columns; c++)
    {
      self->header[c] = cell_new (shaper, ATLAS_TEXT_CELL_HEADER, g_ptr_array_index (self->table->columns, c));
      for (guint r = 0; r < n_rows; r++)
        *nth_cell (self, r, c) = cell_new (shaper, ATLAS_TEXT_CELL, atlas_report_table_get_cell (self->table, r, c));
    }
}

/* Breaks what is longer than its column, and measures the rows. */
static void
fit_cells (AtlasTableLayout *self,
           AtlasTextShaper  *shaper)
{
  guint n_rows = self->table->rows->len;

  self->rows = g_new0 (double, n_rows);
  for (guint c = 0; c < self->n_columns; c++)
    {
      gboolean numeric = atlas_report_table_is_numeric (self->table, c);

      cell_fit (&self->header[c], shaper, ATLAS_TEXT_CELL_HEADER, g_ptr_array_index (self->table->columns, c),
                self->widths[c], numeric);
      self->header_height = MAX (self->header_height, cell_height (&self->header[c]) + 2 * CELL_PADDING_Y);
      for (guint r = 0; r < n_rows; r++)
        {
          Cell *cell = nth_cell (self, r, c);

          cell_fit (cell, shaper, ATLAS_TEXT_CELL, atlas_report_table_get_cell (self->table, r, c), self->widths[c], numeric);
          self->rows[r] = MAX (self->rows[r], cell_height (cell) + 2 * CELL_PADDING_Y);
        }
    }
}

static void
create_captions (AtlasTableLayout *self,
                 AtlasTextShaper  *shaper,
                 guint             number)
{
  g_autofree char *label = atlas_report_format_table_number (number);
  /* Translators: number and title over a table or chart, such as "Table 1  Main figures" */
  g_autofree char *caption = g_strdup_printf (C_("caption", "%s  %s"), label, self->table->title);
  /* Translators: over the rest of a table on the next page */
  g_autofree char *continued = g_strdup_printf (_("%s  (continued)"), label);
  double room;

  self->caption =
    atlas_text_lines_new (shaper, ATLAS_TEXT_CAPTION, caption, self->width, PANGO_ALIGN_CENTER, 0, FALSE);
  self->continued =
    atlas_text_lines_new (shaper, ATLAS_TEXT_CAPTION, continued, self->width, PANGO_ALIGN_CENTER, 0, FALSE);
  if (self->table->note != NULL && self->table->note[0] != '\0')
    self->note = atlas_text_lines_new_plain (shaper, ATLAS_TEXT_NOTE, self->table->note, self->width);
  if (self->table->unit == NULL || self->table->unit[0] == '\0')
    return;
  self->unit = atlas_text_lines_new (shaper, ATLAS_TEXT_NOTE, self->table->unit, self->width,
                                     PANGO_ALIGN_RIGHT, 0, FALSE);
  room = (self->width - atlas_text_lines_get_width (self->caption)) / 2 - 2 * CELL_PADDING_X;
  self->unit_below_caption = atlas_text_lines_get_n (self->caption) > 1 ||
                             atlas_text_lines_get_width (self->unit) > room;
}

AtlasTableLayout *
atlas_table_layout_new (AtlasTextShaper        *shaper,
                        const AtlasReportTable *table,
                        guint                   number,
                        double                  portrait_width,
                        double                  landscape_width)
{
  AtlasTableLayout *self = g_new0 (AtlasTableLayout, 1);

  self->table = table;
  self->style = atlas_text_shaper_get_style (shaper);
  self->links = atlas_text_shaper_get_links (shaper);
  self->n_columns = table->columns->len;
  create_cells (self, shaper);
  choose_widths (self, shaper, portrait_width, landscape_width);
  fit_cells (self, shaper);
  create_captions (self, shaper, number);
  return self;
}

void
atlas_table_layout_free (AtlasTableLayout *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    cell_clear (&self->header[i]);
  for (guint i = 0; i < self->table->rows->len * self->n_columns; i++)
    cell_clear (&self->cells[i]);
  g_clear_pointer (&self->caption, atlas_text_lines_free);
  g_clear_pointer (&self->continued, atlas_text_lines_free);
  g_clear_pointer (&self->unit, atlas_text_lines_free);
  g_clear_pointer (&self->note, atlas_text_lines_free);
  g_free (self->header);
  g_free (self->cells);
  g_free (self->rows);
  g_free (self->widths);
  g_free (self);
}

static double
caption_height (const AtlasTableLayout *self)
{
  double height = atlas_text_lines_get_height (self->caption) + CAPTION_GAP;

  return self->unit_below_caption ? height + atlas_text_lines_get_height (self->unit) : height;
}

AtlasFlowItem
atlas_table_layout_get_flow (const AtlasTableLayout *self)
{
  return (AtlasFlowItem) {
    .rows = self->rows,
    .n_rows = self->table->rows->len,
    .min_rows = self->table->rows->len < 4 ? self->table->rows->len : 2,
    .lead = caption_height (self) + self->header_height,
    .repeat = atlas_text_lines_get_height (self->continued) + CAPTION_GAP + self->header_height,
    .tail = STRONG_RULE + (self->note != NULL ? CAPTION_GAP + atlas_text_lines_get_height (self->note) : 0),
    .floats = self->landscape,
    .landscape = self->landscape,
  };
}

const double *
atlas_table_layout_get_widths (const AtlasTableLayout *self)
{
  return self->widths;
}

static void
draw_rule (const AtlasTableLayout *self,
           cairo_t                *cr,
           double                  x,
           double                  y,
           double                  thickness)
{
  const AtlasColour *colour = &self->style->rule;

  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
  cairo_rectangle (cr, x, y, self->width, thickness);
  cairo_fill (cr);
}

static void
draw_linked (const AtlasTableLayout *self,
             const AtlasTextLines   *lines,
             cairo_t                *cr,
             double                  x,
             double                  y)
{
  atlas_text_lines_draw_all (lines, cr, x, y);
  atlas_text_lines_link (lines, self->links, cr, x, y, 0, atlas_text_lines_get_n (lines));
}

static void
draw_cells (const AtlasTableLayout *self,
            cairo_t                *cr,
            double                  x,
            double                  y,
            const Cell             *cells,
            const char             *tag)
{
  atlas_page_tag_begin (cr, "TR");
  for (guint c = 0; c < self->n_columns; c++)
    {
      const Cell *cell = &cells[c];
      double top = y + CELL_PADDING_Y;

      atlas_page_tag_begin (cr, tag);
      draw_linked (self, cell->text, cr, x + CELL_PADDING_X, top);
      if (cell->detail != NULL)
        draw_linked (self, cell->detail, cr, x + CELL_PADDING_X, top + atlas_text_lines_get_height (cell->text));
      atlas_page_tag_end (cr, tag);
      x += self->widths[c];
    }
  atlas_page_tag_end (cr, "TR");
}

/* Caption and unit, or "continued"; returns the top of the header. */
static double
draw_caption (const AtlasTableLayout *self,
              cairo_t                *cr,
              double                  x,
              double                  y,
              gboolean                first)
{
  AtlasTextLines *caption = first ? self->caption : self->continued;
  double below = y + atlas_text_lines_get_height (caption);

  atlas_page_tag_begin (cr, "Caption");
  atlas_text_lines_draw_all (caption, cr, x, y);
  if (first && self->unit != NULL)
    /* On the caption's line the smaller text shares its baseline. */
    atlas_text_lines_draw_all (self->unit, cr, x,
                               self->unit_below_caption
                                 ? below
                                 : y + atlas_text_lines_get_baseline (caption) -
                                     atlas_text_lines_get_baseline (self->unit));
  atlas_page_tag_end (cr, "Caption");
  if (first && self->unit_below_caption)
    below += atlas_text_lines_get_height (self->unit);
  return below + CAPTION_GAP;
}

void
atlas_table_layout_draw (const AtlasTableLayout *self,
                         cairo_t                *cr,
                         double                  x,
                         double                  y,
                         const AtlasFlowPart    *part)
{
  gboolean last = part->first_row + part->n_rows == self->table->rows->len;

  atlas_page_tag_begin (cr, "Table");
  y = draw_caption (self, cr, x, y, part->first_row == 0);
  draw_rule (self, cr, x, y, STRONG_RULE);
  draw_cells (self, cr, x, y, self->header, "TH");
  y += self->header_height;
  draw_rule (self, cr, x, y - FINE_RULE / 2, FINE_RULE);
  for (guint r = part->first_row; r < part->first_row + part->n_rows; r++)
    {
      draw_cells (self, cr, x, y, nth_cell (self, r, 0), "TD");
      y += self->rows[r];
    }
  draw_rule (self, cr, x, last ? y : y - STRONG_RULE, STRONG_RULE);
  atlas_page_tag_end (cr, "Table");
  if (!last || self->note == NULL)
    return;
  atlas_page_tag_begin (cr, "P");
  draw_linked (self, self->note, cr, x, y + STRONG_RULE + CAPTION_GAP);
  atlas_page_tag_end (cr, "P");
}
