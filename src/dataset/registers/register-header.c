/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/register-header.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/registers/enum-words.h"
#include "dataset/registers/header-match.h"
#include "dataset/registers/register-error.h"
#include "dataset/registers/register-names.h"

void
atlas_register_header_free (AtlasRegisterHeader *self)
{
  g_strfreev (self->names);
  g_strfreev (self->unknown);
  g_free (self);
}

/* Of two that say the same the one without a title in it. */
static gboolean
is_better (const AtlasHeaderCandidate *a,
           const AtlasHeaderCandidate *b)
{
  gboolean a_complete = atlas_header_candidate_is_complete (a);
  gboolean b_complete = b->table != NULL && atlas_header_candidate_is_complete (b);

  if (a_complete != b_complete)
    return a_complete;
  return a->score > b->score || (a->score > 0 && a->score == b->score && a->n_rows < b->n_rows);
}

/* Keeps in BEST the better one of it and the rows of HEAD that are most likely the header of TABLE. */
static void
find_best (GPtrArray                  *head,
           const AtlasTableDefinition *table,
           AtlasHeaderCandidate       *best)
{
  for (guint first = 0; first < head->len; first++)
    for (guint n_rows = 1; n_rows <= 2; n_rows++)
      {
        AtlasHeaderCandidate candidate;

        if (atlas_header_match (head, first, n_rows, table, &candidate) && is_better (&candidate, best))
          *best = candidate;
      }
}

