/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/table-layout.h"

#include <glib/gi18n.h>
#include <string.h>

#include "reports/pages/broken-width.h"
#include "reports/pages/column-widths.h"
#include "reports/pages/decimal-places.h"
#include "reports/pages/page-tags.h"
#include "reports/report.h"

#define CAPTION_GAP 4.0 /* between caption and upper rule, and between lower rule and note */
#define STRONG_RULE 1.1
#define FINE_RULE 0.5
/* A header over numbers that is longer stands on two lines, so that one long name does not push the others
 * aside. */
#define ONE_LINE_CHARACTERS 6
/* A table of fewer rows, no higher than that together, is not split. */
#define MANY_ROWS 8
#define WHOLE_HEIGHT 160.0

#define USUAL_TYPE ATLAS_TEXT_CELL, ATLAS_TEXT_CELL_HEADER, ATLAS_TEXT_CELL_DETAIL
#define SMALL_TYPE ATLAS_TEXT_SMALL_CELL, ATLAS_TEXT_SMALL_HEADER, ATLAS_TEXT_SMALL_DETAIL
#define DENSE_PADDING 1.25
#define DENSEST_PADDING 0.75

/* The last before the page is turned has its columns close to each other. */
typedef struct {
  AtlasTableRoles usual;
  AtlasTableRoles small;
  AtlasTableRoles tight;
} Choice;

static const Choice airy = { { USUAL_TYPE, 5, 3 }, { SMALL_TYPE, 3, 2.25 }, { SMALL_TYPE, 1.5, 2.25 } };
static const Choice dense = {
  { USUAL_TYPE, 5, DENSE_PADDING }, { SMALL_TYPE, 3, DENSE_PADDING }, { SMALL_TYPE, 1.5, DENSE_PADDING }
};
static const Choice densest = {
  { SMALL_TYPE, 3, DENSEST_PADDING }, { SMALL_TYPE, 3, DENSEST_PADDING }, { SMALL_TYPE, 1.5, DENSEST_PADDING }
};
static const Choice *const choices[] = {
  [ATLAS_TABLE_USUAL] = &airy, [ATLAS_TABLE_DENSE] = &dense, [ATLAS_TABLE_DENSEST] = &densest
};

/* A cell: its text, and what stands smaller under it. */
typedef struct {
  AtlasTextLines *text;
  AtlasTextLines *detail; /* (nullable) */
  double places;          /* behind the text, as wide as the decimals that it lacks beside others */
} Cell;

struct _AtlasTableLayout
{
  const AtlasReportTable *table;
  const AtlasReportStyle *style;
  const AtlasReferenceLinks *links; /* (nullable) */
  const AtlasTableRoles *roles;
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
          AtlasTextRole    detail_role,
          const char      *text)
{
  const char *detail = get_detail (text);
  g_autofree char *main_text = detail != NULL ? dup_main (text) : NULL;
  Cell cell = { atlas_text_lines_new_plain (shaper, role, detail != NULL ? main_text : text, -1), NULL };

  if (detail != NULL)
    cell.detail = atlas_text_lines_new_plain (shaper, detail_role, detail, -1);
  return cell;
}

/* Both on one line, or broken into as many as they need. */
static void
cell_fit (Cell            *cell,
          AtlasTextShaper *shaper,
          AtlasTextRole    role,
          AtlasTextRole    detail_role,
          const char      *text,
          double           inner,
          gboolean         numeric)
{
  PangoAlignment alignment = numeric ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;

  if (!atlas_text_lines_fit (cell->text, inner - cell->places, alignment))
    {
      g_autofree char *main_text = dup_main (text);

      atlas_text_lines_free (cell->text);
      cell->text = atlas_text_lines_new (shaper, role, main_text, inner - cell->places, alignment, 0, FALSE);
    }
  if (cell->detail != NULL && !atlas_text_lines_fit (cell->detail, inner, alignment))
    {
      atlas_text_lines_free (cell->detail);
      cell->detail = atlas_text_lines_new (shaper, detail_role, get_detail (text), inner, alignment, 0, FALSE);
    }
}

static void
cell_clear (Cell *cell)
{
  atlas_text_lines_free (cell->text);
  g_clear_pointer (&cell->detail, atlas_text_lines_free);
}

static void
need_text (const AtlasTableLayout *self,
           AtlasTextShaper        *shaper,
           AtlasTextRole           role,
           const char             *text,
           double                  natural,
           AtlasColumnNeed        *need)
{
  gboolean is_header = role == self->roles->header;
  double size = atlas_text_shaper_get_style (shaper)->texts[role].size;
  double least = natural;

  /* Numbers are never broken; their headers, what stands under them, and all other texts may be. */
  if (!need->numeric || is_header || role == self->roles->detail)
    least = atlas_broken_width_measure (shaper, role, text, natural, need->numeric);
  if (need->numeric && is_header && natural > ONE_LINE_CHARACTERS * size)
    natural = MAX (least, natural / 2 + size);
  need->natural = MAX (need->natural, natural + 2 * self->roles->padding_x);
  need->least = MAX (need->least, least + 2 * self->roles->padding_x);
}

