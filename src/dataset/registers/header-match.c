/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/header-match.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/registers/register-names.h"

/* A column understood counts more than its unit. */
#define COLUMN_SCORE 2
#define UNIT_SCORE 1

/**
 * HeaderCell:
 * @group: (nullable): what stands above @text and may belong to its name
 */
typedef struct {
  const char *group;
  const char *text;
} HeaderCell;

typedef struct {
  const AtlasHeadRow *upper;
  const AtlasHeadRow *lower; /* (nullable) */
} HeaderRows;

static HeaderRows
get_rows (GPtrArray *head,
          guint      first,
          guint      n_rows)
{
  return (HeaderRows) { g_ptr_array_index (head, first),
                        n_rows == 2 ? g_ptr_array_index (head, first + 1) : NULL };
}

/* Of two rows merged into one cell a text file has the upper only, a workbook both. */
static gboolean
is_lower_empty (const HeaderRows *rows,
                guint             cell)
{
  const char *lower = atlas_head_row_get (rows->lower, cell);

  return lower[0] == '\0' ||
         (rows->lower->spread[cell] && strcmp (lower, atlas_head_row_get (rows->upper, cell)) == 0);
}

/* The cell above, or the last one to its left that says something: a text file has a merged cell once. */
static const char *
find_group (const HeaderRows *rows,
            guint             cell)
{
  for (guint i = cell + 1; i > 0; i--)
    if (atlas_head_row_get (rows->upper, i - 1)[0] != '\0')
      return atlas_head_row_get (rows->upper, i - 1);
  return NULL;
}

/* What the header in CELL says, with its group; FALSE where it says nothing of its own. */
static gboolean
get_cell (const HeaderRows *rows,
          guint             cell,
          HeaderCell       *out)
{
  gboolean upper_only = rows->lower == NULL || is_lower_empty (rows, cell);
  const AtlasHeadRow *row = upper_only ? rows->upper : rows->lower;

  *out = (HeaderCell) { upper_only ? NULL : find_group (rows, cell), atlas_head_row_get (row, cell) };
  return out->text[0] != '\0' && !atlas_head_row_is_repeated (row, cell);
}

/* How a name is understood. */
typedef enum { NAME_UNKNOWN, NAME_ALONE, NAME_WITH_GROUP, NAME_BELOW_ANOTHER } NameResult;

/* What is no name and stands right below one is a value: the row is not of the header. */
static NameResult
find_name (const AtlasTableDefinition *table,
           const HeaderRows           *rows,
           guint                       cell,
           AtlasHeaderMatch           *match)
{
  AtlasHeaderMatch above;
  HeaderCell header;

  if (!get_cell (rows, cell, &header))
    return NAME_UNKNOWN;
  if (header.group != NULL && atlas_header_names_find (table, header.group, header.text, match))
    return NAME_WITH_GROUP;
  if (atlas_header_names_find (table, NULL, header.text, match))
    return NAME_ALONE;
  return header.group != NULL && atlas_header_names_find (table, NULL, atlas_head_row_get (rows->upper, cell), &above)
           ? NAME_BELOW_ANOTHER
           : NAME_UNKNOWN;
}

static void
take_column (AtlasHeaderCandidate   *self,
             guint                   cell,
             const AtlasHeaderMatch *match)
{
  if (self->cells[match->column] >= 0)
    {
      if (self->twice < 0)
        {
          self->twice = match->column;
          self->twice_cell = cell;
        }
      return;
    }
  self->cells[match->column] = (int) cell;
  self->has_unit[match->column] = match->has_unit;
  self->units[match->column] = match->unit;
  self->n_names++;
  self->score += COLUMN_SCORE + (match->has_unit ? UNIT_SCORE : 0);
}

/* A second column of names of one kind says nothing that the first does not, or the code. */
static void
take_place (AtlasHeaderCandidate   *self,
            guint                   cell,
            const AtlasHeaderMatch *match)
{
  if (self->places[match->place] >= 0)
    return;
  self->places[match->place] = (int) cell;
  self->n_names++;
  self->score += COLUMN_SCORE;
}