static char *
join_names (const AtlasHeaderCandidate *candidate,
            GPtrArray                  *head)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < candidate->width; i++)
    {
      g_autofree char *name = atlas_header_candidate_dup_name (candidate, head, i);

      if (name[0] != '\0')
        g_ptr_array_add (names, g_strdelimit (g_steal_pointer (&name), "\n\r", ' '));
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

/* Always FALSE, so that a caller can return it. */
static gboolean
refuse_missing (const AtlasHeaderCandidate  *candidate,
                GPtrArray                   *head,
                gboolean                     is_chosen_table,
                const char                  *name,
                GError                     **error)
{
  g_autoptr (GPtrArray) missing = atlas_header_candidate_list_missing (candidate);
  g_autofree char *found = join_names (candidate, head);
  g_autofree char *lacking = NULL;

  g_ptr_array_add (missing, NULL);
  lacking = g_strjoinv (C_("between names", ", "), (char **) missing->pdata);
  if (!is_chosen_table && !atlas_header_candidate_is_near (candidate))
    g_set_error (error, ATLAS_REGISTER_ERROR, ATLAS_REGISTER_ERROR_UNKNOWN_TABLE,
                 /* Translators: a file, the name of a table, columns, headers */
                 _("“%s” is no table that is known; nearest is “%s”, for which are missing: %s. "
                   "The headers found are: %s"),
                 name, atlas_table_get_title (candidate->table), lacking, found);
  else
    g_set_error (error, ATLAS_REGISTER_ERROR, ATLAS_REGISTER_ERROR_MISSING_COLUMN,
                 /* Translators: a file, the name of a table, columns, headers */
                 _("“%s” lacks columns that “%s” has to have: %s. The headers found are: %s"), name,
                 atlas_table_get_title (candidate->table), lacking, found);
  return FALSE;
}

static void
refuse_empty (const char  *name,
              GError     **error)
{
  g_set_error (error, ATLAS_REGISTER_ERROR, ATLAS_REGISTER_ERROR_NO_ROWS, _("“%s” has no rows"), name);
}

static gboolean
refuse_unheaded (const AtlasTableDefinition  *table,
                 const char                  *name,
                 GError                     **error)
{
  if (table == NULL)
    g_set_error (error, ATLAS_REGISTER_ERROR, ATLAS_REGISTER_ERROR_UNKNOWN_TABLE,
                 _("“%s” has no row of headers that are known; write the names of the columns above the rows"), name);
  else
    g_set_error (error, ATLAS_REGISTER_ERROR, ATLAS_REGISTER_ERROR_MISSING_COLUMN,
                 /* Translators: a file, the name of a table */
                 _("“%s” has no row of headers that “%s” has; write the names of the columns above the rows"), name,
                 atlas_table_get_title (table));
  return FALSE;
}

static gboolean
refuse_twice (const AtlasHeaderCandidate  *candidate,
              GPtrArray                   *head,
              const char                  *name,
              GError                     **error)
{
  guint column = (guint) candidate->twice;
  g_autofree char *one = atlas_header_candidate_dup_name (candidate, head, (guint) candidate->cells[column]);
  g_autofree char *other = atlas_header_candidate_dup_name (candidate, head, candidate->twice_cell);

  g_set_error (error, ATLAS_REGISTER_ERROR, ATLAS_REGISTER_ERROR_DUPLICATE_COLUMN,
               /* Translators: a file, two headers, what the column is called */
               _("“%s” has two columns for one thing: “%s” and “%s” both stand for “%s”; remove or rename one"), name,
               one, other, atlas_column_get_title (&candidate->table->columns[column]));
  return FALSE;
}

static gboolean
check_candidate (const AtlasHeaderCandidate  *candidate,
                 GPtrArray                   *head,
                 const AtlasTableDefinition  *table,
                 const char                  *name,
                 GError                     **error)
{
  if (candidate->table == NULL)
    return refuse_unheaded (table, name, error);
  if (!atlas_header_candidate_is_complete (candidate))
    return refuse_missing (candidate, head, table != NULL, name, error);
  if (candidate->twice >= 0)
    return refuse_twice (candidate, head, name, error);
  return TRUE;
}

/* Takes the unit that CELL names for the whole table; FALSE where another cell named another. */
static gboolean
take_table_unit (AtlasRegisterHeader  *self,
                 const char           *cell,
                 const char           *name,
                 GError              **error)
{
  AtlasColumnUnit unit;

  if (cell[0] == '\0' || !atlas_column_unit_find (cell, &unit))
    return TRUE;
  if (self->has_table_unit && self->table_unit.exponent != unit.exponent)
    {
      g_set_error (error, ATLAS_REGISTER_ERROR, ATLAS_REGISTER_ERROR_UNIT_UNKNOWN,
                   /* Translators: a file, a cell */
                   _("“%s” names two units of money, the second in “%s”; write the unit into the header of the amounts"),
                   name, cell);
      return FALSE;
    }
  self->table_unit = unit;
  self->has_table_unit = TRUE;
  return TRUE;
}

/* Above the header any cell may name the unit, beside it one that is in no column, below it the only one of a row. */
static gboolean
find_table_unit (AtlasRegisterHeader         *self,
                 GPtrArray                   *head,
                 const AtlasHeaderCandidate  *candidate,
                 const char                  *name,
                 GError                     **error)
{
  guint end = self->first + self->n_rows;

  for (guint i = 0; i < MIN (end + 1, head->len); i++)
    {
      const AtlasHeadRow *row = g_ptr_array_index (head, i);

      if (i == end && atlas_head_row_count (row) > 1)
        break;
      for (guint cell = 0; cell < row->n_cells; cell++)
        if ((i < self->first || i == end || !atlas_header_candidate_has_cell (candidate, cell)) &&
            !take_table_unit (self, row->cells[cell], name, error))
          return FALSE;
    }
  return TRUE;
}

/* The unit stands in the name, so that a file of rejected rows can be read by itself. */
static void
add_unit_to_name (AtlasRegisterHeader *self,
                  guint                column)
{
  static const char *const words[] = { "元", "十元", "百元", "千元", "万元", "十万元", "百万元", "千万元", "亿元" };
  char **name = &self->names[self->cells[column]];
  char *with_unit;

  if (self->units[column] >= G_N_ELEMENTS (words))
    return;
  with_unit = g_strdup_printf ("%s（%s）", *name, words[self->units[column]]);
  g_free (*name);
  *name = with_unit;
}

static gboolean
set_unit (AtlasRegisterHeader         *self,
          const AtlasHeaderCandidate  *candidate,
          guint                        column,
          const char                  *name,
          GError                     **error)
{
  if (self->cells[column] < 0)
    return TRUE;
  if (candidate->has_unit[column])
    self->units[column] = candidate->units[column].exponent;
  if (candidate->has_unit[column] || self->table->columns[column].kind != ATLAS_COLUMN_MONEY)
    return TRUE;
  if (!self->has_table_unit)
    {
      g_set_error (error, ATLAS_REGISTER_ERROR, ATLAS_REGISTER_ERROR_UNIT_UNKNOWN,
                   /* Translators: a file, a header */
                   _("“%s” does not say whether “%s” is in 元 or 万元; write the unit into the header, as in 金额（万元）"),
                   name, self->names[self->cells[column]]);
      return FALSE;
    }
  self->units[column] = self->table_unit.exponent;
  add_unit_to_name (self, column);
  return TRUE;
}

static gboolean
set_units (AtlasRegisterHeader         *self,
           GPtrArray                   *head,
           const AtlasHeaderCandidate  *candidate,
           const char                  *name,
           GError                     **error)
{
  int money = atlas_table_definition_find_column (self->table, "amount_yuan");

  if (money >= 0 && !candidate->has_unit[money] && !find_table_unit (self, head, candidate, name, error))
    return FALSE;
  for (guint i = 0; i < self->table->n_columns; i++)
    if (!set_unit (self, candidate, i, name, error))
      return FALSE;
  return TRUE;
}

static void
set_names (AtlasRegisterHeader        *self,
           GPtrArray                  *head,
           const AtlasHeaderCandidate *candidate)
{
  GPtrArray *unknown = g_ptr_array_new ();

  self->names = g_new0 (char *, candidate->width + 1);
  for (guint i = 0; i < candidate->width; i++)
    {
      self->names[i] = candidate->n_rows > 0 ? atlas_header_candidate_dup_name (candidate, head, i) : g_strdup ("");
      if (self->names[i][0] != '\0' && !atlas_header_candidate_has_cell (candidate, i))
        g_ptr_array_add (unknown, g_strdup (self->names[i]));
    }
  g_ptr_array_add (unknown, NULL);
  self->unknown = (char **) g_ptr_array_free (unknown, FALSE);
}

/* Two rows merged cell by cell are one header: the second only repeats the first. */
static void
skip_repeated (AtlasRegisterHeader *self,
               GPtrArray           *head)
{
  guint next = self->first + self->n_rows;

  for (; next < head->len; next++)
    {
      const AtlasHeadRow *above = g_ptr_array_index (head, next - 1), *row = g_ptr_array_index (head, next);

      for (guint i = 0; i < row->n_cells; i++)
        if (!row->spread[i] || strcmp (row->cells[i], atlas_head_row_get (above, i)) != 0)
          return;
      self->line = row->line;
      self->n_rows++;
    }
}

static AtlasRegisterHeader *
header_new (GPtrArray                   *head,
            const AtlasHeaderCandidate  *candidate,
            const char                  *name,
            GError                     **error)
{
  g_autoptr (AtlasRegisterHeader) self = g_new0 (AtlasRegisterHeader, 1);
  guint n_above = candidate->first + candidate->n_rows;

  self->table = candidate->table;
  self->first = candidate->first;
  self->n_rows = candidate->n_rows;
  self->line = n_above > 0 ? ((const AtlasHeadRow *) g_ptr_array_index (head, n_above - 1))->line : 0;
  memcpy (self->cells, candidate->cells, sizeof self->cells);
  memcpy (self->places, candidate->places, sizeof self->places);
  set_names (self, head, candidate);
  if (self->n_rows > 0)
    skip_repeated (self, head);
  return set_units (self, head, candidate, name, error) ? g_steal_pointer (&self) : NULL;
}

AtlasRegisterHeader *
atlas_register_header_find (GPtrArray                   *head,
                            const AtlasTableDefinition  *table,
                            const char                  *name,
                            GError                     **error)
{
  AtlasHeaderCandidate best = { 0 };

  if (head->len == 0)
    {
      refuse_empty (name, error);
      return NULL;
    }
  if (table != NULL)
    find_best (head, table, &best);
  for (guint i = 0; table == NULL && i < ATLAS_N_IMPORTED_TABLES; i++)
    find_best (head, atlas_table_definition_get_imported (i), &best);
  return check_candidate (&best, head, table, name, error) ? header_new (head, &best, name, error) : NULL;
}

/* The row that says most, the first of them. */
static char **
dup_fullest_row (GPtrArray *head)
{
  const AtlasHeadRow *fullest = NULL;

  for (guint i = 0; i < head->len; i++)
    {
      const AtlasHeadRow *row = g_ptr_array_index (head, i);

      if (fullest == NULL || atlas_head_row_count (row) > atlas_head_row_count (fullest))
        fullest = row;
    }
  return fullest != NULL ? g_strdupv (fullest->cells) : g_new0 (char *, 1);
}

char **
atlas_register_header_guess (GPtrArray *head)
{
  AtlasHeaderCandidate best = { 0 };
  char **names;

  for (guint i = 0; i < ATLAS_N_IMPORTED_TABLES; i++)
    find_best (head, atlas_table_definition_get_imported (i), &best);
  if (best.table == NULL || best.score == 0)
    return dup_fullest_row (head);
  names = g_new0 (char *, best.width + 1);
  for (guint i = 0; i < best.width; i++)
    names[i] = atlas_header_candidate_dup_name (&best, head, i);
  return names;
}

static gboolean
is_chosen (const AtlasTableDefinition *table,
           const int                  *cells,
           guint                       cell)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (cells[i] == (int) cell)
      return TRUE;
  return FALSE;
}

