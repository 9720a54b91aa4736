/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/ods-rows.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/sheets/sheet-error.h"
#include "dataset/sheets/sheet-limits.h"
#include "dataset/sheets/sheet-row.h"

/* Cells beside each other that hold the same. */
typedef struct {
  guint column, n;
  gboolean is_covered;
  AtlasCellKind kind;
  gsize offset; /* in the texts of the row */
} Run;

/* A merged range that reaches the row now read. */
typedef struct {
  guint column, n;
  guint rows_left;  /* with this one */
  gboolean is_new;  /* it begins in this row */
  AtlasCellKind kind;
  char *text;
} Span;

struct _AtlasOdsRows {
  const char *file;
  AtlasSheetRowFunc func;
  gpointer user_data;
  GCancellable *cancellable;
  AtlasRowBuilder *builder;
  guint64 n_cells, n_bytes; /* handed on, or that would be */

  GPtrArray *spans; /* (element-type Span): each at the index of its first column; others NULL */
  guint n_spans;
  gsize span_bytes; /* of their texts */

  guint line, n_rows;
  gboolean hidden;
  guint column; /* of the next cell */
  GArray *runs; /* of Run: those that are not empty */
  GString *texts;
};

static void
span_free (Span *span)
{
  if (span == NULL)
    return;
  g_free (span->text);
  g_free (span);
}

AtlasOdsRows *
atlas_ods_rows_new (const char        *file,
                    AtlasSheetRowFunc  func,
                    gpointer           user_data,
                    GCancellable      *cancellable)
{
  AtlasOdsRows *self = g_new0 (AtlasOdsRows, 1);

  self->file = file;
  self->func = func;
  self->user_data = user_data;
  self->cancellable = cancellable;
  self->builder = atlas_row_builder_new ();
  self->spans = g_ptr_array_new_with_free_func ((GDestroyNotify) span_free);
  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  self->texts = g_string_new (NULL);
  return self;
}

void
atlas_ods_rows_free (AtlasOdsRows *self)
{
  atlas_row_builder_free (self->builder);
  g_ptr_array_unref (self->spans);
  g_array_unref (self->runs);
  g_string_free (self->texts, TRUE);
  g_free (self);
}

static void
clear_spans (AtlasOdsRows *self)
{
  g_ptr_array_set_size (self->spans, 0);
  self->n_spans = 0;
  self->span_bytes = 0;
}

void
atlas_ods_rows_begin_sheet (AtlasOdsRows *self)
{
  clear_spans (self);
  self->line = 1;
}

void
atlas_ods_rows_begin (AtlasOdsRows *self,
                      guint         n,
                      gboolean      hidden)
{
  self->n_rows = n;
  self->hidden = hidden;
  self->column = 0;
  g_array_set_size (self->runs, 0);
  g_string_truncate (self->texts, 0);
}

static void
remove_span (AtlasOdsRows *self,
             guint         column)
{
  Span **slot = (Span **) &g_ptr_array_index (self->spans, column);

  if (*slot == NULL)
    return;
  self->span_bytes -= strlen ((*slot)->text);
  g_clear_pointer (slot, span_free);
  if (--self->n_spans == 0)
    clear_spans (self);
}

/* Ranges do not overlap; where a file has it otherwise, one ends where another begins. */
static void
add_span (AtlasOdsRows       *self,
          const AtlasOdsCell *cell,
          AtlasCellKind       kind,
          const char         *text)
{
  guint column = self->column + cell->n_columns - 1;
  Span *span = g_new (Span, 1);

  if (column < self->spans->len)
    remove_span (self, column);
  if (column >= self->spans->len)
    g_ptr_array_set_size (self->spans, column + 1);
  *span = (Span) { column, MIN (cell->spanned_columns, ATLAS_SHEET_MAX_COLUMNS - column), cell->spanned_rows, TRUE,
                   kind, g_strdup (text) };
  g_ptr_array_index (self->spans, column) = span;
  self->n_spans++;
  self->span_bytes += strlen (text);
}

static void
add_run (AtlasOdsRows       *self,
         const AtlasOdsCell *cell,
         AtlasCellKind       kind,
         const char         *text)
{
  Run run = { self->column, cell->n_columns, cell->is_covered, kind, self->texts->len };

  g_array_append_val (self->runs, run);
  g_string_append (self->texts, text);
  g_string_append_c (self->texts, '\0');
}

gboolean
atlas_ods_rows_add (AtlasOdsRows        *self,
                    const AtlasOdsCell  *cell,
                    AtlasCellKind        kind,
                    const char          *text,
                    GError             **error)
{
  guint room = ATLAS_SHEET_MAX_COLUMNS - self->column;
  gboolean fits = cell->n_columns <= room;

  if (kind != ATLAS_CELL_EMPTY && !fits)
    return atlas_sheet_set_too_large (self->file, _("it has too many columns"), error);
  if (strlen (text) > ATLAS_SHEET_MAX_CELL_BYTES)
    return atlas_sheet_set_too_large (self->file, _("a cell in it is too long"), error);
  if (fits && (cell->spanned_rows > 1 || cell->spanned_columns > 1))
    add_span (self, cell, kind, text);
  if (kind != ATLAS_CELL_EMPTY)
    add_run (self, cell, kind, text);
  if (self->texts->len + self->span_bytes > ATLAS_SHEET_MAX_RECORD_BYTES)
    return atlas_sheet_set_too_large (self->file, _("a row in it is too long"), error);
  self->column += MIN (cell->n_columns, room);
  return TRUE;
}

