/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/english-names.h"

#include <string.h>

#define HEADER "code,name,name_en,"
#define N_CELLS 3

/* The file is read along, since a dataset is opened in a few hundredths of a second. */
struct _AtlasEnglishNames
{
  GMappedFile *file; /* (nullable) */
  const char *at;    /* the line that is next */
  const char *end;
  GString *name;
};

/* The first cells of a line. */
typedef struct {
  const char *begins[N_CELLS];
  gsize lengths[N_CELLS];
} Line;

AtlasEnglishNames *
atlas_english_names_new (const char *csv_dir)
{
  AtlasEnglishNames *self = g_new0 (AtlasEnglishNames, 1);
  g_autofree char *path = g_build_filename (csv_dir, "regions.csv", NULL);

  self->name = g_string_new (NULL);
  self->file = g_mapped_file_new (path, FALSE, NULL);
  if (self->file == NULL)
    return self;
  self->at = self->end = g_mapped_file_get_contents (self->file) + g_mapped_file_get_length (self->file);
  if (g_mapped_file_get_length (self->file) > strlen (HEADER) &&
      memcmp (g_mapped_file_get_contents (self->file), HEADER, strlen (HEADER)) == 0)
    self->at = g_mapped_file_get_contents (self->file);
  return self;
}

void
atlas_english_names_free (AtlasEnglishNames *self)
{
  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_string_free (self->name, TRUE);
  g_free (self);
}

/* The line at AT, FALSE where it has fewer cells, or one in quotation marks. */
static gboolean
read_line (const AtlasEnglishNames *self,
           const char              *line_end,
           Line                    *line)
{
  const char *begin = self->at;

  for (guint i = 0; i < N_CELLS; i++)
    {
      const char *comma = memchr (begin, ',', (gsize) (line_end - begin));

      if (comma == NULL || *begin == '"')
        return FALSE;
      line->begins[i] = begin;
      line->lengths[i] = (gsize) (comma - begin);
      begin = comma + 1;
    }
  return TRUE;
}

static int
compare (const Line *line,
         guint       cell,
         const char *text)
{
  gsize length = strlen (text);
  int order = memcmp (line->begins[cell], text, MIN (line->lengths[cell], length));

  return order != 0 ? order : (line->lengths[cell] > length) - (line->lengths[cell] < length);
}

const char *
atlas_english_names_find (AtlasEnglishNames *self,
                          const char        *code,
                          const char        *name)
{
  while (self->at < self->end)
    {
      const char *line_end = memchr (self->at, '\n', (gsize) (self->end - self->at));
      Line line = { { NULL } };
      int order = -1;

      if (line_end == NULL)
        line_end = self->end;
      /* The header stands before all codes: it is passed over as they are. */
      if (g_ascii_isdigit (*self->at) && read_line (self, line_end, &line))
        order = compare (&line, 0, code);
      if (order > 0)
        return NULL;
      self->at = MIN (line_end + 1, self->end);
      if (order < 0)
        continue;
      g_string_truncate (self->name, 0);
      g_string_append_len (self->name, line.begins[2], (gssize) line.lengths[2]);
      return compare (&line, 1, name) == 0 && self->name->len > 0 ? self->name->str : NULL;
    }
  return NULL;
}