/* Whether a value stands in COLUMN, and no name for it. */
static gboolean
is_value (const AtlasTableDefinition *table,
          guint                       column,
          const char                 *text)
{
  switch (table->columns[column].kind)
    {
    case ATLAS_COLUMN_ENUM:
      return atlas_enum_words_find (table, column, text) != NULL;
    case ATLAS_COLUMN_TEXT:
    case ATLAS_COLUMN_REFERENCE:
    case ATLAS_COLUMN_DIMENSIONS:
      return FALSE;
    default:
      return g_ascii_isdigit (text[0]);
    }
}

/* The first row with something in most of the chosen cells. OUT_IS_DATA: it holds values, so that there is no header. */
static guint
find_first_row (GPtrArray                  *head,
                const AtlasTableDefinition *table,
                const int                  *cells,
                gboolean                   *out_is_data)
{
  for (guint i = 0; i < head->len; i++)
    {
      const AtlasHeadRow *row = g_ptr_array_index (head, i);
      guint n_chosen = 0, n_filled = 0;

      *out_is_data = FALSE;
      for (guint column = 0; column < table->n_columns; column++)
        if (cells[column] >= 0)
          {
            const char *text = atlas_head_row_get (row, (guint) cells[column]);

            n_chosen++;
            n_filled += text[0] != '\0';
            *out_is_data = *out_is_data || is_value (table, column, text);
          }
      if (2 * n_filled > n_chosen)
        return i;
    }
  return 0;
}