static gboolean
is_too_much (AtlasOdsRows *self)
{
  return self->n_cells > ATLAS_SHEET_MAX_CELLS || self->n_bytes > ATLAS_SHEET_MAX_PART_BYTES;
}

/* N cells of the same. FALSE beyond what may be handed on. */
static gboolean
put (AtlasOdsRows  *self,
     guint          column,
     guint          n,
     AtlasCellKind  kind,
     const char    *text,
     gboolean       first_spread,
     gboolean       spread)
{
  self->n_cells += n;
  self->n_bytes += n * strlen (text);
  if (is_too_much (self))
    return FALSE;
  if (self->func == NULL)
    return TRUE;
  atlas_row_builder_set (self->builder, column, kind, text, -1, first_spread);
  atlas_row_builder_repeat (self->builder, column, n - 1, spread);
  return TRUE;
}

static gboolean
put_run (AtlasOdsRows *self,
         const Run    *run)
{
  return put (self, run->column, run->n, run->kind, self->texts->str + run->offset, FALSE, FALSE);
}

static gboolean
put_runs (AtlasOdsRows *self,
          gboolean      covered)
{
  for (guint i = 0; i < self->runs->len; i++)
    {
      const Run *run = &g_array_index (self->runs, Run, i);

      if (run->is_covered == covered && !put_run (self, run))
        return FALSE;
    }
  return TRUE;
}

/* A builder keeps that a cell is spread and empty only before one that is not, so that the last of the row comes first. */
static gboolean
put_spans (AtlasOdsRows *self)
{
  guint n_runs = self->runs->len;

  if (self->n_spans > 0 && n_runs > 0 && !put_run (self, &g_array_index (self->runs, Run, n_runs - 1)))
    return FALSE;
  for (guint i = self->spans->len; i > 0; i--)
    {
      const Span *span = g_ptr_array_index (self->spans, i - 1);

      if (span != NULL && !put (self, span->column, span->n, span->kind, span->text, !span->is_new, TRUE))
        return FALSE;
    }
  return TRUE;
}

/* What a merged range hides gives way to its value, and no other cell does. */
static gboolean
build (AtlasOdsRows  *self,
       GError       **error)
{
  atlas_row_builder_begin (self->builder, self->line, self->hidden);
  if (put_runs (self, TRUE) && put_spans (self) && put_runs (self, FALSE))
    return TRUE;
  return atlas_sheet_set_too_large (self->file, _("it has too many cells"), error);
}

/* Whether the row holds nothing: an empty merged range, as around a form, may reach down to the last row of a sheet. */
static gboolean
is_blank (AtlasOdsRows *self)
{
  if (self->runs->len > 0)
    return FALSE;
  for (guint i = 0; i < self->spans->len; i++)
    {
      const Span *span = g_ptr_array_index (self->spans, i);

      if (span != NULL && span->kind != ATLAS_CELL_EMPTY)
        return FALSE;
    }
  return TRUE;
}

static gboolean
call (AtlasOdsRows  *self,
      guint          n,
      GError       **error)
{
  const AtlasSheetRow *built = atlas_row_builder_get (self->builder);
  AtlasSheetRow row;

  if (built == NULL)
    return TRUE;
  row = *built;
  for (guint i = 0; i < n; i++, row.line++)
    {
      if (i % 1024 == 1023 && g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (!self->func (&row, self->user_data, error))
        return FALSE;
    }
  return TRUE;
}

/* N rows, to which the same ranges reach. */
static gboolean
hand_on (AtlasOdsRows  *self,
         guint          n,
         GError       **error)
{
  guint64 n_cells = self->n_cells, n_bytes = self->n_bytes;

  if (is_blank (self))
    return TRUE;
  if (n > ATLAS_SHEET_MAX_ROWS - (self->line - 1))
    return atlas_sheet_set_too_large (self->file, _("it has too many rows"), error);
  if (!build (self, error))
    return FALSE;
  self->n_cells += (self->n_cells - n_cells) * (n - 1);
  self->n_bytes += (self->n_bytes - n_bytes) * (n - 1);
  if (is_too_much (self))
    return atlas_sheet_set_too_large (self->file, _("it has too many cells"), error);
  return self->func == NULL || call (self, n, error);
}

/* For how many of N rows the ranges stay as they are. */
static guint
count_alike (AtlasOdsRows *self,
             guint         n)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      const Span *span = g_ptr_array_index (self->spans, i);

      if (span != NULL && !span->is_new)
        n = MIN (n, span->rows_left);
    }
  return n;
}

/* N rows were handed on, the last one among them or not: a range that a repeated row begins, each of them begins. */
static void
pass_spans (AtlasOdsRows *self,
            guint         n,
            gboolean      is_last)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      Span *span = g_ptr_array_index (self->spans, i);

      if (span == NULL || (span->is_new && !is_last))
        continue;
      span->rows_left -= span->is_new ? 1 : n;
      span->is_new = FALSE;
      if (span->rows_left == 0)
        remove_span (self, i);
    }
}

gboolean
atlas_ods_rows_end (AtlasOdsRows  *self,
                    GError       **error)
{
  for (guint left = self->n_rows, n; left > 0; left -= n)
    {
      n = count_alike (self, left);
      if (!hand_on (self, n, error))
        return FALSE;
      pass_spans (self, n, n == left);
      self->line += MIN (n, ATLAS_SHEET_MAX_ROWS + 1 - self->line);
    }
  return TRUE;
}