static void
clear_candidate (AtlasHeaderCandidate *self)
{
  for (guint i = 0; i < ATLAS_TABLE_MAX_COLUMNS; i++)
    self->cells[i] = -1;
  for (guint i = 0; i < ATLAS_N_PLACES; i++)
    self->places[i] = -1;
  self->twice = -1;
}

gboolean
atlas_header_match (GPtrArray                  *head,
                    guint                       first,
                    guint                       n_rows,
                    const AtlasTableDefinition *table,
                    AtlasHeaderCandidate       *out)
{
  HeaderRows rows;

  *out = (AtlasHeaderCandidate) { .table = table, .first = first, .n_rows = n_rows };
  clear_candidate (out);
  if (first + n_rows > head->len)
    return FALSE;
  rows = get_rows (head, first, n_rows);
  out->width = MAX (rows.upper->n_cells, rows.lower != NULL ? rows.lower->n_cells : 0);
  for (guint i = 0; i < out->width; i++)
    {
      AtlasHeaderMatch match;
      NameResult result = find_name (table, &rows, i, &match);

      if (result == NAME_BELOW_ANOTHER)
        return FALSE;
      if (result != NAME_UNKNOWN && match.column >= 0)
        take_column (out, i, &match);
      else if (result != NAME_UNKNOWN)
        take_place (out, i, &match);
    }
  return TRUE;
}

static gboolean
has_place (const AtlasHeaderCandidate *self)
{
  for (guint i = 0; i < ATLAS_N_PLACES; i++)
    if (self->places[i] >= 0)
      return TRUE;
  return FALSE;
}

static gboolean
lacks (const AtlasHeaderCandidate *self,
       guint                       column)
{
  const char *name = self->table->columns[column].name;

  if (self->cells[column] >= 0)
    return FALSE;
  if (strcmp (name, "region_code") == 0 && has_place (self))
    return FALSE;
  /* A figure speaks of a period or of a date. */
  if (strcmp (name, "period") == 0)
    return self->cells[atlas_table_definition_find_column (self->table, "as_of")] < 0;
  return atlas_header_names_is_required (self->table, column);
}

gboolean
atlas_header_candidate_is_complete (const AtlasHeaderCandidate *self)
{
  for (guint i = 0; i < self->table->n_columns; i++)
    if (lacks (self, i))
      return FALSE;
  return TRUE;
}

gboolean
atlas_header_candidate_is_near (const AtlasHeaderCandidate *self)
{
  guint n_required = 0, n_missing = 0;

  for (guint i = 0; i < self->table->n_columns; i++)
    {
      n_required += atlas_header_names_is_required (self->table, i);
      n_missing += lacks (self, i);
    }
  return n_missing * 3 <= n_required;
}

GPtrArray *
atlas_header_candidate_list_missing (const AtlasHeaderCandidate *self)
{
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->table->n_columns; i++)
    if (lacks (self, i))
      g_ptr_array_add (missing, g_strdup_printf (_("%1$s (%2$s)"),
                                                 atlas_column_get_title (&self->table->columns[i]),
                                                 self->table->columns[i].name));
  return missing;
}

char *
atlas_header_candidate_dup_name (const AtlasHeaderCandidate *self,
                                 GPtrArray                  *head,
                                 guint                       cell)
{
  HeaderRows rows = get_rows (head, self->first, self->n_rows);
  AtlasHeaderMatch match;
  HeaderCell header;

  if (!get_cell (&rows, cell, &header))
    return g_strdup ("");
  if (header.group == NULL || find_name (self->table, &rows, cell, &match) == NAME_ALONE)
    return g_strdup (header.text);
  return g_strconcat (header.group, "/", header.text, NULL);
}

gboolean
atlas_header_candidate_has_cell (const AtlasHeaderCandidate *self,
                                 guint                       cell)
{
  for (guint i = 0; i < self->table->n_columns; i++)
    if (self->cells[i] == (int) cell)
      return TRUE;
  for (guint i = 0; i < ATLAS_N_PLACES; i++)
    if (self->places[i] == (int) cell)
      return TRUE;
  return FALSE;
}
