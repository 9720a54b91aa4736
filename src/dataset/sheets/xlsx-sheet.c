/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/xlsx-sheet.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/sheets/sheet-limits.h"
#include "dataset/sheets/sheet-row.h"
#include "dataset/sheets/xlsx-cell.h"
#include "dataset/sheets/xlsx-spread.h"
#include "dataset/sheets/xlsx-text.h"

/* How deep the elements stand: worksheet > sheetData > row > c > v, is. */
enum { DEPTH_ROOT = 1, DEPTH_DATA, DEPTH_ROW, DEPTH_CELL, DEPTH_CONTENT };

typedef enum { SECTION_OTHER, SECTION_DATA, SECTION_MERGES } Section;

typedef struct {
  const AtlasXlsxContext *context;
  const char *file;
  const char *part;
  AtlasSheetRowFunc func;
  gpointer user_data;

  AtlasRowBuilder *builder;
  AtlasXlsxSpread *spread;
  GString *content; /* of the cell: its <v> or <is> */
  GString *scratch;

  /* Where the reading is. */
  guint depth;
  Section section;
  gboolean in_row;
  gboolean in_cell;
  gboolean in_value;  /* <v> */
  gboolean in_inline; /* <is> */
  AtlasXlsxRichText place;

  /* The row and cell. */
  guint row;
  guint next_column;
  guint column;
  AtlasXlsxCellType type;
  guint format;
  guint width; /* of the row, in cells that are not empty and those between */
  gsize n_bytes; /* of its texts */

  /* So far. */
  guint n_rows;
  guint64 n_cells;
  guint n_merges;
} Sheet;

static gboolean
set_damaged (Sheet       *self,
             const char  *reason,
             GError     **error)
{
  return atlas_sheet_set_damaged (self->file, self->part, reason, error);
}

static gboolean
set_row_beyond (Sheet   *self,
                GError **error)
{
  return set_damaged (self, _("a row of it lies below the last that there can be"), error);
}

static gboolean
is_true (const char *value)
{
  return strcmp (value, "1") == 0 || strcmp (value, "true") == 0;
}

static gboolean
start_row (Sheet       *self,
           const char **attributes,
           GError     **error)
{
  gboolean hidden = FALSE;

  if (++self->n_rows > ATLAS_SHEET_MAX_ROWS)
    return atlas_sheet_set_too_large (self->file, _("it has too many rows"), error);
  self->row++;
  for (; *attributes != NULL; attributes += 2)
    if (strcmp (attributes[0], "r") == 0 &&
        !atlas_xlsx_parse_index (attributes[1], ATLAS_XLSX_MAX_ROWS, &self->row))
      return set_row_beyond (self, error);
    else if (strcmp (attributes[0], "hidden") == 0)
      hidden = is_true (attributes[1]);
  if (self->row == 0 || self->row > ATLAS_XLSX_MAX_ROWS)
    return set_row_beyond (self, error);
  self->in_row = TRUE;
  self->next_column = 0;
  self->width = 0;
  self->n_bytes = 0;
  atlas_row_builder_begin (self->builder, self->row, hidden);
  return TRUE;
}

/* A row may be passed over, so that its limits are held with the widest cell. */
static gboolean
end_row (Sheet   *self,
         GError **error)
{
  const AtlasSheetRow *row;

  self->in_row = FALSE;
  if (!atlas_xlsx_spread_apply (self->spread, self->builder, self->row))
    return atlas_sheet_set_too_large (self->file, _("its merged cells have too much text"), error);
  row = atlas_row_builder_get (self->builder);
  self->n_cells += MAX (self->width, row != NULL ? row->n_cells : 0);
  if (self->n_cells > ATLAS_SHEET_MAX_CELLS)
    return atlas_sheet_set_too_large (self->file, _("it has too many cells"), error);
  return row == NULL || self->func (row, self->user_data, error);
}

static gboolean
start_cell (Sheet       *self,
            const char **attributes,
            GError     **error)
{
  guint row;

  self->column = self->next_column;
  self->type = ATLAS_XLSX_CELL_NUMBER;
  self->format = 0;
  for (; *attributes != NULL; attributes += 2)
    {
      char name = attributes[0][1] == '\0' ? attributes[0][0] : '\0';

      if (name == 't')
        self->type = atlas_xlsx_cell_parse_type (attributes[1]);
      else if (name == 's' && !atlas_xlsx_parse_index (attributes[1], G_MAXINT, &self->format))
        self->format = 0;
      else if (name == 'r' && !atlas_xlsx_parse_reference (attributes[1], &self->column, &row))
        return set_damaged (self, _("it names a cell that cannot be"), error);
    }
  if (self->column >= ATLAS_SHEET_MAX_COLUMNS)
    return set_damaged (self, _("a cell of it lies beyond the last column that there can be"), error);
  self->in_cell = TRUE;
  self->next_column = self->column + 1;
  g_string_truncate (self->content, 0);
  return TRUE;
}

