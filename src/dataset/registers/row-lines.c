/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/row-lines.h"

#define PAGE_SIZE 1024

/* Row ids come in long runs, but need not begin at 1: pages of lines, made when first needed. */
struct _AtlasRowLines {
  GHashTable *pages; /* number of the page (gint64 *) → Page */
  gint64 number;     /* of the page looked up last, −1 before */
  guint32 *lines;    /* of that page, or NULL */
};

AtlasRowLines *
atlas_row_lines_new (void)
{
  AtlasRowLines *self = g_new0 (AtlasRowLines, 1);

  self->pages = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->number = -1;
  return self;
}

void
atlas_row_lines_free (AtlasRowLines *self)
{
  g_hash_table_unref (self->pages);
  g_free (self);
}

static void
find_page (AtlasRowLines *self,
           gint64         number)
{
  if (number == self->number)
    return;
  self->number = number;
  self->lines = g_hash_table_lookup (self->pages, &number);
}

guint
atlas_row_lines_get (AtlasRowLines *self,
                     gint64         row_id)
{
  find_page (self, row_id / PAGE_SIZE);
  return self->lines != NULL ? self->lines[row_id % PAGE_SIZE] : 0;
}

void
atlas_row_lines_set (AtlasRowLines *self,
                     gint64         row_id,
                     guint          line)
{
  find_page (self, row_id / PAGE_SIZE);
  if (self->lines == NULL)
    {
      self->lines = g_new0 (guint32, PAGE_SIZE);
      g_hash_table_insert (self->pages, g_memdup2 (&self->number, sizeof self->number), self->lines);
    }
  self->lines[row_id % PAGE_SIZE] = line;
}

void
atlas_row_lines_clear (AtlasRowLines *self)
{
  g_hash_table_remove_all (self->pages);
  self->number = -1;
}