static void
need_cell (const AtlasTableLayout *self,
           AtlasTextShaper        *shaper,
           AtlasTextRole           role,
           const Cell             *cell,
           const char             *text,
           AtlasColumnNeed        *need)
{
  need_text (self, shaper, role, text, atlas_text_lines_get_width (cell->text) + cell->places, need);
  if (cell->detail != NULL)
    need_text (self, shaper, self->roles->detail, get_detail (text), atlas_text_lines_get_width (cell->detail), need);
}

static Cell *
nth_cell (const AtlasTableLayout *self,
          guint                   row,
          guint                   column)
{
  return &self->cells[row * self->n_columns + column];
}

static void
measure_needs (const AtlasTableLayout *self,
               AtlasTextShaper        *shaper,
               AtlasColumnNeed        *needs)
{
  for (guint c = 0; c < self->n_columns; c++)
    {
      needs[c] = (AtlasColumnNeed) { .numeric = atlas_report_table_is_numeric (self->table, c) };
      need_cell (self, shaper, self->roles->header, &self->header[c], g_ptr_array_index (self->table->columns, c), &needs[c]);
      for (guint r = 0; r < self->table->rows->len; r++)
        need_cell (self, shaper, self->roles->cell, nth_cell (self, r, c), atlas_report_table_get_cell (self->table, r, c),
                   &needs[c]);
    }
}

static void
clear_cells (AtlasTableLayout *self)
{
  for (guint i = 0; self->header != NULL && i < self->n_columns; i++)
    cell_clear (&self->header[i]);
  for (guint i = 0; self->cells != NULL && i < self->table->rows->len * self->n_columns; i++)
    cell_clear (&self->cells[i]);
  g_clear_pointer (&self->header, g_free);
  g_clear_pointer (&self->cells, g_free);
}

/* What TEXT lacks of N_PLACES behind the point, in points. */
static double
measure_places (AtlasTextShaper *shaper,
                AtlasTextRole    role,
                const char      *text,
                guint            n_places)
{
  g_autofree char *missing = atlas_decimal_places_dup_missing (text, n_places);

  return missing[0] != '\0' ? atlas_text_shaper_measure (shaper, role, missing) : 0;
}

static void
create_cells (AtlasTableLayout      *self,
              AtlasTextShaper       *shaper,
              const AtlasTableRoles *roles)
{
  guint n_rows = self->table->rows->len;

  clear_cells (self);
  self->roles = roles;
  self->header = g_new0 (Cell, self->n_columns);
  self->cells = g_new0 (Cell, n_rows * self->n_columns);
  for (guint c = 0; c < self->n_columns; c++)
    {
      guint n_places = atlas_report_table_is_numeric (self->table, c) ? atlas_decimal_places_count (self->table, c) : 0;

      self->header[c] = cell_new (shaper, roles->header, roles->detail, g_ptr_array_index (self->table->columns, c));
      for (guint r = 0; r < n_rows; r++)
        {
          const char *text = atlas_report_table_get_cell (self->table, r, c);
          Cell *cell = nth_cell (self, r, c);

          *cell = cell_new (shaper, roles->cell, roles->detail, text);
          cell->places = measure_places (shaper, roles->cell, text, n_places);
        }
    }
}

/* Names in front of the rows stand on one line, unless they are long. */
static void
keep_names (AtlasColumnNeed *needs,
            double           width)
{
  if (!needs[0].numeric && needs[0].natural <= width / 4)
    needs[0].least = needs[0].natural;
}

/* What is left of WIDTH keeps columns that would be close to each other apart, as those of small type are. */
static void
widen_gaps (const AtlasTableLayout *self,
            double                  usual_padding,
            AtlasColumnNeed        *needs)
{
  double spare = self->width, air;

  for (guint c = 0; c < self->n_columns; c++)
    spare -= needs[c].least;
  air = CLAMP (spare / self->n_columns, 0, MAX (2 * (usual_padding - self->roles->padding_x), 0));
  for (guint c = 0; c < self->n_columns; c++)
    {
      needs[c].least += air;
      needs[c].natural = MAX (needs[c].natural, needs[c].least);
    }
}

/* Sets the cells as ROLES say; FALSE where they do not fit in WIDTH. */
static gboolean
try_roles (AtlasTableLayout      *self,
           AtlasTextShaper       *shaper,
           const AtlasTableRoles *roles,
           double                 width,
           AtlasColumnNeed       *needs)
{
  self->width = width;
  if (self->roles != roles)
    {
      create_cells (self, shaper, roles);
      measure_needs (self, shaper, needs);
      keep_names (needs, width);
    }
  return atlas_column_widths_fit (needs, self->n_columns, width);
}