static gboolean
end_cell (Sheet   *self,
          GError **error)
{
  AtlasCellKind kind;
  gsize length;
  const char *text = atlas_xlsx_cell_read (self->context, self->type, self->format, self->content,
                                           self->scratch, &kind, &length);

  self->in_cell = FALSE;
  if (text == NULL)
    return set_damaged (self, _("it names a text that is not in the workbook"), error);
  if (length == 0)
    return TRUE;
  self->n_bytes += length;
  if (self->n_bytes > ATLAS_SHEET_MAX_RECORD_BYTES)
    return atlas_sheet_set_too_large (self->file, _("a row of it has too much text"), error);
  self->width = MAX (self->width, self->column + 1);
  return atlas_row_builder_set (self->builder, self->column, kind, text, length, FALSE);
}

static void
start_section (Sheet      *self,
               const char *name)
{
  self->section = strcmp (name, "sheetData") == 0    ? SECTION_DATA
                  : strcmp (name, "mergeCells") == 0 ? SECTION_MERGES
                                                     : SECTION_OTHER;
}

static gboolean
start_in_section (Sheet       *self,
                  const char  *name,
                  const char **attributes,
                  GError     **error)
{
  if (self->section == SECTION_MERGES && strcmp (name, "mergeCell") == 0)
    self->n_merges++;
  if (self->section != SECTION_DATA || strcmp (name, "row") != 0)
    return TRUE;
  return start_row (self, attributes, error);
}

static void
start_content (Sheet      *self,
               const char *name)
{
  if (strcmp (name, "v") == 0)
    self->in_value = self->type != ATLAS_XLSX_CELL_INLINE;
  else if (strcmp (name, "is") == 0 && self->type == ATLAS_XLSX_CELL_INLINE)
    {
      self->in_inline = TRUE;
      self->place = (AtlasXlsxRichText) { 0 };
    }
}

static gboolean
on_start (const char  *name,
          const char **attributes,
          gpointer     user_data,
          GError     **error)
{
  Sheet *self = user_data;
  const char *local = atlas_xml_local_name (name);

  self->depth++;
  if (self->in_inline)
    atlas_xlsx_rich_text_start (&self->place, local);
  else if (self->depth == DEPTH_CONTENT && self->in_cell)
    start_content (self, local);
  else if (self->depth == DEPTH_CELL && self->in_row && strcmp (local, "c") == 0)
    return start_cell (self, attributes, error);
  else if (self->depth == DEPTH_ROW)
    return start_in_section (self, local, attributes, error);
  else if (self->depth == DEPTH_DATA)
    start_section (self, local);
  else if (self->depth == DEPTH_ROOT && strcmp (local, "worksheet") != 0)
    return set_damaged (self, _("it is no sheet"), error);
  return TRUE;
}

static gboolean
on_end (const char  *name,
        gpointer     user_data,
        GError     **error)
{
  Sheet *self = user_data;
  guint depth = self->depth--;

  if (self->in_inline)
    self->in_inline = atlas_xlsx_rich_text_end (&self->place);
  else if (depth == DEPTH_CONTENT)
    self->in_value = FALSE;
  else if (depth == DEPTH_CELL && self->in_cell)
    return end_cell (self, error);
  else if (depth == DEPTH_ROW && self->in_row)
    return end_row (self, error);
  return TRUE;
}

static gboolean
on_text (const char  *text,
         gsize        length,
         gpointer     user_data,
         GError     **error)
{
  Sheet *self = user_data;

  if (!self->in_value && !(self->in_inline && self->place.in_text))
    return TRUE;
  if (self->content->len + length > ATLAS_SHEET_MAX_CELL_BYTES)
    return atlas_sheet_set_too_large (self->file, _("a cell of it has too much text"), error);
  g_string_append_len (self->content, text, length);
  return TRUE;
}

/* Whether they were all found before the cells were read; they are not where somebody hides them on purpose,
 * in a comment for one. */
static gboolean
check_merges (Sheet   *self,
              GError **error)
{
  if (self->n_merges == atlas_xlsx_merges_get_listed (self->context->merges))
    return TRUE;
  return set_damaged (self, _("its merged cells are not where they should be"), error);
}

/* FUNC may stop the reading before the merged cells come. */
gboolean
atlas_xlsx_sheet_read (AtlasPackage            *package,
                       const char              *part,
                       const AtlasXlsxContext  *context,
                       AtlasSheetRowFunc        func,
                       gpointer                 user_data,
                       GCancellable            *cancellable,
                       GError                 **error)
{
  static const AtlasXmlHandlers handlers = { on_start, on_end, on_text };
  guint n_ranges;
  const AtlasXlsxRange *ranges = atlas_xlsx_merges_get_ranges (context->merges, &n_ranges);
  g_autoptr (AtlasRowBuilder) builder = atlas_row_builder_new ();
  g_autoptr (AtlasXlsxSpread) spread = atlas_xlsx_spread_new (ranges, n_ranges);
  g_autoptr (GString) content = g_string_new (NULL), scratch = g_string_new (NULL);
  Sheet self = { context, atlas_package_get_name (package), part, func, user_data, builder, spread, content,
                 scratch };

  return atlas_package_parse (package, part, &handlers, &self, cancellable, error) &&
         (self.depth > 0 || check_merges (&self, error));
}