/* The rows that are the header, whatever they say. A value may be a name as well: one of them makes no header. */
static void
find_header_rows (GPtrArray                  *head,
                  const AtlasTableDefinition *table,
                  const int                  *cells,
                  AtlasHeaderCandidate       *out)
{
  gboolean is_data = FALSE;
  guint first;

  find_best (head, table, out);
  if (out->n_names > 1)
    return;
  first = find_first_row (head, table, cells, &is_data);
  atlas_header_match (head, first, 1, table, out);
  out->n_rows = is_data ? 0 : 1;
}

/* The unit that the header in CELL names, whatever else it says. */
static gboolean
find_unit (const AtlasHeaderCandidate *candidate,
           GPtrArray                  *head,
           guint                       cell,
           AtlasColumnUnit            *out)
{
  g_autofree char *name = candidate->n_rows > 0 ? atlas_header_candidate_dup_name (candidate, head, cell) : g_strdup ("");

  return atlas_column_unit_find_at_end (name, out);
}

/* Puts the chosen cells into what the header says: it still tells units, and names of divisions in other cells. */
static void
choose_cells (AtlasHeaderCandidate *self,
              GPtrArray            *head,
              const int            *cells)
{
  for (guint i = 0; i < self->table->n_columns; i++)
    {
      if (self->cells[i] != cells[i])
        self->has_unit[i] = cells[i] >= 0 && find_unit (self, head, (guint) cells[i], &self->units[i]);
      self->cells[i] = cells[i];
      self->width = MAX (self->width, (guint) (cells[i] + 1));
    }
  for (guint i = 0; i < ATLAS_N_PLACES; i++)
    if (self->places[i] >= 0 && is_chosen (self->table, cells, (guint) self->places[i]))
      self->places[i] = -1;
  self->twice = -1;
}

/* Names of columns that would not be found by themselves become ids, for a file of rejected rows. */
static void
name_chosen_cells (AtlasRegisterHeader *self)
{
  for (guint i = 0; i < self->table->n_columns; i++)
    {
      AtlasHeaderMatch match;
      char **name = self->cells[i] >= 0 ? &self->names[self->cells[i]] : NULL;

      if (name == NULL || (atlas_header_names_find (self->table, NULL, *name, &match) && match.column == (int) i))
        continue;
      g_free (*name);
      *name = g_strdup (self->table->columns[i].name);
    }
}

AtlasRegisterHeader *
atlas_register_header_choose (GPtrArray                   *head,
                              const AtlasTableDefinition  *table,
                              const int                   *cells,
                              const char                  *name,
                              GError                     **error)
{
  AtlasHeaderCandidate candidate = { 0 };
  AtlasRegisterHeader *self;

  if (head->len == 0)
    {
      refuse_empty (name, error);
      return NULL;
    }
  find_header_rows (head, table, cells, &candidate);
  choose_cells (&candidate, head, cells);
  if (!check_candidate (&candidate, head, table, name, error))
    return NULL;
  self = header_new (head, &candidate, name, error);
  if (self != NULL)
    name_chosen_cells (self);
  return self;
}