static void
choose_widths (AtlasTableLayout *self,
               AtlasTextShaper  *shaper,
               double            portrait_width,
               double            landscape_width,
               AtlasTableDensity density)
{
  g_autofree AtlasColumnNeed *needs = g_new0 (AtlasColumnNeed, self->n_columns);
  const Choice *choice = choices[density];

  if (!try_roles (self, shaper, &choice->usual, portrait_width, needs) &&
      !try_roles (self, shaper, &choice->small, portrait_width, needs) &&
      !try_roles (self, shaper, &choice->tight, portrait_width, needs))
    {
      self->landscape = TRUE;
      if (!try_roles (self, shaper, &choice->usual, landscape_width, needs))
        try_roles (self, shaper, &choice->small, landscape_width, needs);
    }
  widen_gaps (self, choice->small.padding_x, needs);
  self->widths = g_new0 (double, self->n_columns);
  atlas_column_widths_share (needs, self->n_columns, self->width, self->widths);
}

/* Breaks what is longer than its column, and measures the rows. */
static void
fit_cells (AtlasTableLayout *self,
           AtlasTextShaper  *shaper)
{
  const AtlasTableRoles *roles = self->roles;
  guint n_rows = self->table->rows->len;

  self->rows = g_new0 (double, n_rows);
  for (guint c = 0; c < self->n_columns; c++)
    {
      gboolean numeric = atlas_report_table_is_numeric (self->table, c);
      /* A hair more than the text was measured at, so that rounding never breaks a number. */
      double inner = MAX (self->widths[c] - 2 * roles->padding_x, 1) + 0.05;

      cell_fit (&self->header[c], shaper, roles->header, roles->detail, g_ptr_array_index (self->table->columns, c), inner,
                numeric);
      self->header_height = MAX (self->header_height, cell_height (&self->header[c]) + 2 * roles->padding_y);
      for (guint r = 0; r < n_rows; r++)
        {
          Cell *cell = nth_cell (self, r, c);

          cell_fit (cell, shaper, roles->cell, roles->detail, atlas_report_table_get_cell (self->table, r, c), inner, numeric);
          self->rows[r] = MAX (self->rows[r], cell_height (cell) + 2 * roles->padding_y);
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
  room = (self->width - atlas_text_lines_get_width (self->caption)) / 2 - 2 * self->roles->padding_x;
  self->unit_below_caption = atlas_text_lines_get_n (self->caption) > 1 ||
                             atlas_text_lines_get_width (self->unit) > room;
}

AtlasTableLayout *
atlas_table_layout_new (AtlasTextShaper        *shaper,
                        const AtlasReportTable *table,
                        guint                   number,
                        double                  portrait_width,
                        double                  landscape_width,
                        AtlasTableDensity       density)
{
  AtlasTableLayout *self = g_new0 (AtlasTableLayout, 1);

  self->table = table;
  self->style = atlas_text_shaper_get_style (shaper);
  self->links = atlas_text_shaper_get_links (shaper);
  self->n_columns = table->columns->len;
  choose_widths (self, shaper, portrait_width, landscape_width, density);
  fit_cells (self, shaper);
  create_captions (self, shaper, number);
  return self;
}

void
atlas_table_layout_free (AtlasTableLayout *self)
{
  clear_cells (self);
  g_clear_pointer (&self->caption, atlas_text_lines_free);
  g_clear_pointer (&self->continued, atlas_text_lines_free);
  g_clear_pointer (&self->unit, atlas_text_lines_free);
  g_clear_pointer (&self->note, atlas_text_lines_free);
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

/* So many rows go over together at least: of a long table two would look lost under its header, and a table of a few low rows
 * is read at a glance and stays whole. */
static guint
choose_min_rows (const AtlasTableLayout *self)
{
  guint n = self->table->rows->len;
  double height = 0;

  for (guint i = 0; i < n; i++)
    height += self->rows[i];
  if (n < 4 || (n < MANY_ROWS && height <= WHOLE_HEIGHT))
    return n;
  return n < MANY_ROWS ? 2 : 3;
}

AtlasFlowItem
atlas_table_layout_get_flow (const AtlasTableLayout *self)
{
  return (AtlasFlowItem) {
    .rows = self->rows,
    .n_rows = self->table->rows->len,
    .min_rows = choose_min_rows (self),
    .lead = caption_height (self) + self->header_height,
    .repeat = atlas_text_lines_get_height (self->continued) + CAPTION_GAP + self->header_height,
    .tail = STRONG_RULE + (self->note != NULL ? CAPTION_GAP + atlas_text_lines_get_height (self->note) : 0),
    .floats = self->landscape,
    .landscape = self->landscape,
  };
}

const AtlasTableRoles *
atlas_table_layout_get_roles (const AtlasTableLayout *self)
{
  return self->roles;
}

gboolean
atlas_table_layout_is_small (const AtlasTableLayout *self)
{
  return self->roles->cell == ATLAS_TEXT_SMALL_CELL;
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
  atlas_text_lines_draw_linked (lines, self->links, cr, x, y, 0, atlas_text_lines_get_n (lines));
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
      double top = y + self->roles->padding_y, left = x + self->roles->padding_x;

      atlas_page_tag_begin (cr, tag);
      draw_linked (self, cell->text, cr, left, top);
      if (cell->detail != NULL)
        draw_linked (self, cell->detail, cr, left, top + atlas_text_lines_get_height (cell->text));
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
