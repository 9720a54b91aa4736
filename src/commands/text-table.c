/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "commands/text-table.h"

#define GAP 2

struct _AtlasTextTable {
  GPtrArray *lines; /* (element-type GStrv): the headings, then the rows */
  gboolean *right;
  guint n_columns;
};

AtlasTextTable *
atlas_text_table_new (const char *const *headings,
                      const gboolean    *right)
{
  AtlasTextTable *self = g_new0 (AtlasTextTable, 1);

  self->n_columns = g_strv_length ((char **) headings);
  self->right = right != NULL ? g_memdup2 (right, self->n_columns * sizeof *right)
                              : g_new0 (gboolean, self->n_columns);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_ptr_array_add (self->lines, g_strdupv ((char **) headings));
  return self;
}

void
atlas_text_table_free (AtlasTextTable *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self->right);
  g_free (self);
}

void
atlas_text_table_add (AtlasTextTable    *self,
                      const char *const *cells)
{
  g_return_if_fail (g_strv_length ((char **) cells) == self->n_columns);

  g_ptr_array_add (self->lines, g_strdupv ((char **) cells));
}

guint
atlas_text_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

/* The width of COLUMN, 0 if no row has anything in it. */
static guint
measure_column (AtlasTextTable *self,
                guint           column)
{
  guint widest = 0;

  for (guint i = 1; i < self->lines->len; i++)
    widest = MAX (widest, atlas_text_width (((char **) g_ptr_array_index (self->lines, i))[column]));
  if (widest == 0 && self->lines->len > 1)
    return 0;
  return MAX (widest, atlas_text_width (((char **) g_ptr_array_index (self->lines, 0))[column]));
}

static void
append_blanks (GString *text,
               guint    n)
{
  for (; n > 0; n--)
    g_string_append_c (text, ' ');
}

static void
append_line (AtlasTextTable *self,
             GString        *text,
             char          **cells,
             const guint    *widths)
{
  guint pending = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      guint blanks = widths[i] - MIN (widths[i], atlas_text_width (cells[i]));

      if (widths[i] == 0)
        continue;
      if (cells[i][0] != '\0')
        {
          append_blanks (text, pending + (self->right[i] ? blanks : 0));
          g_string_append (text, cells[i]);
          pending = self->right[i] ? 0 : blanks;
        }
      else
        pending += widths[i];
      pending += GAP;
    }
  g_string_append_c (text, '\n');
}

char *
atlas_text_table_to_string (AtlasTextTable *self)
{
  GString *text = g_string_new (NULL);
  g_autofree guint *widths = g_new (guint, self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    widths[i] = measure_column (self, i);
  for (guint i = 0; i < self->lines->len; i++)
    append_line (self, text, g_ptr_array_index (self->lines, i), widths);
  return g_string_free (text, FALSE);
}
